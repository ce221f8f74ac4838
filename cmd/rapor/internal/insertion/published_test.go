package insertion

import (
	"rapor/ingest/layout"
)

// changed are the names that changed tables are written under.
const changed = "{tabel,awal,setahun,bulan}*"

// fixture is a table of shared/fixtures with its entry of rapor.yaml; beside is
// a second file that it needs.
type fixture struct {
	base
	path   string
	most   int
	entry  layout.Override
	beside string
	other  layout.Override
}

func published() []fixture {
	waits := map[string]string{"Date": "day", "Hour": "hours", "Average": "mean", "Max": "max", "Total": "count",
		"Excluded": "excluded",
		"Booths":   "counters", "p015": "bucket:15m", "p1630": "bucket:30m", "p3145": "bucket:45m", "p4660": "bucket:60m", "p6190": "bucket:90m",
		"p91120": "bucket:120m", "p121Plus": "bucket:open"}
	village := func(field string) map[string]string { return map[string]string{"tahun": "year", "nilai": field} }
	return []fixture{
		{base: base{name: "f01", mark: "Anggaran", label: 4, id: -1, late: -1, period: "2026-05",
			want: []string{"KEU-01"}, money: true, stack: true, fill: 4, parts: []int{5, 7, 9, 11}},
			path: "f01-lampung-selatan-kominfo-lra-2026/lra_mei.xlsx", most: 2000,
			entry: layout.Override{Layout: "lra-pohon", Constants: map[string]string{"month": "Mei"}}},
		{base: base{name: "f04", mark: "urpemda", label: 4, keys: []int{2}, sums: []int{13}, id: -1, late: -1, period: "2023",
			want: []string{"KEU-01"}, money: true},
			path: "f04-dana-desa-2023/pagu-dana-desa.csv", most: 40,
			entry:  layout.Override{Kind: "ledger", Columns: village("ceiling")},
			beside: "f04-dana-desa-2023/realisasi-dana-desa.csv",
			other:  layout.Override{Glob: "lain.csv", Kind: "ledger", Columns: village("spent")}},
		{base: base{name: "f06", mark: "kategori_belanja", label: 4, keys: []int{2}, sums: []int{5, 6, 7}, id: 0,
			late: -1, period: "2025",
			want: []string{"KEU-01"}, money: true},
			path: "f06-apbd-surabaya-simulated/apbd_surabaya_raw.csv", most: 60,
			entry: layout.Override{Kind: "ledger",
				Columns: map[string]string{"tahun": "year", "kategori_belanja": "account", "anggaran": "ceiling",
					"realisasi": "spent",
					"selisih":   layout.Ignored, "persen_realisasi": layout.Ignored, "skpd": layout.Ignored}}},
		{base: base{name: "q01", mark: "wmd", label: -1, id: 0, late: 3, period: "2025", want: []string{"ANT-01", "ANT-02"}},
			path: "q01-id-canteen-cashier-2025/Dataset_10_RA.csv", most: 40,
			entry: layout.Override{Kind: "ticket", Columns: map[string]string{"id": "number", "wk": "taken",
				"wmd": "started", "wsd": "ended"},
				Constants: map[string]string{"day": "2025-10-20"}}},
		{base: base{name: "q06", mark: "Slot_Waktu", label: 3, keys: []int{0}, sums: []int{2}, id: -1, late: -1,
			period: "2025",
			want:   []string{"ANT-01"}}, path: "q06-id-canteen-arrivals-5min-2025/data.xlsx", most: 40},
		{base: base{name: "q07", mark: "Booths", label: 1, keys: []int{2}, sums: []int{6, 7, 8, 9, 10, 11, 12, 13, 14},
			id: -1, late: -1,
			period: "2013", want: []string{"ANT-01", "ANT-02"}}, path: "q07-cbp-awt-2013-2015/AUS_2013.csv", most: 40,
			entry: layout.Override{Kind: "queue_interval", Columns: waits}},
		{base: base{name: "q10", mark: "org_code", label: 2, keys: []int{0}, sums: []int{3, 4, 5}, id: -1, late: -1,
			period: "2017",
			want:   []string{"ANT-01", "ANT-06"}}, path: "q10-nhs-ae-monthly-2016-2019/ae_attendances.csv", most: 40,
			entry: layout.Override{Kind: "queue_interval", Columns: map[string]string{"period": "day",
				"attendances": "count", "breaches": "late"},
				Constants: map[string]string{"grain": "month"}}},
		{base: base{name: "e01", mark: "Return type", label: 5, keys: []int{0}, sums: []int{7}, id: -1, late: -1,
			period: "2004",
			want:   []string{"GAK-01"}}, path: "e01-uk-home-office-enforcement/returns_by_destination.csv", most: 40,
			entry: layout.Override{Kind: "action", Columns: map[string]string{"Date": "decided", "Return type group": "type",
				"Return destination": "nationality", "Number of returns": "number"}}},
		{base: base{name: "u06", torn: true, mark: "Bidang", label: 0, sums: []int{1, 2, 3}, id: -1, late: -1,
			period: "2025", want: []string{"KEU-01"}, money: true},
			path: "u06-id-agriculture-office-realisation-2025/realisasi.csv", most: 20,
			entry: layout.Override{Kind: "ledger", Columns: map[string]string{"Bidang": "account",
				"Pagu Anggaran": "ceiling", "Realisasi Anggaran": "spent",
				"Sisa Anggaran": layout.Ignored, "Progres": layout.Ignored},
				Constants: map[string]string{"year": "2025"}}},
	}
}
