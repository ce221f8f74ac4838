package finance_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/finance"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// asked is the months of a fiscal year that are asked about, and the office's
// holidays.
type asked struct {
	year, first, last int
	off               []record.Day
}

func (q asked) end() record.Day { return day(q.year, q.last+1, 1) - 1 }

// working reports whether a day is one: Monday to Friday and no holiday. Day 1
// was a Monday.
func (q asked) working(d record.Day) bool {
	for _, h := range q.off {
		if h == d {
			return false
		}
	}
	return (d-1)%7 < 5
}

// answer is a value with its n; without a value it is not known.
type answer struct {
	v *big.Rat
	n int64
}

var unknown = answer{}

// average is a weighted mean of what there is.
type average struct {
	sum    big.Rat
	weight int64
	n      int64
}

func (a *average) add(v *big.Rat, weight int64) {
	if v == nil {
		return
	}
	a.sum.Add(&a.sum, new(big.Rat).Mul(v, big.NewRat(weight, 1)))
	a.weight, a.n = a.weight+weight, a.n+1
}

func (a *average) value() *big.Rat {
	if a.n == 0 {
		return nil
	}
	return new(big.Rat).Mul(&a.sum, big.NewRat(1, a.weight))
}

func least(v *big.Rat, top int64) *big.Rat {
	if t := big.NewRat(top, 1); v.Cmp(t) > 0 {
		return t
	}
	return v
}

// oracle is an indicator computed the obvious way from the rows themselves,
// with the numbers of the regulation written out. It calls nothing of the
// program but record.DayOf and its inverse.
type oracle func(*records, asked) answer

// oracles has one of them for every indicator.
func oracles() map[string]oracle {
	return map[string]oracle{
		"KEU-01": naiveGross, "KEU-02": naiveNet, "KEU-03": naiveUnspent,
		"KEU-04": naiveDeviationShare, "KEU-05": naiveDeviationScore, "KEU-06": naiveAbsorption,
		"KEU-07": naiveRevenue, "KEU-08": naiveBunching(0), "KEU-09": naiveRevisions,
		"KEU-10": naiveContracts, "KEU-11": naiveInvoices, "KEU-12": naiveAdvances,
		"KEU-13": naiveOutputs, "KEU-14": naiveDispensation, "KEU-15": naivePartial,
		"KEU-16": naiveOfficial, "KEU-17": naiveBunching(51), "KEU-18": naiveRevenueGap,
		"KEU-19": naiveImplied, "KEU-20": naiveForecast,
	}
}

// compare asks the program and the oracles the same of the same rows.
func compare(t *testing.T, what any, x *records, q asked, known map[string]int) {
	t.Helper()
	o := office.Default()
	for _, d := range q.off {
		o.Holidays = append(o.Holidays, office.Holiday{Day: d})
	}
	s := finance.NewSlice(x.facts(), &o, facts.Selection{From: day(q.year, q.first, 1), To: q.end()})
	for _, spec := range finance.Specs() {
		naive, ok := oracles()[spec.ID]
		if !ok {
			continue // TestEveryIndicatorHasAnOracle says so
		}
		got, want := spec.Compute(s), naive(x, q)
		switch {
		case got.Known() != (want.v != nil):
			t.Errorf("%v, %d-%02d..%02d: %s is %v, the oracle has %v", what, q.year, q.first, q.last, spec.ID, got.Value, want.v)
		case !got.Known():
		case got.Value.Cmp(want.v) != 0 || got.N != want.n:
			t.Errorf("%v, %d-%02d..%02d: %s = %v (n %d), the oracle has %v (n %d)", what, q.year, q.first, q.last, spec.ID, got.Value, got.N, want.v, want.n)
		}
		if got.Known() {
			known[spec.ID]++
		}
	}
}

// TestOraclesOnRandomOffices compares every indicator on random offices; every
// indicator must have had a value in some of them.
func TestOraclesOnRandomOffices(t *testing.T) {
	known := map[string]int{}
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 23))
		q := asked{year: oneOf(r, 2016, 2024), first: 1, last: oneOf(r, 12, 12, 1+r.IntN(12))}
		if r.IntN(5) == 0 {
			q.first = q.last
		}
		if r.IntN(2) == 0 {
			q.off = []record.Day{day(q.year, 3, 11), day(q.year, 3, 29), day(q.year, 5, 1), day(q.year, 8, 1), day(q.year, 8, 2)}
		}
		compare(t, seed, randomOffice(r, q.year), q, known)
	}
	for _, spec := range finance.Specs() {
		if known[spec.ID] < 20 {
			t.Errorf("%s had a value only %d times", spec.ID, known[spec.ID])
		}
	}
}

// TestEveryIndicatorHasAnOracle: a new indicator cannot come without one.
func TestEveryIndicatorHasAnOracle(t *testing.T) {
	n := 0
	for _, spec := range finance.Specs() {
		n++
		if oracles()[spec.ID] == nil {
			t.Errorf("%s has no oracle", spec.ID)
		}
	}
	if n != len(oracles()) {
		t.Errorf("%d indicators, %d oracles", n, len(oracles()))
	}
}
