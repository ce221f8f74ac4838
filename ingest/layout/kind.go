package layout

import (
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
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
	answered    record.AnswerCount
	volume      record.Volume
	complaint   record.Complaint
	application record.Application
	revision    record.Revision
	contract    record.Contract
	invoice     record.Invoice
	advance     record.CashAdvance
	output      record.Output
	dispense    record.Dispensation
	official    record.OfficialScore

	acts []record.ActionKind // the acts that the label of action names
	when struct {
		year  int16
		month int8
	} // of an act that is counted by month
	denied   string       // a field that the status of the row denies: it is left out
	off      bool         // the row names what was called off, or is none of what is counted
	unclear  []doubtful   // words that left a field of the record unknown
	words    unclearWords // of the sheet
	numbered bool         // the elements of the survey bear numbers alone
	read     map[readingKey]vocabulary.Reading
}

// doubtful is a word that is not surely known, and the field it stands in.
type doubtful struct{ field, word string }

// field is one settable field of a kind.
type field struct {
	name string
	typ  typ
	set  func(b *bag, v value) reject.Code // "" when fine
	// phrases are what the field's texts are read as; "" for any text.
	phrases string
}

// need is a field that a record cannot do without.
type need struct {
	field string
	known func(b *bag) bool
	// given asks for it only where the table has a column of it.
	given bool
}

// kind is a record kind: all that the reading of rows has to know of it.
type kind struct {
	name   string
	fields []field
	// keys say which thing a record is of, measures what is counted of it:
	// without one of them the record cannot count. Every other field is an
	// attribute; one that cannot be read costs itself alone.
	keys, measures map[string]bool
	// grouped are fields of which several columns may stand side by side, a code
	// and a name: the first is taken, since either tells the same things apart.
	grouped map[string]bool
	// zero starts a record anew.
	zero  func(b *bag)
	needs []need
	// settled reports the field whose unclear words would have to decide what
	// the record means; has tells the fields of the table. nil: none does.
	settled func(b *bag, has func(field string) bool) (string, reject.Code)
	// check returns the column and code of what makes the record unusable.
	check func(b *bag) (string, reject.Code)
	send  func(b *bag, s record.Sink)
	// none makes the record of a stated "none" (NIHIL); nil: its row is set aside.
	none func(b *bag)

	// date is the day a record counts by, not known where it has none; months
	// and years count to their end. dates are the fields that it is taken from.
	date  func(b *bag) record.Day
	dates []string
	// span is the first and last day the record speaks of; nil: its date.
	span func(b *bag) (first, last record.Day)
	// titled is the date that the month of a title stands for; "" for none.
	titled string
	// yearly reports a record of a whole year; nil: no record is.
	yearly func(b *bag) bool
	// flows reports a record with an amount that belongs to a month where the table
	// has months; a ceiling and a target may be of the year. nil: no record has one.
	flows func(b *bag) (year int16, is bool)

	// adds reports a table whose rows are amounts or counts that totals of its own
	// add up, in which a sum could pass for one more row; nil: no table is.
	adds func(has func(field string) bool) bool
	// void are the words by which a state or a remark that no field is read from
	// takes a record back; nil: none does.
	void map[string]bool
	// things are the words for what one row of a list is; nil: rows are no things.
	things map[string]bool
	// named is the number that tells them apart; nil: they bear none.
	named func(b *bag) *string
	// fund is where the source of funds of a title goes; nil: it has none.
	fund func(b *bag) *record.Fund
	// told is where what words around a table say of its months goes; nil: it has none.
	told func(b *bag) *record.Tri
	// awake reports clocks of people who come and go: 00:00:00 is none of them,
	// but may begin or end an interval.
	awake bool
}

// Role is what a field is to its record.
type Role string

// The roles.
const (
	RoleKey       Role = "key"
	RoleMeasure   Role = "measure"
	RoleAttribute Role = "attribute"
)

func (k *kind) role(f *field) Role {
	switch {
	case k.keys[f.name]:
		return RoleKey
	case k.measures[f.name], f.typ == score:
		return RoleMeasure
	}
	return RoleAttribute
}

// RoleOf is the role of a field of a kind; false where there is no such field.
func RoleOf(kind, field string) (Role, bool) {
	k, ok := kindOf(kind)
	if !ok {
		return "", false
	}
	f, ok := k.field(field)
	if !ok {
		return "", false
	}
	return k.role(f), true
}

// always is what tables of a kind are, whatever their fields.
func always(func(string) bool) bool { return true }

// reset starts a record anew.
func (k *kind) reset(b *bag) {
	b.unclear, b.acts, b.off, b.denied = b.unclear[:0], b.acts[:0], false, ""
	k.zero(b)
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

// fine is the check of a kind whose fields cannot contradict each other.
func fine(*bag) (string, reject.Code) { return "", "" }

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

// tri is a field of yes and no, in the words of its own vocabulary.
func tri(name, phrases string, to func(*bag) *record.Tri) field {
	return words(name, phrases, yesNoCodes, func(b *bag, c int) { *to(b) = record.Tri(c) })
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

func monthField(to func(*bag) *int8) field {
	return field{name: "month", typ: month, set: func(b *bag, v value) reject.Code { *to(b) = int8(v.n); return "" }}
}

func yearField(to func(*bag) *int16) field {
	return field{name: "year", typ: year, set: func(b *bag, v value) reject.Code { *to(b) = int16(v.n); return "" }}
}
