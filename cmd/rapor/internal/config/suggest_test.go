package config

import (
	"strings"
	"testing"

	"rapor/analysis/result"

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

// TestOtherWordsOfKeys: each word under which people look for a key is known
// for keys of this file alone, and is no key itself where it stands for one.
func TestOtherWordsOfKeys(t *testing.T) {
	all := map[string]bool{}
	for _, k := range Declaration() {
		all[k.Name()] = true
		if len(inOtherWords[k.Name()]) == 0 {
			t.Errorf("%s: nobody knows it by another word", k.Path)
		}
	}
	for name := range inOtherWords {
		if !all[name] {
			t.Errorf("%s is no key", name)
		}
	}
}

// TestItemsThatRepeat: what a list says twice is named with both places, and
// the settings are used all the same.
func TestItemsThatRepeat(t *testing.T) {
	for yaml, want := range map[string]string{
		"office: {aliases: [KANIM A, kanim a]}":                                    "office.aliases[1] sama dengan yang di baris 1",
		"priority_classes: [C, D, C]":                                              "priority_classes[2]",
		"reforms:\n- {date: 2016-03-01, name: K, indicators: [ANT, ANT]}\n":        "reforms[0].indicators[1]",
		"reforms:\n- {date: 2016-03-01, name: K}\n- {date: 2016-03-01, name: K}\n": "reforms[1] sama dengan yang di baris 2",
		"evidence: [{criterion: a, title: T}, {criterion: a, title: T}]":           "evidence[1]",
		"exclude: [a.csv, a.csv]":                                                  "exclude[1]",
		"office: {letterhead: [A, A]}":                                             "",
		"priority_classes: [C, D]":                                                 "",
	} {
		f, err := load(yaml)
		if err != nil {
			t.Fatalf("%s: %v", yaml, err)
		}
		switch got := f.Again(); {
		case want == "" && len(got) > 0, want != "" && (len(got) != 1 || !strings.Contains(got[0].ID, want)):
			t.Errorf("%s: %v, want %q", yaml, got, want)
		}
	}
}

// TestTargetsThatAreOffered: only indicators that may have a target are
// offered; another is refused with the reason, not as unknown.
func TestTargetsThatAreOffered(t *testing.T) {
	k, _ := declared("targets[].indicator")
	for _, w := range k.Words {
		if info, _ := indicatorOf(w.Word); info.Better == result.Contextual {
			t.Errorf("%s is offered", w.Word)
		}
	}
	if _, err := load("targets: [{indicator: ANT-01, value: 5}]"); err == nil || !strings.Contains(err.Error(), "konteks") {
		t.Errorf("%v", err)
	}
}
