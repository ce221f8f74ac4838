package enforcement_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"rapor/analysis/facts"
	"rapor/ingest/record"
)

// TestStagesAddUpToThePersons: whatever dates a case has, everybody stands at
// one last stage, and the rate of P-21 is that of the cohort.
func TestStagesAddUpToThePersons(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 6))
		var list []record.Case
		for i := range 1 + r.IntN(40) {
			c := record.Case{Ref: record.Ref{Row: uint32(i + 2)}, Number: fmt.Sprint(i), Notified: record.DayOf(2015, 9+r.IntN(16), 1+r.IntN(28))}
			maybe := func(d record.Day) record.Day {
				if r.IntN(3) == 0 {
					return 0
				}
				return d
			}
			c.Complete = maybe(c.Notified + record.Day(r.IntN(200)))
			if c.Complete.Known() {
				c.HandedOver = maybe(c.Complete + record.Day(r.IntN(20)))
			} else if r.IntN(3) == 0 {
				c.Stopped = c.Notified + record.Day(r.IntN(90))
			}
			if c.HandedOver.Known() {
				c.Verdict = maybe(c.HandedOver + record.Day(r.IntN(90)))
			}
			list = append(list, c)
		}
		f := sealed(nil, func(s *facts.Set) {
			for i := range list {
				s.Case(&list[i])
			}
		})
		var want [4]int64
		var n, done int64
		for _, c := range list {
			if c.Notified < sel2016.From || c.Notified > sel2016.To {
				continue
			}
			n++
			if c.Complete.Known() {
				done++
			}
			stage := 0
			for k, d := range []record.Day{c.Complete, c.HandedOver, c.Verdict, c.Stopped} {
				if d.Known() && d <= sel2016.To {
					stage = []int{1, 1, 2, 3}[k]
				}
			}
			want[stage]++
		}
		if n == 0 {
			continue
		}
		sum := new(big.Rat)
		for i, id := range []string{"GAK-27", "GAK-28", "GAK-29", "GAK-30"} {
			v := value(t, id, f, sel2016)
			sum.Add(sum, v.Value)
			if v.Value.Cmp(big.NewRat(want[i], 1)) != 0 {
				t.Fatalf("seed %d: %s = %v, want %d", seed, id, v.Value, want[i])
			}
		}
		if all := value(t, "GAK-08", f, sel2016); all.Value.Cmp(sum) != 0 || all.N != n {
			t.Fatalf("seed %d: stages add up to %v, persons %v", seed, sum, all.Value)
		}
		if v := value(t, "GAK-09", f, sel2016); v.Value.Cmp(big.NewRat(done, n)) != 0 {
			t.Fatalf("seed %d: P-21 rate %v, want %d/%d", seed, v.Value, done, n)
		}
	}
}

// TestFormStagesAreNotAdded: a monthly form counts one person at every stage.
func TestFormStagesAreNotAdded(t *testing.T) {
	f := sealed(nil, func(s *facts.Set) {
		for i, n := range []int64{3, 2, 1} {
			s.CaseCount(&record.CaseCount{Ref: record.Ref{Row: 9}, Month: record.DayOf(2016, 3, 1), Stage: record.CaseStage(i + 1), Number: n})
		}
	})
	for id, want := range map[string]int64{"GAK-08": 3, "GAK-27": 3, "GAK-28": 2, "GAK-29": 1} {
		if v := value(t, id, f, sel2016); v.Value == nil || v.Value.Cmp(big.NewRat(want, 1)) != 0 || len(v.Warnings) == 0 {
			t.Errorf("%s = %v, want %d with a warning", id, v.Value, want)
		}
	}
}

// TestRemovalLimit: the last day of the limit is in time; a limit that has not
// passed is not judged; a criminal case takes the person out.
func TestRemovalLimit(t *testing.T) {
	in := record.DayOf(2016, 3, 1)
	person := func(p uint64, left record.Day) []record.Action {
		d := act(record.ActionDetention, in, 1)
		d.Person = p
		out := act(record.ActionDeportation, in, 1)
		out.Person, out.Executed = p, left
		return []record.Action{d, out}
	}
	end := act(record.ActionListing, in+30, 1) // the data end with the limit
	for _, c := range []struct {
		left      record.Day
		last      record.Day
		num, open int64
	}{{in + 30, in + 30, 1, 0}, {in + 31, in + 31, 0, 0}, {0, in + 30, -1, 1}, {0, in + 31, 0, 0}} {
		end.Decided = c.last
		list := append(person(1, c.left), end)
		list = append(list, person(2, in+1)...) // so that there is a departure at all
		v := value(t, "GAK-21", sealed(list), sel2016)
		want := big.NewRat(1+max(c.num, 0), 2)
		if c.open == 1 {
			want = big.NewRat(1, 1)
		}
		if v.Value.Cmp(want) != 0 || c.open == 1 && (len(v.Excluded) != 1 || v.Excluded[0].N != 1) {
			t.Errorf("left %v, data end %v: %v, %+v", c.left, c.last, v.Value, v.Excluded)
		}
	}
	held := sealed(append(person(1, in+3), person(2, in+1)...), func(s *facts.Set) {
		s.Case(&record.Case{Person: 1, Number: "LK-1", Notified: in + 2})
	})
	if v := value(t, "GAK-21", held, sel2016); v.N != 1 || len(v.Excluded) != 1 {
		t.Errorf("held for a case: %+v", v)
	}
}
