package delimited

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// candidates in the order of preference among equals. Those after the common
// ones must part nearly all records alike. A space is asked last and under its
// own conditions.
var candidates = []string{";", ",", "\t", "|", "\x1f", "\x01", "^", "~", "#"}

const common = 4

// sampleRecords is how many records are measured under each candidate.
const sampleRecords = 400

// measure is how well a sample reads under one dialect.
type measure struct {
	records int     // not blank
	agree   int     // records that have the width most have
	width   int     // that width; 1 when no width above one is found
	first   int     // width of the first record
	split   int     // records of more than one cell
	tail    int     // the last column that all rows of that width fill, if it is not the last one
	whole   float64 // share of cells that hold no other delimiter
	wrapped int     // cells in quotes that closed properly
	bad     int     // records with damaged quotes
	typed   bool    // some column holds numbers, dates or clocks throughout
	share   float64
	score   float64
}

// tally counts the cells of a sample.
type tally struct {
	d            *Dialect
	widths       map[int]int
	tails        map[[2]int]int // width, last filled column -> records after the first
	filled       int            // the last column, counted from 1, that holds anything
	digits       map[[2]int]int // width, column -> cells made of digits
	cells, whole int
}

func (t *tally) add(cells []grid.Cell) {
	t.widths[len(cells)]++
	for i, c := range cells {
		t.cells++
		if c.Text != "" && i >= t.filled {
			t.filled = i + 1
		}
		if t.d.intact(c.Text) {
			t.whole++
		}
		if i < 32 && kindOf(c.Text) == digit {
			t.digits[[2]int{len(cells), i}]++
		}
	}
}

// measure reads a sample under the dialect as it stands.
func (d *Dialect) measure(lines []string) measure {
	var m measure
	t := tally{d: d, widths: map[int]int{}, digits: map[[2]int]int{}, tails: map[[2]int]int{}}
	p := newParser(*d, &sample{lines: lines})
	p.d.Width, p.d.Preface = 0, 0
	p.doubt = func(_ uint32, code reject.Code, _ string) {
		if code == reject.StrayQuote {
			m.bad++
		}
	}
	_ = p.run(func(r *grid.Row) bool { // a sample in memory does not fail
		if len(r.Cells) == 0 {
			return true
		}
		if m.records == 0 {
			m.first = len(r.Cells)
		}
		if m.records++; m.records > 1 {
			t.tails[[2]int{len(r.Cells), filled(r.Cells)}]++
		}
		t.add(r.Cells)
		return m.records < sampleRecords
	})
	m.wrapped = p.wrapped
	m.score = m.settle(&t)
	return m
}

// settle finds the width most records have and scores it.
func (m *measure) settle(t *tally) float64 {
	m.width = 1
	for w, c := range t.widths {
		if w > 1 {
			m.split += c
		}
		if w > 1 && (c > m.agree || c == m.agree && w > m.width) {
			m.agree, m.width = c, w
		}
	}
	if m.agree == 0 {
		return 0
	}
	for f := range m.width {
		if n := t.tails[[2]int{m.width, f}]; f > 0 && n >= 10 && n >= m.agree-1 {
			m.tail = f
		}
	}
	for i := range min(m.width, 32) {
		m.typed = m.typed || t.digits[[2]int{m.width, i}] >= max(1, m.agree*4/5)
	}
	m.whole = float64(t.whole) / float64(t.cells)
	m.share = float64(m.agree) / float64(m.records)
	bad := min(1, float64(m.bad)/float64(m.records))
	columns := float64(max(1, min(m.width, t.filled))) // a delimiter that only ends lines parts nothing
	return m.share * (2 - 1/columns) * (0.4 + 0.6*m.whole) * (1 - 0.5*bad)
}

// intact reports a cell that holds no other delimiter. Commas between digits
// or before a space are part of numbers and sentences.
func (d *Dialect) intact(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ';', '\t', '|':
			if i+1 < len(s) && s[i+1] != ' ' {
				return false
			}
		case ',':
			if i+1 < len(s) && s[i+1] != ' ' && (s[i+1] < '0' || s[i+1] > '9') {
				return false
			}
		}
	}
	return true
}

// choose finds the delimiter.
func (d *Dialect) choose(lines []string) measure {
	var best, level measure
	chosen, whole := "", ""
	for i, c := range candidates {
		if !contains(lines, c) {
			continue
		}
		d.use(c)
		m := d.measure(lines)
		if decimal(lines, c, m) || i >= common && (m.share < 0.8 || c[0] > ' ' && m.records < 2) || m.stray() {
			continue
		}
		if m.agree == m.records && m.first > 1 && m.score > level.score+1e-9 {
			level, whole = m, c
		}
		if m.score > best.score+1e-9 {
			best, chosen = m, c
		}
	}
	if best.first == 1 && level.first > 1 { // the headings do not part, where by another they do like all rows
		best, chosen = level, whole
	}
	if best.share < 0.5 || 5*best.bad > best.records {
		d.use(" ")
		m := d.measure(lines)
		if spaced(m, best) {
			best, chosen = m, " "
		}
		d.spaces = chosen == "" && m.share >= 0.9 && m.width > 2 && m.records > 2
	}
	if chosen == "" {
		d.use(d.guarded(lines))
		return measure{}
	}
	d.use(chosen)
	d.widen(lines, best)
	if len(d.Delimiter) > 1 {
		best = d.measure(lines)
	}
	return best
}

// stray reports a delimiter that stands in so few records that it is text.
func (m *measure) stray() bool { return m.records >= 4 && m.split <= max(1, m.records/100) }

// guarded is the delimiter of a single column: what stands in cells in quotes
// and nowhere else is what they are quoted for. "" when nothing tells.
func (d *Dialect) guarded(lines []string) string {
	for _, c := range []string{",", ";", "\t", "|"} {
		quoted, plain := 0, 0
		for _, l := range lines {
			l = strings.TrimSpace(l)
			q := len(l) > 1 && l[0] == d.Quote && l[len(l)-1] == d.Quote
			switch has := strings.Contains(l, c); {
			case q && has:
				quoted++
			case q, has:
				plain++
			}
		}
		if quoted > 0 && plain == 0 {
			return c
		}
	}
	return ""
}

func contains(lines []string, c string) bool {
	for _, l := range lines {
		if strings.Contains(l, c) {
			return true
		}
	}
	return false
}

// decimal reports that a comma is never a delimiter: the header has none and
// every other stands between digits, as the only one of its number, after which
// no dot comes.
func decimal(lines []string, c string, m measure) bool {
	if c != "," || m.width != 2 || m.first != 1 {
		return false
	}
	for _, l := range lines {
		for i := 0; i < len(l); i++ {
			if l[i] != ',' {
				continue
			}
			if i == 0 || i+1 == len(l) || !isDigit(l[i-1]) || !isDigit(l[i+1]) {
				return false
			}
			k := i + 1
			for k < len(l) && isDigit(l[k]) {
				k++
			}
			if k+1 < len(l) && l[k] == '.' && isDigit(l[k+1]) {
				return false
			}
		}
	}
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// spaced reports that spaces part cells: quoted cells stand between them, or
// all records agree on three columns or more, one of them of numbers.
func spaced(m, other measure) bool {
	if m.width < 2 || m.score <= other.score && m.wrapped == 0 {
		return false
	}
	if m.wrapped >= max(1, m.records/2) && m.bad <= m.records/20 {
		return true
	}
	agreed := m.share >= 0.9 && m.first == m.width && m.records > 1
	return agreed && m.typed && (m.width > 2 || m.records > 2)
}

// widen finds the spaces or the twin that belong to a delimiter.
func (d *Dialect) widen(lines []string, m measure) {
	if len(d.sep) != 1 || d.sep == " " || d.Delimiter != d.sep {
		return
	}
	n := d.neighbours(lines)
	switch {
	case n.total == 0:
	case n.paired == n.total && m.records > 1 && twinned(lines, d.sep+d.sep):
		d.use(d.sep + d.sep)
	case n.after+n.ends == n.total && n.after > 0 && n.before+n.ends == n.total && n.before > 0:
		d.use(" " + d.sep + " ")
	case n.after+n.ends == n.total && n.after > 0:
		d.use(d.sep + " ")
	}
}

// twinned reports a first line that has text on both sides of every pair:
// pairs may also be empty cells.
func twinned(lines []string, pair string) bool {
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		parts := strings.Split(l, pair)
		for _, s := range parts {
			if strings.TrimSpace(s) == "" {
				return false
			}
		}
		return len(parts) > 1
	}
	return false
}

// beside counts delimiters outside quotes by what stands beside them.
type beside struct {
	total, paired int // all, and those in runs of pairs
	after, before int // with exactly one space there
	ends          int // at the end of a line
}

// neighbours looks beside the delimiters of a sample, on lines that do not
// belong to a quoted cell over several of them.
func (d *Dialect) neighbours(lines []string) beside {
	var n beside
	inside := 0 // lines since a quoted cell stayed open
	for _, l := range lines {
		if odd := strings.Count(l, string(d.Quote))%2 == 1; odd || inside > 0 {
			inside++
			if odd && inside > 1 || inside > 20 {
				inside = 0
			}
			continue
		}
		n.line(l, d.sep[0], d.Quote)
	}
	return n
}

func (n *beside) line(l string, sep, quote byte) {
	in := false
	for i := 0; i < len(l); i++ {
		if l[i] == quote {
			in = !in
		}
		if in || l[i] != sep {
			continue
		}
		run := 1
		for at(l, i+run) == sep {
			run++
		}
		n.total += run
		switch {
		case run > 1:
			i += run - 1
			if run%2 == 0 {
				n.paired += run
			}
		case i+1 == len(l):
			n.ends++
		default:
			if at(l, i+1) == ' ' && at(l, i+2) != ' ' {
				n.after++
			}
			if at(l, i-1) == ' ' && at(l, i-2) != ' ' {
				n.before++
			}
		}
	}
}

func at(l string, i int) byte {
	if i < 0 || i >= len(l) {
		return 0
	}
	return l[i]
}
