package cli

import (
	"errors"
	"testing"

	"rapor/ingest/text"
	"rapor/ingest/text/texttest"
)

func TestHelpSpeaksBothLanguages(t *testing.T) {
	for _, h := range helps {
		if flaw := texttest.Flaw(h.Text); flaw != "" {
			t.Errorf("%s: %q %s", h.key, h.Text, flaw)
		}
	}
	if flaw := texttest.Flaw(about); flaw != "" {
		t.Errorf("about: %s", flaw)
	}
}

// TestFlagErrors: what the flag parser says in English is said whole in
// Indonesian.
func TestFlagErrors(t *testing.T) {
	for said, want := range map[string]string{
		`unknown flag --oot, did you mean "--out"?`:           `pilihan tidak dikenal: --oot; maksud Anda "--out"?`,
		`unknown flag --x, did you mean one of "--a", "--b"?`: `pilihan tidak dikenal: --x; maksud Anda salah satu dari "--a", "--b"?`,
		`unknown flag --x`: `pilihan tidak dikenal: --x`,
		`unexpected argument repot, did you mean "report"?`:                               `kata tidak dikenal: repot; maksud Anda "report"?`,
		`unexpected argument x`:                                                           `kata tidak dikenal: x`,
		`missing flags: --out=FOLDER`:                                                     `pilihan wajib belum diisi: --out=FOLDER`,
		`--lang must be one of "id","en","" but got "fr"`:                                 `--lang harus salah satu dari "id","en", bukan "fr"`,
		`--jobs: expected a valid 64 bit int but got "z"`:                                 `--jobs: harus bilangan bulat, bukan "z"`,
		`--quiet: bool value must be true, 1, yes, false, 0 or no but got "ja"`:           `--quiet: tulis true atau false, bukan "ja"`,
		`--out: expected string value but got "-q" (short flag); perhaps try --out="-q"?`: `--out: memerlukan isi, bukan "-q"; mungkin maksud Anda --out="-q"?`,
		`--out: expected string value but got "EOL" ("EOL")`:                              `--out: memerlukan isi`,
		`--out: expected string value but got "EOL"`:                                      `--out: memerlukan isi`,
		`expected one of "report", "inspect", ...`:                                        `harus salah satu dari "report", "inspect", ...`,
		`expected "<path> ..."`:                                                           `diperlukan "<berkas atau folder> ..."`,
	} {
		if got := flagError(errors.New(said)).ID; got != want {
			t.Errorf("%s\n got %s\nwant %s", said, got, want)
		}
	}
	own := flagError(text.Errorf("%q; contoh: 1", "%q; for example: 1", "x"))
	if own.EN != `"x"; for example: 1` || own.ID != `"x"; contoh: 1` {
		t.Errorf("an error of ours is said as %q", own)
	}
}
