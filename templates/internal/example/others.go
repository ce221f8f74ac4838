package example

import "rapor/analysis/result"

func finance() []result.Indicator {
	realised := result.Indicator{
		ID: "KEU-01", Domain: "finance",
		Name:     t("Realisasi anggaran", "Budget realisation"),
		Question: t("Berapa bagian pagu yang sudah direalisasikan?", "Which share of the budget has been spent?"),
		Formula:  t("Realisasi dibagi pagu, akun 51, 52, dan 53", "Realisation divided by budget, accounts 51, 52 and 53"),
		Unit:     result.Share, Better: result.Higher, Basis: []string{"ta-2016"},
		Value: result.Value{Value: rat(1184567890100, 1241000000000), Num: num(1184567890100), Den: num(1241000000000),
			N: 36, NUnit: result.Rows, Sources: []int{2}},
		Target: &result.Target{Value: rat(95, 100), Basis: t("Perjanjian kinerja {0}", "Performance agreement {0}", result.Over("2016"))},
		Baseline: []result.Change{
			change("previous", rat(9112, 10000), rat(433, 10000), rat(475, 10000), 36, result.Rows, false),
		},
		Verdict: result.Verdict{Code: result.Met, Say: t("Memenuhi target.", "Target met.")},
		Series:  series([]int64{3, 9, 16, 24, 32, 41, 49, 57, 65, 74, 83, 91, 4, 10, 18, 26, 35, 44, 53, 62, 70, 78, 87, 95}, 100, 3),
		Groups: []result.Group{{Dimension: "account", Title: t("Menurut jenis belanja", "By kind of spending"), Rows: []result.GroupRow{
			{Label: result.Named("51 Belanja pegawai", "51 Personnel"), Value: result.Value{Value: rat(984, 1000), Num: num(500000000000), Den: num(508000000000), N: 12, NUnit: result.Rows}},
			{Label: result.Named("52 Belanja barang", "52 Goods and services"), Value: result.Value{Value: rat(931, 1000), Num: num(600000000000), Den: num(644000000000), N: 12, NUnit: result.Rows}},
			{Label: result.Named("53 Belanja modal", "53 Capital"), Value: result.Value{Value: rat(951, 1000), N: 12, NUnit: result.Rows}},
		}}},
		Figures: []string{"kurva-anggaran", "realisasi-akun"},
	}
	left := result.Indicator{
		ID: "KEU-03", Domain: "finance",
		Name:     t("Sisa pagu", "Unspent budget"),
		Question: t("Berapa anggaran yang tidak terpakai?", "How much of the budget was left?"),
		Formula:  t("Pagu dikurangi realisasi", "Budget minus realisation"),
		Unit:     result.Sen, Better: result.Lower, Basis: []string{"ta-2016"},
		Value:   result.Value{Value: num(56432109900), N: 36, NUnit: result.Rows, Sources: []int{2}},
		Verdict: result.Verdict{Code: result.NoTarget, Say: t("Tanpa target.", "No target.")},
	}
	return []result.Indicator{realised, left}
}

func enforcement() []result.Indicator {
	no := false
	gap := t("Sumber data kehadiran orang asing belum ada.", "No source of foreigners present yet.")
	justice := result.Indicator{
		ID: "GAK-05", Domain: "enforcement",
		Name:     t("Pro justitia", "Criminal cases"),
		Question: t("Berapa orang diproses pidana keimigrasian?", "How many persons were prosecuted under immigration law?"),
		Formula:  t("Cacah orang berbeda pada tahap tertinggi", "Count of distinct persons at their highest stage"),
		Caveat:   t("Lebih banyak penindakan tidak selalu lebih baik.", "More enforcement is not always better."),
		Unit:     result.Persons, Better: result.Contextual, Basis: []string{"uu-6-2011", "poisson"},
		Value: result.Value{Value: num(12), N: 12, NUnit: result.Persons, Lo: at(6.2), Hi: at(20.96), Level: .95, Interval: "poisson", Sources: []int{3}},
		Baseline: []result.Change{{
			Period: result.Period{ID: "2015", From: "2015-01-01", To: "2015-12-31", Role: "last_year"},
			Value:  result.Value{Value: num(5), N: 5, NUnit: result.Persons}, Diff: num(7), Relative: rat(7, 5),
			Rate: &result.RateRatio{Ratio: 2.4, Lo: .79, Hi: 8.70, P: .143}, Distinct: &no,
			Say: t("Perbedaan {0} dan {1} belum dapat dibedakan dari kebetulan.", "The difference between {0} and {1} cannot be told from chance.", result.Int(12, result.Persons), result.Int(5, result.Persons)),
		}},
		Verdict: result.Verdict{Code: result.NotJudged, Say: t("Lebih banyak bukan lebih baik.", "More is not better.")},
		Series:  series([]int64{0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 0, 2, 1, 0, 1, 2, 1, 0, 2, 1}, 1, 0),
		Figures: []string{"kebangsaan"},
	}
	rate := result.Indicator{
		ID: "GAK-11", Domain: "enforcement",
		Name:     t("Kejadian calo", "Tout incidents"),
		Question: t("Berapa kejadian calo per seribu pemohon?", "How many tout incidents per thousand applicants?"),
		Formula:  t("Kejadian dibagi pemohon, kali seribu", "Incidents divided by applicants, times a thousand"),
		Unit:     result.PerMille, Better: result.Lower,
		Value:   result.Value{Value: rat(9, 42508), Num: num(9), Den: num(42508), N: 42508, NUnit: result.Applicants, Sources: []int{3}},
		Verdict: result.Verdict{Code: result.TooFew, Say: t("Kejadian terlalu sedikit untuk dinilai.", "Too few incidents to judge.")},
	}
	hit := result.Indicator{
		ID: "GAK-15", Domain: "enforcement",
		Name: t("Temuan per operasi", "Findings per operation"), Question: t("Berapa bagian pemeriksaan yang menemukan pelanggaran?", "Which share of checks found an offence?"),
		Formula: t("Pelanggaran dibagi orang diperiksa", "Offences divided by persons checked"), Unit: result.Share, Better: result.Contextual,
		Value: result.Value{NUnit: result.Persons, Missing: &gap}, Verdict: result.Verdict{Code: result.NotKnown, Say: gap},
	}
	return []result.Indicator{justice, rate, hit}
}

func survey() []result.Indicator {
	index := result.Indicator{
		ID: "SKM-01", Domain: "survey",
		Name:     t("Indeks Kepuasan Masyarakat", "Public satisfaction index"),
		Question: t("Seberapa puas pengguna layanan?", "How satisfied are the users?"),
		Formula:  t("Rata-rata tertimbang sembilan unsur kali 25", "Weighted mean of nine elements times 25"),
		Unit:     result.Points, Better: result.Higher, Basis: []string{"skm-2014"},
		Value:    result.Value{Value: rat(8123, 100), N: 384, NUnit: result.Answers, Lo: at(79.9), Hi: at(82.6), Level: .95, Interval: "bootstrap", Sources: []int{4}},
		Target:   &result.Target{Value: rat(8000, 100), Basis: t("Ditetapkan kantor", "Set by the office")},
		Baseline: []result.Change{change("last_year", rat(7401, 100), rat(722, 100), rat(722, 7401), 210, result.Answers, true)},
		Verdict:  result.Verdict{Code: result.Met, Say: t("Memenuhi target; mutu {0}.", "Target met; grade {0}.", result.Str("B"))},
		Groups: []result.Group{{Dimension: "element", Title: t("Menurut unsur", "By element"), Rows: []result.GroupRow{
			{Label: result.Named("U1 Persyaratan", "U1 Requirements"), Value: result.Value{Value: rat(321, 4), N: 384, NUnit: result.Answers}},
			{Label: result.Named("U3 Waktu penyelesaian", "U3 Time taken"), Value: result.Value{Value: rat(299, 4), N: 384, NUnit: result.Answers}},
		}}},
		Figures: []string{"unsur-skm"},
	}
	doubt := result.Indicator{
		ID: "SKM-04", Domain: "survey", Name: t("Kecukupan sampel", "Sample adequacy"),
		Question: t("Apakah responden cukup banyak?", "Are there enough respondents?"), Formula: t("Responden dibagi sampel minimum", "Respondents divided by the minimum sample"),
		Unit: result.Share, Better: result.Higher, Value: result.Value{Value: rat(384, 381), Num: num(384), Den: num(381), N: 384, NUnit: result.Answers, Sources: []int{4}},
		Verdict: result.Verdict{Code: result.Suspicious, Say: t("Mutu data melarang penilaian.", "Data quality forbids a judgement.")},
	}
	return []result.Indicator{index, doubt}
}
