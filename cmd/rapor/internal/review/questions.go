package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// asked is a question while it is gathered.
type asked struct {
	code    reject.Code
	column  string
	ways    []option
	why     text.Text
	at      []target
	rows    int64
	refused bool // a table or a file is missing from the data
	answers func(at []target) []result.Answer
}

// withholds are notes for which a value is not printed: they are as open as a
// rejected row.
var withholds = []reject.Code{reject.FlowUnclear, reject.TwoStates}

// questions are what rapor.yaml has to answer: tables that are not known first,
// then what rejects rows, then what keeps a value back, and last what was read
// by custom and may be corrected.
func questions(in Input) ([]result.Question, int) {
	list := slices.Concat(refusals(in.Manifest), doubts(in), unread(in.Manifest))
	slices.SortStableFunc(list, func(a, b asked) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.rows, a.rows), strings.Compare(string(a.code),
			string(b.code)),
			cmp.Compare(a.at[0].source, b.at[0].source), strings.Compare(a.column, b.column))
	})
	var out []result.Question
	if len(in.Offices) > 0 {
		out = append(out, whichOffice(in))
	}
	for i := range list {
		out = append(out, list[i].question(in.Manifest))
	}
	return cut(out, mostQuestions)
}

// mostOffices is how many offices are proposed as the report's own.
const mostOffices = 5

// whichOffice asks which office of the data the report is about.
func whichOffice(in Input) result.Question {
	q := result.Question{Title: result.T("Laporan ini tentang kantor yang mana?", "Which office is the report about?")}
	for _, name := range in.Offices[:min(len(in.Offices), mostOffices)] {
		a := result.Answer{Lines: "office: {name: " + quoted(name) + "}\n"}
		if in.Office != "" {
			a.Lines = "office: {name: " + quoted(in.Office) + ", aliases: [" + quoted(name) + "]}\n"
			a.Say.Text = text.T("bila ini nama lain kantor itu", "if this is another name of that office")
		}
		q.Answers = append(q.Answers, a)
	}
	return q
}

func (a *asked) severity() reject.Severity { p, _ := reject.Lookup(a.code); return p.Severity }

func (a *asked) rank() int {
	switch {
	case a.refused:
		return 0
	case a.severity() == reject.Rejected:
		return 1
	case slices.Contains(withholds, a.code):
		return 2
	}
	return 3
}

func (a *asked) question(m *ingest.Manifest) result.Question {
	p, _ := reject.Lookup(a.code)
	q := result.Question{Code: string(a.code), Title: result.Of(p.Title), Why: result.Detail{Text: a.why},
		Column:  a.column,
		Assumed: a.rank() == 3}
	for _, t := range a.at {
		if name := m.Sources[t.source].Name; !slices.Contains(q.Files, name) {
			q.Files = append(q.Files, name)
		}
	}
	q.Files, q.More = cut(q.Files, mostFiles)
	if a.answers != nil {
		q.Answers = a.answers(a.at)
		return q
	}
	for _, o := range a.ways {
		own := slices.Clone(o)
		for i := range own {
			own[i] = own[i].about(a.column)
		}
		q.Answers = append(q.Answers, own.answer(m, a.at))
	}
	return q
}

// doubts are the questions of tables that were read: each note or reject whose
// text names lines that settle it, once for all tables in which it is the same.
func doubts(in Input) []asked {
	var out []asked
	met := map[string]int{}
	for _, r := range in.Rejects {
		if r.Code == reject.TotalMismatch || int(r.Ref.Source) >= len(in.Manifest.Sources) {
			continue // totals have a place of their own
		}
		p, _ := reject.Lookup(r.Code)
		ways := optionsOf(p, r.Hint)
		if len(ways) == 0 || ways[0][0].key == "words" { // words have a place of their own
			continue
		}
		column := in.Manifest.Heading(r)
		key := fmt.Sprint(r.Code, "\x00", column, "\x00", ways)
		if ways[0][0].key == "exclude" {
			key += fmt.Sprint("\x00", r.Ref.Source) // an answer leaves this one file out
		}
		i, known := met[key]
		if !known {
			i = len(out)
			met[key] = i
			out = append(out, asked{code: r.Code, column: column, ways: ways, why: withoutLines(r.Hint)})
		}
		out[i].add(r)
	}
	return out
}

// unread are the columns that may hold data and give no field, once for all
// tables in which they do.
func unread(m *ingest.Manifest) []asked {
	var out []asked
	met := map[string]int{}
	for i := range m.Sources {
		for k := range m.Sources[i].Sheets {
			p := m.Sources[i].Sheets[k].Plan
			if p == nil || m.Sources[i].Mends {
				continue
			}
			for c := range p.Columns {
				col := &p.Columns[c]
				if col.Field != "" || col.Personal {
					continue
				}
				code, why := p.Unused(col)
				ways := optionsIn(why.ID)
				if code != reject.UnreadColumn || len(ways) == 0 {
					continue
				}
				key := fmt.Sprint(col.Header, "\x00", ways)
				at, known := met[key]
				if !known {
					at = len(out)
					met[key] = at
					out = append(out, asked{code: code, column: col.Header, ways: ways})
				}
				out[at].at = append(out[at].at, target{i, k})
			}
		}
	}
	return out
}

func (a *asked) add(r record.Reject) {
	a.rows += max(1, r.More)
	if t := (target{int(r.Ref.Source), int(r.Ref.Sheet)}); !slices.Contains(a.at, t) {
		a.at = append(a.at, t)
	}
}

// refusals are the tables and files that no layout fits, once for all that say
// the same.
func refusals(m *ingest.Manifest) []asked {
	var out []asked
	met := map[string]int{}
	note := func(source, sheet int, code reject.Code, why text.Text) {
		key := fmt.Sprint(code, "\x00", why.ID)
		i, known := met[key]
		if !known {
			i = len(out)
			met[key] = i
			out = append(out, asked{code: code, why: withoutLines(why), refused: true})
			out[i].answers = func(at []target) []result.Answer { return unknownTable(m, code, why, at) }
		}
		out[i].rows++
		out[i].at = append(out[i].at, target{source, sheet})
	}
	for i := range m.Sources {
		s := &m.Sources[i]
		if s.Passed() || s.Refused != "" || s.Mends {
			continue // what cannot be opened no setting opens
		}
		known := slices.ContainsFunc(s.Sheets, func(sh ingest.Sheet) bool { return sh.Plan != nil })
		for k, sh := range s.Sheets {
			if sh.Expected() && (!known || sh.Refused != reject.NoLayout) {
				note(i, k, sh.Refused, sh.Detail)
			}
		}
	}
	return out
}

// unknownTable is what can be written about a table that no layout fits.
func unknownTable(m *ingest.Manifest, code reject.Code, why text.Text, at []target) []result.Answer {
	var out []result.Answer
	p, _ := reject.Lookup(code)
	for _, o := range optionsOf(p, why) {
		out = append(out, o.answer(m, at))
	}
	switch code {
	case reject.SeveralLayouts:
		if len(out) == 0 {
			for name := range strings.SplitSeq(why.ID, " / ") {
				out = append(out, result.Answer{Lines: entries(m, at, "layout: "+strings.TrimSpace(name))})
			}
		}
	case reject.NoLayout, reject.MissingColumn:
		if len(out) > 0 {
			break
		}
		body := []string{"kind: JENIS", "columns: {" + mapping(code, why) + "}"}
		out = append(out, result.Answer{Lines: entries(m, at, body...), Say: result.Detail{Text: text.T(
			"bila ini data: ganti JENIS dan ISIAN dengan nama dari rapor fields; cukup judul yang diperlukan",
			"if it is data: put names from rapor fields for JENIS and ISIAN; only the headings that are needed")}})
	}
	return append(out, leaveOut(m, at, text.T("bila ini bukan data, atau tidak diperlukan",
		"if it is no data, or not needed")))
}

// mapping lists the headings that a refusal shows, each waiting for its field.
func mapping(code reject.Code, why text.Text) string {
	var out []string
	if code == reject.NoLayout {
		seen, _, _ := strings.Cut(why.ID, "; ")
		for h := range strings.SplitSeq(seen, " | ") {
			if h = strings.TrimSpace(h); h != "" && len(out) < 12 {
				out = append(out, quoted(h)+": ISIAN")
			}
		}
	}
	if len(out) == 0 {
		return `"JUDUL KOLOM": ISIAN`
	}
	return strings.Join(out, ", ")
}

// leaveOut excludes files.
func leaveOut(m *ingest.Manifest, at []target, say text.Text) result.Answer {
	var names []string
	for _, t := range at {
		if n := quoted(Pattern(m.Sources[t.source].Name)); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	more := text.Text{}
	if len(names) > mostFiles {
		names = names[:mostFiles]
		more = text.T("; lanjutkan untuk berkas lainnya", "; go on for the other files")
	}
	return result.Answer{Lines: "exclude: [" + strings.Join(names, ", ") + "]\n",
		Say: result.Detail{Text: text.T(say.ID+more.ID, say.EN+more.EN)}}
}
