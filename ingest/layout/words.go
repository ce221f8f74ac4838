package layout

import (
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

// readingKey is a text in a field of the vocabulary.
type readingKey struct{ field, text string }

// mostReadings bounds the texts whose readings are kept.
const mostReadings = 4096

// reading reads a text as phrases of a field, once for each text.
func (b *bag) reading(field, text string) vocabulary.Reading {
	key := readingKey{field, text}
	r, ok := b.read[key]
	if ok {
		return r
	}
	if b.read == nil || len(b.read) >= mostReadings {
		b.read = map[readingKey]vocabulary.Reading{}
	}
	r = vocabulary.PhrasesOf(field).Read(text)
	b.read[key] = r
	return r
}

func (b *bag) doubt(field, word string) { b.unclear = append(b.unclear, doubtful{field, word}) }

// doubted reports a field that an unclear word left unknown.
func (b *bag) doubted(field string) bool {
	for _, d := range b.unclear {
		if d.field == field {
			return true
		}
	}
	return false
}

// yesNoCodes are the codes of yes and no; "unread" is that of a word which is not
// surely known, as none of the vocabularies calls a meaning.
var yesNoCodes = map[string]int{"yes": int(record.Yes), "no": int(record.No), "unread": int(record.Unread)}

// words reads a field whose word is not needed to know what the row counts as:
// one that is not surely known, or says that the thing was called off, leaves
// the field unknown, and is listed. Meanings without a code leave it unknown
// too; they say so.
func words(name, phrases string, codes map[string]int, put func(b *bag, code int)) field {
	unread, tells := codes["unread"]
	return field{name: name, typ: free, phrases: phrases, set: func(b *bag, v value) reject.Code {
		r := b.reading(phrases, v.text)
		switch code, ok := codes[r.Meaning()]; {
		case ok:
			put(b, code)
		case r.Verdict == vocabulary.Off || r.Verdict == vocabulary.Unsure:
			b.doubt(name, v.text)
			if tells {
				put(b, unread)
			}
		}
		return ""
	}}
}

// deciding reads a field whose word decides what the row counts as: one that
// is not surely known rejects the row.
func deciding(name, phrases string, codes map[string]int, put func(b *bag, code int)) field {
	return field{name: name, typ: free, phrases: phrases, set: func(b *bag, v value) reject.Code {
		r := b.reading(phrases, v.text)
		code, ok := codes[r.Meaning()]
		switch {
		case ok:
			put(b, code)
		case r.Verdict != vocabulary.Blank:
			return reject.UnknownWord
		}
		return ""
	}}
}

// MeaningsOf lists what the words of a field can be said to mean, one word for
// each meaning, and Unsaid; it is empty for a field of any text.
func MeaningsOf(kind, field string) []string {
	k, ok := kindOf(kind)
	if !ok {
		return nil
	}
	f, ok := k.field(field)
	switch {
	case !ok || f.typ == free && f.phrases == "" && !meaning[f.name]:
		return nil
	case f.typ == score:
		return []string{"1", "2", "3", "4", Unsaid}
	case f.phrases == "":
		return []string{Unsaid}
	}
	var out []string
	p := vocabulary.PhrasesOf(f.phrases)
	for _, m := range p.Meanings() {
		word := p.Word(m)
		if yes := map[string]string{"yes": "ya", "no": "tidak"}[m]; yes != "" && p.Read(yes).Meaning() == m {
			word = yes
		}
		if CheckWord(kind, field, word) {
			out = append(out, word)
		}
	}
	return append(out, Unsaid)
}

// accountOf is the kind of spending that a code ("532111"), a name ("Belanja
// Modal") or both state; 0 for any other. The first name counts: "Belanja Modal
// Pengadaan Barang" is capital spending.
func accountOf(s string) int16 {
	f := fold(s)
	for _, a := range []int16{51, 52, 53, 57} {
		if strings.HasPrefix(f, string(rune('0'+a/10))+string(rune('0'+a%10))) {
			return a
		}
	}
	list := vocabulary.Tokens(s)
	for i, w := range list {
		if i > 0 && (list[i-1] == "non" || list[i-1] == "bukan" || list[i-1] == "selain" || list[i-1] == "tanpa") {
			continue
		}
		switch w {
		case "pegawai":
			return 51
		case "barang":
			return 52
		case "modal":
			return 53
		case "bansos":
			return 57
		case "bantuan":
			if i+1 < len(list) && list[i+1] == "sosial" {
				return 57
			}
		}
	}
	return 0
}
