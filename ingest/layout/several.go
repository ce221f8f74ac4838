package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
)

// several are the columns that say of how many a row is, although the table is
// read as one thing a row: "Jumlah Tersangka", "Jml Responden", or L and P
// without their sum.
type several struct {
	columns []int
	things  map[string]bool // the words for what a row is
}

// countHeads begin the heading of such a column.
var countHeads = set("jumlah jml jlh banyak banyaknya total number count qty")

// sidesOf are headings of parts of a number of persons; two of them make one.
var sidesOf = set("l p lk pr laki perempuan pria wanita male female dewasa anak adult adults child children men women")

// countColumns are the unread columns of a table by which a row is of several.
func (p *Plan) countColumns() []int {
	if f, ok := p.kind.field("number"); len(p.kind.things) == 0 || ok && f.typ == count && p.hasField("number") {
		return nil
	}
	var out, sides []int
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Field != "" || p.leftOut(c.Header) {
			continue
		}
		path := strings.Split(c.Header, " > ")
		words := strings.Fields(fold(path[len(path)-1]))
		switch {
		case len(words) > 0 && sidesOf[words[0]] && !slices.ContainsFunc(words, func(w string) bool { return !sidesOf[w] }):
			sides = append(sides, c.Index)
		case len(words) == 1 && countHeads[words[0]] && p.kind.things[words[0]]:
			out = append(out, c.Index)
		case len(words) > 1 && countHeads[words[0]] && !slices.ContainsFunc(words[1:], func(w string) bool { return !p.kind.things[w] }):
			out = append(out, c.Index)
		}
	}
	if len(out) > 0 {
		return out[:1] // the others say the same of other things
	}
	if len(sides) >= 2 {
		return sides
	}
	return nil
}

// asides are the columns that no field is read from and that yet say what a row
// counts for: of how many it is, that it is taken back, what came back to it.
type asides struct {
	several, void []int
	back          returns
	all           map[int]bool // their places on the sheet
}

// findAsides finds them, once the columns have their fields.
func (p *Plan) findAsides() {
	x := asides{p.countColumns(), p.voiding(), p.returned(), map[int]bool{}}
	for _, at := range slices.Concat(x.several, x.void) {
		x.all[at] = true
	}
	if x.back.column >= 0 {
		x.all[x.back.column] = true
	}
	p.asides = x
}

// number reads a cell of a column, "3" or "3 orang".
func (s *several) number(row *grid.Row, at int) (n int64, ok bool) {
	if at >= len(row.Cells) {
		return 0, false
	}
	if n, ok := wholeNumber(row, at); ok {
		return n, true
	}
	number, unit, _ := strings.Cut(strings.TrimSpace(row.Cells[at].Text), " ")
	if n, err := strconv.ParseInt(number, 10, 64); err == nil && s.things[fold(unit)] {
		return n, true
	}
	return 0, false
}

// of is how many things a row is of.
func (s *several) of(row *grid.Row) int64 {
	var n int64
	for _, at := range s.columns {
		if v, ok := s.number(row, at); ok && v < mostOfOne {
			n += v
		}
	}
	return max(n, 1)
}

// send hands the record of a row on, once for each thing that the row is of; what
// bears a number is told apart by where it stands in its row.
func (r *runner) send(row *grid.Row) {
	n := r.several.of(row)
	r.p.kind.send(&r.bag, r.sink)
	if n == 1 {
		return
	}
	number := ""
	if r.p.kind.named != nil {
		number = *r.p.kind.named(&r.bag)
	}
	for k := int64(2); k <= n; k++ {
		if number != "" {
			*r.p.kind.named(&r.bag) = number + " ke-" + strconv.FormatInt(k, 10)
		}
		r.p.kind.send(&r.bag, r.sink)
	}
}

// mostOfOne bounds the things of a row: a number beyond it counts something else.
const mostOfOne = 1000
