package table

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// maxHeader is the most rows a header has.
const maxHeader = 5

// preamble takes rows off the top of a run that are neither header nor data:
// notes such as "Periode;Januari 2016" that fill less than half of the table
// from the left, and lines wider than the table above a row that fits.
func (sc *scanner) preamble(r *run, f *Frame) {
	for len(r.lines) > 2 {
		l, next := sc.lines.at(r.lines[0]), sc.lines.at(r.lines[1])
		contiguous := l.filled == l.tail
		short := contiguous && 2*int(l.tail) <= r.width && r.width >= 4 && int(next.tail) > int(l.tail)
		long := sc.text && int(l.cells) > r.width && int(next.cells) == r.width && sc.wordy(next)
		if !short && !long || short && sc.pathlike(l, next) {
			return
		}
		f.doubt(l.n, reject.HeaderDoubt)
		r.lines = r.lines[1:]
	}
}

// pathlike reports two data rows of which the first merely lacks its tail.
func (sc *scanner) pathlike(l, next *line) bool {
	for c := range int(l.tail) {
		if l.kind(c) == digit && next.kind(c) == digit {
			return true
		}
	}
	return false
}

func (sc *scanner) wordy(l *line) bool {
	for c := range kindCols {
		if l.kind(c) == digit {
			return false
		}
	}
	return l.filled > 0
}

// header counts the header rows of a run. The first row is one when its cells
// differ in kind from the columns below; more follow while they hold words
// where the columns hold digits, fill the gaps of the row above, or repeat it.
func (sc *scanner) header(r run, f *Frame) int {
	n := min(len(r.lines), keepRows)
	rows := make([][]grid.Cell, 0, n)
	for _, i := range r.lines[:n] {
		cells, ok := sc.heads[i]
		if !ok {
			break
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		return 0
	}
	yes, no := sc.votes(rows)
	first := sc.lines.at(r.lines[0])
	switch {
	case yes > no:
	case yes < no, !sc.wordy(first):
		if yes > 0 {
			f.doubt(first.n, reject.HeaderDoubt)
		}
		return 0
	default: // nothing tells: a first row of words is a header more often than not
		if len(rows) > 1 {
			f.doubt(first.n, reject.HeaderDoubt)
		}
	}
	h := 1
	for h < len(rows) && h < maxHeader && (!sc.text || len(rows[h]) == r.width) {
		ok, sure := sc.stacked(rows, h)
		if !ok {
			break
		}
		if !sure {
			f.doubt(sc.lines.at(r.lines[h]).n, reject.HeaderDoubt)
		}
		h++
	}
	return h
}

// votes counts the columns in which the first row differs from the rows below
// and those in which it does not.
func (sc *scanner) votes(rows [][]grid.Cell) (yes, no int) {
	if years(rows) {
		return 1, 0
	}
	for c := range rows[0] {
		t := cellText(rows[0], c)
		if t == "" {
			continue
		}
		a, col := kindOf(&rows[0][c]), column(rows, 1, c)
		switch {
		case col.n == 0:
			if a == digit {
				no++
			}
		case a == blank:
			no++
		case col.major == word && a == word:
			switch col.contrast(t) {
			case 1:
				yes++
			case -1:
				no++
			}
		case col.major == blank: // mixed
		case col.major == a:
			no++
		case col.major != word:
			yes++
		}
	}
	return yes, no
}

// facts are what the rows below say of a column.
type facts struct {
	n      int  // filled cells
	major  kind // the kind of most of them; blank = none prevails
	texts  []string
	digits int // texts that hold a digit
	length int // common length of all texts; 0 = none
}

// column looks at a column from a row on; of a short table, at its lower half,
// because the rows above may be header too.
func column(rows [][]grid.Cell, from, c int) facts {
	from = max(from, len(rows)/2)
	if len(rows) > 2*maxHeader {
		from = max(from, maxHeader)
	}
	var f facts
	var count [4]int
	for _, row := range rows[min(from, len(rows)):] {
		t := cellText(row, c)
		if t == "" || kindOf(&row[c]) == blank {
			continue
		}
		f.n++
		count[kindOf(&row[c])]++
		f.texts = append(f.texts, t)
		if strings.ContainsAny(t, "0123456789") {
			f.digits++
		}
		if f.n == 1 {
			f.length = len(t)
		} else if f.length != len(t) {
			f.length = 0
		}
	}
	for k, n := range count {
		if 10*n >= 6*f.n && n > 0 {
			f.major = kind(k)
		}
	}
	return f
}

// contrast tells whether words above a column of words are its name (1), one
// of its values (-1), or either (0): names do not recur below, hold no digits
// above codes that all do, and break the common length of codes.
func (f facts) contrast(t string) int {
	switch {
	case slices.Contains(f.texts, t):
		return -1
	case f.n >= 2 && f.digits == f.n && !strings.ContainsAny(t, "0123456789"):
		return 1
	case f.n >= 4 && f.length > 0 && f.length != len(t):
		return 1
	}
	return 0
}

// stacked reports that row h belongs to the header above it, and whether that
// is sure: a row of words in two columns of digits could also be data that is
// missing, one in a single column is taken for that.
func (sc *scanner) stacked(rows [][]grid.Cell, h int) (ok, sure bool) {
	if equal(rows[h], rows[h-1]) {
		return true, true
	}
	if h+1 >= len(rows) {
		return false, false
	}
	words, filled, gaps, data := 0, 0, 0, false
	for c := range max(len(rows[h]), len(rows[h-1])) {
		col := column(rows, h+1, c)
		data = data || col.major == digit
		t := cellText(rows[h], c)
		if t == "" {
			continue
		}
		a := kindOf(&rows[h][c])
		if a == digit && !year(t) {
			return false, false
		}
		if cellText(rows[h-1], c) == "" && a == word {
			gaps++
		}
		if col.major == digit {
			filled++
			if a == word || a == digit {
				words++
			}
		}
	}
	switch {
	case !data:
		return false, false
	case filled > 0 && gaps == 0 && sparse(rows[h]) == 0:
		return 3*words >= 2*filled && words > 1, false
	case filled > 0:
		return 3*words >= 2*filled && words > 0, true
	}
	return gaps > 0 && cellText(rows[h], 0) == "" && cellText(rows[h-1], 0) != "", true
}

// sparse counts the empty cells of a row.
func sparse(row []grid.Cell) int {
	n := 0
	for c := range row {
		if cellText(row, c) == "" {
			n++
		}
	}
	return n
}

func cellText(row []grid.Cell, c int) string {
	if c >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[c].Text)
}

func equal(a, b []grid.Cell) bool {
	return len(a) == len(b) && slices.EqualFunc(a, b, func(x, y grid.Cell) bool {
		return strings.TrimSpace(x.Text) == strings.TrimSpace(y.Text)
	})
}

// years reports a first row whose digits are all years, two or more, each
// once, above columns that are not years: "Uraian;2015;2016".
func years(rows [][]grid.Cell) bool {
	seen := map[string]bool{}
	for c := range rows[0] {
		t := cellText(rows[0], c)
		if t == "" || kindOf(&rows[0][c]) != digit {
			continue
		}
		if !year(t) || seen[t] {
			return false
		}
		seen[t] = true
		for _, below := range column(rows, 1, c).texts {
			if year(below) {
				return false
			}
		}
	}
	return len(seen) > 1
}

// year reports 2016, 2016/17 and 2016-2017.
func year(t string) bool {
	if len(t) < 4 || t[:2] != "19" && t[:2] != "20" {
		return false
	}
	for i := 0; i < len(t); i++ {
		if (t[i] < '0' || t[i] > '9') && (i != 4 || t[i] != '-' && t[i] != '/') {
			return false
		}
	}
	return len(t) == 4 || len(t) == 7 || len(t) == 9
}

// columns joins the header texts of each column. A single row is taken as it
// stands.
func (sc *scanner) columns(lines []int) []string {
	var rows []grid.Row
	width := 0
	for _, i := range lines {
		rows = append(rows, grid.Row{N: sc.lines.at(i).n, Cells: sc.heads[i]})
		width = max(width, len(sc.heads[i]))
	}
	if len(rows) == 0 {
		return nil
	}
	out := make([]string, width)
	if len(rows) == 1 {
		for c := range rows[0].Cells {
			out[c] = rows[0].Cells[c].Text
		}
		return out
	}
	if !sc.text {
		for c, p := range HeaderPaths(rows, sc.merged) {
			out[c] = strings.Join(p, " ")
		}
		return out
	}
	for i := range rows {
		raw := "" // the text that a filled-up cell continues
		for c, t := range filled(rows, i, width, nil) {
			if c < len(rows[i].Cells) && cellText(rows[i].Cells, c) != "" {
				raw = rows[i].Cells[c].Text
			}
			switch {
			case t == "":
			case out[c] == "":
				out[c] = raw
			default:
				out[c] += " " + raw
			}
		}
	}
	return out
}
