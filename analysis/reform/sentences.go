package reform

import (
	"math"

	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// sentences says the finding first and what speaks against it right after,
// then the steps in their order.
func (e *evaluation) sentences() []result.Text {
	if !e.refused.Empty() {
		return []result.Text{e.refused}
	}
	return []result.Text{e.finding(), e.doubts(), e.basis(), e.crowd(), e.ranks(), e.line(), e.robust()}
}

// finding is the one sentence on top.
func (e *evaluation) finding() result.Text {
	m := e.median()
	args := []result.Quantity{e.name(), on(e.day), result.Num(m.before, result.Seconds), result.Num(m.after, result.Seconds)}
	if !m.known || !m.diff.Excludes(0) {
		args = append(args, signed(m.diff.Value, result.Seconds), span(m.diff, result.Seconds))
		return result.T("Sesudah {0} berlaku pada {1}, median waktu tunggu di ruang tunggu belum dapat dibedakan dari sebelumnya: {2} sebelum dan {3} sesudah (selisih {4}, selang kepercayaan 95% {5}).",
			"After {0} began on {1}, the median wait in the hall cannot be told apart from before: {2} before and {3} after (difference {4}, 95% confidence interval {5}).", args...)
	}
	lo, hi := sizes(m.diff, result.Seconds)
	args = append(args, amount(m.diff.Value, result.Seconds), lo, hi)
	if m.lower() {
		return join(result.T("Sesudah {0} berlaku pada {1}, median waktu tunggu di ruang tunggu turun dari {2} menjadi {3}, lebih singkat {4} (selang kepercayaan 95%: {5} sampai {6}).",
			"After {0} began on {1}, the median wait in the hall fell from {2} to {3}, shorter by {4} (95% confidence interval: {5} to {6}).", args...), e.association())
	}
	return join(result.T("Sesudah {0} berlaku pada {1}, median waktu tunggu di ruang tunggu naik dari {2} menjadi {3}, lebih lama {4} (selang kepercayaan 95%: {5} sampai {6}).",
		"After {0} began on {1}, the median wait in the hall rose from {2} to {3}, longer by {4} (95% confidence interval: {5} to {6}).", args...), e.association())
}

// association words how far the claim goes: a comparison where there are
// control offices, an association otherwise.
func (e *evaluation) association() result.Text {
	c := &e.control
	if !c.refused.Empty() {
		return result.T("Perubahan itu berkaitan dengan {0}, tetapi data ini tidak membuktikan sebab-akibat.",
			"The change is associated with {0}, but these data do not prove cause and effect.", e.name())
	}
	args := []result.Quantity{count(c.used), amount(c.effect.Value, result.Seconds), span(c.effect, result.Seconds)}
	switch {
	case !c.effect.Excludes(0):
		return result.T("Dibandingkan dengan {0} kantor pembanding pada hari-hari yang sama, perubahannya belum dapat dibedakan (selisih perubahan {2}).",
			"Compared with {0} control offices over the same days, the change cannot be told apart (difference of changes {2}).", args...)
	case c.effect.Value < 0:
		return result.T("Dibandingkan dengan {0} kantor pembanding pada hari-hari yang sama, median turun {1} lebih banyak (selisih perubahan {2}).",
			"Compared with {0} control offices over the same days, the median fell by {1} more (difference of changes {2}).", args...)
	}
	return result.T("Dibandingkan dengan {0} kantor pembanding pada hari-hari yang sama, median naik {1} lebih banyak (selisih perubahan {2}).",
		"Compared with {0} control offices over the same days, the median rose by {1} more (difference of changes {2}).", args...)
}

// doubts are what speaks against the finding, the weightiest first.
func (e *evaluation) doubts() result.Text {
	parts := append([]result.Text{result.T("Yang membatasi kesimpulan ini:", "What limits this conclusion:")}, e.rivals()...)
	if !e.control.refused.Empty() {
		parts = append(parts, result.T("tidak ada kantor pembanding yang memadai untuk memisahkan sebab lain pada masa yang sama;",
			"there is no adequate control office to separate other causes at the same time;"))
	} else {
		parts = append(parts, result.T("kantor pembanding dianggap tidak mengubah layanannya pada masa yang sama;",
			"the control offices are assumed not to have changed their service at the same time;"))
	}
	parts = append(parts, e.seriesDoubts()...)
	parts = append(parts, result.T("dan menunggu giliran di rumah, atau datang lagi di hari lain, tidak ada dalam data antrean.",
		"and waiting at home for a turn, or coming back another day, is not in queue data."))
	return join(parts...)
}

// rivals are circumstances that changed at the same time and alone could have
// moved the waits the same way: fewer people, more counters, faster service.
func (e *evaluation) rivals() []result.Text {
	var out []result.Text
	shorter := e.median().lower()
	if !shorter && !e.median().higher() {
		return nil
	}
	if d := &e.volume; shorter && d.lower() || !shorter && d.higher() {
		out = append(out, result.T("jumlah tiket per hari juga berubah, dari {0} menjadi {1};", "tickets per day changed as well, from {0} to {1};", values(d, result.Count)...))
	}
	if d := &e.counters; shorter && d.higher() || !shorter && d.lower() {
		out = append(out, result.T("loket yang melayani bersamaan juga berubah, dari {0} menjadi {1};", "the counters serving at one time changed as well, from {0} to {1};", values(d, result.Count)...))
	}
	if d := &e.service; shorter && d.lower() || !shorter && d.higher() {
		out = append(out, result.T("waktu layanan di loket juga berubah, dari {0} menjadi {1};", "the time at the counter changed as well, from {0} to {1};", values(d, result.Seconds)...))
	}
	if len(out) > 0 {
		out = append(out, result.T("pengaruhnya tidak dapat dipisahkan dari pengaruh {0};", "that influence cannot be separated from the influence of {0};", e.name()))
	}
	return out
}

func values(d *difference, u result.Unit) []result.Quantity {
	return []result.Quantity{result.Num(d.before, u), result.Num(d.after, u)}
}

// seriesDoubts are those that the time series and the checks raise.
func (e *evaluation) seriesDoubts() []result.Text {
	var out []result.Text
	if !e.series.ok() {
		return append(out, result.T("kecenderungan sebelum perubahan tidak dapat diperiksa ({0});",
			"the trend before the change cannot be checked ({0});", worded(reason(e.series.refused))))
	}
	r := &e.series.its
	if main := e.median().diff; main.Excludes(0) && !r.EffectEnd.Excludes(0) {
		out = append(out, result.T("deret waktu tidak menunjukkan beda yang jelas dari kelanjutan pola lama;",
			"the time series shows no clear departure from the old pattern;"))
	}
	if r.Trend.Excludes(0) && math.Signbit(r.Trend.Value) == math.Signbit(e.median().diff.Value) {
		out = append(out, result.T("median sudah bergerak ke arah itu sebelum perubahan;", "the median was already moving that way before the change;"))
	}
	if r.TrendChange.Excludes(0) && math.Signbit(r.TrendChange.Value) != math.Signbit(r.Jump.Value) {
		out = append(out, result.T("sesudah perubahan median berangsur kembali ke arah semula;", "after the change the median drifts back the way it came;"))
	}
	for _, w := range r.Warnings {
		out = append(out, warning(w, e.series.weekly))
	}
	if p := &e.placebos; p.refused == nil && p.strong*20 > p.n {
		out = append(out, result.T("{0} dari {1} tanggal semu sebelum perubahan tampak sama kuatnya;",
			"{0} of {1} pretended dates before the change look as strong;", count(p.strong), count(p.n)))
	}
	if e.before.served() < stat.GoodDays || e.after.served() < stat.GoodDays {
		out = append(out, result.T("hari di salah satu sisi kurang dari {0}, sehingga selangnya dapat meleset dari tingkat kepercayaannya;",
			"one side has fewer than {0} days, so that intervals may miss their level of confidence;", count(stat.GoodDays)))
	}
	return out
}

func warning(w stat.Warning, weekly bool) result.Text {
	switch w {
	case stat.FewPoints:
		return result.T("titik deret waktu masih sedikit;", "the time series has few points;")
	case stat.Autocorrelated:
		if weekly {
			return result.T("median minggu yang berurutan saling berkaitan, sehingga selang deret waktu cenderung terlalu sempit;",
				"medians of neighbouring weeks are correlated, so that intervals of the time series tend to be too narrow;")
		}
		return result.T("median hari yang berurutan saling berkaitan, sehingga selang deret waktu cenderung terlalu sempit;",
			"medians of neighbouring days are correlated, so that intervals of the time series tend to be too narrow;")
	case stat.WeekdayPattern:
		return result.T("median berbeda menurut hari dalam minggu;", "medians differ by day of the week;")
	}
	return result.Text{}
}
