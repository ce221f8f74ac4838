package result

import (
	"math/big"
	"strings"
)

// A result serves two audiences. What holds a cell's content, a file's name or
// a free text is for the office alone: fields with the tag audience:"office",
// texts made by ForOffice, and labels from the data that their Origin does not
// let pass. Package analysis/edition makes the jury's edition from these marks.

// Editions of a result; the zero value is the office's own.
const (
	ForTheOffice = ""
	ForTheJury   = "jury"
)

// Origin says where a label of the data comes from and what speaks for
// printing it outside the office.
type Origin struct {
	Field string `json:"field"`           // of the record: "service", "nationality"
	N     int64  `json:"n"`               // records that bear the label
	Known bool   `json:"known,omitempty"` // the vocabulary of its field has it
}

// Data is a label from the data. n counts the records that bear it; known says
// that the vocabulary of its field has it.
func Data(field, label string, n int64, known bool) Quantity {
	return Quantity{Unit: Label, Label: label, From: &Origin{Field: field, N: n, Known: known}}
}

// ForOffice marks a text that must not leave the office: it names a file, a
// heading, a cell or a person.
func ForOffice(t Text) Text {
	t.Office = true
	return t
}

// Subjects says what the observations of an indicator are, as far as counts of
// few of them may point to a person: a record kind such as "action", "case",
// "tout", "complaint", "answer", "application" (persons known by name to the
// office) or "ticket" (numbers without a name); "" where they are no persons.
type Subjects string

// Persons reports whether few of them point to persons known by name.
func (s Subjects) Persons() bool { return s != "" && s != "ticket" }

// subjects says of every record kind what its rows are, as a count of few of
// them is seen; "" where they are no persons.
var subjects = map[string]Subjects{
	"action": "action", "case": "case", "case_count": "case", "tout": "tout",
	"complaint": "complaint", "answer": "answer", "answer_count": "answer", "application": "application", "volume": "",
	"ticket": "ticket", "queue_interval": "ticket",
	"operation": "", "ledger": "", "revenue": "", "official_score": "", "revision": "", "contract": "", "invoice": "",
	"cash_advance": "", "output": "", "dispensation": "",
}

// SubjectsOf derives the subjects from the record kinds an indicator is
// computed from: persons known by name go before tickets.
func SubjectsOf(kinds []string) (out Subjects) {
	for _, k := range kinds {
		s := subjects[k]
		if s.Persons() {
			return s
		}
		out = max(out, s)
	}
	return out
}

// Privacy says how the edition for the jury is masked.
type Privacy struct {
	Least  int64 `json:"least"`            // counts of persons below it are masked where they are crossed with an attribute
	Strict bool  `json:"strict,omitempty"` // totals of official acts are masked too
}

// Small reports whether a count is one that may point to a person: 1 up to
// the least number printed. None is not small: it names nobody.
func (p Privacy) Small(n int64) bool { return n > 0 && n < p.Least }

// SmallPart is Small for a part of a whole, a rational: the part or what is
// left of the whole.
func (p Privacy) SmallPart(part *big.Rat, of int64) bool {
	if part == nil {
		return false
	}
	rest := new(big.Rat).Sub(new(big.Rat).SetInt64(of), part)
	return p.smallRat(part) || p.smallRat(rest)
}

func (p Privacy) smallRat(v *big.Rat) bool {
	return v.Sign() > 0 && v.Cmp(new(big.Rat).SetInt64(p.Least)) < 0
}

// Anonymous is the name of a source outside the office: its number and the
// ending that tells the kind of file.
func Anonymous(number int, name string) string {
	out := "F-" + leftPad(number)
	at := strings.LastIndexByte(name, '.')
	if at < 0 {
		return out
	}
	switch ext := strings.ToLower(name[at:]); ext {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".html", ".htm", ".xml", ".pdf":
		return out + ext
	}
	return out
}

func leftPad(n int) string {
	s := new(big.Int).SetInt64(int64(n)).String()
	for len(s) < 3 {
		s = "0" + s
	}
	return s
}
