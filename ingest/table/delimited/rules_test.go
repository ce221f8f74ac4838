package delimited

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// body is ten ordinary rows of three cells.
func body(sep string) string {
	var b strings.Builder
	for i := range 10 {
		fmt.Fprintf(&b, "%d%sBudi%s%d\n", i, sep, sep, i*10)
	}
	return b.String()
}

// certain are the damaged rows that can be cut in one way only.
var certain = map[string]bool{"quote opens a cell": true, "quote opens the row": true, "quote ends a cell": true, "extra quote before a quoted": true,
	"not escaped, at the end": true, "stray quote before other ones": true}

// TestDamagedRows: one row each, after ten ordinary ones of three cells: how
// it is read, and what is said of it.
func TestDamagedRows(t *testing.T) {
	for name, c := range map[string]struct {
		row  string
		want [][]string
		code reject.Code
	}{
		"quote opens a cell":            {`7,"Siti,70`, [][]string{{"7", `"Siti`, "70"}}, reject.StrayQuote},
		"quote opens the row":           {`"7,Siti,70`, [][]string{{`"7`, "Siti", "70"}}, reject.StrayQuote},
		"quote ends a cell":             {`7,Siti",70`, [][]string{{"7", `Siti"`, "70"}}, reject.StrayQuote},
		"extra quote before a quoted":   {`7,""Siti, Ayu",70`, [][]string{{"7", `"Siti, Ayu`, "70"}}, reject.StrayQuote},
		"not escaped":                   {`7,"Siti "Ayu", anak",70`, [][]string{{"7", `Siti "Ayu", anak`, "70"}}, reject.StrayQuote},
		"not escaped, at the end":       {`7,"Siti, 48"",70`, [][]string{{"7", `Siti, 48"`, "70"}}, reject.StrayQuote},
		"a pair of quotes or two":       {`7,x"Siti, Ayu",70`, [][]string{{"7", `x"Siti`, ` Ayu"`, "70"}}, reject.LongRow},
		"two strays":                    {`7,x"Siti,70"`, [][]string{{"7", `x"Siti`, `70"`}}, reject.StrayQuote},
		"could run over two lines":      {"7,\"Siti,70\n8,Ayu\",80", [][]string{{"7", `"Siti`, "70"}, {"8", `Ayu"`, "80"}}, reject.StrayQuote},
		"the next line is no row":       {"7,\"Siti,70\nAyu", [][]string{{"7", `"Siti`, "70"}, {"Ayu"}}, reject.StrayQuote},
		"inches":                        {`7,10" layar,70`, [][]string{{"7", `10" layar`, "70"}}, ""},
		"spaces around quotes":          {`7, "Siti, Ayu" ,70`, [][]string{{"7", "Siti, Ayu", "70"}}, ""},
		"too short":                     {`7,Siti`, [][]string{{"7", "Siti"}}, reject.ShortRow},
		"too long":                      {`7,Siti,70,x`, [][]string{{"7", "Siti", "70", "x"}}, reject.LongRow},
		"other delimiter":               {`7;Siti;70`, [][]string{{"7", "Siti", "70"}}, reject.OtherDelimiter},
		"a note is no other delimiter":  {`Catatan: a; b; c`, [][]string{{"Catatan: a; b; c"}}, ""},
		"escaped delimiter":             {`7,Siti\, Ayu,70`, [][]string{{"7", "Siti, Ayu", "70"}}, ""},
		"cell over lines":               {"7,\"Siti\nAyu, anak\",70", [][]string{{"7", "Siti\nAyu, anak", "70"}}, ""},
		"a table in a cell":             {"7,\"a,b,c\nd,e,f\",70", [][]string{{"7", "a,b,c\nd,e,f", "70"}}, ""},
		"stray quote before other ones": {"7,\"Siti,70\n8,\"Ayu\",80", [][]string{{"7", `"Siti`, "70"}, {"8", "Ayu", "80"}}, reject.StrayQuote},
		"lost quote over lines":         {"7,\"Siti \"Ayu\" dan\nanak\",70", [][]string{{"7", "Siti \"Ayu\" dan\nanak", "70"}}, reject.StrayQuote},
	} {
		got, doubts, _ := read(t, []byte(body(",")+c.row+"\n"+body(",")))
		if len(got) != 20+len(c.want) || !slices.EqualFunc(got[10:len(got)-10], c.want, slices.Equal) {
			t.Errorf("%s: %q", name, got[10:])
		}
		switch {
		case c.code == "" && len(doubts) > 0:
			t.Errorf("%s: %v", name, doubts)
		case c.code == reject.StrayQuote && doubts[0].TextOnly != certain[name]:
			t.Errorf("%s: %+v", name, doubts)
		case c.code != "" && !slices.ContainsFunc(doubts, func(d grid.Doubt) bool { return d.Row == 11 && d.Code == c.code }):
			t.Errorf("%s: %v", name, doubts)
		}
	}
}

// TestDelimiters: the delimiter as a person would say it.
func TestDelimiters(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{body(";"), ";"},
		{body("||"), "||"},
		{body(", "), ", "},
		{body(" ; "), " ; "},
		{body(" "), " "},
		{body("^"), "^"},
		{"nilai\n1,5\n2,5\n3,5\n", ""},
		{"a;b\n1,5;2,5\n3,5;4,5\n", ";"},
		{"1,5;2,5;3,5\n3,5;4,5;5,5\n", ";"},
		{"nama\nBudi Santoso\nSiti Aminah\n", ""},
		{"\"a\" \"b c\"\n\"1\" \"2 3 4\"\n\"5\" \"6\"\n", " "},
		{"a,b\n1,\n,2\n", ","},
		{"07:30\n07:45\n08:10\n", ""},
		{"sep=|\na;x|b\n1;y|2\n", "|"},
		{body("#"), "#"},
		{"milan#_%pass\n", ""},
		{"kol1,kol2\n1;2;3,4;5;6\na;b;c,d;e;f\n", ","}, // the headings part only by a comma
		{"Rekap, Januari 2016\nLoket;Rerata\nA;1,5\nB;2,5\nC;3,5\n", ";"},   // a title is no heading
		{"1971\n2.2039,137.0000\n3.6697,778.0000\n3.7453,1101.0000\n", ","}, // no number has a decimal comma and a dot after it
		{"1, I;\n2, L;\n3, I;\n4, V;\n", ", "},                              // nothing ever stands behind the semicolon
		{"A;\nB;\nC;\n", ";"},
		{"Kalimat satu; dua\nlagi\nlagi\nlagi\nlagi\n", ""},
		{"nilai\n\"1,5\"\n\"2,5\"\n3\n", ","}, // what the cells are quoted for
		{"nama\n\"Budi\"\n\"Siti, Ayu\"\n", ""},
		{"a,b\n1,\"# x\n# y||z||\n### w\"\n2,\"# x\n# y||z||\n### w\"\n3,\"# x\n# y||z||\n### w\"\n", ","},
	} {
		if _, _, tr := read(t, []byte(c.text)); tr.Delimiter != c.want {
			t.Errorf("%.20q: %q, want %q; %v", c.text, tr.Delimiter, c.want, tr.Evidence)
		}
	}
}

// TestEncodings: few bad bytes do not change the encoding of a file, and are
// said; text of another code page is doubted.
func TestEncodings(t *testing.T) {
	good := strings.Repeat("1,Añi,é\n", 20)
	for name, c := range map[string]struct {
		text, encoding string
		row            uint32
	}{
		"good":          {good, "utf-8", 0},
		"one bad":       {good + "2,A\xf1i,e\n" + good, "utf-8", 21},
		"all bad":       {strings.Repeat("1,A\xf1i,\xe9\n", 20), "windows-1252", 0},
		"other page":    {"1,\xcb\xe5\xf9\xed\xe9\xe4\xe1\xf2\n2,\xc1\xeb\xe5\n", "windows-1252", 1},
		"twice encoded": {"1,\u0093Ani\u0094\n2,x\n", "utf-8", 1},
		"late bad":      {strings.Repeat(good, 2000) + "2,A\xf1i,e\n", "utf-8", 40001},
		"late latin":    {strings.Repeat("1,Ani,e\n", 40000) + "2,A\xf1i,e\n", "windows-1252", 0},
		"cut by head":   {strings.Repeat("1,Añi,éé\n", 30000), "utf-8", 0},
	} {
		rows, doubts, tr := read(t, []byte(c.text))
		if tr.Encoding != c.encoding {
			t.Errorf("%s: %s", name, tr.Encoding)
		}
		switch {
		case c.row == 0 && len(doubts) > 0, c.row > 0 && (len(doubts) == 0 || doubts[0].Row != c.row || doubts[0].Code != reject.EncodingDoubt):
			t.Errorf("%s: %v", name, doubts)
		case c.row == 21 && rows[20][1] != "Añi":
			t.Errorf("%s: %q", name, rows[20])
		}
	}
}

// TestLoneCR: a carriage return inside a cell is text where lines end in LF.
func TestLoneCR(t *testing.T) {
	got, _, tr := read(t, []byte(body(",")+"7,Siti\rAyu,70\n"+body(",")))
	if tr.LineEnd != "mixed" || len(got) != 21 || got[10][1] != "Siti\rAyu" {
		t.Errorf("%s, %d rows, %q", tr.LineEnd, len(got), got[10])
	}
	got, _, _ = read(t, []byte("a,b\r1,2\r\n3,4\n5,6\r"))
	if len(got) != 4 {
		t.Errorf("%q", got)
	}
}

// TestCellsKeepTheirLineEnds: CRLF inside a cell stays CRLF, LF stays LF.
func TestCellsKeepTheirLineEnds(t *testing.T) {
	got, _, _ := read(t, []byte("a,b\r\n1,\"x\r\ny\nz\"\r\n"))
	if want := "x\r\ny\nz"; got[1][1] != want {
		t.Errorf("%q, want %q", got[1][1], want)
	}
}

// TestLongCell: a cell over many lines is read once, not once for each line;
// one that never closes costs only its own line.
func TestLongCell(t *testing.T) {
	long := strings.Repeat("baris\n", 900)
	got, doubts, _ := read(t, []byte("a,b\n1,\""+long+"\"\n2,x\n"))
	if len(got) != 3 || got[1][1] != long || len(doubts) > 0 {
		t.Errorf("%d rows, doubts %v", len(got), doubts)
	}
	got, doubts, _ = read(t, []byte("a,b\n1,\"x\n"+strings.Repeat("2,y\n", 5000)))
	if len(got) != 5002 || len(doubts) != 1 || doubts[0].Row != 2 || !doubts[0].TextOnly {
		t.Errorf("%d rows, doubts %v", len(got), doubts)
	}
	got, doubts, _ = read(t, []byte("a,b\n"+strings.Repeat("2,y\n", 20)+"1,\"x\n"+strings.Repeat("kalimat\n", 3000)))
	if len(got) != 3022 || !slices.ContainsFunc(doubts, func(d grid.Doubt) bool { return d.Row == 22 && d.Code == reject.StrayQuote && !d.TextOnly }) {
		t.Errorf("%d rows, doubts %.3v", len(got), doubts)
	}
}

// TestGiantLine: a line of many megabytes is cut at the most cells a row may
// have, and nothing is lost.
func TestGiantLine(t *testing.T) {
	text := strings.Repeat("a,", 3<<20)
	got, doubts, _ := read(t, []byte(text))
	if len(doubts) != 1 || doubts[0].Code != reject.LongRow {
		t.Errorf("doubts %v", doubts)
	}
	n := 0
	for _, s := range got[0] {
		n += len(s)
	}
	if len(got) != 1 || len(got[0]) != maxCells+1 || n+maxCells != len(text) {
		t.Errorf("%d rows, %d cells, %d bytes", len(got), len(got[0]), n)
	}
}

// TestReadErrors: a source that fails is a failure, not the end of the file.
func TestReadErrors(t *testing.T) {
	p := newParser(Dialect{sep: ",", Delimiter: ","}, &failing{lines: 3})
	n := 0
	if err := p.run(func(*grid.Row) bool { n++; return true }); err == nil || n != 3 {
		t.Errorf("%d rows, %v", n, err)
	}
	if _, err := Open(failingAt{}, 10, Options{}); err == nil {
		t.Error("no error")
	}
}

type failing struct{ lines int }

func (f *failing) next() (string, bool, error) {
	if f.lines--; f.lines < 0 {
		return "", false, iotest.ErrTimeout
	}
	return "a,b", false, nil
}

type failingAt struct{}

func (failingAt) ReadAt([]byte, int64) (int, error) { return 0, iotest.ErrTimeout }

// TestScanCutsBetweenCharacters: blocks of a file are cut between characters,
// so that none of them looks bad.
func TestScanCutsBetweenCharacters(t *testing.T) {
	for pad := range 5 {
		text := strings.Repeat("x", pad) + strings.Repeat("€", 200_000)
		if _, bad, err := validity(bytes.NewReader([]byte(text)), int64(len(text))); bad != 0 || err != nil {
			t.Errorf("%d bad bytes with %d before, %v", bad, pad, err)
		}
		text += "\xe2\x82"
		if good, bad, _ := validity(bytes.NewReader([]byte(text)), int64(len(text))); bad == 0 || good != 200_000 {
			t.Errorf("%d good, %d bad", good, bad)
		}
	}
}

// TestEmptyCellsAtTheEnd: a row with an empty cell missing or too many at its
// end is whole; one whose cells have moved is not, whatever its width.
func TestEmptyCellsAtTheEnd(t *testing.T) {
	rows := "no,nama,nilai,catatan\n" + strings.Repeat("1,Budi,10,\n", 20)
	for row, code := range map[string]reject.Code{
		"7,Siti,70": "", "7,Siti,70,,": "", "7,Siti70,": reject.ShortRow, "7Siti,70,": reject.ShortRow, "7,,Siti,70,": reject.LongRow, "7,Siti,,70,": reject.LongRow,
		"7,70,Siti": reject.ShortRow,
	} {
		_, doubts, _ := read(t, []byte(rows+row+"\n"+strings.Repeat("1,Budi,10,\n", 20)))
		if len(doubts) > 0 != (code != "") || code != "" && (doubts[0].Row != 22 || doubts[0].Code != code) {
			t.Errorf("%s: %v", row, doubts)
		}
	}
}
