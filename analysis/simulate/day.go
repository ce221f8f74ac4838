package simulate

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// ticket is one visitor of a simulated day. All its chances are drawn when it is
// made, in order of its number, so that ticket k is the same person under every
// quota and roster (common random numbers): differences between scenarios are
// not noise.
type ticket struct {
	at, service int32
	number      int32 // as made; breaks ties of at
	back        int32 // seconds until an absent visitor returns
	priority    bool
	absent      bool // not there when first called
	returns     bool
	called      bool
	wait        int32 // to the first call
	served      bool
}

// worker is the working memory of one goroutine.
type worker struct {
	h        *Hall
	p        profile
	roster   []Shift
	tickets  []ticket
	first    fifo // priority tickets waiting
	returned fifo // came back after an absence
	ordinary fifo
	busy     []int32 // times at which counters become free, ascending
	away     []away  // absent visitors on their way back, ascending
	run      int     // priority tickets called in a row
	worked   int64   // counter-seconds of service
	waits    []int32
}

type away struct {
	at     int32
	ticket int32
}

// fifo is a queue of ticket numbers.
type fifo struct {
	items []int32
	head  int
}

func (q *fifo) push(i int32) { q.items = append(q.items, i) }
func (q *fifo) empty() bool  { return q.head == len(q.items) }
func (q *fifo) pop() int32   { q.head++; return q.items[q.head-1] }
func (q *fifo) reset()       { q.items, q.head = q.items[:0], 0 }

// make fills the tickets of a day and sets its roster: the tickets of an
// observed day (the earliest when the quota is smaller), the rest from the
// profile. Day -1 comes from the profile alone.
func (w *worker) make(rng *rand.Rand, index, quota int) {
	var day []Arrival
	if index >= 0 {
		day = w.h.Days[index]
	}
	w.roster = w.h.rosterOf(index)
	if quota == 0 {
		quota = len(day)
	}
	w.tickets = w.tickets[:0]
	for k := range quota {
		a := Arrival{}
		if k < len(day) {
			a = day[k]
		} else {
			a = w.p.draw(rng)
		}
		lane := &w.h.Lanes[a.Lane]
		t := ticket{at: a.At, number: int32(k), priority: lane.Priority, service: lane.Service[rng.IntN(len(lane.Service))]}
		if lane.Absent > 0 {
			t.absent = rng.Float64() < lane.Absent
			if w.h.ReturnShare > 0 {
				t.returns = rng.Float64() < w.h.ReturnShare
				t.back = w.h.ReturnAfter[rng.IntN(len(w.h.ReturnAfter))]
			}
		}
		w.tickets = append(w.tickets, t)
	}
	slices.SortFunc(w.tickets, func(a, b ticket) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.number, b.number)) })
}

const never = math.MaxInt32

// play serves the tickets and returns the time the last counter became free.
func (w *worker) play(extra int) (finish int32) {
	w.first.reset()
	w.returned.reset()
	w.ordinary.reset()
	w.busy, w.away, w.run, w.worked = w.busy[:0], w.away[:0], 0, 0
	next, shift, open := 0, 0, 0
	for {
		t := w.nextTime(next, shift)
		if t == never {
			return finish
		}
		for len(w.busy) > 0 && w.busy[0] <= t {
			finish = w.busy[0]
			w.busy = w.busy[:copy(w.busy, w.busy[1:])]
		}
		for shift < len(w.roster) && w.roster[shift].From <= t {
			if open = w.roster[shift].Counters; open > 0 {
				open = max(1, open+extra)
			}
			shift++
		}
		for len(w.away) > 0 && w.away[0].at <= t {
			w.returned.push(w.away[0].ticket)
			w.away = w.away[:copy(w.away, w.away[1:])]
		}
		for ; next < len(w.tickets) && w.tickets[next].at <= t; next++ {
			if w.tickets[next].priority {
				w.first.push(int32(next))
			} else {
				w.ordinary.push(int32(next))
			}
		}
		for len(w.busy) < open && w.anyone() {
			w.call(w.choose(), t)
		}
	}
}

func (w *worker) anyone() bool {
	return !w.first.empty() || !w.returned.empty() || !w.ordinary.empty()
}

// nextTime is the time of the next event; never when the day is over.
func (w *worker) nextTime(next, shift int) int32 {
	t := int32(never)
	if next < len(w.tickets) {
		t = w.tickets[next].at
	}
	if len(w.busy) > 0 {
		t = min(t, w.busy[0])
	}
	if len(w.away) > 0 {
		t = min(t, w.away[0].at)
	}
	if shift < len(w.roster) && (t != never || w.anyone()) {
		t = min(t, w.roster[shift].From)
	}
	return t
}

// choose takes the next ticket by the discipline of Hall.MaxPriorityRun.
func (w *worker) choose() int32 {
	others := !w.returned.empty() || !w.ordinary.empty()
	if !w.first.empty() && (w.h.MaxPriorityRun == 0 || w.run < w.h.MaxPriorityRun || !others) {
		w.run++
		return w.first.pop()
	}
	w.run = 0
	if !w.returned.empty() {
		return w.returned.pop()
	}
	return w.ordinary.pop()
}

// call calls a ticket to a free counter at time t.
func (w *worker) call(i, t int32) {
	k := &w.tickets[i]
	if !k.called {
		k.called, k.wait = true, t-k.at
		if k.absent {
			if k.returns {
				w.away = insert(w.away, away{t + k.back, i}, func(a, b away) bool { return a.at <= b.at })
			}
			if w.h.CallAbsent > 0 {
				w.occupy(t + w.h.CallAbsent)
			}
			return
		}
	}
	k.served = true
	w.worked += int64(k.service)
	w.occupy(t + k.service + w.h.Changeover)
}

func (w *worker) occupy(until int32) {
	w.busy = insert(w.busy, until, func(a, b int32) bool { return a <= b })
}

// insert keeps a short ascending list in order; a new item goes after its equals.
func insert[T any](list []T, item T, upTo func(a, b T) bool) []T {
	i := len(list)
	for i > 0 && !upTo(list[i-1], item) {
		i--
	}
	return slices.Insert(list, i, item)
}
