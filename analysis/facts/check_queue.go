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

// checks audits the queue of one office, day by day, and hands on what it finds.
func (q *Queue) checks(office string, r CheckRules, found func(...record.Reject)) {
	var day []row
	flush := func() {
		for _, check := range []func([]row) []record.Reject{closings, calls, numbers} {
			found(check(day)...)
		}
		day = day[:0]
	}
	q.Stages(always(office), func(v *Visit, lane Lane, desk Desk) {
		found(times(v, r.LongService)...)
		if !v.Day.Known() {
			return
		}
		if len(day) > 0 && day[0].v.Day != v.Day {
			flush()
		}
		day = append(day, row{v, lane, desk, q.words.text(v.series)})
	})
	flush()
	q.Little(always(office), func(d LittleDay) {
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

// numbers checks the running ticket numbers of a day. Numbers with a letter
// run by that letter; bare numbers by service and class.
func numbers(day []row) []record.Reject {
	type key struct{ series, service, class, stage string }
	by := map[key][]*Visit{}
	var order []key
	for _, r := range day {
		if r.v.serial < 0 {
			continue
		}
		k := key{series: r.series, stage: r.desk.Stage}
		if strings.Trim(r.series, "0-. ") == "" {
			k.service, k.class = r.lane.Service, r.lane.Class
		}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], r.v)
	}
	var out []record.Reject
	for _, k := range order {
		list := by[k]
		slices.SortFunc(list, func(a, b *Visit) int { return cmp.Or(cmp.Compare(a.serial, b.serial), compareRef(a.ref, b.ref)) })
		out = append(out, repeated(k.series, list)...)
		if k.stage == "" {
			out = append(out, gaps(k.series, list)...)
		}
	}
	return out
}

func repeated(series string, list []*Visit) []record.Reject {
	var out []record.Reject
	for i := 1; i < len(list); i++ {
		if a, b := list[i-1], list[i]; a.serial == b.serial {
			out = append(out, record.Reject{Ref: b.ref, Column: "number", Code: reject.RepeatedTicket, Shown: fmt.Sprintf("%s%d", series, b.serial),
				Hint: text.Same(fmt.Sprintf("%s: #%d", b.Day, a.ref.Row))})
		}
	}
	return out
}

// gaps says how many numbers between the first and the last of a series are
// not there. Series that are mostly gaps are no running numbers.
func gaps(series string, list []*Visit) []record.Reject {
	var missing, from, to int32
	var at *Visit
	for i := 1; i < len(list); i++ {
		step := list[i].serial - list[i-1].serial
		if step <= 1 {
			continue
		}
		if missing == 0 {
			at, from, to = list[i], list[i-1].serial+1, list[i].serial-1
		}
		missing += step - 1
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
