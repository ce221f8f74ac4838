package ingest

import (
	"bytes"
	"io"
	"os"
	"path"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rapor/ingest/grid"
	"rapor/ingest/regular"
	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
	"rapor/ingest/text"
)

// zipLimits bound an archive of exports. Its files are unpacked into memory,
// one at a time for each worker; nothing is ever written.
func zipLimits() archive.Limits { return archive.Limits{Total: 2 << 30, Ratio: 400, Entries: 5000} }

// maxMember is the most that one file of an archive may unpack to.
const maxMember = 512 << 20

// pack is an archive of exports that several sources lie in. It is opened when
// one of them is read, and stays open until close.
type pack struct {
	path string
	mu   sync.Mutex
	file *os.File
	is   *archive.Archive
}

// open judges the archive and keeps it open.
func (p *pack) open() (*archive.Archive, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.is != nil {
		return p.is, nil
	}
	f, err := regular.Open(p.path)
	if err != nil {
		return nil, &grid.RefusedError{Code: reject.Unreadable, Detail: text.Of(plain(err))}
	}
	st, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, &grid.RefusedError{Code: reject.Unreadable, Detail: text.Of(plain(err))}
	}
	a, err := archive.Open(f, st.Size(), zipLimits())
	if err != nil {
		f.Close()
		return nil, err
	}
	p.file, p.is = f, a
	return a, nil
}

func (p *pack) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file != nil {
		p.file.Close()
		p.file, p.is = nil, nil
	}
}

// member is one file of an archive.
type member struct {
	pack *pack
	at   int // position among the archive's files
	name string
}

// content unpacks the file.
func (m *member) content() (content, int64, error) {
	a, err := m.pack.open()
	if err != nil {
		return nil, 0, err
	}
	parts := a.Parts()
	if m.at >= len(parts) || parts[m.at].Name() != m.name { // another archive by now
		return nil, 0, &grid.RefusedError{Code: reject.ChangedInput}
	}
	if parts[m.at].Size() > maxMember {
		return nil, 0, &grid.RefusedError{Code: reject.OverLimit, Detail: text.Same(m.name)}
	}
	b, err := parts[m.at].All()
	if err != nil {
		return nil, 0, err
	}
	return unpacked{bytes.NewReader(b)}, int64(len(b)), nil
}

// content is a file as it is read, wherever it lies.
type content interface {
	io.ReaderAt
	io.Closer
}

type unpacked struct{ *bytes.Reader }

func (unpacked) Close() error { return nil }

// unpack puts the files of every zip archive in the archive's place. One that
// is a workbook in truth stays what it is; one that cannot be used is refused
// by its own name.
func (f *finder) unpack() {
	found := f.sources
	f.sources = nil
	for _, s := range found {
		if s.Refused != "" || !bundles(s.Path) {
			f.sources = append(f.sources, s)
			continue
		}
		p := &pack{path: s.Path}
		a, err := p.open()
		if err == nil && len(a.Parts()) == 0 {
			err = &grid.RefusedError{Code: reject.EmptyFile}
		}
		if err != nil {
			s.refused(err)
			s.Expected = true
			f.sources = append(f.sources, s)
			continue
		}
		for i, part := range a.Parts() {
			name := s.Name + "/" + memberName(part.Name())
			f.put(Source{Name: name, Path: s.Path, member: &member{p, i, part.Name()}}, inArchive(name))
		}
		p.close()
	}
}

// bundles reports an archive that is a folder of files and no document of an
// office program. What the content says counts, whatever the name.
func bundles(p string) bool {
	f, err := regular.Open(p)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4)
	if _, err := io.ReadFull(f, head); err != nil || !bytes.HasPrefix(head, []byte("PK")) {
		return false
	}
	st, err := f.Stat()
	if err != nil {
		return false
	}
	kind, err := archive.Kind(f, st.Size())
	return err == nil && kind == "zip"
}

// memberName is the name of an archive's file as it is shown: forward slashes,
// nothing that leads out of the archive, no control signs. Old archives write
// names in the letters of DOS.
func memberName(s string) string {
	if !utf8.ValidString(s) {
		if dos, err := charmap.CodePage437.NewDecoder().String(s); err == nil {
			s = dos
		}
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '_'
		}
		return r
	}, strings.ReplaceAll(s, "\\", "/"))
	return strings.TrimPrefix(path.Clean("/"+s), "/")
}

// inArchive judges a file of an archive by its name. An archive within an
// archive is not unpacked: reading it refuses it by its name.
func inArchive(name string) entry {
	for _, dir := range strings.Split(path.Dir(name), "/") {
		if hidden(dir) && dir != "." {
			return entry{why: reject.PassedOver, detail: text.Same(hiddenMark(dir))}
		}
	}
	return byName(path.Base(name))
}
