// Package ingest reads exports: paths in, records into sinks, one manifest
// that accounts for every file, sheet and row. It opens files; what it opens
// is read by package table, recognised by package layout, and judged by
// neither: sums and indicators are for others.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"rapor/ingest/correction"
	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/outline"
	"rapor/ingest/record"
	"rapor/ingest/regular"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// Options say how to read.
type Options struct {
	Overrides []layout.Override
	Questions []layout.Override // entries that stand as comments, open questions about tables
	Layouts   []layout.Layout   // the user's own, tried beside the built-in ones
	Salt      []byte            // for hashing personal keys
	Strict    bool              // stop at the first doubt about a column
	Exclude   []Exclusion       // names that are no data
	Progress  func(Progress)    // called from several goroutines
	Outline   bool              // judge every table of every sheet, for Source.Outlines
	Propose   bool              // say how refused tables may be read, in Sheet.Proposals
}

// Exclusion keeps names out of the data, and says by which setting.
type Exclusion struct{ Glob, Why string }

// Progress is how far a reading is.
type Progress struct {
	Files, Done int
	Rows        int64
}

// Source is one input file and what became of it.
type Source struct {
	Name    string // relative to the input, forward slashes
	Path    string // as opened; of a file in an archive, the archive
	SHA256  string
	Bytes   int64
	Traits  grid.Traits
	Sheets  []Sheet
	Refused reject.Code
	Detail  text.Text
	// Outlines are the tables of each sheet; only where Options.Outline asks.
	Outlines []Outline
	// Mended says what a correction workbook changed in this source.
	Mended []correction.Change
	// Mends says that the source is a correction workbook itself, not data.
	Mends bool
	// Expected says that data are expected here, by the name or by what the
	// content turned out to be: such a source is missed when it is not read.
	Expected bool
	tried    bool      // read only where its content is a table that is known
	member   *member   // where it lies in an archive; nil for a file of its own
	outer    int64     // bytes of the file on disk: of the archive, for a member
	changed  time.Time // when the file was last changed, before it was summed
}

// Outline is what the tables of a sheet consist of by their own numbers and
// words, whether or not they were recognised.
type Outline struct {
	Sheet  string          `json:"sheet"`
	Tables []outline.Table `json:"tables"`
}

// Sheet is one sheet of a source.
type Sheet struct {
	Name    string // "Lembar", and "Lembar [2]" for a second table on it
	sheet   string // as the file names it
	from    uint32 // the row of its sheet from which it was looked for
	latest  int
	Plan    *layout.Plan
	Tally   layout.Tally
	Refused reject.Code
	Detail  text.Text
	twice   twice // what an entry asks of a table that was refused
	// continues says that it is the table above, whose header came again with
	// its columns in other places; moved are the plans of such parts.
	continues bool
	moved     []*layout.Plan
	form      *layout.Override // the entry for tables of its form
	settled   bool             // an entry says what it is
	open      string           // where a question about it stands open
	Changed   []text.Text      // how it differs from the form that it nearly has
	// Proposals are what a table may be that was not recognised, the nearest
	// first; only where Options.Propose asks.
	Proposals []layout.Proposal
}

// Further reports a second or later table of its sheet.
func (sh *Sheet) Further() bool { return sh.Name != sh.sheet }

// Manifest is everything a reading found, in the order of names.
type Manifest struct {
	Sources  []Source
	Unlisted int // entries that are no input and were too many to be named
	// Unused says which entries of rapor.yaml, or parts of them, met nothing.
	Unused []text.Text
	// Stale are the rows of correction workbooks that found no place.
	Stale []record.Reject
	mends *correction.Set
	left  []string // patterns of Options.Exclude that left a file out
}

// Read reads all inputs. Each sink is used by one goroutine; which source goes
// to which sink depends on timing, so sinks must be mergeable in any order.
func Read(ctx context.Context, paths []string, opt Options, sinks []record.Sink) (*Manifest, error) {
	m, err := find(ctx, paths, opt.Exclude)
	if err != nil {
		return nil, err
	}
	layouts, err := layout.Builtin()
	if err != nil {
		return nil, err
	}
	layouts = append(append([]layout.Layout{}, opt.Layouts...), layouts...)
	if err := agree(opt.Overrides, m); err != nil {
		return nil, err
	}
	sums := newSums()
	if err := sums.take(ctx, m); err != nil {
		return nil, err
	}
	w := work{layouts: layouts, opt: opt, mended: corrections(ctx, m)}
	if err := w.all(ctx, m, sinks); err != nil {
		return m, err
	}
	settleCorrections(m, w.mended)
	m.close()
	return m, m.entries(opt.Overrides)
}

// work is what every worker of a reading shares.
type work struct {
	layouts []layout.Layout
	opt     Options
	mended  *correction.Set
}

// all reads the sources, each by whichever worker is free.
func (k *work) all(ctx context.Context, m *Manifest, sinks []record.Sink) error {
	var next, done, rows atomic.Int64
	errs := make([]error, len(sinks))
	var wg sync.WaitGroup
	for w := range sinks {
		wg.Go(func() {
			for ctx.Err() == nil && errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= len(m.Sources) {
					return
				}
				errs[w] = m.Sources[i].read(ctx, uint16(i), k, sinks[w])
				for _, s := range m.Sources[i].Sheets {
					rows.Add(s.Tally.Read)
				}
				if n := done.Add(1); k.opt.Progress != nil {
					k.opt.Progress(Progress{Files: len(m.Sources), Done: int(n), Rows: rows.Load()})
				}
			}
		})
	}
	wg.Wait()
	return errors.Join(append(errs, ctx.Err())...)
}

// plain is an error without the path of this machine in it.
func plain(err error) error {
	var p *os.PathError
	var not *regular.NotFileError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &not):
		return not.Cause()
	}
	return err
}

// read reads one source into a sink. A refusal is data; an error ends the run.
func (s *Source) read(ctx context.Context, index uint16, k *work, sink record.Sink) error {
	if s.Refused != "" || s.Mends {
		return nil
	}
	f, _, err := s.content()
	if err != nil {
		s.unreadable(err)
		return nil
	}
	defer f.Close()
	book, err := table.Open(stoppable{ctx, f}, s.Bytes, table.Options{})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if s.refused(err) {
		s.judge()
		return nil
	} else if err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	defer book.Close()
	s.Traits = book.Traits()
	undo := sink.Checkpoint()
	for _, sh := range book.Sheets() {
		sh = stopping{sh, ctx}
		if k.opt.Outline {
			tables, err := outline.Of(sh)
			if _, refused := errors.AsType[*grid.RefusedError](err); err != nil && !refused {
				return fmt.Errorf("%s: %w", s.Name, err)
			}
			s.Outlines = append(s.Outlines, Outline{sh.Name(), tables})
		}
		patch := k.mended.For(s.Name, s.SHA256, sh.Name())
		if patch != nil {
			sh = patch.Sheet(sh)
		}
		if err := s.tables(index, sh, k, sink); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		if patch != nil {
			s.Mended = append(s.Mended, patch.Changes()...)
		}
	}
	if !s.unchanged(ctx) {
		undo()
		s.Refused, s.Sheets = reject.ChangedInput, nil
	}
	s.judge()
	return nil
}

// tables reads the tables of one sheet, one after the other; each has its own
// account. The second and later ones are named by their place on the sheet.
func (s *Source) tables(index uint16, sh grid.Sheet, k *work, sink record.Sink) error {
	var above *layout.Plan
	first := len(s.Sheets)
	for from := uint32(0); ; {
		part := s.part(sh, first, from)
		here := layout.Section(sh, from, above)
		var continued *Sheet
		if n := len(s.Sheets); n > first && s.Sheets[n-1].Plan != nil {
			continued = &s.Sheets[n-1]
		}
		next, err := part.read(s.Name, s.Path, index, uint16(len(s.Sheets)), here, continued, k, sink)
		if part.Plan != nil {
			above = part.Plan
			if err == nil {
				err = s.claims(sh, first, part.Plan)
			}
		}
		if part.continues {
			continued.join(&part)
		} else {
			s.Sheets = append(s.Sheets, part)
		}
		if over := part.Tally.Above; err == nil && over.Code != "" {
			lost := s.part(sh, first, from)
			lost.Refused, lost.Detail = over.Code, over.Detail
			s.Sheets = append(s.Sheets, lost)
		}
		if err != nil || next <= from {
			return err
		}
		from = next
	}
}

func (s *Source) refused(err error) bool {
	var r *grid.RefusedError
	if errors.As(err, &r) {
		s.Refused, s.Detail = r.Code, r.Detail
		return true
	}
	return false
}

// read recognises and reads one table; next is the row where another one
// begins on the same sheet, 0 when none does.
//
// The table above on its sheet, if there is one, may go on here.
func (sh *Sheet) read(name, path string, src, index uint16, s grid.Sheet, above *Sheet, k *work, sink record.Sink) (next uint32, err error) {
	if s.Hidden() {
		sh.Refused = reject.HiddenSheet
		return 0, nil
	}
	entry, err := sh.entry(k.opt.Overrides, name, s)
	if sh.refused(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if entry.Skips(s.Name()) {
		sh.Refused, sh.Detail = reject.PassedOver, text.Same("skip")
		return 0, nil
	}
	plan, err := sh.match(s, placed(name, path), k.layouts, entry)
	if err == nil {
		plan.Latest = sh.latest
		if sh.continues = above != nil && plan.Continues(above.Plan); sh.continues {
			plan.Follow(above.Plan)
		}
		err = plan.Decide(s, k.opt.Salt)
	}
	if sh.refused(err) {
		sh.continues = false
		sh.mayBeSkipped(s.Name())
		if sh.twice, err = headingsTwice(s, entry); err != nil {
			return 0, err
		}
		if err := sh.ask(k.opt.Questions, name, s); err != nil {
			return 0, err
		}
		if err := sh.propose(s, placed(name, path), k, entry); err != nil {
			return 0, err
		}
		return layout.Below(s, placed(name, path), k.layouts, entry)
	}
	if err != nil {
		return 0, err
	}
	sh.Plan = plan
	if sh.continues {
		index--
	}
	if k.opt.Strict && len(plan.Doubts) > 0 {
		d := plan.Doubts[0]
		say := text.Errorf("%s (%s); perjelas di rapor.yaml", "%s (%s); settle it in rapor.yaml", d.Code, d.Detail)
		if s.Name() == "" { // a file without sheets
			return 0, say
		}
		return 0, text.Errorf("%s: %w", "%s: %w", s.Name(), say)
	}
	undo := sink.Checkpoint()
	for _, d := range plan.Doubts {
		sink.Reject(record.Reject{Ref: record.Ref{Source: src, Sheet: index, Row: d.Row}, Code: d.Code, Hint: d.Detail})
	}
	sh.Tally, next, err = plan.Run(s, src, index, sink)
	if sh.refused(err) {
		undo() // damaged further down: none of its rows may count
		sh.Plan, sh.Tally, sh.continues = nil, layout.Tally{}, false
		return 0, nil
	}
	if sh.form != nil {
		sh.Changed = append(sh.Changed, drifted(sh.form, plan, sh.Tally.Seen)...)
	}
	return next, err
}

// placed is the name of a source with the folder it lies in, where the name
// has none: a folder may be named for its year.
func placed(name, path string) string {
	if dir := filepath.Base(filepath.Dir(path)); !strings.Contains(name, "/") && path != "" && dir != "." {
		return dir + "/" + name
	}
	return name
}

// refused notes why a table cannot be used, when that is what the error says.
func (sh *Sheet) refused(err error) bool {
	var r *grid.RefusedError
	if !errors.As(err, &r) {
		return false
	}
	sh.Refused, sh.Detail = r.Code, r.Detail
	return true
}
