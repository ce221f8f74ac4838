package rules

import (
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/ingest/record"
)

var statuses = map[string]bool{Verified: true, Unverified: true, Office: true, Method: true}

// units are the units a parameter may have.
var units = map[string]bool{"percent": true, "points": true, "rupiah": true, "working_days": true, "working_day": true, "days": true, "month": true,
	"decimals": true, "rounding": true, "count": true, "factor": true, "years": true, "yes_no": true, "code": true, "calendar": true}

func both(t *testing.T, what string, x result.Text) {
	t.Helper()
	if strings.TrimSpace(x.ID) == "" || strings.TrimSpace(x.EN) == "" {
		t.Errorf("%s: not in both languages: %q / %q", what, x.ID, x.EN)
	}
}

func TestRegisterIsSound(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range All() {
		if ids[r.ID] {
			t.Errorf("%s twice", r.ID)
		}
		ids[r.ID] = true
		if !statuses[r.Status] {
			t.Errorf("%s: status %q", r.ID, r.Status)
		}
		both(t, r.ID+" title", r.Title)
		both(t, r.ID+" source", r.Source)
		if r.Note.ID != "" || r.Note.EN != "" {
			both(t, r.ID+" note", r.Note)
		}
	}
	if len(Parameters()) < 40 {
		t.Errorf("%d parameters", len(Parameters()))
	}
	for _, p := range Parameters() {
		if ids[p.ID] {
			t.Errorf("%s twice", p.ID)
		}
		ids[p.ID] = true
		if _, ok := Find(p.Rule); !ok {
			t.Errorf("%s belongs to no rule: %q", p.ID, p.Rule)
		}
		if !units[p.Unit] {
			t.Errorf("%s: unit %q", p.ID, p.Unit)
		}
		both(t, p.ID, p.Title)
		sound(t, &p)
	}
}

func sound(t *testing.T, p *Parameter) {
	t.Helper()
	var end record.Day
	for i, v := range p.Versions {
		if !statuses[v.Status] {
			t.Errorf("%s: status %q", p.ID, v.Status)
		}
		both(t, p.ID+" source", v.Source)
		if v.Note.ID != "" || v.Note.EN != "" {
			both(t, p.ID+" note", v.Note)
		}
		if (v.Value == nil) == (len(v.Rows) == 0) {
			t.Errorf("%s: a version is one number or one table", p.ID)
		}
		if v.To.Known() && v.To < v.From || i > 0 && (!v.From.Known() || !end.Known() || v.From <= end) {
			t.Errorf("%s: version %d overlaps the one before or is out of order", p.ID, i)
		}
		end = v.To
		for _, o := range v.Others {
			both(t, p.ID+" other reading", o.Source)
			b := Book{}.Under(p, o)
			now, _ := b.In(p, v)
			if len(b.own) == 0 || p.Say(now.Value, now.Rows).EN == p.Say(v.Value, v.Rows).EN {
				t.Errorf("%s: the other reading (%s) is the same", p.ID, o.Source.EN)
			}
			for id, text := range b.own {
				if err := Check(id, text); err != nil {
					t.Errorf("%s: %v", p.ID, err)
				}
			}
		}
		both(t, p.ID+" in words", p.Say(v.Value, v.Rows))
		rising(t, p.ID, v.Rows)
	}
}

// rising checks that keys are unique and that the bounds of a scale rise.
func rising(t *testing.T, id string, rows Table) {
	t.Helper()
	keys := map[string]bool{}
	var last *big.Rat
	for _, r := range rows {
		if r.Key == "" || keys[r.Key] {
			t.Errorf("%s: row key %q", id, r.Key)
		}
		keys[r.Key] = true
		b := r.Least
		if b == nil {
			b = r.Over
		}
		if r.Least != nil && r.Over != nil || b != nil && last != nil && b.Cmp(last) < 0 {
			t.Errorf("%s: bound of %s", id, r.Key)
		}
		if b != nil {
			last = b
		}
	}
}

// TestWeightsAddUp: every table of weights sums to 100 in every version.
func TestWeightsAddUp(t *testing.T) {
	n := 0
	for _, p := range Parameters() {
		if !strings.Contains(p.ID, ".bobot") {
			continue
		}
		for _, v := range p.Versions {
			sum := new(big.Rat)
			for _, r := range v.Rows {
				sum.Add(sum, r.Values[0])
			}
			n++
			if sum.Cmp(big.NewRat(100, 1)) != 0 {
				t.Errorf("%s from %s: weights sum to %s", p.ID, v.From, sum.RatString())
			}
		}
	}
	if n < 9 {
		t.Errorf("only %d tables of weights", n)
	}
}

func TestSetsCoverEveryYear(t *testing.T) {
	for year, want := range map[int]string{2015: "tanpa-ikpa", 2017: "tanpa-ikpa", 2018: "ikpa-2018", 2020: "ikpa-2020", 2021: "ikpa-2021", 2022: "ikpa-2022", 2023: "ikpa-2022", 2024: "ikpa-2024", 2030: "ikpa-2024"} {
		s := FinanceSet(year)
		if s.ID != want || s.Named != (year > 2017) {
			t.Errorf("%d: %s, named %v", year, s.ID, s.Named)
		}
		both(t, s.ID, s.Title)
		if _, ok := Rows("ikpa.bobot", s.Day(year)); !ok {
			t.Errorf("%d: no weights on %s", year, s.Day(year))
		}
	}
	if d := FinanceSet(2016).Day(2016).String(); d != "2024-12-31" {
		t.Errorf("the formulas of 2016 are looked up on %s", d)
	}
}

func TestLookupsFollowTheDate(t *testing.T) {
	for _, tc := range []struct {
		id   string
		day  record.Day
		want string
	}{
		{"pnbp.paspor.tarif", record.DayOf(2016, 7, 1), "355000"}, {"pnbp.paspor.tarif", record.DayOf(2023, 3, 1), "350000"},
		{"gak.beban.tarif", record.DayOf(2016, 7, 1), "300000"}, {"gak.beban.tarif", record.DayOf(2023, 3, 1), "1000000"},
		{"ikpa.tagihan.hari", record.DayOf(2024, 1, 1), "17"},
	} {
		if v, ok := Number(tc.id, tc.day); !ok || v.RatString() != tc.want {
			t.Errorf("%s on %s = %v", tc.id, tc.day, v)
		}
	}
	for _, tc := range []struct {
		id  string
		day record.Day
	}{{"ikpa.tagihan.hari", record.DayOf(2023, 12, 31)}, {"ikpa.bobot", record.DayOf(2024, 5, 1)}, {"tidak.ada", record.DayOf(2024, 5, 1)}} {
		if v, ok := Number(tc.id, tc.day); ok {
			t.Errorf("%s on %s = %v, want nothing", tc.id, tc.day, v)
		}
	}
	for _, tc := range []struct {
		day       record.Day
		hundredth int64
		want      string
	}{{record.DayOf(2016, 6, 1), 8450, "A"}, {record.DayOf(2017, 5, 1), 8450, "B"}, {record.DayOf(2018, 1, 1), 6499, "D"}, {record.DayOf(2018, 1, 1), 7661, "B"}, {record.DayOf(2018, 1, 1), 8831, "A"}} {
		rows, _ := Rows("skm.batas", tc.day)
		if r, ok := rows.Step(big.NewRat(tc.hundredth, 100)); !ok || r.Key != tc.want {
			t.Errorf("SKM %d on %s: %q, want %q", tc.hundredth, tc.day, r.Key, tc.want)
		}
	}
	rows, _ := Rows("ombudsman.zona", record.DayOf(2022, 6, 1))
	for _, n := range []int64{5899, 5803} {
		if r, _ := rows.Step(big.NewRat(n, 100)); r.Key != "C" {
			t.Errorf("Ombudsman %d: %s", n, r.Key)
		}
	}
}

func TestOverridesAreUsedAndSaid(t *testing.T) {
	b := With(map[string]string{"ikpa.tagihan.hari": "20", "ikpa.penyerapan.target.51": "25/50/75/95", "ikpa.uptup.tanpa_kkp": "0,9", "salah": "1"})
	d := record.DayOf(2024, 6, 1)
	if v, _ := b.Number("ikpa.tagihan.hari", d); v.RatString() != "20" {
		t.Errorf("days %s", v)
	}
	if v, _ := b.Number("ikpa.uptup.tanpa_kkp", d); v.RatString() != "9/10" {
		t.Errorf("factor %s", v)
	}
	rows, _ := b.Rows("ikpa.penyerapan.target", d)
	if v, _ := rows.Get("51"); v[0].RatString() != "25" {
		t.Errorf("target %s", v[0])
	}
	if _, ok := b.Number("ikpa.tagihan.hari", record.DayOf(2023, 6, 1)); ok {
		t.Error("an override made a rule where the register has none")
	}
	own, _ := Rows("ikpa.penyerapan.target", d)
	if v, _ := own.Get("51"); v[0].RatString() != "20" {
		t.Error("an override changed the register")
	}
	if said := b.Said([]string{"KEU-TAGIHAN", "KEU-UP-TUP"}); len(said) != 2 {
		t.Errorf("said %+v", said)
	}
	for id, text := range map[string]string{"salah": "1", "ikpa.bobot": "10", "ikpa.bobot.tiada": "10", "ikpa.tagihan.hari": "banyak", "ikpa.penyerapan.target.51": "1/2",
		"ikpa.tagihan.hari_nol": "0,5", "ikpa.kontraktual.minimum_ikut": "2", "ikpa.deviasi.bulan_akhir": "13", "ikpa.dispensasi.desimal": "400", "ikpa.deviasi.toleransi": "-1"} {
		if Check(id, text) == nil {
			t.Errorf("%s = %s was accepted", id, text)
		}
	}
	if err := Check("ikpa.bobot.revisi", "12,5"); err != nil {
		t.Error(err)
	}
}
