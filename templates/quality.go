package templates

import (
	"strings"

	"rapor/analysis/result"
)

// quality accounts for every file, sheet and problem.
func (v *viewer) quality() qualityView {
	out := qualityView{Files: itoa(int(result.Inputs(v.r.Sources)))}
	for i, s := range v.r.Sources {
		view := sourceView{Anchor: v.sources[i], Name: s.Name, Format: v.form(s), Bytes: v.size(s.Bytes), SHA256: s.SHA256}
		if s.Refused != "" {
			view.Refused = v.refusal(s.Refused, s.Detail)
		}
		if code, detail, unused := s.Unused(); unused && !s.Passed() {
			out.Refused = append(out.Refused, pair{s.Name, v.unused(code, detail)})
		}
		for _, sh := range s.Sheets {
			view.Sheets = append(view.Sheets, v.sheet(sh))
		}
		out.Sources = append(out.Sources, view)
	}
	for _, p := range v.r.Problems {
		out.Problems = append(out.Problems, v.problem(p))
	}
	out.Mended = v.mended()
	out.Unknown = v.unknown()
	return out
}

// unused says why no row of a file counts.
func (v *viewer) unused(code string, detail result.Detail) string {
	if code == "" {
		return v.Say("quality.norow")
	}
	return v.refusal(code, detail)
}

// unknown lists the indicators without a value and what they need: all of them
// in the performance report, those of its own families in a dossier.
func (v *viewer) unknown() []pair {
	families := map[string]bool{}
	for id := range v.details {
		families[v.indicators[id].Domain] = true
	}
	var out []pair
	for i := range v.r.Indicators {
		ind := &v.r.Indicators[i]
		if ind.Value.Known() || v.doc.Kind == result.Dossier && !families[ind.Domain] {
			continue
		}
		out = append(out, pair{v.text(ind.Name) + " (" + ind.ID + ")", v.missing(ind.Value)})
	}
	return out
}

// mended lists the cells that differ from the files; nil without any.
func (v *viewer) mended() *tableView {
	if len(v.r.Corrections) == 0 {
		return nil
	}
	t := &tableView{Caption: v.Say("quality.mended"), Columns: []columnView{
		{Text: v.Say("quality.place")}, {Text: v.Say("quality.column")}, {Text: v.Say("quality.mended.from")}, {Text: v.Say("quality.mended.to")}}}
	for _, c := range v.r.Corrections {
		place := v.Say("place.unknown")
		if c.Source < len(v.r.Sources) {
			place = v.Say("place.row", v.r.Sources[c.Source].Name, itoa(int(c.Row)))
		}
		t.Rows = append(t.Rows, rowView{Cells: []cell{{Text: place}, {Text: c.Column}, {Text: c.From}, {Text: c.To}}})
	}
	return t
}

// form says how a file was read: CSV · UTF-8 · ";".
func (v *viewer) form(s result.Source) string {
	parts := []string{}
	if s.Format != "" {
		parts = append(parts, strings.ToUpper(s.Format))
	}
	if s.Encoding != "" {
		parts = append(parts, s.Encoding)
	}
	switch s.Delimiter {
	case "":
	case "\t":
		parts = append(parts, v.Say("delimiter.tab"))
	default:
		parts = append(parts, v.Say("delimiter", s.Delimiter))
	}
	return strings.Join(parts, " · ")
}

// size shows bytes in steps of a thousand.
func (v *viewer) size(n int64) string {
	switch {
	case n >= 1_000_000:
		return v.decimal(n, 1_000_000) + " MB"
	case n >= 1000:
		return v.decimal(n, 1000) + " kB"
	}
	return v.plain(n) + " B"
}

// refusal says why a file or sheet was not used, by the problem's own title.
func (v *viewer) refusal(code string, detail result.Detail) string {
	text := code
	for _, p := range v.r.Problems {
		if p.Code == code {
			text = v.text(p.Title) + " (" + code + ")"
		}
	}
	if said := detail.In(v.Lang); said != "" {
		text += ": " + said
	}
	return text
}

func (v *viewer) sheet(s result.Sheet) sheetView {
	out := sheetView{
		Name: s.Name, Title: v.text(s.Title), Notes: v.texts(s.Notes),
		Read: v.plain(s.Read), Used: v.plain(s.Used), Aside: v.plain(s.Aside), Rejected: v.plain(s.Rejected),
	}
	if s.Masked {
		out.Read, out.Used, out.Aside, out.Rejected = v.Say("masked"), v.Say("masked"), v.Say("masked"), v.Say("masked")
	}
	if out.Title == "" {
		out.Title = v.family(s.Kind)
	}
	if s.First != "" && s.Last != "" {
		out.Span = v.date(s.First) + " – " + v.date(s.Last)
	}
	if len(s.HeaderRows) > 0 {
		rows := make([]string, len(s.HeaderRows))
		for i, n := range s.HeaderRows {
			rows[i] = itoa(int(n))
		}
		out.HeaderRows = v.Say("header.rows", strings.Join(rows, ", "))
	}
	if s.Refused != "" {
		out.Refused = v.refusal(s.Refused, s.Detail)
	}
	return out
}

// families are the record families by their short names, each with a page
// text "family.<name>".
var families = []string{
	"ticket", "interval", "ledger", "revision", "contract", "invoice", "advance", "output", "dispensation",
	"revenue", "official", "action", "case", "operation", "tout", "answer", "complaint", "application",
}

// family names a record family by the words its kind holds, such as
// "queue_interval"; one without a name is left unnamed rather than shown raw.
func (v *viewer) family(kind string) string {
	for _, name := range families {
		if strings.Contains(kind, name) {
			return v.Say("family." + name)
		}
	}
	return ""
}

// severities maps what a problem does to its mark.
var severities = []struct{ code, icon, tone, word string }{
	{"note", "context", "plain", "severity.note"},
	{"aside", "open", "plain", "severity.aside"},
	{"rejected", "not-met", "bad", "severity.rejected"},
	{"refused", "doubt", "warn", "severity.refused"},
}

func (v *viewer) problem(p result.Problem) problemView {
	out := problemView{Code: p.Code, Title: v.text(p.Title), Cause: v.text(p.Cause), Remedy: v.text(p.Remedy), N: v.plain(p.N),
		Severity: mark{"context", "plain", v.Say("severity.note")}}
	for _, s := range severities {
		if s.code == p.Severity {
			out.Severity = mark{s.icon, s.tone, v.Say(s.word)}
		}
	}
	for _, e := range p.Examples {
		out.Examples = append(out.Examples, v.example(e))
	}
	return out
}

func (v *viewer) example(e result.Example) exampleView {
	out := exampleView{Column: e.Column, Shown: e.Shown, Hint: e.Hint.In(v.Lang)}
	if e.Source < 0 || e.Source >= len(v.r.Sources) {
		out.Place = v.Say("place.unknown")
		return out
	}
	s := v.r.Sources[e.Source]
	out.Place, out.Href = s.Name, "#"+v.sources[e.Source]
	if e.Sheet >= 0 && e.Sheet < len(s.Sheets) && s.Sheets[e.Sheet].Name != "" {
		out.Place += ", " + s.Sheets[e.Sheet].Name
	}
	if e.Row > 0 {
		out.Place = v.Say("place.row", out.Place, itoa(int(e.Row)))
	}
	return out
}

// sourceLinks leads to the files a value or figure comes from; many are
// shown as a count.
func (v *viewer) sourceLinks(indices []int) []link {
	var out []link
	for _, i := range indices {
		if i >= 0 && i < len(v.r.Sources) {
			out = append(out, link{v.r.Sources[i].Name, "#" + v.sources[i]})
		}
	}
	if len(out) > 4 {
		return []link{{v.Say("sources.many", itoa(len(out))), "#mutu-data"}}
	}
	return out
}
