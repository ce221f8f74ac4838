package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"rapor/analysis/capacity"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/output"
	"rapor/ingest/text"
	"rapor/templates/format"
)

// simulateCmd asks what quota keeps waits within the standard with so many
// counters, more finely than a dossier's chapter does.
type simulateCmd struct {
	reading
	Period   string `help:"${period_help}" placeholder:"2016"`
	Quota    span   `help:"${quota_help}" default:"100..300" placeholder:"100..300"`
	Step     int    `help:"${step_help}" default:"10" placeholder:"10"`
	Counters span   `help:"${counters_help}" default:"-3..3" placeholder:"-3..3"`
	Days     int    `help:"${days_help}" default:"400" placeholder:"400"`
	JSON     bool   `name:"json" help:"${json_help}"`
	Out      string `short:"o" name:"out" help:"${simulate_out_help}" placeholder:"FILE.json"`
}

// span is "100..300"; a single number is both ends.
type span struct{ From, To int }

// Decode reads the value even where it begins with a minus, as -3..3 does.
func (s *span) Decode(ctx *kong.DecodeContext) error {
	written := fmt.Sprint(ctx.Scan.Pop().Value)
	a, b, ok := strings.Cut(written, "..")
	if !ok {
		b = a
	}
	from, err1 := strconv.Atoi(strings.TrimSpace(a))
	to, err2 := strconv.Atoi(strings.TrimSpace(b))
	if err1 != nil || err2 != nil || to < from {
		return text.Errorf("%q; contoh: 100..300", "%q; for example: 100..300", written)
	}
	s.From, s.To = from, to
	return nil
}

// the most that is asked of one run: beyond it a slip of the pen would keep the
// machine busy for hours.
const (
	maxQuota     = 5000
	maxCounters  = 50
	maxDays      = 100000
	maxScenarios = 5000
)

// check refuses questions that make no sense.
func (c *simulateCmd) check() error {
	wrong := func(id, en string) error { return usage(text.Errorf(id, en)) }
	switch {
	case c.Quota.From < 1 || c.Quota.To > maxQuota:
		return wrong("--quota: antara 1 dan 5000 tiket", "--quota: between 1 and 5000 tickets")
	case c.Counters.From < -maxCounters || c.Counters.To > maxCounters || c.Counters.From > 0 || c.Counters.To < 0:
		return wrong("--counters: memuat 0 (loket seperti sekarang), misalnya -3..3", "--counters: contains 0 (counters as they are), such as -3..3")
	case c.Step < 1:
		return wrong("--step: sedikitnya 1 tiket", "--step: at least 1 ticket")
	case c.Days < 200 || c.Days > maxDays:
		return wrong("--days: antara 200 dan 100000; kurang dari 200 tidak cukup untuk rentang 90%%", "--days: between 200 and 100000; fewer than 200 are not enough for a 90%% range")
	case ((c.Quota.To-c.Quota.From)/c.Step+1)*(c.Counters.To-c.Counters.From+1) > maxScenarios:
		return wrong("terlalu banyak pilihan; perbesar --step", "too many choices; use a larger --step")
	}
	return nil
}

// Run reads the exports, simulates and prints the answer.
func (c *simulateCmd) Run(a *app) error {
	if err := c.check(); err != nil {
		return err
	}
	job, err := c.reading.load(a)
	if err != nil {
		return err
	}
	if err := job.read(a); err != nil {
		return err
	}
	_, last := job.manifest.Span()
	p, err := job.period(first(c.Period, job.file.Period), last)
	if err != nil {
		return usage(err)
	}
	bar := a.progress(job.quiet())
	study, err := capacity.Run(a.ctx, job.facts, &job.setting, p, capacity.Options{
		From: c.Quota.From, To: c.Quota.To, Step: c.Step, Fewer: c.Counters.From, More: c.Counters.To,
		Reps: c.Days, Seed: capacity.Report.Seed, Workers: job.workers, Progress: bar.days(a),
	})
	bar.done()
	if err != nil {
		return err
	}
	if err := c.print(a, study); err != nil {
		return err
	}
	a.settings(job)
	return refusal(study)
}

// days shows how many simulated days of how many are played.
func (m *meter) days(a *app) func(done, total int) {
	if m.bar == nil {
		return nil
	}
	word := a.say("menyimulasikan hari", "simulating days")
	return func(done, total int) {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.bar.ChangeMax(total)
		m.bar.Describe(word)
		_ = m.bar.Set(done) // a bar that cannot be drawn is no reason to fail
	}
}

// isStudy reports a file that an earlier simulation wrote.
func isStudy(old []byte) bool {
	var d struct {
		Days  *int    `json:"days"`
		Reps  *int    `json:"replications"`
		Seed  *uint64 `json:"seed"`
		Force *bool   `json:"quota_in_force"`
	}
	return json.Unmarshal(old, &d) == nil && d.Days != nil && d.Reps != nil && d.Seed != nil && d.Force != nil
}

// print writes the study as asked: JSON to a file, and JSON or words to the
// standard output.
func (c *simulateCmd) print(a *app, s *capacity.Study) error {
	if c.Out != "" {
		var buf bytes.Buffer
		enc := json.NewEncoder(&buf)
		enc.SetIndent("", " ")
		enc.SetEscapeHTML(false)
		if err := enc.Encode(s.Document()); err != nil {
			return err
		}
		if err := output.Single(c.Out, buf.Bytes(), isStudy); err != nil {
			return placed(err)
		}
		if !c.Quiet {
			a.note("%s", "%s", filepath.ToSlash(c.Out))
		}
	}
	if c.JSON {
		return a.json(s.Document())
	}
	for _, t := range s.Sentences() {
		fmt.Fprintf(a.Out, "%s\n\n", a.text(t))
	}
	for _, t := range s.Tables() {
		if err := a.table(t); err != nil {
			return err
		}
	}
	return nil
}

// table prints a table of a result as aligned text.
func (a *app) table(t result.Table) error {
	fmt.Fprintln(a.Out, a.text(t.Title))
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	cells := func(n int, cell func(int) string) {
		for i := range n {
			end := "\t"
			if i == n-1 {
				end = "\n"
			}
			io.WriteString(w, cell(i)+end)
		}
	}
	cells(len(t.Columns), func(i int) string { return a.text(t.Columns[i].Name) })
	for _, r := range t.Rows {
		cells(len(r), func(i int) string { return format.Quantity(r[i], a.lang) })
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(a.Out, "%s\n\n", a.text(t.Note))
	return err
}

// refusal turns a refused study into its exit code; its reason is printed.
func refusal(s *capacity.Study) error {
	if s.Refused == nil {
		return nil
	}
	err := text.Errorf("pengandaian tidak dijawab; sebabnya di atas", "the what-if is not answered; the reason is above")
	if s.Refused.Cause == capacity.PoorFit {
		return quality(err)
	}
	return noInput(err)
}
