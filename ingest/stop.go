package ingest

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/regular"
	"rapor/ingest/table"
)

// A reading is stopped where it reads and where it hands rows on: every reader
// of a format does one or the other all the time, and need know nothing of it.

// stoppable is a file whose reading ends with its context.
type stoppable struct {
	ctx context.Context
	r   io.ReaderAt
}

func (s stoppable) ReadAt(b []byte, off int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.ReadAt(b, off)
}

// rowsBetween is how many rows are handed on before the context is asked again.
const rowsBetween = 1024

// stopping is a sheet whose rows end with its context.
type stopping struct {
	grid.Sheet
	ctx context.Context
}

// Rows hands on rows until the context ends; its error is then the context's.
func (s stopping) Rows(yield func(*grid.Row) bool) error {
	n := 0
	err := s.Sheet.Rows(func(r *grid.Row) bool {
		if n++; n%rowsBetween == 0 && s.ctx.Err() != nil {
			return false
		}
		return yield(r)
	})
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	return err
}

// Open opens one file as a book whose reading ends with the context. What
// cannot be read is a *grid.RefusedError, what is no file a
// *regular.NotFileError.
func Open(ctx context.Context, path string) (grid.Book, error) {
	f, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	st, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	b, err := table.Open(stoppable{ctx, f}, st.Size(), table.Options{})
	if err != nil {
		return nil, errors.Join(cmp.Or(ctx.Err(), err), f.Close())
	}
	return book{b, ctx, f}, nil
}

// book is an opened file.
type book struct {
	grid.Book
	ctx  context.Context
	file io.Closer
}

func (b book) Sheets() []grid.Sheet {
	list := slices.Clone(b.Book.Sheets())
	for i := range list {
		list[i] = stopping{list[i], b.ctx}
	}
	return list
}

func (b book) Close() error { return errors.Join(b.Book.Close(), b.file.Close()) }

// Checksum is the SHA-256 of a file in hex, and its length.
func Checksum(ctx context.Context, path string) (sum string, n int64, err error) {
	f, err := regular.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return "", 0, err
	}
	return sumOf(ctx, f, st.Size())
}

// sumOf sums what is read up to a size: what is added meanwhile is noticed by
// its length.
func sumOf(ctx context.Context, r io.ReaderAt, size int64) (sum string, n int64, err error) {
	h := sha256.New()
	n, err = io.Copy(h, io.NewSectionReader(stoppable{ctx, r}, 0, size))
	return hex.EncodeToString(h.Sum(nil)), n, err
}
