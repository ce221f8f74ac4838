package locale

import "testing"

// Times of a workbook that were typed as minutes and seconds: longer than anybody
// waits, and none has seconds.
func TestTimesTypedAsMinutesAndSeconds(t *testing.T) {
	for name, c := range map[string]struct {
		days []string
		want bool
	}{
		"12:30 13:30 14:30": {[]string{"0.520833333333333", "0.5625", "0.604166666666667"}, true},
		"one is short":      {[]string{"0.520833333333333", "0.5625", "0.0104166666666667"}, true},
		"waits of an hour":  {[]string{"0.0416666666666667", "0.0520833333333333", "0.0625"}, false},
		"with seconds":      {[]string{"0.520937500000000", "0.562511574074074", "0.604166666666667"}, false},
		"one is long":       {[]string{"0.0104166666666667", "0.0208333333333333", "0.604166666666667"}, false},
		"none":              {nil, false},
	} {
		var v SpanSurvey
		for _, d := range c.days {
			v.AddShown(d, 240)
		}
		if got, cell := v.Typed(); got != c.want || got && cell != "12:30" {
			t.Errorf("%s: %v, %q", name, got, cell)
		}
	}
}
