package facts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// KindMonth is how many rows of one kind count in one month, named by its first
// day. Rows of a whole year count in its last month.
type KindMonth struct {
	Kind  string
	Month record.Day
	Rows  int64
}

// Months counts the sealed rows of an office that have a day, by kind and
// month, ordered by kind and month. A ticket of several stages is one row.
func (s *Set) Months(office string) []KindMonth {
	type at struct {
		kind  string
		month record.Day
	}
	count := map[at]int64{}
	var last record.Day // of the cache: rows of one month lie side by side
	var month record.Day
	note := func(kind string, d record.Day) {
		if d != last {
			y, m, _ := d.Date()
			last, month = d, record.DayOf(y, m, 1)
		}
		count[at{kind, month}]++
	}
	s.Queue.Visits(Selection{Office: office, From: 1, To: math.MaxInt32}, func(v *Visit, _ Lane) { note("ticket", v.Day) })
	for _, k := range s.kinds() {
		k.eachDated(func(kind, of string, d record.Day) {
			if of == office {
				note(kind, d)
			}
		})
	}
	var out []KindMonth
	for a, n := range count {
		out = append(out, KindMonth{a.kind, a.month, n})
	}
	slices.SortFunc(out, func(a, b KindMonth) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Month, b.Month))
	})
	return out
}
