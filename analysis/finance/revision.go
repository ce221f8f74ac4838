package finance

import (
	"math/big"
	"strconv"
	"strings"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needRevisions = result.T("perlu daftar revisi DIPA tahun itu: tanggal, kode revisi, pagu sebelum dan sesudah; tanpa satu pun baris, tahun tanpa revisi tidak dapat dibedakan dari berkas yang tidak ada",
	"needs the year's list of DIPA revisions: date, code, ceiling before and after; without a single row a year without revisions cannot be told from a missing file")

// revised is the revisions of a year: how many count in each month, and how
// many do not.
type revised struct {
	months       [12]int64
	rows         int64 // in the whole fiscal year
	counted      int64
	other, moved int64 // other codes; ceiling changed
}

func (s *Slice) revised() revised {
	var out revised
	codes, _ := s.book.Rows("ikpa.revisi.kode", s.day)
	for _, r := range s.facts.Finance.Revisions(s.sel.Office, s.year) {
		out.rows++
		switch {
		case r.Day > s.sel.To:
		case !codes.Has(leading(r.Code)):
			out.other++
		case r.Before.Known && r.After.Known && r.Before.Sen != r.After.Sen:
			out.moved++
		default:
			_, m, _ := r.Day.Date()
			out.months[m-1]++
			out.counted++
		}
	}
	return out
}

// leading is the number a code starts with: "211" of "211 - Pergeseran".
func leading(code string) string {
	code = strings.TrimSpace(code)
	end := strings.IndexFunc(code, func(c rune) bool { return c < '0' || c > '9' })
	if end < 0 {
		return code
	}
	return code[:end]
}

func (r *revised) in(from, to int) int64 {
	var n int64
	for m := from; m <= to; m++ {
		n += r.months[m-1]
	}
	return n
}

func (r *revised) excluded() []result.Exclusion {
	out := excluded(nil, r.other, "kode di luar daftar yang dihitung", "codes outside the list that counts")
	return excluded(out, r.moved, "mengubah pagu", "changed the ceiling")
}

// halfYears is the score from 2024 on: finished half-years by their weights.
func (s *Slice) halfYears(r *revised) *big.Rat {
	var w weighted
	for h := 1; 6*h <= s.last; h++ {
		weight, ok := s.row("ikpa.revisi.bobot", strconv.Itoa(h))
		v, known := s.step("ikpa.revisi.nilai", rat(r.in(6*h-5, 6*h)))
		if ok && known {
			w.add(v, weight)
		}
	}
	return w.value()
}

// quarterRatios is the score of 2022 and 2023: allowed / actual each finished
// quarter. empty is the first quarter without a revision, whose score is
// unsettled.
func (s *Slice) quarterRatios(r *revised, allowed *big.Rat) (v *big.Rat, empty int) {
	var m mean
	for q := 1; q <= s.quarters(); q++ {
		n := r.in(3*q-2, 3*q)
		if n == 0 {
			return nil, q
		}
		m.add(atMost(new(big.Rat).Quo(new(big.Rat).Mul(allowed, hundred()), rat(n)), hundred()))
	}
	return m.value(), 0
}

var revisions = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-09", "KEU-REVISI", result.T("Nilai revisi DIPA", "DIPA revision score"), result.T("Seberapa stabil DIPA sepanjang tahun?", "How stable is the budget document through the year?"),
		result.T("rata-rata semester: 0–1 revisi 110, 2 revisi 100, 3 atau lebih 50", "mean of half-years: 0–1 revisions 110, 2 revisions 100, 3 or more 50"),
		result.T("Hanya revisi dengan kode yang dihitung dan tanpa perubahan pagu; hanya semester yang sudah berakhir. Nilai dapat melebihi 100.",
			"Only revisions with codes that count and an unchanged ceiling; only finished half-years. The score may exceed 100."), needRevisions, "revision"),
	Compute: func(s *Slice) result.Value {
		r := s.revised()
		if r.rows == 0 {
			return missing(needRevisions)
		}
		v := s.halfYears(&r)
		if allowed, old := s.number("ikpa.revisi.target"); old {
			var empty int
			if v, empty = s.quarterRatios(&r, allowed); empty > 0 {
				return missing(result.T("triwulan {0} tanpa revisi: menurut PER-5/PB/2022 nilainya 100 atau 110, sumber tidak memutuskan", "quarter {0} has no revision: by PER-5/PB/2022 it scores 100 or 110, the sources do not settle it", result.Int(int64(empty), result.Count)))
			}
		}
		if v == nil {
			return missing(result.T("belum ada semester yang berakhir pada masa ini", "no half-year has ended in this period"))
		}
		out := s.points(v, r.counted)
		out.Excluded = r.excluded()
		return out
	},
}

// lastDay is the last day of a month of the slice's year.
func (s *Slice) lastDay(month int) record.Day { return record.DayOf(s.year, month+1, 1) - 1 }
