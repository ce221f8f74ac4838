package ingest

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// TestWithoutPermission: a file and a folder that may not be opened are named,
// and the rest goes on. Root may open anything, so the thread that looks gives
// up that right first; it is locked and dies with the test.
func TestWithoutPermission(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.csv"), export)
	put(t, filepath.Join(dir, "tertutup.csv"), export+"\n")
	put(t, filepath.Join(dir, "terkunci", "b.csv"), export+"\n\n")
	for _, d := range []string{dir, filepath.Dir(dir)} { // others may look into the test's own folders
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range []string{"tertutup.csv", "terkunci"} {
		if err := os.Chmod(filepath.Join(dir, p), 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "terkunci"), 0o755) })
	var m *Manifest
	sink := &tickets{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if os.Getuid() == 0 {
			runtime.LockOSThread()
			if err := syscall.Setfsuid(65534); err != nil {
				t.Error(err)
				return
			}
		}
		m = read(t, sink, dir)
	}()
	<-done
	if m == nil {
		return
	}
	if got := codes(m); got != "a.csv= terkunci=D109 tertutup.csv=D109" || sink.n != 2 {
		t.Errorf("%s, %d tickets", got, sink.n)
	}
}
