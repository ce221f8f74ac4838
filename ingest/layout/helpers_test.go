package layout

import (
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/table"
)

// read reads a CSV by the built-in layouts into a sink; a nil plan says that
// none fits. No row may be lost on the way.
func read(t testing.TB, text string, sink record.Sink) (*Plan, Tally) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(text), int64(len(text)), table.Options{})
	if err != nil {
		return nil, Tally{}
	}
	s := book.Sheets()[0]
	p, err := Match(s, "", layouts, nil)
	if err != nil {
		return nil, Tally{}
	}
	if err := p.Decide(s, []byte("garam")); err != nil {
		t.Fatal(err)
	}
	tally, _, err := p.Run(s, 0, 0, sink)
	if err != nil {
		t.Fatal(err)
	}
	if tally.Read != tally.Used+tally.Aside+tally.Rejected {
		t.Fatalf("rows are lost: %+v", tally)
	}
	return p, tally
}

// run reads a CSV and counts what comes out.
func run(t testing.TB, text string) (*Plan, Tally, *counting) {
	t.Helper()
	sink := &counting{}
	p, tally := read(t, text, sink)
	if p == nil {
		return nil, tally, nil
	}
	return p, tally, sink
}

// readBy reads a CSV and fails unless the named layout is the one that fits.
func readBy(t testing.TB, layout, text string, sink record.Sink) {
	t.Helper()
	p, _ := read(t, text, sink)
	if p == nil || p.Layout != layout {
		t.Fatalf("read by %+v, want %s", p, layout)
	}
}
