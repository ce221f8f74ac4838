package templates

import (
	"bytes"
	"html/template"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/wording"
)

// Entry is one period in the overview page OUT/index.html.
type Entry struct {
	PeriodID  string // folder name
	AsOf      string // ISO date of issue
	Office    result.Office
	Documents []Listed
	Internal  []Listed // for the office alone, not in the edition that leaves it
	Headlines []Headline
}

// Listed is a document of a period. Href is relative to the overview page.
type Listed struct {
	Title result.Text
	Kind  result.DocumentKind
	Href  string
}

// Headline is a value shown beside a period.
type Headline struct {
	Name    result.Text
	Value   result.Quantity
	Verdict result.VerdictCode
}

// EntryOf makes the entry of a result whose files stand in the folder named
// after its period. Its headlines are those of the first document. The
// performance report is not listed: it is for the office (see ForOffice).
func EntryOf(r *result.Result) Entry {
	e := Entry{PeriodID: r.Period.ID, AsOf: r.AsOf, Office: r.Office}
	for _, d := range r.Documents {
		if d.Kind == result.Report {
			continue
		}
		e.Documents = append(e.Documents, Listed{Title: d.Title, Kind: d.Kind, Href: r.Period.ID + "/" + d.ID + ".html"})
	}
	if len(r.Documents) == 0 {
		return e
	}
	for _, id := range r.Documents[0].Headlines {
		for _, ind := range r.Indicators {
			if ind.ID == id {
				value := result.Num(ind.Value.Value, ind.Unit)
				if ind.Value.Masked {
					value = result.Quantity{Unit: result.Worded, Term: &maskedText}
				}
				e.Headlines = append(e.Headlines, Headline{ind.Name, value, ind.Verdict.Code})
			}
		}
	}
	return e
}

// maskedText stands for a headline that stays inside the office.
var maskedText = result.T(wording.Words{Lang: format.ID}.Say("masked"), wording.Words{Lang: format.EN}.Say("masked"))

// ForOffice lists a page of the period's folder that is for the office alone:
// the performance report, or the page about the data.
func (e *Entry) ForOffice(name string) {
	key := "kind.report"
	if name == CheckName {
		key = "kind.check"
	}
	title := result.T(wording.Words{Lang: format.ID}.Say(key), wording.Words{Lang: format.EN}.Say(key))
	e.Internal = append(e.Internal, Listed{Title: title, Kind: result.Report, Href: e.PeriodID + "/internal/" + name})
}

// indexView is the overview page.
type indexView struct {
	Lang, Office, Policy string
	Letterhead           []string
	Address              string
	Synthetic            bool
	Entries              []periodView
	Style                template.CSS
}

// periodView is one period of the overview.
type periodView struct {
	Anchor, Title, AsOf, Office string
	Documents, Internal         []documentLink
	Headlines                   []headlineView
}

type documentLink struct{ Kind, Title, Href string }

type headlineView struct {
	Name, Value string
	Verdict     mark
}

// Index draws the overview page of several periods, in the given order.
func Index(entries []Entry, lang format.Lang) ([]byte, error) {
	if lang == "" {
		lang = format.ID
	}
	w, p := wording.Words{Lang: lang}, phrase{lang}
	v := &viewer{Words: w, phrase: p, used: map[string]bool{}}
	view := indexView{Lang: w.Code(), Policy: policy(nil), Style: template.CSS(styleSheet + printSheet)}
	for i, e := range entries {
		if i == 0 {
			view.Office, view.Letterhead, view.Address = e.Office.Name, e.Office.Letterhead, e.Office.Address
		}
		view.Synthetic = view.Synthetic || e.Office.Synthetic
		one := periodView{Anchor: v.anchor("periode-" + e.PeriodID), Title: p.span(e.PeriodID), AsOf: p.date(e.AsOf), Office: e.Office.Name}
		for _, d := range e.Documents {
			kind := w.Say("kind.report")
			if d.Kind == result.Dossier {
				kind = w.Say("kind.dossier")
			}
			one.Documents = append(one.Documents, documentLink{kind, p.text(d.Title), d.Href})
		}
		for _, d := range e.Internal {
			one.Internal = append(one.Internal, documentLink{w.Say("index.internal"), p.text(d.Title), d.Href})
		}
		for _, h := range e.Headlines {
			one.Headlines = append(one.Headlines, headlineView{p.text(h.Name), p.value(h.Value.Value, h.Value.Unit), v.verdict(h.Verdict)})
		}
		view.Entries = append(view.Entries, one)
	}
	var out bytes.Buffer
	if err := layouts[lang].index.Execute(&out, view); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
