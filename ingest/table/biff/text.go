package biff

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// Flags of a Unicode string ([MS-XLS] 2.5.293 and 2.5.296).
const (
	flagWide     = 1 // two bytes a character
	flagPhonetic = 4 // a phonetic block follows
	flagRich     = 8 // formatting runs follow
)

// unicode reads what follows a character count: flags, characters, and the
// formatting and phonetic blocks, which are passed over.
func (c *cursor) unicode(n int) (string, error) {
	flags, err := c.u8()
	if err != nil {
		return "", err
	}
	if flags&^(flagWide|flagPhonetic|flagRich) != 0 {
		return "", c.rec.wrong("tanda %#02x pada teks", "flags %#02x of a text", flags)
	}
	var runs int
	var phonetic int64
	if flags&flagRich != 0 {
		if runs, err = c.u16(); err != nil {
			return "", err
		}
	}
	if flags&flagPhonetic != 0 {
		if phonetic, err = c.u32(); err != nil {
			return "", err
		}
	}
	text, err := c.characters(n, flags&flagWide != 0)
	if err != nil {
		return "", err
	}
	return text, c.skip(4*int64(runs) + phonetic)
}

// characters reads n characters. Where a text goes on in a CONTINUE record,
// that begins with flags of its own and may change the width.
func (c *cursor) characters(n int, wide bool) (string, error) {
	var units []uint16
	for n > 0 {
		if len(c.segments) == 0 {
			return "", c.short()
		}
		if len(c.segments[0]) == 0 {
			c.segments = c.segments[1:]
			if !c.settle() {
				return "", c.short()
			}
			flags, err := c.u8()
			if err != nil || flags > flagWide {
				return "", c.short()
			}
			wide = flags == flagWide
			continue
		}
		seg := c.segments[0]
		if wide {
			k := min(n, len(seg)/2)
			if k == 0 {
				return "", c.rec.wrong("setengah huruf", "half a character")
			}
			for i := range k {
				units = append(units, uint16(seg[2*i])|uint16(seg[2*i+1])<<8)
			}
			c.segments[0], n = seg[2*k:], n-k
			continue
		}
		k := min(n, len(seg))
		for _, b := range seg[:k] {
			units = append(units, uint16(b)) // the low half of UTF-16, not a code page
		}
		c.segments[0], n = seg[k:], n-k
	}
	return string(utf16.Decode(units)), nil
}

// label reads a text of its own record: counted in characters (BIFF8) or in
// bytes of the book's code page (BIFF5).
func (b *book) label(c *cursor, narrow bool) (string, error) {
	var n int
	var err error
	if narrow {
		n, err = c.u8()
	} else {
		n, err = c.u16()
	}
	if err != nil {
		return "", err
	}
	if b.version >= biff8 {
		return c.unicode(n)
	}
	var raw []byte
	for n > 0 {
		if !c.settle() {
			return "", c.short()
		}
		k := min(n, len(c.segments[0]))
		raw = append(raw, c.segments[0][:k]...)
		c.segments[0], n = c.segments[0][k:], n-k
	}
	return b.bytes(raw), nil
}

// bytes decodes a text of a code page. Texts of writers that put UTF-8 into a
// single-byte page are taken for what they are when they are valid UTF-8
// beyond ASCII throughout, which no text of Western Europe is by chance.
func (b *book) bytes(raw []byte) string {
	if valid, beyond := utf8Text(raw); valid && beyond {
		return string(raw)
	}
	page := encoding.Encoding(charmap.Windows1252)
	if p, ok := pages[b.page]; ok {
		page = p
	}
	text, err := page.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	return string(text)
}

func utf8Text(raw []byte) (valid, beyond bool) {
	s := string(raw)
	for _, r := range s {
		beyond = beyond || r >= 0x80
	}
	return strings.ToValidUTF8(s, "") == s, beyond
}

// pages are the single-byte code pages of BIFF5 books.
var pages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866,
	874: charmap.Windows874, 1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252,
	1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256,
	1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh, 32768: charmap.Macintosh, 32769: charmap.Windows1252,
}

// readStrings reads the shared strings.
func (b *book) readStrings(c *cursor) error {
	if _, err := c.u32(); err != nil { // how often they are used
		return err
	}
	n, err := c.u32()
	if err != nil {
		return err
	}
	if n > maxStrings {
		return errTooLarge
	}
	for range n {
		k, err := c.u16()
		if err != nil {
			return err
		}
		s, err := c.unicode(k)
		if err != nil {
			return err
		}
		b.strings = append(b.strings, s)
	}
	return nil
}

// maxStrings bounds the shared strings; a sheet has 16.7 million cells.
const maxStrings = 4 << 20
