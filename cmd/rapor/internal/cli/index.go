package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapor/cmd/rapor/internal/output"
	"rapor/ingest/text"
	"rapor/templates"
)

// write renders everything, puts the period's folder and the list of periods in
// place, and names what was kept beside them.
func (b *bundle) write(a *app, out string) error {
	r := b.place(a)
	if err := placed(output.Check(out, r)); err != nil {
		return err
	}
	files, err := await(a.ctx, func() ([]output.File, error) { return b.render(a) })
	if err != nil {
		return err
	}
	r.Files = files
	if r.Index, err = b.index(a, out); err != nil {
		return err
	}
	kept, err := output.Write(a.ctx, out, r)
	if err != nil {
		return placed(err)
	}
	at := func(name string) string { return filepath.ToSlash(filepath.Join(out, name)) }
	for _, k := range kept {
		a.note("%s diubah sejak ditulis rapor; yang diubah disimpan sebagai %s.",
			"%s was changed since rapor wrote it; the changed one is kept as %s.", at(k.Name), at(k.As))
	}
	return nil
}

// place says where the report goes and whose it is.
func (b *bundle) place(a *app) *output.Report {
	return &output.Report{Folder: b.jury.Period.ID, Office: b.jury.Office.Name, Lang: string(a.lang)}
}

// placed makes a mistake of usage of what is up to the user.
func placed(err error) error {
	if r := (output.Refusal{}); errors.As(err, &r) {
		return usage(err)
	}
	return err
}

// apart refuses inputs in the very folder that is to be written. What rapor
// passes over there or only mends from is no input.
func (j *job) apart(out, period string) error {
	name, err := output.Name(period)
	if err != nil {
		return usage(err)
	}
	dir := filepath.Join(out, name)
	inside := func(p string) error {
		return usage(text.Errorf("masukan %s ada di dalam folder yang akan ditulis (%s); sebutkan folder hasil lain dengan -o",
			"the input %s lies in the folder that is to be written (%s); name another output folder with -o", filepath.ToSlash(p), filepath.ToSlash(dir)))
	}
	for _, p := range j.flags.Paths {
		if output.Inside(p, dir) {
			return inside(p)
		}
	}
	for _, s := range j.manifest.Sources {
		for _, sh := range s.Sheets {
			if sh.Plan != nil && output.Inside(s.Path, dir) {
				return inside(s.Path)
			}
		}
	}
	return nil
}

// index lists the periods of the output folder and the one being written,
// newest first. A folder that is not what its result says is someone else's.
func (b *bundle) index(a *app, out string) ([]byte, error) {
	own := templates.EntryOf(b.jury)
	if b.full != nil {
		own.ForOffice("laporan.html")
		own.ForOffice(templates.CheckName)
	}
	entries := []templates.Entry{own}
	folders, err := os.ReadDir(out)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, output.Unwritten(out, err)
	}
	for _, f := range folders {
		dir := filepath.Join(out, f.Name())
		r, err := loadResult(filepath.Join(dir, "hasil.json"))
		if err != nil || r.Period.ID != f.Name() || r.Period.ID == own.PeriodID {
			continue
		}
		e := templates.EntryOf(r)
		for _, name := range []string{"laporan.html", templates.CheckName} {
			if _, err := os.Stat(filepath.Join(dir, output.Internal, name)); err == nil {
				e.ForOffice(name)
			}
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(x, y templates.Entry) int { return strings.Compare(y.PeriodID+"/", x.PeriodID+"/") })
	return templates.Index(entries, a.lang)
}
