package enforcement_test

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapor/analysis"
	"rapor/analysis/calendar"
	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
)

var sel2016 = facts.Selection{From: record.DayOf(2016, 1, 1), To: record.DayOf(2016, 12, 31)}

// sealed makes facts of acts, each in its own row.
func sealed(actions []record.Action, more ...func(*facts.Set)) *facts.Set {
	f := &facts.Set{}
	for i, a := range actions {
		a.Ref = record.Ref{Row: uint32(i + 2)}
		f.Action(&a)
	}
	for _, m := range more {
		m(f)
	}
	f.Seal()
	return f
}

func value(t *testing.T, id string, f *facts.Set, sel facts.Selection) result.Value {
	t.Helper()
	set := office.Default()
	s := enforcement.NewSlice(f, &set, sel)
	for _, spec := range enforcement.Specs() {
		if spec.ID == id {
			return spec.Compute(s)
		}
	}
	t.Fatalf("no indicator %s", id)
	return result.Value{}
}

func act(kind record.ActionKind, d record.Day, n int64) record.Action {
	return record.Action{Kind: kind, Label: fmt.Sprint("jenis ", kind), Decided: d, Number: n, Overstay: -1, Stated: -1}
}

func percent(v *big.Rat) string { return new(big.Rat).Mul(v, big.NewRat(100, 1)).FloatString(2) }

func report(t *testing.T, f *facts.Set, period string, id string) result.Indicator {
	t.Helper()
	p, err := calendar.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	set := office.Default()
	for _, ind := range analysis.Report(analysis.Input{Facts: f, Setting: &set, Period: p}).Indicators {
		if ind.ID == id {
			return ind
		}
	}
	t.Fatalf("no indicator %s", id)
	return result.Indicator{}
}

func lastYear(t *testing.T, ind result.Indicator) result.Change {
	t.Helper()
	for _, b := range ind.Baseline {
		if b.Period.Role == "last_year" {
			return b
		}
	}
	t.Fatal("not compared with last year")
	return result.Change{}
}

// TestTB1NationalSemester is oracle T-B1: the share of deportations and the
// changes on the same semester, each on its own base.
func TestTB1NationalSemester(t *testing.T) {
	now, then := record.DayOf(2024, 3, 1), record.DayOf(2023, 3, 1)
	f := sealed([]record.Action{
		act(record.ActionDeportation, now, 1503), act(record.ActionListing, now, 2041-1503),
		act(record.ActionDeportation, then, 639), act(record.ActionListing, then, 1165-639)})
	if got := percent(report(t, f, "2024-S1", "GAK-04").Value.Value); got != "73.64" {
		t.Errorf("share of deportations %s %%", got)
	}
	if got := percent(lastYear(t, report(t, f, "2024-S1", "GAK-01")).Relative); got != "75.19" {
		t.Errorf("change of TAK %s %%", got)
	}
	deport := lastYear(t, report(t, f, "2024-S1", "GAK-03"))
	if got := percent(deport.Relative); got != "135.21" {
		t.Errorf("change of deportations %s %%", got)
	}
	if deport.Value.Value.Cmp(big.NewRat(639, 1)) != 0 {
		t.Errorf("the base is %v, not the deportations of last year", deport.Value.Value)
	}
	// on the TAK of last year, as one newspaper wrote, it would be another figure
	wrong := new(big.Rat).Quo(big.NewRat(1503-1165, 1), big.NewRat(1165, 1))
	if got := percent(wrong); got != "29.01" || deport.Relative.Cmp(wrong) == 0 {
		t.Errorf("wrong base gives %s %%", got)
	}
}

// TestTB2OfficeCount is oracle T-B2: the office counts detention in, and the
// mapping shows how.
func TestTB2OfficeCount(t *testing.T) {
	d := record.DayOf(2016, 6, 1)
	f := sealed([]record.Action{act(record.ActionDeportation, d, 92), act(record.ActionDetention, d, 45), act(record.ActionListing, d, 53)})
	if v := value(t, "GAK-40", f, sel2016); v.N != 190 {
		t.Errorf("office count %d, want 190", v.N)
	}
	v := value(t, "GAK-01", f, sel2016)
	if v.N != 145 || len(v.Excluded) != 1 || v.Excluded[0].N != 45 {
		t.Errorf("TAK %d, excluded %+v", v.N, v.Excluded)
	}
	set := office.Default()
	p, _ := calendar.ParsePeriod("2016")
	got := map[string]string{}
	for _, tab := range enforcement.Tables(f, &set, p) {
		if tab.ID == "pemetaan-tak" {
			for _, row := range tab.Rows {
				got[row[1].Term.EN] = percent(row[4].Value) + " " + row[2].Term.EN
			}
		}
	}
	for kind, want := range map[string]string{"f. deportation": "48.42 yes", "detention (article 83)": "23.68 no", "a. listing": "27.89 yes"} {
		if got[kind] != want {
			t.Errorf("%s: %q, want %q", kind, got[kind], want)
		}
	}
}

// TestTB3ExactIntervals is oracle T-B3 through the count of acts, and the rate
// ratio of 12 persons against 5.
func TestTB3ExactIntervals(t *testing.T) {
	for n, want := range map[int64][2]float64{0: {0, 3.6889}, 1: {.0253, 5.5716}, 3: {.6187, 8.7673}, 5: {1.6235, 11.6683}, 12: {6.2006, 20.9616}, 30: {20.2409, 42.8269}, 190: {163.9430, 219.0216}} {
		kind := record.ActionDeportation
		if n == 0 {
			kind = record.ActionOther // NIHIL
		}
		v := value(t, "GAK-03", sealed([]record.Action{act(kind, record.DayOf(2016, 6, 1), n)}), sel2016)
		if v.N != n || math.Abs(*v.Lo-want[0]) > 6e-5 || math.Abs(*v.Hi-want[1]) > 6e-5 {
			t.Errorf("%d: %v..%v, want %v", n, *v.Lo, *v.Hi, want)
		}
	}
	cases := func(f *facts.Set) {
		for i := range 17 {
			year := 2016
			if i >= 12 {
				year = 2015
			}
			f.Case(&record.Case{Ref: record.Ref{Row: uint32(i + 2)}, Number: fmt.Sprint(i), Notified: record.DayOf(year, 1+i%12, 3)})
		}
	}
	c := lastYear(t, report(t, sealed(nil, cases), "2016", "GAK-08"))
	if r := c.Rate; r == nil || math.Abs(r.Ratio-2.4) > 1e-9 || math.Abs(r.Lo-.78705) > 5e-5 || math.Abs(r.Hi-8.69598) > 5e-4 || math.Abs(r.P-.14346) > 5e-5 || *c.Distinct {
		t.Errorf("12 against 5: %+v", c.Rate)
	}
}

// TestTB4WilsonAndConcentration is oracle T-B4 through the share of
// deportations and the mix of nationalities.
func TestTB4WilsonAndConcentration(t *testing.T) {
	d := record.DayOf(2016, 6, 1)
	for _, c := range []struct {
		k, n   int64
		lo, hi float64
	}{{180, 200, .85059, .93433}, {8, 10, .49016, .94332}, {0, 12, 0, .24249}, {12, 12, .75751, 1}} {
		v := value(t, "GAK-04", sealed([]record.Action{act(record.ActionDeportation, d, c.k), act(record.ActionListing, d, c.n-c.k)}), sel2016)
		if math.Abs(*v.Lo-c.lo) > 6e-6 || math.Abs(*v.Hi-c.hi) > 6e-6 {
			t.Errorf("%d/%d: %v..%v", c.k, c.n, *v.Lo, *v.Hi)
		}
	}
	var list []record.Action
	for i, n := range []int64{5, 3, 2, 1, 1} {
		a := act(record.ActionDeportation, d, n)
		a.Nationality = []string{"R.R.T", "Nigeria", "India", "Jepang", "Korea"}[i]
		list = append(list, a)
	}
	if v := value(t, "GAK-33", sealed(list), sel2016); v.Value.FloatString(6) != "0.277778" {
		t.Errorf("HHI %s", v.Value.FloatString(6))
	}
}

// TestEveryIndicatorNamesUnitAndDate: persons, acts, cases and events are
// never mixed, and the date that decides the period is printed.
func TestEveryIndicatorNamesUnitAndDate(t *testing.T) {
	set := office.Default()
	empty := enforcement.NewSlice(sealed(nil), &set, sel2016)
	for _, spec := range enforcement.Specs() {
		if !strings.HasPrefix(spec.Caveat.ID, "Satuan: ") || !strings.Contains(spec.Caveat.ID, "Dasar tanggal: ") ||
			!strings.HasPrefix(spec.Caveat.EN, "Unit: ") || !strings.Contains(spec.Caveat.EN, "Date basis: ") {
			t.Errorf("%s: %s / %s", spec.ID, spec.Caveat.ID, spec.Caveat.EN)
		}
		if v := spec.Compute(empty); v.Known() || v.Missing == nil || v.Missing.ID == "" || v.Missing.EN == "" || spec.Needs.EN == "" {
			t.Errorf("%s without data: %+v", spec.ID, v)
		}
	}
}

// TestVictimsAreNoDeportees: articles 86-87.
func TestVictimsAreNoDeportees(t *testing.T) {
	a := act(record.ActionDeportation, record.DayOf(2016, 6, 1), 1)
	b := a
	b.Victim, b.Person = record.Yes, 7
	f := sealed([]record.Action{a, b})
	if v := value(t, "GAK-01", f, sel2016); v.N != 1 || v.Excluded[0].N != 1 {
		t.Errorf("%+v", v)
	}
	if v := value(t, "GAK-03", f, sel2016); v.N != 1 {
		t.Errorf("deportations %d", v.N)
	}
}

// TestOneDetentionInTwoLists: the list of detentions and the list of all acts
// describe the same detention; it counts once, with its exit.
func TestOneDetentionInTwoLists(t *testing.T) {
	a := act(record.ActionDetention, record.DayOf(2016, 6, 1), 1)
	a.Person = 9
	b := a
	a.Article = "Pasal 83"
	b.Ref.Source, b.Executed, b.Sex, b.Label = 1, record.DayOf(2016, 6, 9), record.Male, "Ruang detensi"
	f := &facts.Set{}
	f.Action(&a)
	f.Action(&b)
	if dup := f.Seal(); len(dup) != 1 || dup[0].Ref.Source != 0 {
		t.Errorf("set aside %+v", dup)
	}
	if v := value(t, "GAK-05", f, sel2016); v.N != 1 {
		t.Errorf("%d detentions", v.N)
	}
	if v := value(t, "GAK-11", f, sel2016); v.N != 1 {
		t.Error("the article of the other list is lost")
	}
	if v := value(t, "GAK-43", f, sel2016); v.Value.Cmp(big.NewRat(8, 1)) != 0 {
		t.Errorf("%v days", v.Value)
	}
}

// TestAgainstPlainSlices recounts acts, persons, repeaters and nationalities
// of random lists without the program's maps.
func TestAgainstPlainSlices(t *testing.T) {
	kinds := []record.ActionKind{record.ActionListing, record.ActionPermit, record.ActionCharge, record.ActionDeportation, record.ActionDetention, record.ActionOther}
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 3))
		var list []record.Action
		for range 1 + r.IntN(60) {
			a := act(kinds[r.IntN(len(kinds))], record.DayOf(2015, 7+r.IntN(17), 1+r.IntN(28)), 1)
			a.Person, a.Nationality = uint64(r.IntN(12)), []string{"RRT", "China", "India", ""}[r.IntN(4)]
			if r.IntN(3) == 0 {
				a.Executed = a.Decided + record.Day(r.IntN(40))
			}
			list = append(list, a)
		}
		f := sealed(list)
		var tak, other, again, executed, chinese, nations int64
		var seen []uint64
		for _, a := range list {
			in := a.Decided >= sel2016.From && a.Decided <= sel2016.To
			if a.Kind == record.ActionDeportation && a.Executed >= sel2016.From && a.Executed <= sel2016.To {
				executed++
			}
			if !in {
				continue
			}
			if a.Nationality != "" {
				nations++
				if a.Nationality != "India" {
					chinese++
				}
			}
			if a.Kind == record.ActionDetention {
				other++
				continue
			}
			tak++
			if a.Person == 0 || slices.Contains(seen, a.Person) {
				continue
			}
			seen = append(seen, a.Person)
			first, last := a.Decided, a.Decided
			for _, b := range list {
				if b.Person == a.Person && b.Kind != record.ActionDetention {
					first = min(first, b.Decided)
					if b.Decided >= sel2016.From && b.Decided <= sel2016.To {
						last = max(last, b.Decided)
					}
				}
			}
			if first < last {
				again++
			}
		}
		same := func(what string, v result.Value, num, den int64) {
			if !v.Known() {
				if num != 0 {
					t.Fatalf("seed %d: %s missing, want %d/%d", seed, what, num, den)
				}
				return
			}
			if v.Value.Cmp(big.NewRat(num, den)) != 0 {
				t.Fatalf("seed %d: %s = %v, want %d/%d", seed, what, v.Value, num, den)
			}
		}
		same("TAK", value(t, "GAK-01", f, sel2016), tak, 1)
		same("office count", value(t, "GAK-40", f, sel2016), tak+other, 1)
		same("persons", value(t, "GAK-02", f, sel2016), int64(len(seen)), 1)
		same("executed", value(t, "GAK-20", f, sel2016), executed, 1)
		if len(seen) > 0 {
			same("repeaters", value(t, "GAK-37", f, sel2016), again, int64(len(seen)))
		}
		if nations > 0 && 2*chinese > nations {
			same("largest nationality", value(t, "GAK-10", f, sel2016), chinese, nations)
		}
	}
}

func TestArticles(t *testing.T) {
	for in, want := range map[string]string{"Pasal 78 ayat 1 dan 2": "Pasal 78", "Pasal 78 ayat (1)": "Pasal 78", "pasal 122 huruf a": "Pasal 122", "Ps. 122a": "Pasal 122", "113 jo. 119": "Pasal 113, 119",
		"Pasal 113 ayat (1) dan 119 UU 6/2011": "Pasal 113, 119", "UU No. 6 Tahun 2011 Pasal 75": "Pasal 75", "Pasal 119 dan Pasal 113": "Pasal 113, 119", "Pasal 75 ayat (2) huruf a, huruf f": "Pasal 75", "lain-lain": "lain-lain"} {
		if got := enforcement.Article(in); got != want {
			t.Errorf("Article(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzArticle(f *testing.F) {
	for _, s := range []string{"Pasal 78 ayat 1 dan 2", "113 jo. 119", "UU No. 6 Tahun 2011 Pasal 75", "", "ayat", "Pasal 999 huruf"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := enforcement.Article(s)
		if twice := enforcement.Article(once); strings.HasPrefix(once, "Pasal ") && twice != once {
			t.Errorf("%q: %q, then %q", s, once, twice)
		}
	})
}

// TestSampleDataHoldsWhatAnAuditFinds: the odd rows of the sample office are
// found, and nothing else is.
func TestSampleDataHoldsWhatAnAuditFinds(t *testing.T) {
	f := &facts.Set{}
	if _, err := ingest.Read(context.Background(), []string{"../../sample-data/penegakan-hukum"}, ingest.Options{}, []record.Sink{f}); err != nil {
		t.Fatal(err)
	}
	f.Seal()
	got := map[string]string{}
	for _, r := range f.Checks(enforcement.CheckRules(nil)) {
		got[string(r.Code)] += r.Shown + "; " + r.Hint.ID + " | "
	}
	want := map[string]string{
		"D511": "3; L + P = 2 | ",
		"D513": "Rp2.500.000; 10 × Rp300.000 = Rp3.000.000 | ",
		"D519": "75; > 60; UU 6/2011, 78(3) | ",
	}
	for code, w := range want {
		if got[code] != w {
			t.Errorf("%s: %s, want %s", code, got[code], w)
		}
	}
	if merged := got["D520"]; !strings.Contains(merged, "MALAYSIA; → Malaysia") || !strings.Contains(merged, "RRT; → Tiongkok") || !strings.Contains(merged, "Cina; → Tiongkok") {
		t.Errorf("D520: %s", merged)
	}
	if len(got) != len(want)+1 {
		t.Errorf("findings %v", got)
	}
}
