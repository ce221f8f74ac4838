package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/regular"
	"rapor/ingest/reject"
	"rapor/ingest/text"
	"rapor/ingest/tidy"
	"rapor/templates/format"
)

// options turns configuration into the options of a reading.
func (j *job) options() ingest.Options {
	f := j.file
	opt := ingest.Options{Salt: []byte(f.Salt), Strict: j.flags.Strict || yes(f.Strict),
		Layouts: j.layouts, Overrides: j.overrides, Questions: j.file.Questions(), Outline: j.outline, Propose: j.propose}
	for _, glob := range f.Exclude {
		opt.Exclude = append(opt.Exclude, ingest.Exclusion{Glob: glob, Why: "exclude"})
	}
	if f.Holidays != "" {
		opt.Exclude = append(opt.Exclude, ingest.Exclusion{Glob: f.Holidays, Why: "holidays"})
	}
	for _, e := range f.Evidence {
		if e.File != "" {
			opt.Exclude = append(opt.Exclude, ingest.Exclusion{Glob: filepath.ToSlash(e.File), Why: "evidence"})
		}
	}
	return opt
}

func readHolidays(path string) ([]office.Holiday, error) {
	b, err := regular.ReadFile(path)
	if err != nil {
		return nil, err
	}
	list, err := tidy.ReadHolidays(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	var out []office.Holiday
	for _, h := range list {
		out = append(out, office.Holiday{Day: h.Day, Name: h.Name})
	}
	return out, nil
}

// sources turns the manifest into the sources of a result; own are the layouts
// of the office.
func sources(m *ingest.Manifest, own []layout.Layout) []result.Source {
	var out []result.Source
	changed := slices.ContainsFunc(m.Sources, func(s ingest.Source) bool { return len(s.Mended) > 0 })
	for _, s := range m.Sources {
		r := result.Source{Name: s.Name, SHA256: s.SHA256, Bytes: s.Bytes, Format: s.Traits.Format, Encoding: s.Traits.Encoding,
			Delimiter: s.Traits.Delimiter, Refused: string(s.Refused), Detail: result.Detail{Text: s.Detail}, Expected: s.Expected}
		for _, sh := range s.Sheets {
			one := sheet(&sh)
			one.Own = slices.ContainsFunc(own, func(l layout.Layout) bool { return l.ID == one.Layout })
			r.Sheets = append(r.Sheets, one)
		}
		for k := range r.Sheets {
			if !s.Mends {
				break
			}
			r.Sheets[k].Layout, r.Sheets[k].Title = result.Correcting, result.T("Baris yang diperbaiki kantor", "Rows mended by the office")
			if !changed {
				r.Sheets[k].Title = result.T("Berkas koreksi tanpa sel yang diubah; tidak berpengaruh", "Correction workbook without a changed cell; no effect")
			}
		}
		out = append(out, r)
	}
	return out
}

// mended lists the cells that correction workbooks changed in rows that count,
// and the number of rows that are rejected though they were mended.
func mended(m *ingest.Manifest, rejects []record.Reject) (out []result.Correction, wrong int) {
	still := m.StillRejected(rejects)
	for i, s := range m.Sources {
		rows := map[string]bool{}
		for _, c := range s.Mended {
			if still(i, c) {
				rows[fmt.Sprint(c.Row, c.Sheet)] = true
				continue
			}
			out = append(out, result.Correction{Source: i, Sheet: c.Sheet, Row: c.Row, Column: c.Column, From: c.From, To: c.To})
		}
		wrong += len(rows)
	}
	return out, wrong
}

func sheet(s *ingest.Sheet) result.Sheet {
	out := result.Sheet{Name: s.Name, Refused: string(s.Refused), Detail: result.Detail{Text: s.Detail}, Read: s.Tally.Read, Used: s.Tally.Used, Aside: s.Tally.Aside,
		Rejected: s.Tally.Rejected, First: s.Tally.First.String(), Last: s.Tally.Last.String()}
	for _, m := range s.Tally.RejectedIn {
		out.RejectedIn = append(out.RejectedIn, result.MonthRows{Month: calendar.MonthOf(m.Month).ID(), Rows: m.N})
	}
	if s.Plan == nil {
		return out
	}
	out.Layout, out.Kind, out.HeaderRows = s.Plan.Layout, s.Plan.Kind, s.Plan.HeaderRows
	out.Title = result.T(s.Plan.Title.ID, s.Plan.Title.EN)
	for _, a := range s.Tally.AsideBy {
		p, _ := reject.Lookup(a.Code)
		out.Notes = append(out.Notes, result.T("Disisihkan: {0} ({1}).", "Set aside: {0} ({1}).", result.Named(p.Title.ID, p.Title.EN), result.Int(a.N, result.Count)))
	}
	for _, e := range s.Plan.Evidence() {
		note := result.T("Bukti masa: {0}.", "Evidence of its period: {0}.", result.Named(e.Say().ID, e.Say().EN))
		if e.Against {
			note = result.T("Bukti masa yang tidak dipakai: {0}.", "Evidence of its period that is not used: {0}.", result.Named(e.Say().ID, e.Say().EN))
		}
		out.Notes = append(out.Notes, result.ForOffice(note))
	}
	for _, c := range s.Plan.Columns {
		if c.Personal {
			out.Notes = append(out.Notes, result.ForOffice(result.T("Kolom data pribadi tidak disimpan: {0}.", "Column of personal data not kept: {0}.", result.Str(c.Header))))
		}
	}
	return out
}

// maxExamples bounds the places named for one kind of problem.
const maxExamples = 5

// problemList counts problems by code and keeps the first places of each.
type problemList struct {
	count    map[reject.Code]int64
	examples map[reject.Code][]result.Example
}

func (l *problemList) add(c reject.Code, n int64, e result.Example) {
	l.count[c] += n
	if len(l.examples[c]) < maxExamples {
		l.examples[c] = append(l.examples[c], e)
	}
}

// problems groups rejects, refusals, rows set aside and columns not used by
// code, in the order of the catalogue.
func problems(rejects []record.Reject, m *ingest.Manifest) []result.Problem {
	l := &problemList{map[reject.Code]int64{}, map[reject.Code][]result.Example{}}
	for i, s := range m.Sources {
		if s.Refused != "" && s.Refused != reject.PassedOver { // that one is no problem: it is listed and no more
			l.add(s.Refused, 1, result.Example{Source: i, Sheet: -1, Hint: result.Detail{Text: s.Detail}})
		}
		for k := range s.Sheets {
			l.sheet(i, k, &s)
		}
	}
	for _, r := range rejects {
		l.add(r.Code, max(1, r.More), result.Example{Source: int(r.Ref.Source), Sheet: int(r.Ref.Sheet), Row: r.Ref.Row, Column: m.Heading(r), Shown: r.Shown, Hint: result.Detail{Text: hint(r, m)}})
	}
	var out []result.Problem
	for _, p := range reject.All() {
		if n := l.count[p.Code]; n > 0 {
			out = append(out, result.Problem{
				Code: string(p.Code), Severity: severity(p.Severity), N: n, Examples: l.examples[p.Code],
				Title: result.Of(p.Title), Cause: result.Of(p.Cause), Remedy: result.Of(p.Remedy),
			})
		}
	}
	return out
}

// hint is the detail of a reject; of a row that was not counted because another
// was, where that one stands.
func hint(r record.Reject, m *ingest.Manifest) text.Text {
	if r.Other.Row == 0 || int(r.Other.Source) >= len(m.Sources) {
		return r.Hint
	}
	return text.Same(fmt.Sprintf("%s:%d", m.Sources[r.Other.Source].Name, r.Other.Row))
}

// sheet adds what the account of one table says: why it was refused, its rows
// set aside, that it is not the only one of its sheet, and the columns no field
// is taken from.
func (l *problemList) sheet(source, k int, s *ingest.Source) {
	sh := &s.Sheets[k]
	at := result.Example{Source: source, Sheet: k}
	if sh.Refused != "" {
		at.Hint = result.Detail{Text: sh.Detail}
		l.add(sh.Refused, 1, at)
	}
	for _, a := range sh.Tally.AsideBy {
		l.add(a.Code, a.N, result.Example{Source: source, Sheet: k, Row: a.First})
	}
	if sh.Plan == nil {
		return
	}
	at = result.Example{Source: source, Sheet: k, Row: sh.Plan.HeaderRows[0]}
	if sh.Further() {
		l.add(reject.SeveralTables, 1, at)
	}
	for _, c := range sh.Plan.Columns {
		at.Column = c.Header
		switch {
		case c.Personal:
			l.add(reject.PersonalColumn, 1, at)
		case c.Field == "":
			if code, hint := sh.Plan.Unused(&c); code != "" {
				x := at
				x.Hint = result.Detail{Text: hint}
				l.add(code, 1, x)
			}
		}
	}
}

// severity is the word of JSON for what a problem does to the data it concerns.
func severity(s reject.Severity) string {
	return [...]string{"note", "aside", "rejected", "refused"}[s]
}

// effect says the same to people.
func effect(severity string) text.Text {
	switch severity {
	case "note":
		return text.T("catatan", "note")
	case "aside":
		return text.T("disisihkan", "set aside")
	case "rejected":
		return text.T("ditolak", "rejected")
	}
	return text.T("tidak dibaca", "not read")
}

// maxRejectRows is how many rows tolak.csv has at most: what a spreadsheet can
// open. A last row says how many there would have been.
const maxRejectRows = 1_000_000

// rejectTable is tolak.csv: every rejected row, duplicate and doubt.
func rejectTable(r *result.Result, rejects []record.Reject, m *ingest.Manifest, l format.Lang) ([]byte, error) {
	list := rejects[:min(len(rejects), maxRejectRows)]
	rowOf := func(x record.Reject) tidy.RejectRow {
		p, _ := reject.Lookup(x.Code)
		row := tidy.RejectRow{Row: x.Ref.Row, Column: m.Heading(x), Code: string(x.Code), Effect: effect(severity(p.Severity)).In(l), Problem: p.Title.In(l), Shown: x.Shown, Hint: hint(x, m).In(l), Remedy: p.Remedy.In(l)}
		if x.More > 0 {
			row.Hint = more(x.More, text.T("dan %s lagi dengan kode ini di lembar ini, tidak didaftar satu per satu",
				"and %s more with this code on this sheet, not listed one by one"), l)
		}
		if s := int(x.Ref.Source); s < len(r.Sources) {
			row.File = r.Sources[s].Name
			if k := int(x.Ref.Sheet); k < len(r.Sources[s].Sheets) {
				row.Sheet = r.Sources[s].Sheets[k].Name
			}
		}
		return row
	}
	var b bytes.Buffer
	err := tidy.WriteRejects(&b, func(yield func(tidy.RejectRow) bool) {
		for _, x := range list {
			if !yield(rowOf(x)) {
				return
			}
		}
		if left := standFor(rejects[len(list):]); left > 0 {
			yield(tidy.RejectRow{Hint: more(left, text.T("dan %s lagi, tidak didaftar", "and %s more, not listed"), l)})
		}
	})
	return b.Bytes(), err
}

// standFor counts what rejects stand for.
func standFor(list []record.Reject) int64 {
	var n int64
	for _, x := range list {
		n += max(1, x.More)
	}
	return n
}

// more says how many are not listed.
func more(n int64, say text.Text, l format.Lang) string {
	return fmt.Sprintf(say.In(l), text.Group(n, l))
}
