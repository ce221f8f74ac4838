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
		var taken []correction.Account
		err := s.open(ctx, func(b grid.Book) error {
			if !correction.Is(b) {
				return nil
			}
			s.Mends = true
			var err error
			taken, err = set.Add(b, i)
			return err
		})
		if err != nil {
			s.refused(err)
		}
		for _, t := range taken {
			s.Sheets = append(s.Sheets, Sheet{Name: t.Sheet, Tally: layout.Tally{Read: t.Rows, Aside: t.Rows}})
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
// others are stale, each with the reason.
func settleCorrections(m *Manifest, set *correction.Set) {
	m.mends = set
	for _, x := range set.Unused() {
		s := &m.Sources[x.At.Book]
		k := slices.IndexFunc(s.Sheets, func(sh Sheet) bool { return sh.Name == x.At.Sheet })
		s.Sheets[k].Tally.Aside--
		s.Sheets[k].Tally.Rejected++
		m.Stale = append(m.Stale, record.Reject{Ref: record.Ref{Source: uint16(x.At.Book), Sheet: uint16(k), Row: x.At.Row},
			Code: reject.StaleCorrection, Hint: m.whyStale(&x)})
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
// and how many are left. With them come the rows whose mends are in force, so
// that the new workbook can take the place of the old one; where nothing is
// rejected, there are none. Cells are as the office mended them, also those
// that are still wrong. Only columns that are used are given, and no personal
// ones. Problems and remedies are in the language given. Sources are read one
// after the other; those without such rows are not opened.
func (m *Manifest) Corrections(ctx context.Context, rejects []record.Reject, l text.Lang) (out []correction.Row, left int64, err error) {
	defer m.close()
	of, lists, any := make([][]record.Reject, len(m.Sources)), make([][]record.Reject, len(m.Sources)), 0
	for i := 0; i < len(rejects); {
		end := i
		for end < len(rejects) && rejects[end].Ref.Source == rejects[i].Ref.Source {
			end++
		}
		at := rejects[i].Ref.Source
		list, more := m.Sources[at].toMend(rejects[i:end], correction.MaxRows-any)
		of[at], lists[at], left, any = rejects[i:end], list, left+more, any+len(list)
		i = end
	}
	if any == 0 {
		return nil, left, nil
	}
	for i := range m.Sources {
		s := &m.Sources[i]
		if list := s.withMended(lists[i], of[i]); len(list) > 0 {
			rows, err := s.rejected(ctx, list, m.mends, l)
			if err != nil {
				return nil, 0, err
			}
			out = append(out, rows...)
		}
	}
	return out, left, nil
}

// withMended adds to the rejected rows of a workbook those that a mend let in:
// entries without a code. all are the rejects of the source, also those that
// have no room in the workbook.
func (s *Source) withMended(list, all []record.Reject) []record.Reject {
	known := map[record.Ref]bool{}
	for _, r := range all {
		known[r.Ref] = known[r.Ref] || r.More == 0 && rejects(r.Code)
	}
	for _, c := range s.Mended {
		ref := record.Ref{Row: c.Row}
		for k, sh := range s.Sheets { // of several tables of a sheet the last that begins above the row
			if sh.sheet == c.Sheet && sh.Plan != nil && c.Row > sh.Plan.HeaderRows[len(sh.Plan.HeaderRows)-1] {
				ref.Sheet = uint16(k)
			}
		}
		if len(all) > 0 {
			ref.Source = all[0].Ref.Source
		}
		if int(ref.Sheet) < len(s.Sheets) && s.Sheets[ref.Sheet].Plan != nil && !known[ref] {
			known[ref] = true
			list = append(list, record.Reject{Ref: ref})
		}
	}
	return list
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

// rejects reports a problem for which rows are not used.
func rejects(c reject.Code) bool {
	p, known := reject.Lookup(c)
	return known && p.Severity == reject.Rejected
}

// mendable reports a reject of a data row whose mending would let it in. Rows
// without a date have no cell for one: rapor.yaml names it.
func (s *Source) mendable(r record.Reject) bool {
	if !rejects(r.Code) || r.Code == reject.NoPeriod || s.Mends || int(r.Ref.Sheet) >= len(s.Sheets) {
		return false
	}
	plan := s.Sheets[r.Ref.Sheet].Plan
	return plan != nil && !plan.Turned() && r.Ref.Row > plan.HeaderRows[len(plan.HeaderRows)-1]
}

// rejected reads rows of a source, with what was mended in them.
func (s *Source) rejected(ctx context.Context, list []record.Reject, mends *correction.Set, l text.Lang) ([]correction.Row, error) {
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
			var read grid.Sheet = stopping{sh, ctx}
			if patch := mends.For(s.Name, s.SHA256, sh.Name()); patch != nil {
				read = patch.Sheet(read)
			}
			if err := read.Rows(func(row *grid.Row) bool {
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

// inForce stands beside a row that needs no mending any more.
var inForce = text.T("Sudah diperbaiki dan berlaku; biarkan barisnya di sini", "Mended and in force; leave the row here")

func (s *Source) correctable(sh grid.Sheet, row *grid.Row, r record.Reject, l text.Lang) correction.Row {
	plan := s.Sheets[r.Ref.Sheet].planAt(row.N)
	p, _ := reject.Lookup(r.Code)
	out := correction.Row{
		File: s.Name, SHA256: s.SHA256, Sheet: sh.Name(), N: row.N, Code: r.Code,
	}
	if r.Code == "" {
		out.Problem = inForce.In(l)
	} else {
		out.Problem, out.Remedy, out.Suggestion = strings.TrimSpace(p.Title.In(l)+": "+r.Column), p.Remedy.In(l), plan.Suggest(row, r.Column)
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
