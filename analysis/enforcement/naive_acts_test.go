package enforcement_test

import (
	"math/big"

	"rapor/ingest/record"
)

// period is what an oracle is asked about: the days, and the limit of days for
// a removal.
type period struct {
	from, to record.Day
	limit    record.Day
}

func (p period) has(d record.Day) bool { return d >= p.from && d <= p.to }

// answer is a value with its n; without a value it is not known.
type answer struct {
	v *big.Rat
	n int64
}

var unknown = answer{}

func whole(n int64) answer { return answer{big.NewRat(n, 1), n} }

// share is k of n; nothing is known of none.
func share(k, n int64) answer {
	if n == 0 {
		return unknown
	}
	return answer{big.NewRat(k, n), n}
}

// spoken reports whether some month of the period lies between the first and
// the last month of a file's dates.
func (p period) spoken(dates []record.Day) bool {
	var first, last record.Day
	for _, d := range dates {
		if !d.Known() {
			continue
		}
		if m := firstOfMonth(d); first == 0 || m < first {
			first = m
		}
		last = max(last, firstOfMonth(d))
	}
	return first != 0 && first <= p.to && last >= firstOfMonth(p.from)
}

func (x *records) actsSpoken(p period) bool {
	var dates []record.Day
	for _, a := range x.actions {
		dates = append(dates, a.Decided)
	}
	return p.spoken(dates)
}

// decided lists the acts of a period that are no victims': rows of a list, and
// of a monthly form where no list speaks of the month.
func (x *records) decided(p period) []record.Action {
	var out []record.Action
	for _, a := range x.actions {
		counts := p.has(a.Decided) && a.Victim != record.Yes
		for _, b := range x.actions {
			if a.Grain == record.GrainMonth && b.Grain == record.GrainDay && firstOfMonth(b.Decided) == a.Decided {
				counts = false
			}
		}
		if counts {
			out = append(out, a)
		}
	}
	return out
}

// sum adds the acts of a period that are asked for.
func (x *records) sum(p period, take func(record.ActionKind) bool) int64 {
	var n int64
	for _, a := range x.decided(p) {
		if take(a.Kind) {
			n += a.Number
		}
	}
	return n
}

func tak(k record.ActionKind) bool { return k != record.ActionDetention }
func every(record.ActionKind) bool { return true }

func only(k record.ActionKind) func(record.ActionKind) bool {
	return func(o record.ActionKind) bool { return o == k }
}

func naiveCount(take func(record.ActionKind) bool) oracle {
	return func(x *records, p period) answer {
		if !x.actsSpoken(p) {
			return unknown
		}
		return whole(x.sum(p, take))
	}
}

func naiveDeportShare(x *records, p period) answer {
	return share(x.sum(p, only(record.ActionDeportation)), x.sum(p, tak))
}

// naivePersons counts the different persons of the acts asked for.
func naivePersons(take func(record.ActionKind) bool) oracle {
	return func(x *records, p period) answer {
		var n int64
		for person := uint64(1); person < 20; person++ {
			for _, a := range x.decided(p) {
				if a.Person == person && take(a.Kind) && a.Number > 0 {
					n++
					break
				}
			}
		}
		if n == 0 {
			return unknown
		}
		return whole(n)
	}
}

// naiveRepeaters looks at every pair of acts of a person: a later one in the
// period, an earlier one at any time.
func naiveRepeaters(x *records, p period) answer {
	var n, again int64
	for person := uint64(1); person < 20; person++ {
		here, before := false, false
		for _, a := range x.decided(p) {
			if a.Person != person || !tak(a.Kind) || a.Number == 0 {
				continue
			}
			here = true
			for _, b := range x.actions {
				if b.Person == person && tak(b.Kind) && b.Victim != record.Yes && b.Number > 0 && b.Decided < a.Decided {
					before = true
				}
			}
		}
		if here {
			n++
		}
		if here && before {
			again++
		}
	}
	return share(again, n)
}

func naiveExecuted(x *records, p period) answer {
	var n int64
	column := false
	for _, a := range x.actions {
		if a.Kind != record.ActionDeportation || a.Victim == record.Yes || !a.Executed.Known() {
			continue
		}
		column = true
		if p.has(a.Executed) {
			n += a.Number
		}
	}
	if !column || n == 0 && !x.actsSpoken(p) {
		return unknown
	}
	return whole(n)
}

// classes adds the acts of a period by a text that several spellings share.
func (x *records) classes(p period, of func(record.Action) string) (counts []int64, n int64) {
	seen := map[string]int{}
	for _, a := range x.decided(p) {
		c := of(a)
		if c == "" || a.Number == 0 {
			continue
		}
		i, ok := seen[c]
		if !ok {
			i, seen[c] = len(counts), len(counts)
			counts = append(counts, 0)
		}
		counts[i], n = counts[i]+a.Number, n+a.Number
	}
	return counts, n
}

func country(a record.Action) string { return countrySpellings[a.Nationality] }
func article(a record.Action) string { return articleSpellings[a.Article] }

func naiveLargest(of func(record.Action) string) oracle {
	return func(x *records, p period) answer {
		counts, n := x.classes(p, of)
		var most int64
		for _, c := range counts {
			most = max(most, c)
		}
		return share(most, n)
	}
}

func naiveHHI(of func(record.Action) string) oracle {
	return func(x *records, p period) answer {
		counts, n := x.classes(p, of)
		if n == 0 {
			return unknown
		}
		sum := new(big.Rat)
		for _, c := range counts {
			sum.Add(sum, big.NewRat(c*c, n*n))
		}
		return answer{sum, n}
	}
}

// naiveTariff is the charge per day in sen, from the regulations' own dates.
func naiveTariff(d record.Day) int64 {
	switch {
	case d >= record.DayOf(2014, 7, 3) && d <= record.DayOf(2019, 5, 2):
		return 300_000_00
	case d >= record.DayOf(2019, 7, 1):
		return 1_000_000_00
	}
	return 0
}

func (x *records) fined(p period) []record.Action {
	var out []record.Action
	for _, a := range x.decided(p) {
		if a.Kind == record.ActionCharge && a.Number > 0 {
			out = append(out, a)
		}
	}
	return out
}

func naiveCharged(x *records, p period) answer {
	var sen, n int64
	for _, a := range x.fined(p) {
		if a.Charge.Known {
			sen, n = sen+int64(a.Charge.Sen), n+a.Number
		}
	}
	if n == 0 {
		return unknown
	}
	return answer{big.NewRat(sen, 1), n}
}

func naiveChargeDays(x *records, p period) answer {
	var days, n int64
	for _, a := range x.fined(p) {
		if a.Number == 1 && a.Overstay >= 0 {
			days, n = days+int64(a.Overstay), n+1
		}
	}
	if n == 0 {
		return unknown
	}
	return answer{big.NewRat(days, 1), n}
}

func naiveChargeFit(x *records, p period) answer {
	var fits, n int64
	for _, a := range x.fined(p) {
		daily := naiveTariff(a.Decided)
		if a.Number != 1 || a.Overstay < 0 || !a.Charge.Known || daily == 0 {
			continue
		}
		n++
		if int64(a.Charge.Sen) == daily*int64(a.Overstay) {
			fits++
		}
	}
	return share(fits, n)
}
