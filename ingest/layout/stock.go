package layout

import (
	"math"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// stock are the columns of a table that keeps count of what is there: the stock
// at the opening, what came in and went out, the stock at the closing. They are
// held against each other where one of them is a field.
type stock struct {
	opening, closing int // plan columns; -1: none
	in, out          []int
	diff             float64
	flow             float64
}

// stockWords are headings of such columns, folded.
var stockWords = map[string]int{}

const (
	stockOpening = iota + 1
	stockIn
	stockOut
	stockClosing
)

func init() {
	for role, list := range map[int]string{
		stockOpening: `saldo awal|sisa awal|stok awal|stock awal|sisa bulan lalu|saldo bulan lalu|sisa tahun lalu|saldo tahun lalu|
			sisa lalu|saldo lalu|persediaan awal|awal bulan|jumlah awal|tunggakan awal|tunggakan bulan lalu|opening|opening balance|
			opening stock|balance brought forward|brought forward`,
		stockIn: `masuk|jumlah masuk|penerimaan|diterima|terima|bertambah|tambah|penambahan|masuk bulan ini|in|received|added|incoming`,
		stockOut: `keluar|jumlah keluar|pengeluaran|berkurang|kurang|pengurangan|selesai|diselesaikan|terpakai|dipakai|pemakaian|
			keluar bulan ini|out|issued|removed|outgoing|completed|resolved|rusak|hilang`,
		stockClosing: `saldo akhir|sisa akhir|stok akhir|stock akhir|sisa bulan ini|saldo bulan ini|sisa tahun ini|saldo tahun ini|
			sisa ini|persediaan akhir|akhir bulan|jumlah akhir|tunggakan akhir|tunggakan bulan ini|closing|closing balance|
			closing stock|balance carried forward|carried forward`,
	} {
		for w := range strings.SplitSeq(list, "|") {
			stockWords[fold(w)] = role
		}
	}
}

// stock finds the columns; a table without an opening and a closing one, or with
// two of a kind, has none.
func (p *Plan) stock() stock {
	s := stock{opening: -1, closing: -1}
	used := false
	for i := range p.Columns {
		c := &p.Columns[i]
		parts := strings.Split(c.Header, " > ")
		role := stockWords[fold(parts[len(parts)-1])]
		switch {
		case role == stockOpening && s.opening < 0:
			s.opening = i
		case role == stockClosing && s.closing < 0:
			s.closing = i
		case role == stockIn:
			s.in = append(s.in, i)
		case role == stockOut:
			s.out = append(s.out, i)
		case role != 0:
			return stock{opening: -1, closing: -1}
		}
		t := p.readers[i].typ
		used = used || role != 0 && c.Field != "" && (t == count || t == money)
	}
	if s.opening < 0 || s.closing < 0 || len(s.in)+len(s.out) == 0 || !used {
		return stock{opening: -1, closing: -1}
	}
	return s
}

// balance holds a used row's stock against what came in and went out.
func (r *runner) balance(row *grid.Row) {
	s := &r.stock
	if s.closing < 0 || blank(row, r.p.Columns[s.closing].Index) || blank(row, r.p.Columns[s.opening].Index) {
		return
	}
	come, gone := 0.0, 0.0
	for _, i := range s.in {
		come += rough(r.p, row, i)
	}
	for _, i := range s.out {
		gone += rough(r.p, row, i)
	}
	s.flow += max(come, gone)
	should, is := rough(r.p, row, s.opening)+come-gone, rough(r.p, row, s.closing)
	if math.Abs(should-is) < 0.5 {
		return
	}
	s.diff += math.Abs(should - is)
	if !r.p.LinesHold() {
		r.tally.Off.Stock = more(nil, int64(math.Round(s.diff)), int64(math.Round(s.flow)))
	}
	sum := text.Group(int64(math.Round(should)), text.ID)
	c := &r.p.Columns[s.closing]
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: c.Header, Code: reject.RemainderMismatch, Shown: row.Cells[c.Index].Text,
		Hint: text.T("awal + masuk - keluar = "+sum, "opening + in - out = "+sum)})
}

func blank(row *grid.Row, at int) bool {
	return at >= len(row.Cells) || slices.Contains([]string{"", "-"}, strings.TrimSpace(row.Cells[at].Text))
}
