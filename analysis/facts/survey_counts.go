package facts

import "rapor/ingest/record"

// AnswerCount keeps the summary of one element.
func (s *Set) AnswerCount(a *record.AnswerCount) { s.Survey.counts = append(s.Survey.counts, *a) }

// Counts calls f for every summary of an element in a selection. A summary and
// what it sums up are never both counted: it is left out where respondents of
// its time were read one by one, where a shorter time within its own was summed
// up, and where it gives the mean of what another counts.
func (s *Survey) Counts(sel Selection, f func(*record.AnswerCount)) {
	for i := range s.counts {
		c := &s.counts[i]
		if c.Office != sel.Office || sel.Rest != NoRest || sel.Service != "" && c.Service != sel.Service ||
			!within(c.Day, c.Grain, sel) {
			continue
		}
		if !s.answered(c) && !s.summed(c) {
			f(c)
		}
	}
}

// answered reports respondents of the time of a summary.
func (s *Survey) answered(c *record.AnswerCount) bool {
	for i := range s.answers {
		a := &s.answers[i]
		if a.Office == c.Office && a.Day.Known() && a.Day <= c.Grain.Last(c.Day) && a.Grain.Last(a.Day) >= c.Day {
			return true
		}
	}
	return false
}

// summed reports another summary of the same element that says what this one
// does, and more.
func (s *Survey) summed(c *record.AnswerCount) bool {
	for i := range s.counts {
		o := &s.counts[i]
		if o.Office != c.Office || o.Element != c.Element || o.Day < c.Day || o.Grain.Last(o.Day) > c.Grain.Last(c.Day) {
			continue
		}
		if o.Grain < c.Grain || o.Grain == c.Grain && c.Answers() == 0 && o.Answers() > 0 {
			return true
		}
	}
	return false
}
