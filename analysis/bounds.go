package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// bounds says how far the value could move if every rejected row counted,
// whatever it held. nil when no rejected row can belong to the value.
func (c *run) bounds(d domain, i int, info indicator.Info, sel facts.Selection, v result.Value) *result.Bounds {
	n := c.rejectedRows(info.Kinds)
	if n == 0 || !v.Known() {
		return nil
	}
	b := &result.Bounds{Rows: n}
	if slices.Contains(info.Kinds, pooledKind) && c.rejectedRows([]string{pooledKind}) > 0 {
		if countable(info.Unit) {
			b.Lo = v.Value
		}
		return b
	}
	if lo, hi, ok := d.bound(i, sel, n); ok {
		b.Lo, b.Hi = lo, hi
		return b
	}
	b.Lo, b.Hi = implied(v, info.Unit, n)
	return b
}

// pooledKind is the kind of record whose single row stands for any number of
// people: a rejected one leaves every bound open.
const pooledKind = "queue_interval"

// implied are the bounds that follow from the value alone. A share of counted
// observations lies between none and all of the n further ones; a count grows
// by at most n. Of sums of money and means nothing follows.
func implied(v result.Value, unit result.Unit, n int64) (lo, hi *big.Rat) {
	more := big.NewRat(n, 1)
	switch {
	case (unit == result.Share || unit == result.PerMille) && v.Num != nil && v.Den != nil && v.Den.Cmp(big.NewRat(v.N, 1)) == 0:
		all := new(big.Rat).Add(v.Den, more)
		lo = new(big.Rat).Quo(v.Num, all)
		hi = new(big.Rat).Quo(new(big.Rat).Add(v.Num, more), all)
		return lo, hi
	case countable(unit) && v.Value.Cmp(big.NewRat(v.N, 1)) == 0:
		return new(big.Rat).Set(v.Value), new(big.Rat).Add(v.Value, more)
	}
	return nil, nil
}

func countable(u result.Unit) bool {
	switch u {
	case result.Count, result.Persons, result.Acts, result.Cases, result.Events, result.Tickets, result.Applicants, result.Answers, result.Rows:
		return true
	}
	return false
}

// rejectedRows counts the rejected rows of the sheets that feed these kinds
// and whose dates touch the period. A rejected row's own date may be what is
// wrong with it, so each of them may belong to the period.
func (c *run) rejectedRows(kinds []string) int64 {
	var n int64
	from, to := c.Period.From.String(), c.Period.To.String()
	for _, s := range c.Sources {
		for _, sh := range s.Sheets {
			if sh.Rejected == 0 || sh.First != "" && (sh.First > to || sh.Last < from) {
				continue
			}
			for _, k := range kinds {
				if sh.Kind == k {
					n += sh.Rejected
				}
			}
		}
	}
	return n
}
