package vocabulary

import (
	"slices"
	"strings"
	"sync"
)

// Inside reports that a name is that of one kind of what another names: each
// word of the group is one of the name's too ("Paspor Elektronik" in "Paspor"),
// or of what the name abbreviates ("ITAS" in "Izin Tinggal"), or the matters are
// parts of each other ("Kedatangan" in "Perlintasan").
func Inside(name, group string) bool {
	words := plain(group)
	if len(words) == 0 {
		return false
	}
	if narrower(plain(name), words) {
		return true
	}
	m, ok := MatterOf(name)
	if !ok {
		return false
	}
	if g, ok := MatterOf(group); ok {
		return slices.Contains(partsOf[g.Key], m.Key)
	}
	return slices.ContainsFunc(matterPhrases()[m.Key], func(p []string) bool { return narrower(p, words) })
}

// partsOf are the matters that are counted apart and together.
var partsOf = map[string][]string{
	"staff":     {"civil-servants", "contract-staff"},
	"crossings": {"arrivals", "departures"},
}

// narrower reports words that hold all those of a group, and more.
func narrower(words, group []string) bool {
	return len(words) > len(group) &&
		!slices.ContainsFunc(group, func(w string) bool { return !slices.Contains(words, w) })
}

// plain are the words of a label without those that only say that it is counted.
func plain(s string) []string {
	return slices.DeleteFunc(Tokens(s), func(w string) bool { return counting[w] || digits(w) })
}

// matterPhrases are the words of each matter, by its key.
var matterPhrases = sync.OnceValue(func() map[string][][]string {
	out := map[string][][]string{}
	for p, m := range matters() {
		out[m.Key] = append(out[m.Key], strings.Fields(p))
	}
	return out
})
