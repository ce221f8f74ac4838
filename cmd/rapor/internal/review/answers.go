package review

import (
	"slices"
	"strings"
	"sync"

	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/ingest"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// line is one line of rapor.yaml that a problem names.
type line struct{ key, value string }

// option is the lines that settle a problem together.
type option []line

// sourceKeys are the keys that an answer may be made of, by their own name.
var sourceKeys = sync.OnceValue(func() map[string]config.Key {
	out := map[string]config.Key{}
	for _, k := range config.Declaration() {
		name, of := strings.CutPrefix(k.Path, "sources[].")
		if of && name != "glob" && name != "sheet" || k.Path == "exclude" {
			out[name] = k
		}
	}
	return out
})

// optionsOf are the ways to settle a problem, as its own words name them: those
// of the place where it was met, or else those of its remedy, as far as they are
// no mere examples. A test holds the remedies against what rapor.yaml takes.
func optionsOf(p reject.Problem, hint text.Text) []option {
	if out := optionsIn(hint.ID); len(out) > 0 {
		return out
	}
	var out []option
	for _, o := range optionsIn(p.Remedy.ID) {
		if !slices.ContainsFunc(o, line.example) {
			out = append(out, o)
		}
	}
	return out
}

// example reports a line that in a remedy only shows the form: its words are of
// another table.
func (l line) example() bool {
	switch k := sourceKeys()[l.key]; {
	case l.key == "columns":
		return !strings.HasSuffix(l.value, `"-"}`)
	case l.key == "constants", l.key == "exclude", l.key == "units":
		return false
	default:
		return k.Type != config.Word || k.Shape != config.One
	}
}

// takes reports a value that the key can have, as far as words decide it.
func (l line) takes() bool {
	k, known := sourceKeys()[l.key]
	if !known || l.value == "" {
		return false
	}
	return k.Type != config.Word || k.Shape != config.One || k.Open || meaningOf(k, l.value) >= 0
}

func meaningOf(k config.Key, value string) int {
	return slices.IndexFunc(k.Words, func(c config.Choice) bool {
		return strings.EqualFold(c.Word, value) || slices.Contains(c.Also, value)
	})
}

// about puts the heading that a question is about for the one that a remedy
// shows as an example: units: {Realisasi: ribu}.
func (l line) about(column string) line {
	inner, ok := strings.CutPrefix(l.value, "{")
	_, value, pair := strings.Cut(strings.TrimSuffix(inner, "}"), ": ")
	if ok && pair && column != "" && (l.key == "columns" || l.key == "units") {
		l.value = "{" + quoted(column) + ": " + value + "}"
	}
	return l
}

// answer is the lines as an entry for some tables, with what they mean.
func (o option) answer(m *ingest.Manifest, at []target) result.Answer {
	if o[0].key == "exclude" {
		return leaveOut(m, at, text.T("bila berkas ini yang tidak dipakai", "if this is the file to leave out"))
	}
	var body []string
	var out result.Answer
	for _, l := range o {
		value := l.value
		if l.key == "constants" { // an example must not be pasted as it is
			value = sample.ReplaceAllString(value, `"ISI"`)
		}
		body = append(body, l.key+": "+value)
		switch say := l.say(); {
		case value != l.value:
			out.Say.Text = text.T("ganti ISI dengan tahun (2016) atau tanggal (2016-01-31) datanya",
				"put the year (2016) or the day (2016-01-31) of the data for ISI")
		case strings.Contains(value, "…"):
			out.Say.Text = text.T("ganti … dengan judul kolomnya", "put the heading of the column for …")
		case out.Say.Empty():
			out.Say.Text = say
		}
	}
	out.Lines = entries(m, at, body...)
	return out
}

// say is what a line means, as the settings explain it.
func (l line) say() text.Text {
	k := sourceKeys()[l.key]
	if i := meaningOf(k, l.value); i >= 0 {
		return k.Words[i].Meaning
	}
	if l.key == "columns" && strings.HasSuffix(l.value, `"-"}`) {
		return text.T("bila kolom ini tidak diperlukan", "if this column is not needed")
	}
	return text.Text{}
}
