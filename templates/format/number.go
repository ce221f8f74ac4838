// Package format turns values into words for people, in Indonesian and
// English. It is the only place that rounds, half up, on exact rationals.
//
// It knows units and languages and nothing else.
package format

import (
	"math/big"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest/text"
)

// Lang is a language of the program.
type Lang = text.Lang

// The languages.
const (
	ID = text.ID
	EN = text.EN
)

// say chooses a word.
func say(l Lang, id, en string) string { return text.T(id, en).In(l) }

// Missing is what stands for a value that is not there.
func Missing(l Lang) string { return say(l, "tidak ada data", "no data") }

// Decimal writes a rational with a number of decimals, rounded half away from
// zero, grouped in the language's way.
func Decimal(v *big.Rat, decimals int, l Lang) string {
	s := new(big.Rat).Abs(v).FloatString(decimals)
	whole, frac, _ := strings.Cut(s, ".")
	var b strings.Builder
	if v.Sign() < 0 && strings.Trim(s, "0.") != "" {
		b.WriteString("-")
	}
	b.WriteString(text.Digits(whole, l))
	if frac != "" {
		b.WriteString(say(l, ",", ".") + frac)
	}
	return b.String()
}

// trimmed writes up to a number of decimals, none when they are all zero.
func trimmed(v *big.Rat, decimals int, l Lang) string {
	if new(big.Rat).SetFrac(v.Num(), v.Denom()).IsInt() {
		return Decimal(v, 0, l)
	}
	return Decimal(v, decimals, l)
}

func over(v *big.Rat, n int64) *big.Rat  { return new(big.Rat).Quo(v, big.NewRat(n, 1)) }
func times(v *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(v, big.NewRat(n, 1)) }

// Parts writes a value as its number and its unit word, for cards. Seconds are
// minutes from one minute on, with one decimal under 100.
func Parts(v *big.Rat, u result.Unit, l Lang) (number, unit string) {
	if v == nil {
		return Missing(l), ""
	}
	switch u {
	case result.Seconds:
		return seconds(v, l)
	case result.Share:
		return trimmed(times(v, 100), 2, l) + "%", ""
	case result.PerMille:
		return Decimal(times(v, 1000), 2, l), say(l, "per 1.000", "per 1,000")
	case result.Sen:
		return rupiah(v, l), ""
	case result.ClockTime:
		return clock(v, l), ""
	case result.Hour:
		return hour(v, l), ""
	case result.Points:
		return Decimal(v, 2, l), ""
	case result.Ratio:
		return Decimal(v, 3, l), ""
	case result.PerHour:
		return Decimal(v, 1, l), say(l, "per jam", "per hour")
	}
	return trimmed(v, 1, l), word(u, v, l)
}

func seconds(v *big.Rat, l Lang) (string, string) {
	minute := big.NewRat(60, 1)
	switch a := new(big.Rat).Abs(v); {
	case a.Sign() != 0 && a.Cmp(minute) < 0:
		return trimmed(v, 1, l), say(l, "detik", "s")
	case a.Cmp(big.NewRat(6000, 1)) < 0:
		return trimmed(over(v, 60), 1, l), say(l, "menit", "min")
	}
	return Decimal(over(v, 60), 0, l), say(l, "menit", "min")
}

// rupiah writes sen as rupiah; sen are shown only when they are not zero.
func rupiah(v *big.Rat, l Lang) string {
	r := over(v, 100)
	s := "Rp" + trimmed(new(big.Rat).Abs(r), 2, l)
	if v.Sign() < 0 {
		return "-" + s
	}
	return s
}

func clock(v *big.Rat, l Lang) string {
	n := new(big.Int).Quo(new(big.Rat).Add(v, big.NewRat(1, 2)).Num(), new(big.Rat).Add(v, big.NewRat(1, 2)).Denom()).Int64()
	return two(n/3600) + say(l, ".", ":") + two(n/60%60)
}

func hour(v *big.Rat, l Lang) string {
	n := new(big.Int).Quo(v.Num(), v.Denom()).Int64()
	dot := say(l, ".", ":")
	return two(n) + dot + "00–" + two(n+1) + dot + "00"
}

func two(n int64) string {
	s := big.NewInt(n).String()
	if len(s) < 2 {
		return "0" + s
	}
	return s
}

// word is the unit word of a counted thing.
func word(u result.Unit, v *big.Rat, l Lang) string {
	one := v.Cmp(big.NewRat(1, 1)) == 0
	for _, w := range []struct {
		unit          result.Unit
		id, en, plain string
	}{
		{result.Days, "hari", "days", "day"}, {result.Persons, "orang", "persons", "person"}, {result.Acts, "tindakan", "acts", "act"},
		{result.Cases, "perkara", "cases", "case"}, {result.Events, "kejadian", "events", "event"}, {result.Tickets, "tiket", "tickets", "ticket"},
		{result.Applicants, "pemohon", "applicants", "applicant"}, {result.Answers, "responden", "respondents", "respondent"}, {result.Rows, "baris", "rows", "row"},
	} {
		if w.unit == u {
			if l == EN && one {
				return w.plain
			}
			return say(l, w.id, w.en)
		}
	}
	return ""
}

// Value writes a value with its unit.
func Value(v *big.Rat, u result.Unit, l Lang) string {
	n, unit := Parts(v, u, l)
	if unit == "" {
		return n
	}
	return n + " " + unit
}

// Float writes a value that is not exact, such as an interval bound.
func Float(f float64, u result.Unit, l Lang) string {
	r := new(big.Rat)
	if r.SetFloat64(f) == nil {
		return Missing(l)
	}
	// An integer unit's bound keeps one decimal: a bound of 6.2 acts is meant.
	return Value(r, u, l)
}

// Relative writes a relative change with its sign: +36,4%.
func Relative(d *big.Rat, l Lang) string {
	if d == nil {
		return Missing(l)
	}
	sign := ""
	if d.Sign() > 0 {
		sign = "+"
	}
	return sign + Value(d, result.Share, l)
}

// Change writes a difference with its sign; shares differ by percentage points.
func Change(d *big.Rat, u result.Unit, l Lang) string {
	if d == nil {
		return Missing(l)
	}
	sign := ""
	if d.Sign() > 0 {
		sign = "+"
	}
	if u == result.Share {
		return sign + trimmed(times(d, 100), 2, l) + " " + say(l, "poin persen", "percentage points")
	}
	return sign + Value(d, u, l)
}
