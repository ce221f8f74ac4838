package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// columns draws stacked counts by month and distributions side by side.
func columns(d *drawing) (map[string]any, error) {
	if d.f.Kind == result.Stacked {
		d.stack()
	}
	m, err := d.bar()
	if err != nil {
		return nil, err
	}
	m["xAxis"] = []any{d.category()}
	m["yAxis"] = []any{d.measure(true)}
	series, _ := m["series"].([]any)
	for i := range d.f.Series {
		s, _ := series[i].(map[string]any)
		colour := []string{"var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)", "var(--c7)", "var(--c8)"}[i%8]
		s["itemStyle"] = map[string]any{"color": colour}
		if d.f.Kind == result.Stacked {
			s["stack"], s["barMaxWidth"] = "a", 34
			s["itemStyle"] = map[string]any{"color": colour, "borderColor": "var(--paper)", "borderWidth": 1}
			continue
		}
		s["barGap"], s["barCategoryGap"] = "0%", "20%"
		if d.f.Series[i].Role == result.RoleBefore {
			s["itemStyle"] = map[string]any{"color": "var(--paper)", "borderColor": "var(--c2)", "borderWidth": 1.6}
		} else {
			s["itemStyle"] = map[string]any{"color": "var(--c1)"}
		}
	}
	for i := range d.f.Lines {
		series = append(series, d.reference(&d.f.Lines[i]))
	}
	m["series"] = series
	return m, nil
}

// stack raises the axis to the tallest column.
func (d *drawing) stack() {
	for k := range d.labels {
		var sum float64
		for i := range d.f.Series {
			if v := d.f.Series[i].Points[k].Value; v != nil {
				sum += float(v) / d.divisor
			}
		}
		d.high = max(d.high, sum)
	}
}

func (d *drawing) bar() (map[string]any, error) {
	c := charts.NewBar()
	c.SetGlobalOptions(initialised(d.f.ID))
	c.SetXAxis(d.labels)
	for i := range d.f.Series {
		c.AddSeries(format.Quantity(d.f.Series[i].Name, d.l), make([]opts.BarData, len(d.labels)))
	}
	m, err := raw(c)
	if err != nil {
		return nil, err
	}
	series, _ := m["series"].([]any)
	for i := range d.f.Series {
		var data []any
		for k := range d.f.Series[i].Points {
			data = append(data, d.datum(&d.f.Series[i], k))
		}
		series[i].(map[string]any)["data"] = data
	}
	return m, nil
}

// bars draws horizontal bars with their values written at the end.
func bars(d *drawing) (map[string]any, error) {
	m, err := d.bar()
	if err != nil {
		return nil, err
	}
	m["grid"] = map[string]any{"left": 8, "right": 96, "top": 24, "bottom": 8, "containLabel": true}
	m["xAxis"] = []any{quiet(d.measure(true))}
	m["yAxis"] = []any{d.rows()}
	series, _ := m["series"].([]any)
	for i := range d.f.Series {
		s, _ := series[i].(map[string]any)
		s["barMaxWidth"] = 20
		s["itemStyle"] = map[string]any{"color": []string{"var(--c1)", "var(--c2)"}[i%2]}
		data, _ := s["data"].([]any)
		for k := range data {
			item := data[k].(map[string]any)
			p := d.f.Series[i].Points[k]
			if p.Value == nil {
				continue
			}
			item["label"] = map[string]any{"show": true, "position": "right", "color": "var(--ink)", "fontSize": 11, "formatter": inert(format.Value(p.Value, d.f.Unit, d.l))}
			if p.Flag == "other" {
				item["itemStyle"] = map[string]any{"color": "var(--c6)"}
			}
		}
	}
	return m, nil
}

func quiet(axis map[string]any) map[string]any {
	axis["name"] = ""
	axis["axisLabel"] = map[string]any{"show": false}
	axis["splitLine"] = map[string]any{"show": false}
	return axis
}

// rows is a category axis from top to bottom with wrapped labels.
func (d *drawing) rows() map[string]any {
	short := make([]string, len(d.labels))
	for i, s := range d.labels {
		short[i] = wrap(shorten(s, 60), 30)
	}
	return map[string]any{
		"type": "category", "data": short, "inverse": true, "axisTick": map[string]any{"show": false},
		"axisLine":  map[string]any{"lineStyle": map[string]any{"color": "var(--muted)"}},
		"axisLabel": map[string]any{"color": "var(--ink)", "fontSize": 12, "interval": 0, "lineHeight": 14},
	}
}

// shorten cuts a text to a number of characters; the whole stands in the table.
func shorten(s string, n int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= n {
		return string(r)
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}

// wrap breaks a text at a space near the width.
func wrap(s string, width int) string {
	r := []rune(s)
	if len(r) <= width {
		return s
	}
	for i := width; i > width/2; i-- {
		if r[i] == ' ' {
			return string(r[:i]) + "\n" + string(r[i+1:])
		}
	}
	return s
}

// inert keeps a text from being read as a template: ECharts replaces {a}, {b},
// {c}, {d} and {@...} in formatters, so braces become their full-width twins
// there. Labels of axes are never templates and stay as they are.
func inert(s string) string {
	return strings.NewReplacer("{", "❴", "}", "❵").Replace(s)
}
