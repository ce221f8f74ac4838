package templates

import (
	"math/big"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// cards are the headline cards of the first screen.
func (v *viewer) cards() []cardView {
	var out []cardView
	for _, id := range v.doc.Headlines {
		ind, ok := v.indicators[id]
		if !ok {
			continue
		}
		c := cardView{
			ID: ind.ID, Href: "#" + v.details[id], Name: v.text(ind.Name),
			Value: v.parts(ind.Value.Value, ind.Unit), Known: ind.Value.Known(), Missing: v.missing(ind.Value),
			Verdict: v.verdict(ind.Verdict.Code), VerdictSay: v.text(ind.Verdict.Say),
			Target: v.target(ind), Changes: v.changes(ind),
			Interval: v.interval(ind.Value, ind.Unit), N: v.count(ind.Value.N, ind.Value.NUnit),
			Spark: v.spark(ind),
		}
		c.Control = v.control(ind)
		out = append(out, c)
	}
	return out
}

// missing says why there is no value; empty when there is one.
func (v *viewer) missing(val result.Value) string {
	if val.Known() {
		return ""
	}
	if val.Missing != nil && !val.Missing.Empty() {
		return v.text(*val.Missing)
	}
	return v.Say("no.data")
}

// verdicts maps a judgement to its icon and tone; words come from the
// catalogue.
var verdicts = []struct {
	code             result.VerdictCode
	icon, tone, word string
}{
	{result.Met, "met", "good", "verdict.met"},
	{result.NotMet, "not-met", "bad", "verdict.not_met"},
	{result.NoTarget, "open", "plain", "verdict.no_target"},
	{result.NotJudged, "context", "plain", "verdict.contextual"},
	{result.NotKnown, "unknown", "plain", "verdict.unknown"},
	{result.TooFew, "few", "plain", "verdict.too_few"},
	{result.Suspicious, "doubt", "warn", "verdict.doubtful"},
}

func (v *viewer) verdict(code result.VerdictCode) mark {
	for _, e := range verdicts {
		if e.code == code {
			return mark{Icon: e.icon, Tone: e.tone, Text: v.Say(e.word)}
		}
	}
	return mark{Icon: "unknown", Tone: "plain", Text: v.Say("verdict.unknown")}
}

// controlMarks maps the states of a control chart to icons.
var controlMarks = []struct{ state, icon, tone, word string }{
	{"common", "spc-common", "plain", "variation.common"},
	{"improvement", "spc-improvement", "good", "variation.improvement"},
	{"concern", "spc-concern", "bad", "variation.concern"},
	{"neutral", "spc-neutral", "warn", "variation.neutral"},
	{"too_few", "few", "plain", "variation.too_few"},
	{"pass", "spc-pass", "good", "assurance.pass"},
	{"fail", "spc-fail", "bad", "assurance.fail"},
	{"hit_or_miss", "spc-hit", "plain", "assurance.hit_or_miss"},
}

// control gives the variation and assurance marks, without those on which the
// result makes no statement.
func (v *viewer) control(ind *result.Indicator) []mark {
	if ind.Control == nil {
		return nil
	}
	var out []mark
	for _, state := range []string{ind.Control.Variation, ind.Control.Assurance} {
		for _, e := range controlMarks {
			if e.state == state {
				out = append(out, mark{Icon: e.icon, Tone: e.tone, Text: v.Say(e.word)})
			}
		}
	}
	return out
}

// target says the target with its direction, such as "paling lama 60 menit".
func (v *viewer) target(ind *result.Indicator) string {
	if ind.Target == nil || ind.Target.Value == nil {
		return ""
	}
	value := v.value(ind.Target.Value, ind.Unit)
	switch ind.Better {
	case result.Lower:
		return "≤ " + value
	case result.Higher:
		return "≥ " + value
	}
	return value
}

// interval says the bounds with the level really reached.
func (v *viewer) interval(val result.Value, unit result.Unit) string {
	if val.Lo == nil && val.Hi == nil {
		return ""
	}
	level := ""
	if val.Level > 0 {
		level = v.bound(&val.Level, result.Share)
	}
	switch {
	case val.Lo == nil:
		return v.Say("interval.below", v.bound(val.Hi, unit), level)
	case val.Hi == nil:
		return v.Say("interval.above", v.bound(val.Lo, unit), level)
	}
	return v.Say("interval.between", v.bound(val.Lo, unit), v.bound(val.Hi, unit), level)
}

// method names how an interval was made; empty when not known.
func (v *viewer) method(name string) string {
	switch name {
	case "wilson", "poisson", "order", "bootstrap", "bootstrap-days", "greenwood":
		return v.Say("interval." + name)
	}
	return ""
}

// changes are the comparisons, a period named twice shown once.
func (v *viewer) changes(ind *result.Indicator) []changeView {
	var out []changeView
	seen := map[string]bool{}
	for _, c := range ind.Baseline {
		if seen[c.Period.ID] {
			continue
		}
		seen[c.Period.ID] = true
		out = append(out, v.change(ind, c))
	}
	return out
}

func (v *viewer) change(ind *result.Indicator, c result.Change) changeView {
	out := changeView{
		Against: v.role(c.Period.Role), Period: v.span(c.Period.ID),
		Value: v.value(c.Value.Value, ind.Unit), Say: v.text(c.Say),
		Tone: "plain", Icon: "flat",
	}
	if c.Value.Known() {
		out.N = v.count(c.Value.N, c.Value.NUnit)
	}
	if c.Diff != nil {
		out.Diff = v.difference(c.Diff, ind.Unit)
		out.Tone, out.Icon = tone(ind.Better, c)
	}
	if c.Relative != nil {
		out.Relative = format.Relative(c.Relative, v.tongue)
	}
	out.Rate = join(v.rate(c.Rate), v.gap(c.Gap, ind.Unit))
	out.Test = v.test(c)
	if c.Distinct != nil {
		out.Distinct = v.Say("distinct.no")
		if *c.Distinct {
			out.Distinct = v.Say("distinct.yes")
		}
	} else if c.Untold != "" && c.Diff != nil && c.Diff.Sign() != 0 {
		out.Distinct = v.Say("distinct.no")
	}
	return out
}

// role names a baseline's relation to the period of the report.
func (v *viewer) role(role string) string {
	switch role {
	case "previous", "last_year", "chosen":
		return v.Say("role." + role)
	}
	return v.Say("role.other")
}

// tone colours a change: only one that can be told from chance and has a
// better side is coloured.
func tone(better result.Direction, c result.Change) (tone, icon string) {
	sign := c.Diff.Sign()
	icon = []string{"down", "flat", "up"}[sign+1]
	if sign == 0 || better == result.Contextual || c.Distinct != nil && !*c.Distinct || c.Untold != "" {
		return "plain", icon
	}
	if sign == int(better) {
		return "good", icon
	}
	return "bad", icon
}

// gap says the interval of a difference.
func (v *viewer) gap(g *result.Gap, u result.Unit) string {
	if g == nil {
		return ""
	}
	return v.Say("gap.between", v.signed(g.Lo, u), v.signed(g.Hi, u), v.bound(&g.Level, result.Share))
}

// signed formats a bound of a difference.
func (v *viewer) signed(f float64, u result.Unit) string {
	r := new(big.Rat).SetFloat64(f)
	if r == nil {
		return ""
	}
	return v.difference(r, u)
}

// test says the adjusted p-value of a change; empty without a test.
func (v *viewer) test(c result.Change) string {
	if c.Adjusted == nil {
		return ""
	}
	if *c.Adjusted < 0.001 {
		return v.Say("test.below")
	}
	return v.Say("test.p", v.bound(c.Adjusted, result.Ratio))
}

// rate says a rate ratio with its interval.
func (v *viewer) rate(r *result.RateRatio) string {
	if r == nil {
		return ""
	}
	ratio, lo := v.bound(&r.Ratio, result.Ratio), v.bound(&r.Lo, result.Ratio)
	if r.Open {
		return v.Say("rate.open", ratio, lo)
	}
	return v.Say("rate.between", ratio, lo, v.bound(&r.Hi, result.Ratio))
}
