package layout

import (
	"math/big"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Tally accounts for the rows of one sheet: Read = Used + Aside + Rejected.
type Tally struct {
	Read, Used, Aside, Rejected int64
	First, Last                 record.Day
	AsideBy                     []AsideCount
	// Above is what stands above the header and is no title; it counts nowhere.
	Above Above
	// Off is by how much the table speaks against itself.
	Off Off
	// RejectedIn counts the rejected rows by month, as far as their dates can
	// be read; a row of several months counts in each.
	RejectedIn []MonthCount
	// Seen is what the columns hold that fields are read from.
	Seen []Seen
	last reject.Code // the reason counted last
}

// Off is by how much, as a share of what it states, a table speaks against
// itself where it does most; nil where it does not.
type Off struct {
	Total  *big.Rat // its own total row against its lines
	Sum    *big.Rat // a row that may be the sum of others, of what they hold
	Hidden *big.Rat // hidden rows and columns of data, which no total speaks of
	Stock  *big.Rat // opening stock + in - out against closing stock
}

// more keeps the greater of a share and part/whole, at most one.
func more(share *big.Rat, part, whole int64) *big.Rat {
	if part == 0 {
		return share
	}
	off := big.NewRat(abs(part), max(abs(whole), 1))
	if one := big.NewRat(1, 1); off.Cmp(one) > 0 {
		off = one
	}
	if share == nil || off.Cmp(share) > 0 {
		return off
	}
	return share
}

// AsideCount says how many rows were set aside for one reason.
type AsideCount struct {
	Code  reject.Code
	N     int64
	First uint32 // the first of them
}

// MonthCount is a number of rows of one month, named by its first day.
type MonthCount struct {
	Month record.Day
	N     int64
}

func (t *Tally) aside(c reject.Code, row uint32) {
	t.Aside++
	t.last = c
	for i := range t.AsideBy {
		if t.AsideBy[i].Code == c {
			t.AsideBy[i].N++
			return
		}
	}
	t.AsideBy = append(t.AsideBy, AsideCount{c, 1, row})
}
