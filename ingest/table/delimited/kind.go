package delimited

import "strings"

// kind is the family of a cell's text, as far as its shape tells.
type kind uint8

const (
	blank kind = iota
	word
	digit // numbers, amounts, dates, clocks
)

func kindOf(s string) kind {
	s = strings.TrimSpace(s)
	if s == "" {
		return blank
	}
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case strings.IndexByte(".,:/-+%() $Rp", c) < 0:
			return word
		}
	}
	if digits == 0 {
		return word
	}
	return digit
}
