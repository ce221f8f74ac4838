package survey

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// The other parameters of this domain, in the register of rules.
const (
	complaintRule    = "skm.aduan.hari"
	chiSquareRule    = "skm.sampel.khi2"
	proportionRule   = "skm.sampel.proporsi"
	errorRule        = "skm.sampel.galat"
	zoneRule         = "ombudsman.zona"
	zoneRoundingRule = "ombudsman.desimal"
)

// complaintDays is the number of working days within which a complaint is to
// be closed, and whether a source that was read says so.
func (s *Slice) complaintDays() (days int, sure bool) {
	p, _ := rules.FindParameter(complaintRule)
	v, ok := p.At(s.sel.To)
	return s.book.Whole(complaintRule, s.sel.To), ok && v.Status == rules.Verified
}

// need is the least sample for a population.
func (s *Slice) need(population int64) int64 {
	x2, _ := s.book.Number(chiSquareRule, s.sel.To)
	p, _ := s.book.Number(proportionRule, s.sel.To)
	d, _ := s.book.Number(errorRule, s.sel.To)
	return stat.SampleSize(population, x2, p, d)
}

// weight is the weight of one of n answered elements: 1/n, rounded when the
// register or the office says so.
func (s *Slice) weight(n int64) *big.Rat {
	if d := s.book.Whole(roundingRule, s.sel.To); d > 0 {
		return rounded(n, d)
	}
	return big.NewRat(1, n)
}

// factor takes an index on the scale 1 to 4 to one out of 100.
func (s *Slice) factor() *big.Rat {
	v, ok := s.book.Number(factorRule, s.sel.To)
	if !ok {
		return new(big.Rat)
	}
	return v
}

// weighted is the index of a sum of element means: times weight times factor.
func (s *Slice) weighted(sum, weight *big.Rat) *big.Rat {
	v := new(big.Rat).Mul(sum, weight)
	return v.Mul(v, s.factor())
}

func (s *Slice) replaced(basis []string) []result.Text { return s.book.Said(basis) }

// zone is one band of the Ombudsman's scale.
type zone struct {
	letter string // "" where the scheme has none
	name   result.Text
	scheme result.Text
}

// zoneOf gives the zone of a score by the scheme of its year; ok is false for
// years whose bounds are not known: from 2025 the Opini Ombudsman replaces the
// score and the printed zone stands.
func zoneOf(b rules.Book, o *record.OfficialScore) (z zone, ok bool) {
	p, _ := rules.FindParameter(zoneRule)
	day := record.DayOf(int(o.Year), 12, 31)
	v, ok := p.At(day)
	if !ok {
		return zone{}, false
	}
	now, _ := b.In(&p, v)
	r, ok := now.Rows.Step(halfUp(big.NewRat(o.Hundredth, 100), b.Whole(zoneRoundingRule, day)))
	return zoneAs(r, v), ok
}

// zoneAs is a row of the register as a zone. A key of one character is the
// letter the scheme prints.
func zoneAs(r rules.Row, v rules.Version) zone {
	z := zone{name: r.Label, scheme: v.Source}
	if len(r.Key) == 1 {
		z.letter = r.Key
	}
	return z
}

// allZones lists the zones of all schemes, oldest scheme and best zone first.
func allZones() []zone {
	p, _ := rules.FindParameter(zoneRule)
	var out []zone
	for _, v := range p.Versions {
		for i := len(v.Rows) - 1; i >= 0; i-- {
			out = append(out, zoneAs(v.Rows[i], v))
		}
	}
	return out
}
