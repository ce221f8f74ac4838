package analysis

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// judge gives the verdict of an indicator against its target. Missing data
// and small numbers are said, never scored.
func judge(info indicator.Info, ind result.Indicator) result.Verdict {
	v := ind.Value
	switch {
	case !v.Known():
		return result.Verdict{Code: result.NotKnown, Say: result.T("Tidak ada data.", "No data.")}
	case info.MinN > 0 && v.N < info.MinN:
		return result.Verdict{Code: result.TooFew, Say: result.T(
			"Data terlalu sedikit untuk dinilai: {0}, diperlukan sedikitnya {1}.",
			"Too few data to judge: {0}, at least {1} needed.",
			result.Int(v.N, countUnit(info)), result.Int(info.MinN, countUnit(info)))}
	case info.Better == result.Contextual && ind.Target == nil:
		return result.Verdict{Code: result.NotJudged, Say: result.T(
			"Konteks: lebih banyak tidak berarti lebih baik.",
			"Context: more does not mean better.")}
	case ind.Target == nil:
		return result.Verdict{Code: result.NoTarget, Say: result.T("Belum ada target.", "No target set.")}
	}
	return againstTarget(info, ind)
}

func againstTarget(info indicator.Info, ind result.Indicator) result.Verdict {
	gap := new(big.Rat).Sub(ind.Value.Value, ind.Target.Value)
	if info.Better == result.Lower {
		gap.Neg(gap)
	}
	if gap.Sign() >= 0 {
		return result.Verdict{Code: result.Met, Say: result.T(
			"Target {0} tercapai.", "Target of {0} met.", result.Num(ind.Target.Value, info.Unit))}
	}
	return result.Verdict{Code: result.NotMet, Say: result.T(
		"Target {0} belum tercapai.", "Target of {0} not met.", result.Num(ind.Target.Value, info.Unit))}
}

// countUnit is the unit in which an indicator's n is said.
func countUnit(info indicator.Info) result.Unit {
	if info.NUnit != "" {
		return info.NUnit
	}
	return result.Count
}

// worse reports whether a difference goes the wrong way for an indicator.
func worse(info indicator.Info, diff *big.Rat) bool {
	return int(info.Better)*diff.Sign() < 0
}
