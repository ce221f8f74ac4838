package layout

import "slices"

// placesAsked reports an entry that says that a table is of one kind of act: then
// its columns of numbers that no word explains are places, one each.
func placesAsked(ov *Override) bool {
	if ov == nil || ov.Kind != actionKind.name || ov.Constants["type"] == "" {
		return false
	}
	fields := sortedValues(ov.Columns)
	return slices.Contains(fields, "decided") && !slices.Contains(fields, "number") && !slices.Contains(fields, "office")
}

// byPlace takes a table with places across, a day a row, whose entry says which
// act it counts and which column is the day.
func (w *matrix) byPlace() bool {
	if !placesAsked(w.ov) {
		return false
	}
	w.kind = actionKind.name
	w.keys, w.cells, w.sums = nil, nil, nil
	for c := range w.win.heads {
		path := w.win.heads[c].path
		if len(path) == 0 || w.key(c) != "" || w.marks[c].total || !w.numbers(c) {
			continue
		}
		if !w.cell(c, "number", dimValue{"office", path[len(path)-1]}) {
			return false
		}
	}
	if len(w.cells) < leastAcross {
		return false
	}
	w.totalColumns("number")
	w.takeKeys()
	return w.hasKey("decided") && !w.hasKey("office") && !w.hasKey("number")
}
