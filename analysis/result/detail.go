package result

import (
	"bytes"
	"encoding/json"

	"rapor/ingest/text"
)

// Detail is what is added to a problem's title: the value that was expected,
// the place of a damage, the file that is the same. In JSON one that reads
// alike in both languages, as numbers and names do, is one string; one with
// words is {"id": ..., "en": ...}.
type Detail struct{ text.Text }

// MarshalJSON writes the shorter of the two forms.
func (d Detail) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // as hasil.json is written; a caller that escapes does so after us
	var v any = d.Text
	if d.ID == d.EN {
		v = d.ID
	}
	err := enc.Encode(v)
	return out.Bytes(), err
}

// UnmarshalJSON reads either form.
func (d *Detail) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		d.Text = text.Same(s)
		return nil
	}
	return json.Unmarshal(b, &d.Text)
}
