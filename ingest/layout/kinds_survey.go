package layout

import (
	"regexp"
	"slices"
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

// answerCountKind is a survey of which only sums are told, an element a row.
var answerCountKind = kind{
	name:     "answer_count",
	keys:     set("office service day year month element unit"),
	grouped:  set("office service"),
	measures: set("number mean answers_1 answers_2 answers_3 answers_4"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.answered.Office }),
		str("service", func(b *bag) *string { return &b.answered.Service }),
		{name: "day", typ: day, set: func(b *bag, v value) reject.Code {
			b.answered.Day, b.answered.Grain = v.day, record.GrainDay
			return ""
		}},
		yearField(func(b *bag) *int16 { return &b.when.year }),
		monthField(func(b *bag) *int8 { return &b.when.month }),
		{name: "element", typ: free, set: answeredElement},
		answered("answers_1", 0), answered("answers_2", 1), answered("answers_3", 2), answered("answers_4", 3),
		{name: "mean", typ: free, set: answeredMean},
		number("number", func(b *bag) *int64 { return &b.answered.Number }),
		{name: "unit", typ: free, set: func(b *bag, v value) reject.Code {
			b.answered.Shares = b.answered.Shares || strings.Contains(v.text, "%") || strings.Contains(fold(v.text), "persen")
			return ""
		}},
	},
	zero: func(b *bag) {
		b.answered = record.AnswerCount{Ref: b.ref, Number: -1, Element: record.Elements}
		b.when.year, b.when.month = 0, 0
	},
	needs: []need{{field: "element", known: func(b *bag) bool { return b.answered.Element < record.Elements }}},
	check: checkAnswered,
	send:  func(b *bag, s record.Sink) { answeredDay(b); s.AnswerCount(&b.answered) },
	date:  answeredDay,
	dates: []string{"day", "year", "month"},
}

// answeredDay is the day a summary counts by; of a month or a year, its first.
func answeredDay(b *bag) record.Day {
	if w, a := b.when, &b.answered; !a.Day.Known() && w.year != 0 {
		if a.Grain = record.GrainYear; w.month != 0 {
			a.Grain = record.GrainMonth
		}
		a.Day = record.DayOf(int(w.year), max(int(w.month), 1), 1)
	}
	return b.answered.Day
}

// answeredElement reads the element of a row. Rows of sums and indices are set
// aside.
func answeredElement(b *bag, v value) reject.Code {
	e := elementOf(v.text)
	if e == "" && summing(v.text) {
		return reject.TotalRow
	}
	if l := elementLabel(v.text); e == "" && len(l) == 2 {
		e, b.answered.Numbered = elements[l[1]-'1'], true
	}
	i := slices.Index(elements, e)
	if i < 0 {
		return reject.UnknownWord
	}
	b.answered.Element = record.Element(i)
	return ""
}

// answeredMean reads the mean of an element, one to four or of a hundred: "3,125"
// is no three thousand there.
func answeredMean(b *bag, v value) reject.Code {
	d, err := locale.ParseNumber(strings.Replace(v.text, ",", ".", 1), locale.StylePlain)
	if err != nil {
		return reject.BadNumber
	}
	n := d.Rounded(3)
	if n > 4000 {
		n = (n + 12) / 25
	}
	if n < 1000 || n > 4000 {
		return reject.OutOfRange
	}
	b.answered.Mean = record.Decimal{N: n, Known: true}
	return ""
}

// answered reads how many gave an answer: persons, or per cent.
func answered(name string, answer int) field {
	return field{name: name, typ: free, set: func(b *bag, v value) reject.Code {
		n, signed, ok := hundredths(groups(v.text))
		switch {
		case locale.IsDash(v.text):
			n = 0
		case !ok:
			return reject.BadNumber
		case n < 0:
			return reject.Negative
		}
		b.answered.Counts[answer] = n
		b.answered.Shares = b.answered.Shares || signed
		return ""
	}}
}

var grouped = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+$`)

// groups takes the marks between the thousands out of a whole number.
func groups(s string) string {
	if s = strings.TrimSpace(s); grouped.MatchString(s) {
		return strings.NewReplacer(".", "", ",", "").Replace(s)
	}
	return s
}

// checkAnswered settles whether a row holds persons or per cent. Per cent of a
// known number are persons where they come out whole.
func checkAnswered(b *bag) (string, reject.Code) {
	a := &b.answered
	sum := a.Answers()
	if sum == 0 {
		if !a.Mean.Known {
			return "answers_4", reject.MissingValue
		}
		return "", ""
	}
	a.Mean = record.Decimal{}
	whole := !slices.ContainsFunc(a.Counts[:], func(n int64) bool { return n%100 != 0 })
	switch {
	case !whole && sum >= 98 && sum <= 102: // fractions of one
		for i := range a.Counts {
			a.Counts[i] *= 100
		}
		a.Shares = true
	case a.Shares || !whole:
		if sum < 9_900 || sum > 10_100 {
			return "answers_4", reject.OutOfRange
		}
		a.Shares = true
	default:
		for i := range a.Counts {
			a.Counts[i] /= 100
		}
		if a.Number > sum/100 && a.Number < sum || a.Number < 0 {
			a.Number = sum / 100
		}
		return "", ""
	}
	persons(a)
	return "", ""
}

// persons turns per cent of a known number into persons.
func persons(a *record.AnswerCount) {
	var of [4]int64
	var n int64
	for i, c := range a.Counts {
		of[i] = (c*a.Number + 5_000) / 10_000
		n += of[i]
	}
	if a.Number > 0 && n == a.Number {
		a.Counts, a.Shares = of, false
	}
}

// respondentsSaid is the number of respondents that a title states.
var respondentsSaid = regexp.MustCompile(`(?i)(?:responden|respondents?|sampel|sample)\D{0,12}?(\d{1,6})\b|\bn\s*=\s*(\d{1,6})\b|` +
	`\b(\d{1,6})\s+(?:orang\s+)?(?:responden|respondents?)\b`)

// answerDegree is the answer, 1 to 4, that a heading counts; 0 for none.
func answerDegree(head string) int {
	words := vocabulary.Tokens(head)
	words = slices.DeleteFunc(words, func(w string) bool { return countingWords[w] })
	if len(words) == 0 {
		return 0
	}
	text := strings.Join(words, " ")
	if len(text) == 1 && text[0] >= '1' && text[0] <= '4' {
		return int(text[0] - '0')
	}
	number, phrase := splitAnswer(text)
	if phrase == text && answerInitials[text] != 0 {
		return answerInitials[text]
	}
	n := int((&answers{}).place(degreeOf(phrase)))
	if number != 0 && number <= 4 && (n == 0 || int(number) == n) && len(words) > 1 && degreeOf(phrase) != unknown {
		return int(number)
	}
	return n
}

var countingWords = set("nilai skor jawaban jumlah jml responden frekuensi f yang menjawab memilih score " +
	"answers answer count respondents " +
	"persen orang poin bobot skala")

var answerInitials = map[string]int{"sb": 4, "b": 3, "kb": 2, "tb": 1, "sp": 4, "p": 3, "kp": 2, "tp": 1, "ss": 4}
