package table

import (
	"encoding/csv"
	"io"

	"rapor/ingest/grid"
)

// WriteCSV prints a table as plain CSV (RFC 4180, UTF-8, comma, LF), texts
// untouched. Rows shorter than the table are filled with empty cells, so that
// every reader sees the same columns; empty cells beyond it are left out.
func WriteCSV(w io.Writer, s grid.Sheet, f Frame) error {
	out := csv.NewWriter(w)
	if len(f.Columns) > 0 {
		if err := write(out, w, pad(f.Columns, f.width)); err != nil {
			return err
		}
	}
	var fail error
	skip := f.skip
	var rec []string
	err := s.Rows(func(r *grid.Row) bool {
		if r.N < f.First {
			return true
		}
		if r.N > f.Last {
			return false
		}
		for len(skip) > 0 && skip[0] < r.N {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0] == r.N {
			return true
		}
		rec = rec[:0]
		for _, c := range r.Cells {
			rec = append(rec, c.Text)
		}
		for len(rec) > f.width && rec[len(rec)-1] == "" {
			rec = rec[:len(rec)-1]
		}
		fail = write(out, w, pad(rec, f.width))
		return fail == nil
	})
	out.Flush()
	if fail == nil {
		fail = out.Error()
	}
	if err != nil {
		return err
	}
	return fail
}

// write writes one record. A record of one empty cell would be a blank line,
// which readers skip; it is written as a quoted cell.
func write(out *csv.Writer, w io.Writer, rec []string) error {
	if len(rec) == 1 && rec[0] == "" {
		out.Flush()
		_, err := io.WriteString(w, "\"\"\n")
		return err
	}
	return out.Write(rec)
}

func pad(rec []string, width int) []string {
	for len(rec) < width {
		rec = append(rec, "")
	}
	return rec
}
