package ingest

import (
	"context"
	"os"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// sums finds identical files: only the first by name is read.
type sums struct{ seen map[string]string }

func newSums() *sums { return &sums{map[string]string{}} }

func (s *sums) take(ctx context.Context, m *Manifest) error {
	for i := range m.Sources {
		if err := ctx.Err(); err != nil {
			return err
		}
		src := &m.Sources[i]
		if src.Refused != "" {
			continue
		}
		if st, err := os.Stat(src.Path); err == nil {
			src.changed, src.outer = st.ModTime(), st.Size()
		}
		sum, n, err := src.checksum(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			src.unreadable(err)
			continue
		}
		src.SHA256, src.Bytes = sum, n
		if first, twice := s.seen[sum]; twice && n > 0 {
			src.Refused, src.Detail = reject.DuplicateFile, text.Same(first)
			continue
		}
		s.seen[sum] = src.Name
	}
	return nil
}
