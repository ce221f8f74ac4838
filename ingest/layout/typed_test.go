package layout

import (
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

type waitSink struct {
	record.Sink
	waits []int64 // seconds
	codes []reject.Code
}

func (s *waitSink) Ticket(k *record.Ticket) {
	if k.Waited.Known {
		s.waits = append(s.waits, k.Waited.Micros/1e6)
	}
}
func (s *waitSink) Reject(r record.Reject) { s.codes = append(s.codes, r.Code) }

// A wait of 12 minutes 30 that was typed into a cell of a workbook became half
// past twelve. Nobody waits so long: it is asked about, and either answer is taken.
func TestWaitsTypedAsTimes(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	sheet := rowsSheet{}
	for i, line := range []string{"Tanggal|No Antrian|Jam Ambil|Lama Tunggu", "14/03/2016|A1|08:01|0.520833333333333",
		"14/03/2016|A2|08:02|0.5625", "14/03/2016|A3|08:03|0.604166666666667"} {
		r := grid.Row{N: uint32(i + 1)}
		for k, cell := range strings.Split(line, "|") {
			c := grid.Cell{Text: cell, Kind: grid.Text}
			if i > 0 && k == 3 {
				c.Kind, c.Look = grid.Number, grid.Time
			}
			r.Cells = append(r.Cells, c)
		}
		sheet.list = append(sheet.list, r)
	}
	for unit, want := range map[string][]int64{"": nil, "menit:detik": {750, 810, 870}, "jam:menit": {45000, 48600, 52200}} {
		p, err := Match(sheet, "antrean.csv", layouts, &Override{Unit: unit})
		if err == nil {
			err = p.Decide(sheet, nil)
		}
		sink := &waitSink{}
		if err == nil {
			_, _, err = p.Run(sheet, 0, 0, sink)
		}
		if err != nil || !slices.Equal(sink.waits, want) {
			t.Errorf("unit %q: waits %v, want %v (%v)", unit, sink.waits, want, err)
		}
		if asked := slices.Contains(sink.codes, reject.AmbiguousSpan); asked != (unit == "") {
			t.Errorf("unit %q: asked %v", unit, asked)
		}
	}
}
