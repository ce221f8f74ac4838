// Package chart turns a figure into an ECharts option and a static SVG made
// from that same option, so that the two cannot disagree. It is the only
// importer of go-echarts, which builds option objects and nothing else: its
// own page writer loads scripts from elsewhere and escapes nothing.
//
// Colours are CSS variables, so that one drawing serves light, dark and print.
package chart

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/format"
)

// builder makes the option of one kind of figure.
type builder struct {
	kind  result.FigureKind
	build func(d *drawing) (map[string]any, error)
}

// builders lists one for every kind.
var builders = []builder{
	{result.Trend, line}, {result.ControlChart, line}, {result.Cumulative, line}, {result.Stacked, columns}, {result.Distribution, columns},
	{result.Bars, bars}, {result.Heatmap, heatmap}, {result.Interval, interval},
}

// Option returns the ECharts option of a figure as JSON.
func Option(f *result.Figure, l format.Lang) ([]byte, error) {
	for _, b := range builders {
		if b.kind == f.Kind {
			d := newDrawing(f, l)
			m, err := b.build(d)
			if err != nil {
				return nil, text.Errorf("gambar %s: %w", "figure %s: %w", f.ID, err)
			}
			d.common(m)
			return marshal(m)
		}
	}
	return nil, text.Errorf("gambar %s: jenis bagan %q tidak dikenal", "figure %s: no chart of the kind %q", f.ID, f.Kind)
}

// drawing is a figure with its numbers in display units.
type drawing struct {
	f       *result.Figure
	l       format.Lang
	divisor float64
	unit    string
	labels  []string // of X, whole
	low     float64
	high    float64 // of all values, lines and intervals
	whole   bool    // no value is above 1: a share of a whole
}

func newDrawing(f *result.Figure, l format.Lang) *drawing {
	d := &drawing{f: f, l: l}
	d.divisor, d.unit = scale(f.Unit, l)
	for _, q := range f.X.Labels {
		switch q.Unit {
		case result.Month:
			d.labels = append(d.labels, format.ShortMonth(q.Label, l))
		case result.Date:
			d.labels = append(d.labels, format.ShortDate(q.Label, l))
		default:
			d.labels = append(d.labels, format.Quantity(q, l))
		}
	}
	d.low, d.high = math.Inf(1), math.Inf(-1)
	see := func(v float64) {
		if !finite(v) {
			return
		}
		d.low, d.high = min(d.low, v/d.divisor), max(d.high, v/d.divisor)
	}
	for _, s := range f.Series {
		for _, p := range s.Points {
			if p.Value != nil {
				see(float(p.Value))
			}
			if p.Lo != nil {
				see(*p.Lo)
			}
			if p.Hi != nil {
				see(*p.Hi)
			}
		}
	}
	d.whole = d.high*d.divisor <= 1
	for i := range f.Lines {
		for k := range d.labels {
			if v, ok := d.level(&f.Lines[i], k); ok {
				see(v)
			}
		}
	}
	if d.low > d.high {
		d.low, d.high = 0, 1
	}
	return d
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func float(r *big.Rat) float64 { v, _ := r.Float64(); return v }

// scale is the display unit of an axis: the divisor of base values and its name.
func scale(u result.Unit, l format.Lang) (float64, string) {
	word := func(id, en string) string {
		if l == format.EN {
			return en
		}
		return id
	}
	switch u {
	case result.Seconds:
		return 60, word("menit", "minutes")
	case result.Share:
		return 0.01, "%"
	case result.PerMille:
		return 0.001, word("per 1.000", "per 1,000")
	case result.Sen:
		return 1e8, word("juta rupiah", "million rupiah")
	case result.ClockTime:
		return 3600, word("jam", "hour")
	case result.Persons:
		return 1, word("orang", "persons")
	case result.Acts:
		return 1, word("tindakan", "acts")
	case result.Events:
		return 1, word("kejadian", "events")
	case result.Tickets:
		return 1, word("tiket", "tickets")
	case result.Days:
		return 1, word("hari", "days")
	}
	return 1, ""
}

// number is a value in the display unit, without rounding noise.
func (d *drawing) number(v float64) float64 {
	n, err := json.Number(fmt.Sprintf("%.6g", v/d.divisor)).Float64()
	if err != nil {
		return 0
	}
	return n
}

// datum is one data item: its value, or "-" for a gap, and its tooltip line.
func (d *drawing) datum(s *result.Series, i int) map[string]any {
	p := s.Points[i]
	if p.Value == nil {
		return map[string]any{"value": "-"}
	}
	tip := d.labels[i] + " · " + format.Quantity(s.Name, d.l) + ": " + format.Value(p.Value, d.f.Unit, d.l)
	return map[string]any{"value": d.number(float(p.Value)), "tip": tip}
}

// raw turns a go-echarts chart into a plain map that can be patched.
func raw(c interface {
	Validate()
	JSON() map[string]any
}) (map[string]any, error) {
	c.Validate()
	b, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, err
	}
	m := map[string]any{}
	return m, json.Unmarshal(b, &m)
}

func initialised(id string) charts.GlobalOpts {
	return charts.WithInitializationOpts(opts.Initialization{ChartID: id})
}

const font = "Arial, 'Liberation Sans', sans-serif"

// common sets what all charts share.
func (d *drawing) common(m map[string]any) {
	delete(m, "title")
	m["animation"] = false
	m["color"] = []string{"var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)", "var(--c7)", "var(--c8)"}
	m["backgroundColor"] = "transparent"
	m["textStyle"] = map[string]any{"fontFamily": font, "fontSize": 12}
	m["aria"] = map[string]any{"enabled": false}
	if _, ok := m["legend"].(map[string]any); !ok || len(legendNames(m)) < 2 {
		m["legend"] = map[string]any{"show": false}
	} else {
		m["legend"] = map[string]any{"show": true, "top": 0, "left": 0, "data": legendNames(m), "itemWidth": 18, "itemHeight": 10, "textStyle": map[string]any{"color": "var(--ink)", "fontSize": 12}}
	}
	if _, ok := m["grid"]; !ok {
		m["grid"] = map[string]any{"left": 8, "right": 24, "top": 48, "bottom": 8, "containLabel": true}
	}
	m["tooltip"] = map[string]any{"trigger": "axis"}
}

// legendNames lists the series that a legend names: those a reader must tell
// apart.
func legendNames(m map[string]any) []string {
	var out []string
	list, _ := m["series"].([]any)
	for _, s := range list {
		sm, _ := s.(map[string]any)
		if name, _ := sm["name"].(string); name != "" && sm["quiet"] == nil {
			out = append(out, name)
		}
	}
	return out
}

func (d *drawing) category() map[string]any {
	interval := max(0, (len(d.labels)-1)/12)
	return map[string]any{
		"type": "category", "data": d.labels, "axisTick": map[string]any{"show": false},
		"axisLine":  map[string]any{"lineStyle": map[string]any{"color": "var(--muted)"}},
		"axisLabel": map[string]any{"color": "var(--muted)", "fontSize": 11, "interval": interval, "hideOverlap": true},
	}
}

// measure is the value axis, from zero where bars stand on it, wide enough for
// limits, targets and intervals.
func (d *drawing) measure(zero bool) map[string]any {
	lo, hi := d.low, d.high
	if zero || lo >= 0 && lo < hi/2 {
		lo = min(0, lo)
	}
	step := nice((hi - lo) / 5)
	lo, hi = math.Floor(lo/step)*step, math.Ceil(hi/step+0.05)*step
	if d.f.Unit == result.Share && d.high <= 100 {
		hi = min(hi, 100)
	}
	if hi <= lo {
		hi = lo + 1
	}
	return map[string]any{
		"type": "value", "min": clean(lo), "max": clean(hi), "interval": clean(step), "name": d.unit, "nameGap": 10,
		"nameTextStyle": map[string]any{"color": "var(--muted)", "align": "left", "fontSize": 11},
		"axisLabel":     map[string]any{"color": "var(--muted)", "fontSize": 11, "numbers": string(d.l)},
		"splitLine":     map[string]any{"lineStyle": map[string]any{"color": "var(--grid)"}},
	}
}

func clean(v float64) float64 { return math.Round(v*1e6) / 1e6 }

// nice rounds a step up to 1, 2, 2.5 or 5 times a power of ten.
func nice(x float64) float64 {
	if x <= 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return 1
	}
	p := math.Pow(10, math.Floor(math.Log10(x)))
	for _, m := range []float64{1, 2, 2.5, 5, 10} {
		if x <= m*p {
			return m * p
		}
	}
	return 10 * p
}
