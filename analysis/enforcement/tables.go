package enforcement

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
	"rapor/ingest/record"
)

// Tables lists the mapping of the office's own kinds to those of the law, the
// stages of cases, and tout incidents by outcome.
func Tables(f *facts.Set, set *office.Setting, p calendar.Period) []result.Table {
	s := NewSlice(f, set, facts.Selection{From: p.From, To: p.To})
	var out []result.Table
	for _, t := range []result.Table{s.mapping(), s.stages(), s.toutOutcomes()} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// statutory names the kinds of article 75(2) and what offices count beside them.
var statutory = []struct {
	kind   record.ActionKind
	id, en string
	tak    bool
}{
	{record.ActionListing, "a. pencegahan atau penangkalan", "a. listing", true},
	{record.ActionPermit, "b. izin tinggal", "b. stay permit", true},
	{record.ActionExclusion, "c. larangan tempat", "c. ban from places", true},
	{record.ActionResidence, "d. keharusan bertempat tinggal", "d. duty of residence", true},
	{record.ActionCharge, "e. biaya beban", "e. charge", true},
	{record.ActionDeportation, "f. deportasi", "f. deportation", true},
	{record.ActionDetention, "detensi (pasal 83)", "detention (article 83)", false},
	{record.ActionOther, "lain daripada keenam jenis", "none of the six", true},
	{record.ActionUnknown, "kosong atau tidak terbaca", "empty or not read", false},
}

// mapping shows each kind as the office prints it, the statutory kind it was
// counted under, and its share of all acts, those of no readable kind included.
func (s *Slice) mapping() result.Table {
	t := result.Table{
		ID: "pemetaan-tak", Title: result.T("Jenis tindakan: sebutan kantor dan jenis menurut undang-undang", "Kinds of acts: the office's words and the law's"),
		Columns: []result.Column{{Name: result.T("Sebutan pada berkas", "As printed in the files")}, {Name: result.T("Jenis (UU 6/2011)", "Kind (Law 6/2011)")},
			{Name: result.T("Dihitung sebagai TAK", "Counted as TAK")}, {Name: result.T("Tindakan", "Acts"), Unit: result.Acts},
			{Name: result.T("Bagian dari hitungan kantor", "Share of the office's count"), Unit: result.Share}},
		Note: result.T("Satuan: tindakan. Dasar tanggal: keputusan. Detensi adalah kewenangan tersendiri: kantor sering menjumlahkannya, TAK (GAK-01) tidak.",
			"Unit: acts. Date basis: decision. Detention is a power of its own: offices often add it, TAK (GAK-01) does not."),
	}
	all := s.officeTotal() + s.unkinded
	keys := slices.SortedFunc(maps.Keys(s.labels), func(a, b label) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(s.labels[b], s.labels[a]), cmp.Compare(a.printed, b.printed))
	})
	for _, st := range statutory {
		tak := result.Named("ya", "yes")
		if !st.tak {
			tak = result.Named("tidak", "no")
		}
		row := func(name result.Quantity, n int64) {
			t.Rows = append(t.Rows, []result.Quantity{name, result.Named(st.id, st.en), tak,
				result.Int(n, result.Acts), result.Num(big.NewRat(n, all), result.Share)})
		}
		var merged, rest int64
		shown := 0
		for _, k := range keys {
			if k.kind != st.kind {
				continue
			}
			if shown++; shown > facts.MaxGroups {
				merged, rest = merged+1, rest+s.labels[k]
				continue
			}
			row(indicator.Label("act", k.printed, s.labels[k]), s.labels[k])
		}
		if merged > 0 {
			row(result.Others(merged, "sebutan", "terms"), rest)
		}
	}
	return t
}

// stages lists where the suspects whose case began in the period stood at its
// end, and how many had passed each stage.
func (s *Slice) stages() result.Table {
	r, _ := s.stagesReached()
	t := result.Table{
		ID: "tahap-projus", Title: result.T("Perkara pro justitia menurut tahap", "Pro justitia cases by stage"),
		Columns: []result.Column{{Name: result.T("Tahap", "Stage")}, {Name: result.T("Sudah melewati", "Passed it"), Unit: result.Persons}, {Name: result.T("Tahap terakhir", "Last stage"), Unit: result.Persons}},
		Note: result.T("Satuan: orang. Dasar tanggal: awal perkara (SPDP atau penangkapan) pada masa ini. Kolom tahap terakhir menghitung tiap orang sekali; kolom sudah melewati tidak dijumlahkan.",
			"Unit: persons. Date basis: begin of the case (SPDP or arrest) in the period. The last-stage column counts everybody once; the passed column is not added."),
	}
	if r.all() == 0 {
		return t
	}
	var n [5]int64
	s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
		if d := begun(c); !d.Known() || d < s.sel.From || d > s.sel.To {
			return
		}
		n[0]++
		for i, d := range []record.Day{c.Complete, c.HandedOver, c.Verdict, c.Stopped} {
			if d.Known() && d <= s.sel.To {
				n[i+1]++
			}
		}
	})
	none := result.Quantity{Unit: result.Persons}
	for i, row := range []struct {
		name result.Quantity
		last result.Quantity
	}{
		{result.Named("Perkara dimulai (penyidikan)", "Case begun (investigation)"), result.Int(r.investigation, result.Persons)},
		{result.Named("Berkas lengkap (P-21)", "File complete (P-21)"), none},
		{result.Named("Tahap II (penuntutan)", "Handed over, stage II (prosecution)"), result.Int(r.prosecution, result.Persons)},
		{result.Named("Putusan", "Verdict"), result.Int(r.verdict, result.Persons)},
		{result.Named("Dihentikan (SP3)", "Stopped (SP3)"), result.Int(r.stopped, result.Persons)},
	} {
		t.Rows = append(t.Rows, []result.Quantity{row.name, result.Int(n[i], result.Persons), row.last})
	}
	return t
}

// toutOutcomes lists incidents by what was done, each per 1,000 applicants.
func (s *Slice) toutOutcomes() result.Table {
	t := result.Table{
		ID: "calo-penanganan", Title: result.T("Kejadian calo menurut penanganan", "Tout incidents by outcome"),
		Columns: []result.Column{{Name: result.T("Penanganan", "Outcome")}, {Name: result.T("Kejadian", "Events"), Unit: result.Events}, {Name: result.T("Per 1.000 pemohon", "Per 1,000 applicants"), Unit: result.PerMille}},
		Note:    result.T("Satuan: kejadian. Dasar tanggal: kejadian. Pemohon = tiket antrean pada masa yang sama.", "Unit: events. Date basis: incident. Applicants = queue tickets of the same period."),
	}
	n := s.applicants()
	row := func(name result.Quantity, events int64) {
		rate := result.Quantity{Unit: result.PerMille}
		if n > 0 {
			rate.Value = big.NewRat(events, n)
		}
		t.Rows = append(t.Rows, []result.Quantity{name, result.Int(events, result.Events), rate})
	}
	var rest int64
	keys := ranked(s.outcomes)
	for i, k := range keys {
		name := indicator.Label("outcome", k, s.outcomes[k])
		if k == "" {
			name = result.Named("Tidak disebut", "Not stated")
		}
		if i >= facts.MaxGroups {
			rest += s.outcomes[k]
			continue
		}
		row(name, s.outcomes[k])
	}
	if merged := len(keys) - facts.MaxGroups; merged > 0 {
		row(result.Others(int64(merged), "sebutan", "terms"), rest)
	}
	return t
}
