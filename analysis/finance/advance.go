package finance

import (
	"math/big"
	"strconv"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needAdvances = result.T("perlu daftar UP/TUP: jenis (UP, GUP, GUP Nihil, TUP, PTUP, Setoran TUP), nilai, tanggal SP2D dan SP2D sebelumnya; KKP bila ada: bulan, nilai, plafon", "needs the list of cash advances: kind (UP, GUP, GUP Nihil, TUP, PTUP, TUP deposit), value, dates of payment and of the one before; credit card if any: month, value, limit")

// cash is the movements of a year up to the end of the selection, with the
// payment before each as stated or as the list itself gives it.
type cash struct {
	list    []record.CashAdvance
	derived int64 // previous payments taken from the list
}

func (s *Slice) cash() cash {
	var out cash
	for _, a := range s.facts.Finance.Advances(s.sel.Office, s.year) {
		if a.Day > s.sel.To {
			break
		}
		if !a.Previous.Known() && timed(a.Kind) {
			if a.Previous = out.before(a.Kind); a.Previous.Known() {
				out.derived++
			}
		}
		out.list = append(out.list, a)
	}
	return out
}

// timed reports whether a movement must follow the one before within a month.
func timed(kind string) bool {
	return kind == record.AdvanceGUP || kind == record.AdvanceNil || kind == record.AdvancePTUP
}

// before is the latest payment of the chain that a movement settles: UP and
// GUP for GUP and its final accounting, TUP for PTUP.
func (c *cash) before(kind string) record.Day {
	for i := len(c.list) - 1; i >= 0; i-- {
		switch k := c.list[i].Kind; {
		case kind == record.AdvancePTUP && k == record.AdvanceTUP,
			kind != record.AdvancePTUP && (k == record.AdvanceUP || k == record.AdvanceGUP):
			return c.list[i].Day
		}
	}
	return 0
}

// nextMonth is the same day of the next month, or its last day.
func nextMonth(d record.Day) record.Day {
	y, m, day := d.Date()
	last := record.DayOf(y, m+2, 1) - 1
	return min(record.DayOf(y, m+1, day), last)
}

// timeliness scores 100 for each settlement within one month of the payment
// before it, else 0. undated counts those without one.
func (c *cash) timeliness() (v *big.Rat, n, undated int64) {
	var m mean
	for i := range c.list {
		a := &c.list[i]
		switch {
		case !timed(a.Kind):
		case !a.Previous.Known():
			undated++
		case a.Day <= nextMonth(a.Previous):
			m.add(hundred())
		default:
			m.add(new(big.Rat))
		}
	}
	return m.value(), m.n, undated
}

// monthlyEquivalent is, for each GUP, GUP / UP x 100 x days of the month of
// the payment before / days since it, at most top. The advance is the latest
// UP paid before.
func (c *cash) monthlyEquivalent(top *big.Rat) *big.Rat {
	var m mean
	var up record.Rupiah
	for i := range c.list {
		a := &c.list[i]
		if a.Kind == record.AdvanceUP {
			up = a.Value.Sen
		}
		if a.Kind != record.AdvanceGUP || a.Value.Sen <= 0 || up <= 0 || !a.Previous.Known() {
			continue
		}
		days := int64(a.Day - a.Previous)
		if days == 0 {
			m.add(top)
			continue
		}
		y, mo, _ := a.Previous.Date()
		inMonth := int64(record.DayOf(y, mo+1, 1) - record.DayOf(y, mo, 1))
		v := new(big.Rat).Mul(big.NewRat(int64(a.Value.Sen), int64(up)), big.NewRat(100*inMonth, days))
		m.add(atMost(v, top))
	}
	return m.value()
}

// deposits is 100 - deposited TUP / TUP x 100 over the year so far.
func (c *cash) deposits() *big.Rat {
	var tup, back record.Rupiah
	for i := range c.list {
		switch c.list[i].Kind {
		case record.AdvanceTUP:
			tup += c.list[i].Value.Sen
		case record.AdvanceDeposit:
			back += c.list[i].Value.Sen
		}
	}
	if tup <= 0 {
		return nil
	}
	v := new(big.Rat).Sub(hundred(), new(big.Rat).Mul(big.NewRat(int64(back), int64(tup)), hundred()))
	if v.Sign() < 0 {
		return new(big.Rat)
	}
	return v
}

// card scores the credit card by finished quarter: cumulative use against the
// target share of the monthly limit x 12. Quarters before any use are not
// assessed.
func (s *Slice) card(c *cash) *big.Rat {
	reached, _ := s.row("ikpa.uptup.kkp_nilai", "tercapai")
	below, _ := s.row("ikpa.uptup.kkp_nilai", "di-bawah")
	var m mean
	for q := 1; q <= s.quarters(); q++ {
		target, ok := s.row("ikpa.uptup.kkp_target", strconv.Itoa(q))
		used, limit := c.used(s.lastDay(3 * q))
		if !ok || used <= 0 || !limit.Known || limit.Sen <= 0 {
			continue
		}
		share := big.NewRat(int64(used), int64(limit.Sen))
		share.Mul(share, big.NewRat(100, 12))
		if share.Cmp(target) >= 0 {
			m.add(reached)
		} else {
			m.add(below)
		}
	}
	return m.value()
}

func (c *cash) used(until record.Day) (sum record.Rupiah, limit record.Amount) {
	for i := range c.list {
		if a := &c.list[i]; a.Kind == record.AdvanceCard && a.Day <= until {
			sum += a.Value.Sen
			if a.Limit.Known {
				limit = a.Limit
			}
		}
	}
	return sum, limit
}

var advances = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-12", "KEU-UP-TUP", result.T("Nilai pengelolaan UP dan TUP", "Cash advance score"), result.T("Apakah uang persediaan dipertanggungjawabkan tepat waktu dan berputar?", "Are cash advances settled in time and kept moving?"),
		result.T("90% tunai (50% tepat waktu + 25% GUP setara bulanan + 25% setoran TUP) + 10% KKP", "90% cash (50% timely + 25% monthly-equivalent GUP + 25% TUP deposits) + 10% credit card"),
		result.T("Tepat waktu: paling lambat tanggal yang sama bulan berikutnya. Tanpa KKP komponennya tidak dihitung dan nilainya menyebut bacaan lain.", "Timely: at the latest the same day of the next month. Without a credit card its component does not count, and the value names the other reading."), needAdvances, "cash_advance"),
	Compute: func(s *Slice) result.Value {
		top, ok := s.number("ikpa.uptup.batas")
		if !ok {
			return s.unknownRule()
		}
		c := s.cash()
		timely, n, undated := c.timeliness()
		v, said := s.combine("ikpa.uptup.bobot_tunai", []component{
			{"ketepatan waktu", "timeliness", "tepat-waktu", timely},
			{"GUP setara bulanan", "monthly-equivalent GUP", "gup", c.monthlyEquivalent(top)},
			{"setoran TUP", "TUP deposits", "setoran", c.deposits()},
		})
		if v == nil {
			return missing(needAdvances)
		}
		v, said = s.withCard(v, s.card(&c), said)
		if c.derived > 0 {
			said = append(said, result.T("{0} SP2D sebelumnya tidak tertulis dan diambil dari urutan daftar.", "{0} previous payments are not stated and are taken from the order of the list.", result.Int(c.derived, result.Count)))
		}
		out := s.points(v, n, append(said, s.holidaySeason(&c)...)...)
		out.Excluded = excluded(nil, undated, "tanpa SP2D sebelumnya", "without a payment before")
		return out
	},
}

// withCard adds the credit card to the cash score, or converts the cash score
// as the register says and names the other reading.
func (s *Slice) withCard(cash, card *big.Rat, said []result.Text) (*big.Rat, []result.Text) {
	if card != nil {
		var w weighted
		for _, p := range []component{{key: "tunai", v: cash}, {key: "kkp", v: card}} {
			if weight, ok := s.row("ikpa.uptup.bobot", p.key); ok {
				w.add(p.v, weight)
			}
		}
		return w.value(), said
	}
	factor, _ := s.number("ikpa.uptup.tanpa_kkp")
	lower, _ := s.row("ikpa.uptup.bobot", "tunai")
	said = append(said, result.T("KKP tidak dinilai (tidak ada transaksi atau plafon); nilai tunai dikalikan {0}. Bila bobot KKP tidak dialihkan: {1}.",
		"The credit card is not assessed (no use or no limit); the cash score is multiplied by {0}. Were its weight not converted: {1}.",
		result.Num(factor, result.Ratio), result.Num(new(big.Rat).Mul(cash, new(big.Rat).Quo(lower, hundred())), result.Points)))
	return new(big.Rat).Mul(cash, factor), said
}

// holidaySeason warns of payments in a span for which an adjustment is
// reported that is not applied.
func (s *Slice) holidaySeason(c *cash) []result.Text {
	var n int64
	for i := range c.list {
		if _, in := s.book.Number("ikpa.uptup.hari_raya", c.list[i].Previous); in && c.list[i].Previous.Known() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []result.Text{result.T("{0} SP2D jatuh pada masa penyesuaian hari raya, yang tidak diterapkan karena belum terverifikasi.", "{0} payments fall in the holiday adjustment, which is not applied because it is unverified.", result.Int(n, result.Count))}
}
