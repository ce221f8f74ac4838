package example

import (
	"rapor/analysis/result"
	"rapor/ingest/text"
)

// Review is a made-up review in which every part and every state occurs.
func Review() *result.Review {
	months := make([]result.MonthState, 12)
	states := []string{result.MonthRead, result.MonthPartly, result.MonthRejected, result.MonthCovered,
		result.MonthMissing}
	for i := range months {
		m := result.MonthState{Month: "2016-" + string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10)), State: states[i%5]}
		if i%5 < 2 {
			m.Rows = 1204
		}
		if i%5 == 1 || i%5 == 2 {
			m.Rejected = 3
		}
		months[i] = m
	}
	say := func(id, en string) result.Detail { return result.Detail{Text: text.T(id, en)} }
	return &result.Review{
		Next: []result.Step{{Say: t("Jawab {0} pertanyaan.", "Answer {0} questions.", result.Int(2, result.Count)),
			About: "questions"},
			{Say: t("Jalankan lagi.", "Run again.")}},
		Coverage:   []result.Coverage{{Kind: "ticket", Name: result.Named("tiket antrean", "queue tickets"), Months: months}},
		OtherYears: 2,
		Forms: []result.Form{{Kind: "ticket", Name: result.Named("tiket antrean", "queue tickets"), Title: t("Tiket antrean",
			"Queue tickets"),
			Header: []uint32{3, 4}, Read: 40, Used: 38, Left: []string{"Catatan"}, MoreLeft: 1, MoreParts: 3,
			Columns: []result.Taken{{Heading: "Tanggal", Field: "day", Name: t("tanggal", "date"),
				Decision: say("hari/bulan/tahun", "day/month/year"),
				Evidence: "13/01/2016"}, {Heading: "Nama", Field: "person", Name: t("orang", "person"), Hashed: true}},
			Sheets: []result.FormPart{{Source: 0, Read: 20, Used: 19, Rejected: 1}, {Source: 1, Sheet: "Januari", Read: 20,
				Used: 19}}}},
		MoreForms: 1,
		Questions: []result.Question{
			{Code: "D252", Title: t("Urutan tanggal bermakna ganda", "Ambiguous date order"), Column: "Tanggal",
				Files: []string{"a.csv"}, More: 2,
				Why: say("01/02/2016", "01/02/2016"), Answers: []result.Answer{
					{Lines: "sources:\n  - glob: \"a.csv\"\n    date_order: dmy\n", Say: say("hari/bulan/tahun", "day/month/year")},
					{Lines: "sources:\n  - glob: \"a.csv\"\n    date_order: mdy\n", Say: say("bulan/hari/tahun", "month/day/year")}}},
			{Code: "D262", Title: t("Jam UTC dijadikan WIB", "Times of UTC made WIB"), Files: []string{"b.csv"}, Assumed: true,
				Answers: []result.Answer{{Lines: "sources:\n  - glob: \"b.csv\"\n    unit: WITA\n"}}}},
		MoreAsked: 1,
		Words: []result.WordCount{{Column: "Prioritas", Word: "Pejabat", Rows: 27, Line: "words: {Prioritas: {Pejabat: ya}}"},
			{Column: "Percepatan", Word: "anu",
				Rows:     2,
				Rejected: true}},
		MoreWords: 4,
		Reasons: []result.Reason{{Code: "D403", Title: t("Bukan tanggal", "Not a date"), Do: t("Tulis tanggal.",
			"Write dates."), Rows: 12,
			More: 9, Cells: []result.BadCell{{Column: "Tanggal", Shown: "31/02/2016", Rows: 3, Row: 7}}}},
		Totals: []result.TotalCheck{{Source: 0, Totals: 2}, {Source: 1, Sheet: "Januari", Totals: 1, More: 1,
			Lines: "sources:\n  - glob: \"b.csv\"\n",
			Off:   []result.TotalOff{{Row: 9, Column: "Realisasi", Shown: "650", Hint: say("rincian 600", "lines 600")}}}},
		MoreSums: 1,
	}
}
