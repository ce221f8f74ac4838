package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis"
	"rapor/analysis/result"
	"rapor/ingest/layout"
	"rapor/ingest/reject"
	"rapor/templates/format"
)

// TestREADMETables: the tables of the README are those of the program.
// RAPOR_UPDATE=1 writes them anew.
func TestREADMETables(t *testing.T) {
	path := filepath.Join(root, "README.md")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := string(b)
	for name, table := range map[string]string{"problems": problemTable(), "indicators": indicatorTable(t), "kinds": kindTable(t)} {
		want = between(t, want, name, table)
	}
	switch {
	case want == string(b):
	case os.Getenv("RAPOR_UPDATE") != "":
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("the tables of the README are out of date: run go test ./cmd/rapor -run TestREADMETables with RAPOR_UPDATE=1")
	}
}

// between replaces what stands between the markers of a table.
func between(t *testing.T, text, name, table string) string {
	t.Helper()
	start, end := "<!-- "+name+":start -->\n", "<!-- "+name+":end -->"
	i, j := strings.Index(text, start), strings.Index(text, end)
	if i < 0 || j < i {
		t.Fatalf("the README lacks the markers of %s", name)
	}
	return text[:i+len(start)] + table + text[j:]
}

// bar keeps a text from ending a cell of a table.
func bar(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func problemTable() string {
	effects := map[reject.Severity]string{
		reject.Note: "catatan / note", reject.Aside: "disisihkan / set aside", reject.Rejected: "ditolak / rejected", reject.Refused: "tidak dibaca / not read",
	}
	out := "| Kode | Akibat / Effect | Judul / Title |\n|---|---|---|\n"
	for _, p := range reject.All() {
		out += fmt.Sprintf("| %s | %s | %s / %s |\n", p.Code, effects[p.Severity], bar(p.Title.ID), bar(p.Title.EN))
	}
	return out
}

// kindTable is what rapor fields says, in short: every kind with its fields,
// those that every row needs in bold.
func kindTable(t *testing.T) string {
	t.Helper()
	layouts, err := layout.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	out := "| Jenis / Kind | Satu baris / One row | Isian / Fields |\n|---|---|---|\n"
	for _, name := range layout.Kinds() {
		d, _ := layout.Describe(name, layouts)
		var fields []string
		for _, f := range d.Fields {
			if s := "`" + f.Name + "`"; f.Required {
				fields = append(fields, "**"+s+"**")
			} else {
				fields = append(fields, s)
			}
		}
		out += fmt.Sprintf("| `%s`, %s | %s / %s | %s |\n", d.Name, d.Title.ID, bar(d.About.ID), bar(d.About.EN),
			strings.Join(fields, " "))
	}
	return out
}

// units name the unit of an indicator's value.
var units = map[result.Unit]string{
	result.Seconds: "waktu / time", result.Days: "hari / days", result.ClockTime: "jam / time of day", result.Share: "persen / per cent", result.PerMille: "permil / per mille",
	result.Sen: "rupiah / rupiah", result.Points: "nilai / points", result.Ratio: "rasio / ratio", result.PerHour: "per jam / per hour",
	result.Count: "jumlah / count", result.Persons: "orang / persons", result.Acts: "tindakan / acts", result.Cases: "perkara / cases",
	result.Events: "kejadian / events", result.Tickets: "tiket / tickets", result.Applicants: "pemohon / applicants",
	result.Answers: "responden / respondents", result.Rows: "baris / rows",
}

func indicatorTable(t *testing.T) string {
	t.Helper()
	better := map[result.Direction]string{result.Lower: "↓", result.Higher: "↑", result.Contextual: "○"}
	out := "| ID | Indikator / Indicator | Satuan / Unit | Arah | Aturan / Rule |\n|---|---|---|---|---|\n"
	for _, e := range analysis.Catalogue() {
		unit, ok := units[e.Unit]
		if !ok {
			t.Errorf("%s: unit %q has no name", e.ID, e.Unit)
		}
		out += fmt.Sprintf("| %s | %s / %s | %s | %s | %s |\n", e.ID, bar(format.Text(e.Name, format.ID)), bar(format.Text(e.Name, format.EN)),
			unit, better[e.Better], strings.Join(e.Basis, ", "))
	}
	return out
}
