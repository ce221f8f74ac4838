package locale

import (
	"slices"
	"strconv"
	"strings"
)

// IsNines reports a number that programs write where there is none: 999, 9999,
// and more nines; 99:59, 99:59:59.
func IsNines(s string) bool {
	s = strings.TrimSpace(s)
	if whole, zeros, cut := strings.Cut(s, "."); cut && strings.Trim(zeros, "0") == "" {
		s = whole
	}
	if strings.Trim(s, "9") == "" {
		return len(s) >= 3
	}
	switch s {
	case "99:59", "99:99", "99:59:59", "99:99:99", "999:59", "999:99", "99.59", "99.99":
		return true
	}
	return false
}

// spanMarks are the greatest numbers of a column of durations, each with how
// often it stands there.
type spanMarks struct{ top []spanMark }

type spanMark struct {
	n     float64
	text  string
	times int64
}

// mostMarks is how many different numbers are kept: one more than the marks
// that can be told from the rest.
const mostMarks = 4

func (m *spanMarks) add(s string, n float64) {
	i := 0
	for i < len(m.top) && m.top[i].n > n {
		i++
	}
	switch {
	case i < len(m.top) && m.top[i].n == n:
		m.top[i].times++
	case i < mostMarks:
		m.top = slices.Insert(m.top, i, spanMark{n, strings.Clone(s), 1})
		m.top = m.top[:min(len(m.top), mostMarks)]
	}
}

// What makes a number that is far greater than all others a mark: nines are
// twice the rest, two nines and others come again and again.
const (
	ninesBeyond = 2
	otherBeyond = 5
	again       = 3
)

// Marks are the numbers of the column that may stand for nothing: those of nines
// alone that lie far outside the rest, and others that come again and again
// there and are long. beyond is the bound for nines of rows that were not
// looked at; long is how many units a wait of hours has.
func (v *SpanSurvey) Marks(long float64) (marks []string, beyond float64) {
	top := v.marks.top
	for i, m := range top {
		rest := 0.0
		for _, o := range top[i+1:] {
			if !IsNines(o.text) {
				rest = o.n
				break
			}
		}
		nines := IsNines(m.text) || m.text == "99" && m.times >= again
		often := m.times >= again && m.n >= long && rest > 0 && m.n > otherBeyond*rest
		if !often && !(nines && m.n > ninesBeyond*rest) {
			return marks, ninesBeyond * m.n
		}
		marks = append(marks, m.text)
	}
	return marks, 0
}

// fieldsSize is roughly what a text of two or three fields counts, in its
// first unit; hours of three in minutes.
func fieldsSize(f []string) float64 {
	n := 0.0
	for _, x := range f {
		v, _ := strconv.ParseFloat(x, 64)
		n = n*60 + v
	}
	return n / 60
}
