package layout

import (
	"slices"
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/table"
	"rapor/ingest/vocabulary"
)

// volumeMonths takes a table of matters down and months across: one that is said
// to be of volumes, or of whose labels at least half are known matters.
func (w *matrix) volumeMonths() bool {
	asked := w.ov != nil && w.ov.Kind == volumeKind.name
	label := w.matterColumn(asked)
	if label < 0 {
		return false
	}
	w.kind = volumeKind.name
	w.takeKeys()
	w.keys = slices.DeleteFunc(w.keys, func(k PlanColumn) bool { return k.Field == "matter" || k.Index == label })
	w.keys = append(w.keys, PlanColumn{Index: label, Field: "matter"})
	if c := w.context(); c.year == 0 && !w.hasKey("year") && !w.given("year") && w.marksLack(func(m *mark) bool { return m.year == 0 }) {
		w.lacks = append(w.lacks, "year")
	}
	return true
}

// matterColumn is the column of the labels; -1 for none.
func (w *matrix) matterColumn(asked bool) int {
	last := w.win.rows[len(w.win.rows)-1].N
	for c := range w.win.heads {
		if len(w.win.heads[c].path) == 0 || w.marks[c].month != 0 || w.summed(c) {
			continue
		}
		known, all := 0, 0
		for i := range w.rows {
			r := &w.rows[i]
			t := strings.TrimSpace(cellAt(r, c).Text)
			if r.N <= last || !letters(t) || table.IsTotal(t) && plainTotal(t) {
				continue
			}
			all++
			if _, ok := vocabulary.MatterOf(t); ok {
				known++
			}
		}
		if known > 0 && 2*known >= all || asked && all > 0 {
			return c
		}
	}
	return -1
}

// byMatter takes a table with matters across, a month or a day a row. Beside two
// known matters, other columns of numbers are matters of their own.
func (w *matrix) byMatter() bool {
	w.kind = volumeKind.name
	known := 0
	for c := range w.win.heads {
		path := w.win.heads[c].path
		if len(path) == 0 {
			continue
		}
		if _, ok := vocabulary.MatterOf(path[len(path)-1]); ok {
			known++
		}
	}
	if known < leastAcross {
		return false
	}
	for c := range w.win.heads {
		path := w.win.heads[c].path
		if len(path) == 0 || w.key(c) != "" || w.marks[c].total || !w.numbers(c) {
			continue
		}
		if !w.cell(c, "number", dimValue{"matter", path[len(path)-1]}) {
			return false
		}
	}
	if len(w.cells) < leastAcross {
		return false
	}
	w.totalColumns("number")
	w.takeKeys()
	if w.hasKey("day") {
		return true
	}
	c := w.context()
	if c.year == 0 && !w.monthsOfYears() && !w.hasKey("year") && !w.given("year") {
		w.lacks = append(w.lacks, "year")
	}
	if !w.hasKey("month") && c.month == 0 && !w.given("month") {
		w.lacks = append(w.lacks, "month")
	}
	return true
}

// monthsOfYears reports a column of months whose cells say the year too.
func (w *matrix) monthsOfYears() bool {
	last := w.win.rows[len(w.win.rows)-1].N
	for _, k := range w.keys {
		if k.Field != "month" {
			continue
		}
		with, all := 0, 0
		for i := range w.rows {
			r := &w.rows[i]
			t := strings.TrimSpace(cellAt(r, k.Index).Text)
			if r.N <= last || t == "" || table.IsTotal(t) {
				continue
			}
			all++
			if _, _, ok := locale.ParsePeriodMonth(t); ok {
				with++
			} else if _, ok := shownMonth(&r.Cells[k.Index]); ok {
				with++
			}
		}
		return with > 0 && 2*with >= all
	}
	return false
}

// numbers reports a column whose cells are numbers.
func (w *matrix) numbers(c int) bool {
	last := w.win.rows[len(w.win.rows)-1].N
	good, bad := 0, 0
	for i := range w.rows {
		r := &w.rows[i]
		t := strings.TrimSpace(cellAt(r, c).Text)
		if r.N <= last || t == "" || t == "-" || locale.IsMissing(t) {
			continue
		}
		if _, ok := wholeNumber(r, c); ok {
			good++
		} else {
			bad++
		}
	}
	return good > 0 && good >= 4*bad
}
