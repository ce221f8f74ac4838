package templates

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/wording"
)

// phrase shows the values of a result in the language of the page.
type phrase struct{ tongue format.Lang }

func (p phrase) text(t result.Text) string {
	if t.Empty() {
		return ""
	}
	return format.Text(t, p.tongue)
}

func (p phrase) texts(ts []result.Text) []string {
	out := make([]string, 0, len(ts))
	for _, t := range ts {
		if !t.Empty() {
			out = append(out, p.text(t))
		}
	}
	return out
}

func (p phrase) quantity(q result.Quantity) string { return format.Quantity(q, p.tongue) }

func (p phrase) absent() string { return wording.Words{Lang: p.tongue}.Say("no.data") }

func (p phrase) value(x quantity, u result.Unit) string {
	if x == nil {
		return p.absent()
	}
	return format.Value(x, u, p.tongue)
}

func (p phrase) parts(x quantity, u result.Unit) measure {
	if x == nil {
		return measure{Number: p.absent()}
	}
	number, unit := format.Parts(x, u, p.tongue)
	return measure{number, unit}
}

// bound shows a float; one that is absent or not finite is no data.
func (p phrase) bound(f *float64, u result.Unit) string {
	if f == nil {
		return p.absent()
	}
	return p.value(new(big.Rat).SetFloat64(*f), u)
}

func (p phrase) difference(x quantity, u result.Unit) string { return format.Change(x, u, p.tongue) }

func (p phrase) date(iso string) string {
	if iso == "" {
		return ""
	}
	return format.Date(iso, p.tongue)
}

func (p phrase) month(m string) string { return format.Month(m, p.tongue) }

func (p phrase) span(id string) string { return format.Span(id, p.tongue) }

// plain shows a whole number without a unit.
func (p phrase) plain(n int64) string { return p.value(new(big.Rat).SetInt64(n), result.Count) }

// decimal shows n / by with the places a ratio gets.
func (p phrase) decimal(n, by int64) string { return p.value(big.NewRat(n, by), result.Ratio) }

// count shows a number of observations with its unit.
func (p phrase) count(n int64, u result.Unit) string {
	if u == "" {
		u = result.Count
	}
	return p.value(new(big.Rat).SetInt64(n), u)
}

// points shows a score, or that there is none.
func (p phrase) points(x quantity) string { return p.value(x, result.Points) }

// number is a value as a table cell.
func (p phrase) number(x quantity, u result.Unit) cell {
	c := cell{Text: p.value(x, u), Number: true}
	if x != nil {
		c.Sort = x.FloatString(6)
	}
	return c
}

func (p phrase) boundCell(f *float64, u result.Unit) cell {
	if f == nil {
		return p.number(nil, u)
	}
	return p.number(new(big.Rat).SetFloat64(*f), u)
}

// counted is a number of observations as a table cell, without its unit.
func (p phrase) counted(n int64, _ result.Unit) cell {
	c := p.number(new(big.Rat).SetInt64(n), result.Count)
	return c
}

// cell is any quantity as a table cell.
func (p phrase) cell(q result.Quantity) cell {
	if numeric(q.Unit) {
		return p.number(q.Value, q.Unit)
	}
	c := cell{Text: p.quantity(q)}
	switch q.Unit {
	case result.Date, result.Month, result.Span:
		c.Sort = q.Label
	}
	return c
}
