package edition

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapor/analysis/result"
)

// plan says which months and quarters of some persons are masked. It is made
// from all months of the data and from calendar periods alone, so that every
// report of an office masks the same ones and none undoes another.
type plan struct {
	months, quarters map[string]bool // "2016-03", "2016 quarter 0"
	clusters         map[string][]string
}

// newPlan adds to small months those that hide them, in each stretch of months
// whose sum may be told somewhere: quarters, halves and years. What is added in
// one stretch is hidden in the others too. A quarter of few is masked with
// quarters that hide it in its half and year.
func newPlan(counts []result.Point, small map[string]bool, privacy result.Privacy) *plan {
	p := &plan{months: maps.Clone(small), quarters: map[string]bool{}, clusters: map[string][]string{}}
	n := byMonth(counts)
	months := slices.Sorted(maps.Keys(calendarOf(n, counts)))
	of := func(m string) int64 { return n[m] }
	spread(p.months, stretches(months, quarterOf, halfOf, yearOf), of, privacy.Least)
	quarters := map[string]int64{}
	for _, m := range months {
		quarters[quarterOf(m)] += n[m]
	}
	for q, sum := range quarters {
		if privacy.Small(sum) {
			p.quarters[q] = true
		}
	}
	halfOfQuarter := func(q string) string { return halves[q[strings.LastIndexByte(q, ' ')+1:]] + yearOf(q) }
	spread(p.quarters, stretches(slices.Sorted(maps.Keys(quarters)), halfOfQuarter, yearOf),
		func(q string) int64 { return quarters[q] }, privacy.Least)
	p.cluster(months, of, privacy.Least)
	p.clusterQuarters(months, quarters, halfOfQuarter, privacy.Least)
	return p
}

// halves are those of the quarters of a year, as quarterOf numbers them.
var halves = map[string]string{"0": "first half ", "1": "first half ", "2": "second half ", "3": "second half "}

// calendarOf are the months of all years of which something is counted, so
// that a quarter is the same however much of the year was read.
func calendarOf(n map[string]int64, counts []result.Point) map[string]bool {
	out := map[string]bool{}
	for _, p := range counts {
		year, _, ok := strings.Cut(p.Label, "-")
		if !ok || len(p.Label) != len("2016-12") {
			out[p.Label] = true
			continue
		}
		for m := 1; m <= 12 && n[p.Label] > 0; m++ {
			out[year+"-"+strconv.Itoa(100 + m)[1:]] = true
		}
	}
	return out
}

func quarterOf(month string) string { return partOf(month, 3, "quarter") }
func halfOf(month string) string    { return partOf(month, 6, "half") }

// partOf numbers the parts of a year from 0.
func partOf(month string, length int, name string) string {
	year, number, _ := strings.Cut(month, "-")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return ""
	}
	return year + " " + name + " " + strconv.Itoa((n-1)/length)
}

func yearOf(s string) string { return s[:min(4, len(s))] }

// stretches group items by each of some keys, in a fixed order.
func stretches(items []string, keys ...func(string) string) [][]string {
	var out [][]string
	for _, key := range keys {
		at := map[string]int{}
		for _, m := range items {
			k, ok := at[key(m)]
			if !ok {
				k = len(out)
				at[key(m)], out = k, append(out, nil)
			}
			out[k] = append(out[k], m)
		}
	}
	return out
}

// spread adds to what is hidden what hides it in every stretch, until nothing
// is added any more.
func spread(hide map[string]bool, stretches [][]string, n func(string) int64, least int64) {
	for grew := true; grew; {
		grew = false
		for _, items := range stretches {
			for k, m := range complement(cells(items, hide, n), least) {
				if m && !hide[items[k]] {
					hide[items[k]], grew = true, true
				}
			}
		}
	}
}

func cells(items []string, hide map[string]bool, n func(string) int64) []cell {
	row := make([]cell, len(items))
	for k, m := range items {
		row[k] = cell{n(m), hide[m]}
	}
	return row
}

// cluster finds for every masked month those that hide it: in its quarter if
// they do, else in its half, else in its year.
func (p *plan) cluster(months []string, n func(string) int64, least int64) {
	for m := range p.months {
		p.clusters[m] = around(m, months, p.months, n, least, quarterOf, halfOf, yearOf)
	}
}

// clusterQuarters adds to the months of a masked quarter those of the quarters
// that hide it.
func (p *plan) clusterQuarters(months []string, sums map[string]int64, halfOfQuarter func(string) string, least int64) {
	all := slices.Sorted(maps.Keys(sums))
	for q := range p.quarters {
		with := around(q, all, p.quarters, func(q string) int64 { return sums[q] }, least, halfOfQuarter, yearOf)
		for _, m := range months {
			if quarterOf(m) != q {
				continue
			}
			for _, o := range months {
				if slices.Contains(with, quarterOf(o)) {
					p.clusters[m] = append(p.clusters[m], o)
				}
			}
		}
	}
}

// around are the masked items that hide one of them, in the first of some
// stretches that has enough, else in the last.
func around(item string, all []string, hide map[string]bool, n func(string) int64, least int64, keys ...func(string) string) (masked []string) {
	for _, key := range keys {
		masked = slices.DeleteFunc(slices.Clone(all), func(o string) bool { return key(o) != key(item) || !hide[o] })
		if hidden(cells(masked, hide, n), slices.Repeat([]bool{true}, len(masked)), least) {
			break
		}
	}
	return masked
}

// covers reports that the sum of a period must not be told: it is a month or a
// quarter that is masked, or its days cut masked months from those that hide
// them.
func (p *plan) covers(q result.Period) bool {
	if len(q.From) != 10 || len(q.To) != 10 {
		return false
	}
	from, to := q.From[:7], q.To[:7]
	length := monthsOf(from, to)
	switch {
	case length == 1:
		return p.months[from]
	case length == 3 && quarterOf(from) == quarterOf(to):
		return p.quarters[quarterOf(from)]
	case length == 6 && halfOf(from) == halfOf(to), length == 12 && yearOf(from) == yearOf(to):
		return false
	}
	for m, with := range p.clusters {
		if m < from || m > to {
			continue
		}
		if slices.ContainsFunc(with, func(o string) bool { return o < from || o > to }) {
			return true
		}
	}
	return false
}

// monthsOf counts the months from one to another.
func monthsOf(from, to string) int {
	y1, _ := strconv.Atoi(from[:4])
	y2, _ := strconv.Atoi(to[:4])
	m1, _ := strconv.Atoi(from[5:])
	m2, _ := strconv.Atoi(to[5:])
	return 12*(y2-y1) + m2 - m1 + 1
}

// withheldPeriods masks the values of all indicators of some persons in a
// period whose sum would tell of masked months, those without a series too:
// they count the same persons.
func (e *editor) withheldPeriods() {
	for i := range e.Indicators {
		ind := &e.Indicators[i]
		if !ind.Subjects.Persons() || ind.Value.NUnit == result.Days || exempt(ind.ID) && !e.Privacy.Strict {
			continue
		}
		if e.covered(ind, e.Period) {
			e.withhold(ind)
			ind.Value.Masked, ind.Value.Missing = true, e.masked() // that there is none tells too
		}
		for k := range ind.Baseline {
			if c := &ind.Baseline[k]; e.covered(ind, c.Period) {
				e.forget(c)
				c.Value.Masked, c.Value.Missing = true, e.masked()
			}
		}
	}
}

// covered reports a period in which an indicator must not be told.
func (e *editor) covered(ind *result.Indicator, p result.Period) bool {
	if plan := e.plans[ind.Subjects]; plan != nil && plan.covers(p) {
		return true
	}
	return len(p.From) == 10 && len(p.To) == 10 && p.From[:7] == p.To[:7] && e.months[ind.ID][p.From[:7]]
}
