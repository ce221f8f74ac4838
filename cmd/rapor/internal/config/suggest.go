package config

import (
	"slices"
	"strings"

	"rapor/ingest/text"
)

// nearest is the word that was probably meant: the one at the smallest number
// of letters added, left out, changed or swapped, if that is few for its
// length. Of a word with several spellings the first is given.
func nearest(list []Choice, written string) (string, bool) {
	s := []rune(strings.ToLower(strings.TrimSpace(written)))
	best, at := "", len(s)/3+1
	if len(s) == 0 || len(s) > 60 {
		return "", false
	}
	for _, c := range list {
		for _, w := range append([]string{c.Word}, c.Also...) {
			if d := distance(s, []rune(strings.ToLower(w))); d < at || d == at && best == "" {
				best, at = c.Word, d
			}
		}
	}
	return best, best != "" && at < max(len(s), 2)
}

// distance counts the letters that must be added, left out, changed or swapped
// with their neighbour to make one word of the other (optimal string alignment).
func distance(a, b []rune) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = above, row, before
	}
	return rows[1][len(b)]
}

// most is how many words a message lists before it only says where they all are.
const most = 40

// advice ends a message about an unknown word: what was probably meant, and
// what is known.
func advice(list []Choice, written string, where text.Text) text.Text {
	out := text.T(";", ";")
	if w, ok := nearest(list, written); ok {
		out = text.T("; maksud Anda \""+w+"\"?", "; did you mean \""+w+"\"?")
	}
	if len(list) == 0 {
		return where
	}
	if len(list) > most {
		return text.T(out.ID+" "+where.ID, out.EN+" "+where.EN)
	}
	var names []string
	for _, c := range list {
		names = append(names, c.Word)
	}
	slices.Sort(names)
	all := strings.Join(names, ", ")
	return text.T(out.ID+" yang ada: "+all, out.EN+" there are: "+all)
}

// list says where the words of a key are listed.
func (k *Key) list() text.Text {
	name := strings.ReplaceAll(k.Path, "[]", "")
	return text.T("daftarnya: rapor config "+name, "the list: rapor config "+name)
}
