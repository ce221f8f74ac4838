package layout

import (
	"path"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
)

// context is what is said around a table: its day, month, year, source of funds.
type context struct {
	year, month int
	day         record.Day
	fund        record.Fund
	evidence    []Evidence // what counts
	against     []Evidence // what says otherwise, further away
	scale       int64      // factor of money that a title states; 0 = none
	scaleSaid   string
	flow        record.Tri // what words say of months: running totals (Yes) or each its own (No)
	flowSaid    string
}

// titles reads the rows above the header and those of it that are titles, then
// the names of the sheet, the file and its folders.
// They begin with what those of the table above say.
func titles(above context, rows []grid.Row, header, last uint32, sheet, file string) context {
	c := above
	c.evidence = slices.Clone(above.evidence)
	for i := range rows {
		switch r := &rows[i]; {
		case r.N > last:
		case r.N < header && texts(r) <= titleCells || texts(r) == 1:
			c.read(r)
		}
	}
	c.unit(sheet)
	c.name(sheet, InSheet)
	dir, base := path.Split(file)
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		base = base[:i]
	}
	c.name(base, InFile)
	for dir = strings.Trim(dir, "/"); dir != ""; {
		up, name := path.Split(dir)
		c.name(name, InFolder)
		dir = strings.Trim(up, "/")
	}
	return c
}

// titleCells is how many cells a title fills at most; a header row of a single
// text is a title above its columns.
const titleCells = 8

// texts counts the filled cells of a row, as far as a title has them.
func texts(r *grid.Row) int {
	n := 0
	for i := range r.Cells {
		if strings.TrimSpace(r.Cells[i].Text) != "" {
			if n++; n > titleCells {
				break
			}
		}
	}
	return n
}

// read takes what one title row says. A later title speaks for what follows it.
func (c *context) read(r *grid.Row) {
	for i := range r.Cells {
		cell := &r.Cells[i]
		t := strings.TrimSpace(cell.Text)
		if t == "" || cell.Kind != grid.Text {
			continue
		}
		said := periodOf(t)
		if said.year != 0 && said.month == 0 && !mentionsPeriod(t) && !endsInYear(t) {
			said = period{}
		}
		if said.month != 0 && said.year == 0 && !mentionsPeriod(t) {
			said.month = 0
		}
		c.take(said, InTitle, t)
		if f := fundOf(t); f != record.FundUnknown {
			c.fund = f
		}
		c.unit(t)
		c.flows(t)
	}
}

// unit takes the unit of money that a title states: "(dalam ribuan rupiah)".
func (c *context) unit(t string) {
	if f, ok := scaleOf(t); ok && c.scale == 0 {
		c.scale, c.scaleSaid = f, t
	}
}

// name takes what the name of a sheet, a file or a folder says, as far as
// nothing nearer did; what it says otherwise is kept.
func (c *context) name(s string, where Place) {
	c.flows(s)
	said := periodOf(s)
	if said == (period{}) {
		return
	}
	if c.year != 0 && said.year != 0 && c.year != said.year {
		c.against = append(c.against, Evidence{"year", where, digits4(said.year), s, true})
		return
	}
	if c.month != 0 && said.month != 0 && c.month != said.month {
		c.against = append(c.against, Evidence{"month", where, digits2(said.month), s, true})
	}
	if c.year != 0 {
		said.year = 0
	}
	if c.month != 0 {
		said.month, said.day = 0, 0
	}
	c.take(said, where, s)
}

// said are the words that told something.
func (c *context) said(what string) string {
	for _, e := range c.evidence {
		if e.What == what {
			return e.Said
		}
	}
	return ""
}

// take sets what is said.
func (c *context) take(said period, where Place, words string) {
	note := func(what, value string) {
		c.evidence = append(c.evidence, Evidence{what, where, value, words, false})
	}
	if said.year != 0 {
		c.year = said.year
		note("year", digits4(said.year))
	}
	if said.month != 0 {
		c.month = said.month
		note("month", digits2(said.month))
	}
	if said.day != 0 && c.year != 0 && c.month != 0 {
		c.day = record.DayOf(c.year, c.month, said.day)
		note("day", c.day.String())
	}
}

func digits2(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
func digits4(n int) string { return digits2(n/100) + digits2(n%100) }

// period is what a title or a name says: zero for what it does not.
type period struct{ year, month, day int }

// periodOf reads a period out of words: "TAHUN ANGGARAN 2016", "Januari 2016",
// "antrean_januari", "2016-01-13".
func periodOf(s string) period {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /-:.,_()'\"", r) })
	for i := 0; i+3 <= len(words); i++ { // a whole date
		for _, o := range []locale.DateOrder{locale.YMD, locale.DMY} {
			if (o == locale.YMD) != (len(words[i]) == 4) {
				continue
			}
			if d, err := locale.ParseDate(strings.Join(words[i:i+3], "-"), o); err == nil && d.Year >= 1990 && d.Year <= 2100 {
				return period{d.Year, d.Month, d.Day}
			}
		}
	}
	if y, m, ok := locale.ParsePeriodMonth(s); ok && y >= 1990 && y <= 2100 {
		return period{year: y, month: m}
	}
	var p period
	p.year, _ = locale.ParseYear(s)
	n := 0
	for _, w := range words {
		if m, ok := monthName(w); ok && len(w) >= 3 {
			p.month = int(m[0]-'0')*10 + int(m[1]-'0')
			n++
		}
	}
	if n != 1 { // "Januari s.d. Juni" is no month
		p.month = 0
	}
	return p
}

// endsInYear reports a title of several words that ends in a year, as "Rekap
// Deportasi 2016" does; the year of a regulation is none.
func endsInYear(t string) bool {
	words := strings.Fields(fold(t))
	for len(words) > 2 && unitEnds[words[len(words)-1]] { // "Realisasi 2016 (dalam ribuan rupiah)"
		words = words[:len(words)-1]
	}
	if len(words) < 2 || len(words[len(words)-1]) != 4 {
		return false
	}
	_, ok := locale.ParseYear(words[len(words)-1])
	return ok && !slices.ContainsFunc(words, func(w string) bool { return regulations[w] })
}

var regulations = set(`no uu pp perpres permen permenkumham permenpanrb pmk peraturan undang keputusan kep se surat law
	regulation`)

func mentionsPeriod(t string) bool {
	f := fold(t)
	for _, w := range []string{"tahun", "periode", "ta ", "bulan", "per ", "triwulan", "semester", "year", "month", "fiscal"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// fundOf reads titles such as "a. Rupiah Murni (RM)" or "c. RM + PNBP".
func fundOf(t string) record.Fund {
	f := " " + fold(strings.ReplaceAll(t, "+", " + ")) + " "
	rm := strings.Contains(f, " rm ") || strings.Contains(f, "rupiah murni")
	pnbp := strings.Contains(f, " pnbp ") || strings.Contains(f, " pnp ")
	switch {
	case rm && pnbp:
		return record.FundCombined
	case rm:
		return record.FundRM
	case pnbp:
		return record.FundPNBP
	}
	return record.FundUnknown
}

// monthName gives "01".."12" for a text that is a month's name.
func monthName(s string) (string, bool) {
	t := strings.TrimSpace(s)
	if t == "" || t[0] >= '0' && t[0] <= '9' {
		return "", false
	}
	m, ok := locale.ParseMonth(t)
	if !ok {
		return "", false
	}
	return digits2(m), true
}
