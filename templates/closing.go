package templates

import (
	"slices"
	"strings"

	"rapor/analysis/result"
)

// standings maps the standing of a rule to its mark.
var standings = []struct{ status, icon, tone, word string }{
	{"verified", "met", "good", "status.verified"},
	{"unverified", "doubt", "warn", "status.unverified"},
	{"office", "context", "plain", "status.office"},
	{"method", "open", "plain", "status.method"},
}

// methodList lists the rules used in the document.
func (v *viewer) methodList() []methodView {
	var out []methodView
	for _, m := range v.r.Methods {
		if !v.rests(m.ID) {
			continue
		}
		view := methodView{Anchor: v.methods[m.ID], Title: v.text(m.Title), Source: v.text(m.Source), Note: v.text(m.Note), Force: v.force(m.From, m.To)}
		values := make([]string, len(m.Value))
		for i, q := range m.Value {
			values[i] = v.quantity(q)
		}
		view.Value = strings.Join(values, "; ")
		view.Status = mark{Icon: "doubt", Tone: "warn", Text: v.Say("status.unverified")}
		for _, s := range standings {
			if s.status == m.Status {
				view.Status = mark{s.icon, s.tone, v.Say(s.word)}
			}
		}
		for i := range m.Parameters {
			view.Parameters = append(view.Parameters, v.parameter(&m, &m.Parameters[i]))
		}
		out = append(out, view)
	}
	return out
}

// rests reports whether an indicator of the document rests on a rule. A rule
// that no indicator names is about the whole result and always holds.
func (v *viewer) rests(rule string) bool {
	named := false
	for i := range v.r.Indicators {
		named = named || slices.Contains(v.r.Indicators[i].Basis, rule)
	}
	if !named && rule != "STAT-XMR" {
		return true
	}
	return slices.ContainsFunc(v.wanted(), func(id string) bool {
		ind := v.indicators[id]
		return slices.Contains(ind.Basis, rule) || rule == "STAT-XMR" && ind.Control != nil
	})
}

// parameter words a parameter of a rule as it was used.
// The rule's own source is not said again.
func (v *viewer) parameter(m *result.Method, p *result.Parameter) parameterView {
	out := parameterView{Title: v.text(p.Title), Value: v.text(p.Value), Note: v.text(p.Note)}
	if p.Overridden() {
		out.Own = v.Say("parameter.own", v.text(p.Register))
	}
	standing := []string{v.Say("standing." + p.Status)}
	if s := v.text(p.Source); s != v.text(m.Source) {
		standing = append(standing, s)
	}
	if f := v.force(p.From, p.To); f != "" {
		standing = append(standing, f)
	}
	out.Standing = strings.Join(standing, " · ")
	for _, o := range p.Others {
		effects := make([]string, len(o.Effect))
		for i, e := range o.Effect {
			effects[i] = v.text(e)
		}
		out.Others = append(out.Others, readingView{Value: v.Say("parameter.reading", v.text(o.Value), v.text(o.Source)), Effect: strings.Join(effects, " ")})
	}
	return out
}

// force says from when to when a rule holds.
func (v *viewer) force(from, to string) string {
	switch {
	case from != "" && to != "":
		return v.Say("force.between", v.date(from), v.date(to))
	case from != "":
		return v.Say("force.from", v.date(from))
	case to != "":
		return v.Say("force.to", v.date(to))
	}
	return ""
}

// sign is the sign-off block.
func (v *viewer) sign() signView {
	o := v.r.Office
	title := o.HeadTitle
	if title == "" {
		title = v.Say("sign.head")
	}
	return signView{Place: o.Place, Date: v.date(v.r.AsOf), Title: title, Head: o.Head, NIP: nip(o.NIP)}
}

// nip groups an 18-digit civil servant number as 8-6-1-3; anything else is
// shown as it is.
func nip(s string) string {
	digits := strings.ReplaceAll(s, " ", "")
	if len(digits) != 18 || strings.Trim(digits, "0123456789") != "" {
		return s
	}
	return digits[:8] + " " + digits[8:14] + " " + digits[14:15] + " " + digits[15:]
}
