package stat

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Segmented says how an interrupted time series is fitted (Wagner and others
// 2002; Bernal and others 2017):
//
//	y_t = b0 + b1 t + b2 D_t + b3 (t - T0) D_t
//
// with t = 1, 2, ... and D_t = 1 from the change on; t - T0 is 1 at the first
// point after it. Errors are Newey-West (1987): Bartlett weights, lag
// floor(4 (n/100)^(2/9)), no small-sample factor; of OLS and Newey-West the
// larger error is used, because with few points and negative autocorrelation
// Newey-West looks surer than the data are. The zero value is not usable.
//
// Conditions: one straight line before and one after, no other change at the
// same time, errors not strongly correlated. By simulation 95 % intervals cover
// 95 % when errors are independent, but only 86 % (24 points) to 89 % (120
// points) when neighbours correlate at +0.3, and the warning autocorrelated finds
// that correlation in 19 % (24 points) to 88 % (120 points) of series: no warning
// from few points is no proof of independence.
type Segmented struct {
	Level    float64
	MinSide  int    // fewer points on a side are refused
	GoodSide int    // fewer raise the warning few_points
	Lag      int    // of Newey-West; negative means by the rule above
	Errors   Errors // which standard error is used
	Gaps     bool   // leave missing points out, keeping their time, instead of refusing
}

// Errors chooses a standard error.
type Errors uint8

const (
	LargerError    Errors = iota // the larger of the two
	OLSError                     // of ordinary least squares, as R's lm
	NeweyWestError               // as R's sandwich::NeweyWest(prewhite = FALSE, adjust = FALSE)
)

// DefaultSegmented needs 8 points a side and asks for 12.
var DefaultSegmented = Segmented{Level: 0.95, MinSide: 8, GoodSide: 12, Lag: -1}

// Coefficient is a fitted number with both errors, the one used, and its
// interval and p-value from Student's t with n - 4 degrees of freedom.
type Coefficient struct {
	Interval
	OLS, NeweyWest, Used, P float64
}

// Warning names a doubt about a result that is given all the same.
type Warning string

const (
	FewPoints      Warning = "few_points"      // 8 to 11 points on a side
	Autocorrelated Warning = "autocorrelated"  // the Durbin-Watson test finds correlated residuals (p < 0.05)
	WeekdayPattern Warning = "weekday_pattern" // residuals differ by weekday
	FewYears       Warning = "few_years"       // a forecast from fewer than five years
)

// ITS is a fitted interrupted time series.
type ITS struct {
	Start                             int // index of the first point after the change
	N, Before, After, Lag, DF         int
	Level0, Trend, Jump, TrendChange  Coefficient // b0, b1, b2, b3
	EffectEnd                         Coefficient // b2 + b3 k at the last point, against the counterfactual
	EffectMean                        Coefficient // the same, mean over the points after the change
	Fitted, Counterfactual, Residuals []float64   // per point; NaN where unknown or, for the second, before the change
	DurbinWatson, Autocorrelation     float64     // of residuals of neighbouring points
	DurbinWatsonP                     float64     // two-sided
	Warnings                          []Warning
}

// Fit fits the series; start is the index of the first point after the change.
// It is refused with the reason when a side has too few points, a point is
// missing (unless Gaps), or all values are equal.
func (m Segmented) Fit(y []Obs, start int) (ITS, error) { return m.fit(y, start, 0) }

// DropFirst fits without the first k points after the change, the settling-in
// time; the jump then is the one at the change as the later points imply it.
func (m Segmented) DropFirst(y []Obs, start, k int) (ITS, error) { return m.fit(y, start, k) }

func (m Segmented) fit(y []Obs, start, drop int) (ITS, error) {
	r := ITS{Start: start}
	if start < 0 || start > len(y) || drop < 0 {
		return r, &Refusal{Reason: Misfit, Where: "start"}
	}
	var at []int
	for i, o := range y {
		switch {
		case i >= start && i < start+drop:
		case o.Known:
			at = append(at, i)
			if i < start {
				r.Before++
			} else {
				r.After++
			}
		case !m.Gaps:
			return r, &Refusal{Reason: Gapped, Have: i}
		}
	}
	need := max(m.MinSide, 3)
	if r.Before < need {
		return r, tooFew("before", r.Before, need)
	}
	if r.After < need {
		return r, tooFew("after", r.After, need)
	}
	if r.Before < m.GoodSide || r.After < m.GoodSide {
		r.Warnings = append(r.Warnings, FewPoints)
	}
	r.N, r.DF, r.Lag = len(at), len(at)-4, m.Lag
	if r.Lag < 0 {
		r.Lag = NeweyWestLag(r.N)
	}
	return r, m.solve(&r, y, at)
}

// NeweyWestLag is floor(4 (n/100)^(2/9)) (Newey and West 1994).
func NeweyWestLag(n int) int { return int(4 * math.Pow(float64(n)/100, 2.0/9)) }

// row is the regressors at an index.
func row(i, start int) [4]float64 {
	x := [4]float64{1, float64(i + 1)}
	if i >= start {
		x[2], x[3] = 1, float64(i-start+1)
	}
	return x
}

func (m Segmented) solve(r *ITS, y []Obs, at []int) error {
	x := mat.NewDense(r.N, 4, nil)
	v := mat.NewVecDense(r.N, nil)
	same := true
	for k, i := range at {
		w := row(i, r.Start)
		x.SetRow(k, w[:])
		v.SetVec(k, y[i].Value)
		same = same && y[i].Value == y[at[0]].Value
	}
	if same {
		return &Refusal{Reason: NoVariation}
	}
	var qr mat.QR
	qr.Factorize(x)
	var b mat.VecDense
	if err := qr.SolveVecTo(&b, false, v); err != nil {
		return &Refusal{Reason: Misfit, Where: err.Error()}
	}
	var upper mat.Dense
	qr.RTo(&upper)
	var inv, bread mat.Dense
	if err := inv.Inverse(upper.Slice(0, 4, 0, 4)); err != nil {
		return &Refusal{Reason: Misfit, Where: err.Error()}
	}
	bread.Mul(&inv, inv.T()) // (X'X)^-1
	m.residuals(r, y, at, &b)
	r.DurbinWatsonP = durbinWatsonP(r.DurbinWatson, x, at, &bread)
	if r.DurbinWatsonP < 0.05 {
		r.Warnings = append(r.Warnings, Autocorrelated)
	}
	m.infer(r, x, at, &b, &bread)
	return nil
}

func (m Segmented) residuals(r *ITS, y []Obs, at []int, b *mat.VecDense) {
	nan := func() []float64 {
		s := make([]float64, len(y))
		for i := range s {
			s[i] = math.NaN()
		}
		return s
	}
	r.Fitted, r.Counterfactual, r.Residuals = nan(), nan(), nan()
	for i := range y {
		w := row(i, r.Start)
		r.Fitted[i] = w[0]*b.AtVec(0) + w[1]*b.AtVec(1) + w[2]*b.AtVec(2) + w[3]*b.AtVec(3)
		if i >= r.Start {
			r.Counterfactual[i] = w[0]*b.AtVec(0) + w[1]*b.AtVec(1)
		}
	}
	for _, i := range at {
		r.Residuals[i] = y[i].Value - r.Fitted[i]
	}
	r.DurbinWatson, r.Autocorrelation = DurbinWatson(r.Residuals)
}

func (m Segmented) infer(r *ITS, x *mat.Dense, at []int, b *mat.VecDense, bread *mat.Dense) {
	var squares float64
	for _, i := range at {
		squares += r.Residuals[i] * r.Residuals[i]
	}
	var ols, nw mat.Dense
	ols.Scale(squares/float64(r.DF), bread)
	nw.Mul(bread, meat(r, x, at))
	nw.Mul(&nw, bread)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(r.DF)}
	of := func(w ...float64) Coefficient {
		c := mat.NewVecDense(4, w)
		k := Coefficient{OLS: math.Sqrt(mat.Inner(c, &ols, c)), NeweyWest: math.Sqrt(math.Max(mat.Inner(c, &nw, c), 0))}
		k.Value, k.Level = mat.Dot(c, b), m.Level
		k.Used = [...]float64{math.Max(k.OLS, k.NeweyWest), k.OLS, k.NeweyWest}[m.Errors]
		half := t.Quantile(0.5+m.Level/2) * k.Used
		k.Lo, k.Hi = k.Value-half, k.Value+half
		k.P = 2 * t.CDF(-math.Abs(k.Value)/k.Used)
		return k
	}
	r.Level0, r.Trend, r.Jump, r.TrendChange = of(1, 0, 0, 0), of(0, 1, 0, 0), of(0, 0, 1, 0), of(0, 0, 0, 1)
	last := float64(len(r.Fitted) - r.Start)
	r.EffectEnd = of(0, 0, 1, last)
	var sum float64
	for _, i := range at {
		if i >= r.Start {
			sum += float64(i - r.Start + 1)
		}
	}
	r.EffectMean = of(0, 0, 1, sum/float64(r.After))
}

// meat is the Newey-West middle matrix. Pairs are matched by their distance in
// time, so a gap lends no false neighbour.
func meat(r *ITS, x *mat.Dense, at []int) *mat.Dense {
	s := mat.NewDense(4, 4, nil)
	for a, i := range at {
		for c := a; c >= 0 && i-at[c] <= r.Lag; c-- {
			w := (1 - float64(i-at[c])/float64(r.Lag+1)) * r.Residuals[i] * r.Residuals[at[c]]
			for p := range 4 {
				for q := range 4 {
					v := w * x.At(a, p) * x.At(c, q)
					s.Set(p, q, s.At(p, q)+v)
					if c != a {
						s.Set(q, p, s.At(q, p)+v)
					}
				}
			}
		}
	}
	return s
}
