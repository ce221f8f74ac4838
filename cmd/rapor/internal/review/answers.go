package review

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/ingest"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// line is one line of rapor.yaml that a problem names as its answer.
type line struct{ key, value string }

// sourceKeys are the keys that a problem may name, by their own name.
var sourceKeys = sync.OnceValue(func() map[string]config.Key {
	out := map[string]config.Key{}
	for _, k := range config.Declaration() {
		if name, ok := strings.CutPrefix(k.Path, "sources[]."); ok && name != "glob" && name != "sheet" {
			out[name] = k
		}
		if k.Path == "exclude" {
			out[k.Path] = k
		}
	}
	return out
})

// named finds "key: value" in the words of a problem; a value in brackets or
// quotes is taken whole.
var named = sync.OnceValue(func() *regexp.Regexp {
	keys := slices.Sorted(maps.Keys(sourceKeys()))
	return regexp.MustCompile(`\b(` + strings.Join(keys, "|") + `): (\{[^{}]*\}|\[[^\[\]]*\]|"[^"]*"|[^\s,;{}\[\]"]+)`)
})

// linesOf are the lines that settle a problem, as its own words name them: those
// of the place where it was met, or else those of its remedy. The remedy of
// every problem that settings can settle names them; a test reads them.
func linesOf(p reject.Problem, hint text.Text) []line {
	for _, said := range []string{hint.ID, p.Remedy.ID} {
		if out := linesIn(said); len(out) > 0 {
			return out
		}
	}
	return nil
}

func linesIn(said string) []line {
	var out []line
	for _, m := range named().FindAllStringSubmatch(said, -1) {
		k := sourceKeys()[m[1]]
		value := strings.TrimRight(m[2], ".)")
		if k.Type == config.Word && k.Shape == config.One && !slices.ContainsFunc(k.Words, func(c config.Choice) bool {
			return strings.EqualFold(c.Word, value) || slices.Contains(c.Also, value)
		}) {
			continue
		}
		if l := (line{m[1], value}); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// sample is a value that only shows the form, as remedies do.
var sample = regexp.MustCompile(`"(\d{4})(-\d\d-\d\d)?"`)

// about puts the heading that a question is about for the one that a remedy
// shows as an example: units: {Realisasi: ribu}.
func (l line) about(column string) line {
	inner, ok := strings.CutPrefix(l.value, "{")
	if _, value, pair := strings.Cut(strings.TrimSuffix(inner, "}"), ": "); ok && pair && column != "" &&
		sourceKeys()[l.key].Shape == config.Named && l.key != "constants" {
		l.value = "{" + quoted(column) + ": " + value + "}"
	}
	return l
}

// answer is the line as an entry for some tables, with what it means.
func (l line) answer(m *ingest.Manifest, at []target) result.Answer {
	switch l.key {
	case "columns":
		return result.Answer{Lines: entries(m, at, l.key+": "+l.value),
			Say: result.Detail{Text: text.T("bila kolom ini tidak diperlukan", "if this column is not needed")}}
	case "exclude":
		return leaveOut(m, at, text.T("bila berkas ini yang tidak dipakai", "if this is the file to leave out"))
	case "constants":
		// What a remedy names is an example, which must not be pasted as it is.
		value := sample.ReplaceAllString(l.value, `"ISI"`)
		out := result.Answer{Lines: entries(m, at, l.key+": "+value)}
		if value != l.value {
			out.Say.Text = text.T("ganti ISI dengan tahun (2016) atau tanggal (2016-01-31) datanya",
				"put the year (2016) or the day (2016-01-31) of the data for ISI")
		}
		return out
	}
	out := result.Answer{Lines: entries(m, at, l.key+": "+l.value)}
	for _, c := range sourceKeys()[l.key].Words {
		if strings.EqualFold(c.Word, l.value) || slices.Contains(c.Also, l.value) {
			out.Say.Text = c.Meaning
		}
	}
	return out
}
