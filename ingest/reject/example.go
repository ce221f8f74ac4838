package reject

import "embed"

// examples holds, for each code, an archive in txtar form: a comment that says
// what happens, the input files, and the command that shows the problem.
//
//go:embed examples/*.txt
var examples embed.FS

// Example returns the example of a problem, "" when it has none.
func Example(c Code) string {
	b, err := examples.ReadFile("examples/" + string(c) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
