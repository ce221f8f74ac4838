package queue

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

var (
	monday = record.DayOf(2016, 3, 14)
	year   = facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}
)

// slice seals tickets and selects the year 2016.
func slice(set office.Setting, tickets []record.Ticket, intervals ...record.QueueInterval) *Slice {
	f := &facts.Set{}
	for i := range tickets {
		tickets[i].Ref = record.Ref{Row: uint32(i + 2)}
		f.Ticket(&tickets[i])
	}
	for i := range intervals {
		f.QueueInterval(&intervals[i])
	}
	f.Seal()
	return NewSlice(f, &set, year)
}

func value(t *testing.T, id string, s *Slice) result.Value {
	t.Helper()
	for _, spec := range Specs() {
		if spec.ID == id {
			return spec.Compute(s)
		}
	}
	t.Fatalf("no indicator %s", id)
	return result.Value{}
}

func is(t *testing.T, what string, got *big.Rat, num, den int64) {
	t.Helper()
	if got == nil || got.Cmp(big.NewRat(num, den)) != 0 {
		t.Errorf("%s = %v, want %d/%d", what, got, num, den)
	}
}

func at(minute int) record.Clock { return record.ClockAt(minute/60, minute%60, 0) }

// minutes makes one ticket taken at 07:30 whose call comes after the wait.
func minutes(waits ...int) []record.Ticket {
	var out []record.Ticket
	for i, w := range waits {
		out = append(out, record.Ticket{Day: monday, Number: fmt.Sprintf("A%03d", i+1), Class: "A", Taken: at(450), Called: at(450 + w), Status: record.StatusServed})
	}
	return out
}

// TestTQ1Percentiles is oracle T-Q1 through the indicators.
func TestTQ1Percentiles(t *testing.T) {
	s := slice(office.Default(), minutes(3, 5, 8, 12, 13, 21, 34, 55, 89, 144))
	is(t, "P50", value(t, "ANT-03", s).Value, 17*60, 1)
	is(t, "P90", value(t, "ANT-04", s).Value, 5670, 1)
	is(t, "P90/P50", value(t, "ANT-27", s).Value, 189, 34)
	if v := value(t, "ANT-05", s); v.Known() || v.Missing == nil {
		t.Error("P95 needs twenty tickets")
	}
	if got := stat.Quantile(sorted(s.waits), 19, 20); got.Cmp(big.NewRat(7155, 1)) != 0 {
		t.Errorf("P95 type 7 = %v s, want 119.25 min", got)
	}
}

// TestBucketsHoldTheirUpperEnds: fifteen minutes belong to the first bucket.
func TestBucketsHoldTheirUpperEnds(t *testing.T) {
	s := slice(office.Default(), append(minutes(0, 15, 16, 30, 120, 121), record.Ticket{Day: monday, Number: "B1", Taken: at(450), Called: at(465) + 1}))
	var counts []string
	for _, r := range s.buckets().Rows {
		counts = append(counts, r[1].Value.RatString())
	}
	if !slices.Equal(counts, []string{"2", "3", "0", "0", "0", "1", "1"}) {
		t.Errorf("buckets %v", counts)
	}
	is(t, "longest", value(t, "ANT-28", s).Value, 121*60, 1)
}

// eight are the tickets of oracle T-Q2.
func eight() []record.Ticket {
	k := func(n, class string, taken, called int) record.Ticket {
		x := record.Ticket{Day: monday, Number: n, Class: class, Taken: at(taken), Status: record.StatusServed}
		if called > 0 {
			x.Called = at(called)
		} else {
			x.Status = record.StatusNoShow
		}
		return x
	}
	return []record.Ticket{k("A001", "A", 450, 460), k("A002", "A", 451, 470), k("A003", "A", 453, 465), k("A004", "A", 455, 466),
		k("C001", "C", 456, 461), k("A005", "A", 460, 0), k("A006", "A", 462, 475), k("A007", "A", 463, 472)}
}

// TestTQ2Fairness is oracle T-Q2: lanes, overtakes, persons overtaken, waits,
// no-shows; and what becomes of it when the lanes are ignored.
func TestTQ2Fairness(t *testing.T) {
	set := office.Default()
	s := slice(set, eight())
	v := value(t, "ANT-12", s)
	is(t, "overtakes", v.Value, 3, 15)
	is(t, "overtaken", value(t, "ANT-23", s).Value, 2, 6+1) // the single C ticket is compared with nobody, but served
	is(t, "places lost", value(t, "ANT-24", s).Value, 2, 1)
	is(t, "no-shows", value(t, "ANT-09", s).Value, 1, 8)

	lane := slice(set, slices.DeleteFunc(eight(), func(x record.Ticket) bool { return x.Class == "C" }))
	is(t, "overtaken in lane A", value(t, "ANT-23", lane).Value, 2, 6)
	is(t, "mean", value(t, "ANT-02", lane).Value, 740, 1)
	is(t, "median", value(t, "ANT-03", lane).Value, 690, 1)
	is(t, "P90", stat.Quantile(lane.waits, 9, 10), 960, 1)
	is(t, "P95", stat.Quantile(lane.waits, 19, 20), 1050, 1)

	mixed := eight()
	for i := range mixed {
		mixed[i].Class = ""
	}
	is(t, "ignoring lanes", value(t, "ANT-12", slice(set, mixed)).Value, 6, 21)
}

// TestExplainedOvertakesDoNotCount: priority, recalled tickets and calls
// within the tolerance explain themselves.
func TestExplainedOvertakesDoNotCount(t *testing.T) {
	set := office.Default()
	base := func() []record.Ticket { return eight()[:2] } // A001 before A002
	overtaker := record.Ticket{Day: monday, Number: "A009", Class: "A", Taken: at(452), Called: at(455), Status: record.StatusServed}
	is(t, "unexplained", value(t, "ANT-12", slice(set, append(base(), overtaker))).Num, 2, 1)

	priority := overtaker
	priority.Priority = record.Yes
	is(t, "priority", value(t, "ANT-12", slice(set, append(base(), priority))).Num, 0, 1)

	recalled := append(base(), overtaker)
	recalled[0].Recalled, recalled[1].Recalled = record.Yes, record.Yes
	if v := value(t, "ANT-12", slice(set, recalled)); v.Known() {
		t.Errorf("recalled tickets were compared: %v", v.Value)
	}
	for _, c := range []struct {
		ahead int32 // seconds the later ticket is called before the earlier
		want  int64
	}{{0, 0}, {60, 0}, {61, 1}} {
		x := []record.Ticket{{Day: monday, Number: "1", Taken: at(450), Called: at(480) + record.Clock(c.ahead)}, {Day: monday, Number: "2", Taken: at(451), Called: at(480)}}
		is(t, fmt.Sprintf("%d s ahead", c.ahead), value(t, "ANT-12", slice(set, x)).Num, c.want, 1)
	}
}

// TestStagesAreOneTicket: rows per stage count one applicant, wait and end of
// the whole visit.
func TestStagesAreOneTicket(t *testing.T) {
	var rows []record.Ticket
	for i := range 3 {
		n := fmt.Sprintf("A%03d", i+1)
		rows = append(rows,
			record.Ticket{Day: monday, Number: n, Stage: "Foto", Taken: at(470 + i), Called: at(490 + i), Ended: at(500 + i), Counter: "2", Status: record.StatusServed},
			record.Ticket{Day: monday, Number: n, Stage: "Berkas", Taken: at(450 + i), Called: at(460 + i), Ended: at(465 + i), Counter: "1", Status: record.StatusServed})
	}
	s := slice(office.Default(), rows)
	is(t, "tickets", value(t, "ANT-01", s).Value, 3, 1)
	is(t, "wait", value(t, "ANT-03", s).Value, 600, 1)
	is(t, "in the office", value(t, "ANT-16", s).Value, 50*60, 1)
	is(t, "served", value(t, "ANT-08", s).Value, 15*60, 1)
	is(t, "per counter-hour", value(t, "ANT-18", s).Value, 6*60, 7+12)
	tab := Tables(s.facts, s.set, calendar.Period{From: year.From, To: year.To})
	if len(tab) != 2 || len(tab[1].Rows) != 2 || tab[1].Rows[0][0].Label != "Berkas" {
		t.Fatalf("%+v", tab)
	}
	is(t, "wait for the photo", tab[1].Rows[1][2].Value, 20*60, 1)
	is(t, "photo", tab[1].Rows[1][3].Value, 10*60, 1)
	unfinished := append([]record.Ticket(nil), rows...)
	unfinished[0].Ended, unfinished[0].Status = 0, record.StatusWaiting
	is(t, "unfinished last stage", value(t, "ANT-20", slice(office.Default(), unfinished)).Value, 2, 3)
}

// TestQuotaBoundaries: the window is inclusive, the q-th ticket uses it up.
func TestQuotaBoundaries(t *testing.T) {
	set := office.Default()
	set.Quotas = []office.Quota{{From: monday, Start: record.ClockAt(7, 30, 0), End: record.ClockAt(10, 0, 0), Number: 3}}
	in := []record.Ticket{{Day: monday, Number: "1", Taken: at(450)}, {Day: monday, Number: "2", Taken: at(500)}, {Day: monday, Number: "3", Taken: at(600)},
		{Day: monday, Number: "4", Taken: at(600) + 1}, {Day: monday, Number: "5", Taken: at(450) - 1}, {Day: monday - 1, Number: "6", Taken: at(500)}}
	s := slice(set, in)
	is(t, "use", value(t, "ANT-10", s).Value, 1, 1)
	is(t, "hour", value(t, "ANT-11", s).Value, 600*60, 1)
	is(t, "days", value(t, "ANT-19", s).Value, 1, 1)
	if ex := value(t, "ANT-10", s).Excluded; len(ex) != 2 || ex[0].N != 2 || ex[1].N != 1 {
		t.Errorf("excluded %+v", ex)
	}
	is(t, "not full", value(t, "ANT-19", slice(set, in[:2])).Value, 0, 1)
}

// naive are the same figures from plain slices, without trees or sorting in
// place.
type naive struct{ pairs, overtakes, passed, worst, system int64 }

func naively(tickets []record.Ticket, tolerance record.Clock) naive {
	var n naive
	for i, a := range tickets {
		if a.Status == record.StatusServed && a.Ended.Known() {
			n.system += int64(a.Ended - a.Taken)
		}
		lost := int64(0)
		for j, b := range tickets {
			same := a.Day == b.Day && a.Service == b.Service && a.Class == b.Class && a.Priority == b.Priority
			turn := func(x record.Ticket) bool {
				return x.Status == record.StatusServed && x.Recalled != record.Yes && x.Called.Known()
			}
			if i == j || !same || !turn(a) || !turn(b) || a.Taken >= b.Taken {
				continue
			}
			n.pairs++
			if b.Called < a.Called-tolerance {
				n.overtakes++
				lost++
			}
		}
		if lost > 0 {
			n.passed++
		}
		n.worst = max(n.worst, lost)
	}
	return n
}

func TestAgainstPlainSlices(t *testing.T) {
	set := office.Default()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		var tickets []record.Ticket
		for i := range 1 + r.IntN(120) {
			taken := 450 + r.IntN(60)
			x := record.Ticket{Day: monday + record.Day(r.IntN(3)), Number: fmt.Sprintf("%d", i), Service: []string{"Baru", "Ganti"}[r.IntN(2)], Class: []string{"A", "B"}[r.IntN(2)],
				Taken: at(taken), Status: record.StatusServed, Priority: []record.Tri{record.Unknown, record.Yes}[r.IntN(2)], Recalled: []record.Tri{record.No, record.No, record.Yes}[r.IntN(3)]}
			x.Called = at(taken+r.IntN(30)) + record.Clock(r.IntN(60))
			x.Ended = x.Called + record.Clock(r.IntN(900))
			if r.IntN(9) == 0 {
				x.Called, x.Ended, x.Status = 0, 0, record.StatusNoShow
			}
			tickets = append(tickets, x)
		}
		want := naively(tickets, record.Clock(set.Tolerance))
		s := slice(set, tickets)
		if got := stat.Sum(s.system); got != want.system {
			t.Fatalf("seed %d: %d s in the office, want %d", seed, got, want.system)
		}
		o := s.fairness()
		if o.Pairs != want.pairs || o.Overtakes != want.overtakes || o.Passed != want.passed || o.Worst != want.worst {
			t.Fatalf("seed %d: %+v, want %+v", seed, o, want)
		}
	}
}

// TestEveryIndicatorSaysWhatItNeeds: without data each is missing, in both
// languages, and never zero.
func TestEveryIndicatorSaysWhatItNeeds(t *testing.T) {
	empty := slice(office.Default(), nil)
	for _, spec := range Specs() {
		v := spec.Compute(empty)
		if v.Known() || v.Missing == nil || v.Missing.ID == "" || v.Missing.EN == "" || spec.Needs.ID == "" || spec.Needs.EN == "" {
			t.Errorf("%s without data: %+v", spec.ID, v)
		}
	}
}
