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
			add(s.Queue.words[inOffice].text(uint32(code)), "ticket", x.first, x.n)
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
	by := make([]spelling, q.words[inOffice].size())
	for i := range q.visits {
		v := &q.visits[i]
		x := &by[v.code[inOffice]]
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
	names := &q.words[inOffice]
	var re [columns][]uint32
	re[inOffice] = make([]uint32, names.size())
	for code, x := range q.visitOffices() {
		if re[inOffice][code] = uint32(code); x.n > 0 {
			re[inOffice][code] = names.of(as(names.text(uint32(code))))
		}
	}
	for i := range q.visits {
		q.visits[i].recode(&re)
	}
	s.eachOffice(func(_ string, _ record.Ref, office *string) { *office = as(*office) })
}

// eachOffice calls f for the office of every fact but the visits, which keep
// theirs by code.
func (s *Set) eachOffice(f func(kind string, ref record.Ref, office *string)) {
	for _, k := range s.kinds() {
		k.eachOffice(f)
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
		o := s.Queue.visits[i].code[inOffice]
		n := sort.Search(len(s.Queue.visits)-i, func(k int) bool { return s.Queue.visits[i+k].code[inOffice] > o })
		seen[s.Queue.words[inOffice].text(o)] += int64(n)
		i += n
	}
	s.eachOffice(func(_ string, _ record.Ref, office *string) { seen[*office]++ })
	return seen
}
