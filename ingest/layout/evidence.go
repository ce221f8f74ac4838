package layout

import (
	"slices"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// Place is where a table says what it is about, strongest first.
type Place uint8

// The places.
const (
	InTitle  Place = iota // a row above the table or between its parts
	InSheet               // the name of the sheet
	InFile                // the name of the file
	InFolder              // the name of a folder above it
)

// Evidence is what a table says of itself outside its columns: what it tells,
// where, and in which words. How strong it is follows from the place.
type Evidence struct {
	What  string `json:"what"` // "year", "month" or "day"
	Where Place  `json:"where"`
	Value string `json:"value"` // "2016", "01", "2016-01-13"
	Said  string `json:"said"`  // the words
	// Against says that something nearer says otherwise: it does not count.
	Against bool `json:"against,omitempty"`
}

// String is the place in one word, for JSON.
func (p Place) String() string { return [...]string{"title", "sheet", "file", "folder"}[p] }

// MarshalText writes the place as its word.
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Strength is how much evidence weighs, 4 (a title) to 1 (a folder).
func (e Evidence) Strength() int { return int(InFolder-e.Where) + 1 }

// Say words the evidence.
func (e Evidence) Say() text.Text {
	what := map[string]text.Text{"year": text.T("tahun", "year"), "month": text.T("bulan", "month"), "day": text.T("tanggal", "day")}[e.What]
	where := [...]text.Text{text.T("judul", "title"), text.T("nama lembar", "name of the sheet"), text.T("nama berkas", "name of the file"),
		text.T("nama folder", "name of the folder")}[e.Where]
	return text.T(what.ID+" "+e.Value+" <- "+where.ID+" \""+e.Said+"\"", what.EN+" "+e.Value+" <- "+where.EN+" \""+e.Said+"\"")
}

// Evidence lists what the table says of its period outside its columns, what
// counts first; what says otherwise is marked. Periods that titles between its
// rows state are not there.
func (p *Plan) Evidence() []Evidence {
	return slices.Concat(p.context.evidence, p.context.against)
}

// disagreements doubts a period that rests on one of two places that disagree;
// where a column states it, they are of no matter.
func (p *Plan) disagreements() {
	stated := map[string]bool{}
	for i := range p.Columns {
		if p.Columns[i].Field == "" {
			continue
		}
		switch p.readers[i].typ {
		case day:
			stated["year"], stated["month"] = true, true
		case year:
			stated["year"] = true
		case month:
			stated["month"] = true
		}
	}
	for _, e := range p.context.against {
		if p.ov != nil && p.ov.Constants[e.What] != "" || stated[e.What] || !p.kind.takes(e.What) {
			continue
		}
		for _, x := range p.context.evidence {
			if x.What == e.What {
				a, b := x.Say(), e.Say()
				line := map[string]string{"year": "constants: {year: \"" + x.Value + "\"}", "month": "constants: {month: \"" + x.Value + "\"}"}[e.What]
				p.note(reject.PeriodConflict, text.T(a.ID+"; "+b.ID+"; yang dipakai: "+line, a.EN+"; "+b.EN+"; used: "+line))
				break
			}
		}
	}
}

// takes reports that the records of a kind get a year or month from around their
// table.
func (k *kind) takes(what string) bool {
	_, has := k.field(what)
	return has || k.titled != ""
}
