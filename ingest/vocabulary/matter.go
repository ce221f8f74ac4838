package vocabulary

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/matters.txt
var matterList string

// Matter is a thing that offices count by month.
type Matter struct {
	Key     string // "limited-permits"
	Stock   bool   // a number at the end of a month, which months do not add up
	Persons bool   // what is counted are persons
}

// MatterOf reads what a label counts. Words that only say that something is
// counted are passed over; a label with any other word is not known. Of phrases
// inside of each other the longest holds.
func MatterOf(label string) (Matter, bool) {
	words := slices.DeleteFunc(Tokens(label), func(w string) bool { return counting[w] })
	if len(words) == 0 {
		return Matter{}, false
	}
	m, ok := matters()[strings.Join(words, " ")]
	if !ok && len(words) > 1 { // "WNA pemegang ITAS", "Paspor RI 48 halaman"
		rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return aside[w] || digits(w) })
		m, ok = matters()[strings.Join(rest, " ")]
	}
	return m, ok
}

// Matters lists the matters that have words, by key.
func Matters() []Matter {
	seen := map[string]Matter{}
	for _, m := range matters() {
		seen[m.Key] = m
	}
	var out []Matter
	for _, m := range seen {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Matter) int { return strings.Compare(a.Key, b.Key) })
	return out
}

// counting are the words that say of a label no more than that it is counted.
var counting = set(`jumlah jml jlh total rekap rekapitulasi data layanan pelayanan penerbitan diterbitkan terbit terbitan number of issued
	pemberian pengurusan realisasi yang the per bulan bulanan count orang dokumen permohonan kegiatan laporan`)

// aside are words that tell kinds of one matter apart which are counted as one.
var aside = set(`baru perpanjangan penggantian ri wna wni asing orang imigrasi keimigrasian online offline halaman hal lembar pages new renewal extension
	alih status biasa elektronik dan di kantor`)

var matters = sync.OnceValue(func() map[string]Matter {
	out := map[string]Matter{}
	text := strings.ReplaceAll(matterList, "|\n ", "|")
	for line := range strings.Lines(text) {
		head, phrases, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") || strings.HasPrefix(line, sourceKey) {
			continue
		}
		f := strings.Fields(head)
		m := Matter{Key: f[0], Stock: f[1] == "stock", Persons: f[2] == "persons"}
		for p := range strings.SplitSeq(phrases, "|") {
			words := slices.DeleteFunc(Tokens(p), func(w string) bool { return counting[w] })
			if len(words) > 0 {
				out[strings.Join(words, " ")] = m
			}
		}
	}
	return out
})
