package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// Lines of a budget that differ in a time or a version alone state one ceiling
// several times; added up, it would count once for each.

// stateWords head columns of versions and of days that amounts are as of: one
// state is the right one. periodWords head columns of parts of a year or month.
var (
	stateWords = []string{"revisi", "versi", "revision", "version", "posisi", "tanggal", "tgl", "date", "update",
		"pemutakhiran", "keadaan", "snapshot"}
	periodWords = []string{"triwulan", "tw", "kuartal", "kwartal", "quarter", "semester", "minggu", "pekan", "week",
		"periode", "period", "tahap", "caturwulan"}
)

// versions refuses a budget of which lines come again for another time or
// version, told apart by a column that is not read. A column that the office
// left out, or a filter to one state, settles it.
func (r *runner) versions(s grid.Sheet) error {
	at, span := r.p.versionColumn()
	if at < 0 {
		return nil
	}
	first, last, again := map[string]string{}, "", false
	below := r.p.HeaderRows[len(r.p.HeaderRows)-1]
	err := s.Rows(func(row *grid.Row) bool {
		if row.N <= below {
			return true
		}
		if row = r.merged.fill(row); r.another(row) || len(first) > judgedRows {
			return false
		}
		i := r.p.Columns[at].Index
		if i >= len(row.Cells) || r.isHeader(row) || !keep(r.filters, row) || r.judged.total(row.N) {
			return true
		}
		is := strings.TrimSpace(row.Cells[i].Text)
		if is == "" {
			return true
		}
		key := r.p.lineOf(row, at)
		if was, seen := first[key]; seen && was != is {
			again, last = true, is
		} else if !seen {
			first[key] = is
		}
		return true
	})
	if err != nil || !again {
		return err
	}
	return &grid.RefusedError{Code: reject.TwoStates, Detail: versionAdvice(r.p.Columns[at].Header, last, span)}
}

// versionColumn is the place of the column of a budget with ceilings that is
// not read and is headed as a time or a version; -1 = none.
func (p *Plan) versionColumn() (at int, span bool) {
	if p.Kind != "ledger" || !p.hasField("ceiling") || len(p.HeaderRows) == 0 {
		return -1, false
	}
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Field != "" {
			continue
		}
		for _, w := range strings.FieldsFunc(fold(c.Header), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if span = slices.Contains(periodWords, w); span || slices.Contains(stateWords, w) {
				return i, span
			}
		}
	}
	return -1, false
}

// lineOf is what a row says besides its amounts and the column of versions.
func (p *Plan) lineOf(row *grid.Row, but int) string {
	var b strings.Builder
	for i := range p.Columns {
		c := &p.Columns[i]
		switch {
		case i == but, c.Index >= len(row.Cells), slices.Contains(amountFields, c.Field),
			c.Field == "" && slices.Contains(serialHeads, fold(c.Header)):
			continue
		}
		b.WriteByte(0)
		b.WriteString(fold(row.Cells[c.Index].Text))
	}
	return b.String()
}

var (
	amountFields = []string{"ceiling", "spent", "remainder", "blocked", "plan", "percent"}
	serialHeads  = []string{"no", "nomor", "no.", "no urut"}
)

// versionAdvice says what is open and how it is settled.
func versionAdvice(heading, last string, span bool) text.Text {
	id := "baris anggaran yang sama ditulis lagi dengan \"" + heading + "\" lain; pagunya tidak dapat dijumlahkan; "
	en := "the same budget lines come again with another \"" + heading + "\"; their ceilings do not add up; "
	if span {
		return text.T(id+"tulis pagu satu kali saja, atau ganti kolom itu dengan kolom Bulan",
			en+"write each ceiling once, or replace that column by one of months (Bulan)")
	}
	line := "filter: [\"" + heading + "=" + last + "\"]"
	return text.T(id+"pilih satu keadaan, misalnya "+line, en+"choose one state, for example "+line)
}
