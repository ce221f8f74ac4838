package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/table"
)

// node is the code of a tree row: its code columns joined, left to right.
func (r *runner) node(row *grid.Row) string {
	var levels []string
	for _, c := range r.p.Columns {
		if c.Field == "node" && c.Index < len(row.Cells) {
			if t := strings.TrimSpace(row.Cells[c.Index].Text); t != "" {
				levels = append(levels, t)
			}
		}
	}
	return strings.Join(levels, "/")
}

// tree finds the rows that have children: the next row's code continues
// theirs, by another level or a longer code.
func (r *runner) tree(s grid.Sheet) (map[uint32]bool, error) {
	inner := map[uint32]bool{}
	last := r.p.HeaderRows[len(r.p.HeaderRows)-1]
	var prev string
	var at uint32
	err := s.Rows(func(row *grid.Row) bool {
		if row.N <= last || table.IsColumnNumbers(row.Cells) {
			return true
		}
		code := r.node(row)
		if code == "" {
			return true
		}
		if prev != "" && (strings.HasPrefix(code, prev+".") || strings.HasPrefix(code, prev+"/")) {
			inner[at] = true
		}
		prev, at = code, row.N
		return true
	})
	return inner, err
}

// funds looks ahead whether the sheet holds RM and PNBP tables, so that their
// combined table is set aside instead of being added to them.
func (r *runner) funds(s grid.Sheet) error {
	seen := map[record.Fund]bool{r.ctx.fund: true}
	err := s.Rows(func(row *grid.Row) bool {
		for _, c := range row.Cells {
			if c.Kind == grid.Text {
				if f := fundOf(c.Text); f != record.FundUnknown {
					seen[f] = true
				}
			}
		}
		return true
	})
	r.sumFund = seen[record.FundRM] && seen[record.FundPNBP] && seen[record.FundCombined]
	return err
}
