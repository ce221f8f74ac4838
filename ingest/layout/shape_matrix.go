package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/vocabulary"
)

// keyWords are the headings of columns that say of what a row is, for tables
// whose amounts stand across; "-" for those that say nothing needed.
var keyWords = map[string]map[string]string{
	"": keys(`no|no urut|no.|nomer|urut|kode satker|kd satker|id = -;
		bulan|month|bln|periode bulan = month; tahun|tahun anggaran|ta|year|fiscal year = year;
		kantor|nama kantor|satker|nama satker|uraian satker|satuan kerja|nama satuan kerja|unit kerja|upt|nama upt|office|
		work unit|unit = office`),
	"ledger": keys(`akun|nama akun|uraian akun|jenis belanja|kelompok belanja|belanja|uraian belanja|nama
		belanja|uraian|mak|
		account|account name|expenditure type|type of expenditure|jenis pengeluaran|kode akun|rincian|uraian jenis belanja|
		description|keterangan belanja = account; kode|kd|kode belanja|code = code; sumber dana|fund|source of funds = fund`),
	"revenue": keys(`kode akun|akun|kode|kd|mak|kode mak|kode pnbp|kode penerimaan|kode pendapatan|account|code = account;
		jenis pendapatan|jenis penerimaan|jenis pnbp|jenis layanan|jenis|uraian|uraian akun|nama akun|pendapatan|penerimaan|
		pnbp|uraian pendapatan|uraian penerimaan|uraian pnbp|nama pendapatan|akun pendapatan|layanan|jenis tarif|
		type of revenue|revenue type|revenue|description|service = label;
		target|target rp|target pnbp|target pendapatan|target penerimaan|estimasi pendapatan|estimasi|pagu pendapatan = target`),
	"volume": keys(`tanggal|tgl|hari tanggal|date = day; satuan|unit hitung = unit; unsur|jenis|jenis layanan|jenis izin|uraian = matter`),
	"action": keys(`kebangsaan|kewarganegaraan|negara|negara asal|asal negara|warga negara|wn|wna|warga negara asal|
		nationality|country|citizenship|country of origin|nama negara|warganegara|asal = nationality;
		jenis tindakan|tindakan|jenis tak|bentuk tak|tak|jenis tindakan administratif|tindakan administratif|type of action|
		action|jenis = type; pasal|pasal yang dilanggar|article = article; jenis kelamin|sex|l p|jk = sex`),
}

// keys reads headings, parted by |, with the field that they are of.
func keys(s string) map[string]string {
	out := map[string]string{}
	for entry := range strings.SplitSeq(s, ";") {
		words, field, _ := strings.Cut(entry, " = ")
		for w := range strings.SplitSeq(words, "|") {
			out[fold(w)] = strings.TrimSpace(field)
		}
	}
	return out
}

// key is the field of a column that every record of a row shares, "" for none.
func (w *matrix) key(c int) string {
	h := &w.win.heads[c]
	if len(h.path) == 0 {
		return ""
	}
	last := fold(h.path[len(h.path)-1])
	if w.ov != nil {
		if f, ok := w.ov.headings(w.kind)[last]; ok {
			return f
		}
	}
	for _, kind := range []string{"", w.kind} {
		if f, ok := keyWords[kind][last]; ok {
			return f
		}
	}
	for _, s := range w.ix.alias[last] {
		if l := &w.ix.layouts[s.layout]; l.Kind == w.kind {
			return l.Columns[s.column].Field
		}
	}
	return ""
}

// takeKeys takes the columns that stand for none of several. Amounts that hold
// for the whole row, such as a ceiling, are among them.
func (w *matrix) takeKeys(amounts ...string) {
	seen := map[string]bool{}
	for c := range w.marks {
		if slices.ContainsFunc(w.cells, func(x PlanColumn) bool { return x.Index == c }) || w.summed(c) {
			continue
		}
		f := w.key(c)
		if m := &w.marks[c]; f == "" && m.plain() && m.measure != "" && !m.running {
			f = m.measure
		}
		kind, _ := kindOf(w.kind)
		field, ok := kind.field(f)
		if f == "percent" || f == "remainder" { // of the whole year, in every month's record
			continue
		}
		if f == "" || f == Ignored || !ok || seen[f] || field.typ.numeric() && !slices.Contains(amounts, f) {
			continue
		}
		seen[f] = true
		w.keys = append(w.keys, PlanColumn{Index: c, Field: f})
	}
}

func (w *matrix) summed(c int) bool {
	return slices.ContainsFunc(w.sums, func(s sumColumn) bool { return s.index == c })
}

func (w *matrix) hasKey(field string) bool {
	return slices.ContainsFunc(w.keys, func(k PlanColumn) bool { return k.Field == field })
}

// byMonth takes a table with months across: amounts of a budget, or numbers of
// persons by nationality or by act.
func (w *matrix) byMonth() bool {
	if w.ofRevenue() {
		return w.revenueMonths()
	}
	_, spending := w.accounts()
	money := spending > 0
	for i := range w.marks {
		money = money || w.marks[i].measure == "ceiling" || w.marks[i].measure == "spent" && w.marks[i].month != 0
	}
	w.kind = "action"
	if money || w.money() {
		w.kind = "ledger"
	}
	measure := map[bool]string{true: "spent", false: "number"}[w.kind == "ledger"]
	running := 0
	for c := range w.marks {
		m := &w.marks[c]
		if m.month == 0 {
			continue
		}
		field := measure
		if w.kind == "ledger" && m.measure != "" {
			field = m.measure
		} else if m.measure != "" {
			return false
		}
		switch {
		case m.total: // "Jumlah Januari" beside its parts
			return false
		case field == "remainder" || field == "percent":
			continue
		case !w.cell(c, field, m.monthDims()...):
			return false
		case m.running:
			running++
		}
	}
	if running > 0 && running < len(w.cells) || len(w.cells) < leastAcross {
		return false
	}
	w.totalColumns(measure)
	if w.kind == "ledger" {
		return w.ledgerMonths(running > 0)
	}
	if running > 0 {
		w.consts["flow"], w.sums = "kumulatif", nil
	}
	return w.volumeMonths() || w.actionMonths()
}

// totalColumns finds the columns that add up those of a measure.
func (w *matrix) totalColumns(measure string) {
	for c := range w.marks {
		m := &w.marks[c]
		if len(w.win.heads[c].path) == 0 || !m.total || !m.plain() || m.month != 0 || m.class != "" || m.act != "" {
			continue
		}
		field := measure
		if m.measure != "" {
			field = m.measure
		}
		if slices.ContainsFunc(w.cells, func(x PlanColumn) bool { return x.Field == field }) {
			w.sums = append(w.sums, sumColumn{c, field})
		}
	}
}

// money reports a table that is said to be of a budget.
func (w *matrix) money() bool {
	for c := range w.marks {
		if len(w.win.heads[c].path) > 0 {
			if last := fold(w.win.heads[c].path[len(w.win.heads[c].path)-1]); keyWords["ledger"][last] == "account" &&
				last != "uraian" {
				return true
			}
		}
	}
	for _, s := range w.saying() {
		for _, t := range vocabulary.Tokens(s) {
			switch t {
			case "anggaran", "belanja", "pagu", "dipa", "rupiah", "budget", "spending", "expenditure":
				return true
			}
		}
	}
	return false
}

// ledgerMonths completes a budget with months across.
func (w *matrix) ledgerMonths(running bool) bool {
	w.takeKeys("ceiling", "blocked")
	if !w.hasKey("account") && !w.hasKey("code") {
		return false
	}
	w.onlyCode()
	if running {
		w.consts["flow"] = "kumulatif"
		w.sums = nil
	}
	return true
}

// onlyCode takes the codes of a table without names for its accounts.
func (w *matrix) onlyCode() {
	for i := range w.keys {
		if w.keys[i].Field == "code" && !w.hasKey("account") {
			w.keys[i].Field = "account"
		}
	}
}

// wholeNumber reads a cell as a number without its marks, for comparisons
// within one row.
func wholeNumber(r *grid.Row, c int) (n int64, ok bool) {
	if c >= len(r.Cells) {
		return 0, false
	}
	t := r.Cells[c].Text
	if r.Cells[c].Kind == grid.Number {
		t, _, _ = strings.Cut(t, ".")
	}
	for _, x := range strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(t), ",00"), ".00") {
		switch {
		case x >= '0' && x <= '9' && n < 1<<58:
			n, ok = n*10+int64(x-'0'), true
		case x == '.' || x == ',' || x == ' ' || x == 'R' || x == 'p':
		default:
			return 0, false
		}
	}
	return n, ok
}

// byClass takes a table with kinds of spending across, one row an office.
func (w *matrix) byClass() bool {
	w.kind = "ledger"
	for c := range w.marks {
		m := &w.marks[c]
		switch {
		case m.class == "" || m.measure == "remainder" || m.measure == "percent":
			continue
		case !m.plain() || m.measure == "" || m.total:
			return false
		case !w.cell(c, m.measure, dimValue{"account", m.class}):
			return false
		case m.running:
			w.consts["flow"] = "kumulatif"
		}
	}
	has := func(field string) bool {
		return slices.ContainsFunc(w.cells, func(x PlanColumn) bool { return x.Field == field })
	}
	if !has("ceiling") || !has("spent") {
		return false
	}
	for _, f := range []string{"ceiling", "spent", "blocked", "plan"} {
		for c := range w.marks {
			if m := &w.marks[c]; m.total && m.plain() && m.class == "" && m.measure == f {
				w.sums = append(w.sums, sumColumn{c, f})
			}
		}
	}
	w.takeKeys()
	w.keys = slices.DeleteFunc(w.keys, func(k PlanColumn) bool { return k.Field == "account" || k.Field == "code" })
	return true
}

// actionMonths completes a table of acts with months across.
func (w *matrix) actionMonths() bool {
	w.takeKeys()
	if !w.hasKey("nationality") && !w.hasKey("type") && !w.countries() {
		return false
	}
	if c := w.context(); c.year == 0 && !w.hasKey("year") && !w.given("year") && w.marksLack(func(m *mark) bool {
		return m.year == 0
	}) {
		w.lacks = append(w.lacks, "year")
	}
	return w.typed()
}

// typed finds the act that a table counts which has no column of it.
func (w *matrix) typed() bool {
	w.consts["grain"] = "month"
	if w.hasKey("type") || w.given("type") {
		return true
	}
	for _, s := range w.saying() {
		act, several := actSaid(s)
		if several {
			break
		}
		if act != "" {
			w.consts["type"] = act
			return true
		}
	}
	w.lacks = append(w.lacks, "type")
	return true
}

// marksLack reports a column of a month of which something is true.
func (w *matrix) marksLack(lack func(*mark) bool) bool {
	return slices.ContainsFunc(w.marks, func(m mark) bool { return m.month != 0 && lack(&m) })
}

// byAct takes a table with the acts across, a month or a nationality a row.
func (w *matrix) byAct() bool {
	w.kind = "action"
	for c := range w.marks {
		m := &w.marks[c]
		if m.act == "" || m.total {
			continue
		}
		if !m.plain() || m.measure != "" || !w.cell(c, "number", dimValue{"type", m.act}) {
			return false
		}
	}
	if len(w.cells) < leastAcross {
		return false
	}
	w.totalColumns("number")
	w.takeKeys()
	if !w.hasKey("month") && !w.hasKey("nationality") && !w.countries() {
		return false
	}
	w.consts["grain"] = "month"
	c := w.context()
	if c.year == 0 && !w.monthsOfYears() && !w.hasKey("year") && !w.given("year") {
		w.lacks = append(w.lacks, "year")
	}
	if c.month == 0 && !w.hasKey("month") && !w.given("month") {
		w.lacks = append(w.lacks, "month")
	}
	return true
}

// countries takes the column whose cells are names of countries for that of the
// nationality, whatever its heading.
func (w *matrix) countries() bool {
	last := w.win.rows[len(w.win.rows)-1].N
	for c := range w.marks {
		if len(w.win.heads[c].path) == 0 || slices.ContainsFunc(w.cells, func(x PlanColumn) bool { return x.Index == c }) {
			continue
		}
		known, all := 0, 0
		for i := range w.rows {
			r := &w.rows[i]
			if r.N <= last || c >= len(r.Cells) || strings.TrimSpace(r.Cells[c].Text) == "" {
				continue
			}
			all++
			if vocabulary.Known(vocabulary.Nationality, r.Cells[c].Text) {
				known++
			}
		}
		if known >= 2 && 3*known >= 2*all {
			w.keys = append(w.keys, PlanColumn{Index: c, Field: "nationality"})
			return true
		}
	}
	return false
}
