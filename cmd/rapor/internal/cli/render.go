package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"runtime"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/output"
	"rapor/ingest"
	"rapor/ingest/regular"
)

// renderCmd redraws every output from hasil.json alone.
type renderCmd struct {
	File    string `arg:"" name:"hasil.json" help:"${result_help}"`
	Out     string `short:"o" name:"out" required:"" help:"${out_help}" placeholder:"FOLDER"`
	Edition string `help:"${edition_help}" enum:"jury,internal" default:"jury" placeholder:"jury|internal"`
	Ringkas bool   `help:"${compact_help}"`
	Jobs    int    `short:"j" help:"${jobs_help}" placeholder:"N"`
}

// Run redraws: everything from a full result, the jury's files from the jury's.
// The list of rejected rows is not part of the result, so the tolak.csv beside
// it is carried over; without one, the problems' examples are all there is.
func (c *renderCmd) Run(a *app) error {
	r, err := loadResult(c.File)
	if err != nil {
		return err
	}
	b := bundle{compact: c.Ringkas, workers: c.Jobs, all: c.Edition == output.Internal}.of(r)
	if b.workers <= 0 {
		b.workers = runtime.NumCPU()
	}
	if r.Edition != result.ForTheJury {
		if err := b.beside(a, filepath.Dir(c.File)); err != nil {
			return err
		}
	}
	if err := b.write(a, c.Out); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.Out, filepath.ToSlash(filepath.Join(c.Out, "index.html")))
	return err
}

// beside carries over what stands beside a full result and is no part of it.
func (b *bundle) beside(a *app, folder string) (err error) {
	if b.rejects, err = regular.ReadFile(filepath.Join(folder, "tolak.csv")); err != nil {
		if b.rejects, err = rejectTable(b.full, nil, &ingest.Manifest{}, a.lang); err != nil {
			return err
		}
	}
	if t, err := regular.ReadFile(filepath.Join(folder, "koreksi.xlsx")); err == nil {
		b.mend = t
	}
	if t, err := regular.ReadFile(filepath.Join(folder, output.ManifestName)); err == nil {
		var m output.Manifest
		if json.Unmarshal(t, &m) == nil {
			b.config = m.Config
		}
	}
	return nil
}
