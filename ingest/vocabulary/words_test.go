package vocabulary

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// listing is every phrase with the field that it belongs to and what it means
// there, one a line.
func listing() string {
	var b strings.Builder
	for _, field := range PhraseFields() {
		p := PhrasesOf(field)
		for _, m := range p.Meanings() {
			for _, s := range p.Spellings(m) {
				fmt.Fprintf(&b, "%s\t%s\t%s\n", field, m, s)
			}
		}
	}
	return b.String()
}

// TestEveryWord: the list of all words, with the field each belongs to, is the
// one that was looked at last. RAPOR_UPDATE=1 writes it anew.
func TestEveryWord(t *testing.T) {
	const name = "testdata/words.tsv"
	got := listing()
	if os.Getenv("RAPOR_UPDATE") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || string(want) != got {
		t.Errorf("the words have changed; look at them and write them with RAPOR_UPDATE=1 (%v)", err)
	}
}

// TestWordsOfQueues: words that tickets of common queue systems bear, and words
// that are no outcome yet or of none, which stay unknown.
func TestWordsOfQueues(t *testing.T) {
	for _, c := range []struct{ field, meaning, words string }{
		{Priority, "no", "Umum|Reguler|Normal|Regular|Non Prioritas|Pemohon Umum|Dewasa|General|Tidak|N|0"},
		{Priority, "yes", "Lansia|Balita|Ibu hamil|Disabilitas|VIP|Prioritas|elderly|infant|Lanjut Usia|Difabel|Bumil|Ibu Menyusui|Pregnant|Y|1"},
		{Status, "served", "Selesai|Dilayani|Terlayani|Served|Done|Completed|Closed|Finish|Sukses|Berhasil"},
		{Status, "noshow", "Skip|Tidak Hadir|No Show|Terlewat|Hangus|Expired|Abandoned|Missed|Tidak Datang"},
		{Status, "cancelled", "Batal|Dibatalkan|Cancelled|Canceled|Void|Deleted"},
		{Status, "waiting", "Menunggu|Waiting|Hold|Pending|Parkir|Parked|Aktif|Active"},
		{Status, "", "Dialihkan|Transfer|Pindah Loket|OK|Non Aktif|Berkas Kurang|Selesai Otomatis"},
		{Sex, "male", "L|Laki-laki|Pria|Male|M|Lk."},
		{Sex, "female", "P|Perempuan|Wanita|Female|F|Pr."},
		{Paid, "yes", "Lunas|Sudah Bayar|Paid|Terbayar|Disetor"},
		{Paid, "no", "Belum Lunas|Belum Bayar|Unpaid"},
		{Fund, "rm", "RM|Rupiah Murni|A|A - Rupiah Murni|RM (A)"},
		{Fund, "pnbp", "PNBP|D|PNBP (D)"},
		{Act, "other", "Penolakan Masuk|Ditolak masuk|Repatriasi"},
	} {
		for w := range strings.SplitSeq(c.words, "|") {
			if got := PhrasesOf(c.field).Read(w).Meaning(); got != c.meaning {
				t.Errorf("%s: %q means %q, want %q", c.field, w, got, c.meaning)
			}
		}
	}
}

// twice are the phrases of a field that stand for two meanings.
func twice(field string) []string {
	var out []string
	is := map[string]string{}
	p := PhrasesOf(field)
	for _, m := range p.Meanings() {
		for _, s := range p.Spellings(m) {
			if was, met := is[s]; met && was != m {
				out = append(out, s+": "+was+", "+m)
			}
			is[s] = m
		}
	}
	return out
}

// FuzzOneMeaning: a text of one phrase has one meaning, however it is dressed:
// in capitals, with blanks around it, read twice.
func FuzzOneMeaning(f *testing.F) {
	for i, field := range PhraseFields() {
		for _, line := range twice(field) {
			f.Errorf("%s: %s", field, line)
		}
		for _, m := range PhrasesOf(field).Meanings() {
			f.Add(uint8(i), PhrasesOf(field).Word(m))
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, s string) {
		fields := PhraseFields()
		p := PhrasesOf(fields[int(n)%len(fields)])
		r := p.Read(s)
		if len(r.Meanings) > 1 && !p.list || (r.Verdict == Sure) != (len(r.Meanings) > 0) {
			t.Errorf("%q: %+v", s, r)
		}
		if strings.ContainsFunc(s, func(c rune) bool { return c > 127 }) {
			return // letters whose capitals are others
		}
		for _, dressed := range []string{strings.ToUpper(s), "  " + s + " ", s} {
			if o := p.Read(dressed); o.Verdict != r.Verdict || !slices.Equal(o.Meanings, r.Meanings) {
				t.Errorf("%q: %+v, %q: %+v", s, r, dressed, o)
			}
		}
	})
}
