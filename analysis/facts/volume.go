package facts

import (
	"cmp"
	"strings"

	"rapor/ingest/record"
)

// Volumes are the numbers of matters that offices count, row by row.
type Volumes struct{ rows []record.Volume }

// Volume keeps one number of a matter.
func (s *Set) Volume(v *record.Volume) { s.Volumes.rows = append(s.Volumes.rows, *v) }

// Each calls f for every number of a selection, in canonical order. A number of
// a month or a year counts for a period that contains all of it.
func (v *Volumes) Each(sel Selection, f func(*record.Volume)) {
	for i := range v.rows {
		if r := &v.rows[i]; r.Office == sel.Office && within(r.Day, r.Grain, sel) {
			f(r)
		}
	}
}

// volumes are known by the matter and the time that they count.
var volumes = life[record.Volume]{
	kind:    "volume",
	datesBy: "year",
	ref:     func(v *record.Volume) record.Ref { return v.Ref },
	office:  func(v *record.Volume) *string { return &v.Office },
	dated:   func(v *record.Volume) record.Day { return grainEnd(v.Day, v.Grain) },
	tells:   func(v *record.Volume) bool { return v.Grain != record.GrainYear },
	key: func(a, b *record.Volume) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Grain, b.Grain),
			strings.Compare(a.Matter, b.Matter), strings.Compare(a.Unit, b.Unit), cmp.Compare(a.Stock, b.Stock),
			cmp.Compare(a.Number, b.Number))
	},
	rest: alike[record.Volume], keyed: always[record.Volume],
	rows: eachRow[record.Volume], said: nothing[record.Volume], common: true,
}
