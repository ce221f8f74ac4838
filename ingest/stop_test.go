package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"rapor/ingest/record"
)

// quitter ends the context at its first ticket and counts those that follow.
type quitter struct {
	record.Sink
	quit func()
	n    int
}

func (q *quitter) Ticket(*record.Ticket)     { q.n++; q.quit() }
func (q *quitter) Reject(record.Reject)      {}
func (q *quitter) Checkpoint() (undo func()) { return func() {} }

// TestReadingEndsWithItsContext: a large file is left within the rows that are
// handed on between two looks at the context.
func TestReadingEndsWithItsContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	text := "Tanggal;No. Antrean;Jenis Layanan;Jam Ambil;Jam Panggil\n" + strings.Repeat("13/03/2016;A001;Paspor;07.30;07.40\n", 200_000)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	q := &quitter{quit: cancel}
	_, err := Read(ctx, []string{path}, Options{}, []record.Sink{q})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if q.n == 0 || q.n > rowsBetween {
		t.Errorf("%d rows after the end", q.n)
	}
	b, err := Open(ctx, path)
	if b != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("opened after the end: %v", err)
	}
}

// asked is a context that ends when it was asked often enough.
type asked struct {
	context.Context
	left atomic.Int64
}

func (a *asked) Err() error {
	if a.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestChecksumEndsWithItsContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, make([]byte, 8<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := &asked{Context: t.Context()}
	ctx.left.Store(3)
	_, n, err := Checksum(ctx, path)
	if !errors.Is(err, context.Canceled) || n == 0 || n > 1<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
}
