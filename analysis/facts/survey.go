package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Survey is all facts of surveys, complaints and applications. Respondents
// are kept one by one (nine small numbers), because intervals need them.
type Survey struct {
	answers      []record.Answer
	complaints   []record.Complaint
	applications []record.Application
	merged       []record.Reject // spellings brought together

	services first // labels that stand on their own
}

// Answer keeps one respondent.
func (s *Set) Answer(a *record.Answer) { s.Survey.answers = append(s.Survey.answers, *a) }

// Complaint keeps one complaint.
func (s *Set) Complaint(c *record.Complaint) { s.Survey.complaints = append(s.Survey.complaints, *c) }

// Application keeps one application.
func (s *Set) Application(a *record.Application) {
	s.Survey.applications = append(s.Survey.applications, *a)
}

func (s *Survey) merge(o *Survey) {
	s.answers = append(s.answers, o.answers...)
	s.complaints = append(s.complaints, o.complaints...)
	s.applications = append(s.applications, o.applications...)
}

func (s *Survey) seal(out *findings) {
	s.spell()
	s.answers = dedupe(s.answers, compareAnswers, func(a *record.Answer) (record.Ref, bool) {
		return a.Ref, a.Day.Known() && a.Respondent != ""
	}, out)
	s.complaints = dedupe(s.complaints, compareComplaints, func(c *record.Complaint) (record.Ref, bool) {
		return c.Ref, c.Day.Known()
	}, out)
	s.applications = dedupe(s.applications, compareApplications, func(a *record.Application) (record.Ref, bool) {
		return a.Ref, a.Applied.Known()
	}, out)
}

// dedupe sorts records canonically and sets rows aside that another source
// already gave. Overlapping exports repeat whole rows: of equal rows, the
// source that holds most of them keeps all of its own (ties: the first by
// place), and the rest are duplicates. Equal rows within one source are two
// facts. Rows without identity are never duplicates.
func dedupe[T any](list []T, compare func(a, b *T) int, key func(*T) (record.Ref, bool), out *findings) []T {
	slices.SortFunc(list, func(a, b T) int {
		if c := compare(&a, &b); c != 0 {
			return c
		}
		ra, _ := key(&a)
		rb, _ := key(&b)
		return compareRef(ra, rb)
	})
	kept := list[:0]
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && compare(&list[i], &list[end]) == 0 {
			end++
		}
		best, identified := richest(list[i:end], key)
		keep := firstOf(list[i:end], best, key)
		for k := i; k < end; k++ {
			if ref, _ := key(&list[k]); identified && ref.Source != best {
				out.add(record.Reject{Ref: ref, Code: reject.DuplicateRow, Other: keep})
				continue
			}
			kept = append(kept, list[k])
		}
		i = end
	}
	return kept
}

// firstOf is the first row of a run that comes from a source.
func firstOf[T any](run []T, source uint16, key func(*T) (record.Ref, bool)) record.Ref {
	for i := range run {
		if ref, _ := key(&run[i]); ref.Source == source {
			return ref
		}
	}
	return record.Ref{}
}

// richest finds the source that holds most of a run of equal rows, the
// earliest among equals, and whether the rows have an identity at all.
func richest[T any](run []T, key func(*T) (record.Ref, bool)) (source uint16, identified bool) {
	most, count := 0, 0
	var last uint16
	for i := range run {
		ref, ok := key(&run[i])
		if !ok {
			return 0, false
		}
		if i == 0 || ref.Source != last {
			count, last = 0, ref.Source
		}
		if count++; count > most {
			most, source = count, ref.Source
		}
	}
	return source, true
}

func compareAnswers(a, b *record.Answer) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), strings.Compare(a.Service, b.Service),
		strings.Compare(a.Respondent, b.Respondent), slices.Compare(a.Scores[:], b.Scores[:]), cmp.Compare(a.Grain, b.Grain))
}

func compareComplaints(a, b *record.Complaint) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Closed, b.Closed),
		strings.Compare(a.Channel, b.Channel), strings.Compare(a.Topic, b.Topic), cmp.Compare(a.Response.Micros, b.Response.Micros))
}

func compareApplications(a, b *record.Application) int {
	return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Applied, b.Applied), strings.Compare(a.Number, b.Number),
		cmp.Compare(a.Ready, b.Ready), strings.Compare(a.Service, b.Service), cmp.Compare(a.Express, b.Express))
}

// Answers calls f for every respondent of a selection.
func (s *Survey) Answers(sel Selection, f func(*record.Answer)) {
	for i := range s.answers {
		a := &s.answers[i]
		if a.Office == sel.Office && s.services.selects(ByService, &sel, sel.Service, a.Service) && (!a.Day.Known() || within(a.Day, a.Grain, sel)) {
			f(a)
		}
	}
}

// Complaints calls f for every complaint received in a selection.
func (s *Survey) Complaints(sel Selection, f func(*record.Complaint)) {
	for i := range s.complaints {
		c := &s.complaints[i]
		if c.Office == sel.Office && c.Day >= sel.From && c.Day <= sel.To {
			f(c)
		}
	}
}

// Applications calls f for every application made in a selection.
func (s *Survey) Applications(sel Selection, f func(*record.Application)) {
	for i := range s.applications {
		a := &s.applications[i]
		if a.Office == sel.Office && a.Applied >= sel.From && a.Applied <= sel.To && (sel.Service == "" || a.Service == sel.Service) {
			f(a)
		}
	}
}

// HasComplaints reports whether any complaint file was read for an office: a
// period without complaints is then zero, not missing.
func (s *Survey) HasComplaints(office string) bool {
	return slices.ContainsFunc(s.complaints, func(c record.Complaint) bool { return c.Office == office })
}

// Services lists the surveyed services of a selection that stand on their own,
// sorted, and how many others there are.
func (s *Survey) Services(sel Selection) (list []string, rest int) {
	seen := map[string]bool{}
	s.Answers(sel, func(a *record.Answer) { seen[a.Service] = true })
	return s.services.split(sortedKeys(seen))
}
