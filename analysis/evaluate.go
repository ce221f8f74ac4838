package analysis

import (
	"math/big"
	"sync"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// indicators evaluates the whole catalogue. Domains share nothing, so each
// runs on its own goroutine; the order of the outcome is that of the
// catalogue.
func (c *run) indicators() []result.Indicator {
	parts := make([][]result.Indicator, len(c.domains))
	var wg sync.WaitGroup
	for i, d := range c.domains {
		wg.Go(func() { parts[i] = c.family(d) })
	}
	wg.Wait()
	var out []result.Indicator
	for _, p := range parts {
		out = append(out, p...)
	}
	return append(out, c.quality()...)
}

func (c *run) family(d domain) []result.Indicator {
	infos := d.infos()
	out := make([]result.Indicator, len(infos))
	for i, info := range infos {
		out[i] = c.evaluate(d, i, info)
	}
	return out
}

// whole selects all facts of the report's office in a period.
func whole(b baseline) facts.Selection {
	return facts.Selection{From: b.period.From, To: b.period.To}
}

func (c *run) evaluate(d domain, i int, info indicator.Info) result.Indicator {
	ind := declared(d, info)
	value := func(sel facts.Selection) result.Value {
		v := d.value(i, sel)
		v.Sources = c.sourcesOf(info.Kinds)
		return v
	}
	sel := whole(baseline{period: c.Period})
	ind.Value = value(sel)
	ind.Value.Bounds = c.bounds(d, i, info, sel, ind.Value)
	if info.Series {
		ind.Series = c.series(value)
	}
	if t, ok := c.Setting.Target(info.ID, c.Period.To); ok {
		ind.Target = &result.Target{Value: t.Value, Basis: t.Basis}
	}
	for _, b := range c.bases {
		ind.Baseline = append(ind.Baseline, compare(info, ind.Value, value(whole(b)), span(b.period, b.role)))
	}
	ind.Groups = c.groups(info, value)
	if info.Control {
		ind.Control = c.control(info, ind.Series)
	}
	ind.Verdict = judge(info, ind)
	ind.Findings = findings(info, ind, c.Period.ID)
	return ind
}

func declared(d domain, info indicator.Info) result.Indicator {
	return result.Indicator{
		ID: info.ID, Domain: d.name(), Name: info.Name, Question: info.Question,
		Formula: info.Formula, Caveat: info.Caveat, Unit: info.Unit,
		Better: info.Better, Basis: info.Basis, Worked: d.worked(info.ID),
	}
}

func (c *run) series(value func(facts.Selection) result.Value) []result.Point {
	out := make([]result.Point, len(c.months))
	for k, m := range c.months {
		v := value(facts.Selection{From: m.First(), To: m.Last()})
		out[k] = result.Point{Label: m.ID(), Value: v.Value, N: v.N, Part: c.partial(m)}
	}
	return trimSeries(out)
}

// trimSeries drops months without data before the first that has some: a
// series begins with the office's first data.
func trimSeries(s []result.Point) []result.Point {
	for i := range s {
		if s[i].Value != nil {
			return s[i:]
		}
	}
	return nil
}

// compare sets a value beside that of a baseline. Counts of rare things are
// compared by their rate ratio, so that 12 against 5 is not oversold.
func compare(info indicator.Info, now, then result.Value, p result.Period) result.Change {
	ch := result.Change{Period: p, Value: then}
	if !now.Known() || !then.Known() {
		return ch
	}
	ch.Diff = new(big.Rat).Sub(now.Value, then.Value)
	if then.Value.Sign() != 0 {
		ch.Relative = new(big.Rat).Quo(ch.Diff, new(big.Rat).Abs(then.Value))
	}
	if counted(info) {
		ch.Rate, ch.Distinct = rateChange(now.Value, then.Value)
	}
	ch.Say = sayChange(info, now, ch)
	return ch
}

// counted reports whether an indicator is a count of independent events, for
// which a Poisson comparison is meant.
func counted(info indicator.Info) bool {
	switch info.Unit {
	case result.Persons, result.Acts, result.Cases, result.Events:
		return info.Interval == "poisson"
	}
	return false
}

// sourcesOf lists the sources whose sheets gave used rows of these kinds.
func (c *run) sourcesOf(kinds []string) []int {
	var out []int
	for i, s := range c.Sources {
		if feeds(s, kinds) {
			out = append(out, i)
		}
	}
	return out
}

func feeds(s result.Source, kinds []string) bool {
	for _, sh := range s.Sheets {
		for _, k := range kinds {
			if sh.Kind == k && sh.Used > 0 {
				return true
			}
		}
	}
	return false
}
