package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// Limits bound what an archive may unpack to and what is kept of it.
type Limits struct {
	Total   int64 // bytes of all parts together, unpacked
	Ratio   int64 // unpacked over packed, for parts above 16 MiB
	Entries int   // parts
	Strings int64 // bytes of all shared strings together
	Keep    int64 // bytes of unpacked sheets kept for later passes
}

// DefaultLimits are generous for an office's year and small for a bomb.
func DefaultLimits() Limits {
	return Limits{Total: 2 << 30, Ratio: 400, Entries: 20000, Strings: 512 << 20, Keep: 32 << 20}
}

func refuse(code reject.Code, format string, args ...any) error {
	return &grid.RefusedError{Code: code, Detail: fmt.Sprintf(format, args...)}
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

// Kind tells what an archive is from its parts: "xlsx", "xlsb", "ods", "docx",
// "pptx", or "zip".
func Kind(r io.ReaderAt, size int64) (string, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return "", refuse(reject.DamagedArchive, "%v", err)
	}
	has := map[string]bool{}
	for _, f := range z.File {
		name := partName(f.Name)
		has[name] = true
		if top, _, inside := strings.Cut(name, "/"); inside {
			has[top+"/"] = true
		}
	}
	switch {
	case has["xl/workbook.bin"]:
		return "xlsb", nil
	case has["xl/"]:
		return "xlsx", nil
	case has["word/"]:
		return "docx", nil
	case has["ppt/"]:
		return "pptx", nil
	case has["content.xml"]:
		return "ods", nil
	case has["[content_types].xml"] && has["workbook.xml"]:
		return "xlsx", nil
	}
	return "zip", nil
}

// Open checks the whole archive and every sheet, and reads what all sheets
// share. What cannot be read truly is a *grid.RefusedError with its code.
func Open(r io.ReaderAt, size int64, lim Limits) (grid.Book, error) {
	a, err := openArchive(r, size, lim)
	if err != nil {
		return nil, err
	}
	b := &book{archive: a}
	if err := b.load(); err != nil {
		// A damaged part shows as bad XML first; its checksum names the cause.
		if worse := a.checkRest(); worse != nil {
			return nil, worse
		}
		return nil, named(err, reject.DamagedSheet, "xlsx")
	}
	if err := a.checkRest(); err != nil {
		return nil, err
	}
	return b, nil
}
