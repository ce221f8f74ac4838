package layout

import (
	"fmt"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
)

// surveyRows bounds how many rows decide a column; later values that
// contradict the decision are rejected one by one.
const surveyRows = 20000

// Decide looks at the values of every used column and fixes how each is read.
// The decision and its evidence are the plan's; nothing is decided per cell.
func (p *Plan) Decide(s grid.Sheet, salt []byte) error {
	p.readers = make([]reader, len(p.Columns))
	numbers := make([]locale.NumberSurvey, len(p.Columns))
	dates := make([]locale.DateSurvey, len(p.Columns))
	last := p.HeaderRows[len(p.HeaderRows)-1]
	n := 0
	err := s.Rows(func(r *grid.Row) bool {
		if r.N <= last {
			return true
		}
		for i := range p.Columns {
			c := &p.Columns[i]
			if c.Field == "" || c.Index >= len(r.Cells) || r.Cells[c.Index].Kind != grid.Text {
				continue
			}
			numbers[i].Add(r.Cells[c.Index].Text)
			dates[i].Add(r.Cells[c.Index].Text)
		}
		n++
		return n < surveyRows
	})
	if err != nil {
		return err
	}
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Field == "" {
			continue
		}
		f, _ := p.kind.field(c.Field)
		rd := &p.readers[i]
		*rd = reader{typ: f.typ, date1904: s.Date1904(), unit: locale.Minutes, salt: salt, grain: true}
		p.numbers(c, rd, &numbers[i])
		p.dates(c, rd, &dates[i])
		p.units(rd)
		c.Personal = rd.typ == hashed
	}
	return nil
}

func (t typ) numeric() bool {
	switch t {
	case duration, money, count, decimal2, decimal3, percent2:
		return true
	}
	return false
}

// numbers fixes the number style of a column. "1.234" alone fits two readings;
// for rupiah and counts only one of them is possible, for decimals the column
// is refused with its remedy.
func (p *Plan) numbers(c *PlanColumn, rd *reader, v *locale.NumberSurvey) {
	if !rd.typ.numeric() {
		return
	}
	st, sure, evidence := v.Style()
	if p.ov != nil && p.ov.Numbers != "" {
		st, sure, evidence = map[string]locale.NumberStyle{"id": locale.StyleID, "en": locale.StyleEN, "plain": locale.StylePlain}[p.ov.Numbers], true, "rapor.yaml"
	}
	whole := rd.typ == money || rd.typ == count
	if !sure && st == locale.StyleID && !whole {
		p.Doubts = append(p.Doubts, grid.Doubt{Row: p.HeaderRows[0], Code: reject.AmbiguousNumber, Detail: c.Header + ": " + evidence})
		st = locale.StyleUnknown
	}
	if st == locale.StyleUnknown && whole {
		p.Doubts = append(p.Doubts, grid.Doubt{Row: p.HeaderRows[0], Code: reject.MixedColumn, Detail: c.Header + ": " + evidence})
	}
	rd.style = st
	c.Decision, c.Evidence = map[locale.NumberStyle]string{locale.StyleID: "1.234,5", locale.StyleEN: "1,234.5", locale.StylePlain: "1234.5"}[st], evidence
}

func (p *Plan) dates(c *PlanColumn, rd *reader, v *locale.DateSurvey) {
	if rd.typ != day && rd.typ != clock {
		return
	}
	o, sure, evidence := v.Order()
	if p.ov != nil && p.ov.DateOrder != "" {
		o, sure, evidence = map[string]locale.DateOrder{"dmy": locale.DMY, "mdy": locale.MDY, "ymd": locale.YMD}[p.ov.DateOrder], true, "rapor.yaml"
	}
	if !sure && rd.typ == day {
		p.Doubts = append(p.Doubts, grid.Doubt{Row: p.HeaderRows[0], Code: reject.AmbiguousDate, Detail: c.Header + ": " + evidence})
	}
	rd.order = o
	if rd.typ == day {
		c.Decision, c.Evidence = map[locale.DateOrder]string{locale.DMY: "hari/bulan/tahun", locale.MDY: "bulan/hari/tahun", locale.YMD: "tahun-bulan-hari"}[o], evidence
	}
}

func (p *Plan) units(rd *reader) {
	if p.ov == nil {
		return
	}
	switch strings.ToLower(p.ov.Unit) {
	case "detik":
		rd.unit = locale.Seconds
	case "jam":
		rd.unit = locale.Hours
	case "ribu":
		rd.scale = 1_000
	case "juta":
		rd.scale = 1_000_000
	case "miliar":
		rd.scale = 1_000_000_000
	}
}

// filter is one condition of an override.
type filter struct {
	index int
	want  string
	not   bool
}

// filters resolves the conditions of an override to columns.
func (p *Plan) filters() ([]filter, error) {
	if p.ov == nil {
		return nil, nil
	}
	var out []filter
	for _, f := range p.ov.Filter {
		name, want, ok := strings.Cut(f, "=")
		if !ok {
			return nil, fmt.Errorf("filter %q: tulis kolom=nilai atau kolom!=nilai", f)
		}
		name, not := strings.CutSuffix(name, "!")
		found := false
		for _, c := range p.Columns {
			last := c.Header[strings.LastIndex(c.Header, "> ")+1:]
			if fold(c.Header) == fold(name) || fold(last) == fold(name) {
				out, found = append(out, filter{c.Index, strings.TrimSpace(want), not}), true
				break
			}
		}
		if !found {
			return nil, fmt.Errorf("filter %q: kolom %q tidak ada", f, name)
		}
	}
	return out, nil
}

func keep(filters []filter, r *grid.Row) bool {
	for _, f := range filters {
		got := ""
		if f.index < len(r.Cells) {
			got = strings.TrimSpace(r.Cells[f.index].Text)
		}
		if strings.EqualFold(got, f.want) == f.not {
			return false
		}
	}
	return true
}
