package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"sort"
)

// contentTypes is the part that names the type of every other part. Readers
// expect it first.
const contentTypes = "[Content_Types].xml"

// bytes writes the workbook in one order whatever order it was built in:
// parts sorted by name, without times, and the list of content types sorted.
func (b *book) bytes() ([]byte, error) {
	buf, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return settle(buf.Bytes())
}

// settle rewrites a zip archive in a fixed order.
func settle(data []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	parts := in.File
	sort.Slice(parts, func(i, j int) bool {
		a, b := parts[i].Name, parts[j].Name
		if first := a == contentTypes; first != (b == contentTypes) {
			return first
		}
		return a < b
	})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		if err := carry(w, part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func carry(w *zip.Writer, part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	body, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if part.Name == contentTypes {
		if body, err = sortTypes(body); err != nil {
			return err
		}
	}
	to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = to.Write(body)
	return err
}

// types is the content of contentTypes.
type types struct {
	XMLName   xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []entry  `xml:"Default"`
	Overrides []entry  `xml:"Override"`
}

type entry struct {
	Extension   string `xml:"Extension,attr,omitempty"`
	PartName    string `xml:"PartName,attr,omitempty"`
	ContentType string `xml:"ContentType,attr"`
}

func sortTypes(body []byte) ([]byte, error) {
	var t types
	if err := xml.Unmarshal(body, &t); err != nil {
		return nil, err
	}
	for _, list := range [][]entry{t.Defaults, t.Overrides} {
		sort.Slice(list, func(i, j int) bool {
			return list[i].Extension+list[i].PartName < list[j].Extension+list[j].PartName
		})
	}
	sorted, err := xml.Marshal(t)
	return append([]byte(xml.Header), sorted...), err
}
