package edition

import (
	"math/big"
	"slices"

	"rapor/analysis/result"
)

// figures masks what charts show: the months masked in the series behind one,
// small classes, days of single events. A chart of which nothing would be left
// is left out.
func (e *editor) figures() {
	var out []result.Figure
	for i := range e.Figures {
		f := e.Figures[i]
		if e.figure(&f) {
			out = append(out, f)
		} else {
			e.dropped[f.ID] = true
			e.said++
		}
	}
	e.Figures = out
	gone := func(id string) bool { return e.dropped[id] }
	for i := range e.Indicators {
		e.Indicators[i].Figures = slices.DeleteFunc(e.Indicators[i].Figures, gone)
	}
	for i := range e.Documents {
		for k := range e.Documents[i].Sections {
			s := &e.Documents[i].Sections[k]
			s.Figures = slices.DeleteFunc(s.Figures, gone)
		}
		if c := e.Documents[i].Scorecard; c != nil {
			for k := range c.Map {
				c.Map[k].Figures = slices.DeleteFunc(c.Map[k].Figures, gone)
			}
		}
	}
}

func (e *editor) indicator(id string) *result.Indicator {
	for i := range e.Indicators {
		if e.Indicators[i].ID == id {
			return &e.Indicators[i]
		}
	}
	return nil
}

// figure masks one figure; false leaves it out.
func (e *editor) figure(f *result.Figure) bool {
	ind := e.indicator(f.Indicator)
	e.mergeX(f)
	if ind == nil || ind.Subjects == "" || len(f.X.Labels) == 0 {
		return len(f.X.Labels) > 0
	}
	switch f.X.Labels[0].Unit {
	case result.Date: // days of single events
		return !ind.Subjects.Persons() || !people(f.NUnit)
	case result.Month:
		return e.byMonth(f, ind)
	}
	if ind.Subjects.Persons() && people(f.Unit) && (!exempt(f.ID) || e.Privacy.Strict) {
		return e.classes(f)
	}
	return true
}

// byMonth masks the months masked in the series of the indicator; a figure of
// several series (acts by month and kind) is crossed twice and stays only where
// it has no small cell.
func (e *editor) byMonth(f *result.Figure, ind *result.Indicator) bool {
	if len(f.Series) > 1 {
		return !slices.ContainsFunc(f.Series, func(s result.Series) bool {
			return slices.ContainsFunc(s.Points, func(d result.Datum) bool {
				n, ok := whole(d.Value)
				return ind.Subjects.Persons() && (e.Privacy.Small(d.N) || ok && people(f.Unit) && e.Privacy.Small(n))
			})
		}) || !ind.Subjects.Persons()
	}
	hide := e.months[ind.ID]
	if len(hide) == 0 {
		return true
	}
	left := 0
	for i := range f.X.Labels {
		for k := range f.Series {
			if i >= len(f.Series[k].Points) {
				continue
			}
			d := &f.Series[k].Points[i]
			if hide[f.X.Labels[i].Label] {
				*d = result.Datum{Masked: true}
				continue
			}
			d.Flag = ""
			if d.Value != nil {
				left++
			}
		}
	}
	if left < 3 {
		return false
	}
	e.plain(f, ind)
	return true
}

// plain is a figure without the lines and sentences that were made from the
// months masked in it.
func (e *editor) plain(f *result.Figure, ind *result.Indicator) {
	f.N = 0
	if f.Kind == result.ControlChart {
		f.Kind = result.Trend
	}
	f.Lines = slices.DeleteFunc(f.Lines, func(l result.Line) bool {
		return l.Role == result.RoleMean || l.Role == result.RoleLimit || l.Role == result.RoleNear || l.Role == result.RoleBaseline
	})
	f.Title = ind.Name
	f.Summary = result.T("{0} per bulan; sebagian bulan {1}.", "{0} by month; some months are {1}.", term(ind.Name), term(*e.masked()))
	f.Note = result.T("Bulan tanpa titik: {0}.", "Months without a point: {0}.", term(*e.masked()))
}

// classes brings small classes of persons together with the rest, and the next
// smallest with them until the rest is no small count itself.
func (e *editor) classes(f *result.Figure) bool {
	if len(f.Series) != 1 || len(f.Series[0].Points) != len(f.X.Labels) {
		return false
	}
	row := make([]cell, len(f.X.Labels))
	for i, d := range f.Series[0].Points {
		n, _ := whole(d.Value)
		row[i] = cell{n, e.Privacy.Small(n)}
	}
	e.gather(f, complement(row, e.Privacy.Least))
	if len(f.X.Labels) < 2 {
		return false
	}
	first, n := f.X.Labels[0], f.Series[0].Points[0].Value
	f.Title = result.T("Terbanyak: {0}, {1} dari {2}", "Most: {0}, {1} of {2}", first, result.Num(n, f.Unit), result.Int(f.N, f.Unit))
	f.Summary = f.Title
	return true
}

// mergeX brings the bars of labels kept inside together.
func (e *editor) mergeX(f *result.Figure) {
	hide := make([]bool, len(f.X.Labels))
	for i, q := range f.X.Labels {
		hide[i] = !e.printable(q)
	}
	e.gather(f, hide)
}

// gather puts the marked bars into one, at the end, with their sum where they
// are counts.
func (e *editor) gather(f *result.Figure, hide []bool) {
	if !slices.Contains(hide, true) {
		return
	}
	for i, q := range f.X.Labels { // a class of others that is there already
		hide[i] = hide[i] || name(q) == name(others())
	}
	var labels []result.Quantity
	for i, q := range f.X.Labels {
		if !hide[i] {
			labels = append(labels, q)
		}
	}
	f.X.Labels = append(labels, others())
	for k := range f.Series {
		var kept []result.Datum
		var rest *big.Rat
		for i, d := range f.Series[k].Points {
			if i < len(hide) && hide[i] {
				rest = sum(rest, d.Value)
				continue
			}
			kept = append(kept, d)
		}
		last := result.Datum{Flag: "other", Masked: true}
		if counted(f.Unit) {
			last = result.Datum{Flag: "other", Value: rest}
		}
		f.Series[k].Points = append(kept, last)
	}
	e.said++
}
