package ingest

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/correction"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

// whyStale says why a row of corrections found no place, and what it may have
// meant.
func (m *Manifest) whyStale(x *correction.Stray) text.Text {
	if x.N == 0 {
		return text.T("baris ini tidak menyebut berkas, lembar, dan baris asalnya: baris baru ditambahkan di berkas asal, bukan di sini",
			"the row does not name the file, sheet and row it belongs to: new rows are added to the original file, not here")
	}
	i := slices.IndexFunc(m.Sources, func(s Source) bool { return s.Name == x.File })
	if i < 0 {
		say := text.T("berkas asal "+strconv.Quote(x.File)+" tidak ada di folder data", "there is no original "+strconv.Quote(x.File)+" in the data folder")
		if like := m.similar(x); like != "" {
			say = text.T(say.ID+"; maksud Anda "+strconv.Quote(like)+"?", say.EN+"; did you mean "+strconv.Quote(like)+"?")
		}
		return say
	}
	s := &m.Sources[i]
	if x.SHA256 == "" {
		return text.T("kolom tersembunyi SHA-256 kosong; salinlah barisnya utuh dari koreksi.xlsx", "the hidden column SHA-256 is empty; copy the whole row from koreksi.xlsx")
	}
	if s.SHA256 != x.SHA256 {
		return text.T("berkas asal "+x.File+" berubah sesudah koreksi dibuat", "the original "+x.File+" has changed since the correction was made")
	}
	if !slices.ContainsFunc(s.Sheets, func(sh Sheet) bool { return sh.sheet == x.Sheet }) {
		var names []string
		for _, sh := range s.Sheets {
			names = append(names, strconv.Quote(sh.sheet))
		}
		if all := slices.Compact(names); len(all) == 1 && all[0] == `""` {
			return text.T("kolom Lembar asal: "+x.File+" tidak berlembar; kosongkan", "column Lembar asal: "+x.File+" has no sheets; leave it empty")
		}
		all := strings.Join(slices.Compact(names), ", ")
		return text.T("lembar "+strconv.Quote(x.Sheet)+" tidak ada di "+x.File+"; yang ada: "+all, "there is no sheet "+strconv.Quote(x.Sheet)+" in "+x.File+"; there are: "+all)
	}
	n := strconv.FormatUint(uint64(x.N), 10)
	return text.T("baris "+n+" tidak ada di "+x.File, "there is no row "+n+" in "+x.File)
}

// similar is the only source that a name which is not there may have meant: the
// file with the same content, or of the same name but for folders, letter case
// and spaces.
func (m *Manifest) similar(x *correction.Stray) string {
	plain := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(path.Base(s)), "")) }
	found := ""
	for i := range m.Sources {
		s := &m.Sources[i]
		if s.Mends || s.SHA256 != x.SHA256 && plain(s.Name) != plain(x.File) {
			continue
		}
		if found != "" {
			return ""
		}
		found = s.Name
	}
	return found
}

// StillRejected tells of a change in a source whether its row is rejected all
// the same: it is in the workbook, and no figure rests on it.
func (m *Manifest) StillRejected(list []record.Reject) func(source int, c correction.Change) bool {
	type row struct {
		source int
		sheet  string
		n      uint32
	}
	wrong := map[row]bool{}
	for _, r := range list {
		if s := int(r.Ref.Source); r.More == 0 && rejects(r.Code) && len(m.Sources[s].Mended) > 0 && int(r.Ref.Sheet) < len(m.Sources[s].Sheets) {
			wrong[row{s, m.Sources[s].Sheets[r.Ref.Sheet].sheet, r.Ref.Row}] = true
		}
	}
	return func(source int, c correction.Change) bool { return wrong[row{source, c.Sheet, c.Row}] }
}
