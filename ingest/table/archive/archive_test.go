package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func code(err error) reject.Code {
	var r *grid.RefusedError
	if errors.As(err, &r) {
		return r.Code
	}
	return ""
}

func TestKind(t *testing.T) {
	for want, name := range map[string]string{"xlsx": "xl/workbook.xml", "xlsb": "xl/workbook.bin", "docx": "word/document.xml", "pptx": "ppt/presentation.xml", "odf": "content.xml", "zip": "a.csv"} {
		b := packed(t, "mimetype", "", name, "x")
		if got, err := Kind(bytes.NewReader(b), int64(len(b))); got != want || err != nil {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
	if _, err := Kind(strings.NewReader("PK\x03\x04"), 4); code(err) != reject.DamagedArchive {
		t.Errorf("a cut archive: %v", err)
	}
}

func TestLimitsAndNames(t *testing.T) {
	open := func(b []byte, lim Limits) error {
		_, err := Open(bytes.NewReader(b), int64(len(b)), lim)
		return err
	}
	zeros := strings.Repeat("0", 17<<20)
	for name, c := range map[string]struct {
		data []byte
		lim  Limits
		want reject.Code
	}{
		"bomb by ratio":  {packed(t, "a", zeros), DefaultLimits(), reject.OverLimit},
		"bomb by total":  {packed(t, "a", zeros), Limits{Total: 1 << 20, Ratio: 1 << 30, Entries: 10}, reject.OverLimit},
		"many parts":     {packed(t, "a", "", "b", ""), Limits{Total: 1, Ratio: 1, Entries: 1}, reject.OverLimit},
		"one part twice": {packed(t, "a/b", "1", `A\B`, "2"), DefaultLimits(), reject.DamagedArchive},
		"sound":          {packed(t, "a", "1", "b", "2"), DefaultLimits(), ""},
	} {
		if got := code(open(c.data, c.lim)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestFlippedBytes: a part is either whole or the archive is refused.
func TestFlippedBytes(t *testing.T) {
	good := packed(t, "content.xml", strings.Repeat("isi lembar ", 50), "mimetype", "teks")
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= 0x15
		a, err := Open(bytes.NewReader(bad), int64(len(bad)), DefaultLimits())
		if err != nil {
			if code(err) == "" {
				t.Fatalf("byte %d: %v", at, err)
			}
			continue
		}
		p, err := a.Part("Content.xml")
		if err != nil || p == nil {
			t.Fatalf("byte %d: part %v %v", at, p, err)
		}
		got, err := io.ReadAll(p)
		if err != nil || string(got) != strings.Repeat("isi lembar ", 50) {
			t.Fatalf("byte %d: %q %v", at, got, err)
		}
	}
}
