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

// Drawn are charts that were drawn before, by all that decides them. It is
// used by one call of Pages after the other.
type Drawn struct{ svg map[string]template.HTML }

// draw gives the charts of figures by id; those that were drawn before are not
// drawn again.
func (d *Drawn) draw(figs []result.Figure, opt Options) (map[string]template.HTML, error) {
	if d == nil {
		d = &Drawn{}
	}
	if d.svg == nil {
		d.svg = map[string]template.HTML{}
	}
	keys := make([]string, len(figs))
	var fresh []result.Figure
	for i := range figs {
		// A figure with what JSON cannot hold has no key and is drawn each time.
		if data, err := json.Marshal(&figs[i]); err == nil {
			keys[i] = string(opt.Lang) + string(data)
		}
		if _, before := d.svg[keys[i]]; !before {
			fresh = append(fresh, figs[i])
		}
	}
	if len(fresh) == 0 {
		return d.all(figs, keys, nil), nil
	}
	svgs, err := chart.DrawAll(opt.Context, fresh, opt.Lang, max(opt.Workers, 1))
	if err != nil {
		return nil, text.Errorf("menggambar bagan: %w", "drawing charts: %w", err)
	}
	return d.all(figs, keys, svgs), nil
}

// all keeps the charts drawn now and gives those of all figures.
func (d *Drawn) all(figs []result.Figure, keys []string, now map[string][]byte) map[string]template.HTML {
	out := make(map[string]template.HTML, len(figs))
	for i, f := range figs {
		svg, drawn := now[f.ID]
		if !drawn {
			out[f.ID] = d.svg[keys[i]]
			continue
		}
		out[f.ID] = template.HTML(svg)
		if keys[i] != "" {
			d.svg[keys[i]] = out[f.ID]
		}
	}
	return out
}

// drawings draws every figure that has data.
func drawings(r *result.Result, opt Options) (*pictures, error) {
	figs := make([]result.Figure, 0, len(r.Figures))
	for i := range r.Figures {
		if hasData(&r.Figures[i]) {
			figs = append(figs, r.Figures[i])
		}
	}
	pic := &pictures{option: make(map[string]template.JS, len(figs))}
	if len(figs) == 0 {
		return pic, nil
	}
	var err error
	if pic.svg, err = opt.Drawn.draw(figs, opt); err != nil {
		return nil, err
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
