// Package insertion changes tables of the sample data without changing what they
// say, and holds the figures that come of them.
package insertion

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapor/ingest"
)

// insertion changes a table without changing what it says: the figures are to
// stay. It gives nil where it does not fit the table.
type insertion struct {
	name string
	make func(b *base, rows [][]string, r *rand.Rand) map[string][]byte
}

func one(rows [][]string) map[string][]byte { return map[string][]byte{"tabel.csv": csvOf(rows)} }

func (b *base) data(rows [][]string) [][]string { return rows[b.header+1:] }

// total adds up rows in the columns that add up.
func (b *base) total(rows [][]string, words string, at int) []string {
	out := make([]string, len(rows[0]))
	for _, c := range b.sums {
		var n int64
		for _, r := range rows {
			if c < len(r) {
				v, _ := strconv.ParseInt(strings.ReplaceAll(strings.TrimSpace(r[c]), ".", ""), 10, 64)
				n += v
			}
		}
		out[c] = strconv.FormatInt(n, 10)
	}
	if at >= 0 {
		out[at] = words
	}
	return out
}

// month is the rows of one month, which stand together.
func (b *base) month(rows [][]string, r *rand.Rand) (from, to int) {
	k := b.keys[0]
	from = r.IntN(len(rows))
	for from > 0 && rows[from-1][k] == rows[from][k] {
		from--
	}
	for to = from + 1; to < len(rows) && rows[to][k] == rows[from][k]; to++ {
	}
	return from, to
}

func insertions() []insertion {
	totalWords := []string{"JUMLAH", "Total", "SUBTOTAL", "Jumlah Seluruhnya", "TOTAL BELANJA", "Sub Total"}
	return []insertion{
		{"subtotal", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 {
				return nil
			}
			from, to := b.month(b.data(rows), r)
			sum := b.total(b.data(rows)[from:to], pick(r, totalWords...), b.label)
			sum[b.keys[0]] = b.data(rows)[from][b.keys[0]]
			return one(slices.Insert(rows, b.header+1+to, sum))
		}},
		{"grand total, labelled", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 {
				return nil
			}
			return one(append(rows, b.total(b.data(rows), pick(r, totalWords...), 0)))
		}},
		{"total of a month, unlabelled", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 {
				return nil
			}
			from, to := b.month(b.data(rows), r)
			sum := b.total(b.data(rows)[from:to], "", -1)
			sum[b.keys[0]] = b.data(rows)[from][b.keys[0]]
			return one(slices.Insert(rows, b.header+1+to, sum))
		}},
		{"total above its parts", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 {
				return nil
			}
			from, to := b.month(b.data(rows), r)
			sum := b.total(b.data(rows)[from:to], pick(r, totalWords...), b.label)
			sum[b.keys[0]] = b.data(rows)[from][b.keys[0]]
			return one(slices.Insert(rows, b.header+1+from, sum))
		}},
		{"a service that begins with Total", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) > 0 || b.name == "tindakan" {
				return nil
			}
			for _, row := range b.data(rows) {
				if r.IntN(3) == 0 {
					row[b.label] = pick(r, "Total Paket Keluarga", "Jumlah antrean", "Kepala kantor", "Catatan perjalanan", "NIP hilang")
				}
			}
			return one(rows)
		}},
		{"header again", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			at := b.header + 2 + r.IntN(len(rows)-b.header-2)
			head := slices.Clone(rows[b.header])
			if r.IntN(2) == 0 {
				rows = slices.Insert(rows, at, make([]string, len(head)))
				at++
			}
			return one(slices.Insert(rows, at, head))
		}},
		{"header again, columns moved", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if b.name == "realisasi" { // a header of two rows
				return nil
			}
			at := b.header + 2 + r.IntN(len(rows)-b.header-2)
			order := r.Perm(len(rows[b.header]))
			moved := [][]string{}
			for _, row := range append([][]string{rows[b.header]}, rows[at:]...) {
				out := make([]string, len(order))
				for i, k := range order {
					if k < len(row) {
						out[i] = row[k]
					}
				}
				moved = append(moved, out)
			}
			return one(append(rows[:at:at], moved...))
		}},
		{"signature below", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			return one(append(rows, nil, []string{"", "Contoh, 31 Januari 2017"}, []string{"", "Kepala Kantor"}, nil, []string{"", "NAMA KEPALA"}, []string{"", "NIP 198001012005011001"}))
		}},
		{"the same export twice", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			n := b.header + 2 + r.IntN(len(rows)-b.header-2)
			return map[string][]byte{"tabel.csv": csvOf(rows), "awal.csv": csvOf(rows[:n])}
		}},
		{"an earlier state", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if b.late < 0 || b.id < 0 {
				return nil
			}
			old := copyRows(rows)
			for _, row := range b.data(old)[len(b.data(old))/2:] {
				if b.late < len(row) {
					row[b.late] = ""
				}
			}
			return map[string][]byte{"tabel.csv": csvOf(rows), "awal.csv": csvOf(old)}
		}},
		{"months and the year", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			files := map[string][]byte{"setahun.csv": csvOf(rows)}
			head := rows[:b.header+1]
			by := map[string][][]string{}
			for _, row := range b.data(rows) {
				k := row[b.keys[0]]
				if len(k) == 10 {
					k = k[3:5]
				}
				by[k] = append(by[k], row)
			}
			for k, part := range by {
				files["bulan "+k+".csv"] = csvOf(append(slices.Clone(head), part...))
			}
			return files
		}},
		{"a unit line", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 {
				return nil
			}
			return one(slices.Insert(rows, 1, []string{"(dalam rupiah)"}))
		}},
		{"thousands", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if b.name != "pnbp" && b.name != "realisasi" {
				return nil
			}
			for _, row := range b.data(rows) {
				for c := range row {
					t := strings.ReplaceAll(row[c], ".", "")
					if n, err := strconv.ParseInt(t, 10, 64); err == nil && n%1000 == 0 && (n >= 1_000_000 || slices.Contains(b.sums, c)) {
						row[c] = strconv.FormatInt(n/1000, 10)
					} else if err == nil && slices.Contains(b.sums, c) {
						return nil
					}
				}
			}
			return one(slices.Insert(rows, 1, []string{pick(r, "(dalam ribuan rupiah)", "Dalam ribuan Rp", "(ribu rupiah)")}))
		}},
		{"merged cells", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			return map[string][]byte{"tabel.xlsx": mergedBook(b, rows)}
		}},
		{"null marks", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if b.late < 0 {
				return nil
			}
			for _, row := range b.data(rows) {
				if b.late < len(row) && strings.TrimSpace(row[b.late]) == "" {
					row[b.late] = pick(r, "-", "NULL", "N/A", "--", "Belum", `\N`)
				}
			}
			return one(rows)
		}},
		{"a lonely year", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) > 0 {
				return nil
			}
			odd := slices.Clone(rows[len(rows)-1])
			for c := range odd {
				if len(odd[c]) == 10 && odd[c][2] == '/' {
					odd[c] = odd[c][:6] + pick(r, "2061", "2052", "1916")
				}
			}
			if b.id >= 0 {
				odd[b.id] = "9999"
			}
			return one(slices.Insert(rows, b.header+1+r.IntN(len(b.data(rows))), odd))
		}},
	}
}

// mergedBook is a workbook whose equal neighbouring dates and months are one
// merged cell.
func mergedBook(b *base, rows [][]string) []byte {
	x := excelize.NewFile()
	defer x.Close()
	name := func(c, r int) string { s, _ := excelize.CoordinatesToCellName(c+1, r+1); return s }
	for i, row := range rows {
		for c, t := range row {
			if t == "" {
				continue
			}
			if n, err := strconv.ParseInt(strings.ReplaceAll(t, ".", ""), 10, 64); err == nil && slices.Contains(b.sums, c) && i > b.header {
				_ = x.SetCellValue("Sheet1", name(c, i), n)
			} else {
				_ = x.SetCellValue("Sheet1", name(c, i), t)
			}
		}
	}
	k := b.keys[0]
	for i := b.header + 1; i < len(rows); {
		to := i + 1
		for to < len(rows) && rows[to][k] == rows[i][k] {
			_ = x.SetCellValue("Sheet1", name(k, to), nil)
			to++
		}
		if to > i+1 {
			_ = x.MergeCell("Sheet1", name(k, i), name(k, to-1))
		}
		i = to
	}
	var out bytes.Buffer
	if err := x.Write(&out); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// TestInsertedRowsChangeNoFigure: whatever is inserted into a table that leaves
// what it says unchanged, leaves its figures unchanged too, or they are refused
// by name; never another figure. Of each kind four in five keep theirs.
func TestInsertedRowsChangeNoFigure(t *testing.T) {
	cases := 2_000
	if testing.Short() {
		cases = 200
	}
	all := bases(t)
	plain := make([]trial, len(all))
	for i := range all {
		plain[i] = read(t, one(all[i].rows), all[i].period, all[i].want, ingest.Options{})
		for id, v := range plain[i].values {
			if v == "" || plain[i].err != nil {
				t.Fatalf("%s: no %s: %s", all[i].name, id, &plain[i])
			}
		}
	}
	kinds := insertions()
	kept, tried := make([]int, len(kinds)), make([]int, len(kinds))
	done := 0
	for seed := uint64(1); done < cases; seed++ {
		r := rand.New(rand.NewPCG(seed, 2016))
		k, i := int(seed)%len(kinds), r.IntN(len(all))
		b := &all[i]
		files := kinds[k].make(b, copyRows(b.rows), r)
		if files == nil {
			continue
		}
		done++
		got := read(t, files, b.period, b.want, ingest.Options{})
		tried[k]++
		same, missing := true, true
		for id, v := range plain[i].values {
			same = same && got.values[id] == v
			missing = missing && (got.values[id] == "" || got.values[id] == v)
		}
		switch {
		case same:
			kept[k]++
		case slices.Contains(got.codes, "D545"): // too few rows to be sure that they are a copy
		case !missing || len(got.codes) == 0:
			t.Errorf("seed %d: %s in %s: %s, want %s", seed, kinds[k].name, b.name, &got, &plain[i])
		}
		if t.Failed() && done > 400 {
			break
		}
	}
	for k := range kinds {
		line := fmt.Sprintf("%-34s %4d of %4d keep their figure", kinds[k].name, kept[k], tried[k])
		t.Log(line)
		if tried[k] > 0 && 5*kept[k] < 4*tried[k] {
			t.Error(line)
		}
	}
}
