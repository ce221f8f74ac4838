package stat

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// Coverage: how often a 95 % interval holds the truth, by simulation with fixed
// seeds or, for shares and counts, by summing over all outcomes. Nominal methods
// must lie within 93 to 97 %; exact ones may not lie below 95 %.

func covers(t *testing.T, what string, hits, n int, lo, hi float64) {
	t.Helper()
	c := float64(hits) / float64(n)
	t.Logf("%-42s %.4f of %d", what, c, n)
	if c < lo || c > hi {
		t.Errorf("%s covers %.4f, want %.3f to %.3f", what, c, lo, hi)
	}
}

// population is the mixture that clustered draws from: waits in seconds with a
// day effect as large as a third of the spread within days.
const (
	popMean           = 2700.0
	dayEffect, within = 300.0, 600.0
)

var popSD = math.Hypot(dayEffect, within)

// clustered is a period of days of 20 to 60 people whose waits share their day.
func clustered(rng *rand.Rand, days int, shift float64) *Cluster {
	all := make([][]int32, days)
	for d := range all {
		level := popMean + shift + dayEffect*rng.NormFloat64()
		for range 20 + rng.IntN(41) {
			all[d] = append(all[d], int32(math.Round(level+within*rng.NormFloat64())))
		}
		slices.Sort(all[d])
	}
	return NewCluster(all)
}

func TestCoverageBootstrap(t *testing.T) {
	t.Parallel()
	z := distuv.UnitNormal
	truth := []float64{popMean, popMean + z.Quantile(.9)*popSD, popMean, z.CDF((3600.5 - popMean) / popSD)}
	measures := []Measure{MedianOf(), QuantileOf(9, 10), MeanOf(), ShareWithin(3600)}
	for _, days := range []int{10, 12, 20, 60} {
		const sims = 2000
		var hit, plain, naive [4]int
		for s := range sims {
			rng := rand.New(rand.NewPCG(uint64(days), uint64(s)))
			c := clustered(rng, days, 0)
			b := Boot{Reps: 299, Level: .95, Seed: uint64(s), Workers: 1}
			columns := b.replicate(len(measures), []*Cluster{c}, func(w [][]int32, to []float64) {
				for k, m := range measures {
					to[k] = c.of(m, w[0])
				}
			})
			got := b.intervals(columns, measures, days, func(k int) float64 { return truth[k] })
			b.Plain = true
			raw := b.intervals(columns, measures, days, func(k int) float64 { return truth[k] })
			for k := range truth {
				if !got[k].Excludes(truth[k]) {
					hit[k]++
				}
				if !raw[k].Excludes(truth[k]) {
					plain[k]++
				}
			}
			if iv, _ := QuantileInterval(c.value, 1, 2, .95); !iv.Excludes(popMean) {
				naive[0]++
			}
		}
		for k, name := range []string{"median", "P90", "mean", "share"} {
			covers(t, fmt.Sprintf("bootstrap of %d days, %s", days, name), hit[k], sims, .93, .97)
			t.Logf("    without expansion %.4f", float64(plain[k])/sims)
		}
		t.Logf("    order statistics of applicants, median: %.4f", float64(naive[0])/sims)
		if naive[0] > sims*85/100 {
			t.Error("resampling applicants is not that bad after all: the reason given for days is wrong")
		}
	}
}

func TestCoverageDifference(t *testing.T) {
	t.Parallel()
	const sims = 800
	var hit, did int
	for s := range sims {
		rng := rand.New(rand.NewPCG(71, uint64(s)))
		a, c := clustered(rng, 25, 0), clustered(rng, 18, -900)
		d, e := clustered(rng, 20, 100), clustered(rng, 20, 50)
		b := Boot{Reps: 299, Level: .95, Seed: uint64(s), Workers: 1}
		if got, _ := b.Difference(a, c, MedianOf()); !got[0].Excludes(-900) {
			hit++
		}
		if got, _ := b.DiD(a, c, d, e, MedianOf()); !got[0].Excludes(-850) {
			did++
		}
	}
	covers(t, "bootstrap difference of medians, 25+18 days", hit, sims, .93, .97)
	covers(t, "bootstrap difference in differences", did, sims, .93, .97)
}

func TestCoverageRanks(t *testing.T) {
	t.Parallel()
	const sims = 150
	hits, n := 0, 0
	for s := range sims {
		rng := rand.New(rand.NewPCG(5, uint64(s)))
		var offices []*Cluster
		for k := range 6 {
			offices = append(offices, clustered(rng, 30, float64(k)*150))
		}
		r, err := Boot{Reps: 299, Level: .95, Seed: uint64(s), Workers: 1}.Ranks(offices, MeanOf(), Down, 3)
		if err != nil {
			t.Fatal(err)
		}
		for k, x := range r {
			n++
			if x.Lo <= k+1 && k+1 <= x.Hi {
				hits++
			}
			if x.Lo > x.Rank || x.Hi < x.Rank || x.Top < 0 || x.Top > 1 {
				t.Fatalf("%+v", x)
			}
		}
	}
	covers(t, "ranks of six offices 150 s apart", hits, n, .93, 1)
}

func TestCoverageSharesAndCounts(t *testing.T) {
	t.Parallel()
	share := func(f func(int64, int64, float64) (float64, float64), n int64, p float64) float64 {
		b := distuv.Binomial{N: float64(n), P: p}
		var c float64
		for k := range n + 1 {
			if lo, hi := f(k, n, .95); lo <= p && p <= hi {
				c += b.Prob(float64(k))
			}
		}
		return c
	}
	var sum, least float64
	least = 1
	grid := 0
	for n := int64(10); n <= 200; n += 38 {
		for p := .05; p < .97; p += .05 {
			w := share(Wilson, n, p)
			sum += w
			grid++
			least = math.Min(least, w)
			if c := share(ClopperPearson, n, p); c < .95 {
				t.Errorf("Clopper-Pearson covers %.4f at n=%d p=%.2f", c, n, p)
			}
		}
	}
	t.Logf("Wilson: mean %.4f, least %.4f over %d cases", sum/float64(grid), least, grid)
	if m := sum / float64(grid); m < .94 || m > .96 {
		t.Errorf("Wilson covers %.4f on average", m)
	}
	for _, mu := range []float64{.5, 3, 12, 40} {
		d, c := distuv.Poisson{Lambda: mu}, 0.0
		for k := range int64(mu*4 + 40) {
			if lo, hi := Poisson(k, .95); lo <= mu && mu <= hi {
				c += d.Prob(float64(k))
			}
		}
		t.Logf("Poisson, mean %v: %.4f", mu, c)
		if c < .95 || mu > 10 && c > .97 {
			t.Errorf("Poisson's interval covers %.4f at %v", c, mu)
		}
	}
	var c float64 // rate ratio 12*100 : 9*80 = 5/3
	for a := range int64(50) {
		for b := range int64(45) {
			p := distuv.Poisson{Lambda: 12}.Prob(float64(a)) * distuv.Poisson{Lambda: 9}.Prob(float64(b))
			if p < 1e-9 {
				continue
			}
			if r := RatesOver(a, b, 100, 80, .95); r.Lo <= 16.0/15 && (r.Open || 16.0/15 <= r.Hi) {
				c += p
			}
		}
	}
	t.Logf("rate ratio: %.4f", c)
	if c < .95 || c > .985 {
		t.Errorf("the rate ratio's interval covers %.4f", c)
	}
}

func TestCoverageShift(t *testing.T) {
	t.Parallel()
	const sims = 3000
	var exact, tied, wrong int
	for s := range sims {
		rng := rand.New(rand.NewPCG(17, uint64(s)))
		a, b := make([]float64, 12), make([]float64, 15)
		for i := range a {
			a[i] = rng.NormFloat64() + 1
		}
		for i := range b {
			b[i] = rng.NormFloat64()
		}
		if h, _ := HodgesLehmann(a, b, .95); !h.Excludes(1) {
			exact++
		}
		x, y := make([]int32, 80), make([]int32, 60) // whole minutes: many ties
		for i := range x {
			x[i] = int32(math.Floor(rng.ExpFloat64()*30)) + 10
		}
		for i := range y {
			y[i] = int32(math.Floor(rng.ExpFloat64() * 30))
		}
		if h, _ := HodgesLehmann(x, y, .95); !h.Excludes(10) {
			tied++
		}
		for i := range x {
			x[i] -= 10
		}
		if m, _ := MannWhitney(x, y); m.P < .05 {
			wrong++
		}
	}
	covers(t, "Hodges-Lehmann, 12+15, exact", exact, sims, .94, .97)
	covers(t, "Hodges-Lehmann, 80+60, ties", tied, sims, .93, .97)
	covers(t, "Mann-Whitney accepts what is equal", sims-wrong, sims, .93, .97)
}

func TestCoverageSurvivalAndQuantile(t *testing.T) {
	t.Parallel()
	const sims = 3000
	var median, p75, open, order int
	var reached float64
	for s := range sims {
		rng := rand.New(rand.NewPCG(23, uint64(s)))
		spans := make([]Span, 80)
		values := make([]int32, 40)
		for i := range spans {
			event, cut := rng.ExpFloat64()*10000, rng.Float64()*40000
			spans[i] = Span{int32(math.Min(event, cut)), event <= cut}
		}
		for i := range values {
			values[i] = int32(rng.ExpFloat64() * 1e7)
		}
		k, _ := KaplanMeier(spans, .95)
		if q, err := k.Quantile(.5); err == nil && !q.Excludes(10000*math.Ln2) {
			median++
		}
		if q, err := k.Quantile(.75); err == nil && !q.Excludes(10000*2*math.Ln2) {
			p75++
		}
		if iv := k.OpenAt(8000); !iv.Excludes(math.Exp(-.8)) {
			open++
		}
		slices.Sort(values)
		iv, err := QuantileInterval(values, 9, 10, .9)
		if err != nil {
			t.Fatal(err)
		}
		reached = iv.Level
		if !iv.Excludes(1e7 * math.Log(10)) {
			order++
		}
	}
	covers(t, "Kaplan-Meier median, 80 cases", median, sims, .93, .97)
	covers(t, "Kaplan-Meier P75", p75, sims, .93, .97)
	covers(t, "Kaplan-Meier share open", open, sims, .93, .97)
	covers(t, fmt.Sprintf("order statistics, level reached %.4f", reached), order, sims, reached-.015, reached+.015)
}

func TestCoverageITS(t *testing.T) {
	t.Parallel()
	const sims = 2000
	for _, tc := range []struct {
		n      int
		rho    float64
		lo, hi float64
	}{{24, 0, .93, .97}, {48, 0, .93, .97}, {120, 0, .93, .97}, {24, -.3, .93, 1}, {24, .3, .80, .97}, {120, .3, .87, .97}} {
		end, jump, ols, warned := 0, 0, 0, 0
		for s := range sims {
			rng := rand.New(rand.NewPCG(uint64(tc.n), uint64(s)))
			y := make([]Obs, tc.n)
			e := rng.NormFloat64() / math.Sqrt(1-tc.rho*tc.rho)
			for i := range y {
				e = tc.rho*e + rng.NormFloat64()
				y[i] = Obs{50 + .2*float64(i) + e, true}
				if i >= tc.n/2 {
					y[i].Value -= 7 + .3*float64(i-tc.n/2+1)
				}
			}
			r, err := DefaultSegmented.Fit(y, tc.n/2)
			if err != nil {
				t.Fatal(err)
			}
			if !r.EffectEnd.Excludes(-7 - .3*float64(tc.n/2)) {
				end++
			}
			if !r.Jump.Excludes(-7) {
				jump++
			}
			if slices.Contains(r.Warnings, Autocorrelated) {
				warned++
			}
			half := r.EffectEnd.OLS * (r.EffectEnd.Hi - r.EffectEnd.Value) / r.EffectEnd.Used
			if math.Abs(r.EffectEnd.Value+7+.3*float64(tc.n/2)) <= half {
				ols++
			}
		}
		covers(t, fmt.Sprintf("ITS effect, n=%d, correlation %+.1f", tc.n, tc.rho), end, sims, tc.lo, tc.hi)
		covers(t, fmt.Sprintf("ITS jump, n=%d, correlation %+.1f", tc.n, tc.rho), jump, sims, tc.lo, tc.hi)
		t.Logf("    OLS alone %.4f; warned of correlation %.4f", float64(ols)/sims, float64(warned)/sims)
		if rate := float64(warned) / sims; tc.rho == 0 && (rate < .035 || rate > .065) {
			t.Errorf("the Durbin-Watson test finds correlation in %.4f of independent series", rate)
		}
	}
}

func TestCoverageForecastAndAdjusted(t *testing.T) {
	t.Parallel()
	const sims = 4000
	year, ranged, adjusted := 0, 0, 0
	for s := range sims {
		rng := rand.New(rand.NewPCG(31, uint64(s)))
		factor := func() float64 { return math.Exp(.5 + .1*rng.NormFloat64()) }
		var past []PastYear
		for range 5 {
			to := int64(1e9 * (1 + rng.Float64()))
			past = append(past, PastYear{to, int64(float64(to) * factor())})
		}
		truth := 1e9 * factor()
		f, err := YearEnd(1e9, past, .95)
		if err != nil {
			t.Fatal(err)
		}
		if truth >= f.Lo && truth <= f.Hi {
			year++
		}
		if lo, _ := f.Least.Float64(); truth >= lo {
			if hi, _ := f.Most.Float64(); truth <= hi {
				ranged++
			}
		}
		strata := []Stratum{{0, 1000, 5}, {0, 400, 3}, {0, 2000, 2}}
		var want float64
		for i, rate := range []float64{.01, .05, .02} {
			strata[i].Num = int64(distuv.Poisson{Lambda: rate * float64(strata[i].Den), Src: rng}.Rand())
			want += rate * float64(strata[i].Weight) / 10
		}
		if a, _ := AdjustRate(strata, .95); a.Lo <= want && want <= a.Hi {
			adjusted++
		}
	}
	covers(t, "forecast to year end, five years", year, sims, .93, .97)
	covers(t, "least to most of five years (4/6)", ranged, sims, 4.0/6-.02, 4.0/6+.02)
	covers(t, "adjusted rate (Fay and Feuer)", adjusted, sims, .945, .98)
}
