package indicator

import (
	"rapor/analysis/result"
	"rapor/ingest/vocabulary"
)

// Label is a label of the data in a field such as "service" or "nationality",
// borne by n records, with what the vocabulary says of it. Every label that a
// result takes from the data is made here, so that the edition for a jury can
// tell terms from names.
func Label(field, label string, n int64) result.Quantity {
	return result.Data(field, label, n, vocabulary.Known(field, label))
}
