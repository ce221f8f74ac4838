package tabular

import (
	"math/big"
	"strings"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/plain"
	"rapor/templates/internal/wording"
)

// Kinds of row: what a value is of.
const (
	KindValue    = "nilai"      // the period of the report
	KindBaseline = "pembanding" // a baseline period
	KindMonth    = "bulan"      // a month of the series
	KindGroup    = "rincian"    // a breakdown of the period of the report
)

// Row is one line of the table. Numbers are in the unit that satuan names,
// exact or with fifteen decimals at most; an empty number is no data.
type Row struct {
	ID        Text   `csv:"id"`
	Name      Text   `csv:"nama"`
	Kind      Text   `csv:"jenis"`
	Period    Text   `csv:"periode"`
	From      Text   `csv:"dari"`
	To        Text   `csv:"sampai"`
	Dimension Text   `csv:"dimensi"`
	Group     Text   `csv:"kelompok"`
	Value     Number `csv:"nilai"`
	Unit      Text   `csv:"satuan"`
	Num       Number `csv:"pembilang"`
	NumUnit   Text   `csv:"satuan_pembilang"`
	Den       Number `csv:"penyebut"`
	DenUnit   Text   `csv:"satuan_penyebut"`
	N         Number `csv:"n"`
	NUnit     Text   `csv:"satuan_n"`
	Lower     Number `csv:"batas_bawah"`
	Upper     Number `csv:"batas_atas"`
	Level     Number `csv:"tingkat_kepercayaan_persen"`
	Method    Text   `csv:"metode_rentang"`
	Target    Number `csv:"target"`
	Verdict   Text   `csv:"putusan"`
	Remark    Text   `csv:"catatan"`
}

// rows lists the values of a result: each indicator's own, its baselines, its
// months, its groups.
func rows(r *result.Result, lang format.Lang) []Row {
	m := maker{Words: wording.Words{Lang: lang}, r: r}
	var out []Row
	for i := range r.Indicators {
		out = m.indicator(out, &r.Indicators[i])
	}
	return out
}

type maker struct {
	wording.Words
	r *result.Result
}

func (m maker) indicator(out []Row, ind *result.Indicator) []Row {
	own := m.row(ind, KindValue, m.r.Period, ind.Value)
	own.Verdict = Text(m.Maybe("verdict." + string(ind.Verdict.Code)))
	if ind.Target != nil {
		own.Target = Number{plain.Number(ind.Target.Value, ind.Unit)}
	}
	out = append(out, own)
	for _, c := range ind.Baseline {
		row := m.row(ind, KindBaseline, c.Period, c.Value)
		row.Dimension = Text(m.Maybe("role." + c.Period.Role))
		out = append(out, row)
	}
	for _, p := range ind.Series {
		row := m.row(ind, KindMonth, result.Period{ID: p.Label}, result.Value{Value: p.Value, N: p.N, NUnit: ind.Value.NUnit})
		if p.Masked {
			row.N, row.Remark = Number{}, Text(m.Say("masked"))
		}
		if text := m.Maybe("flag." + p.Flag); text != "" {
			row.Remark = join(row.Remark, text)
		}
		if p.Part {
			row.Remark = join(row.Remark, m.Say("partial"))
		}
		out = append(out, row)
	}
	for _, g := range ind.Groups {
		for _, line := range g.Rows {
			row := m.row(ind, KindGroup, m.r.Period, line.Value)
			row.Dimension, row.Group = Text(m.text(g.Title)), Text(format.Quantity(line.Label, m.Lang))
			out = append(out, row)
		}
	}
	return out
}

// row is what all kinds have in common.
func (m maker) row(ind *result.Indicator, kind string, p result.Period, v result.Value) Row {
	row := Row{
		ID: Text(ind.ID), Name: Text(m.text(ind.Name)), Kind: Text(kind), Period: Text(p.ID), From: Text(p.From), To: Text(p.To),
		Value: Number{plain.Number(v.Value, ind.Unit)}, Unit: Text(plain.Name(ind.Unit, m.Words)),
		N: Number{new(big.Rat).SetInt64(v.N)}, NUnit: Text(plain.Name(v.NUnit, m.Words)),
		Lower: Number{plain.Float(v.Lo, ind.Unit)}, Upper: Number{plain.Float(v.Hi, ind.Unit)},
	}
	if v.Masked {
		row.N = Number{}
	}
	if v.Num != nil && v.Den != nil {
		num, den := plain.Terms(ind, v)
		row.Num, row.NumUnit = Number{plain.Number(v.Num, num)}, Text(plain.Name(num, m.Words))
		row.Den, row.DenUnit = Number{plain.Number(v.Den, den)}, Text(plain.Name(den, m.Words))
	}
	if v.Lo != nil || v.Hi != nil {
		row.Level, row.Method = Number{plain.Float(&v.Level, result.Share)}, Text(m.Maybe("interval."+v.Interval))
	}
	switch {
	case v.Missing != nil:
		row.Remark = Text(m.text(*v.Missing))
	case !v.Known():
		row.Remark = Text(m.Say("no.data"))
	}
	for _, warning := range v.Warnings {
		row.Remark = join(row.Remark, m.text(warning))
	}
	return row
}

func (m maker) text(t result.Text) string {
	if t.Empty() {
		return ""
	}
	return format.Text(t, m.Lang)
}

func join(a Text, b string) Text {
	if a == "" {
		return Text(b)
	}
	return Text(strings.TrimRight(string(a), ".") + "; " + b)
}
