package simulate

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/stat"
)

func clock(h, m int32) int32 { return h*3600 + m*60 }

// one plays a single day of a hall whose every chance is certain.
func one(t *testing.T, h Hall, quota, extra int) (*worker, int32) {
	t.Helper()
	hall, err := h.checked()
	if err != nil {
		t.Fatal(err)
	}
	w := &worker{h: hall, p: newProfile(hall.Bins)}
	w.make(rand.New(rand.NewPCG(1, 1)), 0, quota)
	return w, w.play(extra)
}

func waits(w *worker) []int32 {
	var out []int32
	for _, k := range w.tickets {
		out = append(out, k.wait)
	}
	return out
}

func TestOneDayByHand(t *testing.T) {
	// Two counters, ten minutes a ticket. 07:30 a and b start at once, c of 07:31
	// waits for a until 07:40, d of 07:35 for b, e (priority, 07:36) goes before d
	// at 07:40 with c: c waits behind e. So: e at 07:40 on one counter, c on the
	// other, d at 07:50.
	h := Hall{
		Lanes:  []Lane{{Service: []int32{600}}, {Service: []int32{600}, Priority: true}},
		Days:   [][]Arrival{{{clock(7, 30), 0}, {clock(7, 30), 0}, {clock(7, 31), 0}, {clock(7, 35), 0}, {clock(7, 36), 1}}},
		Roster: []Shift{{clock(7, 0), 2}},
		Close:  clock(7, 45),
	}
	w, finish := one(t, h, 0, 0)
	if got, want := waits(w), []int32{0, 0, 540, 900, 240}; !slices.Equal(got, want) {
		t.Errorf("waits %v, want %v", got, want)
	}
	if finish != clock(8, 0) {
		t.Errorf("finish %d", finish)
	}
	f := w.measure(finish, []int32{240, 539}, 0)
	if f.overtime != 900 || f.mean != 336 || f.median != 240 || f.over[0] != .4 || f.over[1] != .4 {
		t.Errorf("%+v", f)
	}
	if f.busy != 3000.0/7200 {
		t.Errorf("busy %v", f.busy)
	}
	// A third counter: c starts at once, d and e both wait until 07:40.
	w, finish = one(t, h, 0, 1)
	if got, want := waits(w), []int32{0, 0, 0, 300, 240}; !slices.Equal(got, want) || finish != clock(7, 50) {
		t.Errorf("three counters: %v, finish %d", got, finish)
	}
	// A quota of three: d and e get no ticket.
	if w, _ = one(t, h, 3, 0); !slices.Equal(waits(w), []int32{0, 0, 540}) {
		t.Errorf("quota 3: %v", waits(w))
	}
}

func TestRosterAndBreak(t *testing.T) {
	// The only counter opens at eight and closes for lunch from 08:15 to 09:00;
	// who is being served is served to the end.
	h := Hall{
		Lanes:  []Lane{{Service: []int32{1200}}},
		Days:   [][]Arrival{{{clock(7, 30), 0}, {clock(7, 40), 0}}},
		Roster: []Shift{{clock(8, 0), 1}, {clock(8, 15), 0}, {clock(9, 0), 1}},
	}
	w, finish := one(t, h, 0, 0)
	if got, want := waits(w), []int32{1800, 4800}; !slices.Equal(got, want) || finish != clock(9, 20) {
		t.Errorf("waits %v, want %v; finish %d", got, want, finish)
	}
	// One counter fewer leaves one, and the break stays a break.
	if v, f := one(t, h, 0, -3); !slices.Equal(waits(v), waits(w)) || f != finish {
		t.Error("a roster of one lost its last counter")
	}
}

func TestAbsenceAndReturn(t *testing.T) {
	h := Hall{
		Lanes:       []Lane{{Service: []int32{600}}, {Service: []int32{600}, Absent: 1}},
		Days:        [][]Arrival{{{100, 0}, {200, 1}, {300, 0}, {400, 0}}},
		Roster:      []Shift{{0, 1}},
		CallAbsent:  60,
		ReturnShare: 1, ReturnAfter: []int32{300},
	}
	// 100 first; 700 the absent one is called, 760 the third until 1360; back at
	// 1000 it goes before the fourth at 1360, which starts at 1960.
	w, finish := one(t, h, 0, 0)
	if got, want := waits(w), []int32{0, 500, 460, 1560}; !slices.Equal(got, want) || finish != 2560 {
		t.Errorf("waits %v, want %v; finish %d", got, want, finish)
	}
	h.ReturnShare = 0
	w, finish = one(t, h, 0, 0)
	f := w.measure(finish, nil, 0)
	if f.absent != 1 || f.served != 3 {
		t.Errorf("absent %v served %v", f.absent, f.served)
	}
}

func TestPriorityRun(t *testing.T) {
	day := []Arrival{{0, 0}}
	for range 4 {
		day = append(day, Arrival{1, 1})
	}
	day = append(day, Arrival{1, 0}, Arrival{1, 0})
	h := Hall{Lanes: []Lane{{Service: []int32{100}}, {Service: []int32{100}, Priority: true}}, Days: [][]Arrival{day}, Roster: []Shift{{0, 1}}}
	w, _ := one(t, h, 0, 0)
	if got, want := waits(w), []int32{0, 99, 199, 299, 399, 499, 599}; !slices.Equal(got, want) {
		t.Errorf("head of line: %v", got)
	}
	h.MaxPriorityRun = 2
	w, _ = one(t, h, 0, 0)
	if got, want := waits(w), []int32{0, 99, 199, 399, 499, 299, 599}; !slices.Equal(got, want) {
		t.Errorf("two in a row: %v, want %v", got, want)
	}
}

// TestAgainstRecursion compares with the recursion of Kiefer and Wolfowitz for
// one lane and a constant number of counters: the next ticket goes to the
// counter that is free first.
func TestAgainstRecursion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		c := rapid.IntRange(1, 5).Draw(t, "counters")
		day := make([]Arrival, n)
		for i := range day {
			day[i].At = int32(rapid.IntRange(0, 500).Draw(t, "at"))
		}
		slices.SortFunc(day, func(a, b Arrival) int { return int(a.At - b.At) })
		h := Hall{Lanes: []Lane{{Service: rapid.SliceOfN(rapid.Int32Range(0, 90), 1, 8).Draw(t, "service")}},
			Days: [][]Arrival{day}, Roster: []Shift{{0, c}}, Changeover: rapid.Int32Range(0, 9).Draw(t, "change")}
		hall, err := h.checked()
		if err != nil {
			t.Fatal(err)
		}
		w := &worker{h: hall, p: newProfile(hall.Bins)}
		w.make(rand.New(rand.NewPCG(7, rapid.Uint64().Draw(t, "seed"))), 0, 0)
		finish := w.play(0)
		free := make([]int32, c)
		var last int32
		for i, k := range w.tickets {
			first := slices.Index(free, slices.Min(free))
			start := max(k.at, free[first])
			if k.wait != start-k.at {
				t.Fatalf("ticket %d waits %d, want %d", i, k.wait, start-k.at)
			}
			free[first] = start + k.service + h.Changeover
			last = max(last, free[first])
		}
		if finish != last {
			t.Fatalf("finish %d, want %d", finish, last)
		}
	})
}

// TestNobodyIsLost: with priorities, absences, returns and breaks every ticket is
// called, and is served unless it was absent for good.
func TestNobodyIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var day []Arrival
		for range rapid.IntRange(1, 40).Draw(t, "n") {
			day = append(day, Arrival{int32(rapid.IntRange(0, 300).Draw(t, "at")), rapid.IntRange(0, 1).Draw(t, "lane")})
		}
		slices.SortFunc(day, func(a, b Arrival) int { return int(a.At - b.At) })
		h := Hall{
			Lanes: []Lane{{Service: []int32{10, 40}, Absent: .3}, {Service: []int32{20}, Priority: true, Absent: .2}},
			Days:  [][]Arrival{day}, Roster: []Shift{{0, 2}, {100, 0}, {200, 1}}, CallAbsent: 5,
			ReturnShare: .5, ReturnAfter: []int32{0, 50}, MaxPriorityRun: rapid.IntRange(0, 2).Draw(t, "run"),
		}
		hall, err := h.checked()
		if err != nil {
			t.Fatal(err)
		}
		w := &worker{h: hall, p: newProfile(hall.Bins)}
		w.make(rand.New(rand.NewPCG(3, rapid.Uint64().Draw(t, "seed"))), 0, len(day)+rapid.IntRange(0, 20).Draw(t, "more"))
		w.play(0)
		for i, k := range w.tickets {
			if !k.called || k.served != (!k.absent || k.returns) || k.wait < 0 {
				t.Fatalf("ticket %d: %+v", i, k)
			}
		}
	})
}

// office is a hall like the article's: 200 tickets from 07:30 to 10:00.
func office() Hall {
	rng := rand.New(rand.NewPCG(42, 0))
	h := Hall{
		Lanes: []Lane{
			{Service: []int32{240, 300, 360, 420, 480, 600, 900}, Absent: .06},
			{Service: []int32{300, 420, 540}, Priority: true, Absent: .02},
		},
		Roster: []Shift{{clock(7, 30), 4}, {clock(8, 0), 7}, {clock(12, 0), 4}, {clock(13, 0), 7}},
		Close:  clock(16, 0), CallAbsent: 45, ReturnShare: .4, ReturnAfter: []int32{300, 900, 1800}, Changeover: 15,
	}
	for range 60 {
		var day []Arrival
		for range 150 + rng.IntN(51) {
			lane := 0
			if rng.IntN(12) == 0 {
				lane = 1
			}
			u := rng.Float64()
			day = append(day, Arrival{clock(7, 30) + int32(u*u*9000), lane}) // a rush at opening
		}
		slices.SortFunc(day, func(a, b Arrival) int { return int(a.At - b.At) })
		h.Days = append(h.Days, day)
	}
	return h
}

func TestSameResultForAnyWorkers(t *testing.T) {
	h := office()
	var first []Outcome
	for _, workers := range []int{1, 2, 7} {
		r := Run{Reps: 50, Seed: 9, Workers: workers, Limits: []int32{3600}}
		got, err := r.Simulate(context.Background(), h, Grid(100, 240, 70, 1))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		} else if !reflect.DeepEqual(first, got) {
			t.Fatalf("%d workers change the result", workers)
		}
	}
}

func TestCancelAndProgress(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	calls, last := 0, 0
	r := Run{Reps: 40, Seed: 1, Workers: 2, Progress: func(done, total int) {
		if calls++; done <= last || total != 120 {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		if last = done; done >= 48 {
			cancel()
		}
	}}
	if _, err := r.Simulate(ctx, office(), Grid(100, 102, 1, 0)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if last >= 120 {
		t.Error("a cancelled run went on to its end")
	}
}

func TestReplayAndWhatIf(t *testing.T) {
	h := office()
	r := Run{Reps: 120, Seed: 5, Workers: 2, Limits: []int32{3600, 10800}}
	// What the office would really see: the same hall under another seed.
	truth := Run{Reps: 60, Seed: 77, Workers: 1, Limits: r.Limits}
	hall, _ := h.checked()
	var observed []int32
	_ = truth.each(context.Background(), hall, 1, 60, func(w *worker, _, rep int, rng *rand.Rand) figures {
		w.make(rng, rep, 0)
		return w.measure(w.play(0), truth.Limits, 0)
	}, func(_ int, _ []figures, waits [][]int32) { observed = slices.Concat(waits...) })
	out, fit, err := r.WhatIf(context.Background(), h, observed, Grid(100, 300, 20, 3))
	if err != nil {
		t.Fatal(err)
	}
	if fit.Distance > .06 || fit.AtP90 > .06 {
		t.Errorf("the hall does not fit itself: %+v", fit)
	}
	byCounters := map[int]Advised{}
	for _, c := range []int{-1, 0, 1} {
		a, err := Advice(out, c, 5400)
		if err != nil {
			t.Fatalf("%d counters: %v", c, err)
		}
		if a.Sure > a.Quota {
			t.Errorf("%d counters: sure of %d, more than %d", c, a.Sure, a.Quota)
		}
		byCounters[c] = a
	}
	t.Logf("advice %+v, fit %.3f and %.3f", byCounters, fit.Distance, fit.AtP90)
	if byCounters[-1].Quota >= byCounters[0].Quota || byCounters[0].Quota >= byCounters[1].Quota {
		t.Errorf("advice does not grow with counters: %+v", byCounters)
	}
	// A hall that has two counters more than it says is not this hall.
	wrong := h
	wrong.Roster = []Shift{{clock(7, 30), 9}}
	var unfit *Unfit
	if _, _, err := r.WhatIf(context.Background(), wrong, observed, nil); !errors.As(err, &unfit) || unfit.Fit.Good() {
		t.Errorf("a wrong roster is believed: %v", err)
	}
}

// TestMoreCountersNeverHurt: with common chances a day never gets longer waits on
// average by one counter more.
func TestMoreCountersNeverHurt(t *testing.T) {
	h := office()
	h.MaxPriorityRun, h.Lanes[0].Absent, h.Lanes[1].Absent = 0, 0, 0
	out, err := Run{Reps: 60, Seed: 3, Workers: 2}.Simulate(context.Background(), h, Grid(100, 300, 50, 3))
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range out {
		for _, p := range out[:i] {
			if o.Quota == p.Quota && o.Counters > p.Counters && o.PooledMean > p.PooledMean {
				t.Errorf("quota %d: %+d counters wait %.0f s, %+d wait %.0f s", o.Quota, o.Counters, o.PooledMean, p.Counters, p.PooledMean)
			}
			if o.Counters == p.Counters && o.Quota > p.Quota && o.Finish.Mean < p.Finish.Mean {
				t.Errorf("%+d counters: quota %d ends before %d", o.Counters, o.Quota, p.Quota)
			}
		}
	}
}

func TestAdviceRefuses(t *testing.T) {
	var r *stat.Refusal
	if _, err := Advice(nil, 0, 60); !errors.As(err, &r) || r.Reason != stat.Empty {
		t.Errorf("no outcomes: %v", err)
	}
	out := []Outcome{{Scenario: Scenario{100, 0}, Days: 1, PooledP90: 50}, {Scenario: Scenario{120, 0}, Days: 1, PooledP90: 70},
		{Scenario: Scenario{140, 0}, Days: 1, PooledP90: 55}}
	if a, err := Advice(out, 0, 60); err != nil || a.Quota != 100 || a.AtEdge {
		t.Errorf("a lucky larger quota decides: %+v %v", a, err)
	}
	if _, err := Advice(out, 0, 40); !errors.As(err, &r) || r.Reason != stat.NotReached {
		t.Errorf("nothing meets it: %v", err)
	}
}

func TestHallRefuses(t *testing.T) {
	good := office()
	for name, spoil := range map[string]func(*Hall){
		"no lanes":    func(h *Hall) { h.Lanes = nil },
		"no roster":   func(h *Hall) { h.Roster = nil },
		"shut at end": func(h *Hall) { h.Roster = []Shift{{0, 3}, {100, 0}} },
		"no services": func(h *Hall) { h.Lanes = []Lane{{}, {}} },
		"no arrivals": func(h *Hall) { h.Days = nil },
		"lane":        func(h *Hall) { h.Days = [][]Arrival{{{0, 5}}} },
		"order":       func(h *Hall) { h.Days = [][]Arrival{{{9, 0}, {3, 0}}} },
		"returns":     func(h *Hall) { h.ReturnAfter = nil },
		"bins":        func(h *Hall) { h.Bins = []Bin{{0, 300, 0, 0}} },
	} {
		h := good
		spoil(&h)
		var r *stat.Refusal
		if _, err := DefaultRun.Simulate(context.Background(), h, Grid(10, 10, 1, 0)); !errors.As(err, &r) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
