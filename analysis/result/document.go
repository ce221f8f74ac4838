package result

import "math/big"

// DocumentKind tells the monthly performance report from an award dossier.
type DocumentKind string

const (
	Report  DocumentKind = "report"
	Dossier DocumentKind = "dossier"
)

// Document is one page set to be drawn: what it says, in which order. Its
// numbers are those of Result; it only points at them.
type Document struct {
	ID        string       `json:"id"` // file name without .html, e.g. "penghargaan-pelayanan"
	Kind      DocumentKind `json:"kind"`
	Title     Text         `json:"title"`
	Award     Text         `json:"award,omitempty"`     // the award a dossier is for
	Headlines []string     `json:"headlines,omitempty"` // indicator ids of the first screen
	Summary   []Text       `json:"summary"`             // sentences, at most 200 words together
	Missing   []Text       `json:"missing,omitempty"`   // what the dossier lacks, first things first
	Sections  []Section    `json:"sections"`
	Scorecard *Scorecard   `json:"scorecard,omitempty"`
	Limits    []Text       `json:"limits,omitempty"` // what the figures cannot say
}

// Section is a chapter.
type Section struct {
	ID         string   `json:"id"`
	Title      Text     `json:"title"`
	Intro      []Text   `json:"intro,omitempty"`
	Indicators []string `json:"indicators,omitempty"`
	Figures    []string `json:"figures,omitempty"`
	Tables     []string `json:"tables,omitempty"`
}

// Scorecard holds an award's criteria against the results.
type Scorecard struct {
	Award  string      `json:"award"`
	Title  Text        `json:"title"`
	Status string      `json:"status"` // "official" or "assumed"; assumed is said on the page
	Source Text        `json:"source,omitempty"`
	Lines  []ScoreLine `json:"lines"`
	Total  *big.Rat    `json:"total,omitempty"` // points reached of the criteria that have data
	Max    *big.Rat    `json:"max,omitempty"`   // points possible of the criteria that have data
	Of     *big.Rat    `json:"of,omitempty"`    // points possible if nothing were missing

	Map         []MapLine     `json:"map,omitempty"` // gaps first
	Checklist   []CheckItem   `json:"checklist,omitempty"`
	Order       []ScorePlace  `json:"order,omitempty"`       // offices by the same rubric, best first
	Sensitivity []WeightShift `json:"sensitivity,omitempty"` // most fragile weight first
}

// ScoreLine is one criterion.
type ScoreLine struct {
	ID        string   `json:"id"`
	Criterion Text     `json:"criterion"`
	Indicator string   `json:"indicator,omitempty"`
	Weight    *big.Rat `json:"weight"`
	Points    *big.Rat `json:"points,omitempty"` // nil: missing, or the jury's
	Jury      bool     `json:"jury,omitempty"`   // only a jury can judge it
	Why       Text     `json:"why"`
}

// MapLine leads from a criterion to what speaks for it.
type MapLine struct {
	Criterion  Text       `json:"criterion"`
	Weight     *big.Rat   `json:"weight"`
	Indicators []string   `json:"indicators,omitempty"`
	Figures    []string   `json:"figures,omitempty"`
	Evidence   []Evidence `json:"evidence,omitempty"`
	Gaps       []Text     `json:"gaps,omitempty"` // what is missing; empty = complete
}

// Evidence is a document the office puts beside its figures.
type Evidence struct {
	Title  Text   `json:"title"`
	Number string `json:"number,omitempty"`
	Date   string `json:"date,omitempty"` // ISO
	File   string `json:"file,omitempty" audience:"office"`
	SHA256 string `json:"sha256,omitempty"`
	Lost   bool   `json:"lost,omitempty"` // named in rapor.yaml, but the file is not there
}

// CheckItem is one thing a submission must hold.
type CheckItem struct {
	Say  Text `json:"say"`
	Done bool `json:"done"`
}

// ScorePlace is one office's place under the rubric.
type ScorePlace struct {
	Office Quantity `json:"office"`
	Own    bool     `json:"own,omitempty"`
	Place  int      `json:"place"` // equal totals share a place
	Total  *big.Rat `json:"total"`
	Of     *big.Rat `json:"of"` // points of the criteria all offices have data for
}

// WeightShift says how far one weight must move before the office's place
// changes; To nil: no weight of this criterion alone changes it.
type WeightShift struct {
	Criterion Text     `json:"criterion"`
	Weight    *big.Rat `json:"weight"`
	To        *big.Rat `json:"to,omitempty"`
	Office    Quantity `json:"office,omitzero"`
}

// Method is a rule that was used, with its source and standing.
type Method struct {
	ID     string     `json:"id"`
	Title  Text       `json:"title"`
	Value  []Quantity `json:"value,omitempty"`
	Source Text       `json:"source"`
	Status string     `json:"status"` // "verified", "unverified", "office" (set in rapor.yaml), "method"
	From   string     `json:"from,omitempty"`
	To     string     `json:"to,omitempty"`
	Note   Text       `json:"note,omitempty"`

	Parameters []Parameter `json:"parameters,omitempty"`
}

// Parameter is a number or a table of a rule as it was used: one entry for
// each version in force in the period.
type Parameter struct {
	ID       string    `json:"id"`
	Title    Text      `json:"title"`
	Value    Text      `json:"value"`              // as used
	Register Text      `json:"register,omitempty"` // what the register has, when the office replaced it
	Status   string    `json:"status"`             // as Method.Status; of the register's value
	Source   Text      `json:"source"`
	From     string    `json:"from,omitempty"`
	To       string    `json:"to,omitempty"`
	Note     Text      `json:"note,omitempty"`
	Others   []Reading `json:"others,omitempty"` // what other sources say
}

// Overridden reports whether the office replaced the parameter.
func (p *Parameter) Overridden() bool { return !p.Register.Empty() }

// Reading is what another source says of a parameter, and what would follow.
type Reading struct {
	Value  Text   `json:"value"`
	Source Text   `json:"source"`
	Effect []Text `json:"effect"` // on the values, categories and places of this result
}

// Term is a glossary entry.
type Term struct {
	Name Text `json:"name"`
	Say  Text `json:"say"`
}

// Source is one input file and what became of its rows.
type Source struct {
	Name      string  `json:"name" audience:"office"` // path relative to the input, forward slashes
	SHA256    string  `json:"sha256"`
	Bytes     int64   `json:"bytes"`
	Format    string  `json:"format,omitempty"`
	Encoding  string  `json:"encoding,omitempty"`
	Delimiter string  `json:"delimiter,omitempty"`
	Sheets    []Sheet `json:"sheets,omitempty"`
	Refused   string  `json:"refused,omitempty"` // problem code when the whole file was not used
	Detail    Detail  `json:"detail,omitzero" audience:"office"`
	// Expected says that the file is data by its name or content: it is missed
	// when it is not read.
	Expected bool `json:"expected,omitempty"`
}

// Passed reports an entry of the folder that is no input: it is named with its
// reason, and not counted among the files.
func (s *Source) Passed() bool {
	return s.Refused == "D118" || s.Refused == "D119" || s.Refused == "D120"
}

// Inputs counts the files that were given as data.
func Inputs(sources []Source) int64 {
	n := int64(0)
	for i := range sources {
		if !sources[i].Passed() {
			n++
		}
	}
	return n
}

// Unused reports that no row of the file counts, and why: the problem of the
// file or of its first sheet that was refused, with its detail; code is "" where
// the file was recognised and all of its rows are set aside or rejected.
func (s *Source) Unused() (code string, detail Detail, unused bool) {
	if s.Refused != "" {
		return s.Refused, s.Detail, true
	}
	for i := range s.Sheets {
		sh := &s.Sheets[i]
		if sh.Used > 0 || sh.Masked || sh.Mends() && sh.Rejected < sh.Read {
			return "", Detail{}, false
		}
		if code == "" && sh.Refused != "" {
			code, detail = sh.Refused, sh.Detail
		}
	}
	return code, detail, true
}

// Sheet accounts for every row of one table:
// Read = Used + Aside + Rejected.
type Sheet struct {
	Name   string `json:"name" audience:"office"`
	Layout string `json:"layout,omitempty"`
	Kind   string `json:"kind,omitempty"` // record family, e.g. "ticket"
	Title  Text   `json:"title,omitempty"`
	// Own says that the layout is one of the office's own, whose id and title
	// are free text.
	Own        bool     `json:"own,omitempty"`
	HeaderRows []uint32 `json:"header_rows,omitempty"`
	Read       int64    `json:"read"`
	Used       int64    `json:"used"`
	Aside      int64    `json:"aside"`
	Rejected   int64    `json:"rejected"`
	First      string   `json:"first,omitempty"` // first and last data date
	Last       string   `json:"last,omitempty"`
	// RejectedIn counts the rejected rows by month, as far as their dates can
	// be read.
	RejectedIn []MonthRows `json:"rejected_in,omitempty"`
	// Masked says that the account stays inside the office: the sheet lists
	// persons, and its rows and dates are counts and days of few of them.
	Masked  bool   `json:"masked,omitempty"`
	Refused string `json:"refused,omitempty"`
	Detail  Detail `json:"detail,omitzero" audience:"office"`
	Notes   []Text `json:"notes,omitempty"`
}

// Correcting is the layout of rows that the office mended: they count where
// they were put.
const Correcting = "koreksi"

// Mends reports a sheet of mended rows.
func (s *Sheet) Mends() bool { return s.Layout == Correcting && s.Kind == "" }

// MonthRows is a number of rows of one month ("2016-07").
type MonthRows struct {
	Month string `json:"month"`
	Rows  int64  `json:"rows"`
}

// GateReason is one reason for which a run does not end with exit code 0
// although its report was written. File and Sheet name what lies in the
// office: they are for the office alone, and so is Say.
type GateReason struct {
	Cause string   `json:"cause"` // "nothing", "unread", "rejected", "decides"
	File  string   `json:"file,omitempty"`
	Sheet string   `json:"sheet,omitempty"`
	Code  string   `json:"code,omitempty"`  // the problem, of a file that was not read
	Kind  string   `json:"kind,omitempty"`  // record family
	Month string   `json:"month,omitempty"` // "2016-07", of a month that hangs on rejected rows
	Rows  int64    `json:"rows,omitempty"`  // rejected
	Of    int64    `json:"of,omitempty"`    // rows that could have been used
	Limit *big.Rat `json:"limit,omitempty"` // greatest share that may be rejected
	Say   Text     `json:"say"`
}

// Correction is one cell that the office mended in a correction workbook.
type Correction struct {
	Source int    `json:"source"`
	Sheet  string `json:"sheet,omitempty"`
	Row    uint32 `json:"row"`
	Column string `json:"column"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// Problem is one kind of data problem met, with its count and examples.
type Problem struct {
	Code     string    `json:"code"`
	Severity string    `json:"severity"` // "note", "aside", "rejected", "refused"
	Title    Text      `json:"title"`
	Cause    Text      `json:"cause"`
	Remedy   Text      `json:"remedy"`
	N        int64     `json:"n"`
	Examples []Example `json:"examples,omitempty" audience:"office"` // the first few, in order of place
}

// Example is one place where a problem was met.
type Example struct {
	Source int    `json:"source"`
	Sheet  int    `json:"sheet"`
	Row    uint32 `json:"row"`
	Column string `json:"column,omitempty"`
	Shown  string `json:"shown,omitempty"`
	Hint   Detail `json:"hint,omitzero"`
}
