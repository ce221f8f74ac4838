package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// beside names, for a median, the mean of the same observations.
var beside = map[string]string{"ANT-03": "ANT-02"}

// skewed is the distance of the mean from the median, as a share of the
// median, from which the two tell different stories.
var skewed = big.NewRat(25, 100)

// robustness says whether an indicator would tell another story: by its mean,
// or with the mix of the baseline.
func robustness(info indicator.Info, ind result.Indicator, all map[string]*result.Indicator) []result.Text {
	if !ind.Value.Known() {
		return nil
	}
	var out []result.Text
	if mean, ok := all[beside[info.ID]]; ok && mean.Value.Known() {
		if t, ok := saySkew(ind.Value.Value, mean.Value.Value, info.Unit); ok {
			out = append(out, t)
		}
	}
	if w := ind.Without; w != nil {
		out = append(out, result.T("Tanpa {0} pengamatan yang diragukan pemeriksaan data (layanan lebih dari empat jam, atau ditutup bersamaan) nilainya {1}.",
			"Without {0} observations that the audit of the data doubts (services over four hours, or closed together) the value is {1}.",
			result.Int(w.Rows, result.Count), result.Num(w.Value, info.Unit)))
	}
	for _, ch := range ind.Baseline {
		if ch.Mix != nil {
			out = append(out, sayMix(info, ch))
		}
	}
	return out
}

func saySkew(median, mean *big.Rat, u result.Unit) (result.Text, bool) {
	gap := new(big.Rat).Sub(mean, median)
	if new(big.Rat).Abs(gap).Cmp(new(big.Rat).Mul(skewed, median)) <= 0 {
		return result.Text{}, false
	}
	args := []result.Quantity{result.Num(mean, u), result.Num(median, u)}
	if gap.Sign() > 0 {
		return result.T("Rata-ratanya {0}, mediannya {1}: sebagian pemohon mengalami jauh lebih lama daripada pemohon biasa, jadi median saja tidak cukup.",
			"The mean is {0}, the median {1}: some applicants fare far worse than a typical one, so the median alone is not enough.", args...), true
	}
	return result.T("Rata-ratanya {0}, mediannya {1}: sebagian pemohon mengalami jauh lebih singkat daripada pemohon biasa, jadi keduanya perlu dibaca.",
		"The mean is {0}, the median {1}: some applicants fare far better than a typical one, so both need to be read.", args...), true
}

func sayMix(info indicator.Info, ch result.Change) result.Text {
	m := ch.Mix
	args := []result.Quantity{m.Class, result.Num(m.Before, result.Share), result.Over(ch.Period.ID), result.Num(m.Now, result.Share)}
	if m.Adjusted == nil {
		return result.T("Bauran berubah: bagian {0} dari {1} pada {2} menjadi {3}; sebagian perubahan nilai dapat berasal dari situ.",
			"The mix has changed: the share of {0} went from {1} in {2} to {3}; part of the change may come from that.", args...)
	}
	return result.T("Bauran berubah: bagian {0} dari {1} pada {2} menjadi {3}; dengan bauran {2} nilainya akan menjadi {4}.",
		"The mix has changed: the share of {0} went from {1} in {2} to {3}; with the mix of {2} the value would be {4}.",
		append(args, result.Num(m.Adjusted, info.Unit))...)
}

// mixShift is the change of a class's share from which a mix is said to have
// changed.
var mixShift = big.NewRat(10, 100)

// mix compares what the value pools with the baseline, by service and by
// ticket class; nil unless some share moved by more than mixShift.
func (c *run) mix(info indicator.Info, b baseline, ch result.Change, value func(facts.Selection) result.Value) *result.Mix {
	if ch.Diff == nil || info.Unit != result.Seconds && info.Unit != result.Share && info.Unit != result.Points {
		return nil
	}
	var most *result.Mix
	moved := mixShift
	for _, dim := range []string{"service", "class"} {
		if !slices.Contains(info.By, dim) {
			continue
		}
		now, then := c.classes(c.Period, info, dim, value), c.classes(b.period, info, dim, value)
		if m, by := shifted(now, then); m != nil && by.Cmp(moved) > 0 {
			m.Dimension, m.Adjusted = dim, standardised(now, then)
			most, moved = m, by
		}
	}
	return most
}

// class is one class of a mix with its value.
type class struct {
	label result.Quantity
	value result.Value
}

func (c *run) classes(p calendar.Period, info indicator.Info, dim string, value func(facts.Selection) result.Value) []class {
	var out []class
	for _, m := range c.membersIn(p, info, dim) {
		if v := value(m.sel); v.Known() && v.N > 0 {
			out = append(out, class{m.label, v})
		}
	}
	return out
}

func sizeOf(in []class, label string) (n, all int64) {
	for _, x := range in {
		all += x.value.N
		if x.label.Label == label {
			n = x.value.N
		}
	}
	return n, all
}

// shifted is the class whose share moved most, and by how much.
func shifted(now, then []class) (most *result.Mix, by *big.Rat) {
	by = new(big.Rat)
	for _, x := range slices.Concat(now, then) {
		n, all := sizeOf(now, x.label.Label)
		k, before := sizeOf(then, x.label.Label)
		if all == 0 || before == 0 {
			continue
		}
		a, b := big.NewRat(n, all), big.NewRat(k, before)
		if d := new(big.Rat).Sub(a, b); d.Abs(d).Cmp(by) > 0 {
			most, by = &result.Mix{Class: x.label, Before: b, Now: a}, d
		}
	}
	return most, by
}

// standardised is the value of the period under the baseline's mix (direct
// standardisation); nil for what is no sum over observations, such as a median,
// and where a class of the baseline has no observation now.
func standardised(now, then []class) *big.Rat {
	var strata []stat.Stratum
	for _, x := range then {
		i := slices.IndexFunc(now, func(y class) bool { return y.label.Label == x.label.Label })
		if i < 0 {
			return nil
		}
		v := now[i].value
		if v.Num == nil || v.Den == nil || !v.Num.IsInt() || !v.Num.Num().IsInt64() || v.Den.Cmp(big.NewRat(v.N, 1)) != 0 {
			return nil
		}
		strata = append(strata, stat.Stratum{Num: v.Num.Num().Int64(), Den: v.N, Weight: x.value.N})
	}
	s, err := stat.Adjust(strata)
	if err != nil {
		return nil
	}
	return s.Value
}
