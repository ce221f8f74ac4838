package indicator

import "rapor/analysis/result"

// Saying makes every value that is there carry, beside its own warnings, what
// say has to tell about the rules the indicator rests on: that the office
// replaced one of them.
func Saying[S any](specs []Spec[S], say func(s S, basis []string) []result.Text) []Spec[S] {
	for i := range specs {
		basis, compute := specs[i].Basis, specs[i].Compute
		specs[i].Compute = func(s S) result.Value {
			v := compute(s)
			if v.Known() {
				v.Warnings = append(v.Warnings, say(s, basis)...)
			}
			return v
		}
	}
	return specs
}
