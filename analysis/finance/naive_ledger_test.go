package finance_test

import (
	"math/big"
	"slices"

	"rapor/ingest/record"
)

// stated is one amount of a month: the month's own flow, or a running total.
type stated struct {
	month int
	flow  bool
	sen   int64
}

// course is what a year's rows state of one measure, and of the year as such.
type course struct {
	months []stated
	year   record.Amount
}

func (c *course) add(month int8, cumulative record.Tri, a record.Amount) {
	if !a.Known {
		return
	}
	if month == 0 {
		c.year = record.Sen(int64(c.year.Sen + a.Sen))
		return
	}
	for i := range c.months {
		if c.months[i].month == int(month) {
			c.months[i].sen += int64(a.Sen)
			return
		}
	}
	c.months = append(c.months, stated{int(month), cumulative != record.Yes, int64(a.Sen)})
}

func (c *course) at(month int) (stated, bool) {
	for _, s := range c.months {
		if s.month == month {
			return s, true
		}
	}
	return stated{}, false
}

// in is the month's own amount: as stated, or the difference of two totals.
func (c *course) in(month int) (int64, bool) {
	s, ok := c.at(month)
	if !ok || s.flow {
		return s.sen, ok
	}
	before, known := c.at(month - 1)
	return s.sen - before.sen, known || month == 1
}

// to is the amount from January to a month; whole where no month is missing.
func (c *course) to(month int) (sen int64, known, whole bool) {
	if s, ok := c.at(month); ok && !s.flow {
		return s.sen, true, true
	}
	n, total := 0, 0
	for _, s := range c.months {
		switch {
		case s.month > month:
		case s.flow:
			sen, n = sen+s.sen, n+1
		case s.month > total:
			sen, total = s.sen, s.month
		}
	}
	switch {
	case n == month:
		return sen, true, true
	case month == 12 && c.year.Known:
		return int64(c.year.Sen), true, true
	}
	return sen, n > 0 || total > 0, false
}

func spentOf(l *record.Ledger) record.Amount   { return l.Spent }
func plannedOf(l *record.Ledger) record.Amount { return l.Plan }
func ceilingOf(l *record.Ledger) record.Amount { return l.Ceiling }
func blockedOf(l *record.Ledger) record.Amount { return l.Blocked }

func (x *records) accounts(year int) []int16 {
	var out []int16
	for _, l := range x.ledger {
		if int(l.Year) == year && !slices.Contains(out, l.Account) {
			out = append(out, l.Account)
		}
	}
	return out
}

func (x *records) course(year int, account int16, of func(*record.Ledger) record.Amount) *course {
	c := &course{}
	for i := range x.ledger {
		if l := &x.ledger[i]; int(l.Year) == year && l.Account == account {
			c.add(l.Month, l.Cumulative, of(l))
		}
	}
	return c
}

// level is an amount that holds until the next is stated: of the latest month
// up to one, else of the year, else of the first month after.
func (x *records) level(year int, account int16, month int, of func(*record.Ledger) record.Amount) (int64, bool) {
	c := x.course(year, account, of)
	for m := month; m >= 1; m-- {
		if s, ok := c.at(m); ok {
			return s.sen, true
		}
	}
	if c.year.Known {
		return int64(c.year.Sen), true
	}
	for m := month; m <= 12; m++ {
		if s, ok := c.at(m); ok {
			return s.sen, true
		}
	}
	return 0, false
}

// budget adds up the accounts that have both a ceiling and spending.
func (x *records) budget(q asked) (ceiling, blocked, spent, n int64, stated bool) {
	for _, a := range x.accounts(q.year) {
		c, ok := x.level(q.year, a, q.last, ceilingOf)
		s, known, _ := x.course(q.year, a, spentOf).to(q.last)
		if !ok || !known {
			continue
		}
		b, said := x.level(q.year, a, q.last, blockedOf)
		ceiling, blocked, spent, n, stated = ceiling+c, blocked+b, spent+s, n+1, stated || said
	}
	return ceiling, blocked, spent, n, stated
}

func naiveGross(x *records, q asked) answer {
	c, _, s, n, _ := x.budget(q)
	if c <= 0 {
		return unknown
	}
	return answer{big.NewRat(s, c), n}
}

func naiveNet(x *records, q asked) answer {
	c, b, s, n, stated := x.budget(q)
	if c <= 0 || !stated || b >= c {
		return unknown
	}
	return answer{big.NewRat(s, c-b), n}
}

func naiveUnspent(x *records, q asked) answer {
	c, _, s, n, _ := x.budget(q)
	if c <= 0 {
		return unknown
	}
	return answer{big.NewRat(c-s, 1), n}
}

// naiveDeviation is in per cent, with the months assessed.
func naiveDeviation(x *records, q asked) answer {
	var months average
	for m := 1; m <= min(q.last, 11); m++ {
		var month average
		for _, a := range x.accounts(q.year) {
			c, ok := x.level(q.year, a, m, ceilingOf)
			p, planned := x.course(q.year, a, plannedOf).in(m)
			s, spent := x.course(q.year, a, spentOf).in(m)
			if !ok || !planned || !spent || c <= 0 {
				continue
			}
			d := big.NewRat(0, 1)
			switch {
			case p != 0:
				d = least(new(big.Rat).Abs(big.NewRat(100*(s-p), p)), 100)
			case s != 0:
				d = big.NewRat(100, 1)
			}
			month.add(d, c)
		}
		months.add(month.value(), 1)
	}
	return answer{months.value(), months.n}
}

func naiveDeviationShare(x *records, q asked) answer {
	d := naiveDeviation(x, q)
	if d.v == nil {
		return unknown
	}
	return answer{new(big.Rat).Mul(d.v, big.NewRat(1, 100)), d.n}
}

func naiveDeviationScore(x *records, q asked) answer {
	d := naiveDeviation(x, q)
	switch {
	case d.v == nil:
		return unknown
	case d.v.Cmp(big.NewRat(5, 1)) <= 0:
		return answer{big.NewRat(100, 1), d.n}
	}
	return answer{new(big.Rat).Sub(big.NewRat(100, 1), d.v), d.n}
}

func naiveAbsorption(x *records, q asked) answer {
	targets := map[int16][4]int64{51: {20, 50, 75, 95}, 52: {15, 50, 70, 90}, 53: {10, 40, 70, 90}, 57: {25, 50, 75, 95}}
	cut := [4]int{2, 4, 7, 12}
	var quarters average
	for k := range q.last / 3 {
		var quarter average
		for _, a := range x.accounts(q.year) {
			spent := x.course(q.year, a, spentOf)
			c, ok := x.level(q.year, a, cut[k], ceilingOf)
			b, _ := x.level(q.year, a, cut[k], blockedOf)
			s, known, _ := spent.to(3*k + 3)
			_, there := spent.at(3*k + 3)
			if !ok || !known || !there && (k < 3 || !spent.year.Known) || c <= b {
				continue
			}
			quarter.add(least(big.NewRat(10_000*s, (c-b)*targets[a][k]), 100), c-b)
		}
		quarters.add(quarter.value(), 1)
	}
	return answer{quarters.value(), quarters.n}
}

// naiveBunching is the last quarter's part of what the months state; one
// account must state all twelve.
func naiveBunching(without int16) oracle {
	return func(x *records, q asked) answer {
		var late, all, n int64
		full := false
		for _, a := range x.accounts(q.year) {
			c, months := x.course(q.year, a, spentOf), 0
			if a == without {
				continue
			}
			for m := 1; m <= 12; m++ {
				s, ok := c.in(m)
				if !ok {
					continue
				}
				months, all = months+1, all+s
				if m > 9 {
					late += s
				}
			}
			if months > 0 {
				n++
			}
			full = full || months == 12
		}
		if !full || all <= 0 || q.first != 1 || q.last != 12 || without != 0 && !slices.Contains(x.accounts(q.year), without) {
			return unknown
		}
		return answer{big.NewRat(late, all), n}
	}
}

// yearTo adds what all accounts spent to a month, unless one is incomplete.
func (x *records) yearTo(year, month int) (int64, bool) {
	var sum int64
	for _, a := range x.accounts(year) {
		c := x.course(year, a, spentOf)
		if len(c.months) == 0 && !c.year.Known {
			continue
		}
		s, _, whole := c.to(month)
		if !whole {
			return 0, false
		}
		sum += s
	}
	return sum, sum > 0
}

// naiveForecast divides by the mean share of up to five years before.
func naiveForecast(x *records, q asked) answer {
	month := 0
	for _, a := range x.accounts(q.year) {
		for _, s := range x.course(q.year, a, spentOf).months {
			if s.month <= q.last {
				month = max(month, s.month)
			}
		}
	}
	if month == 0 || month < q.last && q.first == q.last {
		return unknown
	}
	now, ok := x.yearTo(q.year, month)
	ceiling, _, _, _, _ := x.budget(q)
	var shares average
	for y := q.year - 5; y < q.year; y++ {
		so, a := x.yearTo(y, month)
		all, b := x.yearTo(y, 12)
		if a && b {
			shares.add(big.NewRat(so, all), 1)
		}
	}
	if !ok || ceiling <= 0 || shares.n == 0 {
		return unknown
	}
	v := new(big.Rat).Quo(big.NewRat(now, ceiling), shares.value())
	return answer{v, shares.n}
}
