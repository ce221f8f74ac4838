package facts

import (
	"slices"

	"rapor/ingest/record"
)

// Survey is all facts of surveys, complaints and applications. Respondents
// are kept one by one (nine small numbers), because intervals need them.
type Survey struct {
	answers      []record.Answer
	counts       []record.AnswerCount
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

// Answers calls f for every respondent of a selection.
func (s *Survey) Answers(sel Selection, f func(*record.Answer)) {
	for i := range s.answers {
		a := &s.answers[i]
		if a.Office == sel.Office && s.services.selects(ByService, &sel, sel.Service, a.Service) && within(a.Day, a.Grain, sel) {
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
