package facts

import (
	"slices"
	"sort"

	"rapor/ingest/record"
)

// Lane names where a visit queued.
type Lane struct{ Service, Class string }

// Visits calls f for every ticket of a selection, in canonical order; a ticket
// of several stages is one visit. Tickets whose day is not known belong to no
// period.
func (q *Queue) Visits(sel Selection, f func(v *Visit, lane Lane)) { q.each(q.visits, sel, f) }

// Desk names where a row was served.
type Desk struct{ Counter, Stage string }

// Stages calls f for every row of a selection as exported: one per stage of a
// ticket.
func (q *Queue) Stages(sel Selection, f func(v *Visit, lane Lane, desk Desk)) {
	rows := q.stages
	if rows == nil {
		rows = q.visits
	}
	q.each(rows, sel, func(v *Visit, lane Lane) {
		f(v, lane, Desk{q.words[inCounter].text(v.code[inCounter]), q.words[inStage].text(v.code[inStage])})
	})
}

// Ref is the row a visit was read from; of several stages, the first.
func (v *Visit) Ref() record.Ref { return v.ref }

func (q *Queue) each(list []Visit, sel Selection, f func(v *Visit, lane Lane)) {
	office, ok := q.words[inOffice].lookup(sel.Office)
	service, known := q.words[inService].lookup(sel.Service)
	class, met := q.words[inClass].lookup(sel.Class)
	if !ok || !known || !met {
		return
	}
	lo := sort.Search(len(list), func(i int) bool { return list[i].code[inOffice] >= office })
	for i := lo; i < len(list) && list[i].code[inOffice] == office; i++ {
		v := &list[i]
		if v.Day < sel.From || v.Day > sel.To {
			if v.Day < sel.From { // skip to the period's first day
				i += sort.Search(len(list)-i, func(k int) bool {
					w := &list[i+k]
					return w.code[inOffice] != office || w.Day >= sel.From
				}) - 1
				continue
			}
			break
		}
		if service != 0 && v.code[inService] != service || class != 0 && v.code[inClass] != class { // codes, for texts are slow
			continue
		}
		lane := Lane{q.words[inService].text(v.code[inService]), q.words[inClass].text(v.code[inClass])}
		if sel.Rest == NoRest || q.takes(&sel, lane) {
			f(v, lane)
		}
	}
}

// takes reports whether a lane belongs to a selection.
func (q *Queue) takes(sel *Selection, l Lane) bool {
	return q.services.selects(ByService, sel, sel.Service, l.Service) && q.classes.selects(ByClass, sel, sel.Class, l.Class)
}

// Intervals calls f for every aggregated interval of a selection. A whole
// month counts for a period that contains all of it.
func (q *Queue) Intervals(sel Selection, f func(*record.QueueInterval)) {
	for i := range q.intervals {
		v := &q.intervals[i]
		if v.Office != sel.Office || !q.takes(&sel, Lane{v.Service, v.Class}) {
			continue
		}
		if !within(v.Day, v.Grain, sel) {
			continue
		}
		f(v)
	}
}

// within reports whether a day, or the whole month or year that begins with it,
// lies in a selection.
func within(d record.Day, g record.Grain, sel Selection) bool {
	return d >= sel.From && (g == record.GrainDay && d <= sel.To || g != record.GrainDay && d.Known() && g.Last(d) <= sel.To)
}

// Services lists the services of a selection that stand on their own, sorted,
// and how many others there are; the empty one is left out.
func (q *Queue) Services(sel Selection) (list []string, rest int) {
	return q.services.split(q.distinct(sel, func(l Lane) string { return l.Service }))
}

// Classes lists the ticket classes of a selection like Services.
func (q *Queue) Classes(sel Selection) (list []string, rest int) {
	return q.classes.split(q.distinct(sel, func(l Lane) string { return l.Class }))
}

func (q *Queue) distinct(sel Selection, of func(Lane) string) []string {
	seen := map[string]bool{}
	q.Visits(sel, func(_ *Visit, l Lane) { seen[of(l)] = true })
	q.Intervals(sel, func(i *record.QueueInterval) { seen[of(Lane{i.Service, i.Class})] = true })
	return sortedKeys(seen)
}

func sortedKeys[V any](seen map[string]V) []string {
	var out []string
	for s := range seen {
		if s != "" {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// Days lists the days with tickets of a selection, ascending.
func (q *Queue) Days(sel Selection) []record.Day {
	var out []record.Day
	q.Visits(sel, func(v *Visit, _ Lane) {
		if v.Day.Known() && (len(out) == 0 || out[len(out)-1] != v.Day) {
			out = append(out, v.Day)
		}
	})
	return out
}
