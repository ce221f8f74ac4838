package templates

import (
	"bytes"
	"html/template"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// CheckName is the file name of the page about the data.
const CheckName = "periksa.html"

// MaxCheckRows bounds the rows that the page about the data prints; the table
// file holds all of them.
const MaxCheckRows = 1000

// CheckRow is one row that was rejected or noted, as tolak.csv lists it.
type CheckRow struct {
	File, Sheet   string
	Row           int // as the spreadsheet shows it; 0 names none
	Column        string
	Code, Problem string
	Shown, Hint   string
}

// checkView is the page about the data.
type checkView struct {
	pageView
	Sums      string
	Todo      []link
	Years     []yearView
	Legend    []legendView
	Others    string // years that are not shown
	Asked     []questionView
	AskedCut  string
	Custom    []questionView // read by custom: no answer is needed
	CustomSay string
	Forms     []formView
	FormsCut  string
	Refused   []pair
	Passed    []pair
	PassedSay string
	Words     *tableView
	Reasons   []reasonView
	Totals    []totalView
	TotalsCut string
	Aside     []pair
	Rows      *tableView
}

// Check draws the page for those who prepare the data: what to do, which months
// are covered, what is to be answered, what each file was taken for, why rows
// were rejected, and the first rows of tolak.csv, which has n of them. It is
// made of the full result and is for the office alone; of a result without a
// review it shows the account alone.
func Check(r *result.Result, rows []CheckRow, n int64, opt Options) (File, error) {
	if opt.Lang == "" {
		opt.Lang = format.ID
	}
	v := newViewer(r, &result.Document{Kind: result.Report}, &pictures{}, opt)
	p := checkView{pageView: pageView{
		Lang: v.Code(), Title: v.checkTitle(), Kind: v.Say("kind.check"), Office: r.Office.Name,
		Letterhead: r.Office.Letterhead, Address: r.Office.Address, Synthetic: r.Office.Synthetic,
		Facts: v.checkFacts(), Notices: v.texts(r.Notices), Quality: v.quality(),
		Style: template.CSS(styleSheet + checkSheet + printSheet), Policy: policy(nil),
		Footer: v.Say("footer", r.Tool.Name, r.Tool.Version, v.date(r.AsOf)),
	}}
	if r.AsOf == "" {
		p.Footer = v.Say("check.footer", r.Tool.Name, r.Tool.Version)
	}
	p.Running, p.FooterCSS = cssText(p.Office+" · "+p.Title), cssText(p.Footer)
	p.Refused = p.Quality.Refused
	p.account(v)
	if r.Review != nil {
		p.review(v, r.Review)
	} else {
		p.Todo = v.todo()
	}
	p.Rows = v.checkRows(rows, n)
	var out bytes.Buffer
	if err := layouts[opt.Lang].check.Execute(&out, p); err != nil {
		return File{}, err
	}
	return File{Name: CheckName, Data: out.Bytes()}, nil
}

// checkTitle names the period, where there is one.
func (v *viewer) checkTitle() string {
	if v.r.Period.ID == "" {
		return v.Say("check.page.bare")
	}
	return v.Say("check.page", v.span(v.r.Period.ID))
}

// checkFacts are the facts of the head: whose data, and of which time.
func (v *viewer) checkFacts() []pair {
	out := []pair{{v.Say("fact.office"), v.r.Office.Name}}
	if p := v.r.Period; p.ID != "" {
		out = append(out, pair{v.Say("fact.period"), v.Say("fact.period.span", v.span(p.ID), v.date(p.From), v.date(p.To))})
	}
	return out
}

// account is what the sources and problems say by themselves.
func (p *checkView) account(v *viewer) {
	var read, used, aside, rejected int64
	for i := range v.r.Sources {
		s := &v.r.Sources[i]
		for _, sh := range s.Sheets {
			read, used, aside, rejected = read+sh.Read, used+sh.Used, aside+sh.Aside, rejected+sh.Rejected
		}
		if s.Passed() && len(p.Passed) < mostPassed {
			p.Passed = append(p.Passed, pair{s.Name, v.refusal(s.Refused, s.Detail)})
		}
	}
	p.PassedSay = v.Say("check.files.passed", itoa(len(v.r.Sources)-int(result.Inputs(v.r.Sources))))
	p.Sums = v.Say("check.sums", v.plain(read), v.plain(used), v.plain(aside), v.plain(rejected))
	for _, x := range v.r.Problems {
		if x.Severity == "note" || x.Severity == "aside" {
			p.Aside = append(p.Aside, pair{v.text(x.Title) + " (" + x.Code + ", " + v.plain(x.N) + ")",
				join2(v.text(x.Cause), v.text(x.Remedy))})
		}
	}
}

// todo is the remedy of everything that kept data out: what can be said of a
// result without a review.
func (v *viewer) todo() []link {
	var out []link
	for _, p := range v.r.Problems {
		if p.Severity == "rejected" || p.Severity == "refused" {
			out = append(out, link{Text: v.text(p.Title) + " (" + p.Code + ", " + v.plain(p.N) + "): " + v.text(p.Remedy)})
		}
	}
	return out
}

// mostPassed is how many entries that are no data are named.
const mostPassed = 100

func join2(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// checkRows is the table of the first rows; nil without any.
func (v *viewer) checkRows(rows []CheckRow, n int64) *tableView {
	if len(rows) == 0 {
		return nil
	}
	t := &tableView{Caption: v.Say("check.page.rows.say")}
	for _, key := range []string{"quality.file", "quality.sheet", "check.page.row", "quality.column",
		"check.page.problem", "quality.shown", "quality.hint"} {
		t.Columns = append(t.Columns, columnView{Text: v.Say(key), Number: key == "check.page.row"})
	}
	rows = rows[:min(len(rows), MaxCheckRows)]
	for _, r := range rows {
		at := cell{Number: true}
		if r.Row > 0 {
			at.Text, at.Sort = itoa(r.Row), itoa(r.Row)
		}
		t.Rows = append(t.Rows, rowView{Cells: []cell{{Text: r.File}, {Text: r.Sheet}, at, {Text: r.Column},
			{Text: r.Code + " " + r.Problem}, {Text: r.Shown}, {Text: r.Hint}}})
	}
	if shown := int64(len(rows)); n > shown {
		t.Caption = v.Say("check.page.rows.cut", v.plain(shown), v.plain(n))
	}
	return t
}
