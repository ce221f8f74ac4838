package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// A survey may be told by its sums: how many gave each of the four answers to a
// question, or the mean of each element.

// summary finds such a table; nil when there is none.
func (ix *index) summary(rows []grid.Row, merged []grid.Range, ov *Override) *Plan {
	if ov != nil && (ov.Layout != "" || ov.Kind != "" && ov.Kind != answerCountKind.name) {
		return nil
	}
	label, first, last := elementsDown(rows, 2)
	for _, take := range []func(*summed) bool{(*summed).answers, (*summed).means} {
		for gap := range 2 { // a row may number the columns
			for h := 1; h <= min(3, first-gap); h++ {
				from := first - gap - h
				if ov != nil && len(ov.Header) > 0 && rows[from].N != ov.Header[0] {
					continue
				}
				s := summed{ix: ix, rows: rows, win: ix.window(rows[from:from+h], merged), label: label, first: first, last: last}
				if p := s.plan(take); p != nil {
					return p
				}
			}
		}
	}
	return nil
}

// summed is a heading above elements that may head their sums.
type summed struct {
	ix                 *index
	rows               []grid.Row
	win                *window
	label, first, last int
	columns            []PlanColumn
	consts             map[string]string
}

// plan takes the columns of the four answers, or that of the means.
func (s *summed) plan(take func(*summed) bool) *Plan {
	s.consts = map[string]string{}
	if label := s.win.heads; s.label >= len(label) || len(label[s.label].path) == 0 {
		return nil
	}
	s.columns = []PlanColumn{{Index: s.label, Field: "element"}}
	if !take(s) {
		return nil
	}
	s.number()
	l := &Layout{ID: "rekap-survei", Kind: answerCountKind.name, Constants: s.consts,
		Title: text.T("Rekap survei per unsur", "Summary of the survey by element")}
	p := &Plan{Layout: l.ID, Kind: l.Kind, Title: l.Title, layout: l, window: s.win}
	p.Columns = s.columns
	slices.SortFunc(p.Columns, func(a, b PlanColumn) int { return a.Index - b.Index })
	p.Score = 10 * len(p.Columns)
	p.finish()
	return p
}

// answers takes the columns of the four answers. Where each has a column of
// persons and one of per cent, the persons count.
func (s *summed) answers() bool {
	var persons, shares [4]int
	for c := range s.win.heads {
		path := s.win.heads[c].path
		if c == s.label || len(path) == 0 {
			continue
		}
		answer, percent, doubled := 0, false, false
		for _, t := range path {
			percent = percent || strings.Contains(t, "%") || strings.Contains(fold(t), "persen") ||
				strings.Contains(fold(t), "percent")
			if d := answerDegree(t); d != 0 {
				doubled, answer = answer != 0 && answer != d, d
			}
		}
		if answer == 0 || doubled {
			continue
		}
		to := &persons
		if percent {
			to = &shares
		}
		if to[answer-1] != 0 {
			return false // two columns of one answer
		}
		to[answer-1] = c
	}
	to := persons
	if slices.Contains(to[:], 0) {
		to = shares
	}
	if slices.Contains(to[:], 0) || s.perhapsPersons(to) {
		return false
	}
	if to == shares {
		s.consts["unit"] = "%"
	}
	for i, c := range to {
		s.columns = append(s.columns, PlanColumn{Index: c, Field: "answers_" + strconv.Itoa(i+1)})
	}
	return true
}

// perhapsPersons reports four columns that may be four respondents: bare numbers
// over answers of one to four that do not add up alike.
func (s *summed) perhapsPersons(at [4]int) bool {
	sums := map[int64]bool{}
	for i := s.first; i <= s.last; i++ {
		var sum int64
		for _, c := range at {
			n, ok := wholeNumber(&s.rows[i], c)
			if !ok || n < 1 || n > 4 {
				return false
			}
			sum += n
		}
		sums[sum] = true
	}
	return len(sums) > 1
}

var meanWords = set("rata rerata mean average nrr nilai skor score indeks index ikm nilaiunsur unsur per " +
	"interval konversi pelayanan survei " +
	"kepuasan masyarakat skm hasil capaian konv mutu")

var weighted = set("tertimbang weighted bobot penimbang kategori kinerja predikat peringkat ranking rank")

// means takes the column whose cells are means of answers: one to four, or else
// of a hundred.
func (s *summed) means() bool {
	best, hundred := -1, -1
	for c := range s.win.heads {
		path := s.win.heads[c].path
		if c == s.label || len(path) == 0 {
			continue
		}
		words := vocabulary.Tokens(strings.Join(path, " "))
		if slices.ContainsFunc(words, func(w string) bool { return weighted[w] }) ||
			!slices.ContainsFunc(words, func(w string) bool { return meanWords[w] }) {
			continue
		}
		switch lo, hi, ok := s.span(c); {
		case !ok:
		case lo >= 1 && hi <= 4:
			if best >= 0 && !s.same(best, c) {
				return false
			}
			if best < 0 {
				best = c
			}
		case lo >= 25 && hi <= 100 && hundred < 0:
			hundred = c
		}
	}
	if best < 0 {
		best = hundred
	}
	if best < 0 {
		return false
	}
	s.columns = append(s.columns, PlanColumn{Index: best, Field: "mean"})
	return true
}

// span is the least and the greatest number of a column beside the elements.
func (s *summed) span(c int) (lo, hi float64, ok bool) {
	n := 0
	for i := s.first; i <= s.last; i++ {
		if elementLabel(cellAt(&s.rows[i], s.label).Text) == "" {
			continue
		}
		v, known := meanAt(&s.rows[i], c)
		if !known {
			return 0, 0, false
		}
		if n++; n == 1 {
			lo, hi = v, v
		}
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi, n >= leastElements
}

func meanAt(r *grid.Row, c int) (float64, bool) {
	t := strings.TrimSpace(cellAt(r, c).Text)
	d, err := locale.ParseNumber(strings.Replace(t, ",", ".", 1), locale.StylePlain)
	if err != nil || t == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(t, ",", ".", 1), 64)
	return v, err == nil && d.Coef >= 0
}

// same reports two columns of the same numbers.
func (s *summed) same(a, b int) bool {
	for i := s.first; i <= s.last; i++ {
		if cellAt(&s.rows[i], a).Text != cellAt(&s.rows[i], b).Text {
			return false
		}
	}
	return true
}

// number takes the number of respondents from a column or a title.
func (s *summed) number() {
	for c := range s.win.heads {
		if len(s.win.heads[c].path) == 0 {
			continue
		}
		switch fold(strings.Join(s.win.heads[c].path, " ")) {
		case "n", "jumlah responden", "responden", "total responden", "banyak responden", "respondents", "number of " +
			"respondents", "sampel":
			s.columns = append(s.columns, PlanColumn{Index: c, Field: "number"})
			return
		case "jenis layanan", "layanan", "unit layanan", "service":
			s.columns = append(s.columns, PlanColumn{Index: c, Field: "service"})
		}
	}
	for i := range s.rows {
		if s.rows[i].N >= s.win.rows[0].N {
			break
		}
		var words []string
		for _, c := range s.rows[i].Cells {
			words = append(words, c.Text)
		}
		for _, m := range respondentsSaid.FindAllStringSubmatch(strings.Join(words, " "), -1) {
			if n := m[1] + m[2] + m[3]; n != "" {
				s.consts["number"] = n
				return
			}
		}
	}
}
