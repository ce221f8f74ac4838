package analysis

import (
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// control draws the XmR chart of a series, with new limits from each dated
// reform on, and flags the points of the series.
func (c *run) control(info indicator.Info, series []result.Point) *result.Control {
	if knownPoints(series) < 6 {
		return nil
	}
	obs := make([]stat.Obs, len(series))
	for i, p := range series {
		if p.Value != nil {
			obs[i] = stat.Obs{Value: ratFloat(p.Value), Known: true}
		}
	}
	starts, reasons := c.rebases(series)
	x := stat.Default.Make(obs, starts)
	if len(x.Phases) == 0 {
		return nil
	}
	for i, f := range x.Flags {
		series[i].Flag = f.String()
	}
	out := &result.Control{Trial: x.Trial}
	for _, p := range x.Phases {
		ph := result.Phase{First: p.First, Last: p.Last, Mean: p.Mean, Lower: p.Lower, Upper: p.Upper, Near: p.Near}
		if k := slices.Index(starts, p.First); k >= 0 {
			ph.Reason = reasons[k]
		}
		out.Phases = append(out.Phases, ph)
	}
	out.Variation = variation(info, x, series)
	out.Assurance = c.assurance(info, x)
	out.Say = sayControl(out, series)
	return out
}

// rebases lists the indices where reforms begin new limits: the first whole
// month under the reform.
func (c *run) rebases(series []result.Point) (starts []int, reasons []result.Text) {
	for _, r := range c.Setting.Reforms {
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

// variation is the icon of the last known point.
func variation(info indicator.Info, x stat.XmR, series []result.Point) string {
	last := len(series) - 1
	for last > 0 && series[last].Value == nil {
		last--
	}
	switch {
	case x.Flags[last] == stat.Common:
		return "common"
	case info.Better == result.Contextual:
		return "neutral"
	case x.Rising[last] == (info.Better == result.Higher):
		return "improvement"
	}
	return "concern"
}

// assurance says whether the target will be met by the process as it stands.
func (c *run) assurance(info indicator.Info, x stat.XmR) string {
	t, ok := c.Setting.Target(info.ID, c.Period.To)
	if !ok || info.Better == result.Contextual {
		return "none"
	}
	p, v := x.Phases[len(x.Phases)-1], ratFloat(t.Value)
	switch {
	case info.Better == result.Higher && v < p.Lower, info.Better == result.Lower && v > p.Upper:
		return "pass"
	case info.Better == result.Higher && v > p.Upper, info.Better == result.Lower && v < p.Lower:
		return "fail"
	}
	return "hit_or_miss"
}

func sayControl(ctl *result.Control, series []result.Point) result.Text {
	n := 0
	for _, p := range series {
		if p.Flag != "" {
			n++
		}
	}
	args := []result.Quantity{result.Int(int64(n), result.Count)}
	switch {
	case n == 0 && ctl.Trial:
		return result.T("Tidak ada bulan yang menyimpang dari pola wajar; batasnya masih sementara.", "No month departs from natural variation; the limits are provisional.")
	case n == 0:
		return result.T("Tidak ada bulan yang menyimpang dari pola wajar.", "No month departs from natural variation.")
	case ctl.Trial:
		return result.T("{0} bulan menyimpang dari pola wajar; batasnya masih sementara.", "{0} months depart from natural variation; the limits are provisional.", args...)
	}
	return result.T("{0} bulan menyimpang dari pola wajar.", "{0} months depart from natural variation.", args...)
}

// rateChange compares two counts by their exact rate ratio.
func rateChange(now, then interface{ Float64() (float64, bool) }) (*result.RateRatio, *bool) {
	a, _ := now.Float64()
	b, _ := then.Float64()
	if a+b < 1 {
		return nil, nil
	}
	r := stat.Rates(int64(a), int64(b), 0.95)
	distinct := r.P < 0.05
	out := &result.RateRatio{Ratio: r.Ratio, Lo: r.Lo, Hi: r.Hi, Open: r.Open, P: r.P}
	if r.Open {
		out.Ratio = 0
	}
	return out, &distinct
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
