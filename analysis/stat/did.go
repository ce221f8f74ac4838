package stat

import "math"

// Change is one office's figure before and after.
type Change struct{ Before, After float64 }

// DiD is a difference in differences.
type DiD struct {
	Effect    float64   // the treated office's change minus the mean change of the controls
	Treated   float64   // the treated office's change
	Control   float64   // mean change of the controls
	Placebos  []float64 // each control taken for the treated, against the other controls
	P         float64   // share of offices, the treated included, with as large an effect; NaN below two controls
	SmallestP float64   // the smallest P that so few controls allow: 1/(controls+1)
}

// DiffInDiff compares the change of an office with that of control offices, and
// judges it by randomisation in space (Abadie and others 2010): how many
// controls, taken for the treated one, show as large an effect. At least one
// control is needed, two for P, 19 for a P of 0.05. For an interval from days
// use Boot.DiD.
//
// Condition: without the innovation the offices would have moved alike.
func DiffInDiff(treated Change, controls []Change) (DiD, error) {
	n := len(controls)
	if n == 0 {
		return DiD{}, tooFew("controls", 0, 1)
	}
	var sum float64
	for _, c := range controls {
		sum += c.After - c.Before
	}
	d := DiD{Treated: treated.After - treated.Before, Control: sum / float64(n), P: math.NaN(), SmallestP: 1 / float64(n+1)}
	d.Effect = d.Treated - d.Control
	if n < 2 {
		return d, nil
	}
	as := 1.0
	for _, c := range controls {
		change := c.After - c.Before
		placebo := change - (sum-change)/float64(n-1)
		d.Placebos = append(d.Placebos, placebo)
		if math.Abs(placebo) >= math.Abs(d.Effect) {
			as++
		}
	}
	d.P = as / float64(n+1)
	return d, nil
}
