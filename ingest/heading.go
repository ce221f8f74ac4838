package ingest

import "rapor/ingest/record"

// Heading is the column of a reject as the office heads it: findings between
// rows, and rows without a value that they need, name the field.
func (m *Manifest) Heading(r record.Reject) string {
	if int(r.Ref.Source) >= len(m.Sources) {
		return r.Column
	}
	s := &m.Sources[r.Ref.Source]
	if int(r.Ref.Sheet) >= len(s.Sheets) || s.Sheets[r.Ref.Sheet].Plan == nil {
		return r.Column
	}
	for _, c := range s.Sheets[r.Ref.Sheet].Plan.Columns {
		if c.Field != "" && (c.Field == r.Column || c.Field == ledgerFields[r.Column]) {
			return c.Header
		}
	}
	return r.Column
}

// ledgerFields are the fields that findings in ledgers call by their words.
var ledgerFields = map[string]string{"pagu": "ceiling", "realisasi": "spent", "sisa": "remainder", "persen": "percent"}
