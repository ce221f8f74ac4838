package finance

import (
	"math/big"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var (
	needRevenue = result.T("perlu tabel PNBP dengan target dan realisasi (SIMPONI atau SPAN)", "needs the revenue table with target and realisation (SIMPONI or SPAN)")
	needGap     = result.T("perlu tabel PNBP dengan kedua kolom realisasi: SIMPONI dan SPAN", "needs the revenue table with both columns of realisation: SIMPONI and SPAN")
	needVolume  = result.T("perlu tabel PNBP bulanan dengan baris pendapatan paspor, dan daftar permohonan paspor pada bulan yang sama", "needs the monthly revenue table with a line of passport revenue, and passport applications of the same months")
)

// receipts lists the year's revenue; none where it can be read in two ways.
func (s *Slice) receipts() []facts.Receipt {
	list, _ := s.receiptsTold()
	return list
}

// receiptsTold is receipts, with the reason why there are none.
func (s *Slice) receiptsTold() ([]facts.Receipt, result.Text) {
	list := s.facts.Finance.Receipts(s.sel.Office, s.year)
	for i := range list {
		if why := open(&list[i].Doubts); !why.Empty() {
			return nil, why
		}
	}
	if len(list) == 0 && s.facts.Undated(s.sel.Office, "revenue") > 0 {
		return nil, noYear
	}
	return list, result.Text{}
}

// received is an account's revenue from January to the end of the selection by
// SIMPONI, by SPAN where SIMPONI says nothing.
func (s *Slice) received(r *facts.Receipt) (a record.Amount, whole bool) {
	if a, whole = r.SimponiTo(s.last); a.Known {
		return a, whole
	}
	return r.SpanTo(s.last)
}

// collected adds up targets and revenue of the accounts that state both.
type collected struct {
	target, got   int64
	n, untargeted int64
	whole         bool
	disagree      int
}

func (s *Slice) collected() collected {
	c := collected{whole: true}
	for _, r := range s.receipts() {
		a, whole := s.received(&r)
		t := r.TargetAt(s.last)
		if !a.Known {
			continue
		}
		if !t.Known {
			c.untargeted++
			continue
		}
		c.target, c.got, c.n = c.target+int64(t.Sen), c.got+int64(a.Sen), c.n+1
		c.whole = c.whole && whole
		c.disagree += r.Doubts.Disagree
	}
	return c
}

var revenue = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "KEU-07", Unit: result.Share, NUnit: result.Count, Better: result.Higher, Since: "0.1.0",
		Name:     result.T("Realisasi PNBP", "Non-tax revenue"),
		Question: result.T("Berapa bagian target PNBP yang tercapai?", "What share of the revenue target was reached?"),
		Formula:  result.T("PNBP Januari s.d. akhir masa (SIMPONI; tanpa SIMPONI, SPAN) / target setahun", "revenue January to the end of the period (SIMPONI; without it, SPAN) / the year's target"),
		Basis:    []string{"KEU-PNBP"}, Kinds: []string{"revenue"}, Needs: needRevenue,
		Caveat: result.T("SIMPONI dan SPAN membukukan uang yang sama: dibandingkan, tidak dijumlahkan. Tarif berubah menurut peraturan; volume dan penerimaan dibaca terpisah.",
			"SIMPONI and SPAN book the same money: compared, never added. Tariffs change by law; read volume and revenue apart."),
	},
	Compute: func(s *Slice) result.Value {
		c := s.collected()
		if c.target <= 0 {
			return missing(needRevenue)
		}
		v := quotient(c.got, c.target, c.n, nil)
		v.NUnit = result.Count
		v.Excluded = excluded(nil, c.untargeted, "akun tanpa target", "accounts without a target")
		if !c.whole {
			v.Warnings = append(v.Warnings, result.T("Sebagian bulan tidak ada datanya; jumlahnya hanya bulan yang tertulis.", "Some months have no data; the sum holds only those stated."))
		}
		if c.disagree > 0 {
			v.Warnings = append(v.Warnings, result.T("Beberapa tabel menyatakan jumlah yang sama secara berbeda; tabel yang paling rinci dipakai.", "Several tables state the same amounts differently; the most detailed one is used."))
		}
		if simponi, span, gap, n := s.gap(); n > 0 {
			v.Warnings = append(v.Warnings, result.T("SIMPONI {0}, SPAN {1}; selisih {2}.", "SIMPONI {0}, SPAN {1}; gap {2}.",
				result.Int(simponi, result.Sen), result.Int(span, result.Sen), result.Num(big.NewRat(gap, max(simponi, span, 1)), result.Share)))
		}
		return v
	},
}

// gap adds up, over the accounts that both systems state, what each booked and
// the absolute differences; differences of accounts do not cancel out.
func (s *Slice) gap() (simponi, span, gap, n int64) {
	for _, r := range s.receipts() {
		a, _ := r.SimponiTo(s.last)
		b, _ := r.SpanTo(s.last)
		if !a.Known || !b.Known {
			continue
		}
		simponi, span, n = simponi+int64(a.Sen), span+int64(b.Sen), n+1
		gap += max(int64(a.Sen-b.Sen), int64(b.Sen-a.Sen))
	}
	return simponi, span, gap, n
}

var revenueGap = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "KEU-18", Unit: result.Share, NUnit: result.Count, Better: result.Lower, Since: "0.1.0",
		Name:     result.T("Selisih SIMPONI dan SPAN", "Gap between SIMPONI and SPAN"),
		Question: result.T("Seberapa jauh kedua pembukuan PNBP berbeda?", "How far apart are the two books of revenue?"),
		Formula:  result.T("Σ akun |SIMPONI - SPAN| / yang lebih besar dari Σ SIMPONI dan Σ SPAN", "Σ accounts |SIMPONI - SPAN| / the larger of Σ SIMPONI and Σ SPAN"),
		Basis:    []string{"KEU-PNBP"}, Kinds: []string{"revenue"}, Needs: needGap,
		Caveat: result.T("Kumulatif dari Januari. Setoran akhir bulan sering dibukukan bulan berikutnya.", "Cumulative from January. Payments at a month's end are often booked in the next."),
	},
	Compute: func(s *Slice) result.Value {
		simponi, span, gap, n := s.gap()
		if n == 0 || max(simponi, span) <= 0 {
			return missing(needGap)
		}
		v := quotient(gap, max(simponi, span), n, nil)
		v.NUnit = result.Count
		return v
	},
}

// passportRevenue is what passport accounts took in one month.
func passportRevenue(list []facts.Receipt, month int) (sen int64, known bool) {
	for i := range list {
		if !strings.Contains(strings.ToLower(list[i].Label), "paspor") {
			continue
		}
		m := &list[i].Months[month-1]
		a := m.Simponi
		if !a.Known {
			a = m.Span
		}
		if a.Known {
			sen += int64(a.Sen)
			known = true
		}
	}
	return sen, known
}

// volume is the passports that revenue pays for and those that were issued, of
// the months that have both.
type volume struct {
	implied          *big.Rat
	issued, unissued int64
	months, lacking  int64
	tariff           *big.Rat // of the last month
}

func (s *Slice) volume() volume {
	v := volume{implied: new(big.Rat)}
	list := s.receipts()
	var issued, open [12]int64
	sel := facts.Selection{Office: s.sel.Office, From: record.DayOf(s.year, 1, 1), To: s.sel.To}
	s.facts.Survey.Applications(sel, func(a *record.Application) {
		_, m, _ := a.Applied.Date()
		if a.Ready.Known() {
			issued[m-1]++
		} else {
			open[m-1]++
		}
	})
	for m := 1; m <= s.last; m++ {
		sen, known := passportRevenue(list, m)
		tariff, ok := s.book.Number("pnbp.paspor.tarif", s.lastDay(m))
		if !known || !ok || tariff.Sign() <= 0 || issued[m-1]+open[m-1] == 0 {
			if known || issued[m-1] > 0 {
				v.lacking++
			}
			continue
		}
		v.months++
		v.implied.Add(v.implied, new(big.Rat).Quo(big.NewRat(sen, 100), tariff))
		v.issued, v.unissued = v.issued+issued[m-1], v.unissued+open[m-1]
		v.tariff = tariff
	}
	return v
}

var impliedVolume = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "KEU-19", Unit: result.Share, NUnit: result.Applicants, Better: result.Contextual, Since: "0.1.0",
		Name:     result.T("Volume paspor tersirat dari PNBP", "Passport volume implied by revenue"),
		Question: result.T("Apakah penerimaan paspor cocok dengan banyaknya paspor yang terbit?", "Does passport revenue fit the number of passports issued?"),
		Formula:  result.T("(PNBP paspor / tarif - paspor terbit) / paspor terbit", "(passport revenue / fee - passports issued) / passports issued"),
		Basis:    []string{"KEU-TARIF-PASPOR", "KEU-PNBP"}, Kinds: []string{"revenue", "application"}, Needs: needVolume,
		Caveat: result.T("Satu tarif untuk semua: paspor elektronik, percepatan, dan penggantian menaikkan nilai. Terbit: permohonan bulan itu yang sudah selesai.",
			"One fee for all: electronic passports, express service and replacements raise the value. Issued: applications of the month that are ready."),
	},
	Compute: func(s *Slice) result.Value {
		v := s.volume()
		if v.issued == 0 {
			return missing(needVolume)
		}
		n := rat(v.issued)
		over := new(big.Rat).Sub(v.implied, n)
		out := result.Value{Value: new(big.Rat).Quo(over, n), Num: over, Den: n, N: v.issued, NUnit: result.Applicants}
		out.Excluded = excluded(nil, v.unissued, "permohonan belum selesai", "applications not ready")
		out.Warnings = append(out.Warnings, result.T("PNBP paspor / tarif {0} = {1} paspor; terbit {2}.", "Passport revenue / fee of {0} = {1} passports; {2} issued.",
			result.Num(new(big.Rat).Mul(v.tariff, hundred()), result.Sen), result.Num(halfUp(v.implied, 0), result.Count), result.Int(v.issued, result.Count)))
		if v.lacking > 0 {
			out.Warnings = append(out.Warnings, result.T("{0} bulan hanya memuat salah satunya dan tidak dihitung.", "{0} months have only one of the two and are not counted.", result.Int(v.lacking, result.Count)))
		}
		return out
	},
}
