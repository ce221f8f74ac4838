package queue

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needTickets = result.T("perlu data antrean (satu baris per tiket, atau jumlah per selang waktu)",
	"needs queue data (one row per ticket, or counts per interval)")

var volume = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-01", Unit: result.Tickets, NUnit: result.Tickets, Better: result.Contextual, Since: "0.1.0",
		Name:     result.T("Jumlah tiket antrean", "Queue tickets"),
		Question: result.T("Berapa banyak tiket yang diambil?", "How many tickets were taken?"),
		Formula:  result.T("banyaknya tiket, termasuk yang tidak hadir dan batal", "number of tickets, including no-shows and cancelled ones"),
		Kinds:    ticketKinds, Needs: needTickets, Series: true, By: []string{"service", "class", "office"},
		Caveat: result.T("Tiket bukan orang: satu pemohon dapat mengambil lebih dari satu tiket.", "Tickets are not people: one applicant may take several."),
	},
	Compute: func(s *Slice) result.Value {
		n := s.tickets + s.pool.people
		if n == 0 {
			return without(needTickets)
		}
		return result.Value{Value: big.NewRat(n, 1), N: n, NUnit: result.Tickets}
	},
}

var perDay = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-13", Unit: result.Tickets, NUnit: result.Days, Better: result.Contextual, Since: "0.1.0",
		Name:     result.T("Tiket per hari layanan", "Tickets per service day"),
		Question: result.T("Berapa beban pada hari layanan biasa?", "How heavy is an ordinary service day?"),
		Formula:  result.T("jumlah tiket bertanggal / banyaknya hari yang memiliki tiket", "dated tickets / days that have tickets"),
		Kinds:    []string{"ticket"}, Needs: result.T("perlu data tiket antrean bertanggal", "needs dated queue tickets"), Series: true, Control: true, By: []string{"office"},
		Caveat:   result.T("Hari tanpa satu tiket pun tidak dihitung sebagai hari layanan.", "Days without any ticket do not count as service days."),
		Interval: indicator.Resampled,
	},
	Compute: (*Slice).perDay, Bound: perDayBound, Sample: perDaySample,
}

func (s *Slice) perDay() result.Value {
	days := int64(len(s.facts.Queue.Days(s.sel)))
	if days == 0 {
		return without(result.T("perlu data tiket antrean bertanggal", "needs dated queue tickets"))
	}
	return result.Value{Value: big.NewRat(s.tickets, days), Num: big.NewRat(s.tickets, 1), Den: big.NewRat(days, 1), N: days, NUnit: result.Days}
}

var noShow = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-09", Unit: result.Share, NUnit: result.Tickets, Better: result.Lower, Since: "0.1.0", Interval: indicator.Resampled,
		Name:     result.T("Tidak hadir", "No-shows"),
		Question: result.T("Berapa bagian tiket yang pemegangnya tidak hadir saat dipanggil?", "What share of ticket holders did not come when called?"),
		Formula:  result.T("tiket tidak hadir / tiket yang statusnya tercatat", "no-show tickets / tickets with a recorded status"),
		Kinds:    []string{"ticket"}, Needs: result.T("perlu kolom status pada data tiket", "needs a status column in the ticket data"), Series: true, By: []string{"service"},
		Caveat: result.T("Tiket yang dipanggil ulang lalu dilayani bukan tidak hadir.", "Tickets recalled and then served are not no-shows."),
	},
	Sample: shareSample(absences),
	Compute: func(s *Slice) result.Value {
		n := s.tickets - s.unstated - s.cancelled - s.unfinished
		if n == 0 {
			return without(result.T("perlu kolom status pada data tiket", "needs a status column in the ticket data"))
		}
		if s.onlyAbsent() {
			return s.absentByClock()
		}
		return share(s.noShows, n, result.Tickets, some(
			result.Exclusion{Reason: result.T("batal", "cancelled"), N: s.cancelled},
			result.Exclusion{Reason: result.T("belum selesai saat data diekspor", "not finished when exported"), N: s.unfinished},
			result.Exclusion{Reason: result.T("status tidak tercatat", "status not recorded"), N: s.unstated - s.noStatus}))
	},
}

// onlyAbsent reports tickets of which those alone carry a status whose holder did
// not come: what the others are stands nowhere, and not all stayed away.
func (s *Slice) onlyAbsent() bool {
	return s.noShows > 0 && s.unstated > s.noStatus && s.tickets == s.noShows+s.unstated+s.cancelled+s.unfinished
}

// servedByClock reports a ticket without a status whose service has a clock.
func servedByClock(v *facts.Visit) bool {
	return v.Status == record.StatusUnknown && (v.Started >= 0 || v.Ended >= 0)
}

// absentByClock is the share of no-shows where only they carry a status: among
// them and those whose service has a clock.
func (s *Slice) absentByClock() result.Value {
	rest := s.unstated - s.noStatus - s.cameByClock
	if s.cameByClock == 0 || rest*indicator.UnreadParts > s.tickets {
		return without(result.T("ditahan: hanya tiket yang tidak hadir yang berstatus; isi status tiket lainnya, atau jam mulai atau selesainya",
			"withheld: only no-shows carry a status; fill in the status of the other tickets, or when they started or ended"))
	}
	v := share(s.noShows, s.noShows+s.cameByClock, result.Tickets, some(
		result.Exclusion{Reason: result.T("batal", "cancelled"), N: s.cancelled},
		result.Exclusion{Reason: result.T("belum selesai saat data diekspor", "not finished when exported"), N: s.unfinished},
		result.Exclusion{Reason: result.T("status tidak tercatat", "status not recorded"), N: rest}))
	v.Warnings = append(v.Warnings, result.T("Hanya yang tidak hadir yang berstatus; tiket lain dihitung hadir menurut jam layanannya.",
		"Only no-shows carry a status; other tickets count as present by the clock of their service."))
	return v
}
