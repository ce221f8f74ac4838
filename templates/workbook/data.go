package workbook

import (
	"strconv"
	"strings"

	"rapor/analysis/result"
	"rapor/templates/internal/plain"
)

// figures writes the data of every figure, one row a point.
func (b *book) figures() error {
	heads := b.heads("column.id", "column.title", "column.series", "column.label", "value", "unit", "lower", "upper", "n", "remark")
	var rows [][]any
	for _, f := range b.r.Figures {
		for _, s := range f.Series {
			for i, d := range s.Points {
				if i >= len(f.X.Labels) {
					break
				}
				rows = append(rows, []any{f.ID, b.text(f.Title), b.quantity(s.Name), b.quantity(f.X.Labels[i]),
					amount{d.Value, f.Unit}, plain.Name(f.Unit, b.Words), bound(d.Lo, f.Unit), bound(d.Hi, f.Unit), observed(d.N, d.Masked),
					b.pointRemark(d.Value == nil, d.Masked, d.Flag, d.Part)})
			}
		}
	}
	sheet := b.Say("sheet.figures")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 1)
}

// resultTables writes the tables of the result one below the other.
func (b *book) resultTables() error {
	sheet, at := b.Say("sheet.tables"), 1
	if len(b.r.Tables) == 0 {
		return b.set(sheet, 1, 1, b.Say("value.none"))
	}
	for _, t := range b.r.Tables {
		if err := b.styled(sheet, 1, at, b.text(t.Title), b.styles.label); err != nil {
			return err
		}
		heads := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			heads[i] = distinct(heads[:i], b.text(c.Name))
		}
		next, err := b.table(sheet, at+1, heads, b.quantities(t.Rows, len(heads)))
		if err != nil {
			return err
		}
		if len(t.Total) > 0 {
			for i, v := range b.quantities([][]result.Quantity{t.Total}, len(heads))[0] {
				if err := b.set(sheet, i+1, next, v); err != nil {
					return err
				}
			}
			next++
		}
		if err := b.styled(sheet, 1, next, b.text(t.Note), b.styles.note); err != nil {
			return err
		}
		at = next + 2
	}
	return nil
}

// distinct makes a table head that is not empty and not used yet, as tables
// demand.
func distinct(used []string, head string) string {
	if head == "" {
		head = "–"
	}
	try := head
	for n := 2; ; n++ {
		clash := false
		for _, u := range used {
			clash = clash || strings.EqualFold(u, try)
		}
		if !clash {
			return try
		}
		try = head + " " + strconv.Itoa(n)
	}
}

func (b *book) quantities(rows [][]result.Quantity, width int) [][]any {
	out := make([][]any, len(rows))
	for i, row := range rows {
		for j, q := range row {
			if j < width {
				out[i] = append(out[i], b.quantity(q))
			}
		}
	}
	return out
}

// styled writes a text in a style of its own.
func (b *book) styled(sheet string, column, row int, s string, style int) error {
	if s == "" {
		return nil
	}
	cell := name(column, row)
	if err := b.file.SetCellStr(sheet, cell, s); err != nil {
		return err
	}
	return b.file.SetCellStyle(sheet, cell, cell, style)
}

// sources writes one row a sheet of every input file.
func (b *book) sources() error {
	heads := b.heads("quality.file", "quality.sheet", "column.family", "quality.read", "quality.used", "quality.aside", "quality.rejected",
		"column.first", "column.last", "column.form", "column.encoding", "column.delimiter", "column.refused", "column.bytes")
	heads = append(heads, "SHA-256")
	var rows [][]any
	for _, s := range b.r.Sources {
		whole := []any{s.Format, s.Encoding, s.Delimiter}
		if len(s.Sheets) == 0 {
			row := append([]any{s.Name, nil, nil, nil, nil, nil, nil, nil, nil}, whole...)
			rows = append(rows, append(row, b.refusal(s.Refused, s.Detail), s.Bytes, s.SHA256))
		}
		for _, sh := range s.Sheets {
			row := append([]any{s.Name, sh.Name, b.text(sh.Title), observed(sh.Read, sh.Masked), observed(sh.Used, sh.Masked),
				observed(sh.Aside, sh.Masked), observed(sh.Rejected, sh.Masked), day(sh.First), day(sh.Last)}, whole...)
			reason := b.refusal(sh.Refused, sh.Detail)
			if reason == "" {
				reason = b.refusal(s.Refused, s.Detail)
			}
			rows = append(rows, append(row, reason, s.Bytes, s.SHA256))
		}
	}
	sheet := b.Say("sheet.sources")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 1)
}

// refusal says why something was not used; empty when it was.
func (b *book) refusal(code string, detail result.Detail) string {
	if code == "" {
		return ""
	}
	for _, p := range b.r.Problems {
		if p.Code == code {
			code = b.text(p.Title) + " (" + code + ")"
			break
		}
	}
	if said := detail.In(b.Lang); said != "" {
		return code + ": " + said
	}
	return code
}

// problems writes one row an example, or one for a problem without any.
func (b *book) problems() error {
	heads := b.heads("column.id", "column.severity", "column.title", "column.cause", "column.remedy", "column.times",
		"quality.file", "quality.sheet", "column.row", "quality.column", "quality.shown", "quality.hint")
	var rows [][]any
	for _, p := range b.r.Problems {
		head := func() []any {
			return []any{p.Code, b.Maybe("severity." + p.Severity), b.text(p.Title), b.text(p.Cause), b.text(p.Remedy), p.N}
		}
		if len(p.Examples) == 0 {
			rows = append(rows, head())
		}
		for _, e := range p.Examples {
			file, sheet, row := b.place(e)
			rows = append(rows, append(head(), file, sheet, row, e.Column, e.Shown, e.Hint.In(b.Lang)))
		}
	}
	sheet := b.Say("sheet.problems")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 1)
}

// place names file, sheet and row of an example, as far as they are known.
func (b *book) place(e result.Example) (file, sheet string, row any) {
	if e.Row > 0 {
		row = int64(e.Row)
	}
	if e.Source < 0 || e.Source >= len(b.r.Sources) {
		return "", "", row
	}
	s := b.r.Sources[e.Source]
	if e.Sheet >= 0 && e.Sheet < len(s.Sheets) {
		sheet = s.Sheets[e.Sheet].Name
	}
	return s.Name, sheet, row
}

// readings is what is to be said of a parameter: that the office replaced it,
// its note, and other readings with what would follow.
func (b *book) readings(p *result.Parameter) string {
	var out []string
	if p.Overridden() {
		out = append(out, b.Say("parameter.own", b.text(p.Register))+".")
	}
	if n := b.text(p.Note); n != "" {
		out = append(out, n)
	}
	for _, o := range p.Others {
		out = append(out, b.Say("parameter.other")+": "+b.Say("parameter.reading", b.text(o.Value), b.text(o.Source)))
		for _, e := range o.Effect {
			out = append(out, b.text(e))
		}
	}
	return strings.Join(out, " ")
}

// methods writes one row a rule and one a parameter of it.
func (b *book) methods() error {
	heads := b.heads("column.id", "column.title", "value", "source", "column.status", "column.from", "column.to", "remark")
	var rows [][]any
	for _, m := range b.r.Methods {
		// One value stays a number; several are a text.
		var value any
		if len(m.Value) == 1 {
			value = b.quantity(m.Value[0])
		} else if len(m.Value) > 1 {
			value = b.list(m.Value)
		}
		rows = append(rows, []any{m.ID, b.text(m.Title), value, b.text(m.Source), b.Maybe("status." + m.Status), day(m.From), day(m.To), b.text(m.Note)})
		for i := range m.Parameters {
			p := &m.Parameters[i]
			rows = append(rows, []any{p.ID, b.text(p.Title), b.text(p.Value), b.text(p.Source), b.Maybe("status." + p.Status), day(p.From), day(p.To), b.readings(p)})
		}
	}
	sheet := b.Say("sheet.methods")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 2)
}
