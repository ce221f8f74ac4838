package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
)

// Form is how the export of one program looks: the texts of its header, from
// left to right, row by row. What was once settled for a form holds for the next
// file that looks like it, whatever its name.
type Form []string

// Drift is how a table differs from the form that it nearly has.
type Drift struct {
	New, Gone []string          // headings
	Renamed   map[string]string // a heading that is gone to the one in its place
}

// likeness is the share of all headings of a form and a table that both have,
// from which on the table is the form changed and not another one.
const likeness = 0.6

// formRows are the first rows of a sheet among which the header of a form is
// looked for, as Match does.
func formRows(s grid.Sheet) ([][]string, error) {
	var rows [][]string
	err := s.Rows(func(r *grid.Row) bool {
		var texts []string
		for i := range r.Cells {
			if t := strings.TrimSpace(r.Cells[i].Text); t != "" {
				texts = append(texts, strings.Clone(t))
			}
		}
		rows = append(rows, texts)
		return len(rows) < searchRows
	})
	return rows, err
}

// Forms tells which forms the head of a sheet has.
type Forms struct{ rows [][]string }

// FormsOf reads the head of a sheet.
func FormsOf(s grid.Sheet) (*Forms, error) {
	rows, err := formRows(s)
	return &Forms{rows}, err
}

// Nearest holds a form against every header that the sheet may have: the share
// of headings that both have, 1 where all agree, and how they differ.
func (f *Forms) Nearest(form Form) (alike float64, d Drift) {
	var best []string
	for i := range f.rows {
		var head []string
		for h := 0; h < headerHeight && i+h < len(f.rows); h++ {
			head = append(head, f.rows[i+h]...)
			if a := shared(form, head); a > alike {
				alike, best = a, slices.Clone(head)
			}
		}
	}
	if alike < 1 {
		d = differences(form, best)
	}
	return alike, d
}

// Alike reports a share of headings from which on a table is a form changed.
func Alike(share float64) bool { return share >= likeness }

// shared is the share of the headings of either that both have, repeats told
// apart.
func shared(a Form, b []string) float64 {
	n, count := 0, map[string]int{}
	for _, t := range a {
		count[fold(t)]++
	}
	for _, t := range b {
		if f := fold(t); count[f] > 0 {
			count[f]--
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}

// differences names the headings that only one of two has; one that stands
// between the same two neighbours as one that is gone has another name now.
func differences(form Form, head []string) Drift {
	d := Drift{Renamed: map[string]string{}}
	has := func(list []string, t string) bool {
		return slices.ContainsFunc(list, func(x string) bool { return fold(x) == fold(t) })
	}
	beside := func(list []string, i int) string {
		before, after := "", ""
		if i > 0 {
			before = fold(list[i-1])
		}
		if i+1 < len(list) {
			after = fold(list[i+1])
		}
		return before + "\x00" + after
	}
	for i, t := range form {
		if has(head, t) {
			continue
		}
		k := slices.IndexFunc(head, func(x string) bool {
			return !has(form, x) && beside(head, slices.Index(head, x)) == beside(form, i)
		})
		if k >= 0 {
			d.Renamed[t] = head[k]
		} else {
			d.Gone = append(d.Gone, t)
		}
	}
	for _, t := range head {
		if !has(form, t) && !slices.Contains(sortedValues(d.Renamed), t) {
			d.New = append(d.New, t)
		}
	}
	return d
}

func sortedValues(m map[string]string) []string {
	var out []string
	for _, k := range sortedKeys(m) {
		out = append(out, m[k])
	}
	return out
}

// Lacks reports a heading that an entry speaks of and a changed table no longer
// has; "" when it has all of them.
func (o *Override) Lacks(d Drift) string {
	gone := append(sortedKeys(d.Renamed), d.Gone...)
	for _, list := range [][]string{sortedKeys(o.Columns), sortedKeys(o.Units)} {
		for _, h := range list {
			if slices.ContainsFunc(gone, func(g string) bool { return fold(g) == fold(h) }) {
				return h
			}
		}
	}
	return ""
}

// Rivals reports that two entries may both speak of one table: of those for
// forms the nearest alone does, and it goes below those without.
func (o *Override) Rivals(b *Override) bool {
	if len(o.Headings) == 0 && len(b.Headings) == 0 {
		return true
	}
	return slices.Equal(o.Headings, b.Headings) && o.Glob == b.Glob
}

// Form is the header of the table, as an entry of sources names it; nil where
// the table is read on its side, so that no row of the sheet is its header.
func (p *Plan) Form() Form {
	if p.turned != nil {
		return nil
	}
	return p.form
}
