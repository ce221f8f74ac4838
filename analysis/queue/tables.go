package queue

import (
	"maps"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// Tables shows, where exports hold a row per ticket and stage, how long each
// stage took: the ticket's own indicators run over all of them.
func Tables(f *facts.Set, _ *office.Setting, p calendar.Period) []result.Table {
	t := result.Table{
		ID: "tahap-antrean", Title: result.T("Waktu menurut tahap pelayanan", "Times by stage of service"),
		Columns: []result.Column{{Name: result.T("Tahap", "Stage")}, {Name: result.T("Baris", "Rows"), Unit: result.Rows},
			{Name: result.T("Median tunggu", "Median wait"), Unit: result.Seconds}, {Name: result.T("Median layanan", "Median service"), Unit: result.Seconds}},
		Note: result.T("Tunggu tahap = jam panggil dikurangi jam masuk tahap itu. Satuan: baris (tiket × tahap).", "Wait of a stage = call less the time it was entered. Unit: rows (ticket × stage)."),
	}
	type times struct {
		rows            int64
		waits, services []int32
	}
	by := map[string]*times{}
	f.Queue.Stages(facts.Selection{From: p.From, To: p.To}, func(v *facts.Visit, _ facts.Lane, d facts.Desk) {
		if d.Stage == "" {
			return
		}
		x := by[d.Stage]
		if x == nil {
			x = &times{}
			by[d.Stage] = x
		}
		x.rows++
		if w, ok := waitOf(v); ok {
			x.waits = append(x.waits, w)
		}
		if s, ok := v.Service(); ok {
			x.services = append(x.services, s)
		}
	})
	for _, name := range slices.Sorted(maps.Keys(by)) {
		x := by[name]
		t.Rows = append(t.Rows, []result.Quantity{result.Str(name), result.Int(x.rows, result.Rows),
			result.Num(stat.Median(sorted(x.waits)), result.Seconds), result.Num(stat.Median(sorted(x.services)), result.Seconds)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []result.Table{t}
}
