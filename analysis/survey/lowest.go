package survey

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// ascending lists the answered elements, lowest mean first; ties in the order
// of the regulation.
func (s *Slice) ascending() []record.Element {
	var out []record.Element
	for e := range record.Element(record.Elements) {
		if s.element(e) != nil {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Element) int { return s.average(a).Cmp(s.average(b)) })
	return out
}

var needThree = result.T("perlu data SKM dengan sedikitnya tiga unsur yang dijawab", "needs survey data with at least three elements answered")

var lowest = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "SKM-13", Unit: result.Points, NUnit: result.Answers, Better: result.Higher, Since: "0.2.0", MinN: 30, Interval: "bootstrap",
		Name:     result.T("Unsur SKM terendah", "Lowest survey element"),
		Question: result.T("Unsur mana yang paling perlu diperbaiki?", "Which elements need improvement most?"),
		Formula:  result.T("nilai rata-rata unsur terendah, skala 1–4; tiga terendah disebut", "mean of the lowest element, scale 1–4; the three lowest are named"),
		Basis:    []string{"SKM-BOBOT"}, Kinds: answerKinds, Needs: needThree, By: []string{"service"},
		Caveat: result.T("Unsur yang selangnya bertumpang tindih tidak dapat dibedakan urutannya.", "Elements whose intervals overlap cannot be told apart in order."),
	},
	Bound: lowestBound,
	Compute: func(s *Slice) result.Value {
		low := s.ascending()
		if s.numbered > 0 {
			return missing(needNames)
		}
		if s.unweighed() {
			return missing(needWeights)
		}
		if len(low) < 3 {
			return missing(needThree)
		}
		a := s.average(low[0])
		v := result.Value{Value: a, N: s.n, NUnit: result.Answers}
		if n := s.filled[low[0]]; n > 0 {
			v.Num, v.Den, v.N = big.NewRat(s.sums[low[0]], 1), big.NewRat(n, 1), n
		}
		if b := s.bounds(); b.ok {
			between(&v, b.elements[low[0]])
		}
		var args []result.Quantity
		for _, e := range low[:3] {
			args = append(args, named(elements[e]), result.Num(s.average(e), result.Points))
		}
		v.Warnings = []result.Text{result.T("Tiga terendah: {0} ({1}), {2} ({3}), {4} ({5}).", "Three lowest: {0} ({1}), {2} ({3}), {4} ({5}).", args...)}
		return s.fromCounts(v)
	},
}

// Tables shows what rounded weights and the other scheme would make of the
// index, and the imported scores of the Ombudsman.
func Tables(f *facts.Set, set *office.Setting, p calendar.Period) []result.Table {
	sel := facts.Selection{From: p.From, To: p.To}
	s := NewSlice(f, set, sel)
	var out []result.Table
	for _, t := range []result.Table{s.weights(), s.dimensions(), zones(f, s.book, sel)} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// weights is the index under the exact weight and the rounded ones that legacy
// reports use, graded by both schemes.
func (s *Slice) weights() result.Table {
	t := result.Table{
		ID: "skm-bobot", Title: result.T("IKM menurut pembulatan bobot dan skema kategori", "Index by rounding of the weight and scheme of categories"),
		Columns: []result.Column{{Name: result.T("Bobot per unsur", "Weight per element")}, {Name: result.T("IKM", "Index"), Unit: result.Points}},
		Note: result.T("Bobot yang dibulatkan menurunkan nilai tertinggi yang mungkin (0,11: 99,00; 0,111: 99,90). Yang dinilai adalah bobot tepat.",
			"A rounded weight lowers the highest possible value (0.11: 99.00; 0.111: 99.90). What is judged is the exact weight."),
	}
	for _, v := range schemes() {
		t.Columns = append(t.Columns, result.Column{Name: result.T("Kategori {0}", "Category {0}", named(v.Source))})
	}
	sum, k := new(big.Rat), int64(0)
	for e := range s.sums {
		if a := s.average(record.Element(e)); a != nil {
			sum.Add(sum, a)
			k++
		}
	}
	if k == 0 {
		return t
	}
	add := func(label string, w *big.Rat) {
		v := s.weighted(sum, w)
		row := []result.Quantity{decimal(label), result.Num(v, result.Points)}
		for _, other := range schemes() {
			row = append(row, result.Str(grade(s.book, v, other).Letter))
		}
		t.Rows = append(t.Rows, row)
	}
	exact := big.NewRat(1, k)
	add("1/"+big.NewInt(k).String(), exact)
	for _, d := range []int{3, 2} {
		if w := rounded(k, d); w.Cmp(exact) != 0 {
			add(w.FloatString(d), w)
		}
	}
	return t
}
