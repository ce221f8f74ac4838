package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"rapor/analysis"
	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/format"
)

type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run(a *app) error {
	_, err := fmt.Fprintln(a.Out, "rapor", Version)
	return err
}

// indicatorsCmd prints the catalogue, or one entry of it whole.
type indicatorsCmd struct {
	ID   string `arg:"" optional:"" help:"${id_help}"`
	JSON bool   `name:"json" help:"${json_help}"`
}

// entry is one indicator as JSON: both languages, so that other programs need
// not choose.
type entry struct {
	ID       string           `json:"id"`
	Domain   string           `json:"domain"`
	Name     result.Text      `json:"name"`
	Question result.Text      `json:"question"`
	Formula  result.Text      `json:"formula"`
	Unit     result.Unit      `json:"unit"`
	Better   result.Direction `json:"better"`
	Basis    []string         `json:"basis,omitempty"`
	Caveat   result.Text      `json:"caveat"`
	Needs    result.Text      `json:"needs"`
	Interval string           `json:"interval,omitempty"`
	MinN     int64            `json:"min_n,omitempty"`
	Worked   string           `json:"worked,omitempty"`
}

// Run prints the list, or one indicator with its worked example.
func (c *indicatorsCmd) Run(a *app) error {
	var list []entry
	for _, e := range analysis.Catalogue() {
		if c.ID != "" && !strings.EqualFold(c.ID, e.ID) {
			continue
		}
		list = append(list, entry{e.ID, e.Domain, e.Name, e.Question, e.Formula, e.Unit, e.Better,
			e.Basis, e.Caveat, e.Needs, e.Interval, e.MinN, e.Worked})
	}
	if c.ID != "" && len(list) == 0 {
		return usage(text.Errorf("indikator %q tidak ada; rapor indicators menampilkan semuanya",
			"there is no indicator %q; rapor indicators lists them", c.ID))
	}
	switch {
	case c.JSON:
		return a.json(list)
	case c.ID != "":
		a.whole(list[0])
	default:
		for _, e := range list {
			fmt.Fprintf(a.Out, "%-7s %-34s %s\n", e.ID, a.text(e.Name), a.text(e.Formula))
		}
	}
	return nil
}

func (a *app) json(v any) error {
	enc := json.NewEncoder(a.Out)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (a *app) text(t result.Text) string { return format.Text(t, a.lang) }

// line prints "label: text" when there is a text.
func (a *app) line(id, en, text string) {
	if text != "" {
		fmt.Fprintf(a.Out, "%-14s %s\n", a.say(id, en), text)
	}
}

func (a *app) whole(e entry) {
	fmt.Fprintf(a.Out, "%s  %s\n\n", e.ID, a.text(e.Name))
	a.line("Pertanyaan", "Question", a.text(e.Question))
	a.line("Rumus", "Formula", a.text(e.Formula))
	a.line("Arah", "Direction", a.direction(e.Better))
	a.line("Aturan", "Rules", strings.Join(e.Basis, ", "))
	a.line("Selang", "Interval", e.Interval)
	a.line("Memerlukan", "Needs", a.text(e.Needs))
	a.line("Catatan", "Caveat", a.text(e.Caveat))
	a.example("Contoh hitungan", "Worked example", e.Worked)
}

func (a *app) direction(d result.Direction) string {
	switch d {
	case result.Higher:
		return a.say("lebih tinggi lebih baik", "higher is better")
	case result.Lower:
		return a.say("lebih rendah lebih baik", "lower is better")
	}
	return a.say("konteks: lebih banyak tidak berarti lebih baik", "context: more is not better")
}
