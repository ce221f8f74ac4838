package survey

import (
	"math/big"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// filled makes respondents who give every element one score.
func filled(n int, score uint8) []sheet {
	out := make([]sheet, n)
	for i := range out {
		for e := range out[i] {
			out[i][e] = score
		}
	}
	return out
}

// TestEdges: the ends of the scale, one respondent, an element that nobody
// answered, and the least number of elements. "" cannot be told.
func TestEdges(t *testing.T) {
	day := record.DayOf(2018, 3, 1)
	but := func(e record.Element) []sheet {
		out := filled(3, 3)
		for i := range out {
			out[i][e] = 0
		}
		return out
	}
	for _, c := range []struct {
		what   string
		sheets []sheet
		want   map[string]string
	}{
		{"all ones", filled(12, 1), map[string]string{"SKM-01": "25", "SKM-02": "1", "SKM-10": "1", "SKM-13": "1"}},
		{"all fours", filled(12, 4), map[string]string{"SKM-01": "100", "SKM-02": "4", "SKM-10": "4", "SKM-13": "4"}},
		{"one respondent", []sheet{{1, 2, 3, 4, 4, 4, 4, 4, 4}}, map[string]string{"SKM-01": "250/3", "SKM-02": "1", "SKM-03": "2", "SKM-13": "1"}},
		{"no answer on complaints", but(record.Complaints), map[string]string{"SKM-01": "75", "SKM-09": "", "SKM-13": "3"}},
		{"two elements", []sheet{{2, 3}}, map[string]string{"SKM-01": "125/2", "SKM-04": "", "SKM-13": ""}},
		{"three elements", []sheet{{2, 3, 4}}, map[string]string{"SKM-01": "75", "SKM-13": "2"}},
	} {
		s := of(day, c.sheets)
		for id, want := range c.want {
			got := ""
			if v := value(t, id, s); v.Known() {
				got = v.Value.RatString()
			}
			if got != want {
				t.Errorf("%s: %s = %q, want %q", c.what, id, got, want)
			}
		}
	}
}

// TestCategoryRoundsTheIndexFirst: 3.0642 x 25 = 76.605 is 76.61 and B; one
// score less is 76.6025, rounds to 76.60 and is C. The value stays exact.
func TestCategoryRoundsTheIndexFirst(t *testing.T) {
	for _, c := range []struct {
		sum    int
		index  string
		letter string
	}{{30642, "15321/200", "B"}, {30641, "30641/400", "C"}} {
		sheets := make([]sheet, 10000)
		column(sheets, record.Time, c.sum)
		v := value(t, "SKM-01", of(record.DayOf(2018, 3, 1), sheets))
		if v.Value.RatString() != c.index || v.Category == nil || v.Category.ID[:1] != c.letter {
			t.Errorf("a sum of %d: %v, %v", c.sum, v.Value, v.Category)
		}
	}
}

// TestBoundsOfTheIndexFollowTheOfficesRules: with a rounded weight or another
// factor the bounds are what the rejected respondents would have made of it.
func TestBoundsOfTheIndexFollowTheOfficesRules(t *testing.T) {
	for _, own := range []map[string]string{nil, {roundingRule: "2"}, {factorRule: "20"}, {roundingRule: "3", factorRule: "20"}} {
		set := office.Default()
		set.Rules = own
		with := func(sheets ...[]sheet) *Slice {
			f := &facts.Set{}
			row := uint32(1)
			for _, list := range sheets {
				for _, s := range list {
					row++
					f.Answer(&record.Answer{Ref: record.Ref{Row: row}, Day: record.DayOf(2018, 3, 1), Scores: s})
				}
			}
			f.Seal()
			return NewSlice(f, &set, always)
		}
		some := []sheet{{3, 4, 2, 4, 3, 3, 4, 4, 1}, {4, 4, 4, 4, 4, 2, 4, 3, 2}}
		lo, hi := indexBound(with(some), 3)
		for score, bound := range map[uint8]*big.Rat{1: lo, 4: hi} {
			if v := value(t, "SKM-01", with(some, filled(3, score))); v.Value.Cmp(bound) != 0 {
				t.Errorf("%v: three more of %d give %v, the bound is %v", own, score, v.Value, bound)
			}
		}
		six := with([]sheet{{4, 4, 4, 4, 4, 4}})
		now := value(t, "SKM-01", six).Value
		if lo, hi := indexBound(six, 1); now.Cmp(lo) < 0 || now.Cmp(hi) > 0 {
			t.Errorf("%v: %v of six elements outside %v to %v", own, now, lo, hi)
		}
	}
}
