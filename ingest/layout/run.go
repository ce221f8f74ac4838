package layout

import (
	"slices"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

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
	unread  []int // cells that no field is read from
	footer  bool
	ctx     context
	sumFund bool // parts RM and PNBP are both present: combined tables are set aside
	hidden  []int
	sums    sums
	veil    veil
	stock   stock
	gap     gap
	noted   noted
	judged  verdict
	stamp   stamps
	extra   extra
	several several
	back    returns
	void    []int           // states and remarks that may take a row back
	voids   map[string]bool // their texts that were read
	merged  *merged
	before  map[cellAtRow]int64 // of counts that run up: what the month before had reached
	runs    bool                // the months across are running totals: a total beside them adds nothing up
	monthly map[int64]bool      // years of which rows state a month
	told    record.Tri          // what words say of amounts of months; Unread: arithmetic says otherwise

	lostWords unclearWords // for which rows were rejected
	blank     []blanks     // by column
	filled    int64        // rows whose cells were read
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
// rows. It stops where another table of the sheet begins; next is the first
// row that belongs to it, 0 when there is none.
func (p *Plan) Run(s grid.Sheet, src, sheet uint16, sink record.Sink) (t Tally, next uint32, err error) {
	if s = p.on(s); p.turned != nil {
		defer func() { next = p.turned.next }()
	}
	r := &runner{p: p, sink: sink, ref: record.Ref{Source: src, Sheet: sheet}, ctx: p.context}
	if err := r.prepare(s); err != nil {
		return r.tally, 0, err
	}
	last := p.HeaderRows[len(p.HeaderRows)-1]
	var over above
	err = s.Rows(func(row *grid.Row) bool {
		if row.N <= last {
			if row.N < p.HeaderRows[0] {
				over.see(p, row)
			}
			return true
		}
		if row = r.merged.fill(row); r.another(row) {
			if next = row.N; r.gap.first != 0 {
				next, r.tally = r.gap.first, r.gap.tally
			}
			return false
		}
		r.row(row)
		return true
	})
	r.sayWords()
	r.tally.Seen = r.seen()
	r.tally.Above = over.verdict()
	r.hiddenShare()
	r.noteUnknown()
	for _, d := range s.Doubts() {
		if d.Row > last && (d.Code == reject.ShortRow || d.Code == reject.LongRow) {
			continue // such a row was rejected, or is no data
		}
		if next == 0 || d.Row < next {
			r.sink.Reject(record.Reject{Ref: r.at(d.Row), Code: d.Code, Hint: d.Detail})
		}
	}
	return r.tally, next, err
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
	if !r.p.counts() {
		r.hidden = s.HiddenColumns()
	}
	r.sums = newSums(len(r.p.Columns))
	r.blank = make([]blanks, len(r.p.Columns))
	r.veil.table = make([]int64, len(r.p.Columns))
	r.stock = r.p.stock()
	r.hiddenColumns()
	r.several = several{r.p.asides.several, r.p.kind.things}
	r.void, r.back = r.p.asides.void, r.p.asides.back
	r.stamps()
	r.bag.numbered = r.p.numbered
	r.extra.start(r.p)
	if r.merged, err = r.p.merge(s); err != nil {
		return err
	}
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
	if r.p.kind.fund != nil {
		if err := r.funds(s); err != nil {
			return err
		}
	}
	if err := r.judge(s); err != nil {
		return err
	}
	if err := r.versions(s); err != nil {
		return err
	}
	if r.p.hasNumbersOfMonths() {
		return r.countsOfMonths(s)
	}
	return r.across(s)
}

// hiddenColumns names the columns that would have been used, had the office
// not hidden them.
func (r *runner) hiddenColumns() {
	for _, c := range r.p.Columns {
		if c.Field != "" && slices.Contains(r.hidden, c.Index) {
			r.sink.Reject(record.Reject{Ref: r.at(r.p.HeaderRows[0]), Column: c.Header, Code: reject.HiddenColumn})
		}
	}
}

// constants parses the fixed values of the layout and of the override. Those
// of the override that this kind has no use for are left out; Met tells.
func (r *runner) constants() error {
	own := r.p.layout.Constants
	for _, name := range sortedKeys(own) {
		c, ok := r.p.kind.constant(name, own[name])
		if !ok {
			return text.Errorf("layout %s: %s: %q tidak terbaca", "layout %s: %s: %q cannot be read", r.p.Layout, name, own[name])
		}
		r.consts = append(r.consts, c)
	}
	if r.p.ov == nil {
		return nil
	}
	if c, ok := r.p.kind.constant("flow", r.p.ov.Flow); ok {
		r.consts = append(r.consts, c)
	}
	for _, name := range sortedKeys(r.p.ov.Constants) {
		if c, ok := r.p.kind.constant(name, r.p.ov.Constants[name]); ok {
			r.consts = append(r.consts, c)
		}
	}
	return nil
}

// group sorts the columns into those that all records of a row share and
// those of each combination of dimension values.
func (r *runner) group() error {
	keys := map[string]int{}
	r.unread = unread(r.p.Columns)
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
					return text.Errorf("layout %s: %q tidak cocok untuk %s", "layout %s: %q does not fit %s", r.p.Layout, d.is, d.field)
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

// data reads one data row into its records. The first bad cell rejects the
// whole row: half a row is a wrong row.
func (r *runner) data(row *grid.Row) {
	if row.Irregular != "" { // a cell too few or too many: what stands where is not certain
		r.reject(row, "", row.Irregular, "")
		return
	}
	r.extras(row)
	if r.voided(row) {
		r.tally.aside(reject.NotCounted, row.N)
		return
	}
	if name := r.nameless(row); name != "" {
		r.reject(row, name, reject.MissingValue, "")
		return
	}
	if column, code, shown := r.p.perRow.fault(row); code != "" {
		r.reject(row, column, code, shown)
		return
	}
	sent, empty := 0, 0
	r.filled++
	ref := r.at(row.N)
	ref.Rest = rest(row, r.unread)
	r.sums.begin()
	for pass := range 2 { // all records of the row must be sound before any is sent
		for g := range r.groups {
			r.bag.ref = ref
			r.p.kind.reset(&r.bag)
			r.apply(r.groups[g].dims)
			measures, col, code, shown := r.fill(row, &r.groups[g])
			if code == "" && len(r.groups[g].dims) > 0 && measures == 0 {
				empty++
				continue
			}
			if code == "" {
				r.giveBack(row)
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
				r.send(row)
				r.note()
				sent++
			}
		}
	}
	if sent == 0 {
		r.tally.aside(reject.BlankRow, row.N)
		return
	}
	if r.p.sums != nil && !r.runs {
		r.rowTotals(row)
	}
	r.sums.commit()
	r.veil.commit(&r.sums)
	r.unseen(row)
	r.balance(row)
	r.beforeAndOwn(row)
	if r.sumFund {
		r.sums.part(fold(label(row)))
	}
	r.tally.Used++
}
