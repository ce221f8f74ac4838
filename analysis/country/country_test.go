package country

import "testing"

func TestName(t *testing.T) {
	for in, want := range map[string]string{"RRT": "Tiongkok", "r.r.t.": "Tiongkok", "CHINA": "Tiongkok", "Cina ": "Tiongkok", "WN Tiongkok": "Tiongkok", "Warga Negara Cina": "Tiongkok",
		"Korea": "Korea Selatan", "Viet Nam": "Vietnam", "Negeri  Rekaan": "Negeri Rekaan", "wna india": "India"} {
		if got := Name(in); got != want {
			t.Errorf("Name(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"RRT", "wna india", "Warga Negara  Cina", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c := Name(s); Name(c) != c {
			t.Errorf("%q: %q is not settled", s, c)
		}
	})
}
