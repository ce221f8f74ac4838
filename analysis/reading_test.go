package analysis

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/award"
	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// surveyed reports a year of 20 respondents, each with the same scores: 8
// elements of 3 and the last of a given score.
func surveyed(t *testing.T, year int, last uint8, own map[string]string) *result.Result {
	t.Helper()
	f := &facts.Set{}
	for i := range 20 {
		f.Answer(&record.Answer{Ref: record.Ref{Row: uint32(i + 2)}, Day: record.DayOf(year, 3, 14), Respondent: fmt.Sprint(i), Scores: [record.Elements]uint8{3, 3, 3, 3, 3, 3, 3, 3, last}})
	}
	f.Seal()
	set := office.Default()
	set.Rules = own
	p, err := calendar.ParsePeriod(fmt.Sprint(year))
	if err != nil {
		t.Fatal(err)
	}
	rubric, _, err := award.Builtin("pelayanan")
	if err != nil {
		t.Fatal(err)
	}
	rubric.Criteria[4].Measures[0].MinN = 1
	return Report(Input{Facts: f, Setting: &set, Period: p, AsOf: p.To, Last: p.To, Version: "uji", Awards: []award.Rubric{rubric}})
}

func parameterOf(t *testing.T, r *result.Result, id string) result.Parameter {
	t.Helper()
	for _, m := range r.Methods {
		for _, p := range m.Parameters {
			if p.ID == id {
				return p
			}
		}
	}
	t.Fatalf("%s is not in the method chapter", id)
	return result.Parameter{}
}

// plain writes sentences in English with exact numbers.
func plain(in []result.Text) string {
	var out []string
	for _, t := range in {
		s := t.EN
		for i, a := range t.Args {
			v := a.Label
			if a.Term != nil {
				v = a.Term.EN
			} else if a.Value != nil {
				v = a.Value.FloatString(2)
			}
			s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), v)
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// TestOtherReadingsAreComputed: 28/9 x 25 = 77.78 is B under both schemes;
// with the weight .11 it is 77.00, and the award's scale from 25 to 100 at
// weight 20 gives 14.07 and 13.87 points. 27/9 x 25 = 75.00 is B by the bounds
// of 2004 and C by those of 2017.
func TestOtherReadingsAreComputed(t *testing.T) {
	r := surveyed(t, 2016, 4, nil)
	weight := parameterOf(t, r, "skm.pembulatan_bobot")
	if weight.Value.EN != "not rounded" || weight.Overridden() || len(weight.Others) != 2 {
		t.Fatalf("%+v", weight)
	}
	if got, want := plain(weight.Others[0].Effect), "Public satisfaction index (IKM): 77.78 becomes 77.00. The category stays B (Good). Award Best public service: 14.07 points become 13.87."; got != want {
		t.Errorf("weights of two decimals: %s", got)
	}
	bounds := parameterOf(t, r, "skm.batas")
	if bounds.To != "2017-04-30" || plain(bounds.Others[0].Effect) != "No change: Public satisfaction index (IKM) stays 77.78, category B (Good)." {
		t.Errorf("%+v", bounds)
	}
	r = surveyed(t, 2016, 3, nil)
	if got := plain(parameterOf(t, r, "skm.batas").Others[0].Effect); got != "Public satisfaction index (IKM): still 75.00. Category B (Good) becomes C (Less good)." {
		t.Errorf("bounds of 2017 in 2016: %s", got)
	}
	r = surveyed(t, 2018, 3, nil)
	if got := plain(parameterOf(t, r, "skm.batas").Others[0].Effect); got != "Public satisfaction index (IKM): still 75.00. Category C (Less good) becomes B (Good)." {
		t.Errorf("bounds of 2004 in 2018: %s", got)
	}
}

// TestOverridesAreSaidOnTheLine: the value used and the register's stand
// together, other readings are compared with the office's own value, and the
// indicator says it too.
func TestOverridesAreSaidOnTheLine(t *testing.T) {
	r := surveyed(t, 2016, 4, map[string]string{"skm.pembulatan_bobot": "2", "skm.batas.B": "77,5"})
	weight := parameterOf(t, r, "skm.pembulatan_bobot")
	if weight.Value.ID != "dibulatkan ke 2 desimal" || weight.Register.ID != "tidak dibulatkan" {
		t.Errorf("%+v", weight)
	}
	if len(weight.Others) != 2 || weight.Others[0].Value.EN != "not rounded" || weight.Others[1].Value.EN != "rounded to 3 decimals" {
		t.Errorf("the register's reading is not among the others, or the office's is: %+v", weight.Others)
	}
	if got := plain(weight.Others[0].Effect); !strings.HasPrefix(got, "Public satisfaction index (IKM): 77.00 becomes 77.78. Category C (Less good) becomes B (Good).") {
		t.Errorf("the register's reading: %s", got)
	}
	if b := parameterOf(t, r, "skm.batas"); b.Value.ID != "D ≥ 25; C ≥ 43,76; B ≥ 77,5; A ≥ 81,26" || b.Register.ID != "D ≥ 25; C ≥ 43,76; B ≥ 62,51; A ≥ 81,26" {
		t.Errorf("%+v", b)
	}
	for _, ind := range r.Indicators {
		if ind.ID != "SKM-01" {
			continue
		}
		said := plain(ind.Value.Warnings)
		if ind.Value.Value.FloatString(2) != "77.00" || ind.Value.Category.EN != "C (Less good)" || *ind.Value.Hi < 76.9 || *ind.Value.Hi > 77.1 {
			t.Errorf("%+v", ind.Value)
		}
		for _, id := range []string{"skm.pembulatan_bobot", "skm.batas.B"} {
			if !strings.Contains(said, "Rule "+id+" was replaced by the office") {
				t.Errorf("%s is not said: %s", id, said)
			}
		}
	}
}

// TestMethodsAreExactlyThoseUsed: rules of values that are not there are not
// printed, even where a composite names them.
func TestMethodsAreExactlyThoseUsed(t *testing.T) {
	var got []string
	for _, m := range surveyed(t, 2016, 4, nil).Methods {
		got = append(got, m.ID)
	}
	if s := strings.Join(got, " "); s != "SKM-BOBOT SKM-BATAS" {
		t.Errorf("methods %s", s)
	}
	used := rulesUsed([]result.Indicator{
		{Basis: []string{"NILAI", "A", "B"}, Value: result.Value{Value: big.NewRat(1, 1)}}, {Basis: []string{"A"}}, {Basis: []string{"B", "C"}, Value: result.Value{Value: big.NewRat(1, 1)}}, {Basis: []string{"B"}},
	})
	for id, want := range map[string]bool{"NILAI": true, "A": false, "B": true, "C": true, "STAT-XMR": false} {
		if used[id] != want {
			t.Errorf("%s used: %v", id, used[id])
		}
	}
}
