package analysis

import (
	"cmp"
	"slices"
	"strings"

	"rapor/analysis/award"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/rules"
)

// This file prints the parameters of a rule as they were used, and computes
// what another reading of one would change.

// parameters lists the parameters of a rule in force in the period.
func (c *run) parameters(rule string) []result.Parameter {
	book := rules.With(c.Setting.Rules)
	var out []result.Parameter
	for _, p := range rules.Parameters() {
		if p.Rule != rule || p.Informational {
			continue
		}
		for _, v := range c.inForce(&p) {
			now, own := book.In(&p, v)
			line := result.Parameter{ID: p.ID, Title: p.Title, Value: p.Say(now.Value, now.Rows), Status: v.Status, Source: v.Source,
				From: v.From.String(), To: v.To.String(), Note: v.Note}
			if own {
				line.Register = p.Say(v.Value, v.Rows)
			}
			for _, o := range othersOf(book, &p, v, own) {
				line.Others = append(line.Others, result.Reading{Value: p.Say(o.Value, o.Rows), Source: o.Source, Effect: c.effect(&p, o)})
			}
			out = append(out, line)
		}
	}
	return out
}

// othersOf lists the readings of a version other than the one in use. Where the
// office replaced the register's, that is one of them.
func othersOf(book rules.Book, p *rules.Parameter, v rules.Version, own bool) []rules.Reading {
	var out []rules.Reading
	if own {
		out = append(out, rules.Reading{Value: v.Value, Rows: v.Rows, Source: v.Source})
	}
	now, _ := book.In(p, v)
	for _, o := range v.Others {
		then, _ := book.Under(p, o).In(p, v)
		if p.Say(then.Value, then.Rows).ID != p.Say(now.Value, now.Rows).ID {
			out = append(out, o)
		}
	}
	return out
}

// inForce lists the versions of a parameter that the period rests on. Those
// of budget performance are looked up on one day of the fiscal year's formulas.
func (c *run) inForce(p *rules.Parameter) []rules.Version {
	if strings.HasPrefix(p.ID, "ikpa.") {
		y, _, _ := c.Period.To.Date()
		d := rules.FinanceSet(y).Day(y)
		return p.Between(d, d)
	}
	return p.Between(c.Period.From, c.Period.To)
}

// effect recomputes the indicators that rest on a parameter's rule under
// another reading of it, and says which values, categories and places among
// offices change.
func (c *run) effect(p *rules.Parameter, o rules.Reading) []result.Text {
	set := *c.Setting
	set.Rules = rules.With(set.Rules).Under(p, o).Own()
	alt := &run{Input: c.Input, ctx: c.ctx}
	alt.Setting = &set
	var out []result.Text
	var same []*result.Indicator
	changed := map[string]result.Indicator{}
	for _, d := range domains(c.Facts, &set) {
		for i, info := range d.infos() {
			now := c.byID[info.ID]
			if now == nil || !now.Value.Known() || !slices.Contains(info.Basis, p.Rule) {
				continue
			}
			value := func(sel facts.Selection) result.Value { return d.value(i, sel) }
			then := *now
			then.Value = value(whole(baseline{period: c.Period}))
			if sameOutcome(now.Value, then.Value) {
				same = append(same, now)
				continue
			}
			then.Groups = alt.officesOf(info, value)
			changed[info.ID] = then
			out = append(out, sayEffect(*now, then)...)
		}
	}
	if len(out) == 0 {
		return sayNoEffect(same)
	}
	return append(out, c.sayPlaces(changed)...)
}

// sayNoEffect words that no value, category or place changes, and names the
// first value that was recomputed.
func sayNoEffect(same []*result.Indicator) []result.Text {
	if len(same) == 0 {
		return []result.Text{result.T("Tidak ada nilai masa ini yang bersandar padanya.", "No value of this period rests on it.")}
	}
	first := same[0]
	args := []result.Quantity{named(first.Name), result.Num(first.Value.Value, first.Unit), result.Int(int64(len(same)-1), result.Count)}
	if first.Value.Category != nil {
		args = append(args, named(*first.Value.Category))
		return []result.Text{result.T("Tidak berubah: {0} tetap {1}, kategori {3}.", "No change: {0} stays {1}, category {3}.", args...)}
	}
	if len(same) == 1 {
		return []result.Text{result.T("Tidak berubah: {0} tetap {1}.", "No change: {0} stays {1}.", args[:2]...)}
	}
	return []result.Text{result.T("Tidak berubah: {0} tetap {1}, begitu pula {2} nilai lain yang bersandar padanya.", "No change: {0} stays {1}, and so do {2} other values that rest on it.", args...)}
}

func sameOutcome(a, b result.Value) bool {
	if !a.Known() || !b.Known() {
		return a.Known() == b.Known()
	}
	return a.Value.Cmp(b.Value) == 0 && category(a) == category(b)
}

// category is the class of a value in Indonesian, "" without one.
func category(v result.Value) string {
	if v.Category == nil {
		return ""
	}
	return v.Category.ID
}

// officesOf is the breakdown by office, where the indicator has one.
func (c *run) officesOf(info indicator.Info, value func(facts.Selection) result.Value) []result.Group {
	if !slices.Contains(info.By, "office") {
		return nil
	}
	return []result.Group{c.group(info, "office", value)}
}

// sayEffect words what becomes of one indicator: its value, its category, its
// place among the offices.
func sayEffect(now, then result.Indicator) []result.Text {
	if !then.Value.Known() {
		return []result.Text{result.T("{0}: {1}, dengan bacaan itu tidak dapat dihitung.", "{0}: {1}, under that reading it cannot be computed.", named(now.Name), result.Num(now.Value.Value, now.Unit))}
	}
	var out []result.Text
	args := []result.Quantity{named(now.Name), result.Num(now.Value.Value, now.Unit), result.Num(then.Value.Value, now.Unit)}
	if now.Value.Value.Cmp(then.Value.Value) == 0 {
		out = append(out, result.T("{0}: tetap {1}.", "{0}: still {1}.", args[:2]...))
	} else {
		out = append(out, result.T("{0}: {1} menjadi {2}.", "{0}: {1} becomes {2}.", args...))
	}
	a, b := now.Value.Category, then.Value.Category
	switch {
	case a == nil || b == nil:
	case a.ID == b.ID:
		out = append(out, result.T("Kategori tetap {0}.", "The category stays {0}.", named(*a)))
	default:
		out = append(out, result.T("Kategori {0} menjadi {1}.", "Category {0} becomes {1}.", named(*a), named(*b)))
	}
	if p, n := placeAmong(now); n > 1 {
		if q, m := placeAmong(then); m == n {
			out = append(out, sayPlace(result.T("urutan di antara kantor", "order among the offices"), p, q, n))
		}
	}
	return out
}

// placeAmong is the own office's place on an indicator, 1 = best, and the
// number of offices; 0 where there is no order.
func placeAmong(ind result.Indicator) (place, n int) {
	for _, g := range ind.Groups {
		if g.Dimension != "office" || ind.Better == result.Contextual {
			continue
		}
		rows := g.Single()
		k := slices.IndexFunc(rows, func(r result.GroupRow) bool { return r.Own })
		if k < 0 {
			return 0, 0
		}
		place = 1
		for _, r := range rows {
			if int(ind.Better)*r.Value.Value.Cmp(rows[k].Value.Value) > 0 {
				place++
			}
		}
		return place, len(rows)
	}
	return 0, 0
}

func sayPlace(what result.Text, now, then, n int) result.Text {
	args := []result.Quantity{named(what), result.Int(int64(now), result.Count), result.Int(int64(n), result.Count), result.Int(int64(then), result.Count)}
	if now == then {
		return result.T("Peringkat ({0}) tetap {1} dari {2}.", "The rank ({0}) stays {1} of {2}.", args[:3]...)
	}
	return result.T("Peringkat ({0}) {1} menjadi {3} dari {2}.", "The rank ({0}) goes from {1} to {3} of {2}.", args...)
}

// sayPlaces says, for each award whose rubric measures a changed indicator,
// whether the office's points and place change.
func (c *run) sayPlaces(changed map[string]result.Indicator) []result.Text {
	get := func(id string) (result.Indicator, bool) {
		if ind, ok := changed[id]; ok {
			return ind, true
		}
		return c.lookup(id)
	}
	var out []result.Text
	for i := range c.Awards {
		r := &c.Awards[i]
		now, then := award.Score(r, c.lookup), award.Score(r, get)
		if now.Total.Cmp(then.Total) == 0 && now.Max.Cmp(then.Max) == 0 {
			continue
		}
		out = append(out, result.T("Penghargaan {0}: angka {1} menjadi {2}.", "Award {0}: {1} points become {2}.", named(r.Title), result.Num(now.Total, result.Points), result.Num(then.Total, result.Points)))
		before, _ := award.Order(r, c.lookup)
		after, _ := award.Order(r, get)
		if p, q := ownPlace(before), ownPlace(after); p > 0 && q > 0 {
			out = append(out, sayPlace(r.Title, p, q, cmp.Or(len(after), len(before))))
		}
	}
	return out
}

// ownPlace is the place of the report's office, 0 without an order.
func ownPlace(order []result.ScorePlace) int {
	for _, o := range order {
		if o.Own {
			return o.Place
		}
	}
	return 0
}
