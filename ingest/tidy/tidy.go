// Package tidy holds our own canonical CSV tables, read and written with
// struct tags: the rejected rows that a clerk opens in Excel, and the holidays
// of a configuration. It knows nothing of foreign exports.
package tidy

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
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
// would take for a formula are guarded. Rows are made as they are written.
func WriteRejects(w io.Writer, rows iter.Seq[RejectRow]) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	plain := csv.NewWriter(w)
	plain.Comma, plain.UseCRLF = ';', true
	out := gocsv.NewSafeCSVWriter(plain)
	const some = 1000 // rows at a time: each call looks at the struct tags anew
	part := make([]RejectRow, 0, some)
	write := gocsv.MarshalCSV
	flush := func() error {
		err := write(part, out)
		part, write = part[:0], gocsv.MarshalCSVWithoutHeaders
		return err
	}
	for r := range rows {
		for _, s := range []*string{&r.File, &r.Sheet, &r.Column, &r.Problem, &r.Shown, &r.Hint, &r.Remedy} {
			*s = Guard(*s)
		}
		if part = append(part, r); len(part) == some {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// ReadRejects reads the first rows of what WriteRejects wrote, with the guards
// off, and counts all of them.
func ReadRejects(r io.Reader, most int) (rows []RejectRow, all int64, err error) {
	in := csv.NewReader(skipMark(r))
	in.Comma = ';'
	if err := gocsv.UnmarshalCSV(first{in, most}, &rows); err != nil && !errors.Is(err, gocsv.ErrEmptyCSVFile) {
		return nil, 0, err
	}
	all = int64(len(rows))
	for in.ReuseRecord = true; ; all++ {
		if _, err := in.Read(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, 0, err
		}
	}
	for i := range rows {
		r := &rows[i]
		for _, s := range []*string{&r.File, &r.Sheet, &r.Column, &r.Problem, &r.Shown, &r.Hint, &r.Remedy} {
			if plain, ok := strings.CutPrefix(*s, "'"); ok && Guard(plain) == *s {
				*s = plain
			}
		}
	}
	return rows, all, nil
}

// first is a table that ends after so many rows below its headings.
type first struct {
	*csv.Reader
	rows int
}

// ReadAll reads the headings and the rows.
func (f first) ReadAll() (out [][]string, err error) {
	for len(out) <= f.rows {
		row, err := f.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
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

// ReadHolidays reads tanggal;keterangan, in any case and with another of the usual
// delimiters too. A date that cannot be read is an error with its line: a holiday
// list must be right.
func ReadHolidays(r io.Reader) ([]Holiday, error) {
	b, err := io.ReadAll(skipMark(r))
	if err != nil {
		return nil, err
	}
	in := csv.NewReader(bytes.NewReader(b))
	in.Comma, in.FieldsPerRecord = delimiter(b), -1
	all, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(all) > 0 {
		for i, h := range all[0] {
			all[0][i] = cmp.Or(holidayHeads[strings.ToLower(strings.TrimSpace(h))], h)
		}
	}
	if len(all) == 0 || !slices.Contains(all[0], "tanggal") {
		return nil, text.Errorf("baris pertamanya harus judul kolom tanggal;keterangan", "its first line must be the headings tanggal;keterangan")
	}
	if len(all) == 1 {
		return nil, text.Errorf("tidak memuat satu pun hari libur", "it holds no holiday at all")
	}
	var rows []Holiday
	if err := gocsv.UnmarshalCSV(holidays(all), &rows); err != nil {
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

// holidayHeads are the headings of holiday lists, in small letters.
var holidayHeads = map[string]string{
	"tanggal": "tanggal", "tgl": "tanggal", "date": "tanggal", "tanggal libur": "tanggal", "hari/tanggal": "tanggal",
	"keterangan": "keterangan", "ket": "keterangan", "nama": "keterangan", "nama libur": "keterangan", "hari libur": "keterangan",
	"libur": "keterangan", "uraian": "keterangan", "holiday": "keterangan", "name": "keterangan", "description": "keterangan",
}

// delimiter is that of the first line: the semicolon unless it has none.
func delimiter(b []byte) rune {
	first, _, _ := bytes.Cut(b, []byte("\n"))
	for _, d := range ";\t," {
		if bytes.ContainsRune(first, d) {
			return d
		}
	}
	return ';'
}

// holidays is a table that has been read.
type holidays [][]string

// Read is not used by a whole reading.
func (h holidays) Read() ([]string, error) { return nil, io.EOF }

// ReadAll gives the headings and the rows.
func (h holidays) ReadAll() ([][]string, error) { return h, nil }

// skipMark drops a leading byte-order mark.
func skipMark(r io.Reader) io.Reader {
	var b [3]byte
	n, _ := io.ReadFull(r, b[:])
	if string(b[:n]) == "\ufeff" {
		return r
	}
	return io.MultiReader(strings.NewReader(string(b[:n])), r)
}
