package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
)

// profile is what the cells of a column look like, by their number.
type profile struct {
	filled                            int
	dates, stamps, clocks, spans      int // a stamp is a date with its time
	numbers, codes, words, long       int // a code has letters and digits
	shares                            int // with a sign of percent
	ranges                            int // "07.00-08.00"
	small                             int // whole numbers of 1 to 10
	dayLike                           int // numbers that may be days: serial, 20160114, 1 to 31
	months, years, accounts, answered int
	late                              int // clocks past five
	runs                              bool
	last                              float64
	least, greatest                   float64
	clockLike                         int // numbers that may be hours: 8.05, 730, 0.3125
	empty                             int
}

// sampleCells is how many cells of a column are looked at.
const sampleCells = 200

// profileOf looks at the cells of a column below a row, up to another.
func profileOf(rows []grid.Row, below, end uint32, column int) profile {
	p := profile{runs: true}
	for i := range rows {
		r := &rows[i]
		if r.N <= below || r.Hidden {
			continue
		}
		if r.N >= end {
			break
		}
		if column >= len(r.Cells) || !p.see(&r.Cells[column]) {
			p.empty++
		}
		if p.filled >= sampleCells {
			break
		}
	}
	return p
}

// see takes a cell in; it reports that the cell is filled.
func (p *profile) see(c *grid.Cell) bool {
	s := strings.TrimSpace(c.Text)
	if s == "" || locale.IsMissing(s) || locale.IsDash(s) || c.Kind == grid.Text && plainTotal(s) {
		return false
	}
	p.filled++
	switch {
	case c.Kind == grid.Number:
		p.number(s, c.Look)
	case c.Kind == grid.ISODate && len(s) > 10:
		p.stamps++
	case c.Kind == grid.ISODate:
		p.dates++
	case !strings.ContainsAny(s, "0123456789"):
		p.text(s)
	default:
		p.mixed(s)
	}
	return true
}

func (p *profile) text(s string) {
	p.words++
	if len(s) > 60 {
		p.long++
	}
	if _, ok := monthName(s); ok {
		p.months++
	}
	if accountOf(s) != 0 {
		p.accounts++
	}
	if _, phrase := splitAnswer(s); degreeOf(phrase) != unknown {
		p.answered++
	} else if _, own := ownLabels["complaints"][phrase]; own {
		p.answered++
	}
	p.runs = false
}

// number takes in a number of a workbook, by the look of its cell.
func (p *profile) number(s string, look grid.Look) {
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case look == grid.Date && v >= 1 && v != float64(int64(v)):
		p.stamps++
	case look == grid.Date && v >= 1:
		p.dates++
	case look == grid.Date, look == grid.Time:
		p.hour(int(v*24) % 24)
	case look == grid.Span:
		p.spans++
	case err == nil:
		if look == grid.Percent {
			p.shares++
		}
		p.count(v)
	}
}

// count takes in a number.
func (p *profile) count(v float64) {
	if p.numbers > 0 && v != p.last+1 {
		p.runs = false
	}
	if p.numbers == 0 {
		p.least, p.greatest = v, v
	}
	p.least, p.greatest, p.last = min(p.least, v), max(p.greatest, v), v
	p.numbers++
	whole := v == float64(int64(v))
	switch {
	case whole && (v >= 1 && v <= 31 || v >= 20000 && v <= 60000 || v >= 19_000_101 && v <= 21_001_231 || v > 1e9):
		p.dayLike++
	}
	if whole && v >= 1 && v <= 10 {
		p.small++
	}
	if whole && v >= 1990 && v <= 2100 {
		p.years++
	}
	if whole && v >= 1 && v <= 12 {
		p.months++
	}
	if v >= 0 && v < 24 || whole && v <= 2359 || v > 1e9 {
		p.clockLike++
	}
	if whole && v >= 51 && v <= 57 || whole && v >= 51_0000 && v <= 57_9999 {
		p.accounts++
	}
}

// mixed takes in a text with digits.
func (p *profile) mixed(s string) {
	if h, ok := hourOf(s); ok && strings.Count(s, ".") == 2 { // "08.10.16" is either
		if _, isDate := anyDate(s); isDate {
			p.dates++
		}
		p.hour(h)
		return
	}
	if from, to, ok := strings.Cut(strings.NewReplacer("–", "-", "s.d.", "-", "s/d", "-").Replace(s), "-"); ok {
		_, begins := hourOf(strings.TrimSpace(from))
		if _, ends := hourOf(strings.TrimSpace(to)); begins && ends {
			p.ranges, p.runs = p.ranges+1, false
			return
		}
	}
	switch d, isDate := anyDate(s); {
	case isDate && d.Sec > 0: // midnight is a day that a program gave hours
		p.stamps++
		p.runs = false
		return
	case isDate:
		p.dates++
		p.runs = false
		return
	}
	if h, ok := hourOf(s); ok {
		p.hour(h)
		if v, err := strconv.ParseFloat(s, 64); err == nil {
			p.count(v)
		}
		return
	}
	if v, ok := plainNumber(s); ok {
		if strings.HasSuffix(s, "%") {
			p.shares++
		}
		p.count(v)
		return
	}
	p.runs = false
	switch {
	case isSpan(s):
		p.spans++
	case accountOf(s) != 0:
		p.accounts++
		p.codes++
	case len(strings.Fields(s)) > 3:
		p.words++
		if _, phrase := splitAnswer(s); degreeOf(phrase) != unknown {
			p.answered++
		}
	default:
		if _, phrase := splitAnswer(s); degreeOf(phrase) != unknown {
			p.answered++
		}
		p.codes++
	}
}

func (p *profile) hour(h int) {
	p.clocks++
	if h >= 5 {
		p.late++
	}
	p.runs = false
}

// anyDate reads a date in whatever order it is written.
func anyDate(s string) (locale.Date, bool) {
	for _, o := range []locale.DateOrder{locale.DMY, locale.MDY, locale.YMD} {
		if d, err := locale.ParseDate(s, o); err == nil {
			return d, true
		}
	}
	return locale.Date{}, false
}

// hourOf reads the hour of a time of day: "08:05", "Pukul 7.30 WIB", "7:30 AM".
func hourOf(s string) (int, bool) {
	t := strings.ToLower(s)
	for _, w := range []string{"pukul", "jam", "pkl"} {
		t = strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(t, w), ". "))
	}
	h, rest, ok := strings.Cut(strings.Replace(t, ".", ":", 2), ":")
	n, err := strconv.Atoi(h)
	if !ok || err != nil || n > 23 || len(h) > 2 || len(rest) < 2 ||
		rest[0] > '5' || rest[0] < '0' || rest[1] < '0' || rest[1] > '9' {
		return 0, false
	}
	return n, len(rest) == 2 || rest[2] == ':' || rest[2] == ' '
}

// plainNumber reads a number with whatever separators, currency and percent.
func plainNumber(s string) (float64, bool) {
	t := strings.TrimSpace(strings.TrimSuffix(strings.ToLower(s), "%"))
	t = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(t, "rp."), "rp"))
	t = strings.TrimSuffix(strings.TrimSuffix(t, ",-"), ".-")
	if t == "" || strings.Trim(t, "0123456789.,-+ ()\u00a0") != "" || strings.LastIndexByte(t, '-') > 0 {
		return 0, false
	}
	if v, err := strconv.ParseFloat(t, 64); err == nil {
		return v, true
	}
	v, err := strconv.ParseFloat(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, t), 64)
	return v, err == nil
}

// isSpan reports a length of time with its unit.
func isSpan(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == ' ' || r >= '0' && r <= '9' || r == ',' || r == '.'
	})
	return slices.ContainsFunc(words, func(w string) bool { return spanWords[w] })
}

var spanWords = set("menit mnt m min mins minute minutes detik dtk s d sec secs second seconds jam j h hour hours " +
	"hari day days pt")

// fit is whether the cells of a column can be those of a field.
type fit uint8

const (
	unfit fit = iota
	maybe     // nothing speaks against it
	apt       // they look like it
)

// most reports that n of the filled cells are four fifths and more.
func (p *profile) most(n int) bool { return p.filled > 0 && 5*n >= 4*p.filled }

// fits judges whether a column can hold a field.
func (p *profile) fits(f *field) fit {
	if p.filled == 0 {
		return maybe
	}
	good := func(n, possible int) fit {
		switch {
		case p.most(n):
			return apt
		case 2*(n+possible) >= p.filled:
			return maybe
		}
		return unfit
	}
	switch f.typ {
	case day:
		return good(p.dates+p.stamps, p.dayLike+p.codes)
	case clock:
		return good(p.clocks+p.stamps, p.clockLike)
	case clockSpan:
		return good(p.clocks+p.ranges, p.codes+p.clockLike)
	case duration:
		if p.most(p.late) {
			return unfit
		}
		return good(p.spans+p.numbers, p.clocks+p.codes)
	case money, count, decimal2, decimal3:
		if f.typ == money && p.most(p.shares) {
			return unfit
		}
		return good(p.numbers, p.spans+p.codes)
	case month:
		return good(p.months, p.dates+p.codes)
	case year:
		return good(p.years, p.dates+p.codes)
	case score:
		return good(max(p.small, p.answered), p.words+p.codes-2*p.long)
	case hashed:
		return good(p.codes+p.numbers+p.words, 0)
	}
	return p.fitsText(f)
}

// fitsText judges a field of text by what its column must not hold, and those
// that are read from a heading of many meanings by what it must.
func (p *profile) fitsText(f *field) fit {
	switch {
	case 2*(p.dates+p.stamps) > p.filled, 2*p.clocks > p.filled && p.numbers == 0:
		return unfit
	case f.name == "number" && (p.most(p.codes) || p.numbers > 1 && !p.runs && p.most(p.numbers)):
		return apt
	case f.name == "account" && p.most(p.accounts):
		return apt
	}
	return maybe
}
