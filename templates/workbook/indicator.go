package workbook

import (
	"strings"

	"rapor/analysis/result"
	"rapor/templates/internal/plain"
)

// say looks up several column heads.
func (b *book) heads(keys ...string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = b.Say(key)
	}
	return out
}

// baselines are the comparisons that have columns of their own.
var baselines = []string{"previous", "last_year", "chosen"}

// indicators writes one row an indicator.
func (b *book) indicators() error {
	heads := b.heads("column.id", "column.domain", "column.name", "value", "unit", "target", "column.target_basis",
		"achieved", "numerator", "denominator", "n", "column.n_unit", "lower", "upper", "column.level", "column.method")
	for _, role := range baselines {
		heads = append(heads, b.Say("column."+role), b.Say("column."+role+".diff"))
	}
	heads = append(heads, b.heads("column.reason", "formula", "direction")...)
	var rows [][]any
	for i := range b.r.Indicators {
		rows = append(rows, b.indicator(&b.r.Indicators[i]))
	}
	sheet := b.Say("sheet.indicators")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 3)
}

func (b *book) indicator(ind *result.Indicator) []any {
	val := ind.Value
	var target amount
	var basis string
	if ind.Target != nil {
		target, basis = amount{ind.Target.Value, ind.Unit}, b.text(ind.Target.Basis)
	}
	row := []any{ind.ID, b.Maybe("domain." + ind.Domain), b.text(ind.Name), amount{val.Value, ind.Unit}, plain.Name(ind.Unit, b.Words),
		target, basis, b.Maybe("verdict." + string(ind.Verdict.Code))}
	row = append(row, b.terms(ind, val)...)
	row = append(row, b.spread(ind.Unit, val)...)
	for _, role := range baselines {
		base, diff := amount{}, amount{}
		for _, c := range ind.Baseline {
			if c.Period.Role == role {
				base, diff = amount{c.Value.Value, ind.Unit}, amount{c.Diff, ind.Unit}
			}
		}
		row = append(row, base, diff)
	}
	return append(row, b.remark(ind.Verdict.Say, val), b.text(ind.Formula), b.direction(ind.Better))
}

// terms are numerator, denominator, n and the unit of n.
func (b *book) terms(ind *result.Indicator, val result.Value) []any {
	num, den := plain.Terms(ind, val)
	return []any{amount{val.Num, num}, amount{val.Den, den}, val.N, plain.Name(val.NUnit, b.Words)}
}

// spread are the bounds, the level reached and the method.
func (b *book) spread(unit result.Unit, val result.Value) []any {
	if val.Lo == nil && val.Hi == nil {
		return []any{nil, nil, nil, nil}
	}
	return []any{bound(val.Lo, unit), bound(val.Hi, unit), bound(&val.Level, result.Share), b.Maybe("interval." + val.Interval)}
}

// bound is a float as a number cell, empty when absent or not finite.
func bound(f *float64, unit result.Unit) any {
	if f == nil {
		return nil
	}
	return amount{result.Float(*f, unit).Value, unit}
}

// remark joins the reason of a verdict with why a value is missing and what
// to beware of.
func (b *book) remark(say result.Text, val result.Value) string {
	var parts []string
	if !val.Known() && val.Missing == nil {
		parts = append(parts, b.Say("no.data"))
	}
	if val.Missing != nil {
		parts = append(parts, b.text(*val.Missing))
	}
	if text := b.text(say); text != "" && (len(parts) == 0 || parts[0] != text) {
		parts = append(parts, text)
	}
	for _, warning := range val.Warnings {
		parts = append(parts, b.text(warning))
	}
	return strings.Join(parts, " ")
}

func (b *book) direction(d result.Direction) string {
	switch d {
	case result.Lower:
		return b.Say("direction.lower")
	case result.Higher:
		return b.Say("direction.higher")
	}
	return b.Say("direction.contextual")
}

// series writes the monthly series, each indicator's months together.
func (b *book) series() error {
	heads := b.heads("column.id", "column.name", "month", "value", "target", "unit", "n", "remark")
	var rows [][]any
	for i := range b.r.Indicators {
		ind := &b.r.Indicators[i]
		var target amount
		if ind.Target != nil {
			target = amount{ind.Target.Value, ind.Unit}
		}
		for _, p := range ind.Series {
			rows = append(rows, []any{ind.ID, b.text(ind.Name), day(p.Label), amount{p.Value, ind.Unit}, target,
				plain.Name(ind.Unit, b.Words), observed(p.N, p.Masked), b.pointRemark(p.Value == nil, p.Masked, p.Flag, p.Part)})
		}
	}
	sheet := b.Say("sheet.series")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 3)
}

// observed is the n of a point; one that stays inside the office is left open.
func observed(n int64, masked bool) any {
	if masked {
		return nil
	}
	return n
}

// pointRemark says what is special about a point.
func (b *book) pointRemark(missing, masked bool, flag string, partial bool) string {
	var parts []string
	switch {
	case masked:
		parts = append(parts, b.Say("masked"))
	case missing:
		parts = append(parts, b.Say("no.data"))
	}
	if text := b.Maybe("flag." + flag); text != "" {
		parts = append(parts, text)
	}
	if partial {
		parts = append(parts, b.Say("partial"))
	}
	return strings.Join(parts, "; ")
}

// groups writes every breakdown, one row a group.
func (b *book) groups() error {
	heads := b.heads("column.id", "column.name", "column.dimension", "column.group", "value", "unit",
		"numerator", "denominator", "n", "column.n_unit", "lower", "upper", "column.level", "column.method", "column.reason")
	var rows [][]any
	for i := range b.r.Indicators {
		ind := &b.r.Indicators[i]
		for _, g := range ind.Groups {
			for _, row := range g.Rows {
				line := []any{ind.ID, b.text(ind.Name), b.text(g.Title), b.quantity(row.Label),
					amount{row.Value.Value, ind.Unit}, plain.Name(ind.Unit, b.Words)}
				line = append(line, b.terms(ind, row.Value)...)
				line = append(line, b.spread(ind.Unit, row.Value)...)
				rows = append(rows, append(line, b.remark(result.Text{}, row.Value)))
			}
		}
	}
	sheet := b.Say("sheet.groups")
	if _, err := b.table(sheet, 1, heads, rows); err != nil {
		return err
	}
	return b.freeze(sheet, 4)
}
