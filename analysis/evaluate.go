package analysis

import (
	"sync"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// indicators evaluates the whole catalogue. Domains share nothing, so each
// runs on its own goroutine; the order of the outcome is that of the
// catalogue. What is said of changes waits until all of them are tested.
func (c *run) indicators() []result.Indicator {
	parts := make([][]result.Indicator, len(c.domains))
	var wg sync.WaitGroup
	for i, d := range c.domains {
		wg.Go(func() { parts[i] = c.family(d) })
	}
	wg.Wait()
	if c.ctx.Err() != nil {
		return nil
	}
	var out []result.Indicator
	var infos []indicator.Info
	for i, d := range c.domains {
		out, infos = append(out, parts[i]...), append(infos, d.infos()...)
	}
	c.tested, c.distinct = adjust(out)
	beside := index(out)
	for i := range out {
		c.speak(infos[i], &out[i], beside)
	}
	return append(out, c.quality()...)
}

func (c *run) family(d domain) []result.Indicator {
	infos := d.infos()
	out := make([]result.Indicator, len(infos))
	for i, info := range infos {
		if c.ctx.Err() != nil {
			break
		}
		out[i] = c.evaluate(d, i, info)
	}
	return out
}

// speak words what was found of one indicator.
func (c *run) speak(info indicator.Info, ind *result.Indicator, all map[string]*result.Indicator) {
	for k := range ind.Baseline {
		if ch := &ind.Baseline[k]; ch.Diff != nil || ch.Untold == result.UntoldPart {
			ch.Say = sayChange(info, ind.Value, *ch, c.tested)
		}
	}
	ind.Findings = append(findings(info, *ind, c.Period.ID), robustness(info, *ind, all)...)
}

// rowBoot draws the intervals of breakdowns: fewer replicates than those of
// the report's own values, for there are many rows.
var rowBoot = func() stat.Boot {
	b := stat.DefaultBoot
	b.Reps = 500
	return b
}()

// whole selects all facts of the report's office in a period.
func whole(b baseline) facts.Selection {
	return facts.Selection{From: b.period.From, To: b.period.To}
}

// measure is one indicator of a domain, ready to be computed on selections.
type measure struct {
	*run
	domain domain
	at     int
	info   indicator.Info
}

// value is the indicator on a selection, with the interval that is cheap.
func (m measure) value(sel facts.Selection) result.Value {
	if m.ctx.Err() != nil {
		return result.Value{} // nobody will see it
	}
	v := m.domain.value(m.at, sel)
	v.Sources = m.sourcesOf(m.info.Kinds, sel)
	m.contradicted(m.info.Kinds, sel, &v)
	return v
}

// sure is value with the interval that resamples days.
func (m measure) sure(sel facts.Selection, b stat.Boot) result.Value {
	v := m.value(sel)
	b.Done = m.ctx.Done()
	m.sample(sel).Onto(&v, b)
	return v
}

func (m measure) sample(sel facts.Selection) *indicator.Sample {
	if m.ctx.Err() != nil {
		return nil
	}
	return m.domain.sample(m.at, sel)
}

func (c *run) evaluate(d domain, i int, info indicator.Info) result.Indicator {
	m, sel := measure{c, d, i, info}, whole(baseline{period: c.Period})
	ind := declared(d, info)
	ind.Value = m.sure(sel, stat.DefaultBoot)
	if x, left := d.without(i, sel); left > 0 && x != nil && ind.Value.Known() {
		ind.Without = &result.Without{Value: x, Rows: left}
	}
	ind.Value.Bounds = c.bounds(d, i, info, sel, ind.Value)
	if info.Series {
		var months []result.Value
		ind.Series, months = c.series(m.value)
		if info.Charted() {
			ind.Control = c.control(info, ind.Series, months)
		}
		if ind.Subjects.Persons() {
			ind.Months = c.everyMonth(ind.Series, m.value)
		}
	}
	if t, ok := c.Setting.Target(info.ID, c.Period.To); ok {
		ind.Target = &result.Target{Value: t.Value, Basis: t.Basis}
	}
	for _, b := range c.bases {
		ind.Baseline = append(ind.Baseline, m.change(ind.Value, b))
	}
	ind.Groups = c.groups(info, func(at facts.Selection) result.Value {
		if at == sel { // the office itself: one value, one interval
			v := ind.Value
			v.Bounds = nil
			return v
		}
		return m.sure(at, rowBoot)
	})
	m.otherOffices(ind.Groups)
	c.places(m, ind.Groups)
	ind.Verdict = judge(info, ind)
	return ind
}

// change sets the value beside that of a baseline.
func (m measure) change(now result.Value, b baseline) result.Change {
	sel, then := whole(baseline{period: m.Period}), whole(b)
	if v := m.value(then); now.Known() && v.Known() && m.part(b.period) {
		return result.Change{Period: span(b.period, b.role), Value: m.sure(then, stat.DefaultBoot), Untold: result.UntoldPart}
	}
	ch := compare(m.info, now, m.sure(then, stat.DefaultBoot), span(b.period, b.role), m.spread(sel, then), func() (now, before *indicator.Sample) {
		return m.sample(sel), m.sample(then)
	})
	ch.Untold = untold(m.info, m.domain.name(), ch)
	ch.Mix = m.mix(m.info, b, ch, m.value)
	return ch
}

// spread is the dispersion of counted events over the days of two selections;
// 1 where the value counts none, or their days are not known.
func (m measure) spread(now, then facts.Selection) float64 {
	var of []stat.Daily
	for _, sel := range []facts.Selection{now, then} {
		if days := m.domain.events(m.at, sel); len(days) > 0 {
			of = append(of, stat.DailyOf(days, sel.From, sel.To))
		}
	}
	return stat.Dispersion(of...)
}

func declared(d domain, info indicator.Info) result.Indicator {
	return result.Indicator{
		ID: info.ID, Domain: d.name(), Name: info.Name, Question: info.Question,
		Formula: info.Formula, Caveat: info.Caveat, Unit: info.Unit,
		Better: info.Better, Subjects: result.SubjectsOf(info.Kinds), Crossed: info.Crossed, Basis: info.Basis, Worked: d.worked(info.ID),
	}
}

// series is the value by month, with the values behind it. Months without
// data before the first that has some are left out: a series begins with the
// office's first data.
func (c *run) series(value func(facts.Selection) result.Value) ([]result.Point, []result.Value) {
	var out []result.Point
	var values []result.Value
	for _, m := range c.months {
		v := value(facts.Selection{From: m.First(), To: m.Last()})
		if v.Known() || len(out) > 0 {
			out = append(out, result.Point{Label: m.ID(), Value: v.Value, N: v.N, Part: c.partial(m)})
			values = append(values, v)
		}
	}
	return out, values
}

// mostYears bounds how far from the period months are counted for masking: a
// mistyped year must not make thousands of them.
const mostYears = 10

// everyMonth counts all months of the data, those outside the series too;
// months without observations are left out.
func (c *run) everyMonth(series []result.Point, value func(facts.Selection) result.Value) []result.Point {
	first, last := c.months[0].First(), max(c.Last, c.Period.To)
	if c.First.Known() {
		first = min(first, c.First)
	}
	from, _, _ := c.Period.From.Date()
	to, _, _ := c.Period.To.Date()
	all := calendar.Period{From: max(first, record.DayOf(from-mostYears, 1, 1)), To: min(last, record.DayOf(to+mostYears, 12, 31))}
	known := map[string]result.Point{}
	for _, p := range series {
		known[p.Label] = p
	}
	var out []result.Point
	for _, m := range all.Months() {
		p, ok := known[m.ID()]
		if !ok {
			v := value(facts.Selection{From: m.First(), To: m.Last()})
			p = result.Point{Value: v.Value, N: v.N}
		}
		if p.N > 0 {
			out = append(out, result.Point{Label: m.ID(), Value: p.Value, N: p.N})
		}
	}
	return out
}
