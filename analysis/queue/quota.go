package queue

import (
	"math/big"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// quotaFacts follows the daily quota: per day in force, the tickets taken in
// the window and the time of the one that used it up.
type quotaFacts struct {
	days   []quotaDay
	before int64 // tickets of days without a quota in force
}

type quotaDay struct {
	day    record.Day
	quota  office.Quota
	taken  []int32 // take times in the window
	offWin int64
}

func (q *quotaFacts) ticket(set *office.Setting, v *facts.Visit) {
	if !v.Day.Known() || v.Taken < 0 {
		return
	}
	n := len(q.days)
	if n == 0 || q.days[n-1].day != v.Day {
		k, ok := set.Quota(v.Day)
		if !ok {
			q.before++
			return
		}
		q.days = append(q.days, quotaDay{day: v.Day, quota: k})
		n++
	}
	d := &q.days[n-1]
	if v.Taken >= d.quota.Start.Seconds() && v.Taken <= d.quota.End.Seconds() {
		d.taken = append(d.taken, v.Taken)
	} else {
		d.offWin++
	}
}

func (q *quotaFacts) finish(_ *office.Setting, _ facts.Selection) {
	for i := range q.days {
		slices.Sort(q.days[i].taken)
	}
}

var needQuota = result.T("perlu kuota harian di rapor.yaml (kunci quota) dan jam ambil tiket",
	"needs a daily quota in rapor.yaml (key quota) and the time tickets were taken").Outside(
	"perlu kuota harian kantor dan jam ambil tiket", "needs the office's daily quota and the time tickets were taken")

var quotaUse = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-10", Unit: result.Share, NUnit: result.Days, Better: result.Contextual, Since: "0.1.0",
		Name:     result.T("Utilisasi kuota", "Quota use"),
		Question: result.T("Seberapa penuh kuota harian terpakai?", "How fully was the daily quota used?"),
		Formula:  result.T("tiket yang diambil dalam jam kuota / jumlah kuota pada hari layanan", "tickets taken in the quota window / quota of the service days"),
		Basis:    []string{"ANT-KUOTA"}, Kinds: ticketKinds, Needs: needQuota, Series: true,
		Caveat: result.T("Kuota yang habis menyembunyikan pemohon yang tidak kebagian tiket.", "A used-up quota hides applicants who got no ticket."),
	},
	Bound: quotaUseBound,
	Compute: func(s *Slice) result.Value {
		if len(s.quota.days) == 0 {
			return without(needQuota)
		}
		taken, room, off := s.quota.use()
		return result.Value{
			Value: big.NewRat(taken, room), Num: big.NewRat(taken, 1), Den: big.NewRat(room, 1),
			N: int64(len(s.quota.days)), NUnit: result.Days,
			Excluded: some(
				result.Exclusion{Reason: result.T("tiket di luar jam kuota", "tickets outside the window"), N: off, NUnit: result.Tickets},
				result.Exclusion{Reason: result.T("tiket pada hari sebelum kuota berlaku", "tickets on days before the quota"), N: s.quota.before, NUnit: result.Tickets}),
		}
	},
}

// use are the tickets taken in the window, the quota of the service days, and
// the tickets outside the window.
func (q *quotaFacts) use() (taken, room, off int64) {
	for _, d := range q.days {
		taken += int64(len(d.taken))
		room += d.quota.Number
		off += d.offWin
	}
	return taken, room, off
}

// full counts the days on which the quota ran out.
func (q *quotaFacts) full() (n int64) {
	for _, d := range q.days {
		if int64(len(d.taken)) >= d.quota.Number {
			n++
		}
	}
	return n
}

var quotaHour = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-11", Unit: result.ClockTime, NUnit: result.Days, Better: result.Contextual, Since: "0.1.0",
		Name:     result.T("Jam kuota habis", "Hour the quota ran out"),
		Question: result.T("Pukul berapa kuota biasanya habis?", "At what time was the quota usually used up?"),
		Formula:  result.T("median jam pengambilan tiket terakhir dari kuota, pada hari kuota habis", "median time of the quota's last ticket, on days when it ran out"),
		Basis:    []string{"ANT-KUOTA"}, Kinds: ticketKinds, Needs: needQuota, Interval: indicator.Resampled,
		Caveat: result.T("Hanya hari ketika kuota habis; hari lain tercatat sebagai dikecualikan.", "Only days when the quota ran out; other days are listed as excluded."),
	},
	Bound: quotaHourBound, Sample: quotaHourSample,
	Compute: func(s *Slice) result.Value {
		if len(s.quota.days) == 0 {
			return without(needQuota)
		}
		var at []int32
		for _, d := range s.quota.days {
			if q := d.quota.Number; int64(len(d.taken)) >= q {
				at = append(at, d.taken[q-1])
			}
		}
		slices.Sort(at)
		v := result.Value{
			Value: stat.Median(at), N: int64(len(at)), NUnit: result.Days,
			Excluded: some(result.Exclusion{Reason: result.T("hari ketika kuota tidak habis", "days when the quota did not run out"), N: int64(len(s.quota.days) - len(at))}),
		}
		if v.Value == nil {
			m := result.T("kuota tidak pernah habis pada {0} hari layanan periode ini", "the quota never ran out on the {0} service days of this period", result.Int(int64(len(s.quota.days)), result.Count))
			v.Missing = &m
		}
		return v
	},
}

var quotaDays = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-19", Unit: result.Share, NUnit: result.Days, Better: result.Contextual, Since: "0.2.0", Interval: "wilson",
		Name:     result.T("Hari kuota habis", "Days the quota ran out"),
		Question: result.T("Pada berapa bagian hari layanan kuota habis?", "On what share of service days did the quota run out?"),
		Formula:  result.T("hari dengan tiket dalam jam kuota ≥ kuota / hari layanan dengan kuota", "days with tickets in the window ≥ quota / service days with a quota"),
		Basis:    []string{"ANT-KUOTA"}, Kinds: ticketKinds, Needs: needQuota, Series: true,
		Caveat: result.T("Pada hari kuota habis, pemohon yang tidak kebagian tiket tidak tercatat.", "On such days, applicants who got no ticket are not recorded."),
	},
	Compute: func(s *Slice) result.Value {
		if len(s.quota.days) == 0 {
			return without(needQuota)
		}
		return share(s.quota.full(), int64(len(s.quota.days)), result.Days, nil)
	},
	Bound: quotaDaysBound,
}
