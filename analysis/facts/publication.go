package facts

import (
	"cmp"

	"rapor/ingest/record"
)

// publication is the lines of one table of an office and a year; tables that
// hold one month each are one publication, its table the first of them.
type publication struct {
	office string
	year   int16
	at     spot
}

// natures are the readings of all publications of a measure, by table.
type natures map[publication]nature

// of is the reading of a table's amounts; said goes before what is found.
func (n natures) of(office string, year int16, ref record.Ref, said record.Tri) nature {
	switch said {
	case record.Yes:
		return nature{running, byHeading, running}
	case record.No:
		return nature{monthly, byHeading, monthly}
	}
	return n[publication{office, year, spotOf(ref)}]
}

// statedMonth is one row of a table for one month, as any kind gives it.
type statedMonth struct {
	publication
	line      [4]string // what makes it one line through the months
	month     int8
	own, plan record.Amount
	rest      record.Amount
	part      record.Decimal
	top       record.Amount
	loose     bool
	told      record.Tri
}

// judgeAll reads the natures of all tables from rows of unstated nature. Rows of
// a whole year (month 0) state the year's amount of their line, in any table.
func judgeAll(rows []statedMonth) natures {
	type line struct {
		office string
		year   int16
		line   [4]string
	}
	whole := map[line]record.Amount{}
	months := map[publication]map[int8]bool{}
	for i := range rows {
		r := &rows[i]
		if r.month == 0 {
			if r.own.Known {
				whole[line{r.office, r.year, r.line}] = r.own
			}
			continue
		}
		if months[r.publication] == nil {
			months[r.publication] = map[int8]bool{}
		}
		months[r.publication][r.month] = true
	}
	first := map[publication]publication{} // of tables with one month each
	shared := func(p publication) publication {
		if len(months[p]) > 1 {
			return p
		}
		return first[publication{office: p.office, year: p.year}]
	}
	for p := range months {
		k := publication{office: p.office, year: p.year}
		if f, ok := first[k]; len(months[p]) == 1 && (!ok || lessSpot(p.at, f.at)) {
			first[k] = p
		}
	}
	lines := map[publication]map[[4]string]*track{}
	for i := range rows {
		r := &rows[i]
		if r.month == 0 {
			continue
		}
		p := shared(r.publication)
		if lines[p] == nil {
			lines[p] = map[[4]string]*track{}
		}
		t := lines[p][r.line]
		if t == nil {
			t = &track{year: whole[line{r.office, r.year, r.line}], loose: r.loose}
			lines[p][r.line] = t
		}
		t.add(r)
	}
	verdicts := natures{}
	for p, of := range lines {
		list := make([]*track, 0, len(of))
		for _, t := range of {
			list = append(list, t)
		}
		verdicts[p] = judge(list)
	}
	out := natures{}
	for p := range months {
		out[p] = verdicts[shared(p)]
	}
	return out
}

func lessSpot(a, b spot) bool {
	return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.sheet, b.sheet)) < 0
}

// add takes one row in; of several tables that state a month the first counts.
func (t *track) add(r *statedMonth) {
	m := r.month
	if t.from[m] == nil {
		t.from[m] = &r.at
	}
	if *t.from[m] != r.at {
		return
	}
	plus := func(a *record.Amount, b record.Amount) {
		if b.Known {
			*a = record.Amount{Sen: a.Sen + b.Sen, Known: true}
		}
	}
	t.told = agree(t.told, r.told)
	plus(&t.own[m], r.own)
	plus(&t.plan[m], r.plan)
	plus(&t.rest[m], r.rest)
	if r.part.Known {
		t.part[m] = r.part
	}
	if r.top.Known {
		t.top = r.top // rows come by month: the latest stands
	}
}
