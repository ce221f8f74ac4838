package layout

import (
	"regexp"
	"strconv"
	"strings"

	"rapor/ingest/grid"
)

// A questionnaire's scale is often said beside its answers and not by them: where
// nobody gave a five, "(Skala Likert 1-5)" or "5 = Sangat Puas" still says that
// there is one.
var (
	scaleRange = regexp.MustCompile(`(?i)\b(?:skala|scale|likert|nilai|skor|score|rating)\b[^0-9\n]{0,24}(\d{1,3})\s*(?:-|–|—|s/d|s\.d\.?|sampai(?: dengan)?|hingga|to)\s*(\d{1,3})\b`)
	scaleEntry = regexp.MustCompile(`(?i)(?:^|[^0-9.,])(\d{1,2})\s*[=:]\s*\(?([a-z][a-z ]{2,24})`)
)

// saidScale is the scale that the texts around the answers state, with the text;
// nil for none, and for the four answers of the rule.
func saidScale(rows []grid.Row, header []uint32) (*scaleTerm, string) {
	var legend legend
	for i := range rows {
		r := &rows[i]
		if r.N >= header[0] && r.N <= header[len(header)-1] {
			continue
		}
		if r.N > header[0] && texts(r) > 2 {
			continue // an answer with what somebody wrote beside it
		}
		for k := range r.Cells {
			t := r.Cells[k].Text
			if r.Cells[k].Kind != grid.Text || len(t) < 5 || len(t) > 400 {
				continue
			}
			if m := scaleRange.FindStringSubmatch(t); m != nil {
				if term, ok := scaleWordOf(m[1] + "-" + m[2]); ok && term.Name != "1-4" {
					return term, t
				}
			}
			legend.read(t)
		}
	}
	return legend.scale()
}

// legend gathers what single answers are said to mean.
type legend struct {
	most, best, worst int
	text              string
}

func (l *legend) read(t string) {
	found := scaleEntry.FindAllStringSubmatch(t, -1)
	for _, m := range found {
		n, _ := strconv.Atoi(m[1])
		words := strings.Fields(strings.ToLower(m[2]))
		if !opinion(words) {
			continue
		}
		l.most = max(l.most, n)
		switch {
		case words[0] == "tidak" || words[0] == "sangat" && len(words) > 1 && words[1] == "tidak" || words[0] == "buruk":
			if l.worst == 0 || words[0] == "sangat" {
				l.worst, l.text = n, t
			}
		case words[0] == "sangat":
			l.best = n
		}
	}
}

// opinion reports the words of an answer: something is said to be good or bad.
func opinion(words []string) bool {
	for _, w := range words {
		if opinions[w] {
			return true
		}
	}
	return false
}

var opinions = set(`baik puas memuaskan mudah cepat sesuai buruk kurang cukup ramah kompeten murah gratis sulit lambat setuju good satisfied poor
	excellent agree disagree`)

func (l *legend) scale() (*scaleTerm, string) {
	switch {
	case l.best == 0 || l.worst == 0:
		return nil, ""
	case l.most > 4:
		if term, ok := scaleWordOf("1-" + strconv.Itoa(l.most)); ok {
			return term, l.text
		}
	case l.best < l.worst:
		if term, ok := scaleWordOf(strconv.Itoa(l.worst) + "-" + strconv.Itoa(l.best)); ok {
			return term, l.text
		}
	}
	return nil, ""
}
