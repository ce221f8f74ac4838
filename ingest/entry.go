package ingest

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"rapor/ingest/regular"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// dataNames are the endings of files that hold exports. Such a file is always
// read, and one that cannot be is missed.
var dataNames = []string{".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".html", ".htm", ".pdf", ".zip"}

// triedNames are endings under which exports are found among other things:
// what their content says decides. Names without an ending are tried too.
var triedNames = []string{"", ".xml", ".dat", ".prn", ".asc", ".xlt", ".xltx", ".xltm", ".ots"}

// ending is the ending of a name in small letters, "" where what follows the
// last dot is no word: "antrean 31.12.2016".
func ending(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if len(ext) < 2 || !strings.ContainsFunc(ext, unicode.IsLetter) || strings.ContainsFunc(ext, unicode.IsSpace) {
		return ""
	}
	return ext
}

// isData reports a name under which data are expected. A PDF is read no
// further than to say what it is.
func isData(name string) bool {
	e := ending(name)
	return e != ".pdf" && slices.Contains(dataNames, e)
}

// hidden reports names that programs and systems keep for themselves: hidden
// entries, lock files of office programs, and what folders are dressed with.
func hidden(name string) bool {
	return hiddenMark(name) != ""
}

// hiddenMark is the part of a hidden name that says so.
func hiddenMark(name string) string {
	switch lower := strings.ToLower(name); {
	case strings.HasPrefix(name, "~$"):
		return "~$"
	case strings.HasPrefix(name, ".~lock."):
		return ".~lock."
	case strings.HasPrefix(name, "."):
		return "."
	case lower == "thumbs.db", lower == "desktop.ini", lower == "__macosx":
		return name
	}
	return ""
}

// IsSettings reports a name of a settings file, in whatever letter case.
func IsSettings(name string) bool {
	name = strings.ToLower(name)
	return name == "rapor.yaml" || name == "rapor.yml"
}

// likeSettings reports a name that only looks like that of settings, as
// rapor.yaml.txt and "rapor (1).yml" do: what it holds is no data.
func likeSettings(name string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(name), "rapor")
	return ok && strings.IndexAny(rest, ". (_-") == 0 && (strings.Contains(rest, ".yaml") || strings.Contains(rest, ".yml"))
}

// byName judges an entry by its name alone.
func byName(name string) entry {
	switch e := ending(name); {
	case hidden(name):
		return entry{why: reject.PassedOver, detail: text.Same(hiddenMark(name))}
	case IsSettings(name) || likeSettings(name):
		return entry{why: reject.PassedOver, detail: text.Same("rapor.yaml")}
	case slices.Contains(dataNames, e):
		return entry{expected: isData(name)}
	case slices.Contains(triedNames, e):
		return entry{tried: true}
	default:
		return entry{why: reject.NotData, detail: text.Same(e)}
	}
}

// inFolder judges an entry of a folder by its name and its kind; nothing is
// opened, so that a pipe cannot hold the run up.
func inFolder(name string, st fs.FileInfo, err error) entry {
	e := byName(name)
	switch {
	case e.why == reject.PassedOver:
	case err == nil && st.IsDir():
		return entry{why: reject.LinkedFolder}
	case err != nil: // a link that leads nowhere, or round in circles
		e = entry{why: reject.Unreadable, detail: text.Of(plain(err)), expected: e.expected}
	case !st.Mode().IsRegular():
		e = entry{why: reject.Unreadable, detail: regular.Kind(st.Mode()), expected: e.expected}
	}
	return e
}

// named judges a file that was named by itself: it is read whatever it is called.
func named(name string, st fs.FileInfo) entry {
	if !st.Mode().IsRegular() {
		return entry{why: reject.Unreadable, detail: regular.Kind(st.Mode()), expected: true}
	}
	return entry{expected: isData(name)}
}

// Passed reports an entry that is no input: it is named, and neither counted
// among the files nor missed.
func (s *Source) Passed() bool {
	return s.Refused == reject.NotData || s.Refused == reject.PassedOver || s.Refused == reject.OwnOutput
}
