package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"rapor/ingest"
)

// renderCmd redraws every output from hasil.json alone.
type renderCmd struct {
	File    string `arg:"" name:"hasil.json" help:"${result_help}"`
	Out     string `short:"o" name:"out" required:"" help:"${out_help}" placeholder:"FOLDER"`
	Ringkas bool   `help:"${compact_help}"`
	Jobs    int    `short:"j" help:"${jobs_help}" placeholder:"N"`
}

// Run redraws. The list of rejected rows is not part of the result, so the
// tolak.csv beside it is carried over; without one, the problems' examples
// are all there is.
func (c *renderCmd) Run(a *app) error {
	r, err := loadResult(c.File)
	if err != nil {
		return err
	}
	b := bundle{result: r, read: &ingest.Manifest{}, compact: c.Ringkas, workers: c.Jobs}
	if b.workers <= 0 {
		b.workers = runtime.NumCPU()
	}
	beside := filepath.Dir(c.File)
	if t, err := os.ReadFile(filepath.Join(beside, "tolak.csv")); err == nil {
		b.csv = t
	}
	if t, err := os.ReadFile(filepath.Join(beside, "koreksi.xlsx")); err == nil {
		b.mend = t
	}
	if t, err := os.ReadFile(filepath.Join(beside, "MANIFEST.json")); err == nil {
		var m manifest
		if json.Unmarshal(t, &m) == nil {
			b.config = m.Config
		}
	}
	if err := b.write(a, c.Out, filepath.Join(c.Out, r.Period.ID)); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.Out, filepath.ToSlash(filepath.Join(c.Out, "index.html")))
	return err
}
