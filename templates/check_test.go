package templates

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/example"
	"rapor/templates/internal/wording"
)

// checkPage draws the page about the data of the example, with its review.
func checkPage(t *testing.T, lang format.Lang, rows []CheckRow) (*html.Node, []byte) {
	t.Helper()
	r := example.Result()
	r.Review = example.Review()
	f, err := Check(r, rows, int64(len(rows)), Options{Lang: lang})
	if err != nil || f.Name != "periksa.html" {
		t.Fatalf("%s %v", f.Name, err)
	}
	return parse(t, f.Data), f.Data
}

// TestCheckPage: the page about the data says what to do, shows months, asks,
// names files, words, rows and totals, in both languages; it runs nothing,
// reaches nothing, and says what it cuts.
func TestCheckPage(t *testing.T) {
	rows := make([]CheckRow, MaxCheckRows+1)
	for i := range rows {
		rows[i] = CheckRow{File: "a.csv", Row: i + 2, Code: "D402", Problem: "Bukan angka", Shown: "<b>x"}
	}
	for _, lang := range languages {
		doc, data := checkPage(t, lang, rows)
		s := string(data)
		if len(executable(doc)) != 0 || len(all(doc, "section.chapter")) != 8 || strings.Contains(s, "<b>x") {
			t.Error("the page is not as expected")
		}
		w := wording.Words{Lang: lang}
		for _, want := range []string{"Pejabat", "31/02/2016", "13/01/2016", "date_order: mdy", "a.csv", "650", "D262",
			"day)"} {
			if !strings.Contains(s, want) {
				t.Errorf("%s: %q is not shown", lang, want)
			}
		}
		for _, state := range []string{"read", "partly", "rejected", "covered", "missing"} {
			cells := all(doc, "td.m-"+state)
			if len(cells) == 0 || !strings.HasPrefix(said(cells[0]), w.Say("month."+state)) {
				t.Errorf("%s: a month that is %s does not say so in words", lang, state)
			}
		}
		if n := len(all(doc, "pre")); n != 4 || len(all(doc, "pre[tabindex=0]")) != n {
			t.Errorf("%d blocks of lines", n)
		}
		for _, n := range []string{"1.000", "1,000"} {
			if want := (n == "1,000") == (lang == "en"); strings.Contains(s, n) != want {
				t.Errorf("%s: that %s rows are shown: %v", lang, n, !want)
			}
		}
		if len(data) > 600_000 {
			t.Errorf("%d bytes", len(data))
		}
	}
}

// TestCheckPageIsSound: headings, tables, links and policy are as on the other
// pages, and nothing raw is shown.
func TestCheckPageIsSound(t *testing.T) {
	for _, lang := range languages {
		doc, _ := checkPage(t, lang, []CheckRow{{File: "a.csv", Row: 2, Code: "D402"}})
		ids, level := map[string]bool{}, 0
		each(doc, func(e *html.Node) {
			if id, ok := attr(e, "id"); ok {
				if ids[id] {
					t.Errorf("id %q twice", id)
				}
				ids[id] = true
			}
			if len(e.Data) == 2 && e.Data[0] == 'h' && e.Data[1] >= '1' && e.Data[1] <= '6' {
				now := int(e.Data[1] - '0')
				if now > level+1 {
					t.Errorf("heading %q skips a level", said(e))
				}
				level = now
			}
			if _, ok := attr(e, "scope"); e.Data == "th" && !ok || e.Data == "table" && len(all(e, "caption")) != 1 {
				t.Errorf("%s %q", e.Data, said(e))
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("%s %s=%.60q", e.Data, a.Key, a.Val)
				}
			}
		})
		for _, a := range all(doc, "a[href]") {
			if href, _ := attr(a, "href"); !ids[href[1:]] {
				t.Errorf("link to nothing: %s", href)
			}
		}
		if policy, _ := attr(all(doc, "meta[http-equiv=Content-Security-Policy]")[0], "content"); !strings.Contains(policy,
			"script-src 'none'") {
			t.Error(policy)
		}
		if bad := rawWords.FindString(readable(doc)); bad != "" {
			t.Errorf("shows %q", bad)
		}
	}
}

// TestCheckPageOfHostileData: markup in names, headings and cells ends as text:
// the page has the same elements as with harmless words.
func TestCheckPageOfHostileData(t *testing.T) {
	with := func(p string) []string {
		r := example.Result()
		r.Review = example.Review()
		poison(reflect.ValueOf(r).Elem(), "", p)
		for i := range r.Review.Questions {
			q := &r.Review.Questions[i]
			q.Files[0], q.Column, q.Answers[0].Lines = q.Files[0]+p, "x"+p, q.Answers[0].Lines+p
		}
		r.Review.Words[0].Word += p
		f, err := Check(r, nil, 0, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return shape(all(parse(t, f.Data), "main")[0])
	}
	clean := with("x")
	for _, p := range payloads {
		if !slices.Equal(with(p), clean) {
			t.Errorf("%.40q changes the page", p)
		}
	}
}

// TestCheckPageWithoutReview: an older result has an account all the same.
func TestCheckPageWithoutReview(t *testing.T) {
	r := example.Result()
	f, err := Check(r, nil, 0, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems {
		if !strings.Contains(string(f.Data), p.Code) {
			t.Errorf("%s is not named", p.Code)
		}
	}
	r = &result.Result{Office: r.Office, Review: &result.Review{}}
	f, err = Check(r, nil, 0, Options{})
	if err != nil || rawWords.MatchString(readable(parse(t, f.Data))) {
		t.Errorf("a bare page: %v", err)
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
