// Package texttest finds what is wrong with a text in two languages: a
// language that is missing, blank or no other than the first, and values that
// stand in one of them only. It is of tests alone, which are the same for a
// catalogue, a finished result and the program's own sources.
package texttest

import (
	"regexp"
	"slices"
	"strings"

	"rapor/ingest/text"
)

// alike are the words that read the same in both languages: names, symbols of
// statistics, codes of the law and of the program. A text made of nothing else
// may be the same in both; any other is one that was not translated.
var alike = strings.Fields(`
	Administration Agustus April Durbin Erlang Excel Faktor Fan Forum Greenwood Hyndman IKM IKPA Imigrasi KEP KUHAP Kaplan
	Krejcie Laney Little MAD Making Counts Count Mann Median Meier Morgan NCR NHS NHSRplotthedots November
	PAN PANRB PDF PER PERCENTILE INC PNBP POPS Data England September Watson Wilson Whitney
	SIMPONI SKM SPAN SPDP TAK TIMPORA UP Target Total Status Format CSV
	Ombudsman status target
	PermenPANRB PermenPAN PMK PP PO PB UU Pro justitia rapor yaml quota sha256 SHA HHI Overstay deportasi Garwood BIFF rupiah NIP Label
`)

var (
	values = regexp.MustCompile(`\{\d+\}`)
	verbs  = regexp.MustCompile(`%[-+#0]*\d*(?:\.\d+)?[a-zA-Z]`)
	word   = regexp.MustCompile(`\pL{2,}`)
)

// Flaw says what is wrong with a text, "" when nothing is. More words that
// read alike may be given.
func Flaw(t text.Text, more ...string) string {
	switch {
	case strings.TrimSpace(t.ID) == "":
		return "says nothing in Indonesian"
	case strings.TrimSpace(t.EN) == "":
		return "says nothing in English"
	case !slices.Equal(sorted(values, t.ID), sorted(values, t.EN)):
		return "has other {values} in English"
	case !slices.Equal(verbs.FindAllString(t.ID, -1), verbs.FindAllString(t.EN, -1)):
		return "has other verbs in English"
	case t.ID == t.EN && !name(t.ID, more):
		return "is the same in both languages"
	}
	return ""
}

func sorted(re *regexp.Regexp, s string) []string {
	found := re.FindAllString(s, -1)
	slices.Sort(found)
	return found
}

// name reports a text without a word that would have another in English.
func name(s string, more []string) bool {
	s = verbs.ReplaceAllString(s, " ")
	for _, w := range word.FindAllString(s, -1) {
		if !slices.Contains(alike, w) && !slices.Contains(more, w) {
			return false
		}
	}
	return true
}
