package config

import (
	"errors"
	"fmt"
	"strings"

	"rapor/ingest/text"
)

// place is where something stands in the file, counted from 1.
type place struct{ line, column int }

// places remembers where every key and item of the file stands: of a key with
// its value the value, of a group the key.
type places struct {
	file string
	at   map[string]place
}

// At says where a key stands, "rapor.yaml:3:5"; of one that is not written,
// where the group stands that would hold it.
func (f *File) At(path string) string {
	for p := path; p != ""; p = p[:max(0, strings.LastIndexAny(p, ".["))] {
		if at, ok := f.places.at[p]; ok {
			return fmt.Sprintf("%s:%d:%d", f.places.file, at.line, at.column)
		}
	}
	return f.places.file
}

// Wrong makes an error about a key, with its place before it.
func (f *File) Wrong(path, id, en string, args ...any) error {
	return text.Errorf("%s: %s: "+id, "%s: %s: "+en, append([]any{f.At(path), path}, args...)...)
}

// maxErrors bounds the errors that are told at once.
const maxErrors = 20

// complaints collects errors, so that all are told at once.
type complaints struct{ list []error }

func (c *complaints) add(err error) {
	if err != nil && len(c.list) < maxErrors {
		c.list = append(c.list, err)
	}
}

// err joins them, one a line.
func (c *complaints) err() error {
	switch len(c.list) {
	case 0:
		return nil
	case 1:
		return c.list[0]
	}
	return errors.Join(c.list...)
}
