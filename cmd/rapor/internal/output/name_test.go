package output

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/text"
)

func TestName(t *testing.T) {
	for _, good := range []string{"2016", "2016-T4", "2016-01..2016-06", "penghargaan-pelayanan.html", "Kanim Kelas II", "kôntor", "COM", "COM10", "CONSOLE", "nul-lah", "LPTX"} {
		if got, err := Name(good); err != nil || got != good {
			t.Errorf("%q: %q %v", good, got, err)
		}
	}
	for _, bad := range []string{
		"", ".", "..", "...", "a/b", `a\b`, "/a", "../../korban", `C:\a`, "C:", "a:b", "a.", ".a", " a", "a ", "a\u00a0", "a\t", "a\nb", "a\x00", "\x7f", "a\u0085",
		"a\u202eb", "\u200b", "a\u2028b", "a\xff", "<a>", `"a"`, "a|b", "a?", "a*",
		"CON", "con", "nul", "NUL.txt", "Aux.tar.gz", "prn", "COM1", "com9.html", "LPT0", "LPT¹", "com².txt", "CONIN$", "conout$", "CON .txt", strings.Repeat("a", 201), strings.Repeat("ä", 101),
	} {
		got, err := Name(bad)
		if err == nil || got != "" {
			t.Errorf("%q passes as %q", bad, got)
		} else if text.Say(err, text.ID) == text.Say(err, text.EN) {
			t.Errorf("%q: one language only", bad)
		}
	}
}

// TestNameStaysInItsFolder: what passes names one thing directly in a folder.
func TestNameStaysInItsFolder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[./\\a:COM1N UL]{0,8}`)).Draw(t, "name")
		n, err := Name(s)
		if err != nil {
			return
		}
		if n != s || strings.ContainsAny(n, "/\\:\x00") || n == "." || n == ".." || strings.HasSuffix(n, ".") || strings.HasSuffix(n, " ") {
			t.Fatalf("%q passes", s)
		}
	})
}
