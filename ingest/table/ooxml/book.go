package ooxml

import (
	"path"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/archive"
)

// book is a workbook whose every part was checked.
type book struct {
	archive  *archive.Archive
	lim      Limits                 // what is left of Keep
	used     map[*archive.Part]bool // parts that are sheets
	sheets   []grid.Sheet
	strings  texts
	looks    []grid.Look // by cell style
	styled   bool        // there are styles, so an index must lead into them
	date1904 bool
}

func (b *book) Traits() grid.Traits  { return grid.Traits{Format: "xlsx"} }
func (b *book) Sheets() []grid.Sheet { return b.sheets }
func (b *book) Close() error         { return nil }

// relation leads from one part to another.
type relation struct {
	kind   string // last word of its type: "worksheet", "styles"
	target string
}

// listed is a sheet as the workbook lists it.
type listed struct {
	name, state, id string
}

// load finds the workbook, its sheets, shared strings and styles.
func (b *book) load() error {
	main := "xl/workbook.xml"
	root, err := b.relations("")
	if err != nil {
		return err
	}
	for _, r := range root.all {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	sheets, err := b.workbook(main)
	if err != nil {
		return err
	}
	rels, err := b.relations(main)
	if err != nil {
		return err
	}
	if err := b.shared(rels); err != nil {
		return err
	}
	for _, s := range sheets {
		if err := b.add(s, rels); err != nil {
			return err
		}
	}
	return nil
}

// shared reads what all sheets share; of each there may be one.
func (b *book) shared(rels relations) error {
	read := map[string]bool{}
	for _, r := range rels.all {
		var err error
		switch {
		case r.kind != "sharedStrings" && r.kind != "styles":
			continue
		case read[r.kind]:
			err = refuse(reject.DamagedSheet, "%s", r.target)
		case r.kind == "styles":
			err = b.readStyles(r.target)
		default:
			err = b.readStrings(r.target)
		}
		if err != nil {
			return err
		}
		read[r.kind] = true
	}
	return nil
}

// part finds a part that must be there.
func (b *book) part(name string) (*archive.Part, error) {
	p := b.archive.Find(name)
	if p == nil {
		return nil, refuse(reject.DamagedArchive, "%s", name)
	}
	return p, nil
}

// relations are those of one part, in the order of the file.
type relations struct {
	all  []relation
	byID map[string]relation
}

// relations reads where a part leads; "" is the archive itself. Targets come
// out as full part names.
func (b *book) relations(of string) (relations, error) {
	dir, file := path.Split(strings.TrimPrefix(of, "/"))
	out := relations{byID: map[string]relation{}}
	p := b.archive.Find(dir + "_rels/" + file + ".rels")
	if p == nil {
		return out, nil
	}
	return out, furniture(p, func(sc *scanner) error {
		if err := sc.root("Relationships"); err != nil {
			return err
		}
		return sc.children(func() error {
			var id, kind, target, mode string
			if err := sc.attributes(map[string]*string{"Id": &id, "Type": &kind, "Target": &target, "TargetMode": &mode}); err != nil {
				return err
			}
			if mode != "External" {
				r := relation{kind: path.Base(kind), target: resolve(dir, target)}
				out.all = append(out.all, r)
				out.byID[id] = r
			}
			return sc.skip()
		})
	})
}

func resolve(dir, target string) string {
	if strings.HasPrefix(target, "/") || strings.HasPrefix(target, "\\") {
		return target
	}
	return dir + target
}

// workbook reads the list of sheets and the date system.
func (b *book) workbook(name string) (sheets []listed, err error) {
	p := b.archive.Find(name)
	if p == nil {
		return nil, refuse(reject.UnsupportedBook, "%s", name)
	}
	err = furniture(p, func(sc *scanner) error {
		if err := sc.root("workbook"); err != nil {
			return err
		}
		return sc.children(func() error {
			switch string(sc.name) {
			case "workbookPr":
				var first string
				if err := sc.attributes(map[string]*string{"date1904": &first}); err != nil {
					return err
				}
				b.date1904 = truth(first)
			case "sheets":
				return sc.children(func() error {
					var s listed
					if err := sc.attributes(map[string]*string{"name": &s.name, "state": &s.state, "id": &s.id}); err != nil {
						return err
					}
					sheets = append(sheets, s)
					return sc.skip()
				})
			}
			return sc.skip()
		})
	})
	return sheets, err
}

// add surveys one listed sheet. Chart, dialog and macro sheets hold no cells.
// Two sheets may not be the same part: a short list could ask for endless work.
func (b *book) add(l listed, rels relations) error {
	r, ok := rels.byID[l.id]
	if ok && r.kind != "worksheet" {
		return nil
	}
	p := b.archive.Find(r.target)
	if !ok || p == nil || b.used[p] {
		return refuse(reject.DamagedSheet, "%s", l.name)
	}
	b.used[p] = true
	kept, err := b.keep(p)
	if err != nil {
		return err
	}
	s := &sheet{book: b, part: p, kept: kept, name: l.name, hidden: l.state == "hidden" || l.state == "veryHidden"}
	if err := s.survey(); err != nil {
		return err
	}
	b.sheets = append(b.sheets, s)
	return nil
}

// keep unpacks a part into memory when it is no larger than what is left of
// the limit; nil when it is.
func (b *book) keep(p *archive.Part) ([]byte, error) {
	if p.Size() > max(b.lim.Keep, 0) {
		return nil, nil
	}
	data, err := p.All()
	b.lim.Keep -= int64(len(data))
	return data, err
}
