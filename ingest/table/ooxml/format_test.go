package ooxml

import (
	"testing"

	"rapor/ingest/grid"
)

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string]grid.Look{
		"General": grid.General, "Standard": grid.General, "General;-General": grid.General,
		`#,##0 "hari"`: grid.General, `_-"Rp"* #,##0_-`: grid.General, `[$Rp-421]#,##0.00`: grid.General, "0.00E+00": grid.General,
		`\d0`: grid.General, `"dd"0`: grid.General, "[>=100]0;0.0": grid.General, "# ?/?": grid.General, `[Red]0`: grid.General,
		"dd/mm/yyyy": grid.Date, `[$-421]d mmmm yyyy`: grid.Date, "mmm-yy": grid.Date, "mmmm": grid.Date, "mm": grid.Date, "d-mmm h:mm": grid.Date,
		`[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: grid.Date, "yyyy-mm-dd;@": grid.Date, `dd" tgl "`: grid.Date,
		"hh:mm": grid.Time, "mm:ss": grid.Time, `[$-F400]h:mm:ss\ AM/PM`: grid.Time, `h" jam "mm" menit"`: grid.Time,
		"[h]:mm": grid.Span, "[hh]:mm:ss": grid.Span, "[mm]": grid.Span, `[Red][h]:mm`: grid.Span,
		"0.00%": grid.Percent, `0.0%;[Red]-0.0%`: grid.Percent,
		"@": grid.AsText, "[": grid.General, `"`: grid.General, `\`: grid.General,
	} {
		if got := look(200, code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
	for id, want := range map[int]grid.Look{
		0: grid.General, 1: grid.General, 4: grid.General, 9: grid.Percent, 10: grid.Percent, 11: grid.General, 13: grid.General, 14: grid.Date, 17: grid.Date,
		18: grid.Time, 21: grid.Time, 22: grid.Date, 37: grid.General, 40: grid.General, 45: grid.Span, 47: grid.Span, 48: grid.General, 49: grid.AsText, 164: grid.General,
	} {
		if got := look(id, ""); got != want {
			t.Errorf("built-in %d: %d, want %d", id, got, want)
		}
	}
	if got := look(14, "0.00"); got != grid.General {
		t.Errorf("a built-in format that the file defines anew: %d", got)
	}
}

func TestAddresses(t *testing.T) {
	for col := range columns {
		ref := place(col, 12)
		if c, r, ok := address([]byte(ref)); !ok || c != col || r != 12 {
			t.Fatal(ref, c, r, ok)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "1A", "A-1", "A1B", "$A$1", "A 1", "Ä1", "A99999999999", "ZZZZZZZZZZZZZZ1"} {
		if c, r, ok := address([]byte(bad)); ok {
			t.Error(bad, c, r)
		}
	}
}
