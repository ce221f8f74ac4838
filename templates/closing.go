package templates

import (
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

// methodList lists the rules used.
func (v *viewer) methodList() []methodView {
	var out []methodView
	for _, m := range v.r.Methods {
		view := methodView{Anchor: v.methods[m.ID], Title: v.text(m.Title), Source: v.text(m.Source), Note: v.text(m.Note), Force: v.force(m)}
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
		out = append(out, view)
	}
	return out
}

// force says from when to when a rule holds.
func (v *viewer) force(m result.Method) string {
	switch {
	case m.From != "" && m.To != "":
		return v.Say("force.between", v.date(m.From), v.date(m.To))
	case m.From != "":
		return v.Say("force.from", v.date(m.From))
	case m.To != "":
		return v.Say("force.to", v.date(m.To))
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
