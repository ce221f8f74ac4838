package config

import (
	"testing"

	"pgregory.net/rapid"
)

// TestDistance: one letter added, left out, changed or swapped with its
// neighbour is one; and it is a distance.
func TestDistance(t *testing.T) {
	for pair, want := range map[[2]string]int{
		{"number", "number"}: 0, {"nubmer", "number"}: 1, {"numbr", "number"}: 1, {"numbers", "number"}: 1, {"nymber", "number"}: 1,
		{"", "abc"}: 3, {"tikcet", "ticket"}: 1, {"detik", "menit"}: 3, {"é", "e"}: 1,
	} {
		if got := distance([]rune(pair[0]), []rune(pair[1])); got != want {
			t.Errorf("%v: %d, want %d", pair, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SliceOfN(rapid.RuneFrom([]rune("abc")), 0, 8)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if d := distance(a, b); d != distance(b, a) || (d == 0) != (string(a) == string(b)) || d > max(len(a), len(b)) {
			t.Fatalf("%q %q: %d", string(a), string(b), d)
		}
	})
}

// TestNearest suggests what is near, and nothing for what is far from all.
func TestNearest(t *testing.T) {
	list := []Choice{{Word: "ticket", Also: []string{"tiket"}}, {Word: "tout", Also: []string{"calo"}}}
	for in, want := range map[string]string{"TIKET": "ticket", "tikets": "ticket", "kalo": "tout", "visitors": "", "x": "", "": ""} {
		if got, ok := nearest(list, in); got != want && (ok || want != "") {
			t.Errorf("%q: %q", in, got)
		}
	}
}
