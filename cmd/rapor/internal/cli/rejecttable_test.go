package cli

import (
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/templates/format"
)

// TestRejectTableSaysWhatIsCut: an entry that stands for many is one row with
// their number, and counts as many in the list of problems.
func TestRejectTableSaysWhatIsCut(t *testing.T) {
	m := &ingest.Manifest{Sources: []ingest.Source{{Name: "a.csv", Sheets: []ingest.Sheet{{}}}}}
	r := &result.Result{Sources: []result.Source{{Name: "a.csv", Sheets: []result.Sheet{{Name: "x"}}}}}
	list := []record.Reject{
		{Ref: record.Ref{Row: 2}, Code: reject.BadDate, Shown: "31/02/2016"},
		{Ref: record.Ref{Row: 9}, Code: reject.BadDate, More: 123_456},
	}
	for l, want := range map[format.Lang]string{format.ID: "dan 123.456 lagi dengan kode ini", format.EN: "and 123,456 more with this code"} {
		b, err := rejectTable(r, list, m, l)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(b)), "\r\n")
		if len(lines) != 3 || strings.Contains(lines[1], "lagi") || !strings.HasPrefix(lines[2], "a.csv;x;9;") || !strings.Contains(lines[2], want) {
			t.Errorf("%s: %q", l, lines)
		}
	}
	if p := problems(list, m); len(p) != 1 || p[0].N != 123_457 {
		t.Errorf("%+v", p)
	}
	many := make([]record.Reject, maxRejectRows+3)
	many[maxRejectRows+1].More = 40
	b, err := rejectTable(r, many, m, format.ID)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(b), "\r\n"); n != maxRejectRows+2 || !strings.Contains(string(b[len(b)-60:]), "dan 42 lagi, tidak didaftar") {
		t.Errorf("%d lines, the last %q", n, b[len(b)-60:])
	}
}
