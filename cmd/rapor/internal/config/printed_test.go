package config

import (
	"strings"
	"testing"
)

// TestPersonalValuesAreNamed: a number of a person in a setting that is printed
// is named with its line; the NIP of the signer is meant, and what is not
// printed needs no word.
func TestPersonalValuesAreNamed(t *testing.T) {
	for _, tc := range []struct{ yaml, key string }{
		{"office: {address: \"Jl. Contoh 1, HP 0812-3456-7890\"}", "office.address"},
		{"office: {letterhead: [KEMENTERIAN, \"NIK 3175012304900001\"]}", "office.letterhead[1]"},
		{"evidence:\n  - {title: Paspor A1234567, check: surat}", "evidence[0].title"},
		{"reforms:\n  - {date: 2016-03-01, name: {id: Kuota, en: \"Quota, call 081234567890\"}}", "reforms[0].name"},
		{"office: {nip: \"198001012005011001\", name: Kantor Contoh}", ""},
		{"office: {head: \"198001012005011001\"}", "office.head"},
		{"salt: \"081234567890\"", ""},
	} {
		f, err := Parse("rapor.yaml", []byte(tc.yaml))
		if err != nil {
			t.Fatalf("%s: %v", tc.yaml, err)
		}
		said := f.Personal()
		if tc.key == "" {
			if len(said) > 0 {
				t.Errorf("%s: %v", tc.yaml, said)
			}
			continue
		}
		if len(said) != 1 || !strings.Contains(said[0].ID, tc.key) || !strings.Contains(said[0].EN, tc.key) {
			t.Errorf("%s: said %v, want %s", tc.yaml, said, tc.key)
		}
	}
}
