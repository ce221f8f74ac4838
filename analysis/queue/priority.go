package queue

import (
	"math/big"
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

var needPriority = result.T("perlu kolom prioritas, atau priority_classes di rapor.yaml", "needs a priority column, or priority_classes in rapor.yaml").Outside(
	"perlu kolom prioritas, atau daftar golongan prioritas kantor", "needs a priority column, or the office's list of priority classes")

// sorted is an ascending copy.
func sorted(x []int32) []int32 {
	c := slices.Clone(x)
	slices.Sort(c)
	return c
}

var priorityGap = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-25", Unit: result.Seconds, NUnit: result.Tickets, Better: result.Higher, Since: "0.2.0", MinN: 20,
		Name:     result.T("Keunggulan layanan prioritas", "Advantage of the priority lane"),
		Question: result.T("Berapa lebih singkat pemohon prioritas menunggu daripada pemohon lain?", "How much shorter do priority applicants wait than others?"),
		Formula:  result.T("median tunggu biasa - median tunggu prioritas", "ordinary median wait - priority median wait"),
		Basis:    []string{"ANT-TUNGGU", "STAT-KUANTIL"}, Kinds: []string{"ticket"}, Needs: needPriority, Series: true,
		Caveat: result.T("Nilai negatif berarti pemohon prioritas menunggu lebih lama.", "A negative value means that priority applicants wait longer."),
	},
	Bound: gapBound,
	Compute: func(s *Slice) result.Value {
		if len(s.priority) == 0 || len(s.regular) == 0 {
			return without(needPriority)
		}
		p, r := stat.Median(s.priority), stat.Median(s.regular)
		return result.Value{Value: new(big.Rat).Sub(r, p), N: int64(len(s.priority)), NUnit: result.Tickets,
			Warnings: []result.Text{result.T("Median biasa {0} ({1} tiket), prioritas {2} ({3} tiket).", "Ordinary median {0} ({1} tickets), priority {2} ({3} tickets).",
				result.Num(r, result.Seconds), result.Int(int64(len(s.regular)), result.Count), result.Num(p, result.Seconds), result.Int(int64(len(s.priority)), result.Count))}}
	},
}

var priorityShare = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-26", Unit: result.Share, NUnit: result.Tickets, Better: result.Contextual, Since: "0.2.0", Interval: indicator.Resampled,
		Name:     result.T("Porsi layanan prioritas", "Share of the priority lane"),
		Question: result.T("Berapa bagian tiket yang dilayani di jalur prioritas?", "What share of tickets is in the priority lane?"),
		Formula:  result.T("tiket prioritas / semua tiket", "priority tickets / all tickets"),
		Kinds:    []string{"ticket"}, Needs: needPriority, Series: true, By: []string{"service"},
		Caveat: result.T("Kelompok yang berhak: lanjut usia, penyandang disabilitas, ibu hamil, bayi.", "Entitled groups: the elderly, persons with disabilities, pregnant women, infants."),
	},
	Sample: shareSample(priorities),
	Compute: func(s *Slice) result.Value {
		if s.told == 0 {
			return without(needPriority)
		}
		return share(s.priorities, s.tickets-s.noPriority-s.unasked, result.Tickets, some(
			result.Exclusion{Reason: result.T("tanpa keterangan prioritas pada datanya", "data that say nothing of priority"), N: s.unasked}))
	},
}

var spread = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-27", Unit: result.Ratio, NUnit: result.Tickets, Better: result.Lower, Since: "0.2.0", MinN: 20,
		Name:     result.T("Ketimpangan tunggu (P90/P50)", "Spread of waits (P90/P50)"),
		Question: result.T("Seberapa merata waktu tunggu dibagi?", "How evenly is waiting shared?"),
		Formula:  result.T("kuantil 90% / kuantil 50% waktu tunggu", "90% quantile / 50% quantile of waits"),
		Basis:    []string{"ANT-TUNGGU", "STAT-KUANTIL"}, Kinds: ticketKinds, Needs: needWaits, Series: true,
		Caveat: result.T("Bacalah bersama median: nilai kecil pada tunggu yang sama-sama lama bukan prestasi.", "Read it beside the median: a small value is no merit where everybody waits long."),
	},
	Compute: func(s *Slice) result.Value {
		n := len(s.waits)
		if n < 10 {
			return without(needSingleOr(s))
		}
		p90, p50 := stat.Quantile(s.waits, 9, 10), stat.Median(s.waits)
		if p50.Sign() == 0 {
			return without(result.T("median tunggu nol: hasil bagi tidak bermakna", "the median wait is zero: the quotient means nothing"))
		}
		return result.Value{Value: new(big.Rat).Quo(p90, p50), Num: p90, Den: p50, N: int64(n), NUnit: result.Tickets, Excluded: s.excluded(), Warnings: s.warnings()}
	},
}
