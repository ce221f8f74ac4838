package markup

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table/store"
)

const (
	maxPage  = 512 << 20 // bytes of a page
	maxToken = 4 << 20   // bytes of one tag or text
	maxNest  = 40        // tables inside each other
)

// page is the state of reading an HTML page.
type page struct {
	style  sheetStyle
	budget *store.Budget
	open   []*tableState // tables inside each other, the innermost last
	text   prose         // outside tables
	over   veil          // of the text outside tables
	titles []string      // lines of text since the last table
	raw    atom.Atom     // inside script, style or title
	names  map[string]bool
	data   []grid.Sheet // tables with a row of two filled cells or more
	narrow []grid.Sheet // others
}

// OpenHTML reads every table of a page as a sheet. Of tables inside each
// other, those that hold nothing but others and titles are layout: their texts
// become titles of the table they surround. Without any table the page is
// refused.
func OpenHTML(r io.ReaderAt, size int64, hint string) (grid.Book, error) {
	if size > maxPage {
		return nil, refuse(reject.OverLimit, "%d", size)
	}
	src, err := decide(r, size, hint)
	if err != nil {
		return nil, err
	}
	p := &page{
		style:  sheetStyle{looks: map[string]grid.Look{}},
		budget: store.NewBudget(), names: map[string]bool{},
	}
	if err := p.read(html.NewTokenizer(src.open())); err != nil {
		var refused *grid.RefusedError
		switch {
		case errors.As(err, &refused):
			return nil, err
		case errors.Is(err, store.ErrFull) || errors.Is(err, html.ErrBufferExceeded):
			return nil, refuse(reject.OverLimit, "HTML")
		}
		return nil, refuse(reject.DamagedSheet, "%v", err)
	}
	sheets := p.data
	if len(sheets) == 0 {
		sheets = p.narrow
	}
	if len(sheets) == 0 {
		return nil, refuse(reject.HTMLTable, "")
	}
	return &book{grid.Traits{Format: "html", Encoding: src.name, Evidence: src.evidence}, sheets}, nil
}

// read goes through the page to its end. A table that is still open there was
// cut off: its rows must not pass for all of them.
func (p *page) read(z *html.Tokenizer) error {
	z.SetMaxBuf(maxToken)
	for {
		var err error
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				return z.Err()
			}
			if len(p.open) > 0 {
				return refuse(reject.DamagedSheet, "<table> ... (%d)", p.open[0].row.N)
			}
			return nil
		case html.TextToken:
			p.characters(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			err = p.start(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			p.veil().up(string(name))
			err = p.end(atom.Lookup(name))
		}
		if err != nil {
			return err
		}
	}
}

func (p *page) inner() *tableState {
	if n := len(p.open); n > 0 {
		return p.open[n-1]
	}
	return nil
}

// target is where text goes: a cell, a caption, or the page around the tables.
func (p *page) target() *prose {
	if t := p.inner(); t != nil && (t.inCell || t.caption) {
		return &t.text
	}
	return &p.text
}

// veil is what may hide the text of the target.
func (p *page) veil() *veil {
	if t := p.inner(); t != nil {
		return &t.over
	}
	return &p.over
}

func (p *page) characters(s string) {
	switch p.raw {
	case 0:
		if p.veil().tag == "" {
			p.target().write(s)
		}
	case atom.Style:
		p.style.add(s)
	}
}

func (p *page) start(tok html.Token) error {
	a, t := attributes(tok.Attr), p.inner()
	if tok.Type == html.StartTagToken {
		p.veil().down(tok.Data, tok.DataAtom == atom.Template || a.hidden(&p.style, tok.Data))
	}
	switch tok.DataAtom {
	case atom.Script, atom.Style, atom.Title:
		if tok.Type == html.StartTagToken {
			p.raw = tok.DataAtom
		}
		return nil
	case atom.Table:
		return p.startTable(a)
	case atom.Br:
		p.target().br()
	case atom.P, atom.Div, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Center, atom.Hr, atom.Ul, atom.Ol, atom.Form:
		p.target().block()
	}
	if t == nil {
		return nil
	}
	switch tok.DataAtom {
	case atom.Tr:
		return t.startRow(a)
	case atom.Td, atom.Th:
		return t.startCell(a)
	case atom.Col:
		return t.describe(a)
	case atom.Thead, atom.Tbody, atom.Tfoot:
		t.group = a.hidden(&p.style, tok.Data)
		return t.endRow()
	case atom.Caption:
		t.caption = !t.inCell
		if t.caption {
			t.text.reset()
		}
	}
	return nil
}

func (p *page) end(name atom.Atom) error {
	t := p.inner()
	switch name {
	case atom.Script, atom.Style, atom.Title:
		p.raw = 0
		return nil
	case atom.P, atom.Div, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Center:
		p.target().block()
	}
	if t == nil {
		return nil
	}
	switch name {
	case atom.Td, atom.Th:
		return t.endCell()
	case atom.Tr:
		return t.endRow()
	case atom.Thead, atom.Tbody, atom.Tfoot:
		t.group = false
		return t.endRow()
	case atom.Caption:
		return p.endCaption(t)
	case atom.Table:
		return p.endTable(t)
	}
	return nil
}

// startTable opens a table under the lines of text above it: those of the page
// and, inside a layout table, those of that table.
func (p *page) startTable(a attributes) error {
	if len(p.open) >= maxNest {
		return refuse(reject.OverLimit, "%d <table>", maxNest)
	}
	p.titles = append(p.titles, p.text.lines()...)
	p.text.reset()
	if outer := p.inner(); outer != nil && !outer.wide {
		p.titles = append(append(p.titles, outer.lines...), outer.text.lines()...)
		outer.lines = nil
		outer.text.reset()
	}
	name, _ := a.get("id")
	out := store.New(strings.TrimSpace(name), p.budget)
	out.IsHidden = a.hidden(&p.style, "table") || p.veil().tag != ""
	t, err := begin(out, &p.style, p.titles[max(0, len(p.titles)-maxTitles):])
	p.titles = nil
	p.open = append(p.open, t)
	return err
}

// endCaption names the table by its caption, which is a title as well when no
// row stands above it.
func (p *page) endCaption(t *tableState) error {
	if !t.caption {
		return nil
	}
	t.caption = false
	lines := t.text.lines()
	if len(lines) == 0 || t.inRow {
		return nil
	}
	t.out.Title = strings.Join(lines, " ")
	for _, l := range lines {
		if err := t.title(l); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) endTable(t *tableState) error {
	if err := p.endCaption(t); err != nil {
		return err
	}
	if err := t.end(); err != nil {
		return err
	}
	p.open = p.open[:len(p.open)-1]
	p.text.reset()
	switch {
	case t.wide:
		p.data = append(p.data, p.named(t.out))
	case len(t.lines) > 0:
		p.narrow = append(p.narrow, p.named(t.out))
		p.titles = append(p.titles, t.lines...)
	}
	return nil
}

// named makes sure that every sheet has a name of its own.
func (p *page) named(s *store.Sheet) *store.Sheet {
	base, n := s.Title, len(p.names)+1
	if base == "" {
		s.Title = strconv.Itoa(n)
	}
	for ; p.names[s.Title]; n++ {
		s.Title = strings.TrimSpace(base + " " + strconv.Itoa(n))
	}
	p.names[s.Title] = true
	return s
}
