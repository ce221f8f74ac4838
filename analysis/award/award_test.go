package award

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/analysis/result"
)

func TestBuiltinRubrics(t *testing.T) {
	for _, id := range IDs() {
		r, ok, err := Builtin(id)
		if !ok || err != nil || r.ID != id {
			t.Errorf("%s: %v %v", id, ok, err)
			continue
		}
		sum := new(big.Rat)
		for _, c := range r.Criteria {
			sum.Add(sum, c.Weight)
		}
		if sum.Cmp(big.NewRat(100, 1)) != 0 {
			t.Errorf("%s: weights add up to %s", id, sum.RatString())
		}
		if slices.Contains(Default, id) == r.Official {
			t.Errorf("%s: none of the anniversary awards has published criteria; official = %v", id, r.Official)
		}
	}
	for _, id := range Default {
		if !slices.Contains(IDs(), id) {
			t.Errorf("default rubric %s is not there", id)
		}
	}
}

func TestParseIsStrict(t *testing.T) {
	good := `id="x"
status="assumed"
title={id="X",en="X"}
[[criterion]]
id="a"
name={id="A",en="A"}
weight="10"
[[criterion.measure]]
indicator="ANT-03"
none="180 menit"
all="15 menit"
`
	r, err := Parse([]byte(good))
	if err != nil || r.Criteria[0].Measures[0].None.Cmp(big.NewRat(10800, 1)) != 0 {
		t.Fatalf("%+v %v", r, err)
	}
	for name, bad := range map[string]string{
		"unknown key":  strings.Replace(good, "status", "statis", 1),
		"status":       strings.Replace(good, "assumed", "resmi", 1),
		"weight":       strings.Replace(good, `"10"`, `"sepuluh"`, 1),
		"zero weight":  strings.Replace(good, `"10"`, `"0"`, 1),
		"value":        strings.Replace(good, "15 menit", "sebentar", 1),
		"equal bounds": strings.Replace(good, "15 menit", "180 menit", 1),
		"share":        good + "share=\"0,5\"\n",
		"one language": strings.Replace(good, `,en="A"`, "", 1),
		"twice":        good + good[strings.Index(good, "[[criterion]]"):],
	} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func rat(n int64) *big.Rat { return big.NewRat(n, 1) }

func held(id string, v, n int64, offices ...int64) result.Indicator {
	ind := result.Indicator{ID: id, Unit: result.Points, Value: result.Value{Value: rat(v), N: n}}
	if len(offices) > 0 {
		g := result.Group{Dimension: "office"}
		for i, o := range offices {
			g.Rows = append(g.Rows, result.GroupRow{Label: result.Str(fmt.Sprint("K", i)), Own: i == 0, Value: result.Value{Value: rat(o), N: n}})
		}
		ind.Groups = []result.Group{g}
	}
	return ind
}

func lookup(inds ...result.Indicator) Lookup {
	return func(id string) (result.Indicator, bool) {
		for _, i := range inds {
			if i.ID == id {
				return i, true
			}
		}
		return result.Indicator{}, false
	}
}

func criterion(id string, weight int64) Criterion {
	return Criterion{ID: id, Name: result.T(id, id), Weight: rat(weight), Measures: []Measure{{Indicator: id, Share: rat(1), None: rat(0), All: rat(100), MinN: 5}}}
}

// TestScore by hand: A 60 of 100 at weight 40 gives 24; B is missing, C has
// too few data, D is the jury's; E is above its scale and earns all of 10.
func TestScore(t *testing.T) {
	r := Rubric{ID: "x", Criteria: []Criterion{criterion("A", 40), criterion("B", 20), criterion("C", 10), {ID: "D", Name: result.T("D", "D"), Weight: rat(20)}, criterion("E", 10)}}
	card := Score(&r, lookup(held("A", 60, 9), held("C", 80, 4), held("E", 150, 9)))
	if card.Total.Cmp(rat(34)) != 0 || card.Max.Cmp(rat(50)) != 0 || card.Of.Cmp(rat(100)) != 0 || card.Status != "assumed" {
		t.Errorf("total %s of %s of %s, %s", card.Total.RatString(), card.Max.RatString(), card.Of.RatString(), card.Status)
	}
	var order []string
	for _, l := range card.Lines {
		order = append(order, l.ID)
	}
	if strings.Join(order, "") != "BCDAE" || !card.Lines[2].Jury || card.Lines[0].Points != nil {
		t.Errorf("lines %v", order)
	}
}

func TestOrderCountsOnlyWhatAllHave(t *testing.T) {
	r := Rubric{ID: "x", Criteria: []Criterion{criterion("A", 30), criterion("B", 70)}}
	order, _ := Order(&r, lookup(held("A", 50, 9, 50, 50, 20), held("B", 90, 9)))
	if len(order) != 3 || order[0].Place != 1 || order[1].Place != 1 || order[2].Place != 3 || order[0].Of.Cmp(rat(30)) != 0 {
		t.Errorf("%+v", order)
	}
	if order, _ := Order(&r, lookup(held("A", 50, 9, 50), held("B", 90, 9, 90))); order != nil {
		t.Errorf("one office was put in order: %+v", order)
	}
}

// TestSensitivity: at the weight it names, the own office is level with the
// office it names; at any weight nearer to today's, no pair that includes the
// own office has changed sides.
func TestSensitivity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 5).Draw(t, "offices")
		value := rapid.Int64Range(0, 100)
		var r Rubric
		var inds []result.Indicator
		for i := range rapid.IntRange(1, 4).Draw(t, "criteria") {
			id := string(rune('A' + i))
			r.Criteria = append(r.Criteria, criterion(id, rapid.Int64Range(1, 50).Draw(t, "weight")))
			var vs []int64
			for range n {
				vs = append(vs, value.Draw(t, "v"))
			}
			inds = append(inds, held(id, vs[0], 9, vs...))
		}
		get := lookup(inds...)
		_, shifts := Order(&r, get)
		for _, s := range shifts {
			if s.To == nil {
				continue
			}
			k := slices.IndexFunc(r.Criteria, func(c Criterion) bool { return c.ID == s.Criterion.ID })
			at := func(w *big.Rat) []*big.Rat {
				var lead []*big.Rat
				for o := 1; o < n; o++ {
					sum := new(big.Rat)
					for c := range r.Criteria {
						weight := r.Criteria[c].Weight
						if c == k {
							weight = w
						}
						rows := inds[c].Groups[0].Rows
						d := new(big.Rat).Sub(rows[0].Value.Value, rows[o].Value.Value)
						sum.Add(sum, d.Mul(d, weight))
					}
					lead = append(lead, sum)
				}
				return lead
			}
			var other int
			fmt.Sscanf(s.Office.Label, "K%d", &other)
			if at(s.To)[other-1].Sign() != 0 {
				t.Fatalf("at weight %s the offices are not level", s.To.RatString())
			}
			mid := new(big.Rat).Add(s.To, s.Weight)
			mid.Quo(mid, rat(2))
			now, then := at(s.Weight), at(mid)
			for o := range now {
				if now[o].Sign() != 0 && now[o].Sign() != then[o].Sign() {
					t.Fatalf("office %d changed places before %s", o+1, s.To.RatString())
				}
			}
		}
	})
}
