package insertion

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/ingest"
	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/locale"
	"rapor/ingest/table"
)

// base is a table of the sample data as texts, with what matters about it.
type base struct {
	name   string
	rows   [][]string // title rows, header, data
	mark   string     // a heading of the row directly above the data
	header int        // the index of that row
	label  int        // column of what a line is about
	keys   []int      // columns of month or date
	sums   []int      // columns that add up; none for tables of single things
	id     int        // column of a number that names the thing, -1 without
	late   int        // column of what happens later: closed, ready; -1 without
	parts  []int      // columns that a TOTAL column may add up; those of sums where nil
	period string
	want   []string // the indicators that are held
	money  bool     // sums are amounts
	stack  bool     // a header of several rows
	torn   bool     // amounts of its rows contradict each other
	fill   int      // columns that its first heading spans
	opt    ingest.Options
	beside map[string][]byte // further files that stay as they are
}

// from reads a sheet of the sample data and keeps its first data rows.
func (b base) from(t *testing.T, file string, most int) base {
	t.Helper()
	return b.load(t, filepath.Join("..", "..", "..", "..", "sample-data", file), most)
}

// load reads the first sheet of a file.
func (b base) load(t *testing.T, path string, most int) base {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(bytes.NewReader(data), int64(len(data)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	err = book.Sheets()[0].Rows(func(r *grid.Row) bool {
		row := make([]string, len(r.Cells))
		for i := range r.Cells {
			row[i] = exported(&r.Cells[i])
		}
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			b.rows = append(b.rows, row)
		}
		if slices.Contains(row, b.mark) {
			b.header = len(b.rows) - 1
		}
		return len(b.rows) <= b.header+most
	})
	if err != nil {
		t.Fatal(err)
	}
	width := 0
	for _, row := range b.rows {
		width = max(width, len(row))
	}
	for i := range b.rows { // a workbook leaves empty cells at the end of a row out, an export does not
		for i > b.header && len(b.rows[i]) < width {
			b.rows[i] = append(b.rows[i], "")
		}
		if b.fill > 0 && i <= b.header && b.rows[i][0] == "Kode" { // merged in the workbook
			for c := 1; c < b.fill; c++ {
				b.rows[i][c] = "Kode"
			}
		}
	}
	b.rows = slices.DeleteFunc(b.rows, func(row []string) bool {
		return strings.HasPrefix(strings.ToUpper(strings.TrimSpace(strings.Join(row, ""))), "JUMLAH")
	})
	return b
}

// exported writes a cell as an export to CSV would.
func exported(c *grid.Cell) string {
	if c.Kind == grid.Number && c.Look == grid.Date {
		if d, err := locale.ParseSerial(c.Text, false); err == nil {
			return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
		}
	}
	t := strings.TrimSuffix(strings.TrimSpace(c.Text), ",00")
	return strings.NewReplacer(";", ",", "\r", "", "\n", " ").Replace(t)
}

// bases are tables of every kind that the sample data hold.
func bases(t *testing.T) []base {
	t.Helper()
	return []base{
		base{name: "pnbp", money: true, mark: "BULAN", label: 3, keys: []int{1}, sums: []int{5, 6}, id: -1, late: -1,
			period: "2016",
			want:   []string{"KEU-07"}}.from(t, "keuangan/pnbp_2016.csv", 36),
		base{name: "pengaduan", mark: "Saluran", label: 3, keys: []int{1}, id: 0, late: 4, period: "2015",
			want: []string{"SKM-14"}}.from(t, "survei/pengaduan.csv", 40),
		base{name: "paspor", mark: "Jenis Paspor", label: 2, keys: []int{1}, id: 0, late: 3, period: "2016",
			want: []string{"PAS-01"}}.from(t, "paspor/permohonan_2016.csv", 60),
		base{name: "antrean", mark: "Kelas", label: 2, keys: []int{0}, id: 1, late: 7, period: "2016",
			want: []string{"ANT-01", "ANT-02", "ANT-08"}}.from(t, "antrean/2016/antrean_maret_2016.csv", 50),
		base{name: "realisasi", money: true, stack: true, mark: "PAGU (Rp)", label: 1, keys: []int{0}, sums: []int{2, 3,
			4, 5}, id: -1, late: -1, period: "2016",
			want: []string{"KEU-01", "KEU-03"}}.from(t, "keuangan/realisasi_2016.xlsx", 36),
		base{name: "tindakan", mark: "PASAL", label: 6, keys: []int{1}, id: 3, late: 8, period: "2016",
			want: []string{"GAK-03", "GAK-05"}}.from(t, "penegakan-hukum/tak_2016.xlsx", 40),
		base{name: "survei", mark: "Persyaratan", label: 2, keys: []int{1}, id: -1, late: -1, period: "2016",
			parts: []int{3, 4, 5, 6, 7, 8, 9, 10, 11}, want: []string{"SKM-01", "SKM-02"}}.from(t, "survei/skm_2016.xlsx", 40),
	}
}

// fixtures are tables that others publish, with the few lines of rapor.yaml that
// they need; none where they are absent.
func fixtures(t *testing.T) []base {
	t.Helper()
	root := os.Getenv("RAPOR_FIXTURES")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "..", "shared", "fixtures")
	}
	var out []base
	for _, f := range published() {
		path := filepath.Join(root, filepath.FromSlash(f.path))
		if _, err := os.Stat(path); err != nil {
			continue
		}
		b := f.base.load(t, path, f.most)
		if f.entry.Glob = changed; f.entry.Kind != "" || f.entry.Layout != "" {
			b.opt.Overrides = []layout.Override{f.entry}
		}
		if f.beside != "" {
			other := base{mark: f.mark}.load(t, filepath.Join(root, filepath.FromSlash(f.beside)), f.most)
			b.beside = map[string][]byte{"lain.csv": csvOf(other.rows)}
			b.opt.Overrides = append(b.opt.Overrides, f.other)
		}
		out = append(out, b)
	}
	return out
}
