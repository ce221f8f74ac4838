// Package delimited reads CSV and its relatives: it finds encoding, delimiter
// and quoting from the text itself, says how it knows, and hands on rows with
// their line numbers. One stray quote never swallows rows.
//
// It knows nothing of headers or of what a cell means.
package delimited

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Dialect is how a text file is written.
type Dialect struct {
	Encoding  string // "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"
	Delimiter byte   // 0 = a single column
	Quote     byte   // '"', '\'' or 0
	Backslash bool   // quotes are escaped by a backslash, not doubled
	LineEnd   string // "lf", "crlf", "cr", "mixed"
	Preface   int    // leading "sep=" lines to skip
	Evidence  []string
}

// Options are hints of the user; empty means: find out.
type Options struct {
	Encoding  string
	Delimiter string
}

// sniffEncoding decides by byte-order mark, NUL pattern, validity, in order.
func sniffEncoding(head []byte, whole bool) (name string, bom int) {
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return "utf-8-bom", 3
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return "utf-16le", 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return "utf-16be", 2
	}
	var even, odd int
	n := min(len(head), 4096)
	for i := 0; i < n; i++ {
		if head[i] == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	switch {
	case odd > n/4 && even < odd/8:
		return "utf-16le", 0
	case even > n/4 && odd < even/8:
		return "utf-16be", 0
	}
	b := head
	if !whole { // the window may cut a character
		for i := 0; i < 3 && len(b) > 0 && !utf8.RuneStart(b[len(b)-1]); i++ {
			b = b[:len(b)-1]
		}
		if len(b) > 0 && b[len(b)-1] >= 0x80 {
			b = b[:len(b)-1]
		}
	}
	if utf8.Valid(b) {
		return "utf-8", 0
	}
	return "windows-1252", 0
}

// candidates in the order of preference among equals.
var candidates = []byte{';', ',', '\t', '|'}

// sniffDialect decides delimiter and quoting from decoded text: the delimiter
// under which most lines agree on a number of cells above one.
func sniffDialect(text string, whole bool) Dialect {
	d := Dialect{LineEnd: lineEnd(text)}
	lines := logical(text, whole)
	if len(lines) > 0 {
		if sep, ok := strings.CutPrefix(strings.ToLower(lines[0]), "sep="); ok && len(sep) <= 1 {
			d.Preface = 1
			if sep != "" {
				d.Delimiter = sep[0]
				d.Evidence = append(d.Evidence, "sep="+sep)
			}
			lines = lines[1:]
		}
	}
	d.Quote, d.Backslash = sniffQuote(text)
	if d.Delimiter != 0 {
		return d
	}
	best := 0.0
	for _, c := range candidates {
		if s := agreement(lines, c, d.Quote); s > best+1e-9 {
			best, d.Delimiter = s, c
		}
	}
	return d
}

func lineEnd(text string) string {
	crlf := strings.Count(text, "\r\n")
	lf, cr := strings.Count(text, "\n")-crlf, strings.Count(text, "\r")-crlf
	switch {
	case crlf > 0 && lf == 0 && cr == 0:
		return "crlf"
	case cr > 0 && lf == 0 && crlf == 0:
		return "cr"
	case lf > 0 && cr == 0 && crlf == 0, lf+cr+crlf == 0:
		return "lf"
	}
	return "mixed"
}

// logical lists the physical lines of a sample that hold something.
func logical(text string, whole bool) []string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	all := strings.Split(text, "\n")
	if !whole && len(all) > 1 {
		all = all[:len(all)-1]
	}
	var out []string
	for _, l := range all {
		if strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}

// sniffQuote tells the quote character: one that opens and closes cells.
func sniffQuote(text string) (byte, bool) {
	double := strings.Count(text, `,"`) + strings.Count(text, `;"`) + strings.Count(text, "\t\"") + strings.Count(text, "\n\"") + strings.Count(text, `|"`)
	if strings.HasPrefix(text, `"`) {
		double++
	}
	single := 0
	for _, c := range candidates {
		single += strings.Count(text, string(c)+"'")
	}
	if double == 0 && single > 2 && strings.Count(text, "'"+string(','))+strings.Count(text, "'"+string(';')) >= single/2 {
		return '\'', false
	}
	return '"', strings.Contains(text, `\"`) && !strings.Contains(text, `""`)
}

// agreement scores a delimiter: the share of lines that have the most common
// cell count, more cells counting a little more. Decimal commas lose, because
// prose and amounts do not agree from line to line.
func agreement(lines []string, delim, quote byte) float64 {
	counts := map[int]int{}
	n := 0
	for _, l := range lines {
		if n == 400 {
			break
		}
		n++
		counts[cells(l, delim, quote)]++
	}
	best, width := 0, 1
	for w := 2; w < 4096; w++ {
		if c := counts[w]; c > best {
			best, width = c, w
		}
	}
	if best == 0 || n == 0 {
		return 0
	}
	return float64(best) / float64(n) * (2 - 1/float64(width))
}

// cells counts the cells of one line, quotes respected.
func cells(l string, delim, quote byte) int {
	n, in := 1, false
	for i := 0; i < len(l); i++ {
		switch c := l[i]; {
		case c == quote && quote != 0:
			in = !in
		case c == delim && !in:
			n++
		}
	}
	return n
}
