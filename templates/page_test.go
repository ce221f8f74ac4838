package templates

import (
	"bytes"
	"math"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/jba/templatecheck"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/example"
	"rapor/templates/internal/wording"
)

func TestTemplatesFitTheirData(t *testing.T) {
	for _, lang := range languages {
		if err := templatecheck.CheckHTMLStrict(layouts[lang].document, pageView{}); err != nil {
			t.Error(err)
		}
		if err := templatecheck.CheckHTMLStrict(layouts[lang].index, indexView{}); err != nil {
			t.Error(err)
		}
		if err := templatecheck.CheckHTMLStrict(layouts[lang].check, checkView{}); err != nil {
			t.Error(err)
		}
	}
}

func TestOnePagePerDocument(t *testing.T) {
	files, err := Pages(example.Result(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || files[0].Name != "laporan.html" || files[1].Name != "penghargaan-pelayanan.html" {
		t.Errorf("files = %v", files)
	}
}

func TestFirstScreen(t *testing.T) {
	doc := dossier(t)
	cards := all(doc, "article.card")
	if len(cards) != 5 {
		t.Fatalf("%d cards", len(cards))
	}
	median := said(cards[1])
	for _, want := range []string{"Waktu tunggu median", "31", "Target tercapai", "2015", "n =", "Membaik secara nyata", "konsisten", "ANT-02"} {
		if !strings.Contains(median, want) {
			t.Errorf("card does not say %q: %s", want, median)
		}
	}
	if got := said(all(doc, "p.letter-lines")[0]); !strings.HasPrefix(got, "KEMENTERIAN") {
		t.Errorf("letterhead = %q", got)
	}
	summary := all(doc, "section.summary")[0]
	if len(all(summary, "a[href=#ANT-02]")) == 0 {
		t.Error("no number of the summary leads to its indicator")
	}
	missing := said(all(doc, "section.missing")[0])
	if !strings.Contains(missing, "Ombudsman") {
		t.Errorf("missing = %q", missing)
	}
}

func TestChaptersOfADossier(t *testing.T) {
	doc := dossier(t)
	var got []string
	for _, h := range all(doc, "h2") {
		got = append(got, said(h))
	}
	want := []string{"Hasil utama", "Ringkasan", "Yang belum ada", "Daftar isi", "1 Antrean dan waktu layanan", "2 Survei kepuasan",
		"3 Indikator pendukung", "4 Penilaian menurut kriteria", "5 Metode dan aturan", "6 Mutu data", "7 Keterbatasan", "8 Daftar istilah", "9 Lembar pengesahan"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("chapters = %q", got)
	}
	if sign := said(all(doc, "section.sign")[0]); !strings.Contains(sign, "19680101 199003 1 001") || !strings.Contains(sign, "Disetujui oleh") {
		t.Errorf("sign-off = %q", sign)
	}
	if score := said(all(doc, "section[id=penilaian]")[0]); !strings.Contains(score, "Kriteria ini asumsi") ||
		strings.Index(score, "belum ada datanya") > strings.Index(score, "Nilai per kriteria") {
		t.Errorf("scorecard = %q", score)
	}
}

func TestFigures(t *testing.T) {
	doc := pages(t, example.Result(), Options{})["laporan.html"]
	heads := all(doc, "span.fig-title")
	if len(heads) != 10 {
		t.Errorf("%d figures", len(heads))
	}
	if n := len(all(doc, "figure.chart")); n != 9 {
		t.Errorf("%d charts drawn, want 9: one has no data", n)
	}
	for _, chart := range all(doc, "figure.chart") {
		if len(all(chart, "svg")) == 0 {
			t.Error("chart without static drawing")
		}
		if len(all(chart.Parent, "details")) != 1 {
			t.Error("chart without its data table")
		}
	}
	empty := all(doc, "div.fig-empty")
	if len(empty) != 1 || !strings.Contains(said(empty[0]), "belum ada nilai") {
		t.Error("a figure without data is not a sentence")
	}
}

// rawWords are what a careless page shows of its insides.
var rawWords = regexp.MustCompile(`NaN|Inf\b|<nil>|%!|no_target|hit_or_miss|two_of_three|\bnull\b|ZgotmplZ|map\[|\{\d\}`)

func TestNothingRawIsShown(t *testing.T) {
	r := example.Result()
	r.Indicators[0].Value.Lo, r.Indicators[0].Value.Hi = ptr(math.NaN()), ptr(math.Inf(1))
	r.Indicators[1].Verdict.Code = "new-code"
	r.Indicators[2].Control = &result.Control{Variation: "new", Assurance: "new"}
	r.Figures[5].Series[0].Points[0].Lo = ptr(math.NaN())
	for _, lang := range languages {
		for name, doc := range pages(t, r, Options{Lang: lang}) {
			text := readable(doc)
			if bad := rawWords.FindStringIndex(text); bad != nil {
				t.Errorf("%s shows %q", name, text[max(0, bad[0]-40):min(len(text), bad[1]+40)])
			}
		}
	}
}

// TestPaperHeaderIsTheTitle: the header of printed pages is text of the data
// inside a style sheet, where the template engine replaces what it does not
// trust: a title with a colon came out as its warning word.
func TestPaperHeaderIsTheTitle(t *testing.T) {
	r := example.Result()
	r.Office.Name = `Kantor "A" (uji) </style><b>`
	files, err := Pages(r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		page := string(f.Data)
		if strings.Contains(page, "ZgotmplZ") || strings.Contains(page, "</style><b>") {
			t.Errorf("%s: the header of the printed page is not text", f.Name)
		}
		if !strings.Contains(page, `@top-left{content:"Kantor \22 A\22  \28 uji\29  \3c \2f style\3e \3c b\3e  \b7  `) {
			i := strings.Index(page, "@top-left")
			t.Errorf("%s: header %q", f.Name, page[i:i+120])
		}
	}
}

// TestRelativeChangeIsPerCent: 107 to 32 is -70 %, not -70 percentage points.
func TestRelativeChangeIsPerCent(t *testing.T) {
	doc := dossier(t)
	text := said(all(doc, "article[id=ANT-02]")[0])
	if !strings.Contains(text, "-78,17%") || strings.Contains(text, "-78,17 poin persen") {
		t.Errorf("relative change in %q", text)
	}
}

func ptr(f float64) *float64 { return &f }

func TestEnglishIsComplete(t *testing.T) {
	doc := pages(t, example.Result(), Options{Lang: format.EN})["penghargaan-pelayanan.html"]
	text := readable(doc)
	for _, key := range wording.Keys() {
		id, en := wording.Words{Lang: format.ID}.Say(key), wording.Words{Lang: format.EN}.Say(key)
		// The head's own title is data and may be the same words.
		if key != "sign.head" && len(id) > 9 && !strings.Contains(id, "{") && id != en && strings.Contains(text, id) {
			t.Errorf("English page says %q", id)
		}
	}
}

func TestEmptyResult(t *testing.T) {
	r := &result.Result{Documents: []result.Document{{ID: "laporan", Kind: result.Report, Headlines: []string{"gone"},
		Sections: []result.Section{{ID: "x", Indicators: []string{"gone"}, Figures: []string{"gone"}, Tables: []string{"gone"}}}}}}
	doc := pages(t, r, Options{})["laporan.html"]
	checkStructure(t, "empty", doc)
	if text := readable(doc); rawWords.MatchString(text) {
		t.Errorf("shows %s", rawWords.FindString(text))
	}
}

func TestSyntheticIsSaidOnEveryPage(t *testing.T) {
	r := example.Result()
	for name, doc := range pages(t, r, Options{}) {
		if len(all(doc, "p.synthetic")) != 1 || !strings.Contains(said(all(doc, "head")[0]), "DATA SINTETIS") {
			t.Errorf("%s does not say that it is synthetic", name)
		}
	}
	r.Office.Synthetic = false
	for name, doc := range pages(t, r, Options{}) {
		if len(all(doc, "p.synthetic")) != 0 || strings.Contains(said(doc), "DATA SINTETIS") {
			t.Errorf("%s says that it is synthetic", name)
		}
	}
}

func TestUncertainNumbersAreNotLinked(t *testing.T) {
	r := example.Result()
	// A second indicator with the same value: which one a sentence means is
	// no longer certain.
	r.Indicators[2].Unit, r.Indicators[2].Value.Value = result.Seconds, big.NewRat(1860, 1)
	doc := pages(t, r, Options{})["laporan.html"]
	for _, a := range all(all(doc, "section.summary")[0], "a.num") {
		if strings.HasPrefix(said(a), "31") {
			t.Error("an ambiguous number is linked")
		}
	}
}

func TestSameBytes(t *testing.T) {
	first, err := Pages(example.Result(), Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Pages(example.Result(), Options{Workers: 4})
	if err != nil {
		t.Fatal(err)
	}
	for i := range first {
		if !bytes.Equal(first[i].Data, again[i].Data) {
			t.Errorf("%s differs", first[i].Name)
		}
	}
}

func TestNIP(t *testing.T) {
	for in, want := range map[string]string{"196801011990031001": "19680101 199003 1 001", "19680101 199003 1 001": "19680101 199003 1 001", "123": "123", "": ""} {
		if got := nip(in); got != want {
			t.Errorf("nip(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestIndex(t *testing.T) {
	one, two := EntryOf(example.Result()), EntryOf(example.Result())
	two.PeriodID = "2016-01..2016-06"
	one.ForOffice("laporan.html")
	for _, lang := range languages {
		data, err := Index([]Entry{one, two}, lang)
		if err != nil {
			t.Fatal(err)
		}
		doc := parse(t, data)
		if len(all(doc, "a[href=2016/laporan.html]")) != 0 || len(all(doc, "a[href=2016/penghargaan-pelayanan.html]")) == 0 {
			t.Error("the dossier alone is listed for all")
		}
		if len(all(doc, "a[href=2016/internal/laporan.html]")) != 1 || !strings.Contains(string(data), wording.Words{Lang: lang}.Say("index.internal")) {
			t.Error("the report is not listed for the office alone")
		}
		if len(all(doc, "section.period")) != 2 || len(all(doc, "p.synthetic")) != 1 || len(executable(doc)) != 0 {
			t.Error("overview is not as expected")
		}
	}
	if data, err := Index(nil, format.ID); err != nil || !strings.Contains(string(data), "Belum ada laporan") {
		t.Errorf("empty overview: %v", err)
	}
}

func BenchmarkPages(b *testing.B) {
	r := example.Result()
	for b.Loop() {
		if _, err := Pages(r, Options{Compact: true, Workers: 2}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLayout leaves out the drawing of charts.
func BenchmarkLayout(b *testing.B) {
	r := example.Result()
	pic, err := drawings(r, Options{Workers: 2})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for i := range r.Documents {
			if _, err := page(r, &r.Documents[i], pic, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
