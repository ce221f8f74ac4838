package insertion

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
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

func rowInsertions() []insertion {
	totalWords := []string{"JUMLAH", "Total", "SUBTOTAL", "Jumlah Seluruhnya", "TOTAL BELANJA", "Sub Total"}
	return []insertion{
		{"subtotal", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 || len(b.keys) == 0 {
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
			if len(b.sums) == 0 || len(b.keys) == 0 {
				return nil
			}
			from, to := b.month(b.data(rows), r)
			sum := b.total(b.data(rows)[from:to], "", -1)
			sum[b.keys[0]] = b.data(rows)[from][b.keys[0]]
			return one(slices.Insert(rows, b.header+1+to, sum))
		}},
		{"total above its parts", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 || len(b.keys) == 0 {
				return nil
			}
			from, to := b.month(b.data(rows), r)
			sum := b.total(b.data(rows)[from:to], pick(r, totalWords...), b.label)
			sum[b.keys[0]] = b.data(rows)[from][b.keys[0]]
			return one(slices.Insert(rows, b.header+1+from, sum))
		}},
		{"a service that begins with Total", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) > 0 || b.label < 0 || b.name == "tindakan" {
				return nil
			}
			for _, row := range b.data(rows) {
				if r.IntN(3) == 0 && strings.Trim(row[b.label], "0123456789") != "" { // else it numbers the columns
					row[b.label] = pick(r, "Total Paket Keluarga", "Jumlah antrean", "Kepala kantor", "Catatan perjalanan",
						"NIP hilang")
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
			if b.stack || b.torn { // a header of several rows; parts that differ a thousandfold
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
			return one(append(rows, nil, []string{"", "Contoh, 31 Januari 2017"}, []string{"", "Kepala Kantor"}, nil,
				[]string{"", "NAMA KEPALA"}, []string{"", "NIP 198001012005011001"}))
		}},
		{"the same export twice", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			n := b.header + 2 + r.IntN(len(rows)-b.header-2)
			for b.fill > 0 && n < len(rows) &&
				len(rows[n-1][b.fill-1]) < len(rows[n][b.fill-1]) { // in a tree, below the last node
				n++
			}
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
			if len(b.keys) == 0 {
				return nil
			}
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
			for _, k := range slices.Sorted(maps.Keys(by)) {
				part := by[k]
				if strings.Contains(k, "/") { // a name of a day would be evidence
					k = "ke-" + strconv.Itoa(len(files))
				}
				files["bulan "+k+".csv"] = csvOf(append(slices.Clone(head), part...))
			}
			return files
		}},
		{"a unit line", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if !b.money {
				return nil
			}
			return one(slices.Insert(rows, min(1, b.header), []string{"(dalam rupiah)"}))
		}},
		{"thousands", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if !b.money {
				return nil
			}
			for _, row := range b.data(rows) {
				for c := range row {
					t := strings.ReplaceAll(row[c], ".", "")
					n, err := strconv.ParseInt(t, 10, 64)
					amount := err == nil && (n >= 100_000 && c > b.label || slices.Contains(b.sums, c))
					switch {
					case amount && n%1000 != 0:
						return nil
					case amount:
						row[c] = strconv.FormatInt(n/1000, 10)
					}
				}
			}
			return one(slices.Insert(rows, min(1, b.header), []string{pick(r, "(dalam ribuan rupiah)", "Dalam ribuan Rp",
				"(ribu rupiah)")}))
		}},
		{"merged cells", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.keys) == 0 {
				return nil
			}
			return mergedBook(b, rows)
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
			odd, dated := slices.Clone(rows[len(rows)-1]), false
			for c := range odd {
				if len(odd[c]) == 10 && odd[c][2] == '/' {
					odd[c], dated = odd[c][:6]+pick(r, "2061", "2052", "1916"), true
				}
			}
			if !dated {
				return nil
			}
			if b.id >= 0 {
				odd[b.id] = "9999"
			}
			return one(slices.Insert(rows, b.header+1+r.IntN(len(b.data(rows))), odd))
		}},
	}
}
