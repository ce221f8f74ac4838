package insertion

import (
	"slices"
	"testing"

	"rapor/ingest"
	"rapor/ingest/layout"
)

// same reports the figures of another reading.
func (r *trial) same(want *trial) bool {
	for id, v := range want.values {
		if r.values[id] != v {
			return false
		}
	}
	return true
}

// refuses reports that every figure is right or missing, for a reason that is
// named; D545 says by name that figures count two tables.
func (r *trial) refuses(want *trial) bool {
	if slices.Contains(r.codes, "D545") {
		return true
	}
	for id, v := range want.values {
		if r.values[id] != "" && r.values[id] != v {
			return false
		}
	}
	return len(r.codes) > 0 || r.err != nil
}

// proposed are the lines that the remedy of a problem names, as what they make
// of an entry of sources; what is to be excluded is a file.
func proposed(code string, files map[string][]byte) (lines []func(*layout.Override), exclude []string) {
	set := func(f func(*layout.Override)) { lines = append(lines, f) }
	switch code {
	case "D251":
		for _, n := range []string{"id", "en"} {
			set(func(o *layout.Override) { o.Numbers = n })
		}
	case "D252", "D253", "D254":
		for _, n := range []string{"dmy", "mdy"} {
			set(func(o *layout.Override) { o.DateOrder = n })
		}
	case "D264":
		for _, u := range []string{"rupiah", "ribu", "juta"} {
			set(func(o *layout.Override) { o.Unit = u })
		}
	case "D265":
		set(func(o *layout.Override) { o.Unit = "1-4" })
	case "D503":
		set(func(o *layout.Override) { o.Totals = "lines" })
	case "D543":
		for _, f := range []string{"flow", "cumulative"} {
			set(func(o *layout.Override) { o.Flow = f })
		}
	case "D544", "D545":
		for name := range files {
			exclude = append(exclude, name)
		}
		slices.Sort(exclude)
	}
	return lines, exclude
}

// settles reports that a line which one of the problems proposes brings the
// right figures back.
func (b *base) settles(t *testing.T, files map[string][]byte, codes []string, want *trial) bool {
	t.Helper()
	for _, code := range codes {
		lines, exclude := proposed(code, files)
		for _, change := range lines {
			opt := ingest.Options{Overrides: slices.Clone(b.opt.Overrides)}
			if len(opt.Overrides) == 0 {
				opt.Overrides = []layout.Override{{Glob: changed}}
			}
			change(&opt.Overrides[0])
			if got := b.read(t, files, opt); got.same(want) {
				return true
			}
		}
		for _, name := range exclude {
			opt := ingest.Options{Overrides: b.opt.Overrides, Exclude: []ingest.Exclusion{{Glob: name, Why: "exclude"}}}
			if got := b.read(t, files, opt); got.same(want) {
				return true
			}
		}
	}
	return false
}
