package layout

import (
	"slices"
	"strings"

	"rapor/ingest/table"
)

// revenueSayings are words by which a table speaks of non-tax revenue, folded;
// "penerimaan" alone is of applications too. spendingSayings say that PNBP is
// the source of what is spent.
var (
	revenueSayings = []string{"pendapatan", "pnbp", "penerimaan negara", "penerimaan bukan pajak", "jenis penerimaan",
		"uraian penerimaan", "realisasi penerimaan", "target penerimaan", "setoran pnbp", "penerimaan fungsional",
		"penerimaan umum", "revenue", "revenues", "receipts"}
	spendingSayings = []string{"belanja", "anggaran", "pagu", "dipa", "pengeluaran", "penyerapan", "dana", "budget",
		"spending", "expenditure"}
)

// ofRevenue reports a table of revenue: its accounts are of revenue, a heading
// speaks of it, or a title does that speaks of no spending; and none of its
// accounts is of spending.
func (w *matrix) ofRevenue() bool {
	if w.ov != nil && w.ov.Kind != "" {
		return w.ov.Kind == revenueKind.name
	}
	says := func(list []string, t string) bool {
		f := " " + fold(t) + " "
		return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(f, " "+s+" ") })
	}
	headed := false
	for c := range w.win.heads {
		if w.marks[c].month != 0 {
			continue
		}
		for _, t := range w.win.heads[c].path {
			if headed = headed || says(revenueSayings, t); says([]string{"belanja", "pagu"}, t) {
				return false
			}
		}
	}
	revenue, spending := w.accounts()
	titled := false
	for _, t := range w.saying() {
		titled = titled || says(revenueSayings, t) && !says(spendingSayings, t)
	}
	return spending == 0 && (revenue > 0 || headed || titled)
}

// accounts counts the rows with an account of revenue (42) and of spending (51 to
// 57): one of six digits, or of two before a name.
func (w *matrix) accounts() (revenue, spending int) {
	last := w.win.rows[len(w.win.rows)-1].N
	for i := range w.rows {
		r := &w.rows[i]
		if r.N <= last {
			continue
		}
		for c := range w.marks {
			if len(w.win.heads[c].path) == 0 || w.marks[c].month != 0 || w.marks[c].measure != "" {
				continue
			}
			t := strings.TrimSpace(cellAt(r, c).Text)
			code := codeOf(t)
			if whole := len(code) == 6 && strings.Trim(code, "0123456789") == ""; !whole && (len(code) != 2 || !letters(t)) {
				continue
			}
			switch code[:2] {
			case "42":
				revenue++
			case "51", "52", "53", "57":
				spending++
			}
		}
	}
	return revenue, spending
}

// revenueMonths takes a table of revenue with months across. A target is of the
// year.
func (w *matrix) revenueMonths() bool {
	w.kind = revenueKind.name
	running := 0
	for c := range w.marks {
		m := &w.marks[c]
		switch {
		case m.month == 0 || m.measure != "" && m.measure != "spent":
			continue
		case m.total || !w.cell(c, "simponi", m.monthDims()...):
			return false
		case m.running:
			running++
		}
	}
	if running > 0 && running < len(w.cells) || len(w.cells) < leastAcross {
		return false
	}
	for c := range w.marks {
		m := &w.marks[c]
		if len(w.win.heads[c].path) > 0 && m.month == 0 && m.total && m.act == "" && m.class == "" {
			w.sums = append(w.sums, sumColumn{c, "simponi"})
		}
	}
	w.takeKeys("target")
	w.target()
	if !w.hasKey("account") && !w.hasKey("label") && !w.named() {
		return false
	}
	if running > 0 {
		w.consts["flow"], w.sums = "kumulatif", nil
	}
	if c := w.context(); c.year == 0 && !w.hasKey("year") && !w.given("year") &&
		w.marksLack(func(m *mark) bool { return m.year == 0 }) {
		w.lacks = append(w.lacks, "year")
	}
	return true
}

// target takes the one column whose heading speaks of a target of no month.
func (w *matrix) target() {
	if w.hasKey("target") {
		return
	}
	at := -1
	for c := range w.marks {
		if m := &w.marks[c]; m.measure == "plan" && m.month == 0 && !m.part {
			if at >= 0 {
				return
			}
			at = c
		}
	}
	if at >= 0 {
		w.keys = append(w.keys, PlanColumn{Index: at, Field: "target"})
	}
}

// named takes the first column of words for what revenue is called.
func (w *matrix) named() bool {
	last := w.win.rows[len(w.win.rows)-1].N
	for c := range w.marks {
		if len(w.win.heads[c].path) == 0 || w.marks[c].month != 0 || w.marks[c].measure != "" || w.summed(c) ||
			w.key(c) != "" {
			continue
		}
		words := 0
		for i := range w.rows {
			t := cellAt(&w.rows[i], c).Text
			words += boolInt(w.rows[i].N > last && letters(t) && !table.IsTotal(t))
		}
		if words > 0 {
			w.keys = append(w.keys, PlanColumn{Index: c, Field: "label"})
			return true
		}
	}
	return false
}
