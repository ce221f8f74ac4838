package analysis

import (
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/layout"
	"rapor/ingest/record"
)

// gated lists the reasons of a gate over sources, with tickets on some days.
func gated(sources []result.Source, limit *big.Rat, days ...record.Day) string {
	f := &facts.Set{}
	for i, d := range days {
		f.Ticket(&record.Ticket{Ref: record.Ref{Row: uint32(i)}, Day: d, Taken: record.ClockAt(8, 0, 0)})
	}
	f.Seal()
	set := office.Default()
	p, _ := calendar.ParsePeriod("2016")
	var out []string
	for _, r := range Gate(Input{Facts: f, Setting: &set, Period: p, Sources: sources, MaxReject: limit}) {
		out = append(out, strings.TrimSpace(strings.Join([]string{r.Cause, r.File, r.Sheet, r.Code, r.Kind, r.Month}, " ")))
		if r.Say.ID == "" || r.Say.EN == "" || r.Say.ID == r.Say.EN {
			out = append(out, "says nothing")
		}
	}
	return strings.Join(out, "; ")
}

func sheetOf(kind string, used, rejected int64) result.Sheet {
	return result.Sheet{Layout: "x", Kind: kind, Read: used + rejected, Used: used, Rejected: rejected, First: "2016-01-04", Last: "2016-12-30",
		RejectedIn: []result.MonthRows{{Month: "2016-03", Rows: rejected}}}
}

// TestGateOnFiles: which files are missed when they are not read.
func TestGateOnFiles(t *testing.T) {
	fine := result.Source{Name: "a.csv", Expected: true, Sheets: []result.Sheet{sheetOf("ticket", 10, 0)}}
	day := record.DayOf(2016, 3, 14)
	for _, c := range []struct {
		name string
		s    result.Source
		want string
	}{
		{"a copy", result.Source{Name: "b.csv", Expected: true, Refused: "D111"}, ""},
		{"a PDF, even under another name", result.Source{Name: "b.csv", Expected: true, Refused: "D105"}, ""},
		{"a picture", result.Source{Name: "b.jpg", Refused: "D119"}, ""},
		{"a lock file", result.Source{Name: "~$b.xlsx", Refused: "D120"}, ""},
		{"a link to a folder", result.Source{Name: "b", Refused: "D116"}, ""},
		{"damaged", result.Source{Name: "b.xlsx", Expected: true, Refused: "D107"}, "unread b.xlsx  D107"},
		{"empty", result.Source{Name: "b.csv", Expected: true, Refused: "D101"}, "unread b.csv  D101"},
		{"not recognised", result.Source{Name: "b.csv", Expected: true, Sheets: []result.Sheet{{Refused: "D201"}}}, "unread b.csv  D201"},
		{"a cover sheet", result.Source{Name: "b.xlsx", Expected: true, Sheets: []result.Sheet{{Refused: "D110"}, sheetOf("ticket", 10, 0)}}, ""},
		{"a damaged sheet beside a sound one", result.Source{Name: "b.xlsx", Expected: true, Sheets: []result.Sheet{sheetOf("ticket", 10, 0), {Name: "B", Refused: "D113"}}}, "unread b.xlsx B D113"},
		{"all rows set aside", result.Source{Name: "b.csv", Expected: true, Sheets: []result.Sheet{{Layout: "x", Kind: "ticket", Read: 9, Aside: 9}}}, ""},
	} {
		if got := gated([]result.Source{fine, c.s}, nil, day); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestGateOnRows: the share is of each kind's rows, exactly one in a hundred
// passes, and the office's own limit takes its place.
func TestGateOnRows(t *testing.T) {
	day := record.DayOf(2016, 3, 14)
	with := func(sheets ...result.Sheet) []result.Source {
		return []result.Source{{Name: "a.csv", Expected: true, Sheets: sheets}}
	}
	for _, c := range []struct {
		name  string
		s     []result.Source
		limit *big.Rat
		want  string
	}{
		{"one in a hundred", with(sheetOf("ticket", 99, 1)), nil, ""},
		{"a little more", with(sheetOf("ticket", 98, 1)), nil, "rejected ticket"},
		{"two per cent of a small kind", with(sheetOf("ticket", 10000, 1), sheetOf("tout", 49, 1)), nil, "rejected tout"},
		{"spread over files", with(sheetOf("ticket", 90, 1), sheetOf("ticket", 9, 0)), nil, ""},
		{"own limit", with(sheetOf("tout", 49, 1)), big.NewRat(2, 100), ""},
		{"own limit of none", with(sheetOf("tout", 4900, 1)), new(big.Rat), "rejected tout"},
		{"nothing used", with(sheetOf("tout", 0, 5)), big.NewRat(1, 1), "nothing"},
	} {
		got := strings.Join(strings.Fields(gated(c.s, c.limit, day)), " ")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestGateOnMonths: a month of a headline that has nothing but rejected rows.
func TestGateOnMonths(t *testing.T) {
	all := big.NewRat(1, 1)
	sheet := sheetOf("ticket", 2, 1)
	sheet.First, sheet.Last = "2016-03-14", "2016-05-16"
	with := func(in ...result.MonthRows) []result.Source {
		s := sheet
		s.RejectedIn = in
		return []result.Source{{Name: "a.csv", Expected: true, Sheets: []result.Sheet{s}}}
	}
	march, may := record.DayOf(2016, 3, 14), record.DayOf(2016, 5, 16)
	for _, c := range []struct {
		name string
		s    []result.Source
		want string
	}{
		{"in a month with others", with(result.MonthRows{Month: "2016-03", Rows: 1}), ""},
		{"alone in its month", with(result.MonthRows{Month: "2016-04", Rows: 1}), "decides ticket 2016-04"},
		{"alone after the last", with(result.MonthRows{Month: "2016-07", Rows: 1}), "decides ticket 2016-07"},
		{"outside the period", with(result.MonthRows{Month: "2015-07", Rows: 1}), ""},
		{"without a date, one month empty within", with(), "decides ticket 2016-04"},
	} {
		got := strings.Join(strings.Fields(gated(c.s, all, march, may)), " ")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := gated(with(), all, march, record.DayOf(2016, 4, 4), may); got != "" {
		t.Errorf("without a date and no month empty: %q", got)
	}
}

// TestEveryKindHasAName: what is said of a kind names it, and the gate leaves none out.
func TestEveryKindHasAName(t *testing.T) {
	for _, k := range layout.Kinds() {
		if q := KindName(k); q.Unit != result.Worded {
			t.Errorf("%s has no name", k)
		}
	}
}
