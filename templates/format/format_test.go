package format

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/result"
)

func TestValues(t *testing.T) {
	for _, tc := range []struct {
		num, den int64
		u        result.Unit
		id, en   string
	}{
		{1890, 1, result.Seconds, "31,5 menit", "31.5 min"}, {8520, 1, result.Seconds, "142 menit", "142 min"}, {45, 1, result.Seconds, "45 detik", "45 s"}, {0, 1, result.Seconds, "0 menit", "0 min"},
		{9735, 10000, result.Share, "97,35%", "97.35%"}, {1, 2, result.Share, "50%", "50%"}, {1, 3, result.Share, "33,33%", "33.33%"},
		{123456700, 1, result.Sen, "Rp1.234.567", "Rp1,234,567"}, {123456750, 1, result.Sen, "Rp1.234.567,50", "Rp1,234,567.50"}, {-100, 1, result.Sen, "-Rp1", "-Rp1"},
		{34860, 1, result.ClockTime, "09.41", "09:41"}, {7, 1, result.Hour, "07.00–08.00", "07:00–08:00"}, {12, 1, result.Persons, "12 orang", "12 persons"}, {1, 1, result.Persons, "1 orang", "1 person"},
		{1234, 1, result.Tickets, "1.234 tiket", "1,234 tickets"}, {5, 4000, result.PerMille, "1,25 per 1.000", "1.25 per 1,000"}, {87125, 1000, result.Points, "87,13", "87.13"}, {4, 1, result.Days, "4 hari", "4 days"},
	} {
		v := big.NewRat(tc.num, tc.den)
		if got := Value(v, tc.u, ID); got != tc.id {
			t.Errorf("%v %s: %q, want %q", v, tc.u, got, tc.id)
		}
		if got := Value(v, tc.u, EN); got != tc.en {
			t.Errorf("%v %s: %q, want %q", v, tc.u, got, tc.en)
		}
	}
	if Value(nil, result.Share, ID) != "tidak ada data" {
		t.Error("a missing value is written as something else")
	}
}

func TestDatesAndPeriods(t *testing.T) {
	for in, want := range map[string][2]string{
		"2016": {"Tahun 2016", "Year 2016"}, "2016-12": {"Desember 2016", "December 2016"}, "2016-T4": {"Triwulan IV 2016", "Quarter IV 2016"},
		"2016-S1": {"Semester I 2016", "Half-year I 2016"}, "2016-01..2016-06": {"Januari–Juni 2016", "January–June 2016"}, "2015-08..2016-02": {"Agustus 2015–Februari 2016", "August 2015–February 2016"},
	} {
		if Span(in, ID) != want[0] || Span(in, EN) != want[1] {
			t.Errorf("%s: %q, %q", in, Span(in, ID), Span(in, EN))
		}
	}
	if Date("2017-01-26", ID) != "26 Januari 2017" || Date("2017-01-06", EN) != "6 January 2017" || ShortMonth("2016-08", ID) != "Agu 16" {
		t.Error(Date("2017-01-26", ID), Date("2017-01-06", EN), ShortMonth("2016-08", ID))
	}
}

func TestTextPutsValuesInOnce(t *testing.T) {
	got := Text(result.T("{0} dan {1}", "{0} and {1}", result.Str("{1}"), result.Int(2, result.Count)), ID)
	if got != "{1} dan 2" {
		t.Errorf("%q", got)
	}
}

// TestDecimalsReadBack: what is written reads back to the rounded value.
func TestDecimalsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-1e12, 1e12).Draw(t, "n")
		d := rapid.Int64Range(1, 1e6).Draw(t, "d")
		v := big.NewRat(n, d)
		s := strings.ReplaceAll(strings.ReplaceAll(Decimal(v, 3, ID), ".", ""), ",", ".")
		back, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%q", s)
		}
		if diff := new(big.Rat).Sub(back, v); diff.Abs(diff).Cmp(big.NewRat(1, 2000)) > 0 {
			t.Fatalf("%v written as %s", v, s)
		}
	})
}
