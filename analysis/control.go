package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// leastPoints is the number of months with a value below which no control
// chart is drawn; stat.Default.MinPoints is that below which its limits are
// provisional.
const leastPoints = 6

// control draws the control chart that fits the nature of the indicator, with
// new limits from each dated reform on, and flags the points of the series.
// values run parallel to the series.
func (c *run) control(info indicator.Info, series []result.Point, values []result.Value) *result.Control {
	if knownPoints(series) < leastPoints {
		return nil
	}
	starts, reasons := c.rebases(info.ID, series)
	ch := chartOf(info, series, values, starts)
	if ch.kind == rareKind {
		return &result.Control{Chart: ch.kind, Assurance: "none", Say: ch.method}
	}
	x := ch.xmr
	if len(x.Phases) == 0 {
		return nil
	}
	for i, f := range x.Flags {
		series[i].Flag = f.String()
		if b := x.Lines[i]; b.Known && ch.varies() {
			series[i].Limits = &result.Limits{Centre: b.Centre, Lower: b.Lower, Upper: b.Upper}
		}
	}
	out := &result.Control{Chart: ch.kind, Method: aboutMedian(ch.method, x.Phases), Trial: x.Trial}
	for _, p := range x.Phases {
		ph := result.Phase{First: p.First, Last: p.Last, Mean: p.Mean, Median: p.Median, Lower: p.Lower, Upper: p.Upper, Near: p.Near}
		if k := slices.Index(starts, p.First); k >= 0 {
			ph.Reason = reasons[k]
		}
		out.Phases = append(out.Phases, ph)
	}
	out.Variation = variation(x.Variation(ch.obs, stat.Direction(info.Better)))
	out.Assurance = string(x.Assurance(ch.obs, c.targetPoints(info.ID, len(series)), stat.Direction(info.Better)))
	out.Say = sayControl(out, series)
	return out
}

// aboutMedian says with the method of a chart that a phase has the median as
// its centre.
func aboutMedian(method result.Text, phases []stat.Phase) result.Text {
	if !slices.ContainsFunc(phases, func(p stat.Phase) bool { return p.Median }) {
		return method
	}
	return result.T("{0} Bulan-bulannya hampir sama semua, jadi pusatnya median, bukan rata-rata yang ikut tergeser oleh bulan yang lain.",
		"{0} The months are nearly all alike, so the centre is the median, not the mean, which moves with the months that differ.",
		result.Quantity{Unit: result.Worded, Term: &method})
}

// rebases lists the indices where reforms begin new limits: the first whole
// month under the reform.
func (c *run) rebases(id string, series []result.Point) (starts []int, reasons []result.Text) {
	for _, r := range c.Setting.ReformsOf(id) {
		y, m, d := r.Day.Date()
		month := calendar.Month{Year: y, Month: m}
		if d > 1 {
			month = calendar.MonthOf(month.Last() + 1)
		}
		for i, p := range series {
			if i > 0 && p.Label == month.ID() {
				starts = append(starts, i)
				reasons = append(reasons, r.Name)
			}
		}
	}
	return starts, reasons
}

// variation is the left icon without its side, which the chart itself shows.
func variation(v stat.Variation) string {
	switch v {
	case stat.VariationImprovedHi, stat.VariationImprovedLo:
		return "improvement"
	case stat.VariationConcernHi, stat.VariationConcernLo:
		return "concern"
	case stat.VariationNeutralHi, stat.VariationNeutralLo:
		return "neutral"
	case stat.VariationUndecidable:
		return "too_few"
	}
	return "common"
}

// targetsOf are the targets in force at the end of each of the last n months;
// nil where there is none.
func (c *run) targetsOf(id string, n int) []*big.Rat {
	out := make([]*big.Rat, n)
	for i, m := range c.months[len(c.months)-n:] {
		if t, ok := c.Setting.Target(id, m.Last()); ok {
			out[i] = t.Value
		}
	}
	return out
}

func (c *run) targetPoints(id string, n int) []stat.Obs {
	out := make([]stat.Obs, n)
	for i, t := range c.targetsOf(id, n) {
		if t != nil {
			out[i] = stat.Obs{Value: ratFloat(t), Known: true}
		}
	}
	return out
}

func sayControl(ctl *result.Control, series []result.Point) result.Text {
	n := 0
	for _, p := range series {
		if p.Flag != "" {
			n++
		}
	}
	least := result.Int(int64(stat.Default.MinPoints), result.Count)
	switch {
	case n == 0 && ctl.Trial:
		return result.T("Tidak ada bulan yang menyimpang dari pola wajar; batasnya masih sementara karena berasal dari kurang dari {0} titik.",
			"No month departs from natural variation; the limits are provisional, because they come from fewer than {0} points.", least)
	case n == 0:
		return result.T("Tidak ada bulan yang menyimpang dari pola wajar.", "No month departs from natural variation.")
	case ctl.Trial:
		return result.T("{0} bulan menyimpang dari pola wajar; batasnya masih sementara karena berasal dari kurang dari {1} titik.",
			"{0} months depart from natural variation; the limits are provisional, because they come from fewer than {1} points.", result.Int(int64(n), result.Count), least)
	}
	return result.T("{0} bulan menyimpang dari pola wajar.", "{0} months depart from natural variation.", result.Int(int64(n), result.Count))
}

// partial reports whether working days of the month lie after the last data.
func (c *run) partial(m calendar.Month) bool {
	if !c.Last.Known() || c.Last < m.First() || c.Last >= m.Last() {
		return false
	}
	var days []record.Day
	for _, h := range c.Setting.Holidays {
		days = append(days, h.Day)
	}
	return calendar.New(days).Between(c.Last, m.Last()) > 0
}
