package texttest

import (
	"testing"

	"rapor/ingest/text"
)

func TestFlaw(t *testing.T) {
	for said, bad := range map[text.Text]bool{
		text.T("berkas {0}", "file {0}"): false, text.T("Median", "Median"): false, text.T("P90: {0}", "P90: {0}"): false, text.T("{0}", "{0}"): false,
		text.T("100% {1} {0}", "100% {0} {1}"): false, text.T("%d baris", "%d rows"): false,
		text.T("berkas", ""): true, text.T("", "file"): true, text.T("berkas", " \n"): true, text.T("berkas", "berkas"): true,
		text.T("berkas {0}", "file {1}"): true, text.T("%d baris %s", "%s rows %d"): true, text.T("%d baris", "rows"): true,
	} {
		if got := Flaw(said); (got != "") != bad {
			t.Errorf("%q: %q", said, got)
		}
	}
	if Flaw(text.Same("Tangerang"), "Tangerang") != "" || Flaw(text.Same("Tangerang")) == "" {
		t.Error("a name that is given is not taken, or one that is not is")
	}
}

// TestWalk: a text with a language that is missing is found, and an object with
// an id of its own is none.
func TestWalk(t *testing.T) {
	var got []string
	n, err := Walk([]byte(`{"x":[{"id":"a","en":"b","args":[{"term":{"id":"c"}}]}],"y":{"id":"ANT-01","name":{"id":"d","en":null}},"z":{"en":"e"}}`),
		func(path string, said text.Text) { got = append(got, path+" "+said.ID+" "+said.EN) })
	if err != nil || n != 4 || len(got) != 4 {
		t.Errorf("%d: %q %v", n, got, err)
	}
}
