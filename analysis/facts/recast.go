package facts

import (
	"cmp"
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// recast sets aside acts that a later export states as another kind: the
// detention that became a deportation. Both name the person and the day. That
// the other table is an export of the same acts, and no list of another kind
// beside it, is seen by its holding another act of that kind of the first. It must
// be called when the acts are settled; said are the findings until then.
func (e *Enforcement) recast(said []record.Reject, out *findings) {
	type acts struct {
		from, to spot
		kind     record.ActionKind
	}
	reach := actions.reach(e.actions)
	if reach == nil {
		return
	}
	kinds := map[record.Ref]record.ActionKind{}
	for i := range e.actions {
		if a := &e.actions[i]; personal(a) {
			kinds[bare(a.Ref)] = a.Kind
		}
	}
	type copied struct {
		row record.Ref
		in  spot
	}
	again, stands := map[acts]bool{}, map[copied]bool{}
	for _, r := range said {
		if kind, ok := kinds[bare(r.Other)]; ok && (r.Code == reject.DuplicateRow || r.Code == reject.FullerTicket) {
			again[acts{spotOf(r.Ref), spotOf(r.Other), kind}] = true
			stands[copied{bare(r.Other), spotOf(r.Ref)}] = true // there, too
		}
	}
	if len(again) == 0 {
		return
	}
	order := make([]int, 0, len(e.actions))
	for i := range e.actions {
		if personal(&e.actions[i]) {
			order = append(order, i)
		}
	}
	same := func(a, b *record.Action) int {
		return cmp.Or(cmp.Compare(a.Office, b.Office), cmp.Compare(a.Decided, b.Decided), cmp.Compare(a.Person, b.Person))
	}
	slices.SortStableFunc(order, func(i, k int) int { return same(&e.actions[i], &e.actions[k]) })
	gone := map[int]bool{}
	for i := 0; i < len(order); {
		end := i + 1
		for end < len(order) && same(&e.actions[order[i]], &e.actions[order[end]]) == 0 {
			end++
		}
		run := order[i:end]
		i = end
		for _, k := range run {
			old := &e.actions[k]
			at := slices.IndexFunc(run, func(n int) bool {
				a := &e.actions[n]
				return !gone[n] && a.Kind != old.Kind && !stands[copied{bare(old.Ref), spotOf(a.Ref)}] &&
					again[acts{spotOf(old.Ref), spotOf(a.Ref), old.Kind}]
			})
			if at >= 0 {
				gone[k] = true
				complete(&e.actions[run[at]], old)
				out.add(record.Reject{Ref: old.Ref, Code: reject.FullerTicket, Other: e.actions[run[at]].Ref})
			}
		}
	}
	kept := make([]record.Action, 0, len(e.actions)-len(gone))
	for i := range e.actions {
		if !gone[i] {
			kept = append(kept, e.actions[i])
		}
	}
	e.actions = kept
}

// bare is a place without the cells that were not read.
func bare(r record.Ref) record.Ref { r.Rest = 0; return r }
