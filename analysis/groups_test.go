package analysis

import (
	"strconv"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestSurveyByServiceNeedsNoQueue: the satisfaction index is broken down by
// the services its respondents name, with or without queue data that name
// others.
func TestSurveyByServiceNeedsNoQueue(t *testing.T) {
	for _, tickets := range []int{0, 30} {
		f := &facts.Set{}
		for i := range 60 {
			a := record.Answer{Ref: record.Ref{Row: uint32(i + 2)}, Respondent: "R" + strconv.Itoa(i), Day: day(2016, 3, 1+i%20), Service: []string{"Paspor Baru", "Izin Tinggal"}[i%2]}
			for k := range 9 {
				a.Scores[k] = uint8(3 + i%2)
			}
			f.Answer(&a)
		}
		for i := range tickets {
			f.Ticket(&record.Ticket{Ref: record.Ref{Row: uint32(i + 2), Source: 1}, Number: strconv.Itoa(i), Day: day(2016, 3, 1+i%20), Service: []string{"LOKET A", "LOKET B"}[i%2],
				Taken: record.ClockAt(8, i, 0), Called: record.ClockAt(9, i, 0), Status: record.StatusServed})
		}
		f.Seal()
		set := office.Default()
		p := calendar.Period{ID: "2016", From: day(2016, 1, 1), To: day(2016, 12, 31)}
		for _, ind := range Report(Input{Facts: f, Setting: &set, Period: p, Last: p.To}).Indicators {
			var got []string
			for _, g := range ind.Groups {
				if g.Dimension == "service" {
					for _, r := range g.Rows {
						got = append(got, r.Label.Label)
						if from := r.Label.From; from == nil || from.N != r.Value.N && (ind.ID == "SKM-01" || ind.ID == "ANT-01") {
							t.Errorf("%s: %s is said to be borne by %+v records", ind.ID, r.Label.Label, from)
						}
					}
				}
			}
			switch ind.ID {
			case "SKM-01":
				if len(got) != 2 || got[0] != "Izin Tinggal" || got[1] != "Paspor Baru" {
					t.Errorf("%d tickets, SKM-01: %q", tickets, got)
				}
			case "ANT-01":
				if tickets > 0 && (len(got) != 2 || got[0] != "LOKET A") {
					t.Errorf("ANT-01: %q", got)
				}
			}
		}
	}
}
