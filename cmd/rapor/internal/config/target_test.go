package config

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/ingest/text"
)

// TestTargetsAreReadInTheirUnit: by the unit of the indicator, or not at all,
// with the writing that was probably meant.
func TestTargetsAreReadInTheirUnit(t *testing.T) {
	for _, tc := range []struct{ id, value, want, say string }{
		{"ANT-06", "95%", "19/20", ""}, {"ANT-06", "97,5 %", "39/40", ""}, {"ANT-06", "0%", "0", ""}, {"ANT-06", "100%", "1", ""},
		{"ANT-06", "95", "", `"95%"`}, {"ANT-06", "0.95", "", `"0.95%"`}, {"ANT-06", "101%", "", "0% sampai 100%"}, {"ANT-06", "-5%", "", "bukan persen"},
		{"ANT-06", "45 menit", "", "bukan persen"}, {"ANT-06", "5‰", "", "bukan persen"},
		{"KEU-07", "110%", "11/10", ""}, {"KEU-07", "1100%", "", "0% sampai 1000%"}, {"KEU-01", "-5%", "", "bukan persen"},
		{"ANT-03", "40 menit", "2400", ""}, {"ANT-03", "1 jam 30 menit", "5400", ""}, {"ANT-03", "90s", "90", ""}, {"ANT-03", "1,5 jam", "5400", ""}, {"ANT-03", "0m", "0", ""},
		{"ANT-03", "40", "", `"40 menit" atau "40 detik"`}, {"ANT-03", "90%", "", `"45 menit"`}, {"ANT-03", "-5 menit", "", "bukan lama waktu"}, {"ANT-03", "0,5s", "", "bukan lama waktu"},
		{"SKM-12", "5‰", "1/200", ""}, {"SKM-12", "2,5 per 1.000", "1/400", ""}, {"SKM-12", "5", "", `"5‰" atau "5 per 1.000"`}, {"SKM-12", "1%", "", "per seribu"},
		{"GAK-22", "14 hari", "14", ""}, {"GAK-22", "14 days", "14", ""}, {"GAK-22", "14", "", `"14 hari"`}, {"GAK-22", "2 jam", "", "jumlah hari"},
		{"SKM-01", "76,61", "7661/100", ""}, {"SKM-01", "76.61", "7661/100", ""}, {"SKM-01", "7661", "", "paling tinggi 100"}, {"SKM-01", "90%", "", "bukan bilangan"},
		{"ANT-24", "12", "12", ""}, {"ANT-24", "1.500", "", `"1500"`}, {"ANT-24", "1,500", "", `"1500"`}, {"ANT-24", "12 tiket", "", "tanpa satuan"},
		{"ANT-27", "2,5", "5/2", ""}, {"ANT-27", "1/3", "", "bukan bilangan"}, {"ANT-27", "1e9", "", "bukan bilangan"}, {"ANT-27", "0.125", "1/8", ""},
		{"MUT-01", "99%", "99/100", ""}, {"ant-06", "90%", "9/10", ""},
	} {
		yaml := fmt.Sprintf("targets: [{indicator: %s, value: %q}]", tc.id, tc.value)
		f, err := Parse(Name, []byte(yaml))
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.Setting()
		if tc.say != "" {
			if err == nil || !strings.Contains(err.Error(), tc.say) || !strings.Contains(err.Error(), Name+":1:") {
				t.Errorf("%s: %v, want %s", yaml, err, tc.say)
			} else if text.Say(err, text.EN) == err.Error() {
				t.Errorf("%s: %v is not said in English", yaml, err)
			}
			continue
		}
		want, _ := new(big.Rat).SetString(tc.want)
		if err != nil || s.Targets[0].Value.Cmp(want) != 0 {
			t.Errorf("%s: %v %v, want %s", yaml, s.Targets, err, tc.want)
		}
	}
}

// TestRupiah is read with its marks of thousands, in sen.
func TestRupiah(t *testing.T) {
	for in, want := range map[string]int64{"Rp1.234.567": 123456700, "Rp 300.000.000": 30000000000, "rp5,50": 550, "Rp1500": 150000} {
		if v, why := rupiah(in); !why.Empty() || v.Cmp(big.NewRat(want, 1)) != 0 {
			t.Errorf("%s: %v %v", in, v, why)
		}
	}
	for _, in := range []string{"300.000.000", "Rp1.23.456", "Rp", "Rp-5", "Rp1e9", "-Rp5"} {
		if v, why := rupiah(in); why.Empty() {
			t.Errorf("%s: %v", in, v)
		}
	}
}

// TestTargetsNeedADirection: a target for what is neither better nor worse can
// be neither reached nor missed.
func TestTargetsNeedADirection(t *testing.T) {
	for _, i := range catalogue() {
		value := map[result.Unit]string{result.Share: "50%", result.PerMille: "5‰", result.Seconds: "5m", result.Days: "5 hari", result.Sen: "Rp5", result.ClockTime: "10:00"}[i.Unit]
		if value == "" {
			value = "3"
		}
		f, err := Parse(Name, fmt.Appendf(nil, "targets: [{indicator: %s, value: %q}]", i.ID, value))
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.Setting()
		if (i.Better == result.Contextual) != (err != nil) {
			t.Errorf("%s (%v): %v", i.ID, i.Better, err)
		}
	}
}

// TestTargetsDoNotOverlap: of two targets for one day one would be passed over.
func TestTargetsDoNotOverlap(t *testing.T) {
	target := func(from, to string) string {
		return fmt.Sprintf("  - {indicator: ANT-03, value: 40 menit, from: %s, to: %s}\n", from, to)
	}
	for _, tc := range []struct {
		yaml string
		ok   bool
	}{
		{target("2016-01-01", "2016-06-30") + target("2016-07-01", "2016-12-31"), true},
		{target("2016-01-01", "2016-06-30") + target("2016-06-30", "2016-12-31"), false},
		{target("2016-01-01", "") + target("", "2015-12-31"), true},
		{target("", "") + target("2016-01-01", "2016-12-31"), false},
		{target("2016-12-31", "2016-01-01"), false},
	} {
		f, err := Parse(Name, []byte("targets:\n"+tc.yaml))
		if err != nil {
			t.Fatal(err)
		}
		if _, err = f.Setting(); (err == nil) != tc.ok {
			t.Errorf("%s%v", tc.yaml, err)
		}
	}
}
