package capacity

import (
	"context"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest"
	"rapor/ingest/record"
)

// BenchmarkReport is what the chapter adds to the report of the sample office.
func BenchmarkReport(b *testing.B) {
	set := &facts.Set{}
	if _, err := ingest.Read(context.Background(), []string{"../../sample-data/antrean/2016"}, ingest.Options{}, []record.Sink{set}); err != nil {
		b.Fatal(err)
	}
	set.Seal()
	o := office.Default()
	o.PriorityClasses = []string{"C"}
	o.Quotas = []office.Quota{{From: record.DayOf(2016, 3, 1), Number: 200}}
	p, err := calendar.ParsePeriod("2016")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := Run(context.Background(), set, &o, p, Report)
		if err != nil || s.Refused != nil {
			b.Fatal(err, s.Refused)
		}
	}
}
