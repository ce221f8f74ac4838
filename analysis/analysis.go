// Package analysis turns sealed facts into the complete result of a run: every
// indicator of the catalogue for one office and one period, with baselines,
// series, breakdowns, control charts and verdicts, the figures and tables, and
// the documents that arrange them.
//
// It knows the records' meaning through package facts and nothing of files,
// headers or pages. It reads no clock: the date of issue is given.
package analysis

import (
	"context"
	"math/big"

	"rapor/analysis/award"
	"rapor/analysis/calendar"
	"rapor/analysis/capacity"
	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// Input is all that a report is made from.
type Input struct {
	Facts    *facts.Set // merged and sealed
	Setting  *office.Setting
	Period   calendar.Period
	Compare  *calendar.Period // a baseline the user chose, beside the usual two
	Sources  []result.Source
	Problems []result.Problem
	Mended   []result.Correction
	Awards   []award.Rubric // a dossier each, in this order
	Evidence []Evidence     // documents of the office, for the criteria maps
	Privacy  result.Privacy // of the edition that may leave the office
	AsOf     record.Day     // date of issue
	First    record.Day     // first data date; none: the data are not looked at before the series
	Last     record.Day     // last data date; months after it are partial
	Notes    []result.Text  // what the reading has to say, beside the report's own notices
	// Contradictions are tables whose own totals differ from their lines.
	Contradictions []Contradiction
	Version        string
	// MaxReject is the greatest share of a kind's rows that may be rejected
	// before the gate closes; nil is one in a hundred.
	MaxReject *big.Rat
}

// Report computes the result. It is pure: equal inputs give equal results.
func Report(in Input) *result.Result {
	r, _ := ReportContext(context.Background(), in) // which never ends
	return r
}

// ReportContext is Report until the context ends: it then stops at the next
// value, replicate or simulated day and gives the context's error and no result.
func ReportContext(ctx context.Context, in Input) (*result.Result, error) {
	c := newRun(in)
	c.ctx = ctx
	r := &result.Result{
		Format:   result.Format,
		Tool:     result.Tool{Name: "rapor", Version: in.Version},
		Office:   in.Setting.Identity,
		Period:   span(in.Period, ""),
		Compare:  c.baselines(),
		AsOf:     in.AsOf.String(),
		Privacy:  in.Privacy,
		Sources:  in.Sources,
		Problems: in.Problems,

		Corrections: in.Mended,
	}
	c.hall = c.startCapacity()
	r.Indicators = c.indicators()
	c.byID = index(r.Indicators)
	for _, step := range []func(){
		func() { c.studies = c.runStudies() },
		func() { r.Figures = c.figures(r.Indicators) },
		func() { r.Tables = c.tables() },
		func() { c.arrange(r) },
	} {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		step()
	}
	return r, ctx.Err()
}

// arrange makes what only arranges and words the rest.
func (c *run) arrange(r *result.Result) {
	linkFigures(r.Indicators, r.Figures)
	r.Documents = c.documents(r)
	r.Methods = c.methods(r.Indicators)
	for _, t := range statistics() {
		r.Tables, r.MethodTables = append(r.Tables, t), append(r.MethodTables, t.ID)
	}
	r.Gate = Gate(c.Input)
	r.Glossary = glossary
	r.Notices = append(c.notices(), c.Notes...)
	if say, empty := r.Empty(); empty {
		r.Notices = append(r.Notices, say)
	}
}

// Findings audits sealed facts: what no single row shows, because it lies
// between rows or between a row and the law. They are notes; nothing is left
// out because of them. The setting gives the rules the office replaced, and
// its service hours where it stated them.
func Findings(f *facts.Set, set *office.Setting) []record.Reject {
	r := enforcement.CheckRules(set.Rules)
	if set.HoursStated {
		r.Opens, r.Closes = set.Opens.Seconds(), set.Closes.Seconds()
	}
	return f.Checks(r)
}

// run carries what every step of one report needs.
type run struct {
	Input
	ctx     context.Context
	domains []domain
	studies []study
	hall    <-chan *capacity.Study // played while the indicators are computed
	bases   []baseline
	months  []calendar.Month // of the monthly series, oldest first
	byID    map[string]*result.Indicator

	tested, distinct int // changes tested, and those told from chance

	chapter map[string]string // figure or table id -> chapter it belongs to

	labels tally // records that bear each label
}

type baseline struct {
	period calendar.Period
	role   string
}

func newRun(in Input) *run {
	c := &run{Input: in, ctx: context.Background()}
	c.domains = domains(in.Facts, in.Setting)
	c.bases = baselinesOf(in.Period, in.Compare)
	c.months = seriesMonths(in.Period)
	return c
}

// baselinesOf lists what a period is compared with: the period of the same
// length before it, the same period a year ago (once, when they coincide),
// and the one the user chose.
func baselinesOf(p calendar.Period, chosen *calendar.Period) []baseline {
	prev, year := p.Prev(), p.YearAgo()
	out := []baseline{{year, "last_year"}}
	if prev.From != year.From || prev.To != year.To {
		out = append(out, baseline{prev, "previous"})
	}
	if chosen != nil {
		out = append(out, baseline{*chosen, "chosen"})
	}
	return out
}

// seriesMonths spans from January of the year before the period's first year
// to the period's end: two years are what a reader needs to see a season
// twice and a reform once.
func seriesMonths(p calendar.Period) []calendar.Month {
	y, _, _ := p.From.Date()
	all := calendar.Period{From: record.DayOf(y-1, 1, 1), To: p.To}
	return all.Months()
}

func span(p calendar.Period, role string) result.Period {
	return result.Period{ID: p.ID, From: p.From.String(), To: p.To.String(), Role: role}
}

func (c *run) baselines() []result.Period {
	var out []result.Period
	for _, b := range c.bases {
		out = append(out, span(b.period, b.role))
	}
	return out
}

func index(in []result.Indicator) map[string]*result.Indicator {
	m := make(map[string]*result.Indicator, len(in))
	for i := range in {
		m[in[i].ID] = &in[i]
	}
	return m
}

func linkFigures(in []result.Indicator, figs []result.Figure) {
	byID := index(in)
	for _, f := range figs {
		if ind, ok := byID[f.Indicator]; ok {
			ind.Figures = append(ind.Figures, f.ID)
		}
	}
}
