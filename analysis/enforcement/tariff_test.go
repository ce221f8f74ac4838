package enforcement_test

import (
	"testing"

	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/ingest/record"
)

// TestTariffOfItsDate: the boundaries of the tariffs, and the gap in which
// none is known.
func TestTariffOfItsDate(t *testing.T) {
	for _, c := range []struct {
		d    record.Day
		want record.Rupiah
	}{{record.DayOf(2014, 7, 2), 0}, {record.DayOf(2014, 7, 3), 30_000_000}, {record.DayOf(2019, 5, 2), 30_000_000}, {record.DayOf(2019, 5, 3), 0}, {record.DayOf(2019, 7, 1), 100_000_000}, {record.DayOf(2023, 1, 1), 100_000_000}} {
		got, ok := enforcement.CheckRules(nil).Tariff(c.d)
		if got != c.want || ok != (c.want != 0) {
			t.Errorf("%s: %d", c.d, got)
		}
	}
}

// TestReplacedParametersReachTheAudit: the office's own tariff and limit are
// used on every date on which the register has one, and nowhere else.
func TestReplacedParametersReachTheAudit(t *testing.T) {
	r := enforcement.CheckRules(map[string]string{"gak.beban.tarif": "500000", "gak.beban.batas_hari": "30"})
	for _, c := range []struct {
		d    record.Day
		want record.Rupiah
	}{{record.DayOf(2016, 3, 1), 50_000_000}, {record.DayOf(2023, 3, 1), 50_000_000}, {record.DayOf(2019, 6, 1), 0}} {
		if got, _ := r.Tariff(c.d); got != c.want {
			t.Errorf("%s: %d", c.d, got)
		}
	}
	if n, ok := r.OverstayLimit(record.DayOf(2016, 3, 1)); n != 30 || !ok {
		t.Errorf("limit %d", n)
	}
	if n, _ := enforcement.CheckRules(nil).OverstayLimit(record.DayOf(2016, 3, 1)); n != 60 {
		t.Errorf("limit of the register %d", n)
	}
	if _, ok := r.OverstayLimit(record.DayOf(2011, 5, 4)); ok {
		t.Error("a limit before the law")
	}
}

// TestTariffsAreSaid: a charge names the tariff of its period, once where
// versions follow each other with the same amount, with the office's own
// amount when it set one, and that it did.
func TestTariffsAreSaid(t *testing.T) {
	said := func(year int, own map[string]string) string {
		f := &facts.Set{}
		d := record.DayOf(year, 8, 1)
		f.Action(&record.Action{Ref: record.Ref{Row: 2}, Kind: record.ActionCharge, Number: 1, Decided: d, Overstay: 2, Charge: record.Amount{Sen: 60_000_000, Known: true}, Grain: record.GrainDay})
		f.Seal()
		set := office.Default()
		set.Rules = own
		s := enforcement.NewSlice(f, &set, facts.Selection{From: record.DayOf(year, 1, 1), To: record.DayOf(year, 12, 31)})
		for _, spec := range enforcement.Specs() {
			if spec.ID == "GAK-07" {
				out := ""
				for _, w := range spec.Compute(s).Warnings {
					out += w.EN
					for _, a := range w.Args {
						if a.Value != nil {
							out += " " + a.Value.RatString()
						}
						out += " " + a.Label
					}
					out += "|"
				}
				return out
			}
		}
		return ""
	}
	const unsure, own = "Tariff {0} per day since {1} (unverified).", "Rule {0} was replaced by the office: {1} (rapor.yaml)."
	for _, c := range []struct {
		year int
		own  map[string]string
		want string
	}{
		{2016, nil, unsure + " 30000000  2014-07-03|"},
		{2023, nil, unsure + " 100000000  2019-07-01|"},
		{2019, nil, unsure + " 30000000  2014-07-03|" + unsure + " 100000000  2019-07-01|"},
		{2016, map[string]string{"gak.beban.tarif": "500000"}, "Tariff {0} per day since {1}." + " 50000000  2014-07-03|" + own + " gak.beban.tarif 500000|"},
	} {
		if got := said(c.year, c.own); got != c.want {
			t.Errorf("%d: %s, want %s", c.year, got, c.want)
		}
	}
}
