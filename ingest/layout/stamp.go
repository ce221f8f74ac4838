package layout

import (
	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// stamps reads times that hold their date. The record's day is that of its
// column, or else the earliest of its times; times of a later day go on beyond
// midnight, so that a wait over three days is one.
type stamps struct {
	day   field // the field of the day; its column, or none
	own   int   // plan column of the day, -1 when there is none
	times []int // plan columns of times
	row   uint32
	at    record.Day // the day of the row that is being read
}

// longest is how many days after its ticket was taken a time may lie.
const longest = 366

func (r *runner) stamps() {
	r.stamp = stamps{own: -1}
	f, ok := r.p.kind.field("day")
	if !ok || f.typ != day {
		return
	}
	r.stamp.day = *f
	for i, c := range r.p.Columns {
		switch {
		case c.Field == "day":
			r.stamp.own = i
		case c.Field != "" && r.p.readers[i].typ == clock:
			r.stamp.times = append(r.stamp.times, i)
		}
	}
}

// onDay puts a time with a date on the day of its row.
func (r *runner) onDay(row *grid.Row, i int, v value) (value, reject.Code) {
	s := &r.stamp
	if s.day.set == nil {
		return v, ""
	}
	if s.row != row.N {
		s.row, s.at = row.N, r.dayOf(row)
	}
	after := int32(v.day - s.at)
	switch {
	case !s.at.Known():
		return v, ""
	case after < 0, after > longest, after > 0 && s.own >= 0 && r.p.Columns[i].Field == "taken":
		return v, reject.DateConflict
	}
	if s.own < 0 {
		s.day.set(&r.bag, value{day: s.at})
	}
	v.sec += after * 24 * 3600
	return v, ""
}

// dayOf is the day of a row: that of its column, or the earliest of its times.
func (r *runner) dayOf(row *grid.Row) record.Day {
	read := func(i int) record.Day {
		c := &r.p.Columns[i]
		if c.Index >= len(row.Cells) {
			return 0
		}
		v, ok, code := r.p.readers[i].parse(&row.Cells[c.Index])
		if !ok || code != "" {
			return 0
		}
		return v.day
	}
	if r.stamp.own >= 0 {
		return read(r.stamp.own)
	}
	var first record.Day
	for _, i := range r.stamp.times {
		if d := read(i); d.Known() && (!first.Known() || d < first) {
			first = d
		}
	}
	return first
}

// yearOf takes the year out of a month's cell; a column of the year that says
// otherwise contradicts it.
func (r *runner) yearOf(row *grid.Row, year int) reject.Code {
	f, ok := r.p.kind.field("year")
	if !ok {
		return ""
	}
	for k, c := range r.p.Columns {
		if c.Field != "year" || c.Index >= len(row.Cells) {
			continue
		}
		if v, known, code := r.p.readers[k].parse(&row.Cells[c.Index]); known && code == "" && int(v.n) != year {
			return reject.DateConflict
		}
	}
	return f.set(&r.bag, value{n: int64(year)})
}
