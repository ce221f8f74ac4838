package cli

import (
	"bytes"
	"encoding/json"

	"rapor/analysis/edition"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/output"
	"rapor/templates"
	"rapor/templates/tabular"
	"rapor/templates/workbook"
)

// bundle is one finished report before it is written.
type bundle struct {
	full    *result.Result // nil when only the jury's edition is at hand
	jury    *result.Result
	rejects []byte // tolak.csv
	mend    []byte // koreksi.xlsx; nil when no row can be mended
	all     bool   // dossiers, table and workbook of the full result too
	compact bool
	workers int
	config  string
}

// of makes the bundle of a result: of a full one both editions, of the jury's
// edition that alone.
func (b bundle) of(r *result.Result) bundle {
	if r.Edition == result.ForTheJury {
		b.jury = r
		return b
	}
	b.full, b.jury = r, edition.Jury(r)
	return b
}

// render makes every file of the period's folder: the jury's edition at the
// top, what stays in the office below internal/. Charts that are equal in both
// are drawn once.
func (b *bundle) render(a *app) ([]output.File, error) {
	opt := templates.Options{Lang: a.lang, Compact: b.compact, Workers: b.workers, Drawn: &templates.Drawn{}, Context: a.ctx}
	if opt.Workers <= 0 {
		opt.Workers = 1
	}
	files, err := b.juryFiles(opt)
	if err != nil || b.full == nil {
		return files, err
	}
	inner, err := b.internalFiles(opt)
	if err != nil {
		return nil, err
	}
	return append(files, output.Under(output.Internal, inner)...), nil
}

// juryFiles are the files that may leave the office. The performance report is
// not among them, and no name of an input is in their manifest.
func (b *bundle) juryFiles(opt templates.Options) ([]output.File, error) {
	files, err := pages(b.jury, opt, func(d *result.Document) bool { return d.Kind != result.Report })
	if err != nil {
		return nil, err
	}
	for _, make := range []maker{jsonFile, tableFile, bookFile} {
		f, err := make(b.jury, opt)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	m := b.manifest(b.jury, opt, result.ForTheJury)
	for i := range m.Inputs {
		m.Inputs[i].Name = ""
	}
	return m.Seal(files)
}

// internalFiles are the files that stay in the office, made of the full result.
func (b *bundle) internalFiles(opt templates.Options) ([]output.File, error) {
	files, err := pages(b.full, opt, func(d *result.Document) bool { return b.all || d.Kind == result.Report })
	if err != nil {
		return nil, err
	}
	makers := []maker{jsonFile, b.checkFile}
	if b.all {
		makers = append(makers, tableFile, bookFile)
	}
	for _, make := range makers {
		f, err := make(b.full, opt)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	files = append(files, output.File{Name: rejectsName, Data: b.rejects})
	if b.mend != nil {
		files = append(files, output.File{Name: "koreksi.xlsx", Data: b.mend})
	}
	m := b.manifest(b.full, opt, output.Internal)
	m.Config, m.Corrections = b.config, b.full.Corrections
	return m.Seal(files)
}

// manifest is what both manifests say alike. An input that could not be opened
// has no digest and is left out.
func (b *bundle) manifest(r *result.Result, opt templates.Options, edition string) output.Manifest {
	m := output.Manifest{Tool: r.Tool, Edition: edition, Office: r.Office.Name, Period: r.Period.ID,
		Lang: string(opt.Lang), AsOf: r.AsOf}
	for i, s := range r.Sources {
		if s.SHA256 != "" {
			m.Inputs = append(m.Inputs, output.Input{Number: i + 1, Name: s.Name, SHA256: s.SHA256, Bytes: s.Bytes})
		}
	}
	return m
}

// maker makes one file of a result.
type maker func(*result.Result, templates.Options) (output.File, error)

func jsonFile(r *result.Result, _ templates.Options) (output.File, error) {
	js, err := encode(r)
	return output.File{Name: "hasil.json", Data: js}, err
}

func tableFile(r *result.Result, opt templates.Options) (output.File, error) {
	table, err := tabular.Write(r, opt.Lang)
	return output.File{Name: "hasil.csv", Data: table}, err
}

func bookFile(r *result.Result, opt templates.Options) (output.File, error) {
	book, err := workbook.WriteContext(opt.Context, r, opt.Lang)
	return output.File{Name: "hasil.xlsx", Data: book}, err
}

// checkFile is the page about the data, of the full result.
func (b *bundle) checkFile(r *result.Result, opt templates.Options) (output.File, error) {
	return checkFile(r, b.rejects, opt)
}

// pages draws those documents of a result that are wanted.
func pages(r *result.Result, opt templates.Options, wanted func(*result.Document) bool) ([]output.File, error) {
	some := *r
	some.Documents = nil
	for i := range r.Documents {
		if _, err := output.Name(r.Documents[i].ID); err != nil { // becomes the name of a page
			return nil, usage(err)
		}
		if wanted(&r.Documents[i]) {
			some.Documents = append(some.Documents, r.Documents[i])
		}
	}
	drawn, err := templates.Pages(&some, opt)
	if err != nil {
		return nil, err
	}
	files := make([]output.File, len(drawn))
	for i, f := range drawn {
		files[i] = output.File(f)
	}
	return files, nil
}

// encode writes a result as JSON that people can read and diff.
func encode(r *result.Result) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
