package survey

import (
	"math/big"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// summaries is a set of summaries of 2016, each of nine elements.
func summaries(list ...func(e record.Element) record.AnswerCount) *facts.Set {
	f := &facts.Set{}
	for i, of := range list {
		for e := range record.Element(record.Elements) {
			c := of(e)
			c.Ref, c.Element = record.Ref{Source: uint16(i), Row: uint32(e) + 2}, e
			if !c.Day.Known() {
				c.Day, c.Grain = record.DayOf(2016, 1, 1), record.GrainYear
			}
			f.AnswerCount(&c)
		}
	}
	f.Seal()
	return f
}

func frequencies(counts ...int64) func(record.Element) record.AnswerCount {
	return func(record.Element) record.AnswerCount {
		return record.AnswerCount{Counts: [4]int64(counts), Number: 30}
	}
}

func ofMean(n int64) func(record.Element) record.AnswerCount {
	return func(record.Element) record.AnswerCount {
		return record.AnswerCount{Mean: record.Decimal{N: n, Known: true}, Number: -1}
	}
}

// valuesOf gives the index, the respondents that it rests on, and whether it has
// an interval.
func valuesOf(f *facts.Set) (index *big.Rat, n int64, interval bool, why string) {
	set := office.Default()
	s := NewSlice(f, &set, facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)})
	v := Specs()[0].Compute(s)
	if v.Missing != nil {
		why = v.Missing.ID
	}
	return v.Value, v.N, v.Lo != nil, why
}

// TestSummariesCount: the index of summaries is that of the answers they sum up,
// without an interval; a summary of what is known better counts nothing.
func TestSummariesCount(t *testing.T) {
	shares := func(record.Element) record.AnswerCount {
		return record.AnswerCount{Counts: [4]int64{0, 3000, 4000, 3000}, Shares: true, Number: -1}
	}
	monthly := func(m int, counts ...int64) func(record.Element) record.AnswerCount {
		return func(record.Element) record.AnswerCount {
			return record.AnswerCount{Counts: [4]int64(counts), Number: 10, Day: record.DayOf(2016, m, 1),
				Grain: record.GrainMonth}
		}
	}
	for name, c := range map[string]struct {
		set  *facts.Set
		want *big.Rat
		n    int64
	}{
		"counts":                   {summaries(frequencies(0, 9, 12, 9)), big.NewRat(75, 1), 30},
		"shares":                   {summaries(shares), big.NewRat(75, 1), 0},
		"means":                    {summaries(ofMean(3200)), big.NewRat(80, 1), 0},
		"counts beside their mean": {summaries(frequencies(0, 9, 12, 9), ofMean(3000)), big.NewRat(75, 1), 30},
		"two months": {summaries(monthly(1, 0, 0, 10, 0), monthly(2, 0, 0, 0, 10)),
			big.NewRat(175, 2), 20},
		"months beside their year": {summaries(monthly(1, 0, 0, 10, 0), frequencies(10, 10, 0, 10)),
			big.NewRat(75, 1), 10},
		"the same table a second time": {summaries(frequencies(0, 9, 12, 9), frequencies(0, 9, 12, 9)),
			big.NewRat(75, 1), 30},
		"two means that nothing weighs": {summaries(ofMean(3200), ofMean(3300)), nil, 0},
	} {
		got, n, interval, why := valuesOf(c.set)
		if (got == nil) != (c.want == nil) || got != nil && got.Cmp(c.want) != 0 || n != c.n || interval {
			t.Errorf("%s: %v of %d (%s), interval %v; want %v of %d", name, got, n, why, interval, c.want, c.n)
		}
		if got == nil && why != needWeights.ID {
			t.Errorf("%s: %s", name, why)
		}
	}
}

// TestRespondentsGoBeforeSummaries: a summary of the time of answers that were
// read one by one is not added to them.
func TestRespondentsGoBeforeSummaries(t *testing.T) {
	f := summaries(frequencies(30, 0, 0, 0))
	for i := range 12 {
		a := record.Answer{Ref: record.Ref{Source: 9, Row: uint32(i + 2)}, Day: record.DayOf(2016, 5, 1)}
		for e := range a.Scores {
			a.Scores[e] = 4
		}
		f.Answer(&a)
	}
	f.Seal()
	if got, n, interval, _ := valuesOf(f); got == nil || got.Cmp(big.NewRat(100, 1)) != 0 || n != 12 || !interval {
		t.Errorf("%v of %d, interval %v", got, n, interval)
	}
}
