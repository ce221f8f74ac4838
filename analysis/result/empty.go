package result

// Empty says that a report has no value but those on the data themselves, and
// where in time the data lie, as far as their sheets have dates: most often
// another period was meant.
func (r *Result) Empty() (say Text, empty bool) {
	for i := range r.Indicators {
		if ind := &r.Indicators[i]; ind.Domain != "quality" && ind.Value.Known() {
			return Text{}, false
		}
	}
	var first, last string
	for i := range r.Sources {
		for _, sh := range r.Sources[i].Sheets {
			if sh.Used == 0 || sh.First == "" || sh.Last == "" {
				continue
			}
			if first == "" || sh.First < first {
				first = sh.First
			}
			last = max(last, sh.Last)
		}
	}
	if first == "" {
		return T("Tidak ada nilai untuk {0}: berkas tidak memuat data periode ini.", "No value for {0}: the files hold no data of this period.", Over(r.Period.ID)), true
	}
	return T("Tidak ada nilai untuk {0}; data dalam berkas mencakup {1} sampai {2}.", "No value for {0}; the data in the files run from {1} to {2}.",
		Over(r.Period.ID), On(first), On(last)), true
}
