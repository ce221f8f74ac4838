package survey

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

var always = facts.Selection{From: record.DayOf(2010, 1, 1), To: record.DayOf(2030, 12, 31)}

// of makes a slice of respondents who all answered on one day.
func of(day record.Day, sheets []sheet, more ...func(*facts.Set)) *Slice {
	f := &facts.Set{}
	for i, s := range sheets {
		f.Answer(&record.Answer{Ref: record.Ref{Row: uint32(i + 2)}, Day: day, Respondent: fmt.Sprint(i + 1), Scores: s})
	}
	for _, m := range more {
		m(f)
	}
	f.Seal()
	set := office.Default()
	return NewSlice(f, &set, always)
}

func value(t *testing.T, id string, s *Slice) result.Value {
	t.Helper()
	for _, spec := range Specs() {
		if spec.ID == id {
			return spec.Compute(s)
		}
	}
	t.Fatalf("no indicator %s", id)
	return result.Value{}
}

// exact takes a mean of element means to the index without rounded weights.
func exact(int64) float64 { return 25 }

func two(v *big.Rat) string { return v.FloatString(2) }

// column spreads a sum of scores 3 and 4 over 20 respondents.
func column(sheets []sheet, e record.Element, sum int) {
	for i := range sheets {
		sheets[i][e] = 3
		if i < sum-3*len(sheets) {
			sheets[i][e] = 4
		}
	}
}

// TestTC1WorkedSheet is oracle T-C1: means, weights .33 and 1/3, and the two
// blocks of two elements with their categories.
func TestTC1WorkedSheet(t *testing.T) {
	after2017 := record.DayOf(2019, 3, 1)
	sheets := make([]sheet, 20)
	column(sheets, record.Requirements, 74)
	column(sheets, record.Procedure, 76)
	column(sheets, record.Time, 60)
	s := of(after2017, sheets)
	for id, want := range map[string]string{"SKM-02": "3.70", "SKM-03": "3.80", "SKM-04": "3.00", "SKM-01": "87.50"} {
		if got := two(value(t, id, s).Value); got != want {
			t.Errorf("%s = %s, want %s", id, got, want)
		}
	}
	sum := big.NewRat(105, 10)
	if v := s.weighted(sum, rounded(3, 2)); v.Cmp(big.NewRat(86625, 1000)) != 0 || two(v) != "86.63" || Category(rules.Book{}, v, after2017).Letter != "B" {
		t.Errorf("weight .33: %v", v)
	}
	for _, c := range []struct {
		a, b   int
		index  string
		letter string
	}{{74, 72, "91.25", "A"}, {65, 71, "85.00", "B"}} {
		sheets := make([]sheet, 20)
		column(sheets, record.Conduct, c.a)
		column(sheets, record.Facilities, c.b)
		v := value(t, "SKM-01", of(after2017, sheets)).Value
		if two(v) != c.index || Category(rules.Book{}, v, after2017).Letter != c.letter {
			t.Errorf("%s %s, want %s %s", two(v), Category(rules.Book{}, v, after2017).Letter, c.index, c.letter)
		}
	}
}

// TestTC2Bounds is oracle T-C2: the bounds of both schemes, the gap rule, and
// what rounded weights do to a perfect survey.
func TestTC2Bounds(t *testing.T) {
	before, after := record.DayOf(2016, 3, 1), record.DayOf(2018, 3, 1)
	for _, c := range []struct {
		hundredths int64
		want       string
	}{{6499, "D"}, {6500, "C"}, {7660, "C"}, {7661, "B"}, {8830, "B"}, {8831, "A"}} {
		if got := Category(rules.Book{}, big.NewRat(c.hundredths, 100), after).Letter; got != c.want {
			t.Errorf("%d: %s, want %s", c.hundredths, got, c.want)
		}
	}
	if got := Category(rules.Book{}, big.NewRat(76605, 1000), after).Letter; got != "B" {
		t.Errorf("76.605 rounds to 76.61: %s", got)
	}
	old := big.NewRat(845, 10)
	if Category(rules.Book{}, old, before).Letter != "A" || Category(rules.Book{}, old, after).Letter != "B" {
		t.Error("84.5 is A before 2017 and B after")
	}
	if Category(rules.Book{}, old, record.DayOf(2017, 4, 30)).Letter != "A" || Category(rules.Book{}, old, record.DayOf(2017, 5, 1)).Letter != "B" {
		t.Error("the bounds change on 1 May 2017")
	}
	sheets := make([]sheet, 20)
	for i := range sheets {
		sheets[i] = sheet{4, 4, 4, 4, 4, 4, 4, 4, 4}
	}
	s := of(after, sheets)
	if v := value(t, "SKM-01", s); two(v.Value) != "100.00" || *v.Lo != 100 || *v.Hi != 100 {
		t.Errorf("all fours: %+v", v)
	}
	for d, want := range map[int]string{2: "99.00", 3: "99.90"} {
		if got := two(s.weighted(big.NewRat(36, 1), rounded(9, d))); got != want {
			t.Errorf("weight with %d decimals: %s, want %s", d, got, want)
		}
	}
}

// TestWhatWouldChangeTheCategoryIsSaid: rounded weights and the other scheme.
func TestWhatWouldChangeTheCategoryIsSaid(t *testing.T) {
	sheets := make([]sheet, 20)
	for e := range record.Element(record.Elements) {
		column(sheets, e, 71) // 3.55 x 25 = 88.75: A exactly, B with .11 (87.8625)
	}
	said := func(day record.Day) string {
		out := ""
		for _, w := range value(t, "SKM-01", of(day, sheets)).Warnings {
			out += w.EN + "|"
			for _, a := range w.Args {
				out += a.Label + ","
				if a.Term != nil {
					out += a.Term.EN + ","
				}
			}
		}
		return out
	}
	if got := said(record.DayOf(2018, 1, 9)); !strings.Contains(got, "rounded") || !strings.Contains(got, "0.11,") || strings.Contains(got, "0.111,") {
		t.Errorf("said %s", got)
	}
	for e := range record.Element(record.Elements) {
		column(sheets, e, 68) // 85.00
	}
	if got := said(record.DayOf(2016, 1, 9)); !strings.Contains(got, "PermenPANRB 14/2017") || strings.Contains(got, "rounded") {
		t.Errorf("said %s", got)
	}
}

// TestTC3SampleSizes is oracle T-C3 through the adequacy of a sample.
func TestTC3SampleSizes(t *testing.T) {
	for users, need := range map[int64]int64{10: 10, 15: 14, 20: 19, 50: 44, 100: 80, 200: 132, 300: 169, 500: 217, 1000: 278, 1500: 306, 2000: 322, 5000: 357, 10000: 370, 50000: 381, 100000: 383, 1000000: 384} {
		s := of(record.DayOf(2016, 3, 1), []sheet{{4}}, func(f *facts.Set) {
			f.QueueInterval(&record.QueueInterval{Day: record.DayOf(2016, 3, 1), Count: users, Late: -1, Counters: -1})
		})
		if v := value(t, "SKM-11", s); v.Value.Cmp(big.NewRat(1, need)) != 0 {
			t.Errorf("%d users: 1 respondent is %v, want 1/%d", users, v.Value, need)
		}
	}
}

// TestTC4Ombudsman is oracle T-C4: shares of zones, and two scores of 2022.
func TestTC4Ombudsman(t *testing.T) {
	shares := func(year int16, scores map[int64]int) string {
		f := &facts.Set{}
		row := uint32(0)
		for h, n := range scores {
			for range n {
				row++
				f.OfficialScore(&record.OfficialScore{Ref: record.Ref{Row: row}, Office: fmt.Sprint("Kantor ", row), Scheme: ombudsmanScheme, Year: year, Hundredth: h})
			}
		}
		f.Seal()
		set := office.Default()
		p, _ := calendar.ParsePeriod(fmt.Sprint(year))
		for _, tab := range Tables(f, &set, p) {
			if tab.ID == "ombudsman-zona" {
				out := ""
				for _, r := range tab.Rows {
					out += new(big.Rat).Mul(r[2].Value, big.NewRat(100, 1)).FloatString(2) + " "
				}
				return out
			}
		}
		return ""
	}
	for _, c := range []struct {
		year   int16
		scores map[int64]int
		want   string
	}{
		{2022, map[int64]int{8000: 272, 6000: 250, 4000: 64}, "46.42 42.66 10.92 "},
		{2021, map[int64]int{8500: 17, 7000: 7}, "70.83 29.17 "},
		{2021, map[int64]int{8500: 12, 7000: 3}, "80.00 20.00 "},
		{2021, map[int64]int{8500: 13, 7000: 19, 4000: 2}, "38.24 55.88 5.88 "},
	} {
		if got := shares(c.year, c.scores); got != c.want {
			t.Errorf("%d: %s, want %s", c.year, got, c.want)
		}
	}
	for _, c := range []struct {
		year   int16
		score  int64
		letter string
		colour string
	}{{2022, 5899, "C", "yellow"}, {2022, 5803, "C", "yellow"}, {2022, 5400, "C", "yellow"}, {2022, 5399, "D", "red"}, {2022, 7799, "C", "yellow"}, {2022, 7800, "B", "green"}, {2024, 8800, "A", "green"}, {2022, 3199, "E", "red"},
		{2016, 5049, "", "red"}, {2016, 5050, "", "yellow"}, {2016, 8049, "", "yellow"}, {2016, 8100, "", "green"}} {
		z, ok := zoneOf(rules.Book{}, &record.OfficialScore{Year: c.year, Hundredth: c.score})
		if !ok || z.letter != c.letter || !strings.HasPrefix(z.name.EN, c.colour) {
			t.Errorf("%d in %d: %s %s", c.score, c.year, z.letter, z.name.EN)
		}
	}
	if _, ok := zoneOf(rules.Book{}, &record.OfficialScore{Year: 2025, Hundredth: 9000}); ok {
		t.Error("bounds of the Opini Ombudsman are not known")
	}
}

// TestBootstrapIsFixedAndCoversTheNormalTheory: equal facts give equal bounds,
// and for many respondents they are near mean +- 1.96 standard errors.
func TestBootstrapIsFixedAndCoversTheNormalTheory(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var sheets []sheet
	sum, squares := 0.0, 0.0
	for range 400 {
		var s sheet
		total := 0.0
		for e := range s {
			s[e] = uint8(1 + r.IntN(4))
			total += float64(s[e])
		}
		x := total / record.Elements * 25
		sum, squares = sum+x, squares+x*x
		sheets = append(sheets, s)
	}
	a, b := bootstrap(sheets, exact), bootstrap(sheets, exact)
	if a != b {
		t.Error("two draws differ")
	}
	n := float64(len(sheets))
	mean := sum / n
	se := math.Sqrt((squares/n - mean*mean) / n)
	for i, want := range []float64{mean - 1.96*se, mean + 1.96*se} {
		if math.Abs(a.index[i]-want) > .3*se {
			t.Errorf("bound %v, normal theory %v (se %v)", a.index[i], want, se)
		}
	}
	if bootstrap(sheets[:bootstrapFloor-1], exact).ok || !bootstrap(sheets[:bootstrapFloor], exact).ok {
		t.Error("an interval needs ten respondents")
	}
}

// TestAgainstPlainSlices recomputes the index and the lowest element.
func TestAgainstPlainSlices(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 4))
		var sheets []sheet
		for range 1 + r.IntN(30) {
			var s sheet
			for e := range s {
				s[e] = uint8(r.IntN(5))
			}
			s[r.IntN(9)] = 4 // nobody returns an empty sheet
			sheets = append(sheets, s)
		}
		total, k := new(big.Rat), int64(0)
		var least *big.Rat
		for e := range record.Elements {
			var sum, n int64
			for _, s := range sheets {
				if s[e] > 0 {
					sum += int64(s[e])
					n++
				}
			}
			if n == 0 {
				continue
			}
			m := big.NewRat(sum, n)
			total.Add(total, m)
			k++
			if least == nil || m.Cmp(least) < 0 {
				least = m
			}
		}
		s := of(record.DayOf(2016, 3, 1), sheets)
		want := new(big.Rat).Mul(new(big.Rat).Quo(total, big.NewRat(k, 1)), big.NewRat(25, 1))
		if got := value(t, "SKM-01", s).Value; got.Cmp(want) != 0 {
			t.Fatalf("seed %d: index %v, want %v", seed, got, want)
		}
		if v := value(t, "SKM-13", s); k >= 3 && v.Value.Cmp(least) != 0 {
			t.Fatalf("seed %d: lowest %v, want %v", seed, v.Value, least)
		}
	}
}

func TestEveryIndicatorSaysWhatItNeeds(t *testing.T) {
	empty := of(0, nil)
	for _, spec := range Specs() {
		if v := spec.Compute(empty); v.Known() || v.Missing == nil || v.Missing.ID == "" || v.Missing.EN == "" || spec.Needs.ID == "" || spec.Needs.EN == "" {
			t.Errorf("%s without data: %+v", spec.ID, v)
		}
	}
}
