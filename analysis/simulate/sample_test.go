package simulate

import (
	"context"
	"errors"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/stat"
)

// sampleMonth reads a month of the synthetic office: lanes are service x priority.
func sampleMonth(t *testing.T, path string) (Hall, []int32) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clock := func(s string) int32 {
		p := strings.Split(s, ".")
		if len(p) != 3 {
			return -1
		}
		h, _ := strconv.Atoi(p[0])
		m, _ := strconv.Atoi(p[1])
		sec, _ := strconv.Atoi(p[2])
		return int32(h*3600 + m*60 + sec)
	}
	lane := map[string]int{}
	var lanes []Lane
	byDay := map[string][]Visit{}
	for _, line := range strings.Split(string(b), "\n")[1:] {
		c := strings.Split(line, ";")
		if len(c) < 11 {
			continue
		}
		key := c[2] + c[3]
		if _, ok := lane[key]; !ok {
			lane[key] = len(lanes)
			lanes = append(lanes, Lane{Priority: c[3] == "C"})
		}
		counter, _ := strconv.Atoi(c[8])
		byDay[c[0]] = append(byDay[c[0]], Visit{lane[key], counter, clock(c[4]), clock(c[5]), clock(c[7])})
	}
	var days [][]Visit
	dates := make([]string, 0, len(byDay))
	for d := range byDay {
		dates = append(dates, d)
	}
	slices.Sort(dates)
	for _, d := range dates {
		days = append(days, byDay[d])
	}
	h, waits := Observe(lanes, days)
	h.Close = 16 * 3600
	return h, waits
}

// TestReplaySampleOffice: months of the synthetic office, made by a program that
// knows nothing of this one, are replayed within the threshold.
func TestReplaySampleOffice(t *testing.T) {
	for _, month := range []string{"2016/antrean_mei_2016.csv", "2016/antrean_november_2016.csv", "2015/antrean_mei_2015.csv"} {
		h, waits := sampleMonth(t, "../../sample-data/antrean/"+month)
		r := DefaultRun
		r.Reps = 120
		f, err := r.Replay(context.Background(), h, waits)
		if err != nil {
			t.Fatal(month, err)
		}
		t.Logf("%s: %d days, observed mean %.0f s, replayed %.0f s; distance %.3f, at P90 %.3f; changeover %d s, absent %d s", month, f.Days,
			f.ObservedMean, f.ReplayedMean, f.Distance, f.AtP90, h.Changeover, h.CallAbsent)
		if !f.Good() {
			t.Errorf("%s does not fit: %+v", month, f)
		}
		short := h
		short.Daily, short.Roster = nil, []Shift{{7*3600 + 1800, 3}}
		if f, _ := r.Replay(context.Background(), short, waits); f.Good() {
			t.Errorf("%s fits three counters too", month)
		}
	}
}

func TestObserveByHand(t *testing.T) {
	day := []Visit{
		{0, 1, 0, 100, 400}, {0, 1, 50, 430, 700}, {1, 2, 60, 110, -1}, {0, 2, 70, 160, 500},
		{0, 1, 80, 3000, 3100}, // counter 1 paused while this one waited
		{0, 3, 950, 960, 9000}, // counter 3 stood idle
		{1, 2, 400, -1, -1},    // never called
	}
	h, waits := Observe([]Lane{{}, {Priority: true}}, [][]Visit{day, {}})
	if !slices.Equal(waits, []int32{100, 380, 90, 2920, 10}) {
		t.Errorf("waits %v", waits)
	}
	if h.Changeover != 30 || h.CallAbsent != 50 || h.Lanes[1].Absent != 1 || !h.Lanes[1].Priority || h.Lanes[0].Absent != 0 {
		t.Errorf("%+v", h)
	}
	if !slices.Equal(h.Lanes[0].Service, []int32{100, 270, 300, 340, 8040}) || len(h.Days) != 1 || len(h.Days[0]) != 7 || h.Days[0][6].At != 950 {
		t.Errorf("%+v", h)
	}
	// 100: all three, for 2 and 3 stood idle until their first visitor; 500 and 700: 2 and 1 close; 3000: 1 opens
	// again, closes at 3100; 3 is open to the end.
	want := []Shift{{100, 3}, {500, 2}, {700, 1}, {3000, 2}, {3100, 1}}
	if !slices.Equal(h.Daily[0], want) {
		t.Errorf("roster %v, want %v", h.Daily[0], want)
	}
}

func TestRosters(t *testing.T) {
	// The counter that stops half an hour before the last stays open in the model.
	r := RosterOf([]Session{{0, 9000}, {0, 7200}, {100, 3000}})
	if !slices.Equal(r, []Shift{{0, 2}, {100, 3}, {3000, 2}}) {
		t.Errorf("%v", r)
	}
	if RosterOf(nil) != nil {
		t.Error("no sessions, but a roster")
	}
	m := MedianRoster([][]Shift{{{0, 2}, {1800, 4}}, {{0, 3}, {3600, 1}}, {{0, 2}, {1800, 5}}}, 1800)
	if !slices.Equal(m, []Shift{{0, 2}, {1800, 4}}) {
		t.Errorf("median roster %v", m)
	}
}

// TestObserveTakesAnything: odd records (calls before tickets, ends before calls,
// one counter in two places) give a hall that can be played, or a refusal.
func TestObserveTakesAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		time := rapid.Int32Range(-1, 5000)
		days := make([][]Visit, rapid.IntRange(0, 4).Draw(t, "days"))
		for d := range days {
			for range rapid.IntRange(0, 30).Draw(t, "visits") {
				days[d] = append(days[d], Visit{rapid.IntRange(0, 2).Draw(t, "lane"), rapid.IntRange(0, 3).Draw(t, "counter"),
					time.Draw(t, "taken"), time.Draw(t, "called"), time.Draw(t, "ended")})
			}
		}
		h, waits := Observe(make([]Lane, 3), days)
		f, err := Run{Reps: 4, Workers: 1}.Replay(context.Background(), h, waits)
		var r *stat.Refusal
		if err != nil && !errors.As(err, &r) {
			t.Fatal(err)
		}
		if err == nil && (len(f.Replayed) != 19 || math.IsNaN(f.Distance)) {
			t.Fatalf("%+v", f)
		}
	})
}
