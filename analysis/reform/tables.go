package reform

import (
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

func (e *evaluation) tables() []result.Table {
	out := []result.Table{e.comparison(), e.tests(), e.checkTable()}
	for i := range out {
		out[i].ID += "-" + e.day.String()
	}
	return out
}

func column(id, en string, u result.Unit) result.Column {
	return result.Column{Name: result.T(id, en), Unit: u}
}

var (
	lower  = column("Batas bawah 95%", "95% lower", result.Seconds)
	upper  = column("Batas atas 95%", "95% upper", result.Seconds)
	blank  = result.Str("–")
	absent = []result.Quantity{blank, blank}
)

// bounds are the two cells of an interval.
func bounds(i stat.Interval, u result.Unit) []result.Quantity {
	return []result.Quantity{approx(i.Lo, u), approx(i.Hi, u)}
}

func row(cells ...any) []result.Quantity {
	var out []result.Quantity
	for _, c := range cells {
		switch c := c.(type) {
		case result.Quantity:
			out = append(out, c)
		case []result.Quantity:
			out = append(out, c...)
		}
	}
	return out
}

// comparison sets before beside after: what else moved first, then the waits.
func (e *evaluation) comparison() result.Table {
	t := result.Table{
		ID: "evaluasi-selisih", Title: result.T("Sebelum dan sesudah {0}", "Before and after {0}", e.name()),
		Columns: []result.Column{
			column("Ukuran", "Measure", ""), column("Sebelum", "Before", result.Seconds), column("Sesudah", "After", result.Seconds),
			column("Selisih", "Difference", result.Seconds), lower, upper, column("n sebelum", "n before", result.Tickets), column("n sesudah", "n after", result.Tickets),
		},
		Note: result.T("Tunggu: {0} hari sebelum dan {1} hari sesudah. Selisih dua persentase dalam poin persen. Batas dengan bootstrap yang mengambil ulang hari, bukan pemohon ({2} ulangan, benih tetap). Tiket tidak hadir, batal, atau tanpa jam panggil ikut dalam jumlah tiket tetapi tidak memiliki waktu tunggu.",
			"Waits: {0} days before and {1} days after. The difference of two percentages is in percentage points. Bounds by a bootstrap that resamples days, not applicants ({2} replicates, fixed seed). Tickets that were no-shows, cancelled or have no call time count as tickets but have no waiting time.",
			count(e.before.served()), count(e.after.served()), count(boot.Reps)),
	}
	for _, d := range append([]difference{e.volume, e.counters, e.service}, e.measures...) {
		if d.before == nil || d.after == nil {
			continue
		}
		in := absent
		if d.known {
			in = bounds(d.diff, d.unit)
		}
		t.Rows = append(t.Rows, row(worded(d.name), result.Num(d.before, d.unit), result.Num(d.after, d.unit), result.Num(d.exact(), d.unit), in,
			result.Int(int64(d.n[0]), d.nUnit), result.Int(int64(d.n[1]), d.nUnit)))
	}
	return t
}

// tests lists the comparison of daily medians and the coefficients of the
// time series, each with what it means.
func (e *evaluation) tests() result.Table {
	t := result.Table{
		ID: "evaluasi-uji", Title: result.T("Uji median harian dan deret waktu, {0}", "Tests of daily medians and time series, {0}", e.name()),
		Columns: []result.Column{column("Ukuran", "Measure", ""), column("Nilai", "Value", result.Seconds), lower, upper, column("p", "p", ""), column("Arti", "Meaning", "")},
		Note:    e.testNote(),
	}
	t.Rows = append(e.rankRows(), e.seriesRows()...)
	return t
}

func (e *evaluation) rankRows() [][]result.Quantity {
	s := &e.shift
	if s.refused != nil {
		return nil
	}
	return [][]result.Quantity{
		row(result.Named("Pergeseran Hodges-Lehmann", "Hodges-Lehmann shift"), approx(s.hl.Value, result.Seconds), bounds(s.hl.Interval, result.Seconds), blank,
			result.Named("beda khas antara satu hari sesudah dan satu hari sebelum", "typical difference between a day after and a day before")),
		row(result.Named("Mann-Whitney U", "Mann-Whitney U"), result.Num(s.rank.U, result.Count), absent, pValue(s.rank.P),
			result.Named("peluang beda sebesar ini karena kebetulan, bila hari-hari saling bebas", "chance of such a difference if days were independent and alike")),
		row(result.Named("Delta Cliff", "Cliff's delta"), result.Num(s.delta, result.Ratio), absent, blank,
			worded(result.T("beda {0}; -1: setiap hari sesudah lebih singkat", "a {0} difference; -1: every day after is shorter", magnitude(s.label)))),
	}
}

func (e *evaluation) seriesRows() [][]result.Quantity {
	s := &e.series
	if !s.ok() {
		return nil
	}
	r := &s.its
	of := func(id, en string, c stat.Coefficient, p, say result.Quantity) []result.Quantity {
		return row(result.Named(id, en), approx(c.Value, result.Seconds), bounds(c.Interval, result.Seconds), p, say)
	}
	step := result.Named("per hari kerja", "per working day")
	if s.weekly {
		step = result.Named("per minggu", "per week")
	}
	old := result.Named("terhadap kelanjutan pola lama", "against the old pattern continued")
	return [][]result.Quantity{
		of("Tingkat awal", "Level at the start", r.Level0, blank, result.Named("garis pada awal masa sebelum", "the line at the start of the time before")),
		of("Kecenderungan sebelum", "Trend before", r.Trend, pValue(r.Trend.P), step),
		of("Lompatan saat perubahan", "Jump at the change", r.Jump, pValue(r.Jump.P), old),
		of("Perubahan kecenderungan", "Change of trend", r.TrendChange, pValue(r.TrendChange.P), step),
		of("Efek pada akhir data", "Effect at the end", r.EffectEnd, pValue(r.EffectEnd.P), old),
		of("Efek rata-rata sesudah", "Mean effect after", r.EffectMean, pValue(r.EffectMean.P), old),
		row(result.Named("Durbin-Watson", "Durbin-Watson"), approx(r.DurbinWatson, result.Points), absent, pValue(r.DurbinWatsonP),
			result.Named("dekat 2 bila sisaan berurutan tidak saling berkaitan", "near 2 when neighbouring residuals are not correlated")),
	}
}

func (e *evaluation) testNote() result.Text {
	note := result.T("Semua sesudah terhadap sebelum. Median harian: {0} hari sebelum, {1} hari sesudah.",
		"All after against before. Daily medians: {0} days before, {1} days after.", count(e.shift.days[0]), count(e.shift.days[1]))
	if !e.series.ok() {
		return note
	}
	return join(note, result.T("Deret waktu: regresi tersegmen dengan galat yang lebih besar dari OLS dan Newey-West (lag {0}); {1}.",
		"Time series: segmented regression with the larger of OLS and Newey-West errors (lag {0}); {1}.", count(e.series.its.Lag), e.series.points()), e.residualsSay())
}

// checkTable lists the effect as other ways of computing it give it.
func (e *evaluation) checkTable() result.Table {
	t := result.Table{
		ID: "evaluasi-kepekaan", Title: result.T("Uji kepekaan: hasil bila dihitung dengan cara lain, {0}", "Sensitivity: the result computed in other ways, {0}", e.name()),
		Columns: []result.Column{
			column("Cara hitung", "Way of computing", ""), column("Nilai", "Value", result.Seconds), lower, upper,
			column("Titik sebelum", "Points before", result.Count), column("Titik sesudah", "Points after", result.Count), column("Arah sama?", "Same direction?", ""),
		},
	}
	notes := []result.Text{result.T("Titik adalah hari, atau minggu pada deret waktu mingguan. Efek: median pada akhir data terhadap kelanjutan pola lama. Jumlah tiket serupa: di antara kuantil 10% yang lebih tinggi dan kuantil 90% yang lebih rendah dari kedua sisi.",
		"Points are days, or weeks in the time series by week. Effect: median at the end of the data against the old pattern continued. Alike numbers of tickets: between the higher of the two sides' 10% quantiles and the lower of their 90% quantiles.")}
	for i := range e.checks {
		c := &e.checks[i]
		t.Rows = append(t.Rows, e.checkRow(c))
		if !c.refused.Empty() && c.kind != offices { // the steps name the offices' reason
			notes = append(notes, result.T("{0} tidak dihitung: {1}.", "{0} was not computed: {1}.", e.describe(c.kind), worded(c.refused)))
		}
	}
	t.Note = join(notes...)
	return t
}

func (e *evaluation) checkRow(c *check) []result.Quantity {
	name := e.describe(c.kind)
	if !c.refused.Empty() {
		return row(name, blank, absent, blank, blank, result.Named("tidak dihitung", "not computed"))
	}
	same := result.Named("ya", "yes")
	switch {
	case !c.clear():
		same = result.Named("tidak jelas", "not clear")
	case !c.agrees(e.median().diff):
		same = result.Named("tidak", "no")
	}
	return row(name, approx(c.value.Value, result.Seconds), bounds(c.value, result.Seconds), count(c.days[0]), count(c.days[1]), same)
}

// describe names a check.
func (e *evaluation) describe(k kind) result.Quantity {
	switch k {
	case allDays:
		return result.Named("Selisih median, semua hari (hasil utama)", "Difference of medians, all days (main result)")
	case noSettling:
		return result.Named("Selisih median, tanpa dua minggu pertama", "Difference of medians, without the first two weeks")
	case sameSeason:
		return result.Named("Selisih median, bulan yang sama setahun sebelumnya", "Difference of medians, the same months of the year before")
	case sameVolume:
		return result.Named("Selisih median, hari dengan jumlah tiket serupa", "Difference of medians, days with alike numbers of tickets")
	case seriesSettled:
		return result.Named("Efek pada akhir deret waktu, tanpa dua minggu pertama", "Effect at the end of the time series, without the first two weeks")
	case byDay:
		return result.Named("Efek pada akhir deret waktu harian", "Effect at the end of the time series by day")
	case offices:
		return result.Named("Selisih perubahan terhadap kantor lain", "Difference of changes against other offices")
	}
	if e.series.weekly {
		return result.Named("Efek pada akhir deret waktu mingguan", "Effect at the end of the time series by week")
	}
	return result.Named("Efek pada akhir deret waktu", "Effect at the end of the time series")
}
