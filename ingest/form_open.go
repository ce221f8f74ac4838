package ingest

import (
	"errors"

	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// ask notes the question of rapor.yaml that stands open about a table that could
// not be read.
func (sh *Sheet) ask(open []layout.Override, name string, s grid.Sheet) error {
	best, _, _, err := nearestForm(open, name, s)
	for i := range open {
		if o := &open[i]; len(o.Headings) == 0 && (o.Sheet == "" || o.Sheet == s.Name()) && speaksOf(o, name) {
			best = o // by the name of its file
			break
		}
	}
	if best != nil {
		sh.open = best.At
	}
	if _, damaged := errors.AsType[*grid.RefusedError](err); damaged {
		return nil // which was said already
	}
	return err
}

// open lists the questions of rapor.yaml that keep tables from being read.
func (m *Manifest) open() (out []text.Text) {
	files := map[string][]string{}
	var places []string
	for i := range m.Sources {
		for k := range m.Sources[i].Sheets {
			at := m.Sources[i].Sheets[k].open
			if at == "" {
				continue
			}
			if files[at] == nil {
				places = append(places, at)
			}
			files[at] = append(files[at], m.Sources[i].Name)
		}
	}
	for _, at := range places {
		names := shortened(files[at])
		out = append(out, text.T(
			at+": pertanyaan ini masih terbuka, dan tabelnya tidak terbaca ("+names+
				"); jawab, lalu hapus tanda # di depan barisnya",
			at+": this question stands open, and its table is not read ("+names+
				"); answer it, and take the # away before its lines"))
	}
	return out
}
