package analysis

import (
	"cmp"
	"math/big"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// Contradiction is a table of a source that speaks against itself or another.
type Contradiction struct {
	By     facts.Against
	Code   reject.Code
	Kind   string
	Tables []record.Ref // whose rows are meant; the row is of no matter
	// Office is whose values rest on it, as named in the facts; Any takes those
	// of all offices, as far as they rest on the source.
	Office string
	Any    bool
	// From and To are the days that values rest on it for; not known: all.
	From, To record.Day
	AtEnd    bool // values whose period ends within these days
	// Off is the difference as a share of what the table states. Where it is nil,
	// Diff is compared with the observations of the value.
	Off  *big.Rat
	Diff int64
}

// Contradictions are those between the rows of sealed facts.
func Contradictions(f *facts.Set) []Contradiction {
	var out []Contradiction
	for _, x := range f.Contradictions() {
		c := Contradiction{By: x.By, Code: x.Code, Kind: x.Kind, Tables: x.Tables, Office: x.Office, From: x.From, To: x.To, AtEnd: x.AtEnd, Diff: x.Diff}
		if x.Of > 0 {
			c.Off = big.NewRat(x.Diff, x.Of)
		}
		out = append(out, c)
	}
	return out
}

// withheldOver is the difference, as a share, beyond which a value that rests on
// a contradictory table is not printed until the office says which is right.
var withheldOver = big.NewRat(1, 100)

// contradicted carries what reconciling found to a value that rests on it: a
// warning for each kind of contradiction, or, beyond the bound, the value withheld.
func (c *run) contradicted(kinds []string, sel facts.Selection, v *result.Value) {
	if !v.Known() {
		return
	}
	off := map[facts.Against]*big.Rat{}
	for i := range c.Contradictions {
		x := &c.Contradictions[i]
		if !slices.Contains(kinds, x.Kind) || !x.speaks(sel) || !x.feeds(v.Sources) {
			continue
		}
		share := x.Off
		if share == nil {
			share = big.NewRat(x.Diff, max(v.N, 1))
			if before := off[x.By]; before != nil { // events of several months
				share.Add(share, before)
			}
		}
		if before := off[x.By]; before == nil || share.Cmp(before) > 0 {
			off[x.By] = share
		}
	}
	var found []facts.Against
	for by, share := range off {
		if share.Cmp(one) > 0 {
			off[by] = one
		}
		found = append(found, by)
	}
	slices.SortFunc(found, func(a, b facts.Against) int { return cmp.Or(off[b].Cmp(off[a]), cmp.Compare(a, b)) })
	for k, by := range found {
		share := result.Num(off[by], result.Share)
		if k == 0 && off[by].Cmp(withheldOver) > 0 {
			say := says[by].withheld(share)
			*v = result.Value{NUnit: v.NUnit, Missing: &say, Sources: v.Sources}
			return
		}
		v.Warnings = append(v.Warnings, says[by].warning(share))
	}
}

var one = big.NewRat(1, 1)

// speaks reports that the values of a selection rest on it.
func (x *Contradiction) speaks(sel facts.Selection) bool {
	if !x.Any && x.Office != sel.Office {
		return false
	}
	if !x.From.Known() || !x.To.Known() || !sel.To.Known() {
		return true
	}
	if x.AtEnd {
		return x.From <= sel.To && sel.To <= x.To
	}
	return x.From <= sel.To && x.To >= sel.From
}

// feeds reports a table of one of these sources.
func (x *Contradiction) feeds(sources []int) bool {
	return slices.ContainsFunc(x.Tables, func(t record.Ref) bool { return slices.Contains(sources, int(t.Source)) })
}
