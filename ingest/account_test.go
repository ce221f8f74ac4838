package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/grid"
	"rapor/ingest/outline"
	"rapor/ingest/record"
	"rapor/ingest/table"
)

// accountDirs are the sample data, and the folders of tables that others publish
// where they are present.
func accountDirs(t *testing.T) []string {
	t.Helper()
	root := os.Getenv("RAPOR_FIXTURES")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "fixtures")
	}
	dirs := []string{filepath.Join("..", "sample-data")}
	for _, kind := range []string{"f", "q", "e", "s", "u"} {
		found, err := filepath.Glob(filepath.Join(root, kind+"[0-9]*"))
		if err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, found...)
	}
	return dirs
}

// TestTheAccountCoversTheSheet: every row of every sheet that is not empty is
// either a title or belongs to exactly one table's header, data, totals or
// notes, recognised or not; and where a table was recognised, its own account
// agrees.
func TestTheAccountCoversTheSheet(t *testing.T) {
	sheets, known := 0, 0
	for _, dir := range accountDirs(t) {
		m, err := Read(t.Context(), []string{dir}, Options{}, []record.Sink{&facts.Set{}})
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Sources {
			if s := &m.Sources[i]; s.Refused == "" && !s.Mends {
				n, k := covered(t, s)
				sheets, known = sheets+n, known+k
			}
		}
	}
	t.Logf("%d sheets, %d of them with a known table", sheets, known)
	if sheets < 20 || known < 20 {
		t.Errorf("only %d sheets were looked at, %d of them known", sheets, known)
	}
}

// covered holds the sheets of a source against both accounts.
func covered(t *testing.T, s *Source) (sheets, known int) {
	t.Helper()
	f, _, err := s.content()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	book, err := table.Open(f, s.Bytes, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range book.Sheets() {
		if sheet.Hidden() {
			continue
		}
		sheets++
		at := s.Name + " [" + sheet.Name() + "]"
		outlined(t, at, sheet)
		var parts []Sheet
		for _, sh := range s.Sheets {
			if sh.sheet == sheet.Name() {
				parts = append(parts, sh)
			}
		}
		if tallied(t, at, sheet, parts) {
			known++
		}
	}
	return sheets, known
}

// outlined holds that what the shape of a sheet tells covers it.
func outlined(t *testing.T, at string, sheet grid.Sheet) {
	t.Helper()
	tables, err := outline.Of(sheet)
	if err != nil {
		t.Errorf("%s: %v", at, err)
		return
	}
	role := map[uint32]string{}
	take := func(what string, rows ...uint32) {
		for _, n := range rows {
			if role[n] != "" {
				t.Errorf("%s: row %d is %s and %s", at, n, role[n], what)
			}
			role[n] = what
		}
	}
	sum := 0
	for i, x := range tables {
		take(fmt.Sprintf("header of table %d", i+1), x.Header...)
		take(fmt.Sprintf("data of table %d", i+1), x.Data...)
		take(fmt.Sprintf("note of table %d", i+1), x.Notes...)
		for _, r := range x.Totals {
			if !r.Doubt { // that one is data with a question
				take(fmt.Sprintf("total of table %d", i+1), r.At)
				sum++
			} else if !slices.Contains(x.Data, r.At) {
				t.Errorf("%s: row %d may be a total, and is no data", at, r.At)
			}
		}
		sum += len(x.Header) + len(x.Data) + len(x.Notes)
	}
	rows, titles := 0, 0
	err = sheet.Rows(func(r *grid.Row) bool {
		n := filledCells(r)
		if n == 0 {
			return true
		}
		rows++
		inside := slices.ContainsFunc(tables, func(x outline.Table) bool {
			return x.First != 0 && r.N >= x.First && r.N <= x.Last && len(x.Data) < 10_000
		})
		switch {
		case role[r.N] != "":
		case inside:
			t.Errorf("%s: row %d stands in a table and is nothing of it: %.120q", at, r.N, texts(r))
		default:
			titles++
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	if sum+titles != rows && !slices.ContainsFunc(tables, func(x outline.Table) bool { return len(x.Data) >= 10_000 }) {
		t.Errorf("%s: %d rows, accounted for %d", at, rows, sum+titles)
	}
}

func filledCells(r *grid.Row) (n int) {
	for i := range r.Cells {
		if strings.TrimSpace(r.Cells[i].Text) != "" {
			n++
		}
	}
	return n
}

func texts(r *grid.Row) string {
	var out []string
	for i := range r.Cells {
		out = append(out, strings.TrimSpace(r.Cells[i].Text))
	}
	return strings.Join(out, "|")
}

// tallied holds that the tables read from a sheet, their headers, and the titles
// above them are all of its rows.
func tallied(t *testing.T, at string, sheet grid.Sheet, parts []Sheet) (known bool) {
	t.Helper()
	for i := range parts {
		p := &parts[i]
		var aside int64
		for _, a := range p.Tally.AsideBy {
			aside += a.N
		}
		if aside != p.Tally.Aside || p.Tally.Read != p.Tally.Used+p.Tally.Aside+p.Tally.Rejected {
			t.Errorf("%s: %+v", at, p.Tally)
		}
		if p.Plan == nil {
			continue
		}
		known = true
		end := ^uint32(0)
		for _, q := range parts[i+1:] {
			if q.from > p.from {
				end = q.from
				break
			}
		}
		var rows, titles, header int64
		err := sheet.Rows(func(r *grid.Row) bool {
			switch {
			case r.N < p.from || r.N >= end:
				return r.N < end
			case r.N < p.Plan.HeaderRows[0]:
				if titles++; filledCells(r) >= 3 && p.Tally.Above.Code == "" && !titled(r) {
					t.Errorf("%s: row %d is no title: %.120q", at, r.N, texts(r))
				}
			case slices.Contains(p.Plan.HeaderRows, r.N):
				header++
			}
			rows++
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		if titles+header+p.Tally.Read != rows || header != int64(len(p.Plan.HeaderRows)) {
			t.Errorf("%s from row %d: %d rows, of which %d titles, %d header, %d read", at, p.from, rows, titles, header,
				p.Tally.Read)
		}
	}
	return known
}

// titled reports a row of titles: words, and no run of numbers.
func titled(r *grid.Row) bool {
	numbers := 0
	for i := range r.Cells {
		if r.Cells[i].Kind == grid.Number {
			numbers++
		}
	}
	return numbers < 2
}
