package templates

import (
	"slices"

	"rapor/analysis/result"
	"rapor/templates/internal/plain"
)

// detail is the full account of one indicator.
func (v *viewer) detail(id string) detailView {
	ind := v.indicators[id]
	val := ind.Value
	d := detailView{
		Anchor: v.details[id], ID: ind.ID, Name: v.text(ind.Name), Question: v.text(ind.Question),
		Value: v.parts(val.Value, ind.Unit), Known: val.Known(), Missing: v.missing(val),
		Verdict: v.verdict(ind.Verdict.Code), VerdictSay: v.text(ind.Verdict.Say),
		Findings: v.texts(ind.Findings), Warnings: v.texts(val.Warnings),
		Formula: v.text(ind.Formula), Caveat: v.text(ind.Caveat), Direction: v.direction(ind.Better),
		N: v.count(val.N, val.NUnit), Interval: v.interval(val, ind.Unit),
		Target: v.target(ind), Sources: v.sourceLinks(val.Sources), Changes: v.changes(ind),
	}
	if name := v.method(val.Interval); d.Interval != "" && name != "" {
		d.Interval += " · " + name
	}
	if d.Target != "" && !ind.Target.Basis.Empty() {
		d.Target += " (" + v.text(ind.Target.Basis) + ")"
	}
	d.Num, d.Den = v.terms(ind)
	d.Bounds = v.bounds(val.Bounds, ind.Unit)
	for _, e := range val.Excluded {
		d.Excluded = append(d.Excluded, pair{v.text(e.Reason), v.count(e.N, e.UnitIn(val))})
	}
	for _, rule := range ind.Basis {
		if anchor, ok := v.methods[rule]; ok {
			d.Rules = append(d.Rules, link{v.ruleTitle(rule), "#" + anchor})
		}
	}
	for _, fig := range ind.Figures {
		if ref, ok := v.drawn[fig]; ok {
			d.Figures = append(d.Figures, link{v.Say("figure.number", ref.Number), "#" + ref.Anchor})
		}
	}
	v.controlDetail(&d, ind)
	for _, g := range ind.Groups {
		d.Groups = append(d.Groups, v.group(ind, g))
	}
	d.Series = v.seriesTable(ind)
	return d
}

// terms formats numerator and denominator; both empty without a quotient.
func (v *viewer) terms(ind *result.Indicator) (num, den string) {
	val := ind.Value
	if val.Num == nil || val.Den == nil {
		return "", ""
	}
	over, under := plain.Terms(ind, val)
	return v.term(val.Num, over), v.term(val.Den, under)
}

// term formats one of the two; a whole number of things without a name of their
// own is written whole: "27,000" reads as twenty-seven thousand.
func (v *viewer) term(x quantity, u result.Unit) string {
	if u == result.Ratio && x.IsInt() {
		u = result.Count
	}
	return v.value(x, u)
}

// bounds says how far rejected rows could move the value; empty without any.
func (v *viewer) bounds(b *result.Bounds, u result.Unit) string {
	switch {
	case b == nil:
		return ""
	case b.Lo != nil && b.Hi != nil:
		return v.Say("bounds.between", v.value(b.Lo, u), v.value(b.Hi, u), v.plain(b.Rows))
	case b.Lo != nil:
		return v.Say("bounds.least", v.value(b.Lo, u), v.plain(b.Rows))
	case b.Hi != nil:
		return v.Say("bounds.most", v.value(b.Hi, u), v.plain(b.Rows))
	}
	return v.Say("bounds.open", v.plain(b.Rows))
}

// unit names a unit; empty for one that needs no name.
func (v *viewer) unit(u result.Unit) string { return plain.Name(u, v.Words) }

func (v *viewer) ruleTitle(id string) string {
	for i := range v.r.Methods {
		if v.r.Methods[i].ID == id {
			return v.text(v.r.Methods[i].Title)
		}
	}
	return id
}

func (v *viewer) direction(d result.Direction) string {
	switch d {
	case result.Lower:
		return v.Say("direction.lower")
	case result.Higher:
		return v.Say("direction.higher")
	}
	return v.Say("direction.contextual")
}

func (v *viewer) controlDetail(d *detailView, ind *result.Indicator) {
	c := ind.Control
	if c == nil {
		return
	}
	d.Control = v.control(ind)
	d.ControlSay, d.ControlMethod, d.Trial = v.text(c.Say), v.text(c.Method), c.Trial
	for _, p := range c.Phases {
		if p.First < 0 || p.Last >= len(ind.Series) || p.First > p.Last {
			continue
		}
		d.Phases = append(d.Phases, phaseView{
			Span: v.month(ind.Series[p.First].Label) + " – " + v.month(ind.Series[p.Last].Label),
			Mean: v.bound(&p.Mean, ind.Unit), Lower: v.bound(&p.Lower, ind.Unit), Upper: v.bound(&p.Upper, ind.Unit),
			Reason: v.text(p.Reason),
		})
	}
}

// group is a breakdown as a table.
func (v *viewer) group(ind *result.Indicator, g result.Group) *tableView {
	t := &tableView{Caption: v.text(g.Title), Columns: []columnView{
		{Text: v.text(g.Title)}, {v.text(ind.Name), true}, {v.Say("interval"), true}, {v.Say("n"), true}}}
	ranked := slices.ContainsFunc(g.Rows, func(r result.GroupRow) bool { return r.Rank != nil })
	if ranked {
		t.Columns = append(t.Columns, columnView{v.Say("rank"), true})
	}
	for _, row := range g.Rows {
		label := v.cell(row.Label)
		if row.Own {
			label.Text = v.Say("own.office", label.Text)
		}
		val := v.number(row.Value.Value, ind.Unit)
		if !row.Value.Known() {
			val.Text = v.missing(row.Value)
		}
		r := rowView{Own: row.Own, Cells: []cell{label, val,
			{Text: v.interval(row.Value, ind.Unit), Number: true}, v.counted(row.Value.N, row.Value.NUnit)}}
		if ranked {
			r.Cells = append(r.Cells, v.rank(row.Rank))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// rank is a place with its interval.
func (v *viewer) rank(r *result.Rank) cell {
	if r == nil {
		return cell{Text: v.Say("no.data"), Number: true}
	}
	return cell{Text: v.Say("rank.between", itoa(r.Place), itoa(r.Lo), itoa(r.Hi)), Sort: itoa(r.Place), Number: true}
}

// seriesTable is the monthly series as a table; nil without one.
func (v *viewer) seriesTable(ind *result.Indicator) *tableView {
	if len(ind.Series) == 0 {
		return nil
	}
	t := &tableView{Caption: v.Say("series.caption", v.text(ind.Name)), Columns: []columnView{
		{Text: v.Say("month")}, {v.text(ind.Name), true}, {v.Say("n"), true}}}
	limited := slices.ContainsFunc(ind.Series, func(p result.Point) bool { return p.Limits != nil })
	if limited {
		t.Columns = append(t.Columns, columnView{v.Say("control.lower"), true}, columnView{v.Say("control.upper"), true})
	}
	t.Columns = append(t.Columns, columnView{Text: v.Say("remark")})
	for _, p := range ind.Series {
		remark := v.flag(p.Flag)
		if p.Part {
			remark = join(remark, v.Say("partial"))
		}
		r := rowView{Cells: []cell{{Text: v.month(p.Label), Sort: p.Label}, v.number(p.Value, ind.Unit), v.counted(p.N, ind.Value.NUnit)}}
		if p.Masked {
			r.Cells[1], r.Cells[2] = v.maskedCell(), v.maskedCell()
		}
		if limited {
			r.Cells = append(r.Cells, v.limit(p.Limits, ind.Unit, func(l *result.Limits) *float64 { return &l.Lower }),
				v.limit(p.Limits, ind.Unit, func(l *result.Limits) *float64 { return &l.Upper }))
		}
		r.Cells = append(r.Cells, cell{Text: remark})
		t.Rows = append(t.Rows, r)
	}
	return t
}

// maskedCell stands for a value that stays inside the office.
func (v *viewer) maskedCell() cell { return cell{Text: v.Say("masked"), Number: true} }

// limit is one control limit of a month.
func (v *viewer) limit(l *result.Limits, u result.Unit, of func(*result.Limits) *float64) cell {
	if l == nil {
		return cell{Number: true}
	}
	return v.boundCell(of(l), u)
}

// flag names the control-chart rule a point met.
func (v *viewer) flag(flag string) string {
	switch flag {
	case "limit", "trend", "two_of_three", "shift":
		return v.Say("flag." + flag)
	}
	return ""
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}
