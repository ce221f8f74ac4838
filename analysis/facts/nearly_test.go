package facts

import (
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

func operation(source uint16, row uint32, day int, level string, checked int64) func(*Set) {
	return func(s *Set) {
		s.Operation(&record.Operation{Ref: place(source, 0, row), Day: record.DayOf(2016, 2, day), Level: level,
			Checked: checked, Violations: -1})
	}
}

// TestAnExportWithAChangedWord: a list without keys that comes again with one
// word changed is one list; where few rows stand in both it is a doubt that holds
// the values back, and where each has rows of its own they are two.
func TestAnExportWithAChangedWord(t *testing.T) {
	lists := func(n int, more ...func(*Set)) (feeds []func(*Set)) {
		for i := range n {
			feeds = append(feeds, operation(0, uint32(i+2), i+1, "kota", 10), operation(1, uint32(i+2), i+1, "kota", 10))
		}
		return append(feeds, more...)
	}
	for name, tc := range map[string]struct {
		feeds  []func(*Set)
		want   int
		doubts int64
	}{
		"one of ten": {lists(9, operation(0, 11, 10, "kota", 10),
			operation(1, 11, 10, "provinsi", 10), operation(1, 12, 20, "kota", 10)), 11, 0},
		"one more": {lists(10, operation(0, 12, 15, "kota", 10), operation(1, 12, 20, "kota", 10)), 12, 1},
		"one of two": {lists(1, operation(0, 3, 2, "kota", 10),
			operation(1, 3, 2, "provinsi", 10), operation(1, 4, 20, "kota", 10)), 5, 2},
		"two lists":  {lists(1, operation(0, 3, 2, "kota", 10), operation(1, 3, 3, "kota", 10)), 4, 0},
		"whole, few": {lists(2, operation(1, 4, 20, "kota", 10)), 3, 0},
		"half are other": {lists(5, operation(0, 7, 15, "kota", 1),
			operation(0, 8, 16, "kota", 1), operation(1, 7, 25, "kota", 1)), 13, 0},
	} {
		s, aside := sealed(t, tc.feeds...)
		var doubts int64
		for _, c := range s.Contradictions() {
			doubts += boolInt64(c.By == ByCopy) * c.Diff
		}
		if len(s.Enforcement.operations) != tc.want || doubts != tc.doubts {
			t.Errorf("%s: %d operations, %d doubted, want %d, %d; %v", name,
				len(s.Enforcement.operations), doubts, tc.want, tc.doubts, codesOf(aside))
		}
		if tc.doubts > 0 && codesOf(aside)[reject.PossibleCopy] != 1 {
			t.Errorf("%s: the doubt is not said: %v", name, codesOf(aside))
		}
	}
}

func boolInt64(b bool) int64 { return int64(boolInt(b)) }

// TestAFewAnswersAgain: a survey exported again with more answers is one, where
// its rows stand in the same places and differ; a desk whose few answers are
// common is a doubt.
func TestAFewAnswersAgain(t *testing.T) {
	answer := func(source uint16, row uint32, day int, score uint8) func(*Set) {
		return func(s *Set) {
			a := record.Answer{Ref: place(source, 0, row), Day: record.DayOf(2016, 2, day)}
			for e := range a.Scores {
				a.Scores[e] = score
			}
			s.Answer(&a)
		}
	}
	later := []func(*Set){answer(1, 2, 15, 4), answer(1, 3, 16, 3), answer(1, 4, 20, 2)}
	s, aside := sealed(t, append(later, answer(0, 2, 15, 4), answer(0, 3, 16, 3))...)
	if len(s.Survey.answers) != 3 {
		t.Errorf("%d answers, %v", len(s.Survey.answers), aside)
	}
	s, aside = sealed(t, append(later, answer(0, 2, 16, 3))...)
	if c := s.Contradictions(); len(s.Survey.answers) != 4 || len(c) != 1 || c[0].By != ByCopy || c[0].Diff != 1 ||
		c[0].From != record.DayOf(2016, 2, 16) || c[0].To != c[0].From || codesOf(aside)[reject.PossibleCopy] != 1 {
		t.Errorf("%d answers, %v, %+v", len(s.Survey.answers), aside, c)
	}
}

// TestSumsAreNoEvidence: two offices' forms of one month, nearly all of whose
// lines are zero, are two forms.
func TestSumsAreNoEvidence(t *testing.T) {
	var feeds []func(*Set)
	line := func(source uint16, row int, label string, n int64) {
		feeds = append(feeds, func(s *Set) {
			s.Action(&record.Action{Ref: place(source, 0, uint32(row)), Decided: record.DayOf(2016, 2, 1),
				Grain: record.GrainMonth,
				Kind:  record.ActionOther, Label: label, Number: n, Overstay: -1, Stated: -1})
		})
	}
	for i, label := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		line(0, i+2, label, int64(i/9))
		line(1, i+2, label, int64(i/9)*2)
	}
	if s, aside := sealed(t, feeds...); len(s.Enforcement.actions) != 20 || len(aside) != 0 ||
		len(s.Contradictions()) != 0 {
		t.Errorf("%d lines, %v", len(s.Enforcement.actions), aside)
	}
}
