package ooxml

import (
	"errors"
	"io"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
)

// Limits bound what an archive may unpack to and what is kept of it.
type Limits struct {
	archive.Limits
	Strings int64 // bytes of all shared strings together
	Keep    int64 // bytes of unpacked sheets kept for later passes
}

// DefaultLimits are generous for an office's year and small for a bomb.
func DefaultLimits() Limits {
	return Limits{Limits: archive.DefaultLimits(), Strings: 512 << 20, Keep: 32 << 20}
}

func refuse(code reject.Code, format string, args ...any) error {
	return grid.Refuse(code, format, args...)
}

// named makes sure that an error is a refusal: one that has no code yet gets
// this one and says where it happened.
func named(err error, code reject.Code, where string) error {
	var refused *grid.RefusedError
	if err == nil || errors.As(err, &refused) {
		return err
	}
	return refuse(code, "%s: %v", where, err)
}

// Open checks the whole archive and every sheet, and reads what all sheets
// share. What cannot be read truly is a *grid.RefusedError with its code.
func Open(r io.ReaderAt, size int64, lim Limits) (grid.Book, error) {
	a, err := archive.Open(r, size, lim.Limits)
	if err != nil {
		return nil, err
	}
	b := &book{archive: a, lim: lim, used: map[*archive.Part]bool{}}
	if err := b.load(); err != nil {
		// A damaged part shows as bad XML first; its checksum names the cause.
		if worse := a.Check(); worse != nil {
			return nil, worse
		}
		return nil, named(err, reject.DamagedSheet, "xlsx")
	}
	if err := a.Check(); err != nil {
		return nil, err
	}
	return b, nil
}
