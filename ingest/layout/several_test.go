package layout

import (
	"strings"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/table"
)

// countSink counts what is handed on.
type countSink struct {
	shapeSink
	n       int
	numbers []string
}

func (s *countSink) Complaint(c *record.Complaint) { s.n++ }
func (s *countSink) Case(c *record.Case)           { s.n++; s.numbers = append(s.numbers, c.Number) }
func (s *countSink) Action(a *record.Action)       { s.n += int(a.Number) }
func (s *countSink) Application(a *record.Application) {
	s.n++
	s.numbers = append(s.numbers, a.Number)
}

// readInto reads a table by the built-in layouts.
func readInto(t *testing.T, in string, sink record.Sink) (Tally, error) {
	t.Helper()
	return readFile(t, in, "daftar.csv", sink)
}

func readFile(t *testing.T, in, name string, sink record.Sink) (Tally, error) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(in), int64(len(in)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	p, err := Match(s, name, layouts, nil)
	if err == nil {
		err = p.Decide(s, nil)
	}
	if err != nil {
		return Tally{}, err
	}
	tally, _, err := p.Run(s, 0, 0, sink)
	return tally, err
}

// A row that says of how many things it is counts for as many; other numbers of
// a list say nothing of the kind.
func TestRowsOfSeveral(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"complaints", "Tanggal Pengaduan;Media;Jumlah Pengaduan;Tanggal Selesai\n15/01/2016;WA;5;18/01/2016\n16/01/2016;Email;3;20/01/2016\n", 8},
		{"suspects in words", "No LK;Jumlah Tersangka;Pasal;Tanggal SPDP;Tanggal P-21\nLK-1;3 orang;122;03/02/2016;20/03/2016\nLK-2;1 orang;122;03/02/2016;\n", 4},
		{"applicants", "No Permohonan;Tanggal Permohonan;Tanggal Selesai;Jumlah Pemohon\nP1;15/01/2016;18/01/2016;5\nP2;18/01/2016;30/03/2016;1\n", 6},
		{"men and women", "No;Tanggal Keputusan;Kewarganegaraan;Jenis Tindakan;L;P\n1;10/02/2016;RRT;Deportasi;3;1\n2;11/02/2016;India;Deportasi;;1\n", 5},
		{"a fee is no number", "No Permohonan;Tanggal Permohonan;Tanggal Selesai;Jumlah Biaya\nP1;15/01/2016;18/01/2016;350\nP2;18/01/2016;30/03/2016;655\n", 2},
		{"days are no number", "Tanggal Pengaduan;Media;Jumlah Hari;Tanggal Selesai\n15/01/2016;WA;3;18/01/2016\n16/01/2016;Email;4;20/01/2016\n", 2},
		{"blank is one", "Tanggal Pengaduan;Media;Jumlah Pengaduan;Tanggal Selesai\n15/01/2016;WA;;18/01/2016\n16/01/2016;Email;-;20/01/2016\n", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			sink := &countSink{}
			if _, err := readInto(t, c.in, sink); err != nil {
				t.Fatal(err)
			}
			if sink.n != c.want {
				t.Errorf("%d things, not %d (%s)", sink.n, c.want, strings.Join(sink.numbers, ", "))
			}
			seen := map[string]bool{}
			for _, n := range sink.numbers {
				if seen[n] {
					t.Errorf("two things bear the number %s", n)
				}
				seen[n] = true
			}
		})
	}
}
