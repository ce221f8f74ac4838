package reform

import (
	"strconv"

	"rapor/analysis/calendar"
	"rapor/analysis/result"
)

// outside says why a change does not lie within the report's data at all.
func (e *evaluation) outside() result.Text {
	switch {
	case e.day > e.source.to:
		return result.T("{0} baru berlaku pada {1}, sesudah masa laporan ini berakhir ({2}), sehingga belum dapat dievaluasi.",
			"{0} began on {1}, after the end of this report ({2}), and cannot be evaluated yet.", e.name(), on(e.day), on(e.source.to))
	case e.day <= e.source.from:
		return result.T("{0} sudah berlaku sejak {1}, sebelum data laporan ini mulai ({2}), sehingga tidak ada masa sebelum perubahan untuk dibandingkan.",
			"{0} has been in force since {1}, before the data of this report begin ({2}), so that there is no time before it to compare with.", e.name(), on(e.day), on(e.source.from))
	case len(e.days) == 0:
		return result.T("{0} (berlaku {1}) tidak dapat dievaluasi: diperlukan data antrean dengan satu baris bertanggal per tiket, jam ambil, dan jam panggil.",
			"{0} (in force from {1}) cannot be evaluated: it needs queue data with one dated row per ticket, the time taken and the time called.", e.name(), on(e.day))
	}
	return result.Text{}
}

// short says why the days on the two sides are too few.
func (e *evaluation) short() result.Text {
	b, a := e.before.served(), e.after.served()
	if b >= least && a >= least {
		return result.Text{}
	}
	t := result.T("{0} (berlaku {1}) tidak dapat dievaluasi: ada {2} hari dengan waktu tunggu sebelum dan {3} hari sesudah perubahan ({4} sampai {5}), padahal diperlukan sedikitnya {6} hari di tiap sisi.",
		"{0} (in force from {1}) cannot be evaluated: there are {2} days with waiting times before and {3} days after it ({4} to {5}); at least {6} days are needed on each side.",
		e.name(), on(e.day), count(b), count(a), on(e.from), on(e.to), count(least))
	if e.clipped {
		return join(t, clippedSay)
	}
	return t
}

// idle counts the working days of a side's span without a single ticket.
func (e *evaluation) idle(s side) int {
	n := 0
	at := 0
	for d := s.first(); d <= s.last(); d++ {
		for at < len(s.days) && s.days[at].at < d {
			at++
		}
		if s.days[at].at != d && e.calendar.Working(d) {
			n++
		}
	}
	return n
}

// emptyMonths names the months between the first and the last day of the data
// that have no ticket at all: most likely files that were not handed in.
func (e *evaluation) emptyMonths() result.Text {
	span := calendar.Period{From: e.before.first(), To: e.after.last()}
	var form string
	var args []result.Quantity
	for _, m := range span.Months() {
		if len(between(e.days, m.First(), m.Last())) > 0 {
			continue
		}
		if len(args) > 0 {
			form += ", "
		}
		form += "{" + strconv.Itoa(len(args)) + "}"
		args = append(args, result.In(m.ID()))
	}
	if len(args) == 0 {
		return result.Text{}
	}
	return result.T("Bulan tanpa satu tiket pun: {0}.", "Months without a single ticket: {0}.", worded(result.T(form, form, args...)))
}
