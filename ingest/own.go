package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rapor/ingest/regular"
	"rapor/ingest/reject"
)

// Marks by which rapor's own output is known wherever it is copied to and
// whatever it is named. They are written by templates and ingest/tidy; a test
// of the whole program reads every output back.
var (
	ownPage = []byte(`name="generator" content="rapor"`)
	ownBook = []byte("rapor-hasil") // the keyword of a workbook's properties
	ownJSON = regexp.MustCompile(`^\s*\{[^{}]*"tool":\s*\{\s*"name":\s*"rapor"`)
	// The headings of hasil.csv, as far as they are enough, and of tolak.csv.
	ownTables = []string{"id;nama;jenis;periode;dari;sampai;dimensi;kelompok;nilai;satuan;",
		"berkas;lembar;baris;kolom;kode;akibat;masalah;isi;keterangan;tindakan"}
	// What rapor adds to the name of a file that a person changed.
	keptMark = regexp.MustCompile(` \(disimpan( \d+)?\)(\.[^.]*)?$`)
)

// setOwnApart passes over what rapor wrote itself, so that a report never reads
// an earlier one as data. The files of a folder with a manifest of rapor become
// one source, without digest: they change with every run. A correction workbook
// is read when a person has changed it since it was written.
func (f *finder) setOwnApart(ctx context.Context) {
	o, grouped := ownFiles{}, map[string]bool{}
	var out []Source
	for _, s := range f.sources {
		if s.Refused != "" || !o.wrote(ctx, &s) {
			out = append(out, s)
			continue
		}
		name := s.Name
		if dir := o.folder(&s); dir != "" {
			name = dir
		}
		if !grouped[name] {
			grouped[name] = true
			f.passed = append(f.passed, Source{Name: name, Path: s.Path, Refused: reject.OwnOutput})
		}
	}
	f.sources = out
	f.passed = slices.DeleteFunc(f.passed, func(s Source) bool {
		return s.Refused == reject.NotData && grouped[o.folder(&s)] && o.wrote(ctx, &s)
	})
}

// ownFiles are the manifests of rapor by folder: file name -> digest; nil for a
// folder without one.
type ownFiles map[string]map[string]string

// listed reads the manifest of a folder.
func (o ownFiles) listed(dir string) map[string]string {
	if names, known := o[dir]; known {
		return names
	}
	o[dir] = nil
	js, err := regular.ReadFile(filepath.Join(dir, "MANIFEST.json"))
	var m struct {
		Tool    struct{ Name string }
		Outputs []struct{ Name, SHA256 string }
	}
	if err != nil || json.Unmarshal(js, &m) != nil || m.Tool.Name != "rapor" {
		return nil
	}
	names := map[string]string{"MANIFEST.json": "", "SHA256SUMS": ""}
	for _, out := range m.Outputs {
		names[out.Name] = out.SHA256
	}
	o[dir] = names
	return names
}

// wrote reports a file that rapor wrote.
func (o ownFiles) wrote(ctx context.Context, s *Source) bool {
	if st, err := os.Stat(s.Path); err != nil || !st.Mode().IsRegular() {
		return false
	}
	base, names := filepath.Base(s.Path), o.listed(filepath.Dir(s.Path))
	if s.member != nil { // an archive is a folder without a manifest
		base, names = path.Base(s.Name), nil
	}
	if strings.HasPrefix(strings.ToLower(base), "koreksi") {
		sum, _, err := s.checksum(ctx)
		return err == nil && names[base] == sum
	}
	if _, ok := names[keptMark.ReplaceAllString(base, "$2")]; ok {
		return true
	}
	return marked(s)
}

// folder is the name of the folder of reports that a file belongs to, "" for
// one that lies alone.
func (o ownFiles) folder(s *Source) string {
	dir, name := filepath.Dir(s.Path), path.Dir(s.Name)
	if s.member != nil || name == "." || o.listed(dir) == nil {
		return ""
	}
	if path.Base(name) == "internal" && path.Dir(name) != "." && o.listed(filepath.Dir(dir)) != nil {
		return path.Dir(name)
	}
	return name
}

// marked looks for a mark of rapor in a file.
func marked(s *Source) bool {
	c, size, err := s.content()
	if err != nil {
		return false
	}
	defer c.Close()
	f := io.NewSectionReader(c, 0, size)
	head := make([]byte, 8<<10)
	n, _ := io.ReadFull(f, head) // a short file is a short head
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return markedBook(f)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")): // saved again as .xls
		all, err := io.ReadAll(io.LimitReader(f, 64<<20))
		return err == nil && (bytes.Contains(head, ownBook) || bytes.Contains(all, ownBook))
	}
	return bytes.Contains(head, ownPage) || ownJSON.Match(head) || markedTable(head)
}

// markedBook looks at the properties of a workbook, XLSX or ODS.
func markedBook(f *io.SectionReader) bool {
	z, err := zip.NewReader(f, f.Size())
	if err != nil {
		return false
	}
	for _, part := range z.File {
		if part.Name != "docProps/core.xml" && part.Name != "meta.xml" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return false
		}
		data, _ := io.ReadAll(io.LimitReader(r, 64<<10)) // a damaged part holds no mark
		r.Close()
		if bytes.Contains(data, ownBook) {
			return true
		}
	}
	return false
}

// markedTable compares the first line with the headings of rapor's own tables,
// also where a spreadsheet saved them with another delimiter or in UTF-16.
func markedTable(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	head = bytes.TrimPrefix(head, []byte("\xff\xfe"))
	line, _, _ := bytes.Cut(bytes.ReplaceAll(head, []byte{0}, nil), []byte("\n"))
	text := strings.NewReplacer(`"`, "", "\r", "", "\t", ";", ",", ";").Replace(string(line))
	return slices.ContainsFunc(ownTables, func(t string) bool { return strings.HasPrefix(text, t) })
}
