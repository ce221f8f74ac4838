// Package tidy holds our own canonical CSV tables, read and written with
// struct tags: the rejected rows that a clerk opens in Excel, and the holidays
// of a configuration. It knows nothing of foreign exports.
package tidy

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/gocarina/gocsv"

	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

// RejectRow is one line of tolak.csv.
type RejectRow struct {
	File    string `csv:"berkas"`
	Sheet   string `csv:"lembar"`
	Row     uint32 `csv:"baris"`
	Column  string `csv:"kolom"`
	Code    string `csv:"kode"`
	Effect  string `csv:"akibat"`
	Problem string `csv:"masalah"`
	Shown   string `csv:"isi"`
	Hint    string `csv:"keterangan"`
	Remedy  string `csv:"tindakan"`
}

// WriteRejects writes the table so that Indonesian Excel opens it by
// double-click: UTF-8 with mark, semicolons, CRLF. Texts that a spreadsheet
// would take for a formula are guarded.
func WriteRejects(w io.Writer, rows []RejectRow) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	for i := range rows {
		r := &rows[i]
		for _, s := range []*string{&r.File, &r.Sheet, &r.Column, &r.Problem, &r.Shown, &r.Hint, &r.Remedy} {
			*s = Guard(*s)
		}
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	return gocsv.MarshalCSV(rows, gocsv.NewSafeCSVWriter(out))
}

// ReadRejects reads what WriteRejects wrote, with the guards off.
func ReadRejects(r io.Reader) ([]RejectRow, error) {
	in := csv.NewReader(skipMark(r))
	in.Comma = ';'
	var rows []RejectRow
	if err := gocsv.UnmarshalCSV(in, &rows); err != nil && !errors.Is(err, gocsv.ErrEmptyCSVFile) {
		return nil, err
	}
	for i := range rows {
		r := &rows[i]
		for _, s := range []*string{&r.File, &r.Sheet, &r.Column, &r.Problem, &r.Shown, &r.Hint, &r.Remedy} {
			if plain, ok := strings.CutPrefix(*s, "'"); ok && Guard(plain) == *s {
				*s = plain
			}
		}
	}
	return rows, nil
}

// Guard puts an apostrophe before a text that a spreadsheet would run as a
// formula.
func Guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// Holiday is one day without service.
type Holiday struct {
	Date string     `csv:"tanggal"`
	Name string     `csv:"keterangan"`
	Day  record.Day `csv:"-"`
}

// ReadHolidays reads tanggal;keterangan. A date that cannot be read is an error
// with its line: a holiday list must be right.
func ReadHolidays(r io.Reader) ([]Holiday, error) {
	in := csv.NewReader(skipMark(r))
	in.Comma, in.FieldsPerRecord = ';', -1
	var rows []Holiday
	if err := gocsv.UnmarshalCSV(in, &rows); err != nil {
		return nil, err
	}
	for i := range rows {
		d, err := locale.ParseDate(rows[i].Date, locale.DMY)
		if err != nil {
			return nil, text.Errorf("baris %d: tanggal %q tidak terbaca", "line %d: the date %q cannot be read", i+2, rows[i].Date)
		}
		rows[i].Day = record.DayOf(d.Year, d.Month, d.Day)
	}
	return rows, nil
}

// skipMark drops a leading byte-order mark.
func skipMark(r io.Reader) io.Reader {
	var b [3]byte
	n, _ := io.ReadFull(r, b[:])
	if string(b[:n]) == "\ufeff" {
		return r
	}
	return io.MultiReader(strings.NewReader(string(b[:n])), r)
}
