package table

import (
	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// runs cuts the lines of a sheet into tables.
func (sc *scanner) runs() []run {
	var out []run
	for i := 0; i < sc.lines.n; {
		if l := sc.lines.at(i); l.comment || int(l.filled) < sc.wide {
			i++
			continue
		}
		r, next := sc.run(i)
		out = append(out, r)
		i = next
	}
	return out
}

// run follows a table from its first line to the line after it.
func (sc *scanner) run(start int) (run, int) {
	r := run{}
	widths := map[uint32]int{}
	i := start
	for i < sc.lines.n {
		l := sc.lines.at(i)
		switch {
		case l.comment:
			r.skip = append(r.skip, i)
			if len(r.lines) > 0 {
				r.doubt = append(r.doubt, grid.Doubt{Row: l.n, Code: reject.FooterRow, Detail: text.Same("#")})
			}
			i++
			continue
		case l.filled == 0 || sc.gap(&r, i):
			next := i
			for next < sc.lines.n && sc.lines.at(next).filled == 0 {
				next++
			}
			if next == sc.lines.n || !sc.continues(&r, next) {
				return r, next
			}
			r.doubt = append(r.doubt, grid.Doubt{Row: l.n, Code: reject.BlankRow})
			for ; i < next; i++ {
				r.skip = append(r.skip, i)
			}
			l = sc.lines.at(i)
		case sc.repeats(&r, i):
			return r, i
		}
		r.lines = append(r.lines, i)
		if widths[l.cells]++; widths[l.cells] > widths[uint32(r.width)] {
			r.width = int(l.cells)
		}
		i++
	}
	return r, i
}

// gap reports rows that a workbook does not store between two lines.
func (sc *scanner) gap(r *run, i int) bool {
	if sc.text || len(r.lines) == 0 {
		return false
	}
	last := r.lines[len(r.lines)-1]
	return last == i-1 && sc.lines.at(i).n != sc.lines.at(last).n+1
}

// continues reports that a line after blank rows belongs to the table before.
func (sc *scanner) continues(r *run, i int) bool {
	l := sc.lines.at(i)
	if sc.wide == 1 {
		return true
	}
	if int(l.filled) < sc.wide || l.comment || sc.text && int(l.cells) != r.width {
		return false
	}
	bare := true // only words so far
	for _, k := range r.lines {
		for c := 0; c < kindCols && bare; c++ {
			bare = sc.lines.at(k).kind(c) != digit
		}
		if !bare {
			break
		}
	}
	if bare {
		return len(r.lines) <= 2 && sc.text
	}
	same, other := 0, 0
	last := sc.lines.at(r.lines[len(r.lines)-1])
	for c := range kindCols {
		a, b := last.kind(c), l.kind(c)
		switch {
		case a == blank || b == blank:
		case a == digit && b == digit:
			same++
		case a == digit || b == digit:
			other++
		}
	}
	return same > 0 && other == 0 && !sc.repeats(r, i)
}

// repeats reports a line that begins with the texts of one of the first lines
// of the table, after data: another table under the same header.
func (sc *scanner) repeats(r *run, i int) bool {
	l := sc.lines.at(i)
	if l.key == 0 || len(r.lines) < 2 || sc.lines.at(r.lines[len(r.lines)-1]).key == l.key {
		return false
	}
	for c := range kindCols {
		if l.kind(c) == digit {
			return false
		}
	}
	for k := 0; k < min(len(r.lines), len(r.past)); k++ {
		if sc.lines.at(r.lines[k]).key == l.key {
			return sc.data(r, k)
		}
	}
	return false
}

// data reports that a line after the k-th looks other than it: it has digits or
// typed values where that one has words. Each line is compared once.
func (sc *scanner) data(r *run, k int) bool {
	head := sc.lines.at(r.lines[k])
	for r.past[k] = max(r.past[k], k+1); r.past[k] < len(r.lines) && !r.apart[k]; r.past[k]++ {
		next := sc.lines.at(r.lines[r.past[k]])
		for c := range kindCols {
			a, b := head.kind(c), next.kind(c)
			if a == word && b == coded || (a == word || a == coded) && b == digit {
				r.apart[k] = true
			}
		}
	}
	return r.apart[k]
}

// footer takes the rows below a table off its end.
func (sc *scanner) footer(r *run, f *Frame) {
	if sc.wide == 1 {
		return
	}
	digits, rows, long := 0, 0, uint16(0)
	for _, i := range r.lines[1:] {
		if l := sc.lines.at(i); l.filled > 1 {
			rows++
			long = max(long, l.long)
			if l.kind(0) == digit {
				digits++
			}
		}
	}
	end := len(r.lines)
	for end > 2 && sc.below(sc.lines.at(r.lines[end-1]), 2*digits > rows, long) {
		end--
	}
	for _, i := range r.lines[end:] {
		f.doubt(sc.lines.at(i).n, reject.FooterRow)
	}
	r.lines = r.lines[:end]
}

// below reports a line that does not belong to the data above it, whose first
// column holds digits or texts up to a length: a signature or a note.
func (sc *scanner) below(l *line, digits bool, long uint16) bool {
	switch {
	case l.filled > 1:
		return l.sign && sc.wordy(l)
	case l.sign || sc.text && l.cells == 1:
		return true
	case l.kind(0) == blank: // stands in another column: a continuation
		return false
	case digits:
		return l.kind(0) != digit
	}
	return l.long > 40 && 2*int(l.long) > 3*int(long)
}
