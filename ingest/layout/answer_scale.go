package layout

import (
	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// scaleTerm is a word for the key scale of rapor.yaml: on which scale the
// answers of a survey are written.
type scaleTerm struct {
	Term
	refused bool // the rule of the survey knows no conversion from it
	apply   func(*reader)
}

func surveyScale(name, id, en string, apply func(*reader), also ...string) scaleTerm {
	return scaleTerm{Term{name, text.T(id, en), also}, false, apply}
}

func otherScale(name, id, en string) scaleTerm {
	return scaleTerm{Term{name, text.T(id, en), nil}, true, func(*reader) {}}
}

// scaleTerms are the scales that surveys use. PermenPANRB 14/2017 knows answers
// of 1 to 4 alone; the same four places counted from the other end or from
// zero are turned into them. From five places or ten no rule leads to four.
var scaleTerms = []scaleTerm{
	surveyScale("1-4", "jawaban 1 sampai 4, 4 terbaik; jawaban lain ditolak",
		"answers of 1 to 4, 4 the best; others are rejected",
		func(*reader) {}),
	surveyScale("4-1", "jawaban 1 sampai 4, 1 terbaik", "answers of 1 to 4, 1 the best",
		func(r *reader) { r.reversed = true }, "4-1 terbalik", "4-1 reversed", "terbalik", "reversed"),
	surveyScale("0-3", "jawaban 0 sampai 3, 3 terbaik", "answers of 0 to 3, 3 the best",
		func(r *reader) { r.from0 = true }),
	surveyScale("3-0", "jawaban 0 sampai 3, 0 terbaik", "answers of 0 to 3, 0 the best",
		func(r *reader) { r.from0, r.reversed = true, true }),
	otherScale("1-5", "jawaban 1 sampai 5; tabelnya tidak dipakai, tanpa konversi",
		"answers of 1 to 5; the table is not used, no conversion"),
	otherScale("1-6", "jawaban 1 sampai 6; tabelnya tidak dipakai, tanpa konversi",
		"answers of 1 to 6; the table is not used, no conversion"),
	otherScale("1-7", "jawaban 1 sampai 7; tabelnya tidak dipakai, tanpa konversi",
		"answers of 1 to 7; the table is not used, no conversion"),
	otherScale("1-10", "jawaban 1 sampai 10; tabelnya tidak dipakai, tanpa konversi",
		"answers of 1 to 10; the table is not used, no conversion"),
	otherScale("0-10", "jawaban 0 sampai 10; tabelnya tidak dipakai, tanpa konversi",
		"answers of 0 to 10; the table is not used, no conversion"),
	otherScale("0-100", "jawaban 0 sampai 100; tabelnya tidak dipakai, tanpa konversi",
		"answers of 0 to 100; the table is not used, no conversion"),
}

// ScaleTerms lists the words of the key scale.
func ScaleTerms() []Term {
	var out []Term
	for _, s := range scaleTerms {
		out = append(out, s.Term)
	}
	return out
}

func scaleWordOf(word string) (*scaleTerm, bool) {
	for i := range scaleTerms {
		if word != "" && scaleTerms[i].is(word) {
			return &scaleTerms[i], true
		}
	}
	return nil, false
}

// ScaleFits reports whether a kind has answers on a scale.
func ScaleFits(kind string) bool {
	k, ok := kindOf(kind)
	if !ok {
		return false
	}
	for i := range k.fields {
		if k.fields[i].typ == score {
			return true
		}
	}
	return false
}

// scale fixes what the answers of a survey mean, in numbers and in words, and
// refuses a table of another scale: no rule turns answers of one to five into
// one to four.
func (p *Plan) scale(v *surveys) error {
	worst, four := v.answers.scale()
	term, told := p.scaleTold()
	said, where := p.said, p.saidIn
	if told {
		said = nil
	}
	switch {
	case said != nil && said.refused:
		return grid.Refuse(reject.OtherScale, "%s", text.T(
			quote(where)+": skala "+said.Name+"; PermenPANRB 14/2017 hanya mengenal jawaban 1 sampai 4; bila jawabannya memang 1 sampai "+
				"4, tulis scale: 1-4 pada sources di rapor.yaml",
			quote(where)+": scale "+said.Name+"; PermenPANRB 14/2017 knows answers of 1 to 4 only; if the answers are of 1 to 4 after "+
				"all, write scale: 1-4 under sources in rapor.yaml"))
	case told && term.refused:
		return grid.Refuse(reject.OtherScale, "%s", text.T(
			"skala "+term.Name+": PermenPANRB 14/2017 hanya mengenal jawaban 1 sampai 4; bila kuesionernya memang "+
				"berskala lain, padankan tiap jawabannya sendiri dengan words",
			"scale "+term.Name+": PermenPANRB 14/2017 knows answers of 1 to 4 only; if the questionnaire has another "+
				"scale, map each of its answers yourself with words"))
	case !told && !four:
		return grid.Refuse(reject.OtherScale, "%s", text.T(
			"jawaban "+quote(v.answers.sample)+" di luar skala 1 sampai 4; bila itu salah ketik, tulis scale: 1-4 "+
				"pada sources di rapor.yaml",
			"answer "+quote(v.answers.sample)+" is beyond the scale of 1 to 4; if it is a slip, write scale: 1-4 "+
				"under sources in rapor.yaml"))
	case !told && v.answers.fromZero():
		return grid.Refuse(reject.OtherScale, "%s", text.T(
			"jawaban 0 sampai 3, tanpa 4; bila 3 yang terbaik, tulis scale: 0-3 pada sources di rapor.yaml; bila 0 "+
				"berarti tidak dijawab, tulis blank: [\"0\"]",
			"answers of 0 to 3, without 4; if 3 is the best, write scale: 0-3 under sources in rapor.yaml; if 0 "+
				"means no answer, write blank: [\"0\"]"))
	}
	if said != nil {
		term, told = said, true
	}
	if !told && v.answers.numbers[0] > 0 {
		p.noteMarks("0", []string{"0"})
	}
	for i := range p.Columns {
		if rd := &p.readers[i]; rd.typ == score {
			rd.answers = &answers{element: p.Columns[i].Field, worst: worst}
			if told {
				term.apply(rd)
				rd.answers.turn = rd.onScale
			}
		}
	}
	return nil
}

// scaleTold is the scale that rapor.yaml names, by scale or by unit: 1-4.
func (p *Plan) scaleTold() (*scaleTerm, bool) {
	if p.ov == nil {
		return nil, false
	}
	if term, ok := scaleWordOf(p.ov.Scale); ok {
		return term, true
	}
	if u, ok := unitOf(p.ov.Unit); ok && u.typ == score {
		return scaleWordOf(u.Name)
	}
	return nil, false
}

// onScale turns the number of an answer into one to four, the best; other
// numbers stay beyond them.
func (r *reader) onScale(n int64) int64 {
	if r.from0 {
		n++
	}
	if r.reversed {
		n = 5 - n
	}
	return n
}

// fromZero reports answers that are counted from zero: none of four, and zeros
// that are no slips.
func (v *answerSurvey) fromZero() bool {
	zeros := v.numbers[0]
	return zeros > 0 && v.numbers[4] == 0 && v.numbers[1]+v.numbers[2]+v.numbers[3] > 0 && zeros*stray > v.all &&
		(zeros > 1 || v.all < 20)
}
