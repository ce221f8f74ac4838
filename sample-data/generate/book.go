package main

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// book builds one workbook row by row.
type book struct {
	f     *excelize.File
	sheet string
	row   int
	err   error
}

func newBook(sheet string) *book {
	f := excelize.NewFile()
	b := &book{f: f, sheet: sheet}
	b.keep(f.SetSheetName("Sheet1", sheet))
	return b
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// add starts another sheet.
func (b *book) add(sheet string) {
	_, err := b.f.NewSheet(sheet)
	b.keep(err)
	b.sheet, b.row = sheet, 0
}

// line writes a row of values.
func (b *book) line(cells ...any) {
	b.row++
	at, err := excelize.CoordinatesToCellName(1, b.row)
	b.keep(err)
	b.keep(b.f.SetSheetRow(b.sheet, at, &cells))
}

// merge joins a range of the current sheet.
func (b *book) merge(from, to string) { b.keep(b.f.MergeCell(b.sheet, from, to)) }

// bytes finishes the workbook with fixed times and sorted parts, so that equal
// content gives equal bytes.
func (b *book) bytes() ([]byte, error) {
	if b.err != nil {
		return nil, b.err
	}
	at := "2017-01-02T00:00:00Z"
	if err := b.f.SetDocProps(&excelize.DocProperties{Creator: "Data sintetis", Created: at, Modified: at}); err != nil {
		return nil, err
	}
	buf, err := b.f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return sorted(buf.Bytes())
}

func sorted(in []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(in), int64(len(in)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(z.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		h := &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Date(2017, 1, 2, 0, 0, 0, 0, time.UTC)}
		part, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.Copy(part, r)
		}
		r.Close()
		if err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
