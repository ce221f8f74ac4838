package cli

import (
	"strings"

	"rapor/analysis/result"
	"rapor/ingest/text"
	"rapor/templates/format"
)

// shownReasons bounds the reasons that the closing lines name; all of them
// stand in the result.
const shownReasons = 5

// gate fails a run whose data must not pass unnoticed. written says what is
// there all the same.
func gate(reasons []result.GateReason, written text.Text) error {
	if len(reasons) == 0 {
		return nil
	}
	list := func(l text.Lang) string {
		var b strings.Builder
		for _, r := range reasons[:min(len(reasons), shownReasons)] {
			b.WriteString("\n  - " + format.Text(r.Say, format.Lang(l)))
		}
		return b.String()
	}
	more := text.Text{}
	if n := len(reasons) - shownReasons; n > 0 {
		more = text.T("\n  - dan "+text.Group(int64(n), text.ID)+" sebab lain", "\n  - and "+text.Group(int64(n), text.EN)+" further reasons")
	}
	return quality(text.Errorf("%s, tetapi datanya perlu diperiksa:%s%s", "%s, but the data need a look:%s%s", written, text.T(list(text.ID), list(text.EN)), more))
}
