package chart

import (
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/dop251/goja"
	"golang.org/x/sync/errgroup"

	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/format"
)

//go:embed echarts/echarts.min.js
var bundle []byte

//go:embed loader.js
var loader []byte

// Bundle is the ECharts build that pages carry, the same that draws the static
// charts.
func Bundle() []byte { return bundle }

// Loader is the script that brings the static charts of a page alive.
func Loader() []byte { return loader }

var compiled = sync.OnceValues(func() (*goja.Program, error) {
	return goja.Compile("echarts.min.js", string(bundle), false)
})

// Renderer draws options as static SVG. It is used by one goroutine at a time.
type Renderer struct {
	vm   *goja.Runtime
	draw goja.Callable
}

// draw is the little that a drawing needs of a browser: nothing but timers.
// JSON holds no functions, so axis numbers name their language and get their
// formatter here, and in the loader.
const drawer = `(function (option, width, height) {
  var c = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
  var o = JSON.parse(option);
  [].concat(o.xAxis || [], o.yAxis || []).forEach(function (a) {
    var l = a.axisLabel && a.axisLabel.numbers;
    if (l) a.axisLabel.formatter = function (v) {
      var p = String(Math.round(v * 1e6) / 1e6).split('.');
      p[0] = p[0].replace(/\B(?=(\d{3})+$)/g, l === 'en' ? ',' : '.');
      return p.join(l === 'en' ? '.' : ',');
    };
  });
  c.setOption(o);
  var svg = c.renderToSVGString();
  c.dispose();
  return svg;
})`

// NewRenderer starts ECharts in a JavaScript machine of its own, which stops
// where it is when the context ends.
func NewRenderer(ctx context.Context) (*Renderer, error) {
	p, err := compiled()
	if err != nil {
		return nil, err
	}
	vm := goja.New()
	context.AfterFunc(ctx, func() { vm.Interrupt(ctx.Err()) })
	idle := func(goja.FunctionCall) goja.Value { return vm.ToValue(0) }
	if err := errors.Join(vm.Set("setTimeout", idle), vm.Set("clearTimeout", idle)); err != nil {
		return nil, err
	}
	if _, err := vm.RunProgram(p); err != nil {
		return nil, text.Errorf("memulai ECharts: %w", "starting ECharts: %w", err)
	}
	v, err := vm.RunString(drawer)
	if err != nil {
		return nil, err
	}
	draw, ok := goja.AssertFunction(v)
	if !ok {
		return nil, text.Errorf("fungsi gambar tidak dapat dipanggil", "the drawing function is not callable")
	}
	return &Renderer{vm: vm, draw: draw}, nil
}

var (
	counters = regexp.MustCompile(`zr\d+-([a-z-]*)\d+`)
	meta     = regexp.MustCompile(` ecmeta_[a-z_]+="[^"]*"`)
	opening  = regexp.MustCompile(`^<svg width="(\d+)" height="(\d+)"`)
)

// SVG draws one option. Element ids are made from the figure's id, so that the
// bytes do not depend on what was drawn before, and many charts live in one
// page.
func (r *Renderer) SVG(id string, option []byte, width, height int) ([]byte, error) {
	v, err := r.draw(goja.Undefined(), r.vm.ToValue(string(option)), r.vm.ToValue(width), r.vm.ToValue(height))
	if err != nil {
		return nil, text.Errorf("menggambar %s: %w", "drawing %s: %w", id, err)
	}
	s := renumber(v.String(), "g-"+id+"-")
	s = meta.ReplaceAllString(s, "")
	s = opening.ReplaceAllString(s, `<svg viewBox="0 0 $1 $2" width="100%"`)
	return []byte(strings.Replace(s, ` baseProfile="full"`, "", 1)), nil
}

// renumber names counted ids and classes anew, in the order in which they first
// appear in this drawing.
func renumber(svg, prefix string) string {
	seen := map[string]string{}
	return counters.ReplaceAllStringFunc(svg, func(old string) string {
		name, ok := seen[old]
		if !ok {
			name = prefix + counters.FindStringSubmatch(old)[1] + strconv.Itoa(len(seen))
			seen[old] = name
		}
		return name
	})
}

// Width is the width at which charts are drawn, in CSS pixels; they scale.
const Width = 680

// DrawAll draws every figure, by id, sharing the work over workers, until the
// context ends: the error is then the context's.
func DrawAll(ctx context.Context, figs []result.Figure, l format.Lang, workers int) (map[string][]byte, error) {
	out := make([][]byte, len(figs))
	workers = max(1, min(workers, len(figs)))
	next := make(chan int, len(figs))
	for i := range figs {
		next <- i
	}
	close(next)
	var g errgroup.Group
	for range workers {
		g.Go(func() error {
			r, err := NewRenderer(ctx)
			if err != nil {
				return err
			}
			for i := range next {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				opt, err := Option(&figs[i], l)
				if err != nil {
					return err
				}
				if out[i], err = r.SVG(figs[i].ID, opt, Width, Height(&figs[i])); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, cmp.Or(ctx.Err(), err)
	}
	all := make(map[string][]byte, len(figs))
	for i := range figs {
		all[figs[i].ID] = out[i]
	}
	return all, nil
}

// Height is the height of a figure's chart, in CSS pixels.
func Height(f *result.Figure) int {
	switch f.Kind {
	case result.Bars, result.Interval:
		return 60 + 30*max(2, len(f.X.Labels)*max(1, barsPerRow(f)))
	case result.Heatmap:
		return 70 + 40*max(2, len(f.Series))
	}
	return 320
}

func barsPerRow(f *result.Figure) int {
	if f.Kind == result.Bars {
		return min(2, len(f.Series))
	}
	return 1
}

// marshal checks what go-echarts cannot: no NaN, no functions.
func marshal(m map[string]any) ([]byte, error) { return json.Marshal(m) }
