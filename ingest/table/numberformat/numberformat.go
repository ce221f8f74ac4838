// Package numberformat reads what a spreadsheet's number formats tell of a
// number (is 42736 a date?), and writes numbers as a spreadsheet shows them.
// It knows nothing of files.
package numberformat

import (
	"math"
	"strconv"
	"strings"

	"rapor/ingest/grid"
)

// Look classifies a format by its built-in id (ECMA-376 part 1, 18.8.30, the
// same in BIFF) or, when there is one, by its code.
func Look(id int, code string) grid.Look {
	if code != "" {
		return Code(code)
	}
	switch {
	case id == 9 || id == 10:
		return grid.Percent
	case id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58:
		return grid.Date
	case id >= 18 && id <= 21:
		return grid.Time
	case id >= 45 && id <= 47:
		return grid.Span
	case id == 49:
		return grid.AsText
	}
	return grid.General
}

// Code classifies a format code such as "dd/mm/yyyy" or `[h]:mm;@`.
func Code(code string) grid.Look {
	p, span := bare(code)
	switch {
	case span:
		return grid.Span
	case p == "general" || p == "standard" || p == "":
		return grid.General
	case strings.ContainsAny(p, "yd") || strings.Contains(p, "mmm") && !strings.Contains(p, "h"):
		return grid.Date
	case strings.ContainsAny(p, "hs"):
		return grid.Time
	case strings.Contains(p, "%"):
		return grid.Percent
	case p == "@":
		return grid.AsText
	}
	return grid.General
}

// bare is the first section of a code without literals, colours and
// conditions; span says that it counts elapsed time.
func bare(code string) (plain string, span bool) {
	var out strings.Builder
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch c := code[i]; c {
		case '"':
			if k := strings.IndexByte(code[i+1:], '"'); k >= 0 {
				i += k + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			k := strings.IndexByte(code[i:], ']')
			if k < 0 {
				continue
			}
			switch strings.ToLower(code[i+1 : i+k]) {
			case "h", "hh", "m", "mm", "s", "ss":
				return "", true
			}
			i += k
		default:
			out.WriteByte(c)
		}
	}
	return strings.ToLower(out.String()), false
}

// Digits writes a finite number with the 15 significant digits a spreadsheet
// shows, without an exponent where that stays short: 0.1+0.2 is "0.3".
func Digits(v float64) string {
	if v == 0 {
		return "0"
	}
	s := strconv.FormatFloat(v, 'e', 14, 64)
	r, err := strconv.ParseFloat(s, 64)
	if err != nil {
		r = v // rounding went past the largest number
	}
	if a := math.Abs(r); a >= 1e21 || a < 1e-9 {
		return strconv.FormatFloat(r, 'e', -1, 64)
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
