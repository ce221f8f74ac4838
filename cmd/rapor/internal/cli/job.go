package cli

import (
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rapor/analysis"
	"rapor/analysis/award"
	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/cmd/rapor/internal/draft"
	"rapor/cmd/rapor/internal/output"
	"rapor/ingest"
	"rapor/ingest/correction"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// reading are the flags of every command that reads exports.
type reading struct {
	Paths     []string `arg:"" name:"path" help:"${paths_help}"`
	Config    string   `help:"${config_help}" placeholder:"rapor.yaml"`
	Strict    bool     `help:"${strict_help}"`
	MaxReject string   `name:"max-reject" help:"${maxreject_help}" placeholder:"1%"`
	Jobs      int      `short:"j" help:"${jobs_help}" placeholder:"N"`
	Quiet     bool     `short:"q" help:"${quiet_help}"`
}

// job is one reading from configuration to sealed facts.
type job struct {
	flags     *reading
	file      *config.File
	found     config.Found // which file of settings, if any
	setting   office.Setting
	layouts   []layout.Layout // the office's own
	overrides []layout.Override
	workers   int
	facts     *facts.Set
	manifest  *ingest.Manifest
	rejects   []record.Reject
	merged    []record.Reject // spellings of offices that count under another one
	strange   []draft.Line    // offices of the data where none is the report's
	notes     []result.Text   // what the reading has to say in the report
	outline   bool            // every table of every sheet is judged too
	propose   bool            // refused tables say what they may be
	reported  calendar.Period // of the report, once it is known
	sealed    bool            // facts and account are complete
	awards    []award.Rubric
	documents []analysis.Evidence
}

// load reads the configuration and lets flags win over it.
func (r *reading) load(a *app) (*job, error) {
	if r.Config == "" {
		if err := oneOffice(r.Paths); err != nil {
			return nil, usage(err)
		}
	}
	f, found, err := config.Load(r.Config, folders(r.Paths))
	if f.Lang == "en" && !a.asked { // a flag goes before the file, also for what is wrong with it
		a.lang = text.EN
	}
	if err != nil {
		return nil, usage(err)
	}
	j := &job{flags: r, file: f, found: found}
	if j.setting, err = f.Setting(); err != nil {
		return nil, usage(err)
	}
	if j.setting.Identity.Name == "" {
		j.setting.Identity.Name = a.say("Kantor Imigrasi", "Immigration Office")
	}
	if err := j.sources(); err != nil {
		return nil, usage(err)
	}
	if err := j.holidays(); err != nil {
		return nil, usage(err)
	}
	if j.awards, err = j.rubrics(); err != nil {
		return nil, usage(err)
	}
	if j.documents, err = j.evidence(a); err != nil {
		return nil, usage(err)
	}
	j.workers = max(r.Jobs, f.Jobs)
	if r.Jobs > 0 {
		j.workers = r.Jobs
	}
	if j.workers <= 0 {
		j.workers = runtime.NumCPU()
	}
	return j, nil
}

// folders lists the places where rapor.yaml may lie: given folders, and the
// folders of given files.
func folders(paths []string) []string {
	var out []string
	for _, p := range paths {
		st, err := os.Stat(p)
		switch {
		case err == nil && st.IsDir():
			out = append(out, p)
		case err != nil && strings.ContainsAny(p, "*?[{"):
			base, _ := doublestar.SplitPattern(filepath.ToSlash(p))
			out = append(out, filepath.FromSlash(base))
		default:
			out = append(out, filepath.Dir(p))
		}
	}
	return out
}

func (j *job) holidays() error {
	if j.file.Holidays == "" {
		return nil
	}
	list, err := readHolidays(config.Beside(j.found.Path, j.file.Holidays))
	if err != nil {
		return j.file.Wrong("holidays", "%q tidak dapat dibaca: %w", "%q cannot be read: %w", j.file.Holidays, output.Cause(err))
	}
	j.setting.Holidays = list
	return nil
}

// read reads all inputs into one sink per worker, merges and seals the facts.
func (j *job) read(a *app) error {
	opt := j.options()
	bar := a.progress(j.quiet())
	opt.Progress = bar.update
	sets := make([]*facts.Set, j.workers)
	sinks := make([]record.Sink, j.workers)
	for i := range sets {
		sets[i] = &facts.Set{}
		sinks[i] = sets[i]
	}
	m, err := await(a.ctx, func() (*ingest.Manifest, error) { return ingest.Read(a.ctx, j.flags.Paths, opt, sinks) })
	bar.done()
	var entry *layout.EntryError
	if errors.As(err, &entry) {
		return usage(err)
	}
	if err != nil {
		return err
	}
	j.manifest = m
	if j.facts, err = await(a.ctx, func() (*facts.Set, error) { return merge(sets), nil }); err != nil {
		return err
	}
	if n := m.Unlisted; n > 0 {
		j.notes = append(j.notes, result.T("{0} isi folder lain yang bukan berkas data tidak disebut satu per satu.", "{0} further entries of the folder that are no data files are not named one by one.",
			result.Int(int64(n), result.Count)))
	}
	named := j.nameOffices()
	found, err := await(a.ctx, func() ([]record.Reject, error) { return settle(j.facts, m, &j.setting), nil })
	if err != nil {
		return err
	}
	j.rejects = append(append(found, j.merged...), m.Stale...)
	facts.SortRejects(j.rejects)
	j.sealed = true
	if named != nil {
		return named
	}
	if !j.usable() {
		return noInput(errNothing)
	}
	return nil
}

// errNothing says that no row counts, and none would if it were mended.
var errNothing = text.Errorf("tidak ada data yang dapat dipakai pada masukan; jalankan rapor check untuk alasannya",
	"nothing in the input could be used; run rapor check for the reasons")

// merge puts the facts of all workers into the first.
func merge(sets []*facts.Set) *facts.Set {
	for _, s := range sets[1:] {
		sets[0].Merge(s)
	}
	return sets[0]
}

// settle seals the facts and lists what was rejected, set aside or found.
func settle(f *facts.Set, m *ingest.Manifest, set *office.Setting) []record.Reject {
	dups := slices.DeleteFunc(f.Seal(), func(r record.Reject) bool {
		return r.Code == reject.PossibleCopy && (linesHold(m, r.Ref) || linesHold(m, r.Other))
	})
	m.MoveAside(dups)
	return append(append(f.Rejects.All(), dups...), analysis.Findings(f, set)...)
}

// usable reports rows that count, or that would once they are mended: with all
// rows rejected there is still something to say and to hand back.
func (j *job) usable() bool {
	for _, s := range j.manifest.Sources {
		for _, sh := range s.Sheets {
			if sh.Tally.Used > 0 || sh.Plan != nil && sh.Tally.Rejected > 0 {
				return true
			}
		}
	}
	return false
}

func (j *job) quiet() bool {
	return j.flags.Quiet || yes(j.file.Quiet)
}

// yes reads a switch of rapor.yaml; one that is not written is off.
func yes(b *bool) bool { return b != nil && *b }

func (j *job) maxReject() (*big.Rat, error) {
	s := first(j.flags.MaxReject, j.file.MaxReject)
	if s == "" {
		return nil, nil
	}
	v, why := config.ShareOf(s)
	if !why.Empty() {
		return nil, usage(text.Errorf("batas max-reject %q %s", "the limit max-reject %q %s", s, why))
	}
	return v, nil
}

// corrections makes koreksi.xlsx; nil when no row can be mended.
func (j *job) corrections(a *app) ([]byte, error) {
	return await(a.ctx, func() ([]byte, error) {
		rows, left, err := j.manifest.Corrections(a.ctx, j.rejects, a.lang)
		if err != nil || len(rows) == 0 {
			return nil, err
		}
		return correction.Write(rows, left)
	})
}

// baseline turns --compare into a period; prev and yoy are always computed,
// so they add nothing.
func baseline(s string, p calendar.Period) (*calendar.Period, error) {
	switch s {
	case "", "prev", "yoy":
		return nil, nil
	}
	c, err := calendar.ParsePeriod(s)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	return &c, nil
}
