package volume

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestAgainstNaive makes years of known months, in any order and split over sets
// in any way, with or without the year's own number beside them; what must come
// is known from how they were made.
func TestAgainstNaive(t *testing.T) {
	set := office.Default()
	words := map[string]string{"VOL-02": "ITAS", "VOL-10": "Paspor terbit", "VOL-13": "ASN"}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 7))
		var rows []record.Volume
		sum, last := map[string]int64{}, map[string]int64{}
		for id, w := range words {
			for m := 1; m <= 12; m++ {
				if r.IntN(4) == 0 && m > 1 {
					continue
				}
				n := int64(r.IntN(50))
				sum[id], last[id] = sum[id]+n, n
				rows = append(rows, record.Volume{Day: record.DayOf(2016, m, 1), Grain: record.GrainMonth, Matter: w, Number: n})
			}
			if r.IntN(2) == 0 {
				rows = append(rows, record.Volume{Day: record.DayOf(2016, 1, 1), Grain: record.GrainYear, Matter: w, Number: 9999})
			}
		}
		a, b := &facts.Set{}, &facts.Set{}
		for i, k := range r.Perm(len(rows)) {
			v := rows[k]
			v.Ref.Row = uint32(k + 2)
			[]*facts.Set{a, b}[i%2].Volume(&v)
		}
		a.Merge(b)
		a.Seal()
		s := NewSlice(a, &set, facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)})
		for _, spec := range Specs() {
			if _, ok := words[spec.ID]; !ok {
				if v := spec.Compute(s); v.Missing == nil {
					t.Errorf("%s: %v of nothing", spec.ID, v.Value)
				}
				continue
			}
			want := sum[spec.ID]
			if spec.ID == "VOL-13" {
				want = last[spec.ID]
			}
			if v := spec.Compute(s); v.Value == nil || v.Value.Cmp(big.NewRat(want, 1)) != 0 {
				t.Fatalf("seed %d: %s = %v, want %d", seed, spec.ID, v.Value, want)
			}
		}
	}
}

// TestLevelsAndFlowsAreNotJoined: what two tables say differently of a matter is
// withheld, with the line that settles it; a table may say otherwise than the
// vocabulary.
func TestLevelsAndFlowsAreNotJoined(t *testing.T) {
	set := office.Default()
	year := facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
	compute := func(stock ...record.Tri) (*big.Rat, bool) {
		f := &facts.Set{}
		for i, s := range stock {
			f.Volume(&record.Volume{Ref: record.Ref{Source: uint16(i), Row: 2}, Day: record.DayOf(2016, i+1, 1), Grain: record.GrainMonth,
				Matter: "ITAS", Number: 5, Stock: s})
		}
		f.Seal()
		v := limitedPermits.Compute(NewSlice(f, &set, year))
		return v.Value, v.Missing != nil && v.Missing.ID == mixedStock.ID
	}
	if _, refused := compute(record.Unknown, record.Yes); !refused {
		t.Error("a level and a flow are joined")
	}
	if v, _ := compute(record.Yes, record.Yes); v == nil || v.Cmp(big.NewRat(5, 1)) != 0 {
		t.Errorf("levels add up to %v", v)
	}
	if v, _ := compute(record.Unknown, record.No); v == nil || v.Cmp(big.NewRat(10, 1)) != 0 {
		t.Errorf("flows add up to %v", v)
	}
}
