package review

import (
	"slices"
	"strings"

	"rapor/analysis"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/layout"
)

// formKey is what makes two sheets one form of export: what they were taken
// for, and their headings.
func formKey(p *layout.Plan) string {
	var b strings.Builder
	b.WriteString(p.Layout + "\x00" + p.Kind)
	for _, c := range p.Columns {
		b.WriteString("\x00" + c.Header + "\x01" + c.Field)
	}
	return b.String()
}

// forms groups the sheets that were read by their form, in the order of names.
func forms(m *ingest.Manifest) ([]result.Form, int) {
	var out []result.Form
	at := map[string]int{}
	for i := range m.Sources {
		s := &m.Sources[i]
		if s.Mends {
			continue
		}
		for _, sh := range s.Sheets {
			if sh.Plan == nil {
				continue
			}
			key := formKey(sh.Plan)
			k, known := at[key]
			if !known {
				k = len(out)
				at[key] = k
				out = append(out, form(sh.Plan))
			}
			f := &out[k]
			f.Read, f.Used = f.Read+sh.Tally.Read, f.Used+sh.Tally.Used
			if len(f.Sheets) == mostParts {
				f.MoreParts++
				continue
			}
			f.Sheets = append(f.Sheets, result.FormPart{Source: i, Sheet: sh.Name, Read: sh.Tally.Read,
				Used: sh.Tally.Used, Rejected: sh.Tally.Rejected})
		}
	}
	return cut(out, mostForms)
}

// form says what a sheet was taken for.
func form(p *layout.Plan) result.Form {
	out := result.Form{Kind: p.Kind, Name: analysis.KindName(p.Kind), Header: p.HeaderRows,
		Title: result.T(p.Title.ID, p.Title.EN)}
	terms := layout.FieldTerms(p.Kind)
	for _, c := range p.Columns {
		if c.Field == "" {
			if name := c.Header; name != "" && len(out.Left) < mostLeft {
				out.Left = append(out.Left, name)
			} else {
				out.MoreLeft++
			}
			continue
		}
		if len(out.Columns) == mostColumns {
			continue
		}
		t := result.Taken{Heading: c.Header, Field: c.Field, Decision: result.Detail{Text: c.Decision},
			Evidence: c.Evidence, Hashed: c.Personal}
		base, _, _ := strings.Cut(c.Field, ":")
		if k := slices.IndexFunc(terms, func(t layout.Term) bool { return t.Name == base }); k >= 0 {
			t.Name = result.Of(terms[k].Title)
		}
		out.Columns = append(out.Columns, t)
	}
	return out
}
