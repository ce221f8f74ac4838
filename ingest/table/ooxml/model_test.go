package ooxml

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/grid"
)

// drawSheet draws rows as careless writers make them: positions written or not,
// of any type, with blanks, comments and foreign elements between them; now and
// then out of order or unsound.
func drawSheet(t *rapid.T) string {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	var out strings.Builder
	gap := func() { out.WriteString(pick("gap", "", "", "", " ", "\r\n", "<!-- > -->", "<?a b?>", "<z:x v='>'/>")) }
	n := 0
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		gap()
		n += rapid.SampledFrom([]int{1, 1, 1, 2, 7, 0}).Draw(t, "step")
		number := ""
		if rapid.Bool().Draw(t, "numbered") {
			number = fmt.Sprintf(" r='%d'", n)
		}
		fmt.Fprintf(&out, `<row%s%s>`, number, pick("hidden", "", "", ` hidden="1"`, ` hidden = "0"`))
		col := 0
		for range rapid.IntRange(0, 4).Draw(t, "cells") {
			gap()
			ref := ""
			if rapid.Bool().Draw(t, "placed") {
				col += rapid.SampledFrom([]int{0, 0, 0, 1, 3}).Draw(t, "over")
				ref = fmt.Sprintf(` r="%s"`, place(col, uint32(max(n, 1))))
			}
			col++
			fmt.Fprintf(&out, `<c%s%s%s>`, ref, pick("style", "", ` s="1"`, ` s=""`), pick("type", "", "", ` t="n"`, ` t="s"`, ` t="str"`, ` t="inlineStr"`, ` t="b"`, ` t="e"`, ` t="d"`))
			out.WriteString(pick("formula", "", "", "<f>A1&lt;2</f>", `<f t="shared" si="0"/>`))
			gap()
			out.WriteString(pick("value", "", "<v/>", "<v>1</v>", "<v>0</v>", "<v> 2 </v>", "<v>3.1000000000000001</v>", "<v>12345678901234567</v>", "<v>a_x0041_&#66;<![CDATA[&]]></v>",
				"<is><t>x</t></is>", "<is><r><t> y</t></r><rPh><t>no</t></rPh><r><t>z </t></r></is>", "<v>1</v><is><t>w</t></is>"))
			out.WriteString("</c>")
		}
		out.WriteString("</row>")
	}
	return worksheet(out.String())
}

// TestAgreesWithANaiveReader: whatever is not refused reads as a naive reader
// on top of encoding/xml reads it, kept or streamed.
func TestAgreesWithANaiveReader(t *testing.T) {
	read, drawn := 0, 0
	sst := plainParts("")["xl/sharedStrings.xml"]
	rapid.Check(t, func(rt *rapid.T) {
		sheet := drawSheet(rt)
		drawn++
		b := zipped(t, plainParts(sheet))
		book, err := open(b, DefaultLimits())
		if code(t, err) != "" {
			return
		}
		read++
		var got []string
		if err := book.Sheets()[0].Rows(func(r *grid.Row) bool { got = append(got, line(r)); return true }); err != nil {
			rt.Fatal(err)
		}
		want, ok := naive(sheet, sst)
		if !ok {
			rt.Fatalf("read what encoding/xml refuses: %s", sheet)
		}
		if !slices.Equal(texts0(got), want) {
			rt.Errorf("%s\ngot  %q\nwant %q", sheet, got, want)
		}
	})
	if read*5 < drawn {
		t.Errorf("only %d of %d sheets were read", read, drawn)
	}
}
