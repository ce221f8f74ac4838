package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/draft"
	"rapor/ingest/text"
)

// ask puts the open questions one by one; an empty answer takes the first
// choice, which is the likeliest. Where the answers end, the rest stay open.
func (a *app) ask(f *draft.File) error {
	if a.In == nil {
		return nil
	}
	in := bufio.NewReader(a.In)
	if len(f.Offices) > 0 {
		if err := a.askOffice(in, f); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
	for i := range f.Entries {
		e := &f.Entries[i]
		if e.Ask.Empty() || len(e.Headings) == 0 { // the latter are filled in by hand
			continue
		}
		fmt.Fprintf(a.Err, "\n%s: %s\n%s\n", e.Title.In(a.lang), strings.Join(e.Files, ", "), e.Ask.In(a.lang))
		open, err := a.askEntry(in, e)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !open {
			e.Ask = text.Text{}
		}
	}
	return nil
}

// askOffice asks which of the offices of the data the report is about.
func (a *app) askOffice(in *bufio.Reader, f *draft.File) error {
	fmt.Fprintf(a.Err, "\n%s\n", a.say("Laporan ini tentang kantor yang mana?", "Which office is the report about?"))
	var choices []string
	for _, o := range f.Offices {
		choices = append(choices, o.Value+"  ("+o.Why.In(a.lang)+")")
	}
	later := a.say("kantor lain; tulis sendiri di rapor.yaml", "another one; written by hand in rapor.yaml")
	n, err := a.choose(in, append(choices, later))
	if err == nil && n < len(choices) {
		f.Office, f.Offices, f.More = f.Offices[n].Value, nil, 0
	}
	return err
}

// askEntry asks for every key of an entry that has other answers, and for an
// entry that is off whether it is to be used; open reports that it is not.
func (a *app) askEntry(in *bufio.Reader, e *draft.Entry) (open bool, err error) {
	for i := range e.Lines {
		if err := a.askLine(in, &e.Lines[i]); err != nil {
			return true, err
		}
	}
	if err := a.askMaps(in, e.Maps); err != nil {
		return true, err
	}
	if !e.Off && len(e.Or) == 0 {
		return false, nil
	}
	choices := []string{a.say("pakai usul ini", "use this proposal") + ": " + e.Title.In(a.lang)}
	for _, o := range e.Or {
		choices = append(choices, o.Title.In(a.lang))
	}
	n, err := a.choose(in, append(choices, a.say("biarkan; berkas ini tidak dibaca", "leave it; this file is not read")))
	if err != nil {
		return true, err
	}
	if n == len(choices) {
		e.Off = true
		return true, nil
	}
	if n > 0 {
		files := e.Files
		*e = e.Or[n-1]
		e.Files = files
	}
	e.Off, e.Or = false, nil
	return false, nil
}

// askMaps asks for every line of groups that has other answers.
func (a *app) askMaps(in *bufio.Reader, maps []draft.Map) error {
	for i := range maps {
		for k := range maps[i].Lines {
			if err := a.askLine(in, &maps[i].Lines[k]); err != nil {
				return err
			}
		}
		if err := a.askMaps(in, maps[i].Maps); err != nil {
			return err
		}
	}
	return nil
}

// askLine lets the person choose among the values of a key.
func (a *app) askLine(in *bufio.Reader, l *draft.Line) error {
	if len(l.Others) == 0 {
		return nil
	}
	said := func(key, value string, why text.Text) string {
		if why.Empty() {
			return key + ": " + value
		}
		return key + ": " + value + "  (" + why.In(a.lang) + ")"
	}
	choices := []string{said(l.Key, l.Value, l.Why)}
	for _, o := range l.Others {
		choices = append(choices, said(cmp.Or(o.Key, l.Key), o.Value, o.Why))
	}
	n, err := a.choose(in, choices)
	if err != nil {
		return err
	}
	if n > 0 {
		o := l.Others[n-1]
		l.Key, l.Value, l.Why = cmp.Or(o.Key, l.Key), o.Value, o.Why
	}
	l.Others, l.Off = nil, false
	return nil
}

// choose reads the number of a choice until there is one.
func (a *app) choose(in *bufio.Reader, choices []string) (int, error) {
	for i, c := range choices {
		fmt.Fprintf(a.Err, "    %d  %s\n", i+1, c)
	}
	for {
		fmt.Fprintf(a.Err, "%s", a.say("  pilih [1]: ", "  choose [1]: "))
		line, err := in.ReadString('\n')
		if line = strings.TrimSpace(line); line == "" && err != nil {
			return 0, err
		}
		if line == "" {
			return 0, nil
		}
		if n, bad := strconv.Atoi(line); bad == nil && n >= 1 && n <= len(choices) {
			return n - 1, nil
		}
		if err != nil {
			return 0, err
		}
	}
}
