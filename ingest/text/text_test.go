package text

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestGroup(t *testing.T) {
	for n, want := range map[int64][2]string{
		0: {"0", "0"}, 7: {"7", "7"}, 999: {"999", "999"}, 1000: {"1.000", "1,000"}, -1000: {"-1.000", "-1,000"},
		-123456: {"-123.456", "-123,456"}, 1234567: {"1.234.567", "1,234,567"},
		-1 << 63: {"-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"},
	} {
		if got := [2]string{Group(n, ID), Group(n, EN)}; got != want {
			t.Errorf("%d: %v, want %v", n, got, want)
		}
	}
}

// TestErrorsSpeakBothLanguages: also where they are inside one another,
// wrapped by the standard library, or joined.
func TestErrorsSpeakBothLanguages(t *testing.T) {
	inner := Errorf("%s baris rusak", "%s broken rows", Count(12345))
	outer := Errorf("berkas %q (%s): %w", "file %q (%s): %w", "a.csv", T("daftar", "list"), inner)
	for _, tc := range []struct {
		err    error
		id, en string
	}{
		{inner, "12.345 baris rusak", "12,345 broken rows"},
		{outer, `berkas "a.csv" (daftar): 12.345 baris rusak`, `file "a.csv" (list): 12,345 broken rows`},
		{fmt.Errorf("x: %w", outer), `x: berkas "a.csv" (daftar): 12.345 baris rusak`, `x: file "a.csv" (list): 12,345 broken rows`},
		{errors.Join(inner, fs.ErrNotExist), "12.345 baris rusak\ntidak ditemukan", "12,345 broken rows\nnot found"},
	} {
		if id, en := Say(tc.err, ID), Say(tc.err, EN); id != tc.id || en != tc.en {
			t.Errorf("said %q and %q, want %q and %q", id, en, tc.id, tc.en)
		}
	}
	if !errors.Is(fmt.Errorf("y: %w", Errorf("a %w", "b %w", fs.ErrNotExist)), fs.ErrNotExist) {
		t.Error("the wrapped error is not found")
	}
	if Say(nil, EN) != "" || outer.Error() != Say(outer, ID) {
		t.Error("Error is not the Indonesian text")
	}
}
