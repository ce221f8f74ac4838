package capacity

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"rapor/analysis/result"
	"rapor/analysis/simulate"
	"rapor/analysis/stat"
)

// Sentences are the chapter's text: what was asked, of which days, whether the
// simulation can be believed, the answers, and what they rest on. A refused
// study says how far it came and why it stops.
func (s *Study) Sentences() []result.Text {
	b := &s.Basis
	if s.Refused != nil && s.Fit == nil {
		return []result.Text{s.Refused.Say}
	}
	days := append([]result.Text{b.sayDays(), b.sayCounters()}, b.sayAccount()...)
	out := []result.Text{s.question(), paragraph(days...)}
	if s.Refused != nil {
		return append(out, s.Refused.Say)
	}
	var answers []result.Text
	for _, c := range []int{0, -1, 1} {
		if a, ok := s.advice(c); ok {
			answers = append(answers, s.sayAdvice(a))
		}
	}
	answers = append(answers, s.sayEnough()...)
	answers = append(answers, s.sayStep())
	out = append(out, sayFit(*s.Fit), paragraph(answers...), paragraph(s.sayReference()...))
	return append(out, assumptions, s.unknowable(), s.repeatable())
}

// paragraph sets sentences one after the other.
func paragraph(sentences ...result.Text) result.Text {
	var out result.Text
	for i, t := range sentences {
		if i > 0 {
			out.ID, out.EN = out.ID+" ", out.EN+" "
		}
		for k := len(t.Args) - 1; k >= 0; k-- { // from the last, so that none is renumbered twice
			from, to := "{"+strconv.Itoa(k)+"}", "{"+strconv.Itoa(k+len(out.Args))+"}"
			t.ID, t.EN = strings.ReplaceAll(t.ID, from, to), strings.ReplaceAll(t.EN, from, to)
		}
		out.ID, out.EN, out.Args = out.ID+t.ID, out.EN+t.EN, append(out.Args, t.Args...)
	}
	return out
}

func (s *Study) question() result.Text {
	return result.T(
		"Berapa kuota harian terbesar yang masih menjaga P90 waktu tunggu (paling lama berapa 9 dari 10 pemohon menunggu) tidak lebih dari {0}, dan bagaimana bila loket ditambah atau dikurangi? Jawabannya dihitung dengan memainkan ulang hari pelayanan di komputer, tiket demi tiket, bukan dengan mencobanya pada pemohon.",
		"What is the largest daily quota that still keeps the P90 of waits (the longest that 9 of 10 applicants wait) within {0}, and what if there were more counters, or fewer? The answer comes from playing days of the hall again ticket by ticket on a computer, not from trying it on applicants.",
		seconds(float64(s.Basis.Standard)))
}

func (b *Basis) sayDays() result.Text {
	args := []result.Quantity{
		result.Int(int64(b.Days), result.Days), day(b.First), day(b.Last), result.Int(b.Tickets, result.Tickets),
		b.perDay(), day(b.From), {Unit: result.Worded, Term: &b.Since},
	}
	if b.Since.Empty() {
		return result.T(
			"Yang ditiru: {0} pelayanan dari {1} sampai {2}, seluruhnya {3} (rata-rata {4} per hari).",
			"Played again: {0} with tickets from {1} to {2}, {3} in all (a mean of {4} a day).", args[:5]...)
	}
	return result.T(
		"Yang ditiru: {0} pelayanan dari {1} sampai {2}, seluruhnya {3} (rata-rata {4} per hari). Hari sebelum {5} tidak ikut, karena sejak tanggal itu berlaku aturan lain: {6}.",
		"Played again: {0} with tickets from {1} to {2}, {3} in all (a mean of {4} a day). Days before {5} are left out, because the rules changed on that day: {6}.", args...)
}

// perDay is the mean number of tickets a day, in whole tickets.
func (b *Basis) perDay() result.Quantity {
	days := int64(max(1, b.Days))
	return result.Int((2*b.Tickets+days)/(2*days), result.Tickets)
}

func (b *Basis) sayCounters() result.Text {
	n := result.Int(int64(b.Peak), result.Count)
	if b.Given {
		return result.T(
			"Jadwal loket ditetapkan kantor di rapor.yaml: paling banyak {0} loket buka bersamaan.",
			"The roster is the office's own, from rapor.yaml: at most {0} counters open at a time.", n).Outside(
			"Jadwal loket ditetapkan kantor: paling banyak {0} loket buka bersamaan.",
			"The roster is the office's own: at most {0} counters open at a time.")
	}
	return result.T(
		"Jumlah loket yang buka dibaca dari banyaknya pelayanan yang berlangsung bersamaan tiap setengah jam selagi orang menunggu: pada hari biasa paling banyak {0} loket. Jeda antara dua tiket di satu loket: {1}.",
		"The number of open counters is read from how many services ran at the same time in each half hour while people waited: on the usual day at most {0}. Between two tickets a counter pauses {1}.",
		n, seconds(float64(b.Hall.Changeover)))
}

// sayAccount tells of tickets that are missing from the simulation, or in it
// with a guess.
func (b *Basis) sayAccount() []result.Text {
	var out []result.Text
	if b.LeftOut > 0 {
		out = append(out, result.T(
			"Tidak ikut: {0} yang batal, belum selesai, atau tanpa jam ambil dan jam panggil yang terbaca.",
			"Left out: {0} that were cancelled, unfinished, or without readable times of taking and calling.", result.Int(b.LeftOut, result.Tickets)))
	}
	if b.Guessed > 0 {
		out = append(out, result.T(
			"Pada {0} tanpa jam selesai, lama pelayanan diisi dengan median layanan dan kelas yang sama.",
			"For {0} without an end time, the length of service is the median of the same service and class.", result.Int(b.Guessed, result.Tickets)))
	}
	return out
}

// fitArgs are the numbers that a sentence on the replay needs.
func fitArgs(f simulate.Fit) []result.Quantity {
	return []result.Quantity{
		seconds(f.ReplayedMean), seconds(f.ObservedMean), seconds(f.Replayed[at90]), seconds(f.Observed[at90]),
		misfit(f.Distance), misfit(f.AtP90), misfit(simulate.MaxMisfit),
	}
}

// at90 and at50 are places in Fit's percentiles 5, 10, ... 95.
const (
	at90 = 17
	at50 = 9
)

func sayFit(f simulate.Fit) result.Text {
	t := result.T(
		"Sebelum dipakai, simulasi diuji: hari-hari itu dimainkan ulang apa adanya. Rata-rata tunggu hasil simulasi {0}, yang tercatat {1}; P90 {2}, yang tercatat {3}. Sebaran tunggu berselisih {4} dari rata-ratanya dan {5} pada P90, di bawah batas {6}: simulasi ini boleh dipakai untuk membandingkan.",
		"Tested first: those days were played again as they were. The mean wait is {0} in the simulation and {1} on record; P90 {2}, on record {3}. The waits differ by {4} of their mean and by {5} at P90, below the limit of {6}: the simulation may be used to compare.",
		fitArgs(f)...)
	switch {
	case f.ReplayedMean < f.ObservedMean:
		t.ID += " Tunggu hasil simulasi sedikit lebih pendek daripada yang tercatat, jadi jawaban di bawah agak terlalu ringan."
		t.EN += " Simulated waits are a little shorter than those on record, so the answers below are somewhat too light."
	case f.ReplayedMean > f.ObservedMean:
		t.ID += " Tunggu hasil simulasi sedikit lebih panjang daripada yang tercatat, jadi jawaban di bawah agak terlalu berat."
		t.EN += " Simulated waits are a little longer than those on record, so the answers below are somewhat too heavy."
	}
	return t
}

func (s *Study) poorFit(f simulate.Fit) *Refusal {
	t := result.T(
		"Pengandaian tidak dijawab, karena simulasi tidak meniru hari yang tercatat. Rata-rata tunggu hasil simulasi {0}, yang tercatat {1}; P90 {2}, yang tercatat {3}. Sebaran tunggu berselisih {4} dari rata-ratanya dan {5} pada P90; batasnya {6}. Sebab yang lazim: loket tertentu hanya melayani layanan tertentu; tiket tidak dipanggil menurut urutan; satu pemohon melewati beberapa tahap; jam selesai diisi otomatis; loket tutup selagi orang menunggu.",
		"The what-if is not answered, because the simulation does not reproduce the days on record. The mean wait is {0} in the simulation and {1} on record; P90 {2}, on record {3}. The waits differ by {4} of their mean and by {5} at P90; the limit is {6}. Usual reasons: some counters serve some services only; tickets are not called in order; one applicant passes several stages; end times are filled in automatically; counters close while people wait.",
		fitArgs(f)...)
	t = t.Outside(t.ID, t.EN)
	if s.Basis.Given {
		t.ID += " Periksa juga jadwal loket di rapor.yaml (simulate: counters)."
		t.EN += " Also check the roster in rapor.yaml (simulate: counters)."
	} else {
		t.ID += " Jadwal loket yang sebenarnya dapat ditulis di rapor.yaml (simulate: counters)."
		t.EN += " The true roster can be written in rapor.yaml (simulate: counters)."
	}
	return &Refusal{PoorFit, t}
}

func notSimulated(r *stat.Refusal) *Refusal {
	return &Refusal{NotSimulated, result.T(
		"Kapasitas ruang tunggu tidak disimulasikan: data ruang tunggu tidak dapat dimainkan ({0}).",
		"The capacity of the hall is not simulated: the hall's data cannot be played ({0}).", result.Str(r.Where))}
}

func (s *Study) advice(counters int) (Advice, bool) {
	for _, a := range s.Advice {
		if a.Counters == counters {
			return a, true
		}
	}
	return Advice{}, false
}

// sayAdvice answers the question for one number of counters.
func (s *Study) sayAdvice(a Advice) result.Text {
	quotas := s.quotas()
	args := []result.Quantity{
		counterWords(a.Counters, a.Open), seconds(float64(s.Basis.Standard)),
		result.Int(int64(a.Quota), result.Tickets), result.Int(int64(a.Sure), result.Tickets),
		result.Int(int64(quotas[0]), result.Tickets), result.Int(int64(quotas[len(quotas)-1]), result.Tickets),
	}
	switch {
	case !a.Found:
		return result.T(
			"Dengan {0}, tidak satu pun kuota yang dicoba menjaga P90 tidak lebih dari {1}: kuota terkecil, {4}, pun melampauinya.",
			"With {0}, none of the quotas tried keeps P90 within {1}: even the smallest, {4}, exceeds it.", args...)
	case a.AtEdge:
		return result.T(
			"Dengan {0}, kuota sampai {5} masih menjaga P90 tidak lebih dari {1}; yang lebih besar tidak dicoba.",
			"With {0}, quotas up to {5} still keep P90 within {1}; larger ones were not tried.", args...)
	case a.Sure == 0:
		return result.T(
			"Dengan {0}, kuota terbesar yang menjaga P90 tidak lebih dari {1} adalah {2}. Tidak satu pun kuota yang dicoba menjaganya pada 19 dari 20 hari.",
			"With {0}, the largest quota that keeps P90 within {1} is {2}. None of the quotas tried keeps it there on 19 days of 20.", args...)
	}
	return result.T(
		"Dengan {0}, kuota terbesar yang menjaga P90 tidak lebih dari {1} adalah {2}; agar terjaga pada 19 dari 20 hari, {3}.",
		"With {0}, the largest quota that keeps P90 within {1} is {2}; to keep it there on 19 days of 20, {3}.", args...)
}

// counterWords is "7 loket (seperti sekarang)".
func counterWords(extra, open int) result.Quantity {
	n, d := result.Int(int64(open), result.Count), result.Int(int64(max(extra, -extra)), result.Count)
	var t result.Text
	switch {
	case extra == 0:
		t = result.T("{0} loket (seperti sekarang)", "{0} counters (as now)", n)
	case extra > 0:
		t = result.T("{0} loket (tambah {1})", "{0} counters ({1} more)", n, d)
	default:
		t = result.T("{0} loket (kurang {1})", "{0} counters ({1} fewer)", n, d)
	}
	if open == 1 {
		t.EN = strings.Replace(t.EN, "counters", "counter", 1)
	}
	return result.Quantity{Unit: result.Worded, Term: &t}
}

// enough is the smallest number of counters with which the reference keeps the
// standard.
func (s *Study) enough() (Advice, bool) {
	for _, a := range s.Advice {
		if a.Found && a.Quota >= s.Reference.Tickets {
			return a, true
		}
	}
	return Advice{}, false
}

// sayEnough tells how many counters the reference needs, when more than now.
func (s *Study) sayEnough() []result.Text {
	a, ok := s.enough()
	switch {
	case !ok:
		return []result.Text{result.T(
			"Tidak satu pun jumlah loket yang dicoba menjaga {0} dalam standar.",
			"None of the numbers of counters tried keeps {0} within the standard.", s.Reference.words())}
	case a.Counters > 0:
		return []result.Text{result.T(
			"Agar {0} tetap dalam standar, perlu sedikitnya {1}.",
			"To keep {0} within the standard takes at least {1}.", s.Reference.words(), counterWords(a.Counters, a.Open))}
	}
	return nil
}

// sayStep says how finely quotas were tried.
func (s *Study) sayStep() result.Text {
	return result.T(
		"Kuota dicoba tiap {0}, jadi batas yang sebenarnya dapat lebih besar, kurang dari satu langkah.",
		"Quotas were tried every {0}, so the true limit may be larger, by less than one step.",
		result.Int(int64(max(1, s.options.Step)), result.Tickets))
}

// words is "kuota yang berlaku (200 tiket)".
func (r Reference) words() result.Quantity {
	n := result.Int(int64(r.Tickets), result.Tickets)
	t := result.T("hari dengan {0} (median hari yang tercatat)", "a day of {0} (the median day on record)", n)
	if r.Quota {
		t = result.T("kuota yang berlaku ({0})", "the quota in force ({0})", n)
	}
	return result.Quantity{Unit: result.Worded, Term: &t}
}

// sayReference describes the reference with the counters as they are.
func (s *Study) sayReference() []result.Text {
	o := s.outcome(0, s.Reference.Tickets)
	if o == nil {
		return nil
	}
	t := result.T(
		"Bila {0} terisi penuh setiap hari dengan {1}: P90 {2} (pada 90% hari antara {3} dan {4}); {5} pemohon menunggu lebih dari {6}, {7} lebih dari {8}; tiket terakhir selesai rata-rata pukul {9} (pada 90% hari antara {10} dan {11}), ",
		"If {0} is filled every day with {1}: P90 is {2} (between {3} and {4} on 90% of days); {5} of applicants wait more than {6}, {7} more than {8}; the last ticket is done at {9} on average (between {10} and {11} on 90% of days), ",
		s.Reference.words(), counterWords(0, s.Basis.Peak), seconds(o.PooledP90), seconds(o.P90.Lo), seconds(o.P90.Hi),
		share(o.PooledOver[0]), seconds(float64(s.Basis.Standard)), share(o.PooledOver[1]), seconds(float64(s.Basis.Long)),
		clock(o.Finish.Mean), clock(o.Finish.Lo), clock(o.Finish.Hi))
	if o.Overtime.Mean < 30 {
		t.ID, t.EN = t.ID+"hampir tanpa lembur.", t.EN+"with hardly any overtime."
	} else {
		t.ID, t.EN, t.Args = t.ID+"lembur rata-rata {12}.", t.EN+"with a mean overtime of {12}.", append(t.Args, seconds(o.Overtime.Mean))
	}
	out := []result.Text{t}
	if mean := float64(s.Basis.Tickets) / float64(s.Basis.Days); mean < 0.9*float64(s.Reference.Tickets) {
		out = append(out, result.T(
			"Yang tercatat lebih ringan (P90 {0}), karena rata-rata hanya {1} diambil per hari.",
			"What is on record is lighter (P90 {0}), because a mean of only {1} a day was taken.",
			seconds(s.Fit.Observed[at90]), s.Basis.perDay()))
	}
	return out
}

var assumptions = result.T(
	"Yang dianggap benar: semua loket melayani semua layanan; tiket dipanggil menurut urutan pengambilannya, prioritas lebih dahulu; lama pelayanan diundi dari yang tercatat pada layanan dan kelas yang sama, tidak bergantung pada jam atau keramaian; tidak ada yang pulang sebelum dipanggil; yang tidak hadir saat dipanggil sebanyak yang tercatat dan tidak kembali; setiap hari kuotanya habis; loket yang ditambah atau dikurangi berlaku sepanjang hari.",
	"What is taken to hold: every counter serves every service; tickets are called in the order they were taken, priority first; the length of service is drawn from those on record for the same service and class, whatever the hour or the crowd; nobody leaves before being called; as many as on record are absent when called, and do not come back; the quota is used up every day; counters added or taken away are so all day.")

func (s *Study) unknowable() result.Text {
	from, to := s.Basis.window()
	return result.T(
		"Yang tidak dapat diketahui: jam orang datang pada kuota lain. Simulasi memakai jam datang yang tercatat (9 dari 10 tiket diambil antara {0} dan {1}); pada kuota lain orang mungkin datang lebih pagi atau lebih siang. Menunggu sebelum mengambil tiket dan orang yang tidak mendapat tiket tidak terhitung: kuota yang lebih kecil memendekkan tunggu di ruang, tetapi tidak mengurangi orang yang perlu dilayani.",
		"What cannot be known: when people would come under another quota. The simulation uses the hours on record (9 of 10 tickets are taken between {0} and {1}); under another quota people may come earlier or later. Waiting before taking a ticket, and people who get none, are not counted: a smaller quota shortens the wait in the hall, not the number of people to be served.",
		clock(float64(from)), clock(float64(to)))
}

func (s *Study) repeatable() result.Text {
	return result.T(
		"Tiap pilihan dimainkan {0}; semua pilihan memakai undian yang sama dan benih tetap, sehingga hasilnya dapat diulang persis. Angka yang berdekatan jangan dibaca sebagai perbedaan.",
		"Each choice is played for {0}; all choices share the same draws and a fixed seed, so the results can be repeated exactly. Numbers close to each other are not a difference.",
		result.Int(int64(s.options.Reps), result.Days))
}

// Figures of a simulation are kept to a thousandth: what lies below is the noise
// of the draws.
func exact(v float64) *big.Rat { return big.NewRat(int64(math.Round(v*1000)), 1000) }

func seconds(v float64) result.Quantity { return result.Num(exact(v), result.Seconds) }
func clock(v float64) result.Quantity   { return result.Num(exact(v), result.ClockTime) }

// share is a share of people or time, to the whole per cent where there is one:
// the draws carry no more.
func share(v float64) result.Quantity {
	steps := 100.0
	if v < 0.01 {
		steps = 1000
	}
	return result.Num(big.NewRat(int64(math.Round(v*steps)), int64(steps)), result.Share)
}

// misfit is a share that is held against a limit, so it is shown closely.
func misfit(v float64) result.Quantity {
	return result.Num(big.NewRat(int64(math.Round(v*10000)), 10000), result.Share)
}
