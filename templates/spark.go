package templates

import (
	"slices"
	"strconv"
	"strings"

	"rapor/analysis/result"
)

// sparkView is a tiny line of the monthly series. Path holds one stretch of
// line for each run of months with a value, so that a gap stays a gap.
type sparkView struct {
	Path    string
	Alone   []dot // months whose neighbours are both missing
	End     dot
	TargetY string // empty without a target
	Label   string
}

// dot is a point of a sparkline.
type dot struct{ X, Y string }

// The drawing area of a sparkline, in its own units.
const (
	sparkWidth  = 120.0
	sparkHeight = 30.0
	sparkPad    = 3.0
)

// noTrend says why there is no line: too few months, or months that stay
// inside the office.
func (v *viewer) noTrend(ind *result.Indicator) string {
	if slices.ContainsFunc(ind.Series, func(p result.Point) bool { return p.Masked }) {
		return v.Say("masked")
	}
	return v.Say("no.trend")
}

// spark draws the series of an indicator; nil with fewer than three values.
func (v *viewer) spark(ind *result.Indicator) *sparkView {
	lo, hi, first, last, n := extent(ind.Series)
	if n < 3 {
		return nil
	}
	var target *float64
	if ind.Target != nil && ind.Target.Value != nil {
		f, _ := ind.Target.Value.Float64()
		if span := hi - lo; f >= lo-span && f <= hi+span {
			lo, hi, target = min(lo, f), max(hi, f), &f
		}
	}
	place := func(i int, f float64) dot {
		x := sparkPad + (sparkWidth-2*sparkPad)*float64(i)/float64(max(len(ind.Series)-1, 1))
		return dot{short(x), short(height(f, lo, hi))}
	}
	out := &sparkView{Label: v.Say("spark.label",
		v.month(ind.Series[first].Label), v.value(ind.Series[first].Value, ind.Unit),
		v.month(ind.Series[last].Label), v.value(ind.Series[last].Value, ind.Unit))}
	var path strings.Builder
	known := func(i int) bool { return i >= 0 && i < len(ind.Series) && ind.Series[i].Value != nil }
	for i, p := range ind.Series {
		if p.Value == nil {
			continue
		}
		f, _ := p.Value.Float64()
		d := place(i, f)
		out.End = d
		if !known(i-1) && !known(i+1) {
			out.Alone = append(out.Alone, d)
			continue
		}
		step := "L"
		if !known(i - 1) {
			step = "M"
		}
		path.WriteString(step + d.X + " " + d.Y)
	}
	out.Path = path.String()
	if target != nil {
		out.TargetY = short(height(*target, lo, hi))
	}
	return out
}

// extent finds the range of a series, its first and last month with a value,
// and how many there are.
func extent(series []result.Point) (lo, hi float64, first, last, n int) {
	for i, p := range series {
		if p.Value == nil {
			continue
		}
		f, _ := p.Value.Float64()
		if n == 0 {
			lo, hi, first = f, f, i
		}
		lo, hi, last = min(lo, f), max(hi, f), i
		n++
	}
	return lo, hi, first, last, n
}

// height places a value in the drawing area; a level series runs in the
// middle.
func height(f, lo, hi float64) float64 {
	if hi <= lo {
		return sparkHeight / 2
	}
	return sparkHeight - sparkPad - (f-lo)/(hi-lo)*(sparkHeight-2*sparkPad)
}

// short writes a coordinate with one decimal, enough for a tiny drawing.
func short(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }
