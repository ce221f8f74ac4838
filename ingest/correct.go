package ingest

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/correction"
	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// corrections collects the mended rows of all correction workbooks among the
// sources: those whose name begins with "koreksi" and whose sheets have the
// headings of one. Any other file of that name is data like the rest.
func corrections(ctx context.Context, m *Manifest) *correction.Set {
	set := &correction.Set{}
	for _, i := range byAge(m) {
		s := &m.Sources[i]
		if s.Refused != "" || !strings.HasPrefix(strings.ToLower(path.Base(s.Name)), "koreksi") {
			continue
		}
		before := set.Len()
		err := s.open(ctx, func(b grid.Book) error {
			if !correction.Is(b) {
				return nil
			}
			s.Mends = true
			return set.Add(b)
		})
		if err != nil {
			s.refused(err)
		}
		if s.Mends {
			s.Sheets = []Sheet{{Name: "koreksi", Tally: layout.Tally{Read: int64(set.Len() - before)}}}
		}
	}
	return set
}

// byAge lists the sources by name, but those that rapor kept as "(disimpan)",
// "(disimpan 2)" before the one they were kept beside: what was mended last
// counts.
func byAge(m *Manifest) []int {
	order := make([]int, len(m.Sources))
	age := make([]int, len(m.Sources))
	for i, s := range m.Sources {
		order[i], age[i] = i, 1<<30
		if kept := keptMark.FindStringSubmatch(path.Base(s.Name)); kept != nil {
			n, err := strconv.Atoi(strings.TrimSpace(kept[1]))
			if err != nil {
				n = 1
			}
			age[i] = n
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(age[a], age[b]) })
	return order
}

// settleCorrections closes the accounts of the correction workbooks: rows that
// found their place are set aside, since they count where they were put; the
// others are stale.
func settleCorrections(m *Manifest, set *correction.Set) {
	stale := set.Unused()
	for i := range m.Sources {
		s := &m.Sources[i]
		if !s.Mends {
			continue
		}
		t := &s.Sheets[0].Tally
		t.Rejected = min(stale, t.Read)
		t.Aside = t.Read - t.Rejected
		stale -= t.Rejected
	}
}

// open opens a source for one purpose and closes it again.
func (s *Source) open(ctx context.Context, use func(grid.Book) error) error {
	f, _, err := s.content()
	if err != nil {
		return err
	}
	defer f.Close()
	b, err := table.Open(stoppable{ctx, f}, s.Bytes, table.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	return use(b)
}

// Corrections reads the rejected rows again, in the office's own columns, for a
// workbook in which they can be mended: the first correction.MaxRows of them,
// and how many are left. Only columns that are used are given, and no personal
// ones. Problems and remedies are in the language given. Sources are read one
// after the other; those without rejected rows are not opened.
func (m *Manifest) Corrections(ctx context.Context, rejects []record.Reject, l text.Lang) (out []correction.Row, left int64, err error) {
	defer m.close()
	for i := 0; i < len(rejects); {
		end := i
		for end < len(rejects) && rejects[end].Ref.Source == rejects[i].Ref.Source {
			end++
		}
		s := &m.Sources[rejects[i].Ref.Source]
		list, more := s.toMend(rejects[i:end], correction.MaxRows-len(out))
		left += more
		if len(list) > 0 {
			rows, err := s.rejected(ctx, list, l)
			if err != nil {
				return nil, 0, err
			}
			out = append(out, rows...)
		}
		i = end
	}
	return out, left, nil
}

// toMend picks the first rejects of a source that can be mended, one a row, and
// counts the rows beyond them.
func (s *Source) toMend(rejects []record.Reject, room int) (list []record.Reject, left int64) {
	var last record.Ref
	for _, r := range rejects {
		if !s.mendable(r) || r.Ref == last {
			continue
		}
		last = r.Ref
		switch {
		case r.More > 0:
			left += r.More
		case len(list) < room && !s.beyond(r):
			list = append(list, r)
		default:
			left++
		}
	}
	return list, left
}

// beyond reports a table that uses columns which a workbook cannot name.
func (s *Source) beyond(r record.Reject) bool {
	return slices.ContainsFunc(s.Sheets[r.Ref.Sheet].Plan.Columns, func(c layout.PlanColumn) bool {
		return c.Field != "" && c.Index > correction.MaxColumn
	})
}

// mendable reports a reject of a data row whose mending would let it in.
func (s *Source) mendable(r record.Reject) bool {
	p, _ := reject.Lookup(r.Code)
	if p.Severity != reject.Rejected || s.Mends || int(r.Ref.Sheet) >= len(s.Sheets) {
		return false
	}
	plan := s.Sheets[r.Ref.Sheet].Plan
	return plan != nil && r.Ref.Row > plan.HeaderRows[len(plan.HeaderRows)-1]
}

// rejected reads the rows of a source that were rejected.
func (s *Source) rejected(ctx context.Context, list []record.Reject, l text.Lang) ([]correction.Row, error) {
	var out []correction.Row
	err := s.open(ctx, func(b grid.Book) error {
		for _, sh := range b.Sheets() {
			byRow := map[uint32]record.Reject{}
			for _, r := range list {
				if _, twice := byRow[r.Ref.Row]; !twice && s.Sheets[r.Ref.Sheet].sheet == sh.Name() {
					byRow[r.Ref.Row] = r
				}
			}
			if len(byRow) == 0 {
				continue
			}
			if err := (stopping{sh, ctx}).Rows(func(row *grid.Row) bool {
				if r, ok := byRow[row.N]; ok {
					out = append(out, s.correctable(sh, row, r, l))
					delete(byRow, row.N)
				}
				return len(byRow) > 0
			}); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func (s *Source) correctable(sh grid.Sheet, row *grid.Row, r record.Reject, l text.Lang) correction.Row {
	plan := s.Sheets[r.Ref.Sheet].Plan
	p, _ := reject.Lookup(r.Code)
	out := correction.Row{
		File: s.Name, SHA256: s.SHA256, Sheet: sh.Name(), N: row.N, Code: r.Code,
		Problem: strings.TrimSpace(p.Title.In(l) + ": " + r.Column), Remedy: p.Remedy.In(l), Suggestion: plan.Suggest(row, r.Column),
	}
	for _, c := range plan.Columns {
		if c.Field == "" || c.Personal {
			continue
		}
		cell := correction.Cell{Column: c.Index, Header: c.Header, Bad: c.Header == r.Column}
		if c.Index < len(row.Cells) {
			cell.Cell = row.Cells[c.Index]
			cell.Text = strings.Clone(cell.Text)
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}
