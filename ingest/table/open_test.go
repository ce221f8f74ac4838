package table

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
)

func openBytes(b []byte) (grid.Book, error) {
	return Open(bytes.NewReader(b), int64(len(b)), Options{})
}

func refusal(err error) (reject.Code, string) {
	var r *grid.RefusedError
	switch {
	case errors.As(err, &r):
		return r.Code, r.Detail.EN
	case err != nil:
		return "?", err.Error()
	}
	return "", ""
}

func sampleFile(t testing.TB, parts ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestKinds: what a file is follows from its bytes. A name is never seen.
func TestKinds(t *testing.T) {
	for name, c := range map[string]struct {
		in     []byte
		format string
	}{
		"tabs":                    {[]byte("Tanggal\tNo\n13/03/2016\t1\n"), "csv"},
		"semicolons":              {[]byte("Tanggal;No\n13/03/2016;1\n"), "csv"},
		"a page":                  {[]byte("<table><tr><td>a</td><td>b</td></tr></table>"), "html"},
		"a page after a warning":  {[]byte("\n<br />\n<b>Notice</b>: x\n<table><tr><td>a</td><td>b</td></tr></table>"), "html"},
		"an XML Spreadsheet":      {[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>`), "xml"},
		"an old workbook":         {sampleFile(t, "biff", "testdata", "contoh.xls"), "xls"},
		"a script's workbook":     {[]byte("\x09\x08\x08\x00\x00\x00\x10\x00\x00\x00\x00\x00\x0a\x00\x00\x00"), "xls"},
		"an OpenDocument":         {sampleFile(t, "opendocument", "testdata", "contoh.ods"), "ods"},
		"a comparison in a table": {[]byte("Kelompok;Jumlah\n<5 menit;12\n"), "csv"},
	} {
		b, err := openBytes(c.in)
		if err != nil || b.Traits().Format != c.format {
			t.Errorf("%s: %v, want %s", name, err, c.format)
		}
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		in     string
		code   reject.Code
		detail string
	}{
		"nothing":         {"", reject.EmptyFile, ""},
		"blanks":          {" \n\n", reject.EmptyFile, ""},
		"PDF":             {"%PDF-1.4", reject.PDF, ""},
		"a picture":       {"\x89PNG\r\n\x1a\n", reject.UnknownFormat, "PNG"},
		"a photograph":    {"\xff\xd8\xff\xe0", reject.UnknownFormat, "JPEG"},
		"a packed file":   {"\x1f\x8b\x08", reject.UnknownFormat, "gzip"},
		"a web archive":   {"MIME-Version: 1.0\r\n", reject.UnsupportedBook, "MHTML"},
		"a login page":    {"<html><form>x</form></html>", reject.HTMLTable, ""},
		"other XML":       {`<?xml version="1.0"?><rss/>`, reject.UnsupportedBook, "XML rss"},
		"Excel 2":         {"\x09\x00\x04\x00\x02\x00\x10\x00", reject.OldExcel, "BIFF2-4"},
		"a cut workbook":  {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", reject.DamagedArchive, ""},
		"a cut archive":   {"PK\x03\x04", reject.DamagedArchive, ""},
		"something else":  {"\x00\x01\x02\x03\x04", reject.UnknownFormat, ""},
		"a broken script": {"\x09\x08\x08\x00\x00\x00\x10\x00\x00\x00\x00\x00", reject.DamagedSheet, ""},
	} {
		_, err := openBytes([]byte(c.in))
		code, detail := refusal(err)
		if code != c.code || c.detail != "" && detail != c.detail {
			t.Errorf("%s: %v, want %s %s", name, err, c.code, c.detail)
		}
	}
}

// fixtureFiles lists the files of other projects with some endings.
func fixtureFiles(t *testing.T, endings ...string) []string {
	t.Helper()
	dir := os.Getenv("RAPOR_FIXTURES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "fixtures")
	}
	var out []string
	_ = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && slices.Contains(endings, strings.ToLower(filepath.Ext(p))) {
			out = append(out, p)
		}
		return nil
	})
	if len(out) == 0 {
		t.Skip("no fixtures at", dir)
	}
	return out
}

// TestFixtures opens every workbook of other projects and walks its rows: each
// is read, or refused by name.
func TestFixtures(t *testing.T) {
	files := fixtureFiles(t, ".xls", ".ods", ".xlsx", ".xlsm")
	read := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		book, err := openBytes(b)
		if c, _ := refusal(err); c == "?" {
			t.Errorf("%s: %v", filepath.Base(f), err)
		}
		if strings.HasPrefix(filepath.Base(f), "encrypt") || strings.HasPrefix(filepath.Base(f), "pass_protected") {
			if c, _ := refusal(err); c != reject.Encrypted {
				t.Errorf("%s: %v, want %s", filepath.Base(f), err, reject.Encrypted)
			}
		}
		if err != nil {
			continue
		}
		read++
		for _, s := range book.Sheets() {
			if err := s.Rows(func(*grid.Row) bool { return true }); err != nil {
				t.Errorf("%s: %v", filepath.Base(f), err)
			}
		}
	}
	t.Logf("%d of %d read", read, len(files))
}

// plain writes the first filled sheet with values as they would be meant:
// dates of either form as days, numbers without formats.
func plain(t *testing.T, f string) [][]string {
	t.Helper()
	b, err := os.ReadFile(f)
	if err != nil {
		t.Fatal(err)
	}
	book, err := openBytes(b)
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	var rows [][]string
	for _, s := range book.Sheets() {
		_ = s.Rows(func(r *grid.Row) bool {
			var row []string
			for _, c := range r.Cells {
				row = append(row, meant(t, c))
			}
			rows = append(rows, row)
			return true
		})
		if len(rows) > 0 {
			break
		}
	}
	return rows
}

func meant(t *testing.T, c grid.Cell) string {
	t.Helper()
	switch {
	case c.Kind == grid.Number && c.Look == grid.Date:
		d, err := locale.ParseSerial(c.Text, false)
		if err != nil {
			t.Fatal(err)
		}
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	case c.Kind == grid.ISODate:
		return c.Text[:len(time.DateOnly)]
	}
	return c.Text
}

// TestTwins: the same table saved in different forms gives the same values.
func TestTwins(t *testing.T) {
	dir := filepath.Dir(fixtureFiles(t, ".xls")[0])
	for _, c := range []struct {
		name    string
		endings []string
		columns int // that all of them have
	}{
		{"table", []string{".csv", ".xls", ".xlsx", ".ods"}, 2}, {"sheet2", []string{".xls", ".xlsx"}, 2},
		{"merged-cells", []string{".xls", ".xlsx"}, 1}, {"cast-int-to-string-issue-1251", []string{".xls", ".xlsx"}, 5},
		{"table-with-booleans", []string{".xls", ".xlsx", ".ods"}, 2}, {"table-with-ints-floats-dates", []string{".xls", ".xlsx", ".ods"}, 3},
	} {
		var first [][]string
		for _, e := range c.endings {
			f := filepath.Join(dir, c.name+e)
			if _, err := os.Stat(f); err != nil {
				t.Logf("%s%s is not among the fixtures", c.name, e)
				continue
			}
			rows := plain(t, f)
			for i, r := range rows {
				rows[i] = r[:min(len(r), c.columns)]
			}
			if first == nil {
				first = rows
			}
			if !slices.EqualFunc(rows, first, slices.Equal[[]string]) {
				t.Errorf("%s%s: %q, want %q", c.name, e, rows, first)
			}
		}
	}
}

// TestOwnTwins: our own example saved as .xls and as .ods.
func TestOwnTwins(t *testing.T) {
	xls, ods := plain(t, filepath.Join("biff", "testdata", "contoh.xls")), plain(t, filepath.Join("opendocument", "testdata", "contoh.ods"))
	if len(xls) != 8 || !slices.EqualFunc(xls, ods, slices.Equal[[]string]) {
		t.Errorf("%q\n%q", xls, ods)
	}
}
