package delimited

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/table/internal/corpus"
)

// exams are the corpora of github.com/ws-garcia/CSVsniffer with the delimiters
// that its author annotated by hand: polluted and collected files, those of the
// CSV on the Web project, and those of van den Burg and others (2019).
var exams = []struct {
	name, files, truth string
	least              float64 // of the files there, read with the right delimiter
}{
	{"Pollock", "CSV", "POLLOCK-dialect_annotations.txt", 0.98},
	{"CSV on the Web", "W3C-CSVW", "W3C-CSVW-dialect_annotations.txt", 0.98},
	{"CSV Wrangling", "CSV_Wrangling", "CCSV-manual_Dialect_Annotation.txt", 0.96},
}

var named = map[string]string{"comma": ",", "semicolon": ";", "tab": "\t", "vslash": "|", "nsign": "#", "space": " "}

// TestDelimiterExam takes the exam where its files are: in RAPOR_CSVSNIFFER or
// beside the fixtures. They are not ours to carry.
func TestDelimiterExam(t *testing.T) {
	dir := os.Getenv("RAPOR_CSVSNIFFER")
	if dir == "" {
		dir = filepath.Join(corpus.Dir(t), "csvsniffer")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no exam at", dir)
	}
	for _, e := range exams {
		truth, err := os.ReadFile(filepath.Join(dir, "python", "ground truth", e.truth))
		if err != nil {
			t.Fatal(err)
		}
		right, n := 0, 0
		for _, line := range strings.Split(strings.TrimSpace(string(truth)), "\n") {
			col := strings.Split(strings.TrimSpace(line), "|")
			if len(col) < 6 || col[0] == "file_name" {
				continue
			}
			b, err := os.ReadFile(filepath.Join(dir, "python", e.files, col[0]))
			if err != nil {
				continue // too large for the copy at hand
			}
			n++
			book, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
			if err != nil {
				t.Logf("%s: %s: %v", e.name, col[0], err)
				continue
			}
			got := book.Traits().Delimiter
			if len(got) > 1 {
				got = strings.Trim(got, " ")
			}
			if got == named[col[2]] || got == "" && !strings.Contains(string(b), named[col[2]]) { // one column either way
				right++
				continue
			}
			t.Logf("%s: %s: %q, not %s; %v", e.name, col[0], got, col[2], book.Traits().Evidence)
		}
		share := float64(right) / float64(n)
		t.Logf("%s: %d of %d, %.3f", e.name, right, n, share)
		if share < e.least {
			t.Errorf("%s: the delimiter is right in %.3f of the files, want %.2f", e.name, share, e.least)
		}
	}
}
