package judge

import "slices"

// twins finds rows that state a total once more, at the other end of its parts:
// without words, with the word, or with the code that holds them.
func (j *judging) twins() {
	for i := range j.rows {
		if j.by[i] != nil || allZero(&j.rows[i]) {
			continue
		}
		for _, k := range []int{-1, 1} {
			t := j.around(i, k)
			if t == nil || !j.equal(i, t.Row) {
				continue
			}
			r := &j.rows[i]
			holds := j.opt.Holds != nil && !slices.ContainsFunc(t.Parts, func(p int) bool { return !j.opt.Holds(i, p) })
			if r.Bare || r.Total || holds {
				j.by[i] = &Total{Row: i, Parts: t.Parts, Mean: t.Mean, Sure: t.Sure, Bits: t.Bits, Agree: t.Agree}
			}
		}
	}
}

// around is the total whose rows, parts and itself, end beside a row.
func (j *judging) around(i, step int) *Total {
	for _, t := range j.by {
		lo, hi := min(slices.Min(t.Parts), t.Row), max(slices.Max(t.Parts), t.Row)
		if step < 0 && hi == i-1 || step > 0 && lo == i+1 {
			return t
		}
	}
	return nil
}

func (j *judging) equal(a, b int) bool {
	x, y := &j.rows[a], &j.rows[b]
	n := 0
	for c := range x.Values {
		if x.Known.Has(c) != y.Known.Has(c) || x.Values[c] != y.Values[c] {
			return false
		}
		if x.Known.Has(c) && x.Values[c] != 0 {
			n++
		}
	}
	return n > 0
}

// namesakes finds the rows that are the sums of all rows of their own name, as
// the men of a country are of those of its provinces.
func (j *judging) namesakes() {
	by := map[string][]int{}
	for i := range j.rows {
		if n := j.rows[i].Name; n != "" {
			by[n] = append(by[n], i)
		}
	}
	for _, same := range by {
		if len(same) < 3 {
			continue
		}
		for _, up := range []bool{true, false} {
			i, parts := same[len(same)-1], same[:len(same)-1]
			if up {
				i, parts = same[0], same[1:]
			}
			if j.by[i] != nil {
				continue
			}
			if t, ok := j.whole(i, parts); ok {
				j.by[i] = &t
				break
			}
		}
	}
}

// whole holds a row against all of some others.
func (j *judging) whole(i int, parts []int) (Total, bool) {
	r := &j.rows[i]
	acc, seen := make([]int64, len(r.Values)), make([]int, len(r.Values))
	for _, p := range parts {
		for c, v := range j.rows[p].Values {
			if c < len(acc) && j.rows[p].Known.Has(c) {
				acc[c] += v
				seen[c]++
			}
		}
	}
	t := j.weigh(r, acc, seen, len(parts), false)
	t.Row, t.Parts, t.Sure = i, append([]int{}, parts...), t.Bits >= certain
	return t, t.Agree > 0 && 4*t.Differ <= t.Agree && t.Bits >= suspect && (t.Agree > 1 || len(parts) >= fewParts)
}
