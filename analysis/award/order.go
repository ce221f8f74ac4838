package award

import (
	"cmp"
	"math/big"
	"slices"

	"rapor/analysis/result"
)

// Order places several offices by the same rubric. Only criteria that every
// office has data for count, so that nobody stands lower for a missing file;
// fewer than two offices, or no common criterion, give no order.
//
// The sensitivity of the office's own place says, for each criterion, how far
// its weight alone would have to move before the office changes places with
// another: with T the difference of the totals and d the difference of the
// shares reached on the criterion, that is -T/d. It is exact.
func Order(r *Rubric, inds Lookup) (order []result.ScorePlace, sensitivity []result.WeightShift) {
	common, offices := r.common(inds)
	if len(common) == 0 || len(offices) < 2 {
		return nil, nil
	}
	full := new(big.Rat)
	for _, k := range common {
		full.Add(full, k.weight)
	}
	own := -1
	for i, o := range offices {
		total := new(big.Rat)
		for _, k := range common {
			total.Add(total, new(big.Rat).Mul(k.weight, k.reached[i]))
		}
		order = append(order, result.ScorePlace{Office: o.label, Own: o.own, Total: total, Of: full})
		if o.own {
			own = i
		}
	}
	if own >= 0 {
		sensitivity = shifts(common, order, own)
	}
	slices.SortStableFunc(order, func(a, b result.ScorePlace) int { return b.Total.Cmp(a.Total) })
	rank(order)
	return order, sensitivity
}

// rank gives equal totals the same place: 1, 2, 2, 4.
func rank(order []result.ScorePlace) {
	for i := range order {
		order[i].Place = i + 1
		if i > 0 && order[i].Total.Cmp(order[i-1].Total) == 0 {
			order[i].Place = order[i-1].Place
		}
	}
}

// shared is a criterion that all offices have, with the share each reached.
type shared struct {
	name    result.Text
	weight  *big.Rat
	reached []*big.Rat // by office
}

type entrant struct {
	label result.Quantity
	own   bool
}

// common finds the offices and the criteria all of them can be held against.
func (r *Rubric) common(get Lookup) (out []shared, offices []entrant) {
	for i := range r.Criteria {
		c := &r.Criteria[i]
		reached, who := c.byOffice(get)
		if len(reached) < 2 {
			continue
		}
		if offices == nil {
			offices = who
		}
		if !slices.EqualFunc(offices, who, func(a, b entrant) bool { return a.label == b.label }) {
			continue
		}
		out = append(out, shared{c.Name, c.Weight, reached})
	}
	return out, offices
}

// byOffice gives the share of a criterion that each office reached; nothing
// when a measure is not broken down by office.
func (c *Criterion) byOffice(get Lookup) (reached []*big.Rat, who []entrant) {
	for k, m := range c.Measures {
		ind, ok := get(m.Indicator)
		if !ok {
			return nil, nil
		}
		rows := officeRows(ind)
		if k > 0 && len(rows) != len(who) {
			return nil, nil
		}
		for i, row := range rows {
			if row.Value.N < m.MinN {
				return nil, nil
			}
			part := new(big.Rat).Mul(m.Share, fraction(row.Value.Value, m.None, m.All))
			if k == 0 {
				reached, who = append(reached, part), append(who, entrant{row.Label, row.Own})
				continue
			}
			reached[i].Add(reached[i], part)
		}
	}
	return reached, who
}

func officeRows(ind result.Indicator) []result.GroupRow {
	for _, g := range ind.Groups {
		if g.Dimension == "office" {
			return g.Single()
		}
	}
	return nil
}

// shifts finds for each criterion the smallest change of its weight that
// brings the own office level with another one.
func shifts(common []shared, order []result.ScorePlace, own int) []result.WeightShift {
	var out []result.WeightShift
	for _, k := range common {
		s := result.WeightShift{Criterion: k.name, Weight: k.weight}
		for i := range order {
			if i == own {
				continue
			}
			lead := new(big.Rat).Sub(order[own].Total, order[i].Total)
			d := new(big.Rat).Sub(k.reached[own], k.reached[i])
			if d.Sign() == 0 {
				continue
			}
			by := lead.Neg(lead).Quo(lead, d)
			to := new(big.Rat).Add(k.weight, by)
			if to.Sign() < 0 {
				continue // no weight is below zero
			}
			if s.To == nil || nearer(to, s.To, k.weight) {
				s.To, s.Office = to, order[i].Office
			}
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b result.WeightShift) int { return cmp.Compare(distance(a), distance(b)) })
	return out
}

func nearer(a, b, from *big.Rat) bool {
	da, db := new(big.Rat).Sub(a, from), new(big.Rat).Sub(b, from)
	return da.Abs(da).Cmp(db.Abs(db)) < 0
}

// distance orders shifts for showing: the most fragile weight first, those
// that change nothing last.
func distance(s result.WeightShift) float64 {
	if s.To == nil {
		return 1e300
	}
	d := new(big.Rat).Sub(s.To, s.Weight)
	f, _ := d.Abs(d).Float64()
	return f
}
