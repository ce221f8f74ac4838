package ingest

import (
	"context"
	"os"
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/regular"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// content opens what the source holds, with its size; the error is a refusal.
func (s *Source) content() (content, int64, error) {
	if s.member != nil {
		return s.member.content()
	}
	f, err := regular.Open(s.Path)
	if err != nil {
		return nil, 0, &grid.RefusedError{Code: reject.Unreadable, Detail: text.Of(plain(err))}
	}
	st, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, &grid.RefusedError{Code: reject.Unreadable, Detail: text.Of(plain(err))}
	}
	return f, st.Size(), nil
}

// checksum is the SHA-256 of the content, and its bytes.
func (s *Source) checksum(ctx context.Context) (sum string, n int64, err error) {
	f, size, err := s.content()
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	return sumOf(ctx, f, size)
}

// unchanged makes sure that what was read is what was summed. The time of
// change is asked first, because summing again is slow.
func (s *Source) unchanged(ctx context.Context) bool {
	st, err := os.Stat(s.Path)
	if err != nil || st.Size() != s.outer {
		return false
	}
	if st.ModTime().Equal(s.changed) {
		return true
	}
	if s.member != nil {
		s.member.pack.close() // to see the archive as it is now
	}
	sum, n, err := s.checksum(ctx)
	return err == nil && sum == s.SHA256 && n == s.Bytes
}

// unreadable notes why the content could not be had.
func (s *Source) unreadable(err error) {
	if !s.refused(err) {
		s.Refused, s.Detail = reject.Unreadable, text.Of(plain(err))
	}
}

// workbooks are the formats that hold tables by their nature: a file of that
// content is data, whatever its name. A text may be anything.
var workbooks = []string{"xlsx", "xls", "ods", "html", "xml"}

// judge decides, once a source without an ending of data was tried, whether it
// was data: a table that is known, a workbook, or one that is locked or damaged.
func (s *Source) judge() {
	if !s.tried {
		return
	}
	known := slices.ContainsFunc(s.Sheets, func(sh Sheet) bool { return sh.Plan != nil })
	broken := slices.Contains([]reject.Code{reject.Encrypted, reject.DamagedArchive, reject.DamagedSheet, reject.OldExcel, reject.ChangedInput, reject.OverLimit}, s.Refused)
	if s.Expected = known || broken || slices.Contains(workbooks, s.Traits.Format); s.Expected {
		return
	}
	s.Refused, s.Detail, s.Sheets, s.Traits = reject.NotData, text.Same(ending(s.Name)), nil, grid.Traits{}
}

// close closes the archives that were opened for reading.
func (m *Manifest) close() {
	for i := range m.Sources {
		if x := m.Sources[i].member; x != nil {
			x.pack.close()
		}
	}
}
