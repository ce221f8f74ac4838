package layout

import (
	"strconv"
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// aheadOfUTC is how far the clocks of western Indonesia, where most offices are,
// are ahead of UTC, in seconds.
const aheadOfUTC = 7 * 3600

// dateOrders are the orders of day, month and year as inspect names them.
var dateOrders = map[locale.DateOrder]text.Text{
	locale.DMY: text.T("hari/bulan/tahun", "day/month/year"), locale.MDY: text.T("bulan/hari/tahun", "month/day/year"),
	locale.YMD:  text.T("tahun-bulan-hari", "year-month-day"),
	locale.YYMD: text.T("tahun-bulan-hari, tahun dua angka", "year-month-day, years of two digits"),
}

func (t typ) timed() bool { return t == day || t == clock || t == clockSpan || t == month }

// dates fixes the order of day and month of every column. What its own cells
// do not decide is decided, in this order, by another date column of the same
// table, by the month that titles, sheet or file name, by the dates that follow
// one another, and by the language of the header, or else of the cells:
// "Tanggal" is written day first. A column that none of them decides is refused.
func (p *Plan) dates(v *surveys) {
	orders := make([]locale.DateOrder, len(p.Columns))
	proven, from := locale.OrderUnknown, ""
	for i := range p.Columns {
		if !p.readers[i].typ.timed() {
			continue
		}
		o, sure, evidence := v.columns[i].date.Order()
		if s := v.columns[i].date; p.readers[i].typ == day && s.YearFirst(p.context.year) {
			o, sure, evidence = locale.YYMD, true, ""
		}
		if first, ok := v.columns[i].date.MonthFirstDay(); ok && p.readers[i].typ == month && !sure {
			o, sure = first, true
		}
		orders[i] = o
		if evidence != "" {
			p.Columns[i].Evidence = evidence
		}
		if sure && evidence != "" && proven == locale.OrderUnknown {
			proven, from = o, p.Columns[i].Header+": "+evidence
		}
	}
	for i := range p.Columns {
		c, rd := &p.Columns[i], &p.readers[i]
		if c.Field == "" || !rd.typ.timed() {
			continue
		}
		if p.ov != nil && p.ov.DateOrder != "" {
			orders[i], c.Evidence = map[string]locale.DateOrder{"dmy": locale.DMY, "mdy": locale.MDY, "ymd": locale.YMD}[p.ov.DateOrder], "rapor.yaml"
			if orders[i] == locale.YMD && v.columns[i].date.TwoDigits() {
				orders[i] = locale.YYMD
			}
		} else if orders[i] == locale.OrderUnknown {
			orders[i] = p.dateOrder(c, rd, v.columns[i].date, proven, from)
		}
		rd.order = orders[i]
		if rd.typ == day && p.context.year != 0 {
			rd.inYear, rd.inMonth = p.context.year, p.context.month
		}
		if rd.typ == day {
			c.Decision = dateOrders[rd.order]
		}
		if rd.typ == month {
			rd.part = partOfYear(c.Header)
		}
		rd.roman = rd.typ == month && (v.columns[i].roman > 4 || monthHeading(c.Header))
		p.exchanged(c, rd, v.columns[i].date)
	}
}

// dateOrder decides a column of dates that fit both orders.
func (p *Plan) dateOrder(c *PlanColumn, rd *reader, v *locale.DateSurvey, proven locale.DateOrder, from string) locale.DateOrder {
	if v.Mixed() { // two orders in one column
		p.doubt(reject.MixedColumn, c, rd, c.Evidence)
		return locale.OrderUnknown
	}
	if proven != locale.OrderUnknown && proven != locale.YMD {
		c.Evidence = from
		return proven
	}
	if b := p.readerBefore(c); b != nil && b.order != locale.YMD {
		return b.order
	}
	month, said := p.context.month, p.context.said("month")
	if o, ok := v.InMonth(month); month != 0 && ok {
		c.Evidence = said
		return o
	}
	if o, ok := v.Run(); ok {
		c.Evidence += " …"
		return o
	}
	if o, cell := v.Hint(); o == locale.DMY && p.anyIndonesian() {
		c.Evidence = cell
		return o
	}
	if indonesian(c.Header) {
		p.doubt(reject.DateByConvention, c, rd, c.Evidence)
		return locale.DMY
	}
	if p.spoken != "" {
		p.doubt(reject.DateByConvention, c, rd, c.Evidence+", "+p.spoken)
		return locale.DMY
	}
	p.doubt(reject.AmbiguousDate, c, rd, c.Evidence)
	return locale.OrderUnknown
}

// indonesian reports a header in Indonesian, by the words date columns have.
func indonesian(header string) bool {
	words := strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return r < 'a' || r > 'z' })
	for _, w := range words {
		switch w {
		case "tanggal", "tgl", "hari", "waktu", "jam", "bulan", "mulai", "selesai", "masuk", "keluar", "terbit", "permohonan", "kejadian", "putusan", "kontrak":
			return true
		}
	}
	return false
}

func (p *Plan) anyIndonesian() bool {
	for _, c := range p.Columns {
		if indonesian(c.Header) {
			return true
		}
	}
	return false
}

func monthHeading(header string) bool {
	f := fold(header)
	return strings.Contains(f, "bulan") || strings.Contains(f, "bln") || strings.Contains(f, "month")
}

// exchanged notes dates of which a spreadsheet exchanged day and month.
func (p *Plan) exchanged(c *PlanColumn, rd *reader, v *locale.DateSurvey) {
	if rd.swapTold {
		return
	}
	switch v.Exchanged() {
	case locale.Exchanged:
		rd.exchanged = true
		c.Decision = join(c.Decision, text.T("tanggal sampai tanggal 12 ditukar kembali", "days up to the 12th put back"))
		_, cell := v.Hint()
		p.note(reject.DatesExchanged, text.Same(c.Header+": "+cell))
	case locale.ExchangeDoubt:
		rd.doubted = true
		_, cell := v.Hint()
		p.doubt(reject.AmbiguousDate, c, rd, cell+"; unit: tertukar / unit: utuh")
	}
}

// clocks fixes how the columns of hours are written, and of which zone they are.
func (p *Plan) clocks(v *surveys) {
	var table locale.ClockSurvey
	for i := range v.columns {
		if c := v.columns[i].clock; c != nil {
			table.Join(c)
		}
	}
	for i := range p.readers {
		rd, s := &p.readers[i], &v.columns[i]
		if s.clock == nil {
			continue
		}
		own := *s.clock
		own.Share(&table)
		form := own.Form()
		form.Digits, form.Points, form.Tens = form.Digits || rd.form.Digits, form.Points || rd.form.Points, form.Tens || rd.form.Tens
		form.NoZero = form.NoZero && p.kind.awake
		rd.twelve = p.kind.awake && !rd.daylong && !form.UTC && table.Twelve()
		rd.form = form
		if bad := s.clock.SampleBad; bad != "" && p.Columns[i].Evidence == "" {
			p.Columns[i].Evidence = bad
		}
	}
	p.zones(v)
	p.noteTwelve()
	for i := range p.readers {
		if v.columns[i].clock != nil {
			p.Columns[i].Decision = join(p.Columns[i].Decision, clockWord(&p.readers[i]))
		}
	}
}

// noteTwelve says of which columns hours of 1 to 6 are taken for the afternoon.
func (p *Plan) noteTwelve() {
	for i := range p.readers {
		if p.readers[i].twelve {
			line := "sources: [{glob: " + strconv.Quote(glob(p.index.file)) + `, unit: "24 jam"}]`
			p.note(reject.TwelveHours, text.T(p.Columns[i].Header+"; bila berarti dini hari, tulis di rapor.yaml: "+line,
				p.Columns[i].Header+"; if early morning is meant, write in rapor.yaml: "+line))
			return
		}
	}
}

// zones fixes the zone of times that are said to be in UTC: by rapor.yaml, by
// days that are midnights of the office told in UTC, by custom.
func (p *Plan) zones(v *surveys) {
	ahead, known := int32(aheadOfUTC), byCustom
	for i := range p.readers {
		if d := v.columns[i].date; d != nil && p.readers[i].typ == day {
			if h, ok := d.LocalMidnight(); ok {
				ahead, known = h*3600, byTable
			}
		}
	}
	guessed := ""
	for i := range p.readers {
		rd, s := &p.readers[i], &v.columns[i]
		if s.date == nil {
			continue
		}
		utc := s.clock != nil && rd.form.UTC || rd.typ == day && s.date.InUTC()
		switch {
		case !utc && !rd.naive:
			rd.ahead = 0
		case rd.zone != bySetting:
			rd.ahead, rd.zone = ahead, known
			if known == byCustom {
				guessed = p.Columns[i].Header
			}
		}
	}
	if guessed != "" {
		p.note(reject.ZoneByConvention, text.Same(guessed))
	}
}

// clockWord names the form of a column of hours.
func clockWord(rd *reader) text.Text {
	f := rd.form
	switch {
	case rd.twelve:
		return text.T("jam 12-an tanpa AM/PM: 1 sampai 5 adalah siang dan sore", "a clock of twelve without AM and PM: 1 to 5 are of the afternoon")
	case (f.UTC || rd.naive) && rd.ahead != 0:
		zone := map[int32]string{7: "WIB", 8: "WITA", 9: "WIT"}[rd.ahead/3600]
		return text.T("UTC, dijadikan "+zone, "UTC, made "+zone)
	case f.Fraction:
		return text.T("pecahan hari", "fractions of a day")
	case f.Digits:
		return text.Same("0730 = 07.30")
	case f.Points:
		return text.Same("8.1 = 08.10")
	case f.Tens:
		return text.Same("8.1 = 08.10")
	case f.Lone:
		return text.Same("8.1 = 08.01")
	}
	return text.Text{}
}

// years fixes of which years the dates of a table may be: a lonely one, far
// outside the rest or after the file itself, is a slip of its row.
func (p *Plan) years(v *surveys) {
	for i := range p.readers {
		rd := &p.readers[i]
		if rd.typ != day {
			continue
		}
		years := v.columns[i].date.Years()
		if rd.order == locale.YYMD {
			years = v.columns[i].date.ShortYears()
		}
		if years == nil {
			continue
		}
		if y := p.context.year; y != 0 && len(p.kind.dates) > 0 && p.Columns[i].Field == p.kind.dates[0] && years.Mostly(y) {
			rd.slipYear, rd.slipMonth = y, p.context.month
		}
		from, to, lonely := years.Span(p.Latest)
		if lonely || !v.whole {
			rd.from, rd.to, rd.widen = from, to, !v.whole
		}
		if lonely {
			p.Columns[i].Decision = join(p.Columns[i].Decision, text.Same(strconv.Itoa(from)+"–"+strconv.Itoa(to)))
		}
	}
}
