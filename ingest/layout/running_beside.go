package layout

import (
	"maps"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// A report of a month may state its spending three times: what was spent before
// the month, in the month, and up to its end. The last is a running total, and
// the sum of the others.

// threefold are the places of such columns; own and prior are -1 where the table
// has none.
type threefold struct{ prior, own, running int }

// Words that say of an amount of a month which of the three it is, behind those
// of a running total; "s.d. bulan lalu" is what was spent before.
var (
	priorMonth = []string{"bulan lalu", "bln lalu", "bulan yang lalu", "bulan yg lalu", "bulan sebelumnya",
		"bln sebelumnya", "bulan sebelum", "periode lalu", "periode sebelumnya", "sebelumnya", "last month",
		"previous month", "prior month", "previous period", "last period"}
	ownMonth = []string{"bulan ini", "bln ini", "bulan berjalan", "bulan bersangkutan", "periode ini",
		"this month", "current month", "this period", "current period"}
	upTo = []string{"s d", "sd", "sampai dengan", "sampai", "s d akhir", "hingga", "up to", "to date", "ytd",
		"kumulatif", "akumulasi", "cumulative", "year to date", "seluruhnya"}
	flowing    = set("realisasi real penyerapan serapan terserap realization realisation spending spent expenditure pengeluaran belanja")
	notFlowing = set("sisa saldo % persen persentase pagu rencana target rpd blokir anggaran remaining balance percent plan")
)

// monthPart says which of the three a heading is: 'p', 'o' or 'r', 0 for none.
func monthPart(header string) byte {
	f := " " + strings.Join(strings.FieldsFunc(strings.ToLower(header), func(r rune) bool {
		return (r < 'a' || r > 'z') && r != '%' && (r < '0' || r > '9')
	}), " ") + " "
	words := strings.Fields(f)
	says := func(list []string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(f, " "+w+" ") })
	}
	is := func(list map[string]bool) bool {
		return slices.ContainsFunc(words, func(w string) bool { return list[w] })
	}
	realised := slices.Contains(words, "realisasi") && !is(set("sisa saldo % persen persentase"))
	if !is(flowing) || is(notFlowing) && !realised {
		return 0
	}
	switch {
	case says(priorMonth):
		return 'p'
	case says(upTo):
		return 'r'
	case says(ownMonth):
		return 'o'
	}
	return 0
}

// runUpBeside takes the running total of a table that states it beside the
// spending of the month, unless rapor.yaml says otherwise.
func (p *Plan) runUpBeside() {
	p.three = nil
	if p.Kind != ledgerKind.name || p.ov != nil && p.ov.Flow == "flow" {
		return
	}
	t, spent := threefold{-1, -1, -1}, -1
	for i := range p.Columns {
		c := &p.Columns[i]
		if len(c.dims) > 0 || c.Field != "" && c.Field != "spent" || p.leftOut(c.Header) {
			if c.Field == "spent" {
				return
			}
			continue
		}
		if c.Field == "spent" {
			spent = i
		}
		place := map[byte]*int{'p': &t.prior, 'o': &t.own, 'r': &t.running}[monthPart(c.Header)]
		if place == nil {
			continue
		}
		if *place >= 0 {
			return // two of one kind: of a year ago, of a plan
		}
		*place = i
	}
	if t.own < 0 && spent >= 0 && monthPart(p.Columns[spent].Header) == 0 {
		t.own = spent // "Realisasi" beside "Realisasi s.d. Bulan Ini"
	}
	if t.running < 0 || t.own < 0 && t.prior < 0 || spent < 0 || spent != t.running && p.chosen(spent) ||
		spent != t.own && spent != t.running {
		return
	}
	p.Columns[spent].Field, p.Columns[t.running].Field = "", "spent"
	p.three = &t
	if p.layout.Constants["flow"] == "" {
		l := *p.layout
		if l.Constants = maps.Clone(l.Constants); l.Constants == nil {
			l.Constants = map[string]string{}
		}
		l.Constants["flow"] = "kumulatif"
		p.layout = &l
	}
}

// partsOfMonths tells the rows of headings that stand below one of spending:
// "Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini".
func partsOfMonths(rows []grid.Row) []bool {
	out := make([]bool, len(rows))
	for k := range rows {
		n := 0
		for i := range rows[k].Cells {
			c := &rows[k].Cells[i]
			if c.Kind == grid.Text && len(c.Text) < 40 && partHint(c.Text) && monthPart("realisasi "+c.Text) != 0 {
				n++
			}
		}
		out[k] = n >= 2
	}
	return out
}

// partHint reports a word that such a heading has, at the cost of a glance.
func partHint(s string) bool {
	low := strings.ToLower(s)
	return slices.ContainsFunc([]string{"bulan", "bln", "month", "period"}, func(w string) bool {
		return strings.Contains(low, w)
	})
}

// has reports a column of the table that is one of the three.
func (t *threefold) has(p *Plan, index int) bool {
	return t != nil && slices.ContainsFunc([]int{t.prior, t.own, t.running}, func(i int) bool {
		return i >= 0 && p.Columns[i].Index == index
	})
}

// chosen reports a column that rapor.yaml gives its field.
func (p *Plan) chosen(i int) bool {
	if p.ov == nil {
		return false
	}
	for heading := range p.ov.Columns {
		if heads(p.Columns[i].Header, heading) {
			return true
		}
	}
	return false
}

// beforeAndOwn holds the running total of a row against what was spent before the
// month and in it.
func (r *runner) beforeAndOwn(row *grid.Row) {
	t := r.p.three
	if t == nil || t.prior < 0 || t.own < 0 {
		return
	}
	rd := &r.p.readers[t.running]
	var n [3]int64
	stated := 0
	for k, i := range []int{t.prior, t.own, t.running} {
		cell := cellAt(row, r.p.Columns[i].Index)
		v, ok, code := rd.parse(&cell)
		if code != "" {
			return
		}
		n[k], stated = v.n, stated+boolInt(ok)
	}
	sum := n[0] + n[1]
	if sum == n[2] || stated < 3 && (n[2] == 0 || sum == 0) {
		return
	}
	say := plainAmount(rd.typ, sum)
	c := &r.p.Columns[t.running]
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: c.Header, Code: reject.TotalMismatch,
		Shown: strings.Clone(cellAt(row, c.Index).Text),
		Hint: text.T("bulan lalu + bulan ini = "+say+"; yang dipakai "+c.Header,
			"last month + this month = "+say+"; used is "+c.Header)})
	r.contradict(n[2], sum, n[2])
}
