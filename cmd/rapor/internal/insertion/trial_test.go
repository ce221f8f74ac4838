package insertion

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/calendar"
	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/finance"
	"rapor/analysis/indicator"
	setting "rapor/analysis/office"
	"rapor/analysis/queue"
	"rapor/analysis/survey"
	"rapor/ingest"
	"rapor/ingest/record"
)

// trial is what a reading of some files gave.
type trial struct {
	values map[string]string // by indicator; "" for none
	codes  []string
	err    error
}

func (r *trial) String() string { return fmt.Sprint(r.values, r.codes, r.err) }

// read reads files as the program does and computes some indicators.
func (b *base) read(t *testing.T, files map[string][]byte, opt ingest.Options) trial {
	t.Helper()
	dir := t.TempDir()
	maps.Copy(files, b.beside)
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set := &facts.Set{}
	opt.Layouts = b.opt.Layouts
	m, err := ingest.Read(t.Context(), []string{dir}, opt, []record.Sink{set})
	if err != nil {
		return trial{err: err}
	}
	own := setting.Default()
	set.NameOffices(func(string) string { return "" })
	out := trial{values: map[string]string{}}
	for _, x := range append(set.Seal(), set.Rejects.All()...) {
		out.codes = append(out.codes, string(x.Code))
	}
	held := false // as the analysis withholds what rests on a total that differs
	for _, s := range m.Sources {
		out.codes = append(out.codes, string(s.Refused))
		for _, sh := range s.Sheets {
			for _, off := range []*big.Rat{sh.Tally.Off.Total, sh.Tally.Off.Hidden, sh.Tally.Off.Stock} {
				held = held || off != nil && off.Cmp(big.NewRat(1, 100)) > 0
			}
			out.codes = append(out.codes, string(sh.Refused))
		}
	}
	for _, x := range set.Contradictions() {
		held = held || x.Of > 0 && big.NewRat(x.Diff, x.Of).Cmp(big.NewRat(1, 100)) > 0
	}
	slices.Sort(out.codes)
	out.codes = slices.DeleteFunc(slices.Compact(out.codes), func(c string) bool { return c == "" })
	p, err := calendar.ParsePeriod(b.period)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range b.want {
		if out.values[id] = ""; !held {
			out.values[id] = compute(id, set, &own, facts.Selection{From: p.From, To: p.To})
		}
	}
	return out
}

func compute(id string, f *facts.Set, set *setting.Setting, sel facts.Selection) string {
	switch id[:3] {
	case "ANT", "PAS":
		return valueOf(id, queue.SpecsFor(set), queue.NewSlice(f, set, sel))
	case "SKM":
		return valueOf(id, survey.Specs(), survey.NewSlice(f, set, sel))
	case "GAK":
		return valueOf(id, enforcement.Specs(), enforcement.NewSlice(f, set, sel))
	}
	return valueOf(id, finance.Specs(), finance.NewSlice(f, set, sel))
}

func valueOf[S any](id string, specs []indicator.Spec[S], s S) string {
	for _, spec := range specs {
		if spec.ID == id {
			if v := spec.Compute(s); v.Value != nil {
				return v.Value.RatString()
			}
		}
	}
	return ""
}

// csvOf writes rows as an office's CSV.
func csvOf(rows [][]string) []byte {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, ";") + "\r\n")
	}
	return []byte(b.String())
}

// copyRows is a table of one's own to change.
func copyRows(rows [][]string) [][]string {
	out := make([][]string, len(rows))
	for i := range rows {
		out[i] = slices.Clone(rows[i])
	}
	return out
}

func pick(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }
