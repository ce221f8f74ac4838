package example

import "rapor/analysis/result"

// wait is the monthly median wait in seconds of two years, with one gap.
var wait = []int64{
	8520, 8700, 8460, 8640, 8880, 8580, 7980, 8820, 8640, 8520, 8700, 8460,
	8400, 2340, 2100, 1980, 1860, 1920, -1, 1800, 1860, 1740, 1800, 1740,
}

func queue() []result.Indicator {
	excluded := []result.Exclusion{
		{Reason: t("Tidak hadir saat dipanggil", "No-show when called"), N: 1204},
		{Reason: t("Waktu panggil lebih awal dari waktu ambil", "Called before the ticket was taken"), N: 17},
	}
	median := result.Indicator{
		ID: "ANT-02", Domain: "queue",
		Name:     t("Waktu tunggu median", "Median wait"),
		Question: t("Berapa lama separuh pemohon menunggu sampai dipanggil?", "How long do half of the applicants wait until they are called?"),
		Formula:  t("Median (tipe 7) dari waktu panggil dikurangi waktu ambil", "Median (type 7) of call time minus ticket time"),
		Caveat:   t("Waktu sebelum nomor diambil tidak tercatat.", "Time before the ticket was taken is not recorded."),
		Unit:     result.Seconds, Better: result.Lower, Basis: []string{"std-tunggu", "r7", "xmr"},
		Value: result.Value{
			Value: num(1860), N: 41287, NUnit: result.Tickets, Excluded: excluded,
			Lo: at(1828), Hi: at(1893), Level: 0.9512, Interval: "order", Sources: []int{0, 1},
			Bounds: &result.Bounds{Lo: num(1857), Hi: num(1864), Rows: 17},
		},
		Target: &result.Target{Value: num(3600), Basis: t("Ditetapkan kantor", "Set by the office")},
		Baseline: []result.Change{
			change("previous", num(8520), num(-6660), rat(-6660, 8520), 34012, result.Tickets, true),
			change("last_year", num(8520), num(-6660), rat(-6660, 8520), 34012, result.Tickets, true),
		},
		Verdict: result.Verdict{Code: result.Met, Say: t("Memenuhi target: {0} dari paling lama {1}.", "Target met: {0} of at most {1}.",
			result.Int(1860, result.Seconds), result.Int(3600, result.Seconds))},
		Series: series(wait, 1, 3200),
		Control: &result.Control{
			Phases: []result.Phase{
				{First: 0, Last: 12, Mean: 8561, Lower: 7900, Upper: 9222, Near: 440},
				{First: 13, Last: 23, Mean: 1914, Lower: 1540, Upper: 2288, Near: 249,
					Reason: t("Kuota 200 pemohon, pukul 07.30–10.00", "Quota of 200 applicants, 07:30–10:00")},
			},
			Variation: "improvement", Assurance: "pass", Trial: true,
			Say: t("Sejak {0} waktu tunggu berada di tingkat baru yang lebih rendah.", "Since {0} the wait has been at a new, lower level.", result.In("2016-02")),
		},
		Groups: []result.Group{byService(), byClass()},
		Findings: []result.Text{t("Separuh pemohon dipanggil dalam {0}; pada {1} masih {2}.", "Half of the applicants were called within {0}; in {1} it was still {2}.",
			result.Int(1860, result.Seconds), result.Over("2015"), result.Int(8520, result.Seconds))},
		Figures: []string{"tunggu-bulanan", "tunggu-kendali", "tunggu-sebaran"},
	}
	median.Series[22].Flag = "shift"
	median.Series[13].Flag = "limit"
	median.Series[23].Part = true
	within := result.Indicator{
		ID: "ANT-05", Domain: "queue",
		Name:     t("Terlayani dalam standar tunggu", "Served within the waiting standard"),
		Question: t("Berapa bagian pemohon yang menunggu paling lama 60 menit?", "Which share of applicants waits at most 60 minutes?"),
		Formula:  t("Tiket dengan waktu tunggu paling lama 60 menit dibagi seluruh tiket terlayani", "Tickets with a wait of at most 60 minutes divided by all tickets served"),
		Unit:     result.Share, Better: result.Higher, Basis: []string{"std-tunggu"},
		Value: result.Value{
			Value: rat(38120, 41287), Num: num(38120), Den: num(41287), N: 41287, NUnit: result.Tickets, Excluded: excluded,
			Lo: at(0.9206), Hi: at(0.9258), Level: 0.95, Interval: "wilson", Sources: []int{0, 1},
			Warnings: []result.Text{t("Bulan {0} tanpa data.", "{0} has no data.", result.In("2016-07"))},
		},
		Target: &result.Target{Value: rat(95, 100), Basis: t("Ditetapkan kantor", "Set by the office")},
		Baseline: []result.Change{
			change("previous", rat(5102, 34012), rat(773, 1000), rat(515, 100), 34012, result.Tickets, true),
			change("last_year", rat(5102, 34012), rat(773, 1000), rat(515, 100), 34012, result.Tickets, true),
		},
		Verdict: result.Verdict{Code: result.NotMet, Say: t("Belum memenuhi target {0}.", "Target of {0} not met.", result.Num(rat(95, 100), result.Share))},
		Series:  series([]int64{15, 14, 15, 15, 13, 15, 19, 14, 15, 15, 15, 15, 16, 88, 90, 91, 92, 92, -1, 93, 93, 94, 94, 94}, 100, 3200),
		Control: &result.Control{Variation: "improvement", Assurance: "hit_or_miss",
			Phases: []result.Phase{{First: 0, Last: 23, Mean: 0.5, Lower: 0.3, Upper: 0.7, Near: 0.13}}},
		Figures: []string{"kelas-interval"},
	}
	return []result.Indicator{median, within, volume(), exhaustion()}
}

func volume() result.Indicator {
	return result.Indicator{
		ID: "ANT-08", Domain: "queue",
		Name:     t("Tiket diterbitkan", "Tickets issued"),
		Question: t("Berapa pemohon yang datang?", "How many applicants came?"),
		Formula:  t("Cacah nomor antrean yang diterbitkan", "Count of queue tickets issued"),
		Unit:     result.Tickets, Better: result.Contextual,
		Value: result.Value{Value: num(42508), N: 42508, NUnit: result.Tickets, Sources: []int{0, 1}},
		Baseline: []result.Change{
			change("previous", num(35190), num(7318), rat(7318, 35190), 35190, result.Tickets, true),
			change("last_year", num(35190), num(7318), rat(7318, 35190), 35190, result.Tickets, true),
		},
		Verdict: result.Verdict{Code: result.NotJudged, Say: t("Lebih banyak bukan lebih baik.", "More is not better.")},
		Series:  series([]int64{2900, 2800, 3000, 2950, 2910, 2700, 2100, 3100, 3050, 2990, 2980, 2710, 2890, 3400, 3600, 3550, 3610, 3300, -1, 3710, 3700, 3690, 3720, 3400}, 1, 0),
		Control: &result.Control{Variation: "neutral", Assurance: "none"},
		Figures: []string{"tiket-kelas", "jam-sibuk"},
	}
}

func exhaustion() result.Indicator {
	gone := t("Tidak ada hari dengan kuota habis dalam data.", "No day on which the quota ran out is in the data.")
	return result.Indicator{
		ID: "ANT-14", Domain: "queue",
		Name:     t("Jam kuota habis", "Hour the quota ran out"),
		Question: t("Pukul berapa nomor terakhir kuota terambil?", "At what time was the last ticket of the quota taken?"),
		Formula:  t("Median waktu ambil tiket ke-200 pada hari penuh", "Median time of the 200th ticket on full days"),
		Unit:     result.ClockTime, Better: result.Contextual, Basis: []string{"kuota"},
		Value:   result.Value{NUnit: result.Count, Missing: &gone},
		Verdict: result.Verdict{Code: result.NotKnown, Say: gone},
	}
}

func byService() result.Group {
	row := func(id, en string, sec, n int64) result.GroupRow {
		return result.GroupRow{Label: result.Named(id, en), Value: result.Value{Value: num(sec), N: n, NUnit: result.Tickets,
			Lo: at(float64(sec) * .97), Hi: at(float64(sec) * 1.03), Level: .95, Interval: "order"}}
	}
	few := t("Kurang dari {0} tiket.", "Fewer than {0} tickets.", result.Int(5, result.Tickets))
	return result.Group{Dimension: "service", Title: t("Menurut layanan", "By service"), Rows: []result.GroupRow{
		row("Paspor baru", "New passport", 1920, 23011), row("Penggantian paspor", "Passport renewal", 1800, 16240),
		row("Izin tinggal", "Stay permit", 1260, 2033),
		{Label: result.Str("SPLP"), Value: result.Value{N: 3, NUnit: result.Tickets, Missing: &few}},
	}}
}

func byClass() result.Group {
	g := result.Group{Dimension: "class", Title: t("Menurut kelas tiket", "By ticket class")}
	for i, c := range []string{"A", "B", "C", "D", "E"} {
		g.Rows = append(g.Rows, result.GroupRow{Label: result.Str(c), Value: result.Value{
			Value: num(2100 - int64(i)*190), N: 21000 - int64(i)*4800, NUnit: result.Tickets}})
	}
	return g
}
