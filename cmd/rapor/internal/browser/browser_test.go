// Package browser opens the pages of reports in a real browser.
package browser

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"rapor/cmd/rapor/internal/cli"
)

// browser starts headless Chromium, or skips where there is none. In the gate
// RAPOR_BROWSER=required turns the skip into a failure.
func browser(t *testing.T) context.Context {
	t.Helper()
	var exe string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			exe = p
			break
		}
	}
	if exe == "" {
		if os.Getenv("RAPOR_BROWSER") == "required" {
			t.Fatal("no Chromium on this machine, and the browser check is required")
		}
		t.Skip("no Chromium on this machine")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(exe), chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.WSURLReadTimeout(60*time.Second))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel2 := chromedp.NewContext(alloc)
	t.Cleanup(cancel2)
	ctx, cancel3 := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(cancel3)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("starting the browser: %v", err)
	}
	return ctx
}

// watch records console errors and every request that is not for the page's
// own file.
type watch struct {
	mu     sync.Mutex
	errors []string
}

func (w *watch) add(s string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.errors = append(w.errors, s)
}

func (w *watch) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := w.errors
	w.errors = nil
	return out
}

func (w *watch) listen(ctx context.Context) {
	chromedp.ListenTarget(ctx, func(ev any) {
		switch e := ev.(type) {
		case *cdpruntime.EventConsoleAPICalled:
			if e.Type == cdpruntime.APITypeError || e.Type == cdpruntime.APITypeWarning {
				w.add("console " + string(e.Type))
			}
		case *cdpruntime.EventExceptionThrown:
			w.add("exception " + e.ExceptionDetails.Error())
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "file:") && !strings.HasPrefix(e.Request.URL, "data:") && !strings.HasPrefix(e.Request.URL, "blob:") {
				w.add("request for " + e.Request.URL)
			}
		case *page.EventJavascriptDialogOpening:
			w.add("dialog " + e.Message)
		}
	})
}

// pageFacts is what a page says of itself to the check.
type pageFacts struct {
	Figures   int      `json:"figures"`
	Static    int      `json:"static"`
	Live      int      `json:"live"`
	Sideways  int      `json:"sideways"`
	NaN       bool     `json:"nan"`
	Duplicate []string `json:"duplicate"`
}

const askPage = `(() => {
  const figs = [...document.querySelectorAll('figure[data-chart]')];
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return {
    figures: figs.length,
    static: figs.filter(f => f.querySelector('svg')).length,
    live: document.querySelectorAll('figure[data-chart][data-live]').length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    nan: /\bNaN\b|undefined|<nil>|%!/.test(document.body.innerText),
    duplicate: ids.filter((x, i) => ids.indexOf(x) !== i),
  };
})()`

func fileURL(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}).String()
}

var made string // the folder of the report, once it was written

// sampleReport runs the README's main job once and returns the output folder.
var sampleReport = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "rapor-browser-")
	if err != nil {
		return "", err
	}
	made = dir
	out := filepath.Join(dir, "out")
	var notes bytes.Buffer
	data := filepath.Join("..", "..", "..", "..", "sample-data")
	if code := cli.Run([]string{"report", data, "-o", out}, cli.Streams{Out: &notes, Err: &notes}); code != 0 {
		return "", fmt.Errorf("exit %d: %s", code, notes.String())
	}
	return out, nil
})

// pagesOf lists the pages of both editions of a report.
func pagesOf(out string) ([]string, error) {
	top, err := filepath.Glob(filepath.Join(out, "*", "*.html"))
	inner, err2 := filepath.Glob(filepath.Join(out, "*", "internal", "*.html"))
	return append(top, inner...), errors.Join(err, err2)
}

// TestMain takes the report away again.
func TestMain(m *testing.M) {
	code := m.Run()
	if made != "" {
		os.RemoveAll(made)
	}
	os.Exit(code)
}

// TestPagesInBrowser opens every page of the sample report from file://, with
// the network off, on a desk and on a phone, with and without scripts.
func TestPagesInBrowser(t *testing.T) {
	ctx := browser(t)
	out, err := sampleReport()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pagesOf(out)
	if err != nil || len(pages) < 4 {
		t.Fatalf("pages %v, %v", pages, err)
	}
	pages = append(pages, filepath.Join(out, "index.html"))
	var w watch
	w.listen(ctx)
	if err := chromedp.Run(ctx, network.Enable(), cdpruntime.Enable(),
		network.EmulateNetworkConditions(true, 0, -1, -1)); err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		t.Run(filepath.Base(p), func(t *testing.T) {
			for _, width := range []int64{1280, 390} {
				checkPage(t, ctx, &w, p, width, true)
			}
			checkPage(t, ctx, &w, p, 1280, false)
		})
	}
}

func checkPage(t *testing.T, ctx context.Context, w *watch, path string, width int64, scripts bool) {
	t.Helper()
	var f pageFacts
	err := chromedp.Run(ctx,
		emulation.SetScriptExecutionDisabled(!scripts),
		chromedp.EmulateViewport(width, 900),
		chromedp.Navigate(fileURL(t, path)),
		scrollThrough(scripts),
		emulation.SetScriptExecutionDisabled(false),
		chromedp.Evaluate(askPage, &f),
	)
	if err != nil {
		t.Fatalf("width %d, scripts %v: %v", width, scripts, err)
	}
	for _, e := range w.take() {
		t.Errorf("width %d, scripts %v: %s", width, scripts, e)
	}
	if f.Static != f.Figures {
		t.Errorf("%d of %d figures have a static chart", f.Static, f.Figures)
	}
	if scripts && f.Live != f.Figures {
		t.Errorf("width %d: %d of %d charts came alive", width, f.Live, f.Figures)
	}
	if f.Sideways > 0 {
		t.Errorf("width %d: the page scrolls sideways by %d px", width, f.Sideways)
	}
	if f.NaN {
		t.Error("the page shows NaN, undefined or a formatting slip")
	}
	if len(f.Duplicate) > 0 {
		t.Errorf("duplicate ids %v", f.Duplicate)
	}
}

// scrollThrough brings every figure into view once, since charts start when
// they are seen.
func scrollThrough(scripts bool) chromedp.Action {
	if !scripts {
		return chromedp.ActionFunc(func(context.Context) error { return nil })
	}
	return chromedp.Evaluate(`(async () => {
  for (const f of document.querySelectorAll('figure[data-chart]')) {
    f.scrollIntoView();
    for (let i = 0; i < 40 && !f.hasAttribute('data-live'); i++) await new Promise(r => setTimeout(r, 25));
  }
  window.scrollTo(0, 0);
  return true;
})()`, nil, func(p *cdpruntime.EvaluateParams) *cdpruntime.EvaluateParams { return p.WithAwaitPromise(true) })
}

// TestPrintHasNoCutChart prints each page to A4 and checks, in print layout,
// that no figure is taller than the printable page and none is wider than it.
func TestPrintHasNoCutChart(t *testing.T) {
	ctx := browser(t)
	out, err := sampleReport()
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := pagesOf(out)
	for _, p := range pages {
		t.Run(filepath.Base(p), func(t *testing.T) {
			// A4 less the margins of government paper: 21-3-2 cm by 29.7-2-2.5 cm at 96 px an inch.
			const wide, tall = 605, 952
			var cut []string
			var pdf []byte
			err := chromedp.Run(ctx,
				chromedp.EmulateViewport(wide, tall),
				chromedp.Navigate(fileURL(t, p)),
				emulation.SetEmulatedMedia().WithMedia("print"),
				chromedp.Evaluate(`[...document.querySelectorAll('figure[data-chart]')].filter(f => {
  const b = f.getBoundingClientRect();
  const cs = getComputedStyle(f);
  const svg = f.querySelector('svg').getBoundingClientRect();
  return svg.height > 952 || svg.width > 606 || svg.height < 40 || svg.right > 606 || b.left < -1 || (cs.breakInside !== 'avoid' && cs.breakInside !== 'avoid-page');
}).map(f => f.dataset.chart)`, &cut),
				chromedp.ActionFunc(func(ctx context.Context) (err error) {
					pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
					return err
				}),
				emulation.SetEmulatedMedia().WithMedia(""),
			)
			if err != nil {
				t.Fatal(err)
			}
			if len(cut) > 0 {
				t.Errorf("figures cut or breakable in print: %v", cut)
			}
			if len(pdf) < 10_000 {
				t.Errorf("the printed page has only %d bytes", len(pdf))
			}
		})
	}
}

// TestHostileCells: markup, scripts, template markers and formulas in every
// text column of the input end as inert text on every page.
func TestHostileCells(t *testing.T) {
	ctx := browser(t)
	data, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	var csv strings.Builder
	csv.WriteString("Tanggal;No Antrian;Jenis Layanan;Kelas;Jam Ambil;Jam Panggil\n")
	for i, p := range []string{`</script><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `__f__(alert(1))__f__`, `{b}{a|x}`, `=cmd|' /C calc'!A0`, `" onmouseover=alert(1) x="`} {
		for n := range 30 {
			fmt.Fprintf(&csv, "%02d/03/2016;%d-%d;\"%s\";\"%s\";07.%02d;08.%02d\n", 1+n%28, i, n, strings.ReplaceAll(p, `"`, `""`), strings.ReplaceAll(p, `"`, `""`), n, n)
		}
	}
	csv.WriteString("13/13/2016;<script>alert(2)</script>;x;y;07.00;08.00\n")
	if err := os.WriteFile(filepath.Join(data, "<b>jahat.csv"), []byte(csv.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, notes bytes.Buffer
	if code := cli.Run([]string{"report", data, "-o", out, "--period", "2016-03"}, cli.Streams{Out: &stdout, Err: &notes}); code != cli.ExitDone && code != cli.ExitQuality {
		t.Fatal(notes.String())
	}
	var w watch
	w.listen(ctx)
	pages, _ := pagesOf(out)
	for _, p := range pages {
		var scripts, planted int
		err := chromedp.Run(ctx, chromedp.Navigate(fileURL(t, p)), scrollThrough(true),
			chromedp.Evaluate(`document.querySelectorAll('script:not([type="application/json"])').length`, &scripts),
			chromedp.Evaluate(`document.querySelectorAll('img, [onerror], [onmouseover], [onclick], iframe, b').length`, &planted))
		if err != nil {
			t.Fatal(err)
		}
		if planted > 0 {
			t.Errorf("%s: %d elements or handlers came from the data", filepath.Base(p), planted)
		}
		for _, e := range w.take() {
			t.Errorf("%s: %s", filepath.Base(p), e)
		}
	}
}
