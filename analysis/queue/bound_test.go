package queue

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// TestQuantileBoundsAgainstBruteForce: every way to add up to n values keeps
// the quantile within the bounds, and n zeros or n endless ones reach them.
func TestQuantileBoundsAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Int32Range(0, 50), 1, 30).Draw(t, "waits")
		slices.Sort(x)
		q := rapid.SampledFrom([][2]int64{{1, 2}, {9, 10}, {19, 20}}).Draw(t, "quantile")
		n := rapid.Int64Range(0, 8).Draw(t, "rejected")
		lo, hi := quantileBounds(x, q[0], q[1], n)
		more := rapid.SliceOfN(rapid.Int32Range(0, 100), 0, int(n)).Draw(t, "content")
		got := stat.Quantile(sorted(append(slices.Clone(x), more...)), q[0], q[1])
		if got.Cmp(lo) < 0 || hi != nil && got.Cmp(hi) > 0 {
			t.Fatalf("%v lies outside %v to %v", got, lo, hi)
		}
		least := stat.Quantile(sorted(append(slices.Clone(x), make([]int32, n)...)), q[0], q[1])
		if least.Cmp(lo) != 0 {
			t.Fatalf("least %v, bound %v", least, lo)
		}
		endless := slices.Clone(x)
		for range n {
			endless = append(endless, 1<<30)
		}
		most := stat.Quantile(sorted(endless), q[0], q[1])
		if open := most.Cmp(big.NewRat(int64(x[len(x)-1]), 1)) > 0; open != (hi == nil) || !open && most.Cmp(hi) != 0 {
			t.Fatalf("greatest %v, bound %v", most, hi)
		}
	})
}

// anyTicket draws a ticket of three days in March 2016 with a few counters,
// lanes and fates.
func anyTicket(t *rapid.T, label string) record.Ticket {
	taken := rapid.IntRange(450, 465).Draw(t, label+" taken")
	wait := rapid.IntRange(0, 20).Draw(t, label+" wait")
	busy := rapid.IntRange(0, 15).Draw(t, label+" busy")
	tk := record.Ticket{
		Day: monday + record.Day(rapid.IntRange(0, 2).Draw(t, label+" day")), Class: rapid.SampledFrom([]string{"A", "C"}).Draw(t, label+" class"),
		Taken: at(taken), Called: at(taken + wait), Started: at(taken + wait), Ended: at(taken + wait + busy), Status: record.StatusServed,
	}
	switch rapid.IntRange(0, 9).Draw(t, label+" fate") {
	case 0:
		tk.Status, tk.Called, tk.Started, tk.Ended = record.StatusNoShow, record.Clock(0), record.Clock(0), record.Clock(0)
	case 1:
		tk.Status, tk.Ended = record.StatusWaiting, record.Clock(0)
	case 2:
		tk.Status = record.StatusCancelled
	}
	return tk
}

// TestBoundsHoldForAnyRejectedTickets: with every indicator, up to n further
// tickets of any content keep the value within its bound.
func TestBoundsHoldForAnyRejectedTickets(t *testing.T) {
	set := office.Default()
	set.PriorityClasses = []string{"C"}
	set.WaitStandard, set.LongWait = 600, 900
	set.Quotas = []office.Quota{{From: monday, Start: at(450), End: at(460), Number: 4}}
	rapid.Check(t, func(t *rapid.T) {
		var all []record.Ticket
		for i := range rapid.IntRange(1, 40).Draw(t, "tickets") {
			all = append(all, anyTicket(t, fmt.Sprint(i)))
		}
		before := slice(set, slices.Clone(all))
		n := rapid.IntRange(0, 3).Draw(t, "rejected")
		for i := range rapid.IntRange(0, n).Draw(t, "counted") {
			all = append(all, anyTicket(t, fmt.Sprint("more", i)))
		}
		after := slice(set, all)
		for _, spec := range Specs() {
			if spec.Bound == nil || len(spec.Kinds) > 0 && spec.Kinds[0] == "application" {
				continue
			}
			old, now := spec.Compute(before), spec.Compute(after)
			if !old.Known() || !now.Known() {
				continue
			}
			lo, hi := spec.Bound(before, int64(n))
			if lo != nil && now.Value.Cmp(lo) < 0 || hi != nil && now.Value.Cmp(hi) > 0 || lo != nil && old.Value.Cmp(lo) < 0 || hi != nil && old.Value.Cmp(hi) > 0 {
				t.Fatalf("%s: %v, with more %v, bounds %v to %v", spec.ID, old.Value, now.Value, lo, hi)
			}
		}
	})
}

// TestBoundsHoldForAnyRejectedApplications: the same for passports.
func TestBoundsHoldForAnyRejectedApplications(t *testing.T) {
	set := office.Default()
	draw := func(t *rapid.T, label string) record.Application {
		a := record.Application{Number: label, Applied: monday + record.Day(rapid.IntRange(0, 12).Draw(t, label+" applied"))}
		if rapid.Bool().Draw(t, label+" done") {
			a.Ready = a.Applied + record.Day(rapid.IntRange(0, 12).Draw(t, label+" days"))
		}
		if rapid.IntRange(0, 3).Draw(t, label+" express") == 0 {
			a.Express = record.Yes
		}
		return a
	}
	make := func(list []record.Application) *Slice {
		f := &facts.Set{}
		for i := range list {
			f.Application(&list[i])
		}
		f.Seal()
		return NewSlice(f, &set, year)
	}
	rapid.Check(t, func(t *rapid.T) {
		var all []record.Application
		for i := range rapid.IntRange(1, 20).Draw(t, "applications") {
			all = append(all, draw(t, fmt.Sprint("P", i)))
		}
		n := rapid.IntRange(0, 3).Draw(t, "rejected")
		before := make(slices.Clone(all))
		for i := range n {
			all = append(all, draw(t, fmt.Sprint("Q", i)))
		}
		after := make(all)
		for _, id := range []string{"PAS-01", "PAS-02"} {
			for _, spec := range Specs() {
				if spec.ID != id || !spec.Compute(before).Known() {
					continue
				}
				lo, hi := spec.Bound(before, int64(n))
				if now := spec.Compute(after).Value; now.Cmp(lo) < 0 || now.Cmp(hi) > 0 {
					t.Fatalf("%s: %v outside %v to %v", id, now, lo, hi)
				}
			}
		}
	})
}
