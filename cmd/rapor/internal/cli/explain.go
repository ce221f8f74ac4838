package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest/regular"
	"rapor/ingest/text"
	"rapor/templates/format"
)

// explainCmd tells one figure of a finished result: what counted, what did
// not, by which rule, from which files.
type explainCmd struct {
	File string `arg:"" name:"hasil.json" help:"${result_help}"`
	ID   string `arg:"" help:"${id_help}"`
}

// Run prints the explanation.
func (c *explainCmd) Run(a *app) error {
	r, err := loadResult(c.File)
	if err != nil {
		return err
	}
	for i := range r.Indicators {
		if strings.EqualFold(r.Indicators[i].ID, c.ID) {
			a.explain(r, &r.Indicators[i])
			return nil
		}
	}
	return usage(text.Errorf("indikator %q tidak ada di %s", "no indicator %q in %s", c.ID, c.File))
}

// loadResult reads a hasil.json and refuses a form it does not know.
func loadResult(path string) (*result.Result, error) {
	b, err := regular.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var r result.Result
	if err := json.Unmarshal(b, &r); err != nil {
		if _, syntax := errors.AsType[*json.SyntaxError](err); !syntax { // a number or a field that json has no words for
			err = text.Errorf("isinya bukan yang ditulis rapor", "its content is not what rapor writes")
		}
		return nil, text.Errorf("%s bukan hasil rapor: %w", "%s is not a rapor result: %w", filepath.ToSlash(path), err)
	}
	if r.Tool.Name != "rapor" || r.Format < 1 || r.Format > result.Format {
		return nil, text.Errorf("%s: bentuk hasil versi %d tidak dikenal oleh rapor %s",
			"%s: result format %d is not known to rapor %s", filepath.ToSlash(path), r.Format, Version)
	}
	for _, f := range r.Figures {
		for _, s := range f.Series {
			if len(s.Points) != len(f.X.Labels) {
				return nil, text.Errorf("%s bukan hasil rapor yang utuh: gambar %q mempunyai %d titik untuk %d label",
					"%s is no whole rapor result: the figure %q has %d points for %d labels", filepath.ToSlash(path), f.ID, len(s.Points), len(f.X.Labels))
			}
		}
	}
	return &r, nil
}

func (a *app) explain(r *result.Result, ind *result.Indicator) {
	v := ind.Value
	val := func(q result.Quantity) string { return format.Quantity(q, a.lang) }
	fmt.Fprintf(a.Out, "%s  %s\n%s, %s\n\n", ind.ID, a.text(ind.Name), r.Office.Name, format.Span(r.Period.ID, a.lang))
	a.line("Nilai", "Value", val(result.Num(v.Value, ind.Unit)))
	if v.Missing != nil {
		a.line("Sebab", "Reason", a.text(*v.Missing))
	}
	a.line("Rumus", "Formula", a.text(ind.Formula))
	if v.Num != nil {
		a.line("Pembilang", "Numerator", v.Num.RatString())
	}
	if v.Den != nil {
		a.line("Penyebut", "Denominator", v.Den.RatString())
	}
	a.line("n", "n", val(result.Int(v.N, unitOr(v.NUnit))))
	for _, e := range v.Excluded {
		a.line("Dikecualikan", "Excluded", fmt.Sprintf("%s: %s", a.text(e.Reason), val(result.Int(e.N, unitOr(e.UnitIn(v))))))
	}
	if v.Lo != nil && v.Hi != nil {
		a.line("Selang", "Interval", fmt.Sprintf("%s – %s (%s, %s)", format.Float(*v.Lo, ind.Unit, a.lang),
			format.Float(*v.Hi, ind.Unit, a.lang), format.Float(v.Level, result.Share, a.lang), v.Interval))
	}
	if b := v.Bounds; b != nil {
		a.line("Batas", "Bounds", fmt.Sprintf(a.say("%s – %s bila %d baris yang ditolak ikut dihitung, apa pun isinya", "%s – %s if the %d rejected rows had counted, whatever they held"),
			val(result.Num(b.Lo, ind.Unit)), val(result.Num(b.Hi, ind.Unit)), b.Rows))
	}
	if ind.Target != nil {
		a.line("Target", "Target", val(result.Num(ind.Target.Value, ind.Unit))+"  "+a.text(ind.Target.Basis))
	}
	for _, b := range ind.Baseline {
		a.line("Pembanding", "Baseline", format.Span(b.Period.ID, a.lang)+": "+val(result.Num(b.Value.Value, ind.Unit))+"  "+a.text(b.Say))
	}
	a.line("Putusan", "Verdict", a.text(ind.Verdict.Say))
	for _, w := range v.Warnings {
		a.line("Peringatan", "Warning", a.text(w))
	}
	a.line("Catatan", "Caveat", a.text(ind.Caveat))
	a.rulesOf(r, ind)
	for _, i := range v.Sources {
		if i >= 0 && i < len(r.Sources) {
			s := r.Sources[i]
			a.line("Sumber", "Source", fmt.Sprintf("%s  sha256 %.12s…", s.Name, s.SHA256))
		}
	}
	a.example("Contoh hitungan", "Worked example", ind.Worked)
}

func unitOr(u result.Unit) result.Unit {
	if u == "" {
		return result.Count
	}
	return u
}

func (a *app) rulesOf(r *result.Result, ind *result.Indicator) {
	for _, id := range ind.Basis {
		for _, m := range r.Methods {
			if m.ID == id {
				a.line("Aturan", "Rule", fmt.Sprintf("%s  %s (%s) – %s", m.ID, a.text(m.Title), a.status(m.Status), a.text(m.Source)))
			}
		}
	}
}
