package layout

import (
	"fmt"
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// Tally accounts for the rows of one sheet: Read = Used + Aside + Rejected.
type Tally struct {
	Read, Used, Aside, Rejected int64
	First, Last                 record.Day
	AsideBy                     []AsideCount
}

// AsideCount says how many rows were set aside for one reason.
type AsideCount struct {
	Code reject.Code
	N    int64
}

func (t *Tally) aside(c reject.Code) {
	t.Aside++
	for i := range t.AsideBy {
		if t.AsideBy[i].Code == c {
			t.AsideBy[i].N++
			return
		}
	}
	t.AsideBy = append(t.AsideBy, AsideCount{c, 1})
}

// runner reads the rows of one sheet by a plan.
type runner struct {
	p       *Plan
	sink    record.Sink
	tally   Tally
	bag     bag
	ref     record.Ref
	filters []filter
	inner   map[uint32]bool // tree rows that have children
	consts  []constant
	groups  []group
	shared  []int // columns that every record of a row shares
	footer  bool
	ctx     context
	sumFund bool // parts RM and PNBP are both present: combined tables are set aside
	hidden  []int
}

type constant struct {
	f *field
	v value
}

// group is the columns of one combination of dimension values.
type group struct {
	dims []constant
	cols []int
}

// Run reads every row after the header into records, rejects and set-aside
// rows.
func (p *Plan) Run(s grid.Sheet, src, sheet uint16, sink record.Sink) (Tally, error) {
	r := &runner{p: p, sink: sink, ref: record.Ref{Source: src, Sheet: sheet}, ctx: p.context}
	if err := r.prepare(s); err != nil {
		return r.tally, err
	}
	last := p.HeaderRows[len(p.HeaderRows)-1]
	err := s.Rows(func(row *grid.Row) bool {
		if row.N > last {
			r.row(row)
		}
		return true
	})
	for _, d := range s.Doubts() {
		r.sink.Reject(record.Reject{Ref: r.at(d.Row), Code: d.Code, Hint: d.Detail})
	}
	return r.tally, err
}

func (r *runner) at(row uint32) record.Ref {
	ref := r.ref
	ref.Row = row
	return ref
}

func (r *runner) prepare(s grid.Sheet) error {
	var err error
	if r.filters, err = r.p.filters(); err != nil {
		return err
	}
	r.hidden = s.HiddenColumns()
	if err := r.constants(); err != nil {
		return err
	}
	if err := r.group(); err != nil {
		return err
	}
	if r.p.layout.Tree {
		if r.inner, err = r.tree(s); err != nil {
			return err
		}
	}
	if r.p.Kind == "ledger" {
		return r.funds(s)
	}
	return nil
}

// constants parses the fixed values of the layout and of the override.
func (r *runner) constants() error {
	add := func(m map[string]string) error {
		for _, name := range sortedKeys(m) {
			f, ok := r.p.kind.field(name)
			if !ok {
				return fmt.Errorf("constants: %s tidak mempunyai kolom %q", r.p.Kind, name)
			}
			rd := reader{typ: f.typ, style: locale.StylePlain, order: locale.YMD, grain: true}
			v, ok, code := rd.parse(&grid.Cell{Text: m[name], Kind: grid.Text})
			if !ok {
				return fmt.Errorf("constants: %s: %q tidak terbaca (%s)", name, m[name], code)
			}
			r.consts = append(r.consts, constant{f, v})
		}
		return nil
	}
	if err := add(r.p.layout.Constants); err != nil {
		return err
	}
	if r.p.ov == nil {
		return nil
	}
	if r.p.ov.Flow != "" {
		if f, ok := r.p.kind.field("flow"); ok {
			r.consts = append(r.consts, constant{f, value{text: r.p.ov.Flow}})
		}
	}
	return add(r.p.ov.Constants)
}

// group sorts the columns into those that all records of a row share and
// those of each combination of dimension values.
func (r *runner) group() error {
	keys := map[string]int{}
	for i, c := range r.p.Columns {
		if c.Field == "" || slices.Contains(r.hidden, c.Index) {
			continue
		}
		if len(c.dims) == 0 {
			r.shared = append(r.shared, i)
			continue
		}
		key := dimKey(c.dims)
		at, ok := keys[key]
		if !ok {
			at = len(r.groups)
			keys[key] = at
			g := group{}
			for _, d := range c.dims {
				f, _ := r.p.kind.field(d.field)
				rd := reader{typ: f.typ, grain: true}
				v, ok, _ := rd.parse(&grid.Cell{Text: d.is, Kind: grid.Text})
				if !ok {
					return fmt.Errorf("layout %s: %q tidak cocok untuk %s", r.p.Layout, d.is, d.field)
				}
				g.dims = append(g.dims, constant{f, v})
			}
			r.groups = append(r.groups, g)
		}
		r.groups[at].cols = append(r.groups[at].cols, i)
	}
	if len(r.groups) == 0 {
		r.groups = []group{{}}
	}
	return nil
}

// row classifies one row and reads it.
func (r *runner) row(row *grid.Row) {
	r.tally.Read++
	switch code := r.asideRow(row); code {
	case "":
	case reject.NihilRow:
		r.nihil(row)
		return
	default:
		r.tally.aside(code)
		return
	}
	r.data(row)
}

// asideRow tells rows that are not data: blank, hidden, totals, repeated
// headers, column numbers, footers, and what a filter leaves out.
func (r *runner) asideRow(row *grid.Row) reject.Code {
	filled, first := 0, ""
	for _, c := range row.Cells {
		if t := strings.TrimSpace(c.Text); t != "" {
			filled++
			if first == "" || !letters(first) && filled == 2 {
				first = t
			}
		}
	}
	switch {
	case filled == 0 && !hasFormula(row):
		return reject.BlankRow
	case row.Hidden:
		return reject.HiddenRow
	case r.isHeader(row):
		r.footer = false
		return reject.RepeatHeader
	case table.IsColumnNumbers(row.Cells) && filled >= 3 && filled >= len(r.p.Columns)/2 && !r.footer && r.tally.Read <= 2:
		return reject.RepeatHeader
	case table.IsNihil(first):
		return reject.NihilRow
	case table.IsTotal(first):
		return reject.TotalRow
	case table.IsSignature(first):
		r.footer = true
		return reject.FooterRow
	case filled <= 2 && len(r.shared)+len(r.groups) > 3 && r.title(row):
		return reject.FooterRow
	case r.footer:
		return reject.FooterRow
	case !keep(r.filters, row):
		return reject.Filtered
	case r.inner[row.N]:
		return reject.TreeNode
	case r.sumFund && r.ctx.fund == record.FundCombined:
		return reject.CombinedFund
	}
	return ""
}

func letters(s string) bool {
	for _, c := range s {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

func hasFormula(row *grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return c.Formula })
}

// title takes a row that stands between tables as their title: a source of
// funds, a month. It reports whether it said anything.
func (r *runner) title(row *grid.Row) bool {
	was := len(r.ctx.evidence)
	fund := r.ctx.fund
	c := r.ctx
	c.read(row)
	if len(c.evidence) > was || c.fund != fund || fundRow(row) {
		r.ctx, r.footer = c, false
		return true
	}
	return false
}

func fundRow(row *grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return fundOf(c.Text) != record.FundUnknown })
}

// isHeader reports a row whose filled cells are all texts of the header.
func (r *runner) isHeader(row *grid.Row) bool {
	n := 0
	for _, c := range row.Cells {
		f := fold(c.Text)
		if f == "" {
			continue
		}
		if c.Kind == grid.Number || !slices.Contains(r.p.head, f) {
			return false
		}
		n++
	}
	return n >= 2
}

// nihil counts a stated "none" as a zero record of the month.
func (r *runner) nihil(row *grid.Row) {
	if _, ok := r.p.kind.field("number"); !ok || r.p.Kind != "action" && r.p.Kind != "case_count" {
		r.tally.aside(reject.NihilRow)
		return
	}
	r.bag.ref = r.at(row.N)
	r.p.kind.reset(&r.bag)
	r.apply(nil)
	switch r.p.Kind {
	case "action":
		r.bag.action.Number, r.bag.action.Kind = 0, record.ActionOther
	case "case_count":
		r.bag.caseCount.Number = 0
	}
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Code: reject.NihilRow})
	r.p.kind.send(&r.bag, r.sink)
	r.note()
	r.tally.Used++
}

// data reads one data row into its records. The first bad cell rejects the
// whole row: half a row is a wrong row.
func (r *runner) data(row *grid.Row) {
	sent, empty := 0, 0
	for pass := range 2 { // all records of the row must be sound before any is sent
		for g := range r.groups {
			r.bag.ref = r.at(row.N)
			r.p.kind.reset(&r.bag)
			r.apply(r.groups[g].dims)
			measures, col, code, shown := r.fill(row, &r.groups[g])
			if code == "" && len(r.groups[g].dims) > 0 && measures == 0 {
				empty++
				continue
			}
			if code == "" {
				col, code = r.required()
			}
			if code == "" {
				col, code = r.p.kind.check(&r.bag)
			}
			if code != "" {
				r.reject(row, col, code, shown)
				return
			}
			if pass == 1 {
				r.p.kind.send(&r.bag, r.sink)
				r.note()
				sent++
			}
		}
	}
	if sent == 0 {
		r.tally.aside(reject.BlankRow)
		return
	}
	r.tally.Used++
}

// apply puts constants, the context of the titles and dimension values in.
func (r *runner) apply(dims []constant) {
	r.fromTitles()
	for _, c := range r.consts {
		c.f.set(&r.bag, c.v)
	}
	for _, d := range dims {
		d.f.set(&r.bag, d.v)
	}
}

// fromTitles fills year, month and fund that only the titles state.
func (r *runner) fromTitles() {
	c := r.ctx
	set := func(name string, v value) {
		if f, ok := r.p.kind.field(name); ok {
			f.set(&r.bag, v)
		}
	}
	if c.year != 0 {
		set("year", value{n: int64(c.year)})
	}
	if c.month != 0 {
		set("month", value{n: int64(c.month)})
	}
	if c.year != 0 && c.month != 0 && (r.p.Kind == "action" || r.p.Kind == "case_count") {
		set("decided", value{day: record.DayOf(c.year, c.month, 1)})
	}
	if c.fund != record.FundUnknown && r.p.Kind == "ledger" {
		r.bag.ledger.Fund = c.fund
	}
}

// fill sets the fields of one record; it returns how many of the group's own
// columns were filled, and the first cell that cannot be read.
func (r *runner) fill(row *grid.Row, g *group) (measures int, column string, code reject.Code, shown string) {
	set := func(i int) (bool, reject.Code, string) {
		c := &r.p.Columns[i]
		if c.Index >= len(row.Cells) {
			return false, "", ""
		}
		cell := &row.Cells[c.Index]
		v, ok, code := r.p.readers[i].parse(cell)
		if code != "" || !ok {
			return false, code, cell.Text
		}
		if c.Field == "node" {
			v.text = r.node(row)
		}
		if strings.HasPrefix(c.Field, "bucket:") {
			v.end = bucketBound(c.Field)
		}
		f, _ := r.p.kind.field(c.Field)
		return true, f.set(&r.bag, v), cell.Text
	}
	for _, i := range r.shared {
		if _, code, shown := set(i); code != "" {
			return 0, r.p.Columns[i].Header, code, shown
		}
	}
	for _, i := range g.cols {
		ok, code, shown := set(i)
		if code != "" {
			return 0, r.p.Columns[i].Header, code, shown
		}
		if ok {
			measures++
		}
	}
	return measures, "", "", ""
}

// required tells the first date or number the record cannot do without.
func (r *runner) required() (string, reject.Code) {
	b := &r.bag
	switch r.p.Kind {
	case "action":
		if !b.action.Decided.Known() {
			return "decided", reject.MissingValue
		}
	case "application":
		if !b.application.Applied.Known() {
			return "applied", reject.MissingValue
		}
	case "complaint":
		if !b.complaint.Day.Known() {
			return "day", reject.MissingValue
		}
	case "operation":
		if !b.operation.Day.Known() {
			return "day", reject.MissingValue
		}
	case "tout":
		if !b.tout.Day.Known() {
			return "day", reject.MissingValue
		}
	case "case_count":
		if !b.caseCount.Month.Known() {
			return "decided", reject.MissingValue
		}
	case "ticket":
		if !b.ticket.Day.Known() && r.has("day") {
			return "day", reject.MissingValue
		}
	}
	return "", ""
}

func (r *runner) has(field string) bool {
	return slices.ContainsFunc(r.p.Columns, func(c PlanColumn) bool { return c.Field == field })
}

// reject reports a row that cannot be used, with the column as the office
// heads it.
func (r *runner) reject(row *grid.Row, column string, code reject.Code, shown string) {
	r.tally.Rejected++
	for _, c := range r.p.Columns {
		if c.Field == column && column != "" {
			column = c.Header
			if c.Index < len(row.Cells) && shown == "" {
				shown = row.Cells[c.Index].Text
			}
			break
		}
	}
	if len(shown) > 60 {
		shown = shown[:60]
	}
	for _, c := range r.p.Columns {
		if c.Header == column && c.Personal {
			shown = "***"
		}
	}
	r.sink.Reject(record.Reject{Ref: r.at(row.N), Column: column, Code: code, Shown: strings.ToValidUTF8(shown, "")})
}

// note keeps the first and last date of the sheet.
func (r *runner) note() {
	d := r.date()
	if !d.Known() {
		return
	}
	if !r.tally.First.Known() || d < r.tally.First {
		r.tally.First = d
	}
	r.tally.Last = max(r.tally.Last, d)
}

// date is the date a record counts by; months count to their end.
func (r *runner) date() record.Day {
	b := &r.bag
	end := func(y, m int) record.Day {
		switch {
		case y == 0:
			return 0
		case m == 0:
			return record.DayOf(y, 12, 31)
		}
		return record.DayOf(y, m+1, 1) - 1
	}
	switch r.p.Kind {
	case "ticket":
		return b.ticket.Day
	case "queue_interval":
		return b.interval.Day
	case "ledger":
		return end(int(b.ledger.Year), int(b.ledger.Month))
	case "revenue":
		return end(int(b.revenue.Year), int(b.revenue.Month))
	case "action":
		return b.action.Decided
	case "operation":
		return b.operation.Day
	case "tout":
		return b.tout.Day
	case "answer":
		return b.answer.Day
	case "complaint":
		return b.complaint.Day
	case "application":
		return b.application.Applied
	}
	return 0
}
