package queue

import (
	"embed"
	"strings"
)

//go:embed testdata/*.txt
var worked embed.FS

// Worked returns the worked example of an indicator, "" when it has none.
func Worked(id string) string {
	b, err := worked.ReadFile("testdata/" + strings.ToLower(id) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
