package finance

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/vocabulary"
)

var needInvoices = result.T("perlu daftar SPM LS kontraktual: nomor, jenis, tanggal BAST/BAPP, tanggal diterima KPPN", "needs the list of contract payment orders: number, kind, date of delivery (BAST/BAPP), date received at the treasury")

// billing is the payment orders of a year as they are assessed.
type billing struct {
	onTime, n                  int64
	other, open, undated, kind int64 // not contractual; not yet received; no BAST; kind not stated
}

// contractual reports whether a kind of payment order is LS for a contract.
func contractual(kind string) bool {
	return vocabulary.PhrasesOf(vocabulary.Contractual).Read(kind).Meaning() == "yes"
}

func (s *Slice) billing(limit, dayZero int) billing {
	list, b := s.facts.Finance.Invoices(s.sel.Office, s.year), billing{}
	for i := range list {
		x := &list[i]
		switch {
		case x.Received > s.sel.To || x.Accepted > s.sel.To:
			continue
		case x.Kind != "" && !contractual(x.Kind):
			b.other++
			continue
		case !x.Received.Known():
			b.open++
			continue
		case !x.Accepted.Known():
			b.undated++
			continue
		}
		if x.Kind == "" {
			b.kind++
		}
		b.n++
		if s.workingDays(x.Accepted, x.Received, dayZero) <= limit {
			b.onTime++
		}
	}
	return b
}

// workingDays counts from the working day after the delivery; with dayZero 1 a
// delivery on a working day counts as the first.
func (s *Slice) workingDays(from, to record.Day, dayZero int) int {
	n := s.work.Between(from, to)
	if dayZero == 1 && s.work.Working(from) {
		n++
	}
	return n
}

var invoices = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-11", "KEU-TAGIHAN", result.T("Nilai penyelesaian tagihan", "Bill settlement score"), result.T("Berapa bagian tagihan kontraktual sampai di KPPN tepat waktu?", "What share of contract bills reach the treasury in time?"),
		result.T("SPM LS kontraktual yang diterima KPPN dalam 17 hari kerja sejak BAST / seluruh SPM LS kontraktual × 100", "contract payment orders received within 17 working days of delivery / all of them × 100"),
		result.T("Hari ke-0 adalah hari BAST, hitungan mulai hari kerja berikutnya, hari ke-17 masih tepat waktu; hari libur menurut kantor.", "Day 0 is the day of delivery, counting starts on the next working day, day 17 is still in time; holidays as the office states them."), needInvoices, "invoice"),
	Compute: func(s *Slice) result.Value {
		limit, ok := s.number("ikpa.tagihan.hari")
		zero, known := s.number("ikpa.tagihan.hari_nol")
		if !ok || !known {
			return s.unknownRule()
		}
		b := s.billing(int(limit.Num().Int64()), int(zero.Num().Int64()))
		if b.n == 0 {
			return missing(needInvoices)
		}
		var said []result.Text
		if !s.holidays {
			said = append(said, result.T("Tanpa daftar hari libur: setiap Senin sampai Jumat dihitung hari kerja.", "Without a list of holidays every Monday to Friday counts as a working day."))
		}
		if b.kind > 0 {
			said = append(said, result.T("{0} SPM tanpa jenis dianggap LS kontraktual.", "{0} payment orders without a kind are taken as contractual.", result.Int(b.kind, result.Count)))
		}
		v := s.points(big.NewRat(100*b.onTime, b.n), b.n, said...)
		v.Num, v.Den = rat(b.onTime), rat(b.n)
		v.Excluded = excluded(nil, b.other, "bukan LS kontraktual", "not contractual")
		v.Excluded = excluded(v.Excluded, b.open, "belum diterima KPPN", "not yet received at the treasury")
		v.Excluded = excluded(v.Excluded, b.undated, "tanpa tanggal BAST/BAPP", "without a date of delivery")
		return v
	},
}
