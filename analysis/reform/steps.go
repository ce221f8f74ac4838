package reform

import (
	"math"
	"math/big"

	"rapor/analysis/result"
	"rapor/analysis/stat"
)

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
	if t := e.emptyMonths(); !t.Empty() {
		parts = append(parts, t)
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
	say := result.T("Jumlah tiket: {0} per hari layanan sebelum, {1} sesudah; selisih {2} (selang 95%: {3}).",
		"Volume: {0} per service day before, {1} after; difference {2} (95% interval: {3}).", args...)
	if !d.known || !d.diff.Excludes(0) {
		say = result.T("Jumlah tiket: {0} per hari layanan sebelum, {1} sesudah; selisih {2} belum dapat dibedakan dari kebetulan (selang 95%: {3}).",
			"Volume: {0} per service day before, {1} after; the difference {2} cannot be told from chance (95% interval: {3}).", args...)
	}
	if m := e.median(); m.lower() && d.higher() || m.higher() && d.lower() {
		say = join(say, result.T("Perubahan jumlah tiket berlawanan arah dengan perubahan waktu tunggu, jadi tidak menjelaskannya.",
			"The number of tickets moved against the waits, and so does not explain them."))
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
	args := []result.Quantity{result.Num(s.lower, result.Share), magnitude(s.label), result.Num(s.delta, result.Ratio), pValue(s.rank.P)}
	say := result.T("Per hari: pada {0} dari semua pasangan hari, hari sesudah perubahan lebih singkat daripada hari sebelumnya (beda {1}, delta Cliff {2}; Mann-Whitney {3}).",
		"By day: in {0} of all pairs of days the day after the change is shorter than the day before it (a {1} difference, Cliff's delta {2}; Mann-Whitney {3}).", args...)
	if s.delta.Sign() > 0 {
		args[0] = result.Num(big.NewRat(s.rank.Greater, s.rank.N()), result.Share)
		say = result.T("Per hari: pada {0} dari semua pasangan hari, hari sesudah perubahan lebih lama daripada hari sebelumnya (beda {1}, delta Cliff {2}; Mann-Whitney {3}).",
			"By day: in {0} of all pairs of days the day after the change is longer than the day before it (a {1} difference, Cliff's delta {2}; Mann-Whitney {3}).", args...)
	}
	return join(say, result.T("Yang dibandingkan adalah median harian, karena pemohon pada hari yang sama berbagi antrean yang sama.",
		"Daily medians are compared, because applicants of one day share one queue."))
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
	return result.T("Deret waktu ({0}): sebelum perubahan {1}; saat perubahan median langsung {2}; pada akhir data median {3} kelanjutan pola lama (beda {4}, selang 95%: {5}).",
		"Time series ({0}): before the change {1}; at the change the median {2} at once; at the end of the data it is {3} the old pattern continued (difference {4}, 95% interval: {5}).",
		s.points(), s.before(), moves(r.Jump), beside(r.EffectEnd), signed(r.EffectEnd.Value, result.Seconds), span(r.EffectEnd.Interval, result.Seconds))
}

// moves words a jump, and that it is not clear where it is not.
func moves(c stat.Coefficient) result.Quantity {
	t := result.T("turun {0}", "falls by {0}", amount(c.Value, result.Seconds))
	if c.Value > 0 {
		t = result.T("naik {0}", "rises by {0}", amount(c.Value, result.Seconds))
	}
	if !c.Excludes(0) {
		t = result.T("{0} (tidak jelas)", "{0} (not clearly)", worded(t))
	}
	return worded(t)
}

// beside words where the line ends.
func beside(c stat.Coefficient) result.Quantity {
	switch {
	case !c.Excludes(0):
		return result.Named("tidak jelas berbeda dari", "not clearly different from")
	case c.Value < 0:
		return result.Named("berada di bawah", "below")
	}
	return result.Named("berada di atas", "above")
}

// before words the trend before the change.
func (s *series) before() result.Quantity {
	c := s.its.Trend
	q := signed(c.Value, result.Seconds)
	each := result.T("hari kerja", "working day")
	if s.weekly {
		each = result.T("minggu", "week")
	}
	if !c.Excludes(0) {
		return worded(result.T("median tidak jelas naik atau turun ({0} per {1})", "the median neither rises nor falls clearly ({0} a {1})", q, worded(each)))
	}
	return worded(result.T("median berubah {0} per {1}", "the median moves {0} a {1}", q, worded(each)))
}

func (s *series) points() result.Quantity {
	b, a := s.known()
	if s.weekly {
		return worded(result.T("{0} minggu sebelum, {1} sesudah", "{0} weeks before, {1} after", count(b), count(a)))
	}
	return worded(result.T("{0} hari sebelum, {1} sesudah", "{0} days before, {1} after", count(b), count(a)))
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
	return result.T("Dari {0} tanggal semu sebelum perubahan, {1} memberi efek yang sama kuatnya terhadap ketidakpastiannya ({2} sama besarnya dalam menit).",
		"Of {0} pretended dates before the change, {1} gave an effect as strong for its uncertainty ({2} as large in minutes).",
		count(p.n), noneOr(p.strong), count(p.large))
}

// noneOr is a number, or that there is none.
func noneOr(n int) result.Quantity {
	if n == 0 {
		return result.Named("tidak satu pun", "none")
	}
	return count(n)
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
