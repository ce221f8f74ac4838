package reform

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
)

// drawn are tickets of the office and another around the change.
func drawn(t *rapid.T) []record.Ticket {
	var out []record.Ticket
	for _, name := range []string{"", "Lain"} {
		for d := began - 25; d < began+25; d++ {
			if rapid.IntRange(0, 9).Draw(t, "closed") == 0 {
				continue
			}
			waits := rapid.SliceOfN(rapid.Int32Range(0, 15000), 1, 4).Draw(t, "waits")
			out = append(out, queued(name, d, waits...)...)
		}
	}
	return out
}

// TestSplit: facts read in any split and order give the same chapter.
func TestSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tickets := drawn(t)
		whole := marshalled(t, sealed(tickets))
		parts := make([]facts.Set, rapid.IntRange(1, 4).Draw(t, "parts"))
		for _, i := range rapid.Permutation(seq(len(tickets))).Draw(t, "order") {
			parts[i%len(parts)].Ticket(&tickets[i])
		}
		var all facts.Set
		for i := range parts {
			all.Merge(&parts[len(parts)-1-i])
		}
		all.Seal()
		if got := marshalled(t, &all); !bytes.Equal(whole, got) {
			t.Fatalf("split facts give another chapter:\n%s\n%s", whole, got)
		}
	})
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func marshalled(t *rapid.T, f *facts.Set) []byte {
	b, err := json.Marshal(Study(f, setting(began), year))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestMirror: when the days before and after change places, every difference
// changes its sign and keeps its size; so do the shift and Cliff's delta, and
// the p-value stays.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tickets := drawn(t)
		there := gather(sealed(tickets), setting(), facts.Selection{From: 1, To: math.MaxInt32})
		b, a := split(there, began)
		if b.served() < least || a.served() < least {
			t.Skip("too few days")
		}
		e := evaluation{source: &source{set: setting()}, before: b, after: a}
		m := evaluation{source: e.source, before: a, after: b}
		e.circumstances()
		m.circumstances()
		x, y := append(e.compare(), e.volume, e.counters, e.service), append(m.compare(), m.volume, m.counters, m.service)
		for i := range x {
			if x[i].exact().Cmp(y[i].exact().Neg(y[i].exact())) != 0 || math.Abs(x[i].diff.Value+y[i].diff.Value) > 1e-6 {
				t.Errorf("%s: %v and %v", x[i].name.EN, x[i].diff, y[i].diff)
			}
		}
		s, r := shiftOf(b, a), shiftOf(a, b)
		if s.hl.Value != -r.hl.Value || s.hl.Lo != -r.hl.Hi || s.delta.Cmp(r.delta.Neg(r.delta)) != 0 || math.Abs(s.rank.P-r.rank.P) > 1e-9 {
			t.Errorf("shift %+v and %+v", s, r)
		}
	})
}

// TestBounds: an interval holds its value, and the table shows what the
// intervals are.
func TestBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := sealed(drawn(t))
		set := setting(began)
		s := source{facts: f, set: set, calendar: calendarOf(set), from: record.DayOf(2015, 1, 1), to: year.To}
		s.days = gather(f, set, facts.Selection{From: s.from, To: s.to})
		e := s.evaluate(grouped(set.Reforms)[0], 0, 0)
		if !e.refused.Empty() {
			t.Skip("too few days")
		}
		for _, k := range e.checks {
			if k.refused.Empty() && k.kind >= bySeries && k.kind < offices && (k.value.Lo > k.value.Value || k.value.Hi < k.value.Value) {
				t.Errorf("check %d: %+v", k.kind, k.value)
			}
		}
		table := e.comparison()
		for _, row := range table.Rows {
			if len(row) != len(table.Columns) || row[4].Value == nil || row[4].Value.Cmp(row[5].Value) > 0 {
				t.Errorf("row %+v", row)
			}
		}
	})
}

// sample reads the queue of the synthetic office.
func sample(t testing.TB) (*facts.Set, *office.Setting) {
	t.Helper()
	set := &facts.Set{}
	if _, err := ingest.Read(context.Background(), []string{"../../sample-data/antrean"}, ingest.Options{}, []record.Sink{set}); err != nil {
		t.Fatal(err)
	}
	set.Seal()
	s := setting(record.DayOf(2016, 3, 1))
	s.Quotas = []office.Quota{{From: record.DayOf(2016, 3, 1), Start: record.ClockAt(7, 30, 0), End: record.ClockAt(10, 0, 0), Number: 200}}
	return set, s
}

// TestSample pins what the chapter says of the synthetic office: the generator
// lets waits fall on the day of the quota, and with it lets three counters
// open and services shorten. The chapter must see both.
func TestSample(t *testing.T) {
	f, set := sample(t)
	s := source{facts: f, set: set, calendar: calendarOf(set), from: record.DayOf(2015, 1, 1), to: year.To}
	s.days = gather(f, set, facts.Selection{From: s.from, To: s.to})
	e := s.evaluate(grouped(set.Reforms)[0], 0, 0)
	if !e.median().lower() || !e.series.weekly || !e.series.its.EffectEnd.Excludes(0) || e.shift.label != "large" {
		t.Errorf("median %+v, end %+v", e.median().diff, e.series.its.EffectEnd)
	}
	if !e.counters.higher() || !e.service.lower() || len(e.rivals()) != 3 {
		t.Errorf("counters %+v, service %+v", e.counters.diff, e.service.diff)
	}
	if e.control.others != 7 || e.control.refused.Empty() || e.control.seen != 7 {
		t.Errorf("control %+v", e.control)
	}
	n := 0
	for _, c := range e.checks {
		if c.clear() && c.agrees(e.median().diff) {
			n++
		}
	}
	if n != 7 || len(e.checks) != 8 {
		t.Errorf("%d of %d checks agree", n, len(e.checks))
	}
	if got := Study(f, set, year); len(got.Figures) != 1 || len(got.Tables) != 3 || len(got.Intro) != 7 || !sound(got.Tables) {
		t.Errorf("%d figures, %d tables, %d sentences", len(got.Figures), len(got.Tables), len(got.Intro))
	}
}

// sound reports whether every row is as wide as its table.
func sound(tables []result.Table) bool {
	return !slices.ContainsFunc(tables, func(t result.Table) bool {
		return slices.ContainsFunc(t.Rows, func(r []result.Quantity) bool { return len(r) != len(t.Columns) })
	})
}

// BenchmarkStudySample: the whole study of the synthetic office, 45,000
// tickets of its own over two years and seven offices beside it.
func BenchmarkStudySample(b *testing.B) {
	f, set := sample(b)
	b.ReportAllocs()
	for b.Loop() {
		Study(f, set, year)
	}
}
