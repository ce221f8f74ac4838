package markup

import (
	"bytes"
	"strings"
	"testing"

	"rapor/ingest/grid"
)

// textOf reads a page and gives the texts of its first sheet, cells parted by |.
func textOf(t *testing.T, in string) string {
	t.Helper()
	book, err := OpenHTML(bytes.NewReader([]byte(in)), int64(len(in)), "")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	err = book.Sheets()[0].Rows(func(r *grid.Row) bool {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.Text)
		}
		out = append(out, strings.Join(row, "|"))
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, "\n")
}

// A text that the page does not show is no part of its cell; what is shown is.
func TestTextThatIsNotShown(t *testing.T) {
	cell := func(inner string) string { return "<table><tr><td>" + inner + "</td><td>x</td></tr></table>" }
	style := func(css, inner string) string { return "<style>" + css + "</style>" + cell(inner) }
	for name, c := range map[string]struct{ in, want string }{
		"style": {cell(`<span style="display:none">20160105</span>05/01/2016`), "05/01/2016|x"},
		"spaces and case": {cell(`<SPAN STYLE="color:red; DISPLAY : NONE
			!important">20160105</SPAN>05/01/2016`), "05/01/2016|x"},
		"the attribute":         {cell(`<span hidden>20160105</span> 05/01/2016`), "05/01/2016|x"},
		"after the text":        {cell(`05/01/2016<i hidden="hidden">20160105</i>`), "05/01/2016|x"},
		"elements inside":       {cell(`<div hidden><div>1</div><span>2</span></div>05/01/2016`), "05/01/2016|x"},
		"no end tag":            {"<table><tr><td><span hidden>1<td>x</table>", "|x"},
		"visibility":            {cell(`<span style="visibility:hidden">1</span>2`), "2|x"},
		"no size":               {cell(`<span style="font-size:0">1</span>2`), "2|x"},
		"a small size":          {cell(`<span style="font-size:0.8em">1</span>2`), "12|x"},
		"a class":               {style(".k{display:none}", `<span class="a k">1</span>2`), "2|x"},
		"a class of an element": {style("td span.k , b { display: none; }", `<span class=k>1</span>2`), "2|x"},
		"of another element":    {style("i.k{display:none}", `<span class=k>1</span>2`), "12|x"},
		"an id":                 {style("#k{display:none}", `<span id=k>1</span>2`), "2|x"},
		"two classes":           {style(".k.l{display:none}", `<span class="l k">1</span><span class=k>3</span>2`), "32|x"},
		"shown again":           {style(".k{display:none} .k{display:inline}", `<span class=k>1</span>2`), "12|x"},
		"a state":               {style(".k:hover{display:none}", `<span class=k>1</span>2`), "12|x"},
		"on paper only":         {style("@media print{.j{color:red} .k{display:none}}", `<span class=k>1</span>2`), "12|x"},
		"on the screen": {style("@media screen { .k{display:none} } .m{color:red}", `<span
			class=k>1</span>2`), "2|x"},
		"a common class":        {cell(`<span class="sr-only">1</span>2`), "2|x"},
		"shown on wide screens": {cell(`<span class="d-none d-md-inline">1</span>2`), "12|x"},
		"a template":            {cell(`<template>1</template>2`), "2|x"},
		"an input":              {cell(`<input type=hidden hidden value=1>2`), "2|x"},
		"a comment":             {cell(`<!-- 1 -->2`), "2|x"},
		"shown":                 {cell(`<span style="display:inline">1</span><b>2</b>`), "12|x"},
		"a line above":          {`<p hidden>Januari 2016</p><p>Maret 2016</p>` + cell("2"), "Maret 2016\n2|x"},
	} {
		if got := textOf(t, c.in); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A table inside what is not shown is a hidden sheet, as one of its own is.
func TestTableInsideOfWhatIsNotShown(t *testing.T) {
	in := `<div style="display:none"><table><tr><td>a</td><td>b</td></tr></table></div><table><tr><td>c</td><td>d</td></tr></table>`
	book, err := OpenHTML(strings.NewReader(in), int64(len(in)), "")
	if err != nil {
		t.Fatal(err)
	}
	list := book.Sheets()
	if len(list) != 2 || !list[0].Hidden() || list[1].Hidden() {
		t.Errorf("%d sheets; want a hidden one and one that is shown", len(list))
	}
}
