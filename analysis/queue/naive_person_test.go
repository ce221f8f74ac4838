package queue

import (
	"cmp"
	"math/big"
	"slices"

	"rapor/ingest/record"
)

// person is a ticket, or a row of one, as the oracle sees it: seconds since
// midnight, -1 where not known.
type person struct {
	day                           record.Day
	taken, called, started, ended int64
	busy                          int64 // service time, -1 where it cannot be told
	status                        record.Status
	service, class, counter       string
	priority, told, recalled      bool
}

func sec(c record.Clock) int64 {
	if c == 0 {
		return -1
	}
	return int64(c) - 1
}

// fuller reports whether a says more of a ticket than b.
func fuller(a, b record.Ticket) bool {
	known := func(t record.Ticket) (n int) {
		for _, c := range []record.Clock{t.Called, t.Started, t.Ended} {
			if c != 0 {
				n++
			}
		}
		return n
	}
	done := func(t record.Ticket) bool {
		return t.Status != record.StatusUnknown && t.Status != record.StatusWaiting
	}
	return known(a) > known(b) || known(a) == known(b) && done(a) && !done(b)
}

// rows are the rows of the selection, each ticket once however many files hold
// it: the fuller entry, of equal ones the first.
func (h *hall) rows() []record.Ticket {
	if h.once != nil {
		return h.once
	}
	out, all := []record.Ticket{}, slices.Clone(h.tickets)
	for i := range all {
		a := &all[i]
		a.Service, a.Class, a.Counter = folded(a.Service), folded(a.Class), folded(a.Counter)
	}
	for _, a := range all {
		again := slices.ContainsFunc(all, func(b record.Ticket) bool {
			if a.Number == "" || a.Day == 0 || a.Number != b.Number || a.Office != b.Office || a.Day != b.Day || a.Taken != b.Taken ||
				a.Stage != b.Stage || a.Service != b.Service || a.Class != b.Class || a.Ref.Source == b.Ref.Source {
				return false
			}
			if a.Called == b.Called && a.Started == b.Started && a.Ended == b.Ended && a.Status == b.Status {
				return b.Ref.Source < a.Ref.Source
			}
			return fuller(b, a)
		})
		if !again && a.Office == h.sel.Office && a.Day >= h.sel.From && a.Day <= h.sel.To {
			out = append(out, a)
		}
	}
	h.once = out
	return out
}

// of is a single row as a person.
func (h *hall) of(t record.Ticket) person {
	p := person{day: t.Day, taken: sec(t.Taken), called: sec(t.Called), started: sec(t.Started), ended: sec(t.Ended), busy: -1,
		status: t.Status, service: t.Service, class: t.Class, counter: t.Counter, priority: t.Priority == record.Yes, told: t.Priority != record.Unknown, recalled: t.Recalled == record.Yes}
	begun := p.started
	if begun < 0 {
		begun = p.called
	}
	if begun >= 0 && p.ended >= begun {
		p.busy = p.ended - begun
	}
	for _, c := range h.set.PriorityClasses {
		p.priority = p.priority || folded(c) == p.class
		p.told = p.told || p.class != ""
	}
	return p
}

// people are the tickets of the selection: rows of stages of one number and
// day are one, from the first take and call to the end of the last stage.
func (h *hall) people() []person {
	return slices.DeleteFunc(h.everybody(), func(p person) bool { return h.service != "" && p.service != h.service })
}

func (h *hall) everybody() []person {
	seen := func(t record.Ticket) int64 {
		for _, c := range []record.Clock{t.Called, t.Started, t.Taken, t.Ended} {
			if c != 0 {
				return sec(c)
			}
		}
		return -1
	}
	var out []person
	type key struct {
		day    record.Day
		number string
	}
	joined := map[key][]record.Ticket{}
	for _, t := range h.rows() {
		if t.Stage == "" || t.Number == "" || t.Day == 0 {
			out = append(out, h.of(t))
			continue
		}
		joined[key{t.Day, t.Number}] = append(joined[key{t.Day, t.Number}], t)
	}
	for _, stages := range joined {
		slices.SortFunc(stages, func(a, b record.Ticket) int { return cmp.Compare(seen(a), seen(b)) })
		p := h.of(stages[0])
		last := h.of(stages[len(stages)-1])
		p.ended, p.status = last.ended, last.status
		p.busy = 0
		for _, t := range stages {
			s := h.of(t)
			if s.taken >= 0 && (p.taken < 0 || s.taken < p.taken) {
				p.taken = s.taken
			}
			p.priority, p.told, p.recalled = p.priority || t.Priority == record.Yes, p.told || s.told, p.recalled || s.recalled
			if s.busy < 0 || p.busy < 0 {
				p.busy = -1
			} else {
				p.busy += s.busy
			}
		}
		out = append(out, p)
	}
	return out
}

// there reports a person who was neither absent nor cancelled and whose
// service is over.
func (p person) there() bool {
	return p.status == record.StatusServed || p.status == record.StatusUnknown
}

// waited is from the ticket to the first call, else to the start of service.
func (p person) waited() (int64, bool) {
	end := p.called
	if end < 0 {
		end = p.started
	}
	return end - p.taken, p.there() && p.taken >= 0 && end >= p.taken
}

// waits are the single waits of those whom a condition holds for.
func (h *hall) waits(of func(person) bool) []int64 {
	var out []int64
	for _, p := range h.people() {
		if w, ok := p.waited(); ok && of(p) {
			out = append(out, w)
		}
	}
	return out
}

func anybody(person) bool { return true }

// pooled are the intervals of the selection, each once: those of the second
// file repeat some of the first.
func (h *hall) pooled() []record.QueueInterval {
	var out []record.QueueInterval
	for _, i := range h.intervals {
		last := i.Day
		if i.Grain == record.GrainMonth {
			last = record.DayOf(2016, 3, 31) // the only month that is drawn
		}
		if i.Office == h.sel.Office && i.Ref.Source == 2 && (h.service == "" || folded(i.Service) == h.service) && i.Day >= h.sel.From && last <= h.sel.To {
			out = append(out, i)
		}
	}
	return out
}

// interpolated is the quantile of type 7: the place (n-1)p among the sorted
// values, between neighbours in proportion.
func interpolated(x []int64, num, den int64) *big.Rat {
	if len(x) == 0 {
		return nil
	}
	s := slices.Sorted(slices.Values(x))
	place := big.NewRat(int64(len(s)-1)*num, den)
	i := new(big.Int).Quo(place.Num(), place.Denom()).Int64()
	v := big.NewRat(s[i], 1)
	if !place.IsInt() {
		part := new(big.Rat).Sub(place, big.NewRat(i, 1))
		v.Add(v, part.Mul(part, big.NewRat(s[i+1]-s[i], 1)))
	}
	return v
}
