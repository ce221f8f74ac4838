package award

import (
	"math/big"

	"rapor/analysis/result"
)

// Lookup finds an indicator of the result.
type Lookup func(id string) (result.Indicator, bool)

// Score holds a rubric against the results. Missing criteria earn nothing and
// cost nothing: they are named first, and points count only over what is
// there. Criteria that only a jury can judge have no points of ours.
func Score(r *Rubric, get Lookup) result.Scorecard {
	card := result.Scorecard{Award: r.ID, Title: r.Title, Status: status(r.Official), Source: r.Source, Total: new(big.Rat), Max: new(big.Rat), Of: new(big.Rat)}
	var held []result.ScoreLine
	for i := range r.Criteria {
		c := &r.Criteria[i]
		card.Of.Add(card.Of, c.Weight)
		line := c.score(get)
		if line.Points == nil {
			card.Lines = append(card.Lines, line)
			continue
		}
		card.Total.Add(card.Total, line.Points)
		card.Max.Add(card.Max, c.Weight)
		held = append(held, line)
	}
	card.Lines = append(card.Lines, held...)
	return card
}

func status(official bool) string {
	if official {
		return "official"
	}
	return "assumed"
}

// score gives the points of one criterion; without points, why not.
func (c *Criterion) score(get Lookup) result.ScoreLine {
	line := result.ScoreLine{ID: c.ID, Criterion: c.Name, Weight: c.Weight, Jury: len(c.Measures) == 0}
	if line.Jury {
		line.Why = result.T("Dinilai juri dari naskah dan bukti; program tidak memberi nilai.", "Judged by the jury from text and evidence; the program gives no points.")
		return line
	}
	line.Indicator = c.Measures[0].Indicator
	points := new(big.Rat)
	for _, m := range c.Measures {
		ind, ok := get(m.Indicator)
		if why := m.unusable(ind, ok); !why.Empty() {
			line.Why = why
			return line
		}
		part := new(big.Rat).Mul(c.Weight, m.Share)
		points.Add(points, part.Mul(part, fraction(ind.Value.Value, m.None, m.All)))
		if line.Why.Empty() {
			line.Why = result.T("Nilai {0}; skala dari {1} (0) sampai {2} (penuh).", "Value {0}; scale from {1} (none) to {2} (full).",
				result.Num(ind.Value.Value, ind.Unit), result.Num(m.None, ind.Unit), result.Num(m.All, ind.Unit))
		} else {
			line.Why = result.T("Rata-rata tertimbang {0} ukuran; rinciannya pada peta kriteria.", "Weighted mean of {0} measures; see the criteria map.", result.Int(int64(len(c.Measures)), result.Count))
		}
	}
	line.Points = points
	return line
}

// unusable says why a measure cannot be scored; empty when it can.
func (m *Measure) unusable(ind result.Indicator, ok bool) result.Text {
	switch {
	case !ok || !ind.Value.Known():
		return result.T("Tidak ada data; kriteria ini tidak dinilai.", "No data; this criterion is not scored.")
	case ind.Value.N < m.MinN:
		return result.T("Data terlalu sedikit ({0}, perlu {1}); tidak dinilai.", "Too few data ({0}, needs {1}); not scored.", result.Int(ind.Value.N, result.Count), result.Int(m.MinN, result.Count))
	}
	return result.Text{}
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
