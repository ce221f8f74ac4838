package survey

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

// The parameters of the index and its categories, in the register of rules.
const (
	factorRule   = "skm.pengali"
	roundingRule = "skm.pembulatan_bobot"
	decimalsRule = "skm.desimal"
	boundsRule   = "skm.batas"
)

// Grade is a category of the satisfaction index.
type Grade struct {
	Letter string
	Name   result.Text
	Scheme result.Text // the regulation whose bounds were used
}

// Category grades an index by the bounds in force on the survey date. The
// index is rounded half up first, because the bounds leave gaps between 76.60
// and 76.61. An unknown date is graded by the latest bounds.
func Category(b rules.Book, v *big.Rat, on record.Day) Grade {
	_, scheme := schemeOn(on)
	return grade(b, v, scheme)
}

// schemes are the bounds of the register, oldest first.
func schemes() []rules.Version {
	p, _ := rules.FindParameter(boundsRule)
	return p.Versions
}

// schemeOn gives the bounds in force on a survey date and their place among
// all schemes.
func schemeOn(on record.Day) (int, rules.Version) {
	list := schemes()
	for i, v := range list {
		if on.Known() && (!v.From.Known() || v.From <= on) && (!v.To.Known() || on <= v.To) {
			return i, v
		}
	}
	return len(list) - 1, list[len(list)-1]
}

// grade reads an index on the bounds of one scheme, as the office uses it.
func grade(b rules.Book, v *big.Rat, scheme rules.Version) Grade {
	p, _ := rules.FindParameter(boundsRule)
	now, _ := b.In(&p, scheme)
	r, ok := now.Rows.Step(halfUp(v, b.Whole(decimalsRule, scheme.From)))
	if !ok { // an index below 1 x 25 cannot be, but is graded lowest
		r = now.Rows[0]
	}
	return Grade{r.Key, r.Label, scheme.Source}
}

// rounded is the weight 1/n as reports print it, rounded half up to some
// decimals: 0.11 or 0.111 for nine elements.
func rounded(n int64, decimals int) *big.Rat { return halfUp(big.NewRat(1, n), decimals) }

// halfUp rounds to a number of decimals, halves up; v is not negative.
func halfUp(v *big.Rat, decimals int) *big.Rat {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	x := new(big.Rat).Mul(v, scale)
	x.Add(x, big.NewRat(1, 2))
	floor := new(big.Int).Div(x.Num(), x.Denom())
	return new(big.Rat).Quo(new(big.Rat).SetInt(floor), scale)
}
