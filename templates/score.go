package templates

import (
	"strconv"

	"rapor/analysis/result"
)

// score lays out the scorecard: missing criteria apart, the criteria map with
// its gaps first, the checklist, and the order of offices with what it hangs
// on; nil without one.
func (v *viewer) score() *scoreView {
	c := v.doc.Scorecard
	if c == nil {
		return nil
	}
	out := &scoreView{
		Title: v.text(c.Title), Award: v.text(v.doc.Award), Source: v.text(c.Source), Assumed: c.Status != "official",
		Total: v.points(c.Total), Max: v.points(c.Max), Of: v.points(c.Of), Scored: c.Max != nil && c.Max.Sign() > 0,
	}
	for _, l := range c.Lines {
		line := v.scoreLine(l)
		if line.Missing {
			out.Missing = append(out.Missing, line)
		}
		out.Lines = append(out.Lines, line)
	}
	for _, m := range c.Map {
		out.Map = append(out.Map, v.mapLine(m))
	}
	for _, k := range c.Checklist {
		line := checkLine{Say: v.text(k.Say), Mark: mark{"open", "plain", v.Say("check.open")}}
		if k.Done {
			line.Mark = mark{"met", "good", v.Say("check.done")}
		}
		out.Checklist = append(out.Checklist, line)
	}
	out.Order, out.Sensitivity = v.order(c.Order), v.sensitivity(c.Sensitivity)
	return out
}

func (v *viewer) scoreLine(l result.ScoreLine) scoreLine {
	line := scoreLine{Criterion: v.text(l.Criterion), Weight: v.points(l.Weight), Why: v.text(l.Why), Jury: l.Jury, Missing: l.Points == nil && !l.Jury}
	if l.Points != nil {
		line.Points = v.points(l.Points)
	}
	if ind, ok := v.indicators[l.Indicator]; ok {
		line.Indicator = &link{v.text(ind.Name), "#" + v.details[l.Indicator]}
	}
	return line
}

func (v *viewer) mapLine(m result.MapLine) mapLine {
	line := mapLine{Criterion: v.text(m.Criterion), Weight: v.points(m.Weight), Gaps: v.texts(m.Gaps)}
	for _, id := range m.Indicators {
		if ind, ok := v.indicators[id]; ok {
			line.Indicators = append(line.Indicators, link{v.text(ind.Name), "#" + v.details[id]})
		}
	}
	seen := map[string]bool{}
	for _, fig := range m.Figures {
		if ref, ok := v.drawn[fig]; ok && !seen[fig] {
			seen[fig] = true
			line.Figures = append(line.Figures, link{v.Say("figure.number", ref.Number), "#" + ref.Anchor})
		}
	}
	for _, e := range m.Evidence {
		line.Evidence = append(line.Evidence, v.evidence(e))
	}
	return line
}

// evidence names a document: title, number, date, and the beginning of its
// checksum, enough to tell two files apart on paper.
func (v *viewer) evidence(e result.Evidence) string {
	s := v.text(e.Title)
	if e.Number != "" {
		s = join(s, e.Number)
	}
	if e.Date != "" {
		s = join(s, v.date(e.Date))
	}
	if len(e.SHA256) >= 16 {
		s = join(s, "SHA-256 "+e.SHA256[:16]+"…")
	}
	return s
}

// order is the table of offices under the same rubric; nil without one.
func (v *viewer) order(places []result.ScorePlace) *tableView {
	if len(places) == 0 {
		return nil
	}
	t := &tableView{Caption: v.Say("order.caption"), Columns: []columnView{
		{Text: v.Say("order.place")}, {Text: v.Say("fact.office")}, {v.Say("score.points"), true}, {v.Say("order.of"), true}}}
	for _, p := range places {
		label := v.cell(p.Office)
		if p.Own {
			label.Text = v.Say("own.office", label.Text)
		}
		place := strconv.Itoa(p.Place)
		t.Rows = append(t.Rows, rowView{Own: p.Own, Cells: []cell{{Text: place, Sort: place}, label,
			v.number(p.Total, result.Points), v.number(p.Of, result.Points)}})
	}
	return t
}

// sensitivity says for each weight what it takes to change the order.
func (v *viewer) sensitivity(shifts []result.WeightShift) *tableView {
	if len(shifts) == 0 {
		return nil
	}
	t := &tableView{Caption: v.Say("shift.caption"), Columns: []columnView{
		{Text: v.Say("score.criterion")}, {v.Say("score.weight"), true}, {v.Say("shift.to"), true}, {Text: v.Say("shift.office")}}}
	for _, s := range shifts {
		row := rowView{Cells: []cell{{Text: v.text(s.Criterion)}, v.number(s.Weight, result.Points), v.number(s.To, result.Points), v.cell(s.Office)}}
		if s.To == nil {
			row.Cells[2] = cell{Text: v.Say("shift.never"), Number: true}
			row.Cells[3] = cell{Text: "–"}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
