package analysis

import (
	"math/big"
	"slices"
	"strings"

	"rapor/analysis/award"
	"rapor/analysis/calendar"
	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/finance"
	"rapor/analysis/office"
	"rapor/analysis/queue"
	"rapor/analysis/result"
	"rapor/analysis/survey"
)

// figures draws up every figure of the result: those a domain knows how to
// make, the monthly series of each indicator, and the comparison of offices.
// Figures without enough data are not made; pages say what is missing.
func (c *run) figures(inds []result.Indicator) []result.Figure {
	c.chapter = map[string]string{}
	var before []calendar.Period
	for _, b := range c.bases {
		before = append(before, b.period)
	}
	var out []result.Figure
	add := func(chapter string, figs ...result.Figure) {
		for _, f := range figs {
			if f.Sources == nil {
				f.Sources = c.figureSources(f)
			}
			c.chapter[f.ID] = chapter
			out = append(out, f)
		}
	}
	for _, of := range []struct {
		chapter string
		figures func(*facts.Set, *office.Setting, calendar.Period, []calendar.Period) []result.Figure
	}{{"queue", queue.Figures}, {"survey", survey.Figures}, {"enforcement", enforcement.Figures}, {"finance", finance.Figures}} {
		if c.ctx.Err() != nil {
			return nil
		}
		add(of.chapter, of.figures(c.Facts, c.Setting, c.Period, before)...)
	}
	for _, st := range c.studies {
		add(st.source, st.figures...)
	}
	for i := range inds {
		if f, ok := c.seriesFigure(inds[i]); ok {
			add(inds[i].Domain, f)
		}
		if f, ok := c.betweenFigure(inds[i]); ok {
			add(inds[i].Domain, f)
		}
	}
	for _, id := range c.compared() {
		if ind, ok := c.find(inds, id); ok {
			if f, ok := officeFigure(ind); ok {
				add("offices", f)
			}
		}
	}
	return out
}

// compared lists the indicators shown by office: the headlines of the awards
// whose dossier has such a chapter, each once.
func (c *run) compared() []string {
	var out []string
	for _, a := range c.Awards {
		if !slices.ContainsFunc(a.Chapters, func(ch award.Chapter) bool { return ch.Source == "offices" }) {
			continue
		}
		for _, id := range a.Headlines {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

func (c *run) find(inds []result.Indicator, id string) (result.Indicator, bool) {
	for i := range inds {
		if inds[i].ID == id {
			return inds[i], true
		}
	}
	return result.Indicator{}, false
}

// slug is an indicator id as part of a figure id.
func slug(id string) string { return strings.ToLower(id) }

// seriesFigure is the monthly series of an indicator: a control chart when
// there is one, a trend otherwise.
func (c *run) seriesFigure(ind result.Indicator) (result.Figure, bool) {
	if !ind.Value.Known() || knownPoints(ind.Series) < 3 {
		return result.Figure{}, false
	}
	f := result.Figure{
		ID: "seri-" + slug(ind.ID), Kind: result.Trend, Indicator: ind.ID, Unit: ind.Unit,
		Title:   headline(ind, c.Period.ID),
		Caption: result.T("{0} per bulan, {1} sampai {2}.", "{0} by month, {1} to {2}.", named(ind.Name), result.In(ind.Series[0].Label), result.In(ind.Series[len(ind.Series)-1].Label)),
		Summary: seriesSummary(ind),
	}
	s := result.Series{Name: named(ind.Name), Role: result.RoleValue}
	for _, p := range ind.Series {
		f.X.Labels = append(f.X.Labels, result.In(p.Label))
		s.Points = append(s.Points, result.Datum{Value: p.Value, N: p.N, Flag: p.Flag, Part: p.Part})
		f.N += p.N
	}
	f.Series = []result.Series{s}
	f.NUnit = ind.Value.NUnit
	f.Lines = append(limitLines(ind), c.targetLines(ind)...)
	f.Marks = c.reformMarks(ind.ID, ind.Series)
	if ind.Control != nil && len(ind.Control.Phases) > 0 {
		f.Kind = result.ControlChart
	}
	if ind.Control != nil {
		f.Note = chartNote(ind.Control)
	}
	return f, true
}

func knownPoints(s []result.Point) int {
	n := 0
	for _, p := range s {
		if p.Value != nil {
			n++
		}
	}
	return n
}

func seriesSummary(ind result.Indicator) result.Text {
	var lo, hi *result.Point
	for i := range ind.Series {
		p := &ind.Series[i]
		if p.Value == nil {
			continue
		}
		if lo == nil || p.Value.Cmp(lo.Value) < 0 {
			lo = p
		}
		if hi == nil || p.Value.Cmp(hi.Value) > 0 {
			hi = p
		}
	}
	return result.T("Terendah {0} pada {1}, tertinggi {2} pada {3}.", "Lowest {0} in {1}, highest {2} in {3}.",
		result.Num(lo.Value, ind.Unit), result.In(lo.Label), result.Num(hi.Value, ind.Unit), result.In(hi.Label))
}

// chartNote says what the chart found and how its limits were made.
func chartNote(ctl *result.Control) result.Text {
	if ctl.Method.Empty() {
		return ctl.Say
	}
	return result.T("{0} {1}", "{0} {1}", result.Quantity{Unit: result.Worded, Term: &ctl.Say}, result.Quantity{Unit: result.Worded, Term: &ctl.Method})
}

// limitLines are the mean and limits of each phase, stepped where they follow
// the size of the months.
func limitLines(ind result.Indicator) []result.Line {
	if ind.Control == nil {
		return nil
	}
	var out []result.Line
	for _, ph := range ind.Control.Phases {
		out = append(out, phaseLines(ind.Series, ph)...)
	}
	return out
}

func phaseLines(series []result.Point, ph result.Phase) []result.Line {
	line := func(id, en string, role result.Role, v float64, of func(*result.Limits) *float64) result.Line {
		n := result.Line{Name: result.T(id, en), Role: role, Value: v, First: ph.First, Last: ph.Last}
		for i := ph.First; i <= ph.Last; i++ {
			if l := series[i].Limits; l != nil {
				if n.Values == nil {
					n.Values = make([]*float64, len(series))
				}
				n.Values[i] = of(l)
			}
		}
		return n
	}
	centre := result.T("Rata-rata", "Mean")
	if ph.Median {
		centre = result.T("Median", "Median")
	}
	return []result.Line{
		line(centre.ID, centre.EN, result.RoleMean, ph.Mean, func(l *result.Limits) *float64 { return &l.Centre }),
		line("Batas atas", "Upper limit", result.RoleLimit, ph.Upper, func(l *result.Limits) *float64 { return &l.Upper }),
		line("Batas bawah", "Lower limit", result.RoleLimit, ph.Lower, func(l *result.Limits) *float64 { return &l.Lower }),
	}
}

// targetLines are the targets in force, one line for each stretch of months
// with the same.
func (c *run) targetLines(ind result.Indicator) []result.Line {
	var out []result.Line
	targets := c.targetsOf(ind.ID, len(ind.Series))
	for i, t := range targets {
		switch {
		case t == nil:
		case i > 0 && targets[i-1] != nil && targets[i-1].Cmp(t) == 0:
			out[len(out)-1].Last = i
		default:
			out = append(out, result.Line{Name: result.T("Target", "Target"), Role: result.RoleTarget, Value: ratFloat(t), First: i, Last: i})
		}
	}
	return out
}

// reformMarks places each dated reform before the month it fell in.
func (c *run) reformMarks(id string, s []result.Point) []result.Mark {
	var out []result.Mark
	for _, r := range c.Setting.ReformsOf(id) {
		month := r.Day.String()
		if len(month) < 7 {
			continue
		}
		for i, p := range s {
			if p.Label == month[:7] {
				out = append(out, result.Mark{At: i, Text: r.Name})
			}
		}
	}
	return out
}

func (c *run) tables() []result.Table {
	var out []result.Table
	add := func(chapter string, ts ...result.Table) {
		for _, t := range ts {
			c.chapter[t.ID] = chapter
			out = append(out, t)
		}
	}
	add("queue", queue.Tables(c.Facts, c.Setting, c.Period)...)
	add("survey", survey.Tables(c.Facts, c.Setting, c.Period)...)
	add("enforcement", enforcement.Tables(c.Facts, c.Setting, c.Period)...)
	add("finance", finance.Tables(c.Facts, c.Setting, c.Period)...)
	for _, id := range c.compared() {
		if ind, ok := c.byID[id]; ok {
			if t, ok := officeTable(*ind); ok {
				add("offices", t)
			}
		}
	}
	for _, st := range c.studies {
		add(st.source, st.tables...)
	}
	return out
}

// ratFloat is the nearest float of a rational, for limits and drawing only.
func ratFloat(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}
