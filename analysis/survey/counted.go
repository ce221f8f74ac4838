package survey

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/ingest/record"
)

// counted is what summaries of elements give a slice: how often each answer was
// given, or means. They carry less than respondents do: neither intervals nor
// who answered what.
type counted struct {
	rows   int64                     // summaries
	means  [record.Elements]*big.Rat // of elements of which a mean alone, or shares, are known
	twice  [record.Elements]bool     // means of several summaries that nothing weighs
	groups map[group]int64           // respondents of each survey that was summed up
}

// group is one survey that was summed up.
type group struct {
	source, sheet uint16
	day           record.Day
	service       string
}

// count takes the summaries of a selection.
func (s *Slice) count() {
	s.counted.groups = map[group]int64{}
	s.facts.Survey.Counts(s.sel, func(c *record.AnswerCount) {
		s.counted.rows++
		if c.Numbered {
			s.numbered++
		}
		s.last = max(s.last, c.Day)
		if c.Day.Known() && (!s.first.Known() || c.Day < s.first) {
			s.first = c.Day
		}
		g := group{c.Ref.Source, c.Ref.Sheet, c.Day, c.Service}
		s.counted.groups[g] = max(s.counted.groups[g], c.Number, 0)
		if n := c.Answers(); n > 0 && !c.Shares {
			for i, x := range c.Counts {
				s.sums[c.Element] += int64(i+1) * x
			}
			s.filled[c.Element] += n
			return
		}
		s.counted.mean(c)
	})
	for _, n := range s.counted.groups {
		s.n += n
	}
}

// mean takes a summary that says how answers were shared out, but not how many
// there were.
func (k *counted) mean(c *record.AnswerCount) {
	m := big.NewRat(c.Mean.N, 1000)
	if n := c.Answers(); n > 0 {
		var sum int64
		for i, x := range c.Counts {
			sum += int64(i+1) * x
		}
		m = big.NewRat(sum, n)
	}
	k.twice[c.Element] = k.twice[c.Element] || k.means[c.Element] != nil
	k.means[c.Element] = m
}

// alone is the mean of an element that is known by its mean only: one that no
// counted answers stand beside, and of one summary.
func (s *Slice) alone(e record.Element) *big.Rat {
	if s.filled[e] > 0 || s.counted.twice[e] {
		return nil
	}
	return s.counted.means[e]
}

// unweighed reports means that cannot be joined: several summaries, or one
// beside answers, that do not say how many answered.
func (s *Slice) unweighed() bool {
	for e, m := range s.counted.means {
		if m != nil && (s.filled[e] > 0 || s.counted.twice[e]) {
			return true
		}
	}
	return false
}

var (
	needWeights = result.T("Data berisi beberapa rekap nilai per unsur tanpa jumlah responden; rata-rata "+
		"gabungannya tidak dapat dihitung.",
		"The data hold several summaries of the elements without the number of respondents; their joint mean cannot "+
			"be computed.")
	onlyCounts = result.T("Data hanya berupa rekap jawaban per unsur; selang kepercayaan dan rincian per responden "+
		"tidak dapat dihitung.",
		"The data are summaries of the answers by element; intervals and breakdowns by respondent cannot be computed.")
	onlyMeans = result.T("Data hanya berupa rekap per unsur tanpa jumlah responden; kecukupan sampel tidak dapat "+
		"dihitung.",
		"The data are summaries by element without the number of respondents; the adequacy of the sample cannot be computed.")
)

// fromCounts says of a value that it rests on summaries.
func (s *Slice) fromCounts(v result.Value) result.Value {
	if v.Value != nil && s.counted.rows > 0 {
		v.Warnings = append(v.Warnings, onlyCounts)
	}
	return v
}
