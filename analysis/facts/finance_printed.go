package facts

import (
	"math/big"

	"rapor/ingest/record"
)

// What a table prints beside its amounts is often rounded, and its percentage
// need not be that of spending and ceiling: neither is a contradiction.

// leaves reports a printed remainder that is the ceiling less spending, to the
// sen or rounded to rupiah, thousands or millions, as far as that is less than
// one in a hundred of the ceiling.
func leaves(stated, ceiling, spent record.Rupiah) bool {
	off := stated - (ceiling - spent)
	if off = max(off, -off); off == 0 {
		return true
	}
	for _, unit := range []record.Rupiah{100, 1_000 * 100, 1_000_000 * 100} {
		if stated%unit == 0 && (ceiling-spent)%unit != 0 && off < unit && unit <= ceiling/100 {
			return true
		}
	}
	return false
}

// share is part/whole of an amount, in sen.
func share(part, whole int64, of record.Rupiah) int64 {
	x := new(big.Int).Mul(big.NewInt(part), big.NewInt(int64(of)))
	return x.Quo(x, big.NewInt(whole)).Int64()
}

// measured is what the percentages of a table are taken of.
type measured uint8

const (
	ofCeiling    measured = iota // spending, of the ceiling or the plan
	ofRemainder                  // what is left, of the ceiling
	ofAllSpent                   // a line's spending, of that of the whole table
	ofAllCeiling                 // a line's ceiling, of that of the whole table
	measures
)

// shares are the sums of a table by month, and what its percentages measure.
type shares struct {
	ceiling, spent [13]record.Rupiah
	fits           [measures]int
	percent        measured
}

// ofTables tells the lines of each table what its percentages measure: spending
// of the ceiling, unless something else fits more of them, and two at least.
func ofTables(list []*passage) {
	type table struct {
		at     spot
		office string
		year   int16
	}
	by := map[table]*shares{}
	for _, c := range list {
		l := &c.lines[0]
		t := table{spotOf(l.Ref), l.Office, l.Year}
		if by[t] == nil {
			by[t] = &shares{}
		}
		c.table = by[t]
		for i := range c.lines {
			if l := &c.lines[i]; l.Month >= 0 && l.Month <= 12 {
				c.table.ceiling[l.Month] += l.Ceiling.Sen
				c.table.spent[l.Month] += l.Spent.Sen
			}
		}
	}
	for _, c := range list {
		c.sum = 0
		for i := range c.lines {
			l := &c.lines[i]
			if !l.Spent.Known {
				continue
			}
			if c.toDate(l); !l.Percent.Known || !l.Ceiling.Known || l.Ceiling.Sen <= 0 {
				continue
			}
			for m := range measures {
				c.table.fits[m] += boolInt(c.measures(m, l))
			}
		}
		c.sum = 0
	}
	for _, t := range by {
		for m := range measures {
			if t.fits[m] > t.fits[t.percent] && t.fits[m] > 1 {
				t.percent = m
			}
		}
	}
}

// percentFits accepts the percentage of what those of the table measure.
func (c *passage) percentFits(l *record.Ledger) bool {
	return c.measures(ofCeiling, l) || c.table.percent != ofCeiling && c.measures(c.table.percent, l)
}

// measures accepts a percentage of the month or of the year so far, as per cent
// or as a fraction, within its rounding.
func (c *passage) measures(m measured, l *record.Ledger) bool {
	fits := func(part, whole record.Rupiah) bool { return whole > 0 && nearPercent(l.Percent.N, part, whole) }
	month := min(max(l.Month, 0), 12)
	for _, x := range []record.Rupiah{l.Spent.Sen, c.sum} {
		switch {
		case m == ofCeiling && (fits(x, l.Ceiling.Sen) || l.Plan.Known && fits(x, l.Plan.Sen)),
			m == ofRemainder && fits(l.Ceiling.Sen-x, l.Ceiling.Sen),
			m == ofAllSpent && fits(x, c.table.spent[month]),
			m == ofAllCeiling && fits(l.Ceiling.Sen, c.table.ceiling[month]):
			return true
		}
	}
	return false
}

// nearPercent reports a percentage in hundredths, or a fraction, of two amounts:
// one that is printed with fewer decimals may differ by its rounding.
func nearPercent(stated int64, part, whole record.Rupiah) bool {
	rounding := int64(1)
	switch {
	case stated%100 == 0:
		rounding = 100
	case stated%10 == 0:
		rounding = 10
	}
	return near(stated, 10_000, rounding, part, whole) || near(stated, 100, 1, part, whole)
}

// near reports |stated - scale x part/whole| <= rounding, in hundredths.
func near(stated, scale, rounding int64, part, whole record.Rupiah) bool {
	off := new(big.Rat).SetInt64(stated)
	off.Sub(off, new(big.Rat).Mul(big.NewRat(scale, 1), big.NewRat(int64(part), int64(whole))))
	return off.Abs(off).Cmp(big.NewRat(rounding, 1)) <= 0
}
