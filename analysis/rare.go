package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// leastTimes is the number of times between events below which no t chart is
// drawn.
const leastTimes = 8

// eventDay is a day with at least one event. Events of one day are one point:
// people arrested together are one event to a chart of times.
type eventDay struct {
	day   record.Day
	count int64
	since int64 // days since the day before it with events; -1 unknown
}

// betweenFigure is the t chart of an indicator whose events are too rare for a
// monthly chart: days from one day with events to the next.
func (c *run) betweenFigure(ind result.Indicator) (result.Figure, bool) {
	if ind.Control == nil || ind.Control.Chart != rareKind || len(ind.Series) == 0 {
		return result.Figure{}, false
	}
	months := c.months[len(c.months)-len(ind.Series):]
	days := apart(c.eventsOf(ind.ID, months), months, ind.Series)
	if n := knownTimes(days); n < leastTimes {
		return result.Figure{}, false
	}
	return c.timesChart(ind, days), true
}

// eventsOf lists the days of an indicator's single events in the months.
func (c *run) eventsOf(id string, months []calendar.Month) []record.Day {
	sel := whole(baseline{period: calendar.Period{From: months[0].First(), To: months[len(months)-1].Last()}})
	for _, d := range c.domains {
		for i, info := range d.infos() {
			if info.ID == id {
				return d.events(i, sel)
			}
		}
	}
	return nil
}

// apart turns events into days with events and the times between them. A time
// that reaches into a month whose events are not all dated is unknown: the
// month has no data, or a form gives its count only.
func apart(events []record.Day, months []calendar.Month, series []result.Point) []eventDay {
	slices.Sort(events)
	dated := map[calendar.Month]int64{}
	var out []eventDay
	for _, d := range events {
		dated[calendar.MonthOf(d)]++
		if n := len(out); n > 0 && out[n-1].day == d {
			out[n-1].count++
			continue
		}
		out = append(out, eventDay{day: d, count: 1, since: -1})
	}
	for i := 1; i < len(out); i++ {
		if complete(months, series, dated, out[i-1].day, out[i].day) {
			out[i].since = int64(out[i].day - out[i-1].day)
		}
	}
	return out
}

// complete reports whether every month from one day to another has all the
// events dated that it counts.
func complete(months []calendar.Month, series []result.Point, dated map[calendar.Month]int64, from, to record.Day) bool {
	for i, m := range months {
		if m.Last() < from || m.First() > to {
			continue
		}
		if series[i].Value == nil || series[i].N != dated[m] {
			return false
		}
	}
	return true
}

func knownTimes(days []eventDay) (n int) {
	for _, d := range days {
		if d.since >= 0 {
			n++
		}
	}
	return n
}

// timesChart draws the times from the second day with events on.
func (c *run) timesChart(ind result.Indicator, days []eventDay) result.Figure {
	points := days[1:]
	obs := make([]stat.Obs, len(points))
	for i, p := range points {
		obs[i] = stat.Obs{Value: float64(max(p.since, 0)), Known: p.since >= 0}
	}
	starts, marks := c.reformsAt(ind.ID, points)
	x := stat.Default.T(obs, starts)
	f := result.Figure{
		ID: "jarak-" + slug(ind.ID), Kind: result.ControlChart, Indicator: ind.ID, Unit: result.Days, N: days[0].count, NUnit: result.Events, Marks: marks,
		Caption: result.T("Hari sejak kejadian sebelumnya, satu titik per hari kejadian, {0} sampai {1}. Makin tinggi, makin jarang.",
			"Days since the event before, one point per day with events, {0} to {1}. The higher, the rarer.",
			result.On(days[0].day.String()), result.On(points[len(points)-1].day.String())),
		Summary: c.sayTimes(days),
	}
	s := result.Series{Name: named(result.T("Hari sejak kejadian sebelumnya", "Days since the event before")), Role: result.RoleValue}
	flagged := int64(0)
	for i, p := range points {
		d := result.Datum{N: p.count, Flag: x.Flags[i].String()}
		if p.since >= 0 {
			d.Value = big.NewRat(p.since, 1)
		}
		if d.Flag != "" {
			flagged++
		}
		f.N += p.count
		f.X.Labels = append(f.X.Labels, result.On(p.day.String()))
		s.Points = append(s.Points, d)
	}
	f.Series = []result.Series{s}
	f.Title, f.Note = timesTitle(ind.Name, flagged), timesNote(x.Trial)
	for _, ph := range x.Phases {
		f.Lines = append(f.Lines, timeLines(ph)...)
	}
	return f
}

// timeLines are the centre and limits of a phase, level all through it.
func timeLines(ph stat.Phase) []result.Line {
	line := func(id, en string, role result.Role, v float64) result.Line {
		return result.Line{Name: result.T(id, en), Role: role, Value: v, First: ph.First, Last: ph.Last}
	}
	return []result.Line{
		line("Garis tengah", "Centre line", result.RoleMean, ph.Mean),
		line("Batas atas", "Upper limit", result.RoleLimit, ph.Upper),
		line("Batas bawah", "Lower limit", result.RoleLimit, ph.Lower),
	}
}

// reformsAt marks the dated reforms and lists the points at which one begins
// new limits: the first time that began under it, for the time it cut in two
// belongs to the old limits. A reform with fewer than leastTimes points before
// or after it is marked only: a handful of times gives no limits worth drawing.
func (c *run) reformsAt(id string, points []eventDay) (starts []int, marks []result.Mark) {
	for _, r := range c.Setting.ReformsOf(id) {
		at := slices.IndexFunc(points, func(p eventDay) bool { return p.day >= r.Day })
		if at <= 0 || at+1 >= len(points) {
			continue
		}
		marks = append(marks, result.Mark{At: at + 1, Text: r.Name})
		from := 0
		if n := len(starts); n > 0 {
			from = starts[n-1]
		}
		if knownTimes(points[from:at+1]) >= leastTimes && knownTimes(points[at+1:]) >= leastTimes {
			starts = append(starts, at+1)
		}
	}
	return starts, marks
}

func timesTitle(name result.Text, flagged int64) result.Text {
	if flagged == 0 {
		return result.T("{0}: jarak antarkejadian tidak menyimpang dari pola wajar.", "{0}: the times between events show natural variation only.", named(name))
	}
	return result.T("{0}: {1} jarak antarkejadian menyimpang dari pola wajar.", "{0}: {1} times between events depart from natural variation.", named(name), result.Int(flagged, result.Count))
}

func timesNote(trial bool) result.Text {
	if trial {
		least := result.Int(int64(stat.Default.MinPoints), result.Count)
		return result.T("Peta t (Nelson 1994; lihat metode), batas sementara dari kurang dari {0} titik.", "t chart (Nelson 1994; see the methods), limits provisional from fewer than {0} points.", least)
	}
	return result.T("Peta t (Nelson 1994; lihat metode).", "t chart (Nelson 1994; see the methods).")
}

// sayTimes tells the shortest and the longest time, and the one still running:
// it has no end yet and is no point of the chart.
func (c *run) sayTimes(days []eventDay) result.Text {
	var known []int64
	for _, d := range days {
		if d.since >= 0 {
			known = append(known, d.since)
		}
	}
	last, end := days[len(days)-1].day, c.Period.To
	if c.Last.Known() {
		end = min(end, c.Last)
	}
	return result.T("Terpendek {0}, terpanjang {1}; kejadian terakhir {2}, {3} sebelum akhir data.", "Shortest {0}, longest {1}; last event {2}, {3} before the end of the data.",
		result.Int(slices.Min(known), result.Days), result.Int(slices.Max(known), result.Days), result.On(last.String()), result.Int(int64(max(end-last, 0)), result.Days))
}
