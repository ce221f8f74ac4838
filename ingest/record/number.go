package record

import "strings"

// Numbers of tickets, papers and cases are texts, and programs dress them
// otherwise: "A005", "a-5" and "A 005" of two exports are one number. Plain is
// the number without its dress: in capitals, without leading zeros and without
// marks beside letters. A mark between digits stays, since 1.1 is not 11, and
// zeros after a point do: 1.01 is not 1.1.

// PlainNumber is a number without its dress.
func PlainNumber(s string) string {
	var b strings.Builder
	p := undressed{s: undotted(s)}
	for c := p.next(); c != 0; c = p.next() {
		b.WriteByte(c)
	}
	return b.String()
}

// CompareNumbers orders numbers by what they are without their dress; 0: they
// are the same. It allocates nothing.
func CompareNumbers(a, b string) int {
	if a == b {
		return 0
	}
	a, b = undotted(a), undotted(b)
	k := 0
	for k < len(a) && k < len(b) && a[k] == b[k] {
		k++
	}
	for k > 0 && !plainLetter(a[k-1]) { // what follows decides how marks and zeros are read
		k--
	}
	x, y := undressed{s: a, at: k}, undressed{s: b, at: k}
	for {
		c, d := x.next(), y.next()
		switch {
		case c != d:
			return int(c) - int(d)
		case c == 0:
			return 0
		}
	}
}

// undotted is a number without the ".0" that programs add which take it for a
// decimal.
func undotted(s string) string {
	n := len(s) - 2
	if n < 1 || s[n+1] != '0' || s[n] != '.' && s[n] != ',' {
		return s
	}
	for i := range n {
		if !isDigit(s[i]) {
			return s
		}
	}
	return s[:n]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func plainLetter(c byte) bool { return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' }

// undressed reads a number without its dress.
type undressed struct {
	s    string
	at   int
	last byte // given before; 0: none, or a letter
}

// next is the next byte; 0 at the end.
func (u *undressed) next() byte {
	mark := u.mark()
	if u.at >= len(u.s) {
		return 0
	}
	c := u.s[u.at]
	if !isDigit(c) {
		u.at++
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		u.last = 0
		return c
	}
	if mark != 0 && isDigit(u.last) {
		u.last = mark
		return mark // it is given before its digits
	}
	if !isDigit(u.last) && u.last != '.' {
		for u.at+1 < len(u.s) && u.s[u.at] == '0' && isDigit(u.s[u.at+1]) {
			u.at++
		}
	}
	u.last = u.s[u.at]
	u.at++
	return u.last
}

// mark passes the marks and spaces that follow and says what they are between
// digits: a point, or another mark.
func (u *undressed) mark() (mark byte) {
	for u.at < len(u.s) {
		switch c := u.s[u.at]; {
		case c == '.' || c == ',':
			if mark == 0 {
				mark = '.'
			}
			u.at++
		case strings.IndexByte(" \t-_/:#\\()'\"", c) >= 0:
			mark = '/'
			u.at++
		case strings.HasPrefix(u.s[u.at:], "\u00a0"):
			mark = '/'
			u.at += 2
		case strings.HasPrefix(u.s[u.at:], "\u2013"), strings.HasPrefix(u.s[u.at:], "\u2014"):
			mark = '/'
			u.at += 3
		default:
			return mark
		}
	}
	return mark
}
