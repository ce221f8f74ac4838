package cli

import (
	"fmt"
	"math/big"
	"strings"

	"rapor/analysis/result"
	"rapor/analysis/rules"
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
	ID       string         `json:"id"`
	Title    result.Text    `json:"title"`
	Unit     string         `json:"unit"`
	Versions []versionEntry `json:"versions"`
}

type versionEntry struct {
	From   string       `json:"from,omitempty"`
	To     string       `json:"to,omitempty"`
	Status string       `json:"status"`
	Source result.Text  `json:"source"`
	Note   *result.Text `json:"note,omitempty"`
	Value  string       `json:"value,omitempty"`
	Rows   []rowEntry   `json:"rows,omitempty"`
	Other  *otherEntry  `json:"other,omitempty"`
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
	Source result.Text `json:"source"`
}

// Run prints the register, or the rule or parameter with an id.
func (c *rulesCmd) Run(a *app) error {
	list := ruleEntries(c.ID)
	if len(list) == 0 {
		return usage(fmt.Errorf(a.say("aturan %q tidak ada; rapor rules menampilkan semuanya", "there is no rule %q; rapor rules lists them"), c.ID))
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
	e := parameterEntry{ID: p.ID, Title: p.Title, Unit: p.Unit}
	for _, v := range p.Versions {
		out := versionEntry{From: v.From.String(), To: v.To.String(), Status: v.Status, Source: v.Source, Note: said(v.Note), Value: decimalOf(v.Value)}
		for _, r := range v.Rows {
			row := rowEntry{Key: r.Key, Label: said(r.Label), Least: decimalOf(r.Least), Over: decimalOf(r.Over)}
			for _, x := range r.Values {
				row.Values = append(row.Values, decimalOf(x))
			}
			out.Rows = append(out.Rows, row)
		}
		if v.Other != nil {
			out.Other = &otherEntry{decimalOf(v.Other.Value), v.Other.Source}
		}
		e.Versions = append(e.Versions, out)
	}
	return e
}

func said(t result.Text) *result.Text {
	if t.Empty() {
		return nil
	}
	return &t
}

// decimalOf writes a register's number exactly; every one is a finite decimal.
func decimalOf(v *big.Rat) string {
	if v == nil {
		return ""
	}
	places, _ := v.FloatPrec()
	return v.FloatString(places)
}

// ruleLines prints a rule on one line and each of its parameters on another,
// as it stands in its latest version.
func (a *app) ruleLines(e *ruleEntry) {
	fmt.Fprintf(a.Out, "%-20s %-14s %s\n", e.ID, a.status(e.Status), a.text(e.Title))
	for i := range e.Parameters {
		p := &e.Parameters[i]
		v := &p.Versions[len(p.Versions)-1]
		fmt.Fprintf(a.Out, "  %-36s %-14s %s\n", p.ID, a.status(v.Status), a.valueLine(v))
	}
}

// valueLine is a version's number, or its table on one line.
func (a *app) valueLine(v *versionEntry) string {
	if v.Value != "" {
		return v.Value
	}
	var out []string
	for _, r := range v.Rows {
		s := r.Key
		switch {
		case r.Least != "":
			s = "≥" + r.Least
		case r.Over != "":
			s = ">" + r.Over
		}
		switch {
		case len(r.Values) > 0:
			s += "=" + strings.Join(r.Values, "/")
		case r.Label != nil:
			s += " " + a.text(*r.Label)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
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
		fmt.Fprintf(a.Out, "\n%s  %s (%s)\n", p.ID, a.text(p.Title), a.unit(p.Unit))
		for k := range p.Versions {
			v := &p.Versions[k]
			a.line("Nilai", "Value", a.valueLine(v))
			a.line("Berlaku", "In force", a.span(v.From, v.To))
			a.line("Sumber", "Source", a.text(v.Source)+", "+a.status(v.Status))
			a.noted(v.Note)
			if v.Other != nil {
				a.line("Bacaan lain", "Other reading", strings.TrimSpace(v.Other.Value+" "+a.text(v.Other.Source)))
			}
		}
	}
}

func (a *app) noted(t *result.Text) {
	if t != nil {
		a.line("Catatan", "Note", a.text(*t))
	}
}

func (a *app) span(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return strings.TrimSpace(from + " – " + to)
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

// unit is the unit of a parameter in words.
func (a *app) unit(u string) string {
	for _, w := range []struct{ unit, id, en string }{
		{"percent", "persen", "per cent"}, {"points", "poin", "points"}, {"rupiah", "rupiah", "rupiah"}, {"working_days", "hari kerja", "working days"},
		{"working_day", "hari kerja ke-", "working day"}, {"days", "hari", "days"}, {"month", "bulan", "month"}, {"decimals", "desimal", "decimals"},
		{"count", "banyaknya", "count"}, {"factor", "pengali", "factor"}, {"years", "tahun", "years"}, {"yes_no", "ya/tidak", "yes/no"},
		{"code", "kode", "code"}, {"calendar", "kalender", "calendar"},
	} {
		if w.unit == u {
			return a.say(w.id, w.en)
		}
	}
	return u
}
