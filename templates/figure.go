package templates

import (
	"strings"

	"rapor/analysis/result"
)

// figure places a chart on the page: numbered in order, with its data as a
// table. A figure without any value becomes a sentence.
func (v *viewer) figure(f *result.Figure) figureView {
	v.figureNo++
	number := itoa(v.figureNo)
	out := figureView{
		ID: f.ID, Anchor: v.anchor("gambar-" + f.ID), Number: number,
		Title: v.text(f.Title), Caption: v.text(f.Caption), Summary: v.text(f.Summary), Note: v.text(f.Note),
		Unit: v.unit(f.Unit), Sources: v.sourceLinks(f.Sources),
	}
	if f.N > 0 {
		out.N = v.count(f.N, f.NUnit)
	}
	v.drawn[f.ID] = figureRef{out.Anchor, number}
	if ind, ok := v.indicators[f.Indicator]; ok {
		if anchor, shown := v.details[f.Indicator]; shown {
			out.Indicator = &link{v.text(ind.Name), "#" + anchor}
		}
	}
	if !hasData(f) {
		out.Empty = v.Say("figure.empty")
		return out
	}
	out.SVG = v.pic.svg[f.ID]
	_, out.Live = v.pic.option[f.ID]
	out.Data = v.dataTable(f)
	return out
}

// hasData reports whether a figure has at least one value to draw.
func hasData(f *result.Figure) bool {
	for _, s := range f.Series {
		for _, d := range s.Points {
			if d.Value != nil {
				return true
			}
		}
	}
	return false
}

// dataTable is the data of a figure: one row per X label, or per series where
// the series are themselves rows of the drawing.
func (v *viewer) dataTable(f *result.Figure) *tableView {
	t := &tableView{Caption: v.Say("figure.data.caption", itoa(v.figureNo), v.text(f.Title))}
	if f.Kind == result.Heatmap {
		v.acrossRows(t, f)
	} else {
		v.downRows(t, f)
	}
	return t
}

func (v *viewer) acrossRows(t *tableView, f *result.Figure) {
	t.Columns = []columnView{{Text: v.Say("row")}}
	for _, x := range f.X.Labels {
		t.Columns = append(t.Columns, columnView{v.quantity(x), true})
	}
	for _, s := range f.Series {
		row := rowView{Cells: []cell{v.cell(s.Name)}}
		for i := range f.X.Labels {
			row.Cells = append(row.Cells, v.number(datum(s, i).Value, f.Unit))
		}
		t.Rows = append(t.Rows, row)
	}
}

func (v *viewer) downRows(t *tableView, f *result.Figure) {
	head := v.text(f.X.Title)
	if head == "" {
		head = v.Say("figure.label")
	}
	t.Columns = []columnView{{Text: head}}
	wide := make([]bool, len(f.Series))
	counted, flagged := false, false
	for i, s := range f.Series {
		t.Columns = append(t.Columns, columnView{v.quantity(s.Name), true})
		for _, d := range s.Points {
			wide[i] = wide[i] || d.Lo != nil || d.Hi != nil
			counted = counted || d.N > 0
			flagged = flagged || d.Flag != "" || d.Part
		}
		if wide[i] {
			t.Columns = append(t.Columns, columnView{v.Say("lower"), true}, columnView{v.Say("upper"), true})
		}
	}
	counted = counted && len(f.Series) == 1
	if counted {
		t.Columns = append(t.Columns, columnView{v.Say("n"), true})
	}
	if flagged {
		t.Columns = append(t.Columns, columnView{Text: v.Say("remark")})
	}
	for i, x := range f.X.Labels {
		t.Rows = append(t.Rows, v.dataRow(f, i, x, wide, counted, flagged))
	}
}

func (v *viewer) dataRow(f *result.Figure, i int, x result.Quantity, wide []bool, counted, flagged bool) rowView {
	row := rowView{Cells: []cell{v.cell(x)}}
	var remarks []string
	for j, s := range f.Series {
		d := datum(s, i)
		if d.Masked {
			row.Cells = append(row.Cells, v.maskedCell())
		} else {
			row.Cells = append(row.Cells, v.number(d.Value, f.Unit))
		}
		if wide[j] {
			row.Cells = append(row.Cells, v.boundCell(d.Lo, f.Unit), v.boundCell(d.Hi, f.Unit))
		}
		if text := v.flag(d.Flag); text != "" {
			remarks = append(remarks, text)
		}
		if d.Part {
			remarks = append(remarks, v.Say("partial"))
		}
		row.Own = row.Own || d.Flag == "own"
	}
	if counted {
		n := v.counted(datum(f.Series[0], i).N, f.NUnit)
		if datum(f.Series[0], i).Masked {
			n = v.maskedCell()
		}
		row.Cells = append(row.Cells, n)
	}
	if flagged {
		row.Cells = append(row.Cells, cell{Text: strings.Join(remarks, "; ")})
	}
	return row
}

// datum is a point of a series; one beyond its end is a gap.
func datum(s result.Series, i int) result.Datum {
	if i < len(s.Points) {
		return s.Points[i]
	}
	return result.Datum{}
}

// table places a table of the result on the page.
func (v *viewer) table(t *result.Table) *tableView {
	v.tableNo++
	out := &tableView{Anchor: v.anchor("tabel-" + t.ID), Number: itoa(v.tableNo), Caption: v.text(t.Title), Note: v.text(t.Note)}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, columnView{v.text(c.Name), numeric(c.Unit)})
	}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, rowView{Cells: v.cells(r, len(t.Columns))})
	}
	if len(t.Total) > 0 {
		out.Total = v.cells(t.Total, len(t.Columns))
	}
	return out
}

// cells formats a row to the width of its table.
func (v *viewer) cells(row []result.Quantity, width int) []cell {
	out := make([]cell, width)
	for i := range out {
		if i < len(row) {
			out[i] = v.cell(row[i])
		}
	}
	return out
}

// numeric reports whether cells of a unit are numbers and stand to the right.
func numeric(u result.Unit) bool {
	switch u {
	case "", result.Label, result.Worded, result.Date, result.Month, result.Span:
		return false
	}
	return true
}
