package edition

import (
	"cmp"
	"slices"
)

// cell is one count of a row of counts whose sum is known from elsewhere.
type cell struct {
	n     int64
	small bool // it must be masked by itself
}

// complement says which cells of a row with a known sum are masked, so that
// the sum gives none of them away: at least two, and together so many that
// each of them could be any number from one up to the least printed. Where
// more than half of the cells that hold anything are small, all are masked,
// those of none too.
func complement(row []cell, least int64) []bool {
	out := make([]bool, len(row))
	filled, small := 0, 0
	for i, c := range row {
		if c.n > 0 {
			filled++
		}
		if c.small {
			out[i] = true
			small++
		}
	}
	if small == 0 {
		return out
	}
	if 2*small <= filled {
		for _, i := range bySize(row) {
			if hidden(row, out, least) {
				return out
			}
			out[i] = true
		}
		if hidden(row, out, least) {
			return out
		}
	}
	for i := range out {
		out[i] = true
	}
	return out
}

// hidden reports whether the masked cells hide one another, their sum known.
func hidden(row []cell, out []bool, least int64) bool {
	var k, sum int64
	for i, c := range row {
		if out[i] {
			k, sum = k+1, sum+c.n
		}
	}
	return k >= 2 && sum >= k-1+least
}

// bySize lists the cells that may be masked to cover others, smallest first.
func bySize(row []cell) []int {
	var out []int
	for i, c := range row {
		if !c.small && c.n > 0 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(row[a].n, row[b].n) })
	return out
}
