package result

import (
	"testing"

	"rapor/ingest/layout"
)

// TestEveryKindHasSubjects: a kind that is not declared would be printed in
// small counts.
func TestEveryKindHasSubjects(t *testing.T) {
	for _, k := range layout.Kinds() {
		if _, ok := subjects[k]; !ok {
			t.Errorf("%s: not said whether few of them point to a person", k)
		}
	}
	for _, c := range []struct {
		kinds []string
		want  Subjects
	}{{[]string{"queue_interval", "case_count"}, "case"}, {[]string{"ledger", "ticket"}, "ticket"}, {[]string{"ledger"}, ""}, {[]string{"complaint", "case"}, "complaint"}} {
		if got := SubjectsOf(c.kinds); got != c.want {
			t.Errorf("%v: %q, want %q", c.kinds, got, c.want)
		}
	}
}
