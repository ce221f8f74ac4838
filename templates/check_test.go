package templates

import (
	"strings"
	"testing"

	"rapor/templates/internal/example"
)

// TestCheckPage: the page about the data names files, problems with their
// remedy, and rows, in both languages, runs nothing, and says when it is cut.
func TestCheckPage(t *testing.T) {
	rows := make([]CheckRow, MaxCheckRows+1)
	for i := range rows {
		rows[i] = CheckRow{File: "a.csv", Row: i + 2, Code: "D402", Problem: "Bukan angka", Shown: "<b>x"}
	}
	for _, lang := range languages {
		r := example.Result()
		f, err := Check(r, rows, int64(len(rows)), Options{Lang: lang})
		if err != nil || f.Name != "periksa.html" {
			t.Fatalf("%s %v", f.Name, err)
		}
		doc, s := parse(t, f.Data), string(f.Data)
		if len(executable(doc)) != 0 || len(all(doc, "section.chapter")) != 3 || strings.Contains(s, "<b>x") {
			t.Error("the page is not as expected")
		}
		for _, p := range r.Problems {
			if !strings.Contains(s, p.Code) {
				t.Errorf("%s is not named", p.Code)
			}
		}
		for _, n := range []string{"1.000", "1,000"} {
			if want := (n == "1,000") == (lang == "en"); strings.Contains(s, n) != want {
				t.Errorf("%s: that %s rows are shown: %v", lang, n, !want)
			}
		}
		if short, err := Check(r, nil, 0, Options{Lang: lang}); err != nil || strings.Contains(string(short.Data), "D402 Bukan") {
			t.Error(err)
		}
	}
}

// TestEqualFiguresAreDrawnOnce: a second edition of the same figures draws
// none of them, and one that differs is drawn anew.
func TestEqualFiguresAreDrawnOnce(t *testing.T) {
	r, drawn := example.Result(), &Drawn{}
	opt := Options{Compact: true, Drawn: drawn}
	first, err := Pages(r, opt)
	if err != nil {
		t.Fatal(err)
	}
	n := len(drawn.svg)
	for key := range drawn.svg {
		drawn.svg[key] += "<!--kept-->"
	}
	again, err := Pages(r, opt)
	if err != nil || n == 0 || len(drawn.svg) != n || !strings.Contains(string(again[0].Data), "<!--kept-->") || strings.Contains(string(first[0].Data), "<!--kept-->") {
		t.Errorf("%d charts, then %d (%v)", n, len(drawn.svg), err)
	}
	for i := range r.Figures {
		r.Figures[i].Title.ID += "!"
	}
	if _, err := Pages(r, opt); err != nil || len(drawn.svg) != 2*n {
		t.Errorf("%d charts of other figures (%v)", len(drawn.svg)-n, err)
	}
}
