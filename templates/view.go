package templates

import "html/template"

// The view types hold what the templates show: texts already formatted in
// the page's language. Empty strings are left out by the templates.

// pageView is a whole document.
type pageView struct {
	Lang, Title, Kind, Award string
	Office, OfficeLine       string
	Period                   string
	Running, FooterCSS       template.CSS // header and footer of printed pages
	Letterhead               []string
	Address                  string
	Synthetic                bool
	Facts                    []pair
	Notices                  []string
	Cards                    []cardView
	Summary, Missing         []sentence
	Contents                 []entryView
	Chapters                 []chapterView
	Score                    *scoreView
	Methods                  []methodView
	MethodTables             []*tableView
	Quality                  qualityView
	Limits                   []string
	Terms                    []pair
	Sign                     signView
	Numbers                  closing
	Footer                   string

	Policy  string
	Style   template.CSS
	Scripts []template.JS
	Words   template.JS // texts the page script shows, as JSON
	Options []optionView
}

// closing holds the chapter numbers of the chapters at the end.
type closing struct{ Score, Method, Quality, Limits, Terms, Sign string }

// optionView is the interactive form of one chart, as a JSON data block.
type optionView struct {
	ID   string
	JSON template.JS
}

// pair is a name and what is said of it.
type pair struct{ Name, Say string }

// link is a text that may lead somewhere on the page.
type link struct{ Text, Href string }

// sentence is a text in pieces, some of them linked.
type sentence []link

// entryView is a line of the table of contents.
type entryView struct{ Number, Text, Href string }

// measure is a value in two parts, so that the unit can be set smaller.
type measure struct{ Number, Unit string }

// mark is a short judgement: an icon and words for it.
type mark struct{ Icon, Tone, Text string }

// cardView is a headline card of the first screen.
type cardView struct {
	ID, Href, Name string
	Value          measure
	Known          bool
	Missing        string
	Verdict        mark
	VerdictSay     string
	Target         string
	Changes        []changeView
	Interval, N    string
	Control        []mark
	Spark          *sparkView
}

// changeView is one comparison.
type changeView struct {
	Against, Period, Value, N string
	Diff, Relative, Rate      string
	Say, Distinct, Test       string
	Tone, Icon                string
}

// chapterView is a section of the document.
type chapterView struct {
	Anchor, Number, Title string
	Intro                 []string
	Figures               []figureView
	Repeats               []link // figures already shown in an earlier chapter
	Lines                 []lineView
	Tables                []*tableView
	Details               []detailView
}

// lineView is a row of the indicator table.
type lineView struct {
	ID, Href, Name, Unit, Target string
	Value, Sort                  string
	Verdict                      mark
	Spark                        *sparkView
	NoTrend                      string // what stands in its place
	Comparison                   changeView
	N                            string
}

// detailView is the full account of one indicator.
type detailView struct {
	Anchor, ID, Name, Question string
	Value                      measure
	Known                      bool
	Missing                    string
	Verdict                    mark
	VerdictSay                 string
	Findings, Warnings         []string
	Formula, Caveat, Direction string
	Num, Den, N                string
	Excluded                   []pair
	Interval                   string
	Bounds                     string
	Target                     string
	Rules                      []link
	Sources                    []link
	Figures                    []link
	Control                    []mark
	ControlSay, ControlMethod  string
	Trial                      bool
	Phases                     []phaseView
	Changes                    []changeView
	Groups                     []*tableView
	Series                     *tableView
}

// phaseView is a stretch of a control chart.
type phaseView struct{ Span, Mean, Lower, Upper, Reason string }

// cell is one table cell. Sort is a plain decimal or ISO text to order by.
type cell struct {
	Text, Sort, Href string
	Number           bool
	Own              bool
	Flag             string
}

// columnView heads a table column.
type columnView struct {
	Text   string
	Number bool
}

// rowView is a table row; its first cell is its header.
type rowView struct {
	Cells []cell
	Own   bool
}

// tableView is a data table.
type tableView struct {
	Anchor, Number, Caption, Note string
	Columns                       []columnView
	Rows                          []rowView
	Total                         []cell
}

// figureView is a chart with everything around it. Empty says why there is
// no chart; then nothing is drawn.
type figureView struct {
	ID, Anchor, Number, Title string
	Caption, Summary, Note    string
	Unit, N                   string
	Sources                   []link
	Empty                     string
	SVG                       template.HTML
	Live                      bool
	Data                      *tableView
	Indicator                 *link
}

// scoreView is the scorecard.
type scoreView struct {
	Title, Award, Source     string
	Assumed                  bool
	Missing, Lines           []scoreLine
	Total, Max, Of, Untested string
	Scored                   bool // at least one criterion has points of ours
	Map                      []mapLine
	Checklist                []checkLine
	Order, Sensitivity       *tableView
}

// mapLine leads from a criterion to its figures and evidence.
type mapLine struct {
	Criterion, Weight   string
	Indicators, Figures []link
	Evidence, Gaps      []string
}

// checkLine is one item of the completeness checklist.
type checkLine struct {
	Say  string
	Mark mark
}

// scoreLine is one criterion.
type scoreLine struct {
	Criterion, Weight, Points, Why string
	Indicator                      *link
	Missing, Jury                  bool
}

// methodView is a rule that was used.
type methodView struct {
	Anchor, Title, Value, Source, Force, Note string
	Status                                    mark
	Parameters                                []parameterView
}

// parameterView is a parameter of a rule as it was used.
type parameterView struct {
	Title, Value string
	Own          string // that the office replaced it, and what the register has
	Standing     string // status, source and dates in force, on one line
	Note         string
	Others       []readingView
}

// readingView is what another source says, and what would follow.
type readingView struct{ Value, Effect string }

// qualityView is the data-quality chapter.
type qualityView struct {
	Sources  []sourceView
	Refused  []pair
	Problems []problemView
	Mended   *tableView // cells the office mended; nil without any
	Unknown  []pair     // indicators without data and what they need
	Files    string
}

// sourceView is a file with its sheets.
type sourceView struct {
	Anchor, Name, Format, Bytes, SHA256 string
	Refused                             string
	Sheets                              []sheetView
}

// sheetView accounts for the rows of one sheet.
type sheetView struct {
	Name, Title, Span           string
	Read, Used, Aside, Rejected string
	HeaderRows                  string
	Notes                       []string
	Refused                     string
}

// problemView is one kind of data problem.
type problemView struct {
	Code, Title, Cause, Remedy, N string
	Severity                      mark
	Examples                      []exampleView
}

// exampleView is a place where a problem was met.
type exampleView struct{ Place, Href, Column, Shown, Hint string }

// signView is the sign-off block.
type signView struct{ Place, Date, Title, Head, NIP string }
