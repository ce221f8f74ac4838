// Package survey declares the indicators of the public satisfaction survey
// (SKM) and of complaints. It knows nothing of files or of how values are
// shown.
package survey

import (
	"math/big"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

// Specs lists the indicators in the order of the catalogue. Every value says
// which of its rules the office replaced.
func Specs() []indicator.Spec[*Slice] {
	out := []indicator.Spec[*Slice]{index}
	for e := range elements {
		out = append(out, element(record.Element(e)))
	}
	return indicator.Saying(append(out, adequacy, complaints, lowest, closedInTime, ombudsman), (*Slice).replaced)
}

// Slice is the survey facts of one selection.
type Slice struct {
	set   *office.Setting
	facts *facts.Set
	sel   facts.Selection
	book  rules.Book

	n      int64                  // respondents
	sums   [record.Elements]int64 // of scores
	filled [record.Elements]int64 // answers given
	first  record.Day             // of the dated answers
	last   record.Day             // of the answers: decides the scheme of categories
	// numbered are the answers of questionnaires that do not name their elements.
	numbered int64
	sheets   []sheet // for intervals, in canonical order
	drawn    *spread // bounds, drawn once

	counted counted // of summaries
}

// NewSlice gathers the facts of a selection.
func NewSlice(f *facts.Set, set *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{set: set, facts: f, sel: sel, book: rules.With(set.Rules)}
	f.Survey.Answers(sel, func(a *record.Answer) {
		s.n++
		s.last = max(s.last, a.Day)
		if a.Numbered {
			s.numbered++
		}
		if a.Day.Known() && (!s.first.Known() || a.Day < s.first) {
			s.first = a.Day
		}
		s.sheets = append(s.sheets, a.Scores)
		for e, score := range a.Scores {
			if score > 0 {
				s.sums[e] += int64(score)
				s.filled[e]++
			}
		}
	})
	s.count()
	return s
}

// bounds draws the intervals of the slice, once.
func (s *Slice) bounds() *spread {
	if s.drawn == nil {
		d := spread{}
		if s.counted.rows == 0 { // who answered what is known
			d = bootstrap(s.sheets, s.scale())
		}
		s.drawn = &d
	}
	return s.drawn
}

// scale is what takes the mean of some element means to the index: weight
// times their number times factor.
func (s *Slice) scale() func(n int64) float64 {
	var known [record.Elements + 1]float64
	for n := range known[1:] {
		k := int64(n + 1)
		known[n+1], _ = s.weighted(big.NewRat(k, 1), s.weight(k)).Float64()
	}
	return func(n int64) float64 { return known[n] }
}

// between puts bounds on a value.
func between(v *result.Value, b [2]float64) {
	v.Lo, v.Hi, v.Level, v.Interval = &b[0], &b[1], 0.95, "bootstrap"
}

// Users is the number of tickets of the selection: the population that the
// sample speaks for, when queue data are there.
func (s *Slice) Users() int64 {
	var n int64
	s.facts.Queue.Visits(facts.Selection{Office: s.sel.Office, From: s.sel.From, To: s.sel.To}, func(*facts.Visit, facts.Lane) { n++ })
	s.facts.Queue.Intervals(s.sel, func(i *record.QueueInterval) { n += i.Count })
	return n
}

// served tells the days of months for which the selection has queue data: a month
// without them has no population, and what was counted in it belongs to none.
func (s *Slice) served() func(record.Day) bool {
	months := map[record.Day]bool{}
	whole := false
	first := func(d record.Day) record.Day { y, m, _ := d.Date(); return record.DayOf(y, m, 1) }
	var last record.Day // of the visit before: they come in order of days
	sel := facts.Selection{Office: s.sel.Office, From: s.sel.From, To: s.sel.To}
	s.facts.Queue.Visits(sel, func(v *facts.Visit, _ facts.Lane) {
		if v.Day != last {
			last = v.Day
			months[first(v.Day)] = true
		}
	})
	s.facts.Queue.Intervals(s.sel, func(i *record.QueueInterval) {
		if whole = whole || i.Grain == record.GrainYear; i.Count > 0 {
			months[first(i.Day)] = true
		}
	})
	return func(d record.Day) bool { return whole || months[first(d)] }
}

var needAnswers = result.T("perlu data SKM: satu baris per responden dengan nilai 1–4 per unsur", "needs survey data: one row per respondent with scores 1–4 per element")

func missing(t result.Text) result.Value { return result.Value{Missing: &t} }

// average is the mean score of an element (NRR): sum / answers given.
func (s *Slice) average(e record.Element) *big.Rat {
	if s.filled[e] == 0 {
		return s.alone(e)
	}
	return big.NewRat(s.sums[e], s.filled[e])
}

// element is the mean score of an element where every questionnaire names its
// elements; the order of U1 to U9 is not the same everywhere.
func (s *Slice) element(e record.Element) *big.Rat {
	if s.numbered > 0 {
		return nil
	}
	return s.average(e)
}

// answerKinds are the records that scores of elements come from.
var answerKinds = []string{"answer", "answer_count"}

var needNames = result.T("perlu nama unsur: judul kolom hanya bernomor (U1–U9) dan urutannya tidak sama di semua kuesioner; "+
	"petakan dengan columns pada sources di rapor.yaml, misalnya columns: {U1: requirements, U2: procedure}",
	"needs the names of the elements: the columns bear numbers alone (U1–U9), whose order is not the same in all "+
		"questionnaires; map them by columns under sources in rapor.yaml, such as columns: {U1: requirements, U2: procedure}")

var index = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "SKM-01", Unit: result.Points, NUnit: result.Answers, Better: result.Higher, Since: "0.1.0", MinN: 30,
		Name:     result.T("Indeks kepuasan masyarakat (IKM)", "Public satisfaction index (IKM)"),
		Question: result.T("Seberapa puas pemohon terhadap pelayanan?", "How satisfied are applicants with the service?"),
		Formula:  result.T("rata-rata nilai per unsur (bobot sama, 1/n) × 25", "mean of the element means (equal weights, 1/n) × 25"),
		Basis:    []string{"SKM-BOBOT", "SKM-BATAS"}, Kinds: answerKinds,
		Needs: needAnswers, Series: true, By: []string{"service", "office"}, Interval: "bootstrap",
		Caveat: result.T("Unsur dipetakan menurut nama. Bobot tepat 1/n; laporan lama dengan bobot 0,11 paling tinggi mencapai 99,00.",
			"Elements are mapped by name. Exact weights 1/n; legacy reports with weight 0.11 reach 99.00 at most."),
	},
	Bound: indexBound,
	Compute: func(s *Slice) result.Value {
		sum, k := new(big.Rat), int64(0)
		for e := range s.sums {
			if a := s.average(record.Element(e)); a != nil {
				sum.Add(sum, a)
				k++
			}
		}
		switch {
		case s.unweighed():
			return missing(needWeights)
		case k == 0:
			return missing(needAnswers)
		}
		w := s.weight(k)
		v := result.Value{Value: s.weighted(sum, w), Num: sum, Den: new(big.Rat).Inv(w), N: s.n, NUnit: result.Answers}
		if b := s.bounds(); b.ok {
			between(&v, b.index)
		}
		c := Category(s.book, v.Value, s.last)
		v.Category = &result.Text{Text: text.T(c.Letter+" ("+c.Name.ID+")", c.Letter+" ("+c.Name.EN+")")}
		v.Warnings = s.categories(v.Value, sum, k)
		if k < record.Elements {
			v.Warnings = append(v.Warnings, result.T("Hanya {0} dari 9 unsur yang diisi.", "Only {0} of 9 elements were answered.", result.Int(k, result.Count)))
		}
		return s.fromCounts(v)
	},
}

// categories words the category by the scheme of the survey date, and whatever
// would change it: the other scheme, or rounded weights.
func (s *Slice) categories(v, sum *big.Rat, k int64) []result.Text {
	c := Category(s.book, v, s.last)
	at, used := schemeOn(s.last)
	out := []result.Text{result.T("Kategori {0} ({1}) menurut {2}.", "Category {0} ({1}) under {2}.", result.Str(c.Letter), named(c.Name), named(c.Scheme))}
	for i, other := range schemes() {
		if g := grade(s.book, v, other); i != at && g.Letter != c.Letter {
			out = append(out, result.T("Dengan batas {0} kategorinya {1} ({2}).", "By the bounds of {0} the category would be {1} ({2}).", named(g.Scheme), result.Str(g.Letter), named(g.Name)))
		}
	}
	if i, _ := schemeOn(s.first); s.first.Known() && i != at {
		out = append(out, result.T("Survei melintasi pergantian batas pada {0}; dipakai batas pada akhir survei.", "The survey spans the change of bounds on {0}; those at its end are used.", result.On(used.From.String())))
	}
	for _, d := range []int{2, 3} {
		w := rounded(k, d)
		if x := s.weighted(sum, w); Category(s.book, x, s.last).Letter != c.Letter {
			out = append(out, result.T("Dengan bobot dibulatkan menjadi {0} nilainya {1} dan kategorinya {2}.", "With the weight rounded to {0} the value would be {1} and the category {2}.",
				decimal(w.FloatString(d)), result.Num(x, result.Points), result.Str(Category(s.book, x, s.last).Letter)))
		}
	}
	return out
}

// decimal is a weight as reports print it.
func decimal(s string) result.Quantity { return result.Named(strings.Replace(s, ".", ",", 1), s) }

func named(t result.Text) result.Quantity { return result.Named(t.ID, t.EN) }

var elements = [record.Elements]result.Text{
	result.T("Persyaratan", "Requirements"), result.T("Sistem, mekanisme, dan prosedur", "System, mechanism and procedure"),
	result.T("Waktu penyelesaian", "Completion time"), result.T("Biaya/tarif", "Cost"), result.T("Produk spesifikasi jenis pelayanan", "Product specification"),
	result.T("Kompetensi pelaksana", "Staff competence"), result.T("Perilaku pelaksana", "Staff conduct"),
	result.T("Penanganan pengaduan, saran, dan masukan", "Handling of complaints and suggestions"), result.T("Sarana dan prasarana", "Facilities"),
}

func element(e record.Element) indicator.Spec[*Slice] {
	name := elements[e]
	return indicator.Spec[*Slice]{
		Info: indicator.Info{
			ID: "SKM-" + [...]string{"02", "03", "04", "05", "06", "07", "08", "09", "10"}[e], Unit: result.Points, NUnit: result.Answers, Better: result.Higher, Since: "0.1.0", MinN: 30, Interval: "bootstrap",
			Name:     result.T("SKM: "+name.ID, "Survey: "+name.EN),
			Question: result.T("Berapa nilai unsur ini menurut pemohon?", "How do applicants score this element?"),
			Formula:  result.T("jumlah nilai / banyaknya jawaban (NRR), skala 1–4", "sum of scores / answers given (NRR), scale 1–4"),
			Basis:    []string{"SKM-BOBOT"}, Kinds: answerKinds, Needs: needAnswers,
			Caveat: result.T("Jawaban kosong tidak dihitung; nilai di luar 1–4 ditolak.", "Empty answers do not count; scores outside 1–4 are rejected."),
		},
		Bound: elementBound(e),
		Compute: func(s *Slice) result.Value {
			a := s.element(e)
			switch {
			case s.numbered > 0:
				return missing(needNames)
			case s.unweighed():
				return missing(needWeights)
			case a == nil:
				return missing(needAnswers)
			case s.filled[e] == 0:
				return s.fromCounts(result.Value{Value: a, N: s.n, NUnit: result.Answers})
			}
			ex := []result.Exclusion(nil)
			if d := s.n - s.filled[e]; d > 0 {
				ex = []result.Exclusion{{Reason: result.T("tidak menjawab unsur ini", "did not answer this element"), N: d}}
			}
			v := result.Value{Value: a, Num: big.NewRat(s.sums[e], 1), Den: big.NewRat(s.filled[e], 1), N: s.filled[e], NUnit: result.Answers, Excluded: ex}
			if b := s.bounds(); b.ok {
				between(&v, b.elements[e])
			}
			return s.fromCounts(v)
		},
	}
}

var needUsers = result.T("perlu data SKM dan data antrean (jumlah pemohon) untuk periode yang sama", "needs survey data and queue data (number of applicants) of the same period")

var adequacy = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "SKM-11", Unit: result.Share, NUnit: result.Answers, Better: result.Higher, Since: "0.1.0",
		Name:     result.T("Kecukupan sampel SKM", "Survey sample adequacy"),
		Question: result.T("Apakah jumlah responden mencukupi?", "Are there enough respondents?"),
		Formula:  result.T("responden / sampel minimum menurut Krejcie-Morgan", "respondents / least sample after Krejcie-Morgan"),
		Basis:    []string{"SKM-SAMPEL"}, Kinds: []string{"answer", "answer_count", "ticket"}, Needs: needUsers,
		Caveat: result.T("Populasi = jumlah tiket antrean pada periode yang sama.", "Population = queue tickets of the same period."),
	},
	Bound: adequacyBound,
	Compute: func(s *Slice) result.Value {
		users := s.Users()
		if s.n == 0 && s.counted.rows > 0 {
			return missing(onlyMeans)
		}
		if s.n == 0 || users == 0 {
			return missing(needUsers)
		}
		need := s.need(users)
		if need == 0 { // the office replaced the formula's numbers by some that give no sample
			return missing(needUsers)
		}
		v := result.Value{Value: big.NewRat(s.n, need), Num: big.NewRat(s.n, 1), Den: big.NewRat(need, 1), N: s.n, NUnit: result.Answers}
		v.Warnings = []result.Text{result.T("Populasi {0}; sampel minimum {1}.", "Population {0}; least sample {1}.", result.Int(users, result.Count), result.Int(need, result.Count))}
		return v
	},
}
