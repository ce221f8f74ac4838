// Package example builds a complete made-up result: every kind of figure,
// verdict, gap and data problem occurs in it. The renderers are tested with
// it and can be looked at with it. Its numbers are invented; it computes
// nothing that a report relies on and knows nothing of files or pages.
package example

import (
	"fmt"
	"math/big"

	"rapor/analysis/result"
)

var t = result.T

// Result returns a fresh copy of the made-up result.
func Result() *result.Result {
	r := &result.Result{
		Format: result.Format,
		Tool:   result.Tool{Name: "rapor", Version: "0.1.0"},
		Office: result.Office{
			Name: "Kantor Imigrasi Kelas II Contoh", Class: "Kelas II", Code: "409999",
			Place: "Bekasi", Head: "Drs. Budi Santoso, M.H.", HeadTitle: "Kepala Kantor",
			NIP: "196801011990031001",
			Letterhead: []string{
				"KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA", "REPUBLIK INDONESIA",
				"KANTOR WILAYAH JAWA BARAT", "KANTOR IMIGRASI KELAS II CONTOH",
			},
			Address:   "Jalan Contoh Nomor 1, Bekasi 17141 · Telepon (021) 555-0100",
			Synthetic: true,
		},
		Period: result.Period{ID: "2016", From: "2016-01-01", To: "2016-12-31"},
		Compare: []result.Period{
			{ID: "2015", From: "2015-01-01", To: "2015-12-31", Role: "previous"},
			{ID: "2015", From: "2015-01-01", To: "2015-12-31", Role: "last_year"},
		},
		AsOf: "2016-12-30",
		Notices: []result.Text{t("Data bulan Desember 2016 berakhir pada {0}.",
			"Data for December 2016 ends on {0}.", result.On("2016-12-30"))},
	}
	r.Indicators = append(append(queue(), finance()...), append(enforcement(), survey()...)...)
	r.Figures = figures()
	r.Tables = tables()
	r.Methods = methods()
	r.Sources = sources()
	r.Problems = problems()
	r.Corrections = []result.Correction{{Source: 0, Row: 412, Column: "Jam Panggil", From: "7.7.5", To: "07.07.05"}}
	r.Glossary = glossary()
	r.Documents = documents()
	return r
}

func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }
func num(n int64) *big.Rat    { return new(big.Rat).SetInt64(n) }
func at(f float64) *float64   { return &f }

// months labels the two years of the sample.
func months(from, n int) []string {
	out := make([]string, n)
	for i := range out {
		m := from + i
		out[i] = fmt.Sprintf("%04d-%02d", 2015+m/12, m%12+1)
	}
	return out
}

// series makes a monthly series of values; a negative one is a gap.
func series(values []int64, den int64, n int64) []result.Point {
	labels := months(0, len(values))
	out := make([]result.Point, len(values))
	for i, v := range values {
		out[i] = result.Point{Label: labels[i], N: n + int64(i*7%40)}
		if v >= 0 {
			out[i].Value = rat(v, den)
		} else {
			out[i].N = 0
		}
	}
	return out
}

func change(role string, base, diff, rel *big.Rat, n int64, unit result.Unit, distinct bool) result.Change {
	return result.Change{
		Period:   result.Period{ID: "2015", From: "2015-01-01", To: "2015-12-31", Role: role},
		Value:    result.Value{Value: base, N: n, NUnit: unit},
		Diff:     diff,
		Relative: rel,
		Distinct: &distinct,
	}
}
