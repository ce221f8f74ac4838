package layout

import (
	"fmt"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// mostUnclear is how many different unclear words of a sheet are listed, each
// with the number of its rows; those of all others are counted together.
const mostUnclear = 200

// unclearWord is how often a word left a field unknown.
type unclearWord struct {
	doubtful
	n     int64
	first uint32
	last  uint32 // the row counted last: a row of several records counts once
}

// unclearWords are those of one sheet, in the order in which they were met.
type unclearWords struct {
	list []unclearWord
	at   map[doubtful]int
	more unclearWord
}

func (u *unclearWords) add(d doubtful, row uint32) {
	w := &u.more
	if i, ok := u.at[d]; ok {
		w = &u.list[i]
	} else if len(u.list) < mostUnclear {
		if u.at == nil {
			u.at = map[doubtful]int{}
		}
		u.at[d] = len(u.list)
		u.list = append(u.list, unclearWord{doubtful: d, first: row})
		w = &u.list[len(u.list)-1]
	}
	if w.last == row {
		return
	}
	if w.n == 0 {
		w.first = row
	}
	w.n, w.last = w.n+1, row
}

// noteWords counts the words of a record that was used which left a field unknown.
func (r *runner) noteWords() {
	for _, d := range r.bag.unclear {
		r.bag.words.add(d, r.bag.ref.Row)
	}
}

// sayWords lists the unclear words of the sheet, each at its first row with the
// number of its rows.
func (r *runner) sayWords() {
	words := &r.bag.words
	for _, w := range words.list {
		u := r.unknown(w.doubtful)
		rows := text.T(fmt.Sprintf("%s baris", text.Group(w.n, text.ID)), fmt.Sprintf("%s rows", text.Group(w.n, text.EN)))
		r.sink.Reject(record.Reject{Ref: r.at(w.first), Column: r.heading(w.field), Code: reject.UnclearWord, Shown: shownWord(w.word),
			Hint: join(rows, settling(&u))})
	}
	if words.more.n > 0 {
		r.sink.Reject(record.Reject{Ref: r.at(words.more.first), Code: reject.UnclearWord, More: words.more.n})
	}
}

// heading is the column of a field as the office heads it.
func (r *runner) heading(field string) string {
	for _, c := range r.p.Columns {
		if c.Field == field {
			return c.Header
		}
	}
	return field
}

// shownWord is a word as a problem shows it: short, and without a number of a
// person.
func shownWord(s string) string {
	if vocabulary.Personal(s) != "" || vocabulary.Numbered("", s) {
		return "***"
	}
	if len(s) > 60 {
		s = s[:60]
	}
	return strings.ToValidUTF8(s, "")
}

// remarks are headings of columns that hold free remarks: a word that says
// nothing in them is as good as none.
var remarks = map[string]bool{"keterangan": true, "ket": true, "catatan": true, "remark": true, "remarks": true, "note": true, "notes": true, "comment": true, "comments": true}

// remark reports a field that is read from a column of free remarks.
func (r *runner) remark(field string) bool {
	h := r.heading(field)
	return remarks[fold(h[strings.LastIndex(h, "> ")+1:])]
}
