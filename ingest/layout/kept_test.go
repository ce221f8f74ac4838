package layout

import (
	"strings"
	"testing"
	"unsafe"

	"rapor/ingest/grid"
	"rapor/ingest/record"
)

// lined is a text file whose cells lie within their lines, as its reader gives
// them.
type lined struct {
	grid.Sheet
	lines []string
}

func (l lined) Name() string                  { return "" }
func (l lined) Hidden() bool                  { return false }
func (l lined) Date1904() bool                { return false }
func (l lined) Merged() ([]grid.Range, error) { return nil, nil }
func (l lined) HiddenColumns() []int          { return nil }
func (l lined) Doubts() []grid.Doubt          { return nil }
func (l lined) Rows(yield func(*grid.Row) bool) error {
	for i, s := range l.lines {
		row := grid.Row{N: uint32(i + 1)}
		for part := range strings.SplitSeq(s, ";") {
			row.Cells = append(row.Cells, grid.Cell{Text: part, Kind: grid.Text})
		}
		if !yield(&row) {
			break
		}
	}
	return nil
}

// textKeeper keeps the texts that a sink is given.
type textKeeper struct {
	record.Sink
	texts []string
}

func (k *textKeeper) Ticket(t *record.Ticket) {
	k.texts = append(k.texts, t.Service, t.Number, t.Counter)
}
func (k *textKeeper) Reject(r record.Reject) { k.texts = append(k.texts, r.Shown) }

// TestKeptTextsDoNotHoldTheirLines: a text that outlives its row is a copy, or a
// label of ten bytes would keep a line of four megabytes.
func TestKeptTextsDoNotHoldTheirLines(t *testing.T) {
	sheet := lined{lines: []string{
		"Tanggal;No. Antrean;Jenis Layanan;Jam Ambil;Jam Panggil;Loket",
		"14/03/2016;A001;Paspor Baru;07.30;07.40;1",
		"14/03/2016;A002;Paspor Baru;07.3x;07.40;1",
	}}
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	p, err := Match(sheet, "", layouts, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Decide(sheet, nil); err != nil {
		t.Fatal(err)
	}
	k := &textKeeper{}
	if _, _, err := p.Run(sheet, 0, 0, k); err != nil {
		t.Fatal(err)
	}
	if len(k.texts) != 4 || k.texts[3] != "07.3x" {
		t.Fatalf("%q", k.texts)
	}
	for _, s := range k.texts {
		for _, line := range sheet.lines {
			at, from := uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(unsafe.Pointer(unsafe.StringData(line)))
			if s != "" && at >= from && at < from+uintptr(len(line)) {
				t.Errorf("%q holds the line %q", s, line)
			}
		}
	}
}
