package chart

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/dop251/goja"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// TestScriptIsInterrupted: a drawing that goes on for ever ends with the context.
func TestScriptIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, err := NewRenderer(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.vm.Set("cancel", func(goja.FunctionCall) goja.Value { cancel(); return goja.Undefined() }); err != nil {
		t.Fatal(err)
	}
	_, err = r.vm.RunString("cancel(); for (;;) {}")
	var stopped *goja.InterruptedError
	if !errors.As(err, &stopped) {
		t.Fatal(err)
	}
}

// asked is a context that ends when it was asked often enough.
type asked struct {
	context.Context
	left atomic.Int64
}

func (a *asked) Err() error {
	if a.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestDrawingEndsWithItsContext: one figure is drawn, and no second begun.
func TestDrawingEndsWithItsContext(t *testing.T) {
	var figs []result.Figure
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		f := figure(result.Bars, "Jan", "Feb")
		f.ID = id
		figs = append(figs, f)
	}
	ctx := &asked{Context: t.Context()}
	ctx.left.Store(1)
	if _, err := DrawAll(ctx, figs, format.ID, 1); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if n := ctx.left.Load(); n < -3 {
		t.Errorf("asked %d times more", -n)
	}
}
