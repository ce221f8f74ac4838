package analysis

import "rapor/analysis/reform"

// reformStudy evaluates the office's dated reforms.
func (c *run) reformStudy() study {
	r := reform.Study(c.Facts, c.Setting, c.Period)
	return study{source: "reform", intro: r.Intro, figures: r.Figures, tables: r.Tables}
}
