package queue

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

const level = 0.95

// share is a proportion with its Wilson interval.
func share(hits, n int64, unit result.Unit, ex []result.Exclusion) result.Value {
	lo, hi := stat.Wilson(hits, n, level)
	return result.Value{
		Value: big.NewRat(hits, n), Num: big.NewRat(hits, 1), Den: big.NewRat(n, 1), N: n, NUnit: unit,
		Excluded: ex, Lo: &lo, Hi: &hi, Level: level, Interval: "wilson",
	}
}

// quantile is a percentile with its order-statistic interval, when n allows.
func (s *Slice) quantile(sorted []int32, num, den int64) result.Value {
	v := result.Value{Value: stat.Quantile(sorted, num, den), N: int64(len(sorted)), NUnit: result.Tickets,
		Excluded: s.excluded(), Warnings: s.warnings()}
	p := float64(num) / float64(den)
	if lo, hi, reached, ok := stat.OrderInterval(len(sorted), p, level); ok && len(sorted) <= maxExact {
		a, b := float64(sorted[lo]), float64(sorted[hi])
		v.Lo, v.Hi, v.Level, v.Interval = &a, &b, reached, "order"
	}
	return v
}

// maxExact bounds the sample for which the exact order-statistic interval is
// computed; beyond it the interval is narrower than the display unit.
const maxExact = 50000

// hasStatus reports whether any ticket of the slice says what became of it.
func (s *Slice) hasStatus() bool {
	found := false
	s.facts.Queue.Visits(s.sel, func(v *facts.Visit, _ facts.Lane) {
		found = found ||
			v.Status != record.StatusUnknown && v.Status != record.StatusUnread
	})
	return found
}

func waitInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN string) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Seconds, NUnit: result.Tickets, Better: result.Lower, Since: "0.1.0",
		Name: result.T(nameID, nameEN), Question: result.T(questionID, questionEN), Formula: result.T(formulaID, formulaEN),
		Basis: []string{"ANT-TUNGGU"}, Kinds: ticketKinds, Needs: needWaits, MinN: 20, Series: true, Control: true,
		By: []string{"service", "class", "office"},
		Caveat: result.T("Tunggu = jam panggil pertama dikurangi jam ambil tiket; tanpa jam panggil, sampai mulai dilayani. Menunggu sebelum mengambil tiket tidak tercatat.",
			"Wait = first call less time taken; without a call time, to the start of service. Waiting before taking a ticket is not recorded."),
	}
}

var meanWait = indicator.Spec[*Slice]{
	Info: waitInfo("ANT-02", "Rata-rata waktu tunggu", "Mean wait", "Berapa lama rata-rata pemohon menunggu?", "How long do applicants wait on average?",
		"jumlah waktu tunggu / banyaknya pemohon yang dipanggil", "sum of waits / applicants called"),
	Bound: meanBound, Sample: single(measuredOf, func(s *Slice) *indicator.Sample { return s.sampled(waits, stat.MeanOf(), false) }),
	Compute: (*Slice).meanWait,
}

func (s *Slice) meanWait() result.Value {
	n := int64(len(s.waits)) + s.pool.measured
	if n == 0 {
		return without(needWaits)
	}
	total := big.NewRat(stat.Sum(s.waits), 1)
	total.Add(total, new(big.Rat).SetFrac(s.pool.micros, big.NewInt(1e6)))
	return result.Value{
		Value: new(big.Rat).Quo(total, big.NewRat(n, 1)), Num: total, Den: big.NewRat(n, 1), N: n, NUnit: result.Tickets,
		Excluded: s.excluded(), Warnings: s.warnings(),
	}
}

// People known only through aggregated intervals: they have no single waits.
func measuredOf(s *Slice) int64 { return s.pool.measured }
func judgedOf(s *Slice) int64   { return s.pool.judged }

// needSingle is said where only single tickets can give a percentile.
var needSingle = result.T("perlu satu baris per tiket; persentil tidak dapat dihitung dari rata-rata per selang waktu",
	"needs one row per ticket; percentiles cannot be computed from means per interval")

func percentile(num, den int64, least int) func(*Slice) result.Value {
	return func(s *Slice) result.Value {
		switch n := len(s.waits); {
		case n == 0 && s.pool.measured > 0:
			return without(needSingle)
		case n == 0:
			return without(needWaits)
		case n < least:
			return without(result.T("perlu sedikitnya {0} tiket; ada {1}", "needs at least {0} tickets; there are {1}",
				result.Int(int64(least), result.Count), result.Int(int64(n), result.Count)))
		}
		return s.quantile(s.waits, num, den)
	}
}

var medianWait = indicator.Spec[*Slice]{
	Info: ordered(waitInfo("ANT-03", "Median waktu tunggu", "Median wait", "Berapa lama pemohon biasa menunggu?", "How long does a typical applicant wait?",
		"kuantil 50% waktu tunggu (tipe 7)", "50% quantile of waits (type 7)")),
	Compute: percentile(1, 2, 1), Bound: quantileBound(waitsOf, 1, 2), Sample: quantileSample(waits, 1, 2),
}

var p90Wait = indicator.Spec[*Slice]{
	Info: ordered(waitInfo("ANT-04", "Waktu tunggu P90", "P90 wait", "Berapa lama paling lama 9 dari 10 pemohon menunggu?", "How long do 9 of 10 applicants wait at most?",
		"kuantil 90% waktu tunggu (tipe 7)", "90% quantile of waits (type 7)")),
	Compute: percentile(9, 10, 10), Bound: quantileBound(waitsOf, 9, 10), Sample: quantileSample(waits, 9, 10),
}

var p95Wait = indicator.Spec[*Slice]{
	Info: ordered(waitInfo("ANT-05", "Waktu tunggu P95", "P95 wait", "Berapa lama paling lama 19 dari 20 pemohon menunggu?", "How long do 19 of 20 applicants wait at most?",
		"kuantil 95% waktu tunggu (tipe 7), bila n sedikitnya 20", "95% quantile of waits (type 7), when n is at least 20")),
	Compute: percentile(19, 20, 20), Bound: quantileBound(waitsOf, 19, 20), Sample: quantileSample(waits, 19, 20),
}

func ordered(i indicator.Info) indicator.Info {
	i.Basis = append(i.Basis, "STAT-KUANTIL")
	i.Interval = indicator.Resampled
	return i
}

func shareInfo(i indicator.Info, better result.Direction) indicator.Info {
	i.Unit, i.Better, i.Interval = result.Share, better, indicator.Resampled
	return i
}

var withinStandard = indicator.Spec[*Slice]{
	Info: shareInfo(waitInfo("ANT-06", "Tepat standar tunggu", "Within the waiting standard", "Berapa bagian pemohon yang menunggu tidak lebih dari standar?", "What share of applicants waits no longer than the standard?",
		"pemohon dengan tunggu ≤ standar / pemohon yang dipanggil", "applicants with wait ≤ standard / applicants called"), result.Higher),
	Sample: single(judgedOf, func(s *Slice) *indicator.Sample {
		return s.sampled(waits, stat.ShareWithin(s.set.WaitStandard), true)
	}),
	Compute: func(s *Slice) result.Value {
		n := int64(len(s.waits)) + s.pool.judged
		if n == 0 {
			if s.pool.blind > 0 {
				return without(result.T("perlu kelompok waktu tunggu yang berbatas tepat pada standar", "needs a wait bucket that ends exactly at the standard"))
			}
			return without(needWaits)
		}
		ex := append(s.excluded(), some(result.Exclusion{
			Reason: result.T("selang waktu tanpa kelompok yang sesuai dengan standar", "intervals without a bucket that fits the standard"), N: s.pool.blind})...)
		v := share(s.within+s.pool.within, n, result.Tickets, ex)
		v.Warnings = append(s.warnings(), result.T("Standar tunggu: {0}.", "Waiting standard: {0}.", result.Int(int64(s.set.WaitStandard), result.Seconds)))
		return v
	},
}

var longWait = indicator.Spec[*Slice]{
	Info: shareInfo(waitInfo("ANT-07", "Tunggu lebih dari 3 jam", "Waits over 3 hours", "Berapa bagian pemohon yang menunggu lebih dari tiga jam?", "What share of applicants waits more than three hours?",
		"pemohon dengan tunggu > batas tunggu lama / pemohon yang dipanggil", "applicants with wait > the long-wait limit / applicants called"), result.Lower),
	Sample: longSample,
	Compute: func(s *Slice) result.Value {
		n := int64(len(s.waits))
		if n == 0 {
			return without(needSingleOr(s))
		}
		v := share(s.long, n, result.Tickets, s.excluded())
		v.Warnings = s.warnings()
		return v
	},
}

var longest = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := waitInfo("ANT-28", "Tunggu terlama", "Longest wait", "Berapa lama pemohon yang paling lama menunggu?", "How long did the longest wait last?", "waktu tunggu terbesar", "largest wait")
		i.Since, i.Series, i.Control = "0.2.0", false, false
		return i
	}(),
	Compute: (*Slice).longest, Bound: longestBound,
}

func (s *Slice) longest() result.Value {
	n := int64(len(s.waits)) + s.pool.measured
	if n == 0 {
		return without(needWaits)
	}
	top := big.NewRat(s.pool.max, 1e6)
	if k := len(s.waits); k > 0 && big.NewRat(int64(s.waits[k-1]), 1).Cmp(top) > 0 {
		top = big.NewRat(int64(s.waits[k-1]), 1)
	}
	if top.Sign() == 0 && len(s.waits) == 0 {
		return without(needSingle) // intervals that state no longest wait
	}
	return result.Value{Value: top, N: n, NUnit: result.Tickets, Excluded: s.excluded(), Warnings: s.warnings()}
}

func needSingleOr(s *Slice) result.Text {
	if s.pool.measured > 0 {
		return needSingle
	}
	return needWaits
}

var serviceTime = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-08", Unit: result.Seconds, NUnit: result.Tickets, Better: result.Lower, Since: "0.1.0", Interval: indicator.Resampled, MinN: 20,
		Name:     result.T("Median waktu layanan", "Median service time"),
		Question: result.T("Berapa lama pelayanan di loket?", "How long does service at the counter take?"),
		Formula:  result.T("kuantil 50% dari jam selesai dikurangi jam mulai", "50% quantile of end less start of service"),
		Basis:    []string{"ANT-TUNGGU", "STAT-KUANTIL"}, Kinds: []string{"ticket"},
		Needs:  result.T("perlu jam mulai (atau panggil) dan jam selesai pada data tiket", "needs the times service started (or was called) and ended"),
		Series: true, Control: true, By: []string{"service", "class", "office"},
		Caveat: result.T("Tiket yang ditutup otomatis pada akhir hari membuat nilai ini terlalu besar.", "Tickets closed automatically at the end of the day make this too large."),
	},
	Bound: quantileBound(servicesOf, 1, 2), Sample: quantileSample(services, 1, 2), Without: withoutDoubted(services, 1, 2),
	Compute: func(s *Slice) result.Value {
		if len(s.services) == 0 {
			return without(result.T("perlu jam mulai (atau panggil) dan jam selesai pada data tiket", "needs the times service started (or was called) and ended"))
		}
		v := s.quantile(s.services, 1, 2)
		v.Excluded = some(result.Exclusion{Reason: result.T("tidak dilayani, atau jam layanan tidak lengkap", "not served, or times incomplete"), N: s.tickets - int64(len(s.services))})
		v.Warnings = nil
		return v
	},
}

var priorityWait = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-15", Unit: result.Seconds, NUnit: result.Tickets, Better: result.Lower, Since: "0.1.0", Interval: indicator.Resampled, MinN: 20,
		Name:     result.T("Median tunggu layanan prioritas", "Median wait of the priority lane"),
		Question: result.T("Berapa lama pemohon lanjut usia, difabel, dan prioritas lain menunggu?", "How long do elderly, disabled and other priority applicants wait?"),
		Formula:  result.T("kuantil 50% waktu tunggu tiket prioritas", "50% quantile of waits of priority tickets"),
		Basis:    []string{"ANT-TUNGGU", "STAT-KUANTIL"}, Kinds: []string{"ticket"},
		Needs: needPriority, Series: true,
		Caveat: result.T("Bandingkan dengan median semua pemohon, bukan dengan target tersendiri.", "Compare with the median of all applicants."),
	},
	Bound: quantileBound(priorityOf, 1, 2), Sample: quantileSample(priorityWaits, 1, 2),
	Compute: func(s *Slice) result.Value {
		if len(s.priority) == 0 {
			return without(needPriority)
		}
		v := s.quantile(s.priority, 1, 2)
		v.Excluded = nil
		return v
	},
}
