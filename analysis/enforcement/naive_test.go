package enforcement_test

import (
	"math/rand/v2"
	"testing"

	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// oracle is an indicator computed the obvious way from the rows themselves. It
// calls nothing of the program but record.DayOf and its inverse.
type oracle func(*records, period) answer

// oracles has one of them for every indicator.
var oracles = map[string]oracle{
	"GAK-01": naiveCount(tak),
	"GAK-02": naivePersons(tak),
	"GAK-03": naiveCount(only(record.ActionDeportation)),
	"GAK-04": naiveDeportShare,
	"GAK-05": naiveCount(only(record.ActionDetention)),
	"GAK-06": naiveCount(only(record.ActionListing)),
	"GAK-07": naiveCharged,
	"GAK-08": naiveJustitia,
	"GAK-09": naiveClearance,
	"GAK-10": naiveLargest(country),
	"GAK-11": naiveLargest(article),
	"GAK-12": naiveHeld(false),
	"GAK-13": naiveHeld(true),
	"GAK-14": naiveHitRate,
	"GAK-15": naiveTouts,
	"GAK-16": naiveCount(only(record.ActionPermit)),
	"GAK-17": naiveCount(only(record.ActionExclusion)),
	"GAK-18": naiveCount(only(record.ActionResidence)),
	"GAK-19": naiveCount(only(record.ActionCharge)),
	"GAK-20": naiveExecuted,
	"GAK-21": naiveRemoved,
	"GAK-22": naiveActDays(record.ActionDeportation),
	"GAK-23": naiveCaseDays(naiveArrest, 1, 2),
	"GAK-24": naiveCaseDays(naiveArrest, 9, 10),
	"GAK-25": naiveCaseDays(naiveSPDP, 1, 2),
	"GAK-26": naiveCaseDays(naiveSPDP, 9, 10),
	"GAK-27": naiveStage(1),
	"GAK-28": naiveStage(2),
	"GAK-29": naiveStage(3),
	"GAK-30": naiveStage(4),
	"GAK-31": naiveChargeFit,
	"GAK-32": naiveChargeDays,
	"GAK-33": naiveHHI(country),
	"GAK-34": naiveHHI(article),
	"GAK-35": naiveFinding,
	"GAK-36": naivePerOperation,
	"GAK-37": naiveRepeaters,
	"GAK-38": naiveReported,
	"GAK-39": naiveStaff,
	"GAK-40": naiveCount(every),
	"GAK-41": naiveJoint,
	"GAK-42": naivePersons(only(record.ActionDetention)),
	"GAK-43": naiveActDays(record.ActionDetention),
	"GAK-44": naiveWithin90,
}

// compare asks the program and the oracles the same of the same rows; known
// counts by indicator how often there was a value.
func compare(t *testing.T, what any, x *records, p period, known map[string]int) {
	t.Helper()
	set := office.Default()
	set.RemovalDays = int(p.limit)
	s := enforcement.NewSlice(x.facts(), &set, facts.Selection{From: p.from, To: p.to})
	for _, spec := range enforcement.Specs() {
		naive, ok := oracles[spec.ID]
		if !ok {
			continue // TestEveryIndicatorHasAnOracle says so
		}
		got, want := spec.Compute(s), naive(x, p)
		switch {
		case got.Known() != (want.v != nil):
			t.Errorf("%v, %s..%s: %s is %v, the oracle has %v", what, p.from, p.to, spec.ID, got.Value, want.v)
		case !got.Known():
		case got.Value.Cmp(want.v) != 0 || got.N != want.n:
			t.Errorf("%v, %s..%s: %s = %v (n %d), the oracle has %v (n %d)", what, p.from, p.to, spec.ID, got.Value, got.N, want.v, want.n)
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
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 17))
		year := oneOf(r, 2016, 2019)
		x := randomOffice(r, year)
		months := oneOf(r, 1, 3, 6, 12)
		first := 1 + months*r.IntN(12/months)
		p := period{record.DayOf(year, first, 1), record.DayOf(year, first+months, 1) - 1, oneOf[record.Day](r, 30, 30, 14)}
		compare(t, seed, x, p, known)
	}
	for _, spec := range enforcement.Specs() {
		if known[spec.ID] < 20 {
			t.Errorf("%s had a value only %d times", spec.ID, known[spec.ID])
		}
	}
}

// TestEveryIndicatorHasAnOracle: a new indicator cannot come without one.
func TestEveryIndicatorHasAnOracle(t *testing.T) {
	n := 0
	for _, spec := range enforcement.Specs() {
		n++
		if oracles[spec.ID] == nil {
			t.Errorf("%s has no oracle", spec.ID)
		}
	}
	if n != len(oracles) {
		t.Errorf("%d indicators, %d oracles", n, len(oracles))
	}
}
