package analysis

import (
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/result"
)

// byDay reports a family of which a value takes the rows of its period alone.
func byDay(kind string) bool {
	for _, k := range kindNames {
		if k.kind == kind {
			return k.byDay
		}
	}
	return false
}

// sourcesOf lists the sources whose sheets gave used rows of these kinds to a
// selection; to one without dates, whenever those are.
func (c *run) sourcesOf(kinds []string, sel facts.Selection) []int {
	var out []int
	from, to := sel.From.String(), sel.To.String()
	for i := range c.Sources {
		if slices.ContainsFunc(c.Sources[i].Sheets, func(s result.Sheet) bool { return feeds(s, kinds, from, to) }) {
			out = append(out, i)
		}
	}
	return out
}

func feeds(s result.Sheet, kinds []string, from, to string) bool {
	if s.Used == 0 || !slices.Contains(kinds, s.Kind) {
		return false
	}
	if to == "" || s.First == "" || s.Last == "" || !byDay(s.Kind) {
		return true
	}
	return s.First <= to && s.Last >= from // ISO dates order as texts
}

// figureSources are those of the figure's indicator over all its months.
func (c *run) figureSources(f result.Figure) []int {
	for _, d := range c.domains {
		for _, info := range d.infos() {
			if info.ID == f.Indicator {
				return c.sourcesOf(info.Kinds, facts.Selection{})
			}
		}
	}
	return nil
}
