package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapor/ingest/text"
)

// Write makes a whole rapor.yaml.
func Write(f *File, lang text.Lang) string {
	w := writer{lang: lang}
	w.comment(0, text.T("Pengaturan pertama, ditulis oleh rapor init dari berkas-berkas di folder ini.",
		"First settings, written by rapor init from the files of this folder."))
	if n := f.Questions(); n > 0 {
		w.comment(0, text.T(fmt.Sprintf("Yang perlu jawaban: %d, masing-masing bertanda TANYA. Jawaban termungkin "+
			"sudah diisikan; yang lain ada di sebelahnya sebagai komentar.", n),
			fmt.Sprintf("Questions: %d, each marked ASK. The likeliest answer is filled in where there is one; "+
				"the others stand beside it as comments.", n)))
	} else {
		w.comment(0, text.T("Tidak ada yang perlu dijawab.", "Nothing needs an answer."))
	}
	w.comment(0, text.T("Semua kunci dan artinya: rapor config. Isian tiap jenis data: rapor fields.",
		"All keys and their meaning: rapor config. Fields of every kind of data: rapor fields."))
	w.office(f)
	if len(f.Known) > 0 {
		w.line(0, "")
		w.comment(0, text.T("Cakupan data:", "What the data cover:"))
		for _, t := range f.Known {
			w.comment(0, t)
		}
	}
	if f.Holidays != "" {
		w.line(0, "")
		w.line(0, "holidays: "+Quote(f.Holidays))
	}
	if len(f.Exclude) > 0 {
		w.line(0, "")
		w.line(0, "exclude:")
		for _, x := range f.Exclude {
			w.line(2, "- "+Quote(x.Value)+"  # "+printable(x.Why.In(lang)))
		}
	}
	w.line(0, "")
	w.sources(f.Entries)
	return w.b.String()
}

func (w *writer) office(f *File) {
	w.line(0, "")
	switch {
	case len(f.Offices) > 0:
		w.offices(f)
	case f.Office == "":
		w.comment(0, text.T("Nama kantor tidak ada di data; tulis di sini, lalu hapus tanda #.",
			"The data do not tell the name of the office; write it here and take the # away."))
		w.line(0, "# office:")
		w.line(0, "#   name: Kantor Imigrasi Kelas II TPI ...")
		w.line(0, "#   head: ...")
	default:
		w.line(0, "office:")
		w.line(2, "name: "+Quote(f.Office)+"  # "+text.T("dari data", "from the data").In(w.lang))
		if len(f.Spelled) > 0 {
			w.line(2, "aliases: "+list(f.Spelled))
		}
		w.line(2, "# head: ...")
	}
}

// offices asks which of those of the data the report is about.
func (w *writer) offices(f *File) {
	n := len(f.Offices) + f.More
	id := fmt.Sprintf("TANYA: data memuat %d kantor. Laporan ini tentang kantor yang mana? Hapus tanda # di depan office dan "+
		"di depan satu nama.", n)
	en := fmt.Sprintf("ASK: the data hold %d offices. Which one is the report about? Take the # away before office and before "+
		"one name.", n)
	if f.All != "" {
		id += " Bila tentang semuanya bersama-sama, tambahkan pada entrinya di bawah sources: " + f.All
		en += " If it is about all of them together, add to their entry below sources: " + f.All
	}
	w.comment(0, text.T(id, en))
	w.line(0, "# office:")
	for _, o := range f.Offices {
		w.line(0, "#   name: "+Quote(o.Value)+"  # "+printable(o.Why.In(w.lang)))
	}
	if f.More > 0 {
		w.comment(2, text.T(fmt.Sprintf("dan %d kantor lain", f.More), fmt.Sprintf("and %d more offices", f.More)))
	}
}

// sources writes the list of entries; a comment alone where there is none that
// is in force.
func (w *writer) sources(all []Entry) {
	on := 0
	for i := range all {
		if !all[i].Off {
			on++
		}
	}
	if on > 0 {
		w.line(0, "sources:")
	} else if len(all) > 0 {
		w.line(0, "# sources:")
	}
	for i := range all {
		w.entry(&all[i], 2)
	}
}

// entry writes one entry at an indentation.
func (w *writer) entry(e *Entry, indent int) {
	files := strings.Join(e.Files[:min(len(e.Files), 4)], ", ")
	if n := len(e.Files) - 4; n > 0 {
		files += fmt.Sprintf(w.in(", dan %d lagi", ", and %d more"), n)
	}
	title := e.Title.In(w.lang)
	if files != "" {
		title += ": " + files
	}
	w.comment(indent, text.Same(title))
	if !e.Ask.Empty() {
		w.comment(indent, text.T("TANYA: "+e.Ask.ID, "ASK: "+e.Ask.EN))
	}
	for _, n := range e.Notes {
		w.comment(indent, n)
	}
	body := writer{lang: w.lang}
	body.body(e, indent)
	w.b.WriteString(commented(body.b.String(), indent, e.Off))
	for i := range e.Or {
		body := writer{lang: w.lang}
		body.body(&e.Or[i], indent)
		w.comment(indent, text.T("atau "+e.Or[i].Title.ID+":", "or "+e.Or[i].Title.EN+":"))
		w.b.WriteString(commented(body.b.String(), indent, true))
	}
}

// Asked reports an entry that is no more than a question, and stands in a file
// already.
func Asked(old string, e *Entry) bool {
	if !e.Off {
		return false
	}
	for indent := range 9 {
		var w writer
		w.body(e, indent)
		if lines := commented(w.b.String(), indent, true); strings.Contains(strings.ReplaceAll(old, "\r\n", "\n"), lines) {
			return true
		}
	}
	return false
}

// commented makes lines comments, or leaves them as they are.
func commented(lines string, indent int, off bool) string {
	if !off {
		return lines
	}
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(line[:indent] + "# " + line[indent:])
	}
	return b.String()
}

func (w *writer) in(id, en string) string { return text.T(id, en).In(w.lang) }

// body writes the keys of an entry.
func (w *writer) body(e *Entry, indent int) {
	glob := e.Glob
	if glob == "" {
		glob = "**"
	}
	if glob = Quote(glob); glob[0] != '"' {
		glob = `"` + glob + `"`
	}
	w.line(indent, "- glob: "+glob)
	in := indent + 2
	if len(e.Headings) > 0 {
		w.flow(in, "headings: [", quotes(e.Headings), "]")
	}
	if e.Sheet != "" {
		w.line(in, "sheet: "+Quote(e.Sheet))
	}
	for i := range e.Lines {
		w.key(in, &e.Lines[i])
	}
	for i := range e.Maps {
		w.group(in, &e.Maps[i])
	}
	w.seen(in, e.Seen)
}

func (w *writer) group(indent int, m *Map) {
	mark := ""
	if !m.on() {
		mark = "# "
	}
	w.line(indent, mark+Quote(m.Key)+":")
	for i := range m.Lines {
		w.key(indent+2, &m.Lines[i])
	}
	for i := range m.Maps {
		w.group(indent+2, &m.Maps[i])
	}
}

// on reports a group of which some line is in force.
func (m *Map) on() bool {
	return slices.ContainsFunc(m.Lines, func(l Line) bool { return !l.Off }) ||
		slices.ContainsFunc(m.Maps, func(x Map) bool { return x.on() })
}

// key writes one key, with its reason behind it and other answers below.
func (w *writer) key(indent int, l *Line) {
	line := Quote(l.Key) + ": " + l.Value
	if !l.Why.Empty() {
		line += "  # " + printable(l.Why.In(w.lang))
	}
	if l.Off {
		line = "# " + line
	}
	w.line(indent, strings.ReplaceAll(line, "\n", " "))
	if len(l.Others) > 3 && l.Others[0].Why.Empty() && l.Others[0].Key == "" {
		values := make([]string, len(l.Others))
		for i, o := range l.Others {
			values[i] = o.Value
		}
		w.line(indent, "#   "+w.in("atau ", "or ")+strings.Join(values, ", "))
		return
	}
	for _, o := range l.Others {
		why := ""
		if !o.Why.Empty() {
			why = "  # " + printable(o.Why.In(w.lang))
		}
		w.line(indent, "# "+w.in("atau ", "or ")+strings.ReplaceAll(Quote(cmp.Or(o.Key, l.Key))+": "+o.Value+why, "\n", " "))
	}
}

// flow writes a list or a map over as many lines as it needs.
func (w *writer) flow(indent int, begin string, items []string, end string) {
	line := begin
	for i, item := range items {
		if i < len(items)-1 {
			item += ","
		} else {
			item += end
		}
		if len(line)+1+len(item) > width && line != begin {
			w.line(indent, line)
			line = " "
		}
		if line != begin {
			line += " "
		}
		line += item
	}
	w.line(indent, line)
}

func list(all []string) string {
	return "[" + strings.Join(quotes(all), ", ") + "]"
}

// List writes entries alone, to be pasted below sources.
func List(all []Entry, lang text.Lang) string {
	w := writer{lang: lang}
	for i := range all {
		w.entry(&all[i], 2)
	}
	return w.b.String()
}
