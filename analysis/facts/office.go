package facts

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"rapor/ingest/record"
)

// OfficeRows says how many rows of one record kind name an office, as they
// spell it; "" where they name none.
type OfficeRows struct {
	Office, Kind string // the kind as layouts name it: "ticket", "ledger"
	Rows         int64
	First        record.Ref // the first of them by place
}

// OfficeRows lists the offices of the facts by spelling and kind, in that
// order. Before Seal it lists them as the files spell them, duplicates included.
func (s *Set) OfficeRows() []OfficeRows {
	type key struct{ office, kind string }
	found := map[key]*OfficeRows{}
	add := func(office, kind string, ref record.Ref, n int64) {
		k := key{office, kind}
		x, ok := found[k]
		if !ok {
			x = &OfficeRows{Office: office, Kind: kind, First: ref}
			found[k] = x
		}
		x.Rows += n
		if compareRef(ref, x.First) < 0 {
			x.First = ref
		}
	}
	for code, x := range s.Queue.visitOffices() {
		if x.n > 0 {
			add(s.Queue.words.text(uint32(code)), "ticket", x.first, x.n)
		}
	}
	s.eachOffice(func(kind string, ref record.Ref, office *string) { add(*office, kind, ref, 1) })
	out := make([]OfficeRows, 0, len(found))
	for _, x := range found {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b OfficeRows) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), strings.Compare(a.Kind, b.Kind))
	})
	return out
}

// visitOffices counts the visits of each office by its code.
func (q *Queue) visitOffices() []spelling {
	by := make([]spelling, max(1, len(q.words.list)))
	for i := range q.visits {
		v := &q.visits[i]
		x := &by[v.office]
		if x.n++; x.n == 1 || compareRef(v.ref, x.first) < 0 {
			x.first = v.ref
		}
	}
	return by
}

// NameOffices gives every fact its office anew: as turns the spelling of a file
// into the name that stands for the office, "" for the report's own. It must be
// called after the last Merge and before Seal, which compares facts by office.
func (s *Set) NameOffices(as func(string) string) {
	q := &s.Queue
	re := make([]uint32, max(1, len(q.words.list)))
	for code, x := range q.visitOffices() {
		if re[code] = uint32(code); x.n > 0 {
			re[code] = q.words.of(as(q.words.text(uint32(code))))
		}
	}
	for i := range q.visits {
		q.visits[i].office = re[q.visits[i].office]
	}
	s.eachOffice(func(_ string, _ record.Ref, office *string) { *office = as(*office) })
}

// eachOffice calls f for the office of every fact but the visits, which keep
// theirs by code.
func (s *Set) eachOffice(f func(kind string, ref record.Ref, office *string)) {
	each("queue_interval", s.Queue.intervals, f, func(r *record.QueueInterval) (record.Ref, *string) { return r.Ref, &r.Office })
	n := &s.Finance
	each("ledger", n.ledger, f, func(r *record.Ledger) (record.Ref, *string) { return r.Ref, &r.Office })
	each("revenue", n.revenue, f, func(r *record.Revenue) (record.Ref, *string) { return r.Ref, &r.Office })
	each("revision", n.revisions, f, func(r *record.Revision) (record.Ref, *string) { return r.Ref, &r.Office })
	each("contract", n.contracts, f, func(r *record.Contract) (record.Ref, *string) { return r.Ref, &r.Office })
	each("invoice", n.invoices, f, func(r *record.Invoice) (record.Ref, *string) { return r.Ref, &r.Office })
	each("cash_advance", n.advances, f, func(r *record.CashAdvance) (record.Ref, *string) { return r.Ref, &r.Office })
	each("output", n.outputs, f, func(r *record.Output) (record.Ref, *string) { return r.Ref, &r.Office })
	each("dispensation", n.dispensations, f, func(r *record.Dispensation) (record.Ref, *string) { return r.Ref, &r.Office })
	each("official_score", n.official, f, func(r *record.OfficialScore) (record.Ref, *string) { return r.Ref, &r.Office })
	e := &s.Enforcement
	each("action", e.actions, f, func(r *record.Action) (record.Ref, *string) { return r.Ref, &r.Office })
	each("case", e.cases, f, func(r *record.Case) (record.Ref, *string) { return r.Ref, &r.Office })
	each("case_count", e.counts, f, func(r *record.CaseCount) (record.Ref, *string) { return r.Ref, &r.Office })
	each("operation", e.operations, f, func(r *record.Operation) (record.Ref, *string) { return r.Ref, &r.Office })
	each("tout", e.touts, f, func(r *record.Tout) (record.Ref, *string) { return r.Ref, &r.Office })
	v := &s.Survey
	each("answer", v.answers, f, func(r *record.Answer) (record.Ref, *string) { return r.Ref, &r.Office })
	each("complaint", v.complaints, f, func(r *record.Complaint) (record.Ref, *string) { return r.Ref, &r.Office })
	each("application", v.applications, f, func(r *record.Application) (record.Ref, *string) { return r.Ref, &r.Office })
}

func each[T any](kind string, list []T, f func(string, record.Ref, *string), of func(*T) (record.Ref, *string)) {
	for i := range list {
		ref, office := of(&list[i])
		f(kind, ref, office)
	}
}

// Offices lists every office in the sealed facts other than the report's own,
// sorted.
func (s *Set) Offices() []string { return sortedKeys(s.offices()) }

// HasOwn reports whether there are facts of the report's own office.
func (s *Set) HasOwn() bool {
	_, own := s.offices()[""]
	return own
}

// RowsOf counts the rows of an office, "" for the report's own.
func (s *Set) RowsOf(office string) int64 { return s.offices()[office] }

// offices are the rows of sealed facts by office, "" for the report's own; not
// to be changed.
func (s *Set) offices() map[string]int64 {
	if s.byOffice != nil {
		return s.byOffice
	}
	seen := map[string]int64{}
	for i := 0; i < len(s.Queue.visits); {
		o := s.Queue.visits[i].office
		n := sort.Search(len(s.Queue.visits)-i, func(k int) bool { return s.Queue.visits[i+k].office > o })
		seen[s.Queue.words.text(o)] += int64(n)
		i += n
	}
	s.eachOffice(func(_ string, _ record.Ref, office *string) { seen[*office]++ })
	return seen
}
