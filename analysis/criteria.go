package analysis

import (
	"slices"

	"rapor/analysis/award"
	"rapor/analysis/result"
)

// Evidence is a document of the office, for a criterion or a checklist item of
// an award; Award "" means every award.
type Evidence struct {
	Award, Criterion, Check string
	result.Evidence
}

// criteria is the map from each criterion to what speaks for it: indicators,
// figures, evidence. Criteria with gaps come first, since they are the work
// that is left.
func (c *run) criteria(r *award.Rubric) []result.MapLine {
	var out []result.MapLine
	for i := range r.Criteria {
		k := &r.Criteria[i]
		line := result.MapLine{Criterion: k.Name, Weight: k.Weight}
		for _, m := range k.Measures {
			line.Indicators = append(line.Indicators, m.Indicator)
		}
		line.Indicators = append(line.Indicators, k.Support...)
		line.Gaps = c.gaps(&line)
		line.Evidence = c.evidence(func(e Evidence) bool { return c.answers(e, r.ID) && e.Criterion == k.ID })
		line.Gaps = append(line.Gaps, unproven(k, line.Evidence)...)
		out = append(out, line)
	}
	slices.SortStableFunc(out, func(a, b result.MapLine) int { return -min(len(a.Gaps), 1) + min(len(b.Gaps), 1) })
	return out
}

// gaps collects the figures of a line's indicators, and says for indicators
// without a value what they need.
func (c *run) gaps(line *result.MapLine) []result.Text {
	var known []string
	for _, id := range line.Indicators {
		if ind, ok := c.byID[id]; ok && ind.Value.Known() {
			known = append(known, id)
			line.Figures = append(line.Figures, ind.Figures...)
		}
	}
	missing := c.missingOf(line.Indicators)
	if len(line.Indicators) > 0 && len(known) == 0 && len(missing) == 0 {
		missing = []result.Text{result.T("Indikator kriteria ini tidak dikenal.", "The indicators of this criterion are not known.")}
	}
	line.Indicators = known
	return missing
}

// unproven says which evidence a criterion asks for and does not have.
func unproven(k *award.Criterion, have []result.Evidence) []result.Text {
	var out []result.Text
	if len(have) == 0 {
		for _, want := range k.Evidence {
			out = append(out, result.T("Bukti belum ada: {0}.", "No evidence yet: {0}.", named(want)))
		}
	}
	for _, e := range have {
		if e.Lost {
			out = append(out, result.T("Berkas bukti tidak ditemukan: {0}.", "Evidence file not found: {0}.", named(e.Title)))
		}
	}
	return out
}

func (c *run) answers(e Evidence, id string) bool { return e.Award == "" || e.Award == id }

func (c *run) evidence(fits func(Evidence) bool) []result.Evidence {
	var out []result.Evidence
	for _, e := range c.Evidence {
		if fits(e) {
			out = append(out, e.Evidence)
		}
	}
	return out
}

// checklist says what a submission must hold and what of it is there.
func (c *run) checklist(r *award.Rubric) []result.CheckItem {
	var out []result.CheckItem
	for _, k := range r.Checklist {
		have := c.evidence(func(e Evidence) bool { return c.answers(e, r.ID) && e.Check == k.Key && !e.Lost })
		out = append(out, result.CheckItem{Say: k.Say, Done: len(have) > 0})
	}
	return out
}
