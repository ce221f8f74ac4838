package outline

import (
	"maps"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/judge"
)

// cells are the data of one table as texts.
type cells struct {
	heads []string
	rows  []line
	width int
}

type line struct {
	n      uint32
	texts  []string
	number []bool // typed a number by the file
	indent int    // of its first text
}

func (g *cells) add(r *grid.Row) {
	l := lineOf(r)
	g.rows = append(g.rows, l)
	g.width = max(g.width, len(l.texts))
}

func lineOf(r *grid.Row) line {
	l := line{n: r.N, texts: make([]string, len(r.Cells)), number: make([]bool, len(r.Cells))}
	for i := range r.Cells {
		l.texts[i], l.number[i] = strings.Clone(strings.TrimSpace(r.Cells[i].Text)), r.Cells[i].Kind == grid.Number
	}
	for i := range r.Cells {
		if letters(r.Cells[i].Text) {
			l.indent = indent(r.Cells[i].Text)
			break
		}
	}
	return l
}

// judge decides the numbers of every column, and then rows and columns.
func (g *cells) judge(t *Table) {
	cols := g.numeric()
	rows := make([]judge.Row, len(g.rows))
	lines := make([]judge.Row, len(cols))
	texts := 0
	for i := range g.rows {
		if g.words(i, cols) != "" {
			texts++
		}
	}
	for k, c := range cols {
		head := ""
		if c.index < len(g.heads) {
			head = g.heads[c.index]
		}
		lines[k] = judge.Row{Values: make([]int64, len(rows)), Total: saysTotal(head), Mean: saysMean(head)}
	}
	for i := range g.rows {
		words := g.words(i, cols)
		r := &rows[i]
		*r = judge.Row{Values: make([]int64, len(cols)), Total: saysTotal(words), Mean: saysMean(words), Bare: words == "" && 2*texts > len(g.rows), Name: strings.ToLower(strings.Trim(words, " \u00a0-"))}
		for k, c := range cols {
			if v, ok := c.value(g.at(i, c.index)); ok {
				r.Values[k], lines[k].Values[i] = v, v
				r.Known.Add(k)
				lines[k].Known.Add(i)
			}
		}
	}
	depth := g.indents()
	codes := g.codes()
	opt := judge.Options{Slack: 0.5, One: codes != nil}
	if depth != nil || codes != nil {
		opt.Holds = func(total, part int) bool {
			return depth != nil && depth[part] > depth[total] || codes != nil && within(codes[part], codes[total])
		}
	}
	all := map[int]bool{}
	for _, x := range totals(rows, cols, opt) {
		t.Totals = append(t.Totals, Total{g.rows[x.Row].n, g.numbers(x.Parts), x.Mean, !x.Sure})
		all[x.Row] = x.Sure
	}
	if same(cols) {
		for _, x := range judge.Totals(lines, judge.Options{Slack: 0.5}) {
			parts := make([]uint32, len(x.Parts))
			for i, p := range x.Parts {
				parts[i] = uint32(cols[p].index + 1)
			}
			t.Columns = append(t.Columns, Total{uint32(cols[x.Row].index + 1), parts, x.Mean, !x.Sure})
		}
	}
	for i := range g.rows {
		switch {
		case all[i]:
		case rows[i].Known.Len() == 0 && filled(g.rows[i].texts) <= 1:
			t.Notes = append(t.Notes, g.rows[i].n)
		default:
			t.Data = append(t.Data, g.rows[i].n)
		}
	}
}

// indents is how far the first text of each row is set in, nil when all are
// alike.
func (g *cells) indents() []int {
	out := make([]int, len(g.rows))
	differ := false
	for i := range g.rows {
		out[i] = g.rows[i].indent
		differ = differ || out[i] != out[0]
	}
	if !differ {
		return nil
	}
	return out
}

// indent counts the spaces and dashes before a text.
func indent(s string) int {
	n := 0
	for _, r := range s {
		if r != ' ' && r != '\u00a0' && r != '-' && r != '\t' {
			break
		}
		n++
	}
	return n
}

// totals judges the columns of each number of decimals by themselves: amounts,
// and shares beside them, do not add up alike.
func totals(rows []judge.Row, cols []column, opt judge.Options) []judge.Total {
	best := map[int]judge.Total{}
	scales := map[uint8]bool{}
	for _, c := range cols {
		scales[c.scale] = true
	}
	for s := range scales {
		part := make([]judge.Row, len(rows))
		for i := range rows {
			part[i] = rows[i]
			part[i].Values, part[i].Known = nil, nil
			for k, c := range cols {
				if c.scale != s {
					continue
				}
				if rows[i].Known.Has(k) {
					part[i].Known.Add(len(part[i].Values))
				}
				part[i].Values = append(part[i].Values, rows[i].Values[k])
			}
		}
		for _, t := range judge.Totals(part, opt) {
			if b, there := best[t.Row]; !there || t.Bits > b.Bits {
				best[t.Row] = t
			}
		}
	}
	out := slices.Collect(maps.Values(best))
	slices.SortFunc(out, func(a, b judge.Total) int { return a.Row - b.Row })
	return out
}

// codes are the numbers of a classification before the words of each row, such
// as "1.2" or "HC.1"; nil when fewer than half of the rows have one.
func (g *cells) codes() []string {
	out := make([]string, len(g.rows))
	n := 0
	for i := range g.rows {
		for _, t := range g.rows[i].texts {
			if t == "" {
				continue
			}
			word, _, _ := strings.Cut(t, " ")
			word = strings.TrimRight(word, ".")
			if strings.ContainsAny(word, "0123456789") && strings.ContainsAny(word, ".") {
				out[i] = word
				n++
			}
			break
		}
	}
	if 2*n < len(g.rows) {
		return nil
	}
	return out
}

// within reports a code below another.
func within(part, total string) bool {
	return total != "" && strings.HasPrefix(part, total+".")
}

func (g *cells) at(row, col int) string {
	if col < len(g.rows[row].texts) {
		return g.rows[row].texts[col]
	}
	return ""
}

func (g *cells) numbers(parts []int) []uint32 {
	out := make([]uint32, len(parts))
	for i, p := range parts {
		out[i] = g.rows[p].n
	}
	return out
}

func filled(texts []string) int {
	n := 0
	for _, t := range texts {
		if t != "" {
			n++
		}
	}
	return n
}

// words are the texts of a row outside its numeric columns.
func (g *cells) words(row int, cols []column) string {
	var b strings.Builder
	k := 0
	for c, t := range g.rows[row].texts {
		for k < len(cols) && cols[k].index < c {
			k++
		}
		if k < len(cols) && cols[k].index == c || t == "" || !letters(t) {
			continue
		}
		b.WriteString(t)
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

func letters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xbf })
}
