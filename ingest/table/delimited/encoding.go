package delimited

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

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
	if name := wide(head[:min(len(head), 4096)]); name != "" {
		return name, 0
	}
	good, bad := 0, 0
	for b := head; len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n <= 1:
			if whole || len(b) > utf8.UTFMax { // the window may cut a character
				bad++
			}
		case n > 1:
			good++
		}
		b = b[n:]
	}
	if bad == 0 || good > 4*bad {
		return "utf-8", 0
	}
	return "windows-1252", 0
}

// wide tells UTF-16 without a mark: zeros in every second byte of Latin text.
func wide(b []byte) string {
	var even, odd int
	for i, c := range b {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	switch {
	case odd > len(b)/4 && even <= odd/8:
		return "utf-16le"
	case even > len(b)/4 && odd <= even/8:
		return "utf-16be"
	}
	return ""
}

// validity reads a whole file once, because a UTF-8 head may be followed by
// other bytes: it counts bad bytes and, when there are some, good characters.
func validity(r io.ReaderAt, size int64) (good, bad int, err error) {
	if bad, err = scan(r, size, badBytes); bad == 0 || err != nil {
		return 0, bad, err
	}
	good, err = scan(r, size, goodRunes)
	return good, bad, err
}

// scan sums a count over the blocks of a file, each cut between characters.
func scan(r io.ReaderAt, size int64, count func([]byte) int) (int, error) {
	buf := make([]byte, 256<<10)
	total, keep := 0, 0
	for off := int64(0); off < size; {
		n, err := r.ReadAt(buf[keep:min(int64(len(buf)), int64(keep)+size-off)], off)
		if err != nil && !errors.Is(err, io.EOF) {
			return total, err
		}
		if n == 0 {
			break
		}
		off += int64(n)
		b := buf[:keep+n]
		cut := len(b)
		if off < size {
			cut = wholeRunes(b)
		}
		total += count(b[:cut])
		keep = copy(buf, b[cut:])
	}
	return total, nil
}

// wholeRunes is the length of b without a character cut at its end.
func wholeRunes(b []byte) int {
	for i := len(b) - 1; i >= 0 && i >= len(b)-utf8.UTFMax; i-- {
		if utf8.RuneStart(b[i]) {
			if utf8.FullRune(b[i:]) {
				return len(b)
			}
			return i
		}
	}
	return len(b)
}

func badBytes(b []byte) int {
	if utf8.Valid(b) { // the common case, at memory speed
		return 0
	}
	bad := 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b = b[n:]
	}
	return bad
}

func goodRunes(b []byte) int {
	good := 0
	for len(b) > 0 {
		_, n := utf8.DecodeRune(b)
		if n > 1 {
			good++
		}
		b = b[n:]
	}
	return good
}

func decoder(name string, r io.Reader) io.Reader {
	switch name {
	case "windows-1252":
		return transform.NewReader(r, charmap.Windows1252.NewDecoder())
	case "utf-16le":
		return transform.NewReader(r, utf.UTF16(utf.LittleEndian, utf.IgnoreBOM).NewDecoder())
	case "utf-16be":
		return transform.NewReader(r, utf.UTF16(utf.BigEndian, utf.IgnoreBOM).NewDecoder())
	}
	return r
}

// patch reads the bytes of a line that are no UTF-8 as windows-1252 and
// reports whether there were any, or characters that could not be decoded.
func patch(s string) (string, bool) {
	if utf8.ValidString(s) {
		return s, strings.ContainsRune(s, utf8.RuneError)
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(s[0])
		}
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String(), true
}

// foreign tells text that was written in another code page than the one it
// was read in: in Western text accents are few within a word, so a word of
// three letters or more made of them mostly is no word. It returns the line.
func foreign(text string) uint32 {
	line, letters, accents := uint32(1), 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if r >= utf8.RuneSelf {
				accents++
			}
			continue
		}
		if accents >= 3 && 2*accents > letters {
			return line
		}
		letters, accents = 0, 0
		if r == '\n' {
			line++
		}
	}
	return 0
}

// controls finds the first line of UTF-8 text with characters between U+0080
// and U+009F, which nobody writes: they are windows-1252 punctuation that was
// turned into UTF-8 as if it were Latin 1.
func controls(text string) uint32 {
	i := strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 && r < 0xA0 })
	if i < 0 {
		return 0
	}
	return uint32(1 + strings.Count(text[:i], "\n"))
}
