package finance_test

import (
	"math/big"
	"slices"
	"strings"
)

// booked is one revenue account's year.
type booked struct {
	simponi, span, target course
	passports             bool
}

func (x *records) booked(year int) []booked {
	var names []string
	var out []booked
	for _, r := range x.revenue {
		if int(r.Year) != year {
			continue
		}
		i := slices.Index(names, r.Account)
		if i < 0 {
			i = len(names)
			names, out = append(names, r.Account), append(out, booked{passports: strings.Contains(r.Label, "Paspor")})
		}
		b := &out[i]
		b.simponi.add(r.Month, r.Cumulative, r.Simponi)
		b.span.add(r.Month, r.Cumulative, r.Span)
		b.target.add(r.Month, r.Cumulative, r.Target)
	}
	return out
}

// naiveRevenue takes SIMPONI, or SPAN where it says nothing.
func naiveRevenue(x *records, q asked) answer {
	var got, target, n int64
	for _, b := range x.booked(q.year) {
		s, known, _ := b.simponi.to(q.last)
		if !known {
			s, known, _ = b.span.to(q.last)
		}
		if known && len(b.target.months) > 0 { // the same target every month
			got, target, n = got+s, target+b.target.months[0].sen, n+1
		}
	}
	if n == 0 {
		return unknown
	}
	return answer{big.NewRat(got, target), n}
}

func naiveRevenueGap(x *records, q asked) answer {
	var one, other, gap, n int64
	for _, b := range x.booked(q.year) {
		s, ok := int64(0), false
		p, also := int64(0), false
		if s, ok, _ = b.simponi.to(q.last); !ok {
			continue
		}
		if p, also, _ = b.span.to(q.last); !also {
			continue
		}
		one, other, gap, n = one+s, other+p, gap+max(s-p, p-s), n+1
	}
	if max(one, other) == 0 {
		return unknown
	}
	return answer{big.NewRat(gap, max(one, other)), n}
}

// naiveImplied compares revenue over fee with the applications that are ready,
// in the months that have revenue and applications.
func naiveImplied(x *records, q asked) answer {
	fee := map[int]int64{2016: 355_000_00, 2024: 350_000_00}[q.year]
	var sen, issued int64
	for m := 1; m <= q.last; m++ {
		var ready, applied, took int64
		for _, a := range x.applications {
			if y, month, _ := a.Applied.Date(); y == q.year && month == m {
				applied++
				if a.Ready.Known() {
					ready++
				}
			}
		}
		paid := false
		for _, b := range x.booked(q.year) {
			s, ok := b.simponi.in(m)
			if !ok {
				s, ok = b.span.in(m)
			}
			if ok && b.passports {
				took, paid = took+s, true
			}
		}
		if paid && applied > 0 {
			sen, issued = sen+took, issued+ready
		}
	}
	if issued == 0 {
		return unknown
	}
	implied := big.NewRat(sen, fee)
	over := implied.Sub(implied, big.NewRat(issued, 1))
	return answer{over.Mul(over, big.NewRat(1, issued)), issued}
}

// naiveOfficial is the total of the latest month of which scores are stated.
func naiveOfficial(x *records, q asked) answer {
	latest, out := 0, unknown
	for _, o := range x.official {
		m := int(o.Month)
		if m == 0 {
			m = 12
		}
		if m <= q.last && m > latest {
			latest = m
		}
	}
	for _, o := range x.official {
		if latest > 0 && o.Part == "" && (int(o.Month) == latest || o.Month == 0 && latest == 12) {
			out = answer{big.NewRat(o.Hundredth, 100), 1}
		}
	}
	return out
}
