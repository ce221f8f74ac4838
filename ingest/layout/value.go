package layout

import (
	"math/big"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// typ is what the values of a field are.
type typ uint8

const (
	free      typ = iota
	day           // date, or date and time
	clock         // time of day
	clockSpan     // "07.00-08.00"
	duration
	money
	count
	decimal2 // hundredths
	decimal3 // thousandths
	month
	year
	score  // an answer, 1 to 4
	hashed // personal: only a salted hash is kept
)

// value is one parsed cell.
type value struct {
	text     string
	n        int64
	day      record.Day
	sec, end int32
	year     int // of a month that says its year
	hash     uint64
}

// reader parses the cells of one column, with the decisions made for it.
type reader struct {
	typ       typ
	style     locale.NumberStyle
	order     locale.DateOrder
	date1904  bool
	exchanged bool // typed dates have day and month exchanged
	doubted   bool // they may have
	swapTold  bool // rapor.yaml says whether they have
	from, to  int  // the years that dates may be of; 0 = any
	widen     bool // years next to those are of them too
	form      locale.ClockForm
	ahead     int32 // seconds that the office is ahead of times said to be in UTC
	zone      ground
	unit      locale.Unit
	set       bool          // rapor.yaml says the unit
	told      bool          // the table itself says the unit
	unitWord  text.Text     // the unit in words, where it is not the usual one
	fields    locale.Fields // what "07:30" means in a duration
	longest   int64         // microseconds that a bare number may mean; 0 = any
	why       reject.Code   // what kept the column from being decided
	refuse    reject.Code   // why none of its cells can be used
	bare      bool          // duration: numbers without a unit are not decided
	typed     bool          // duration: times of a workbook that seem to be minutes and seconds
	rupiah    bool          // money: the heading says rupiah, where a title says another unit
	scale     int64         // money: factor of the unit (miliar ...)
	days      bool          // count: of days
	grain     bool          // day: "Januari 2016" is allowed
	part      int           // month: of quarters and the like, the months of one, which counts as its last; 0 = months
	roman     bool          // month: I to XII are allowed
	blanks    bool          // text: "-" and NULL are no text
	answers   *answers      // score: what its words mean
	salt      []byte
	words     map[string]string // interned texts
	slipYear  int               // day: the year that title, sheet or file name, and most dates, say; 0 = none
	slipMonth int               // and the month; 0 = none
	many      bool              // they were too many to keep
	inYear    int               // day: the month of the table, for cells that give the day alone
	inMonth   int
	lost      bool // a cut identifier was reported
	spare     bool // a cell that says nothing certain is left out of its row
	own       *ownCells
	twelve    bool            // clock: 1 to 6 without AM or PM are of the afternoon
	daylong   bool            // rapor.yaml says that they are not
	marks     map[string]bool // duration: numbers that may stand for nothing
	beyond    float64         // and nines above it, in the column's own numbers; 0 = any
	naive     bool            // times without a zone are of UTC
	reversed  bool            // score: 1 is the best
	from0     bool            // score: 0 to 3
	opposite  bool            // money: of the other sign
}

// ground is on what ground something was decided.
type ground uint8

const (
	byCustom ground = iota
	byTable
	bySetting
)

// parse reads one cell. ok is false for an empty cell; a code other than ""
// says why a filled one cannot be read.
func (r *reader) parse(c *grid.Cell) (v value, ok bool, code reject.Code) {
	if r.own != nil {
		c = r.own.cell(c)
	}
	switch c.Kind {
	case grid.Error:
		return v, false, reject.ErrorCell
	case grid.Empty:
		if c.Formula {
			return v, false, reject.NoCachedValue
		}
		return v, false, ""
	}
	s := strings.TrimSpace(c.Text)
	if s == "" {
		return v, false, ""
	}
	if r.refuse != "" {
		return v, false, r.refuse
	}
	if strings.HasPrefix(s, "#") && (s == "#N/A" || s == "#REF!" || s == "#DIV/0!" || s == "#VALUE!" || s == "#NAME?") {
		return v, false, reject.ErrorCell
	}
	switch r.typ {
	case free:
		if c.Kind == grid.Number && c.Look == grid.Percent {
			s = percent(s)
		}
		v.text = r.intern(s)
		return v, v.text != "", ""
	case hashed:
		if record.Nameless(s) {
			return v, false, ""
		}
		v.hash = hash(r.salt, s)
		return v, true, ""
	case day:
		return r.day(s, c)
	case clock:
		return r.clock(s, c)
	case clockSpan:
		return r.span(s, c)
	case score:
		return r.score(s, c)
	case month:
		return r.month(s, c)
	case year:
		y, known := locale.ParseYear(s)
		v.n = int64(y)
		if !known && locale.IsNotYet(s) {
			return v, false, ""
		}
		return v, known, codeIf(!known, reject.BadDate)
	}
	return r.number(s, c)
}

func codeIf(bad bool, c reject.Code) reject.Code {
	if bad {
		return c
	}
	return ""
}

func (r *reader) intern(s string) string {
	if w, ok := r.words[s]; ok {
		return w
	}
	if r.words == nil || len(r.words) > 4096 {
		r.many, r.words = r.words != nil, map[string]string{}
	}
	s = strings.Clone(s) // the cell lies within its whole line, which must not be kept
	w := strings.Join(strings.Fields(s), " ")
	if r.blanks && locale.IsMissing(w) {
		w = ""
	}
	r.words[s] = w
	return w
}

// percent writes a number that its workbook shows as a percentage the way it is
// shown, exactly: 0.34 is 34%.
func percent(raw string) string {
	v, ok := new(big.Rat).SetString(raw)
	if !ok {
		return raw
	}
	v.Mul(v, big.NewRat(100, 1))
	if v.IsInt() {
		return v.Num().String() + "%"
	}
	return strings.TrimRight(v.FloatString(15), "0") + "%"
}

// hash is FNV-1a over the salt and the folded text, of a paper its number: the
// same person in two files of one run meets, and nobody can be read back without
// the salt.
func hash(salt []byte, s string) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range salt {
		h = (h ^ uint64(b)) * 1099511628211
	}
	if strings.ContainsAny(s, "0123456789") {
		s = record.PlainNumber(s)
	} else {
		s = fold(s)
	}
	for _, b := range []byte(s) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h | 1
}
