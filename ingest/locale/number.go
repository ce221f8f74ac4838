// Package locale reads the numbers, amounts, dates and clocks of Indonesian
// office exports: text in, value out. It is a leaf: it knows nothing of
// columns, files or records, and never guesses: how a column is to be read is
// decided by its caller, from all its values, with the surveys here.
package locale

import (
	"errors"
	"math/big"
	"strings"
)

// Errors of all readers in this package.
var (
	ErrEmpty  = errors.New("empty")
	ErrSyntax = errors.New("not of this form")
	ErrRange  = errors.New("out of range")
	// ErrAmbiguous: the text has separators and its column did not decide what
	// they mean.
	ErrAmbiguous = errors.New("fits more than one reading")
)

// NumberStyle is how a column writes numbers.
type NumberStyle uint8

const (
	StyleUnknown NumberStyle = iota
	StylePlain               // 1234567.89: no grouping, decimal point
	StyleID                  // 1.234.567,89
	StyleEN                  // 1,234,567.89
)

// Decimal is an exact decimal number: Coef / 10^Scale.
type Decimal struct {
	Coef  int64
	Scale uint8
}

var pow10 = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// Rat is the exact value.
func (d Decimal) Rat() *big.Rat { return big.NewRat(d.Coef, pow10[d.Scale]) }

// Int is the value when it is whole.
func (d Decimal) Int() (int64, bool) { return d.Scaled(0) }

// Sen is the value in hundredths, when it has no more than two decimals that
// matter.
func (d Decimal) Sen() (int64, bool) { return d.Scaled(2) }

// Scaled is the value times 10^n; ok is false when digits would be lost or the
// result does not fit.
func (d Decimal) Scaled(n uint8) (int64, bool) {
	switch {
	case d.Scale == n:
		return d.Coef, true
	case d.Scale < n:
		f := pow10[n-d.Scale]
		v := d.Coef * f
		return v, v/f == d.Coef
	}
	f := pow10[d.Scale-n]
	return d.Coef / f, d.Coef%f == 0
}

// Rounded is the value times 10^n, rounded half away from zero. For figures
// that were computed by a spreadsheet, such as means.
func (d Decimal) Rounded(n uint8) int64 {
	if v, ok := d.Scaled(n); ok || d.Scale < n {
		return v
	}
	f := pow10[d.Scale-n]
	v, rest := d.Coef/f, d.Coef%f
	if 2*max(rest, -rest) >= f {
		if d.Coef < 0 {
			return v - 1
		}
		return v + 1
	}
	return v
}

// strip removes currency marks, the trailing ",-", parentheses and spaces, and
// tells the sign.
func strip(s string) (string, bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " "))
	neg := false
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s, neg = s[1:len(s)-1], true
	}
	sign := func() {
		if rest, ok := strings.CutPrefix(s, "-"); ok && rest != "" {
			s, neg = strings.TrimSpace(rest), !neg
		} else if rest, ok := strings.CutPrefix(s, "\u2212"); ok {
			s, neg = strings.TrimSpace(rest), !neg
		} else if rest, ok := strings.CutPrefix(s, "+"); ok {
			s = rest
		}
	}
	sign()
	for _, mark := range []string{"Rp.", "Rp", "RP.", "RP", "rp", "IDR"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			s = strings.TrimSpace(rest)
			break
		}
	}
	sign()
	for _, tail := range []string{",-", ".-", ",–"} {
		s = strings.TrimSuffix(s, tail)
	}
	return strings.TrimSpace(s), neg
}

// ParseNumber reads a number in a style. Groups must be of three digits. In
// StyleUnknown only numbers without separators are read; others are
// ErrAmbiguous.
func ParseNumber(s string, st NumberStyle) (Decimal, error) {
	s, neg := strip(s)
	if s == "" {
		return Decimal{}, ErrEmpty
	}
	group, point := byte(0), byte('.')
	switch st {
	case StyleID:
		group, point = '.', ','
	case StyleEN:
		group = ','
	case StyleUnknown:
		if strings.ContainsAny(s, ".,") {
			return Decimal{}, ErrAmbiguous
		}
	}
	d, err := digits(s, group, point)
	if err == ErrSyntax && st == StylePlain && strings.ContainsAny(s, "eE") {
		d, err = exponent(s)
	}
	if neg {
		d.Coef = -d.Coef
	}
	return d, err
}

func digits(s string, group, point byte) (Decimal, error) {
	var d Decimal
	run, groups, frac, seen := 0, 0, false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			seen = true
			if frac && d.Scale == 15 {
				continue // digits beyond the 15th decimal cannot matter
			}
			if d.Coef > (1<<63-10)/10 {
				return Decimal{}, ErrRange
			}
			d.Coef = d.Coef*10 + int64(c-'0')
			if frac {
				d.Scale++
			}
			run++
		case c == point && !frac:
			if groups > 0 && run != 3 || !seen && i+1 == len(s) {
				return Decimal{}, ErrSyntax
			}
			frac, run = true, 0
		case (c == group && group != 0 || c == ' ' && group != 0) && !frac:
			if groups == 0 && (run == 0 || run > 3) || groups > 0 && run != 3 {
				return Decimal{}, ErrSyntax
			}
			groups++
			run = 0
		default:
			return Decimal{}, ErrSyntax
		}
	}
	if !seen || groups > 0 && !frac && run != 3 {
		return Decimal{}, ErrSyntax
	}
	return d, nil
}

// exponent reads what spreadsheets store as 1.5E-2, exactly, within 18 digits.
func exponent(s string) (Decimal, error) {
	r, ok := new(big.Rat).SetString(s)
	if !ok || len(s) > 40 {
		return Decimal{}, ErrSyntax
	}
	for scale := range uint8(len(pow10)) {
		v := new(big.Rat).Mul(r, big.NewRat(pow10[scale], 1))
		if v.IsInt() && v.Num().IsInt64() {
			return Decimal{v.Num().Int64(), scale}, nil
		}
	}
	f, _ := r.Float64()
	if f > -1e3 && f < 1e3 { // more digits than fit: keep 15 decimals
		v := new(big.Rat).Mul(r, big.NewRat(1e15, 1))
		q := new(big.Int).Quo(v.Num(), v.Denom())
		return Decimal{q.Int64(), 15}, nil
	}
	return Decimal{}, ErrRange
}

// CutUnit splits a number from the unit behind it: "12 hari", "1,5 juta", "2
// orang", "10 (sepuluh) orang". Both are empty or whole: a text that does not
// begin with a number, or holds another one, is all number.
func CutUnit(s string) (number, unit string) {
	n := 0
	for n < len(s) && (digit(s[n]) || s[n] == '.' || s[n] == ',' || s[n] == ' ' || n == 0 && s[n] == '-') {
		n++
	}
	if n == 0 || n == len(s) || strings.ContainsAny(s[n:], "0123456789") || !letter(s[n]) && s[n] != '(' && s[n] != '\'' {
		return s, ""
	}
	return strings.TrimRight(s[:n], " .,"), strings.ToLower(strings.TrimSpace(s[n:]))
}
