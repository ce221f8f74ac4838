package facts

import "rapor/ingest/record"

// table is one sheet of one export.
type table struct{ source, sheet uint16 }

func tableOf(r record.Ref) table { return table{r.Source, r.Sheet} }

// tell finds the exports that have a say about priority.
func (q *Queue) tell() {
	q.telling = map[table]bool{}
	for i := range q.visits {
		if p := q.visits[i].Priority; p == record.Yes || p == record.No {
			q.telling[tableOf(q.visits[i].ref)] = true
		}
	}
}

// SaysPriority reports a ticket that says whether it has priority, or says
// nothing in an export where others do: an empty cell beside ticks is a no. A
// ticket of a program without such a column is neither.
func (q *Queue) SaysPriority(v *Visit) bool {
	return v.Priority != record.Unknown || len(q.telling) > 0 && q.telling[tableOf(v.ref)]
}
