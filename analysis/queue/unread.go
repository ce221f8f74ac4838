package queue

import (
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// This file leaves out of an indicator the records whose attribute it needs and
// nobody can read: a priority of unknown words is neither yes nor no.

var (
	priorityAttribute = result.T("prioritas", "priority")
	orderAttribute    = result.T("prioritas atau panggil ulang", "priority or recall")
	expressAttribute  = result.T("percepatan", "express service")
	statusAttribute   = result.T("status", "status")
)

// unreadPriority reports a ticket of which it is not known whether it has
// priority, for its words are not understood and its class does not tell.
func (s *Slice) unreadPriority(v *facts.Visit, l facts.Lane) bool {
	return v.Priority == record.Unread && (len(s.set.PriorityClasses) == 0 || l.Class == "")
}

// silent reports a ticket of a program that has no say about priority: its
// export has no such column, and no class of its tickets tells.
func (s *Slice) silent(v *facts.Visit, l facts.Lane) bool {
	return v.Priority == record.Unknown && (len(s.set.PriorityClasses) == 0 || l.Class == "") && !s.facts.Queue.SaysPriority(v)
}

// unread counts what the attributes of a ticket leave unknown.
func (s *Slice) unread(v *facts.Visit, l facts.Lane) {
	p := s.unreadPriority(v, l)
	if p {
		s.noPriority++
	}
	if p || v.Recalled == record.Unread {
		s.noOrder++
	}
	if s.silent(v, l) {
		s.unasked++
	}
	if v.Status == record.StatusUnread {
		s.noStatus++
	}
}

// unreadExpress counts the applications whose service is not known, and all.
func (s *Slice) unreadExpress() (n, all int64) {
	s.facts.Survey.Applications(s.sel, func(a *record.Application) {
		all++
		if a.Express == record.Unread {
			n++
		}
	})
	return n, all
}

// leavingUnread wraps the indicators that need an attribute.
func leavingUnread(specs []indicator.Spec[*Slice]) []indicator.Spec[*Slice] {
	tickets := func(attribute result.Text, n func(*Slice) int64) func(*Slice, result.Value) result.Value {
		return func(s *Slice, v result.Value) result.Value {
			return indicator.LeaveUnread(v, attribute, n(s), s.tickets, result.Tickets)
		}
	}
	priority := tickets(priorityAttribute, func(s *Slice) int64 { return s.noPriority })
	order := tickets(orderAttribute, func(s *Slice) int64 { return s.noOrder })
	express := func(s *Slice, v result.Value) result.Value {
		n, all := s.unreadExpress()
		return indicator.LeaveUnread(v, expressAttribute, n, all, result.Applicants)
	}
	needs := map[string]func(*Slice, result.Value) result.Value{
		"ANT-09": tickets(statusAttribute, func(s *Slice) int64 { return s.noStatus }),
		"ANT-15": priority, "ANT-25": priority, "ANT-26": priority,
		"ANT-12": order, "ANT-23": order, "ANT-24": order,
		"PAS-01": express, "PAS-02": express,
	}
	for i := range specs {
		if leave, ok := needs[specs[i].ID]; ok {
			compute := specs[i].Compute
			specs[i].Compute = func(s *Slice) result.Value { return leave(s, compute(s)) }
		}
	}
	return specs
}
