package layout

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// ratios are the amounts of ceiling and spending that stand in one row, one
// divided by the other, as powers of two. A ceiling in thousands beside a
// spending in rupiah shows here, whatever the headings say.
type ratios struct {
	ceiling, spent int // plan columns, -1 when there is none
	n              [64]int64
	all            int64
}

// halfRatio is the middle of n: equal amounts.
const halfRatio = 32

// What lies between two amounts of different units, in powers of two. A thousand
// is ten of them: with a ceiling in rupiah beside a spending in thousands of which
// a thirtieth to all is spent, ten to fifteen lie between them; with a ceiling in
// thousands, the spending is the greater, where it is more than a thirtieth.
const (
	leastApart = 9
	mostApart  = 15
	turned     = -5
)

func (p *Plan) ratios() ratios {
	r := ratios{ceiling: -1, spent: -1}
	for i, c := range p.Columns {
		switch {
		case len(c.dims) > 0:
		case c.Field == "ceiling" && r.ceiling < 0:
			r.ceiling = i
		case c.Field == "spent" && r.spent < 0:
			r.spent = i
		}
	}
	return r
}

// see observes a row.
func (r *ratios) see(p *Plan, row *grid.Row) {
	if r.ceiling < 0 || r.spent < 0 {
		return
	}
	a, b := rough(p, row, r.ceiling), rough(p, row, r.spent)
	if a <= 0 || b <= 0 {
		return
	}
	r.all++
	r.n[min(max(int(math.Round(math.Log2(a/b)))+halfRatio, 0), len(r.n)-1)]++
}

// rough is the size of an amount, good enough to tell thousands from units; 0 for
// none. Separators before three digits group.
func rough(p *Plan, row *grid.Row, i int) float64 {
	at := p.Columns[i].Index
	if at >= len(row.Cells) {
		return 0
	}
	c := &row.Cells[at]
	scale := float64(max(1, lookScale(c.Look)))
	if c.Kind == grid.Number {
		v, _ := strconv.ParseFloat(c.Text, 64)
		return v * scale
	}
	s, unit := locale.CutUnit(withoutRupiah(strings.TrimSpace(c.Text)))
	if unit != "" {
		if f, ok := moneyWord(unit, c.Text, locale.StyleID); ok && f > 0 {
			scale = float64(f)
		}
	}
	for _, st := range []locale.NumberStyle{locale.StyleID, locale.StyleEN, locale.StylePlain} {
		if d, err := locale.ParseNumber(s, st); err == nil {
			return float64(d.Rounded(2)) / 100 * scale
		}
	}
	return 0
}

// contradict says by how much ceiling and spending differ in most rows, when no
// row has them near each other: a factor, as a power of two.
func (r *ratios) contradict(shift int) bool {
	if r.all < 3 {
		return false
	}
	var sum int64
	for i, n := range r.n {
		if sum += n; sum*2 > r.all {
			middle := i - halfRatio + shift
			near := slices.ContainsFunc(r.n[max(0, halfRatio-shift-4):min(len(r.n), halfRatio-shift+5)], func(n int64) bool { return n > 0 })
			return (middle > leastApart && middle <= mostApart || middle < turned && middle > -mostApart) && !near
		}
	}
	return false
}

// middle is the power of two that half the quotients do not exceed.
func (r *ratios) middle() int {
	var sum int64
	for i, n := range r.n {
		if sum += n; sum*2 > r.all {
			return i - halfRatio
		}
	}
	return 0
}

// inRupiah takes the one column whose heading says rupiah for one in rupiah, where
// a title states another unit and the amounts fit so alone: "Pagu (Rp)" beside
// "Realisasi" below "(Rp juta)". Where all say it, it is the currency of them all.
func (p *Plan) inRupiah(r *ratios, a, b *reader) {
	if a.rupiah == b.rupiah || r.all < 3 || a.scale != b.scale {
		return
	}
	shift := int(math.Round(math.Log2(float64(a.scale))))
	one, at, fits := a, r.ceiling, r.middle()-shift
	if b.rupiah {
		one, at, fits = b, r.spent, r.middle()+shift
	}
	if now := r.middle(); (now >= leastApart || now <= -leastApart) && fits < leastApart && fits >= turned {
		c, before := &p.Columns[at], one.unitWord
		one.scale, one.unitWord, c.Evidence = 1, text.T("uang dalam rupiah", "money in rupiah"), c.Header
		c.Decision = text.T(strings.TrimSuffix(c.Decision.ID, before.ID)+one.unitWord.ID,
			strings.TrimSuffix(c.Decision.EN, before.EN)+one.unitWord.EN)
	}
}

// magnitudes refuses ceilings and spendings of which one must be in another unit
// than the other.
func (p *Plan) magnitudes(v *surveys) {
	r := &v.ratios
	if r.ceiling < 0 || r.spent < 0 {
		return
	}
	a, b := &p.readers[r.ceiling], &p.readers[r.spent]
	if a.set || b.set || a.refuse != "" || b.refuse != "" {
		return
	}
	p.inRupiah(r, a, b)
	shift := int(math.Round(math.Log2(float64(max(1, a.scale)) / float64(max(1, b.scale)))))
	if !r.contradict(shift) {
		return
	}
	head := p.Columns[r.ceiling].Header + " / " + p.Columns[r.spent].Header
	line := "units: {" + p.Columns[r.ceiling].Header + ": …, " + p.Columns[r.spent].Header + ": …}"
	a.refuse, b.refuse = reject.AmbiguousScale, reject.AmbiguousScale
	p.note(reject.AmbiguousScale, text.T(head+": berselisih seribu kali; tulis "+line, head+": a factor of a thousand apart; write "+line))
}
