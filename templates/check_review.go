package templates

import (
	"slices"
	"strings"

	"rapor/analysis/result"
)

// yearView is one year of the grid of months.
type yearView struct {
	Caption string
	Months  []string
	Rows    []coverView
	None    string // kinds without anything in the year
}

// coverView is one kind of data in a year.
type coverView struct {
	Name  string
	Cells []monthView
}

// monthView is one month of a kind: its state in words, and its rows.
type monthView struct{ State, Icon, Word, Rows string }

// legendView explains a state.
type legendView struct{ monthView }

// questionView is a question with its answers.
type questionView struct {
	Code, Title, Why string
	Facts            []string
	Answers          []answerView
}

// answerView is the lines of one answer and what they mean.
type answerView struct{ Label, Say, Lines string }

// formView is one form of export.
type formView struct {
	Title, Header, Left string
	Columns             *tableView
	Count               string
	Sheets              []string
	Cut                 string
}

// reasonView is one cause for which rows were rejected.
type reasonView struct {
	Code, Title, Do, Rows, More string
	Cells                       *tableView
}

// totalView is a table with totals.
type totalView struct {
	Place, Totals string
	Mark          mark
	Off           []string
	Lines         string
}

// parts of the page, by the word that a step of the review names them with.
var checkParts = map[string]string{"files": "#berkas", "questions": "#pertanyaan", "words": "#kata-asing",
	"reasons": "#sebab", "totals": "#jumlah", "coverage": "#bulan"}

// review fills in what the review of the reading says.
func (p *checkView) review(v *viewer, r *result.Review) {
	for _, s := range r.Next {
		p.Todo = append(p.Todo, link{v.text(s.Say), checkParts[s.About]})
	}
	p.Years, p.Legend = v.years(r.Coverage), v.legend(r.Coverage)
	if r.OtherYears > 0 {
		p.Others = v.Say("check.months.others", itoa(r.OtherYears))
	}
	for i := range r.Questions {
		q := v.question(&r.Questions[i])
		if r.Questions[i].Assumed {
			p.Custom = append(p.Custom, q)
		} else {
			p.Asked = append(p.Asked, q)
		}
	}
	p.AskedCut = v.left("check.ask.cut", r.MoreAsked)
	p.CustomSay = v.Say("check.ask.custom", itoa(len(p.Custom)))
	for i := range r.Forms {
		p.Forms = append(p.Forms, v.formOf(i+1, &r.Forms[i]))
	}
	p.FormsCut = v.left("check.files.forms.cut", r.MoreForms)
	p.Words = v.words(r)
	for i := range r.Reasons {
		p.Reasons = append(p.Reasons, v.reason(&r.Reasons[i]))
	}
	for i := range r.Totals {
		p.Totals = append(p.Totals, v.total(&r.Totals[i]))
	}
	p.TotalsCut = v.left("check.totals.cut", r.MoreSums)
}

// left says how many are not shown; "" where none is.
func (v *viewer) left(key string, n int) string {
	if n == 0 {
		return ""
	}
	return v.Say(key, v.plain(int64(n)))
}

// monthIcons are the marks of the states that have rows; the words say the same.
var monthIcons = map[string]string{result.MonthRead: "met", result.MonthPartly: "doubt",
	result.MonthRejected: "not-met"}

// years is the grid, one table a year.
func (v *viewer) years(list []result.Coverage) []yearView {
	if len(list) == 0 {
		return nil
	}
	var out []yearView
	for from := 0; from+12 <= len(list[0].Months); from += 12 {
		y := yearView{Caption: v.Say("check.months.year", list[0].Months[from].Month[:4])}
		for _, m := range list[0].Months[from : from+12] {
			name, _, _ := strings.Cut(v.month(m.Month), " ")
			y.Months = append(y.Months, string([]rune(name)[:3]))
		}
		var none []string
		for _, c := range list {
			months := c.Months[from : from+12]
			if !slices.ContainsFunc(months, func(m result.MonthState) bool { return m.State != result.MonthMissing }) {
				none = append(none, v.quantity(c.Name))
				continue
			}
			row := coverView{Name: v.quantity(c.Name)}
			for _, m := range months {
				row.Cells = append(row.Cells, v.monthState(m))
			}
			y.Rows = append(y.Rows, row)
		}
		if len(none) > 0 {
			y.None = v.Say("check.months.nothing", y.Caption, strings.Join(none, ", "))
		}
		out = append(out, y)
	}
	return out
}

func (v *viewer) monthState(m result.MonthState) monthView {
	out := monthView{State: m.State, Icon: monthIcons[m.State], Word: v.Maybe("month." + m.State)}
	if m.Rows > 0 {
		out.Rows = v.plain(m.Rows)
	}
	if m.Rejected > 0 {
		out.Rows = join(out.Rows, v.Say("check.months.rejected", v.plain(m.Rejected)))
	}
	return out
}

// legend explains the states that the grid shows.
func (v *viewer) legend(list []result.Coverage) []legendView {
	met := map[string]bool{}
	for _, c := range list {
		for _, m := range c.Months {
			met[m.State] = true
		}
	}
	var out []legendView
	for _, s := range []string{result.MonthRead, result.MonthPartly, result.MonthRejected, result.MonthCovered,
		result.MonthMissing} {
		if met[s] {
			out = append(out, legendView{monthView{s, monthIcons[s], v.Say("month." + s), v.Say("month." + s + ".say")}})
		}
	}
	return out
}

func (v *viewer) question(q *result.Question) questionView {
	out := questionView{Code: q.Code, Title: v.text(q.Title), Why: q.Why.In(v.Lang)}
	if q.Column != "" {
		out.Facts = append(out.Facts, v.Say("check.ask.column", q.Column))
	}
	files := strings.Join(q.Files, ", ")
	if q.More > 0 {
		files = join(files, v.Say("check.ask.more", v.plain(int64(q.More))))
	}
	if files != "" {
		out.Facts = append(out.Facts, v.Say("check.ask.files", files))
	}
	for i, a := range q.Answers {
		label := v.Say("check.ask.one")
		if len(q.Answers) > 1 {
			label = v.Say("check.ask.nth", itoa(i+1))
		}
		out.Answers = append(out.Answers, answerView{label, a.Say.In(v.Lang), strings.TrimRight(a.Lines, "\n")})
	}
	return out
}

// formOf is one form of export, with its columns and files.
func (v *viewer) formOf(no int, f *result.Form) formView {
	title := v.text(f.Title)
	out := formView{Title: v.Say("check.files.form", itoa(no), title), Count: v.Say("check.files.one")}
	if len(f.Header) > 0 {
		rows := make([]string, len(f.Header))
		for i, n := range f.Header {
			rows[i] = itoa(int(n))
		}
		out.Header = v.Say("check.files.header", strings.Join(rows, ", "))
	}
	t := &tableView{Caption: v.Say("check.files.caption", itoa(no), title)}
	for _, key := range []string{"check.files.heading", "check.files.taken", "check.files.read", "check.files.why"} {
		t.Columns = append(t.Columns, columnView{Text: v.Say(key)})
	}
	for _, c := range f.Columns {
		taken := v.text(c.Name) + " (" + c.Field + ")"
		if c.Hashed {
			taken = join(taken, v.Say("check.files.hashed"))
		}
		t.Rows = append(t.Rows, rowView{Cells: []cell{{Text: c.Heading}, {Text: taken}, {Text: c.Decision.In(v.Lang)},
			{Text: c.Evidence}}})
	}
	if len(t.Rows) > 0 {
		out.Columns = t
	}
	if len(f.Left) > 0 {
		names := strings.Join(f.Left, ", ")
		if f.MoreLeft > 0 {
			names = join(names, v.Say("check.files.left.more", v.plain(int64(f.MoreLeft))))
		}
		out.Left = v.Say("check.files.left", names)
	}
	for _, s := range f.Sheets {
		out.Sheets = append(out.Sheets, v.Say("check.files.parts", v.sheetAt(s.Source, s.Sheet), v.plain(s.Read),
			v.plain(s.Used)))
	}
	if n := len(f.Sheets) + f.MoreParts; n > 1 {
		out.Count = v.Say("check.files.n", v.plain(int64(n)))
	}
	out.Cut = v.left("check.files.cut", f.MoreParts)
	return out
}

// sheetAt names a sheet with its file.
func (v *viewer) sheetAt(source int, sheet string) string {
	if source < 0 || source >= len(v.r.Sources) {
		return v.Say("place.unknown")
	}
	if sheet == "" {
		return v.r.Sources[source].Name
	}
	return v.r.Sources[source].Name + " [" + sheet + "]"
}

// words is the table of words that are not known; nil without any.
func (v *viewer) words(r *result.Review) *tableView {
	if len(r.Words) == 0 {
		return nil
	}
	t := &tableView{Caption: v.Say("check.words.say")}
	if r.MoreWords > 0 {
		t.Note = v.left("check.words.cut", r.MoreWords)
	}
	t.Columns = []columnView{{Text: v.Say("check.words.word")}, {Text: v.Say("quality.column")},
		{Text: v.Say("check.words.rows"), Number: true}, {Text: v.Say("check.words.effect")}}
	lined := slices.ContainsFunc(r.Words, func(w result.WordCount) bool { return w.Line != "" })
	if lined {
		t.Columns = append(t.Columns, columnView{Text: v.Say("check.words.line")})
	}
	for _, w := range r.Words {
		effect := v.Say("check.words.cell")
		if w.Rejected {
			effect = v.Say("check.words.row")
		}
		t.Rows = append(t.Rows, rowView{Cells: []cell{{Text: w.Word}, {Text: w.Column},
			{Text: v.plain(w.Rows), Sort: itoa(int(w.Rows)), Number: true}, {Text: effect}}})
		if lined {
			last := &t.Rows[len(t.Rows)-1]
			last.Cells = append(last.Cells, cell{Text: w.Line})
		}
	}
	return t
}

func (v *viewer) reason(r *result.Reason) reasonView {
	out := reasonView{Code: r.Code, Title: v.text(r.Title), Do: v.text(r.Do), Rows: v.Say("check.why.rows",
		v.plain(r.Rows))}
	if r.More > 0 {
		out.More = v.Say("check.why.more", v.plain(r.More))
	}
	if len(r.Cells) == 0 {
		return out
	}
	t := &tableView{Caption: out.Title + " (" + out.Code + ")", Columns: []columnView{{Text: v.Say("quality.shown")},
		{Text: v.Say("quality.column")},
		{Text: v.Say("check.words.rows"), Number: true}, {Text: v.Say("check.why.place")}}}
	for _, c := range r.Cells {
		place := v.sheetAt(c.Source, c.Sheet)
		if c.Row > 0 {
			place = v.Say("place.row", place, itoa(int(c.Row)))
		}
		t.Rows = append(t.Rows, rowView{Cells: []cell{{Text: c.Shown}, {Text: c.Column},
			{Text: v.plain(c.Rows), Sort: itoa(int(c.Rows)), Number: true}, {Text: place}}})
	}
	out.Cells = t
	return out
}

func (v *viewer) total(c *result.TotalCheck) totalView {
	out := totalView{Place: v.sheetAt(c.Source, c.Sheet), Totals: v.plain(c.Totals), Lines: strings.TrimRight(c.Lines,
		"\n"),
		Mark: mark{"met", "good", v.Say("check.totals.agree")}}
	if len(c.Off) == 0 {
		return out
	}
	out.Mark = mark{"doubt", "warn", v.Say("check.totals.off")}
	for _, x := range c.Off {
		say := v.Say("check.totals.where", itoa(int(x.Row)), x.Column, x.Shown)
		out.Off = append(out.Off, join(say, x.Hint.In(v.Lang)))
	}
	if c.More > 0 {
		out.Off = append(out.Off, v.left("check.totals.more", c.More))
	}
	return out
}
