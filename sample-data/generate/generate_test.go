package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestCommittedFilesAreGenerated: the files of the folder are what the
// generator makes from its seed, byte for byte, and stay under 6 MB.
func TestCommittedFilesAreGenerated(t *testing.T) {
	files, err := all(2017)
	if err != nil {
		t.Fatal(err)
	}
	again, err := all(2017)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for i, f := range files {
		total += len(f.data)
		if !bytes.Equal(f.data, again[i].data) {
			t.Errorf("%s differs between two runs", f.name)
		}
		b, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(f.name)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b, f.data) {
			t.Errorf("%s is not what the generator makes", f.name)
		}
	}
	if total > 6_000_000 {
		t.Errorf("%d bytes of sample data", total)
	}
}

func TestNationalHasTheRowsAskedFor(t *testing.T) {
	var b bytes.Buffer
	if err := national(&b, 1234, 1); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b.Bytes(), []byte("\r\n")); n != 1235 {
		t.Errorf("%d lines, want 1234 and a header", n)
	}
}
