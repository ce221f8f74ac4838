package capacity

import (
	"context"
	"testing"
	"time"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest"
	"rapor/ingest/record"
)

func TestZZ(t *testing.T) {
	set := &facts.Set{}
	if _, err := ingest.Read(context.Background(), []string{"../../sample-data/antrean/2015", "../../sample-data/antrean/2016"}, ingest.Options{}, []record.Sink{set}); err != nil {
		t.Fatal(err)
	}
	set.Seal()
	st := office.Default()
	st.PriorityClasses = []string{"C"}
	for _, id := range []string{"2015", "2016-01..2016-02", "2016"} {
		p, _ := calendar.ParsePeriod(id)
		if id == "2016" {
			st.Quotas = []office.Quota{{From: record.DayOf(2016, 3, 1), Number: 200}}
		}
		now := time.Now()
		s, err := Run(context.Background(), set, &st, p, Report)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(time.Since(now), s.Refused, s.Basis.Peak, s.Basis.Hall.Changeover, s.Basis.Days, s.Basis.Tickets, s.Basis.LeftOut, s.Basis.Hall.Roster)
		hist := map[int]int{}
		for _, d := range s.Basis.Hall.Daily {
			hist[peakOf(d)]++
		}
		t.Logf("%v fit %+v", hist, s.Fit)
		for _, a := range s.Advice {
			t.Logf("%+v", a)
		}
		for _, a := range s.Steady {
			t.Logf("%+v", a)
		}
		for _, q := range s.quotas() {
			if o := s.outcome(0, q); o != nil {
				t.Logf("%+v", o)
			}
		}
	}
}
