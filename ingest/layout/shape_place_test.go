package layout

import "testing"

// TestPlacesAcross: days down and places across are acts, where the entry says
// which; "NA" costs the count of its place alone, and without the entry the
// table is not guessed at.
func TestPlacesAcross(t *testing.T) {
	data := "No;Hari;Padang;Agam;Solok;Jumlah\n" +
		"1;02/08/2016;5;NA;7;12\n2;03/08/2016;0;NA;1;1\n3;04/08/2016;2;NA;;2\n4;15/08/2016;2;3;-;5\n"
	entry := func() *Override {
		return &Override{Glob: "**", Kind: "action", Columns: map[string]string{"Hari": "decided"},
			Constants: map[string]string{"type": "deportasi"}}
	}
	_, sink, err := byEntry(t, data, entry())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	for _, a := range sink.actions {
		got[a.Office] += a.Number
	}
	if got["Padang"] != 9 || got["Agam"] != 3 || got["Solok"] != 8 || len(got) != 3 {
		t.Errorf("places %v", got)
	}
	for _, r := range sink.rejects {
		t.Errorf("%s %s %q", r.Code, r.Column, r.Shown)
	}
	for name, less := range map[string]func(*Override){
		"no act": func(o *Override) { o.Constants = nil }, "no day": func(o *Override) { o.Columns = nil },
		"no kind": func(o *Override) { o.Kind = "" },
	} {
		o := entry()
		less(o)
		if p, sink, err := byEntry(t, data, o); err == nil && p.Layout == "tindakan-ke-samping" {
			t.Errorf("%s: guessed at: %d acts", name, len(sink.actions))
		}
	}
}
