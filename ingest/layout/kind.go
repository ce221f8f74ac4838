package layout

import (
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// bag holds one reused record of each kind.
type bag struct {
	ref         record.Ref
	ticket      record.Ticket
	interval    record.QueueInterval
	ledger      record.Ledger
	revenue     record.Revenue
	action      record.Action
	kase        record.Case
	caseCount   record.CaseCount
	operation   record.Operation
	tout        record.Tout
	answer      record.Answer
	complaint   record.Complaint
	application record.Application
	revision    record.Revision
	contract    record.Contract
	invoice     record.Invoice
	advance     record.CashAdvance
	output      record.Output
	dispense    record.Dispensation
	official    record.OfficialScore
}

// field is one settable field of a kind.
type field struct {
	name string
	typ  typ
	set  func(b *bag, v value) reject.Code // "" when fine
	// words are the only texts the field takes; nil: any text.
	words []wordOf
}

// kind is a record kind: its fields, how it starts, how it is checked and sent.
type kind struct {
	name   string
	fields []field
	reset  func(b *bag)
	// check returns the column and code of what makes the record unusable.
	check func(b *bag) (string, reject.Code)
	send  func(b *bag, s record.Sink)
}

func kindOf(name string) (*kind, bool) {
	for i := range kinds {
		if kinds[i].name == name {
			return &kinds[i], true
		}
	}
	return nil, false
}

// Kinds lists the names of all record kinds.
func Kinds() []string {
	var out []string
	for i := range kinds {
		out = append(out, kinds[i].name)
	}
	return out
}

func (k *kind) field(name string) (*field, bool) {
	base, _, _ := strings.Cut(name, ":")
	for i := range k.fields {
		if k.fields[i].name == base {
			return &k.fields[i], true
		}
	}
	return nil, false
}

// Setters shared by kinds.
func str(name string, to func(*bag) *string) field {
	return field{name: name, typ: free, set: func(b *bag, v value) reject.Code { *to(b) = v.text; return "" }}
}

func date(name string, to func(*bag) *record.Day) field {
	return field{name: name, typ: day, set: func(b *bag, v value) reject.Code { *to(b) = v.day; return "" }}
}

func at(name string, to func(*bag) *record.Clock) field {
	return field{name: name, typ: clock, set: func(b *bag, v value) reject.Code { *to(b) = record.Clock(v.sec + 1); return "" }}
}

func amount(name string, to func(*bag) *record.Amount) field {
	return field{name: name, typ: money, set: func(b *bag, v value) reject.Code { *to(b) = record.Sen(v.n); return "" }}
}

func tri(name string, to func(*bag) *record.Tri) field {
	return field{name: name, typ: yesNo, set: func(b *bag, v value) reject.Code {
		*to(b) = record.No
		if v.n == 1 {
			*to(b) = record.Yes
		}
		return ""
	}}
}

func number(name string, to func(*bag) *int64) field {
	return field{name: name, typ: count, set: func(b *bag, v value) reject.Code {
		if v.n < 0 {
			return reject.Negative
		}
		*to(b) = v.n
		return ""
	}}
}

func span(name string, to func(*bag) *record.Duration) field {
	return field{name: name, typ: duration, set: func(b *bag, v value) reject.Code { *to(b) = record.Duration{Micros: v.n, Known: true}; return "" }}
}

// words reads a field from a table of words.
func words(name string, table []wordOf, put func(b *bag, code int)) field {
	return field{name: name, typ: free, words: table, set: func(b *bag, v value) reject.Code {
		f := fold(v.text)
		for _, w := range table {
			for _, x := range w.words {
				if f == x || w.part && strings.Contains(f, x) {
					put(b, w.code)
					return ""
				}
			}
		}
		return reject.UnknownWord
	}}
}

// wordOf is one meaning with its spellings, folded; part allows it within a
// longer text.
type wordOf struct {
	code  int
	part  bool
	words []string
}

func monthField(to func(*bag) *int8) field {
	return field{name: "month", typ: month, set: func(b *bag, v value) reject.Code { *to(b) = int8(v.n); return "" }}
}

func yearField(to func(*bag) *int16) field {
	return field{name: "year", typ: year, set: func(b *bag, v value) reject.Code { *to(b) = int16(v.n); return "" }}
}
