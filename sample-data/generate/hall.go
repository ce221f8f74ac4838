package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// ticket is one simulated visit, times in seconds since midnight.
type ticket struct {
	number, service, class        string
	taken, called, started, ended int
	counter                       int
	status                        string
	recalled                      bool
	day                           time.Time
}

// hall is how one office worked in one stretch of time.
type hall struct {
	counters int
	perDay   float64
	from, to int // arrivals, seconds since midnight
	rush     float64
	limit    int // daily quota; 0 = none
	service  float64
}

const hourSec = 3600

// services with their share and their mean service time relative to the hall's.
var services = []struct {
	name  string
	share float64
	slow  float64
}{{"Paspor Baru", .52, 1}, {"Penggantian Paspor", .27, .9}, {"Paspor Anak", .12, 1.15}, {"Izin Tinggal", .06, 1.4}, {"BAP Paspor Hilang/Rusak", .03, 1.9}}

// classes of tickets: A walk-in, B online, C priority, D customer service, E BAP.
func classOf(r *rand.Rand, service string) string {
	switch u := r.Float64(); {
	case service == "BAP Paspor Hilang/Rusak":
		return "E"
	case service == "Izin Tinggal":
		return "D"
	case u < .12:
		return "C"
	case u < .34:
		return "B"
	}
	return "A"
}

// day simulates one day: people arrive, take tickets while there are any, and
// are served in order within their lane by the counters, priority first.
func (h *hall) day(r *rand.Rand, d time.Time) []ticket {
	n := int(math.Round(h.perDay * (1 + .18*r.NormFloat64()) * weekday(d)))
	arrivals := make([]int, 0, n)
	for range max(n, 8) {
		u := math.Pow(r.Float64(), h.rush)
		arrivals = append(arrivals, h.from+int(u*float64(h.to-h.from)))
	}
	slices.Sort(arrivals)
	if h.limit > 0 && len(arrivals) > h.limit {
		arrivals = arrivals[:h.limit]
	}
	serial := map[string]int{}
	var all []ticket
	for _, a := range arrivals {
		s := pick(r)
		c := classOf(r, services[s].name)
		serial[c]++
		all = append(all, ticket{number: fmt.Sprintf("%s%03d", c, serial[c]), service: services[s].name, class: c, taken: a, day: d})
	}
	h.serve(r, all)
	return all
}

func weekday(d time.Time) float64 {
	switch d.Weekday() {
	case time.Monday:
		return 1.18
	case time.Friday:
		return .82
	}
	return 1
}

func pick(r *rand.Rand) int {
	u := r.Float64()
	for i, s := range services {
		if u -= s.share; u < 0 {
			return i
		}
	}
	return 0
}

// serve calls tickets: priority first, else in order; seldom somebody is taken
// before their turn.
func (h *hall) serve(r *rand.Rand, all []ticket) {
	free := make([]int, h.counters)
	for i := range free {
		free[i] = 8*hourSec - 20*60 + r.IntN(600)
	}
	waiting := []int{}
	next := 0
	for next < len(all) || len(waiting) > 0 {
		c := 0
		for i := range free {
			if free[i] < free[c] {
				c = i
			}
		}
		now := free[c]
		for next < len(all) && (all[next].taken <= now || len(waiting) == 0) {
			if all[next].taken > now {
				now = all[next].taken
			}
			waiting = append(waiting, next)
			next++
		}
		k := h.choose(r, all, waiting)
		i := waiting[k]
		waiting = slices.Delete(waiting, k, k+1)
		free[c] = h.attend(r, &all[i], c, now)
	}
}

func (h *hall) choose(r *rand.Rand, all []ticket, waiting []int) int {
	for k, i := range waiting {
		if all[i].class == "C" {
			return k
		}
	}
	if len(waiting) > 3 && r.Float64() < .012 {
		return 1 + r.IntN(3)
	}
	return 0
}

// attend serves one ticket from the moment it is called, and returns when the
// counter is free again.
func (h *hall) attend(r *rand.Rand, t *ticket, counter, now int) int {
	t.called = max(now, t.taken) + 3 + r.IntN(20)
	t.counter = counter + 1
	if r.Float64() < .035 {
		t.status = "Tidak Hadir"
		return t.called + 60
	}
	if r.Float64() < .01 {
		t.recalled = true
		t.called += 300 + r.IntN(600)
	}
	slow := 1.0
	for _, s := range services {
		if s.name == t.service {
			slow = s.slow
		}
	}
	t.started = t.called + 10 + r.IntN(50)
	mean := h.service * slow
	t.ended = t.started + int(mean*math.Exp(.45*r.NormFloat64()-.1))
	t.status = "Selesai"
	return t.ended + 15
}
