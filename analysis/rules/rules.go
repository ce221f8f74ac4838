// Package rules is the register of regulatory parameters: what a figure rests
// on, from when, by which source, and whether that source was seen. The
// register is data (data/*.toml, embedded); this package loads it, checks it
// and looks things up by id and date. It knows nothing of how the parameters
// are used.
//
// A Rule is what an indicator names as its basis. A Parameter is a number or a
// table of numbers that belongs to a rule, in versions by date. A Set says
// which rules of budget performance hold in a fiscal year.
package rules

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Status says how far a rule can be relied on.
const (
	Verified   = "verified"   // stated in a source that was read
	Unverified = "unverified" // general knowledge, or a source not seen in full
	Office     = "office"     // set by the office in rapor.yaml, or a default of this program
	Method     = "method"     // a statistical method, or a definition of this program
)

// Rule is one entry of the register: what an indicator's Basis names.
type Rule struct {
	ID       string
	Title    result.Text
	Source   result.Text
	Status   string
	From, To string // ISO dates in force; "" = open
	Note     result.Text
}

// Parameter is one number, or one table of numbers, of a rule.
type Parameter struct {
	ID       string // "ikpa.tagihan.hari"; a row of a table is ID + "." + its key
	Rule     string // id of the rule it belongs to
	Title    result.Text
	Unit     string // one of units
	Versions []Version
	// Informational says that no value is computed from it: it is kept for
	// what it tells, and cannot be replaced.
	Informational bool
}

// Version is a parameter as it stood in a span of days.
type Version struct {
	From, To record.Day // inclusive; unknown = open
	Status   string
	Source   result.Text
	Note     result.Text
	Value    *big.Rat // nil when the parameter is a table
	Rows     Table
	Others   []Reading // conflicting readings, where sources disagree
}

// Reading is what another source says: another number, or the rows of the
// table that differ.
type Reading struct {
	Value  *big.Rat
	Rows   Table
	Source result.Text
}

// Table is the rows of a parameter, in the order of the regulation.
type Table []Row

// Row is one line of a table. A row of a scale has a lower bound: Least
// includes it, Over does not.
type Row struct {
	Key         string
	Label       result.Text
	Least, Over *big.Rat
	Values      []*big.Rat
}

// Get returns the values of the row with a key.
func (t Table) Get(key string) ([]*big.Rat, bool) {
	for i := range t {
		if t[i].Key == key {
			return t[i].Values, true
		}
	}
	return nil, false
}

// Has reports whether a row with the key is there.
func (t Table) Has(key string) bool {
	_, ok := t.Get(key)
	return ok
}

// Step returns the row of a scale in which x lies: the one with the highest
// lower bound that x reaches (Least) or exceeds (Over). ok is false below the
// first.
func (t Table) Step(x *big.Rat) (Row, bool) {
	var found Row
	ok := false
	for _, r := range t {
		b := r.bound()
		if b == nil || x.Cmp(b) < 0 || r.Over != nil && x.Cmp(b) == 0 {
			continue
		}
		if !ok || b.Cmp(found.bound()) >= 0 {
			found, ok = r, true
		}
	}
	return found, ok
}

// bound is the lower bound of a row of a scale, nil elsewhere.
func (r *Row) bound() *big.Rat {
	if r.Over != nil {
		return r.Over
	}
	return r.Least
}

// numbers are what an office may replace in a row: its values, or the lower
// bound of a scale that has none.
func (r *Row) numbers() []*big.Rat {
	if b := r.bound(); len(r.Values) == 0 && b != nil {
		return []*big.Rat{b}
	}
	return r.Values
}

// with is the row with other numbers, as many as it has.
func (r Row) with(own []*big.Rat) Row {
	switch {
	case len(r.Values) > 0:
		r.Values = own
	case r.Over != nil:
		r.Over = own[0]
	default:
		r.Least = own[0]
	}
	return r
}

// All lists the rules in order.
func All() []Rule { return book().rules }

// Find returns a rule by its id.
func Find(id string) (Rule, bool) {
	for _, r := range All() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Parameters lists the parameters in order.
func Parameters() []Parameter { return book().parameters }

// FindParameter returns a parameter by its id.
func FindParameter(id string) (Parameter, bool) {
	for _, p := range Parameters() {
		if p.ID == id {
			return p, true
		}
	}
	return Parameter{}, false
}

// At returns the version in force on a day.
func (p *Parameter) At(d record.Day) (Version, bool) {
	if list := p.Between(d, d); len(list) > 0 {
		return list[0], true
	}
	return Version{}, false
}

// Between lists the versions in force on some day of a span, oldest first.
func (p *Parameter) Between(from, to record.Day) []Version {
	var out []Version
	for _, v := range p.Versions {
		if (!v.From.Known() || v.From <= to) && (!v.To.Known() || from <= v.To) {
			out = append(out, v)
		}
	}
	return out
}

// Number is the value of a parameter in force on a day, as the register has
// it. ok is false when there is no such parameter, it is a table, or nothing
// is known for the day.
func Number(id string, d record.Day) (v *big.Rat, ok bool) { return Book{}.Number(id, d) }

// Rows is the table of a parameter in force on a day, as the register has it.
func Rows(id string, d record.Day) (t Table, ok bool) { return Book{}.Rows(id, d) }
