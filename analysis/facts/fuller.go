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
		full := fullest(run)
		var standing []Visit
		for _, v := range run {
			if better, ok := full.overrules(&v); ok {
				out.add(record.Reject{Ref: v.ref, Code: reject.FullerTicket, Other: better})
				continue
			}
			standing = append(standing, v)
		}
		kept = append(kept, standing...)
	}
	return kept
}

// sameTake reports tickets taken at one moment in one lane.
func sameTake(a, b *Visit) bool {
	return a.office == b.office && a.Day == b.Day && a.Taken == b.Taken && a.service == b.service && a.class == b.class && a.stage == b.stage
}

// ticketKey tells the tickets of a run apart.
type ticketKey struct {
	number uint32
	serial int32
}

// fullestEntries are, for each ticket of a run, the entry that says most and the
// one that does among those of other sources: whatever else there is, one of
// the two decides.
type fullestEntries map[ticketKey][2]*Visit

func fullest(run []Visit) fullestEntries {
	out := fullestEntries{}
	for i := range run {
		v := &run[i]
		k := ticketKey{v.number, v.serial}
		best := out[k]
		switch {
		case best[0] == nil:
			best[0] = v
		case compareFullness(v, best[0]) > 0:
			if best[0].ref.Source != v.ref.Source {
				best[1] = best[0]
			}
			best[0] = v
		case v.ref.Source != best[0].ref.Source && (best[1] == nil || compareFullness(v, best[1]) > 0):
			best[1] = v
		}
		out[k] = best
	}
	return out
}

// overrules reports whether another source says more of a ticket, and where.
func (f fullestEntries) overrules(v *Visit) (record.Ref, bool) {
	if v.number == 0 || !v.Day.Known() || v.Taken < 0 {
		return record.Ref{}, false
	}
	best := f[ticketKey{v.number, v.serial}]
	w := best[0]
	if w.ref.Source == v.ref.Source {
		w = best[1]
	}
	if w == nil || compareFullness(w, v) <= 0 {
		return record.Ref{}, false
	}
	return w.ref, true
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
