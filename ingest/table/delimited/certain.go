package delimited

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// A doubt is worth reading only where the row could be cut in another way. What
// follows tells where it could not.

// onlyText is the detail of a stray quote that moves no cell: whether it belongs
// to the text of its own cell is all that may be asked.
const onlyText = "text"

// stray doubts the quotes of the record at hand.
func (p *parser) stray(certain bool) {
	detail := ""
	if certain {
		detail = onlyText
	}
	p.doubt(p.row.N, reject.StrayQuote, detail)
}

// maxCertain is how many odd rows of a file are looked at as closely as that;
// the rest are doubted as they come.
const maxCertain = 10_000

// certain reports that a record with one quote too many can be cut into the
// usual number of cells in one way alone, so that the quote is text wherever it
// came from. Of two quotes nobody knows whether they are a pair.
func (p *parser) certain(text string, r reading) bool {
	if p.d.Width == 0 || r.n != p.d.Width || p.d.Backslash || p.checked >= maxCertain {
		return false
	}
	p.checked++
	return r.strays == 1 && r.alone && strings.IndexByte(text, '\n') < 0
}

// runsOn reports that the next line is no row of the usual width, so that it
// may be the rest of a cell of this one.
func (p *parser) runsOn() bool {
	next, ok := p.peek(0)
	if !ok || strings.TrimSpace(next.text) == "" {
		return false
	}
	n, _ := p.walk(next.text, false, true)
	return n != p.d.Width
}

// oddCertain reports the same of a record that closes, in which a bare cell holds half
// a pair of quotes.
func (p *parser) oddCertain(text string) bool {
	if len(p.row.Cells) != p.d.Width || p.d.Width == 0 || p.checked >= maxCertain {
		return false
	}
	r := p.repair(text)
	if !p.certain(text, r) {
		return false
	}
	for i := range r.cells {
		if r.cells[i].Text != p.row.Cells[i].Text {
			return false
		}
	}
	return true
}

// rivalled reports that the record can be cut at other places into as many
// cells as cheaply, give or take a quote inside a cell. cuts are where the cells
// of the best reading start, as indices of starts.
func (m *mender) rivalled(cuts []int) bool {
	n := len(cuts)
	most := m.steps[len(m.starts)][n].cost + costInner
	row := make([]int, (len(m.starts)+1)*(n+1)) // cheapest way off the best one, 1 + cost
	at := func(i, count int) *int { return &row[i*(n+1)+count] }
	for i := range m.starts {
		pieces := m.pieces(i)
		for count := range n {
			off := *at(i, count)
			on := 0
			if cuts[count] == i {
				on = m.steps[i][count].cost
			}
			end := len(m.starts)
			if count+1 < n {
				end = cuts[count+1]
			}
			for _, pc := range pieces {
				c := off
				if on > 0 && pc.next != end && (off == 0 || on < off) {
					c = on // it leaves the best way here
				}
				if c == 0 || c+pc.cost > most {
					continue
				}
				if to := at(pc.next, count+1); *to == 0 || c+pc.cost < *to {
					*to = c + pc.cost
				}
			}
		}
	}
	return *at(len(m.starts), n) > 0
}

// usual reports a row with empty cells missing or too many at its end: it is
// filled as far as all others are, and with the same kinds of cells. One whose
// cells have moved is filled less far, or further.
func (p *parser) usual() bool {
	if p.d.tail == 0 || filled(p.row.Cells) != p.d.tail || p.prev == "" || p.checked >= maxCertain {
		return false
	}
	p.checked++
	u := newParser(p.d, &sample{})
	if n, st := u.walk(p.prev, false, false); st != closed || n != p.d.Width {
		return false
	}
	for i := range p.d.tail {
		if kindOf(u.row.Cells[i].Text) != kindOf(p.row.Cells[i].Text) {
			return false
		}
	}
	return true
}

// filled is the last column, counted from 1, that holds anything.
func filled(cells []grid.Cell) int {
	n := len(cells)
	for n > 0 && strings.TrimSpace(cells[n-1].Text) == "" {
		n--
	}
	return n
}
