package edition

import (
	"math/big"
	"slices"
	"time"

	"rapor/analysis/result"
)

// values masks what is crossed with an attribute: breakdowns by a class of
// persons, values of one class, and in a report of a month (a month is an
// attribute too) every value that is no total of official acts.
func (e *editor) values() {
	month := short(e.Period)
	e.overlaps()
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		if e.must(ind, month, &ind.Value) || ind.Crossed && ind.Unit == result.Ratio {
			e.withhold(ind)
		}
		if ind.Crossed { // the sizes of classes, as an index tells them
			ind.Value.Warnings = nil
		}
		for k := range ind.Baseline {
			e.compared(ind, &ind.Baseline[k])
		}
	}
	if e.Privacy.Strict {
		e.strict()
	}
	e.rows()
}

// compared masks a comparison that tells few persons, or the days that two
// periods do not share.
func (e *editor) compared(ind *result.Indicator, c *result.Change) {
	if ind.Crossed {
		c.Value.Warnings = nil
	}
	overlaps := ind.Subjects.Persons() && e.hidden[c.Period.ID]
	if overlaps || ind.Value.Masked || e.must(ind, short(c.Period), &c.Value) {
		e.forget(c)
	}
}

// overlaps finds periods of comparison that share days with the period or with
// one another and are not the same: what two of them count less each other is
// a count of its own, of the days that only one has.
func (e *editor) overlaps() {
	all := append([]result.Period{e.Period}, e.Compare...)
	for i, p := range all {
		for _, q := range all[:i] {
			if p.From <= q.To && q.From <= p.To && (p.From != q.From || p.To != q.To) {
				e.hidden[p.ID] = true
			}
		}
	}
}

// must says that a value of a period is masked by itself.
func (e *editor) must(ind *result.Indicator, month bool, v *result.Value) bool {
	if !ind.Subjects.Persons() || !v.Known() && v.N == 0 {
		return false
	}
	total := !month && !ind.Crossed || exempt(ind.ID)
	if total && !e.Privacy.Strict {
		return false
	}
	return e.small(ind, v)
}

// small reports whether a value is made of few persons, or tells of a part of
// few, or of all but few.
func (e *editor) small(ind *result.Indicator, v *result.Value) bool {
	if people(v.NUnit) && e.Privacy.Small(v.N) {
		return true
	}
	if !ind.Subjects.Persons() || v.Value == nil {
		return false
	}
	if n, ok := whole(v.Value); ok && people(ind.Unit) && e.Privacy.Small(n) {
		return true
	}
	return ind.Unit == result.Share && e.Privacy.SmallPart(part(v), v.N)
}

// part is the numerator of a share, as stated or from its n.
func part(v *result.Value) *big.Rat {
	if v.Num != nil && v.Den != nil {
		if d, ok := whole(v.Den); ok && d == v.N {
			return v.Num
		}
	}
	return new(big.Rat).Mul(v.Value, new(big.Rat).SetInt64(v.N))
}

// withhold masks a value with everything that was made from it.
func (e *editor) withhold(ind *result.Indicator) {
	for _, t := range append(ind.Findings, ind.Verdict.Say) {
		e.gone[key(t)] = true
	}
	e.hide(&ind.Value)
	ind.Without, ind.Findings = nil, nil
	ind.Verdict = result.Verdict{Code: result.NotJudged, Say: *e.masked()}
	for k := range ind.Baseline {
		e.forget(&ind.Baseline[k])
	}
	ind.Groups = nil
}

// forget masks a comparison: its value, and the difference that would tell it.
func (e *editor) forget(c *result.Change) {
	e.gone[key(c.Say)] = true
	v := c.Value
	e.hide(&v)
	*c = result.Change{Period: c.Period, Value: v}
}

// scores leaves the points of a criterion out that rests on a masked value, and
// with them the total, which would tell them.
func (e *editor) scores() {
	hidden := map[string]bool{}
	for i := range e.Indicators {
		hidden[e.Indicators[i].ID] = e.Indicators[i].Value.Masked
	}
	for i := range e.Documents {
		card := e.Documents[i].Scorecard
		if card == nil {
			continue
		}
		for k := range card.Lines {
			line := &card.Lines[k]
			rests := hidden[line.Indicator]
			if len(card.Map) > 0 {
				rests = rests || slices.ContainsFunc(e.measures(card, line), func(id string) bool { return hidden[id] })
			}
			if rests && line.Points != nil {
				line.Points, line.Why = nil, *e.masked()
				card.Total, card.Max, card.Order, card.Sensitivity = nil, nil, nil, nil
				e.said++
			}
		}
	}
}

// measures lists the indicators of a criterion.
func (e *editor) measures(card *result.Scorecard, line *result.ScoreLine) []string {
	for _, m := range card.Map {
		if m.Criterion.ID == line.Criterion.ID {
			return m.Indicators
		}
	}
	return nil
}

// short reports a period of a quarter or less: persons of so few weeks are told
// by them as by an attribute.
func short(p result.Period) bool {
	from, err1 := time.Parse(time.DateOnly, p.From)
	to, err2 := time.Parse(time.DateOnly, p.To)
	return err1 == nil && err2 == nil && to.Sub(from) < 92*24*time.Hour
}

// rows masks small rows of breakdowns: a label masked for one indicator of the
// same persons is masked for all of them, with what would give it away.
func (e *editor) rows() {
	hidden := map[[2]string]map[string]bool{}
	e.breakdowns(func(ind *result.Indicator, g *result.Group) {
		key := [2]string{string(ind.Subjects), g.Dimension}
		if hidden[key] == nil {
			hidden[key] = map[string]bool{}
		}
		for i := range g.Rows {
			e.exclusions(&g.Rows[i].Value)
		}
		for i, m := range complement(e.rowCells(ind, g), e.Privacy.Least) {
			if m {
				hidden[key][name(g.Rows[i].Label)] = true
			}
		}
	})
	e.breakdowns(func(ind *result.Indicator, g *result.Group) {
		for i := range g.Rows {
			if hidden[[2]string{string(ind.Subjects), g.Dimension}][name(g.Rows[i].Label)] {
				e.hide(&g.Rows[i].Value)
				g.Rows[i].Rank, g.Rows[i].Funnel = nil, nil
			}
		}
	})
}

// breakdowns are those by an attribute of persons; offices and accounts are none.
func (e *editor) breakdowns(f func(*result.Indicator, *result.Group)) {
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		for k := range ind.Groups {
			if d := ind.Groups[k].Dimension; ind.Subjects != "" && d != "office" && d != "account" {
				f(ind, &ind.Groups[k])
			}
		}
	}
}

func (e *editor) rowCells(ind *result.Indicator, g *result.Group) []cell {
	out := make([]cell, len(g.Rows))
	for i := range g.Rows {
		v := &g.Rows[i].Value
		out[i] = cell{v.N, e.Privacy.Small(v.N) || e.small(ind, v)}
	}
	return out
}

func name(q result.Quantity) string {
	if q.Term != nil {
		return q.Term.ID
	}
	return q.Label
}
