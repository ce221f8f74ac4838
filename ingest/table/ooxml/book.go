package ooxml

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

type book struct {
	parts    map[string]*zip.File
	sheets   []grid.Sheet
	strings  []string
	looks    []grid.Look // by cell style
	date1904 bool
}

func (b *book) Traits() grid.Traits  { return grid.Traits{Format: "xlsx"} }
func (b *book) Sheets() []grid.Sheet { return b.sheets }
func (b *book) Close() error         { return nil }

// part opens a part by name; nil without error when there is none.
func (b *book) part(name string) (io.ReadCloser, error) {
	f, ok := b.parts[partName(name)]
	if !ok {
		return nil, nil
	}
	return f.Open()
}

func (b *book) decode(name string, v any) (bool, error) {
	r, err := b.part(name)
	if r == nil || err != nil {
		return false, err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(v); err != nil {
		return true, fmt.Errorf("%s: %w", name, err)
	}
	return true, nil
}

type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

type workbookPart struct {
	Properties struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string     `xml:"name,attr"`
		State string     `xml:"state,attr"`
		Attrs []xml.Attr `xml:",any,attr"`
	} `xml:"sheets>sheet"`
}

// load finds the workbook, its sheets, shared strings and styles.
func (b *book) load() error {
	main := "xl/workbook.xml"
	var root relations
	if ok, err := b.decode("_rels/.rels", &root); err != nil {
		return err
	} else if ok {
		for _, r := range root.List {
			if strings.HasSuffix(r.Type, "/officeDocument") {
				main = r.Target
			}
		}
	}
	var wb workbookPart
	if ok, err := b.decode(main, &wb); err != nil {
		return err
	} else if !ok {
		return refuse(reject.UnsupportedBook, "%s", main)
	}
	b.date1904 = wb.Properties.Date1904 == "1" || wb.Properties.Date1904 == "true"
	dir, file := path.Split(strings.TrimPrefix(main, "/"))
	var rels relations
	if _, err := b.decode(dir+"_rels/"+file+".rels", &rels); err != nil {
		return err
	}
	if err := b.shared(dir, rels); err != nil {
		return err
	}
	return b.list(dir, rels, wb)
}

func resolve(dir, target string) string {
	if strings.HasPrefix(target, "/") {
		return target
	}
	return dir + target
}

func (b *book) shared(dir string, rels relations) error {
	for _, r := range rels.List {
		switch {
		case strings.HasSuffix(r.Type, "/sharedStrings"):
			if err := b.readStrings(resolve(dir, r.Target)); err != nil {
				return err
			}
		case strings.HasSuffix(r.Type, "/styles"):
			if err := b.readStyles(resolve(dir, r.Target)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *book) list(dir string, rels relations, wb workbookPart) error {
	target := map[string]string{}
	for _, r := range rels.List {
		if strings.HasSuffix(r.Type, "/worksheet") {
			target[r.ID] = resolve(dir, r.Target)
		}
	}
	for _, s := range wb.Sheets {
		for _, a := range s.Attrs {
			if a.Name.Local != "id" || target[a.Value] == "" {
				continue
			}
			f, ok := b.parts[partName(target[a.Value])]
			if !ok {
				return refuse(reject.DamagedSheet, "%s", s.Name)
			}
			sh := &sheet{book: b, file: f, name: s.Name, hidden: s.State == "hidden" || s.State == "veryHidden"}
			if err := sh.survey(); err != nil {
				return refuse(reject.DamagedSheet, "%s: %v", s.Name, err)
			}
			b.sheets = append(b.sheets, sh)
		}
	}
	return nil
}

// readStrings reads the shared strings: the texts of each item, phonetic
// readings left out.
func (b *book) readStrings(name string) error {
	r, err := b.part(name)
	if err != nil {
		return err
	}
	if r == nil {
		return refuse(reject.DamagedArchive, "%s", name)
	}
	defer r.Close()
	s := newScanner(r)
	var cur strings.Builder
	inText, phonetic := false, 0
	for {
		t, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		switch {
		case t == startToken && s.name == "si":
			cur.Reset()
			if s.empty {
				b.strings = append(b.strings, "")
			}
		case t == endToken && s.name == "si":
			b.strings = append(b.strings, excelEscapes(cur.String()))
		case t == startToken && s.name == "rPh" && !s.empty:
			phonetic++
		case t == endToken && s.name == "rPh":
			phonetic--
		case t == startToken && s.name == "t":
			inText = !s.empty
		case t == endToken && s.name == "t":
			inText = false
		case t == textToken && inText && phonetic == 0:
			cur.Write(s.text)
		}
	}
}

// stylesPart is the little of the styles that tells a date from a number.
type stylesPart struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
	} `xml:"cellXfs>xf"`
}

func (b *book) readStyles(name string) error {
	var st stylesPart
	if found, err := b.decode(name, &st); err != nil {
		return err
	} else if !found {
		return refuse(reject.DamagedArchive, "%s", name)
	}
	custom := map[int]string{}
	for _, f := range st.Formats {
		custom[f.ID] = f.Code
	}
	for _, c := range st.Cells {
		b.looks = append(b.looks, look(c.Format, custom[c.Format]))
	}
	return nil
}

// look classifies a number format by its built-in id or its code.
func look(id int, code string) grid.Look {
	switch {
	case code == "" && (id == 9 || id == 10):
		return grid.Percent
	case code == "" && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58):
		return grid.Date
	case code == "" && id >= 18 && id <= 21:
		return grid.Time
	case code == "" && id >= 45 && id <= 47:
		return grid.Span
	case id == 49:
		return grid.AsText
	}
	return codeLook(code)
}

func codeLook(code string) grid.Look {
	section, _, _ := strings.Cut(code, ";")
	var plain strings.Builder
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '"':
			if k := strings.IndexByte(section[i+1:], '"'); k >= 0 {
				i += k + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			k := strings.IndexByte(section[i:], ']')
			if k < 0 {
				continue
			}
			switch strings.ToLower(section[i+1 : i+k]) {
			case "h", "hh", "m", "mm", "s", "ss":
				return grid.Span
			}
			i += k
		default:
			plain.WriteByte(c)
		}
	}
	p := strings.ToLower(plain.String())
	switch {
	case p == "general" || p == "":
		return grid.General
	case strings.ContainsAny(p, "yd") || strings.Contains(p, "mmm") && !strings.Contains(p, "h"):
		return grid.Date
	case strings.ContainsAny(p, "hs"):
		return grid.Time
	case strings.Contains(p, "%"):
		return grid.Percent
	case p == "@":
		return grid.AsText
	}
	return grid.General
}
