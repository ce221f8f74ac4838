// Package published holds the program against real exports that others publish,
// where they are present.
package published

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// root is the module's root as seen from this package.
const root = "../../../.."

func written(code int) bool { return code == cli.ExitDone || code == cli.ExitQuality }

// fixtures finds the real files that others publish; they are not ours to
// carry, so these tests are skipped where they are absent.
func fixtures(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("RAPOR_FIXTURES")
	if dir == "" {
		dir = filepath.Join(root, "..", "shared", "fixtures")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no fixtures at", dir)
	}
	return dir
}

// outcome is the result of a report on real files with a small configuration.
type outcome struct {
	t *testing.T
	result.Result
}

func reported(t *testing.T, config, period string, files ...string) outcome {
	t.Helper()
	out := t.TempDir()
	args := []string{"report", "--config", filepath.Join("testdata", "fixtures", config), "-o", out, "--period", period, "--ringkas"}
	var stdout, notes bytes.Buffer
	if code := cli.Run(append(args, files...), cli.Streams{Out: &stdout, Err: &notes}); !written(code) {
		t.Fatalf("%s: exit %d: %s", config, code, notes.String())
	}
	b, err := os.ReadFile(filepath.Join(out, period, "internal", "hasil.json"))
	if err != nil {
		t.Fatal(err)
	}
	o := outcome{t: t}
	if err := json.Unmarshal(b, &o.Result); err != nil {
		t.Fatal(err)
	}
	for _, s := range o.Sources {
		for _, sh := range s.Sheets {
			if sh.Read != sh.Used+sh.Aside+sh.Rejected {
				t.Errorf("%s: %d read, %d used, %d aside, %d rejected", s.Name, sh.Read, sh.Used, sh.Aside, sh.Rejected)
			}
		}
	}
	return o
}

func (o outcome) indicator(id string) result.Indicator {
	o.t.Helper()
	for _, i := range o.Indicators {
		if i.ID == id {
			if !i.Value.Known() {
				o.t.Fatalf("%s has no value: %+v", id, i.Value.Missing)
			}
			return i
		}
	}
	o.t.Fatalf("no indicator %s", id)
	return result.Indicator{}
}

// is checks a value printed with some decimals after scaling.
func (o outcome) is(id string, scale int64, decimals int, want string) {
	o.t.Helper()
	v := o.indicator(id).Value.Value
	if got := new(big.Rat).Quo(v, big.NewRat(scale, 1)).FloatString(decimals); got != want {
		o.t.Errorf("%s = %s, want %s", id, got, want)
	}
}

func TestCanteenCashier(t *testing.T) {
	o := reported(t, "q01.yaml", "2025", filepath.Join(fixtures(t), "q01-id-canteen-cashier-2025", "Dataset_10_RA.csv"))
	o.is("ANT-02", 1, 2, "120.27")
	o.is("ANT-03", 1, 0, "92")
	o.is("ANT-04", 1, 0, "279")
	if n := o.indicator("ANT-02").Value.N; n != 81 {
		t.Errorf("n = %d, want 81", n)
	}
}

func TestFingerprintQueueOfFourDays(t *testing.T) {
	o := reported(t, "q05.yaml", "2025", filepath.Join(fixtures(t), "q05-id-fingerprint-per-minute-2025", "Dataset_8_RB.xlsx"))
	counts := map[string]string{"senin": "51", "selasa": "44", "rabu": "50", "kamis": "43"}
	means := map[string]string{"senin": "5.6275", "selasa": "5.4091", "rabu": "4.9400", "kamis": "5.3488"}
	for id, want := range map[string]map[string]string{"ANT-01": counts, "ANT-02": means} {
		groups := o.indicator(id).Groups
		if len(groups) == 0 || len(groups[0].Rows) != 4 {
			t.Fatalf("%s: groups %+v", id, groups)
		}
		for _, r := range groups[0].Rows {
			got := r.Value.Value.FloatString(4)
			if id == "ANT-01" {
				got = r.Value.Value.RatString()
			}
			if w := want[strings.ToLower(r.Label.Label)]; got != w {
				t.Errorf("%s %s = %s, want %s", id, r.Label.Label, got, w)
			}
		}
	}
}

func TestCanteenArrivals(t *testing.T) {
	file := filepath.Join(fixtures(t), "q06-id-canteen-arrivals-5min-2025", "data.xlsx")
	for config, want := range map[string]string{"q06-kering.yaml": "119.0", "q06-hujan.yaml": "83.0"} {
		o := reported(t, config, "2025", file)
		slots := o.Sources[0].Sheets[0].Used
		n := o.indicator("ANT-01").Value.Value
		if got := new(big.Rat).Mul(n, big.NewRat(12, slots)).FloatString(1); got != want {
			t.Errorf("%s: %s an hour, want %s", config, got, want)
		}
	}
}

func TestAirportWaits(t *testing.T) {
	dir := filepath.Join(fixtures(t), "q07-cbp-awt-2013-2015")
	o := reported(t, "q07.yaml", "2013", filepath.Join(dir, "AUS_2013.csv"))
	o.is("ANT-02", 60, 3, "14.812")
	o = reported(t, "q07.yaml", "2015", filepath.Join(dir, "SNA_2015.csv"))
	o.is("ANT-02", 60, 4, "10.7317")
}

func TestEmergencyDepartments(t *testing.T) {
	file := filepath.Join(fixtures(t), "q10-nhs-ae-monthly-2016-2019", "ae_attendances.csv")
	for period, want := range map[string]string{"2016-04..2017-03": "89.126", "2017-04..2018-03": "88.340", "2018-04..2019-03": "88.013", "2018-02": "85.045"} {
		o := reported(t, "q10.yaml", period, file)
		v := new(big.Rat).Mul(o.indicator("ANT-06").Value.Value, big.NewRat(100, 1))
		if got := v.FloatString(3); got != want {
			t.Errorf("%s: %s %% within the standard, want %s", period, got, want)
		}
	}
}

func TestBudgetTree(t *testing.T) {
	dir := filepath.Join(fixtures(t), "f01-lampung-selatan-kominfo-lra-2026")
	for _, tc := range []struct{ config, file, period, spent string }{
		{"f01-januari.yaml", "lra_januari.xlsx", "2026-01", "126091861"}, {"f01-mei.yaml", "lra_mei.xlsx", "2026-05", "1421890019"},
	} {
		o := reported(t, tc.config, tc.period, filepath.Join(dir, tc.file))
		v := o.indicator("KEU-01").Value
		ceiling, spent := new(big.Rat).Quo(v.Den, big.NewRat(100, 1)), new(big.Rat).Quo(v.Num, big.NewRat(100, 1))
		if ceiling.RatString() != fmt.Sprint(10701893800+109048100) || spent.RatString() != tc.spent {
			t.Errorf("%s: ceiling %s, spent %s", tc.file, ceiling.RatString(), spent.RatString())
		}
	}
}

// TestVillageFunds compares the exact totals. The percentages printed with the
// file (99.786934 and 53.003571) differ from their own totals by one in the
// last digit; the totals are what can be checked.
func TestVillageFunds(t *testing.T) {
	dir := filepath.Join(fixtures(t), "f04-dana-desa-2023")
	for period, want := range map[string][2]string{"2023": {"69850854792317", "70000000000000"}, "2024": {"36572463568290", "69000000000000"}} {
		o := reported(t, "f04.yaml", period, filepath.Join(dir, "pagu-dana-desa.csv"), filepath.Join(dir, "realisasi-dana-desa.csv"))
		v := o.indicator("KEU-01").Value
		spent, ceiling := new(big.Rat).Quo(v.Num, big.NewRat(100, 1)), new(big.Rat).Quo(v.Den, big.NewRat(100, 1))
		if spent.RatString() != want[0] || ceiling.RatString() != want[1] {
			t.Errorf("%s: %s of %s", period, spent.RatString(), ceiling.RatString())
		}
	}
}

func TestWeightedReturns(t *testing.T) {
	file := filepath.Join(fixtures(t), "e01-uk-home-office-enforcement", "returns_by_destination.csv")
	want := map[string]map[string]string{
		"e01-enforced.yaml":  {"2023": "6393", "2019": "7198", "2010": "13928"},
		"e01-voluntary.yaml": {"2023": "19253", "2019": "12574", "2010": "31762"},
		"e01-refused.yaml":   {"2023": "24587", "2019": "18464", "2010": "18446"},
	}
	for config, years := range want {
		for year, n := range years {
			reported(t, config, year, file).is("GAK-01", 1, 0, n)
		}
	}
}

func TestDailyArrests(t *testing.T) {
	file := filepath.Join(fixtures(t), "u05-us-daily-arrests-five-states", "daily_arrests.csv")
	for year, n := range map[string]string{"2025": "48211", "2026": "21065"} {
		reported(t, "u05.yaml", year, file).is("GAK-05", 1, 0, n)
	}
}
