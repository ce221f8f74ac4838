// Package plain turns values of a result into what a spreadsheet cell holds:
// a bare number in one fixed unit per kind of value (minutes for durations,
// rupiah for money), so that a column can be added and compared. It rounds
// nothing and knows nothing of pages, workbooks or files.
package plain

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/templates/internal/wording"
)

// scales lists how a base unit becomes the unit of a cell, and the decimals
// worth showing. Units not listed are counts.
var scales = []struct {
	unit     result.Unit
	num, den int64
	places   int
}{
	{result.Seconds, 1, 60, 2},
	{result.Days, 1, 1, 1},
	{result.ClockTime, 1, 1, 0},
	{result.Share, 100, 1, 2},
	{result.PerMille, 1000, 1, 3},
	{result.Sen, 1, 100, 2},
	{result.Points, 1, 1, 2},
	{result.Ratio, 1, 1, 4},
	{result.PerHour, 1, 1, 2},
	{result.Count, 1, 1, 0},
	{result.Persons, 1, 1, 0},
	{result.Acts, 1, 1, 0},
	{result.Cases, 1, 1, 0},
	{result.Events, 1, 1, 0},
	{result.Tickets, 1, 1, 0},
	{result.Applicants, 1, 1, 0},
	{result.Answers, 1, 1, 0},
	{result.Rows, 1, 1, 0},
}

// Units lists the units that have a name, "unit.<name>" in the catalogue.
func Units() []result.Unit {
	out := make([]result.Unit, len(scales))
	for i, s := range scales {
		out[i] = s.unit
	}
	return out
}

// Number returns a value in the unit of a cell; nil stays nil.
func Number(v *big.Rat, u result.Unit) *big.Rat {
	if v == nil {
		return nil
	}
	for _, s := range scales {
		if s.unit == u && s.num != s.den {
			return new(big.Rat).Mul(v, big.NewRat(s.num, s.den))
		}
	}
	return v
}

// Float is Number of a bound; nil when it is absent or not finite.
func Float(f *float64, u result.Unit) *big.Rat {
	if f == nil {
		return nil
	}
	return Number(new(big.Rat).SetFloat64(*f), u)
}

// Places returns the decimals worth showing for a unit.
func Places(u result.Unit) int {
	for _, s := range scales {
		if s.unit == u {
			return s.places
		}
	}
	return 0
}

// Name names the unit of a cell; empty for a unit that has no name.
func Name(u result.Unit, w wording.Words) string {
	for _, s := range scales {
		if s.unit == u {
			return w.Say("unit." + string(u))
		}
	}
	return ""
}

// Terms names the units of an indicator's numerator and denominator. They are
// not part of a result, so they are named only where they follow from it: a
// denominator that is the number of observations counts those, a duration
// adds up durations, and other shares of finance are of money. Elsewhere the
// terms are bare numbers.
func Terms(ind *result.Indicator, val result.Value) (num, den result.Unit) {
	num, den = result.Ratio, result.Ratio
	if val.Num == nil || val.Den == nil {
		return num, den
	}
	counts := val.Den.IsInt() && val.Den.Num().IsInt64() && val.Den.Num().Int64() == val.N
	switch {
	case counts && val.NUnit != "":
		den = val.NUnit
	case ind.Domain == "finance" && ind.Unit == result.Share:
		den = result.Sen
	}
	switch ind.Unit {
	case result.Seconds, result.Days, result.ClockTime:
		num = ind.Unit
	case result.Share, result.PerMille:
		num = den
	}
	return num, den
}
