// Package templates renders a result into self-contained HTML pages: one file
// per document with its styles, scripts, charts and tables inside, so that it
// opens from a stick with no network and reads well with scripts off.
//
// It formats and lays out what the result holds and computes nothing. It
// knows nothing of records, facts or input files, and touches no file system.
package templates

import (
	"bytes"
	"context"

	"golang.org/x/sync/errgroup"

	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/format"
)

// Options says how pages are drawn. The zero value is the Indonesian page
// with interactive charts, drawn by one worker.
type Options struct {
	Lang format.Lang
	// Compact leaves out the interactive charts; static ones stay.
	Compact bool
	// Workers is how many goroutines may draw; below 1 means 1.
	Workers int
	// Context ends the drawing when it ends; nil never does.
	Context context.Context
	// Drawn keeps charts between calls, so that two editions of one result
	// draw an equal figure once. Nil keeps nothing.
	Drawn *Drawn
}

// File is one output file, named relative to the folder of the period.
type File struct {
	Name string
	Data []byte
}

// Pages draws every document of the result, in order, each as one complete
// HTML file named after it. The same result and options give the same bytes.
func Pages(r *result.Result, opt Options) ([]File, error) {
	if opt.Lang == "" {
		opt.Lang = format.ID
	}
	if opt.Context == nil {
		opt.Context = context.Background()
	}
	pic, err := drawings(r, opt)
	if err != nil {
		return nil, err
	}
	files := make([]File, len(r.Documents))
	var group errgroup.Group
	group.SetLimit(max(opt.Workers, 1))
	for i := range r.Documents {
		group.Go(func() error {
			if opt.Context.Err() != nil {
				return opt.Context.Err()
			}
			data, err := page(r, &r.Documents[i], pic, opt)
			if err != nil {
				return text.Errorf("dokumen %s: %w", "document %s: %w", r.Documents[i].ID, err)
			}
			files[i] = File{Name: r.Documents[i].ID + ".html", Data: data}
			return nil
		})
	}
	return files, group.Wait()
}

// page draws one document.
func page(r *result.Result, doc *result.Document, pic *pictures, opt Options) ([]byte, error) {
	v := newViewer(r, doc, pic, opt)
	var out bytes.Buffer
	if err := layouts[opt.Lang].document.Execute(&out, *v.page()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
