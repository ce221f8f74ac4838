package queue

import (
	"math/big"
	"slices"

	"rapor/analysis/office"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Bounds of values when n rejected rows had counted, whatever they held. A row
// is one ticket or application; a time in it is any time from zero on, so
// what only grows has no greatest value (nil). Each bound holds for any number
// of rows from none to n.

// quantileBounds are the least and greatest type 7 quantile of ascending
// values when n more from zero on join them: all at zero, or all beyond the
// data, in exact order statistics.
func quantileBounds(sorted []int32, num, den, n int64) (lo, hi *big.Rat) {
	k := int64(len(sorted))
	lo = quantileOf(k+n, num, den, func(i int64) (int64, bool) {
		if i < n {
			return 0, true
		}
		return int64(sorted[i-n]), true
	})
	hi = quantileOf(k+n, num, den, func(i int64) (int64, bool) {
		if i >= k {
			return 0, false
		}
		return int64(sorted[i]), true
	})
	return lo, hi
}

// quantileOf is the type 7 quantile of n ascending values given by rank; nil
// where it needs one that is not bounded.
func quantileOf(n, num, den int64, at func(int64) (int64, bool)) *big.Rat {
	if n == 0 {
		return nil
	}
	h := (n - 1) * num
	i, rest := h/den, h%den
	a, ok := at(i)
	if !ok {
		return nil
	}
	v := big.NewRat(a, 1)
	if rest == 0 {
		return v
	}
	b, ok := at(i + 1)
	if !ok {
		return nil
	}
	return v.Add(v, new(big.Rat).Mul(big.NewRat(b-a, 1), big.NewRat(rest, den)))
}

func quantileBound(of func(*Slice) []int32, num, den int64) func(*Slice, int64) (lo, hi *big.Rat) {
	return func(s *Slice, n int64) (lo, hi *big.Rat) { return quantileBounds(of(s), num, den, n) }
}

func waitsOf(s *Slice) []int32    { return s.waits }
func servicesOf(s *Slice) []int32 { return s.services }
func systemOf(s *Slice) []int32   { return s.system }
func priorityOf(s *Slice) []int32 { return s.priority }

// meanBound: n waits of zero; no greatest.
func meanBound(s *Slice, n int64) (lo, hi *big.Rat) {
	v := s.meanWait()
	return new(big.Rat).Quo(v.Num, new(big.Rat).Add(v.Den, big.NewRat(n, 1))), nil
}

// longestBound: the longest wait stays, and a longer one has no end.
func longestBound(s *Slice, _ int64) (lo, hi *big.Rat) { return s.longest().Value, nil }

// perDayBound: every row on a day of its own, or all on known days.
func perDayBound(s *Slice, n int64) (lo, hi *big.Rat) {
	v := s.perDay()
	all := new(big.Rat).Add(v.Num, big.NewRat(n, 1))
	return new(big.Rat).Quo(all, new(big.Rat).Add(v.Den, big.NewRat(n, 1))), all.Quo(all, v.Den)
}

// gapBound: rows join either lane, so that one median falls and the other
// rises.
func gapBound(s *Slice, n int64) (lo, hi *big.Rat) {
	for k := range n + 1 {
		fall, rise := quantileBounds(s.regular, 1, 2, k)
		down, up := quantileBounds(s.priority, 1, 2, n-k)
		if up == nil || k > 0 && lo == nil {
			lo = nil
		} else {
			lo = lesser(lo, new(big.Rat).Sub(fall, up))
		}
		if rise == nil || k > 0 && hi == nil {
			hi = nil
		} else if d := new(big.Rat).Sub(rise, down); hi == nil || d.Cmp(hi) > 0 {
			hi = d
		}
	}
	return lo, hi
}

func lesser(a, b *big.Rat) *big.Rat {
	if a == nil || b.Cmp(a) < 0 {
		return b
	}
	return a
}

// touchedBounds are those of a share of days, of which each row can change or
// add one: hits of all.
func touchedBounds(hits, all, n int64) (lo, hi *big.Rat) {
	down, up := min(n, hits), min(n, all-hits)
	return big.NewRat(hits-down, all+n-down), big.NewRat(hits+n, all+n-up)
}

// quotaDaysBound: a day once full stays full.
func quotaDaysBound(s *Slice, n int64) (lo, hi *big.Rat) {
	full, days := s.quota.full(), int64(len(s.quota.days))
	_, hi = touchedBounds(full, days, n)
	return big.NewRat(full, days+n), hi
}

// quotaUseBound: every row on a new day outside the window, or every row in
// the window of a known day.
func quotaUseBound(s *Slice, n int64) (lo, hi *big.Rat) {
	taken, room, _ := s.quota.use()
	most := slices.MaxFunc(s.set.Quotas, func(a, b office.Quota) int { return int(a.Number - b.Number) })
	return big.NewRat(taken, room+n*most.Number), big.NewRat(taken+n, room)
}

// quotaHourBound: a quota runs out within its window.
func quotaHourBound(s *Slice, _ int64) (lo, hi *big.Rat) {
	var from, to record.Clock
	for i, q := range s.set.Quotas {
		if i == 0 || q.Start < from {
			from = q.Start
		}
		if i == 0 || q.End > to {
			to = q.End
		}
	}
	return big.NewRat(int64(from.Seconds()), 1), big.NewRat(int64(to.Seconds()), 1)
}

// crowd is the size of the largest lane and day, and for each lane and day the
// tickets not overtaken yet, most first.
func (s *Slice) crowd() (largest int64, calm []int64) {
	for _, days := range s.lanes {
		for _, d := range days {
			o := stat.Fairness(d.turns, s.set.Tolerance)
			largest = max(largest, o.N)
			calm = append(calm, o.N-o.Passed)
		}
	}
	slices.Sort(calm)
	slices.Reverse(calm)
	return largest, calm
}

// pairsBound: a row makes comparable pairs with its lane and day only, and
// changes none of the others.
func pairsBound(s *Slice, n int64) (lo, hi *big.Rat) {
	o := s.fairness()
	largest, _ := s.crowd()
	more := n*largest + n*(n-1)/2
	return big.NewRat(o.Overtakes, o.Pairs+more), big.NewRat(o.Overtakes+more, o.Pairs+more)
}

// overtakenBound: one row called first overtakes a whole lane and day, and may
// be overtaken itself; nobody is overtaken less by a further row.
func overtakenBound(s *Slice, n int64) (lo, hi *big.Rat) {
	o := s.fairness()
	_, calm := s.crowd()
	hits := o.Passed + n
	for _, c := range calm[:min(int(n), len(calm))] {
		hits += c
	}
	return big.NewRat(o.Passed, o.N+n), big.NewRat(min(hits, o.N+n), o.N+n)
}

// placesBound: every row before the worst ticket, or one row behind all others
// of its lane and day.
func placesBound(s *Slice, n int64) (lo, hi *big.Rat) {
	o := s.fairness()
	largest, _ := s.crowd()
	return big.NewRat(o.Worst, 1), big.NewRat(max(o.Worst+n, largest+n-1), 1)
}

// readyBound: rows late or in time; a late date among them may also end the
// wait of the applications that cannot be judged yet.
func readyBound(limit func(*Slice) int, of func(*record.Application) bool) func(*Slice, int64) (lo, hi *big.Rat) {
	return func(s *Slice, n int64) (lo, hi *big.Rat) {
		var hits, all int64
		open := s.judge(limit(s), of, func(_ *record.Application, hit bool) {
			all++
			hits += int64(bit(hit))
		})
		return big.NewRat(hits, all+open+n), big.NewRat(hits+n, all+n)
	}
}
