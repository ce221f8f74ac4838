package stat

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Daily is how events spread over the days of one stretch.
type Daily struct {
	N       int64   // events
	Days    int     // days of the stretch, with events or without
	squares float64 // squared deviations from the mean of the weekday
	free    int     // degrees of freedom of squares
}

// DailyOf counts events, each given by its day, over the days from..to. Days
// are compared with those of the same weekday, because an office that rests on
// Sundays is no cluster of events; events outside from..to do not count.
func DailyOf[D ~int32](days []D, from, to D) Daily {
	if to < from {
		return Daily{}
	}
	d := Daily{Days: int(to-from) + 1}
	number := map[D]int64{}
	for _, day := range days {
		if day >= from && day <= to {
			number[day]++
			d.N++
		}
	}
	for w := range min(7, to-from+1) {
		all := float64((to-from-w)/7 + 1)
		var sum, squares int64 // whole numbers: their sums do not depend on the order
		for day, n := range number {
			if (day-from)%7 == w {
				sum, squares = sum+n, squares+n*n
			}
		}
		d.squares += float64(squares) - float64(sum)*float64(sum)/all
		d.free += int(all) - 1
	}
	return d
}

// Dispersion is the variance of the number of events over what it would be if
// they were independent (Poisson), from their spread over the days of some
// stretches: 1 for events one by one, near 40 where 40 events of one day make
// nearly all of them. A value that independent events reach by chance is 1.
func Dispersion(stretches ...Daily) float64 {
	var variance, events, free float64
	for _, d := range stretches {
		if d.free > 0 {
			variance += d.squares * float64(d.Days) / float64(d.free)
			events += float64(d.N)
			free += float64(d.free)
		}
	}
	if events == 0 || variance/events <= 1+2*math.Sqrt(2/free) {
		return 1
	}
	return variance / events
}

// RatesSpread is RatesOver for events that come in clusters: both counts weigh
// as many independent ones as they are over their dispersion (quasi-Poisson;
// McCullagh and Nelder 1989, section 6.2), in the conditional test and its
// interval, both continued to numbers that are not whole. P is twice the
// smaller tail. dispersion is at least 1.
func RatesSpread(a, b int64, exposureA, exposureB, dispersion, level float64) RateRatio {
	if dispersion <= 1 {
		return RatesOver(a, b, exposureA, exposureB, level)
	}
	x, y, tail := float64(a)/dispersion, float64(b)/dispersion, (1-level)/2
	scale := exposureB / exposureA
	chance := exposureA / (exposureA + exposureB)
	r := RateRatio{}
	least, most := 1.0, 1.0 // chances of as few and of as many as x
	if a > 0 {
		most = distuv.Beta{Alpha: x, Beta: y + 1}.CDF(chance)
		r.Lo = scale * odds(distuv.Beta{Alpha: x, Beta: y + 1}.Quantile(tail))
	}
	if b > 0 {
		least = 1 - distuv.Beta{Alpha: x + 1, Beta: y}.CDF(chance)
		r.Ratio = scale * float64(a) / float64(b)
		r.Hi = scale * odds(distuv.Beta{Alpha: x + 1, Beta: y}.Quantile(1-tail))
	} else {
		r.Open, r.Ratio = true, math.Inf(1)
	}
	r.P = math.Min(1, 2*math.Min(least, most))
	return r
}
