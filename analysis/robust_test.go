package analysis

import (
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestMixThroughTheReport: two services with fixed shares in time (90 and 40
// of 100) whose mix turns from half and half to one in five. The change says
// so, with the value under the old mix beside it.
func TestMixThroughTheReport(t *testing.T) {
	f := &facts.Set{}
	row := uint32(1)
	add := func(year, day int, service string, quick, slow int) {
		for i := range quick + slow {
			row++
			wait := 10
			if i >= quick {
				wait = 90
			}
			f.Ticket(&record.Ticket{Ref: record.Ref{Row: row}, Day: record.DayOf(year, 3, 1) + record.Day(day), Service: service,
				Taken: record.ClockAt(8, i, 0), Called: record.ClockAt(8, i+wait, 0), Status: record.StatusServed})
		}
	}
	for day := range 12 {
		add(2015, day, "Paspor baru", 9, 1)
		add(2015, day, "Penggantian", 4, 6)
		add(2016, day, "Paspor baru", 9, 1)
		add(2016, day, "Penggantian", 16, 24)
	}
	f.Seal()
	set := office.Default()
	p, err := calendar.ParsePeriod("2016")
	if err != nil {
		t.Fatal(err)
	}
	ind := index(Report(Input{Facts: f, Setting: &set, Period: p}).Indicators)["ANT-06"]
	if ind.Value.Value.Cmp(big.NewRat(1, 2)) != 0 {
		t.Fatalf("value %v", ind.Value.Value)
	}
	m := ind.Baseline[0].Mix
	if m == nil || m.Dimension != "service" || m.Before.Cmp(big.NewRat(1, 2)) != 0 || m.Adjusted == nil || m.Adjusted.Cmp(big.NewRat(13, 20)) != 0 {
		t.Fatalf("mix %+v", m)
	}
	said := false
	for _, s := range ind.Findings {
		said = said || strings.HasPrefix(s.ID, "Bauran berubah")
	}
	if !said {
		t.Error("the changed mix is not said")
	}
	if index(Report(Input{Facts: f, Setting: &set, Period: p}).Indicators)["ANT-01"].Baseline[0].Mix != nil {
		t.Error("a count has no mix")
	}
}
