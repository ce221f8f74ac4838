package analysis

import (
	"slices"

	"rapor/analysis/award"
	"rapor/analysis/capacity"
)

// capacitySource is how a rubric's chapter asks for the simulation of the hall.
const capacitySource = "capacity"

// startCapacity begins to simulate the hall, when a dossier has such a chapter;
// facts and setting are only read. It ends with the context of the run.
func (c *run) startCapacity() <-chan *capacity.Study {
	asked := slices.ContainsFunc(c.Awards, func(a award.Rubric) bool {
		return slices.ContainsFunc(a.Chapters, func(ch award.Chapter) bool { return ch.Source == capacitySource })
	})
	if !asked || c.Setting.Simulation.Off {
		return nil
	}
	done := make(chan *capacity.Study, 1)
	go func() {
		// Only the end of the context gives an error; then nobody asks for the study.
		s, _ := capacity.Run(c.ctx, c.Facts, c.Setting, c.Period, capacity.Report)
		done <- s
	}()
	return done
}

// capacityStudy waits for the simulation and puts it into words.
func (c *run) capacityStudy() []study {
	if c.hall == nil {
		return nil
	}
	s := <-c.hall
	if s == nil {
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
