package indicator

import (
	"errors"

	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// Sample is what a value was measured on, by day. People of one day share its
// crowd, its counters and its faults: an interval that takes them as
// independent is far too narrow for queues, so days are resampled.
type Sample struct {
	Cluster *stat.Cluster // nil: days are not known
	Measure stat.Measure
	Above   bool // the value is one minus the measure: a share above a limit
	Tail    bool // leans on the few worst days (P90, shares): needs more days
}

// Resampled names the interval in results.
const Resampled = "bootstrap-days"

// Onto puts the interval of resampled days on a value. Where days are not
// known the interval that takes observations as independent stays, and the
// value says so; with too few days there is none, and the value says how many
// it would need.
func (s *Sample) Onto(v *result.Value, b stat.Boot) {
	if s == nil || !v.Known() {
		return
	}
	if s.Cluster == nil {
		if v.Lo != nil || v.Hi != nil {
			v.Warnings = append(v.Warnings, result.T("Hari tidak diketahui: selang menganggap setiap pengamatan saling bebas, sehingga cenderung terlalu sempit.",
				"Days are not known: the interval takes observations as independent and tends to be too narrow."))
		}
		return
	}
	got, err := b.Run(s.Cluster, s.Measure)
	if err != nil {
		v.Lo, v.Hi, v.Level, v.Interval = nil, nil, 0, ""
		if r := (*stat.Refusal)(nil); errors.As(err, &r) {
			v.Warnings = append(v.Warnings, result.T("Tanpa selang: perlu sedikitnya {0} hari; ada {1}.", "No interval: it needs at least {0} days; there are {1}.",
				result.Int(int64(r.Need), result.Count), result.Int(int64(r.Have), result.Count)))
		}
		return
	}
	iv := s.turned(got[0])
	if iv.Lo == iv.Hi && v.Lo != nil && v.Hi != nil && *v.Lo < *v.Hi {
		// All days alike, such as a share of 0 or 100 %: resampling sees no doubt
		// where there is some.
		v.Warnings = append(v.Warnings, result.T("Semua hari sama, sehingga pengambilan ulang hari tidak melihat keraguan; selang menganggap setiap pengamatan saling bebas.",
			"All days are alike, so resampling days sees no doubt; the interval takes observations as independent."))
		return
	}
	v.Lo, v.Hi, v.Level, v.Interval = &iv.Lo, &iv.Hi, iv.Level, Resampled
	s.warn(v)
}

// warn says what weakens the interval.
func (s *Sample) warn(v *result.Value) {
	if s.Tail && s.Cluster.Days() < stat.GoodDays {
		v.Warnings = append(v.Warnings, result.T("Selang dari {0} hari: pada kurang dari {1} hari tingkat kepercayaan yang tercapai dapat sedikit meleset dari 95%.",
			"Interval from {0} days: with fewer than {1} days the confidence reached may differ slightly from 95%.",
			result.Int(int64(s.Cluster.Days()), result.Count), result.Int(stat.GoodDays, result.Count)))
	}
}

// Difference is after minus before with its interval, the days of both
// resampled. It is refused with a *stat.Refusal where either side has too few
// days, or none that are known.
func Difference(before, after *Sample, b stat.Boot) (stat.Interval, error) {
	if before == nil || after == nil || before.Cluster == nil || after.Cluster == nil {
		return stat.Interval{}, &stat.Refusal{Reason: stat.Empty, Where: "days"}
	}
	got, err := b.Difference(before.Cluster, after.Cluster, after.Measure)
	if err != nil {
		return stat.Interval{}, err
	}
	iv := got[0]
	if after.Above {
		iv.Value, iv.Lo, iv.Hi = -iv.Value, -iv.Hi, -iv.Lo
	}
	return iv, nil
}

// turned makes a share above a limit of one up to it.
func (s *Sample) turned(iv stat.Interval) stat.Interval {
	if s.Above {
		iv.Value, iv.Lo, iv.Hi = 1-iv.Value, 1-iv.Hi, 1-iv.Lo
	}
	return iv
}
