package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/plain"
)

// list joins several quantities in one text.
func (b *book) list(qs []result.Quantity) string {
	out := make([]string, len(qs))
	for i, q := range qs {
		out[i] = format.Quantity(q, b.Lang)
	}
	return strings.Join(out, "; ")
}

// cover writes who and when, the headline values, and a native chart of the
// monthly trend of each headline.
func (b *book) cover() error {
	sheet, row := b.Say("sheet.cover"), 1
	if err := b.styled(sheet, 1, row, b.r.Office.Name, b.styles.title); err != nil {
		return err
	}
	if b.r.Office.Synthetic {
		row++
		if err := b.styled(sheet, 1, row, b.Say("synthetic.print"), b.styles.note); err != nil {
			return err
		}
	}
	for _, fact := range b.facts() {
		row++
		if err := b.styled(sheet, 1, row, fact.name, b.styles.label); err != nil {
			return err
		}
		if err := b.set(sheet, 2, row, fact.value); err != nil {
			return err
		}
	}
	row += 2
	headlines := b.headlines()
	var rows [][]any
	for _, ind := range headlines {
		var target amount
		if ind.Target != nil {
			target = amount{ind.Target.Value, ind.Unit}
		}
		rows = append(rows, []any{b.text(ind.Name), amount{ind.Value.Value, ind.Unit}, plain.Name(ind.Unit, b.Words), target,
			b.Maybe("verdict." + string(ind.Verdict.Code)), ind.Value.N, ind.ID})
	}
	next, err := b.table(sheet, row, b.heads("indicator", "value", "unit", "target", "achieved", "n", "column.id"), rows)
	if err != nil {
		return err
	}
	return b.charts(sheet, next+1, headlines)
}

// fact is a line of the cover.
type fact struct {
	name  string
	value any
}

func (b *book) facts() []fact {
	o, p := b.r.Office, b.r.Period
	out := []fact{{b.Say("fact.class"), o.Class}}
	if o.Code != "" {
		out = append(out, fact{b.Say("column.id"), o.Code})
	}
	out = append(out, fact{b.Say("fact.period"), format.Span(p.ID, b.Lang)},
		fact{b.Say("column.first"), day(p.From)}, fact{b.Say("column.last"), day(p.To)})
	seen := map[string]bool{}
	for _, c := range b.r.Compare {
		if !seen[c.ID] {
			seen[c.ID] = true
			out = append(out, fact{b.Say("fact.compare"), format.Span(c.ID, b.Lang)})
		}
	}
	return append(out, fact{b.Say("fact.as_of"), day(b.r.AsOf)}, fact{"", b.Say("footer", b.r.Tool.Name, b.r.Tool.Version, b.r.AsOf)})
}

// headlines are the headline indicators of all documents, each once.
func (b *book) headlines() []*result.Indicator {
	var out []*result.Indicator
	seen := map[string]bool{}
	for _, d := range b.r.Documents {
		for _, id := range d.Headlines {
			for i := range b.r.Indicators {
				if ind := &b.r.Indicators[i]; ind.ID == id && !seen[id] {
					seen[id] = true
					out = append(out, ind)
				}
			}
		}
	}
	return out
}

// Size and spacing of a chart, in pixels and rows of the default height.
const (
	chartWidth, chartHeight = 620, 260
	chartRows               = 15
)

// charts draws the monthly series of the headlines, two in a row, from the
// cells of the series sheet.
func (b *book) charts(sheet string, row int, headlines []*result.Indicator) error {
	first := make(map[string]int, len(b.r.Indicators))
	line := 2
	for _, ind := range b.r.Indicators {
		first[ind.ID] = line
		line += len(ind.Series)
	}
	for _, ind := range headlines {
		if values(ind.Series) < 3 {
			continue
		}
		if err := b.file.AddChart(sheet, name(1, row), b.chart(ind, first[ind.ID])); err != nil {
			return err
		}
		row += chartRows
	}
	return nil
}

// values counts the months with a value.
func values(series []result.Point) int {
	n := 0
	for _, p := range series {
		if p.Value != nil {
			n++
		}
	}
	return n
}

func (b *book) chart(ind *result.Indicator, from int) *excelize.Chart {
	data := "'" + b.Say("sheet.series") + "'!"
	span := func(column string) string {
		return data + "$" + column + "$" + strconv.Itoa(from) + ":$" + column + "$" + strconv.Itoa(from+len(ind.Series)-1)
	}
	series := []excelize.ChartSeries{{
		Name: data + "$D$1", Categories: span("C"), Values: span("D"),
		Line: excelize.LineOptions{Width: 2, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1D5C96"}}}, Marker: excelize.ChartMarker{Symbol: "circle", Size: 5},
	}}
	if ind.Target != nil && ind.Target.Value != nil {
		series = append(series, excelize.ChartSeries{
			Name: data + "$E$1", Categories: span("C"), Values: span("E"),
			Line: excelize.LineOptions{Width: 1.25, Dash: excelize.LineDashDash, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"B3261E"}}}, Marker: excelize.ChartMarker{Symbol: "none"},
		})
	}
	title := b.text(ind.Name) + " (" + plain.Name(ind.Unit, b.Words) + ")"
	return &excelize.Chart{
		Type: excelize.Line, Series: series, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title}}},
		Legend: excelize.ChartLegend{Position: "bottom"}, ShowBlanksAs: "gap",
		XAxis:     excelize.ChartAxis{NumFmt: excelize.ChartNumFmt{CustomNumFmt: "mmm yy"}},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: numberFormat(ind.Unit)}},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
	}
}
