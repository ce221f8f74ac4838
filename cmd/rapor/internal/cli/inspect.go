package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapor/analysis"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/layout"
	"rapor/ingest/outline"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// inspectCmd shows what was recognised in each file.
type inspectCmd struct {
	reading
	JSON bool `name:"json" help:"${json_help}"`
}

// Run reads the files as report would and prints the plans.
func (c *inspectCmd) Run(a *app) error {
	j, err := c.reading.load(a)
	if err != nil {
		return err
	}
	j.outline = c.JSON
	readErr := j.read(a)
	if readErr != nil && !j.sealed {
		return readErr
	}
	if codeOf(readErr) == ExitNoInput && j.recognised() {
		readErr = nil // tables that are known, though without rows
	}
	a.settings(j)
	if c.JSON {
		return errors.Join(a.json(a.inspection(j.manifest)), readErr)
	}
	for i := range j.manifest.Sources {
		a.inspect(&j.manifest.Sources[i])
	}
	return readErr
}

// recognised reports a table that some layout fits.
func (j *job) recognised() bool {
	return slices.ContainsFunc(j.manifest.Sources, func(s ingest.Source) bool {
		return slices.ContainsFunc(s.Sheets, func(sh ingest.Sheet) bool { return sh.Plan != nil })
	})
}

type inspected struct {
	Name      string          `json:"name"`
	Format    string          `json:"format,omitempty"`
	Encoding  string          `json:"encoding,omitempty"`
	Delimiter string          `json:"delimiter,omitempty"`
	Quote     string          `json:"quote,omitempty"`
	LineEnd   string          `json:"line_end,omitempty"`
	Evidence  []string        `json:"evidence,omitempty"`
	Refused   string          `json:"refused,omitempty"`
	Detail    string          `json:"detail,omitempty"`
	Sheets    []inspectedPart `json:"sheets,omitempty"`
	// Tables are all tables of all sheets, recognised or not.
	Tables []inspectedTable `json:"tables,omitempty"`
}

// inspectedTable is a table as its own numbers and words show it.
type inspectedTable struct {
	Sheet string `json:"sheet"`
	outline.Table
}

type inspectedPart struct {
	Name    string            `json:"name"`
	Layout  string            `json:"layout,omitempty"`
	Kind    string            `json:"kind,omitempty"`
	Score   int               `json:"score,omitempty"`
	Header  []uint32          `json:"header_rows,omitempty"`
	Columns []inspectedColumn `json:"columns,omitempty"`
	Period  []inspectedSaid   `json:"evidence,omitempty"`
	Doubts  []string          `json:"doubts,omitempty"`
	Refused string            `json:"refused,omitempty"`
	Detail  string            `json:"detail,omitempty"`
}

// inspectedSaid is what is said of a table's period outside its columns.
type inspectedSaid struct {
	layout.Evidence
	Strength int `json:"strength"` // 4 a title to 1 a folder
}

type inspectedColumn struct {
	Header   string `json:"header"`
	Field    string `json:"field,omitempty"`
	Decision string `json:"decision,omitempty"`
	Evidence string `json:"evidence,omitempty"`
	Personal bool   `json:"personal,omitempty"`
}

func (a *app) inspection(m *ingest.Manifest) []inspected {
	var out []inspected
	for _, s := range m.Sources {
		t := s.Traits
		i := inspected{Name: s.Name, Format: t.Format, Encoding: t.Encoding, Delimiter: t.Delimiter, Quote: t.Quote, LineEnd: t.LineEnd, Refused: string(s.Refused), Detail: s.Detail.In(a.lang)}
		for _, e := range t.Evidence {
			i.Evidence = append(i.Evidence, e.In(a.lang))
		}
		for _, o := range s.Outlines {
			for _, t := range o.Tables {
				i.Tables = append(i.Tables, inspectedTable{o.Sheet, t})
			}
		}
		for _, sh := range s.Sheets {
			p := inspectedPart{Name: sh.Name, Refused: string(sh.Refused), Detail: sh.Detail.In(a.lang)}
			if sh.Plan != nil {
				p.Layout, p.Kind, p.Score, p.Header = sh.Plan.Layout, sh.Plan.Kind, sh.Plan.Score, sh.Plan.HeaderRows
				for _, c := range sh.Plan.Columns {
					p.Columns = append(p.Columns, inspectedColumn{c.Header, c.Field, c.Decision.In(a.lang), c.Evidence, c.Personal})
				}
				for _, e := range sh.Plan.Evidence() {
					p.Period = append(p.Period, inspectedSaid{e, e.Strength()})
				}
				for _, d := range sh.Plan.Doubts {
					p.Doubts = append(p.Doubts, string(d.Code)+" "+d.Detail.In(a.lang))
				}
			}
			i.Sheets = append(i.Sheets, p)
		}
		out = append(out, i)
	}
	return out
}

func (a *app) inspect(s *ingest.Source) {
	fmt.Fprintf(a.Out, "%s\n", s.Name)
	if s.Refused != "" {
		fmt.Fprintf(a.Out, "  %s\n", a.problem(s.Refused, s.Detail))
		return
	}
	t := s.Traits
	fmt.Fprintf(a.Out, "  %s", t.Format)
	for _, x := range []string{t.Encoding, t.Delimiter, t.LineEnd} {
		if x != "" {
			fmt.Fprintf(a.Out, ", %s", strings.ReplaceAll(x, "\t", "tab"))
		}
	}
	fmt.Fprintln(a.Out)
	for _, e := range t.Evidence {
		fmt.Fprintf(a.Out, "    <- %s\n", e.In(a.lang))
	}
	for i := range s.Sheets {
		a.inspectSheet(&s.Sheets[i])
	}
}

func (a *app) inspectSheet(s *ingest.Sheet) {
	if s.Refused != "" {
		fmt.Fprintf(a.Out, "  [%s] %s\n", s.Name, a.problem(s.Refused, s.Detail))
		return
	}
	p := s.Plan
	name := ""
	if s.Name != "" {
		name = "[" + s.Name + "] "
	}
	fmt.Fprintf(a.Out, "  %s%s (%s), %s %v, %s %d\n", name, p.Title.In(a.lang), p.Layout, a.say("baris judul", "header rows"), p.HeaderRows, a.say("skor", "score"), p.Score)
	for _, c := range p.Columns {
		field := c.Field
		switch {
		case c.Personal && field == "":
			field = a.say("(pribadi, tidak disimpan)", "(personal, not kept)")
		case c.Personal:
			field += a.say(" (disamarkan)", " (hashed)")
		case field == "":
			field = a.say("(tidak dipakai)", "(not used)")
		}
		line := fmt.Sprintf("    %-42s %-14s %s", c.Header, field, c.Decision.In(a.lang))
		if c.Evidence != "" {
			line += "  <- " + c.Evidence
		}
		fmt.Fprintln(a.Out, strings.TrimRight(line, " "))
	}
	for _, e := range p.Evidence() {
		against := ""
		if e.Against {
			against = a.say(" (tidak dipakai)", " (not used)")
		}
		fmt.Fprintf(a.Out, "    = %s%s\n", e.Say().In(a.lang), against)
	}
	for _, d := range p.Doubts {
		fmt.Fprintf(a.Out, "    ? %s\n", a.problem(d.Code, d.Detail))
	}
}

// problem words a code with its remedy.
func (a *app) problem(c reject.Code, detail text.Text) string {
	return text.Say(problem(c, detail), a.lang)
}

// problem is a code with its remedy as an error.
func problem(c reject.Code, detail text.Text) error {
	p, _ := reject.Lookup(c)
	if detail.Empty() {
		return text.Errorf("%s %s. %s", "%s %s. %s", c, p.Title, p.Remedy)
	}
	return text.Errorf("%s %s: %s. %s", "%s %s: %s. %s", c, p.Title, detail, p.Remedy)
}

// checkCmd reads only, and accounts for every row.
type checkCmd struct {
	reading
	Out  string `short:"o" name:"out" help:"${check_out_help}" placeholder:"FOLDER"`
	JSON bool   `name:"json" help:"${json_help}"`
}

// Run prints rows read, used, set aside and rejected, with reasons.
func (c *checkCmd) Run(a *app) error {
	j, err := c.reading.load(a)
	if err != nil {
		return err
	}
	readErr := j.read(a)
	if readErr != nil && !j.sealed {
		return readErr
	}
	a.settings(j)
	in, reasons, err := c.account(j, readErr)
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := a.checkPage(j, in, c.Out); err != nil {
			return err
		}
	}
	failed := readErr
	switch {
	case errors.Is(readErr, errNothing):
		failed = noInput(text.Errorf("tidak ada data yang dapat dipakai pada masukan", "nothing in the input could be used"))
	case readErr == nil:
		failed = gate(reasons, text.T("berkas dibaca", "the files were read"))
	}
	src, probs := in.Sources, in.Problems
	if c.JSON {
		if err := a.json(map[string]any{"sources": src, "problems": probs, "gate": reasons}); err != nil {
			return err
		}
		return failed
	}
	fmt.Fprintf(a.Out, "%10s %10s %10s %10s  %s\n", a.say("dibaca", "read"), a.say("dipakai", "used"), a.say("disisihkan", "set aside"), a.say("ditolak", "rejected"), a.say("lembar", "sheet"))
	for _, s := range src {
		if s.Refused == string(reject.PassedOver) && s.Name == j.found.Base {
			continue // the settings of this run, which the closing lines name
		}
		if s.Refused != "" {
			fmt.Fprintf(a.Out, "%43s  %s: %s\n", "", s.Name, a.problem(reject.Code(s.Refused), s.Detail.Text))
		}
		for _, sh := range s.Sheets {
			if sh.Refused != "" {
				fmt.Fprintf(a.Out, "%43s  %s [%s]: %s\n", "", s.Name, sh.Name, a.problem(reject.Code(sh.Refused), sh.Detail.Text))
				continue
			}
			fmt.Fprintf(a.Out, "%10d %10d %10d %10d  %s [%s] %s\n", sh.Read, sh.Used, sh.Aside, sh.Rejected, s.Name, sh.Name, sh.Layout)
		}
	}
	for _, p := range probs {
		fmt.Fprintf(a.Out, "\n%s  %s (%d)\n", p.Code, a.text(p.Title), p.N)
		for _, e := range p.Examples {
			fmt.Fprintln(a.Out, "    "+strings.TrimRight(strings.Join([]string{place(src, e), e.Column, e.Shown, e.Hint.In(a.lang)}, "  "), " "))
		}
		fmt.Fprintf(a.Out, "    -> %s\n", a.text(p.Remedy))
	}
	return failed
}

// account is what check prints: the sources, their problems, and what the gate
// has against them; in data without dates it looks at no months.
func (c *checkCmd) account(j *job, readErr error) (in analysis.Input, reasons []result.GateReason, err error) {
	if in = j.account(); readErr != nil {
		return in, nil, nil
	}
	if j.file.Period != "" || in.Last.Known() {
		if in.Period, err = j.period(j.file.Period, in.Last); err != nil {
			return in, nil, usage(err)
		}
	}
	if in.MaxReject, err = j.maxReject(); err != nil {
		return in, nil, err
	}
	return in, analysis.Gate(in), nil
}

// place says where an example stands: file, sheet, row, as far as known.
func place(src []result.Source, e result.Example) string {
	s := src[e.Source].Name
	if e.Sheet >= 0 && e.Sheet < len(src[e.Source].Sheets) && src[e.Source].Sheets[e.Sheet].Name != "" {
		s += " [" + src[e.Source].Sheets[e.Sheet].Name + "]"
	}
	if e.Row > 0 {
		s += fmt.Sprintf(": %d", e.Row)
	}
	return s
}
