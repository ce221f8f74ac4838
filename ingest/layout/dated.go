package layout

import (
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// required tells the first date or number the record cannot do without.
func (r *runner) required() (string, reject.Code) {
	b := &r.bag
	switch r.p.Kind {
	case "action":
		if !b.action.Decided.Known() {
			return "decided", reject.MissingValue
		}
	case "application":
		if !b.application.Applied.Known() {
			return "applied", reject.MissingValue
		}
	case "complaint":
		if !b.complaint.Day.Known() {
			return "day", reject.MissingValue
		}
	case "operation":
		if !b.operation.Day.Known() {
			return "day", reject.MissingValue
		}
	case "tout":
		if !b.tout.Day.Known() {
			return "day", reject.MissingValue
		}
	case "case_count":
		if !b.caseCount.Month.Known() {
			return "decided", reject.MissingValue
		}
	case "ticket":
		if !b.ticket.Day.Known() && r.has("day") {
			return "day", reject.MissingValue
		}
	}
	return "", ""
}

func (r *runner) has(field string) bool {
	return slices.ContainsFunc(r.p.Columns, func(c PlanColumn) bool { return c.Field == field })
}

// note keeps the first and last date of the sheet.
func (r *runner) note() {
	d := r.date()
	if !d.Known() {
		return
	}
	if !r.tally.First.Known() || d < r.tally.First {
		r.tally.First = d
	}
	r.tally.Last = max(r.tally.Last, d)
}

// date is the date a record counts by; months count to their end.
func (r *runner) date() record.Day {
	b := &r.bag
	end := func(y, m int) record.Day {
		switch {
		case y == 0:
			return 0
		case m == 0:
			return record.DayOf(y, 12, 31)
		}
		return record.DayOf(y, m+1, 1) - 1
	}
	switch r.p.Kind {
	case "ticket":
		return b.ticket.Day
	case "queue_interval":
		return b.interval.Day
	case "ledger":
		return end(int(b.ledger.Year), int(b.ledger.Month))
	case "revenue":
		return end(int(b.revenue.Year), int(b.revenue.Month))
	case "action":
		return b.action.Decided
	case "operation":
		return b.operation.Day
	case "tout":
		return b.tout.Day
	case "answer":
		return b.answer.Day
	case "complaint":
		return b.complaint.Day
	case "application":
		return b.application.Applied
	}
	return 0
}

// dateFields are the fields that date takes a record's date from.
var dateFields = []string{"day", "decided", "applied", "year", "month"}

// noteRejected counts a rejected row in the months it speaks of. Its dates are
// read again, because the row was given up at its first bad cell.
func (r *runner) noteRejected(row *grid.Row) {
	var seen []record.Day
	for g := range r.groups {
		r.p.kind.reset(&r.bag)
		r.apply(r.groups[g].dims)
		for i, c := range r.p.Columns {
			if c.Index >= len(row.Cells) || !slices.Contains(dateFields, c.Field) {
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
	if !d.Known() || r.p.Kind == "ledger" && r.bag.ledger.Month == 0 || r.p.Kind == "revenue" && r.bag.revenue.Month == 0 {
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
