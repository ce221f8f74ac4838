package result

import (
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
	if d.ID == d.EN {
		return json.Marshal(d.ID)
	}
	return json.Marshal(d.Text)
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
