package capacity

import (
	"math/big"

	"rapor/analysis/result"
)

// Figures are the test of the simulation, P90 by quota, and the map of quotas
// and counters. A refused study shows the test alone, if it came so far.
func (s *Study) Figures() []result.Figure {
	if s.Fit == nil {
		return nil
	}
	out := []result.Figure{s.test()}
	if s.Refused == nil {
		out = append(out, s.curves(), s.chart())
	}
	return out
}

// test sets the percentiles of the waits on record beside those replayed.
func (s *Study) test() result.Figure {
	f := result.Figure{
		ID: "kapasitas-uji", Kind: result.Trend, Unit: result.Seconds, N: s.Basis.Served, NUnit: result.Tickets,
		Title: result.T("Simulasi meniru tunggu yang tercatat: selisih {0}", "The simulation reproduces the waits on record: {0} apart", misfit(s.Fit.Distance)),
		Caption: result.T("Persentil waktu tunggu pada hari yang sama, tercatat dan hasil simulasi; P90 = paling lama 9 dari 10 pemohon menunggu.",
			"Percentiles of waits on the same days, on record and simulated; P90 = the longest that 9 of 10 applicants wait."),
		Summary: result.T("Median tercatat {0}, simulasi {1}; P90 tercatat {2}, simulasi {3}.", "Median on record {0}, simulated {1}; P90 on record {2}, simulated {3}.",
			seconds(s.Fit.Observed[at50]), seconds(s.Fit.Replayed[at50]), seconds(s.Fit.Observed[at90]), seconds(s.Fit.Replayed[at90])),
		X: result.Axis{Title: result.T("Persentil", "Percentile")},
	}
	if s.Refused != nil {
		f.Title = result.T("Simulasi tidak meniru tunggu yang tercatat: selisih {0}", "The simulation does not reproduce the waits on record: {0} apart", misfit(s.Fit.Distance))
	}
	observed := result.Series{Name: result.Named("Tercatat", "On record"), Role: result.RoleBaseline}
	replayed := result.Series{Name: result.Named("Simulasi", "Simulated"), Role: result.RoleValue}
	for i := range s.Fit.Observed {
		f.X.Labels = append(f.X.Labels, percentile(5*(i+1)))
		observed.Points = append(observed.Points, result.Datum{Value: exact(s.Fit.Observed[i])})
		replayed.Points = append(replayed.Points, result.Datum{Value: exact(s.Fit.Replayed[i])})
	}
	f.Series = []result.Series{replayed, observed}
	return f
}

func percentile(p int) result.Quantity {
	t := result.T("P{0}", "P{0}", result.Int(int64(p), result.Count))
	return result.Quantity{Unit: result.Worded, Term: &t}
}

// curves is P90 by quota with the counters as they are, one fewer and one more.
func (s *Study) curves() result.Figure {
	quotas := s.quotas()
	f := result.Figure{
		ID: "kapasitas-kuota", Kind: result.Trend, Unit: result.Seconds, N: int64(s.options.Reps), NUnit: result.Days,
		Title: s.finding(),
		Caption: result.T("P90 waktu tunggu hasil simulasi menurut kuota harian (tiket); garis titik-titik = standar.",
			"Simulated P90 of waits by daily quota (tickets); dotted line = the standard."),
		X:     result.Axis{Title: result.T("Kuota (tiket per hari)", "Quota (tickets a day)")},
		Lines: []result.Line{{Name: result.T("Standar", "Standard"), Role: result.RoleTarget, Value: float64(s.Basis.Standard), First: 0, Last: len(quotas) - 1}},
	}
	for _, q := range quotas {
		f.X.Labels = append(f.X.Labels, result.Int(int64(q), result.Count))
	}
	for _, c := range []int{0, -1, 1} {
		if c < s.options.Fewer || c > s.options.More {
			continue
		}
		line := result.Series{Name: counterWords(c, s.Basis.Peak+c), Role: result.RoleValue}
		for _, q := range quotas {
			line.Points = append(line.Points, s.datum(c, q))
		}
		f.Series = append(f.Series, line)
	}
	f.Summary = result.T("P90 naik dari {0} pada kuota {1} menjadi {2} pada kuota {3}, dengan {4}.", "P90 rises from {0} at a quota of {1} to {2} at a quota of {3}, with {4}.",
		s.p90(0, quotas[0]), f.X.Labels[0], s.p90(0, quotas[len(quotas)-1]), f.X.Labels[len(quotas)-1], counterWords(0, s.Basis.Peak))
	return f
}

// finding is the answer for the counters as they are, as a title.
func (s *Study) finding() result.Text {
	a, _ := s.advice(0)
	n, standard := counterWords(0, s.Basis.Peak), seconds(float64(s.Basis.Standard))
	q := result.Int(int64(a.Quota), result.Tickets)
	switch {
	case !a.Found:
		return result.T("Dengan {0}, P90 melampaui {1} pada semua kuota yang dicoba", "With {0}, P90 exceeds {1} at every quota tried", n, standard)
	case a.AtEdge:
		return result.T("Dengan {0}, P90 tidak melebihi {1} sampai kuota {2}, yang terbesar yang dicoba", "With {0}, P90 stays within {1} up to {2}, the largest quota tried", n, standard, q)
	}
	return result.T("Dengan {0}, P90 tidak melebihi {1} sampai kuota {2}", "With {0}, P90 stays within {1} up to a quota of {2}", n, standard, q)
}

// chart is the map of quotas by counters.
func (s *Study) chart() result.Figure {
	f := result.Figure{
		ID: "kapasitas-peta", Kind: result.Heatmap, Unit: result.Seconds, N: int64(s.options.Reps), NUnit: result.Days,
		Title: s.need(),
		Caption: result.T("P90 waktu tunggu hasil simulasi; kolom = kuota harian (tiket), baris = jumlah loket pada jam tersibuk. Standar: {0}.",
			"Simulated P90 of waits; columns = daily quota (tickets), rows = counters at the busiest hour. Standard: {0}.", seconds(float64(s.Basis.Standard))),
		X: result.Axis{Title: result.T("Kuota (tiket per hari)", "Quota (tickets a day)")},
	}
	quotas := s.quotas()
	for _, q := range quotas {
		f.X.Labels = append(f.X.Labels, result.Int(int64(q), result.Count))
	}
	kept := int64(0)
	for c := s.options.Fewer; c <= s.options.More; c++ {
		row := result.Series{Name: counterWords(c, s.Basis.Peak+c), Role: result.RoleValue}
		for _, q := range quotas {
			d := s.datum(c, q)
			if d.Value != nil && d.Value.Cmp(big.NewRat(int64(s.Basis.Standard), 1)) <= 0 {
				kept++
			}
			row.Points = append(row.Points, d)
		}
		f.Series = append(f.Series, row)
	}
	f.Summary = result.T("{0} dari {1} pilihan kuota dan loket menjaga P90 tidak lebih dari {2}.", "{0} of {1} choices of quota and counters keep P90 within {2}.",
		result.Int(kept, result.Count), result.Int(int64(len(quotas)*len(f.Series)), result.Count), seconds(float64(s.Basis.Standard)))
	return f
}

// need is what the reference takes, as a title.
func (s *Study) need() result.Text {
	standard := seconds(float64(s.Basis.Standard))
	a, ok := s.enough()
	if !ok {
		return result.T("Tidak satu pun jumlah loket yang dicoba cukup untuk {0}", "None of the numbers of counters tried is enough for {0}", s.Reference.words())
	}
	return result.T("Untuk {0}, P90 tidak lebih dari {1} memerlukan {2}", "For {0}, a P90 within {1} takes {2}", s.Reference.words(), standard, counterWords(a.Counters, a.Open))
}

func (s *Study) datum(counters, quota int) result.Datum {
	if o := s.outcome(counters, quota); o != nil {
		return result.Datum{Value: exact(o.PooledP90), N: int64(o.Days)}
	}
	return result.Datum{}
}

func (s *Study) p90(counters, quota int) result.Quantity {
	return result.Num(s.datum(counters, quota).Value, result.Seconds)
}
