package facts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// rejectedRows are the places of the rows that were rejected, in order: a row
// that is there and could not be used is no ticket that is missing.
type rejectedRows []record.Ref

// rows lists the places of the rejected rows, each once. It must be called
// after Seal.
func (r *Rejects) rows() rejectedRows {
	var out rejectedRows
	for i := range r.list {
		x := &r.list[i]
		if p, ok := reject.Lookup(x.Code); ok && p.Severity == reject.Rejected && x.Ref.Row > 0 &&
			(len(out) == 0 || out[len(out)-1] != x.Ref) {
			out = append(out, x.Ref)
		}
	}
	return out
}

// between counts the rejected rows between two rows of one table.
func (r rejectedRows) between(a, b record.Ref) int32 {
	if spotOf(a) != spotOf(b) {
		return 0
	}
	a.Row, b.Row = min(a.Row, b.Row), max(a.Row, b.Row)
	from, _ := slices.BinarySearchFunc(r, a, compareRef)
	to, _ := slices.BinarySearchFunc(r, b, compareRef)
	return int32(to - from)
}

// numbered is a visit with the running part of its number.
type numberedVisit struct {
	*Visit
	n int32
}

// numbers checks the running ticket numbers of a day. Numbers with a letter
// run by that letter; bare numbers by service and class.
func (r rejectedRows) numbers(day []row) []record.Reject {
	type key struct{ series, service, class, stage string }
	by := map[key][]numberedVisit{}
	var order []key
	for _, d := range day {
		n, ok := d.v.running(d.series)
		if !ok {
			continue
		}
		k := key{series: d.series, stage: d.desk.Stage}
		if strings.Trim(d.series, "0-. ") == "" {
			k.service, k.class = d.lane.Service, d.lane.Class
		}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], numberedVisit{d.v, n})
	}
	var out []record.Reject
	for _, k := range order {
		list := by[k]
		slices.SortFunc(list, func(a, b numberedVisit) int { return cmp.Or(cmp.Compare(a.n, b.n), compareRef(a.ref, b.ref)) })
		out = append(out, repeated(k.series, list)...)
		if k.stage == "" {
			out = append(out, r.gaps(k.series, list)...)
		}
	}
	return out
}

func repeated(series string, list []numberedVisit) []record.Reject {
	var out []record.Reject
	for i := 1; i < len(list); i++ {
		if a, b := list[i-1], list[i]; a.n == b.n {
			out = append(out, record.Reject{Ref: b.ref, Column: "number", Code: reject.RepeatedTicket, Shown: fmt.Sprintf("%s%d", series, b.n),
				Hint: text.Same(fmt.Sprintf("%s: #%d", b.Day, a.ref.Row))})
		}
	}
	return out
}

// gaps says how many numbers between the first and the last of a series are
// not there, rejected rows aside. Series that are mostly gaps are no running
// numbers.
func (r rejectedRows) gaps(series string, list []numberedVisit) []record.Reject {
	var missing, from, to int32
	var at *Visit
	for i := 1; i < len(list); i++ {
		step := list[i].n - list[i-1].n
		if step <= 1 {
			continue
		}
		gone := step - 1 - r.between(list[i-1].ref, list[i].ref)
		if gone <= 0 {
			continue
		}
		if missing == 0 {
			at, from, to = list[i].Visit, list[i-1].n+1, list[i].n-1
		}
		missing += gone
	}
	if missing == 0 || int(missing) > len(list) {
		return nil
	}
	first := fmt.Sprintf("%s%d", series, from)
	if to > from {
		first += fmt.Sprintf("-%d", to)
	}
	return []record.Reject{{Ref: at.ref, Column: "number", Code: reject.MissingTicket, Shown: first,
		Hint: text.Same(fmt.Sprintf("%s: %d / %d", at.Day, missing, int(missing)+len(list)))}}
}
