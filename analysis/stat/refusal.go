package stat

import "fmt"

// Reason says why a statistic is not given.
type Reason string

// The reasons, stable names that a page can translate.
const (
	Empty       Reason = "empty"        // no observation at all
	TooFew      Reason = "too_few"      // fewer observations, days or points than the method needs
	Gapped      Reason = "gap"          // a point is missing where the method needs every point
	NoVariation Reason = "no_variation" // all values are equal: there is no error to estimate
	Misfit      Reason = "misfit"       // arguments contradict each other (lengths, order, range)
	NotReached  Reason = "not_reached"  // the curve or the level never gets there
	Unstable    Reason = "unstable"     // demand is not below capacity: no steady state
)

// Refusal is a typed "this cannot be said": it is shown to people instead of a
// number, so that missing data never look like a result. Where names the side
// or index meant, when there is one.
type Refusal struct {
	Reason     Reason
	Have, Need int
	Where      string
}

func (r *Refusal) Error() string {
	s := "stat: " + string(r.Reason)
	if r.Where != "" {
		s += " (" + r.Where + ")"
	}
	if r.Need > 0 {
		s += fmt.Sprintf(": have %d, need %d", r.Have, r.Need)
	}
	return s
}

func tooFew(where string, have, need int) *Refusal {
	return &Refusal{Reason: TooFew, Have: have, Need: need, Where: where}
}

// Interval is an estimate with its bounds at a confidence level (0 to 1). Open
// bounds are infinite.
type Interval struct {
	Value, Lo, Hi, Level float64
}

// Excludes reports whether v lies outside the interval.
func (i Interval) Excludes(v float64) bool { return v < i.Lo || v > i.Hi }
