package insertion

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// columnInsertions change columns, and books of several sheets.
func columnInsertions() []insertion {
	return []insertion{
		{"grand total, unlabelled", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			if len(b.sums) == 0 {
				return nil
			}
			return one(append(rows, b.total(b.data(rows), "", -1)))
		}},
		{"grand total, in another column", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			at := r.IntN(len(rows[b.header]))
			if len(b.sums) == 0 || slices.Contains(b.sums, at) {
				return nil
			}
			return one(append(rows, b.total(b.data(rows), pick(r, "JUMLAH", "Total", "Grand Total"), at)))
		}},
		{"TOTAL column beside its parts", totalColumn},
		{"a sheet of the year beside months", yearBook},
		{"dashes for zero", func(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
			n := 0
			for _, row := range b.data(rows) {
				for _, c := range b.sums {
					if c < len(row) && row[c] == "0" {
						row[c] = pick(r, "-", "–", "Nihil")
						n++
					}
				}
			}
			if n == 0 {
				return nil
			}
			return one(rows)
		}},
	}
}

// totalColumn adds a column that adds up others: at the end of the table, or
// before its parts.
func totalColumn(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
	parts := b.parts
	if parts == nil {
		parts = b.sums
	}
	if len(parts) < 2 {
		return nil
	}
	if b.stack && b.fill > 0 {
		return totalGroup(b, rows)
	}
	at := len(rows[b.header])
	if r.IntN(3) == 0 {
		at = parts[0]
	}
	word := pick(r, "Jumlah", "TOTAL", "JUMLAH", "Total", "")
	for i, row := range rows {
		upper := b.stack && i == b.header-1 // of a header of two rows
		if i > b.header && len(row) <= parts[len(parts)-1] || i < b.header && !upper {
			continue
		}
		sum := word
		if upper {
			sum = ""
		}
		if i > b.header {
			var n int64
			for _, c := range parts {
				v, _ := strconv.ParseInt(strings.ReplaceAll(strings.TrimSpace(row[c]), ".", ""), 10, 64)
				n += v
			}
			sum = strconv.FormatInt(n, 10)
		}
		for len(row) < at {
			row = append(row, "")
		}
		rows[i] = slices.Insert(row, at, sum)
	}
	return one(rows)
}

// totalGroup adds a group of columns that adds up the groups of a table whose
// groups have two columns each.
func totalGroup(b *base, rows [][]string) map[string][]byte {
	for i := b.header - 1; i < len(rows); i++ {
		for half := range 2 {
			sum := [][]string{{"TOTAL", ""}, {"Anggaran", "Realisasi"}}[min(1, i-b.header+1)][half]
			switch {
			case i == b.header+1 && rows[i][0] == "1": // numbers the columns
				sum = strconv.Itoa(11 + half)
			case i > b.header:
				var n int64
				for _, c := range b.parts {
					v, _ := strconv.ParseInt(strings.ReplaceAll(rows[i][c+half], ".", ""), 10, 64)
					n += v
				}
				sum = strconv.FormatInt(n, 10)
			}
			for len(rows[i]) < b.parts[len(b.parts)-1]+2+half {
				rows[i] = append(rows[i], "")
			}
			rows[i] = append(rows[i], sum)
		}
	}
	return one(rows)
}

// yearBook is a workbook with a sheet for each month and one for the year.
func yearBook(b *base, rows [][]string, r *rand.Rand) map[string][]byte {
	if len(b.keys) == 0 {
		return nil
	}
	by, order := map[string][][]string{}, []string{}
	for _, row := range b.data(rows) {
		k := row[b.keys[0]]
		if len(k) == 10 && k[2] == '/' {
			k = k[3:5]
		}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], row)
	}
	if len(order) > 24 {
		return nil
	}
	x := excelize.NewFile()
	defer x.Close()
	year := pick(r, "Setahun", "Rekap", "Januari-Desember")
	put := func(sheet string, rows [][]string) {
		_, _ = x.NewSheet(sheet)
		b.put(x, sheet, rows)
	}
	if r.IntN(2) == 0 {
		put(year, rows)
	}
	for i, k := range order {
		put("Bagian "+strconv.Itoa(i+1), append(slices.Clone(rows[:b.header+1]), by[k]...))
	}
	if n, _ := x.GetSheetIndex(year); n < 0 {
		put(year, rows)
	}
	_ = x.DeleteSheet("Sheet1")
	return bookOf(x)
}

func bookOf(x *excelize.File) map[string][]byte {
	var out bytes.Buffer
	if err := x.Write(&out); err != nil {
		panic(err)
	}
	return map[string][]byte{"tabel.xlsx": out.Bytes()}
}

func cellName(c, r int) string { s, _ := excelize.CoordinatesToCellName(c+1, r+1); return s }

// put writes rows: amounts that add up as numbers, all else as text.
func (b *base) put(x *excelize.File, sheet string, rows [][]string) {
	for i, row := range rows {
		for c, t := range row {
			if t == "" {
				continue
			}
			if n, err := strconv.ParseInt(strings.ReplaceAll(t, ".", ""), 10, 64); err == nil && slices.Contains(b.sums,
				c) && i > b.header {
				_ = x.SetCellValue(sheet, cellName(c, i), n)
			} else {
				_ = x.SetCellValue(sheet, cellName(c, i), t)
			}
		}
	}
}

// mergedBook is a workbook whose equal neighbouring dates and months are one
// merged cell.
func mergedBook(b *base, rows [][]string) map[string][]byte {
	x := excelize.NewFile()
	defer x.Close()
	b.put(x, "Sheet1", rows)
	k := b.keys[0]
	for i := b.header + 1; i < len(rows); {
		to := i + 1
		for to < len(rows) && rows[to][k] == rows[i][k] {
			_ = x.SetCellValue("Sheet1", cellName(k, to), nil)
			to++
		}
		if to > i+1 {
			_ = x.MergeCell("Sheet1", cellName(k, i), cellName(k, to-1))
		}
		i = to
	}
	return bookOf(x)
}
