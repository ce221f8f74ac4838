package queue

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// Figures draws what the indicators alone do not show: the week by the hour,
// the waits before and after the latest reform, and the services.
func Figures(f *facts.Set, set *office.Setting, p calendar.Period, _ []calendar.Period) []result.Figure {
	var out []result.Figure
	sel := facts.Selection{From: p.From, To: p.To}
	for _, make := range []func() (result.Figure, bool){
		func() (result.Figure, bool) { return heat(f, sel) },
		func() (result.Figure, bool) { return beforeAfter(f, set, p) },
		func() (result.Figure, bool) { return byService(f, set, sel) },
	} {
		if fig, ok := make(); ok {
			out = append(out, fig)
		}
	}
	return out
}

// weekdays in the order of the working week; names, not ambiguous initials.
var weekdays = []struct {
	day    int
	id, en string
}{{1, "Senin", "Monday"}, {2, "Selasa", "Tuesday"}, {3, "Rabu", "Wednesday"}, {4, "Kamis", "Thursday"}, {5, "Jumat", "Friday"}, {6, "Sabtu", "Saturday"}, {0, "Minggu", "Sunday"}}

// cellFloor is the least number of tickets a cell of the heat map must hold;
// smaller cells stay blank.
const cellFloor = 5

func heat(f *facts.Set, sel facts.Selection) (result.Figure, bool) {
	var cells [7][24][]int32
	var n int64
	f.Queue.Visits(sel, func(v *facts.Visit, _ facts.Lane) {
		if w, ok := v.Waited(); ok && v.Day.Known() && v.Taken >= 0 && v.Taken < 86400 {
			cells[v.Day.Weekday()][v.Taken/3600] = append(cells[v.Day.Weekday()][v.Taken/3600], w)
			n++
		}
	})
	first, last := 24, -1
	for _, row := range cells {
		for h, c := range row {
			if len(c) >= cellFloor {
				first, last = min(first, h), max(last, h)
			}
		}
	}
	if n < 100 || last < first {
		return result.Figure{}, false
	}
	fig := result.Figure{
		ID: "peta-panas", Kind: result.Heatmap, Indicator: "ANT-03", Unit: result.Seconds, N: n, NUnit: result.Tickets,
		Caption: result.T("Median waktu tunggu menurut hari dan jam pengambilan tiket; kotak dengan kurang dari {0} tiket dikosongkan.",
			"Median wait by weekday and hour the ticket was taken; cells with fewer than {0} tickets are blank.", result.Int(cellFloor, result.Count)),
	}
	for h := first; h <= last; h++ {
		fig.X.Labels = append(fig.X.Labels, result.Int(int64(h), result.Hour))
	}
	fillHeat(&fig, &cells, first, last)
	return fig, true
}

func fillHeat(fig *result.Figure, cells *[7][24][]int32, first, last int) {
	var worst *big.Rat
	var worstDay, worstHour result.Quantity
	for _, d := range weekdays {
		s := result.Series{Name: result.Named(d.id, d.en), Role: result.RoleValue}
		filled := false
		for h := first; h <= last; h++ {
			c := cells[d.day][h]
			datum := result.Datum{N: int64(len(c))}
			if len(c) >= cellFloor {
				slices.Sort(c)
				datum.Value, filled = stat.Median(c), true
				if worst == nil || datum.Value.Cmp(worst) > 0 {
					worst, worstDay, worstHour = datum.Value, s.Name, result.Int(int64(h), result.Hour)
				}
			}
			s.Points = append(s.Points, datum)
		}
		if filled {
			fig.Series = append(fig.Series, s)
		}
	}
	fig.Title = result.T("Tunggu terlama pada {0} pukul {1}: median {2}", "The longest waits are on {0} at {1}: median {2}", worstDay, worstHour, result.Num(worst, result.Seconds))
	fig.Summary = result.T("Peta hari × jam; kotak terlama adalah {0} pukul {1} dengan median {2}.", "Map of weekday × hour; the longest cell is {0} at {1} with a median of {2}.",
		worstDay, worstHour, result.Num(worst, result.Seconds))
}

// window is the length of each side of a before-and-after figure, in days.
const window = 183

// beforeAfter shows the distribution of waits on equal windows around the
// latest reform that the period covers or follows.
func beforeAfter(f *facts.Set, set *office.Setting, p calendar.Period) (result.Figure, bool) {
	var reform *office.Reform
	of := set.ReformsOf("ANT")
	for i := range of {
		if r := &of[i]; r.Day <= p.To && (reform == nil || r.Day > reform.Day) {
			reform = r
		}
	}
	if reform == nil {
		return result.Figure{}, false
	}
	before := histogram(f, facts.Selection{From: reform.Day - window, To: reform.Day - 1})
	after := histogram(f, facts.Selection{From: reform.Day, To: min(reform.Day+window-1, p.To)})
	if len(before.waits) < 100 || len(after.waits) < 100 {
		return result.Figure{}, false
	}
	bins := max(len(before.bins), len(after.bins))
	fig := result.Figure{
		ID: "sebelum-sesudah", Kind: result.Distribution, Indicator: "ANT-03", Unit: result.Share,
		N: int64(len(before.waits) + len(after.waits)), NUnit: result.Tickets,
		Title: result.T("Median tunggu {0} sebelum dan {1} sesudah {2}", "Median wait {0} before and {1} after {2}",
			result.Num(stat.Median(before.waits), result.Seconds), result.Num(stat.Median(after.waits), result.Seconds), named(reform.Name)),
		Caption: result.T("Bagian tiket menurut lama tunggu (kelompok 15 menit), enam bulan sebelum dan sesudah {0}.",
			"Share of tickets by length of wait (15-minute bins), six months before and after {0}.", result.On(reform.Day.String())),
		Summary: result.T("Sebelum: {0} tiket; sesudah: {1} tiket.", "Before: {0} tickets; after: {1} tickets.",
			result.Int(int64(len(before.waits)), result.Count), result.Int(int64(len(after.waits)), result.Count)),
		Note: result.T("Perubahan berkaitan dengan kebijakan itu, belum tentu disebabkan olehnya; kuota juga membatasi jumlah pemohon per hari.",
			"The change is associated with the measure, not necessarily caused by it; a quota also limits applicants per day."),
	}
	for i := range bins {
		fig.X.Labels = append(fig.X.Labels, binLabel(i, i == bins-1))
	}
	fig.Series = []result.Series{before.series(result.Named("Sebelum", "Before"), result.RoleBefore, bins), after.series(result.Named("Sesudah", "After"), result.RoleAfter, bins)}
	return fig, true
}

func named(t result.Text) result.Quantity { return result.Named(t.ID, t.EN) }

// binLabel names a bin of 15 minutes, the last one open.
func binLabel(i int, open bool) result.Quantity {
	lo, hi := i*15, (i+1)*15
	if open {
		return result.Named("≥ "+itoa(lo)+" menit", "≥ "+itoa(lo)+" min")
	}
	return result.Named(itoa(lo)+"–"+itoa(hi), itoa(lo)+"–"+itoa(hi))
}

func itoa(n int) string { return big.NewInt(int64(n)).String() }

type histo struct {
	waits []int32
	bins  []int64
}

const (
	binWidth = 15 * 60
	maxBins  = 21 // up to five hours, then an open bin
)

func histogram(f *facts.Set, sel facts.Selection) histo {
	var h histo
	f.Queue.Visits(sel, func(v *facts.Visit, _ facts.Lane) {
		w, ok := v.Waited()
		if !ok || !v.Day.Known() {
			return
		}
		h.waits = append(h.waits, w)
		i := min(int(w/binWidth), maxBins-1)
		for len(h.bins) <= i {
			h.bins = append(h.bins, 0)
		}
		h.bins[i]++
	})
	slices.Sort(h.waits)
	return h
}

func (h *histo) series(name result.Quantity, role result.Role, bins int) result.Series {
	s := result.Series{Name: name, Role: role}
	for i := range bins {
		var n int64
		if i < len(h.bins) {
			n = h.bins[i]
		}
		s.Points = append(s.Points, result.Datum{Value: big.NewRat(n, int64(len(h.waits))), N: n})
	}
	return s
}

func byService(f *facts.Set, set *office.Setting, sel facts.Selection) (result.Figure, bool) {
	fig := result.Figure{
		ID: "tunggu-layanan", Kind: result.Bars, Indicator: "ANT-03", Unit: result.Seconds, NUnit: result.Tickets,
		Caption: result.T("Median waktu tunggu menurut layanan, layanan dengan sedikitnya 20 tiket.", "Median wait by service, services with at least 20 tickets."),
	}
	s := result.Series{Name: result.Named("Median tunggu", "Median wait"), Role: result.RoleValue}
	type row struct {
		name string
		v    result.Value
	}
	var rows []row
	list, others := f.Queue.Services(sel)
	for _, name := range list {
		one := sel
		one.Service = name
		if v := resampled(&medianWait, NewSlice(f, set, one)); v.Known() && v.N >= 20 {
			rows = append(rows, row{name, v})
		}
	}
	if len(rows) < 2 {
		return fig, false
	}
	slices.SortStableFunc(rows, func(a, b row) int { return b.v.Value.Cmp(a.v.Value) })
	for _, r := range rows {
		fig.X.Labels = append(fig.X.Labels, indicator.Label("service", r.name, r.v.N))
		s.Points = append(s.Points, result.Datum{Value: r.v.Value, Lo: r.v.Lo, Hi: r.v.Hi, N: r.v.N})
		fig.N += r.v.N
	}
	if others > 0 {
		rest := sel
		rest.Rest = facts.ByService
		if v := resampled(&medianWait, NewSlice(f, set, rest)); v.Known() && v.N >= 20 {
			fig.X.Labels = append(fig.X.Labels, result.Others(int64(others), "layanan", "services"))
			s.Points = append(s.Points, result.Datum{Value: v.Value, Lo: v.Lo, Hi: v.Hi, N: v.N, Flag: "other"})
			fig.N += v.N
		}
	}
	fig.Series = []result.Series{s}
	worst, best := rows[0], rows[len(rows)-1]
	args := []result.Quantity{indicator.Label("service", worst.name, worst.v.N), result.Num(worst.v.Value, result.Seconds), indicator.Label("service", best.name, best.v.N), result.Num(best.v.Value, result.Seconds)}
	fig.Title = result.T("Tunggu terlama pada {0} ({1})", "The longest wait is for {0} ({1})", args...)
	fig.Summary = result.T("Terlama {0} ({1}), tersingkat {2} ({3}).", "Longest {0} ({1}), shortest {2} ({3}).", args...)
	return fig, true
}
