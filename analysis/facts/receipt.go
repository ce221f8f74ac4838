package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// Receipt is one revenue account's year as both systems booked it.
type Receipt struct {
	Account string
	Label   string // as first printed
	Lines   int64  // rows of the exports that state it
	Months  [12]ReceiptMonth
	Year    ReceiptMonth // figures stated for the whole year only
	Doubts  Doubts
}

// ReceiptMonth is one month of a revenue account, in sen. Target is the year's
// target as that month states it; the rest are flows and sums from January.
type ReceiptMonth struct {
	Target                    record.Amount
	Simponi, Span             record.Amount
	SimponiToDate, SpanToDate record.Amount
}

// Receipts puts the revenue lines of an office and a fiscal year together by
// account code (by label where no code is printed), ascending. SIMPONI and
// SPAN book the same money and are kept apart; several tables of the same
// account are settled, not added.
func (f *Finance) Receipts(office string, year int) []Receipt {
	var lines []record.Revenue
	for i := range f.revenue {
		r := &f.revenue[i]
		if r.Office == office && int(r.Year) == year && year != 0 {
			lines = append(lines, *r)
		}
	}
	slices.SortStableFunc(lines, func(a, b record.Revenue) int {
		return cmp.Or(strings.Compare(key(a.Account, a.Label), key(b.Account, b.Label)), cmp.Compare(a.Month, b.Month), compareRef(a.Ref, b.Ref))
	})
	var out []Receipt
	for i := 0; i < len(lines); {
		end, k := i, key(lines[i].Account, lines[i].Label)
		for end < len(lines) && key(lines[end].Account, lines[end].Label) == k {
			end++
		}
		out = append(out, f.receipt(lines[i:end]))
		i = end
	}
	return out
}

func (f *Finance) receipt(lines []record.Revenue) Receipt {
	r := Receipt{Account: lines[0].Account, Label: lines[0].Label, Lines: int64(len(lines))}
	var simponi, span course
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].Month == lines[i].Month {
			end++
		}
		f.took(&r, lines[i:end], &simponi, &span)
		i = end
	}
	a, b := simponi.follow(&r.Doubts), span.follow(&r.Doubts)
	r.Doubts.year(r.Year.Simponi, a.toDate[11], lines[0].Ref, lines[len(lines)-1].Ref)
	r.Doubts.year(r.Year.Span, b.toDate[11], lines[0].Ref, lines[len(lines)-1].Ref)
	for m := range r.Months {
		r.Months[m].Simponi, r.Months[m].SimponiToDate = a.flow[m], a.toDate[m]
		r.Months[m].Span, r.Months[m].SpanToDate = b.flow[m], b.toDate[m]
	}
	return r
}

// took settles what both systems booked in one month.
func (f *Finance) took(r *Receipt, lines []record.Revenue, simponi, span *course) {
	nature := func(l *record.Revenue) nature { return f.receipts.of(l.Office, l.Year, l.Ref, l.Cumulative) }
	get := func(of func(*record.Revenue) record.Amount, cumulative bool, any bool, measure string) record.Amount {
		var cs []claim
		for i := range lines {
			l := &lines[i]
			if v := of(l); v.Known && (any || (nature(l).is == running) == cumulative) {
				cs = append(cs, claim{ref: l.Ref, label: l.Label, value: v})
			}
		}
		s := settle(cs)
		r.Doubts.note(s, measure, lines[0].Month, cumulative || any)
		return s.Amount
	}
	first := func(l *record.Revenue) record.Amount { return l.Simponi }
	second := func(l *record.Revenue) record.Amount { return l.Span }
	m := int(lines[0].Month)
	at := &r.Year
	if m >= 1 && m <= 12 {
		at = &r.Months[m-1]
	}
	at.Target = get(func(l *record.Revenue) record.Amount { return l.Target }, false, true, "ceiling")
	if at == &r.Year {
		at.Simponi, at.Span = get(first, false, true, "spent"), get(second, false, true, "spent")
		return
	}
	for i := range lines {
		switch n := nature(&lines[i]); {
		case n.is == unclear && r.Doubts.Unclear.Row == 0:
			r.Doubts.Unclear = lines[i].Ref
		case n.is == running && n.why != byHeading:
			r.Doubts.Inferred = true
		}
	}
	simponi.flow[m], simponi.total[m] = get(first, false, false, "spent"), get(first, true, false, "spent")
	span.flow[m], span.total[m] = get(second, false, false, "spent"), get(second, true, false, "spent")
}

// TargetAt is the year's target as known at the end of a month, found as a
// budget's ceiling.
func (r *Receipt) TargetAt(month int) record.Amount {
	for m := min(month, 12); m >= 1; m-- {
		if t := r.Months[m-1].Target; t.Known {
			return t
		}
	}
	if r.Year.Target.Known {
		return r.Year.Target
	}
	for m := max(month, 0); m < 12; m++ {
		if t := r.Months[m].Target; t.Known {
			return t
		}
	}
	return record.Amount{}
}

// SimponiTo and SpanTo are the receipts from January to the end of a month;
// whole is false when months are missing.
func (r *Receipt) SimponiTo(month int) (a record.Amount, whole bool) {
	return r.to(month, r.Year.Simponi, func(m *ReceiptMonth) (flow, toDate record.Amount) { return m.Simponi, m.SimponiToDate })
}

// SpanTo is SimponiTo for the treasury's system.
func (r *Receipt) SpanTo(month int) (a record.Amount, whole bool) {
	return r.to(month, r.Year.Span, func(m *ReceiptMonth) (flow, toDate record.Amount) { return m.Span, m.SpanToDate })
}

func (r *Receipt) to(month int, year record.Amount, of func(*ReceiptMonth) (flow, toDate record.Amount)) (a record.Amount, whole bool) {
	if _, t := of(&r.Months[month-1]); t.Known {
		return t, true
	}
	if month == 12 && year.Known {
		return year, true
	}
	start := 0
	for m := month; m >= 1; m-- {
		if _, t := of(&r.Months[m-1]); t.Known {
			a, start = t, m
			break
		}
	}
	for m := start + 1; m <= month; m++ {
		if x, _ := of(&r.Months[m-1]); x.Known {
			a = record.Amount{Sen: a.Sen + x.Sen, Known: true}
		}
	}
	return a, false
}
