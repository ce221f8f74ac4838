package ingest

import (
	"net"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipesAreNamed: a pipe or a socket is named and never opened, whatever it
// is called and wherever it is met; the run does not wait for a writer.
func TestPipesAreNamed(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.csv"), export)
	for _, name := range []string{"pipa.csv", "pipa", "pipa.jpg"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Skip(err)
		}
	}
	if l, err := net.Listen("unix", filepath.Join(dir, "soket.csv")); err == nil {
		defer l.Close()
	}
	sink := &tickets{}
	if got := codes(read(t, sink, dir)); got != "a.csv= pipa=D109 pipa.csv=D109 pipa.jpg=D109 soket.csv=D109" || sink.n != 2 {
		t.Errorf("%s, %d tickets", got, sink.n)
	}
	for _, p := range []string{filepath.Join(dir, "pipa.csv"), filepath.Join(dir, "*.csv")} {
		m := read(t, &tickets{}, p)
		for _, s := range m.Sources {
			if s.Refused == "D109" && !s.Expected {
				t.Errorf("%s by %s is not missed", s.Name, p)
			}
		}
	}
}
