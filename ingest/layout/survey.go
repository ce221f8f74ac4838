package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/table"
)

// survey is what the values of one column say about how they are written.
type survey struct {
	number locale.NumberSurvey
	date   *locale.DateSurvey  // of columns of days, hours and months
	clock  *locale.ClockSurvey // of columns of hours
	span   *locale.SpanSurvey  // of columns of lengths of time
	roman  int                 // month: the greatest Roman numeral
	looks  [grid.InDays + 1]bool
}

func (v *survey) of(t typ) {
	switch t {
	case clock, clockSpan:
		v.clock = &locale.ClockSurvey{}
		v.date = &locale.DateSurvey{}
	case day, month:
		v.date = &locale.DateSurvey{}
	case duration:
		v.span = &locale.SpanSurvey{}
	}
}

// add observes one cell.
func (v *survey) add(t typ, c *grid.Cell, date1904 bool) {
	switch c.Kind {
	case grid.Text:
		v.text(t, c.Text)
	case grid.ISODate:
		if v.date != nil {
			v.date.Add(strings.TrimSuffix(c.Text, "Z"))
		}
	case grid.Number:
		v.looks[c.Look] = true
		switch shown := c.Look == grid.Date || c.Look == grid.Time || c.Look == grid.Span; {
		case t == duration:
			switch {
			case c.Look == grid.Time || c.Look == grid.Span:
				v.span.AddShown(c.Text, usualWait)
			case !shown && c.Look < grid.InThousands:
				v.span.AddNumber(c.Text)
			}
		case t == day, t == month && c.Look == grid.Date, v.clock != nil && c.Look == grid.Date && len(c.Text) > 4:
			v.date.AddSerial(c.Text, date1904)
		case v.clock != nil && !shown:
			v.clock.AddNumber(c.Text)
		}
	}
}

func (v *survey) text(t typ, s string) {
	switch {
	case t == duration:
		v.number.Add(s)
		v.span.Add(s)
	case t.numeric():
		v.number.Add(s)
	case t == day:
		v.date.Add(s)
	case t == month:
		v.date.Add(s)
		if n, ok := locale.Roman(s); ok {
			v.roman = max(v.roman, n)
		}
	case v.clock != nil:
		v.date.AddStamp(s)
		v.clock.Add(s)
	}
}

func (v *survey) settled(t typ) bool {
	switch {
	case t == duration:
		return v.number.Settled() && v.span.Settled()
	case t.numeric():
		return v.number.Settled()
	}
	return v.date == nil || v.date.Settled()
}

// surveys is what a table says about how it is written.
type surveys struct {
	columns []survey
	answers answerSurvey
	ratios  ratios
	own     []*ownCells // what rapor.yaml says of the cells of each column
	whole   bool        // every row was seen
}

// Of a long column of hours, every eighth is surveyed from some row on: its form
// is the same in all.
const (
	manyClocks = 2000
	fewClocks  = 8
)

// survey reads values until every column is settled.
func (p *Plan) survey(s grid.Sheet) (*surveys, error) {
	out := &surveys{columns: make([]survey, len(p.Columns)), own: make([]*ownCells, len(p.Columns)), ratios: p.ratios()}
	types := make([]typ, len(p.Columns))
	var used, elements []int
	for i, c := range p.Columns {
		if f, ok := p.kind.field(c.Field); ok && c.Field != "" {
			types[i] = f.typ
			out.columns[i].of(f.typ)
			out.own[i] = p.ov.ownCells(p.kind, &p.Columns[i])
			used = append(used, i)
			if f.typ == score {
				elements = append(elements, i)
			}
		}
	}
	last, date1904 := p.HeaderRows[len(p.HeaderRows)-1], s.Date1904()
	n := 0
	out.whole = true
	at, moved := make([]int, len(p.Columns)), false
	for i := range p.Columns {
		at[i] = p.Columns[i].Index
	}
	err := s.Rows(func(r *grid.Row) bool {
		if r.N <= last {
			return true
		}
		if other, sure := p.headsAnother(r); other {
			if at = p.movedTo(r); at == nil || !sure {
				return false // what stands below is another table's
			}
			moved = true
			return true
		}
		for _, i := range used {
			if out.columns[i].clock != nil && n > manyClocks && n%fewClocks != 0 {
				continue
			}
			if at[i] < len(r.Cells) {
				out.columns[i].add(types[i], out.own[i].cell(&r.Cells[at[i]]), date1904)
			}
		}
		if !moved {
			out.ratios.see(p, r)
		}
		if len(elements) > 0 && !moved && !footOfAnswers(p, r, elements) {
			for _, i := range elements {
				if c := &p.Columns[i]; c.Index < len(r.Cells) {
					out.answers.add(c.Field, out.own[i].cell(&r.Cells[c.Index]).Text)
				}
			}
		}
		n++
		out.whole = n%surveyRows != 0 || !settled(out.columns, types)
		return out.whole
	})
	return out, err
}

// footOfAnswers reports a row of sums or means below the answers: named so, or
// without an answer that a scale could hold.
func footOfAnswers(p *Plan, r *grid.Row, elements []int) bool {
	if table.IsTotal(label(r)) || table.IsSignature(label(r)) {
		return true
	}
	filled, beyond := 0, 0
	for _, i := range elements {
		if p.Columns[i].Index >= len(r.Cells) {
			continue
		}
		s := strings.TrimSpace(r.Cells[p.Columns[i].Index].Text)
		if s == "" {
			continue
		}
		filled++
		if d, err := locale.ParseNumber(strings.Replace(s, ",", ".", 1), locale.StylePlain); err == nil {
			if n, whole := d.Int(); !whole || n > 10 {
				beyond++
			}
		}
	}
	return filled > 0 && beyond*2 > filled
}
