package layout

import (
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// required tells the first field the record cannot do without, and the field
// whose unclear word would have to decide what the record means.
func (r *runner) required() (string, reject.Code) {
	k := r.p.kind
	for _, n := range k.needs {
		if !n.known(&r.bag) && (!n.given || r.has(n.field)) {
			return n.field, reject.MissingValue
		}
	}
	if r.monthless() {
		return "month", reject.MissingValue
	}
	if b := &r.bag; b.ticket.Status == record.StatusUnread && r.remark("status") {
		b.ticket.Status = record.StatusUnknown // a remark need not speak of the outcome
	}
	if k.settled != nil && len(r.bag.unclear) > 0 {
		if field, code := k.settled(&r.bag, r.has); code != "" && !r.remark(field) {
			return field, code
		}
	}
	return "", ""
}

// monthless reports a record of a year of which the table has months: which of
// them it belongs to, if it is not the sum of some, is not known.
func (r *runner) monthless() bool {
	k := r.p.kind
	if k.flows == nil || len(r.monthly) == 0 || !k.yearly(&r.bag) {
		return false
	}
	year, is := k.flows(&r.bag)
	return is && r.monthly[int64(year)]
}

func (r *runner) has(field string) bool {
	return slices.ContainsFunc(r.p.Columns, func(c PlanColumn) bool { return c.Field == field })
}

// note keeps the first and last date of the sheet, and the words of the record
// that were not clear.
func (r *runner) note() {
	r.noteWords()
	if f := r.bag.denied; f != "" {
		r.sink.Reject(record.Reject{Ref: r.bag.ref, Column: r.heading(f), Code: reject.StatusConflict})
	}
	first, last := r.date(), r.date()
	if span := r.p.kind.span; span != nil {
		first, last = span(&r.bag)
	}
	if first.Known() && (!r.tally.First.Known() || first < r.tally.First) {
		r.tally.First = first
	}
	r.tally.Last = max(r.tally.Last, last)
}

// date is the date a record counts by.
func (r *runner) date() record.Day { return r.p.kind.date(&r.bag) }

// monthEnd is the last day of a month, or of the year where the month is 0; not
// known where the year is 0.
func monthEnd(y, m int) record.Day {
	switch {
	case y == 0:
		return 0
	case m == 0:
		return record.DayOf(y, 12, 31)
	}
	return record.DayOf(y, m+1, 1) - 1
}

// spanOf is the first and the last of the days that are known.
func spanOf(days ...record.Day) (first, last record.Day) {
	for _, d := range days {
		if d.Known() && (!first.Known() || d < first) {
			first = d
		}
		last = max(last, d)
	}
	return first, last
}

// noteRejected counts a rejected row in the months it speaks of. Its dates are
// read again, because the row was given up at its first bad cell.
func (r *runner) noteRejected(row *grid.Row) {
	var seen []record.Day
	for g := range r.groups {
		r.p.kind.reset(&r.bag)
		r.apply(r.groups[g].dims)
		for i, c := range r.p.Columns {
			if c.Index >= len(row.Cells) || !slices.Contains(r.p.kind.dates, c.Field) {
				continue
			}
			if v, ok, code := r.p.readers[i].parse(&row.Cells[c.Index]); ok && code == "" {
				f, _ := r.p.kind.field(c.Field)
				f.set(&r.bag, v)
			}
		}
		if m := r.month(); m.Known() && !slices.Contains(seen, m) {
			seen = append(seen, m)
			r.tally.rejectedIn(m)
		}
	}
}

// month is the first day of the month a record counts by; not known for a
// record of a whole year.
func (r *runner) month() record.Day {
	d := r.date()
	if !d.Known() || r.p.kind.yearly != nil && r.p.kind.yearly(&r.bag) {
		return 0
	}
	y, m, _ := d.Date()
	return record.DayOf(y, m, 1)
}

func (t *Tally) rejectedIn(month record.Day) {
	for i := range t.RejectedIn {
		if t.RejectedIn[i].Month == month {
			t.RejectedIn[i].N++
			return
		}
	}
	t.RejectedIn = append(t.RejectedIn, MonthCount{month, 1})
}
