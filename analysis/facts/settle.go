package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// claim is one table's statement of one amount. Tables of several files often
// describe the same money: the ledger by account, the office's own monthly
// table, an export saved twice. Claims are therefore settled, never just added.
type claim struct {
	ref   record.Ref
	fund  record.Fund
	code  string
	label string
	value record.Amount
}

// settled is what became of the claims on one amount.
type settled struct {
	record.Amount
	used     record.Ref // first row of the table that was used
	overlap  bool       // more than one table states the amount
	disagree bool       // and they state it differently
	rival    record.Ref // a row of a table of the same lines that states them otherwise; Row 0: none
	twice    []twice    // what further tables state otherwise
}

// settle decides one amount of one account and month:
//
//  1. Within a fund, the table with the longest codes is the most detailed and
//     is used; ties: the one with most rows, then the first. A further table of
//     equal detail is added only when its codes are all different, for then it
//     holds other lines of the same ledger.
//  2. Between funds, lines that name no fund state the whole; without them RM
//     and PNBP are added; the combined table stands in where a part is missing.
//     Combined lines are never added to their parts. Other funds are added.
//
// What was not used is compared with what was.
func settle(claims []claim) settled {
	var by [record.Funds]settled
	for f := range by {
		by[f] = pick(claims, record.Fund(f))
	}
	whole, rm, pnbp, both := by[record.FundUnknown], by[record.FundRM], by[record.FundPNBP], by[record.FundCombined]
	parts, further := sum(rm, pnbp), by[record.FundOther]
	switch {
	case whole.Known:
		if !rm.Known || !pnbp.Known {
			parts = settled{} // one fund alone need not equal the whole
		} else {
			parts = sum(parts, further)
		}
		return against(against(whole, parts), both)
	case rm.Known && pnbp.Known:
		parts = against(parts, both)
	case both.Known:
		parts = both
	}
	return sum(parts, further)
}

func sum(a, b settled) settled {
	if !a.Known {
		return b
	}
	if !b.Known {
		return a
	}
	a.Sen += b.Sen
	a.overlap, a.disagree = a.overlap || b.overlap, a.disagree || b.disagree
	if a.rival.Row == 0 {
		a.rival = b.rival
	}
	a.twice = append(slices.Clip(a.twice), b.twice...)
	return a
}

// against notes that another statement of the same amount exists.
func against(s, other settled) settled {
	if other.Known {
		s.overlap = true
		s.disagree = s.disagree || other.disagree || other.Sen != s.Sen
		s.contradict(ByFunds, other.used, other.Sen)
	}
	return s
}

// contradict keeps what another table states otherwise, but for its rounding.
func (s *settled) contradict(by Against, ref record.Ref, sen record.Rupiah) {
	if !leaves(sen, s.Sen, 0) && !leaves(s.Sen, sen, 0) {
		s.twice = append(slices.Clip(s.twice), twice{by: by, ref: s.used, other: ref, diff: max(sen-s.Sen, s.Sen-sen)})
	}
}

// statement is the claims of one table.
type statement struct {
	claims []claim
	depth  int
	total  record.Rupiah
}

// pick settles the claims of one fund between tables.
func pick(claims []claim, fund record.Fund) settled {
	var tables []statement
	for _, c := range claims {
		if c.fund != fund || !c.value.Known {
			continue
		}
		i := slices.IndexFunc(tables, func(t statement) bool { return sameTable(t.claims[0].ref, c.ref) })
		if i < 0 {
			i = len(tables)
			tables = append(tables, statement{})
		}
		t := &tables[i]
		t.claims, t.depth, t.total = append(t.claims, c), max(t.depth, len(c.code)), t.total+c.value.Sen
	}
	if len(tables) == 0 {
		return settled{}
	}
	slices.SortFunc(tables, func(a, b statement) int {
		return cmp.Or(cmp.Compare(b.depth, a.depth), cmp.Compare(len(b.claims), len(a.claims)), compareRef(a.claims[0].ref, b.claims[0].ref))
	})
	out := settled{Amount: record.Amount{Sen: tables[0].total, Known: true}, used: tables[0].claims[0].ref}
	held := tables[0]
	var rest []statement
	for _, t := range tables[1:] {
		if t.depth == held.depth && t.apart(held) {
			held.claims = append(slices.Clone(held.claims), t.claims...)
			out.Sen += t.total
			continue
		}
		rest = append(rest, t)
	}
	for _, t := range rest {
		out.overlap = true
		out.disagree = out.disagree || t.total != out.Sen
		// of equal lines, more than one in a hundred is no rounding
		if by, ok := t.differs(tables[0]); ok && 100*by > max(out.Sen, -out.Sen) && out.rival.Row == 0 {
			out.rival = t.claims[0].ref
		}
		if t.recaps(held) {
			out.contradict(ByRecap, t.claims[0].ref, t.total)
		}
	}
	return out
}

// recaps reports a table that states in one line, of an account as a whole, what
// a more detailed one states in many.
func (t statement) recaps(o statement) bool {
	return len(t.claims) == 1 && t.depth <= 2 && t.depth < o.depth && len(t.claims) < len(o.claims)
}

// differs is by how much a table states lines otherwise that another states
// too; ok is false where it has other lines. Rows that say the same were set
// aside before, so that it may have fewer.
func (t statement) differs(o statement) (by record.Rupiah, ok bool) {
	lines := func(t statement) map[string]record.Rupiah {
		out := make(map[string]record.Rupiah, len(t.claims))
		for _, c := range t.claims {
			out[key(c.code, c.label)] += c.value.Sen
		}
		return out
	}
	theirs := lines(o)
	for line, sen := range lines(t) {
		x, stated := theirs[line]
		if !stated {
			return 0, false
		}
		by += max(sen-x, x-sen)
	}
	return by, true
}

func sameTable(a, b record.Ref) bool { return a.Source == b.Source && a.Sheet == b.Sheet }

// apart reports whether two tables hold different lines of one ledger: full
// account codes (four signs or more) and none in common. Shorter codes and
// bare labels are summaries and may be spelled in many ways.
func (t statement) apart(o statement) bool {
	codes := make(map[string]bool, len(o.claims))
	for _, d := range o.claims {
		codes[d.code] = true
	}
	return !slices.ContainsFunc(t.claims, func(c claim) bool { return len(c.code) < 4 || codes[c.code] })
}

// key names a line within its table.
func key(code, label string) string {
	if code != "" {
		return code
	}
	return strings.ToUpper(strings.TrimSpace(label))
}

// Doubts says how safely an account's amounts could be put together.
type Doubts struct {
	Overlaps  int        // amounts stated by more than one table
	Disagree  int        // of those, stated differently
	Used      record.Ref // a row of the table that was used where several speak
	Fell      []int8     // months whose running total is below that of the month before
	Conflicts []int8     // months whose flow and running total contradict each other
	Inferred  bool       // amounts without a heading that says so were taken as running totals
	Unclear   record.Ref // a row of a table whose months fit both readings; Row 0: none
	Rival     record.Ref // a row of a table that states the same lines as another, otherwise; Row 0: none
	twice     []twice
}

// note keeps the doubts of one measure of a month (0: the year); a level, such
// as a ceiling or a running total, does not add up over months.
func (d *Doubts) note(s settled, measure string, month int8, level bool) {
	for _, t := range s.twice {
		t.measure, t.month, t.level = measure, month, level
		d.twice = append(d.twice, t)
	}
	if !s.overlap {
		return
	}
	if d.Overlaps == 0 {
		d.Used = s.used
	}
	d.Overlaps++
	if s.disagree {
		d.Disagree++
	}
	if s.rival.Row > 0 && d.Rival.Row == 0 {
		d.Rival = s.rival
	}
}

// course is one measure through a year: what months state as their own flow,
// and what they state as running total.
type course struct {
	flow, total [13]record.Amount // index = month, 0 unused
}

// followed is a measure's flow and running total by month, each only where it
// follows from what is stated.
type followed struct{ flow, toDate [12]record.Amount }

// follow completes flows from running totals and running totals from flows.
// A month that is not stated stays unknown, and so does the flow of the month
// after it when only totals are stated: it would hold two months.
func (c *course) follow(d *Doubts) followed {
	var r followed
	before := record.Sen(0)
	for m := 1; m <= 12; m++ {
		f, t := c.flow[m], c.total[m]
		switch {
		case f.Known && t.Known && before.Known && t.Sen != before.Sen+f.Sen:
			d.Conflicts = append(d.Conflicts, int8(m))
		case !f.Known && t.Known && before.Known:
			f = record.Amount{Sen: t.Sen - before.Sen, Known: true}
			if f.Sen < 0 {
				d.Fell = append(d.Fell, int8(m))
			}
		case f.Known && !t.Known && before.Known:
			t = record.Amount{Sen: before.Sen + f.Sen, Known: true}
		}
		r.flow[m-1], r.toDate[m-1], before = f, t, t
	}
	return r
}
