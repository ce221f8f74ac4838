// Package queue declares the indicators of queues and passport applications:
// one file per indicator, each a documented pure function of a Slice.
//
// It knows nothing of files, of other domains or of how values are shown.
package queue

import (
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Specs lists the indicators in the order of the catalogue.
func Specs() []indicator.Spec[*Slice] {
	return indicator.Saying(leavingUnread([]indicator.Spec[*Slice]{
		volume, meanWait, medianWait, p90Wait, p95Wait, withinStandard, longWait, serviceTime, noShow,
		quotaUse, quotaHour, overtakes, perDay, priorityWait, passportDays,
		systemTime, systemP90, perCounterHour, quotaDays, sameDay, worstCell, littleDays, overtaken, placesLost,
		priorityGap, priorityShare, spread, longest, expressDays,
	}), (*Slice).replaced)
}

// Slice is the queue facts of one selection, put in order once.
type Slice struct {
	set   *office.Setting
	facts *facts.Set
	sel   facts.Selection

	waits    []int32 // seconds, ascending
	services []int32 // seconds, ascending
	priority []int32 // waits of priority lanes, ascending
	regular  []int32 // waits of all other lanes, ascending
	system   []int32 // from the ticket to the end of its last stage, ascending
	lanes    map[lane][]dayTurns
	order    *stat.Order // of all lanes, computed once
	samples  map[observe]*indicator.Sample
	desks    desks
	cells    [7][24][]int32 // waits by weekday and hour taken

	multi, priorities, sameDays int64

	tickets, noShows, cancelled, unfinished int64
	unstated                                int64 // tickets whose status is not recorded
	noPriority, noOrder, noStatus           int64 // tickets whose attribute was not understood
	unasked                                 int64 // tickets of programs that do not tell of priority
	cameByClock                             int64 // tickets without a status whose service has a clock
	told                                    int64 // tickets that say whether they have priority
	served                                  int64
	noCall, negative                        int64 // served, but no waiting time can be told
	stated                                  int64 // waits as the export states them, without clocks
	byStart                                 int64 // waits that end at the start of service, for want of a call time
	within, long                            int64
	quota                                   quotaFacts
	pool                                    pool

	classes map[string]bool // whether a ticket class is a priority lane, as met
}

// lane is where tickets are called in the order they were taken: a service, a
// ticket class, and the priority queue apart from the ordinary one.
type lane struct {
	facts.Lane
	priority bool
}

type dayTurns struct {
	day   record.Day
	turns []stat.Turn
}

// NewSlice gathers the facts of a selection.
func NewSlice(f *facts.Set, set *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{set: set, facts: f, sel: sel, lanes: map[lane][]dayTurns{}, classes: map[string]bool{}}
	f.Queue.Visits(sel, s.visit)
	slices.Sort(s.waits)
	slices.Sort(s.services)
	slices.Sort(s.priority)
	slices.Sort(s.regular)
	slices.Sort(s.system)
	s.quota.finish(set, sel)
	f.Queue.Intervals(sel, s.pool.add(set))
	s.desks.gather(f, sel)
	return s
}

func (s *Slice) visit(v *facts.Visit, lane facts.Lane) {
	s.tickets++
	if v.Stages > 1 {
		s.multi++
	}
	if s.isPriority(v, lane) {
		s.priorities++
	}
	s.unread(v, lane)
	if v.Priority == record.Yes || v.Priority == record.No || len(s.set.PriorityClasses) > 0 && lane.Class != "" {
		s.told++
	}
	s.quota.ticket(s.set, v)
	switch v.Status {
	case record.StatusUnknown, record.StatusUnread:
		s.unstated++
		if servedByClock(v) {
			s.cameByClock++
		}
	case record.StatusNoShow:
		s.noShows++
		return
	case record.StatusCancelled:
		s.cancelled++
		return
	case record.StatusWaiting:
		s.unfinished++
		return
	}
	s.served++
	s.serve(v)
	w, told := v.Wait()
	call, called := v.FirstCall()
	if called && v.Called < 0 && (v.Taken >= 0 || !told) {
		s.byStart++
	}
	switch clocks := v.Taken >= 0 && called; {
	case told && clocks:
		s.wait(v, lane, w, call)
	case told:
		s.stated++
		s.took(w, s.laneOf(v, lane), s.unreadPriority(v, lane) || s.silent(v, lane))
	case clocks:
		s.negative++
	default:
		s.noCall++
	}
}

func (s *Slice) isPriority(v *facts.Visit, l facts.Lane) bool {
	return v.Priority == record.Yes || s.isPriorityClass(l.Class)
}

func (s *Slice) isPriorityClass(class string) bool {
	is, ok := s.classes[class]
	if !ok {
		is = s.set.PriorityClass(class)
		s.classes[class] = is
	}
	return is
}

func (s *Slice) serve(v *facts.Visit) {
	if sec, ok := v.Service(); ok {
		s.services = append(s.services, sec)
	}
	if sec, ok := v.System(); ok {
		s.system = append(s.system, sec)
	}
	if v.Finished() && v.Ended < 86400 {
		s.sameDays++
	}
}

func (s *Slice) laneOf(v *facts.Visit, in facts.Lane) lane { return lane{in, s.isPriority(v, in)} }

// took counts one wait, whose times of day need not be known.
func (s *Slice) took(w int32, l lane, unread bool) {
	s.waits = append(s.waits, w)
	if w <= s.set.WaitStandard {
		s.within++
	}
	if w > s.set.LongWait {
		s.long++
	}
	switch {
	case unread: // of neither lane, as far as is known
	case l.priority:
		s.priority = append(s.priority, w)
	default:
		s.regular = append(s.regular, w)
	}
}

// wait counts the wait of a visit whose clocks tell it, and its turn.
func (s *Slice) wait(v *facts.Visit, in facts.Lane, w, call int32) {
	l := s.laneOf(v, in)
	unread := s.unreadPriority(v, in)
	s.took(w, l, unread || s.silent(v, in))
	if v.Day.Known() && v.Taken < 86400 {
		c := &s.cells[v.Day.Weekday()][v.Taken/3600]
		*c = append(*c, w)
	}
	if unread || v.Recalled == record.Unread {
		return // before whom it may lawfully be called is not known
	}
	if v.Recalled == record.Yes {
		return // called a second time: its order is the visitor's own doing
	}
	if !v.Day.Known() {
		return // of which day, and so before or after whom, is not known
	}
	days := s.lanes[l]
	if n := len(days); n == 0 || days[n-1].day != v.Day {
		days = append(days, dayTurns{day: v.Day})
	}
	last := &days[len(days)-1]
	last.turns = append(last.turns, stat.Turn{Taken: v.Taken, Called: call})
	s.lanes[l] = days
}

// excluded says who did not enter a waiting-time figure, and why.
func (s *Slice) excluded() []result.Exclusion {
	return some(
		result.Exclusion{Reason: result.T("tidak hadir saat dipanggil", "did not come when called"), N: s.noShows},
		result.Exclusion{Reason: result.T("batal", "cancelled"), N: s.cancelled},
		result.Exclusion{Reason: result.T("belum selesai saat data diekspor", "not finished when exported"), N: s.unfinished},
		result.Exclusion{Reason: result.T("jam ambil atau jam panggil tidak tercatat", "time taken or called not recorded"), N: s.noCall},
		result.Exclusion{Reason: result.T("dipanggil sebelum mengambil tiket", "called before taken"), N: s.negative},
	)
}

// some keeps the exclusions that happened.
func some(all ...result.Exclusion) []result.Exclusion {
	var out []result.Exclusion
	for _, e := range all {
		if e.N > 0 {
			out = append(out, e)
		}
	}
	return out
}

// warnings says how waits were measured when it is not from take to call.
func (s *Slice) warnings() []result.Text {
	var out []result.Text
	if s.byStart > 0 {
		out = append(out, result.T("Pada {0} tanpa jam panggil, tunggu dihitung sampai mulai dilayani.",
			"For {0} without a call time, the wait is counted to the start of service.", result.Int(s.byStart, result.Tickets)))
	}
	if s.stated > 0 {
		out = append(out, result.T("Pada {0} tanpa jam, tunggu adalah menurut ekspornya sendiri.",
			"For {0} without times of day, the wait is as the export itself states it.", result.Int(s.stated, result.Tickets)))
	}
	return out
}

// calendarOf is the office's working calendar.
func calendarOf(set *office.Setting) *calendar.Calendar {
	var days []record.Day
	for _, h := range set.Holidays {
		days = append(days, h.Day)
	}
	return calendar.New(days)
}

// without is a value that cannot be computed, with what it needs.
func without(needs result.Text) result.Value { return result.Value{Missing: &needs} }

var needWaits = result.T("perlu data antrean dengan jam ambil dan jam panggil (atau rata-rata tunggu per selang waktu)",
	"needs queue data with the times taken and called (or mean waits per interval)")

var ticketKinds = []string{"ticket", "queue_interval"}
