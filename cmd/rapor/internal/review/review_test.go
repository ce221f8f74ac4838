package review

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/ingest"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// reading reads files by their names, with a number of workers, and seals them.
func reading(t *testing.T, files map[string]string, workers int) Input {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sets, sinks := make([]*facts.Set, workers), make([]record.Sink, workers)
	for i := range sets {
		sets[i] = &facts.Set{}
		sinks[i] = sets[i]
	}
	m, err := ingest.Read(context.Background(), []string{dir}, ingest.Options{}, sinks)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sets[1:] {
		sets[0].Merge(s)
	}
	found := sets[0].Seal()
	m.MoveAside(found)
	rejects := append(append(sets[0].Rejects.All(), found...), sets[0].Checks(facts.CheckRules{})...)
	facts.SortRejects(rejects)
	return Input{Manifest: m, Facts: sets[0], Rejects: rejects}
}

const tickets = "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Status\n"

// untidy is a folder in which much is to be asked.
var untidy = map[string]string{
	"antrean-01.csv": tickets + "03/01/2016;A1;07.30;07.40;Selesai\n14/01/2016;A2;07.30;07.40;Gantung\n" +
		"15/01/2016;A3;07.30;07.40;Gantung\n",
	"antrean-02.csv": tickets + "13/02/2016;A1;07.30;07.40;Selesai\n31/02/2016;A2;07.30;07.40;Selesai\n",
	"antrean-04.csv": tickets + "14/04/2016;A1;07.30;07.40;Selesai\n",
	"stok.csv":       "Barang;Rak\nKertas;A\n",
	"belanja.csv": "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi\n2016;Januari;52 Belanja Barang;900.000.000;100.000.000\n" +
		"2016;Februari;52 Belanja Barang;900.000.000;200.000.000\n2016;Maret;52 Belanja Barang;900.000.000;300.000.000\n" +
		";;JUMLAH;900.000.000;650.000.000\n",
}

// TestReviewOfAnUntidyFolder: what is covered, asked, not known, rejected and
// not reconciled is said, with its numbers.
func TestReviewOfAnUntidyFolder(t *testing.T) {
	in := reading(t, untidy, 1)
	r := Of(in)
	at := slices.IndexFunc(r.Coverage, func(c result.Coverage) bool { return c.Kind == "ticket" })
	if at < 0 {
		t.Fatalf("%+v", r.Coverage)
	}
	want := []result.MonthState{{Month: "2016-01", State: result.MonthRead, Rows: 3}, {Month: "2016-02",
		State: result.MonthPartly, Rows: 1, Rejected: 1},
		{Month: "2016-03", State: result.MonthMissing}, {Month: "2016-04", State: result.MonthRead, Rows: 1},
		{Month: "2016-05", State: result.MonthMissing}}
	got := r.Coverage[at].Months
	want[1].Rejected, got[1].Rejected = 0, 0 // a day that is none lies in no month
	if want[1].State = got[1].State; !slices.Equal(got[:5], want) {
		t.Errorf("%+v", got[:5])
	}
	if len(r.Forms) != 2 || r.Forms[0].Kind != "ticket" || len(r.Forms[0].Sheets) != 3 ||
		r.Forms[0].Columns[0].Name.ID != "tanggal" {
		t.Errorf("%+v", r.Forms)
	}
	if len(r.Words) != 1 || r.Words[0] != (result.WordCount{Column: "Status", Word: "Gantung", Rows: 2,
		Line: `words: {Status: {Gantung: "-"}}`}) {
		t.Errorf("%+v", r.Words)
	}
	if len(r.Reasons) != 1 || r.Reasons[0].Code != "D403" || r.Reasons[0].Cells[0].Shown != "31/02/2016" ||
		r.Reasons[0].Cells[0].Row != 3 {
		t.Errorf("%+v", r.Reasons)
	}
	if len(r.Totals) != 1 || r.Totals[0].Totals != 1 || len(r.Totals[0].Off) != 1 || !strings.Contains(r.Totals[0].Lines,
		"totals: rincian") {
		t.Errorf("%+v", r.Totals)
	}
	lines := map[string]string{}
	for _, q := range r.Questions {
		for _, a := range q.Answers {
			lines[q.Code] += a.Lines
		}
	}
	for code, want := range map[string]string{"D201": "exclude: [\"stok.csv\"]",
		"D543": "  - glob: \"belanja.csv\"\n    flow: kumulatif\n"} {
		if !strings.Contains(lines[code], want) {
			t.Errorf("%s: %q does not hold %q", code, lines[code], want)
		}
	}
	extra := map[string]string{"a.csv": "Tanggal;No Antrian;Jam Ambil;Jam Panggil;Biaya Loket\n" +
		"13/01/2016;A1;07.30;07.40;5\n"}
	asked := Of(reading(t, extra, 1)).Questions
	if len(asked) != 1 || !asked[0].Assumed || !strings.Contains(asked[0].Answers[0].Lines,
		`columns: {"Biaya Loket": "-"}`) {
		t.Errorf("%+v", asked)
	}
	if len(r.Next) != 3 || r.Next[0].About != "questions" || r.Next[1].About != "reasons" {
		t.Errorf("%+v", r.Next)
	}
}

// TestReviewIsFreeOfOrder: one worker or many, the review is the same.
func TestReviewIsFreeOfOrder(t *testing.T) {
	one := Of(reading(t, untidy, 1))
	for range 4 {
		if many := Of(reading(t, untidy, 6)); !reflect.DeepEqual(one, many) {
			t.Fatalf("%+v\n%+v", one, many)
		}
	}
}

// TestReviewOfNothing: a folder without data, and tables without rows.
func TestReviewOfNothing(t *testing.T) {
	r := Of(reading(t, map[string]string{"stok.csv": "Barang;Rak\nKertas;A\n"}, 1))
	if len(r.Coverage) != 0 || len(r.Questions) != 1 || len(r.Next) == 0 {
		t.Errorf("%+v", r)
	}
	if r = Of(reading(t, map[string]string{"x.csv": tickets}, 1)); len(r.Forms) != 1 {
		t.Errorf("%+v", r)
	}
}

// TestEveryProposedLineIsTaken: whatever lines a problem of the catalogue names
// are such as rapor.yaml takes, once their placeholders are filled.
func TestEveryProposedLineIsTaken(t *testing.T) {
	m := &ingest.Manifest{Sources: []ingest.Source{{Name: `laporan "a" [1].csv`, Sheets: []ingest.Sheet{{}}}}}
	n := 0
	for _, p := range reject.All() {
		for _, o := range optionsOf(p, text.Text{}) {
			n++
			for i := range o {
				o[i] = o[i].about(`Jam "x"`)
			}
			said := strings.ReplaceAll(o.answer(m, []target{{0, 0}}).Lines, "ISI", "2016")
			if strings.Contains(said, "day:") {
				said = strings.ReplaceAll(said, "2016", "2016-01-31")
			}
			if _, err := config.Parse("rapor.yaml", []byte(said)); err != nil {
				t.Errorf("%s: %v\n%s", p.Code, err, said)
			}
		}
		settles := strings.Contains(p.Remedy.ID, "sources di rapor.yaml") && p.Stage != reject.StageFile
		if settles && len(optionsIn(p.Remedy.ID)) == 0 && !slices.Contains(bySelf, p.Code) {
			t.Errorf("%s: its remedy names no line: %s", p.Code, p.Remedy.ID)
		}
	}
	if n < 12 {
		t.Errorf("only %d lines", n)
	}
}

// TestLinesInWords: what a text names, as refusals say it.
func TestLinesInWords(t *testing.T) {
	for _, x := range []struct{ said, want string }{
		{"flow: kumulatif atau flow: bulanan", "flow=kumulatif / flow=bulanan"},
		{"Tulis unit: jam.menit (8.1 = pukul 08.10).", "unit=jam.menit"},
		{"Bila keliru, tulis date_order: mdy pada sources", "date_order=mdy"},
		{"catatan: date_order: hari", ""},
		{`antrean: jam; tulis di rapor.yaml: sources: [{glob: "a.csv", kind: ticket, columns: {"Ja{m]": taken}}]` +
			` atau sources: [{glob: "a.csv", kind: complaint}]`, `kind=ticket, columns={"Ja{m]": taken} / kind=complaint`},
		{`bila data: columns: {"Biaya": spent | plan}; bila bukan: columns: {"Biaya": "-"}`,
			`columns={"Biaya": spent} / columns={"Biaya": plan} / columns={"Biaya": "-"}`},
		{`Tulis pada rapor.yaml: sources: [{glob: "x.csv", flow: kumulatif}] atau flow: bulanan.`,
			`flow=kumulatif / flow=bulanan`},
	} {
		var got []string
		for _, o := range optionsIn(x.said) {
			var one []string
			for _, l := range o {
				one = append(one, l.key+"="+l.value)
			}
			got = append(got, strings.Join(one, ", "))
		}
		if s := strings.Join(got, " / "); s != x.want {
			t.Errorf("%s: %q, want %q", x.said, s, x.want)
		}
	}
}

// bySelf are problems whose lines are made of what was met, not of the remedy.
var bySelf = []reject.Code{reject.NoLayout, reject.SeveralLayouts, reject.HeaderDoubt}

// TestWordsAreCounted by what their notes say first, whatever follows.
func TestWordsAreCounted(t *testing.T) {
	for said, want := range map[string]int64{"1.234 baris": 1234,
		"9 baris; tulis words: {Status: {\"Loket 3\": batal}}": 9, "": 1} {
		if got := counted(record.Reject{Hint: text.Same(said)}); got != want {
			t.Errorf("%q: %d", said, got)
		}
	}
}

// TestCommonPattern names the files that are meant and no others.
func TestCommonPattern(t *testing.T) {
	for _, x := range []struct {
		names string
		files []int
		want  string
	}{
		{"antrean-01.csv antrean-02.csv belanja.csv", []int{0, 1}, "antrean-*.csv"},
		{"antrean-01.csv antrean-02.csv antrean-03.csv", []int{0, 1}, ""},
		{"a/antrean-01.csv b/antrean-02.csv", []int{0, 1}, "antrean-*.csv"},
		{"2016-01.csv 2016-02.csv", []int{0, 1}, "2016-*.csv"},
		{"jan.csv feb.csv", []int{0, 1}, ""},
		{"lap[1].csv lap[2].csv", []int{0, 1}, `lap\[*.csv`},
		{"x/[a].csv", []int{0}, `x/\[a\].csv`},
	} {
		m := &ingest.Manifest{}
		for name := range strings.FieldsSeq(x.names) {
			m.Sources = append(m.Sources, ingest.Source{Name: name})
		}
		if got, _ := common(m, x.files); got != x.want {
			t.Errorf("%s: %q, want %q", x.names, got, x.want)
		}
	}
}
