package analysis

import (
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// changeOf reports a period over facts and gives the change of an indicator
// against the year before, with everything said of it.
func changeOf(t *testing.T, f *facts.Set, period, id string) (result.Change, string) {
	t.Helper()
	f.Seal()
	set := office.Default()
	p, err := calendar.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	r := Report(Input{Facts: f, Setting: &set, Period: p, Last: p.To})
	for i := range r.Indicators {
		if ind := &r.Indicators[i]; ind.ID == id {
			return ind.Baseline[0], ind.Baseline[0].Say.ID + " " + headline(*ind, p.ID).ID
		}
	}
	t.Fatalf("no %s", id)
	return result.Change{}, ""
}

// deported decides some deportations a month in the months of two years, a file
// each.
func deported(each, before, now int) *facts.Set {
	f := &facts.Set{}
	row := uint32(2)
	for y, months := range map[int]int{2015: before, 2016: now} {
		for m := range months {
			for k := range each {
				f.Action(&record.Action{Ref: record.Ref{Source: uint16(y), Row: row}, Kind: record.ActionDeportation, Decided: record.DayOf(y, m+1, 5+k), Number: 1})
				row++
			}
		}
	}
	return f
}

// spent states a ceiling and equal spending in the months of two years.
func spent(before, now int) *facts.Set {
	f := &facts.Set{}
	row := uint32(2)
	for y, months := range map[int]int{2015: before, 2016: now} {
		for m := range months {
			f.Ledger(&record.Ledger{Ref: record.Ref{Row: row}, Year: int16(y), Month: int8(m + 1), Account: 52, Cumulative: record.No,
				Ceiling: record.Sen(120_00), Spent: record.Sen(9_00)})
			row++
		}
	}
	return f
}

// TestPartOfAYearIsNoFall: what has data of other months only is not compared,
// in any words; the same months are, and so is a list whose quiet last months
// hide too little to tell.
func TestPartOfAYearIsNoFall(t *testing.T) {
	for name, c := range map[string]struct {
		facts      *facts.Set
		period, id string
		part       bool
	}{
		"acts of a quarter against a year":     {deported(3, 12, 3), "2016", "GAK-01", true},
		"acts of a year against a quarter":     {deported(3, 3, 12), "2016", "GAK-03", true},
		"acts of the same quarter":             {deported(3, 12, 3), "2016-T1", "GAK-01", false},
		"acts of both years":                   {deported(3, 12, 12), "2016", "GAK-01", false},
		"six acts missing at the end":          {deported(1, 12, 6), "2016", "GAK-01", false},
		"seven acts missing at the end":        {deported(1, 12, 5), "2016", "GAK-01", true},
		"ledger to June against a year":        {spent(12, 6), "2016", "KEU-01", true},
		"ledger to June, unspent":              {spent(12, 6), "2016", "KEU-03", true},
		"ledger to June against a half year":   {spent(12, 6), "2016-S1", "KEU-01", false},
		"ledger of both years":                 {spent(12, 12), "2016", "KEU-01", false},
		"ledger to November, of both years":    {spent(11, 11), "2016", "KEU-01", false},
		"ledger to November against the whole": {spent(12, 11), "2016", "KEU-01", true},
	} {
		ch, said := changeOf(t, c.facts, c.period, c.id)
		if got := ch.Untold == result.UntoldPart; got != c.part || (ch.Diff == nil) != c.part || !ch.Value.Known() {
			t.Errorf("%s: %q, difference %v", name, ch.Untold, ch.Diff)
		}
		if got := strings.Contains(said, "bulan yang sama"); got != c.part || c.part && ch.P != nil {
			t.Errorf("%s: says %q", name, said)
		}
	}
}
