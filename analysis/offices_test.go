package analysis

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"rapor/analysis/award"
	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// fourOffices are four offices of forty days: one clearly quicker, two alike,
// one with eight days only.
func fourOffices() *facts.Set {
	f := &facts.Set{}
	row := uint32(1)
	for k, name := range []string{"", "Kantor B", "Kantor C", "Kantor D"} {
		r := rand.New(rand.NewPCG(3, uint64(k)))
		days := 40
		if k == 3 {
			days = 8
		}
		for d := range days {
			level := []int{20, 60, 60, 50}[k] + r.IntN(30)
			for i := range 25 {
				row++
				taken := record.ClockAt(7, 30+i, 0)
				called := record.ClockAt(7, 30+i+level+r.IntN(10), 0)
				f.Ticket(&record.Ticket{Ref: record.Ref{Row: row}, Office: name, Day: record.DayOf(2016, 3, 1) + record.Day(d), Number: name + string(rune('A'+i)), Taken: taken, Called: called, Status: record.StatusServed})
			}
		}
	}
	f.Seal()
	return f
}

func comparing(f *facts.Set) *result.Result {
	set := office.Default()
	p, _ := calendar.ParsePeriod("2016")
	return Report(Input{Facts: f, Setting: &set, Period: p,
		Awards: []award.Rubric{{ID: "uji", Headlines: []string{"ANT-03", "ANT-06"}, Chapters: []award.Chapter{{ID: "kantor", Source: "offices"}}}}})
}

// TestPlacesCarryTheirDoubt: the quick office is first for certain, the two
// alike share an interval, the one with eight days is not ranked, and the table
// says so.
func TestPlacesCarryTheirDoubt(t *testing.T) {
	r := comparing(fourOffices())
	ind := index(r.Indicators)["ANT-03"]
	ranks := map[string]*result.Rank{}
	for _, g := range ind.Groups {
		if g.Dimension == "office" {
			for _, row := range g.Rows {
				ranks[row.Label.Label] = row.Rank
			}
		}
	}
	own := ranks[""]
	if own == nil || own.Place != 1 || own.Lo != 1 || own.Hi != 1 || own.Top != 1 {
		t.Fatalf("own office: %+v", own)
	}
	for _, name := range []string{"Kantor B", "Kantor C"} {
		if x := ranks[name]; x == nil || x.Lo != 2 || x.Hi != 3 || x.Method != "bootstrap-days" {
			t.Errorf("%s: %+v", name, x)
		}
	}
	if ranks["Kantor D"] != nil {
		t.Errorf("eight days are ranked: %+v", ranks["Kantor D"])
	}
	found := false
	for _, tab := range r.Tables {
		found = found || tab.ID == "peringkat-ant-03" && len(tab.Rows) == 4
	}
	if !found {
		t.Error("no table of places")
	}
}

// TestFunnelHoldsOfficesAgainstAllTogether: the own office is above the alarm
// limit of the share within the standard, and the pooled share is the centre.
func TestFunnelHoldsOfficesAgainstAllTogether(t *testing.T) {
	ind := index(comparing(fourOffices()).Indicators)["ANT-06"]
	for _, g := range ind.Groups {
		if g.Dimension != "office" {
			continue
		}
		var num, den float64
		for _, row := range g.Rows {
			num, den = num+ratFloat(row.Value.Num), den+ratFloat(row.Value.Den)
		}
		for _, row := range g.Rows {
			f := row.Funnel
			if f == nil {
				t.Fatal("no funnel")
			}
			near(t, "centre", f.Centre, num/den)
			if f.Alarm[0] > f.Warn[0] || f.Warn[1] > f.Alarm[1] || f.Warn[0] > f.Centre || f.Warn[1] < f.Centre {
				t.Errorf("limits %+v", f)
			}
			if row.Own && f.Place != 2 {
				t.Errorf("own office lies at %d", f.Place)
			}
		}
	}
}

// TestReportsAreTheSameForAnyNumberOfWorkers: intervals, tests and places are
// drawn from streams of their own.
func TestReportsAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	f := fourOffices()
	two := comparing(f)
	before, rows := stat.DefaultBoot.Workers, rowBoot.Workers
	defer func() { stat.DefaultBoot.Workers, rowBoot.Workers = before, rows }()
	stat.DefaultBoot.Workers, rowBoot.Workers = 5, 1
	if five := comparing(f); !reflect.DeepEqual(two, five) {
		t.Error("results differ")
	}
}

// TestNoBareLeagueTable: a title that names a place names its interval.
func TestNoBareLeagueTable(t *testing.T) {
	for _, f := range comparing(fourOffices()).Figures {
		if strings.HasPrefix(f.ID, "kantor-") && strings.Contains(f.Title.EN, "place") && !strings.Contains(f.Title.EN, "95%") {
			t.Errorf("%s: %s", f.ID, f.Title.EN)
		}
	}
}
