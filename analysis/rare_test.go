package analysis

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

func day(y, m, d int) record.Day { return record.DayOf(y, m, d) }

// TestTimesBetweenEvents: events of one day are one point, and a time that
// reaches into a month without all its events dated is unknown.
func TestTimesBetweenEvents(t *testing.T) {
	months := []calendar.Month{{Year: 2016, Month: 1}, {Year: 2016, Month: 2}, {Year: 2016, Month: 3}, {Year: 2016, Month: 4}, {Year: 2016, Month: 5}}
	events := []record.Day{day(2016, 1, 20), day(2016, 1, 4), day(2016, 1, 4), day(2016, 2, 1), day(2016, 4, 10), day(2016, 4, 30), day(2016, 5, 2)}
	series := monthly([]result.Value{number(3), number(1), {}, number(2), number(2)})
	var since, count []int64
	for _, d := range apart(events, months, series) {
		since, count = append(since, d.since), append(count, d.count)
	}
	// March has no data; of the two events of May one has no day.
	if want := []int64{-1, 16, 12, -1, 20, -1}; !slices.Equal(since, want) {
		t.Errorf("since %v, want %v", since, want)
	}
	if want := []int64{2, 1, 1, 1, 1, 1}; !slices.Equal(count, want) {
		t.Errorf("count %v, want %v", count, want)
	}
}

// rareReport is the report on surveillance operations held on some days.
func rareReport(t *testing.T, set office.Setting, days ...record.Day) (fig *result.Figure) {
	t.Helper()
	f := &facts.Set{}
	for i, d := range days {
		f.Operation(&record.Operation{Day: d, Checked: -1, Violations: -1, Ref: record.Ref{Row: uint32(i + 2)}})
	}
	f.Seal()
	p := calendar.Period{ID: "2016", From: day(2016, 1, 1), To: day(2016, 12, 31)}
	r := Report(Input{Facts: f, Setting: &set, Period: p, Last: p.To})
	for i := range r.Figures {
		if r.Figures[i].ID == "jarak-gak-12" {
			fig = &r.Figures[i]
		}
	}
	return fig
}

// TestRareEventsGetATChart: operations 20 and 22 days apart in turn, a pause
// of half a year, and the pattern again. The centre and limits are the
// XmR limits of the times to the power 1/3.6, worked here anew.
func TestRareEventsGetATChart(t *testing.T) {
	var days []record.Day
	d := day(2015, 2, 1)
	for i := range 16 {
		days = append(days, d)
		d += record.Day([]int{20, 22}[i%2])
	}
	d += 150
	for i := range 5 {
		days = append(days, d)
		d += record.Day([]int{20, 22}[i%2])
	}
	fig := rareReport(t, office.Default(), days...)
	if fig == nil {
		t.Fatal("no t chart")
	}
	points := fig.Series[0].Points
	if len(points) != 20 || len(fig.X.Labels) != 20 || fig.Unit != result.Days {
		t.Fatalf("%d points, %d labels, %s", len(points), len(fig.X.Labels), fig.Unit)
	}
	for i, p := range points {
		if p.Value == nil || p.Value.Num().Int64() != int64(days[i+1]-days[i]) || (p.Flag == "limit") != (i == 15) {
			t.Errorf("point %d: %v %q, want %d days", i, p.Value, p.Flag, days[i+1]-days[i])
		}
	}
	centre, upper := nelson(days)
	near(t, "centre", fig.Lines[0].Value, centre)
	near(t, "upper", fig.Lines[1].Value, upper)
	if fig.Title.EN != "{0}: {1} times between events depart from natural variation." || len(fig.Summary.Args) != 4 {
		t.Errorf("%+v %+v", fig.Title, fig.Summary)
	}
	if q := fig.Summary.Args[3]; q.Value.Num().Int64() != int64(day(2016, 12, 31)-days[len(days)-1]) {
		t.Errorf("running time %v", q.Value)
	}
}

// nelson is centre and upper limit of a t chart, ranges of 3.267 times their
// mean and more left out once.
func nelson(days []record.Day) (centre, upper float64) {
	var y, ranges []float64
	for i := 1; i < len(days); i++ {
		y = append(y, math.Pow(float64(days[i]-days[i-1]), 1/3.6))
	}
	for i := 1; i < len(y); i++ {
		ranges = append(ranges, math.Abs(y[i]-y[i-1]))
	}
	mean := func(x []float64) (m float64) {
		for _, v := range x {
			m += v / float64(len(x))
		}
		return m
	}
	all := mean(ranges)
	kept := slices.DeleteFunc(ranges, func(v float64) bool { return v >= 3.267*all })
	return math.Pow(mean(y), 3.6), math.Pow(mean(y)+2.66*mean(kept), 3.6)
}

// TestTChartNeedsTimes: eight events give seven times, one too few; monthly
// charts stay the rule where events are frequent.
func TestTChartNeedsTimes(t *testing.T) {
	var few, many []record.Day
	for i := range 9 {
		few = append(few, day(2016, 1, 5)+record.Day(40*i))
	}
	if rareReport(t, office.Default(), few[:8]...) != nil {
		t.Error("a chart of seven times")
	}
	if rareReport(t, office.Default(), few...) == nil {
		t.Error("no chart of eight times")
	}
	for i := range 150 {
		many = append(many, day(2016, 1, 1)+record.Day(2*i))
	}
	if rareReport(t, office.Default(), many...) != nil {
		t.Error("a chart of times for events of every other day")
	}
}

// TestTChartRebasesWithEnoughTimes: new limits begin with the first time that
// began under the reform, where both sides have eight; else it is marked only.
func TestTChartRebasesWithEnoughTimes(t *testing.T) {
	var days []record.Day
	for i := range 24 {
		days = append(days, day(2015, 1, 10)+record.Day(30*i))
	}
	on := func(at record.Day) *result.Figure {
		set := office.Default()
		set.Reforms = []office.Reform{{Day: at, Name: result.T("Perubahan", "Change")}}
		return rareReport(t, set, days...)
	}
	mid := on(days[12] - 1) // point 11 ends at days[12]: cut in two by the reform
	if len(mid.Marks) != 1 || mid.Marks[0].At != 12 || len(mid.Lines) != 6 || mid.Lines[0].Last != 11 || mid.Lines[3].First != 12 {
		t.Errorf("marks %+v, lines %+v", mid.Marks, mid.Lines)
	}
	late := on(days[20] - 1)
	if len(late.Marks) != 1 || late.Marks[0].At != 20 || len(late.Lines) != 3 {
		t.Errorf("marks %+v, %d lines", late.Marks, len(late.Lines))
	}
}

// TestReformsOfOtherThingsLeaveChartsAlone: a reform of queues neither marks
// nor rebases the charts of operations.
func TestReformsOfOtherThingsLeaveChartsAlone(t *testing.T) {
	var days []record.Day
	for i := range 24 {
		days = append(days, day(2015, 1, 10)+record.Day(30*i))
	}
	set := office.Default()
	set.Reforms = []office.Reform{{Day: days[12], Name: result.T("Kuota", "Quota"), Indicators: []string{"ANT"}}}
	if fig := rareReport(t, set, days...); fig == nil || len(fig.Marks) != 0 || len(fig.Lines) != 3 {
		t.Errorf("%+v", fig)
	}
	series := monthly(make([]result.Value, 24))
	c := runOf(set, 24)
	if at, _ := c.rebases("GAK-12", series); len(at) != 0 || len(c.reformMarks("GAK-12", series)) != 0 {
		t.Error("rebased by a reform of queues")
	}
	if at, _ := c.rebases("ANT-03", series); len(at) != 1 || len(c.reformMarks("ANT-03", series)) != 1 {
		t.Error("not rebased by its own reform")
	}
}

// TestReformsInAnyOrder: rapor.yaml may list reforms as they come to mind; the
// charts are those of the order of their days.
func TestReformsInAnyOrder(t *testing.T) {
	var days []record.Day
	for i := range 34 {
		days = append(days, day(2015, 1, 2)+record.Day(21*i))
	}
	early := office.Reform{Day: days[11] - 1, Name: result.T("Satu", "One")}
	late := office.Reform{Day: days[22] - 1, Name: result.T("Dua", "Two")}
	charts := func(in ...office.Reform) (*result.Figure, []int) {
		set := office.Default()
		set.Reforms = in
		at, _ := runOf(set, 24).rebases("ANT-03", monthly(make([]result.Value, 24)))
		return rareReport(t, set, days...), at
	}
	want, starts := charts(early, late)
	got, turned := charts(late, early)
	if len(want.Lines) != 9 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d lines, %d turned round", len(want.Lines), len(got.Lines))
	}
	if len(starts) != 2 || !slices.Equal(starts, turned) {
		t.Errorf("starts %v and %v", starts, turned)
	}
}
