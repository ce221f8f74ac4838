package enforcement

import (
	"math/big"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

// The parameters of this domain, in the register of rules.
const (
	tariffRule   = "gak.beban.tarif"
	overstayRule = "gak.beban.batas_hari"
	horizonRule  = "gak.p21.hari"
)

// tariffOn is the overstay charge per day on a date; ok is false where none is
// known.
func tariffOn(b rules.Book, d record.Day) (daily record.Rupiah, ok bool) {
	v, ok := b.Number(tariffRule, d)
	if !ok {
		return 0, false
	}
	return record.Rupiah(new(big.Rat).Mul(v, big.NewRat(100, 1)).Num().Int64()), true
}

// tariff is a stretch of days with one charge per day.
type tariff struct {
	from, to record.Day // inclusive; to unknown = open
	daily    *big.Rat   // rupiah
	sure     bool       // stated, for all these days, in a source that was read or by the office
}

// tariffsIn lists the charges in force on some day of a span. Versions of the
// register that follow each other with the same amount are one stretch.
func tariffsIn(b rules.Book, from, to record.Day) []tariff {
	p, _ := rules.FindParameter(tariffRule)
	var all []tariff
	for _, v := range p.Versions {
		now, own := b.In(&p, v)
		t := tariff{v.From, v.To, now.Value, own || v.Status == rules.Verified}
		if n := len(all); n > 0 && all[n-1].to+1 == t.from && all[n-1].daily.Cmp(t.daily) == 0 {
			all[n-1].to, all[n-1].sure = t.to, all[n-1].sure && t.sure
			continue
		}
		all = append(all, t)
	}
	return slices.DeleteFunc(all, func(t tariff) bool { return t.from > to || t.to.Known() && t.to < from })
}

// horizon is the number of days after SPDP at which the share of complete
// files is estimated; 0 when the register has none.
func (s *Slice) horizon() int32 { return int32(s.book.Whole(horizonRule, s.sel.To)) }

func (s *Slice) replaced(basis []string) []result.Text { return s.book.Said(basis) }

// CheckRules are the parameters of the audit checks of facts.Set.Checks, with
// those that the office replaced.
func CheckRules(own map[string]string) facts.CheckRules {
	b := rules.With(own)
	return facts.CheckRules{
		OverstayLimit: func(d record.Day) (int32, bool) {
			_, ok := b.Number(overstayRule, d)
			return int32(b.Whole(overstayRule, d)), ok
		},
		Tariff: func(d record.Day) (record.Rupiah, bool) { return tariffOn(b, d) },
	}
}
