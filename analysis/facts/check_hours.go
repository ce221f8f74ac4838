package facts

import (
	"fmt"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// ahead is how long before opening, in seconds, people take their tickets where
// doors or machines open early: that is the queue itself and no doubt.
const ahead = 2 * 3600

// outside finds, day by day, tickets taken after closing or long before
// opening: one finding a day, at the first of them.
func (q *Queue) outside(office string, opens, closes int32) []record.Reject {
	if closes == 0 {
		return nil
	}
	opens = max(opens-ahead, 0)
	type count struct {
		first       *Visit
		early, late int
	}
	days := map[record.Day]*count{}
	q.Visits(everything(office), func(v *Visit, _ Lane) {
		if v.Taken < 0 || v.Taken >= opens && v.Taken <= closes {
			return
		}
		c := days[v.Day]
		if c == nil {
			c = &count{first: v}
			days[v.Day] = c
		}
		if compareRef(v.ref, c.first.ref) < 0 {
			c.first = v
		}
		if v.Taken < opens {
			c.early++
		} else {
			c.late++
		}
	})
	out := make([]record.Reject, 0, len(days))
	for d, c := range days { // Checks puts all findings in order
		out = append(out, record.Reject{Ref: c.first.ref, Column: "taken", Code: reject.OutsideHours, Shown: clockText(c.first.Taken),
			Hint: text.Same(strings.TrimPrefix(fmt.Sprintf("%s: %d < %s; %d > %s", d, c.early, clockText(opens), c.late, clockText(closes)), ": "))}) // undated tickets have no day to name
	}
	return out
}
