package facts

import (
	"cmp"
	"fmt"
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// checks audits the queue of one office, day by day, and hands on what it finds.
func (q *Queue) checks(office string, r CheckRules, lost rejectedRows, found func(...record.Reject)) {
	var day []row
	flush := func() {
		for _, check := range []func([]row) []record.Reject{closings, calls, lost.numbers} {
			found(check(day)...)
		}
		day = day[:0]
	}
	q.Stages(everything(office), func(v *Visit, lane Lane, desk Desk) {
		found(times(v, r.LongService)...)
		if !v.Day.Known() {
			return
		}
		if len(day) > 0 && day[0].v.Day != v.Day {
			flush()
		}
		day = append(day, row{v, lane, desk, q.words[inSeries].text(v.code[inSeries])})
	})
	flush()
	q.Little(everything(office), func(d LittleDay) {
		if num, den, off := d.Off(); off {
			found(record.Reject{Ref: d.Ref, Code: reject.LittleMismatch, Shown: d.Day.String(),
				Hint: text.Same(fmt.Sprintf("L / (λW) = %.2f; n = %d (%d)", float64(num)/float64(den), d.N, d.Complete))})
		}
	})
}

// row is one exported row of a day.
type row struct {
	v      *Visit
	lane   Lane
	desk   Desk
	series string
}

// Times before dawn or after midnight belong to no office's service hours.
const (
	dawn     = 5 * 3600
	midnight = 24 * 3600
	halfDay  = 12 * 3600
)

// times checks one row: service below zero or far too long, and times that
// only a clock passing midnight or counting to twelve gives.
func times(v *Visit, long int32) []record.Reject {
	var out []record.Reject
	add := func(code reject.Code, column, shown, hint string) {
		out = append(out, record.Reject{Ref: v.ref, Code: code, Column: column, Shown: shown, Hint: text.Same(hint)})
	}
	start := max(v.Started, v.Called)
	switch {
	case v.Ended >= 0 && start >= 0 && v.Ended < start:
		add(reject.EndedBeforeStart, "ended", clockText(v.Ended), "< "+clockText(start))
	case v.Ended >= 0 && start >= 0 && v.Ended-start > long:
		add(reject.LongService, "ended", clockText(v.Ended-start), "> "+clockText(long))
	}
	for i, t := range []int32{v.Taken, v.Called, v.Started, v.Ended} {
		if t >= midnight || t >= 0 && t < dawn {
			add(reject.ClockRollover, []string{"taken", "called", "started", "ended"}[i], clockText(t), "05:00:00-24:00:00")
			return out
		}
	}
	if v.Taken >= 0 && v.Called >= 0 && v.Called-v.Taken > halfDay {
		add(reject.ClockRollover, "called", clockText(v.Called-v.Taken), "< "+clockText(halfDay))
	}
	return out
}

func clockText(s int32) string {
	sign := ""
	if s < 0 {
		sign, s = "-", -s
	}
	return fmt.Sprintf("%s%02d:%02d:%02d", sign, s/3600, s/60%60, s%60)
}

// batch is the least number of equal times that is no coincidence.
const batch = 5

// closings finds days on which more than half of the tickets end in one
// second: they were closed together, and their service times mean nothing.
func closings(day []row) []record.Reject {
	at := group(day, func(v *Visit) int32 { return v.Ended })
	ended := 0
	for _, g := range at {
		ended += len(g)
	}
	for _, g := range at {
		if len(g) >= batch && 2*len(g) > ended {
			return []record.Reject{{Ref: g[0].ref, Column: "ended", Code: reject.BatchClosing, Shown: clockText(g[0].Ended),
				Hint: text.Same(fmt.Sprintf("%s: %d / %d", g[0].Day, len(g), ended))}}
		}
	}
	return nil
}

// calls finds moments at which more tickets were called than the counters in
// use can call. Where an export keeps minutes only, a minute holds more calls.
func calls(day []row) []record.Reject {
	counters := map[string]bool{}
	minutes := true
	for _, r := range day {
		if r.desk.Counter != "" {
			counters[r.desk.Counter] = true
		}
		minutes = minutes && (r.v.Called < 0 || r.v.Called%60 == 0)
	}
	least := max(batch, 2*len(counters)+1)
	if minutes {
		least = max(3*batch, 4*len(counters)+1)
	}
	var out []record.Reject
	for _, g := range group(day, func(v *Visit) int32 { return v.Called }) {
		if len(g) >= least {
			out = append(out, record.Reject{Ref: g[0].ref, Column: "called", Code: reject.SameCallTime, Shown: clockText(g[0].Called),
				Hint: text.Same(fmt.Sprintf("%s: %d x", g[0].Day, len(g)))})
		}
	}
	return out
}

// group brings the visits of a day with one time together, each group by
// place, the groups by time; unknown times are left out.
func group(day []row, of func(*Visit) int32) [][]*Visit {
	var all []*Visit
	for _, r := range day {
		if of(r.v) >= 0 {
			all = append(all, r.v)
		}
	}
	slices.SortFunc(all, func(a, b *Visit) int { return cmp.Or(cmp.Compare(of(a), of(b)), compareRef(a.ref, b.ref)) })
	var out [][]*Visit
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && of(all[end]) == of(all[i]) {
			end++
		}
		out = append(out, all[i:end])
		i = end
	}
	return out
}
