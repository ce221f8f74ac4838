package queue

import (
	"rapor/analysis/result"
	"rapor/analysis/rules"
)

// expressLimit is the number of working days within which an express passport
// (layanan percepatan) is promised, at the end of the selection; 0 when the
// register has none.
func (s *Slice) expressLimit() int { return s.book().Whole("pas.percepatan.hari", s.sel.To) }

// book is the register as the office uses it.
func (s *Slice) book() rules.Book { return rules.With(s.set.Rules) }

func (s *Slice) replaced(basis []string) []result.Text { return s.book().Said(basis) }
