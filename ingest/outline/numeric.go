package outline

import (
	"strings"

	"rapor/ingest/locale"
)

// column is a numeric column and how it is written.
type column struct {
	index int
	style locale.NumberStyle
	scale uint8 // decimals of its values
}

// numeric finds the columns of which most filled cells are numbers and that
// may add up: no years, no running numbers, no percentages.
func (g *cells) numeric() []column {
	var out []column
	surveys := make([]locale.NumberSurvey, g.width)
	var all locale.NumberSurvey
	for c := range g.width {
		for i := range g.rows {
			if t := g.at(i, c); c < len(g.rows[i].number) && !g.rows[i].number[c] {
				surveys[c].Add(together(t))
			}
		}
		all.Merge(&surveys[c])
	}
	usual, _, _ := all.Style(true)
	for c := range g.width {
		st, sure, evidence := surveys[c].Style(true)
		if !sure || evidence == "" || surveys[c].ID+surveys[c].EN == 0 {
			st = usual // a column that does not tell is written as the others are
		}
		col := column{index: c, style: st}
		good, bad, years, running, last := 0, 0, 0, 0, int64(0)
		for i := range g.rows {
			t := g.at(i, c)
			if t == "" || blank(t) {
				continue
			}
			d, err := locale.ParseNumber(together(t), g.styleOf(i, c, st))
			if err != nil || strings.HasSuffix(t, "%") {
				bad++
				continue
			}
			good++
			col.scale = max(col.scale, min(d.Scale, 4))
			n, whole := d.Int()
			if whole && n >= 1900 && n <= 2100 {
				years++
			}
			if whole && n == last+1 {
				running++
			}
			last = n
		}
		if c < len(g.heads) && relative(g.heads[c]) {
			continue
		}
		if good > 0 && good >= 2*bad && (years < good || good < 2) && (running < good || good < 3) {
			out = append(out, col)
		}
	}
	return out
}

func (g *cells) styleOf(row, col int, st locale.NumberStyle) locale.NumberStyle {
	if g.rows[row].number[col] {
		return locale.StylePlain
	}
	return st
}

// together takes out the spaces that group the digits of a number.
func together(t string) string {
	t = unmarked(t)
	if !strings.ContainsAny(t, " \u00a0\u2009\u202f") || letters(t) {
		return t
	}
	parts := strings.FieldsFunc(t, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f' })
	for _, p := range parts[min(1, len(parts)):] {
		if whole, _, _ := strings.Cut(strings.ReplaceAll(p, ",", "."), "."); len(whole) != 3 {
			return t
		}
	}
	return strings.Join(parts, "")
}

// unmarked takes a mark off the end of a number: 4,409E is an estimate.
func unmarked(t string) string {
	end := len(t)
	for end > 0 && (t[end-1] >= 'a' && t[end-1] <= 'z' || t[end-1] >= 'A' && t[end-1] <= 'Z' || t[end-1] == '*') {
		end--
	}
	if end < len(t) && len(t)-end <= 2 && end > 0 && t[end-1] >= '0' && t[end-1] <= '9' && t[0] >= '0' && t[0] <= '9' {
		return t[:end]
	}
	return t
}

// blank reports the marks that tables print where there is nothing.
func blank(t string) bool {
	switch t {
	case "-", "--", "–", "—", ".", "..", "...", ":", "x", "X", "*", "n/a", "N/A", "NA", "F", "E", "c":
		return true
	}
	return false
}

func (c column) value(t string) (int64, bool) {
	if t == "" || blank(t) {
		return 0, false
	}
	st := c.style
	d, err := locale.ParseNumber(together(t), st)
	if err != nil {
		return 0, false
	}
	return d.Rounded(c.scale), true
}

// same reports that all numeric columns have the same decimals, so that they
// may be parts of one another.
func same(cols []column) bool {
	for i := range cols {
		if cols[i].scale != cols[0].scale {
			return false
		}
	}
	return len(cols) > 2
}

var totalWords = []string{"total", "jumlah", "subtotal", "semua", "seluruh", "keseluruhan", "sum", "both", "overall", "totals", "jml"}

// saysTotal reports a word for a sum.
func saysTotal(s string) bool { return has(s, totalWords) }

// saysMean reports a word for a mean.
func saysMean(s string) bool {
	return has(s, []string{"mean", "average", "rata", "rerata", "rata-rata", "avg"})
}

// relative reports a heading of shares, rates or changes, which do not add up.
func relative(s string) bool {
	return strings.ContainsRune(s, '%') || has(s, []string{"percent", "percentage", "persen", "persentase", "prosentase", "change", "perubahan", "rate", "share", "ratio", "rasio", "index", "indeks", "cent"})
}

func has(s string, list []string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' }) {
		for _, x := range list {
			if w == x {
				return true
			}
		}
	}
	return false
}
