package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
	"rapor/ingest/reject"
)

// This file reads the answers of the satisfaction survey, which are the numbers
// one to four or the words of the questionnaire. A scale belongs to the table,
// not to a cell: "Tidak Setuju" is the lowest of four answers beside "Kurang
// Setuju" and the second beside "Sangat Tidak Setuju".

// ownLabels are the answers of the standard questionnaire (PermenPANRB 14/2017)
// that say their place only for their own element. They go before the common
// words: "Cukup" and "Tidak ada" are answers there.
var ownLabels = map[string]map[string]int64{
	"cost": {
		"sangat mahal": 1, "mahal": 2, "cukup mahal": 2, "agak mahal": 2, "murah": 3, "sangat murah": 4, "gratis": 4, "tidak dipungut biaya": 4, "tanpa biaya": 4,
	},
	"facilities": {"sangat buruk": 1, "buruk": 1, "cukup": 2, "cukup baik": 2},
	"complaints": {
		"tidak ada": 1, "tidak tersedia": 1, "ada tetapi tidak berfungsi": 2, "ada tapi tidak berfungsi": 2, "tidak berfungsi": 2,
		"berfungsi kurang maksimal": 3, "berfungsi tetapi kurang maksimal": 3, "kurang maksimal": 3, "dikelola dengan baik": 4, "berfungsi dan dikelola dengan baik": 4,
	},
}

// goodWords are what people call an element that is as it should be.
var goodWords = set(`baik puas setuju sesuai mudah cepat kompeten sopan ramah wajar jelas lengkap memadai nyaman tepat transparan terjangkau memuaskan
	mampu profesional terampil adil bersih aman berfungsi efektif bagus responsif tanggap disiplin relevan akurat optimal maksimal tertib rapi santun
	efisien terbuka percaya dikelola good satisfied agree easy fast appropriate competent polite friendly clear complete adequate reasonable`)

// degrees are the words before a good one; english ones too.
var degrees = []struct {
	word   string
	degree int
}{
	{"sangat tidak", least}, {"sangat kurang", least}, {"very dis", least}, {"strongly dis", least}, {"amat tidak", least},
	{"tidak", no}, {"tdk", no}, {"not", no}, {"dis", no}, {"in", no},
	{"kurang", little}, {"krg", little}, {"agak", middle}, {"cukup", middle}, {"fairly", middle}, {"somewhat", middle},
	{"sangat", most}, {"amat", most}, {"sgt", most}, {"very", most}, {"strongly", most},
}

// The degrees of a word of praise.
const (
	least  = iota // sangat tidak
	no            // tidak
	little        // kurang
	middle        // cukup: the middle of five
	plain
	most // sangat
	unknown
)

// initials are the short forms of agreement.
var initials = map[string]int{"sts": least, "ts": no, "ks": little, "s": plain, "ss": most, "stp": least, "tp": no, "kp": little, "p": plain, "sp": most}

// turns are words that take praise back when they follow it.
var turns = set("tetapi tapi namun but tidak kurang belum not")

// middles are answers that only a scale of five has.
var middles = set("netral biasa ragu-ragu ragu sedang neutral average")

// degreeOf reads a phrase as a degree of a word of praise: "Kurang sopan dan
// ramah" is little.
func degreeOf(phrase string) int {
	if d, ok := initials[phrase]; ok {
		return d
	}
	words := strings.Fields(phrase)
	if len(words) == 0 {
		return unknown
	}
	if middles[words[0]] {
		return middle
	}
	if slices.ContainsFunc(words[1:], func(w string) bool { return turns[w] }) && goodWords[words[0]] {
		return unknown
	}
	if goodWords[words[0]] {
		if slices.Contains(words, "sekali") || slices.Contains(words, "banget") {
			return most
		}
		return plain
	}
	for _, d := range degrees {
		rest, ok := strings.CutPrefix(phrase, d.word)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		first, _, _ := strings.Cut(rest, " ")
		if goodWords[first] || rest == "" && (d.degree == middle || d.word == "kurang" || d.word == "sangat kurang") {
			return d.degree
		}
	}
	return unknown
}

// answers is what the words of one element mean in one table.
type answers struct {
	element string
	worst   bool              // "sangat tidak" is the lowest of four: then "tidak" is 2
	turn    func(int64) int64 // the number of an answer on the scale of four; nil: as it stands
	cache   map[string]int64
}

// score reads one answer. ok is false where none was given.
func (r *reader) score(s string, c *grid.Cell) (v value, ok bool, code reject.Code) {
	if len(s) == 1 && s[0] >= '1' && s[0] <= '4' && !r.from0 {
		return value{n: r.onScale(int64(s[0] - '0'))}, true, ""
	}
	st := r.style
	if c.Kind == grid.Number {
		st = locale.StylePlain
	}
	d, err := locale.ParseNumber(s, st)
	if n, whole := d.Int(); err == nil && whole {
		n = r.onScale(n)
		return value{n: n}, n >= 1 && n <= 4, codeIf(n < 1 || n > 4, reject.OutOfRange)
	}
	if err == nil {
		return v, false, reject.BadNumber
	}
	if err == locale.ErrAmbiguous {
		return v, false, reject.AmbiguousNumber
	}
	n, known := r.answers.of(s)
	switch {
	case known:
		return value{n: n}, true, ""
	case locale.IsNotYet(s):
		return v, false, ""
	}
	return v, false, reject.UnknownWord
}

// of reads an answer in words, with the number of the scale beside them or not.
func (a *answers) of(s string) (int64, bool) {
	if a == nil {
		return 0, false
	}
	if n, ok := a.cache[s]; ok {
		return n, n > 0
	}
	n := a.read(s)
	if a.cache == nil || len(a.cache) > 4096 {
		a.cache = map[string]int64{}
	}
	a.cache[strings.Clone(s)] = n
	return n, n > 0
}

func (a *answers) read(s string) int64 {
	number, phrase := splitAnswer(s)
	if a.turn != nil && number != 0 {
		number = a.turn(number)
	}
	n := ownLabels[a.element][phrase]
	if n == 0 {
		n = a.place(degreeOf(phrase))
	}
	if number != 0 && n != 0 && number != n || number > 4 {
		return 0 // the number and the word contradict each other
	}
	return n
}

// place is where a degree stands among four answers; 0 for nowhere.
func (a *answers) place(degree int) int64 {
	switch degree {
	case least:
		return 1
	case no:
		if a.worst {
			return 2
		}
		return 1
	case little:
		return 2
	case plain:
		return 3
	case most:
		return 4
	}
	return 0
}

// splitAnswer takes the number or letter of the scale off an answer: "4 - Sangat
// Baik", "(4) Sangat Baik", "Sangat Baik (4)", "d. Sangat Sesuai". The phrase is
// folded.
func splitAnswer(s string) (number int64, phrase string) {
	words := strings.Fields(strings.NewReplacer("=", " ", "[", " ", "]", " ", ";", " ", "–", " ", "—", " ", ")", " ").Replace(fold(s)))
	if len(words) < 2 {
		return 0, strings.Join(words, " ")
	}
	place := func(w string) int64 {
		if len(w) != 1 {
			return 0
		}
		switch {
		case w[0] >= '1' && w[0] <= '9':
			return int64(w[0] - '0')
		case w[0] >= 'a' && w[0] <= 'e':
			return int64(w[0]-'a') + 1
		}
		return 0
	}
	if n := place(words[0]); n != 0 {
		return n, strings.Join(words[1:], " ")
	}
	if last := words[len(words)-1]; last[0] >= '1' && last[0] <= '9' {
		if n := place(last); n != 0 {
			return n, strings.Join(words[:len(words)-1], " ")
		}
	}
	return 0, strings.Join(words, " ")
}

// answerSurvey is what the answers of a table say of their scale.
type answerSurvey struct {
	all, over int64
	numbers   [11]int64
	degrees   [unknown + 1]int64
	sample    string // an answer that four places have no room for
}

func (v *answerSurvey) add(element, s string) {
	s = strings.TrimSpace(s)
	if s == "" || locale.IsMissing(s) {
		return
	}
	v.all++
	if n, err := locale.ParseNumber(strings.Replace(s, ",", ".", 1), locale.StylePlain); err == nil {
		if w, whole := n.Int(); whole && w >= 0 && w <= 10 {
			v.numbers[w]++
			if w > 4 {
				v.past(s)
			}
		} else if n.Coef > 0 {
			v.past(s)
		}
		return
	}
	number, phrase := splitAnswer(s)
	if number > 4 {
		v.past(s)
		return
	}
	if _, own := ownLabels[element][phrase]; own {
		return
	}
	d := degreeOf(phrase)
	v.degrees[d]++
	if d == middle {
		v.past(s)
	}
}

func (v *answerSurvey) past(s string) {
	v.over++
	if v.sample == "" || s < v.sample {
		v.sample = strings.Clone(s)
	}
}

// stray is how many answers beyond four may be slips: one in a hundred, and a
// single one among twenty.
const stray = 100

// scale judges whether the answers are those of a scale of four; worst tells
// that "sangat tidak" is the lowest of them.
func (v *answerSurvey) scale() (worst, four bool) {
	worst = v.degrees[least] > 0
	if v.over > 0 && v.over*stray > v.all && (v.over > 1 || v.all < 20) {
		return worst, false
	}
	if worst && v.degrees[no] > 0 && v.degrees[little] > 0 { // five places or six
		return worst, false
	}
	return worst, true
}

// elements are the fields that hold answers.
var elements = []string{"requirements", "procedure", "time", "cost", "product", "competence", "conduct", "complaints", "facilities"}
