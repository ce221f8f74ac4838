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

// Look classifies a format by its code or, when there is none, by its built-in
// id (ISO/IEC 29500-1, 18.8.30, the same in BIFF, with the East Asian date
// formats 27 to 36 and 50 to 58).
func Look(id int, code string) grid.Look {
	switch {
	case code != "":
		return Code(code)
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

// Code classifies a format code such as "dd/mm/yyyy" or `[h]:mm;@` by its
// first section. An m alone is a month, beside h or s a minute.
func Code(code string) grid.Look {
	plain, span := bare(code)
	p := strings.ToLower(plain)
	switch unit, shown := unitShown(code); {
	case span:
		return grid.Span
	case shown && strings.ContainsAny(p, "0#?") && !strings.ContainsAny(p, "ydmhs%"), shown && p == "general":
		return unit
	case p == "general" || p == "standard" || p == "":
		return grid.General
	case strings.ContainsAny(p, "yd") || strings.Trim(p, "m -/.,") == "" && strings.Contains(p, "m") || strings.Contains(p, "mmm") && !strings.Contains(p, "h"):
		return grid.Date
	case strings.ContainsAny(p, "hs"):
		return grid.Time
	case strings.Contains(p, "%"):
		return grid.Percent
	case strings.TrimSpace(p) == "@":
		return grid.AsText
	}
	return grid.General
}

// units are the words that formats put behind numbers.
var units = map[string]grid.Look{
	"ribu": grid.InThousands, "ribuan": grid.InThousands, "rb": grid.InThousands, "thousand": grid.InThousands, "thousands": grid.InThousands,
	"juta": grid.InMillions, "jutaan": grid.InMillions, "jt": grid.InMillions, "million": grid.InMillions, "millions": grid.InMillions,
	"miliar": grid.InBillions, "milyar": grid.InBillions, "miliaran": grid.InBillions, "billion": grid.InBillions, "billions": grid.InBillions,
	"detik": grid.InSeconds, "dtk": grid.InSeconds, "seconds": grid.InSeconds, "sec": grid.InSeconds,
	"menit": grid.InMinutes, "mnt": grid.InMinutes, "minutes": grid.InMinutes, "min": grid.InMinutes,
	"jam": grid.InHours, "hours": grid.InHours, "hari": grid.InDays, "days": grid.InDays,
}

// unitShown finds a word of units among the texts in quotes of a format code's
// first section. Where the format itself divides ("0,,"), the number is whole
// and the word only tells how it is shown.
func unitShown(code string) (grid.Look, bool) {
	first, _, _ := strings.Cut(code, ";")
	if !strings.Contains(first, `"`) {
		return grid.General, false
	}
	found, ok := grid.General, false
	for i, text := range strings.Split(first, `"`) {
		if i%2 == 0 {
			if strings.HasSuffix(strings.TrimRight(text, " _-\\"), ",") {
				return grid.General, false
			}
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(text)) {
			if u, known := units[strings.Trim(w, ".()")]; known {
				found, ok = u, true
			}
		}
	}
	return found, ok
}

// bare strips a format code's first section of quoted and escaped characters,
// colours and locales; span reports elapsed time such as [h] or [mm].
func bare(code string) (plain string, span bool) {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return out.String(), span
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
			in := strings.ToLower(code[i+1 : i+k])
			span = span || in != "" && (strings.Trim(in, "h") == "" || strings.Trim(in, "m") == "" || strings.Trim(in, "s") == "")
			i += k
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), span
}

// Digits writes a finite number with the 15 significant digits a spreadsheet
// shows, without an exponent where that stays short: 0.1+0.2 is "0.3".
func Digits(v float64) string {
	if v == 0 {
		return "0"
	}
	s := strconv.FormatFloat(v, 'g', 15, 64)
	if !strings.Contains(s, "e") {
		return s
	}
	r, err := strconv.ParseFloat(s, 64)
	if err != nil {
		r = v // rounding went past the largest number
	}
	if a := math.Abs(r); a >= 1e21 || a < 1e-9 {
		return strconv.FormatFloat(r, 'e', -1, 64)
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
