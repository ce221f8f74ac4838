package edition

import (
	"encoding/json"
	"reflect"
	"slices"

	"rapor/analysis/result"
)

// statements drops every sentence that says what is masked: a small count of
// persons beside a month, a day or a label, a month masked in the series of
// its indicator, a comparison of a masked value, a number beside the name of an
// indicator that is withheld. A sentence repeated elsewhere
// is dropped there too.
func (e *editor) statements() {
	silent := map[string]bool{}
	for i := range e.Indicators {
		if ind := &e.Indicators[i]; ind.Value.Masked {
			silent[ind.Name.ID] = true
		}
	}
	e.silent = silent
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		hide := e.months[ind.ID]
		drop := func(t result.Text) bool {
			if e.says(t, hide) {
				e.gone[key(t)] = true
				return true
			}
			return false
		}
		ind.Findings = slices.DeleteFunc(ind.Findings, drop)
		ind.Value.Warnings = slices.DeleteFunc(ind.Value.Warnings, drop)
		if c := ind.Control; c != nil && drop(c.Say) {
			c.Say = result.Text{}
		}
		for k := range ind.Baseline {
			if drop(ind.Baseline[k].Say) {
				ind.Baseline[k].Say = result.Text{}
			}
		}
	}
	e.everywhere(func(t result.Text) bool { return e.gone[key(t)] || e.says(t, nil) })
}

func key(t result.Text) string {
	b, _ := json.Marshal(t) // a text of a result can always be written
	return string(b)
}

// everywhere drops texts from all lists, and puts a general sentence in the
// place of single ones.
func (e *editor) everywhere(drop func(result.Text) bool) {
	visit(reflect.ValueOf(e.Result), func(t *[]result.Text) { *t = slices.DeleteFunc(*t, drop) })
	visit(reflect.ValueOf(e.Result), func(t *result.Text) {
		if len(t.Args) > 0 && drop(*t) {
			*t = result.T("Kalimat ini hanya ada pada edisi kantor.", "This sentence stands in the office's edition only.")
		}
	})
}

// told is what the arguments of a sentence tell.
type told struct{ when, label, few, hidden, withheld, number bool }

// says reports whether a sentence gives away what is masked.
func (e *editor) says(t result.Text, hide map[string]bool) bool {
	var k told
	e.tell(t, hide, &k)
	return k.hidden || k.few && (k.when || k.label) || k.withheld && k.number
}

func (e *editor) tell(t result.Text, hide map[string]bool, k *told) {
	for _, q := range t.Args {
		switch q.Unit {
		case result.Month:
			k.when = true
			k.hidden = k.hidden || hide[q.Label]
		case result.Date:
			k.when = true
		case result.Span: // a month is an attribute, a year is none
			k.when = k.when || len(q.Label) == len("2016-12")
		case result.Label:
			k.label = k.label || q.From != nil
			k.hidden = k.hidden || !e.printable(q)
		case result.Worded:
			if q.Term != nil {
				k.withheld = k.withheld || e.silent[q.Term.ID]
				e.tell(*q.Term, hide, k)
			}
		default:
			k.number = k.number || q.Value != nil
			if n, ok := whole(q.Value); ok && people(q.Unit) && e.Privacy.Small(n) {
				k.few = true
			}
		}
	}
}

// finish takes the origins off all labels, whose numbers are counts of their
// own, and puts a word in the place of any label that must not be read.
func (e *editor) finish() {
	visit(reflect.ValueOf(e.Result), func(q *result.Quantity) {
		if !e.printable(*q) {
			*q = result.Named("(disamarkan)", "(masked)")
			e.said++
		}
		q.From = nil
	})
}
