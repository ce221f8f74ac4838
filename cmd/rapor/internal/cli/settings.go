package cli

import (
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/cmd/rapor/internal/output"
	"rapor/ingest"
	"rapor/ingest/layout"
	"rapor/ingest/regular"
	"rapor/ingest/text"
)

// sources reads the office's own layouts and turns the entries of sources into
// what the reading follows.
func (j *job) sources() error {
	seen := map[string]bool{}
	for i, p := range j.file.Layouts {
		path := fmt.Sprintf("layouts[%d]", i)
		b, err := regular.ReadFile(config.Beside(j.found.Path, p))
		if err != nil {
			return j.file.Wrong(path, "%q tidak dapat dibaca: %w", "%q cannot be read: %w", p, output.Cause(err))
		}
		l, err := layout.Parse(b)
		if err != nil {
			return j.file.Wrong(path, "%s: %w", "%s: %w", p, err)
		}
		if seen[l.ID] {
			return j.file.Wrong(path, "tata letak %s ditulis dua kali", "the layout %s is written twice", l.ID)
		}
		seen[l.ID] = true
		j.layouts = append(j.layouts, l)
	}
	var err error
	j.overrides, err = j.file.Overrides(j.layouts)
	return err
}

// unused is what was written, or lay near the data, and is not used.
func (j *job) unused() []text.Text {
	out := append(append([]text.Text{}, j.found.Notes...), j.manifest.Unused...)
	for i, g := range j.file.Exclude {
		if !j.manifest.Excludes(g) {
			out = append(out, j.idle("exclude", i, g, "tidak ada berkas data yang cocok dengan", "no data file fits"))
		}
	}
	for i := range j.layouts {
		if id := j.layouts[i].ID; !j.fits(id) {
			out = append(out, j.idle("layouts", i, id, "tidak ada tabel yang memakai", "no table uses"))
		}
	}
	for i, d := range j.documents {
		if d.Evidence.Lost {
			out = append(out, j.idle("evidence", i, d.Evidence.File, "berkas bukti tidak ditemukan:", "the evidence file is not found:"))
		}
	}
	out = append(out, j.file.Again()...)
	return append(append(out, j.classless()...), j.elsewhen()...)
}

// classless names priority classes that no ticket has.
func (j *job) classless() (out []text.Text) {
	classes := j.classes()
	for i, c := range j.file.PriorityClasses {
		one := office.Setting{PriorityClasses: []string{c}}
		if len(classes) > 0 && !slices.ContainsFunc(classes, one.PriorityClass) {
			out = append(out, j.idle("priority_classes", i, c, "tidak ada tiket berkelas", "no ticket has the class"))
		}
	}
	return out
}

// classes lists the ticket classes that the office has in the data.
func (j *job) classes() []string {
	seen := map[string]bool{}
	j.facts.Queue.Visits(facts.Selection{To: math.MaxInt32}, func(_ *facts.Visit,
		l facts.Lane) {
		seen[l.Class] = true
	})
	return slices.Sorted(maps.Keys(seen))
}

// idle says that an item of a list of the settings met nothing.
func (j *job) idle(key string, i int, item, id, en string) text.Text {
	at := j.file.Spot(fmt.Sprintf("%s[%d]", key, i)) + ": " + key + ": "
	return text.T(at+id+" \""+item+"\"", at+en+" \""+item+"\"")
}

// fits reports whether a table was read by a layout.
func (j *job) fits(id string) bool {
	for _, s := range j.manifest.Sources {
		if slices.ContainsFunc(s.Sheets, func(sh ingest.Sheet) bool { return sh.Plan != nil && sh.Plan.Layout == id }) {
			return true
		}
	}
	return false
}

// settings puts into a result which file of settings it rests on. What is not
// used is counted in the notices; its names stay in the settings.
func (j *job) settings(res *result.Result) {
	res.Settings = &result.Settings{File: j.found.Base, SHA256: j.found.SHA256}
	unused := j.unused()
	for _, t := range unused {
		res.Settings.Unused = append(res.Settings.Unused, result.T("{0}", "{0}", result.Named(t.ID, t.EN)))
	}
	for _, t := range j.file.Personal() {
		res.Notices = append(res.Notices, result.ForOffice(result.T("{0}.", "{0}.", result.Named(t.ID, t.EN))))
	}
	if n := len(unused); n > 0 {
		res.Notices = append(res.Notices,
			result.T("{0} isian pengaturan tidak terpakai, atau ada pengaturan yang tidak dipakai; rinciannya pada penutup rapor report dan rapor check.",
				"{0} parts of the settings met nothing, or settings were found that are not used; rapor report and rapor check name them.", result.Int(int64(n), result.Count)))
	}
}

// settings says in the closing lines which file of settings was used, or where
// none was found, and what is not used.
func (a *app) settings(j *job) {
	if j.quiet() {
		return
	}
	if j.found.Path != "" {
		a.note("Pengaturan: %s.", "Settings: %s.", filepath.ToSlash(j.found.Path))
	} else {
		var dirs []string
		for _, d := range j.found.Looked {
			if d == "." {
				d = a.say("folder ini", "this folder")
			}
			dirs = append(dirs, filepath.ToSlash(d))
		}
		a.note("Tanpa pengaturan: tidak ada %s di %s.", "No settings: there is no %s in %s.", config.Name,
			strings.Join(dirs, ", "))
	}
	for _, t := range append(j.unused(), j.file.Personal()...) {
		a.note("%s.", "%s.", t.In(a.lang))
	}
}
