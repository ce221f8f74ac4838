package cli

import (
	"fmt"
	"math/big"
	"path/filepath"
	"strings"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/output"
	"rapor/ingest/reject"
	"rapor/ingest/text"
	"rapor/templates"
	"rapor/templates/format"
)

// reportCmd is the main job: exports in, reports out.
type reportCmd struct {
	reading
	Out     string `short:"o" name:"out" help:"${out_help}" placeholder:"FOLDER"`
	Period  string `help:"${period_help}" placeholder:"2016"`
	Compare string `help:"${compare_help}" placeholder:"prev|yoy|2015"`
	AsOf    string `name:"as-of" help:"${asof_help}" placeholder:"2017-01-26"`
	Edition string `help:"${edition_help}" enum:"jury,internal" default:"jury" placeholder:"jury|internal"`
	Ringkas bool   `help:"${compact_help}"`
}

// Run reads, computes, renders and puts the finished folder in place.
func (c *reportCmd) Run(a *app) error {
	job, err := c.reading.load(a)
	if err != nil {
		return err
	}
	out := first(c.Out, job.file.Output)
	if out == "" {
		return usage(text.Errorf("sebutkan folder hasil dengan -o FOLDER", "name the output folder with -o FOLDER"))
	}
	if err := job.read(a); err != nil {
		return job.unusable(a, out, err)
	}
	res, err := job.analyse(a, first(c.Period, job.file.Period), first(c.Compare, job.file.Compare), first(c.AsOf, job.file.AsOf))
	if err != nil && !job.last().Known() { // no day anywhere: what is missing stands on the page
		return job.unusable(a, out, err)
	}
	if err != nil {
		return err
	}
	if err := job.apart(out, res.Period.ID); err != nil {
		return err
	}
	book, err := job.corrections(a)
	if err != nil {
		return err
	}
	rejects, err := await(a.ctx, func() ([]byte, error) { return rejectTable(res, job.rejects, job.manifest, a.lang) })
	if err != nil {
		return err
	}
	b := bundle{rejects: rejects, mend: book, all: c.Edition == output.Internal, compact: c.Ringkas || yes(job.file.Compact),
		workers: job.workers, config: job.found.SHA256}.of(res)
	if err := b.write(a, out); err != nil {
		return err
	}
	output.Discard(out, []string{templates.CheckName, rejectsName}, ownCheck) // of an earlier run without a report
	folder, err := output.Name(res.Period.ID)
	if err != nil {
		return err
	}
	if !job.quiet() {
		a.summary(job, res)
		a.settings(job)
		a.namePage(job, filepath.Join(out, folder, output.Internal, templates.CheckName))
	}
	fmt.Fprintln(a.Out, filepath.ToSlash(filepath.Join(out, "index.html")))
	return gate(res.Gate, text.T("laporan ditulis (baris yang ditolak: internal/tolak.csv)", "the report was written (rejected rows: internal/tolak.csv)"))
}

func ratOf(n int64) *big.Rat { return big.NewRat(n, 1) }

// summary tells on standard error what was read, in one breath.
func (a *app) summary(job *job, res *result.Result) {
	var read, used, aside, rejected int64
	refused, passed := 0, job.manifest.Unlisted
	var own []string
	for _, s := range res.Sources {
		if s.Passed() {
			switch s.Refused {
			case string(reject.NotData):
				passed++
			case string(reject.OwnOutput):
				own = append(own, s.Name)
			}
		} else if _, _, unused := s.Unused(); unused {
			refused++
		}
		for _, sh := range s.Sheets {
			read, used, aside, rejected = read+sh.Read, used+sh.Used, aside+sh.Aside, rejected+sh.Rejected
		}
	}
	n := func(v int64) string { return format.Value(ratOf(v), result.Count, a.lang) }
	a.note("%s berkas: %s baris dibaca, %s dipakai, %s disisihkan, %s ditolak; %s berkas tidak dipakai.",
		"%s files: %s rows read, %s used, %s set aside, %s rejected; %s files not used.",
		n(result.Inputs(res.Sources)), n(read), n(used), n(aside), n(rejected), n(int64(refused)))
	if passed > 0 {
		a.note("%s isi folder lain bukan berkas data dan tidak dibaca; daftarnya: rapor check.", "%s other entries of the folder are no data files and were not read; rapor check lists them.", n(int64(passed)))
	}
	if len(own) > 0 {
		a.note("Hasil rapor sendiri dilewati, tidak dibaca sebagai data: %s.", "Passed over, not read as data, as rapor's own output: %s.", few(own))
	}
	a.corrections(job, int64(len(res.Corrections)))
	for _, t := range job.notes {
		a.note("%s", "%s", a.text(t))
	}
	if say, empty := res.Empty(); empty {
		a.note("%s", "%s", a.text(say))
	}
}

// corrections tells what became of the correction workbooks: cells that count,
// rows that are still wrong, and rows that found no place.
func (a *app) corrections(j *job, cells int64) {
	n := func(v int64) string { return format.Value(ratOf(v), result.Count, a.lang) }
	if cells > 0 {
		a.note("%s sel dipakai dari koreksi.", "%s cells were taken from corrections.", n(cells))
	}
	if _, wrong := mended(j.manifest, j.rejects); wrong > 0 {
		a.note("%s baris koreksi masih ditolak; isinya ada di internal/koreksi.xlsx yang baru.",
			"%s mended rows are still rejected; their cells are in the new internal/koreksi.xlsx.", n(int64(wrong)))
	}
	stale := j.manifest.Stale
	for i, x := range stale[:min(len(stale), shownReasons)] {
		if i == 0 {
			a.note("%s baris koreksi tidak dipakai (D117):", "%s rows of corrections were not used (D117):", n(int64(len(stale))))
		}
		s := &j.manifest.Sources[x.Ref.Source]
		a.note("  %s [%s]: %d: %s", "  %s [%s]: %d: %s", s.Name, s.Sheets[x.Ref.Sheet].Name, x.Ref.Row, x.Hint.In(a.lang))
	}
}

// few lists at most five names.
func few(names []string) string {
	if len(names) > 5 {
		names = append(names[:5:5], "…")
	}
	return strings.Join(names, ", ")
}

func first(options ...string) string {
	for _, s := range options {
		if s != "" {
			return s
		}
	}
	return ""
}
