package cli

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rapor/analysis/calendar"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/cmd/rapor/internal/draft"
	"rapor/cmd/rapor/internal/output"
	"rapor/cmd/rapor/internal/review"
	"rapor/ingest"
	"rapor/ingest/layout"
	"rapor/ingest/regular"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// initCmd writes a first rapor.yaml beside the data.
type initCmd struct {
	reading
	Ask bool `help:"${ask_help}"`
}

// Run reads everything and writes what was found: beside the data where there
// are no settings yet, else what is new is added to them.
func (c *initCmd) Run(a *app) error {
	j, err := c.reading.load(a)
	if err != nil {
		return err
	}
	j.propose = true
	if readErr := j.read(a); readErr != nil && !j.sealed {
		return readErr
	}
	if len(j.manifest.Sources) == 0 {
		return usage(text.Errorf("tidak ada berkas di %s; taruh dulu ekspornya di situ", "there is no file in %s; put the exports there first",
			filepath.ToSlash(c.Paths[0])))
	}
	f := j.draft(a)
	if c.Ask {
		if err := a.ask(f); err != nil {
			return err
		}
	}
	if j.found.Path == "" {
		return a.firstSettings(filepath.Join(folders(c.Paths)[0], config.Name), f)
	}
	return a.moreSettings(j.found.Path, f)
}

// firstSettings writes a rapor.yaml where there is none.
func (a *app) firstSettings(path string, f *draft.File) error {
	s := draft.Write(f, a.lang)
	if err := a.sound(path, s); err != nil {
		return err
	}
	if err := output.Single(path, []byte(s), func([]byte) bool { return false }); err != nil {
		return err
	}
	a.note("Ditulis: %s. Bentuk ekspor: %d, perlu jawaban: %d.", "Written: %s. Forms of export: %d, questions: %d.",
		filepath.ToSlash(path), len(f.Entries), f.Questions())
	a.next(path, f)
	return nil
}

// moreSettings adds to a rapor.yaml what it does not say yet.
func (a *app) moreSettings(path string, f *draft.File) error {
	old, err := regular.ReadFile(path)
	if err != nil {
		return usage(err)
	}
	f.Entries = slices.DeleteFunc(f.Entries, func(e draft.Entry) bool { return draft.Asked(string(old), &e) })
	if len(f.Entries) == 0 {
		a.note("Tidak ada yang baru: %s sudah mencakup semua tabel.", "Nothing is new: %s covers all tables already.",
			filepath.ToSlash(path))
		return nil
	}
	s, ok := draft.Extend(string(old), f.Entries, a.lang)
	if ok {
		ok = a.sound(path, s) == nil
	}
	if !ok {
		a.note("%s tidak dapat ditambah; tempelkan entri berikut di bawah sources.",
			"%s cannot be added to; paste these entries below sources.", filepath.ToSlash(path))
		_, err := a.Out.Write([]byte(draft.List(f.Entries, a.lang)))
		return err
	}
	if err := output.Single(path, []byte(s), func(now []byte) bool { return string(now) == string(old) }); err != nil {
		return err
	}
	a.note("Ditambahkan pada %s: %d bentuk ekspor, perlu jawaban: %d.", "Added to %s: %d forms of export, questions: %d.",
		filepath.ToSlash(path), len(f.Entries), f.Questions())
	a.next(path, f)
	return nil
}

// next says what to do with the settings.
func (a *app) next(path string, f *draft.File) {
	if f.Questions() > 0 {
		a.note("Buka berkas itu, jawab yang bertanda TANYA, lalu jalankan rapor report.",
			"Open that file, answer what is marked ASK, and run rapor report.")
		return
	}
	dir := filepath.ToSlash(filepath.Dir(path))
	a.note("Berikutnya: rapor report %s -o hasil", "Next: rapor report %s -o hasil", dir)
}

// sound makes sure that what would be written is read back without a complaint.
func (a *app) sound(path, s string) error {
	f, err := config.Parse(filepath.ToSlash(path), []byte(s))
	if err == nil {
		_, err = f.Setting()
	}
	if err == nil && len(f.Layouts) == 0 {
		_, err = f.Overrides(nil)
	}
	return err
}

// draft turns what was read into settings: one entry for each form of export
// that none speaks of yet.
func (j *job) draft(a *app) *draft.File {
	f := &draft.File{}
	name := j.setting.Identity.Name
	if j.file.Office.Name == "" && name != a.say("Kantor Imigrasi", "Immigration Office") {
		f.Office = name
	}
	if len(j.strange) > 0 && j.file.Office.Name == "" {
		f.Office, f.Offices, f.More = "", j.strange[:min(len(j.strange), shownOffices)], max(0, len(j.strange)-shownOffices)
		f.All = j.allOffices()
	}
	for _, c := range j.review(calendar.Period{}, false).Coverage {
		f.Known = append(f.Known, covered(&c))
	}
	at, met := map[string]int{}, map[string]int{}
	for i := range j.manifest.Sources {
		s := &j.manifest.Sources[i]
		if j.file.Holidays == "" && f.Holidays == "" && holidays(s) {
			f.Holidays = s.Name
			continue
		}
		for k := range s.Sheets {
			sh := &s.Sheets[k]
			e, some := j.entryOf(uint16(i), uint16(k), sh)
			if !some {
				continue
			}
			form := e.Form() + "\x01" + s.Name
			if n, again := met[form]; again { // another sheet of the file, for which its entry speaks
				f.Entries[n].MergeSeen(sh.Tally.Seen)
				continue
			}
			key := e.Form() + yearOf(&e, sh)
			n, twice := at[key]
			if twice && f.Entries[n].Glob != "" && !slices.Contains(f.Entries[n].Files, s.Name) {
				twice = false // that entry is of one file
			}
			if met[form] = len(f.Entries); twice {
				met[form] = n
				f.Entries[n].MergeSeen(sh.Tally.Seen)
				if !slices.Contains(f.Entries[n].Files, s.Name) {
					f.Entries[n].Files = append(f.Entries[n].Files, s.Name)
				}
				continue
			}
			if slices.ContainsFunc(f.Entries, func(x draft.Entry) bool { return x.Wears(&e) }) {
				e.Glob = review.Pattern(s.Name) // the same headings, which another file means otherwise
			}
			at[key] = len(f.Entries)
			e.Files = []string{s.Name}
			f.Entries = append(f.Entries, e)
		}
	}
	return f
}

// yearOf keeps apart files of different years whose months may be running totals
// or not: each year's arithmetic stands for itself, and so does its answer.
func yearOf(e *draft.Entry, sh *ingest.Sheet) string {
	if !slices.ContainsFunc(e.Lines, func(l draft.Line) bool { return l.Key == "flow" && l.Off }) {
		return ""
	}
	y, _, _ := sh.Tally.First.Date()
	return "\x01" + strconv.Itoa(y)
}

// covered says in which months a kind of record has data, from the first to the
// last, and which of them between have none.
func covered(c *result.Coverage) text.Text {
	first, last := "", ""
	for _, m := range c.Months {
		if m.State != result.MonthMissing {
			first, last = cmp.Or(first, m.Month), m.Month
		}
	}
	none := ""
	for _, m := range c.Months {
		if m.State == result.MonthMissing && m.Month > first && m.Month < last {
			none += ", " + m.Month
		}
	}
	name := text.Same(c.Name.Label)
	if c.Name.Term != nil {
		name = text.T(c.Name.Term.ID, c.Name.Term.EN)
	}
	id, en := name.ID+": "+first+" s.d. "+last, name.EN+": "+first+" to "+last
	if none != "" {
		id, en = id+"; tanpa data: "+none[2:], en+"; no data: "+none[2:]
	}
	return text.T(id+".", en+".")
}

// holidays reports a file that is read as the list of holidays.
func holidays(s *ingest.Source) bool {
	if len(s.Sheets) != 1 || s.Sheets[0].Refused != reject.NoLayout || s.Path == "" {
		return false
	}
	b, err := regular.ReadFile(s.Path)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(string(b), "\ufeff"), "\n")
	name := strings.ToLower(s.Name)
	if strings.TrimSpace(first) != "tanggal;keterangan" && !slices.ContainsFunc([]string{"libur", "holiday", "cuti"},
		func(w string) bool { return strings.Contains(name, w) }) {
		return false // a register of days and names is none
	}
	list, err := readHolidays(s.Path)
	return err == nil && len(list) > 0
}

// knownEntry is the entry of a table that was recognised: it holds on to the
// layout, and says in comments what its columns are taken for.
func knownEntry(p *layout.Plan) draft.Entry {
	e := draft.Entry{Headings: p.Form(), Title: p.Title,
		Lines: []draft.Line{{Key: "layout", Value: draft.Quote(p.Layout)}}}
	used, id, en := "", "", ""
	for _, c := range p.Columns {
		switch {
		case c.Field != "" && c.Decision.Empty():
			used += "; " + c.Header + " = " + c.Field
			continue
		case c.Field == "":
			continue
		}
		used += "; " + c.Header + " = " + c.Field
		id, en = id+"; "+c.Header+": "+c.Decision.ID, en+"; "+c.Header+": "+c.Decision.EN
	}
	if used != "" {
		e.Notes = append(e.Notes, text.T("Kolom: "+used[2:]+".", "Columns: "+used[2:]+"."))
	}
	if id != "" {
		e.Notes = append(e.Notes, text.T("Dibaca: "+id[2:]+".", "Read as: "+en[2:]+"."))
	}
	return e
}
