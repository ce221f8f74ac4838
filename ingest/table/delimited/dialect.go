package delimited

import (
	"fmt"
	"strings"

	"rapor/ingest/text"
)

// Dialect is how a text file is written.
type Dialect struct {
	Encoding  string // "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"
	Delimiter string // as a person would say it: ";", ", ", "||"; "" = a single column
	Quote     byte   // '"', '\'' or 0
	Backslash bool   // quotes are escaped by a backslash, or doubled
	LineEnd   string // "lf", "crlf", "cr", "mixed"
	Preface   int    // leading "sep=" lines to skip
	Width     int    // cells of most records; 0 = records do not agree
	Evidence  []text.Text

	tail    int    // the last column that all such rows fill, where it is not the last one; 0 = it varies
	regular bool   // nearly all records have Width cells
	spaces  bool   // a single column, but as many words in nearly every line
	bareCR  bool   // a carriage return alone ends a record
	sep     string // the delimiter without the spaces around it
	pad     bool   // one space beside the delimiter belongs to it
}

// Options are hints of the user; empty means: find out.
type Options struct {
	Encoding  string
	Delimiter string
}

// use sets the delimiter, telling the spaces around it apart.
func (d *Dialect) use(delimiter string) {
	d.Delimiter = delimiter
	d.sep = strings.Trim(delimiter, " ")
	d.pad = d.sep != delimiter && d.sep != ""
	if d.sep == "" {
		d.sep = delimiter
	}
}

// sniffDialect decides line ends, delimiter and quoting from decoded text.
func sniffDialect(text string, whole bool, hint string) Dialect {
	end, bare := lineEnd(text)
	if !bare || end == "cr" {
		d, _ := sniffLines(physical(text, whole, bare), hint)
		d.LineEnd, d.bareCR = end, bare
		return d
	}
	d, split := sniffLines(physical(text, whole, true), hint)
	alone, kept := sniffLines(physical(text, whole, false), hint)
	d.bareCR = true
	if kept > split {
		d, d.bareCR = alone, false
	}
	d.LineEnd = end
	return d
}

// lineEnd names the line ends and tells whether a CR stands alone somewhere.
func lineEnd(text string) (name string, bare bool) {
	crlf := strings.Count(text, "\r\n")
	lf, cr := strings.Count(text, "\n")-crlf, strings.Count(text, "\r")-crlf
	switch {
	case crlf > 0 && lf == 0 && cr == 0:
		return "crlf", false
	case cr > 0 && lf == 0 && crlf == 0:
		return "cr", true
	case lf > 0 && cr == 0 && crlf == 0, lf+cr+crlf == 0:
		return "lf", false
	}
	return "mixed", cr > 0
}

// physical lists the lines of a sample; the last one of a window is cut short
// and left out unless it is the only one.
func physical(text string, whole, bareCR bool) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if bareCR {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	all := strings.Split(text, "\n")
	if !whole && len(all) > 1 {
		all = all[:len(all)-1]
	}
	return all
}

// sniffLines decides from the lines of a sample, with a score to compare two
// ways of cutting it.
func sniffLines(lines []string, hint string) (Dialect, float64) {
	var d Dialect
	lines = d.preface(lines)
	all := strings.Join(lines, "\n")
	d.Quote = sniffQuote(all)
	d.Backslash = sniffBackslash(all, d.Quote)
	sample := d.content(lines)
	if hint == "" {
		hint = d.Delimiter // of a "sep=" line
	}
	var best measure
	if hint != "" {
		d.use(hint)
		best = d.measure(sample)
	} else {
		best = d.choose(sample)
	}
	if best.share >= 0.5 && best.width > 1 && best.records > 1 {
		d.Width = best.width
		d.regular = best.share >= 0.9
		d.tail = best.tail
	}
	if best.records > 0 && d.sep != "" {
		d.Evidence = append(d.Evidence, text.Same(fmt.Sprintf("%q: %d/%d x %d", d.Delimiter, best.agree, best.records, best.width)))
	}
	if d.Backslash {
		d.Evidence = append(d.Evidence, text.Same(`\`+string(d.Quote)))
	}
	return d, best.score
}

// preface takes a "sep=" line away, which names the delimiter.
func (d *Dialect) preface(lines []string) []string {
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		l = strings.Trim(l, `"`)
		if len(l) < 4 || len(l) > 6 || !strings.EqualFold(l[:4], "sep=") {
			return lines
		}
		d.Preface = 1
		if sep := l[4:]; sep != "" {
			d.use(sep)
			d.Evidence = append(d.Evidence, text.Same("sep="+sep))
		}
		return lines[i+1:]
	}
	return lines
}

// content leaves out comment lines, unless there is nothing else. A line that
// closes a quoted cell is none of them.
func (d *Dialect) content(lines []string) []string {
	var out []string
	for _, l := range lines {
		if !strings.HasPrefix(l, "#") || strings.Count(l, string(d.Quote))%2 == 1 {
			out = append(out, l)
		}
	}
	if strings.TrimSpace(strings.Join(out, "")) == "" {
		return lines
	}
	return out
}
