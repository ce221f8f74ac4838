// Package award holds award rubrics as data and scores results against them.
// None of the three awards has published criteria, so the rubrics here are
// assumptions and say so. Missing criteria earn nothing and cost nothing: they
// are named first, and points count only over what is there.
package award

import (
	"math/big"

	"rapor/analysis/result"
)

// Criterion is one line of a rubric: an indicator, its weight, and the scale
// from a value that earns nothing to one that earns all.
type Criterion struct {
	Name      result.Text
	Indicator string
	Weight    int64
	None, All *big.Rat // value in the indicator's base unit; points are linear between
	MinN      int64
}

// Sheet is a rubric.
type Sheet struct {
	ID       string
	Title    result.Text
	Status   string // "assumed" or "official"
	Source   result.Text
	Criteria []Criterion
}

// Rubric returns a rubric by its id.
func Rubric(id string) (Sheet, bool) {
	for _, s := range rubrics {
		if s.ID == id {
			return s, true
		}
	}
	return Sheet{}, false
}

// Rubrics lists all rubrics.
func Rubrics() []Sheet { return rubrics }

// Score holds a rubric against the results.
func Score(s Sheet, get func(id string) (result.Indicator, bool)) result.Scorecard {
	card := result.Scorecard{Award: s.ID, Title: s.Title, Status: s.Status, Source: s.Source, Total: new(big.Rat), Max: new(big.Rat), Of: new(big.Rat)}
	var held []result.ScoreLine
	for _, c := range s.Criteria {
		w := big.NewRat(c.Weight, 1)
		card.Of.Add(card.Of, w)
		line := result.ScoreLine{Criterion: c.Name, Indicator: c.Indicator, Weight: w}
		ind, ok := get(c.Indicator)
		switch {
		case !ok || !ind.Value.Known():
			line.Why = result.T("Tidak ada data; kriteria ini tidak dinilai.", "No data; this criterion is not scored.")
			card.Lines = append(card.Lines, line)
			continue
		case ind.Value.N < c.MinN:
			line.Why = result.T("Data terlalu sedikit ({0}, perlu {1}); tidak dinilai.", "Too few data ({0}, needs {1}); not scored.", result.Int(ind.Value.N, result.Count), result.Int(c.MinN, result.Count))
			card.Lines = append(card.Lines, line)
			continue
		}
		line.Points = new(big.Rat).Mul(w, fraction(ind.Value.Value, c.None, c.All))
		line.Why = result.T("Nilai {0}; skala dari {1} (0) sampai {2} (penuh).", "Value {0}; scale from {1} (none) to {2} (full).",
			result.Num(ind.Value.Value, ind.Unit), result.Num(c.None, ind.Unit), result.Num(c.All, ind.Unit))
		card.Total.Add(card.Total, line.Points)
		card.Max.Add(card.Max, w)
		held = append(held, line)
	}
	card.Lines = append(card.Lines, held...)
	return card
}

// fraction is where a value stands between none (0) and all (1), clipped.
func fraction(v, none, all *big.Rat) *big.Rat {
	f := new(big.Rat).Quo(new(big.Rat).Sub(v, none), new(big.Rat).Sub(all, none))
	one := big.NewRat(1, 1)
	switch {
	case f.Sign() < 0:
		return new(big.Rat)
	case f.Cmp(one) > 0:
		return one
	}
	return f
}
