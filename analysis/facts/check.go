package facts

import "rapor/ingest/record"

// CheckRules are the parameters of the audit checks: law, which
// facts know nothing of. A nil function leaves its check out.
type CheckRules struct {
	// LongService is the service time, in seconds, beyond which a ticket is
	// doubted; 0 means four hours.
	LongService int32
	// Opens and Closes are the office's service hours in seconds of the day;
	// tickets are not held against them while Closes is 0.
	Opens, Closes int32
	// OverstayLimit is the number of days, on a date, from which overstaying
	// leads to deportation instead of a charge.
	OverstayLimit func(record.Day) (int32, bool)
	// Tariff is the charge per day of overstay on a date.
	Tariff func(record.Day) (record.Rupiah, bool)
}

// Checks audits the sealed facts of all offices: what single rows cannot show,
// because it lies between rows or between a row and the law. Every finding
// names the row to look at, what is there (Shown) and what was expected or
// where else to look (Hint; "#3" is row 3), in figures rather than words. No fact is changed. Findings are ordered by place and depend neither
// on the split of the input nor on its order.
func (s *Set) Checks(r CheckRules) []record.Reject {
	if r.LongService == 0 {
		r.LongService = 4 * 3600
	}
	var out findings
	rejected := s.Rejects.rows()
	for _, office := range append([]string{""}, s.Offices()...) {
		s.Queue.checks(office, r, rejected, out.add)
		out.add(s.Queue.outside(office, r.Opens, r.Closes)...)
		out.add(s.Enforcement.checks(office, r)...)
	}
	for _, list := range [][]record.Reject{s.Queue.merged, s.Enforcement.merged, s.Survey.merged, s.Finance.Checks()} {
		out.add(list...)
	}
	return out.all()
}

// everything selects every fact of an office, those of no period too.
func everything(office string) Selection {
	return Selection{Office: office, To: 1<<31 - 1}
}
