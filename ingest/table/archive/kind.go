package archive

import (
	"archive/zip"
	"io"
	"strings"

	"rapor/ingest/reject"
)

// Kind tells what an archive is from the names of its parts, in whatever order
// they stand: "xlsx", "xlsb", "docx", "pptx", "odf" or "zip".
func Kind(r io.ReaderAt, size int64) (string, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return "", refuse(reject.DamagedArchive, "%v", err)
	}
	has := map[string]bool{}
	for _, f := range z.File {
		name := folded(f.Name)
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
	case has["content.xml"] || has["meta-inf/manifest.xml"]:
		return "odf", nil
	case has["[content_types].xml"]: // the parts of a workbook may have any names
		return "xlsx", nil
	}
	return "zip", nil
}
