package example

import (
	"math/big"

	"rapor/analysis/result"
)

func figures() []result.Figure {
	return []result.Figure{trend(), control(), heat(), stacked(), spread(), interval(), curve(), bars(), nations(), empty()}
}

func monthAxis(n int) result.Axis {
	ax := result.Axis{}
	for _, m := range months(24-n, n) {
		ax.Labels = append(ax.Labels, result.In(m))
	}
	return ax
}

func data(values []int64, den int64) []result.Datum {
	out := make([]result.Datum, len(values))
	for i, v := range values {
		if v >= 0 {
			out[i] = result.Datum{Value: rat(v, den), N: 3000 + int64(i)*11}
		}
	}
	return out
}

func one(id, en string, role result.Role, values []int64, den int64) result.Series {
	return result.Series{Name: result.Named(id, en), Role: role, Points: data(values, den)}
}

func trend() result.Figure {
	f := result.Figure{
		ID: "tunggu-bulanan", Kind: result.Trend, Indicator: "ANT-02", Unit: result.Seconds, N: 75299, NUnit: result.Tickets,
		Title: t("Waktu tunggu median turun dari {0} menjadi {1}", "Median wait fell from {0} to {1}",
			result.Int(8520, result.Seconds), result.Int(1860, result.Seconds)),
		Caption: t("Median waktu tunggu per bulan, menurut tanggal ambil nomor", "Median wait by month, by date of ticket"),
		Summary: t("Garis bulanan dua tahun: mendatar sekitar {0} sampai Januari 2016, lalu turun ke sekitar {1}.",
			"Two years by month: level around {0} until January 2016, then down to about {1}.", result.Int(8520, result.Seconds), result.Int(1860, result.Seconds)),
		Note: t("Bulan {0} tanpa data.", "{0} has no data.", result.In("2016-07")),
		X:    monthAxis(24), Y: result.Axis{Title: t("Menit", "Minutes")},
		Series:  []result.Series{one("Waktu tunggu median", "Median wait", result.RoleValue, wait, 1)},
		Lines:   []result.Line{{Name: t("Target 60 menit", "Target 60 minutes"), Role: result.RoleTarget, Value: 3600, First: 0, Last: 23}},
		Marks:   []result.Mark{{At: 13, Text: t("Kuota 200 pemohon", "Quota of 200")}},
		Sources: []int{0, 1},
	}
	f.Series[0].Points[23].Part = true
	return f
}

func control() result.Figure {
	f := trend()
	f.ID, f.Kind = "tunggu-kendali", result.ControlChart
	f.Title = t("Sejak Februari 2016 waktu tunggu stabil di tingkat baru", "Since February 2016 the wait is stable at a new level")
	f.Caption = t("Peta kendali XmR waktu tunggu median", "XmR chart of the median wait")
	f.Series[0].Points[13].Flag = "limit"
	f.Series[0].Points[22].Flag = "shift"
	for _, p := range []struct {
		mean, lo, hi float64
		a, b         int
	}{{8561, 7900, 9222, 0, 12}, {1914, 1540, 2288, 13, 23}} {
		f.Lines = append(f.Lines,
			result.Line{Name: t("Rata-rata", "Mean"), Role: result.RoleMean, Value: p.mean, First: p.a, Last: p.b},
			result.Line{Name: t("Batas bawah", "Lower limit"), Role: result.RoleLimit, Value: p.lo, First: p.a, Last: p.b},
			result.Line{Name: t("Batas atas", "Upper limit"), Role: result.RoleLimit, Value: p.hi, First: p.a, Last: p.b})
	}
	return f
}

func heat() result.Figure {
	f := result.Figure{
		ID: "jam-sibuk", Kind: result.Heatmap, Indicator: "ANT-08", Unit: result.Tickets, N: 42508, NUnit: result.Tickets,
		Title:   t("Senin pagi paling ramai", "Monday morning is busiest"),
		Caption: t("Tiket per hari dan jam ambil; sel dengan kurang dari 5 tiket dikosongkan", "Tickets by weekday and hour; cells under 5 tickets are blank"),
		Summary: t("Jumlah tiket tertinggi Senin pukul 07.00–08.00.", "Most tickets on Mondays from 07:00 to 08:00."),
		Sources: []int{0, 1},
	}
	for h := int64(7); h < 16; h++ {
		f.X.Labels = append(f.X.Labels, result.Int(h, result.Hour))
	}
	for d, day := range []result.Quantity{result.Named("Senin", "Monday"), result.Named("Selasa", "Tuesday"), result.Named("Rabu", "Wednesday"),
		result.Named("Kamis", "Thursday"), result.Named("Jumat", "Friday")} {
		s := result.Series{Name: day, Role: result.RoleValue}
		for h := int64(0); h < 9; h++ {
			v := 1900 - h*230 - int64(d)*90
			datum := result.Datum{}
			if v > 0 {
				datum.Value, datum.N = num(v), v
			}
			s.Points = append(s.Points, datum)
		}
		f.Series = append(f.Series, s)
	}
	return f
}

func stacked() result.Figure {
	f := result.Figure{
		ID: "tiket-kelas", Kind: result.Stacked, Indicator: "ANT-08", Unit: result.Tickets, N: 42508, NUnit: result.Tickets,
		Title:   t("Tiket kelas A tetap yang terbanyak", "Class A stays the largest"),
		Caption: t("Tiket per bulan menurut kelas", "Tickets by month and class"), Summary: t("Kelas A sekitar separuh setiap bulan.", "Class A is about half in every month."),
		X: monthAxis(12), Sources: []int{0, 1},
	}
	for c, name := range []string{"A", "B", "C", "D", "E"} {
		s := result.Series{Name: result.Str(name), Role: result.RoleValue}
		for m := int64(0); m < 12; m++ {
			s.Points = append(s.Points, result.Datum{Value: num((1700 + m*13) / int64(c+1)), N: 1})
		}
		f.Series = append(f.Series, s)
	}
	f.Series[4].Role = result.RoleOther
	return f
}

func spread() result.Figure {
	f := result.Figure{
		ID: "tunggu-sebaran", Kind: result.Distribution, Indicator: "ANT-02", Unit: result.Share, N: 75299, NUnit: result.Tickets,
		Title:   t("Ekor tunggu di atas tiga jam hampir hilang", "The tail above three hours has all but gone"),
		Caption: t("Sebaran waktu tunggu sebelum dan sesudah kuota", "Distribution of waits before and after the quota"),
		Summary: t("Sebelum: puncak 140 menit. Sesudah: puncak 30 menit.", "Before: peak at 140 minutes. After: peak at 30 minutes."), Sources: []int{0, 1},
	}
	for i := int64(0); i < 10; i++ {
		f.X.Labels = append(f.X.Labels, result.Int(i*1800, result.Seconds))
	}
	f.Series = []result.Series{
		one("Sebelum", "Before", result.RoleBefore, []int64{1, 3, 7, 14, 25, 24, 14, 8, 3, 1}, 100),
		one("Sesudah", "After", result.RoleAfter, []int64{48, 41, 7, 2, 1, 1, 0, 0, 0, 0}, 100),
	}
	return f
}

func interval() result.Figure {
	f := result.Figure{
		ID: "kelas-interval", Kind: result.Interval, Indicator: "ANT-05", Unit: result.Share, N: 41287, NUnit: result.Tickets,
		Title:   t("Kelas B paling sering tepat standar", "Class B is most often within the standard"),
		Caption: t("Bagian tiket dalam standar 60 menit, dengan rentang 95 %", "Share within 60 minutes, with 95 % interval"),
		Summary: t("Rentang kelas D dan E lebar karena tiketnya sedikit.", "The intervals of D and E are wide because tickets are few."), Sources: []int{0},
	}
	s := result.Series{Name: result.Named("Dalam standar", "Within standard"), Role: result.RoleValue}
	for i, c := range []string{"A", "B", "C", "D", "E"} {
		f.X.Labels = append(f.X.Labels, result.Str(c))
		v := 0.91 + float64(i%2)*0.04
		w := 0.004 * float64(i+1)
		s.Points = append(s.Points, result.Datum{Value: rat(int64(v*1000), 1000), Lo: at(v - w), Hi: at(v + w), N: 21000 / int64(i+1)})
	}
	f.Series = []result.Series{s}
	return f
}

func curve() result.Figure {
	const bio = 10_000_000_000
	return result.Figure{
		ID: "kurva-anggaran", Kind: result.Cumulative, Indicator: "KEU-01", Unit: result.Sen, N: 36, NUnit: result.Rows,
		Title:   t("Realisasi mengikuti rencana sejak Mei", "Spending has followed the plan since May"),
		Caption: t("Realisasi kumulatif dan rencana penarikan dana, juta rupiah", "Cumulative spending and plan, million rupiah"),
		Summary: t("Realisasi di bawah rencana sampai April, sesudahnya sama.", "Below plan until April, equal afterwards."),
		X:       monthAxis(12), Sources: []int{2},
		Series: []result.Series{
			one("Realisasi", "Spent", result.RoleValue, mul([]int64{3, 9, 17, 27, 39, 49, 60, 71, 82, 94, 106, 118}, bio), 1),
			one("Rencana (RPD)", "Plan", result.RolePlan, mul([]int64{5, 13, 22, 31, 40, 50, 61, 72, 83, 95, 108, 120}, bio), 1),
		},
	}
}

func mul(v []int64, by int64) []int64 {
	out := make([]int64, len(v))
	for i := range v {
		out[i] = v[i] * by
	}
	return out
}

func bars() result.Figure {
	f := result.Figure{
		ID: "realisasi-akun", Kind: result.Bars, Indicator: "KEU-01", Unit: result.Share, N: 36, NUnit: result.Rows,
		Title:   t("Belanja barang tertinggal dari belanja lain", "Goods and services lag behind"),
		Caption: t("Realisasi terhadap pagu menurut jenis belanja", "Realisation by kind of spending"),
		Summary: t("Pegawai 98,4 %, barang 93,1 %, modal 95,1 %.", "Personnel 98.4 %, goods 93.1 %, capital 95.1 %."), Sources: []int{2},
		X: result.Axis{Labels: []result.Quantity{result.Named("51 Belanja pegawai", "51 Personnel"),
			result.Named("52 Belanja barang", "52 Goods and services"), result.Named("53 Belanja modal", "53 Capital")}},
	}
	f.Series = []result.Series{one("2016", "2016", result.RoleValue, []int64{984, 931, 951}, 1000),
		one("2015", "2015", result.RoleBaseline, []int64{970, 880, 860}, 1000)}
	return f
}

func nations() result.Figure {
	return result.Figure{
		ID: "kebangsaan", Kind: result.Bars, Indicator: "GAK-05", Unit: result.Acts, N: 61, NUnit: result.Acts,
		Title:   t("Tiga kebangsaan mencakup dua pertiga tindakan", "Three nationalities make two thirds of acts"),
		Caption: t("Tindakan administratif menurut kebangsaan, tanggal keputusan", "Administrative acts by nationality, decision date"),
		Summary: t("Sepuluh besar dan lainnya.", "Top ten and others."), Sources: []int{3},
		X: result.Axis{Labels: []result.Quantity{result.Str("Nigeria"), result.Str("Tiongkok"), result.Str("India"), result.Named("Lainnya", "Others")}},
		Series: []result.Series{{Name: result.Named("Tindakan", "Acts"), Role: result.RoleValue, Points: []result.Datum{
			{Value: num(18), N: 18}, {Value: num(14), N: 14}, {Value: num(9), N: 9}, {Value: num(20), N: 20}}}},
	}
}

// empty has no value at all: pages must say so instead of drawing axes.
func empty() result.Figure {
	return result.Figure{
		ID: "unsur-skm", Kind: result.Bars, Indicator: "SKM-01", Unit: result.Points,
		Title: t("Nilai unsur survei", "Survey element scores"), Caption: t("Nilai per unsur", "Score by element"),
		Summary: t("Belum ada jawaban per unsur.", "No answers by element yet."),
		X:       result.Axis{Labels: []result.Quantity{result.Str("U1"), result.Str("U2")}},
		Series:  []result.Series{{Name: result.Named("Nilai", "Score"), Role: result.RoleValue, Points: []result.Datum{{}, {}}}},
	}
}

func tables() []result.Table {
	null := (*big.Rat)(nil)
	return []result.Table{{
		ID: "tahap-projustisia", Title: t("Pro justitia menurut tahap", "Criminal cases by stage"),
		Columns: []result.Column{{Name: t("Bulan", "Month"), Unit: result.Month}, {Name: t("Tahap", "Stage")},
			{Name: t("Orang", "Persons"), Unit: result.Persons}, {Name: t("Biaya", "Cost"), Unit: result.Sen}},
		Rows: [][]result.Quantity{
			{result.In("2016-02"), result.Named("Penyidikan", "Investigation"), result.Int(5, result.Persons), result.Int(123456700, result.Sen)},
			{result.In("2016-05"), result.Named("P-21", "P-21"), result.Int(4, result.Persons), result.Num(null, result.Sen)},
			{result.In("2016-11"), result.Named("Sidang", "Trial"), result.Int(3, result.Persons), result.Int(99900, result.Sen)},
		},
		Total: []result.Quantity{result.Named("Jumlah", "Total"), result.Str(""), result.Int(12, result.Persons), result.Int(123556600, result.Sen)},
		Note:  t("Setiap orang dihitung sekali, pada tahap tertinggi.", "Each person is counted once, at the highest stage."),
	}}
}
