package biff

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/table/internal/corpus"
	"rapor/ingest/text"
)

// dump reads a whole workbook as text, or gives its refusal.
func dump(b []byte) (string, error) {
	openAs := Open
	if is, _ := Bare(b); is {
		openAs = OpenBare
	}
	book, err := openAs(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", err
	}
	return corpus.Dump(book, math.MaxInt)
}

// TestFixtureWorkbooks reads every .xls of other projects: none is refused.
func TestFixtureWorkbooks(t *testing.T) {
	for _, f := range corpus.Files(t, "*/*/*.xls") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := dump(b); err != nil {
			t.Errorf("%s: %v", filepath.Base(f), err)
		}
	}
}

// sample is a workbook of our own as LibreOffice saves it: merged headers,
// dates, clocks, percentages, a hidden row, column and sheet, and formulas.
func sample(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "contoh.xls"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWorkedExample(t *testing.T) {
	want := `[Maret 2016 hidden=false merged=[{1 1 0 7} {3 4 0 0} {3 4 1 1} {3 3 2 3} {3 4 4 4} {3 4 5 5} {3 4 6 6} {3 4 7 7}] columns=[8]]
1|tgREALISASI ANGGARAN BULAN MARET 2016
3|tgTanggal|tgUraian|tgAnggaran (Rp)|_g|tgPersen|tgJam|tgLunas|tgNomor
4|_g|_g|tgPagu|tgRealisasi
5|nd42430|tgBelanja pegawai|ng1234567890.5|ng355000|np=0.000287550002500247|nt0.354166666666667|bgTRUE|tg00123
6|nd42431|tgBelanja barang & jasa|ng0.1|ng-17.02|np0.125|nt0.999988425925926|bgFALSE|tg1.234.567
7 hidden|nd42432|tgBaris tersembunyi|ng9999999999|ng1|np1|ns1.09375|bgTRUE|tg3
8|nd42433|tgAñi — “belanja modal”|ng1234.5678|ng=2469.1356|eg=#N/A|_g|bg=TRUE|tg=00123-Belanja pegawai
9|_g|tgJUMLAH|ng=11234569124.1678|ng=357453.1156
[Rujukan hidden=true merged=[] columns=[]]
1|tgkode|tgarti
`
	got, err := dump(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	book, err := Open(bytes.NewReader(sample(t)), int64(len(sample(t))))
	if err != nil || !slices.Contains(book.Traits().Evidence, text.T("tanpa tanda pemeriksa", "no checksum")) {
		t.Errorf("traits %+v, %v", book.Traits(), err)
	}
}

// TestCutShort: no beginning of a workbook passes for the whole.
func TestCutShort(t *testing.T) {
	good := sample(t)
	want, err := dump(good)
	if err != nil {
		t.Fatal(err)
	}
	for n := 8; n < len(good); n += 13 {
		got, err := dump(good[:n])
		var r *grid.RefusedError
		switch {
		case errors.As(err, &r):
		case err != nil:
			t.Fatalf("%d bytes: an error without a code: %v", n, err)
		case got != want:
			t.Fatalf("%d of %d bytes are read as a whole:\n%s", n, len(good), got)
		}
	}
}

// TestFlippedBytes flips every byte of a workbook. Without checksums a changed
// digit cannot be noticed, so that wrong values are possible; a panic, a hang
// or an error without a code is not.
func TestFlippedBytes(t *testing.T) {
	good := sample(t)
	want, _ := dump(good)
	refused, changed := 0, 0
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= 0x15
		got, err := dump(bad)
		var r *grid.RefusedError
		switch {
		case errors.As(err, &r):
			refused++
		case err != nil:
			t.Fatalf("byte %d: an error without a code: %v", at, err)
		case got != want:
			changed++
		}
	}
	t.Logf("%d bytes: %d refused by name, %d with other values", len(good), refused, changed)
}

func FuzzOpen(f *testing.F) {
	f.Add(sample(f))
	for _, b := range streams() {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		_, err := dump(b)
		var r *grid.RefusedError
		if err != nil && !errors.As(err, &r) {
			t.Fatal(err)
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	data := build(biff5, func(w *writer) {
		for i := range 60000 {
			for c := range 10 {
				w.rec(recNumber, le16(i, c, 0), float(float64(i*c)/4))
			}
		}
	})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := OpenBare(bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
	}
}
