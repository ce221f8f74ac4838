package insertion

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/finance"
	"rapor/analysis/indicator"
	setting "rapor/analysis/office"
	"rapor/analysis/queue"
	"rapor/analysis/survey"
	"rapor/ingest"
	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
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
	period string
	want   []string // the indicators that are held
}

// from reads a sheet of the sample data and keeps its first data rows.
func (b base) from(t *testing.T, file string, most int) base {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "sample-data", file))
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
	for i := range b.rows { // a workbook leaves empty cells at the end of a row out, an export does not
		for i > b.header && len(b.rows[i]) < len(b.rows[b.header]) {
			b.rows[i] = append(b.rows[i], "")
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
	return strings.TrimSpace(c.Text)
}

// bases are tables of every kind that the sample data hold.
func bases(t *testing.T) []base {
	t.Helper()
	return []base{
		base{name: "pnbp", mark: "BULAN", label: 3, keys: []int{1}, sums: []int{5, 6}, id: -1, late: -1, period: "2016",
			want: []string{"KEU-07"}}.from(t, "keuangan/pnbp_2016.csv", 36),
		base{name: "pengaduan", mark: "Saluran", label: 3, keys: []int{1}, id: 0, late: 4, period: "2015",
			want: []string{"SKM-14"}}.from(t, "survei/pengaduan.csv", 40),
		base{name: "paspor", mark: "Jenis Paspor", label: 2, keys: []int{1}, id: 0, late: 3, period: "2016",
			want: []string{"PAS-01"}}.from(t, "paspor/permohonan_2016.csv", 60),
		base{name: "antrean", mark: "Kelas", label: 2, keys: []int{0}, id: 1, late: 7, period: "2016",
			want: []string{"ANT-01", "ANT-02", "ANT-08"}}.from(t, "antrean/2016/antrean_maret_2016.csv", 50),
		base{name: "realisasi", mark: "PAGU (Rp)", label: 1, keys: []int{0}, sums: []int{2, 3, 4, 5}, id: -1, late: -1, period: "2016",
			want: []string{"KEU-01", "KEU-03"}}.from(t, "keuangan/realisasi_2016.xlsx", 36),
		base{name: "tindakan", mark: "PASAL", label: 6, keys: []int{1}, id: 3, late: 8, period: "2016",
			want: []string{"GAK-03", "GAK-05"}}.from(t, "penegakan-hukum/tak_2016.xlsx", 40),
		base{name: "survei", mark: "Persyaratan", label: 2, keys: []int{1}, id: -1, late: -1, period: "2016",
			want: []string{"SKM-01", "SKM-02"}}.from(t, "survei/skm_2016.xlsx", 40),
	}
}

// trial is what a reading of some files gave.
type trial struct {
	values map[string]string // by indicator; "" for none
	codes  []string
	err    error
}

func (r *trial) String() string { return fmt.Sprint(r.values, r.codes, r.err) }

// read reads files as the program does and computes some indicators.
func read(t *testing.T, files map[string][]byte, period string, want []string, opt ingest.Options) trial {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set := &facts.Set{}
	m, err := ingest.Read(t.Context(), []string{dir}, opt, []record.Sink{set})
	if err != nil {
		return trial{err: err}
	}
	own := setting.Default()
	set.NameOffices(func(string) string { return "" })
	out := trial{values: map[string]string{}}
	for _, x := range append(set.Seal(), set.Rejects.All()...) {
		out.codes = append(out.codes, string(x.Code))
	}
	for _, s := range m.Sources {
		out.codes = append(out.codes, string(s.Refused))
		for _, sh := range s.Sheets {
			out.codes = append(out.codes, string(sh.Refused))
		}
	}
	slices.Sort(out.codes)
	out.codes = slices.DeleteFunc(slices.Compact(out.codes), func(c string) bool { return c == "" })
	p, err := calendar.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range want {
		out.values[id] = compute(id, set, &own, facts.Selection{From: p.From, To: p.To})
	}
	return out
}

func compute(id string, f *facts.Set, set *setting.Setting, sel facts.Selection) string {
	switch id[:3] {
	case "ANT", "PAS":
		return valueOf(id, queue.SpecsFor(set), queue.NewSlice(f, set, sel))
	case "SKM":
		return valueOf(id, survey.Specs(), survey.NewSlice(f, set, sel))
	case "GAK":
		return valueOf(id, enforcement.Specs(), enforcement.NewSlice(f, set, sel))
	}
	return valueOf(id, finance.Specs(), finance.NewSlice(f, set, sel))
}

func valueOf[S any](id string, specs []indicator.Spec[S], s S) string {
	for _, spec := range specs {
		if spec.ID == id {
			if v := spec.Compute(s); v.Value != nil {
				return v.Value.RatString()
			}
		}
	}
	return ""
}

// csvOf writes rows as an office's CSV.
func csvOf(rows [][]string) []byte {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, ";") + "\r\n")
	}
	return []byte(b.String())
}

// copyRows is a table of one's own to change.
func copyRows(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		out[i] = slices.Clone(rows[i])
	}
	return out
}

func pick(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }
