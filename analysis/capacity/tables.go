package capacity

import (
	"rapor/analysis/result"
	"rapor/analysis/simulate"
)

// Tables are the advice by counters, the outcomes by quota, the roster and
// Erlang C. A refused study has the test of the replay alone.
func (s *Study) Tables() []result.Table {
	if s.Fit == nil {
		return nil
	}
	if s.Refused != nil {
		return []result.Table{s.testTable()}
	}
	out := []result.Table{s.adviceTable(), s.waitTable(), s.finishTable(), s.testTable()}
	if len(s.Basis.Hall.Roster) > 1 {
		out = append(out, s.rosterTable())
	}
	return append(out, s.steadyTable())
}

func column(id, en string, u result.Unit) result.Column {
	return result.Column{Name: result.T(id, en), Unit: u}
}

// over names a column of waits above a limit.
func over(limit int32) result.Column {
	return result.Column{Name: result.T("Tunggu > {0}", "Waits > {0}", seconds(float64(limit))), Unit: result.Share}
}

func (s *Study) testTable() result.Table {
	f := s.Fit
	row := func(id, en string, observed, replayed float64) []result.Quantity {
		return []result.Quantity{result.Named(id, en), seconds(observed), seconds(replayed), seconds(replayed - observed)}
	}
	return result.Table{
		ID: "kapasitas-uji", Title: result.T("Uji simulasi: tunggu tercatat dan tunggu hasil simulasi pada hari yang sama", "Test of the simulation: waits on record and simulated, on the same days"),
		Columns: []result.Column{column("Ukuran", "Measure", result.Worded), column("Tercatat", "On record", result.Seconds),
			column("Simulasi", "Simulated", result.Seconds), column("Selisih", "Difference", result.Seconds)},
		Rows: [][]result.Quantity{
			row("Rata-rata", "Mean", f.ObservedMean, f.ReplayedMean),
			row("Median", "Median", f.Observed[at50], f.Replayed[at50]),
			row("P90", "P90", f.Observed[at90], f.Replayed[at90]),
		},
		Note: result.T("Selisih rata-rata pada persentil 5, 10, … 95: {0} dari rata-rata tunggu tercatat; pada P90: {1}. Di atas {2} pengandaian tidak dijawab.",
			"Mean difference over percentiles 5, 10, … 95: {0} of the mean wait on record; at P90: {1}. Above {2} no what-if is answered.",
			share(f.Distance), share(f.AtP90), share(simulate.MaxMisfit)),
	}
}

// adviceTable answers the question by number of counters, with what the
// reference would mean.
func (s *Study) adviceTable() result.Table {
	t := result.Table{
		ID: "kapasitas-anjuran", Title: result.T("Kuota terbesar yang menjaga P90 dalam {0}, dan akibat {1}", "The largest quota that keeps P90 within {0}, and what {1} does",
			seconds(float64(s.Basis.Standard)), s.Reference.words()),
		Columns: []result.Column{
			column("Loket", "Counters", result.Worded), column("Kuota terbesar", "Largest quota", result.Tickets),
			column("Terjaga 19 dari 20 hari", "Kept 19 days of 20", result.Tickets), {Name: result.T("P90 pada {0}", "P90 at {0}", result.Int(int64(s.Reference.Tickets), result.Tickets)), Unit: result.Seconds},
			over(s.Basis.Standard), over(s.Basis.Long),
			column("Tiket terakhir selesai", "Last ticket done", result.ClockTime), column("Lembur", "Overtime", result.Seconds)},
		Note: result.T("Kuota dicoba tiap {0}; {1} berarti kuota terbesar yang dicoba masih memenuhi, {2} berarti yang terkecil pun tidak. Kolom keempat dan seterusnya: {3} terisi penuh setiap hari.",
			"Quotas were tried every {0}; {1} means the largest one tried still meets the standard, {2} that not even the smallest does. From the fourth column on: {3} filled every day.",
			result.Int(int64(max(1, s.options.Step)), result.Tickets), result.Str("≥"), result.Str("–"), s.Reference.words()),
	}
	for _, a := range s.Advice {
		row := []result.Quantity{counterWords(a.Counters, a.Open), quotaCell(a.Quota, a.AtEdge), quotaCell(a.Sure, s.sureAtEdge(a))}
		if o := s.outcome(a.Counters, s.Reference.Tickets); o != nil {
			row = append(row, seconds(o.PooledP90), share(o.PooledOver[0]), share(o.PooledOver[1]), clock(o.Finish.Mean), seconds(o.Overtime.Mean))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (s *Study) sureAtEdge(a Advice) bool {
	q := s.quotas()
	return a.Sure == q[len(q)-1]
}

func quotaCell(q int, edge bool) result.Quantity {
	n := result.Int(int64(q), result.Tickets)
	switch {
	case q == 0:
		return result.Named("–", "–")
	case edge:
		t := result.T("≥ {0}", "≥ {0}", n)
		return result.Quantity{Unit: result.Worded, Term: &t}
	}
	return n
}

// between is a band of days as a cell.
func between(b simulate.Band, show func(float64) result.Quantity) result.Quantity {
	t := result.T("{0} – {1}", "{0} – {1}", show(b.Lo), show(b.Hi))
	return result.Quantity{Unit: result.Worded, Term: &t}
}

var band = column("90% hari", "90% of days", result.Worded)

func (s *Study) waitTable() result.Table {
	t := result.Table{
		ID: "kapasitas-tunggu", Title: result.T("Tunggu menurut kuota, dengan {0}", "Waits by quota, with {0}", counterWords(0, s.Basis.Peak)),
		Columns: []result.Column{column("Kuota", "Quota", result.Tickets), column("P90", "P90", result.Seconds), band,
			over(s.Basis.Standard), band, over(s.Basis.Long), band},
		Note: result.T("P90 dan bagian menurut seluruh pemohon dari {0} simulasi; rentang di sebelahnya memuat 90% hari bila dihitung per hari.",
			"P90 and shares over all applicants of {0} simulated; the range beside each holds 90% of days when counted by day.", result.Int(int64(s.options.Reps), result.Days)),
	}
	for _, q := range s.quotas() {
		if o := s.outcome(0, q); o != nil {
			t.Rows = append(t.Rows, []result.Quantity{result.Int(int64(q), result.Tickets), seconds(o.PooledP90), between(o.P90, seconds),
				share(o.PooledOver[0]), between(o.Over[0], share), share(o.PooledOver[1]), between(o.Over[1], share)})
		}
	}
	return t
}

func (s *Study) finishTable() result.Table {
	t := result.Table{
		ID: "kapasitas-selesai", Title: result.T("Tiket terakhir, lembur, dan kesibukan loket menurut kuota, dengan {0}", "Last ticket, overtime and use of counters by quota, with {0}", counterWords(0, s.Basis.Peak)),
		Columns: []result.Column{column("Kuota", "Quota", result.Tickets), column("Tiket terakhir selesai", "Last ticket done", result.ClockTime), band,
			column("Lembur", "Overtime", result.Seconds), band, column("Loket sibuk", "Counters busy", result.Share), band},
		Note: result.T("Rata-rata hari simulasi dan rentang yang memuat 90% hari. Lembur = setelah pukul {0}. Loket sibuk = bagian waktu loket buka yang dipakai melayani.",
			"Means over simulated days, and the range that holds 90% of days. Overtime = after {0}. Counters busy = share of open counter time spent on service.", clock(float64(s.Basis.Hall.Close))),
	}
	for _, q := range s.quotas() {
		if o := s.outcome(0, q); o != nil {
			t.Rows = append(t.Rows, []result.Quantity{result.Int(int64(q), result.Tickets), clock(o.Finish.Mean), between(o.Finish, clock),
				seconds(o.Overtime.Mean), between(o.Overtime, seconds), share(o.Busy.Mean), between(o.Busy, share)})
		}
	}
	return t
}

func (s *Study) rosterTable() result.Table {
	t := result.Table{
		ID: "kapasitas-loket", Title: result.T("Loket yang buka pada hari biasa", "Counters open on the usual day"),
		Columns: []result.Column{column("Mulai pukul", "From", result.ClockTime), column("Loket buka", "Counters open", result.Count)},
		Note:    result.T("Median hari yang tercatat; tiap hari disimulasikan dengan loketnya sendiri.", "Median of the days on record; each day is simulated with its own counters."),
	}
	if s.Basis.Given {
		t.Note = result.T("Menurut rapor.yaml.", "As written in rapor.yaml.")
	}
	for _, r := range s.Basis.Hall.Roster {
		t.Rows = append(t.Rows, []result.Quantity{clock(float64(r.From)), result.Int(int64(r.Counters), result.Count)})
	}
	return t
}

func (s *Study) steadyTable() result.Table {
	from, to := s.Basis.window()
	t := result.Table{
		ID: "kapasitas-erlang", Title: result.T("Pembanding kewajaran: rumus Erlang C pada {0}", "A check of plausibility: Erlang C at {0}", s.Reference.words()),
		Columns: []result.Column{column("Loket", "Counters", result.Worded), column("Beban (Erlang)", "Load (Erlang)", result.Points),
			column("Loket terpakai", "Counters in use", result.Share), column("Erlang C: rata-rata tunggu", "Erlang C: mean wait", result.Seconds),
			column("Erlang C: P90", "Erlang C: P90", result.Seconds), column("Simulasi: rata-rata tunggu", "Simulated: mean wait", result.Seconds),
			column("Simulasi: P90", "Simulated: P90", result.Seconds)},
		Note: result.T("Erlang C berlaku bagi antrean yang setimbang: kedatangan acak tetapi merata, tanpa serbuan pagi. Dihitung dari {0} tiket per jam, seolah-olah 9 dari 10 tiket datang merata antara pukul {1} dan {2}, dan {3} loket terpakai per tiket. Bila beban mencapai jumlah loket, rumus ini tidak mempunyai jawaban: antrean tumbuh selama jam itu lalu surut sesudahnya. Itu yang dihitung simulasi.",
			"Erlang C holds for a queue in steady state: arrivals at random but at an even rate, without a morning rush. It is computed from {0} tickets an hour, as if 9 of 10 tickets came evenly between {1} and {2}, and {3} of a counter per ticket. Where the load reaches the number of counters the formula has no answer: the queue grows during those hours and shrinks afterwards. That is what the simulation computes.",
			result.Num(exact(s.Basis.arrivalRate(s.Reference.Tickets)*3600), result.Count), clock(float64(from)), clock(float64(to)), seconds(s.Basis.occupied())),
	}
	for _, e := range s.Steady {
		mean, p90 := result.Named("tidak setimbang", "not steady"), result.Named("–", "–")
		if e.Balanced {
			mean, p90 = seconds(e.MeanWait), seconds(e.P90)
		}
		t.Rows = append(t.Rows, []result.Quantity{counterWords(e.Counters, e.Open), result.Num(exact(e.Load), result.Points), share(e.Busy),
			mean, p90, seconds(e.Simulated.Mean), seconds(e.Simulated.P90)})
	}
	return t
}
