package layout

import (
	"strings"
	"testing"

	"rapor/ingest/record"
)

// A survey whose questions bear numbers alone is one, with the month of its file;
// columns of other numbers are not.
func TestNumberedQuestionsAlone(t *testing.T) {
	for head, want := range map[string]int{
		"No;U1;U2;U3;U4;U5;U6;U7;U8;U9":        2,
		"U1;U2;U3;U4;U5;U6;U7;U8;U9":           2,
		"No;Kolom 1;Kolom 2;Kolom 3":           0,
		"No;U1;U2;U3;U4;U5;U6;U7;U8;U9;U10":    0,
		"No;Q1;Q2;Q3;Q4":                       0,
		"Responden;U1;U3;U2;U4;U5;U6;U7;U8;U9": 0,
	} {
		row := "\n" + strings.TrimSuffix(strings.Repeat("3;", strings.Count(head, ";")+1), ";")
		sink := &answerSink{}
		if _, err := readFile(t, head+row+row+"\n", "SKM Mei 2016.csv", sink); err != nil && want > 0 || len(sink.list) != want {
			t.Errorf("%s: %d answers, not %d (%v)", head, len(sink.list), want, err)
			continue
		}
		for _, a := range sink.list {
			if a.Day != record.DayOf(2016, 5, 1) || !a.Numbered {
				t.Errorf("%s: %+v", head, a)
			}
		}
	}
}

type answerSink struct {
	shapeSink
	list []record.Answer
}

func (s *answerSink) Answer(a *record.Answer) { s.list = append(s.list, *a) }
