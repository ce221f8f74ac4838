package cli

import (
	"errors"
	"fmt"
	"math/big"
	"path/filepath"

	"rapor/analysis/result"
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
		return usage(errors.New(a.say("sebutkan folder hasil dengan -o FOLDER", "name the output folder with -o FOLDER")))
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
	b := bundle{result: res, rejects: job.rejects, read: job.manifest, compact: c.Ringkas || yes(job.file.Compact), workers: job.workers, config: job.found.SHA256, mend: book}
	if err := b.write(a, out, dir); err != nil {
		return err
	}
	if !job.quiet() {
		a.summary(res)
		a.settings(job)
	}
	fmt.Fprintln(a.Out, filepath.ToSlash(filepath.Join(out, "index.html")))
	return c.gate(a, job, res)
}

// gate fails the run, after the report is written, when more rows were
// rejected than allowed.
func (c *reportCmd) gate(a *app, job *job, res *result.Result) error {
	limit, err := job.maxReject()
	if err != nil || limit == nil {
		return err
	}
	read, rejected := counted(res)
	if read == 0 || big.NewRat(rejected, read).Cmp(limit) <= 0 {
		return nil
	}
	return quality(fmt.Errorf(a.say("%s dari %s baris ditolak, melebihi batas %s; lihat tolak.csv",
		"%s of %s rows rejected, above the limit of %s; see tolak.csv"),
		format.Value(ratOf(rejected), result.Rows, a.lang), format.Value(ratOf(read), result.Rows, a.lang),
		format.Value(limit, result.Share, a.lang)))
}

func ratOf(n int64) *big.Rat { return big.NewRat(n, 1) }

// counted sums the rows that were candidates (read less set aside) and those
// rejected.
func counted(res *result.Result) (read, rejected int64) {
	for _, s := range res.Sources {
		for _, sh := range s.Sheets {
			read += sh.Read - sh.Aside
			rejected += sh.Rejected
		}
	}
	return read, rejected
}

// summary tells on standard error what was read, in one breath.
func (a *app) summary(res *result.Result) {
	var read, used, aside, rejected int64
	refused := 0
	for _, s := range res.Sources {
		if _, _, unused := s.Unused(); unused {
			refused++
		}
		for _, sh := range s.Sheets {
			read, used, aside, rejected = read+sh.Read, used+sh.Used, aside+sh.Aside, rejected+sh.Rejected
		}
	}
	n := func(v int64) string { return format.Value(ratOf(v), result.Count, a.lang) }
	a.note("%s berkas: %s baris dibaca, %s dipakai, %s disisihkan, %s ditolak; %s berkas tidak dipakai.",
		"%s files: %s rows read, %s used, %s set aside, %s rejected; %s files not used.",
		n(int64(len(res.Sources))), n(read), n(used), n(aside), n(rejected), n(int64(refused)))
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
