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
	parts := []result.Text{result.T("Yang membatasi kesimpulan ini:", "What limits this conclusion:")}
	if !e.control.refused.Empty() {
		parts = append(parts, result.T("tidak ada kantor pembanding yang memadai, sehingga sebab lain pada masa yang sama tidak dapat dipisahkan;",
			"there is no adequate control office, so that other causes at the same time cannot be separated;"))
	} else {
		parts = append(parts, result.T("kantor pembanding dianggap tidak mengubah layanannya pada masa yang sama;",
			"the control offices are assumed not to have changed their service at the same time;"))
	}
	if d := &e.volume; d.lower() || d.higher() {
		word := result.T("tiket per hari juga naik dari {0} menjadi {1};", "tickets per day rose as well, from {0} to {1};", perDay(d)...)
		if d.lower() {
			word = result.T("tiket per hari juga turun dari {0} menjadi {1}, dan lebih sedikit pemohon saja sudah memperpendek antrean;",
				"tickets per day fell as well, from {0} to {1}, and fewer applicants alone shorten a queue;", perDay(d)...)
		}
		parts = append(parts, word)
	}
	parts = append(parts, e.seriesDoubts()...)
	parts = append(parts, result.T("dan menunggu giliran di rumah, atau datang lagi di hari lain, tidak tercatat dalam data antrean.",
		"and waiting at home for a turn, or coming back another day, is not in queue data."))
	return join(parts...)
}

func perDay(d *difference) []result.Quantity {
	return []result.Quantity{result.Num(d.before, result.Count), result.Num(d.after, result.Count)}
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
	for _, w := range r.Warnings {
		out = append(out, warning(w, e.series.weekly))
	}
	if p := &e.placebos; p.refused == nil && p.reached*20 > p.n {
		out = append(out, result.T("{0} dari {1} tanggal semu sebelum perubahan tampak sama kuatnya;",
			"{0} of {1} pretended dates before the change look as strong;", count(p.reached), count(p.n)))
	}
	if e.before.served() < stat.GoodDays || e.after.served() < stat.GoodDays {
		out = append(out, result.T("hari di salah satu sisi kurang dari {0}, sehingga selang cenderung terlalu sempit;",
			"one side has fewer than {0} days, so that intervals tend to be too narrow;", count(stat.GoodDays)))
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

// basis says what was compared: window and n of each side.
func (e *evaluation) basis() result.Text {
	b, a := e.before, e.after
	say := result.T("Dasar: sebelum, {0} hari layanan dan {1} ({2} sampai {3}); sesudah, {4} hari layanan dan {5} ({6} sampai {7}).",
		"Basis: before, {0} service days and {1} ({2} to {3}); after, {4} service days and {5} ({6} to {7}).",
		count(len(b.days)), result.Int(b.tickets(), result.Tickets), on(b.first()), on(b.last()),
		count(len(a.days)), result.Int(a.tickets(), result.Tickets), on(a.first()), on(a.last()))
	parts := []result.Text{say}
	if n := e.idle(b) + e.idle(a); n > 0 {
		parts = append(parts, result.T("{0} hari kerja di antaranya tidak memiliki satu tiket pun dan tidak ikut dihitung.",
			"{0} working days in between have no ticket at all and do not count.", count(n)))
	}
	if e.clipped {
		parts = append(parts, clippedSay)
	}
	return join(append(parts, result.T("Dua minggu pertama sesudah perubahan, masa penyesuaian, ikut dihitung; tanpa keduanya lihat uji kepekaan.",
		"The first two weeks after the change, the settling-in, count; for the result without them see the sensitivity checks."))...)
}

// crowd is about volume: a quota cuts demand.
func (e *evaluation) crowd() result.Text {
	d := &e.volume
	args := []result.Quantity{result.Num(d.before, result.Tickets), result.Num(d.after, result.Tickets), signed(d.diff.Value, result.Tickets), span(d.diff, result.Tickets)}
	say := result.T("Jumlah pemohon: {0} per hari layanan sebelum, {1} sesudah; selisih {2} (selang 95%: {3}).",
		"Volume: {0} per service day before, {1} after; difference {2} (95% interval: {3}).", args...)
	if !d.known || !d.diff.Excludes(0) {
		say = result.T("Jumlah pemohon: {0} per hari layanan sebelum, {1} sesudah; selisih {2} belum dapat dibedakan dari kebetulan (selang 95%: {3}).",
			"Volume: {0} per service day before, {1} after; the difference {2} cannot be told from chance (95% interval: {3}).", args...)
	}
	return join(say, e.alikeSay(), e.turnedAway())
}

// alikeSay separates fewer people from shorter waits, where it can.
func (e *evaluation) alikeSay() result.Text {
	c, ok := e.find(sameVolume)
	if !ok {
		return result.T("Hari dengan jumlah tiket serupa sebelum dan sesudah terlalu sedikit untuk memisahkan pengaruh berkurang atau bertambahnya pemohon.",
			"Days with alike numbers of tickets before and after are too few to separate the influence of fewer or more applicants.")
	}
	return result.T("Pada hari-hari dengan jumlah tiket serupa, selisih median tunggu {0} (selang 95%: {1}).",
		"On days with alike numbers of tickets the difference of median waits is {0} (95% interval: {1}).",
		signed(c.value.Value, result.Seconds), span(c.value, result.Seconds))
}

// turnedAway says what is known of those who got no ticket.
func (e *evaluation) turnedAway() result.Text {
	limited, out := 0, 0
	for i := range e.after.days {
		if d := &e.after.days[i]; d.limit > 0 {
			limited++
			if d.exhausted() {
				out++
			}
		}
	}
	unknown := result.T("Berapa pemohon yang tidak kebagian tiket atau diminta datang di hari lain tidak tercatat.",
		"How many applicants got no ticket or were asked to come another day is not recorded.")
	if limited == 0 {
		return unknown
	}
	return join(result.T("Kuota habis pada {0} dari {1} hari.", "The quota ran out on {0} of {1} days.", count(out), count(limited)), unknown)
}

// ranks is the test on daily medians.
func (e *evaluation) ranks() result.Text {
	s := &e.shift
	if s.refused != nil {
		return result.T("Uji peringkat: {0}.", "Rank test: {0}.", worded(reason(s.refused)))
	}
	return result.T("Per hari: median satu hari sesudah perubahan lebih singkat daripada median satu hari sebelumnya pada {0} dari semua pasangan hari (delta Cliff {1}, beda {2}; Mann-Whitney {3}). Yang dibandingkan adalah median harian, karena pemohon pada hari yang sama berbagi antrean yang sama.",
		"By day: the median of a day after the change is shorter than that of a day before in {0} of all pairs of days (Cliff's delta {1}, a {2} difference; Mann-Whitney {3}). Daily medians are compared, because applicants of one day share one queue.",
		result.Num(s.lower, result.Share), result.Num(s.delta, result.Ratio), magnitude(s.label), pValue(s.rank.P))
}

func magnitude(m stat.Magnitude) result.Quantity {
	switch m {
	case stat.Negligible:
		return result.Named("yang dapat diabaikan", "negligible")
	case stat.Small:
		return result.Named("kecil", "small")
	case stat.Medium:
		return result.Named("sedang", "medium")
	}
	return result.Named("besar", "large")
}

// line is the time series in words.
func (e *evaluation) line() result.Text {
	s := &e.series
	if !s.ok() {
		return result.T("Deret waktu: tidak dihitung ({0}).", "Time series: not computed ({0}).", worded(reason(s.refused)))
	}
	r := &s.its
	args := []result.Quantity{s.points(), perPoint(r.Trend, s), signed(r.Jump.Value, result.Seconds), perPoint(r.TrendChange, s),
		signed(r.EffectEnd.Value, result.Seconds), span(r.EffectEnd.Interval, result.Seconds)}
	return join(result.T("Deret waktu ({0}): kecenderungan sebelum {1}; lompatan saat perubahan {2}; perubahan kecenderungan {3}. Pada akhir masa, median {4} terhadap kelanjutan pola lama (selang 95%: {5}).",
		"Time series ({0}): trend before {1}; jump at the change {2}; change of trend {3}. At the end the median is {4} against the old pattern continued (95% interval: {5}).", args...), e.residualsSay())
}

func (s *series) points() result.Quantity {
	b, a := s.known()
	if s.weekly {
		return worded(result.T("{0} minggu sebelum, {1} sesudah", "{0} weeks before, {1} after", count(b), count(a)))
	}
	return worded(result.T("{0} hari sebelum, {1} sesudah", "{0} days before, {1} after", count(b), count(a)))
}

// perPoint words a slope.
func perPoint(c stat.Coefficient, s *series) result.Quantity {
	q := signed(c.Value, result.Seconds)
	if s.weekly {
		return worded(result.T("{0} per minggu", "{0} per week", q))
	}
	return worded(result.T("{0} per hari kerja", "{0} per working day", q))
}

// residualsSay says what the checks of the residuals found.
func (e *evaluation) residualsSay() result.Text {
	r := &e.series.its
	args := []result.Quantity{approx(r.DurbinWatson, result.Points), pValue(r.DurbinWatsonP)}
	say := result.T("Sisaan berurutan tidak tampak saling berkaitan (Durbin-Watson {0}, {1}).",
		"Neighbouring residuals do not look correlated (Durbin-Watson {0}, {1}).", args...)
	if r.DurbinWatsonP < 0.05 {
		say = result.T("Sisaan berurutan saling berkaitan (Durbin-Watson {0}, {1}).", "Neighbouring residuals are correlated (Durbin-Watson {0}, {1}).", args...)
	}
	day := &e.daily
	if !e.series.weekly {
		day = &e.series
	}
	if !day.checked {
		return say
	}
	p := pValue(day.weekday)
	switch {
	case day.weekday >= 0.05:
		return join(say, result.T("Pola menurut hari dalam minggu tidak tampak ({0}).", "No pattern by weekday shows ({0}).", p))
	case e.series.weekly:
		return join(say, result.T("Median harian berbeda menurut hari dalam minggu ({0}); karena itu titiknya minggu utuh.",
			"Daily medians differ by weekday ({0}); hence the points are whole weeks.", p))
	}
	return join(say, result.T("Median harian berbeda menurut hari dalam minggu ({0}), yang tidak diperhitungkan model.",
		"Daily medians differ by weekday ({0}), which the model does not know.", p))
}

// robust sums the sensitivity checks up.
func (e *evaluation) robust() result.Text {
	n, same := 0, 0
	for i := range e.checks {
		c := &e.checks[i]
		if c.kind == allDays || !c.refused.Empty() {
			continue
		}
		n++
		if c.agrees(e.median().diff) && c.clear() {
			same++
		}
	}
	say := result.T("Uji kepekaan: {0} dari {1} cara hitung lain memberi arah yang sama dengan selang yang tidak memuat nol.",
		"Sensitivity: {0} of {1} other ways to compute it point the same way with an interval that leaves out zero.", count(same), count(n))
	return join(say, e.placeboSay(), e.controlSay())
}

func (e *evaluation) placeboSay() result.Text {
	p := &e.placebos
	if p.refused != nil {
		return result.T("Tanggal semu tidak dapat dicoba: masa sebelum perubahan terlalu pendek.",
			"Pretended dates could not be tried: the time before the change is too short.")
	}
	return result.T("Dari {0} tanggal semu sebelum perubahan, {1} memberi efek yang sama kuatnya dibandingkan ketidakpastiannya; efek semu terbesar {2}.",
		"Of {0} pretended dates before the change, {1} give an effect as strong for its uncertainty; the largest pretended effect is {2}.",
		count(p.n), count(p.reached), approx(p.largest, result.Seconds))
}

func (e *evaluation) controlSay() result.Text {
	c := &e.control
	if c.refused.Empty() {
		if math.IsNaN(c.did.P) {
			return result.Text{}
		}
		as := 0
		for _, p := range c.did.Placebos {
			if math.Abs(p) >= math.Abs(c.did.Effect) {
				as++
			}
		}
		return result.T("{0} dari {1} kantor pembanding, bila dianggap kantor yang berubah, menunjukkan beda sebesar itu.",
			"{0} of {1} control offices, taken for the changed one, show a difference as large.", count(as), count(len(c.did.Placebos)))
	}
	say := result.T("Kantor pembanding: {0}, sehingga beda perubahan tidak dihitung.", "Control offices: {0}, so that no difference in differences is given.", worded(c.refused))
	if c.seen == 0 {
		return say
	}
	return join(say, result.T("Sebagai gambaran kasar, median {0} kantor itu berubah {1} sampai {2}.",
		"As a rough picture, the medians of {0} of them changed by {1} to {2}.", count(c.seen), signed(c.change[0], result.Seconds), signed(c.change[1], result.Seconds)))
}
