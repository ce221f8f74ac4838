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

// checkView is the page about the data. It holds what the head of a page, the
// chapter on data quality and its tables need.
type checkView struct {
	pageView
	Todo    []pair
	Rows    *tableView
	RowsSay string
}

// Check draws the page for those who prepare the data: what was read, what was
// not and why, what to do, and the first rows of tolak.csv, which has n of them.
// It is made of the full result and is for the office alone.
func Check(r *result.Result, rows []CheckRow, n int64, opt Options) (File, error) {
	if opt.Lang == "" {
		opt.Lang = format.ID
	}
	v := newViewer(r, &result.Document{Kind: result.Report}, &pictures{}, opt)
	p := checkView{pageView: pageView{
		Lang: v.Code(), Title: v.Say("check.page", v.span(r.Period.ID)), Kind: v.Say("kind.check"), Office: r.Office.Name,
		Letterhead: r.Office.Letterhead, Address: r.Office.Address, Synthetic: r.Office.Synthetic,
		Facts: v.facts(), Notices: v.texts(r.Notices), Quality: v.quality(), Numbers: closing{Quality: "2"},
		Style: template.CSS(styleSheet + printSheet), Policy: policy(nil),
		Footer: v.Say("footer", r.Tool.Name, r.Tool.Version, v.date(r.AsOf)),
	}, Todo: v.todo()}
	p.Running, p.FooterCSS = cssText(p.Office+" · "+p.Title), cssText(p.Footer)
	p.Rows, p.RowsSay = v.checkRows(rows, n)
	var out bytes.Buffer
	if err := layouts[opt.Lang].check.Execute(&out, p); err != nil {
		return File{}, err
	}
	return File{Name: CheckName, Data: out.Bytes()}, nil
}

// todo is the remedy of everything that kept data out.
func (v *viewer) todo() []pair {
	var out []pair
	for _, p := range v.r.Problems {
		if p.Severity == "rejected" || p.Severity == "refused" {
			out = append(out, pair{v.text(p.Title) + " (" + p.Code + ", " + v.plain(p.N) + ")", v.text(p.Remedy)})
		}
	}
	return out
}

// checkRows is the table of the first rows and what is said of it; nil without any.
func (v *viewer) checkRows(rows []CheckRow, n int64) (*tableView, string) {
	if len(rows) == 0 {
		return nil, ""
	}
	t := &tableView{Caption: v.Say("check.page.rows")}
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
		return t, v.Say("check.page.rows.cut", v.plain(shown), v.plain(n))
	}
	return t, v.Say("check.page.rows.say")
}
