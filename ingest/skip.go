package ingest

import (
	"rapor/ingest/layout"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// mayBeSkipped tells of a sheet that no layout fits how to leave it out, where
// that is the question: it may be no data.
func (sh *Sheet) mayBeSkipped(name string) {
	switch sh.Refused {
	case reject.NoLayout, reject.MissingColumn, reject.SeveralLayouts, reject.OtherScale:
	default:
		return
	}
	if name == "" {
		return
	}
	line := "skip: [" + layout.YAML(name) + "]"
	sh.Detail = text.T(sh.Detail.ID+"; bila lembar ini bukan data: "+line,
		sh.Detail.EN+"; if this sheet is no data: "+line)
}
