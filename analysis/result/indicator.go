package result

import (
	"math/big"
	"slices"
)

// Direction says which way is better.
type Direction int8

const (
	Lower      Direction = -1
	Contextual Direction = 0 // more is neither better nor worse
	Higher     Direction = 1
)

// Value is one computed indicator value with all that qualifies it.
type Value struct {
	Value    *big.Rat    `json:"value,omitempty"` // base unit; nil = not available, Missing says why
	Num      *big.Rat    `json:"num,omitempty"`   // numerator, when the value is a quotient
	Den      *big.Rat    `json:"den,omitempty"`
	N        int64       `json:"n"` // observations that entered
	NUnit    Unit        `json:"n_unit,omitempty"`
	Excluded []Exclusion `json:"excluded,omitempty"`
	Lo       *float64    `json:"lo,omitempty"` // interval bounds, base unit
	Hi       *float64    `json:"hi,omitempty"`
	Level    float64     `json:"level,omitempty"` // confidence really reached, 0..1
	Interval string      `json:"interval,omitempty"`
	Warnings []Text      `json:"warnings,omitempty"`
	Missing  *Text       `json:"missing,omitempty"`
	Category *Text       `json:"category,omitempty"` // the class a rule puts the value in, where there is one
	Sources  []int       `json:"sources,omitempty"`  // indices into Result.Sources
	Bounds   *Bounds     `json:"bounds,omitempty"`
	// Masked says that there is a value, kept inside the office.
	Masked bool `json:"masked,omitempty"`
}

// Bounds say between what the value would lie if every rejected row of the
// period had counted, whatever it held: the least and the greatest value that
// any content of those rows could give. An absent bound is open: nothing is
// known of such a row that would limit the value.
type Bounds struct {
	Lo   *big.Rat `json:"lo,omitempty"`
	Hi   *big.Rat `json:"hi,omitempty"`
	Rows int64    `json:"rows"` // rejected rows that may belong to the period
}

// Known reports whether there is a value.
func (v Value) Known() bool { return v.Value != nil }

// Exclusion says how many observations were left out and why.
type Exclusion struct {
	Reason Text  `json:"reason"`
	N      int64 `json:"n"`
	NUnit  Unit  `json:"n_unit,omitempty"` // of N where that is not what the value counts
}

// UnitIn is the unit of what was left out of a value.
func (x Exclusion) UnitIn(v Value) Unit {
	if x.NUnit != "" {
		return x.NUnit
	}
	return v.NUnit
}

// Indicator is one indicator of the catalogue with its values.
type Indicator struct {
	ID       string    `json:"id"` // stable, e.g. "ANT-02"
	Domain   string    `json:"domain"`
	Name     Text      `json:"name"`
	Question Text      `json:"question"`
	Formula  Text      `json:"formula"`
	Caveat   Text      `json:"caveat,omitempty"`
	Unit     Unit      `json:"unit"`
	Better   Direction `json:"better"`
	Subjects Subjects  `json:"subjects,omitempty"`
	// Crossed says that the value is of one class of persons: a nationality, an
	// article, a sex.
	Crossed bool     `json:"crossed,omitempty"`
	Basis   []string `json:"basis,omitempty"` // rule ids, see Methods
	Worked  string   `json:"worked,omitempty"`

	Value    Value    `json:"value"`
	Target   *Target  `json:"target,omitempty"`
	Baseline []Change `json:"baseline,omitempty"`
	Verdict  Verdict  `json:"verdict"`
	Series   []Point  `json:"series,omitempty"` // by month, oldest first
	// Months are all months of the data with observations of persons, also those
	// that the series of this period does not reach: what must be masked in one
	// month depends on the others, whatever period is reported.
	Months   []Point  `json:"months,omitempty" audience:"office"`
	Control  *Control `json:"control,omitempty"`
	Groups   []Group  `json:"groups,omitempty"`
	Findings []Text   `json:"findings,omitempty"` // sentences made from the values
	Figures  []string `json:"figures,omitempty"`  // figure ids that show it
	// Without is the value without the observations that the audit of the data
	// doubts.
	Without *Without `json:"without,omitempty"`
}

// Without is a value with doubted observations left out.
type Without struct {
	Value *big.Rat `json:"value"`
	Rows  int64    `json:"rows"` // observations left out
}

// Target is what the office set itself, or a rule demands.
type Target struct {
	Value *big.Rat `json:"value"`
	Basis Text     `json:"basis,omitempty"` // decree, rule, or "ditetapkan kantor"
}

// Change compares the value with a baseline.
type Change struct {
	Period   Period   `json:"period"`
	Value    Value    `json:"value"`
	Diff     *big.Rat `json:"diff,omitempty"`     // value - baseline, base unit
	Relative *big.Rat `json:"relative,omitempty"` // diff / baseline
	// RateRatio and its interval, for counts.
	Rate *RateRatio `json:"rate,omitempty"`
	// Gap is the interval of Diff where days were resampled.
	Gap *Gap `json:"gap,omitempty"`
	// P is the p-value of the test of no change; Adjusted is P adjusted for all
	// changes tested in the report (Benjamini and Hochberg).
	P        *float64 `json:"p,omitempty"`
	Adjusted *float64 `json:"p_adjusted,omitempty"`
	// Distinct says whether the change can be told from chance, by Adjusted;
	// nil when no test applies.
	Distinct *bool `json:"distinct,omitempty"`
	// Untold says why nothing tells the change from chance, where that would be
	// needed: "few" observations, no "test" of the value, or data of only a
	// "part" of the months of the other (without Diff then); empty otherwise.
	Untold string `json:"untold,omitempty"`
	// Mix says how far the mix of what the value pools has moved.
	Mix *Mix `json:"mix,omitempty"`
	Say Text `json:"say,omitempty"`
}

// Why a change is not told from chance.
const (
	UntoldFew  = "few"
	UntoldTest = "test"
	UntoldPart = "part"
)

// Gap is the interval of a difference, in the base unit.
type Gap struct {
	Lo       float64 `json:"lo"`
	Hi       float64 `json:"hi"`
	Level    float64 `json:"level"`
	Interval string  `json:"interval"` // as Value.Interval
}

// Mix compares what two values pool: the class whose share of the
// observations moved most, and the value of the period under the baseline's
// mix where it can be told.
type Mix struct {
	Dimension string   `json:"dimension"` // as Group.Dimension
	Class     Quantity `json:"class"`
	Before    *big.Rat `json:"before"` // share of the class, 0..1
	Now       *big.Rat `json:"now"`
	Adjusted  *big.Rat `json:"adjusted,omitempty"` // direct standardisation
}

// RateRatio is the ratio of two counts with its exact interval.
type RateRatio struct {
	Ratio float64 `json:"ratio"`
	Lo    float64 `json:"lo"`
	Hi    float64 `json:"hi"` // 0 with Open: no upper bound
	Open  bool    `json:"open,omitempty"`
	P     float64 `json:"p"`
}

// VerdictCode is the short judgement shown as an icon and in words.
type VerdictCode string

const (
	Met        VerdictCode = "met"
	NotMet     VerdictCode = "not_met"
	NoTarget   VerdictCode = "no_target"
	NotJudged  VerdictCode = "contextual" // more is not better here
	NotKnown   VerdictCode = "unknown"    // no data
	TooFew     VerdictCode = "too_few"
	Suspicious VerdictCode = "doubtful" // data quality forbids a judgement
)

// Verdict is the judgement with its reason.
type Verdict struct {
	Code VerdictCode `json:"code"`
	Say  Text        `json:"say"`
}

// Point is one value of a series. A nil Value is a gap, never zero.
type Point struct {
	Label string   `json:"label"` // month "2016-07"
	Value *big.Rat `json:"value,omitempty"`
	N     int64    `json:"n"`
	Flag  string   `json:"flag,omitempty"`    // control-chart rule met: "limit", "trend", "two_of_three", "shift"
	Part  bool     `json:"partial,omitempty"` // month not fully covered by data
	// Masked says that there is a value, kept inside the office.
	Masked bool `json:"masked,omitempty"`
	// Limits are the control limits of this month where they follow its size
	// (p and u charts); those of other charts stand in the phases.
	Limits *Limits `json:"limits,omitempty"`
}

// Limits are the lines of a control chart at one point. Lower may be below
// zero: it is drawn at zero.
type Limits struct {
	Centre float64 `json:"centre"`
	Lower  float64 `json:"lower"`
	Upper  float64 `json:"upper"`
}

// Control is the control chart of the series.
type Control struct {
	// Chart is the kind: "p", "u", "c", their forms after Laney ("p'", "u'",
	// "c'"), "xmr"; "rare" when events are too rare for a monthly chart, which
	// then has no phases.
	Chart     string  `json:"chart,omitempty"`
	Method    Text    `json:"method,omitempty"` // how the limits were made, and why so
	Phases    []Phase `json:"phases"`
	Variation string  `json:"variation"` // "common", "improvement", "concern", "neutral", "too_few"
	Assurance string  `json:"assurance"` // "pass", "fail", "hit_or_miss", "none"
	Trial     bool    `json:"trial"`     // fewer points than the minimum: limits are provisional
	Say       Text    `json:"say,omitempty"`
}

// Phase is a stretch of the series with its own limits; a new one begins only
// at a dated reform. Where limits follow the size of each month, Lower, Upper
// and Near are those of the phase's last month.
type Phase struct {
	First  int     `json:"first"` // index into Series
	Last   int     `json:"last"`
	Mean   float64 `json:"mean"`
	Median bool    `json:"median,omitempty"` // Mean is the median: most months are alike
	Lower  float64 `json:"lower"`
	Upper  float64 `json:"upper"`
	Near   float64 `json:"near"` // distance of the near limits from the mean
	Reason Text    `json:"reason,omitempty"`
}

// Group breaks the value down by one dimension.
type Group struct {
	Dimension string     `json:"dimension"` // "service", "class", "office", "account", "nationality", ...
	Title     Text       `json:"title"`
	Rows      []GroupRow `json:"rows"`
}

// Single lists the rows of one label each.
func (g *Group) Single() []GroupRow {
	return slices.DeleteFunc(slices.Clone(g.Rows), func(r GroupRow) bool { return r.Merged > 0 })
}

// GroupRow is one row of a breakdown.
type GroupRow struct {
	Label Quantity `json:"label"`
	Value Value    `json:"value"`
	Own   bool     `json:"own,omitempty"` // the office of the report, among offices
	// Merged is how many labels the row stands for, where more were found than
	// can stand on their own; 0 for a row of one label.
	Merged int64   `json:"merged,omitempty"`
	Rank   *Rank   `json:"rank,omitempty"`
	Funnel *Funnel `json:"funnel,omitempty"`
}

// Rank is a place among offices with its doubt; 1 is best, equal values share
// the better place.
type Rank struct {
	Place  int     `json:"place"`
	Lo     int     `json:"lo"` // interval of the place at Level
	Hi     int     `json:"hi"`
	Top    float64 `json:"top"` // chance of being among the first three
	Level  float64 `json:"level"`
	Method string  `json:"method"` // "bootstrap-days", or "normal" (drawn from the value's interval)
}

// Funnel is where a share lies against all offices together: 0 within the
// limits expected from chance, 1 (-1) above (below) those of 95 %, 2 (-2) of
// 99.8 %.
type Funnel struct {
	Centre float64    `json:"centre"`
	Warn   [2]float64 `json:"warn"`  // limits of 95 %
	Alarm  [2]float64 `json:"alarm"` // limits of 99.8 %
	Place  int        `json:"place"`
}
