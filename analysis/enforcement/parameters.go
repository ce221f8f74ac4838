package enforcement

import (
	"rapor/analysis/facts"
	"rapor/ingest/record"
)

// overstayLimit is the number of days of overstay beyond which the law knows
// no charge but deportation and a ban on return. Source: UU 6/2011 article 78;
// status: verified through the press (suarasurabaya.net, 2023).
const overstayLimit = 60

// completionDays is the horizon of the estimated share of cases declared
// complete. Definition of the program: a quarter of a year; status: method.
const completionDays = 90

// tariff is the charge per day of overstay, in sen, from a day on.
type tariff struct {
	from, to record.Day // inclusive; to 0 = open
	daily    record.Rupiah
}

// tariffs by the date of the decision. Sources: PP 45/2014 (Rp300.000; in
// force from 3 July 2014) and PP 28/2019 (Rp1.000.000, stated for 2023 by
// suarasurabaya.net); status of the amounts before 2023 and of all dates:
// unverified. The weeks in which PP 28/2019 came into force are left out: no
// charge of that time is judged.
var tariffs = []tariff{
	{record.DayOf(2014, 7, 3), record.DayOf(2019, 5, 2), 300_000_00},
	{record.DayOf(2019, 7, 1), 0, 1_000_000_00},
}

// Tariff is the overstay charge per day on a date; ok is false where none is
// known.
func Tariff(d record.Day) (daily record.Rupiah, ok bool) {
	for _, t := range tariffs {
		if d >= t.from && (t.to == 0 || d <= t.to) {
			return t.daily, true
		}
	}
	return 0, false
}

// CheckRules are the parameters of the audit checks of facts.Set.Checks.
func CheckRules() facts.CheckRules {
	return facts.CheckRules{OverstayLimit: overstayLimit, Tariff: Tariff, Country: Country}
}
