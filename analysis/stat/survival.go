package stat

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Span is one case followed over time: how long, in days or seconds, and
// whether the event was seen. An open case is right-censored: it counts as
// "at least this long".
type Span struct {
	Time  int32
	Event bool
}

// Step is the survival curve from one event time to the next: the share of
// cases still open.
type Step struct {
	Time         int32
	AtRisk       int64
	Events       int64
	Open, Lo, Hi float64 // share still open after Time, with its interval
}

// Survival is a Kaplan-Meier curve (Kaplan and Meier 1958) with pointwise
// intervals from Greenwood's variance.
type Survival struct {
	N, Events int64
	Steps     []Step
	Level     float64
}

// Scale is the scale on which the interval of a survival curve is symmetric.
type Scale uint8

const (
	LogLog Scale = iota // log(-log): stays within 0 and 1 (Kalbfleisch and Prentice 1980)
	Log                 // log: R's default in survfit
	Plain               // the share itself, cut off at 0 and 1
)

// KaplanMeier estimates the curve with intervals on the log(-log) scale; see
// KaplanMeierOn.
func KaplanMeier(spans []Span, level float64) (Survival, error) {
	return KaplanMeierOn(spans, level, LogLog)
}

// KaplanMeierOn estimates the curve. A case censored at the time of an event is
// still at risk there. It is refused without any event: nothing is known then
// but a lower bound.
//
// Condition: a case is open for reasons that have nothing to do with how long
// it will take (independent censoring).
func KaplanMeierOn(spans []Span, level float64, scale Scale) (Survival, error) {
	s := Survival{N: int64(len(spans)), Level: level}
	if s.N == 0 {
		return s, &Refusal{Reason: Empty}
	}
	x := slices.SortedFunc(slices.Values(spans), func(a, b Span) int { return cmp.Compare(a.Time, b.Time) })
	z := distuv.UnitNormal.Quantile(0.5 + level/2)
	open, greenwood := 1.0, 0.0
	for i := 0; i < len(x); {
		risk, dead, j := int64(len(x)-i), int64(0), i
		for ; j < len(x) && x[j].Time == x[i].Time; j++ {
			if x[j].Event {
				dead++
			}
		}
		if dead > 0 {
			open *= float64(risk-dead) / float64(risk)
			greenwood += float64(dead) / (float64(risk) * float64(risk-dead))
			lo, hi := scale.around(open, greenwood, z)
			s.Steps = append(s.Steps, Step{x[i].Time, risk, dead, open, lo, hi})
			s.Events += dead
		}
		i = j
	}
	if s.Events == 0 {
		return s, &Refusal{Reason: NotReached, Where: "no event seen"}
	}
	return s, nil
}

// around is the interval of a survival share with Greenwood's sum g. At zero
// there is none.
func (s Scale) around(open, g, z float64) (lo, hi float64) {
	if open <= 0 {
		return 0, 0
	}
	w := z * math.Sqrt(g) // of log(open)
	switch s {
	case Log:
		return open * math.Exp(-w), math.Min(1, open*math.Exp(w))
	case Plain:
		return math.Max(0, open*(1-w)), math.Min(1, open*(1+w))
	}
	w /= math.Abs(math.Log(open))
	return math.Pow(open, math.Exp(w)), math.Pow(open, math.Exp(-w))
}

// Quantile is the time by which a share p of the cases had the event (p = 0.5:
// the median; 0.9: P90), with the interval of Brookmeyer and Crowley (1982) as
// R's survfit gives it: the times at which the bounds of the curve cross 1-p.
// Where the curve stands exactly at 1-p the middle of that stretch is taken.
// Hi is infinite when the upper bound never falls so far; Lo likewise. It is
// refused when the curve itself does not: too many cases are still open.
func (s Survival) Quantile(p float64) (Interval, error) {
	v, ok := s.cross(1-p, func(st Step) float64 { return st.Open })
	if !ok {
		return Interval{}, &Refusal{Reason: NotReached, Where: "too many cases still open"}
	}
	q := Interval{Value: v, Lo: math.Inf(1), Hi: math.Inf(1), Level: s.Level}
	if lo, ok := s.cross(1-p, func(st Step) float64 { return st.Lo }); ok {
		q.Lo = lo
	}
	// At the last step of a curve that ends at zero there is no upper bound.
	if hi, ok := s.cross(1-p, func(st Step) float64 {
		if st.Open == 0 {
			return math.NaN()
		}
		return st.Hi
	}); ok {
		q.Hi = hi
	}
	return q, nil
}

// cross is the first time at which a curve is at or below a level.
func (s Survival) cross(level float64, curve func(Step) float64) (float64, bool) {
	const tolerance = 1.5e-8 // R's: square root of the machine's precision
	for i, st := range s.Steps {
		v := curve(st)
		if math.Abs(v-level) < tolerance && i+1 < len(s.Steps) {
			return (float64(st.Time) + float64(s.Steps[i+1].Time)) / 2, true
		}
		if v < level+tolerance {
			return float64(st.Time), true
		}
	}
	return 0, false
}

// OpenAt is the share of cases still open after a time, with its interval;
// 1 before the first event.
func (s Survival) OpenAt(time int32) Interval {
	iv := Interval{Value: 1, Lo: 1, Hi: 1, Level: s.Level}
	for _, st := range s.Steps {
		if st.Time > time {
			break
		}
		iv.Value, iv.Lo, iv.Hi = st.Open, st.Lo, st.Hi
	}
	return iv
}
