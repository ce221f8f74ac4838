package analysis

import (
	"context"
	"errors"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// counting counts the values and samples that a domain computes, and ends the
// run at one of them.
type counting struct {
	domain
	n    *int
	at   int
	stop func()
}

func (c counting) step() {
	if *c.n++; *c.n == c.at {
		c.stop()
	}
}

func (c counting) value(i int, sel facts.Selection) result.Value {
	c.step()
	return c.domain.value(i, sel)
}

func (c counting) sample(i int, sel facts.Selection) *indicator.Sample {
	c.step()
	return c.domain.sample(i, sel)
}

// TestReportEndsWithItsContext: at whichever value the context ends, no further
// one is computed, and there is no half a result.
func TestReportEndsWithItsContext(t *testing.T) {
	f := &facts.Set{}
	for i := range 400 {
		f.Ticket(&record.Ticket{Ref: record.Ref{Row: uint32(i + 1)}, Day: record.DayOf(2016, 1+i%12, 1+i%28), Service: []string{"a", "b", "c"}[i%3],
			Office: []string{"", "X", "Y"}[i%3], Taken: record.ClockAt(8, i%60, 0), Called: record.ClockAt(9, i%60, 0), Ended: record.ClockAt(10, i%60, 0), Status: record.StatusServed})
	}
	f.Seal()
	set := office.Default()
	p, err := calendar.ParsePeriod("2016")
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{1, 2, 7, 40, 150, 400} {
		ctx, cancel := context.WithCancel(t.Context())
		c := newRun(Input{Facts: f, Setting: &set, Period: p, Last: p.To})
		c.ctx = ctx
		n := 0
		c.domains = c.domains[:1] // one domain, one goroutine
		c.domains[0] = counting{c.domains[0], &n, at, cancel}
		if got := c.indicators(); got != nil {
			t.Fatalf("stopped at value %d: %d indicators of %d steps", at, len(got), n)
		}
		if n > at+1 { // a value and its sample are one step
			t.Errorf("%d values after the end at %d", n-at, at)
		}
		if r, err := ReportContext(ctx, Input{Facts: f, Setting: &set, Period: p, Last: p.To}); r != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("a result of a run that ended: %v", err)
		}
	}
}
