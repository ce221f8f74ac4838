package cli

import (
	"fmt"
	"regexp"
	"strings"

	"rapor/ingest/text"
)

// example prints an example that a test runs, under its title, in the language
// of the run.
func (a *app) example(id, en, s string) {
	if s = exampleIn(s, a.lang); s != "" {
		fmt.Fprintf(a.Out, "\n%s\n\n%s\n", a.say(id, en), s)
	}
}

// directive is a line that tells the test what to do.
var directive = regexp.MustCompile(`^(command|hours|appends): `)

// resultWords are the words of the results of worked examples, in English.
var resultWords = strings.NewReplacer("nilai ", "value ", "pembilang ", "numerator ", "penyebut ", "denominator ",
	"dikecualikan ", "excluded ", "selang ", "interval ", "tidak ada", "none")

// exampleIn is an example in one language: its files as they are, since offices
// write them so; of its explanation the lines in that language, of which those
// in English bear a mark.
func exampleIn(s string, l text.Lang) string {
	var out []string
	files, results := false, false
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		english, marked := strings.CutPrefix(line, "English: ")
		if strings.HasPrefix(line, "-- ") {
			files, results = true, line == "-- hasil --"
		}
		switch {
		case results && l == text.EN:
			line = resultWords.Replace(strings.Replace(line, "-- hasil --", "-- result --", 1))
		case files:
		case directive.MatchString(line), marked != (l == text.EN) && line != "":
			continue
		case marked:
			line = english
		}
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
