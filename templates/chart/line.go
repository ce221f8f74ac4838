package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// line draws trends, control charts and cumulative curves.
func line(d *drawing) (map[string]any, error) {
	c := charts.NewLine()
	c.SetGlobalOptions(initialised(d.f.ID))
	c.SetXAxis(d.labels)
	for i := range d.f.Series {
		c.AddSeries(format.Quantity(d.f.Series[i].Name, d.l), make([]opts.LineData, len(d.labels)))
	}
	m, err := raw(c)
	if err != nil {
		return nil, err
	}
	m["xAxis"] = []any{d.category()}
	m["yAxis"] = []any{d.measure(false)}
	series, _ := m["series"].([]any)
	for i := range d.f.Series {
		s, _ := series[i].(map[string]any)
		d.style(s, i)
	}
	for i := range d.f.Lines {
		series = append(series, d.reference(&d.f.Lines[i]))
	}
	m["series"] = series
	if len(series) > 0 {
		series[0].(map[string]any)["markLine"] = d.marks()
	}
	return m, nil
}

// looks of the flags of a control chart: shapes, not colour alone.
var flagSymbols = map[string]string{"limit": "diamond", "trend": "triangle", "two_of_three": "rect", "shift": "circle"}

func (d *drawing) style(s map[string]any, i int) {
	src := &d.f.Series[i]
	colour := "var(--c1)"
	dash := "solid"
	switch src.Role {
	case result.RolePlan, result.RoleBaseline:
		colour, dash = "var(--c6)", "dashed"
	case result.RoleTarget:
		colour, dash = "var(--target)", "dotted"
	case result.RoleFitted:
		colour = "var(--c2)"
	case result.RoleCounterfactual:
		colour, dash = "var(--c3)", "dashed"
	default:
		if i > 0 {
			colour = []string{"var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)"}[i%4]
		}
	}
	s["type"], s["connectNulls"], s["symbolSize"], s["symbol"] = "line", false, 6, "circle"
	if src.Role == result.RoleFitted || src.Role == result.RoleCounterfactual {
		s["symbol"] = "none"
	}
	s["lineStyle"] = map[string]any{"color": colour, "width": 2, "type": dash}
	s["itemStyle"] = map[string]any{"color": colour}
	s["z"] = 4
	var data []any
	for k := range src.Points {
		item := d.datum(src, k)
		p := src.Points[k]
		if sym, ok := flagSymbols[p.Flag]; ok && p.Value != nil {
			item["symbol"], item["symbolSize"] = sym, 11
			item["itemStyle"] = map[string]any{"color": "var(--flag)", "borderColor": "var(--paper)", "borderWidth": 1}
		}
		if p.Part && p.Value != nil {
			item["symbol"], item["symbolSize"] = "emptyCircle", 8
		}
		data = append(data, item)
	}
	s["data"] = data
}

// reference is a horizontal line over a stretch: a mean, a limit, a target.
func (d *drawing) reference(n *result.Line) map[string]any {
	colour, dash, width := "var(--limit)", "dashed", 1.2
	switch n.Role {
	case result.RoleTarget:
		colour, dash, width = "var(--target)", "dotted", 1.8
	case result.RoleMean:
		colour, dash = "var(--muted)", "solid"
	}
	var data []any
	for i := range d.labels {
		if v, ok := d.level(n, i); ok {
			data = append(data, d.number(v))
		} else {
			data = append(data, "-")
		}
	}
	step := any(false)
	if n.Values != nil {
		step = "middle" // a limit belongs to its month, not to the way to the next
	}
	return map[string]any{
		"type": "line", "step": step, "name": format.Text(n.Name, d.l), "quiet": true, "data": data, "symbol": "none", "silent": true, "z": 2,
		"lineStyle": map[string]any{"color": colour, "type": dash, "width": width}, "itemStyle": map[string]any{"color": colour},
		"endLabel": map[string]any{"show": n.Last == len(d.labels)-1 && n.Role != result.RoleNear && !d.onAxis(n), "formatter": "{a}", "color": colour, "fontSize": 10, "offset": []int{-6, d.beside(n)}, "align": "right"},
	}
}

// onAxis reports whether a limit ends on the floor of the picture, where its
// name would cover those of the axis: a lower limit of next to nothing.
func (d *drawing) onAxis(n *result.Line) bool {
	v, ok := d.level(n, len(d.labels)-1)
	return ok && n.Role == result.RoleLimit && v/d.divisor-min(d.low, 0) < (d.high-d.low)/25
}

// beside is how far the label of a line stands above it: below instead, where
// another line ends close above.
func (d *drawing) beside(n *result.Line) int {
	const above, below = -8, 10
	end := len(d.labels) - 1
	v, ok := d.level(n, end)
	if n.Role == result.RoleLimit && v > 0 && slices.ContainsFunc(d.f.Lines, func(m result.Line) bool {
		w, known := d.level(&m, end)
		return known && m.Role == result.RoleMean && w > v
	}) {
		return below // the lower limit leaves the room above to the data
	}
	for i := range d.f.Lines {
		m := &d.f.Lines[i]
		w, known := d.level(m, end)
		gap := (w - v) / d.divisor
		if ok && known && m != n && gap > 0 && gap < (d.high-d.low)/14 {
			return below
		}
	}
	return above
}

// level is where a line is drawn at a point. A lower limit of a time, a count or
// a share is drawn at zero, an upper one of a share at all; their values stand
// in the table.
func (d *drawing) level(n *result.Line, i int) (float64, bool) {
	if i < n.First || i > n.Last {
		return 0, false
	}
	value := n.Value
	if n.Values != nil {
		if i >= len(n.Values) || n.Values[i] == nil {
			return 0, false
		}
		value = *n.Values[i]
	}
	if d.f.Unit != result.Points && value < 0 {
		value = 0
	}
	if d.f.Unit == result.Share && d.whole && value > 1 {
		value = 1
	}
	return value, finite(value)
}

// marks are the vertical lines of dated reforms.
func (d *drawing) marks() map[string]any {
	var data []any
	for _, k := range d.f.Marks {
		data = append(data, map[string]any{"xAxis": k.At, "label": map[string]any{"formatter": inert(shorten(format.Text(k.Text, d.l), 42)), "color": "var(--ink)", "fontSize": 11, "position": "insideEndTop", "rotate": 0, "align": place(k.At, len(d.labels)), "distance": 4}})
	}
	return map[string]any{"symbol": "none", "silent": true, "animation": false, "data": data, "lineStyle": map[string]any{"color": "var(--accent)", "type": "solid", "width": 1.4}}
}

// place keeps a mark's label inside the chart.
func place(at, n int) string {
	if at > n/2 {
		return "right"
	}
	return "left"
}
