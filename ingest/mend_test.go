package ingest

import (
	"slices"
	"testing"

	"rapor/ingest/correction"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// TestRowsToMend: so many as there is room for, each once; notes and the header
// are none, and whatever is left is counted.
func TestRowsToMend(t *testing.T) {
	plan := func(column int) *layout.Plan {
		return &layout.Plan{HeaderRows: []uint32{3}, Columns: []layout.PlanColumn{{Index: column, Field: "day", Header: "Tanggal"}}}
	}
	s := &Source{Sheets: []Sheet{{Plan: plan(2)}, {Plan: plan(correction.MaxColumn + 1)}, {}}}
	at := func(sheet uint16, row uint32, code reject.Code, more int64) record.Reject {
		return record.Reject{Ref: record.Ref{Sheet: sheet, Row: row}, Code: code, More: more}
	}
	list, left := s.toMend([]record.Reject{
		at(0, 3, reject.BadDate, 0),       // the header
		at(0, 4, reject.DuplicateRow, 0),  // a note on a row that is rejected too
		at(0, 4, reject.BadDate, 0),       // 1
		at(0, 4, reject.BadTime, 0),       // the same row
		at(0, 5, reject.BadDate, 0),       // 2
		at(0, 6, reject.BadDate, 0),       // no room
		at(0, 7, reject.BadDate, 1000),    // not listed one by one
		at(0, 8, reject.DuplicateRow, 10), // no rows to mend
		at(1, 9, reject.BadDate, 0),       // in columns that a workbook has not
		at(2, 9, reject.BadDate, 0),       // of a sheet that was refused
	}, 2)
	if len(list) != 2 || list[0].Ref.Row != 4 || list[1].Ref.Row != 5 || left != 1002 {
		t.Errorf("%+v, %d left", list, left)
	}
	if list, left := s.toMend([]record.Reject{at(1, 9, reject.BadDate, 0)}, 5); len(list) != 0 || left != 1 {
		t.Errorf("%+v, %d left", list, left)
	}
}

// TestKeptCorrectionsComeFirst: what rapor kept of an earlier mend is older than
// the workbook beside it, the second kept one newer than the first.
func TestKeptCorrectionsComeFirst(t *testing.T) {
	m := &Manifest{Sources: []Source{{Name: "a.csv"}, {Name: "h/koreksi (disimpan 10).xlsx"}, {Name: "h/koreksi (disimpan 2).xlsx"},
		{Name: "h/koreksi (disimpan).xlsx"}, {Name: "h/koreksi.xlsx"}}}
	var got []string
	for _, i := range byAge(m) {
		got = append(got, m.Sources[i].Name)
	}
	want := []string{"h/koreksi (disimpan).xlsx", "h/koreksi (disimpan 2).xlsx", "h/koreksi (disimpan 10).xlsx", "a.csv", "h/koreksi.xlsx"}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}
