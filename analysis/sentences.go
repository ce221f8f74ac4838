package analysis

import (
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// Sentences are made only from results: the level, the change, the target,
// and the doubt. They are kept short, because a summary has 200 words.

// named is the indicator's name as an argument of a sentence.
func named(t result.Text) result.Quantity { return result.Named(t.ID, t.EN) }

// sayChange words a change against a baseline without claiming a cause, and
// says when it cannot be told from chance.
// tested is how many changes the report tests.
func sayChange(info indicator.Info, now result.Value, ch result.Change, tested int) result.Text {
	args := []result.Quantity{
		result.Num(ch.Value.Value, info.Unit), result.Over(ch.Period.ID), result.Num(now.Value, info.Unit),
	}
	if ch.Untold == result.UntoldPart {
		return result.T(
			"{0} pada {1}, kini {2}; tidak dibandingkan, karena data keduanya tidak mencakup bulan yang sama.",
			"{0} in {1}, now {2}; not compared, because the data of the two do not cover the same months.", args...)
	}
	if ch.Distinct != nil && !*ch.Distinct {
		args = append(args, result.Float(*ch.Adjusted, result.Ratio))
		if tested < 2 {
			return result.T(
				"{0} pada {1}, kini {2}; perbedaan ini tidak dapat dibedakan dari kebetulan (p = {3}).",
				"{0} in {1}, now {2}; the difference cannot be told from chance (p = {3}).", args...)
		}
		return result.T(
			"{0} pada {1}, kini {2}; perbedaan ini tidak dapat dibedakan dari kebetulan (p = {3} setelah disesuaikan untuk {4} uji).",
			"{0} in {1}, now {2}; the difference cannot be told from chance (p = {3} adjusted for {4} tests).", append(args, result.Int(int64(tested), result.Count))...)
	}
	if ch.Untold == result.UntoldFew {
		return result.T(
			"{0} pada {1}, kini {2}; data salah satunya terlalu sedikit (perlu sedikitnya {3}) untuk membedakan perubahan dari kebetulan.",
			"{0} in {1}, now {2}; one of them rests on too few data (at least {3} needed) to tell a change from chance.",
			append(args, result.Int(info.MinN, countUnit(info)))...)
	}
	switch s := ch.Diff.Sign(); {
	case s != 0 && ch.Untold != "":
		return result.T(
			"{0} pada {1}, kini {2}; tidak ada uji yang dapat membedakan perubahan ini dari kebetulan.",
			"{0} in {1}, now {2}; no test can tell this change from chance.", args...)
	case s == 0:
		return result.T("Sama dengan {1}: {0}.", "The same as in {1}: {0}.", args...)
	case info.Better == result.Contextual && s > 0:
		return result.T("Naik dari {0} pada {1} menjadi {2}.", "Up from {0} in {1} to {2}.", args...)
	case info.Better == result.Contextual:
		return result.T("Turun dari {0} pada {1} menjadi {2}.", "Down from {0} in {1} to {2}.", args...)
	case worse(info, ch.Diff):
		return result.T("Memburuk dari {0} pada {1} menjadi {2}.", "Worse: from {0} in {1} to {2}.", args...)
	}
	return result.T("Membaik dari {0} pada {1} menjadi {2}.", "Better: from {0} in {1} to {2}.", args...)
}

// findings are the sentences of one indicator: level, change, target.
func findings(info indicator.Info, ind result.Indicator, period string) []result.Text {
	if !ind.Value.Known() {
		return nil
	}
	out := []result.Text{level(info, ind, period)}
	for _, b := range ind.Baseline {
		if !b.Say.Empty() {
			out = append(out, b.Say)
		}
	}
	if c := ind.Verdict.Code; c == result.Met || c == result.NotMet || c == result.TooFew {
		out = append(out, ind.Verdict.Say)
	}
	if ind.Control != nil && !ind.Control.Say.Empty() {
		out = append(out, ind.Control.Say)
	}
	return out
}

func level(info indicator.Info, ind result.Indicator, period string) result.Text {
	args := []result.Quantity{
		named(info.Name), result.Over(period), result.Num(ind.Value.Value, info.Unit), result.Int(ind.Value.N, countUnit(info)),
	}
	if ind.Value.N == 0 || sameAsN(ind.Value) {
		return result.T("{0}, {1}: {2}.", "{0}, {1}: {2}.", args[:3]...)
	}
	return result.T("{0}, {1}: {2} (dari {3}).", "{0}, {1}: {2} (from {3}).", args...)
}

// sameAsN reports whether the value is just its own count of observations.
func sameAsN(v result.Value) bool {
	return v.Value.IsInt() && v.Value.Num().IsInt64() && v.Value.Num().Int64() == v.N
}

// headline is the one sentence of an indicator in a summary: its level, and
// what became of it since the baseline.
func headline(ind result.Indicator, period string) result.Text {
	q := func(v result.Value) result.Quantity { return result.Num(v.Value, ind.Unit) }
	for _, b := range ind.Baseline {
		if b.Diff == nil && b.Untold != result.UntoldPart {
			continue
		}
		args := []result.Quantity{named(ind.Name), result.Over(period), q(ind.Value), q(b.Value), result.Over(b.Period.ID)}
		switch {
		case b.Untold == result.UntoldPart:
			return result.T(
				"{0} pada {1}: {2}; {3} pada {4}, tetapi datanya tidak mencakup bulan yang sama.",
				"{0} in {1}: {2}; {3} in {4}, but the data do not cover the same months.", args...)
		case b.Distinct != nil && !*b.Distinct:
			return result.T(
				"{0} pada {1}: {2}; {3} pada {4}, selisih yang tidak dapat dibedakan dari kebetulan.",
				"{0} in {1}: {2}; {3} in {4}, a difference that cannot be told from chance.", args...)
		case b.Untold == result.UntoldFew:
			return result.T(
				"{0} pada {1}: {2}; {3} pada {4}, terlalu sedikit data untuk dibandingkan.",
				"{0} in {1}: {2}; {3} in {4}, too few data to compare.", args...)
		case b.Untold != "" && b.Diff.Sign() != 0:
			return result.T(
				"{0} pada {1}: {2}; {3} pada {4}, selisih yang tidak dapat diuji terhadap kebetulan.",
				"{0} in {1}: {2}; {3} in {4}, a difference that cannot be tested against chance.", args...)
		case b.Diff.Sign() == 0:
			return result.T("{0} pada {1}: {2}, sama dengan {4}.", "{0} in {1}: {2}, the same as in {4}.", args...)
		case b.Diff.Sign() > 0:
			return result.T("{0} pada {1}: {2}, naik dari {3} pada {4}.", "{0} in {1}: {2}, up from {3} in {4}.", args...)
		}
		return result.T("{0} pada {1}: {2}, turun dari {3} pada {4}.", "{0} in {1}: {2}, down from {3} in {4}.", args...)
	}
	return result.T("{0} pada {1}: {2}.", "{0} in {1}: {2}.",
		named(ind.Name), result.Over(period), q(ind.Value))
}
