package survey

import (
	"embed"
	"slices"
	"strings"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Figures shows the elements of the survey, lowest first: the priority list.
func Figures(f *facts.Set, set *office.Setting, p calendar.Period, _ []calendar.Period) []result.Figure {
	s := NewSlice(f, set, facts.Selection{From: p.From, To: p.To})
	type row struct {
		name result.Quantity
		d    result.Datum
	}
	var rows []row
	for e := range elements {
		if a := s.element(record.Element(e)); a != nil {
			rows = append(rows, row{named(elements[e]), result.Datum{Value: a, N: s.filled[e]}})
		}
	}
	if len(rows) < 3 {
		return nil
	}
	slices.SortStableFunc(rows, func(a, b row) int { return a.d.Value.Cmp(b.d.Value) })
	fig := result.Figure{
		ID: "unsur-skm", Kind: result.Bars, Indicator: "SKM-01", Unit: result.Points, N: s.n, NUnit: result.Answers,
		Title:   result.T("Tiga unsur terendah: {0}; {1}; {2}", "Three lowest elements: {0}; {1}; {2}", rows[0].name, rows[1].name, rows[2].name),
		Caption: result.T("Nilai rata-rata per unsur, skala 1–4, dari yang terendah.", "Mean score per element, scale 1–4, lowest first."),
		Summary: result.T("Terendah {0} ({1}), tertinggi {2} ({3}).", "Lowest {0} ({1}), highest {2} ({3}).", rows[0].name, result.Num(rows[0].d.Value, result.Points),
			rows[len(rows)-1].name, result.Num(rows[len(rows)-1].d.Value, result.Points)),
	}
	series := result.Series{Name: result.Named("Nilai rata-rata", "Mean score"), Role: result.RoleValue}
	for _, r := range rows {
		fig.X.Labels = append(fig.X.Labels, r.name)
		series.Points = append(series.Points, r.d)
	}
	fig.Series = []result.Series{series}
	return []result.Figure{fig}
}

//go:embed testdata/*.txt
var worked embed.FS

// Worked returns the worked example of an indicator, "" when it has none.
func Worked(id string) string {
	b, err := worked.ReadFile("testdata/" + strings.ToLower(id) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
