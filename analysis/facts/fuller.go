package facts

import (
	"cmp"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// fuller keeps one entry of a ticket that two exports hold with different
// content: an export of noon has tickets waiting that the evening's has served.
// It is the same ticket when office, day, time taken, lane, stage and number
// are equal and the sources are not. The entry that says more is kept; the
// visits must be sorted.
func fuller(visits []Visit, out *findings) []Visit {
	kept := visits[:0]
	for i := 0; i < len(visits); {
		end := i + 1
		for end < len(visits) && sameTake(&visits[i], &visits[end]) {
			end++
		}
		run := visits[i:end]
		i = end
		if len(run) == 1 {
			kept = append(kept, run[0])
			continue
		}
		for k := range run {
			if better, ok := overruled(run, k); ok {
				out.add(record.Reject{Ref: run[k].ref, Code: reject.FullerTicket, Other: better})
			}
		}
		kept = append(kept, standing(run)...)
	}
	return kept
}

// sameTake reports tickets taken at one moment in one lane.
func sameTake(a, b *Visit) bool {
	return a.office == b.office && a.Day == b.Day && a.Taken == b.Taken && a.service == b.service && a.class == b.class && a.stage == b.stage
}

// overruled reports whether another source says more of the ticket at k.
func overruled(run []Visit, k int) (record.Ref, bool) {
	v := &run[k]
	if v.number == 0 || !v.Day.Known() || v.Taken < 0 {
		return record.Ref{}, false
	}
	for i := range run {
		w := &run[i]
		if w.number == v.number && w.serial == v.serial && w.ref.Source != v.ref.Source && compareFullness(w, v) > 0 {
			return w.ref, true
		}
	}
	return record.Ref{}, false
}

// standing are the visits of a run that nothing overrules.
func standing(run []Visit) []Visit {
	var out []Visit
	for k := range run {
		if _, ok := overruled(run, k); !ok {
			out = append(out, run[k])
		}
	}
	return out
}

// compareFullness orders entries of one ticket by how much they say: times
// known, then an outcome; among equals the later times, then the place, so
// that exactly one stands whatever the order of reading.
func compareFullness(a, b *Visit) int {
	return cmp.Or(
		cmp.Compare(known(a), known(b)), cmp.Compare(outcome(a), outcome(b)),
		cmp.Compare(a.Ended, b.Ended), cmp.Compare(a.Started, b.Started), cmp.Compare(a.Called, b.Called),
		cmp.Compare(a.Status, b.Status), -compareRef(a.ref, b.ref))
}

func known(v *Visit) int {
	n := 0
	for _, t := range []int32{v.Called, v.Started, v.Ended} {
		if t >= 0 {
			n++
		}
	}
	return n
}

func outcome(v *Visit) int {
	if v.Status == record.StatusUnknown || v.Status == record.StatusWaiting {
		return 0
	}
	return 1
}
