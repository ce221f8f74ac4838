package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/table"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// A survey may lie on its side: the elements stand down and every column is a
// respondent. Such a table is turned before it is recognised; what is said of a
// respondent then names the column it stands in.

// turnedTable is a table whose columns are read as rows.
type turnedTable struct {
	rows  []grid.Row // the header, then one row a respondent
	heads []string   // by place among the rows: the column as a spreadsheet names it, and its heading
	next  uint32     // first row of another table below, 0 for none
}

// on is the sheet whose rows the plan reads.
func (p *Plan) on(s grid.Sheet) grid.Sheet {
	if p.turned != nil {
		s = turnedSheet{s, p.turned.rows}
	}
	if p.perRow != nil {
		s = unitSheet{s, p.perRow}
	}
	return s
}

// Turned reports a table whose columns are read as rows: its rows are numbered
// by respondent, not as the sheet numbers them.
func (p *Plan) Turned() bool { return p.turned != nil }

// place says where a row of a turned table stands on the sheet.
func (p *Plan) place(row uint32) text.Text {
	if p.turned == nil || row <= p.turned.rows[0].N {
		return text.Text{}
	}
	head := p.turned.heads[row-p.turned.rows[0].N]
	return text.T("kolom "+head, "column "+head)
}

// turnedSheet is a sheet with the rows of a turned table.
type turnedSheet struct {
	grid.Sheet
	rows []grid.Row
}

func (s turnedSheet) Rows(yield func(*grid.Row) bool) error {
	for i := range s.rows {
		if !yield(&s.rows[i]) {
			break
		}
	}
	return nil
}

func (turnedSheet) Merged() ([]grid.Range, error) { return nil, nil }
func (turnedSheet) HiddenColumns() []int          { return nil }
func (s turnedSheet) Doubts() []grid.Doubt {
	return slices.DeleteFunc(slices.Clone(s.Sheet.Doubts()), func(d grid.Doubt) bool { return d.Row > s.rows[0].N })
}

// leastRespondents is how many columns of answers make respondents of columns:
// four may be the four answers, counted.
const leastRespondents = 5

// leastElements is how many elements stand below one another in such a table.
const leastElements = 3

// turn finds a survey on its side and matches it turned; nil when there is none.
func (ix *index) turn(rows []grid.Row, hidden []int, ov *Override) *Plan {
	t := turnedOf(rows, hidden, ix)
	if t == nil {
		return nil
	}
	side := newIndex(ix.layouts)
	side.sheet, side.file, side.above, side.rows = ix.sheet, ix.file, ix.above, t.rows
	p, err := side.best(t.rows, nil, ov)
	if err != nil || p.Kind != "answer" || len(p.HeaderRows) != 1 {
		return nil
	}
	p.turned = t
	return p
}

// elements counts the elements that the columns of a plan hold.
func (p *Plan) elements() (n int) {
	for _, c := range p.Columns {
		if slices.Contains(elements, c.Field) {
			n++
		}
	}
	return n
}

// turnedOf turns the first block of elements among some rows.
func turnedOf(rows []grid.Row, hidden []int, ix *index) *turnedTable {
	label, first, last := elementsDown(rows, leastRespondents)
	if first < 0 {
		return nil
	}
	head := first - 1
	for head >= 0 && head >= first-mostAttributes && !headsColumns(&rows[head], label) {
		head--
	}
	if head < 0 || first-head > mostAttributes {
		return nil
	}
	for head > 0 && headsColumns(&rows[head-1], label) { // between are rows about the respondents
		head--
	}
	people := respondents(rows, head, first, last, label)
	if len(people) < leastRespondents {
		return nil
	}
	var block []int
	for i := head + 1; i < len(rows); i++ {
		if i > last && !ofRespondents(&rows[i], label, people) {
			break
		}
		if ofRespondents(&rows[i], label, people) && rows[i].Irregular == "" {
			block = append(block, i)
		}
	}
	t := &turnedTable{heads: []string{""}}
	t.rows = append(t.rows, grid.Row{N: rows[head].N, Cells: []grid.Cell{{Text: "No Responden", Kind: grid.Text}}})
	for _, i := range block {
		t.rows[0].Cells = append(t.rows[0].Cells, grid.Cell{Text: ix.elementHeading(rows[i].Cells[label].Text), Kind: grid.Text})
	}
	for k, c := range people {
		name := strings.TrimSpace(cellAt(&rows[head], c).Text)
		r := grid.Row{N: rows[head].N + uint32(k) + 1, Hidden: slices.Contains(hidden, c),
			Cells: []grid.Cell{{Text: columnName(c), Kind: grid.Text}}}
		for _, i := range block {
			cell := cellAt(&rows[i], c)
			cell.Text = strings.Clone(cell.Text)
			r.Cells = append(r.Cells, cell)
		}
		t.rows, t.heads = append(t.rows, r), append(t.heads, strings.TrimSpace(columnName(c)+" "+name))
	}
	t.next = furtherElements(rows, block[len(block)-1]+1)
	return t
}

// mostAttributes is how many rows about the respondents may stand between their
// heading and the first element.
const mostAttributes = 12

// furtherElements is the first row below a block where further elements stand, 0 for none.
func furtherElements(rows []grid.Row, from int) uint32 {
	if from >= len(rows) {
		return 0
	}
	if _, first, _ := elementsDown(rows[from:], leastRespondents); first >= 0 {
		return rows[from].N
	}
	return 0
}

func cellAt(r *grid.Row, c int) grid.Cell {
	if c < len(r.Cells) {
		return r.Cells[c]
	}
	return grid.Cell{}
}

// elementsDown finds a column in which elements stand below one another: the
// column, and the first and the last of their rows; first is -1 for none. Least
// is how many columns stand beside them.
func elementsDown(rows []grid.Row, least int) (column, first, last int) {
	for c := range mostLabelColumn {
		first, last = -1, -1
		seen := map[string]bool{}
		for i := range rows {
			e := elementLabel(cellAt(&rows[i], c).Text)
			if e == "" || len(rows[i].Cells) < c+least {
				continue
			}
			if seen[e] || first >= 0 && i-last > 2 {
				break
			}
			if seen[e] = true; first < 0 {
				first = i
			}
			last = i
		}
		if len(seen) >= leastElements {
			return c, first, last
		}
	}
	return 0, -1, -1
}

// mostLabelColumn is how many columns may stand before the respondents.
const mostLabelColumn = 4

// headsColumns reports a row with texts or numbers over most columns.
func headsColumns(r *grid.Row, label int) bool {
	n := 0
	for c := label + 1; c < len(r.Cells); c++ {
		if strings.TrimSpace(r.Cells[c].Text) != "" {
			n++
		}
	}
	return n >= leastRespondents && elementLabel(cellAt(r, label).Text) == ""
}

// respondents are the columns whose cells are answers in the rows of elements.
func respondents(rows []grid.Row, head, first, last, label int) []int {
	width := 0
	for i := head; i <= last; i++ {
		width = max(width, len(rows[i].Cells))
	}
	var out []int
	for c := label + 1; c < width; c++ {
		if summing(cellAt(&rows[head], c).Text) {
			continue
		}
		good, bad := 0, 0
		for i := first; i <= last; i++ {
			t := strings.TrimSpace(cellAt(&rows[i], c).Text)
			switch {
			case t == "" || elementLabel(cellAt(&rows[i], label).Text) == "":
			case isAnswer(t):
				good++
			default:
				bad++
			}
		}
		if good > 0 && good >= 2*bad {
			out = append(out, c)
		}
	}
	return out
}

// summing reports a heading of a column that sums answers up.
func summing(head string) bool {
	if table.IsTotal(head) {
		return true
	}
	return slices.ContainsFunc(vocabulary.Tokens(head), func(w string) bool { return sumWords[w] })
}

var sumWords = set("jumlah total rata nrr ikm mutu kategori keterangan ket bobot mean average sum tertimbang predikat indeks index ranking rank")

// isAnswer reports a text that is an answer, as a number or in words.
func isAnswer(s string) bool {
	if n, err := locale.ParseNumber(s, locale.StylePlain); err == nil {
		v, whole := n.Int()
		return whole && v >= 0 && v <= 10
	}
	_, phrase := splitAnswer(s)
	if degreeOf(phrase) != unknown {
		return true
	}
	return slices.ContainsFunc(elements, func(e string) bool { return ownLabels[e][phrase] != 0 })
}

// ofRespondents reports a row that says something of most respondents, and adds
// nothing up.
func ofRespondents(r *grid.Row, label int, people []int) bool {
	name := cellAt(r, label).Text
	if strings.TrimSpace(name) == "" || summing(name) {
		return false
	}
	n := 0
	for _, c := range people {
		if strings.TrimSpace(cellAt(r, c).Text) != "" {
			n++
		}
	}
	return 2*n >= len(people) || elementLabel(name) != ""
}

// columnName is a column as spreadsheets name it: A, B, ... AA.
func columnName(c int) string {
	name := ""
	for c++; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name
}
