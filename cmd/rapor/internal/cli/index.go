package cli

import (
	"os"
	"path/filepath"
	"slices"

	"rapor/cmd/rapor/internal/output"
	"rapor/templates"
)

// write renders everything and puts the period's folder and the list of
// periods in place.
func (b *bundle) write(a *app, out string) error {
	files, err := b.render(a)
	if err != nil {
		return err
	}
	if err := a.ctx.Err(); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return unwritten(a, out, err)
	}
	if err := replaceFolder(a, filepath.Join(out, b.jury.Period.ID), files); err != nil {
		return err
	}
	return writeIndex(a, out)
}

// writeIndex lists the periods found in the output folder, newest first.
func writeIndex(a *app, out string) error {
	found, err := filepath.Glob(filepath.Join(out, "*", "hasil.json"))
	if err != nil {
		return err
	}
	slices.Sort(found)
	slices.Reverse(found)
	var entries []templates.Entry
	for _, p := range found {
		r, err := loadResult(a, p)
		if err != nil {
			continue // a folder of someone else's
		}
		e := templates.EntryOf(r)
		for _, name := range []string{"laporan.html", templates.CheckName} {
			if _, err := os.Stat(filepath.Join(filepath.Dir(p), output.Internal, name)); err == nil {
				e.ForOffice(name)
			}
		}
		entries = append(entries, e)
	}
	page, err := templates.Index(entries, a.lang)
	if err != nil {
		return err
	}
	return writeBeside(filepath.Join(out, "index.html"), page)
}
