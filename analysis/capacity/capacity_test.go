package capacity

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/simulate"
	"rapor/ingest/record"
	"rapor/templates/format"
)

var update = flag.Bool("update", false, "write the golden file anew")

// pairs is a hall that can be reckoned by hand: thirty people take tickets at
// 07:30, two counters open at 08:00, every service takes ten minutes, and the
// next person is called at once. The k-th pair waits 30 + 10k minutes.
func pairs(days int, change func(i int, t *record.Ticket)) []record.Ticket {
	var out []record.Ticket
	for d := range days {
		for i := range 30 {
			called := 8*60 + 10*(i/2)
			t := record.Ticket{
				Service: "Paspor", Day: record.DayOf(2016, 3, 1) + record.Day(d), Number: "A" + strconv.Itoa(i), Status: record.StatusServed,
				Taken: record.ClockAt(7, 30, 0), Called: record.ClockAt(called/60, called%60, 0), Ended: record.ClockAt((called+10)/60, (called+10)%60, 0),
				Ref: record.Ref{Source: uint16(d % 3), Row: uint32(30*d + i)},
			}
			if change != nil {
				change(i, &t)
			}
			out = append(out, t)
		}
	}
	return out
}

func sealed(tickets []record.Ticket) *facts.Set {
	var set facts.Set
	for i := range tickets {
		set.Ticket(&tickets[i])
	}
	set.Seal()
	return &set
}

var year = calendar.Period{ID: "2016", From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}

// small asks little, so that the tests are quick.
var small = Options{From: 2, To: 20, Step: 2, Fewer: -3, More: 1, Reps: 200, Seed: 7, Workers: 2}

func studied(t *testing.T, tickets []record.Ticket, set office.Setting, opt Options) *Study {
	t.Helper()
	s, err := Run(context.Background(), sealed(tickets), &set, year, opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestHallByHand(t *testing.T) {
	s := studied(t, pairs(25, nil), office.Default(), small)
	if s.Refused != nil {
		t.Fatal(s.Refused.Say.ID)
	}
	b := &s.Basis
	if b.Peak != 2 || b.Days != 25 || b.Tickets != 750 || b.Served != 750 || b.Hall.Changeover != 0 || b.LeftOut != 0 {
		t.Fatalf("counters %d, %d days, %d tickets, %d served, changeover %d", b.Peak, b.Days, b.Tickets, b.Served, b.Hall.Changeover)
	}
	if s.Fit.Distance != 0 || s.Fit.AtP90 != 0 {
		t.Errorf("the replay of a hall without chance differs: %+v", s.Fit)
	}
	if s.Reference != (Reference{30, false}) {
		t.Errorf("reference %+v, want the median day of 30", s.Reference)
	}
	// 20 tickets: with two counters the waits are 30, 40 ... 120 minutes, each for
	// a tenth; P90 lies a tenth of the way from 110 to 120. With three they are
	// 30 ... 90 and P90 is a tenth of the way from 80 to 90. With one, 30 ... 220.
	for _, w := range []struct {
		counters int
		p90      float64
		finish   float64
	}{{0, 6660, 34800}, {1, 4860, 33000}, {-1, 12060, 40800}} {
		o := s.outcome(w.counters, 20)
		if o == nil || o.PooledP90 != w.p90 || o.Finish.Mean != w.finish || o.Overtime.Hi != 0 {
			t.Errorf("%+d counters: %+v, want P90 %v and the end at %v", w.counters, o, w.p90, w.finish)
		}
	}
	// 60 minutes: two counters reach the fourth pair, three the fourth three.
	want := []Advice{
		{simulate.Advised{Counters: -1, Quota: 4, Sure: 4}, 1, true},
		{simulate.Advised{Counters: 0, Quota: 8, Sure: 8}, 2, true},
		{simulate.Advised{Counters: 1, Quota: 12, Sure: 12}, 3, true},
	}
	if !reflect.DeepEqual(s.Advice, want) {
		t.Errorf("advice %+v, want %+v", s.Advice, want)
	}
	say := format.Text(paragraph(s.Sentences()...), format.ID)
	for _, part := range []string{"Dengan 2 loket (seperti sekarang), kuota terbesar yang menjaga P90 tidak lebih dari 60 menit adalah 8 tiket",
		"25 hari pelayanan dari 1 Maret 2016 sampai 25 Maret 2016", "Tidak satu pun jumlah loket yang dicoba menjaga hari dengan 30 tiket"} {
		if !strings.Contains(say, part) {
			t.Errorf("%q is not said in: %s", part, say)
		}
	}
}

// TestRegime: only days under the latest rule are played, and only those.
func TestRegime(t *testing.T) {
	set := office.Default()
	set.Quotas = []office.Quota{{From: record.DayOf(2016, 3, 11), Number: 16}, {From: record.DayOf(2017, 1, 1), Number: 9}}
	s := studied(t, pairs(40, nil), set, small)
	if s.Refused != nil || s.Basis.From != record.DayOf(2016, 3, 11) || s.Basis.Days != 30 || s.Reference != (Reference{16, true}) {
		t.Fatalf("%+v from %v, %d days, reference %+v", s.Refused, s.Basis.From, s.Basis.Days, s.Reference)
	}
	set.Reforms = []office.Reform{{Day: record.DayOf(2016, 3, 15), Name: result.T("loket baru", "new counters")}}
	if s := studied(t, pairs(40, nil), set, small); s.Basis.From != record.DayOf(2016, 3, 15) || s.Basis.Since.EN != "new counters" {
		t.Errorf("from %v since %q", s.Basis.From, s.Basis.Since.EN)
	}
}

// TestAccount: absent, cancelled and endless tickets are told apart.
func TestAccount(t *testing.T) {
	s := studied(t, pairs(20, func(i int, t *record.Ticket) {
		switch i {
		case 3:
			t.Status = record.StatusNoShow
		case 28:
			t.Status = record.StatusCancelled
		case 29:
			t.Ended = 0
		}
	}), office.Default(), small)
	b := &s.Basis
	if b.Absent != 20 || b.LeftOut != 20 || b.Guessed != 20 || b.Served != 560 || b.Tickets != 580 {
		t.Errorf("absent %d, left out %d, guessed %d, served %d of %d", b.Absent, b.LeftOut, b.Guessed, b.Served, b.Tickets)
	}
	if !slices.Contains(b.Hall.Lanes[0].Service, 600) || b.Hall.Lanes[0].Absent != 20.0/580 {
		t.Errorf("lane %+v", b.Hall.Lanes[0].Absent)
	}
}

// refusals are halls of which nothing may be asked.
func refusals() map[Cause]func(*testing.T) *Study {
	hall := func(days int, set func(*office.Setting), change func(int, *record.Ticket)) func(*testing.T) *Study {
		return func(t *testing.T) *Study {
			o := office.Default()
			if set != nil {
				set(&o)
			}
			return studied(t, pairs(days, change), o, small)
		}
	}
	return map[Cause]func(*testing.T) *Study{
		NoTimes:     hall(25, nil, func(_ int, t *record.Ticket) { t.Called = 0 }),
		TooFewDays:  hall(MinDays-1, nil, nil),
		EndsMissing: hall(25, nil, func(i int, t *record.Ticket) { t.Ended = record.Clock(int(t.Ended) * min(1, i/4)) }),
		NeverFull: hall(25, nil, func(i int, t *record.Ticket) {
			t.Taken = t.Called - 5
		}),
		PoorFit: hall(25, func(o *office.Setting) {
			o.Simulation.Counters = []office.Counters{{From: record.ClockAt(8, 0, 0), Open: 1}}
		}, nil),
	}
}

func TestRefusals(t *testing.T) {
	for cause, make := range refusals() {
		s := make(t)
		if s.Refused == nil || s.Refused.Cause != cause {
			t.Errorf("%s: refused %+v", cause, s.Refused)
			continue
		}
		if len(s.Outcomes)+len(s.Advice) > 0 {
			t.Errorf("%s: answers are given", cause)
		}
		if figures, tables := len(s.Figures()), len(s.Tables()); (cause == PoorFit) != (figures == 1 && tables == 1) {
			t.Errorf("%s: %d figures and %d tables", cause, figures, tables)
		}
	}
}

// TestGivenRoster: the office's own roster stands in place of the one read.
func TestGivenRoster(t *testing.T) {
	set := office.Default()
	set.Simulation = office.Simulation{Standard: 5400, Close: record.ClockAt(9, 0, 0),
		Counters: []office.Counters{{From: record.ClockAt(8, 0, 0), Open: 2}}}
	s := studied(t, pairs(25, nil), set, small)
	if s.Refused != nil || !s.Basis.Given || s.Basis.Peak != 2 || s.Fit.Distance != 0 {
		t.Fatalf("%+v %+v", s.Refused, s.Basis.Peak)
	}
	if a, _ := s.advice(0); a.Quota != 14 { // the seventh pair waits 90 minutes
		t.Errorf("advice %+v, want 14", a)
	}
	if o := s.outcome(0, 20); o.Overtime.Mean != 2400 { // the tenth pair is done at 09:40
		t.Errorf("overtime %v, want 2400", o.Overtime.Mean)
	}
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	set := office.Default()
	if _, err := Run(ctx, sealed(pairs(25, nil)), &set, year, small); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestSameForAnySplit: workers and the way facts were gathered change nothing.
func TestSameForAnySplit(t *testing.T) {
	tickets := pairs(25, func(i int, t *record.Ticket) {
		t.Service, t.Class = []string{"Paspor", "Izin", "BAP"}[i%3], []string{"A", "C"}[i%2]
		t.Ended += record.Clock(i % 7 * 20)
	})
	set := office.Default()
	set.PriorityClasses = []string{"C"}
	one := small
	one.Workers = 1
	want := studied(t, tickets, set, one)
	rapid.Check(t, func(rt *rapid.T) {
		parts := make([]facts.Set, rapid.IntRange(1, 4).Draw(rt, "parts"))
		for _, i := range rapid.Permutation(order(len(tickets))).Draw(rt, "order") {
			parts[rapid.IntRange(0, len(parts)-1).Draw(rt, "part")].Ticket(&tickets[i])
		}
		for k := 1; k < len(parts); k++ {
			parts[0].Merge(&parts[k])
		}
		parts[0].Seal()
		opt := small
		opt.Workers = rapid.IntRange(1, 5).Draw(rt, "workers")
		got, err := Run(context.Background(), &parts[0], &set, year, opt)
		if err != nil || !reflect.DeepEqual(got.Document(), want.Document()) ||
			!reflect.DeepEqual(got.Figures(), want.Figures()) || !reflect.DeepEqual(got.Tables(), want.Tables()) {
			rt.Fatalf("another split gives another study: %v", err)
		}
	})
}

func order(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestGolden keeps the JSON form of a small study.
func TestGolden(t *testing.T) {
	opt := small
	opt.From, opt.To, opt.Step, opt.Fewer, opt.More = 6, 12, 6, 0, 1
	doc := studied(t, pairs(20, nil), office.Default(), opt).Document()
	doc.Sentences = nil // TestTexts has them
	got, err := json.MarshalIndent(doc, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	const path = "testdata/study.json"
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("the study has changed:\n%s", got)
	}
}

// TestTexts: every text is there in both languages, with the same places, each
// filled.
func TestTexts(t *testing.T) {
	studies := []*Study{studied(t, pairs(25, nil), office.Default(), small)}
	wide := small
	wide.From, wide.To, wide.More = 10, 40, 40
	set := office.Default()
	set.Quotas = []office.Quota{{From: record.DayOf(2016, 3, 2), Number: 16}}
	set.Simulation.Counters = []office.Counters{{From: record.ClockAt(8, 0, 0), Open: 2}, {From: record.ClockAt(12, 0, 0), Open: 1}}
	set.Simulation.Close = record.ClockAt(8, 30, 0)
	studies = append(studies, studied(t, pairs(25, nil), set, wide))
	studies = append(studies, studied(t, pairs(25, func(i int, t *record.Ticket) {
		if i == 3 {
			t.Ended = 0
		}
		if i == 29 {
			t.Status = record.StatusCancelled
		}
	}), office.Default(), wide))
	for _, make := range refusals() {
		studies = append(studies, make(t))
	}
	seen := 0
	for _, s := range studies {
		for _, text := range textsOf(reflect.ValueOf([]any{s.Sentences(), s.Figures(), s.Tables()})) {
			seen++
			whole(t, text)
		}
	}
	if seen < 200 {
		t.Errorf("only %d texts were seen", seen)
	}
}

var places = regexp.MustCompile(`\{(\d+)\}`)

func whole(t *testing.T, text result.Text) {
	t.Helper()
	if text.Empty() {
		return
	}
	id, en := map[string]bool{}, map[string]bool{}
	for _, m := range places.FindAllString(text.ID, -1) {
		id[m] = true
	}
	for _, m := range places.FindAllString(text.EN, -1) {
		en[m] = true
	}
	if text.ID == "" || text.EN == "" || !reflect.DeepEqual(id, en) {
		t.Errorf("%q and %q do not match", text.ID, text.EN)
	}
	for _, l := range []format.Lang{format.ID, format.EN} {
		if s := format.Text(text, l); places.MatchString(s) || strings.Contains(s, format.Missing(l)) || strings.Contains(s, "NaN") {
			t.Errorf("a place is left open: %q", s)
		}
	}
}

// textsOf finds every text in a value.
func textsOf(v reflect.Value) []result.Text {
	var out []result.Text
	if v.IsValid() && v.Type() == reflect.TypeFor[result.Text]() {
		out = append(out, v.Interface().(result.Text))
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, textsOf(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out = append(out, textsOf(v.Field(i))...)
			}
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*simulate.Fit]() {
			out = append(out, textsOf(v.Elem())...)
		}
	}
	return out
}

// TestParagraph: sentences set together read as they do alone.
func TestParagraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts []result.Text
		var want []string
		for range rapid.IntRange(1, 5).Draw(t, "sentences") {
			args := rapid.IntRange(0, 13).Draw(t, "args")
			var text result.Text
			for k := range args {
				text.ID += "{" + strconv.Itoa(args-1-k) + "}"
				text.Args = append(text.Args, result.Int(rapid.Int64Range(0, 99).Draw(t, "n"), result.Count))
			}
			text.EN = text.ID
			parts = append(parts, text)
			want = append(want, format.Text(text, format.EN))
		}
		if got := format.Text(paragraph(parts...), format.EN); got != strings.Join(want, " ") {
			t.Fatalf("%q, want %q", got, strings.Join(want, " "))
		}
	})
}
