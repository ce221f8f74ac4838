package edition

import (
	"math/big"
	"testing"

	"rapor/analysis/result"
)

// TestIndicesOfClassesStayInside: the sum of squares of few classes gives their
// sizes away.
func TestIndicesOfClassesStayInside(t *testing.T) {
	ind := result.Indicator{ID: "GAK-33", Subjects: "action", Crossed: true, Unit: result.Ratio, Value: result.Value{Value: big.NewRat(101, 121), N: 11, NUnit: result.Acts}}
	if Jury(year(ind)).Indicators[0].Value.Known() {
		t.Error("the index of two classes is printed")
	}
}

// TestPeriodsThatOverlap: the period less a chosen part of it is a count of the
// days between.
func TestPeriodsThatOverlap(t *testing.T) {
	part := result.Period{ID: "2016-01..2016-11", From: "2016-01-01", To: "2016-11-30", Role: "chosen"}
	before := result.Period{ID: "2015", From: "2015-01-01", To: "2015-12-31", Role: "last_year"}
	ind := monthly("PAS-01", "application", result.Applicants, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1)
	for _, p := range []result.Period{before, part} {
		ind.Baseline = append(ind.Baseline, result.Change{Period: p, Value: result.Value{Value: rat(66), N: 66, NUnit: result.Applicants}, Diff: rat(1)})
	}
	r := year(ind)
	r.Compare = []result.Period{before, part}
	out := Jury(r).Indicators[0]
	if c := out.Baseline[1]; c.Value.Known() || c.Value.N != 0 || c.Diff != nil {
		t.Errorf("the part is printed: %+v", c)
	}
	if !out.Baseline[0].Value.Known() {
		t.Error("the year before is masked")
	}
	if !out.Series[11].Masked || !out.Series[10].Masked && !out.Series[9].Masked {
		t.Error("December is hidden alone")
	}
}

// TestReportsHideTheSameMonths: the reports of the year, of a half and of a
// quarter hide the same months, and that of a month masked in them masks it.
func TestReportsHideTheSameMonths(t *testing.T) {
	masked := func(p result.Period) string {
		r := year(monthly("PAS-01", "application", result.Applicants, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1))
		r.Period = p
		out := ""
		for _, x := range Jury(r).Indicators[0].Series {
			out += map[bool]string{true: "#", false: "."}[x.Masked]
		}
		return out
	}
	want := masked(result.Period{ID: "2016", From: "2016-01-01", To: "2016-12-31"})
	for _, p := range []result.Period{{ID: "2016-S2", From: "2016-07-01", To: "2016-12-31"}, {ID: "2016-T4", From: "2016-10-01", To: "2016-12-31"},
		{ID: "2016-12", From: "2016-12-01", To: "2016-12-31"}, {ID: "2016-11", From: "2016-11-01", To: "2016-11-30"}} {
		if got := masked(p); got != want {
			t.Errorf("%s hides %s, the year %s", p.ID, got, want)
		}
	}
	r := year(monthly("PAS-01", "application", result.Applicants, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1))
	r.Period = result.Period{ID: "2016-10", From: "2016-10-01", To: "2016-10-31"}
	out := Jury(r).Indicators[0]
	if out.Series[9].Masked == out.Value.Known() {
		t.Errorf("October is %v in its series and %v as a value", out.Series[9].Masked, out.Value.Known())
	}
}

// TestPointsOfAWithheldValue: the points of a criterion tell the value it rests
// on, also where that is masked only because its month is.
func TestPointsOfAWithheldValue(t *testing.T) {
	r := year(monthly("PAS-01", "application", result.Applicants, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1))
	r.Period = result.Period{ID: "2016-12", From: "2016-12-01", To: "2016-12-31"}
	for _, n := range []int64{1, 6} { // masked by itself, and as a complement
		r.Indicators[0].Value = result.Value{Value: rat(n), N: n, NUnit: result.Applicants}
		if n == 6 {
			r.Period = result.Period{ID: "2016-10", From: "2016-10-01", To: "2016-10-31"}
		}
		r.Documents = []result.Document{{ID: "d", Scorecard: &result.Scorecard{Total: rat(7), Max: rat(10),
			Lines: []result.ScoreLine{{ID: "a", Indicator: "PAS-01", Points: rat(7)}, {ID: "b", Indicator: "KEU-01", Points: rat(1)}}}}}
		j := Jury(r)
		card := j.Documents[0].Scorecard
		if !j.Indicators[0].Value.Masked {
			t.Fatalf("%s: the value is printed", r.Period.ID)
		}
		if card.Lines[0].Points != nil || card.Total != nil || card.Lines[1].Points == nil {
			t.Errorf("%s: %+v, total %v", r.Period.ID, card.Lines, card.Total)
		}
	}
}

// TestWarningsOfComparisonsStay: only those of classes tell their sizes.
func TestWarningsOfComparisonsStay(t *testing.T) {
	ind := result.Indicator{ID: "ANT-03", Subjects: "ticket", Unit: result.Seconds, Value: result.Value{Value: rat(60), N: 99, NUnit: result.Tickets}}
	ind.Baseline = []result.Change{{Period: result.Period{ID: "2015", From: "2015-01-01", To: "2015-12-31"},
		Value: result.Value{Value: rat(70), N: 99, NUnit: result.Tickets, Warnings: []result.Text{result.T("Mesin baru.", "A new machine.")}}}}
	if got := Jury(year(ind)).Indicators[0].Baseline[0].Value.Warnings; len(got) != 1 {
		t.Errorf("warnings %v", got)
	}
}
