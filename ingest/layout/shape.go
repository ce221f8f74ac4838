package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// Some tables have no column for what they count: the months, the kinds of
// spending or the acts stand across, each a column of its own. A shape is such
// a form, known by the words of its headings taken apart, whatever their order.
// It gives a plan like a layout does; rows are read as they stand.

// shape finds a table of a known form among the first rows; nil when there is
// none. An error says what it lacks.
func (ix *index) shape(rows []grid.Row, merged []grid.Range, ov *Override) (*Plan, error) {
	if ov != nil && ov.Layout != "" {
		return nil, nil
	}
	rows = monthsShown(rows)
	var best *matrix
	for i := range rows {
		if !across(&rows[i]) && !placesAsked(ov) {
			continue
		}
		for from := max(0, i-headerHeight+1); from <= i; from++ {
			for h := i - from + 1; h <= headerHeight && from+h <= len(rows); h++ {
				if ov != nil && len(ov.Header) > 0 && (rows[from].N != ov.Header[0] || h != len(ov.Header)) {
					continue
				}
				if w := ix.matrix(rows, from, h, merged, ov); w != nil && (best == nil || w.score > best.score) {
					best = w
				}
			}
		}
		if best != nil {
			break // further down are the rows of this table, or another one
		}
	}
	if best == nil {
		return nil, nil
	}
	return best.plan()
}

// monthsShown writes months that headings hold as dates ("Jan-16" as a
// spreadsheet keeps it) as they are shown.
func monthsShown(rows []grid.Row) []grid.Row {
	out := slices.Clone(rows)
	for i := range out {
		dates := 0
		for k := range out[i].Cells {
			if _, ok := shownMonth(&out[i].Cells[k]); ok {
				dates++
			}
		}
		if dates < leastAcross {
			continue
		}
		cells := slices.Clone(out[i].Cells)
		for k := range cells {
			if t, ok := shownMonth(&cells[k]); ok {
				cells[k] = grid.Cell{Text: t, Kind: grid.Text}
			}
		}
		out[i].Cells = cells
	}
	return out
}

// shownMonth is the month of a cell that holds its first day, as "2016-01".
func shownMonth(c *grid.Cell) (string, bool) {
	var d locale.Date
	var err error
	switch {
	case c.Kind == grid.Number && c.Look == grid.Date:
		d, err = locale.ParseSerial(c.Text, false)
	case c.Kind == grid.ISODate:
		d, err = locale.ParseDate(c.Text, locale.YMD)
	default:
		return "", false
	}
	if err != nil || d.Day != 1 {
		return "", false
	}
	return digits4(d.Year) + "-" + digits2(d.Month), true
}

// leastAcross is how many columns of one form make a table of that form.
const leastAcross = 2

// across reports a row that may belong to the heading of such a table: most
// rows end here.
func across(r *grid.Row) bool {
	if len(r.Cells) > mostAcross {
		return false
	}
	hinted := 0
	for i := range r.Cells {
		if c := &r.Cells[i]; c.Kind == grid.Text && len(c.Text) <= longestHeading && hints(c.Text) {
			hinted++
		}
	}
	if hinted < leastAcross {
		return false
	}
	months, kinds := 0, 0
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind != grid.Text || len(c.Text) > longestHeading || !hints(c.Text) {
			continue
		}
		switch m := markOf([]string{c.Text}); {
		case m.month != 0 && m.rest == 0:
			months++
		case m.rest == 0 && (m.class != "" || m.act != ""):
			kinds++
		default:
			if _, known := vocabulary.MatterOf(c.Text); known {
				kinds++
			}
		}
	}
	return months >= leastAcross || kinds >= leastAcross
}

// hints reports a text with a word that may be a month, a kind of spending or an
// act, by its first letters.
func hints(t string) bool {
	if len(t) == 7 && t[4] == '-' && (t[0] == '1' || t[0] == '2') {
		return true // "2016-01"
	}
	for i := 0; i+1 < len(t); i++ {
		if i > 0 && letter(t[i-1]) || !letter(t[i]) {
			continue
		}
		var b [3]byte
		n := 0
		for n < 3 && i+n < len(t) && letter(t[i+n]) {
			b[n] = t[i+n] | 0x20
			n++
		}
		if begins[b] {
			return true
		}
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// begins are the first three letters of the words that hints looks for.
var begins = func() map[[3]byte]bool {
	out := map[[3]byte]bool{}
	add := func(w string) {
		var b [3]byte
		for i := range min(len(w), 3) {
			b[i] = w[i] | 0x20
		}
		out[b] = true
	}
	for w := range classes {
		add(w)
	}
	for w := range strings.FieldsSeq(`jan feb peb mar mrt apr mei may jun jul agu ags agt aug sep okt oct nov nop des dec
		deportasi pendeportasian detensi ruang pendetensian cekal pencekalan cegah pencegahan tangkal penangkalan
			daftar biaya denda
		pengenaan dikenakan pembatalan larangan keharusan kewajiban wajib izin detention entry blacklist charge fine
			stay exclusion pro
		itk itas itap kitas kitap ijin apoa pelaporan kedatangan keberangkatan perlintasan pelintas lintas kunjungan timpora paspor
		passport penolakan ditolak penundaan tolak tunda asn pns pppk ppnpn non honorer laporan penerbitan pegawai visit limited
		permanent arrivals departures crossings refused refusals field staff civil contract sdm pengawasan exit erp mrep epo jumlah`) {
		add(w)
	}
	return out
}()

// mostAcross is how many columns such a table has at most: the months of some
// years with several amounts each.
const mostAcross = 400

// longestHeading is how long, in bytes, a heading of one column of many may be.
const longestHeading = 80

// matrix is a heading of which several columns stand for one measure.
type matrix struct {
	ix     *index
	win    *window
	ov     *Override
	rows   []grid.Row // of the search
	marks  []mark     // by column; those without a heading are empty
	kind   string
	keys   []PlanColumn // that every record of a row shares
	cells  []PlanColumn // of one month, kind of spending or act each
	sums   []sumColumn
	lacks  []string
	consts map[string]string
	score  int
}

// sumColumn adds up the columns of a measure.
type sumColumn struct {
	index int
	field string
}

// matrix reads some rows as such a heading; nil when they are none.
func (ix *index) matrix(rows []grid.Row, from, h int, merged []grid.Range, ov *Override) *matrix {
	for k := from; k < from+h; k++ {
		for i := range rows[k].Cells {
			if rows[k].Cells[i].Kind == grid.Number {
				return nil
			}
		}
	}
	win := ix.window(rows[from:from+h], merged)
	w := &matrix{ix: ix, win: win, ov: ov, rows: rows, marks: make([]mark, len(win.heads)), consts: map[string]string{}}
	for c := range win.heads {
		if len(win.heads[c].path) > 0 {
			w.marks[c] = markOf(untitled(win.heads[c].path, len(win.heads), win))
		}
	}
	if !w.known() || ov != nil && ov.Kind != "" && ov.Kind != w.kind {
		return nil
	}
	w.score = 10*len(w.cells) + 5*len(w.keys) + 2*len(w.sums) - h
	return w
}

// untitled leaves a title out that a merged cell spreads over all columns.
func untitled(path []string, columns int, win *window) []string {
	if len(path) < 2 {
		return path
	}
	n := 0
	for i := range win.heads {
		if p := win.heads[i].path; len(p) > 0 && p[0] == path[0] {
			n++
		}
	}
	if n == win.named && columns > 2 {
		return path[1:]
	}
	return path
}

// known tells what the table counts, and takes its columns.
func (w *matrix) known() bool {
	var classes, acts, months int
	for i := range w.marks {
		m := &w.marks[i]
		switch {
		case m.month != 0 && (!m.plain() || m.class != "" || m.act != ""):
			return false // a month of something that is not understood
		case m.month != 0:
			months++
		case m.class != "" && m.plain() && (m.measure == "spent" || m.measure == "ceiling"):
			classes++
		case m.act != "" && m.plain():
			acts++
		}
	}
	switch {
	case months >= leastAcross:
		return w.byMonth()
	case classes >= 2*leastAcross:
		return w.byClass()
	case acts >= leastAcross:
		return w.byAct()
	}
	return w.byMatter() || w.byPlace()
}

// cell adds a column of one value of the dimensions; false where another has
// them already.
func (w *matrix) cell(c int, field string, dims ...dimValue) bool {
	for _, x := range w.cells {
		if x.Field == field && dimKey(x.dims) == dimKey(dims) {
			return false
		}
	}
	w.cells = append(w.cells, PlanColumn{Index: c, Field: field, dims: dims})
	return true
}

// month are the dimensions of a column of one month.
func (m *mark) monthDims() []dimValue {
	out := []dimValue{{"month", digits2(m.month)}}
	if m.year != 0 {
		out = append(out, dimValue{"year", strconv.Itoa(m.year)})
	}
	return out
}

// plan makes the plan of the table, or says what it lacks.
func (w *matrix) plan() (*Plan, error) {
	if len(w.lacks) > 0 {
		return nil, &grid.RefusedError{Code: reject.MissingColumn, Detail: w.lacking()}
	}
	l := &Layout{ID: shapes[w.kind].id, Kind: w.kind, Title: shapes[w.kind].title, Constants: w.consts}
	for _, c := range w.cells {
		if !slices.Contains(l.Measures, c.Field) {
			l.Measures = append(l.Measures, c.Field)
		}
	}
	p := &Plan{Layout: l.ID, Kind: l.Kind, Title: l.Title, layout: l, window: w.win, sums: w.sums}
	p.Columns = append(append(p.Columns, w.keys...), w.cells...)
	for _, k := range w.keys {
		if slices.Contains(naming, k.Field) {
			p.names = append(p.names, k.Index)
		}
	}
	slices.SortFunc(p.Columns, func(a, b PlanColumn) int { return a.Index - b.Index })
	p.Score = w.score
	p.finish()
	return p, nil
}

// shapes names the tables of each kind.
var shapes = map[string]struct {
	id    string
	title text.Text
}{
	"ledger": {"realisasi-ke-samping", text.T("Realisasi dengan bulan atau jenis belanja dalam kolom", "Spending "+
		"with months or kinds across")},
	"revenue": {"pnbp-ke-samping", text.T("PNBP dengan bulan dalam kolom", "Non-tax revenue with months across")},
	"volume": {"volume-ke-samping", text.T("Jumlah layanan atau kegiatan dengan bulan atau jenis dalam kolom",
		"Services or activities with months or kinds across")},
	"action": {"tindakan-ke-samping", text.T("Rekap tindakan dengan bulan atau jenis dalam kolom", "Summary of "+
		"acts with months or kinds across")},
}

// lacking says what is missing, with the line that gives it.
func (w *matrix) lacking() text.Text {
	example := map[string]string{"year": "2016", "type": "Deportasi", "month": "1"}
	var id, en, give []string
	for _, field := range w.lacks {
		name := lackWords[field]
		id, en = append(id, name.ID), append(en, name.EN)
		give = append(give, field+`: "`+example[field]+`"`)
	}
	line := "; constants: {" + strings.Join(give, ", ") + "}"
	t := shapes[w.kind].title
	return text.T(t.ID+": "+strings.Join(id, ", ")+line, t.EN+": "+strings.Join(en, ", ")+line)
}

var lackWords = map[string]text.Text{
	"year": text.T("tahun", "year"), "month": text.T("bulan", "month"), "type": text.T("jenis tindakan", "kind of act"),
}

// given reports a field that the entry of rapor.yaml gives for all rows.
func (w *matrix) given(field string) bool {
	if w.ov == nil {
		return false
	}
	_, ok := w.ov.Constants[field]
	return ok
}

// context is what is said around the table.
func (w *matrix) context() context {
	head := w.win.rows
	return titles(w.ix.above, w.rows, head[0].N, head[len(head)-1].N, w.ix.sheet, w.ix.file)
}

// saying are the texts above the table and its names, nearest first.
func (w *matrix) saying() []string {
	var out []string
	for i := range w.rows {
		if w.rows[i].N >= w.win.rows[0].N {
			break
		}
		for _, c := range w.rows[i].Cells {
			if c.Kind == grid.Text && strings.TrimSpace(c.Text) != "" {
				out = append(out, c.Text)
			}
		}
	}
	slices.Reverse(out)
	for _, h := range w.win.heads { // a title merged over all columns
		if len(h.path) > 1 {
			out = append([]string{h.path[0]}, out...)
			break
		}
	}
	out = append(out, w.ix.sheet)
	for part := range strings.SplitSeq(w.ix.file, "/") {
		out = append(out, strings.TrimSuffix(part, ".xlsx"))
	}
	return out
}
