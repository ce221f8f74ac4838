package templates

import (
	"bytes"
	"encoding/json"
	"html/template"

	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/chart"
)

// pictures are the charts of a result, drawn once and placed on every page
// that shows them.
type pictures struct {
	svg            map[string]template.HTML
	option         map[string]template.JS // none in compact pages
	bundle, loader template.JS
}

// drawings draws every figure that has data.
func drawings(r *result.Result, opt Options) (*pictures, error) {
	figs := make([]result.Figure, 0, len(r.Figures))
	for i := range r.Figures {
		if hasData(&r.Figures[i]) {
			figs = append(figs, r.Figures[i])
		}
	}
	pic := &pictures{svg: make(map[string]template.HTML, len(figs)), option: make(map[string]template.JS, len(figs))}
	if len(figs) == 0 {
		return pic, nil
	}
	svgs, err := chart.DrawAll(figs, opt.Lang, max(opt.Workers, 1))
	if err != nil {
		return nil, text.Errorf("menggambar bagan: %w", "drawing charts: %w", err)
	}
	for id, svg := range svgs {
		pic.svg[id] = template.HTML(svg)
	}
	if opt.Compact {
		return pic, nil
	}
	pic.bundle, pic.loader = template.JS(chart.Bundle()), template.JS(chart.Loader())
	for i := range figs {
		data, err := chart.Option(&figs[i], opt.Lang)
		if err != nil {
			return nil, text.Errorf("gambar %s: %w", "figure %s: %w", figs[i].ID, err)
		}
		// Whatever made the option, no "<" may reach a data block.
		var safe bytes.Buffer
		json.HTMLEscape(&safe, data)
		pic.option[figs[i].ID] = template.JS(safe.String())
	}
	return pic, nil
}
