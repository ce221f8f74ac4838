package delimited

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
)

// reading is one way to cut a damaged record.
type reading struct {
	cells  []grid.Cell
	n      int
	cost   int
	strays int  // quotes taken as text
	alone  bool // no other way of cutting comes near
}

const (
	costInner = 1 // a quote inside a quoted cell, neither doubled nor escaped
	costTail  = 1 // a quote at the end of a cell that opens with none
	costStray = 2 // a quote that opens a cell, taken as text
	costWidth = 3 // each cell more or fewer than the rest of the file has
)

// maxMend bounds the work of finding the best reading; a longer line is cut
// at every delimiter.
const maxMend = 1 << 20

// damaged reads a record whose quotes do not fit together, and says so.
func (p *parser) damaged(l physicalLine) {
	best := p.repair(l.text)
	p.stray(!p.rival && !p.runsOn() && p.certain(l.text, best))
	if best.n != p.d.Width && p.d.Width > 0 {
		if k, r := p.severalDamaged(l); k > 0 {
			p.skip(k)
			best = r
		}
	}
	p.row.Cells = append(p.row.Cells, best.cells...)
	if best.n != p.d.Width && p.d.Width > 0 {
		p.ragged()
	}
}

// severalDamaged looks for a cell over a few lines that holds stray quotes:
// it must give exactly the usual width where the line alone does not, and
// must not eat lines of that width.
func (p *parser) severalDamaged(l physicalLine) (int, reading) {
	const few = 8
	for k := 1; k <= few; k++ {
		next, ok := p.peek(k - 1)
		if !ok || strings.TrimSpace(next.text) == "" {
			return 0, reading{}
		}
		n, st := p.walk(next.text, false, true)
		if n == p.d.Width && st == closed || n > 1 && n <= p.d.Width && st == open {
			return 0, reading{} // the next line is a row, or begins one
		}
		if strings.IndexByte(next.text, p.d.Quote) < 0 {
			continue
		}
		if r := p.repair(p.joined(l, k)); r.n == p.d.Width && r.cost <= 2*costStray {
			return k, r
		}
	}
	return 0, reading{}
}

// repair finds the reading with the usual width, or close to it, that takes
// the fewest quotes as text.
func (p *parser) repair(text string) reading {
	m := mender{p: p, text: text, starts: []int{0}}
	for i := 0; p.d.sep != ""; {
		k := strings.Index(text[i:], p.d.sep)
		if k < 0 || len(m.starts) >= maxCells {
			break
		}
		i += k + len(p.d.sep)
		m.starts = append(m.starts, i)
	}
	m.width = min(len(m.starts), max(p.d.Width, 0)+2)
	if p.d.Width == 0 {
		m.width = 1
	}
	quotes := strings.Count(text, string(p.d.Quote)) + 1
	if len(m.starts)*m.width*quotes > maxMend || len(text) > 64<<10 {
		return m.loose()
	}
	return m.best()
}

// mender holds the search for the best reading of one record.
type mender struct {
	p      *parser
	text   string
	starts []int // where a cell may start; the last possible start included
	width  int   // cell counts told apart; the last one means "or more"
	steps  [][]step
}

// step is the cheapest way to reach a start with a number of cells.
type step struct {
	cost   int // 1 + cost; 0 = not reached
	from   int // index of the start before
	count  int // cells before
	quoted bool
}

// piece is one way to read a cell from a start.
type piece struct {
	next   int // index of the start after it
	cost   int
	quoted bool
}

func (m *mender) best() reading {
	end := len(m.starts)
	m.steps = make([][]step, end+1)
	all := make([]step, (end+1)*(m.width+1))
	for i := range m.steps {
		m.steps[i] = all[i*(m.width+1) : (i+1)*(m.width+1)]
	}
	m.steps[0][0] = step{cost: 1}
	for i := range end {
		pieces := m.pieces(i)
		for count, s := range m.steps[i] {
			if s.cost == 0 {
				continue
			}
			for _, pc := range pieces {
				to := &m.steps[pc.next][min(count+1, m.width)]
				if c := s.cost + pc.cost; to.cost == 0 || c < to.cost {
					*to = step{cost: c, from: i, count: count, quoted: pc.quoted}
				}
			}
		}
	}
	return m.trace(m.cheapest())
}

// cheapest picks the number of cells to end with.
func (m *mender) cheapest() int {
	end, want := m.steps[len(m.starts)], m.p.d.Width
	best, cost := 0, 0
	for count, s := range end {
		if s.cost == 0 {
			continue
		}
		c := s.cost
		if want > 0 {
			c += costWidth * max(want-count, count-want)
		}
		if best == 0 || c < cost {
			best, cost = count, c
		}
	}
	return best
}

// pieces lists the ways to read the cell at a start: bare up to the next
// delimiter, or in quotes up to any quote that a delimiter follows. The second
// of two quotes may be that one too, after a quote that was not escaped.
func (m *mender) pieces(i int) []piece {
	text, q := m.text, m.p.d.Quote
	out := []piece{{next: i + 1, cost: m.bareCost(strings.TrimSpace(text[m.starts[i]:m.end(i)]))}}
	start := m.p.opening(text, m.starts[i])
	if start == 0 {
		return out
	}
	inner := 0
	next := i + 1 // the first start after the place looked at
	ends := func(j, cost int) {
		end := j + 1
		if text[j] != q || !m.p.closes(text, &end) {
			return
		}
		for next < len(m.starts) && m.starts[next] <= end {
			next++
		}
		out = append(out, piece{next: next, cost: cost, quoted: true})
	}
	for j := start; ; {
		k := m.p.special(text[j:])
		if k < 0 {
			return out
		}
		j += k
		ends(j, inner)
		if e := m.p.escape(text, j); e > 0 {
			ends(e-1, inner+costInner)
			j = e
			continue
		}
		inner += costInner
		j++
	}
}

// bareCost is what it costs to take a cell as it stands, quotes included.
func (m *mender) bareCost(raw string) int {
	q, cost := m.p.d.Quote, 0
	if raw == "" {
		return 0
	}
	if raw[0] == q {
		cost += costStray
	}
	if len(raw) > 1 && raw[len(raw)-1] == q && !m.p.inch(raw) {
		cost += costTail
	}
	if strings.IndexByte(raw, '\n') >= 0 { // only quotes hold a line end
		cost += costStray
	}
	return cost
}

// inch tells cells in which quotes only stand after digits, as a unit: 10" or
// 5"x7".
func (p *parser) inch(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != p.d.Quote {
			continue
		}
		if i == 0 || !isDigit(s[i-1]) || i+1 < len(s) && strings.IndexByte(" x/)", s[i+1]) < 0 {
			return false
		}
	}
	return true
}

// uneven reports a bare cell whose quotes look like half of a pair: an odd
// number, or one at the end. In single quotes they are apostrophes.
func (p *parser) uneven(s string) bool {
	n := strings.Count(s, string(p.d.Quote))
	if n == 0 || p.d.Quote == '\'' {
		return false
	}
	s = strings.TrimRight(s, " ")
	return (n%2 == 1 || s[len(s)-1] == p.d.Quote) && !p.inch(s)
}

// end is where the bare cell at a start ends.
func (m *mender) end(i int) int {
	if i+1 < len(m.starts) {
		return m.starts[i+1] - len(m.p.d.sep)
	}
	return len(m.text)
}

// trace writes the reading that ends with a number of cells.
func (m *mender) trace(count int) reading {
	at := len(m.starts)
	r := reading{cost: m.steps[at][count].cost - 1}
	var cuts []int
	for at > 0 {
		s := m.steps[at][count]
		r.cells = append(r.cells, m.cell(s.from, at, s.quoted))
		if s.quoted {
			r.strays += m.steps[at][count].cost - m.steps[s.from][s.count].cost
		} else {
			r.strays += strings.Count(m.text[m.starts[s.from]:m.end(at-1)], string(m.p.d.Quote))
		}
		cuts = append(cuts, s.from)
		at, count = s.from, s.count
	}
	slices.Reverse(r.cells)
	r.n = len(r.cells)
	if slices.Reverse(cuts); r.n == m.p.d.Width && r.strays == 1 {
		r.alone = !m.rivalled(cuts)
	}
	return r
}

func (m *mender) cell(i, next int, quoted bool) grid.Cell {
	text := m.text[m.starts[i]:m.end(next-1)]
	if !quoted {
		return cell(m.p.bare(text, i == 0, next == len(m.starts)))
	}
	text = strings.Trim(text, " ")
	return grid.Cell{Text: m.p.unescape(text[1 : len(text)-1]), Kind: grid.Text}
}

// loose cuts at every delimiter and takes quotes that wrap a whole cell away.
func (m *mender) loose() reading {
	var r reading
	for i := range m.starts {
		text := m.text[m.starts[i]:m.end(i)]
		t := strings.Trim(text, " ")
		if q := m.p.d.Quote; len(t) >= 2 && t[0] == q && t[len(t)-1] == q {
			r.cells = append(r.cells, m.cell(i, i+1, true))
			continue
		}
		r.cells = append(r.cells, cell(m.p.bare(text, i == 0, i+1 == len(m.starts))))
	}
	r.n = len(r.cells)
	return r
}
