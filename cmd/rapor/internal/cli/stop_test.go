package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAwaitDoesNotWait: a stage that never ends holds nothing up, and what one
// brings after the end is dropped.
func TestAwaitDoesNotWait(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	begun, never := make(chan bool), make(chan bool)
	go func() { <-begun; cancel() }()
	if _, err := await(ctx, func() (int, error) { close(begun); <-never; return 1, nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if v, err := await(ctx, func() (int, error) { return 1, nil }); v != 0 || !errors.Is(err, context.Canceled) {
		t.Error(v, err)
	}
	if v, err := await(t.Context(), func() (int, error) { return 1, nil }); v != 1 || err != nil {
		t.Error(v, err)
	}
}

// BenchmarkStop measures how long a report of a large file takes to answer a
// stop at ten moments of its way. It is no test: a busy machine may be slow.
//
//	go test ./cmd/rapor/internal/cli -run '^$' -bench Stop -benchtime 1x
func BenchmarkStop(b *testing.B) {
	dir := b.TempDir()
	var text strings.Builder
	text.WriteString("Tanggal;No. Antrean;Jenis Layanan;Jam Ambil;Jam Panggil;Jam Mulai;Jam Selesai;Loket\n")
	for i := range 500_000 {
		s := 27000 + i*7919%20000
		fmt.Fprintf(&text, "%02d/%02d/2016;A%04d;Layanan %d;%s;%s;%s;%s;%d\n", 1+i%28, 1+i/28%12, i%9000, i%4, clock(s), clock(s+600), clock(s+660), clock(s+1200), i%6)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(text.String()), 0o644); err != nil {
		b.Fatal(err)
	}
	report := func(ctx context.Context) {
		run(ctx, []string{"report", "-q", dir, "-o", filepath.Join(b.TempDir(), "out")}, Streams{Out: io.Discard, Err: io.Discard})
	}
	began := time.Now()
	report(b.Context())
	whole := time.Since(began)
	var worst time.Duration
	for b.Loop() {
		for k := range 10 {
			ctx, cancel := context.WithTimeout(b.Context(), whole*time.Duration(2*k+1)/20)
			report(ctx)
			stop, _ := ctx.Deadline()
			worst = max(worst, time.Since(stop))
			cancel()
		}
	}
	b.ReportMetric(whole.Seconds(), "s/report")
	b.ReportMetric(worst.Seconds(), "s/answer")
}

func clock(s int) string { return fmt.Sprintf("%02d.%02d.%02d", s/3600, s/60%60, s%60) }
