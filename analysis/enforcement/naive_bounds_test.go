package enforcement_test

import (
	"testing"

	"rapor/ingest/record"
)

// with is an act changed in one way or more.
func with(a record.Action, change ...func(*record.Action)) record.Action {
	for _, c := range change {
		c(&a)
	}
	return a
}

func of(p uint64) func(*record.Action) { return func(a *record.Action) { a.Person = p } }

func left(d record.Day) func(*record.Action) { return func(a *record.Action) { a.Executed = d } }

func charged(days int32, sen int64) func(*record.Action) {
	return func(a *record.Action) { a.Overstay, a.Charge = days, record.Sen(sen) }
}

// TestOraclesAtTheBounds: rows at the edges, each with what both the program
// and the oracles must say; "" is no value.
func TestOraclesAtTheBounds(t *testing.T) {
	day := record.DayOf
	d := day(2019, 3, 1)
	detention, deportation, fine := act(record.ActionDetention, d, 1), act(record.ActionDeportation, d, 1), act(record.ActionCharge, d, 1)
	fineOn := func(d record.Day, days int32, sen int64) record.Action {
		return with(act(record.ActionCharge, d, 1), charged(days, sen))
	}
	for what, c := range map[string]struct {
		rows records
		want map[string]string
	}{
		"no rows":                {records{}, map[string]string{"GAK-01": "", "GAK-08": "", "GAK-12": "", "GAK-15": "", "GAK-21": "", "GAK-44": ""}},
		"one act":                {records{actions: []record.Action{with(deportation, of(1))}}, map[string]string{"GAK-01": "1", "GAK-02": "1", "GAK-04": "1", "GAK-20": "", "GAK-22": "", "GAK-37": "0", "GAK-40": "1"}},
		"one detention":          {records{actions: []record.Action{with(detention, of(1))}}, map[string]string{"GAK-01": "0", "GAK-02": "", "GAK-04": "", "GAK-05": "1", "GAK-42": "1", "GAK-43": ""}},
		"NIHIL":                  {records{actions: []record.Action{act(record.ActionOther, d, 0)}}, map[string]string{"GAK-01": "0", "GAK-03": "0", "GAK-04": "", "GAK-10": "", "GAK-40": "0"}},
		"NIHIL with a person":    {records{actions: []record.Action{with(act(record.ActionDetention, d, 0), of(1)), with(detention, of(2)), with(deportation, of(2), left(d))}}, map[string]string{"GAK-05": "1", "GAK-21": "1", "GAK-42": "1"}},
		"NIHIL is no act before": {records{actions: []record.Action{with(act(record.ActionListing, d-9, 0), of(1)), with(deportation, of(1))}}, map[string]string{"GAK-37": "0"}},
		"left on the limit":      {records{actions: []record.Action{with(detention, of(1)), with(deportation, of(1), left(d+30))}}, map[string]string{"GAK-21": "1", "GAK-22": "30"}},
		"left a day later":       {records{actions: []record.Action{with(detention, of(1)), with(deportation, of(1), left(d+31))}}, map[string]string{"GAK-21": "0"}},
		"the data end on the limit": {records{actions: []record.Action{with(detention, of(1)), with(detention, of(2)), with(deportation, of(2), left(d)), act(record.ActionListing, d+30, 1)}},
			map[string]string{"GAK-05": "2", "GAK-21": "1"}},
		"the data end a day later": {records{actions: []record.Action{with(detention, of(1)), with(detention, of(2)), with(deportation, of(2), left(d)), act(record.ActionListing, d+31, 1)}},
			map[string]string{"GAK-21": "1/2"}},
		"a case begins on the limit": {records{actions: []record.Action{with(detention, of(1)), with(detention, of(2)), with(deportation, of(2), left(d)), act(record.ActionListing, d+99, 1)},
			cases: []record.Case{{Number: "1", Person: 1, Notified: d + 30}}}, map[string]string{"GAK-21": "1"}},
		"decided the year before": {records{actions: []record.Action{with(act(record.ActionDeportation, day(2018, 12, 28), 1), left(day(2019, 1, 3)))}},
			map[string]string{"GAK-01": "", "GAK-20": "1", "GAK-22": ""}},
		"a charge of 60 days": {records{actions: []record.Action{with(fine, charged(60, 60*300_000_00))}}, map[string]string{"GAK-07": "1800000000", "GAK-31": "1", "GAK-32": "60"}},
		"a charge of 61 days": {records{actions: []record.Action{with(fine, charged(61, 60*300_000_00))}}, map[string]string{"GAK-31": "0", "GAK-32": "61"}},
		"the tariff changes": {records{actions: []record.Action{fineOn(day(2019, 5, 2), 2, 600_000_00), fineOn(day(2019, 5, 3), 2, 600_000_00), fineOn(day(2019, 6, 30), 2, 2_000_000_00),
			fineOn(day(2019, 7, 1), 2, 2_000_000_00), fineOn(day(2019, 7, 1), 2, 600_000_00)}}, map[string]string{"GAK-31": "2/3", "GAK-32": "10"}},
		"a weighted charge": {records{actions: []record.Action{with(act(record.ActionCharge, d, 3), charged(-1, 900_000_00))}}, map[string]string{"GAK-07": "90000000", "GAK-19": "3", "GAK-31": "", "GAK-32": ""}},
		"all cases open": {records{cases: []record.Case{{Number: "1", Notified: d}, {Number: "2", Notified: d + 5, Arrested: d + 9}}},
			map[string]string{"GAK-08": "2", "GAK-09": "0", "GAK-23": "", "GAK-25": "", "GAK-27": "2", "GAK-28": "0", "GAK-44": "0"}},
		"caught after P-21": {records{cases: []record.Case{{Number: "1", Notified: d, Complete: d + 20, Arrested: d + 50}, {Number: "2", Notified: d, Arrested: d, Complete: d + 7}}},
			map[string]string{"GAK-09": "1", "GAK-23": "7", "GAK-24": "7", "GAK-25": "27/2", "GAK-26": "20"}},
		"P-21 on day 90 and 91": {records{cases: []record.Case{{Number: "1", Notified: d, Complete: d + 90}, {Number: "2", Notified: d, Complete: d + 91}}}, map[string]string{"GAK-44": "1/2", "GAK-25": "181/2"}},
		"only meetings":         {records{operations: []record.Operation{{Day: d, Meeting: true, Checked: -1, Violations: -1}}}, map[string]string{"GAK-12": "0", "GAK-13": "1", "GAK-14": "", "GAK-35": "", "GAK-41": ""}},
		"nothing found":         {records{operations: []record.Operation{{Day: d, Checked: 9, Joint: record.No}, {Day: d + 1, Checked: 0, Joint: record.No}}}, map[string]string{"GAK-14": "0", "GAK-35": "0", "GAK-36": "0", "GAK-41": "0"}},
		"nobody checked":        {records{operations: []record.Operation{{Day: d}}}, map[string]string{"GAK-14": "", "GAK-35": "0", "GAK-36": "0", "GAK-41": ""}},
		"touts without tickets": {records{touts: []record.Tout{{Day: d, Outcome: "Diusir"}}}, map[string]string{"GAK-15": "", "GAK-38": "0", "GAK-39": ""}},
	} {
		p := period{day(2019, 1, 1), day(2019, 12, 31), 30}
		compare(t, what, &c.rows, p, map[string]int{})
		for id, want := range c.want {
			got := ""
			if a := oracles[id](&c.rows, p); a.v != nil {
				got = a.v.RatString()
			}
			if got != want {
				t.Errorf("%s: the oracle of %s says %q, want %q", what, id, got, want)
			}
		}
	}
}

// TestWeightedRowsCountTheirActs: n is acts, not rows.
func TestWeightedRowsCountTheirActs(t *testing.T) {
	d := record.DayOf(2016, 3, 1)
	f := sealed([]record.Action{with(act(record.ActionCharge, d, 3), charged(-1, 900_000_00)), with(act(record.ActionDetention, d, 2), of(1)), with(act(record.ActionDeportation, d, 1), of(1), left(d+1))})
	for id, want := range map[string]int64{"GAK-07": 3, "GAK-19": 3, "GAK-21": 2} {
		if v := value(t, id, f, sel2016); v.N != want {
			t.Errorf("%s: n = %d, want %d", id, v.N, want)
		}
	}
}
