package analysis

import (
	"context"
	"slices"

	"rapor/analysis/award"
	"rapor/analysis/capacity"
)

// capacitySource is how a rubric's chapter asks for the simulation of the hall.
const capacitySource = "capacity"

// capacityStudy simulates the hall for the dossiers that have such a chapter.
// It cannot be cancelled half-way; it takes about half a second.
func (c *run) capacityStudy() []study {
	asked := slices.ContainsFunc(c.Awards, func(a award.Rubric) bool {
		return slices.ContainsFunc(a.Chapters, func(ch award.Chapter) bool { return ch.Source == capacitySource })
	})
	if !asked || c.Setting.Simulation.Off {
		return nil
	}
	s, err := capacity.Run(context.Background(), c.Facts, c.Setting, c.Period, capacity.Report)
	if err != nil { // only a cancelled context gives one
		return nil
	}
	out := study{source: capacitySource, intro: s.Sentences(), figures: s.Figures(), tables: s.Tables()}
	if ind, ok := c.byID["ANT-04"]; ok {
		for i := range out.figures {
			out.figures[i].Sources = ind.Value.Sources
		}
	}
	return []study{out}
}
