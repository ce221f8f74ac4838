package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
)

// context is what titles above a table say: its month, year, source of funds.
type context struct {
	year, month int
	fund        record.Fund
	evidence    []string
	scale       int64 // factor of money that a title states; 0 = none
	scaleSaid   string
}

// titles reads the rows above the header, then the sheet's name.
func titles(rows []grid.Row, header uint32, sheet string) context {
	var c context
	for _, r := range rows {
		if r.N >= header {
			break
		}
		c.read(&r)
	}
	c.unit(sheet)
	if c.month == 0 {
		if y, m, ok := locale.ParsePeriodMonth(sheet); ok {
			c.year, c.month = y, m
			c.evidence = append(c.evidence, sheet)
		} else if m, ok := monthName(sheet); ok {
			c.month = int(m[0]-'0')*10 + int(m[1]-'0')
			c.evidence = append(c.evidence, sheet)
		}
	}
	return c
}

// read takes what one title row says.
func (c *context) read(r *grid.Row) {
	for _, cell := range r.Cells {
		t := strings.TrimSpace(cell.Text)
		if cell.Kind != grid.Text || t == "" {
			continue
		}
		if y, m, ok := locale.ParsePeriodMonth(t); ok {
			c.year, c.month = y, m
			c.evidence = append(c.evidence, t)
		} else if y, ok := locale.ParseYear(t); ok && mentionsPeriod(t) {
			c.year = y
			c.evidence = append(c.evidence, t)
		}
		if f := fundOf(t); f != record.FundUnknown {
			c.fund = f
		}
		c.unit(t)
	}
}

// unit takes the unit of money that a title states: "(dalam ribuan rupiah)".
func (c *context) unit(t string) {
	if f, ok := scaleOf(t); ok && c.scale == 0 {
		c.scale, c.scaleSaid = f, t
	}
}

func mentionsPeriod(t string) bool {
	f := fold(t)
	for _, w := range []string{"tahun", "periode", "ta ", "bulan", "per "} {
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
	return string([]byte{byte('0' + m/10), byte('0' + m%10)}), true
}
