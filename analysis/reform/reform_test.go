package reform

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/queue"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
	"rapor/templates/format"
)

// began is a Monday.
var began = record.DayOf(2016, 3, 7)

// queued are tickets of one day with given waits in seconds; services last
// ten minutes, one after the other from eight o'clock.
func queued(officeName string, d record.Day, waits ...int32) []record.Ticket {
	var out []record.Ticket
	for i, w := range waits {
		taken := record.ClockAt(8, 0, 0) + record.Clock(i)
		out = append(out, record.Ticket{Office: officeName, Day: d, Taken: taken, Called: taken + record.Clock(w), Started: taken + record.Clock(w), Ended: taken + record.Clock(w) + 600, Status: record.StatusServed})
	}
	return out
}

func sealed(tickets []record.Ticket) *facts.Set {
	set := &facts.Set{}
	for i := range tickets {
		set.Ticket(&tickets[i])
	}
	set.Seal()
	return set
}

func setting(days ...record.Day) *office.Setting {
	s := office.Default()
	for _, d := range days {
		s.Reforms = append(s.Reforms, office.Reform{Day: d, Name: result.T("Kuota harian", "Daily quota")})
	}
	return &s
}

var year = calendar.Period{ID: "2016", From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}

// weekdays are n Mondays to Fridays from a Monday on.
func weekdays(from record.Day, n int) []record.Day {
	var out []record.Day
	for d := from; len(out) < n; d++ {
		if wd := d.Weekday(); wd >= 1 && wd <= 5 {
			out = append(out, d)
		}
	}
	return out
}

// plain is the example of most tests: three weeks before with waits around
// 120 minutes, three weeks after around 30, each day shifted a little.
func plain() []record.Ticket {
	var out []record.Ticket
	for i, d := range weekdays(began-21, 15) {
		k := int32(i%4) * 60
		out = append(out, queued("", d, 6000+k, 7200+k, 11400+k)...)
	}
	for i, d := range weekdays(began, 15) {
		k := int32(i%3) * 60
		out = append(out, queued("", d, 600+k, 1800+k, 2400+k, 3000+k)...)
	}
	return out
}

func evaluated(t testing.TB, tickets []record.Ticket, set *office.Setting) evaluation {
	t.Helper()
	f := sealed(tickets)
	s := source{facts: f, set: set, calendar: calendarOf(set), from: record.DayOf(2015, 1, 1), to: year.To}
	s.days = gather(f, set, facts.Selection{From: s.from, To: s.to})
	return s.evaluate(grouped(set.Reforms)[0], 0, 0)
}

// spoken is a chapter's sentences, titles and notes in one language.
func spoken(c Chapter, l format.Lang) string {
	var b strings.Builder
	each(c, func(t result.Text) { b.WriteString(format.Text(t, l) + "\n") })
	return b.String()
}

// each calls f for every text of a chapter, those within quantities included.
func each(c Chapter, f func(result.Text)) {
	var text func(result.Text)
	quantity := func(q result.Quantity) {
		if q.Term != nil {
			text(*q.Term)
		}
	}
	text = func(t result.Text) {
		if !t.Empty() {
			f(t)
		}
		for _, a := range t.Args {
			quantity(a)
		}
	}
	for _, t := range c.Intro {
		text(t)
	}
	for _, g := range c.Figures {
		for _, t := range []result.Text{g.Title, g.Caption, g.Summary, g.Note, g.Marks[0].Text} {
			text(t)
		}
		for _, s := range g.Series {
			quantity(s.Name)
		}
	}
	for _, t := range c.Tables {
		text(t.Title)
		text(t.Note)
		for _, col := range t.Columns {
			text(col.Name)
		}
		for _, r := range t.Rows {
			for _, q := range r {
				quantity(q)
			}
		}
	}
}

// TestWorkedExample: every number here was worked out by hand. Before: 15 days
// of three tickets, of which the middle one waits 120 to 123 minutes; after: 15
// days of four.
func TestWorkedExample(t *testing.T) {
	e := evaluated(t, plain(), setting(began))
	if !e.refused.Empty() {
		t.Fatal(e.refused)
	}
	want := []struct {
		name          string
		d             difference
		before, after string
	}{
		{"tickets", e.volume, "3", "4"},
		// The middle tickets sorted: days 0, 4, 8, 12 give 7200, days 1, 5, 9, 13
		// give 7260, days 2, 6, 10, 14 give 7320, three give 7380. They are ranks
		// 16 to 30 of 45, so the median, rank 23, is the eighth of them: 7260.
		// After: ranks 1 to 15 are the first tickets, 16 to 30 the second, so the
		// median is midway between the last second ticket, 1920, and the first third, 2400.
		{"median", e.measures[0], "7260", "2160"},
		{"within an hour", e.measures[2], "0", "1"},
		// Over three hours: the third ticket of each day, at least 11,400 s.
		{"over three hours", e.measures[3], "1/3", "0"},
	}
	for _, w := range want {
		if w.d.before.RatString() != w.before || w.d.after.RatString() != w.after {
			t.Errorf("%s: %s before, %s after, want %s and %s", w.name, w.d.before.RatString(), w.d.after.RatString(), w.before, w.after)
		}
		if f := float(w.d.exact()); !w.d.known || math.Abs(w.d.diff.Value-f) > 1e-9 || w.d.diff.Lo > f+1e-9 || w.d.diff.Hi < f-1e-9 {
			t.Errorf("%s: difference %v, exact %v", w.name, w.d.diff, f)
		}
	}
	if !e.median().lower() || e.shift.delta.RatString() != "-1" || e.shift.label != "large" {
		t.Errorf("every day after is shorter: delta %s", e.shift.delta.RatString())
	}
	if e.series.weekly {
		t.Error("three weeks a side were fitted by week")
	}
	if b, a := e.series.known(); b != 15 || a != 15 || e.series.its.Before != 15 {
		t.Errorf("%d and %d days in the series", b, a)
	}
}

// TestRanksOracle is section T-M of the reference through tickets and days:
// U = 63.5 of before against after, p = .00112182, Cliff's delta .984375,
// Hodges-Lehmann 114.5. Here after is set against before.
func TestRanksOracle(t *testing.T) {
	before, after := []int32{185, 172, 190, 201, 166, 178, 195, 160}, []int32{62, 55, 71, 48, 66, 80, 59, 160}
	var tickets []record.Ticket
	for i := range before {
		tickets = append(tickets, queued("", began-14+record.Day(i), before[i]*60-7, before[i]*60, before[i]*60+5)...)
		tickets = append(tickets, queued("", began+record.Day(i), after[i]*60, after[i]*60)...)
	}
	b, a := split(gather(sealed(tickets), setting(), facts.Selection{From: 1, To: math.MaxInt32}), began)
	s := shiftOf(b, a)
	near := func(name string, got, want, tol float64) {
		if math.Abs(got-want) > tol {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
	near("U", float(s.rank.U), 64-63.5, 0)
	near("p", s.rank.P, .00112182, 5e-9)
	near("delta", float(s.delta), -.984375, 0)
	near("shift", s.hl.Value/60, -114.5, 1e-12)
	if s.label != "large" || s.lower.RatString() != "63/64" {
		t.Errorf("label %s, lower %s", s.label, s.lower.RatString())
	}
}

// oracle is the series of section T-I in minutes, twelve weeks a side.
var oracle = []float64{183.5, 179, 182.5, 178, 184.5, 183, 182.5, 188, 181.5, 187, 183.5, 186, 126, 123, 125, 119, 121, 123, 117, 119, 116, 118, 115, 112}

func oracleTickets() []record.Ticket {
	var out []record.Ticket
	for w, minutes := range oracle {
		for d := range record.Day(5) {
			m := int32(minutes * 60)
			out = append(out, queued("", began+7*record.Day(w-12)+d, m-60*int32(d), m, m+30*int32(d))...)
		}
	}
	return out
}

// TestSeriesOracle is section T-I through tickets, weeks and the model. Of OLS
// and Newey-West errors the larger is used, here OLS.
func TestSeriesOracle(t *testing.T) {
	e := evaluated(t, oracleTickets(), setting(began))
	s := e.series
	if !s.weekly || s.start != 12 || len(s.first) != 24 || s.first[12] != began {
		t.Fatalf("weekly %v, start %d of %d", s.weekly, s.start, len(s.first))
	}
	for i, m := range oracle {
		if float(s.medians[i]) != m*60 {
			t.Errorf("week %d: %s s", i, s.medians[i].RatString())
		}
	}
	r := s.its
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"level", r.Level0.Value, 180.36363636}, {"trend", r.Trend.Value, .44405594}, {"jump", r.Jump.Value, -59.32867133},
		{"trend change", r.TrendChange.Value, -1.5}, {"end", r.EffectEnd.Value, -77.32867133}, {"error", r.Jump.Used, 1.88155427}, {"DW x 60", 60 * r.DurbinWatson, 3.135396 * 60},
	} {
		if got := c.got / 60; math.Abs(got-c.want) > 1e-6 && !strings.HasPrefix(c.name, "DW") || strings.HasPrefix(c.name, "DW") && math.Abs(c.got-c.want) > 1e-4 {
			t.Errorf("%s = %v, want %v", c.name, got, c.want)
		}
	}
	fig, ok := e.figure()
	if !ok || len(fig.Series) != 4 || len(fig.X.Labels) != 24 || fig.Marks[0].At != 12 || fig.N != 24*15 {
		t.Errorf("figure %+v", fig)
	}
	if fig.Series[1].Points[12].Value != nil || fig.Series[2].Points[12].Value == nil || fig.Series[3].Points[11].Value != nil {
		t.Error("the lines do not change at the mark")
	}
}

// TestDefinitions: a wait and a service here are what the queue indicators
// mean by them, over tickets of every fate.
func TestDefinitions(t *testing.T) {
	var tickets []record.Ticket
	for i, s := range []record.Status{record.StatusServed, record.StatusNoShow, record.StatusCancelled, record.StatusWaiting, record.StatusUnknown} {
		for k := range 8 {
			x := queued("", began+record.Day(i), int32(600+130*k+37*i))[0]
			x.Status = s
			switch k {
			case 1:
				x.Called = 0
			case 2:
				x.Taken = 0
			case 3:
				x.Called = x.Taken - 60
			case 4:
				x.Started = 0
			case 5:
				x.Ended = x.Started - 5
			}
			tickets = append(tickets, x)
		}
	}
	f, set := sealed(tickets), setting()
	sel := facts.Selection{From: began, To: began + 9}
	days := side{gather(f, set, sel)}
	slice := queue.NewSlice(f, set, sel)
	for id, c := range map[string]*struct {
		n   int
		med *big.Rat
	}{"ANT-03": {days.cluster().N(), days.cluster().Exact(stat.MedianOf())}, "ANT-08": {days.services().N(), days.services().Exact(stat.MedianOf())}} {
		for _, spec := range queue.Specs() {
			if spec.ID != id {
				continue
			}
			v := spec.Compute(slice)
			if v.N != int64(c.n) || v.Value.Cmp(c.med) != 0 {
				t.Errorf("%s: %d, %s; the indicator has %d, %s", id, c.n, c.med.RatString(), v.N, v.Value.RatString())
			}
		}
	}
}

func TestPeak(t *testing.T) {
	if got := peak([]edge{{10, 1}, {20, -1}, {20, 1}, {30, -1}, {25, 1}, {26, -1}}); got != 2 {
		t.Errorf("peak %d", got)
	}
	if peak(nil) != 0 {
		t.Error("a peak of nothing")
	}
}
