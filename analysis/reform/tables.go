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

var (
	measureColumn = result.Column{Name: result.T("Ukuran", "Measure")}
	spanColumn    = result.Column{Name: result.T("Selang 95%", "95% interval"), Unit: result.Seconds}
)

// comparison sets before beside after, volume first.
func (e *evaluation) comparison() result.Table {
	t := result.Table{
		ID: "evaluasi-selisih", Title: result.T("Sebelum dan sesudah {0}", "Before and after {0}", e.name()),
		Columns: []result.Column{
			measureColumn, {Name: result.T("Sebelum", "Before"), Unit: result.Seconds}, {Name: result.T("Sesudah", "After"), Unit: result.Seconds},
			{Name: result.T("Selisih", "Difference"), Unit: result.Seconds}, spanColumn,
			{Name: result.T("n sebelum", "n before"), Unit: result.Tickets}, {Name: result.T("n sesudah", "n after"), Unit: result.Tickets},
		},
		Note: result.T("Selang bootstrap dengan mengambil ulang hari, bukan pemohon ({0} ulangan, benih tetap). Tiket tidak hadir, batal, atau tanpa jam panggil ikut dalam jumlah tiket tetapi tidak memiliki waktu tunggu.",
			"Bootstrap intervals that resample days, not applicants ({0} replicates, fixed seed). Tickets that were no-shows, cancelled or have no call time count as tickets but have no waiting time.", count(boot.Reps)),
	}
	add := func(d *difference, nb, na result.Quantity) {
		diff, in := worded(none), worded(none)
		if d.known {
			diff, in = signed(float(d.exact()), d.unit), span(d.diff, d.unit)
		}
		t.Rows = append(t.Rows, []result.Quantity{worded(d.name), result.Num(d.before, d.unit), result.Num(d.after, d.unit), diff, in, nb, na})
	}
	add(&e.volume, basisOf(len(e.before.days), e.before.tickets()), basisOf(len(e.after.days), e.after.tickets()))
	nb, na := basisOf(e.before.served(), e.before.waited()), basisOf(e.after.served(), e.after.waited())
	for i := range e.measures {
		add(&e.measures[i], nb, na)
	}
	return t
}

func basisOf(days int, tickets int64) result.Quantity {
	return worded(result.T("{0}, {1}", "{0}, {1}", result.Int(int64(days), result.Days), result.Int(tickets, result.Tickets)))
}

// tests lists the comparison of daily medians and the coefficients of the
// time series, each with what it means.
func (e *evaluation) tests() result.Table {
	t := result.Table{
		ID: "evaluasi-uji", Title: result.T("Uji median harian dan deret waktu, {0}", "Tests of daily medians and time series, {0}", e.name()),
		Columns: []result.Column{
			measureColumn, {Name: result.T("Nilai", "Value"), Unit: result.Seconds}, spanColumn, {Name: result.T("p", "p"), Unit: result.Ratio},
			{Name: result.T("Arti", "Meaning")},
		},
		Note: e.testNote(),
	}
	t.Rows = append(e.rankRows(), e.seriesRows()...)
	return t
}

var blank = result.Str("–")

func (e *evaluation) rankRows() [][]result.Quantity {
	s := &e.shift
	if s.refused != nil {
		return nil
	}
	return [][]result.Quantity{
		{result.Named("Pergeseran Hodges-Lehmann", "Hodges-Lehmann shift"), signed(s.hl.Value, result.Seconds), span(s.hl.Interval, result.Seconds), blank,
			result.Named("beda khas antara satu hari sesudah dan satu hari sebelum", "typical difference between a day after and a day before")},
		{result.Named("Mann-Whitney U", "Mann-Whitney U"), result.Num(s.rank.U, result.Count), blank, pValue(s.rank.P),
			result.Named("peluang beda peringkat sebesar ini karena kebetulan, bila hari-hari saling bebas", "chance of such a difference in ranks if days were independent and alike")},
		{result.Named("Delta Cliff", "Cliff's delta"), result.Num(s.delta, result.Ratio), blank, blank,
			worded(result.T("beda {0}; -1 berarti setiap hari sesudah lebih singkat", "a {0} difference; -1 means every day after is shorter", magnitude(s.label)))},
	}
}

func (e *evaluation) seriesRows() [][]result.Quantity {
	s := &e.series
	if !s.ok() {
		return nil
	}
	r := &s.its
	row := func(id, en string, c stat.Coefficient, say result.Quantity) []result.Quantity {
		return []result.Quantity{result.Named(id, en), signed(c.Value, result.Seconds), span(c.Interval, result.Seconds), pValue(c.P), say}
	}
	step := result.Named("per hari kerja", "per working day")
	if s.weekly {
		step = result.Named("per minggu", "per week")
	}
	level := row("Tingkat awal", "Level at the start", r.Level0, result.Named("garis pada awal masa sebelum", "the line at the start of the time before"))
	level[1] = approx(r.Level0.Value, result.Seconds)
	return [][]result.Quantity{
		level,
		row("Kecenderungan sebelum", "Trend before", r.Trend, step),
		row("Lompatan saat perubahan", "Jump at the change", r.Jump, result.Named("terhadap kelanjutan pola lama", "against the old pattern continued")),
		row("Perubahan kecenderungan", "Change of trend", r.TrendChange, step),
		row("Efek pada akhir masa", "Effect at the end", r.EffectEnd, result.Named("terhadap kelanjutan pola lama", "against the old pattern continued")),
		row("Efek rata-rata sesudah", "Mean effect after", r.EffectMean, result.Named("terhadap kelanjutan pola lama", "against the old pattern continued")),
		{result.Named("Durbin-Watson", "Durbin-Watson"), approx(r.DurbinWatson, result.Points), blank, pValue(r.DurbinWatsonP),
			result.Named("dekat 2 bila sisaan berurutan tidak saling berkaitan", "near 2 when neighbouring residuals are not correlated")},
	}
}

func (e *evaluation) testNote() result.Text {
	note := result.T("Semua sesudah terhadap sebelum. Median harian: {0} hari sebelum, {1} hari sesudah.",
		"All after against before. Daily medians: {0} days before, {1} days after.", count(e.shift.days[0]), count(e.shift.days[1]))
	if !e.series.ok() {
		return note
	}
	return join(note, result.T("Deret waktu: regresi tersegmen dengan galat yang lebih besar dari OLS dan Newey-West (lag {0}); {1}.",
		"Time series: segmented regression with the larger of OLS and Newey-West errors (lag {0}); {1}.", count(e.series.its.Lag), e.series.points()))
}

// checkTable lists the effect as other ways of computing it give it.
func (e *evaluation) checkTable() result.Table {
	t := result.Table{
		ID: "evaluasi-kepekaan", Title: result.T("Uji kepekaan: hasil bila dihitung dengan cara lain, {0}", "Sensitivity: the result computed in other ways, {0}", e.name()),
		Columns: []result.Column{
			{Name: result.T("Cara hitung", "Way of computing")}, {Name: result.T("Ukuran", "Measure")}, {Name: result.T("Nilai", "Value"), Unit: result.Seconds}, spanColumn,
			{Name: result.T("Dasar (sebelum, sesudah)", "Basis (before, after)"), Unit: result.Days}, {Name: result.T("Arah sama?", "Same direction?")},
		},
		Note: result.T("Selisih: median sesudah dikurangi median sebelum. Efek: median pada akhir masa terhadap kelanjutan pola lama. Jumlah tiket serupa: hari yang jumlah tiketnya berada di antara kuantil 10% yang lebih tinggi dan kuantil 90% yang lebih rendah dari kedua sisi.",
			"Difference: median after less median before. Effect: median at the end against the old pattern continued. Alike numbers of tickets: days between the higher of the two sides' 10% quantiles and the lower of their 90% quantiles."),
	}
	for i := range e.checks {
		t.Rows = append(t.Rows, e.checkRow(&e.checks[i]))
	}
	return t
}

func (e *evaluation) checkRow(c *check) []result.Quantity {
	name, measure, unit := e.describe(c.kind)
	if !c.refused.Empty() {
		return []result.Quantity{name, measure, blank, worded(result.T("tidak dihitung: {0}", "not computed: {0}", worded(c.refused))), blank, blank}
	}
	same := result.Named("ya", "yes")
	switch {
	case !c.clear():
		same = result.Named("selang memuat nol", "the interval holds zero")
	case !c.agrees(e.median().diff):
		same = result.Named("tidak", "no")
	}
	basis := worded(result.T("{0}, {1} {2}", "{0}, {1} {2}", count(c.days[0]), count(c.days[1]), unit))
	return []result.Quantity{name, measure, signed(c.value.Value, result.Seconds), span(c.value, result.Seconds), basis, same}
}

// describe names a check, what it measures, and the unit of its basis.
func (e *evaluation) describe(k kind) (name, measure, unit result.Quantity) {
	difference, effect := result.Named("selisih median", "difference of medians"), result.Named("efek pada akhir masa", "effect at the end")
	days, weeks := result.Named("hari", "days"), result.Named("minggu", "weeks")
	points := days
	if e.series.weekly {
		points = weeks
	}
	switch k {
	case allDays:
		return result.Named("Semua hari (hasil utama)", "All days (main result)"), difference, days
	case noSettling:
		return result.Named("Tanpa dua minggu pertama", "Without the first two weeks"), difference, days
	case sameSeason:
		return result.Named("Hanya bulan yang sama setahun sebelumnya", "Only the same months of the year before"), difference, days
	case sameVolume:
		return result.Named("Hanya hari dengan jumlah tiket serupa", "Only days with alike numbers of tickets"), difference, days
	case bySeries:
		return result.Named("Deret waktu", "Time series"), effect, points
	case seriesSettled:
		return result.Named("Deret waktu tanpa dua minggu pertama", "Time series without the first two weeks"), effect, points
	case byDay:
		return result.Named("Deret waktu harian", "Time series by day"), effect, days
	}
	return result.Named("Dibandingkan dengan kantor lain", "Against other offices"), result.Named("selisih perubahan median", "difference of changes"), days
}
