package numberformat

import (
	"math"
	"math/big"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/grid"
)

func TestLook(t *testing.T) {
	for code, want := range map[string]grid.Look{
		"General": grid.General, "Standard": grid.General, "General;-General": grid.General,
		`#,##0 "hari"`: grid.InDays, `_-"Rp"* #,##0_-`: grid.General, `[$Rp-421]#,##0.00`: grid.General, "0.00E+00": grid.General,
		`\d0`: grid.General, `"dd"0`: grid.General, "[>=100]0;0.0": grid.General, "# ?/?": grid.General, `[Red]0`: grid.General,
		"dd/mm/yyyy": grid.Date, `[$-421]d mmmm yyyy`: grid.Date, "mmm-yy": grid.Date, "mmmm": grid.Date, "mm": grid.Date, "d-mmm h:mm": grid.Date,
		`[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: grid.Date, "yyyy-mm-dd;@": grid.Date, `dd" tgl "`: grid.Date,
		"hh:mm": grid.Time, "mm:ss": grid.Time, `[$-F400]h:mm:ss\ AM/PM`: grid.Time, `h" jam "mm" menit"`: grid.Time,
		"[h]:mm": grid.Span, "[hh]:mm:ss": grid.Span, "[mm]": grid.Span, `[Red][h]:mm`: grid.Span,
		"0.00%": grid.Percent, `0.0%;[Red]-0.0%`: grid.Percent,
		`"Rp"#,##0;[Red]"Rp"-#,##0`: grid.General, `hh:mm;@`: grid.Time, `dd\/mm\/yyyy`: grid.Date, `"a;b" yyyy`: grid.Date,
		"@": grid.AsText, " @ ": grid.AsText, "[": grid.General, `"`: grid.General, `\`: grid.General,
	} {
		if got := Look(200, code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
	for id, want := range map[int]grid.Look{
		0: grid.General, 1: grid.General, 3: grid.General, 4: grid.General, 9: grid.Percent, 10: grid.Percent, 11: grid.General, 13: grid.General, 14: grid.Date, 17: grid.Date,
		18: grid.Time, 20: grid.Time, 21: grid.Time, 22: grid.Date, 37: grid.General, 40: grid.General, 45: grid.Span, 46: grid.Span, 47: grid.Span, 48: grid.General, 49: grid.AsText, 164: grid.General,
	} {
		if got := Look(id, ""); got != want {
			t.Errorf("built-in %d: %d, want %d", id, got, want)
		}
	}
	if got := Look(14, "0.00"); got != grid.General {
		t.Errorf("a built-in format that the file defines anew: %d", got)
	}
}

func TestUnitsShownBehindNumbers(t *testing.T) {
	for code, want := range map[string]grid.Look{
		`#,##0" juta"`: grid.InMillions, `#,##0.0" Juta";-#,##0" Juta"`: grid.InMillions, `"Rp "#,##0" ribu"`: grid.InThousands, `General" miliar"`: grid.InBillions,
		`0" menit"`: grid.InMinutes, `0" detik"`: grid.InSeconds, `0.0" jam"`: grid.InHours, `0" hari"`: grid.InDays,
		`#,##0,," juta"`: grid.General, // the cell holds rupiah: the format divides
		`"Rp"#,##0`:      grid.General, `#,##0;[Red]"minus juta"#,##0`: grid.General, `h" jam "mm" menit"`: grid.Time, `0%" juta"`: grid.Percent,
	} {
		if got := Code(code); got != want {
			t.Errorf("%s: %d, want %d", code, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 355000: "355000", 0.1 + 0.2: "0.3", 9.6731999999999996: "9.6732", -1234567.89: "-1234567.89", 42370.3541666667: "42370.3541666667",
		1e20: "100000000000000000000", 1.5e300: "1.5e+300", 3201011234567890: "3201011234567890", 3201011234567895: "3201011234567900", 1e-12: "1e-12",
		math.MaxFloat64: "1.7976931348623157e+308", math.Copysign(0, -1): "0",
	} {
		if got := Digits(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

// TestDigitsAreWithinHalfAUnit: the text differs from the number by no more
// than half a unit of the fifteenth digit (and the float nearest to that).
func TestDigitsAreWithinHalfAUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := math.Float64frombits(rapid.Uint64().Draw(t, "bits"))
		if math.IsNaN(v) || math.IsInf(v, 0) || v == 0 || math.Abs(v) > 1e308 || math.Abs(v) < 1e-290 {
			return
		}
		got, err := strconv.ParseFloat(Digits(v), 64)
		if err != nil {
			t.Fatal(err)
		}
		diff := new(big.Rat).Sub(new(big.Rat).SetFloat64(got), new(big.Rat).SetFloat64(v))
		if f, _ := diff.Float64(); math.Abs(f) > math.Abs(v)*5.1e-15 {
			t.Fatalf("%v -> %s", v, Digits(v))
		}
	})
}
