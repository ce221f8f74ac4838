package edition

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/result"
)

// reportOf is the report of some months of 2016 (from and to, 1 to 12) of a
// survey with n answers in each month of the year: SKM-01 with its series,
// SKM-02 without one. Its result holds all months of the data.
func reportOf(n []int64, from, to int) *result.Result {
	full := monthly("SKM-01", "answer", result.Points, n...)
	var sum int64
	for _, x := range n[from-1 : to] {
		sum += x
	}
	full.Months, full.Series = full.Series, full.Series[:to:to]
	full.Value = result.Value{Value: big.NewRat(71, 2), N: sum, NUnit: result.Answers}
	r := year(full, result.Indicator{ID: "SKM-02", Subjects: "answer", Unit: result.Points, Value: full.Value})
	days := []int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	r.Period = result.Period{ID: fmt.Sprintf("%d..%d", from, to), From: fmt.Sprintf("2016-%02d-01", from), To: fmt.Sprintf("2016-%02d-%d", to, days[to-1])}
	return r
}

// TestReportsBesideOneAnother attacks all reports of an office in one folder at
// once: no month or quarter of few persons follows from what they print.
func TestReportsBesideOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := make([]int64, 12)
		for m := range n {
			n[m] = rapid.SampledFrom([]int64{0, 1, 2, 4, 5, 6, 9, 20, 21, 40}).Draw(t, "answers")
		}
		var sums [][]float64
		tell := func(from, to int) {
			row := make([]float64, 12)
			for m := from - 1; m < to; m++ {
				row[m] = 1
			}
			sums = append(sums, row)
		}
		for from := 1; from <= 12; from++ {
			for to := from; to <= 12; to++ {
				j := Jury(reportOf(n, from, to))
				a, b := &j.Indicators[0], &j.Indicators[1]
				if a.Value.Masked != b.Value.Masked {
					t.Fatalf("%v %s: SKM-01 masked %v, SKM-02 %v", n, j.Period.ID, a.Value.Masked, b.Value.Masked)
				}
				if !a.Value.Masked {
					tell(from, to)
				}
				for m, p := range a.Series {
					if !p.Masked {
						tell(m+1, m+1)
					}
				}
			}
		}
		reduced := echelon(sums)
		for m := range n {
			if few := n[m] > 0 && n[m] < Least; few && follows(reduced, m, m) {
				t.Fatalf("%v: month %d follows", n, m+1)
			}
			if q := m / 3 * 3; m == q {
				if sum := n[q] + n[q+1] + n[q+2]; sum > 0 && sum < Least && follows(reduced, q, q+2) {
					t.Fatalf("%v: quarter %d follows", n, q/3+1)
				}
			}
		}
	})
}

// echelon brings rows into reduced form.
func echelon(rows [][]float64) [][]float64 {
	out := make([][]float64, 0, 12)
	for _, r := range rows {
		r = rest(out, r)
		if at := lead(r); at >= 0 {
			for k, v := 0, r[at]; k < len(r); k++ {
				r[k] /= v
			}
			out = append(out, r)
		}
	}
	return out
}

// rest is what rows leave of another.
func rest(rows [][]float64, r []float64) []float64 {
	r = append([]float64{}, r...)
	for _, row := range rows {
		at := lead(row)
		for k, f := 0, r[at]; k < len(r); k++ {
			r[k] -= f * row[k]
		}
	}
	return r
}

func lead(r []float64) int {
	for k, v := range r {
		if math.Abs(v) > 1e-9 {
			return k
		}
	}
	return -1
}

func follows(rows [][]float64, from, to int) bool {
	r := make([]float64, 12)
	for m := from; m <= to; m++ {
		r[m] = 1
	}
	return lead(rest(rows, r)) < 0
}

// TestMonthsAreMaskedForWhatComesLater: the report of January hides its month
// when the March to come will have few answers; April stays.
func TestMonthsAreMaskedForWhatComesLater(t *testing.T) {
	n := []int64{20, 21, 2, 23, 24, 25, 26, 27, 28, 29, 30, 31}
	for m, want := range []bool{true, true, true, false, false, false} {
		if got := Jury(reportOf(n, m+1, m+1)).Indicators[0].Value.Masked; got != want {
			t.Errorf("month %d: masked %v", m+1, got)
		}
	}
	if Jury(reportOf(n, 1, 3)).Indicators[1].Value.Masked {
		t.Error("the quarter is masked")
	}
	if !Jury(reportOf(n, 3, 4)).Indicators[1].Value.Masked {
		t.Error("March and April less April is March")
	}
}

// april is a report of April 2016 with some values of applications.
func april(ind ...result.Indicator) *result.Result {
	r := year(ind...)
	r.Period = result.Period{ID: "2016-04", From: "2016-04-01", To: "2016-04-30"}
	return r
}

func applications(id string, n int64, left ...int64) result.Indicator {
	v := result.Value{Value: big.NewRat(9, 2), N: n, NUnit: result.Applicants}
	for _, x := range left {
		v.Excluded = append(v.Excluded, result.Exclusion{Reason: result.T("percepatan", "express"), N: x})
	}
	return result.Indicator{ID: id, Subjects: "application", Unit: result.Days, Value: v}
}

// TestDifferencesInAMonth: what one value leaves out, or counts less than
// another of the same persons, is a count of few like any other.
func TestDifferencesInAMonth(t *testing.T) {
	j := Jury(april(applications("PAS-01", 13, 1), applications("PAS-02", 1)))
	if v := j.Indicators[0].Value; !v.Known() || v.Excluded != nil {
		t.Errorf("PAS-01 tells %+v", v)
	}
	j = Jury(april(applications("PAS-01", 13, 9)))
	if len(j.Indicators[0].Value.Excluded) != 1 {
		t.Error("an exclusion of many is gone")
	}
	j = Jury(april(applications("PAS-01", 20), applications("PAS-04", 19), applications("PAS-05", 11), applications("PAS-06", 12, 7)))
	for i, want := range []bool{false, true, false, true} {
		if got := j.Indicators[i].Value.Masked; got != want {
			t.Errorf("%s: masked %v", j.Indicators[i].ID, got)
		}
	}
	r := april(applications("PAS-01", 20), applications("PAS-04", 19))
	r.Period = result.Period{ID: "2016", From: "2016-01-01", To: "2016-12-31"}
	if Jury(r).Indicators[1].Value.Masked {
		t.Error("a value of the year is masked")
	}
	before := result.Period{ID: "2015-04", From: "2015-04-01", To: "2015-04-30"}
	r = april(applications("PAS-01", 0), applications("PAS-04", 0))
	r.Compare = []result.Period{before}
	for i, n := range []int64{20, 19} {
		r.Indicators[i].Baseline = []result.Change{{Period: before, Value: applications("x", n).Value}}
	}
	j = Jury(r)
	if j.Indicators[0].Baseline[0].Value.Masked || !j.Indicators[1].Baseline[0].Value.Masked {
		t.Error("the month of comparison tells a difference")
	}
}

// TestFewWithoutAValue: too few for a value are few persons all the same.
func TestFewWithoutAValue(t *testing.T) {
	few := result.T("kurang dari 5 permohonan", "fewer than 5 applications")
	ind := applications("PAS-01", 3)
	ind.Value.Value, ind.Value.Missing = nil, &few
	if n := Jury(april(ind)).Indicators[0].Value.N; n != 0 {
		t.Errorf("n %d is printed", n)
	}
}

// TestBreakdownsLeaveNoExclusionOfFew whatever the period.
func TestBreakdownsLeaveNoExclusionOfFew(t *testing.T) {
	ind := applications("PAS-01", 40)
	ind.Groups = []result.Group{{Dimension: "service", Rows: []result.GroupRow{
		{Label: result.Data("service", "Paspor", 20, true), Value: applications("", 20, 2).Value},
		{Label: result.Data("service", "Paspor 48", 20, true), Value: applications("", 20).Value}}}}
	if x := Jury(year(ind)).Indicators[0].Groups[0].Rows[0].Value.Excluded; x != nil {
		t.Errorf("a row tells %+v", x)
	}
}
