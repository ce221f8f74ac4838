package cli

import (
	"bytes"
	"path/filepath"

	"rapor/analysis"
	"rapor/analysis/calendar"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/output"
	"rapor/cmd/rapor/internal/review"
	"rapor/ingest/text"
	"rapor/ingest/tidy"
	"rapor/templates"
)

// rejectsName is the file of the rows that were rejected or noted.
const rejectsName = "tolak.csv"

// checkPage writes the page about the data, with the rejected rows, into a
// folder: all there is where no report can be made, and what check -o is asked
// for. It names the page in the closing lines.
func (a *app) checkPage(j *job, in analysis.Input, out string) error {
	files, err := await(a.ctx, func() ([]output.File, error) { return a.checkFiles(j, in) })
	if err != nil {
		return err
	}
	if err := output.Loose(out, files, ownCheck); err != nil {
		return placed(err)
	}
	a.namePage(j, filepath.Join(out, templates.CheckName))
	return nil
}

// namePage says where the page about the data is.
func (a *app) namePage(j *job, path string) {
	if !j.quiet() {
		a.note("Pemeriksaan data, dengan langkah berikutnya: %s", "Data check, with what to do next: %s",
			filepath.ToSlash(path))
	}
}

// checkFiles draws the page of a reading, without a report.
func (a *app) checkFiles(j *job, in analysis.Input) ([]output.File, error) {
	r := j.bare(in)
	rejects, err := rejectTable(r, j.rejects, j.manifest, a.lang)
	if err != nil {
		return nil, err
	}
	page, err := checkFile(r, rejects, templates.Options{Lang: a.lang, Context: a.ctx})
	return []output.File{page, {Name: rejectsName, Data: rejects}}, err
}

// bare is a result without figures: the account of a reading and its review.
func (j *job) bare(in analysis.Input) *result.Result {
	r := &result.Result{Format: result.Format, Tool: result.Tool{Name: "rapor", Version: Version},
		Office:  j.setting.Identity,
		Sources: in.Sources, Problems: in.Problems, Corrections: in.Mended, Notices: j.notes}
	if in.Period.ID != "" {
		r.Period = result.Period{ID: in.Period.ID, From: in.Period.From.String(), To: in.Period.To.String()}
	}
	if in.Last.Known() {
		r.AsOf = in.Last.String()
	}
	r.Review = j.review(in.Period, false)
	return r
}

// review looks at the reading for those who prepare the data; report says that
// a report goes with it.
func (j *job) review(p calendar.Period, report bool) *result.Review {
	var names []string
	for _, o := range j.strange {
		names = append(names, o.Value)
	}
	return review.Of(review.Input{Manifest: j.manifest, Facts: j.facts, Rejects: j.rejects, Period: p, Report: report,
		Offices: names, Office: j.file.Office.Name})
}

// unusable ends a report that cannot be made: the page about the data is
// written all the same, as far as the reading went.
func (j *job) unusable(a *app, out string, err error) error {
	if !j.sealed || a.ctx.Err() != nil {
		return err
	}
	a.settings(j)
	if failed := a.checkPage(j, j.account(), out); failed != nil {
		a.note("%s", "%s", text.Say(failed, a.lang))
	}
	return err
}

// checkFile is the page about the data, with the first rows of tolak.csv.
func checkFile(r *result.Result, rejects []byte, opt templates.Options) (output.File, error) {
	listed, all, err := tidy.ReadRejects(bytes.NewReader(rejects), templates.MaxCheckRows)
	if err != nil {
		return output.File{}, err
	}
	rows := make([]templates.CheckRow, len(listed))
	for i, x := range listed {
		rows[i] = templates.CheckRow{File: x.File, Sheet: x.Sheet, Row: int(x.Row), Column: x.Column,
			Code: x.Code, Problem: x.Problem, Shown: x.Shown, Hint: x.Hint}
	}
	f, err := templates.Check(r, rows, all, opt)
	return output.File(f), err
}

// ownCheck reports a page or a table that rapor wrote.
func ownCheck(old []byte) bool {
	head := old[:min(len(old), 8<<10)]
	return bytes.Contains(head, []byte(`name="generator" content="rapor"`)) ||
		bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("berkas;lembar;baris;kolom;kode;akibat;"))
}
