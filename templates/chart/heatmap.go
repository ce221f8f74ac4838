package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// heatmap draws rows of cells with their numbers written in: colour alone
// carries nothing.
func heatmap(d *drawing) (map[string]any, error) {
	c := charts.NewHeatMap()
	c.SetGlobalOptions(initialised(d.f.ID))
	c.SetXAxis(d.labels)
	c.AddSeries("", []opts.HeatMapData{})
	m, err := raw(c)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(d.f.Series))
	var data []any
	for y := range d.f.Series {
		s := &d.f.Series[y]
		names[y] = format.Quantity(s.Name, d.l)
		for x := range s.Points {
			if s.Points[x].Value == nil {
				continue
			}
			item := d.datum(s, x)
			v, _ := item["value"].(float64)
			item["value"] = []any{x, y, v}
			colour := "#17212e"
			if d.high > d.low && (v-d.low)/(d.high-d.low) > 0.5 {
				colour = "#ffffff"
			}
			number, _ := format.Parts(s.Points[x].Value, d.f.Unit, d.l)
			item["label"] = map[string]any{"show": true, "formatter": inert(number), "color": colour, "fontSize": 11}
			data = append(data, item)
		}
	}
	m["series"] = []any{map[string]any{"type": "heatmap", "data": data, "itemStyle": map[string]any{"borderColor": "var(--paper)", "borderWidth": 2}}}
	m["grid"] = map[string]any{"left": 8, "right": 12, "top": 28, "bottom": 8, "containLabel": true}
	x := d.category()
	x["position"] = "top"
	x["axisLabel"] = map[string]any{"color": "var(--muted)", "fontSize": 11, "interval": 0, "hideOverlap": true}
	x["axisLine"] = map[string]any{"show": false}
	m["xAxis"] = []any{x}
	y := d.rows()
	y["data"], y["axisLine"] = names, map[string]any{"show": false}
	m["yAxis"] = []any{y}
	m["visualMap"] = []any{map[string]any{"show": false, "min": d.low, "max": max(d.high, d.low+1e-6), "dimension": 2, "inRange": map[string]any{"color": []string{"#eaf2fa", "#9dc3e6", "#3f7fb8", "#123f6d"}}}}
	return m, nil
}

// interval draws a dot with its interval in each row; the office of the report
// is marked by shape and colour.
func interval(d *drawing) (map[string]any, error) {
	c := charts.NewScatter()
	c.SetGlobalOptions(initialised(d.f.ID))
	s := &d.f.Series[0]
	c.AddSeries(format.Quantity(s.Name, d.l), []opts.ScatterData{})
	m, err := raw(c)
	if err != nil {
		return nil, err
	}
	var points, series []any
	for i, p := range s.Points {
		if p.Value == nil {
			continue
		}
		item := d.datum(s, i)
		item["value"] = []any{item["value"], i}
		item["label"] = map[string]any{"show": true, "position": "top", "fontSize": 10, "color": "var(--ink)", "formatter": inert(format.Value(p.Value, d.f.Unit, d.l))}
		if at := float(p.Value)/d.divisor - min(d.low, 0); at < (d.high-min(d.low, 0))/10 {
			item["label"].(map[string]any)["align"] = "left" // clear of the names at the axis
		}
		item["itemStyle"], item["symbolSize"] = map[string]any{"color": "var(--c1)"}, 9
		if p.Flag == "own" {
			item["itemStyle"], item["symbol"], item["symbolSize"] = map[string]any{"color": "var(--flag)"}, "diamond", 14
		}
		points = append(points, item)
		if p.Lo != nil && p.Hi != nil && finite(*p.Lo) && finite(*p.Hi) {
			series = append(series, map[string]any{"type": "line", "quiet": true, "silent": true, "symbol": "none", "z": 1, "data": []any{[]any{d.number(*p.Lo), i}, []any{d.number(*p.Hi), i}},
				"lineStyle": map[string]any{"color": "var(--muted)", "width": 2}})
		}
	}
	m["series"] = append(series, map[string]any{"type": "scatter", "name": format.Quantity(s.Name, d.l), "data": points, "z": 3})
	m["grid"] = map[string]any{"left": 8, "right": 44, "top": 30, "bottom": 8, "containLabel": true}
	x := d.measure(d.f.Unit != result.Points && d.f.Unit != result.ClockTime)
	m["xAxis"] = []any{x}
	m["yAxis"] = []any{d.rows()}
	return m, nil
}
