package cli

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/draft"
	"rapor/cmd/rapor/internal/review"
	"rapor/ingest"
	"rapor/ingest/layout"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// entryOf is the entry for a table that no entry speaks of yet: what it is where
// that is known, and what the office has to decide.
func (j *job) entryOf(source, sheet uint16, sh *ingest.Sheet) (e draft.Entry, some bool) {
	switch {
	case sh.Settled():
		return e, false
	case sh.Plan != nil && (!j.named(sh.Plan.Layout) || len(sh.Plan.Form()) == 0):
		return e, false // known by its shape, of which an entry has no name
	case sh.Plan != nil:
		e = knownEntry(sh.Plan)
		e.Seen = sh.Tally.CopySeen()
	case len(sh.Proposals) > 0:
		e = proposedEntry(sh)
	case sh.Refused == reject.NoLayout:
		return unknownEntry(j.manifest.Sources[source].Name, sh), true
	default:
		return e, false
	}
	j.questions(&e, source, sheet, sh)
	return e, true
}

// named reports a layout that an entry can name.
func (j *job) named(id string) bool {
	of := func(l layout.Layout) bool { return l.ID == id }
	builtin, err := layout.Builtin()
	return err == nil && slices.ContainsFunc(builtin, of) || slices.ContainsFunc(j.layouts, of)
}

// unknownEntry is the entry of a table of which nothing is known, to be filled in
// by hand.
func unknownEntry(name string, sh *ingest.Sheet) draft.Entry {
	return draft.Entry{Glob: review.Pattern(name), Off: true, Title: text.T("Tabel yang tidak dikenali", "A table that is not known"),
		Ask: text.T("jenis data apa ini? Bila bukan data, biarkan, atau sebutkan di exclude.",
			"what kind of data is this? If it is none, leave it, or name it under exclude."),
		Notes: []text.Text{text.T("Terbaca: "+sh.Detail.ID+". Daftar jenis dan isiannya: rapor fields.",
			"Seen: "+sh.Detail.EN+". Kinds and their fields: rapor fields.")},
		Lines: []draft.Line{{Key: "kind", Value: "..."}, {Key: "columns", Value: "{...}"}}}
}

// proposedEntry is what a table may be that was not recognised: the nearest kind
// of record with the columns that are known, and the next ones as comments. It
// is in force only where every field that misses has one column that it may be.
func proposedEntry(sh *ingest.Sheet) draft.Entry {
	var all []draft.Entry
	sure := true
	for i := range sh.Proposals {
		e, whole := fromProposal(&sh.Proposals[i])
		if i == 0 {
			sure = whole
		}
		if i == 0 || whole {
			all = append(all, e)
		}
	}
	e := all[0]
	e.Or = all[1:]
	e.Off = !sure || len(e.Or) > 0
	if sh.Refused == reject.MissingColumn || sh.Refused == reject.NoLayout {
		e.Ask = text.T("tabel ini tidak dikenali dengan pasti; benarkah "+e.Title.ID+"?",
			"this table is not surely known; is it "+e.Title.EN+"?")
	} else {
		e.Ask = text.T("tabel ini dapat dibaca dengan beberapa cara; pilih satu",
			"this table can be read in several ways; choose one")
	}
	return e
}

// fromProposal writes a proposal as an entry; whole reports that every field that
// misses has exactly one column that it may be.
func fromProposal(p *layout.Proposal) (e draft.Entry, whole bool) {
	key, is := p.Line()
	e = draft.Entry{Headings: p.Form, Title: p.Title, Lines: []draft.Line{{Key: key, Value: is}}}
	columns := draft.Map{Key: "columns"}
	constants := draft.Map{Key: "constants"}
	for _, c := range p.Headings {
		if c.Field != "" && c.Field != "node" && !p.Across && !unsureOf(p, c.Field) {
			columns.Lines = append(columns.Lines, draft.Line{Key: c.Heading, Value: c.Field, Why: c.Why})
		}
	}
	whole = !p.Guess
	content := 0
	for _, m := range p.Missing {
		switch l := missing(m); {
		case m.Constant && l == nil, m.Field == "year", m.Field == "month":
			constants.Lines = append(constants.Lines, forAll(m))
			whole = false
		case l == nil:
			whole = false
			e.Notes = append(e.Notes, text.T("Tidak ada kolom untuk "+m.Field+" (biasanya "+strings.Join(m.Headings, " / ")+").",
				"There is no column for "+m.Field+" (usually "+strings.Join(m.Headings, " / ")+")."))
		default: // what the cells alone speak for is no answer yet where they are words, or twice
			content++
			whole = whole && len(l.Others) == 0 && m.Field != "type" && content == 1
			columns.Lines = append(columns.Lines, *l)
		}
	}
	for _, u := range p.Unsure {
		l := draft.Line{Key: u.Headings[0], Value: u.Field, Off: true}
		for _, h := range u.Headings[1:] {
			l.Others = append(l.Others, draft.Other{Key: h, Value: u.Field})
		}
		whole = false
		columns.Lines = append(columns.Lines, l)
	}
	for _, m := range []draft.Map{columns, constants} {
		if len(m.Lines) > 0 {
			e.Maps = append(e.Maps, m)
		}
	}
	return e, whole
}

// forAll is the line of a field that is written nowhere and may be the same in
// all rows: to be filled in, or one of a few words to choose from.
func forAll(m layout.MissingField) draft.Line {
	l := draft.Line{Key: m.Field, Value: `""`, Off: true, Why: text.T("tidak tertulis di mana pun", "written nowhere")}
	if len(m.Meanings) > 0 {
		l.Value = draft.Quote(m.Meanings[0])
		for _, other := range m.Meanings[1:] {
			l.Others = append(l.Others, draft.Other{Value: draft.Quote(other)})
		}
	}
	return l
}

func unsureOf(p *layout.Proposal, field string) bool {
	for _, u := range p.Unsure {
		if u.Field == field {
			return true
		}
	}
	return false
}

// missing is the line of a field that no heading is known for: the columns whose
// cells could be its own. nil where there is none.
func missing(m layout.MissingField) *draft.Line {
	if len(m.May) == 0 {
		return nil
	}
	l := &draft.Line{Key: m.May[0], Value: m.Field, Why: text.T("isinya dapat", "its cells could be"), Off: len(m.May) > 1}
	for _, h := range m.May[1:] {
		l.Others = append(l.Others, draft.Other{Key: h, Value: m.Field})
	}
	return l
}

// mostWords bounds the words of one column that are asked for: a column of many
// is no column of such words.
const mostWords = 12

// unknownWords asks what the words mean that a column does not surely know.
// None of the answers is in force before it is given.
func unknownWords(e *draft.Entry, sh *ingest.Sheet) {
	if sh.Plan == nil {
		return
	}
	words := draft.Map{Key: "words"}
	for _, u := range sh.Plan.UnknownWords() {
		if len(u.Meanings) == 0 || strings.Contains(u.Word, "***") {
			continue
		}
		at := slices.IndexFunc(words.Maps, func(m draft.Map) bool { return m.Key == u.Header })
		if at < 0 {
			at = len(words.Maps)
			words.Maps = append(words.Maps, draft.Map{Key: u.Header})
		}
		if m := &words.Maps[at]; len(m.Lines) < mostWords {
			m.Lines = append(m.Lines, wordLine(&u))
		}
	}
	if len(words.Maps) == 0 {
		return
	}
	e.Maps = append(e.Maps, words)
	if e.Ask.Empty() {
		e.Ask = text.T("apa arti kata-kata ini?", "what do these words mean?")
	}
}

// wordLine is a word with its rows and what it may mean; first what is
// proposed, or that nothing is known of it.
func wordLine(u *layout.UnknownWord) draft.Line {
	n := strconv.FormatInt(u.Rows, 10)
	l := draft.Line{Key: u.Word, Value: draft.Quote(cmp.Or(u.Proposed, layout.Unsaid)), Off: true,
		Why: text.T(n+" baris", n+" rows")}
	for _, m := range u.Meanings {
		if v := draft.Quote(m); v != l.Value && len(l.Others) < mostWords {
			l.Others = append(l.Others, draft.Other{Value: v})
		}
	}
	return l
}

// answers are the words that settle a doubt about how a table is read, the
// likeliest first.
var answers = map[reject.Code]draft.Line{
	reject.AmbiguousNumber: settling("numbers", answer("id", "1.234,5", "decimal comma"),
		answer("en", "1,234.5", "decimal point"), answer("plain", "1234.5 tanpa pemisah ribuan", "1234.5, no thousands mark")),
	reject.AmbiguousDate: settling("date_order", answer("dmy", "hari/bulan/tahun", "day/month/year"),
		answer("mdy", "bulan/hari/tahun", "month/day/year")),
	reject.AmbiguousSpan: settling("unit", answer(`"menit:detik"`, "07.30 = 7 menit 30 detik", "07.30 = 7 minutes 30 seconds"),
		answer(`"jam:menit"`, "07.30 = 7 jam 30 menit", "07.30 = 7 hours 30 minutes"),
		answer("menit", "7,3 menit", "7.3 minutes"), answer("detik", "detik", "seconds")),
	reject.AmbiguousTime: settling("unit", answer("jam.menit", "8.1 = pukul 08.10", "8.1 = 08:10"),
		answer("jam", "8,5 = pukul 08.30", "8.5 = 08:30")),
	reject.FlowUnclear: settling("flow", answer("flow", "nilai sebulan", "of the month"),
		answer("cumulative", "sejak awal tahun", "since the start of the year")),
}

func answer(value, id, en string) draft.Other { return draft.Other{Value: value, Why: text.T(id, en)} }

// settling is a line that is off until one of its answers is chosen.
func settling(key string, likeliest draft.Other, others ...draft.Other) draft.Line {
	return draft.Line{Key: key, Value: likeliest.Value, Why: likeliest.Why, Others: others, Off: true}
}

// questions adds to an entry what the reading left open.
func (j *job) questions(e *draft.Entry, source, sheet uint16, sh *ingest.Sheet) {
	open := map[reject.Code]bool{}
	if sh.Plan != nil {
		for _, d := range sh.Plan.Doubts {
			open[d.Code] = true
		}
	}
	for i := range j.rejects {
		if r := &j.rejects[i]; r.Ref.Source == source && r.Ref.Sheet == sheet {
			open[r.Code] = true
		}
	}
	unknownWords(e, sh)
	for _, p := range reject.All() {
		if l, known := answers[p.Code]; known && open[p.Code] {
			e.Lines = append(e.Lines, l)
			if e.Ask.Empty() {
				e.Ask = text.T(string(p.Code)+" "+p.Title.ID, string(p.Code)+" "+p.Title.EN)
			}
		}
	}
}
