package ooxml

import (
	"errors"
	"strconv"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
)

// sheet is one worksheet that was read to its end once.
type sheet struct {
	book   *book
	part   *archive.Part
	kept   []byte // the part unpacked, when it is kept
	name   string
	hidden bool
	merged []grid.Range
	hide   []int
}

func (s *sheet) Name() string                  { return s.name }
func (s *sheet) Hidden() bool                  { return s.hidden }
func (s *sheet) Date1904() bool                { return s.book.date1904 }
func (s *sheet) Merged() ([]grid.Range, error) { return s.merged, nil }
func (s *sheet) HiddenColumns() []int          { return s.hide }

// Doubts is empty: what this reader is not sure of, it refuses.
func (s *sheet) Doubts() []grid.Doubt { return nil }

// errStop ends a reading whose consumer has had enough.
var errStop = errors.New("stop")

// survey reads the whole sheet before any of its rows is handed on: it must be
// sound to its end, and merged ranges stand after the rows.
func (s *sheet) survey() error {
	return scan(s.part, s.kept, func(sc *scanner) error {
		hidden := make([]bool, columns)
		err := s.walk(sc, func(name string) error {
			switch name {
			case "sheetData":
				return (&reading{s: s, sc: sc}).rows()
			case "mergeCells":
				return sc.children(func() error { return s.merge(sc) })
			case "cols":
				return sc.children(func() error { return hide(sc, hidden) })
			}
			return sc.skip()
		})
		for c, h := range hidden {
			if h {
				s.hide = append(s.hide, c)
			}
		}
		return err
	})
}

// Rows reads the sheet from its start. When it is stopped early it does not
// look at the rest; Open did.
func (s *sheet) Rows(yield func(*grid.Row) bool) error {
	return scan(s.part, s.kept, func(sc *scanner) error {
		err := s.walk(sc, func(name string) error {
			if name == "sheetData" {
				return (&reading{s: s, sc: sc, yield: yield}).rows()
			}
			return sc.skip()
		})
		if errors.Is(err, errStop) {
			return nil
		}
		return err
	})
}

// walk calls f for each part of a worksheet, and reads to the end of the
// document. A second block of rows is malformed.
func (s *sheet) walk(sc *scanner, f func(name string) error) error {
	if err := sc.root("worksheet"); err != nil {
		return err
	}
	data := 0
	err := sc.children(func() error {
		name := string(sc.name)
		if name == "sheetData" {
			if data++; data > 1 {
				return errMalformed
			}
		}
		return f(name)
	})
	if err != nil {
		return err
	}
	return sc.close()
}

// merge reads one merged range.
func (s *sheet) merge(sc *scanner) error {
	var ref string
	if err := sc.attributes(map[string]*string{"ref": &ref}); err != nil {
		return err
	}
	r, ok := area(ref)
	if len(s.merged) >= maxMerged {
		return refuse(reject.OverLimit, "%s: mergeCell", s.name)
	}
	if !ok {
		return refuse(reject.DamagedSheet, "%s: mergeCell %q", s.name, ref)
	}
	s.merged = append(s.merged, r)
	return sc.skip()
}

// maxMerged bounds the merged ranges of a sheet: one for each row there is.
const maxMerged = lastRow

// hide notes a hidden run of columns.
func hide(sc *scanner, hidden []bool) error {
	var first, last, is string
	if err := sc.attributes(map[string]*string{"min": &first, "max": &last, "hidden": &is}); err != nil {
		return err
	}
	if truth(is) {
		lo, err1 := strconv.Atoi(first)
		hi, err2 := strconv.Atoi(last)
		if err1 != nil || err2 != nil || lo < 1 || hi < lo {
			return errMalformed
		}
		for c := lo; c <= min(hi, columns); c++ {
			hidden[c-1] = true
		}
	}
	return sc.skip()
}
