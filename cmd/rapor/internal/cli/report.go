package cli

import (
	"fmt"
	"math/big"
	"path/filepath"

	"rapor/analysis/result"
	"rapor/ingest/reject"
	"rapor/ingest/text"
	"rapor/templates/format"
)

// reportCmd is the main job: exports in, reports out.
type reportCmd struct {
	reading
	Out     string `short:"o" name:"out" help:"${out_help}" placeholder:"FOLDER"`
	Period  string `help:"${period_help}" placeholder:"2016"`
	Compare string `help:"${compare_help}" placeholder:"prev|yoy|2015"`
	AsOf    string `name:"as-of" help:"${asof_help}" placeholder:"2017-01-26"`
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
		return err
	}
	res, err := job.analyse(a, first(c.Period, job.file.Period), first(c.Compare, job.file.Compare), first(c.AsOf, job.file.AsOf))
	if err != nil {
		return err
	}
	book, err := job.corrections()
	if err != nil {
		return err
	}
	dir := filepath.Join(out, res.Period.ID)
	b := bundle{result: res, rejects: job.rejects, read: job.manifest, compact: c.Ringkas || yes(job.file.Compact), workers: job.workers, config: job.configSum, mend: book}
	if err := b.write(a, out, dir); err != nil {
		return err
	}
	if !job.quiet() {
		a.summary(job, res)
	}
	fmt.Fprintln(a.Out, filepath.ToSlash(filepath.Join(out, "index.html")))
	return gate(res.Gate, text.T("laporan ditulis (baris yang ditolak: tolak.csv)", "the report was written (rejected rows: tolak.csv)"))
}

func ratOf(n int64) *big.Rat { return big.NewRat(n, 1) }

// summary tells on standard error what was read, in one breath.
func (a *app) summary(job *job, res *result.Result) {
	var read, used, aside, rejected int64
	refused, passed := 0, job.manifest.Unlisted
	for _, s := range res.Sources {
		if s.Passed() {
			if s.Refused == string(reject.NotData) {
				passed++
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
	for _, t := range job.notes {
		a.note("%s", "%s", a.text(t))
	}
	if say, empty := res.Empty(); empty {
		a.note("%s", "%s", a.text(say))
	}
}

func first(options ...string) string {
	for _, s := range options {
		if s != "" {
			return s
		}
	}
	return ""
}
