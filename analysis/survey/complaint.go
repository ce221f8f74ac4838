package survey

import (
	"math"
	"math/big"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

var needComplaints = result.T("perlu data pengaduan dan data antrean untuk periode yang sama", "needs complaint data and queue data of the same period")

var complaints = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "SKM-12", Unit: result.PerMille, NUnit: result.Cases, Better: result.Lower, Since: "0.1.0", Interval: "poisson",
		Name:     result.T("Pengaduan per 1.000 pemohon", "Complaints per 1,000 applicants"),
		Question: result.T("Seberapa sering pemohon mengadu?", "How often do applicants complain?"),
		Formula: result.T("pengaduan diterima / tiket antrean × 1.000, keduanya dari bulan yang data antreannya ada",
			"complaints received / queue tickets × 1,000, both of months with queue data"),
		Kinds: []string{"complaint", "ticket"}, Needs: needComplaints, Series: true,
		Caveat: result.T("Saluran pengaduan yang lebih mudah menaikkan angka ini.", "Easier complaint channels raise this figure."),
	},
	Compute: func(s *Slice) result.Value {
		users := s.Users()
		if users == 0 || !s.facts.Survey.HasComplaints(s.sel.Office) {
			return missing(needComplaints)
		}
		n, other := s.complaintsOf(s.served())
		lo, hi := stat.Poisson(n, 0.95)
		lo, hi = lo/float64(users), hi/float64(users)
		v := result.Value{Value: big.NewRat(n, users), Num: big.NewRat(n, 1), Den: big.NewRat(users, 1), N: n,
			NUnit: result.Cases, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "poisson"}
		if other > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("pengaduan pada bulan tanpa data antrean",
				"complaints of months without queue data"), N: other}}
		}
		return v
	},
	Events: func(s *Slice) []record.Day {
		var out []record.Day
		served := s.served()
		s.facts.Survey.Complaints(s.sel, func(c *record.Complaint) {
			if served(c.Day) {
				out = append(out, c.Day)
			}
		})
		return out
	},
}

// complaintsOf counts the complaints of the selection in the months that people
// were served in as far as the data know, and the others.
func (s *Slice) complaintsOf(served func(record.Day) bool) (n, other int64) {
	s.facts.Survey.Complaints(s.sel, func(c *record.Complaint) {
		if served(c.Day) {
			n++
		} else {
			other++
		}
	})
	return n, other
}

var needClosed = result.T("perlu data pengaduan dengan tanggal masuk dan tanggal selesai", "needs complaint data with the dates received and closed")

var closedInTime = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "SKM-14", Unit: result.Share, NUnit: result.Cases, Better: result.Higher, Since: "0.2.0", Interval: "wilson",
		Name:     result.T("Pengaduan selesai dalam batas waktu", "Complaints closed within the limit"),
		Question: result.T("Berapa bagian pengaduan yang diselesaikan tepat waktu?", "What share of complaints is closed in time?"),
		Formula:  result.T("pengaduan selesai ≤ batas hari kerja / pengaduan yang sudah dapat dinilai", "complaints closed within the limit of working days / complaints that can be judged"),
		Basis:    []string{"SKM-ADUAN"}, Kinds: []string{"complaint"}, Needs: needClosed, Series: true,
		Caveat: result.T("Hari ke-0 adalah hari pengaduan. Pengaduan yang belum selesai dan belum lewat batas dikecualikan; yang lewat batas dihitung tidak tepat waktu.",
			"Day 0 is the day of the complaint. Complaints neither closed nor overdue are left out; overdue ones count as not in time."),
	},
	Compute: func(s *Slice) result.Value {
		var days []record.Day
		for _, h := range s.set.Holidays {
			days = append(days, h.Day)
		}
		cal := calendar.New(days)
		limit, sure := s.complaintDays()
		var last record.Day
		closes := false // a list without a single closing day does not follow its complaints
		// Complaints were followed until the last day that any of the office
		// speaks of, also beyond the selection.
		every := facts.Selection{Office: s.sel.Office, To: math.MaxInt32}
		s.facts.Survey.Complaints(every, func(c *record.Complaint) {
			last, closes = max(last, c.Day, c.Closed), closes || c.Closed.Known()
		})
		var n, hits, open, undated, unread int64
		s.facts.Survey.Complaints(s.sel, func(c *record.Complaint) {
			switch {
			case c.Closed.Known():
				n++
				if cal.Between(c.Day, c.Closed) <= limit {
					hits++
				}
			case c.Settled == record.Yes:
				undated++
			case c.Settled == record.Unread:
				unread++
			case cal.Between(c.Day, last) > limit:
				n++
			default:
				open++
			}
		})
		if n == 0 || !closes {
			return missing(needClosed)
		}
		lo, hi := stat.Wilson(hits, n, 0.95)
		v := result.Value{Value: big.NewRat(hits, n), Num: big.NewRat(hits, 1), Den: big.NewRat(n, 1), N: n, NUnit: result.Cases, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "wilson"}
		if open > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("belum selesai dan belum lewat batas", "neither closed nor overdue"), N: open}}
		}
		said := result.T("Batas: {0} (hari kerja; belum terverifikasi).", "Limit: {0} (working days; unverified).", result.Int(int64(limit), result.Days))
		if sure {
			said = result.T("Batas: {0} (hari kerja).", "Limit: {0} (working days).", result.Int(int64(limit), result.Days))
		}
		v.Warnings = []result.Text{said}
		v = indicator.LeaveOut(v, result.T("selesai tanpa tanggal selesai", "closed without a closing day"),
			result.T("isi tanggal selesainya di sumber", "fill the closing days in at the source"), undated, n+undated+unread, result.Cases)
		if !v.Known() {
			return v
		}
		return indicator.LeaveUnread(v, result.T("status", "status"), unread, n+unread, result.Cases)
	},
}
