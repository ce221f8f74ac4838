package delimited

import "strings"

// sniffQuote tells the quote character: one that opens cells at the start of
// a line or after a delimiter and closes them before one.
func sniffQuote(text string) byte {
	double := quoted(text, '"')
	if double == 0 && quoted(text, '\'') > 1 {
		return '\''
	}
	return '"'
}

// quoted counts the pairs of quotes that wrap a cell on one line.
func quoted(text string, q byte) int {
	n, open := 0, false
	for i := 0; i < len(text); i++ {
		if text[i] != q {
			if text[i] == '\n' {
				open = false
			}
			continue
		}
		before := i == 0 || edge(text[i-1]) || text[i-1] == ' ' && i > 1 && edge(text[i-2])
		after := i+1 == len(text) || edge(text[i+1])
		if open && after {
			n, open = n+1, false
		} else if before {
			open = true
		}
	}
	return n
}

// edge tells the bytes that may stand beside a cell.
func edge(c byte) bool { return strings.IndexByte("\r\n;,\t|", c) >= 0 }

// sniffBackslash reports that quotes inside cells are escaped by a backslash:
// such pairs stand before text more often than before the end of a cell,
// where they would be a path that ends in a backslash.
func sniffBackslash(text string, q byte) bool {
	inner, outer := 0, 0
	pair := string([]byte{'\\', q})
	for i := strings.Index(text, pair); i >= 0; {
		j := i + len(pair)
		if j == len(text) || edge(text[j]) {
			outer++
		} else {
			inner++
		}
		k := strings.Index(text[j:], pair)
		if k < 0 {
			break
		}
		i = j + k
	}
	return inner > 0 && inner >= outer
}
