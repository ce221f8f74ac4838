package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/cli"
	"rapor/ingest/reject"
)

// proposal is a line for rapor.yaml that the remedy of a problem names, and what
// comes of it on the example of that problem.
type proposal struct {
	says   string // what stands in the remedy, in Indonesian
	line   string // as written for the example
	files  string // other input, as txtar; "" = the example's
	period string // 2016 where it is empty
	id     string
	want   string // the value as a fraction
}

const slipOfAnswers = `-- skm.csv --
No Responden;Tanggal;U1;U2;U3;U4;U5;U6;U7;U8;U9
1;14/03/2016;3;3;3;3;3;3;3;3;3
2;14/03/2016;3;3;3;3;3;3;3;3;3
3;15/03/2016;3;5;3;5;3;3;5;3;3
`

const unknownBudget = `-- belanja_2016.csv --
Ruang;Dana;Terpakai
Barat;900.000;300.000
Timur;100.000;100.000
`

const arrived = `-- antrean.csv --
Tanggal;No Antrian;Jenis Layanan;Xyz;Jam Panggil;Jam Selesai
14/03/2016;A001;Paspor;07.30;07.40;07.52
`

// The example's amounts rise, so that they may be running totals; these fall.
const twoYears = `-- belanja 2017.csv --
LAPORAN TAHUN ANGGARAN 2016;;;
Bulan;Jenis Belanja;Pagu;Realisasi
Januari;51 Belanja Pegawai;250;21
Februari;51 Belanja Pegawai;250;20
`

const twoDays = `-- antrean.csv --
Tanggal;Tanggal Antrian;No Antrian;Jam Ambil
14/03/2016;15/04/2016;A001;07.30.00
`

func entry(glob, keys string) string { return `sources: [{glob: "` + glob + `", ` + keys + `}]` }

// proposals are those of every problem whose remedy names rapor.yaml.
var proposals = map[reject.Code][]proposal{
	reject.NoLayout: {{says: `kind: ledger, columns: {Dana: ceiling, Terpakai: spent}`, files: unknownBudget,
		id: "KEU-01", want: "2/5",
		line: entry("belanja_2016.csv", `kind: ledger, columns: {Dana: ceiling, Terpakai: spent}`)}},
	reject.SeveralLayouts: {{says: `layout: pengaduan`, line: entry("*", `layout: pengaduan`),
		id: "SKM-14", want: "1"}},
	reject.MissingColumn: {{says: `columns: {Datang: taken}`, line: entry("antrean.csv", `columns: {Xyz: taken}`),
		files: arrived,
		id:    "ANT-02", want: "600"}},
	reject.AmbiguousNumber: {{says: `numbers: en`, line: entry("selang.csv", `numbers: en`),
		id: "ANT-02", want: "56544/79"}},
	reject.AmbiguousDate: {
		{says: `date_order: dmy`, line: entry("tickets.csv", `date_order: dmy`), period: "2016-04",
			id: "ANT-01", want: "2"},
		{says: `date_order: mdy`, line: entry("tickets.csv", `date_order: mdy`), period: "2016-03",
			id: "ANT-01", want: "1"},
	},
	reject.DateByConvention: {{says: `date_order: mdy`,
		line: entry("antrean.csv", `date_order: mdy`), period: "2016-03", id: "ANT-01", want: "1"}},
	reject.AmbiguousSpan: {
		{says: `unit: menit:detik`, line: entry("selang.csv", `unit: "menit:detik"`), id: "ANT-02", want: "33840/79"},
		{says: `unit: jam:menit`, line: entry("selang.csv", `unit: "jam:menit"`), id: "ANT-02", want: "2030400/79"},
		{says: `numbers: en`, line: entry("selang.csv", `numbers: en`), id: "ANT-02", want: "32664/79"},
	},
	reject.AmbiguousTime: {{says: `unit: jam.menit`, line: entry("antrean.csv", `unit: jam.menit`),
		id: "ANT-02", want: "900"}},
	reject.ZoneByConvention: {{says: `zone: WITA`, line: `zone: WITA`, id: "ANT-02", want: "450"}},
	reject.DatesExchanged: {{says: `unit: utuh`, line: entry("antrean.csv", `unit: utuh`), period: "2016-05",
		id: "ANT-01", want: "1"}},
	reject.AmbiguousScale: {{says: `unit: ribu`, line: entry("anggaran.csv", `unit: ribu`),
		id: "KEU-01", want: "2/5"}},
	reject.OtherScale: {{says: `scale: 1-4`, line: entry("skm.csv", `scale: 1-4`), files: slipOfAnswers, id: "SKM-01",
		want: "75"}},
	reject.PossibleTotal: {{says: `filter: ["Uraian!=Belanja"]`, line: entry("belanja_2016.csv",
		`filter: ["Jenis Belanja!=Belanja Modal"]`),
		period: "2016", id: "KEU-01", want: "31/36"},
		{says: `totals: rincian`, line: entry("belanja_2016.csv", `totals: rincian`), id: "KEU-01", want: "31/36"}},
	reject.DuplicateColumn: {{says: `columns: {Tanggal Antrian: day}`, files: twoDays, period: "2016-04",
		line: entry("antrean.csv", `columns: {Tanggal Antrian: day}`), id: "ANT-01", want: "1"}},
	reject.StatusConflict: {{says: `columns: {Status: "-"}`, line: entry("pengaduan.csv", `columns: {Status: "-"}`),
		id: "SKM-14", want: "1"}},
	reject.NumericMark: {
		{says: `blank: ["999"]`, line: entry("antrean.csv", `blank: ["999"]`), id: "ANT-02", want: "1800"},
		{says: `words: {"Lama Tunggu": {"999": "999 menit"}}`, id: "ANT-02", want: "16335",
			line: `words: {"Lama Tunggu (menit)": {"999": "999 menit"}}`},
	},
	reject.TwelveHours: {{says: `unit: "24 jam"`, line: entry("antrean.csv", `unit: "24 jam"`),
		id: "ANT-02", want: "975"}},
	reject.HiddenColumn: {{says: `hidden: hitung`, line: entry("tiket.xls", `hidden: hitung`),
		id: "ANT-02", want: "840"}},
	reject.OutOfRange: {{says: `blank: ["9999"]`, line: `blank: ["5"]`, id: "SKM-03", want: "19/6"}},
	reject.Negative:   {{says: `blank: ["-999"]`, line: `blank: ["-3"]`, id: "ANT-01", want: "41"}},
	reject.UnclearWord: {{says: `words: {Status: {Beres: selesai}}`, line: `words: {Status: {Wawancara: selesai}}`,
		id: "ANT-02", want: "615"}},
	reject.UnknownWord: {{says: `columns: {Status: "-"}`, line: entry("antrean.csv", `columns: {Status: "-"}`),
		id: "ANT-01", want: "2"}},
	reject.DateConflict: {{says: `columns: {Tanggal: "-"}`,
		line: entry("antrean.csv", `columns: {Tanggal: "-"}`), period: "2016-02", id: "ANT-01",
		want: "1"}},
	reject.OutsideHours: {{says: `hours: {open: "07:30", close: "16:00"}`,
		line: `hours: {open: "05:00", close: "18:00"}`, id: "ANT-01",
		want: "3"}},
	reject.UnreadColumn: {{says: `columns: {"Tahun Anggaran": "-"}`, line: entry("antrean.csv",
		`columns: {"Waktu Rekam": "-"}`),
		id: "ANT-01", want: "1"}},
	reject.PeriodConflict: {
		{says: `constants: {year: "2016"}`, line: entry("*", `constants: {year: "2016"}`),
			files: twoYears, id: "KEU-01", want: "41/250"},
		{says: `constants: {year: "2016"}`, line: entry("*", `constants: {year: "2017"}`), period: "2017",
			files: twoYears, id: "KEU-01", want: "41/250"},
	},
	reject.NoPeriod: {{says: `constants: {year: "2016"}`,
		line: entry("belanja.csv", `constants: {year: "2016"}`), id: "KEU-01",
		want: "1/6"}},
	reject.FlowUnclear: {
		{says: `flow: kumulatif`, line: entry("belanja.csv", `flow: kumulatif`), id: "KEU-01", want: "1/3"},
		{says: `flow: bulanan`, line: entry("belanja.csv", `flow: bulanan`), id: "KEU-01", want: "2/3"},
	},
	reject.TwoStates: {{says: `exclude: ["lra1.csv"]`, line: `exclude: ["lra awal.csv"]`,
		id: "KEU-01", want: "1/10"}},
	reject.PossibleCopy: {
		{says: `exclude: ["awal.csv"]`, line: `exclude: ["awal.csv"]`, id: "SKM-02", want: "11/3"},
		{says: `totals: rincian`, line: entry("awal.csv", `totals: rincian`), id: "SKM-02", want: "7/2"},
	},
}

// scripted are those whose lines are held by a script of their own.
var scripted = map[reject.Code]string{
	reject.TotalMismatch: "totals.txtar", reject.HiddenRow: "hidden.txtar",
}

// TestProposedLinesSettle: for every problem whose remedy names a line for
// rapor.yaml that line, written for the example, settles it and brings the right
// figure.
func TestProposedLinesSettle(t *testing.T) {
	for _, p := range reject.All() {
		if p.Severity == reject.Aside && scripted[p.Code] == "" || !strings.Contains(p.Remedy.ID, "rapor.yaml") {
			continue
		}
		t.Run(string(p.Code), func(t *testing.T) {
			if name := scripted[p.Code]; name != "" {
				b, err := os.ReadFile(filepath.Join("testdata", "script", name))
				if err != nil || !strings.Contains(string(b), string(p.Code)) {
					t.Errorf("%s does not speak of it: %v", name, err)
				}
				return
			}
			if len(proposals[p.Code]) == 0 {
				t.Fatalf("no proposal is tried: %s", p.Remedy.ID)
			}
			for _, line := range proposals[p.Code] {
				line.settles(t, p)
			}
		})
	}
}

func (x *proposal) settles(t *testing.T, p reject.Problem) {
	t.Helper()
	if !strings.Contains(p.Remedy.ID, x.says) {
		t.Errorf("the remedy does not say %s: %s", x.says, p.Remedy.ID)
	}
	period := cmp.Or(x.period, "2016")
	e := parseExample(reject.Example(p.Code))
	if x.files != "" {
		e.files = txtar.Parse([]byte(x.files)).Files
	}
	dir := e.lay(t)
	if before := reportOf(t, dir, period); !slices.Contains(codesOf(before), string(p.Code)) {
		t.Errorf("the problem is not there without %s: %v", x.line, codesOf(before))
	}
	if err := os.WriteFile(filepath.Join(dir, "rapor.yaml"), []byte(x.line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	after := reportOf(t, dir, period)
	if slices.Contains(codesOf(after), string(p.Code)) {
		t.Errorf("%s does not settle it: %v", x.line, codesOf(after))
	}
	want, _ := new(big.Rat).SetString(x.want)
	for _, i := range after.Indicators {
		if i.ID != x.id {
			continue
		}
		switch v := i.Value; {
		case !v.Known():
			t.Errorf("%s: no %s: %v", x.line, x.id, v.Missing)
		case v.Value.Cmp(want) != 0:
			t.Errorf("%s: %s is %s, want %s", x.line, x.id, v.Value.RatString(), x.want)
		}
	}
}

func codesOf(r *result.Result) (out []string) {
	for _, p := range r.Problems {
		out = append(out, p.Code)
	}
	return out
}

// reportOf is the result of a report; an empty one where there is nothing to
// report on.
func reportOf(t *testing.T, dir, period string) *result.Result {
	t.Helper()
	out := t.TempDir()
	var stdout, notes bytes.Buffer
	args := []string{"report", dir, "-o", out, "--period", period, "--ringkas", "-q"}
	if code := cli.Run(args, cli.Streams{Out: &stdout, Err: &notes}); !written(code) {
		return unreported(t, dir, notes.String())
	}
	b, err := os.ReadFile(filepath.Join(out, period, "internal", "hasil.json"))
	if err != nil {
		return unreported(t, dir, err.Error())
	}
	r := &result.Result{}
	if err := json.Unmarshal(b, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// unreported lists the problems of data of which no report comes.
func unreported(t *testing.T, dir, why string) *result.Result {
	t.Helper()
	e := example{command: "check"}
	r := &result.Result{}
	for _, c := range e.run(t, dir) {
		r.Problems = append(r.Problems, result.Problem{Code: c})
	}
	if len(r.Problems) == 0 {
		t.Fatal(why)
	}
	return r
}
