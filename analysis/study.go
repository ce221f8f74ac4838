package analysis

import "rapor/analysis/result"

// study is a chapter that is more than its indicators: the evaluation of a
// reform, the simulation of the hall. It speaks in sentences, figures and
// tables of its own, and also when it can say nothing: then with the reason.
type study struct {
	source  string // as a rubric's chapter names it
	intro   []result.Text
	figures []result.Figure
	tables  []result.Table
}

// runStudies makes every study of the report.
func (c *run) runStudies() []study {
	return append([]study{c.reformStudy()}, c.capacityStudy()...)
}

// introOf is what a study says before its figures.
func (c *run) introOf(source string) []result.Text {
	for _, s := range c.studies {
		if s.source == source {
			return s.intro
		}
	}
	return nil
}
