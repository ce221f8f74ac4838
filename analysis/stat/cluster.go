package stat

import (
	"cmp"
	"math"
	"math/big"
	"slices"
)

// Cluster is the sample of one period kept by day: the unit that is resampled
// is the day, never the applicant, because people of one day share its crowd,
// its counters and its faults. It is immutable and safe for concurrent use.
//
// For exact weighted quantiles all values are kept once in ascending order with
// the day each comes from, and block by block the number of values each day
// has below the block. A resampled quantile then costs a few dot products and
// one short walk instead of concatenating and sorting.
type Cluster struct {
	sizes []int64 // per day
	sums  []int64 // per day
	value []int32 // all values, ascending
	day   []int32 // the day of each value
	block int     // values per block
	below []int32 // below[b*days+d]: values of day d before block b
}

// NewCluster takes one slice of values (seconds) per day, in any order and left
// as they are; days without values are left out, for they add nothing and must
// not count as evidence. For a yes or no per applicant give zeros and ones and use MeanOf.
func NewCluster(days [][]int32) *Cluster {
	c := &Cluster{}
	var kept [][]int32
	n, lo, hi := 0, int32(math.MaxInt32), int32(math.MinInt32)
	for _, d := range days {
		if len(d) == 0 {
			continue
		}
		kept = append(kept, d)
		c.sizes = append(c.sizes, int64(len(d)))
		c.sums = append(c.sums, Sum(d))
		n, lo, hi = n+len(d), min(lo, slices.Min(d)), max(hi, slices.Max(d))
	}
	c.value, c.day = make([]int32, n), make([]int32, n)
	if n > 0 && int64(hi)-int64(lo) <= int64(4*n)+1<<16 {
		c.distribute(kept, lo, hi)
	} else {
		c.merge(kept)
	}
	c.index()
	return c
}

// distribute sorts by counting: seconds of a day are few.
func (c *Cluster) distribute(days [][]int32, lo, hi int32) {
	next := make([]int32, hi-lo+2) // next[v]: where the next value lo+v goes
	for _, d := range days {
		for _, v := range d {
			next[v-lo+1]++
		}
	}
	for v := 1; v < len(next); v++ {
		next[v] += next[v-1]
	}
	for k, d := range days {
		for _, v := range d {
			i := next[v-lo]
			c.value[i], c.day[i] = v, int32(k)
			next[v-lo]++
		}
	}
}

// merge sorts by comparison.
func (c *Cluster) merge(days [][]int32) {
	type item struct{ value, day int32 }
	all := make([]item, 0, len(c.value))
	for k, d := range days {
		for _, v := range d {
			all = append(all, item{v, int32(k)})
		}
	}
	slices.SortFunc(all, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.day, b.day))
	})
	for i, it := range all {
		c.value[i], c.day[i] = it.value, it.day
	}
}

// index counts, for each block, the values of each day before it: at most 1024
// blocks of at least 64 values.
func (c *Cluster) index() {
	n, days := len(c.value), len(c.sizes)
	c.block = max(64, (n+1023)/1024)
	blocks := n/c.block + 1
	c.below = make([]int32, blocks*days)
	for i, d := range c.day {
		if b := i/c.block + 1; b < blocks {
			c.below[b*days+int(d)]++
		}
	}
	for k := days; k < len(c.below); k++ {
		c.below[k] += c.below[k-days]
	}
}

// Days is the number of days with values.
func (c *Cluster) Days() int { return len(c.sizes) }

// N is the number of values.
func (c *Cluster) N() int { return len(c.value) }

// Measure is a statistic of a period that Boot can resample.
type Measure struct {
	kind     measure
	num, den int64 // of a quantile
	limit    int32 // of a share
}

type measure uint8

const (
	meanKind measure = iota
	quantileKind
	withinKind
)

// QuantileOf is the type 7 quantile num/den, in the unit of the values.
func QuantileOf(num, den int64) Measure { return Measure{kind: quantileKind, num: num, den: den} }

// MedianOf is QuantileOf one half.
func MedianOf() Measure { return QuantileOf(1, 2) }

// MeanOf is the mean over all values of all days, in their unit.
func MeanOf() Measure { return Measure{kind: meanKind} }

// ShareWithin is the share of values <= limit, 0 to 1. The share above a limit
// is one minus it, with the bounds turned round.
func ShareWithin(limit int32) Measure { return Measure{kind: withinKind, limit: limit} }

// Exact is the measure of the sample itself; nil when it is empty.
func (c *Cluster) Exact(m Measure) *big.Rat {
	if len(c.value) == 0 {
		return nil
	}
	switch m.kind {
	case quantileKind:
		return Quantile(c.value, m.num, m.den)
	case withinKind:
		return big.NewRat(int64(c.upTo(m.limit)), int64(len(c.value)))
	}
	return Mean(c.value)
}

// upTo is the number of values <= limit.
func (c *Cluster) upTo(limit int32) int {
	i, _ := slices.BinarySearchFunc(c.value, limit, func(v, l int32) int {
		if v <= l {
			return -1
		}
		return 1
	})
	return i
}

// of is the measure when day d counts weights[d] times.
func (c *Cluster) of(m Measure, weights []int32) float64 {
	n := dot(c.sizes, weights)
	switch m.kind {
	case quantileKind:
		return c.quantile(m.num, m.den, n, weights)
	case withinKind:
		return float64(c.before(c.upTo(m.limit), weights)) / float64(n)
	}
	return float64(dot(c.sums, weights)) / float64(n)
}

func dot(x []int64, weights []int32) int64 {
	var s int64
	for d, v := range x {
		s += v * int64(weights[d])
	}
	return s
}

// blockBelow is the weighted number of values before block b.
func (c *Cluster) blockBelow(b int, weights []int32) int64 {
	row := c.below[b*len(c.sizes):][:len(weights)]
	var s int64
	for d, w := range weights {
		s += int64(row[d]) * int64(w)
	}
	return s
}

// before is the weighted number of values at positions below i.
func (c *Cluster) before(i int, weights []int32) int64 {
	b := i / c.block
	s := c.blockBelow(b, weights)
	for _, d := range c.day[b*c.block : i] {
		s += int64(weights[d])
	}
	return s
}

// quantile is the type 7 quantile of the weighted sample of n values.
func (c *Cluster) quantile(num, den, n int64, weights []int32) float64 {
	h := (n - 1) * num
	rank, rest := h/den, h%den
	lo, hi := 0, len(c.below)/len(c.sizes) // the block holding the rank: last with below <= rank
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if c.blockBelow(mid, weights) <= rank {
			lo = mid
		} else {
			hi = mid
		}
	}
	seen := c.blockBelow(lo, weights)
	i := lo * c.block
	for ; ; i++ {
		if seen += int64(weights[c.day[i]]); seen > rank {
			break
		}
	}
	v := float64(c.value[i])
	if rest == 0 || seen > rank+1 {
		return v
	}
	for i++; weights[c.day[i]] == 0; i++ {
	}
	return v + (float64(c.value[i])-v)*float64(rest)/float64(den)
}
