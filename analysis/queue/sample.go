package queue

import (
	"maps"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// daily gathers observations by day; what has no day belongs to no period and
// is never observed.
type daily map[record.Day][]int32

// sample makes the sample of a measure; without days it has no cluster.
func (d daily) sample(m stat.Measure, tail bool) *indicator.Sample {
	s := &indicator.Sample{Measure: m, Tail: tail}
	var days [][]int32
	for _, day := range slices.Sorted(maps.Keys(d)) {
		days = append(days, d[day])
	}
	if len(days) > 0 {
		s.Cluster = stat.NewCluster(days)
	}
	return s
}

// observe names what is measured on each ticket.
type observe uint8

const (
	waits observe = iota
	services
	systems
	priorityWaits
	absences
	sameDayEnds
	priorities
)

// of is the observation of one ticket; ok is false where it does not count.
func (o observe) of(s *Slice, v *facts.Visit, l facts.Lane) (x int32, ok bool) {
	switch o {
	case waits:
		return v.Waited()
	case priorityWaits:
		x, ok = v.Waited()
		return x, ok && s.isPriority(v, l)
	case services:
		x, ok = v.Service()
		return x, ok && v.Came()
	case systems:
		x, ok = v.System()
		return x, ok && v.Came()
	case absences:
		if s.onlyAbsent() && servedByClock(v) {
			return 0, true
		}
		return bit(v.Status == record.StatusNoShow), v.Status == record.StatusServed || v.Status == record.StatusNoShow
	case sameDayEnds:
		return bit(v.Finished() && v.Ended < 86400), v.Came() || v.Status == record.StatusWaiting
	}
	return bit(s.isPriority(v, l)), !s.unreadPriority(v, l) && !s.silent(v, l)
}

func bit(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// sampled is the sample of a measure over what is observed on each ticket. The
// observations are gathered once for all measures of them.
func (s *Slice) sampled(o observe, m stat.Measure, tail bool) *indicator.Sample {
	base, ok := s.samples[o]
	if !ok {
		d := daily{}
		s.facts.Queue.Visits(s.sel, func(v *facts.Visit, l facts.Lane) {
			if x, ok := o.of(s, v, l); ok && v.Day.Known() {
				d[v.Day] = append(d[v.Day], x)
			}
		})
		base = d.sample(m, tail)
		if s.samples == nil {
			s.samples = map[observe]*indicator.Sample{}
		}
		s.samples[o] = base
	}
	out := *base
	out.Measure, out.Tail = m, tail
	return &out
}

// quantileSample resamples a quantile.
func quantileSample(o observe, num, den int64) func(*Slice) *indicator.Sample {
	return func(s *Slice) *indicator.Sample { return s.sampled(o, stat.QuantileOf(num, den), 2*num != den) }
}

// shareSample resamples a share of tickets.
func shareSample(o observe) func(*Slice) *indicator.Sample {
	return func(s *Slice) *indicator.Sample { return s.sampled(o, stat.MeanOf(), true) }
}

// single keeps samples to exports of single tickets: aggregated intervals know
// no spread within a day.
func single(pooled func(*Slice) int64, of func(*Slice) *indicator.Sample) func(*Slice) *indicator.Sample {
	return func(s *Slice) *indicator.Sample {
		if pooled(s) > 0 {
			return &indicator.Sample{}
		}
		return of(s)
	}
}

// longSample resamples the share of waits over the long-wait limit.
func longSample(s *Slice) *indicator.Sample {
	out := s.sampled(waits, stat.ShareWithin(s.set.LongWait), true)
	out.Above = true
	return out
}

// perDaySample resamples the number of tickets of a day.
func perDaySample(s *Slice) *indicator.Sample {
	d := daily{}
	s.facts.Queue.Visits(s.sel, func(v *facts.Visit, _ facts.Lane) {
		if v.Day.Known() {
			if d[v.Day] == nil {
				d[v.Day] = []int32{0}
			}
			d[v.Day][0]++
		}
	})
	return d.sample(stat.MeanOf(), false)
}

// quotaHourSample resamples the days on which the quota ran out.
func quotaHourSample(s *Slice) *indicator.Sample {
	d := daily{}
	for _, q := range s.quota.days {
		if n := q.quota.Number; int64(len(q.taken)) >= n {
			d[q.day] = []int32{q.taken[n-1]}
		}
	}
	return d.sample(stat.MedianOf(), false)
}

// overtakenSample resamples the share of tickets overtaken.
func overtakenSample(s *Slice) *indicator.Sample {
	d := daily{}
	for _, days := range s.lanes {
		for _, in := range days {
			o := stat.Fairness(in.turns, s.set.Tolerance)
			for k := range o.N {
				d[in.day] = append(d[in.day], bit(k < o.Passed))
			}
		}
	}
	return d.sample(stat.MeanOf(), true)
}

// readySample resamples the share of applications ready in time by the day
// they were made.
func readySample(limit func(*Slice) int, of func(*record.Application) bool) func(*Slice) *indicator.Sample {
	return func(s *Slice) *indicator.Sample {
		d := daily{}
		s.judge(limit(s), of, func(a *record.Application, hit bool) { d[a.Applied] = append(d[a.Applied], bit(hit)) })
		return d.sample(stat.MeanOf(), true)
	}
}

// resampled puts the interval of resampled days on a value that a figure shows.
func resampled(spec *indicator.Spec[*Slice], s *Slice) result.Value {
	v := spec.Compute(s)
	spec.Sample(s).Onto(&v, stat.DefaultBoot)
	return v
}
