package queue

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// Tables shows the waits by bucket and, where exports hold a row per ticket
// and stage, the times of each stage.
func Tables(f *facts.Set, set *office.Setting, p calendar.Period) []result.Table {
	sel := facts.Selection{From: p.From, To: p.To}
	var out []result.Table
	for _, t := range []result.Table{NewSlice(f, set, sel).buckets(), byStage(f, sel)} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// bucketEnds are the inclusive upper ends of the buckets in minutes, those of
// the United States' airport waits; the last bucket is open.
var bucketEnds = []int32{15, 30, 45, 60, 90, 120}

// buckets counts single waits by bucket, each with the share up to its end.
func (s *Slice) buckets() result.Table {
	t := result.Table{
		ID: "tunggu-kelompok", Title: result.T("Pemohon menurut lama tunggu", "Applicants by length of wait"),
		Columns: []result.Column{{Name: result.T("Tunggu (menit)", "Wait (minutes)")}, {Name: result.T("Tiket", "Tickets"), Unit: result.Tickets},
			{Name: result.T("Bagian", "Share"), Unit: result.Share}, {Name: result.T("Kumulatif", "Cumulative"), Unit: result.Share}},
		Note: result.T("Batas atas termasuk di kelompoknya. Hanya tiket satu per satu; yang tidak hadir, batal, dan tidak tercatat jamnya tidak ikut.",
			"Upper ends belong to their bucket. Single tickets only; no-shows, cancelled tickets and those without times are left out."),
	}
	n := int64(len(s.waits))
	if n == 0 {
		return t
	}
	add := func(name string, from, to int) {
		k := int64(to - from)
		t.Rows = append(t.Rows, []result.Quantity{result.Str(name), result.Int(k, result.Tickets), result.Num(big.NewRat(k, n), result.Share), result.Num(big.NewRat(int64(to), n), result.Share)})
	}
	at, low := 0, 0
	for _, end := range bucketEnds {
		to, _ := slices.BinarySearch(s.waits, end*60+1)
		add(itoa(low)+"–"+itoa(int(end)), at, to)
		at, low = to, int(end)
	}
	add("> "+itoa(low), at, len(s.waits))
	return t
}

// byStage shows how long each stage took; the ticket's own indicators run over
// all of them.
func byStage(f *facts.Set, sel facts.Selection) result.Table {
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
	f.Queue.Stages(sel, func(v *facts.Visit, _ facts.Lane, d facts.Desk) {
		if d.Stage == "" {
			return
		}
		x := by[d.Stage]
		if x == nil {
			x = &times{}
			by[d.Stage] = x
		}
		x.rows++
		if w, ok := v.Waited(); ok {
			x.waits = append(x.waits, w)
		}
		if s, ok := v.Service(); ok {
			x.services = append(x.services, s)
		}
	})
	row := func(name result.Quantity, x *times) {
		t.Rows = append(t.Rows, []result.Quantity{name, result.Int(x.rows, result.Rows),
			result.Num(stat.Median(sorted(x.waits)), result.Seconds), result.Num(stat.Median(sorted(x.services)), result.Seconds)})
	}
	names := slices.Sorted(maps.Keys(by))
	if len(names) > facts.MaxGroups {
		slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(by[b].rows, by[a].rows) })
	}
	rest := &times{}
	for i, name := range names {
		x := by[name]
		if i < facts.MaxGroups {
			row(indicator.Label("stage", name, x.rows), x)
			continue
		}
		rest.rows, rest.waits, rest.services = rest.rows+x.rows, append(rest.waits, x.waits...), append(rest.services, x.services...)
	}
	if n := len(names) - facts.MaxGroups; n > 0 {
		row(result.Others(int64(n), "tahap", "stages"), rest)
	}
	return t
}
