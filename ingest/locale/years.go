package locale

// Years counts dates by year, 1900 to 2199.
type Years [300]uint32

// Add counts one date.
func (y *Years) Add(year int) {
	if year >= 1900 && year < 2200 {
		y[year-1900]++
	}
}

// Join adds the counts of other dates.
func (y *Years) Join(o *Years) {
	if o != nil {
		for i := range o {
			y[i] += o[i]
		}
	}
}

// Mostly reports a year that most of the dates are of, but not all.
func (y *Years) Mostly(year int) bool {
	var all uint32
	for _, n := range y {
		all += n
	}
	if year < 1900 || year >= 2200 {
		return false
	}
	n := y[year-1900]
	return 2*n > all && n < all
}

// LonelyGap is how many years a date must lie away from all others to be a
// slip: typing 2061 for 2016 moves by decades, while registers without an entry
// for fifteen years are not kept in one table.
const LonelyGap = 15

// Span gives the first and last year of the dates, without lonely years: those
// of one date in twenty at most, or of a single one, far outside all others. A
// year after latest, when the file was written, is lonely too, where hardly any
// date is of such years; 0 = not known. ok is false when no year is lonely.
func (y *Years) Span(latest int) (from, to int, ok bool) {
	near := *y
	var total, late uint32
	for i, n := range y {
		if total += n; latest != 0 && 1900+i > latest {
			late += n
			near[i] = 0
		}
	}
	if late*20 > total && late > 1 || late == total {
		near, late = *y, 0
	}
	from, to = near.cluster(total - late)
	for i, n := range y {
		if n > 0 && (1900+i < from || 1900+i > to) {
			return from, to, true
		}
	}
	return from, to, false
}

// cluster is the run of years, without a gap of LonelyGap, that holds nearly
// all dates; the whole span where no run does.
func (y *Years) cluster(total uint32) (from, to int) {
	var first, last, begin, in uint32
	seen := false
	for i, n := range y {
		at := uint32(1900 + i)
		switch {
		case n == 0:
			continue
		case !seen:
			first, begin, seen = at, at, true
		case at-last >= LonelyGap:
			if most(in, total) {
				return int(begin), int(last)
			}
			begin, in = at, 0
		}
		last, in = at, in+n
	}
	if most(in, total) {
		return int(begin), int(last)
	}
	return int(first), int(last)
}

// most reports a share so great that the rest are slips.
func most(in, total uint32) bool { return in*20 >= total*19 || total-in == 1 && in > 1 }
