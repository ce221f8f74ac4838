// Package result is the complete, versioned outcome of a run: pure data that
// hasil.json holds and that every page, workbook and CSV is drawn from.
//
// It computes nothing and knows nothing of records, facts, files or pages.
// Values are exact: a number is a rational (math/big.Rat, in JSON "3/4") in a
// base unit; only interval bounds and p-values are floats. Rounding and the
// choice of a display unit happen when a value is shown (templates/format).
//
// Order matters everywhere and is part of the result: slices, never maps.
package result

import (
	"math/big"

	"rapor/ingest/text"
)

// Format is the version of the JSON form; a reader refuses a newer one.
const Format = 1

// Result is everything one run found about one office and one period.
type Result struct {
	Format     int         `json:"format"`
	Edition    string      `json:"edition,omitempty"` // ForTheOffice or ForTheJury
	Tool       Tool        `json:"tool"`
	Office     Office      `json:"office"`
	Period     Period      `json:"period"`
	Compare    []Period    `json:"compare"` // baselines used: previous period, same period last year, chosen one
	AsOf       string      `json:"as_of"`   // date of issue, ISO; the last data date unless given
	Privacy    Privacy     `json:"privacy"`
	Settings   *Settings   `json:"settings,omitempty" audience:"office"`
	Notices    []Text      `json:"notices,omitempty"`
	Documents  []Document  `json:"documents"`
	Indicators []Indicator `json:"indicators"`
	Figures    []Figure    `json:"figures"`
	Tables     []Table     `json:"tables"`
	Methods    []Method    `json:"methods"`
	// MethodTables are the ids of the tables that the method chapter prints.
	MethodTables []string `json:"method_tables,omitempty"`

	Sources  []Source  `json:"sources"`
	Problems []Problem `json:"problems"`
	// Gate are the reasons for which the data are not good enough to pass
	// unnoticed; none when they are.
	Gate []GateReason `json:"gate,omitempty" audience:"office"`
	// Review is what those who prepare the data need to see; nil where the
	// reading is not at hand.
	Review *Review `json:"review,omitempty" audience:"office"`
	// Corrections are the cells that differ from the files because the office
	// mended them.
	Corrections []Correction `json:"corrections,omitempty" audience:"office"`
	Glossary    []Term       `json:"glossary,omitempty"`
}

// Tool names the program that made the result.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Settings says which file of settings the run used.
type Settings struct {
	File   string `json:"file"`             // its name without a folder; "" when there was none
	SHA256 string `json:"sha256,omitempty"` // of its bytes
	// Unused says what was set or found and not used, with names of files and
	// columns: for the office alone.
	Unused []Text `json:"unused,omitempty"`
}

// Office identifies the office the report is about.
type Office struct {
	Name       string   `json:"name"`
	Class      string   `json:"class,omitempty"`
	Code       string   `json:"code,omitempty"`
	Place      string   `json:"place,omitempty"` // city of the sign-off line
	Head       string   `json:"head,omitempty"`
	HeadTitle  string   `json:"head_title,omitempty"`
	NIP        string   `json:"nip,omitempty"`
	Letterhead []string `json:"letterhead,omitempty"` // up to four lines
	Address    string   `json:"address,omitempty"`
	Synthetic  bool     `json:"synthetic,omitempty"` // said on every page
}

// Period is an inclusive span of days.
type Period struct {
	ID   string `json:"id"`   // "2016", "2016-12", "2016-T4", "2016-01..2016-06": also the folder name
	From string `json:"from"` // ISO date
	To   string `json:"to"`
	Role string `json:"role,omitempty"` // "previous", "last_year", "chosen"
}

// Text is a sentence in both languages. {0}, {1}, ... stand for Args, which
// are formatted in the language of the page. A Text with only ID and EN is
// static. Both languages must use the same placeholders.
type Text struct {
	text.Text
	Args []Quantity `json:"args,omitempty"`
	// Office marks a text that stays inside the office, see ForOffice.
	Office bool `json:"office,omitempty"`
	// Jury says the same to readers outside the office, see Outside.
	Jury *text.Text `json:"jury,omitempty" audience:"office"`
}

// Outside gives a text the words that readers outside the office see in its
// stead: without the settings and the names of files that only the office has.
// They use the same arguments.
func (t Text) Outside(id, en string) Text {
	other := text.T(id, en)
	t.Jury = &other
	return t
}

// T makes a Text.
func T(id, en string, args ...Quantity) Text { return Of(text.T(id, en), args...) }

// Of makes a Text of a text in both languages.
func Of(t text.Text, args ...Quantity) Text { return Text{Text: t, Args: args} }

// Unit is the base unit of a value. What a person sees is chosen from it:
// seconds are shown as minutes, sen as rupiah, a share as per cent.
type Unit string

const (
	Seconds    Unit = "seconds"  // a duration
	Days       Unit = "days"     // a duration
	ClockTime  Unit = "clock"    // seconds since midnight
	Share      Unit = "share"    // a fraction of 1, shown as per cent
	PerMille   Unit = "permille" // a fraction of 1, shown per thousand
	Sen        Unit = "sen"      // money in 1/100 rupiah
	Points     Unit = "points"   // a score on its own scale
	Ratio      Unit = "ratio"    // a plain quotient
	PerHour    Unit = "per_hour"
	Count      Unit = "count" // things without a better name
	Persons    Unit = "persons"
	Acts       Unit = "acts"
	Cases      Unit = "cases"
	Events     Unit = "events"
	Tickets    Unit = "tickets"
	Applicants Unit = "applicants"
	Answers    Unit = "answers" // survey respondents
	Rows       Unit = "rows"

	// Units of quantities that are not numbers.
	Label  Unit = "label"  // text from the data, shown as it is (and escaped)
	Worded Unit = "worded" // a bilingual term
	Date   Unit = "date"   // ISO date in Label
	Month  Unit = "month"  // "2016-07" in Label
	Span   Unit = "span"   // a period id in Label
	Hour   Unit = "hour"   // hour of day 0..23 in Value, shown as 07.00-08.00
)

// Quantity is one value to be shown: a number in its base unit, a text from
// the data, a date, or a bilingual term. A number without Value is missing
// and is shown as such, never as zero.
type Quantity struct {
	Unit  Unit     `json:"unit"`
	Value *big.Rat `json:"value,omitempty"`
	Label string   `json:"label,omitempty"`
	Term  *Text    `json:"term,omitempty"`
	// From is set on labels that come from the data.
	From *Origin `json:"from,omitempty"`
}

// Num is a numeric quantity.
func Num(v *big.Rat, u Unit) Quantity { return Quantity{Unit: u, Value: v} }

// Int is an integer quantity.
func Int(n int64, u Unit) Quantity { return Quantity{Unit: u, Value: new(big.Rat).SetInt64(n)} }

// Float is a quantity that is not exact (an interval bound, a p-value).
func Float(f float64, u Unit) Quantity { return Quantity{Unit: u, Value: new(big.Rat).SetFloat64(f)} }

// Str is a text of the program or of the office's own settings, shown as it
// is; one from the data is made by Data.
func Str(s string) Quantity { return Quantity{Unit: Label, Label: s} }

// Named is a bilingual term.
func Named(id, en string) Quantity { return Quantity{Unit: Worded, Term: &Text{Text: text.T(id, en)}} }

// Others is what stands for n labels that are not shown one by one; the words
// name in both languages what the labels are.
func Others(n int64, id, en string) Quantity {
	t := T("Lainnya ({0} "+id+")", "Others ({0} "+en+")", Int(n, Count))
	return Quantity{Unit: Worded, Term: &t}
}

// On is a date (ISO), In a month ("2016-07"), Over a period id.
func On(iso string) Quantity   { return Quantity{Unit: Date, Label: iso} }
func In(month string) Quantity { return Quantity{Unit: Month, Label: month} }
func Over(id string) Quantity  { return Quantity{Unit: Span, Label: id} }
