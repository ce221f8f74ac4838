package cli

import (
	"fmt"
	"strings"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// problemsCmd prints the catalogue of data problems, or one entry of it whole.
type problemsCmd struct {
	Code string `arg:"" optional:"" help:"${code_help}"`
	JSON bool   `name:"json" help:"${json_help}"`
}

// problemEntry is one problem as JSON, in both languages.
type problemEntry struct {
	Code     string    `json:"code"`
	Severity string    `json:"severity"`
	Stage    string    `json:"stage"`
	Title    text.Text `json:"title"`
	Cause    text.Text `json:"cause"`
	Remedy   text.Text `json:"remedy"`
	Since    string    `json:"since"`
	Example  string    `json:"example,omitempty"`
}

// Run prints the list, or one problem with its example.
func (c *problemsCmd) Run(a *app) error {
	var list []problemEntry
	for _, p := range reject.All() {
		if c.Code != "" && !strings.EqualFold(c.Code, string(p.Code)) {
			continue
		}
		list = append(list, problemEntry{string(p.Code), severity(p.Severity), stage(p.Stage), p.Title, p.Cause, p.Remedy, p.Since, reject.Example(p.Code)})
	}
	if c.Code != "" && len(list) == 0 {
		return usage(text.Errorf("masalah %q tidak ada; rapor problems menampilkan semuanya", "there is no problem %q; rapor problems lists them", c.Code))
	}
	switch {
	case c.JSON:
		return a.json(list)
	case c.Code != "":
		a.problemWhole(list[0])
	default:
		for _, p := range list {
			fmt.Fprintf(a.Out, "%s  %-9s %s\n", p.Code, effect(p.Severity).In(a.lang), a.pick(p.Title))
		}
	}
	return nil
}

func (a *app) pick(w text.Text) string { return a.say(w.ID, w.EN) }

func (a *app) problemWhole(p problemEntry) {
	fmt.Fprintf(a.Out, "%s  %s\n\n", p.Code, a.pick(p.Title))
	a.line("Akibat", "Effect", effect(p.Severity).In(a.lang))
	a.line("Tahap", "Stage", a.stageName(p.Stage))
	a.line("Sebab", "Cause", a.pick(p.Cause))
	a.line("Tindakan", "Remedy", a.pick(p.Remedy))
	a.line("Sejak", "Since", p.Since)
	a.example("Contoh", "Example", p.Example)
}

func stage(s reject.Stage) string {
	return [...]string{"file", "header", "row", "cell", "cross"}[s]
}

func (a *app) stageName(s string) string {
	switch s {
	case "file":
		return a.say("berkas", "file")
	case "header":
		return a.say("judul kolom", "header")
	case "row":
		return a.say("baris", "row")
	case "cell":
		return a.say("sel", "cell")
	}
	return a.say("antarbaris atau antarberkas", "between rows or files")
}
