package stat

import (
	"math"
	"math/rand/v2"
	"testing"
)

// monthly is an event on the 5th of each of 12 months of 30 days, and n events
// of each of some days more.
func monthly(n int, days ...int32) []int32 {
	var out []int32
	for m := range int32(12) {
		out = append(out, 5+30*m)
	}
	for _, d := range days {
		for range n {
			out = append(out, d)
		}
	}
	return out
}

// TestOneRaidIsOneEvent: one event a month in both years and forty of one day
// in the second cannot be told from chance, nor four hundred; of as many days
// they can.
func TestOneRaidIsOneEvent(t *testing.T) {
	p := func(now []int32) float64 {
		then := monthly(0)
		d := Dispersion(DailyOf(now, 1, 365), DailyOf(then, 1, 365))
		return RatesSpread(int64(len(now)), int64(len(then)), 1, 1, d, .95).P
	}
	for _, n := range []int{40, 400, 4000} {
		if got := p(monthly(n, 100)); got < .2 {
			t.Errorf("a raid of %d: p = %v", n, got)
		}
	}
	if got := p(monthly(20, 100, 101)); got < .05 {
		t.Errorf("a raid over two days: p = %v", got)
	}
	var many []int32
	for d := range int32(40) {
		many = append(many, 9*d+1)
	}
	if got := p(monthly(1, many...)); got > .001 {
		t.Errorf("forty days with one event: p = %v", got)
	}
	if got := p(monthly(4, many...)); got > .001 {
		t.Errorf("forty days with four events: p = %v", got)
	}
}

// TestDispersionOfIndependentEvents: events thrown on days one by one, also on
// working days alone and many a day, are rarely called clustered, and never far.
func TestDispersionOfIndependentEvents(t *testing.T) {
	for _, n := range []int{6, 60, 600, 6000} {
		clustered := 0
		for seed := range uint64(200) {
			r := rand.New(rand.NewPCG(seed, uint64(n)))
			var days []int32
			for len(days) < n {
				if d := int32(r.IntN(364)); d%7 < 5 {
					days = append(days, d)
				}
			}
			if d := Dispersion(DailyOf(days, 0, 363)); d > 1 {
				clustered++
				if d > 2 {
					t.Errorf("%d events, seed %d: %v", n, seed, d)
				}
			}
		}
		if clustered > 20 {
			t.Errorf("%d events: clustered in %d of 200", n, clustered)
		}
	}
}

// TestRatesSpreadJoinsTheExactTest: at a dispersion just above 1 the interval is
// that of the exact test, and the more dispersion, the wider it is.
func TestRatesSpreadJoinsTheExactTest(t *testing.T) {
	exact, near := RatesOver(12, 5, 1, 2, .95), RatesSpread(12, 5, 1, 2, 1+1e-9, .95)
	if math.Abs(exact.Lo-near.Lo) > 1e-6 || math.Abs(exact.Hi-near.Hi) > 1e-5 || exact.Ratio != near.Ratio {
		t.Errorf("%+v, exact %+v", near, exact)
	}
	last := near
	for _, d := range []float64{1.5, 3, 10, 40, 400} {
		r := RatesSpread(12, 5, 1, 2, d, .95)
		if r.Lo > last.Lo || r.Hi < last.Hi || r.P < last.P-1e-9 || r.Ratio != exact.Ratio {
			t.Errorf("dispersion %v: %+v after %+v", d, r, last)
		}
		last = r
	}
	if r := RatesSpread(40, 0, 1, 1, 40, .95); !r.Open || r.P < .9 || r.Lo > 1 {
		t.Errorf("forty of one day against none: %+v", r)
	}
	if r := RatesSpread(0, 40, 1, 1, 40, .95); r.Open || r.Lo != 0 || r.P < .9 {
		t.Errorf("none against forty of one day: %+v", r)
	}
}
