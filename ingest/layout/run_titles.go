package layout

import "rapor/ingest/record"

// apply puts constants, the context of the titles and dimension values in.
func (r *runner) apply(dims []constant) {
	r.fromTitles()
	for _, c := range r.consts {
		c.f.set(&r.bag, c.v)
	}
	for _, d := range dims {
		d.f.set(&r.bag, d.v)
	}
}

// fromTitles fills year, month and fund that only the titles state.
func (r *runner) fromTitles() {
	c := r.ctx
	set := func(name string, v value) {
		if f, ok := r.p.kind.field(name); ok {
			f.set(&r.bag, v)
		}
	}
	if c.year != 0 {
		set("year", value{n: int64(c.year)})
	}
	if c.month != 0 {
		set("month", value{n: int64(c.month)})
	}
	if c.day.Known() && r.stamp.day.set != nil {
		r.stamp.day.set(&r.bag, value{day: c.day})
	}
	if titled := r.p.kind.titled; c.year != 0 && c.month != 0 && titled != "" {
		set(titled, value{day: record.DayOf(c.year, c.month, 1)})
	}
	if r.told != record.Unknown && r.p.kind.told != nil {
		*r.p.kind.told(&r.bag) = r.told
	}
	if c.fund != record.FundUnknown && r.p.kind.fund != nil {
		*r.p.kind.fund(&r.bag) = c.fund
	}
}
