package queue

import (
	"math/big"
	"slices"
	"testing"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// answer is what an oracle says: nil where the value cannot be told.
type answer struct {
	value *big.Rat
	n     int64
}

func of(hits, n int64) answer {
	if n == 0 {
		return answer{}
	}
	return answer{big.NewRat(hits, n), n}
}

// oracles recompute every indicator of the package from the records.
var oracles = map[string]func(*hall) answer{
	"ANT-01": func(h *hall) answer {
		n := int64(len(h.people()))
		for _, i := range h.pooled() {
			n += i.Count
		}
		if n == 0 {
			return answer{}
		}
		return answer{big.NewRat(n, 1), n}
	},
	"ANT-02": naiveMean,
	"ANT-03": func(h *hall) answer { return quantileFrom(1, h.waits(anybody), 1, 2) },
	"ANT-04": func(h *hall) answer { return quantileFrom(10, h.waits(anybody), 9, 10) },
	"ANT-05": func(h *hall) answer { return quantileFrom(20, h.waits(anybody), 19, 20) },
	"ANT-06": naiveWithin,
	"ANT-07": func(h *hall) answer {
		all := h.waits(anybody)
		return of(count(all, func(w int64) bool { return w > int64(h.set.LongWait) }), int64(len(all)))
	},
	"ANT-08": func(h *hall) answer {
		var x []int64
		for _, p := range h.people() {
			if p.there() && p.busy >= 0 {
				x = append(x, p.busy)
			}
		}
		return quantileFrom(1, x, 1, 2)
	},
	"ANT-09": func(h *hall) answer {
		absent := count(h.people(), func(p person) bool { return p.status == record.StatusNoShow })
		return of(absent, absent+count(h.people(), func(p person) bool { return p.status == record.StatusServed }))
	},
	"ANT-10": naiveQuotaUse,
	"ANT-11": naiveQuotaHour,
	"ANT-12": func(h *hall) answer {
		o := h.order()
		if o.pairs == 0 {
			return answer{}
		}
		return answer{big.NewRat(o.overtakes, o.pairs), o.n}
	},
	"ANT-13": func(h *hall) answer {
		days := map[record.Day]bool{}
		dated := count(h.people(), func(p person) bool {
			days[p.day] = true
			return p.day != 0
		})
		delete(days, 0)
		return of(dated, int64(len(days)))
	},
	"ANT-15": func(h *hall) answer { return quantileFrom(1, h.waits(isFirst), 1, 2) },
	"ANT-16": func(h *hall) answer { return quantileFrom(1, h.stays(), 1, 2) },
	"ANT-17": func(h *hall) answer { return quantileFrom(10, h.stays(), 9, 10) },
	"ANT-18": naiveThroughput,
	"ANT-19": func(h *hall) answer {
		full, days := h.quotaDays()
		return of(int64(len(full)), int64(len(days)))
	},
	"ANT-20": naiveSameDay,
	"ANT-21": naiveWorstHour,
	"ANT-22": naiveLittle,
	"ANT-23": func(h *hall) answer {
		o := h.order()
		if o.pairs == 0 {
			return answer{}
		}
		return of(o.passed, o.n)
	},
	"ANT-24": func(h *hall) answer {
		o := h.order()
		if o.pairs == 0 {
			return answer{}
		}
		return answer{big.NewRat(o.worst, 1), o.n}
	},
	"ANT-25": func(h *hall) answer {
		first, other := h.waits(isFirst), h.waits(func(p person) bool { return !p.priority })
		if len(first) == 0 || len(other) == 0 {
			return answer{}
		}
		return answer{new(big.Rat).Sub(interpolated(other, 1, 2), interpolated(first, 1, 2)), int64(len(first))}
	},
	"ANT-26": func(h *hall) answer {
		all := h.people()
		if !slices.ContainsFunc(all, func(p person) bool { return p.told }) {
			return answer{}
		}
		return of(count(all, isFirst), int64(len(all)))
	},
	"ANT-27": func(h *hall) answer {
		all := h.waits(anybody)
		if len(all) < 10 || interpolated(all, 1, 2).Sign() == 0 {
			return answer{}
		}
		return answer{new(big.Rat).Quo(interpolated(all, 9, 10), interpolated(all, 1, 2)), int64(len(all))}
	},
	"ANT-28": naiveLongest,
	"PAS-01": func(h *hall) answer {
		return h.ready(h.set.ProcessDays, func(a record.Application) bool { return a.Express != record.Yes })
	},
	"PAS-02": func(h *hall) answer {
		limit := 1
		if h.set.Rules != nil {
			limit = 2
		}
		return h.ready(limit, func(a record.Application) bool { return a.Express == record.Yes })
	},
}

func isFirst(p person) bool { return p.priority }

func count[T any](x []T, of func(T) bool) (n int64) {
	for _, v := range x {
		if of(v) {
			n++
		}
	}
	return n
}

func quantileFrom(least int, x []int64, num, den int64) answer {
	if len(x) < least {
		return answer{}
	}
	return answer{interpolated(x, num, den), int64(len(x))}
}

// agree holds a value against its oracle.
func agree(t *testing.T, at string, got result.Value, want answer) {
	t.Helper()
	switch {
	case want.value == nil && got.Known():
		t.Fatalf("%s = %v of %d, cannot be told", at, got.Value, got.N)
	case want.value == nil && got.Missing == nil:
		t.Fatalf("%s does not say what is missing", at)
	case want.value != nil && (!got.Known() || got.Value.Cmp(want.value) != 0 || got.N != want.n):
		t.Fatalf("%s = %v of %d, want %v of %d", at, got.Value, got.N, want.value, want.n)
	case got.Known() && got.Den != nil && new(big.Rat).Quo(got.Num, got.Den).Cmp(got.Value) != 0:
		t.Fatalf("%s = %v is not %v / %v", at, got.Value, got.Num, got.Den)
	}
}

// resampledAgrees: the observations that are resampled by day, where there are
// enough days, are those of the value.
func resampledAgrees(t *testing.T, spec *indicator.Spec[*Slice], s *Slice, v result.Value) {
	t.Helper()
	if spec.Sample == nil {
		return
	}
	x := spec.Sample(s)
	if x.Cluster == nil {
		return
	}
	got := x.Cluster.Exact(x.Measure)
	if x.Above {
		got.Sub(one, got)
	}
	if got.Cmp(v.Value) != 0 {
		t.Fatalf("%s is %v, its sample gives %v", spec.ID, v.Value, got)
	}
}

// TestEveryIndicatorAgreesWithItsOracle on offices drawn at random; each
// indicator must be told and not told often enough for that to mean something.
func TestEveryIndicatorAgreesWithItsOracle(t *testing.T) {
	told, values := map[string]int{}, map[string]map[string]bool{}
	const halls = 400
	for seed := range uint64(halls) {
		h := drawHall(seed)
		s := h.slice()
		for _, spec := range Specs() {
			v := spec.Compute(s)
			agree(t, spec.ID+" of hall "+big.NewInt(int64(seed)).String(), v, oracles[spec.ID](h))
			if v.Known() {
				resampledAgrees(t, &spec, s, v)
				told[spec.ID]++
				if values[spec.ID] == nil {
					values[spec.ID] = map[string]bool{}
				}
				values[spec.ID][v.Value.RatString()] = true
			}
		}
	}
	for id := range oracles {
		if told[id] < halls/10 || told[id] == halls || len(values[id]) < 2 {
			t.Errorf("%s: told in %d of %d halls, %d different values", id, told[id], halls, len(values[id]))
		}
	}
}

// TestEveryIndicatorHasAnOracle: a new indicator cannot come without one.
func TestEveryIndicatorHasAnOracle(t *testing.T) {
	seen := map[string]bool{}
	for _, spec := range Specs() {
		seen[spec.ID] = true
		if oracles[spec.ID] == nil {
			t.Errorf("%s has no oracle", spec.ID)
		}
	}
	for id := range oracles {
		if !seen[id] {
			t.Errorf("the oracle %s belongs to no indicator", id)
		}
	}
}
