package result

import "math/big"

// FigureKind names a form of chart. Every kind has one builder in
// templates/chart; a test fails while one has none.
type FigureKind string

const (
	Trend        FigureKind = "trend"        // line by month, with target, baseline and reforms
	ControlChart FigureKind = "control"      // XmR chart: mean, limits, flagged points
	Bars         FigureKind = "bars"         // horizontal bars, one series or a few side by side
	Stacked      FigureKind = "stacked"      // stacked columns by month
	Heatmap      FigureKind = "heatmap"      // series are rows (weekdays), X are hours
	Cumulative   FigureKind = "cumulative"   // budget curve with plan and targets
	Distribution FigureKind = "distribution" // histogram before and after
	Interval     FigureKind = "interval"     // dot with its interval per row
)

// FigureKinds lists every kind.
var FigureKinds = []FigureKind{Trend, ControlChart, Bars, Stacked, Heatmap, Cumulative, Distribution, Interval}

// Figure is one chart as data. It is drawn twice from one definition: as
// static SVG and, where scripts run, interactively. Its data table follows
// from Series.
type Figure struct {
	ID        string     `json:"id"` // slug, unique in the result
	Kind      FigureKind `json:"kind"`
	Title     Text       `json:"title"`   // the finding, as a sentence
	Caption   Text       `json:"caption"` // what is shown: unit, population, date basis
	Summary   Text       `json:"summary"` // text alternative
	Note      Text       `json:"note,omitempty"`
	Indicator string     `json:"indicator,omitempty"`
	Unit      Unit       `json:"unit"` // of the values
	N         int64      `json:"n"`
	NUnit     Unit       `json:"n_unit,omitempty"`
	X         Axis       `json:"x"`
	Y         Axis       `json:"y"`
	Series    []Series   `json:"series"`
	Lines     []Line     `json:"lines,omitempty"`
	Marks     []Mark     `json:"marks,omitempty"`
	Sources   []int      `json:"sources,omitempty"`
}

// Axis names an axis; for X, Labels has one entry per point of each series.
type Axis struct {
	Title  Text       `json:"title,omitempty"`
	Labels []Quantity `json:"labels,omitempty"`
}

// Role says what a series or a line stands for, which decides its look.
type Role string

const (
	RoleValue    Role = "value"
	RoleBefore   Role = "before"
	RoleAfter    Role = "after"
	RolePlan     Role = "plan"
	RoleTarget   Role = "target"
	RoleBaseline Role = "baseline" // the year before
	RoleOther    Role = "other"    // the remainder class of a breakdown
	RoleMean     Role = "mean"
	RoleLimit    Role = "limit"
	RoleNear     Role = "near"
	// Lines of a model, drawn without points: what it fitted, and what it
	// expects had nothing changed.
	RoleFitted         Role = "fitted"
	RoleCounterfactual Role = "counterfactual"
)

// Series is one sequence of values, one per X label.
type Series struct {
	Name   Quantity `json:"name"`
	Role   Role     `json:"role"`
	Points []Datum  `json:"points"`
}

// Datum is one value of a figure. A nil Value is a gap.
type Datum struct {
	Value *big.Rat `json:"value,omitempty"`
	Lo    *float64 `json:"lo,omitempty"`
	Hi    *float64 `json:"hi,omitempty"`
	N     int64    `json:"n,omitempty"`
	Flag  string   `json:"flag,omitempty"` // as Point.Flag; "own" marks the office of the report
	Part  bool     `json:"partial,omitempty"`
	// Masked says that there is a value, kept inside the office.
	Masked bool `json:"masked,omitempty"`
}

// Line is a horizontal line over a stretch of X, both ends inclusive.
type Line struct {
	Name  Text    `json:"name"`
	Role  Role    `json:"role"`
	Value float64 `json:"value"` // base unit
	First int     `json:"first"`
	Last  int     `json:"last"`
	// Values has one entry per X label where the line is not level: limits that
	// follow the size of each month. nil entries are gaps; Value is the last.
	Values []*float64 `json:"values,omitempty"`
}

// Mark is a vertical line before an X position, such as a dated reform.
type Mark struct {
	At   int  `json:"at"`
	Text Text `json:"text"`
}

// Table is a table that is not the data of a figure.
type Table struct {
	ID      string       `json:"id"`
	Title   Text         `json:"title"`
	Columns []Column     `json:"columns"`
	Rows    [][]Quantity `json:"rows"`
	Total   []Quantity   `json:"total,omitempty"`
	Note    Text         `json:"note,omitempty"`
}

// Column heads a column of a table.
type Column struct {
	Name Text `json:"name"`
	Unit Unit `json:"unit,omitempty"` // of most cells; decides alignment
}
