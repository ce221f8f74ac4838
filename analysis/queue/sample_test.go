package queue

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// busyDays are tickets of some days whose waits share their day.
func busyDays(days, perDay int) []record.Ticket {
	r := rand.New(rand.NewPCG(7, uint64(days)))
	var out []record.Ticket
	for d := range days {
		level := 20 + r.IntN(60)
		for i := range perDay {
			taken := 450 + i
			called := taken + max(0, level+r.IntN(20)-10)
			tk := record.Ticket{Day: monday + record.Day(d), Number: fmt.Sprintf("A%03d", i+1), Class: []string{"A", "A", "C"}[r.IntN(3)],
				Taken: at(taken), Called: at(called), Started: at(called), Ended: at(called + 5 + r.IntN(5)), Status: record.StatusServed}
			if r.IntN(20) == 0 {
				tk.Status, tk.Ended = record.StatusWaiting, record.Clock(0)
			}
			if r.IntN(12) == 0 {
				tk.Status, tk.Called, tk.Started, tk.Ended = record.StatusNoShow, record.Clock(0), record.Clock(0), record.Clock(0)
			}
			out = append(out, tk)
		}
	}
	return out
}

func priorityOffice() office.Setting {
	set := office.Default()
	set.PriorityClasses = []string{"C"}
	set.LongWait = 70 * 60
	set.Quotas = []office.Quota{{From: monday, Start: at(450), End: at(480), Number: 20}}
	return set
}

func spec(t *testing.T, id string) *indicator.Spec[*Slice] {
	t.Helper()
	list := Specs()
	for i := range list {
		if list[i].ID == id {
			return &list[i]
		}
	}
	t.Fatalf("no indicator %s", id)
	return nil
}

// TestSamplesAreWhatIsMeasured: the observations that are resampled give the
// very value of the indicator, for every indicator that has them.
func TestSamplesAreWhatIsMeasured(t *testing.T) {
	f := &facts.Set{}
	for i, tk := range busyDays(25, 30) {
		tk.Ref = record.Ref{Row: uint32(i + 2)}
		f.Ticket(&tk)
	}
	for i := range 60 {
		a := record.Application{Number: fmt.Sprint(i), Applied: monday + record.Day(i%20), Express: []record.Tri{record.No, record.Yes}[i%2]}
		if i%7 > 0 {
			a.Ready = a.Applied + record.Day(i%9)
		}
		f.Application(&a)
	}
	f.Seal()
	set := priorityOffice()
	s := NewSlice(f, &set, year)
	seen := 0
	for _, spec := range Specs() {
		if spec.Sample == nil {
			if spec.Interval == indicator.Resampled {
				t.Errorf("%s promises an interval by days without a sample", spec.ID)
			}
			continue
		}
		seen++
		v, x := spec.Compute(s), spec.Sample(s)
		if !v.Known() || x.Cluster == nil {
			t.Errorf("%s: %v, %v", spec.ID, v.Value, x)
			continue
		}
		got := x.Cluster.Exact(x.Measure)
		if x.Above {
			got.Sub(one, got)
		}
		if got.Cmp(v.Value) != 0 {
			t.Errorf("%s: the sample gives %v, the value is %v", spec.ID, got, v.Value)
		}
		x.Onto(&v, stat.DefaultBoot)
		f, _ := v.Value.Float64()
		if v.Interval != indicator.Resampled || v.Lo == nil || *v.Lo > f || *v.Hi < f || v.Level != .95 {
			t.Errorf("%s: interval %v %v to %v by %q", spec.ID, f, v.Lo, v.Hi, v.Interval)
		}
	}
	if seen < 15 {
		t.Errorf("only %d indicators resample days", seen)
	}
}

var one = big.NewRat(1, 1)

// TestFewDaysGiveNoInterval: nine days are refused and the value says that ten
// are needed; between ten and thirty a P90 carries a warning, a median does not.
func TestFewDaysGiveNoInterval(t *testing.T) {
	of := func(days int, id string) result.Value {
		s := slice(priorityOffice(), busyDays(days, 30))
		return resampled(spec(t, id), s)
	}
	if v := of(9, "ANT-03"); v.Lo != nil || v.Interval != "" || len(v.Warnings) != 1 {
		t.Errorf("nine days: %v to %v, %v", v.Lo, v.Hi, v.Warnings)
	}
	if v := of(12, "ANT-03"); v.Lo == nil || len(v.Warnings) != 0 {
		t.Errorf("a median of twelve days: %v, %v", v.Lo, v.Warnings)
	}
	if v := of(12, "ANT-04"); v.Lo == nil || len(v.Warnings) != 1 {
		t.Errorf("a P90 of twelve days: %v, %v", v.Lo, v.Warnings)
	}
	if v := of(40, "ANT-04"); v.Lo == nil || len(v.Warnings) != 0 {
		t.Errorf("a P90 of forty days: %v, %v", v.Lo, v.Warnings)
	}
}

// TestDaysMakeIntervalsWider: waits share their day, so the interval by days
// is wider than that of order statistics.
func TestDaysMakeIntervalsWider(t *testing.T) {
	s := slice(priorityOffice(), busyDays(40, 30))
	naive := spec(t, "ANT-03").Compute(s)
	days := resampled(spec(t, "ANT-03"), s)
	if *days.Hi-*days.Lo < 1.5*(*naive.Hi-*naive.Lo) {
		t.Errorf("by days %v to %v, by order %v to %v", *days.Lo, *days.Hi, *naive.Lo, *naive.Hi)
	}
}

// TestUndatedTicketsAreNotSampled: they belong to no period, whatever else there
// is.
func TestUndatedTicketsAreNotSampled(t *testing.T) {
	all := busyDays(40, 30)
	for i := range all {
		all[i].Day = 0
		all[i].Number = ""
	}
	if v := spec(t, "ANT-03").Compute(slice(priorityOffice(), all)); v.Known() {
		t.Errorf("%v of undated tickets", v.Value)
	}
	some := busyDays(40, 30)
	for i := range 20 {
		some[i].Day, some[i].Number = 0, ""
	}
	if v := resampled(spec(t, "ANT-03"), slice(priorityOffice(), some)); v.Interval != indicator.Resampled || len(v.Warnings) != 0 {
		t.Errorf("%q, %v", v.Interval, v.Warnings)
	}
}

// TestSharesOfNothingKeepTheirDoubt: when nobody waits long, resampling days
// would say "0 to 0"; the interval of independent observations stays.
func TestSharesOfNothingKeepTheirDoubt(t *testing.T) {
	set := priorityOffice()
	set.LongWait = 20000
	v := resampled(spec(t, "ANT-07"), slice(set, busyDays(40, 30)))
	if v.Interval != "wilson" || *v.Hi <= 0 || len(v.Warnings) != 1 {
		t.Errorf("%q %v, %v", v.Interval, v.Hi, v.Warnings)
	}
}

// TestDifferenceOfAShareAboveTurnsRound: fewer long waits are a negative
// difference.
func TestDifferenceOfAShareAboveTurnsRound(t *testing.T) {
	slow, quick := busyDays(40, 30), busyDays(40, 30)
	for i := range quick {
		if quick[i].Called > 0 {
			quick[i].Called = quick[i].Taken
		}
	}
	before, after := slice(priorityOffice(), slow), slice(priorityOffice(), quick)
	iv, err := indicator.Difference(longSample(before), longSample(after), stat.DefaultBoot)
	if err != nil || iv.Value >= 0 || iv.Hi >= 0 || iv.Lo > iv.Hi {
		t.Errorf("%+v %v", iv, err)
	}
}

// TestDoubtedTicketsAreLeftOut: six tickets closed in one second and one of
// five hours leave a median of the others.
func TestDoubtedTicketsAreLeftOut(t *testing.T) {
	var all []record.Ticket
	add := func(day, i, busy int) {
		all = append(all, record.Ticket{Day: monday + record.Day(day), Number: fmt.Sprintf("A%03d", i), Taken: at(450), Called: at(460), Started: at(460), Ended: at(460 + busy), Status: record.StatusServed})
	}
	for i := range 6 {
		add(0, i, 200)
	}
	for i := range 5 {
		add(1, i, 10+i)
	}
	add(1, 9, 300)
	v, left := withoutDoubted(services, 1, 2)(slice(office.Default(), all))
	if left != 7 {
		t.Errorf("%d left out", left)
	}
	is(t, "median", v, 12*60, 1)
	if _, left := withoutDoubted(services, 1, 2)(slice(office.Default(), busyDays(3, 30))); left != 0 {
		t.Errorf("%d left out of ordinary days", left)
	}
}
