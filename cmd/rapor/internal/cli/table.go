package cli

import (
	"bufio"
	"errors"
	"slices"

	"rapor/ingest"
	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// tableCmd prints a table as it was read.
type tableCmd struct {
	File  string `arg:"" help:"${file_help}"`
	Sheet string `help:"${sheet_help}"`
	Table int    `help:"${tableno_help}" default:"1"`
}

// Run prints the table on standard output and every doubt on standard error.
// An empty file is an empty table.
func (c *tableCmd) Run(a *app) error {
	book, err := ingest.Open(a.ctx, c.File)
	var refused *grid.RefusedError
	if errors.As(err, &refused) {
		if refused.Code == reject.EmptyFile {
			return nil
		}
		return noInput(problem(refused.Code, refused.Detail))
	}
	if err != nil {
		return err
	}
	defer book.Close()
	for _, s := range book.Sheets() {
		if c.Sheet != "" && s.Name() != c.Sheet || c.Sheet == "" && s.Hidden() {
			continue
		}
		found, err := c.print(a, s)
		if found || err != nil {
			return err
		}
	}
	return noInput(text.Errorf("tidak ada tabel di berkas ini", "no table in this file"))
}

// print prints the table asked for, if the sheet has it.
func (c *tableCmd) print(a *app, s grid.Sheet) (found bool, err error) {
	frames, err := table.Frames(s)
	if err != nil {
		return false, unreadable(err)
	}
	if len(frames) < c.Table || c.Table < 1 {
		if c.Sheet == "" && (len(frames) == 0 || c.Table < 1) {
			return false, nil
		}
		return false, noInput(text.Errorf("tabel %d tidak ada pada lembar %q", "no table %d on sheet %q", c.Table, s.Name()))
	}
	frame := frames[c.Table-1]
	out := bufio.NewWriterSize(a.Out, 64<<10)
	if err := table.WriteCSV(out, s, frame); err != nil {
		return false, unreadable(err)
	}
	if err := out.Flush(); err != nil {
		return false, err
	}
	for _, d := range doubts(s, &frame) {
		a.note("baris %d: %s", "row %d: %s", d.Row, a.problem(d.Code, d.Detail))
	}
	for i, fr := range frames {
		if i != c.Table-1 {
			a.others(i+1, &fr)
		}
	}
	return true, nil
}

// others names a table that is not printed.
func (a *app) others(n int, f *table.Frame) {
	first, last := f.Span()
	a.note("tabel %d: baris %d sampai %d (--table %d)", "table %d: rows %d to %d (--table %d)", n, first, last, n)
}

func unreadable(err error) error {
	var refused *grid.RefusedError
	if errors.As(err, &refused) {
		return noInput(problem(refused.Code, refused.Detail))
	}
	return err
}

// doubts joins what the reader noticed anywhere up to the end of the table
// with what the table's shape left open, by row. The reader's plain rows of
// another width are the table's to tell, and what is in question only in the
// text of a cell stands before the reader's eyes.
func doubts(s grid.Sheet, f *table.Frame) []grid.Doubt {
	out := slices.Clone(f.Doubts)
	first, last := f.Span()
	for _, d := range s.Doubts() {
		ragged := (d.Code == reject.ShortRow || d.Code == reject.LongRow) && d.Detail.Empty()
		if ragged || d.TextOnly || d.Row > last || d.Row > 0 && d.Row < first && d.Code != reject.EncodingDoubt {
			continue
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b grid.Doubt) int { return int(int64(a.Row) - int64(b.Row)) })
	return out
}
