package layout

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// countsSink adds up what is counted, by label and month.
type countsSink struct {
	record.Sink
	lines []string
}

func (s *countsSink) Reject(record.Reject) {}
func (s *countsSink) Action(a *record.Action) {
	_, m, _ := a.Decided.Date()
	s.lines = append(s.lines, fmt.Sprintf("%s %d %d", a.Label, m, a.Number))
}
func (s *countsSink) Ledger(*record.Ledger) {}
func (s *countsSink) Volume(v *record.Volume) {
	_, m, _ := v.Day.Date()
	s.lines = append(s.lines, fmt.Sprintf("%s %d %d", v.Matter, m, v.Number))
}

func countsOf(t *testing.T, in string, ov *Override) ([]string, error) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(in), int64(len(in)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, sink := book.Sheets()[0], &countsSink{}
	p, err := Match(s, "x.csv", layouts, ov)
	if err == nil {
		err = p.Decide(s, nil)
	}
	if err == nil {
		_, _, err = p.Run(s, 0, 0, sink)
	}
	slices.Sort(sink.lines)
	return sink.lines, err
}

// TestCountsThatRunUp: numbers of months that are said or proved to run up are
// made each month's own; those that fit two readings are refused with the line
// that settles it, and with the line they are read.
func TestCountsThatRunUp(t *testing.T) {
	own := []string{"Deportasi 1 2", "Deportasi 2 2", "Deportasi 3 4", "Pendetensian 1 1", "Pendetensian 2 0",
		"Pendetensian 3 2"}
	as := []string{"Deportasi 1 2", "Deportasi 2 4", "Deportasi 3 8", "Pendetensian 1 1", "Pendetensian 2 1",
		"Pendetensian 3 3"}
	across := "Jenis Tindakan;Jan;Feb;Mar\nDeportasi;2;4;8\nPendetensian;1;1;3\n"
	down := "Bulan;Deportasi;Pendetensian\nJanuari;2;1\nFebruari;4;1\nMaret;8;3\n"
	izin := []string{"ITAS 1 3", "ITAS 2 1", "ITK 1 5", "ITK 2 4"}
	tall := "Bulan;Jenis Izin;Jumlah\nJanuari;ITK;5\nJanuari;ITAS;3\nFebruari;ITK;9\nFebruari;ITAS;4\n"
	for name, c := range map[string]struct {
		in   string
		want []string // nil: refused
	}{
		"across, nothing said":  {"REKAP TAK 2016\n" + across, as},
		"across, the title":     {"REKAP TAK KUMULATIF 2016\n" + across, own},
		"English":               {"Cumulative acts 2016\n" + across, own},
		"headings":              {"REKAP TAK 2016\n" + strings.NewReplacer("Jan", "s.d. Jan", "Feb", "s.d. Feb", "Mar", "s.d. Mar").Replace(across), own},
		"across, the total":     {"REKAP TAK 2016\nJenis Tindakan;Jan;Feb;Mar;Total\nDeportasi;2;4;8;8\nPendetensian;1;1;3;3\n", own},
		"across, an honest sum": {"REKAP TAK 2016\nJenis Tindakan;Jan;Feb;Mar;Total\nDeportasi;2;4;8;14\nPendetensian;1;1;3;5\n", as},
		"a sum against words":   {"REKAP TAK KUMULATIF 2016\nJenis Tindakan;Jan;Feb;Mar;Total\nDeportasi;2;4;8;14\nPendetensian;1;1;3;5\n", nil},
		"a fall against words":  {"REKAP TAK KUMULATIF 2016\n" + strings.Replace(across, "2;4;8", "8;4;2", 1), nil},
		"a total against words": {"REKAP TAK PER BULAN 2016\nJenis Tindakan;Jan;Feb;Mar;Total\nDeportasi;2;4;8;8\nPendetensian;1;1;3;3\n", nil},
		"down, nothing said":    {"REKAP TAK TAHUN 2016\n" + down, as},
		"down, the title":       {"REKAP TAK TAHUN 2016 (KUMULATIF)\n" + down, own},
		"down, the total":       {"REKAP TAK TAHUN 2016\n" + down + "Jumlah;8;3\n", own},
		"down, an honest sum":   {"REKAP TAK TAHUN 2016\n" + down + "Jumlah;14;5\n", as},
		"volumes across":        {"IZIN TINGGAL KUMULATIF 2016\nJenis;Jan;Feb\nITK;5;9\nITAS;3;4\n", izin},
		"volumes down":          {"IZIN TINGGAL KUMULATIF 2016\nBulan;ITK;ITAS\nJanuari;5;3\nFebruari;9;4\n", izin},
		"a row each":            {"VOLUME IZIN TINGGAL KUMULATIF TAHUN 2016\n" + tall, izin},
	} {
		got, err := countsOf(t, c.in, nil)
		var r *grid.RefusedError
		if c.want == nil {
			if !errors.As(err, &r) || r.Code != reject.FlowUnclear || !strings.Contains(r.Detail.ID, "flow: bulanan") {
				t.Errorf("%s: %v %v", name, got, err)
			}
			continue
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v %v, want %v", name, got, err, c.want)
		}
	}
	for word, want := range map[string][]string{"flow": as, "cumulative": own} {
		if got, err := countsOf(t, "REKAP TAK 2016\n"+across, &Override{Flow: word}); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v %v", word, got, err)
		}
	}
}

// TestLongRisesAreAsked: twelve months that rise throughout are hardly each
// month's own; a year of small numbers that fall at times is.
func TestLongRisesAreAsked(t *testing.T) {
	head := "REKAP TAK 2016\nJenis Tindakan;Jan;Feb;Mar;Apr;Mei;Jun;Jul;Agu;Sep;Okt;Nov;Des\n"
	if got, err := countsOf(t, head+"Deportasi;2;4;6;8;10;12;14;16;18;20;22;24\n", nil); err == nil {
		t.Errorf("%v", got)
	}
	for _, honest := range []string{"1;1;2;2;3;3;4;4;5;5;6;5", "2;2;2;2;2;2;2;2;2;2;2;2", "0;0;0;1;1;1;1;2;2;2;2;3"} {
		if got, err := countsOf(t, head+"Deportasi;"+honest+"\n", nil); err != nil || len(got) != 12 {
			t.Errorf("%s: %v %v", honest, got, err)
		}
	}
}
