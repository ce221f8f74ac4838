// Package judge finds by arithmetic what the rows and columns of a table are to
// one another: which of them are the sum or the mean of others. It knows numbers
// and their places, and no field, record or indicator.
//
// A total is the sum of rows beside it that no other total has taken. Words
// support arithmetic and never stand in for it: a row that is called a total
// and adds up to nothing is none, and one of another name that adds up is one.
package judge

import (
	"math"
	"math/bits"
	"slices"
)

// Row is a row of a table, or a column of it when columns are judged.
type Row struct {
	Values []int64 // of the columns that may add up, in one unit
	Known  Set     // which of them are stated
	Total  bool    // a word of it says sum, total, all
	Mean   bool    // a word of it says mean
	Bare   bool    // it has no words where the other rows have some
	Name   string  // its words, to know rows of one name; "" when it has none
}

// Set is a set of columns.
type Set []uint64

// Add puts a column into the set.
func (s *Set) Add(i int) {
	for len(*s) <= i/64 {
		*s = append(*s, 0)
	}
	(*s)[i/64] |= 1 << (i % 64)
}

// Has reports whether a column is in the set.
func (s Set) Has(i int) bool { return i/64 < len(s) && s[i/64]>>(i%64)&1 == 1 }

// Len counts the columns of the set.
func (s Set) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// Total is a row that is made of others.
type Total struct {
	Row   int
	Parts []int // ascending
	Mean  bool
	// Sure says that no chance explains it, or that a word, a code or a span
	// says it too; otherwise it is a question.
	Sure   bool
	Bits   float64 // how improbable it is by chance, in bits
	Agree  int     // columns that add up
	Differ int     // columns stated in it that do not
	near   int     // and those that do but for their rounding
}

// Options say how exactly the numbers are stated and what else is known.
type Options struct {
	// Slack is by how much each number may be rounded, in its unit: 0.5 for
	// rounded figures, 0 for amounts to the sen.
	Slack float64
	// Holds says whether the place of one row in a code, or its span of time,
	// holds another's; nil when rows have none.
	Holds func(total, part int) bool
	// One says that a row that holds a single other and equals it is its total.
	One bool
	// Apart says that two rows cannot be parts of one sum.
	Apart func(a, b int) bool
}

const (
	nearly   = 0.002 // of a rounded figure by which its parts may be off for a question
	window   = 400   // rows beside a row that are tried as its parts
	suspect  = 6     // bits from which on a sum is a question
	certain  = 12    // and from which on it is none
	unnamed  = 2     // bits that a row without words needs
	fewParts = 4     // addends that make one column enough
)

// Totals finds the rows that are sums or means of others, in the order of rows.
func Totals(rows []Row, opt Options) []Total {
	j := &judging{rows: rows, opt: opt, by: map[int]*Total{}}
	j.units()
	list := make([]int, len(rows))
	for i := range rows {
		list[i] = i
	}
	for range 6 { // totals of totals
		down, up := j.pass(list, false), j.pass(list, true)
		found := down
		if weight(up) > weight(down) {
			found = up
		}
		if len(found) == 0 {
			break
		}
		taken := map[int]bool{}
		for i := range found {
			j.by[found[i].Row] = &found[i]
			for _, p := range found[i].Parts {
				taken[p] = true
			}
		}
		var rest []int
		for _, i := range list {
			if !taken[i] {
				rest = append(rest, i)
			}
		}
		list = rest
	}
	j.twins()
	j.namesakes()
	var out []Total
	for i := range rows {
		if t := j.by[i]; t != nil {
			out = append(out, *t)
		}
	}
	return out
}

// weight is how much a set of totals explains.
func weight(ts []Total) float64 {
	var w float64
	for i := range ts {
		w += math.Max(0, math.Min(ts[i].Bits, 60)) + 2*float64(len(ts[i].Parts)) + 3
	}
	return w
}

type judging struct {
	rows     []Row
	opt      Options
	by       map[int]*Total
	negative bool      // some number is
	unit     []float64 // what the numbers of each column are multiples of
}

// units finds for each column the number that all of its values are multiples
// of: figures that are rounded to fives or hundreds differ by as much.
func (j *judging) units() {
	for i := range j.rows {
		for len(j.unit) < len(j.rows[i].Values) {
			j.unit = append(j.unit, 1)
		}
	}
	for c := range j.unit {
		var g int64
		n := 0
		for i := range j.rows {
			r := &j.rows[i]
			if c < len(r.Values) && r.Known.Has(c) && r.Values[c] != 0 {
				n++
				j.negative = j.negative || r.Values[c] < 0
				g = gcd(g, r.Values[c])
			}
		}
		if n >= 4 && g > 1 {
			j.unit[c] = float64(g)
		}
	}
}

func gcd(a, b int64) int64 {
	if b < 0 {
		b = -b
	}
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// pass looks at every row of a list in one direction; rows that a total has
// taken are not offered to the next.
func (j *judging) pass(list []int, up bool) []Total {
	var open []int
	var out []Total
	for n := range list {
		i := list[n]
		if up {
			i = list[len(list)-1-n]
		}
		if j.by[i] == nil { // one that is known already is a part of what follows
			if t, ok := j.sum(i, open); ok {
				open = open[:len(open)-len(t.Parts)]
				if !up {
					slices.Reverse(t.Parts)
				}
				out = append(out, t)
			}
		}
		open = append(open, i)
	}
	return out
}

// sum tries the rows beside a row, nearest first, as its parts.
func (j *judging) sum(i int, open []int) (best Total, ok bool) {
	r := &j.rows[i]
	if r.Known.Len() == 0 || allZero(r) {
		return best, false
	}
	acc := make([]int64, len(r.Values))
	seen := make([]int, len(r.Values))
	var parts []int
	holds := j.opt.Holds != nil
	addends := 0
	for k := 1; k <= len(open) && k <= window; k++ {
		p := open[len(open)-k]
		if j.opt.Apart != nil && j.opt.Apart(i, p) {
			break
		}
		holds = holds && j.opt.Holds(i, p)
		parts = append(parts, p)
		any := false
		for c, v := range j.rows[p].Values {
			if c < len(acc) && j.rows[p].Known.Has(c) {
				acc[c] += v
				seen[c]++
				any = any || v != 0
			}
		}
		if any {
			addends++
		}
		for _, mean := range []bool{false, true} {
			if mean && (k < 2 || !r.Mean && k < 3) || !mean && r.Mean && !r.Total {
				continue
			}
			t := j.weigh(r, acc, seen, k, mean)
			t.Row, t.Mean = i, mean
			if j.accepts(&t, r, k, addends, holds) || r.Bare && !mean && j.alone(&t, k, addends, j.allOf(i, open, k)) {
				t.Parts = append([]int{}, parts...)
				return t, true
			}
		}
		if !j.negative && passed(r, acc) {
			break
		}
	}
	return best, false
}

func allZero(r *Row) bool {
	for c, v := range r.Values {
		if r.Known.Has(c) && v != 0 {
			return false
		}
	}
	return true
}

// passed reports that the parts exceed the row in every column, so that no
// further part can mend it; with negative numbers it never does.
func passed(r *Row, acc []int64) bool {
	over, all := 0, 0
	for c, v := range r.Values {
		if !r.Known.Has(c) {
			continue
		}
		if acc[c] < 0 || v < 0 {
			return false
		}
		if all++; acc[c] > v+v/50+2 {
			over++
		}
	}
	return over == all
}

// weigh compares a row with the sum or the mean of its parts.
func (j *judging) weigh(r *Row, acc []int64, seen []int, k int, mean bool) Total {
	var t Total
	slack := j.opt.Slack * math.Sqrt(float64(k)+1) * 1.5
	if j.opt.Slack > 0 && slack < 1 {
		slack = 1
	}
	if k == 1 {
		slack = 0 // a row that merely repeats another
	}
	exact := slack == 0
	counted := map[int64]bool{}
	for c, v := range r.Values {
		if !r.Known.Has(c) || seen[c] == 0 && v == 0 {
			continue
		}
		unit := j.unit[c]
		want, within := float64(acc[c]), slack*unit
		if mean {
			want, within = want/float64(max(1, seen[c])), math.Max(j.opt.Slack*2, 0.5)*unit
		}
		if off := math.Abs(want - float64(v)); off > within {
			if j.opt.Slack > 0 && off <= nearly*math.Abs(float64(v)) {
				t.near++
			} else if seen[c] < k && float64(v) > want && want >= 0 && !mean {
				continue // a part that is not stated may make it up
			} else {
				t.Differ++
			}
			continue
		}
		if v == 0 {
			continue
		}
		t.Agree++
		if !counted[v] {
			counted[v] = true
			said := math.Log2(float64(plain(v)))
			if !exact {
				said = math.Log2(math.Abs(float64(v))/unit) - math.Log2(2*within/unit+1)
			}
			t.Bits += math.Max(0, said)
		}
	}
	t.Bits -= j.tries(k)
	return t
}

// tries is what the sums that are tried take from the bits of one.
func (j *judging) tries(k int) float64 {
	return math.Log2(float64(k)+1) + math.Log2(float64(min(len(j.rows), window)))
}

// allOf reports that the k nearest rows are all that a row can add up: those of
// its month or day, or all there are.
func (j *judging) allOf(i int, open []int, k int) bool {
	return k == len(open) || j.opt.Apart != nil && j.opt.Apart(i, open[len(open)-k-1])
}

// alone decides of a row without words where the others have some. The sum of
// all that it can add up is the only one that is tried; and where a single row
// may have a total, one that equals it is that. Columns of equal numbers say
// little each, and yet three of them that add up leave no other reading.
func (j *judging) alone(t *Total, k, addends int, whole bool) bool {
	switch {
	case t.Agree == 0 || t.Differ+t.near > 0 || !whole:
		return false
	case addends >= fewParts, j.opt.One && k == 1 && t.Agree >= 2:
		t.Sure = t.Bits+j.tries(k) >= unnamed
	case addends >= 2:
		t.Sure = t.Agree >= 3 || t.Bits+j.tries(k) >= suspect
		return true
	}
	return t.Sure
}

// plain is a number without its sign and the zeros at its end: what it says
// beyond its size.
func plain(v int64) int64 {
	if v < 0 {
		v = -v
	}
	for v >= 10 && v%10 == 0 {
		v /= 10
	}
	return max(v, 1)
}

// accepts decides whether agreement is a total, and whether surely.
func (j *judging) accepts(t *Total, r *Row, k, addends int, holds bool) bool {
	if t.Agree+t.near == 0 || 4*t.Differ > t.Agree+t.near {
		return false
	}
	word := r.Total && !t.Mean || r.Mean && t.Mean
	exact := t.Differ+t.near == 0
	switch {
	case word, holds:
		t.Sure = exact || t.Bits >= certain && t.Agree > t.Differ+t.near
		return k > 1 || exact && (word || j.opt.One || t.Bits >= suspect)
	case t.near > 0 && t.Differ == 0 && t.Agree+t.near >= 3 && addends >= 2 && !t.Mean:
		return true
	case 4*t.Differ > t.Agree || t.near > t.Agree:
		return false
	case addends < 2 || t.Mean && (addends < 3 || t.Agree < 3):
		return false
	case r.Bare && t.Bits >= unnamed:
		t.Sure = true
		return true
	case t.Agree < 2 && addends < fewParts:
		return false
	}
	t.Sure = t.Bits >= certain
	return t.Bits >= suspect
}
