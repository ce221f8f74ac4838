package layout

import (
	"strconv"
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// longMark is how long a number that is no nines has to be, in minutes, to be
// asked about: no program writes a short wait for none.
const longMark = 240

// marks finds the numbers of columns of durations that may stand for nothing:
// 999 among waits of minutes. They are asked about, with the line that says so,
// and are never taken for a wait nor for a blank without it. What rapor.yaml says
// is blank, or is a length, stands in no cell any more by then.
func (p *Plan) marks(v *surveys) {
	for i := range p.readers {
		rd := &p.readers[i]
		if rd.typ != duration {
			continue
		}
		per := map[locale.Unit]float64{locale.Seconds: 60, locale.Minutes: 1, locale.Hours: 1. / 60, locale.Days: 1. / 1440}[rd.unit]
		found, beyond := v.columns[i].span.Marks(longMark * per)
		rd.marks, rd.beyond = map[string]bool{}, beyond
		for _, m := range found {
			rd.marks[m] = true
		}
		if len(found) > 0 {
			p.noteMarks(p.Columns[i].Header+": "+strings.Join(found, ", "), found)
		}
	}
}

// noteMarks asks about numbers that may stand for nothing, with the line that
// says so.
func (p *Plan) noteMarks(what string, marks []string) {
	line := "sources: [{glob: " + strconv.Quote(glob(p.index.file)) + ", blank: [" + quoteAll(marks) + "]}]"
	p.note(reject.NumericMark, text.T(what+"; bila berarti kosong, tulis di rapor.yaml: "+line,
		what+"; if it stands for nothing, write in rapor.yaml: "+line))
}

func quoteAll(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strconv.Quote(s)
	}
	return strings.Join(out, ", ")
}

// mark reports a cell that may stand for nothing.
func (r *reader) mark(s string) bool {
	if r.marks[s] {
		return true
	}
	if r.beyond == 0 || s[0] != '9' || !locale.IsNines(s) {
		return false
	}
	n, err := strconv.ParseFloat(s, 64)
	return err == nil && n > r.beyond
}
