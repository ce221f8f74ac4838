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
	out := []result.Table{s.testTable(), s.adviceTable(), s.waitTable(), s.finishTable()}
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
			misfit(f.Distance), misfit(f.AtP90), misfit(simulate.MaxMisfit)),
	}
}

// adviceTable answers the question by number of counters, with what the
// reference would mean.
func (s *Study) adviceTable() result.Table {
	t := result.Table{
		ID: "kapasitas-anjuran", Title: result.T("Kuota terbesar yang menjaga P90 tidak lebih dari {0}, dan akibat {1}", "The largest quota that keeps P90 within {0}, and what {1} does",
			seconds(float64(s.Basis.Standard)), s.Reference.words()),
		Columns: []result.Column{
			column("Loket", "Counters", result.Worded), column("Kuota terbesar", "Largest quota", result.Worded),
			column("Terjaga 19 dari 20 hari", "Kept 19 days of 20", result.Worded), {Name: result.T("P90 pada {0}", "P90 at {0}", result.Int(int64(s.Reference.Tickets), result.Tickets)), Unit: result.Seconds},
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
		return worded("≥ {0}", n)
	}
	return worded("{0}", n)
}

// worded is a cell of a column in which not every cell is a number.
func worded(form string, args ...result.Quantity) result.Quantity {
	t := result.T(form, form, args...)
	return result.Quantity{Unit: result.Worded, Term: &t}
}

// between is a band of days as a cell.
func between(b simulate.Band, show func(float64) result.Quantity) result.Quantity {
	return worded("{0} – {1}", show(b.Lo), show(b.Hi))
}

var band = column("90% hari", "90% of days", result.Worded)

func (s *Study) waitTable() result.Table {
	t := result.Table{
		ID: "kapasitas-tunggu", Title: result.T("Tunggu menurut kuota, dengan {0}", "Waits by quota, with {0}", counterWords(0, s.Basis.Peak)),
		Columns: []result.Column{column("Kuota", "Quota", result.Worded), column("P90", "P90", result.Seconds), band,
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
		Columns: []result.Column{column("Kuota", "Quota", result.Worded), column("Tiket terakhir selesai", "Last ticket done", result.ClockTime), band,
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
		t.Note = result.T("Menurut rapor.yaml.", "As written in rapor.yaml.").Outside("Menurut jadwal loket kantor.", "By the office's roster.")
	}
	for _, r := range s.Basis.Hall.Roster {
		t.Rows = append(t.Rows, []result.Quantity{clock(float64(r.From)), result.Int(int64(r.Counters), result.Count)})
	}
	return t
}

// steadyTable sets Erlang C beside the simulation, by quota.
func (s *Study) steadyTable() result.Table {
	from, to := s.Basis.window()
	t := result.Table{
		ID: "kapasitas-erlang", Title: result.T("Pembanding kewajaran: rumus Erlang C dan simulasi, dengan {0}", "A check of plausibility: Erlang C and the simulation, with {0}", counterWords(0, s.Basis.Peak)),
		Columns: []result.Column{column("Kuota", "Quota", result.Worded), column("Beban (loket penuh waktu)", "Load (counters in full use)", result.Points),
			column("Erlang C: rata-rata tunggu", "Erlang C: mean wait", result.Worded), column("Erlang C: P90", "Erlang C: P90", result.Worded),
			column("Simulasi: rata-rata tunggu", "Simulated: mean wait", result.Seconds), column("Simulasi: P90", "Simulated: P90", result.Seconds)},
		Note: result.T("Erlang C berlaku bagi antrean yang setimbang: kedatangan acak tetapi merata, tanpa serbuan pagi dan tanpa orang yang sudah menunggu saat loket buka. Di sini 9 dari 10 tiket dianggap datang merata antara pukul {0} dan {1}, dan tiap tiket memakai loket {2}. Bila beban mencapai jumlah loket, rumus ini tidak mempunyai jawaban (tidak setimbang): antrean tumbuh selama jam itu lalu surut sesudahnya, dan hanya simulasi yang dapat menghitungnya. Bila setimbang, tunggu menurut rumus biasanya lebih pendek, karena serbuan pagi tidak diperhitungkannya.",
			"Erlang C holds for a queue in steady state: arrivals at random but at an even rate, without a morning rush and without people already waiting when the counters open. Here 9 of 10 tickets are taken to come evenly between {0} and {1}, and each ticket keeps a counter for {2}. Where the load reaches the number of counters the formula has no answer (not steady): the queue grows during those hours and shrinks afterwards, and only the simulation can compute that. Where it is steady, the formula's waits are usually shorter, because it knows of no rush.",
			clock(float64(from)), clock(float64(to)), seconds(s.Basis.occupied())),
	}
	for _, e := range s.Steady {
		mean, p90 := result.Named("tidak setimbang", "not steady"), result.Named("–", "–")
		if e.Balanced {
			mean, p90 = worded("{0}", seconds(e.MeanWait)), worded("{0}", seconds(e.P90))
		}
		t.Rows = append(t.Rows, []result.Quantity{result.Int(int64(e.Quota), result.Tickets), result.Num(exact(e.Load), result.Points),
			mean, p90, seconds(e.Simulated.Mean), seconds(e.Simulated.P90)})
	}
	return t
}
