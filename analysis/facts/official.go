package facts

import "rapor/ingest/record"

// Official calls f for every imported score of a scheme ("OMBUDSMAN") and an
// office whose year or month lies in a selection.
func (s *Set) Official(scheme string, sel Selection, f func(*record.OfficialScore)) {
	for i := range s.Finance.official {
		o := &s.Finance.official[i]
		if o.Scheme == scheme && o.Office == sel.Office && inMonths(int(o.Year), int(o.Month), sel) {
			f(o)
		}
	}
}

// OfficialOffices calls f for every imported total of a scheme in a period,
// of every office.
func (s *Set) OfficialOffices(scheme string, sel Selection, f func(*record.OfficialScore)) {
	for i := range s.Finance.official {
		o := &s.Finance.official[i]
		if o.Scheme == scheme && o.Part == "" && inMonths(int(o.Year), int(o.Month), sel) {
			f(o)
		}
	}
}

// inMonths reports whether a month (or whole year, month 0) lies in a
// selection. What has no year lies in none.
func inMonths(year, month int, sel Selection) bool {
	if year == 0 {
		return false
	}
	from, to := record.DayOf(year, 1, 1), record.DayOf(year, 12, 31)
	if month != 0 {
		from, to = record.DayOf(year, month, 1), record.DayOf(year, month+1, 1)-1
	}
	return from >= sel.From && to <= sel.To
}
