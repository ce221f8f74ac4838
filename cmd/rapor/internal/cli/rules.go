package cli

import (
	"fmt"
	"strings"

	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/text"
)

// rulesCmd prints the register of rules and their parameters, or one entry
// whole.
type rulesCmd struct {
	ID   string `arg:"" optional:"" help:"${rule_help}"`
	JSON bool   `name:"json" help:"${json_help}"`
}

// ruleEntry is one rule as JSON with the parameters that belong to it.
type ruleEntry struct {
	ID         string           `json:"id"`
	Title      result.Text      `json:"title"`
	Source     result.Text      `json:"source"`
	Status     string           `json:"status"`
	From       string           `json:"from,omitempty"`
	To         string           `json:"to,omitempty"`
	Note       *result.Text     `json:"note,omitempty"`
	Parameters []parameterEntry `json:"parameters,omitempty"`
}

type parameterEntry struct {
	ID            string         `json:"id"`
	Title         result.Text    `json:"title"`
	Unit          string         `json:"unit"`
	Informational bool           `json:"informational,omitempty"` // nothing is computed from it
	Versions      []versionEntry `json:"versions"`
}

type versionEntry struct {
	From   string       `json:"from,omitempty"`
	To     string       `json:"to,omitempty"`
	Status string       `json:"status"`
	Source result.Text  `json:"source"`
	Note   *result.Text `json:"note,omitempty"`
	Value  string       `json:"value,omitempty"`
	Rows   []rowEntry   `json:"rows,omitempty"`
	Others []otherEntry `json:"others,omitempty"` // what other sources say

	words result.Text // the value or the table, with its unit
}

type rowEntry struct {
	Key    string       `json:"key"`
	Label  *result.Text `json:"label,omitempty"`
	Least  string       `json:"least,omitempty"` // lower bound, included
	Over   string       `json:"over,omitempty"`  // lower bound, not included
	Values []string     `json:"values,omitempty"`
}

type otherEntry struct {
	Value  string      `json:"value,omitempty"`
	Rows   []rowEntry  `json:"rows,omitempty"`
	Source result.Text `json:"source"`

	words result.Text
}

// Run prints the register, or the rule or parameter with an id.
func (c *rulesCmd) Run(a *app) error {
	list := ruleEntries(c.ID)
	if len(list) == 0 {
		return usage(text.Errorf("aturan %q tidak ada; rapor rules menampilkan semuanya", "there is no rule %q; rapor rules lists them", c.ID))
	}
	switch {
	case c.JSON:
		return a.json(list)
	case c.ID != "":
		for i := range list {
			a.rule(&list[i])
		}
	default:
		for i := range list {
			a.ruleLines(&list[i])
		}
	}
	return nil
}

// ruleEntries lists all rules, the one with an id, or the one that holds the
// parameter with that id, and then only that parameter.
func ruleEntries(id string) []ruleEntry {
	var out []ruleEntry
	for _, r := range rules.All() {
		own := strings.EqualFold(id, r.ID)
		e := ruleEntry{ID: r.ID, Title: r.Title, Source: r.Source, Status: r.Status, From: r.From, To: r.To, Note: said(r.Note)}
		for _, p := range rules.Parameters() {
			if p.Rule == r.ID && (id == "" || own || strings.EqualFold(id, p.ID)) {
				e.Parameters = append(e.Parameters, parameterOf(&p))
			}
		}
		if id == "" || own || len(e.Parameters) > 0 {
			out = append(out, e)
		}
	}
	return out
}

func parameterOf(p *rules.Parameter) parameterEntry {
	e := parameterEntry{ID: p.ID, Title: p.Title, Unit: p.Unit, Informational: p.Informational}
	for _, v := range p.Versions {
		out := versionEntry{From: v.From.String(), To: v.To.String(), Status: v.Status, Source: v.Source, Note: said(v.Note), Value: rules.Decimal(v.Value), Rows: rowsOf(v.Rows), words: p.Say(v.Value, v.Rows)}
		for _, o := range v.Others {
			out.Others = append(out.Others, otherEntry{rules.Decimal(o.Value), rowsOf(o.Rows), o.Source, p.Say(o.Value, o.Rows)})
		}
		e.Versions = append(e.Versions, out)
	}
	return e
}

func rowsOf(in rules.Table) []rowEntry {
	var out []rowEntry
	for _, r := range in {
		row := rowEntry{Key: r.Key, Label: said(r.Label), Least: rules.Decimal(r.Least), Over: rules.Decimal(r.Over)}
		for _, x := range r.Values {
			row.Values = append(row.Values, rules.Decimal(x))
		}
		out = append(out, row)
	}
	return out
}

func said(t result.Text) *result.Text {
	if t.Empty() {
		return nil
	}
	return &t
}

// ruleLines prints a rule on one line and each of its parameters on another,
// as it stands in its latest version.
func (a *app) ruleLines(e *ruleEntry) {
	fmt.Fprintf(a.Out, "%-17s %-14s %s\n", e.ID, a.status(e.Status), a.text(e.Title))
	for i := range e.Parameters {
		p := &e.Parameters[i]
		v := &p.Versions[len(p.Versions)-1]
		fmt.Fprintf(a.Out, "  %-36s %-14s %s: %s\n", p.ID, a.status(v.Status), a.text(p.Title), a.text(v.words))
	}
}

// rule prints one rule whole.
func (a *app) rule(e *ruleEntry) {
	fmt.Fprintf(a.Out, "%s  %s\n", e.ID, a.text(e.Title))
	a.line("Sumber", "Source", a.text(e.Source))
	a.line("Kedudukan", "Standing", a.status(e.Status))
	a.line("Berlaku", "In force", a.span(e.From, e.To))
	a.noted(e.Note)
	for i := range e.Parameters {
		p := &e.Parameters[i]
		fmt.Fprintf(a.Out, "\n%s  %s (%s)\n", p.ID, a.text(p.Title), a.text(rules.UnitName(p.Unit)))
		if p.Informational {
			a.line("Catatan", "Note", a.say("hanya keterangan; tidak ada nilai yang dihitung darinya", "information only; nothing is computed from it"))
		}
		for k := range p.Versions {
			if k > 0 {
				fmt.Fprintln(a.Out)
			}
			a.version(&p.Versions[k])
		}
	}
}

// version prints one version of a parameter and what other sources say.
func (a *app) version(v *versionEntry) {
	a.line("Nilai", "Value", a.text(v.words))
	a.line("Berlaku", "In force", a.span(v.From, v.To))
	a.line("Sumber", "Source", a.text(v.Source)+", "+a.status(v.Status))
	a.noted(v.Note)
	for i := range v.Others {
		o := &v.Others[i]
		a.line("Bacaan lain", "Other reading", a.text(o.words)+" ("+a.text(o.Source)+")")
	}
}

func (a *app) noted(t *result.Text) {
	if t != nil {
		a.line("Catatan", "Note", a.text(*t))
	}
}

// span words the dates in force.
func (a *app) span(from, to string) string {
	switch {
	case from != "" && to != "":
		return fmt.Sprintf(a.say("%s sampai %s", "%s to %s"), from, to)
	case from != "":
		return fmt.Sprintf(a.say("sejak %s", "from %s"), from)
	case to != "":
		return fmt.Sprintf(a.say("sampai %s", "to %s"), to)
	}
	return ""
}

func (a *app) status(s string) string {
	switch s {
	case rules.Verified:
		return a.say("terverifikasi", "verified")
	case rules.Unverified:
		return a.say("belum pasti", "unverified")
	case rules.Office:
		return a.say("kantor", "office")
	}
	return a.say("metode", "method")
}
