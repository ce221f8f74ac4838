package edition

import (
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/result"
)

func rat(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// TestComplementHides: whatever a row of counts, its sum known, each masked
// cell could be any number from one to the least printed, unless all are
// masked.
func TestComplementHides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := make([]cell, rapid.IntRange(1, 14).Draw(t, "cells"))
		for i := range row {
			n := rapid.SampledFrom([]int64{0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 40}).Draw(t, "n")
			row[i] = cell{n, n > 0 && (n < Least || rapid.IntRange(0, 3).Draw(t, "small") == 0)}
		}
		out := complement(row, Least)
		var k, sum, visible int64
		for i, c := range row {
			if c.small && !out[i] {
				t.Fatalf("%v: cell %d is small and printed", row, i)
			}
			if out[i] {
				k, sum = k+1, sum+c.n
			} else {
				visible++
			}
		}
		if k > 0 && visible > 0 && (k < 2 || sum-(k-1) < Least) {
			t.Fatalf("%v masked %v: a cell is at most %d", row, out, sum-(k-1))
		}
	})
}

// monthly is an indicator with a series of a year.
func monthly(id string, s result.Subjects, unit result.Unit, n ...int64) result.Indicator {
	ind := result.Indicator{ID: id, Subjects: s, Unit: unit, Name: result.T(id, id+" en")}
	var all int64
	for i, x := range n {
		ind.Series = append(ind.Series, result.Point{Label: fmt.Sprintf("2016-%02d", i+1), Value: rat(x), N: x})
		all += x
	}
	ind.Value = result.Value{Value: rat(all), N: all, NUnit: unit}
	return ind
}

func year(ind ...result.Indicator) *result.Result {
	return &result.Result{Period: result.Period{ID: "2016", From: "2016-01-01", To: "2016-12-31"}, Indicators: ind}
}

// TestSeriesGiveNoSmallMonthAway attacks series of persons by subtraction: from
// the total, from the other series of the same persons, and from the figure.
func TestSeriesGiveNoSmallMonthAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := make([]int64, 12)
		part := make([]int64, 12)
		for i := range all {
			all[i] = rapid.Int64Range(0, 14).Draw(t, "all")
			part[i] = rapid.Int64Range(0, all[i]).Draw(t, "part")
		}
		r := year(monthly("GAK-01", "action", result.Acts, all...), monthly("GAK-03", "action", result.Acts, part...))
		for i := range r.Indicators {
			ind := &r.Indicators[i]
			f := result.Figure{ID: "seri-" + ind.ID, Kind: result.ControlChart, Indicator: ind.ID, Unit: ind.Unit, N: ind.Value.N, NUnit: ind.Unit,
				Series: []result.Series{{}}}
			for _, p := range ind.Series {
				f.X.Labels = append(f.X.Labels, result.In(p.Label))
				f.Series[0].Points = append(f.Series[0].Points, result.Datum{Value: p.Value, N: p.N})
			}
			r.Figures = append(r.Figures, f)
		}
		j := Jury(r)
		for i := range j.Indicators {
			attackSeries(t, r, j, i)
		}
		// Two series of the same persons may only both be read where they agree.
		for m := range 12 {
			a, b := j.Indicators[0].Series[m], j.Indicators[1].Series[m]
			if !a.Masked && !b.Masked && a.N != b.N {
				t.Fatalf("month %d: %d of %d can be subtracted", m+1, b.N, a.N)
			}
		}
	})
}

func attackSeries(t *rapid.T, r, j *result.Result, i int) {
	full, out := &r.Indicators[i], &j.Indicators[i]
	masked, rest := int64(0), full.Value.N
	for m, p := range out.Series {
		n := full.Series[m].N
		if p.Masked {
			masked++
			if p.Value != nil || p.N != 0 || p.Limits != nil {
				t.Fatalf("%s month %d is masked and tells %+v", out.ID, m+1, p)
			}
			continue
		}
		if n > 0 && n < Least {
			t.Fatalf("%s month %d of %d is printed", out.ID, m+1, n)
		}
		rest -= n
	}
	if masked > 0 && masked < 12 && rest-(masked-1) < Least {
		t.Fatalf("%s: %d masked months hold %d together", out.ID, masked, rest)
	}
	for _, f := range j.Figures {
		if f.Indicator != out.ID {
			continue
		}
		for m, d := range f.Series[0].Points {
			if d.Masked != out.Series[m].Masked || d.Masked && (d.Value != nil || d.N != 0) {
				t.Fatalf("figure of %s month %d: %+v beside %+v", out.ID, m+1, d, out.Series[m])
			}
		}
		if masked > 0 && (f.N != 0 || len(f.Lines) > 0) {
			t.Fatalf("figure of %s tells its sum or its limits", out.ID)
		}
	}
}

// TestSharesByMonth: a month of which all but few persons are in time points
// to those few; one of tickets, which bear no name, does not.
func TestSharesByMonth(t *testing.T) {
	point := func(late, n int64) result.Point {
		return result.Point{Label: "2016-01", Value: big.NewRat(n-late, n), N: n}
	}
	for _, tc := range []struct {
		s      result.Subjects
		late   int64
		masked bool
	}{{"application", 2, true}, {"application", 0, false}, {"application", 9, false}, {"ticket", 2, false}} {
		ind := result.Indicator{ID: "X", Subjects: tc.s, Unit: result.Share, Series: []result.Point{point(tc.late, 200)}}
		for m := 2; m <= 12; m++ {
			p := point(20, 200)
			p.Label = fmt.Sprintf("2016-%02d", m)
			ind.Series = append(ind.Series, p)
		}
		ind.Value = result.Value{Value: big.NewRat(1, 2), N: 2400, NUnit: result.Applicants}
		if got := Jury(year(ind)).Indicators[0].Series[0].Masked; got != tc.masked {
			t.Errorf("%s, %d late: masked %v", tc.s, tc.late, got)
		}
	}
}

// TestTotalsOfActsArePrinted, unless privacy is strict; and those of a month
// that are no acts are not.
func TestTotalsOfActsArePrinted(t *testing.T) {
	one := func(id string, strict, month bool) bool {
		r := year(result.Indicator{ID: id, Subjects: "action", Unit: result.Persons, Value: result.Value{Value: rat(3), N: 3, NUnit: result.Persons}})
		r.Privacy.Strict = strict
		if month {
			r.Period = result.Period{ID: "2016-12", From: "2016-12-01", To: "2016-12-31"}
		}
		return Jury(r).Indicators[0].Value.Known()
	}
	for _, tc := range []struct {
		id            string
		strict, month bool
		printed       bool
	}{
		{"GAK-17", false, false, true}, {"GAK-17", false, true, true}, {"GAK-17", true, false, false},
		{"GAK-02", false, false, true}, {"GAK-02", false, true, false}, {"GAK-02", true, true, false},
	} {
		if got := one(tc.id, tc.strict, tc.month); got != tc.printed {
			t.Errorf("%+v: printed %v", tc, got)
		}
	}
}

// TestStrictKindsHideOneAnother: with totals masked too, the kinds of acts
// must not be found from their sum, GAK-01.
func TestStrictKindsHideOneAnother(t *testing.T) {
	var all []result.Indicator
	var sum int64
	for id, n := range map[string]int64{"GAK-03": 51, "GAK-06": 25, "GAK-16": 6, "GAK-17": 1, "GAK-18": 12, "GAK-19": 16} {
		all = append(all, result.Indicator{ID: id, Subjects: "action", Unit: result.Acts, Value: result.Value{Value: rat(n), N: n, NUnit: result.Acts}})
		sum += n
	}
	all = append(all, result.Indicator{ID: "GAK-01", Subjects: "action", Unit: result.Acts, Value: result.Value{Value: rat(sum), N: sum, NUnit: result.Acts}})
	r := year(all...)
	r.Privacy.Strict = true
	known := map[string]bool{}
	for _, ind := range Jury(r).Indicators {
		known[ind.ID] = ind.Value.Known()
	}
	if known["GAK-17"] || known["GAK-16"] || !known["GAK-03"] || !known["GAK-01"] {
		t.Errorf("known: %v", known)
	}
}

func labels(field string, n map[string]int64) result.Group {
	g := result.Group{Dimension: field, Title: result.T("Menurut "+field, "By "+field)}
	for l, x := range n {
		g.Rows = append(g.Rows, result.GroupRow{Label: result.Data(field, l, x, l == "Paspor"), Value: result.Value{Value: rat(60), N: x, NUnit: result.Tickets}})
	}
	return g
}

// TestLabels: what the vocabulary knows or many rows bear is printed, the rest
// is one class; a column of free text is no breakdown; what looks like a
// person's number never passes.
func TestLabels(t *testing.T) {
	group := func(n map[string]int64) []string {
		ind := result.Indicator{ID: "ANT-03", Subjects: "ticket", Unit: result.Seconds, Value: result.Value{Value: rat(60), N: 1, NUnit: result.Tickets}}
		ind.Groups = []result.Group{labels("service", n)}
		j := Jury(year(ind))
		var out []string
		for _, g := range j.Indicators[0].Groups {
			for _, r := range g.Rows {
				out = append(out, fmt.Sprint(name(r.Label), " ", r.Value.N, " ", r.Value.Masked))
			}
		}
		return out
	}
	if got := group(map[string]int64{"BUDI A": 1, "BUDI B": 1, "BUDI C": 1}); got != nil {
		t.Errorf("free text is broken down: %v", got)
	}
	got := strings.Join(group(map[string]int64{"Paspor": 40, "Loket Haji": 30, "BUDI": 2, "3175012304900001": 9}), ", ")
	if !strings.Contains(got, "Lainnya 11 false") || strings.Contains(got, "BUDI") || strings.Contains(got, "3175") || !strings.Contains(got, "Loket Haji 30") {
		t.Errorf("labels: %s", got)
	}
}

// TestNothingOfTheOfficePasses fills every field that is marked for the office,
// every label of the data and every marked text with a canary, by reflection,
// so that a field added later is tried too.
func TestNothingOfTheOfficePasses(t *testing.T) {
	r := &result.Result{}
	fill(reflect.ValueOf(r).Elem(), 0, false)
	r.Period = result.Period{ID: "2016", From: "2016-01-01", To: "2016-12-31"}
	full, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(full), "KENARI"); n < 30 {
		t.Fatalf("only %d canaries planted", n)
	}
	out, err := json.Marshal(Jury(r))
	if err != nil {
		t.Fatal(err)
	}
	if at := strings.Index(string(out), "KENARI"); at >= 0 {
		t.Errorf("a canary passes: …%s", out[max(0, at-300):min(len(out), at+60)])
	}
	if again, _ := json.Marshal(r); string(again) != string(full) {
		t.Error("the office's result was changed")
	}
}

// fill gives every slice two elements and every marked place a canary.
func fill(v reflect.Value, depth int, office bool) {
	if depth > 9 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if office {
			v.SetString("KENARI")
		}
	case reflect.Pointer:
		if v.Type() == ratType {
			v.Set(reflect.ValueOf(rat(7)))
			return
		}
		if depth < 7 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), depth+1, office)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), depth+1, office)
		}
		if v.Type() == reflect.TypeFor[[]result.Text]() {
			v.Set(reflect.Append(v, reflect.ValueOf(result.ForOffice(result.T("KENARI", "KENARI")))))
		}
	case reflect.Struct:
		switch x := v.Addr().Interface().(type) {
		case *result.Quantity:
			*x = result.Data("service", "KENARI", 2, false)
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Type.Kind() != reflect.Bool {
				fill(v.Field(i), depth+1, office || f.Tag.Get("audience") == "office")
			}
		}
	}
}

// TestListsOfPersonsKeepTheirAccount: rows, dates and size of a file of persons
// are counts and days of few of them.
func TestListsOfPersonsKeepTheirAccount(t *testing.T) {
	r := year()
	r.Sources = []result.Source{
		{Name: "tak 02.csv", Bytes: 90, Sheets: []result.Sheet{{Kind: "action", Read: 1, Used: 1, First: "2016-02-01", Last: "2016-02-01"}}},
		{Name: "antrean.csv", Bytes: 900, Sheets: []result.Sheet{{Kind: "ticket", Read: 9, Used: 9, First: "2016-02-01", Last: "2016-02-09"}}},
	}
	j := Jury(r)
	if s := j.Sources[0]; s.Bytes != 0 || s.Sheets[0].Used != 0 || s.Sheets[0].First != "" || !s.Sheets[0].Masked {
		t.Errorf("a list of persons tells %+v", s)
	}
	if _, _, unused := j.Sources[0].Unused(); unused {
		t.Error("a masked list passes for unused")
	}
	if s := j.Sources[1]; s.Bytes != 900 || s.Sheets[0].Used != 9 {
		t.Errorf("a queue export is masked: %+v", s)
	}
}
