package result

import (
	"bytes"
	"encoding/json"
	"testing"

	"rapor/ingest/text"
)

// TestDetailKeepsItsForm: what reads alike is one string, as results written
// before details had two languages hold it, and each form is read back.
func TestDetailKeepsItsForm(t *testing.T) {
	for _, tc := range []struct {
		say  text.Text
		want string
	}{
		{text.Text{}, `{"source":0,"sheet":0,"row":0}`},
		{text.Same("> 60 <x>"), `{"source":0,"sheet":0,"row":0,"hint":"> 60 <x>"}`},
		{text.T("pagu", "ceiling"), `{"source":0,"sheet":0,"row":0,"hint":{"id":"pagu","en":"ceiling"}}`},
	} {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(Example{Hint: Detail{tc.say}}); err != nil || string(bytes.TrimSpace(b.Bytes())) != tc.want {
			t.Errorf("%v: %s %v", tc.say, b.Bytes(), err)
		}
		var back Example
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || back.Hint.Text != tc.say {
			t.Errorf("%s is read as %v, %v", b.Bytes(), back.Hint, err)
		}
	}
}
