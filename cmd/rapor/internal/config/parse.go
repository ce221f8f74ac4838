package config

import (
	"bytes"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"rapor/ingest/text"
)

// Bounds of a file of settings: what is larger is none, and would hold the
// parser up.
const (
	maxBytes = 1 << 20
	maxDepth = 30 // brackets, or marks of list items, open at one time
)

// Parse reads the text of a file of settings. Errors name file, line, column
// and key; all that can be found at once are told at once. name is the file as
// messages call it. Also with an error the File holds what was read, so that
// its language can be used.
func Parse(name string, b []byte) (f *File, err error) {
	f = &File{places: places{file: name, at: map[string]place{}}}
	defer func() {
		if recover() != nil { // the YAML library gave up; its reason would say nothing to a person
			err = f.notYAML(1, 1, text.T("susunannya tidak dapat dibaca", "its structure cannot be read"))
		}
	}()
	b, err = f.plain(b)
	if err != nil {
		return f, err
	}
	f.questions(b)
	tree, err := parser.ParseBytes(b, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return f, f.syntax(b, err)
	}
	r := reader{f: f}
	for i, doc := range tree.Docs {
		switch _, empty := doc.Body.(*ast.NullNode); {
		case doc.Body == nil || empty:
		case i > 0:
			r.refuse(doc.Body, "", "pengaturan sesudah --- tidak dibaca; satukan",
				"settings after --- are not read; join them")
		default:
			r.group(doc.Body, "", reflect.ValueOf(f).Elem())
		}
	}
	return f, r.err()
}

// plain turns the file into UTF-8 without a mark, and refuses what is no text.
func (f *File) plain(b []byte) ([]byte, error) {
	if len(b) > maxBytes {
		return nil, text.Errorf("%s: %s bita; pengaturan paling banyak 1.048.576 bita",
			"%s: %s bytes; settings have at most 1,048,576 bytes", f.places.file, text.Count(len(b)))
	}
	if len(b) >= 2 && (b[0] == 0xff && b[1] == 0xfe || b[0] == 0xfe && b[1] == 0xff) {
		b = fromUTF16(b)
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	for n, line := range bytes.Split(b, []byte("\n")) {
		if !utf8.Valid(line) {
			return nil, f.notYAML(n+1, 1, text.T("bukan teks UTF-8; simpan dengan pengodean UTF-8",
				"not UTF-8 text; save it in the encoding UTF-8"))
		}
		if at := bytes.IndexFunc(line, func(c rune) bool { return c < ' ' && c != '\t' && c != '\r' }); at >= 0 {
			return nil, f.notYAML(n+1, at+1, text.T("memuat karakter kendali", "has a control character"))
		}
	}
	if line := deep(b); line > 0 {
		return nil, f.notYAML(line, 1, text.T("bersusun terlalu dalam", "nested too deeply"))
	}
	return b, nil
}

// fromUTF16 decodes a text that begins with a byte-order mark.
func fromUTF16(b []byte) []byte {
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		u := uint16(b[i]) | uint16(b[i+1])<<8
		if b[0] == 0xfe {
			u = uint16(b[i])<<8 | uint16(b[i+1])
		}
		units = append(units, u)
	}
	return []byte(string(utf16.Decode(units)))
}

// deep is the first line where more brackets, list marks or levels of
// indentation are open than any settings have; 0 for none. It may count what
// stands in quotes: no settings come near the bound.
func deep(b []byte) int {
	open := 0
	for n, line := range strings.Split(string(b), "\n") {
		marks := 0
		for _, c := range line {
			switch c {
			case '[', '{':
				open++
			case ']', '}':
				open = max(0, open-1)
			case '-', '?', ':':
				marks++
			}
			if open > maxDepth {
				return n + 1
			}
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t-?:"))
		if marks > maxDepth && indent > maxDepth || indent > 20*maxDepth {
			return n + 1
		}
	}
	return 0
}

// notYAML makes an error about the text itself.
func (f *File) notYAML(line, column int, why text.Text) error {
	return text.Errorf("%s:%d:%d: %s", "%s:%d:%d: %s", f.places.file, line, column, why)
}

// usual are the messages of the YAML library that settings meet, by a part of
// them, in words that say what to do.
var usual = []struct {
	part string
	say  text.Text
}{
	{"that cannot start any token",
		text.T("karakter yang tidak boleh mengawali nilai; untuk menjorokkan pakai spasi, bukan tab",
			"a character that cannot begin a value; indent with spaces, not with tabs")},
	{"tab character", text.T("tab di awal baris; untuk menjorokkan pakai spasi",
		"a tab at the start of a line; indent with spaces")},
	{"end character of double-quoted", text.T("tanda kutip \" tidak ditutup", "a quote \" is not closed")},
	{"end character of single-quoted", text.T("tanda kutip ' tidak ditutup", "a quote ' is not closed")},
	{"flow mapping end token", text.T("kurung { tidak ditutup dengan }", "a bracket { is not closed with }")},
	{"sequence end token", text.T("kurung [ tidak ditutup dengan ]", "a bracket [ is not closed with ]")},
	{"',' or ']'", text.T("kurang koma, atau kurung [ tidak ditutup dengan ]",
		"a comma is missing, or a bracket [ is not closed with ]")},
	{"',' or '}'", text.T("kurang koma, atau kurung { tidak ditutup dengan }",
		"a comma is missing, or a bracket { is not closed with }")},
	{"mapping value is not allowed",
		text.T("titik dua di tempat yang keliru: nilai yang memuat \": \" ditulis dalam tanda kutip, dan kunci di bawah suatu kunci menjorok sama jauh", "a colon in the wrong place: put a value that holds \": \" in quotes, and indent keys below a key alike")},
	{"value is not allowed in this context", text.T("jorokan baris ini tidak sama dengan baris di atasnya",
		"this line is not indented like those above it")},
	{"unexpected key name", text.T("kurang titik dua sesudah kunci", "a colon is missing after the key")},
	{"non-map value is specified", text.T("kurang titik dua sesudah kunci, atau jorokannya keliru",
		"a colon is missing after the key, or the indentation is wrong")},
	{"invalid key", text.T("kunci harus satu kata", "a key must be one word")},
	{"reserved character", text.T("nilai yang diawali @ atau ` ditulis dalam tanda kutip",
		"put a value that begins with @ or ` in quotes")},
	{"directive", text.T("nilai yang diawali % ditulis dalam tanda kutip", "put a value that begins with % in quotes")},
	{"escape character", text.T("garis miring terbalik di dalam \"...\" ditulis dua kali (\\\\); atau pakai '...'",
		"write a backslash inside \"...\" twice (\\\\), or use '...'")},
	{"could not find multi-line", text.T("jorokan teks sesudah | atau > keliru",
		"the text after | or > is not indented rightly")},
}

// syntax says a YAML error in both languages, with its place.
func (f *File) syntax(b []byte, err error) error {
	at, say := place{1, 1}, text.T("tidak dapat dibaca sebagai YAML", "cannot be read as YAML")
	var e yaml.Error
	if !errors.As(err, &e) {
		return f.notYAML(at.line, at.column, say)
	}
	if t := e.GetToken(); t != nil && t.Position != nil {
		at = place{t.Position.Line, t.Position.Column}
	}
	known := false
	for _, u := range usual {
		if strings.Contains(e.GetMessage(), u.part) {
			say, known = u.say, true
			break
		}
	}
	if lines := strings.Split(string(b), "\n"); at.line <= len(lines) &&
		strings.HasPrefix(strings.TrimLeft(lines[at.line-1], " "), "\t") {
		say, known = usual[1].say, true
	}
	if !known {
		why := strconv.Quote(e.GetMessage())
		say = text.T(say.ID+"; pustaka YAML menyebut "+why, say.EN+"; the YAML library says "+why)
	}
	return f.notYAML(at.line, at.column, say)
}
