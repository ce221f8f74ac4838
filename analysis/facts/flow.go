package facts

import (
	"cmp"
	"math/big"
	"slices"

	"rapor/ingest/record"
)

// Amounts of months without a heading that says so are each month's own, or the
// sum since January. What they are is a matter of the whole table, and of all
// tables of one month each together, and is told by arithmetic.

// reading is what amounts of months are.
type reading uint8

const (
	monthly reading = iota // each month's own
	running                // the sum since January
	unclear                // both fit
)

// why is the arithmetic by which a reading is known.
type why uint8

const (
	byNothing   why = iota // one month only: both are the same
	byHeading              // said by the table
	byYear                 // the sum, or the last month, is the year's amount
	byRemainder            // the printed remainder or percentage
	byFall                 // a month is below the one before
	byCeiling              // the sum exceeds the ceiling, and the last month does not
	byEvenness             // every month is the same
	byPlan                 // the plan of the same table is known
	byWords                // said around the table, and its arithmetic allows it
	byMagnitude            // the sum of a whole year is most of the ceiling, and the last month little
)

// nature is the reading of a table's amounts with what it is known by; its plan
// may be of another.
type nature struct {
	is   reading
	why  why
	plan reading
}

// track is one line of a table through the months of a year.
type track struct {
	own, plan [13]record.Amount // index = month, 0 unused
	rest      [13]record.Amount // remainder as printed
	part      [13]record.Decimal
	top       record.Amount // latest ceiling or target
	year      record.Amount // stated for the whole year
	from      [13]*spot     // the table that states a month
	loose     bool          // top is a target: it may be passed
	told      record.Tri    // what words around the table say: running (Yes) or each month's own (No)
}

// known12 lists the months of a measure that are stated, in order.
func known12(x *[13]record.Amount) (months []int) {
	for m := 1; m <= 12; m++ {
		if x[m].Known {
			months = append(months, m)
		}
	}
	return months
}

// shape is what the months of a measure look like over all lines of a table.
type shape struct {
	most                int // months of the line that has most
	steps, falls, rises int // from one stated month to the next, of all lines
}

func shapeOf(tracks []*track, of func(*track) *[13]record.Amount) shape {
	var s shape
	for _, t := range tracks {
		x := of(t)
		months := known12(x)
		s.most = max(s.most, len(months))
		for i := 1; i < len(months); i++ {
			c := cmp.Compare(x[months[i]].Sen, x[months[i-1]].Sen)
			s.steps, s.falls, s.rises = s.steps+1, s.falls+boolInt(c < 0), s.rises+boolInt(c > 0)
		}
	}
	return s
}

func spentOf(t *track) *[13]record.Amount { return &t.own }
func planOf(t *track) *[13]record.Amount  { return &t.plan }

// judge tells what the amounts of a table's lines are, by the first of: the
// year's amount, the printed remainder and percentage, a month below the one
// before, the ceiling, months that are all alike, the plan beside them, and the
// size of a whole year's sum. Where none decides, both readings fit.
func judge(tracks []*track) nature {
	n := judgeOwn(tracks).told(toldOf(tracks))
	if n.plan = judgePlan(tracks); n.plan == unclear {
		n.plan = n.is
	}
	return n
}

// toldOf is what words say of a table, or of tables of one month each: Unread
// where they do not agree.
func toldOf(tracks []*track) (told record.Tri) {
	for _, t := range tracks {
		told = agree(told, t.told)
	}
	return told
}

func agree(a, b record.Tri) record.Tri {
	switch {
	case a == b || b == record.Unknown:
		return a
	case a == record.Unknown:
		return b
	}
	return record.Unread
}

// told holds words against arithmetic: words decide what arithmetic leaves open,
// and where the two disagree both readings fit.
func (n nature) told(words record.Tri) nature {
	is := monthly
	switch words {
	case record.Unknown:
		return n
	case record.Unread:
		return nature{is: unclear}
	case record.Yes:
		is = running
	}
	switch {
	case n.is == unclear || n.why == byNothing:
		return nature{is: is, why: byWords}
	case n.is != is:
		return nature{is: unclear}
	}
	return n
}

func judgeOwn(tracks []*track) nature {
	s := shapeOf(tracks, spentOf)
	if s.most < 2 {
		return nature{is: monthly}
	}
	if is, ok := vote(tracks, byYearTotal); ok {
		return nature{is: is, why: byYear}
	}
	if is, ok := vote(tracks, byPrinted); ok && (is == monthly || s.falls == 0 && s.rises > 0) {
		return nature{is: is, why: byRemainder}
	}
	switch {
	case s.falls > 0 && 6*s.falls <= s.steps && slices.ContainsFunc(tracks, overTop):
		return nature{is: unclear} // running totals of which one was corrected, or spending above the ceiling
	case s.falls > 0:
		return nature{is: monthly, why: byFall}
	case s.rises == 0:
		return nature{is: monthly, why: byEvenness}
	case slices.ContainsFunc(tracks, overTop):
		return nature{is: running, why: byCeiling}
	}
	if is := judgePlan(tracks); is != unclear {
		return nature{is: is, why: byPlan}
	}
	if wholeYear(tracks) {
		return nature{is: monthly, why: byMagnitude}
	}
	return nature{is: unclear}
}

// judgePlan tells what the plan of the months is; unclear also where there is
// none.
func judgePlan(tracks []*track) reading {
	s := shapeOf(tracks, planOf)
	if s.most < 2 {
		return unclear
	}
	switch {
	case s.falls > 0, s.rises == 0:
		return monthly
	case slices.ContainsFunc(tracks, func(t *track) bool { return over(&t.plan, t.top, t.loose) }):
		return running
	}
	ends, adds := 0, 0
	for _, t := range tracks {
		months := known12(&t.plan)
		if len(months) < 2 || !t.top.Known || t.top.Sen == 0 {
			continue
		}
		last, sum := t.plan[months[len(months)-1]].Sen, sumOf(&t.plan)
		ends, adds = ends+boolInt(last == t.top.Sen), adds+boolInt(sum == t.top.Sen)
	}
	switch {
	case adds > 0 && ends == 0:
		return monthly
	case ends > 0 && adds == 0:
		return running
	}
	return unclear
}

func sumOf(x *[13]record.Amount) (sum record.Rupiah) {
	for m := 1; m <= 12; m++ {
		sum += x[m].Sen
	}
	return sum
}

// vote asks every line; the answer is that of all lines that have one.
func vote(tracks []*track, ask func(*track) (reading, bool)) (is reading, ok bool) {
	n := [2]int{}
	for _, t := range tracks {
		if r, told := ask(t); told {
			n[r]++
		}
	}
	return reading(boolInt(n[running] > 0)), (n[monthly] > 0) != (n[running] > 0)
}

// byYearTotal: the months add up to the year's amount, or the last of them is it.
func byYearTotal(t *track) (reading, bool) {
	months := known12(&t.own)
	if !t.year.Known || t.year.Sen == 0 || len(months) < 2 {
		return 0, false
	}
	adds, ends := sumOf(&t.own) == t.year.Sen, t.own[months[len(months)-1]].Sen == t.year.Sen
	return reading(boolInt(ends)), adds != ends
}

// byPrinted: the remainder is the ceiling less the month, or less all months so
// far. A percentage of the sum tells that months are added up; one of the month
// alone is printed of either. Only months whose readings differ tell.
func byPrinted(t *track) (reading, bool) {
	if !t.top.Known || t.top.Sen <= 0 {
		return 0, false
	}
	var sum record.Rupiah
	fits := [2]bool{true, true}
	told, left := false, false
	for _, m := range known12(&t.own) {
		x := t.own[m].Sen
		if sum += x; sum == x {
			continue
		}
		if r := t.rest[m]; r.Known {
			told, left = true, true
			fits[monthly] = fits[monthly] && r.Sen == t.top.Sen-sum
			fits[running] = fits[running] && r.Sen == t.top.Sen-x
		}
		if p := t.part[m]; p.Known {
			told = true
			fits[monthly] = fits[monthly] && nearPercent(p.N, sum, t.top.Sen)
			fits[running] = fits[running] && nearPercent(p.N, x, t.top.Sen)
		}
	}
	fits[running] = fits[running] && left
	return reading(boolInt(fits[running])), told && fits[monthly] != fits[running]
}

// overTop: added up, the months exceed the ceiling, which the last does not.
func overTop(t *track) bool { return over(&t.own, t.top, t.loose) }

func over(x *[13]record.Amount, top record.Amount, loose bool) bool {
	months := known12(x)
	if !top.Known || top.Sen <= 0 || len(months) < 2 {
		return false
	}
	sum, last := sumOf(x), x[months[len(months)-1]].Sen
	if loose { // revenue passes its target, though hardly twice
		return len(months) > 2 && sum/2 > top.Sen && last <= top.Sen+top.Sen/4
	}
	return sum > top.Sen && last <= top.Sen
}

// wholeYear: ten months or more whose sum is at least half of the ceiling, of
// which the last month is at most a quarter.
func wholeYear(tracks []*track) bool {
	var sum, last, top record.Rupiah
	for _, t := range tracks {
		months := known12(&t.own)
		if len(months) == 0 {
			continue
		}
		if len(months) < 10 || !t.top.Known {
			return false
		}
		sum, last, top = sum+sumOf(&t.own), last+t.own[months[len(months)-1]].Sen, top+t.top.Sen
	}
	return top > 0 && sum <= top+top/50 && big.NewRat(int64(sum), int64(top)).Cmp(big.NewRat(1, 2)) >= 0 && last <= top/4
}
