package published

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
)

// ways in which a real export comes to its figures.
const (
	itself  = "itself"  // without a word of ours
	asks    = "asks"    // by the entry that init proposes, with its open lines filled in
	refuses = "refuses" // not at all, whatever init writes
)

// exports are the real exports, how each comes to its figures, and those that
// its source names, by period and indicator.
var exports = []struct {
	dir, way string
	answers  map[string]string // key -> value of a line that init leaves open
	add      string            // a line below the layout of the entry that init wrote
	want     map[string]map[string]string
}{
	{"u01-eu-joint-return-operations-2012", refuses, nil, "", nil},
	{"u02-eu-returns-by-destination-2024", asks, map[string]string{"type": "deportasi"}, "",
		map[string]map[string]string{"2024": {"GAK-03": "11636", "GAK-10": "1011/5818"}}},
	{"u03-eu-returns-2019-from-pdf", refuses, nil, "", nil},
	{"u04-us-removals-by-country", asks, map[string]string{"decided": "2025-12-31"}, "",
		map[string]map[string]string{"2025": {"GAK-03": "1760", "GAK-10": "113/352"}}},
	{"u05-us-daily-arrests-five-states", refuses, nil, "", nil},
	{"u06-id-agriculture-office-realisation-2025", asks, map[string]string{"year": "2025"}, "",
		map[string]map[string]string{"2025": {"KEU-01": ""}}}, // withheld: its columns contradict one another
	{"u07-visa-appointment-waits-2025", refuses, nil, "", nil},
	{"u08-queue-simulation-features", refuses, nil, "", nil},
	{"e01-uk-home-office-enforcement", itself, nil, "", map[string]map[string]string{
		"2023": {"GAK-01": "50233", "GAK-03": "6393"}, "2010": {"GAK-03": "13928"}}},
	{"q01-id-canteen-cashier-2025", asks, map[string]string{"day": "2025-10-20"}, "",
		map[string]map[string]string{"2025": {"ANT-02": "9742/81", "ANT-03": "92"}}},
	{"q05-id-fingerprint-per-minute-2025", asks, map[string]string{"day": "2025-11-03"}, "",
		map[string]map[string]string{"2025": {"ANT-01": "188"}}},
	{"q06-id-canteen-arrivals-5min-2025", itself, nil, "", map[string]map[string]string{"2025": {"ANT-01": "559"}}},
	{"q07-cbp-awt-2013-2015", itself, nil, "", map[string]map[string]string{"2013": {"ANT-01": "27111", "ANT-02": "2126760/2393"}}},
	{"q10-nhs-ae-monthly-2016-2019", itself, nil, "", map[string]map[string]string{
		"2018-04..2019-03": {"ANT-06": "21850869/24826981"}}},
	{"f01-lampung-selatan-kominfo-lra-2026", itself, nil, "", map[string]map[string]string{"2026-01": {"KEU-01": "126091861/10810941900"}}},
	{"f04-dana-desa-2023", itself, nil, "", map[string]map[string]string{
		"2023": {"KEU-01": "69850854792317/70000000000000"}, "2024": {"KEU-01": "1219082118943/2300000000000"}}},
	{"f05-satker-ikpa-klasifikasi-synthetic", refuses, nil, "", nil},
	{"f06-apbd-surabaya-simulated", asks, nil, `columns: {skpd: "-"}`,
		map[string]map[string]string{"2025": {"KEU-01": "387073974646/400186716559"}}},
	{"s02-skm-template", refuses, nil, "", nil}, // it has no rows
}

// TestRealExports plays the way of an analyst who knows nothing of the program:
// report, else init and report, else init, its questions, and report. At least
// half of the exports that hold figures of ours need no answer at all.
func TestRealExports(t *testing.T) {
	root := fixtures(t)
	alone, all := 0, 0
	for _, x := range exports {
		if x.way != refuses {
			all++
		}
		if x.way == itself {
			alone++
		}
		t.Run(x.dir[:3], func(t *testing.T) {
			data := copied(t, filepath.Join(root, x.dir))
			if code, note := run("report", data, "-o", t.TempDir(), "--ringkas"); written(code) != (x.way == itself) {
				t.Fatalf("report without settings: exit %d: %s", code, note)
			}
			if code, note := run("init", data); code != 0 {
				t.Fatalf("init: exit %d: %s", code, note)
			}
			path := filepath.Join(data, "rapor.yaml")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if x.way != itself {
				if code, note := run("report", data, "-o", t.TempDir(), "--ringkas"); written(code) {
					t.Fatalf("unanswered: exit %d: %s", code, note)
				}
			}
			if x.way == asks {
				if err := os.WriteFile(path, []byte(answered(string(b), x.answers, x.add)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for period, want := range x.want {
				got := valuesOf(t, data, period)
				for id, w := range want {
					if got[id] != w {
						t.Errorf("%s %s = %q, want %s", period, id, got[id], w)
					}
				}
			}
		})
	}
	if 2*alone < all {
		t.Errorf("%d of %d exports need no answer", alone, all)
	}
}

// copied copies the files of an export that are data.
func copied(t *testing.T, dir string) string {
	t.Helper()
	out := t.TempDir()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if slices.Contains([]string{".csv", ".xlsx"}, filepath.Ext(e.Name())) {
			b, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err == nil {
				err = os.WriteFile(filepath.Join(out, e.Name()), b, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return out
}

func run(args ...string) (code int, notes string) {
	var out, note bytes.Buffer
	code = cli.Run(args, cli.Streams{Out: &out, Err: &note})
	return code, note.String()
}

// valuesOf are the values of a report, as exact numbers.
func valuesOf(t *testing.T, data, period string) map[string]string {
	t.Helper()
	out := t.TempDir()
	if code, note := run("report", data, "-o", out, "--period", period, "--ringkas"); !written(code) {
		t.Fatalf("%s: exit %d: %s", period, code, note)
	}
	b, err := os.ReadFile(filepath.Join(out, period, "internal", "hasil.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r result.Result
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for _, i := range r.Indicators {
		if i.Value.Known() {
			list[i.ID] = i.Value.Value.RatString()
		}
	}
	return list
}

// answered takes the marks of comments off the proposed entries, and fills in
// the lines that they leave open.
func answered(s string, answers map[string]string, add string) string {
	var out []string
	on := false
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "  # - glob") {
			block := strings.Join(lines[i:min(i+4, len(lines))], "\n")
			on = !strings.Contains(block, "kind: ...")
		} else if !strings.HasPrefix(line, "  #   ") {
			on = false
		}
		if on {
			line = "  " + line[4:]
		}
		if line == "# sources:" {
			line = "sources:"
		}
		bare := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(bare)]
		if on && bare == "# constants:" {
			line = indent + "constants:"
		}
		for key, value := range answers {
			if on && strings.HasPrefix(bare, "# "+key+": ") {
				line = indent + key + ": " + value
			}
		}
		out = append(out, line)
		if add != "" && strings.HasPrefix(bare, "layout: ") {
			out = append(out, indent+add)
		}
	}
	return strings.Join(out, "\n")
}
