package queue

import (
	"math/big"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

// pool adds up aggregated intervals by count; their means are never averaged.
type pool struct {
	people   int64    // all people of the intervals
	measured int64    // people behind the means
	micros   *big.Int // sum of count x mean
	max      int64    // microseconds
	judged   int64    // people behind counts of late or within-standard
	within   int64
	blind    int64 // people in intervals that do not tell the standard
}

func (p *pool) add(set *office.Setting) func(*record.QueueInterval) {
	p.micros = new(big.Int)
	return func(i *record.QueueInterval) {
		p.people += i.Count
		n := i.Count - i.Excluded
		if i.Mean.Known {
			p.measured += n
			p.micros.Add(p.micros, new(big.Int).Mul(big.NewInt(n), big.NewInt(i.Mean.Micros)))
		}
		if i.Max.Known {
			p.max = max(p.max, i.Max.Micros)
		}
		p.judge(i, n, set.WaitStandard)
	}
}

// judge counts people within the standard: by the export's own count of late
// ones, or by buckets when one ends exactly at the standard.
func (p *pool) judge(i *record.QueueInterval, n int64, standard int32) {
	if i.Late >= 0 {
		p.judged += n
		p.within += n - i.Late
		return
	}
	var upTo int64
	fits := false
	for _, b := range i.Buckets {
		if b.UpTo > 0 && b.UpTo <= standard {
			upTo += b.Count
		}
		fits = fits || b.UpTo == standard
	}
	if !fits {
		p.blind += n
		return
	}
	p.judged += n
	p.within += upTo
}
