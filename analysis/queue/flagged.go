package queue

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/stat"
)

// The audit of the facts doubts a service beyond longService, in seconds, and
// a day on which more than half of the tickets, at least batchFloor, end in one
// second: they were closed together.
const (
	longService = 4 * 3600
	batchFloor  = 5
)

// doubted are the tickets of the slice that the audit doubts.
func (s *Slice) doubted() map[*facts.Visit]bool {
	out := map[*facts.Visit]bool{}
	var day []*facts.Visit
	flush := func() {
		at := map[int32][]*facts.Visit{}
		ended := 0
		for _, v := range day {
			if v.Ended >= 0 {
				ended++
				at[v.Ended] = append(at[v.Ended], v)
			}
		}
		for _, together := range at {
			if len(together) >= batchFloor && 2*len(together) > ended {
				for _, v := range together {
					out[v] = true
				}
			}
		}
		day = day[:0]
	}
	s.facts.Queue.Visits(s.sel, func(v *facts.Visit, _ facts.Lane) {
		if sec, ok := v.Service(); ok && sec > longService {
			out[v] = true
		}
		if !v.Day.Known() {
			return
		}
		if len(day) > 0 && day[0].Day != v.Day {
			flush()
		}
		day = append(day, v)
	})
	flush()
	return out
}

// withoutDoubted is a quantile without the tickets that the audit doubts, and
// how many of the observations those were.
func withoutDoubted(o observe, num, den int64) func(*Slice) (value *big.Rat, left int64) {
	return func(s *Slice) (value *big.Rat, left int64) {
		doubted := s.doubted()
		if len(doubted) == 0 {
			return nil, 0
		}
		var kept []int32
		s.facts.Queue.Visits(s.sel, func(v *facts.Visit, l facts.Lane) {
			if x, ok := o.of(s, v, l); ok && doubted[v] {
				left++
			} else if ok {
				kept = append(kept, x)
			}
		})
		return stat.Quantile(sorted(kept), num, den), left
	}
}
