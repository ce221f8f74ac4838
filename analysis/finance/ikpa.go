package finance

import (
	"math/big"
	"strconv"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// This file holds what all scores of budget performance share: the label of a
// simulation, the register, weighted means, rounding.

// simulation labels every score computed by a formula of the performance
// regulation: it is never the official value, and in years before the
// regulation it does not even bear its name.
func (s *Slice) simulation() result.Text {
	switch {
	case !s.set.Named:
		return result.T("Simulasi internal dengan rumus PER-5/PB/2024, bukan nilai resmi OM-SPAN; pada tahun anggaran {0} indikator kinerja pelaksanaan anggaran belum ada.",
			"Internal simulation by the formula of PER-5/PB/2024, not an official OM-SPAN value; in fiscal year {0} the budget performance indicators did not exist yet.",
			result.Str(strconv.Itoa(s.year)))
	case s.set.Formulas != s.set.ID:
		return result.T("Simulasi internal dengan rumus PER-5/PB/2024, bukan nilai resmi OM-SPAN; tahun anggaran {0} dinilai dengan aturan lain ({1}) yang rumusnya tidak ada dalam register.",
			"Internal simulation by the formula of PER-5/PB/2024, not the official OM-SPAN value; fiscal year {0} was scored by other rules ({1}) whose formulas are not in the register.",
			result.Str(strconv.Itoa(s.year)), term(s.set.Title))
	}
	return result.T("Simulasi internal dengan rumus {0}, bukan nilai resmi OM-SPAN.", "Internal simulation by the formula of {0}, not the official OM-SPAN value.", term(s.set.Source))
}

func term(t result.Text) result.Quantity { return result.Quantity{Unit: result.Worded, Term: &t} }

// unknownRule refuses a score whose formula the rules of the year do not give.
func (s *Slice) unknownRule() result.Value {
	return missing(result.T("rumus nilai ini menurut {0} tidak ada dalam register; tidak dihitung daripada salah", "the formula of this score by {0} is not in the register; not computed rather than wrong", term(s.set.Source)))
}

func (s *Slice) number(id string) (*big.Rat, bool) { return s.book.Number(id, s.day) }

// row is one row of a table of the register with a single number.
func (s *Slice) row(id, key string) (*big.Rat, bool) {
	t, ok := s.book.Rows(id, s.day)
	if !ok {
		return nil, false
	}
	v, ok := t.Get(key)
	if !ok || len(v) != 1 {
		return nil, false
	}
	return v[0], true
}

// step is the value of a scale of the register at x.
func (s *Slice) step(id string, x *big.Rat) (*big.Rat, bool) {
	t, ok := s.book.Rows(id, s.day)
	if !ok {
		return nil, false
	}
	r, ok := t.Step(x)
	if !ok || len(r.Values) != 1 {
		return nil, false
	}
	return r.Values[0], true
}

// months is a number of the register that names a month.
func (s *Slice) monthOf(id string) int {
	v, ok := s.number(id)
	if !ok || !v.IsInt() {
		return 0
	}
	return int(v.Num().Int64())
}

func rat(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func hundred() *big.Rat { return rat(100) }

// atMost caps a value.
func atMost(v, top *big.Rat) *big.Rat {
	if v.Cmp(top) > 0 {
		return new(big.Rat).Set(top)
	}
	return v
}

// mean adds values up and counts them.
type mean struct {
	sum big.Rat
	n   int64
}

func (m *mean) add(v *big.Rat) {
	m.sum.Add(&m.sum, v)
	m.n++
}

// value is nil without observations.
func (m *mean) value() *big.Rat {
	if m.n == 0 {
		return nil
	}
	return new(big.Rat).Quo(&m.sum, rat(m.n))
}

// weighted is a mean with weights over what is there: a missing part drops out
// of numerator and denominator and is never scored.
type weighted struct{ sum, weight big.Rat }

func (w *weighted) add(v, weight *big.Rat) {
	if v == nil {
		return
	}
	w.sum.Add(&w.sum, new(big.Rat).Mul(v, weight))
	w.weight.Add(&w.weight, weight)
}

// value is nil without weight.
func (w *weighted) value() *big.Rat {
	if w.weight.Sign() == 0 {
		return nil
	}
	return new(big.Rat).Quo(&w.sum, &w.weight)
}

// halfUp rounds to a number of decimals, halves up.
func halfUp(v *big.Rat, decimals int) *big.Rat {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	x := new(big.Rat).Mul(v, scale)
	x.Add(x, big.NewRat(1, 2))
	floor := new(big.Int).Div(x.Num(), x.Denom()) // Euclidean: floors for a positive denominator
	return new(big.Rat).Quo(new(big.Rat).SetInt(floor), scale)
}

// scoreInfo declares a score in points.
func scoreInfo(id, rule string, name, question, formula, caveat, needs result.Text, kinds ...string) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Points, NUnit: result.Count, Better: result.Higher, Since: "0.1.0", Name: name, Question: question, Formula: formula,
		Caveat: caveat, Basis: []string{rule}, Kinds: kinds, Needs: needs,
	}
}

// points makes a score's value.
func (s *Slice) points(v *big.Rat, n int64, warnings ...result.Text) result.Value {
	return result.Value{Value: v, N: n, NUnit: result.Count, Warnings: append(warnings, s.simulation())}
}

func excluded(out []result.Exclusion, n int64, id, en string) []result.Exclusion {
	if n == 0 {
		return out
	}
	return append(out, result.Exclusion{Reason: result.T(id, en), N: n})
}
