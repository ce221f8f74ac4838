package output

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapor/ingest/text"
)

// maxName is the longest name in bytes: file systems take 255, and a kept copy
// or an ending is added to it.
const maxName = 200

// Name gives back a name that comes from data when it can be one file's or one
// folder's name on every system, and an error when it cannot: separators, "."
// and "..", control and format characters, what Windows forbids, names of its
// devices, a blank or a dot at an end, more than 200 bytes.
//
// No name from data becomes part of a path without passing here.
func Name(s string) (string, error) {
	why := text.Text{}
	switch {
	case s == "":
		why = text.T("kosong", "empty")
	case len(s) > maxName:
		why = text.T("terlalu panjang", "too long")
	case !utf8.ValidString(s) || strings.ContainsFunc(s, unprintable):
		why = text.T("memuat aksara kendali", "it holds control characters")
	case strings.ContainsAny(s, `/\`):
		why = text.T("memuat pemisah folder", "it holds a folder separator")
	case strings.ContainsAny(s, `<>:"|?*`):
		why = text.T(`memuat salah satu dari < > : " | ? *`, `it holds one of < > : " | ? *`)
	case strings.TrimFunc(s, unicode.IsSpace) != s || strings.Trim(s, ".") != s:
		why = text.T("diawali atau diakhiri titik atau spasi", "it begins or ends with a dot or a blank")
	case device(s):
		why = text.T("nama perangkat di Windows", "a device name of Windows")
	default:
		return s, nil
	}
	return "", text.Errorf("%q tidak dapat menjadi nama berkas: %s", "%q cannot be the name of a file: %s", s, why)
}

// unprintable reports what is not shown in a name or turns its order round.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

// device reports the names that Windows keeps for devices, with or without an
// ending; the superscript digits count as digits there.
func device(s string) bool {
	base, _, _ := strings.Cut(s, ".")
	base = strings.ToUpper(strings.TrimRightFunc(base, unicode.IsSpace))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	number, com := strings.CutPrefix(base, "COM")
	if !com {
		var lpt bool
		if number, lpt = strings.CutPrefix(base, "LPT"); !lpt {
			return false
		}
	}
	return utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// clean is a relative path of which each part has passed Name.
func clean(rel string) (string, error) {
	for _, part := range strings.Split(rel, "/") {
		if _, err := Name(part); err != nil {
			return "", err
		}
	}
	return rel, nil
}

// kept is the name under which a changed file is kept: "hasil (disimpan).csv",
// "hasil (disimpan 2).csv" and so on.
func kept(rel string, n int) string {
	ext := path.Ext(rel)
	mark := " (disimpan)"
	if n > 1 {
		mark = " (disimpan " + text.Group(int64(n), text.ID) + ")"
	}
	return strings.TrimSuffix(rel, ext) + mark + ext
}
