package queue

import (
	"math"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needPassports = result.T("perlu data permohonan paspor dengan tanggal permohonan dan tanggal selesai", "needs passport applications with the dates applied and ready")

var passportDays = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "PAS-01", Unit: result.Share, NUnit: result.Applicants, Better: result.Higher, Since: "0.1.0", Interval: indicator.Resampled, MinN: 20,
		Name:     result.T("Paspor selesai tepat waktu", "Passports ready in time"),
		Question: result.T("Berapa bagian paspor yang selesai dalam batas hari kerja?", "What share of passports is ready within the working-day limit?"),
		Formula:  result.T("permohonan selesai ≤ batas hari kerja / permohonan yang sudah dapat dinilai", "applications ready within the limit / applications that can be judged"),
		Basis:    []string{"PAS-HARI"}, Kinds: []string{"application"}, Needs: needPassports, Series: true, Control: true,
		Caveat: result.T("Hari ke-0 adalah hari permohonan; hitungan mulai hari kerja berikutnya. Permohonan yang belum selesai dan belum lewat batas dikecualikan.",
			"Day 0 is the day of application; counting starts the next working day. Applications not ready and not yet late are excluded."),
	},
	Compute: func(s *Slice) result.Value {
		v := s.ready(ordinary(s), notExpress, needPassports)
		if n := s.express(); n > 0 && v.Known() {
			v.Excluded = append(v.Excluded, result.Exclusion{Reason: result.T("layanan percepatan, dinilai tersendiri (PAS-02)", "express service, judged apart (PAS-02)"), N: n})
		}
		return v
	},
	Bound: readyBound(ordinary, notExpress), Sample: readySample(ordinary, notExpress),
}

// The limits of the two kinds of application, and who belongs to each.
func ordinary(s *Slice) int { return s.set.ProcessDays }
func express(s *Slice) int  { return s.expressLimit() }

func isExpress(a *record.Application) bool { return a.Express == record.Yes }
func notExpress(a *record.Application) bool {
	return a.Express != record.Yes && a.Express != record.Unread
}

// express counts the express applications of the selection.
func (s *Slice) express() (n int64) {
	s.facts.Survey.Applications(s.sel, func(a *record.Application) {
		if a.Express == record.Yes {
			n++
		}
	})
	return n
}

// ready is the share of applications ready within a limit of working days.
// Those neither ready nor late when the data end cannot be judged yet.
func (s *Slice) ready(limit int, of func(*record.Application) bool, needs result.Text) result.Value {
	var n, hits int64
	open := s.judge(limit, of, func(_ *record.Application, hit bool) {
		n++
		if hit {
			hits++
		}
	})
	if n == 0 {
		return without(needs)
	}
	v := share(hits, n, result.Applicants, some(result.Exclusion{Reason: result.T("belum selesai dan belum lewat batas", "not ready and not yet late"), N: open}))
	v.Warnings = []result.Text{result.T("Batas: {0}.", "Limit: {0}.", result.Int(int64(limit), result.Days))}
	return v
}

// judge calls f for every application that can be judged, with whether it was
// ready in time, and counts those that cannot be judged yet. Applications were
// followed until the last day that any of the office speaks of, also beyond
// the selection: one of January not ready in June is late.
func (s *Slice) judge(limit int, of func(*record.Application) bool, f func(a *record.Application, hit bool)) (open int64) {
	cal := calendarOf(s.set)
	var last record.Day
	every := facts.Selection{Office: s.sel.Office, To: math.MaxInt32}
	s.facts.Survey.Applications(every, func(a *record.Application) { last = max(last, a.Applied, a.Ready) })
	s.facts.Survey.Applications(s.sel, func(a *record.Application) {
		switch {
		case !of(a):
		case a.Ready.Known():
			f(a, cal.Between(a.Applied, a.Ready) <= limit)
		case cal.Between(a.Applied, last) > limit:
			f(a, false) // not ready and already late: it cannot be in time any more
		default:
			open++
		}
	})
	return open
}
