package result

// Review is what those who prepare the data need to see of a reading: what is
// covered, what each file was taken for and why, what is still to be answered
// and with which lines, and what to do next. It is for the office alone.
type Review struct {
	Next       []Step       `json:"next"` // at most three, the most useful first
	Coverage   []Coverage   `json:"coverage,omitempty"`
	OtherYears int          `json:"other_years,omitempty"` // with data, that Coverage has no room for
	Forms      []Form       `json:"forms,omitempty"`
	MoreForms  int          `json:"more_forms,omitempty"` // that are not listed
	Questions  []Question   `json:"questions,omitempty"`
	MoreAsked  int          `json:"more_questions,omitempty"`
	Words      []WordCount  `json:"words,omitempty"`
	MoreWords  int          `json:"more_words,omitempty"`
	Reasons    []Reason     `json:"reasons,omitempty"`
	Totals     []TotalCheck `json:"totals,omitempty"`
	MoreSums   int          `json:"more_totals,omitempty"`
}

// Step is something to do, and the part of the review that says more of it:
// "files", "questions", "words", "reasons", "totals" or "coverage"; "" for none.
type Step struct {
	Say   Text   `json:"say"`
	About string `json:"about,omitempty"`
}

// Coverage is the months of one record kind; all kinds have the same, by whole
// years.
type Coverage struct {
	Kind   string       `json:"kind"`
	Name   Quantity     `json:"name"`
	Months []MonthState `json:"months"`
}

// MonthState is what is known of one month of a kind.
type MonthState struct {
	Month    string `json:"month"` // "2016-07"
	State    string `json:"state"` // one of the states below
	Rows     int64  `json:"rows,omitempty"`
	Rejected int64  `json:"rejected,omitempty"`
}

// States of a month.
const (
	MonthRead     = "read"     // rows, none rejected
	MonthPartly   = "partly"   // rows, and others that were rejected
	MonthRejected = "rejected" // rejected rows alone
	MonthCovered  = "covered"  // no row, though a file speaks of the time
	MonthMissing  = "missing"  // no file speaks of it
)

// Form is one form of export: all sheets that were read by one layout with the
// same headings.
type Form struct {
	Kind      string     `json:"kind"`
	Name      Quantity   `json:"name"`
	Title     Text       `json:"title"`
	Header    []uint32   `json:"header_rows"` // of its first sheet
	Columns   []Taken    `json:"columns"`
	Left      []string   `json:"left,omitempty"` // headings that nothing is read from
	MoreLeft  int        `json:"more_left,omitempty"`
	Sheets    []FormPart `json:"sheets"`
	MoreParts int        `json:"more_sheets,omitempty"`
	Read      int64      `json:"read"`
	Used      int64      `json:"used"`
}

// Taken is a heading, the field that it was taken for, and why its cells are
// read as they are.
type Taken struct {
	Heading  string `json:"heading"`
	Field    string `json:"field"`
	Name     Text   `json:"name"`
	Decision Detail `json:"decision,omitzero"`
	Evidence string `json:"evidence,omitempty"`
	Hashed   bool   `json:"hashed,omitempty"`
}

// FormPart is one sheet of a form.
type FormPart struct {
	Source   int    `json:"source"`
	Sheet    string `json:"sheet,omitempty"`
	Read     int64  `json:"read"`
	Used     int64  `json:"used"`
	Rejected int64  `json:"rejected,omitempty"`
}

// Question is something that rapor.yaml has to answer, or may correct.
type Question struct {
	Code  string `json:"code"`
	Title Text   `json:"title"`
	Why   Detail `json:"why,omitzero"`
	// Column is the heading it is about, "" for the table.
	Column string   `json:"column,omitempty"`
	Files  []string `json:"files"`
	More   int      `json:"more_files,omitempty"`
	// Assumed says that the table was read by custom, so that an answer is
	// needed only where that is wrong.
	Assumed bool     `json:"assumed,omitempty"`
	Answers []Answer `json:"answers"`
}

// Answer is one way to settle a question: the lines of rapor.yaml and what they
// mean.
type Answer struct {
	Lines string `json:"lines"`
	Say   Detail `json:"say,omitzero"`
}

// WordCount is a word that is not known, and the rows it stands in.
type WordCount struct {
	Column   string `json:"column"`
	Word     string `json:"word"`
	Rows     int64  `json:"rows"`
	Rejected bool   `json:"rejected,omitempty"` // its rows do not count
	Line     string `json:"line,omitempty"`     // of rapor.yaml that says what it means, where one is proposed
}

// Reason is one cause for which rows were rejected.
type Reason struct {
	Code  string    `json:"code"`
	Title Text      `json:"title"`
	Do    Text      `json:"do"`
	Rows  int64     `json:"rows"`
	Cells []BadCell `json:"cells,omitempty"` // the commonest first
	More  int64     `json:"more,omitempty"`  // rows of other cells
}

// BadCell is a cell for which rows were rejected, with their number and the
// first of them.
type BadCell struct {
	Column string `json:"column,omitempty"`
	Shown  string `json:"shown,omitempty"`
	Rows   int64  `json:"rows"`
	Source int    `json:"source"`
	Sheet  string `json:"sheet,omitempty"`
	Row    uint32 `json:"row,omitempty"`
}

// TotalCheck is a table with totals of its own, held against its lines.
type TotalCheck struct {
	Source int        `json:"source"`
	Sheet  string     `json:"sheet,omitempty"`
	Totals int64      `json:"totals"` // total rows
	Off    []TotalOff `json:"off,omitempty"`
	More   int        `json:"more,omitempty"`
	Lines  string     `json:"lines,omitempty"` // of rapor.yaml, where they differ
}

// TotalOff is one total that its lines do not add up to.
type TotalOff struct {
	Row    uint32 `json:"row"`
	Column string `json:"column"`
	Shown  string `json:"shown"`
	Hint   Detail `json:"hint,omitzero"`
}
