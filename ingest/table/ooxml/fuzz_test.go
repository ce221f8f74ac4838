package ooxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"rapor/ingest/grid"
)

// tokens walks a document and shows each token; texts that follow each other
// are one, however many pieces they came in.
func tokens(r io.Reader, all []byte) (string, error) {
	s, err := newScanner(r, all)
	if err != nil {
		return "", err
	}
	var out, text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			fmt.Fprintf(&out, "%q", text.String())
			text.Reset()
		}
	}
	for {
		t, err := s.next()
		if err != nil {
			flush()
			return out.String(), err
		}
		switch t {
		case startToken:
			flush()
			fmt.Fprintf(&out, "<%s%s>", s.name, s.attrs)
		case endToken:
			flush()
			fmt.Fprintf(&out, "</%s>", s.name)
		default:
			text.Write(s.text)
		}
	}
}

// FuzzScanner: a document read from a stream in small pieces gives the tokens
// of the same document in memory, and whatever happens, it ends. Of a document
// that is refused nothing is used, so how far each came before does not matter.
func FuzzScanner(f *testing.F) {
	f.Add([]byte(worksheet(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)))
	f.Add([]byte(`<?xml version="1.0"?><x:a b='c>d'><!-- > --><![CDATA[<]]>&#65;` + "\r\n" + `</x:a>`))
	f.Add([]byte("\xff\xfe<\x00a\x00/\x00>\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		held, err := tokens(bytes.NewReader(b), b)
		streamed, err2 := tokens(iotest.HalfReader(iotest.OneByteReader(bytes.NewReader(b))), nil)
		sound := err == nil || errors.Is(err, io.EOF)
		if sound && held != streamed || (err == nil) != (err2 == nil) || errors.Is(err, io.EOF) != errors.Is(err2, io.EOF) {
			t.Errorf("held %q %v\nstreamed %q %v", held, err, streamed, err2)
		}
	})
}

// FuzzBook puts arbitrary XML into a sound archive: what is read agrees with a
// naive reader, and what is refused has a code.
func FuzzBook(f *testing.F) {
	base := plainParts("")
	sst, styles := base["xl/sharedStrings.xml"], base["xl/styles.xml"]
	for i, c := range sheetCases {
		if i%3 == 0 || strings.Contains(c.name, "position") || strings.Contains(c.name, "formula") {
			f.Add(worksheet(c.rows, `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`), sst, styles)
		}
	}
	f.Fuzz(func(t *testing.T, sheet, sst, styles string) {
		parts := plainParts(sheet)
		parts["xl/sharedStrings.xml"], parts["xl/styles.xml"] = sst, styles
		b := asIs(t, parts)
		book, err := open(b, DefaultLimits())
		if code(t, err) != "" {
			return
		}
		var lines []string
		last := uint32(0)
		if err := book.Sheets()[0].Rows(func(r *grid.Row) bool {
			if r.N <= last || r.N > lastRow || len(r.Cells) > columns || len(r.Cells) == 0 {
				t.Fatalf("row %d with %d cells after row %d", r.N, len(r.Cells), last)
			}
			last = r.N
			lines = append(lines, line(r))
			return true
		}); err != nil {
			t.Fatalf("opened, and refused later: %v", err)
		}
		if want, ok := naive(sheet, sst); ok && !slices.Equal(want, texts0(lines)) {
			t.Errorf("got  %q\nwant %q", texts0(lines), want)
		}
	})
}

// texts0 sets the look of each cell to 0: the naive reader knows no styles.
func texts0(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		for _, kind := range "-tnbed" {
			for look := byte('1'); look <= '5'; look++ {
				l = strings.ReplaceAll(l, "="+string(kind)+string(look)+":", "="+string(kind)+"0:")
			}
		}
		out[i] = l
	}
	return out
}

// node is an element of a document that encoding/xml accepts.
type node struct {
	name  string
	attrs map[string]string
	kids  []*node
	text  string
}

// tree reads a whole document; false when the standard library refuses it or
// reads more out of it than this package promises (foreign attributes).
func tree(doc string) (*node, bool) {
	d := xml.NewDecoder(strings.NewReader(doc))
	top := &node{}
	stack := []*node{top}
	for {
		tok, err := d.Token()
		if err != nil {
			return top, errors.Is(err, io.EOF) && len(top.kids) == 1
		}
		in := stack[len(stack)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				if a.Name.Space == "" {
					n.attrs[a.Name.Local] = a.Value
				}
			}
			in.kids = append(in.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			in.text += string(tok)
		}
	}
}

func (n *node) named(name string) (out []*node) {
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// rich is the text of an item: its own texts and those of its runs, in order.
func (n *node) rich() (s string) {
	for _, k := range n.kids {
		switch k.name {
		case "t":
			s += k.text
		case "r":
			s += k.rich()
		}
	}
	return s
}

// naive reads a sheet from its tree, position by position, with no thought of
// refusing anything.
func naive(sheet, sst string) (lines []string, ok bool) {
	doc, ok := tree(sheet)
	strs, ok2 := tree(sst)
	if !ok || !ok2 {
		return nil, false
	}
	n := uint32(0)
	for _, data := range doc.kids[0].named("sheetData") {
		for _, row := range data.named("row") {
			n++
			if v, err := strconv.Atoi(row.attrs["r"]); err == nil {
				n = uint32(v)
			}
			r := grid.Row{N: n, Hidden: truth(row.attrs["hidden"])}
			next := 0
			for _, c := range row.named("c") {
				if ref, ok := c.attrs["r"]; ok {
					next, n, _ = address([]byte(ref))
					r.N = n
				}
				if cell := c.cell(strs.kids[0].named("si")); cell != (grid.Cell{}) {
					for len(r.Cells) <= next {
						r.Cells = append(r.Cells, grid.Cell{})
					}
					r.Cells[next] = cell
				}
				next++
			}
			if len(r.Cells) > 0 {
				lines = append(lines, line(&r))
			}
		}
	}
	return lines, true
}

// cell reads one cell from its tree.
func (n *node) cell(shared []*node) (c grid.Cell) {
	c.Formula = len(n.named("f")) > 0
	values, typ := n.named("v"), n.attrs["t"]
	var raw string
	if len(values) > 0 {
		raw = values[0].text
	}
	is := n.named("is")
	if typ == "inlineStr" && len(is) > 0 {
		raw = is[0].rich()
	} else if len(values) == 0 {
		return c
	}
	if typ == "str" || typ == "inlineStr" {
		if c.Text = string(excelEscapes([]byte(raw), 0)); c.Text != "" || c.Formula {
			c.Kind = grid.Text
		}
		return c
	}
	if c.Text = string(bytes.TrimSpace([]byte(raw))); c.Text == "" {
		return c
	}
	switch typ {
	case "s":
		i, _ := strconv.Atoi(c.Text)
		if c.Text = string(excelEscapes([]byte(shared[i].rich()), 0)); c.Text != "" || c.Formula {
			c.Kind = grid.Text
		}
	case "b":
		c.Kind, c.Text = grid.Bool, map[bool]string{true: "TRUE", false: "FALSE"}[c.Text == "1" || strings.EqualFold(c.Text, "true")]
	case "e":
		c.Kind = grid.Error
	case "d":
		c.Kind = grid.ISODate
	default:
		c.Kind = grid.Text
		if digits, whole, ok := decimal([]byte(c.Text)); ok {
			c.Kind = grid.Number
			if digits > 15 && !whole {
				c.Text = rounded(c.Text)
			}
		}
	}
	return c
}
