package queue

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// desks follows the counters: what they completed, and how long they were
// open. Where a roster of a day is given it is used for that day; else a
// counter is taken as open from its first event of the day to its last.
type desks struct {
	open     map[deskDay]*deskSpan
	roster   map[record.Day]int64 // seconds of counters open, from the roster
	done     map[record.Day]int64 // rows served, by day
	nameless int64                // rows served without a counter or a day
}

type deskDay struct {
	day     record.Day
	counter string
}

type deskSpan struct{ from, to int32 }

func (d *desks) gather(f *facts.Set, sel facts.Selection) {
	d.open, d.roster, d.done = map[deskDay]*deskSpan{}, map[record.Day]int64{}, map[record.Day]int64{}
	f.Queue.Stages(sel, d.row)
	f.Queue.Intervals(sel, d.rota)
}

func (d *desks) row(v *facts.Visit, _ facts.Lane, desk facts.Desk) {
	sec, ok := v.Service()
	if !ok || v.Ended < 0 || v.Status != record.StatusUnknown && v.Status != record.StatusUnread &&
		v.Status != record.StatusServed {
		return
	}
	if desk.Counter == "" || !v.Day.Known() {
		d.nameless++
		return
	}
	d.done[v.Day]++
	key := deskDay{v.Day, desk.Counter}
	span, ok := d.open[key]
	if !ok {
		span = &deskSpan{v.Ended - sec, v.Ended}
		d.open[key] = span
	}
	span.from, span.to = min(span.from, v.Ended-sec), max(span.to, v.Ended)
}

// rota adds an interval that says how many counters were open in it.
func (d *desks) rota(i *record.QueueInterval) {
	if i.Counters > 0 && i.From.Known() && i.To.Known() && i.Grain == record.GrainDay && i.Day.Known() {
		d.roster[i.Day] += int64(i.Counters) * int64(i.To.Seconds()-i.From.Seconds())
	}
}

// hours are the counter-seconds of the days with completed rows, those rows,
// and how many of the days rest on a roster.
func (d *desks) hours() (seconds, done int64, days, rostered int) {
	bySpan := map[record.Day]int64{}
	for k, s := range d.open {
		bySpan[k.day] += int64(s.to - s.from)
	}
	for day, n := range d.done {
		days++
		done += n
		if r, ok := d.roster[day]; ok {
			seconds += r
			rostered++
		} else {
			seconds += bySpan[day]
		}
	}
	return seconds, done, days, rostered
}

var needCounters = result.T("perlu nama loket, jam mulai (atau panggil), dan jam selesai pada data tiket", "needs the counter and the times service started (or was called) and ended in the ticket data")

var perCounterHour = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-18", Unit: result.PerHour, NUnit: result.Tickets, Better: result.Higher, Since: "0.2.0",
		Name:     result.T("Produktivitas loket", "Throughput per counter-hour"),
		Question: result.T("Berapa pelayanan selesai per jam loket buka?", "How many services are completed per hour of an open counter?"),
		Formula:  result.T("pelayanan selesai / jumlah jam loket buka", "services completed / sum of hours counters were open"),
		Kinds:    ticketKinds, Needs: needCounters, Series: true, Control: true, By: []string{"office"},
		Caveat: result.T("Tanpa jadwal loket, jam buka dihitung dari kejadian pertama sampai terakhir di loket itu, sehingga produktivitas cenderung terlalu tinggi. Data bertahap menghitung pelayanan tiap tahap.",
			"Without a roster, a counter counts as open from its first event to its last, which overstates throughput. In multi-stage data each stage is one service."),
	},
	Compute: func(s *Slice) result.Value {
		sec, done, days, rostered := s.desks.hours()
		if done == 0 || sec <= 0 {
			return without(needCounters)
		}
		v := result.Value{Num: big.NewRat(done, 1), Den: big.NewRat(sec, 3600), N: done, NUnit: result.Tickets,
			Excluded: some(result.Exclusion{Reason: result.T("dilayani, tetapi loketnya tidak tercatat", "served, but the counter is not recorded"), N: s.desks.nameless})}
		v.Value = new(big.Rat).Quo(v.Num, v.Den)
		v.Warnings = []result.Text{result.T("{0} hari, {1} di antaranya menurut jadwal loket.", "{0} days, {1} of them by the roster.",
			result.Int(int64(days), result.Count), result.Int(int64(rostered), result.Count))}
		return v
	},
}
