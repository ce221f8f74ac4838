package analysis

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// fewestOffices is the least number of offices that are compared.
const fewestOffices = 3

// topPlaces is the k of the chance of being among the first k.
const topPlaces = 3

// places gives each office its place with the doubt of it, and for shares
// where it lies in the funnel of chance around all offices together. Only
// indicators that a chapter compares by office get them.
func (c *run) places(of measure, groups []result.Group) {
	info := of.info
	k := slices.IndexFunc(groups, func(g result.Group) bool { return g.Dimension == "office" })
	if k < 0 || len(groups[k].Single()) < fewestOffices || info.Better == result.Contextual || !slices.Contains(c.compared(), info.ID) {
		return
	}
	rows := groups[k].Rows
	samples := make([]*indicator.Sample, len(rows))
	for _, m := range c.membersIn(c.Period, info, "office") {
		if at := slices.IndexFunc(rows, func(r result.GroupRow) bool { return r.Merged == 0 && r.Label.Label == m.label.Label }); at >= 0 {
			samples[at] = of.sample(m.sel)
		}
	}
	if !c.rankByDays(info, rows, samples) {
		rankByIntervals(info, rows)
	}
	if info.ChartKind() == indicator.P {
		funnel(rows)
	}
}

// rankByDays ranks the offices with enough days by resampling the days of each;
// it reports whether at least two could be ranked so.
func (c *run) rankByDays(info indicator.Info, rows []result.GroupRow, samples []*indicator.Sample) bool {
	var at []int
	var clusters []*stat.Cluster
	for i, s := range samples {
		if s != nil && s.Cluster != nil && s.Cluster.Days() >= stat.DefaultBoot.MinDays {
			at, clusters = append(at, i), append(clusters, s.Cluster)
		}
	}
	if len(at) < 2 {
		return false
	}
	first, good := samples[at[0]], stat.Direction(info.Better)
	if first.Above {
		good = -good
	}
	boot := stat.DefaultBoot
	boot.Done = c.ctx.Done()
	ranks, err := boot.Ranks(clusters, first.Measure, good, topPlaces)
	if err != nil {
		return false
	}
	place(rows, at, ranks, indicator.Resampled)
	return true
}

// rankByIntervals ranks offices by draws from the normal curve that each
// value's interval stands for; without intervals there is nothing to draw.
func rankByIntervals(info indicator.Info, rows []result.GroupRow) {
	b := stat.DefaultBoot
	var at []int
	var observed []float64
	var draws [][]float64
	for i, r := range rows {
		v := r.Value
		if v.Lo == nil || v.Hi == nil || v.Level <= 0 {
			continue
		}
		centre, spread := ratFloat(v.Value), (*v.Hi-*v.Lo)/(2*zOf(v.Level))
		rng := rand.New(rand.NewPCG(b.Seed, uint64(i)))
		col := make([]float64, b.Reps)
		for k := range col {
			col[k] = centre + float64(spread*rng.NormFloat64())
		}
		at, observed, draws = append(at, i), append(observed, centre), append(draws, col)
	}
	if len(at) < 2 {
		return
	}
	place(rows, at, stat.RankDraws(observed, draws, stat.Direction(info.Better), topPlaces, b.Level), "normal")
}

func place(rows []result.GroupRow, at []int, ranks []stat.Ranked, method string) {
	for k, r := range ranks {
		rows[at[k]].Rank = &result.Rank{Place: r.Rank, Lo: r.Lo, Hi: r.Hi, Top: r.Top, Level: r.Level, Method: method}
	}
}

// funnel places the share of each office against all of them together.
func funnel(rows []result.GroupRow) {
	var num, den int64
	for _, r := range rows {
		if r.Value.Num == nil || r.Value.Den == nil || !r.Value.Num.IsInt() || !r.Value.Den.IsInt() {
			return
		}
		num, den = num+r.Value.Num.Num().Int64(), den+r.Value.Den.Num().Int64()
	}
	if num == 0 || num == den {
		return
	}
	centre := float64(num) / float64(den)
	for i := range rows {
		if rows[i].Merged > 0 {
			continue
		}
		v := &rows[i].Value
		n := v.Den.Num().Int64()
		f := &result.Funnel{Centre: centre, Place: int(stat.PlaceShare(v.Num.Num().Int64(), n, centre))}
		f.Warn[0], f.Warn[1] = stat.FunnelShare(centre, n, stat.FunnelWarning)
		f.Alarm[0], f.Alarm[1] = stat.FunnelShare(centre, n, stat.FunnelAlarm)
		rows[i].Funnel = f
	}
}

// otherOffices adds to a breakdown by office a row for those that are not
// compared one by one. Their observations are counted; their values are put
// together only where they are shares of counts, because a median of several
// offices is none of theirs.
func (m measure) otherOffices(groups []result.Group) {
	k := slices.IndexFunc(groups, func(g result.Group) bool { return g.Dimension == "office" })
	_, others := m.Facts.PartOffices()
	if k < 0 || len(others) == 0 {
		return
	}
	sum, merged, additive := result.Value{}, int64(0), true
	num, den := new(big.Rat), new(big.Rat)
	for _, o := range others {
		if m.ctx.Err() != nil {
			return
		}
		sel := whole(baseline{period: m.Period})
		sel.Office = o
		v := m.domain.value(m.at, sel)
		if !v.Known() {
			continue
		}
		merged++
		sum.N, sum.NUnit = sum.N+v.N, v.NUnit
		if additive = additive && m.info.ChartKind() == indicator.P && v.Num != nil && v.Den != nil; additive {
			num.Add(num, v.Num)
			den.Add(den, v.Den)
		}
	}
	switch {
	case merged == 0:
		return
	case additive && den.Sign() > 0:
		sum.Value, sum.Num, sum.Den = new(big.Rat).Quo(num, den), num, den
	default:
		why := result.T("tidak dibandingkan satu per satu", "not compared one by one")
		sum.Missing = &why
	}
	g := &groups[k]
	g.Rows = append(g.Rows, result.GroupRow{Label: result.Others(merged, "kantor", "offices"), Value: sum, Merged: merged})
}

// sayMerged says that not all offices are compared; nothing when they are.
func sayMerged(ind result.Indicator, note result.Text) result.Text {
	for _, g := range ind.Groups {
		for _, r := range g.Rows {
			if g.Dimension == "office" && r.Merged > 0 {
				return result.T("{0} Yang dibandingkan adalah kantor dengan data terbanyak; {1} kantor lain tidak.",
					"{0} The offices with most data are compared; {1} others are not.", worded(note), result.Int(r.Merged, result.Count))
			}
		}
	}
	return note
}

// officeRows are the offices of an indicator, best first.
func officeRows(ind result.Indicator) []result.GroupRow {
	for _, g := range ind.Groups {
		rows := g.Single()
		if g.Dimension != "office" || len(rows) < fewestOffices {
			continue
		}
		slices.SortStableFunc(rows, func(a, b result.GroupRow) int {
			return int(ind.Better) * -a.Value.Value.Cmp(b.Value.Value)
		})
		return rows
	}
	return nil
}

// officeFigure shows a headline indicator of several offices side by side,
// with intervals where there are any. It is no league table: the place is said
// with its interval.
func officeFigure(ind result.Indicator) (result.Figure, bool) {
	rows := officeRows(ind)
	if rows == nil {
		return result.Figure{}, false
	}
	f := result.Figure{
		ID: "kantor-" + slug(ind.ID), Kind: result.Interval, Indicator: ind.ID, Unit: ind.Unit,
		Caption: result.T("{0}, menurut kantor sekelas; titik = nilai, garis = selang kepercayaan bila ada.",
			"{0}, by office of the same class; dot = value, line = confidence interval where there is one.", named(ind.Name)),
	}
	s := result.Series{Name: named(ind.Name), Role: result.RoleValue}
	var own *result.GroupRow
	for i := range rows {
		r := &rows[i]
		f.X.Labels = append(f.X.Labels, r.Label)
		d := result.Datum{Value: r.Value.Value, Lo: r.Value.Lo, Hi: r.Value.Hi, N: r.Value.N}
		if r.Own {
			d.Flag, own = "own", r
		}
		s.Points = append(s.Points, d)
		f.N += r.Value.N
	}
	f.Series, f.NUnit = []result.Series{s}, ind.Value.NUnit
	f.Title = officeTitle(ind, own, len(rows))
	f.Summary = result.T("Nilai terbaik {0} di {1}, terendah mutunya {2} di {3}.", "Best value {0} at {1}, weakest {2} at {3}.",
		result.Num(rows[0].Value.Value, ind.Unit), rows[0].Label,
		result.Num(rows[len(rows)-1].Value.Value, ind.Unit), rows[len(rows)-1].Label)
	f.Note = sayMerged(ind, result.T("Urutan bukan peringkat: beban dan bauran layanan kantor berbeda, dan selang yang bertumpang tindih tidak dapat dibedakan. Tabel peringkat di bab ini menyebut selang tiap peringkat.",
		"The order is not a ranking: offices differ in load and service mix, and overlapping intervals cannot be told apart. The table of places in this chapter gives the interval of each place."))
	return f, true
}

// officeTitle says the own office's place, never without its interval where
// there is one.
func officeTitle(ind result.Indicator, own *result.GroupRow, n int) result.Text {
	all := result.Int(int64(n), result.Count)
	switch {
	case own == nil:
		return result.T("{0}: {1} kantor", "{0}: {1} offices", named(ind.Name), all)
	case own.Rank == nil:
		return result.T("{0}: {1} di kantor ini, di antara {2} kantor", "{0}: {1} at this office, among {2} offices", named(ind.Name), result.Num(own.Value.Value, ind.Unit), all)
	case own.Rank.Lo == own.Rank.Hi:
		return result.T("{0}: peringkat {1} dari {2} kantor (selang 95%: hanya {1})", "{0}: place {1} of {2} offices (95% interval: {1} only)",
			named(ind.Name), result.Int(int64(own.Rank.Place), result.Count), all)
	}
	return result.T("{0}: peringkat {1} dari {2} kantor (selang 95%: {3} sampai {4})", "{0}: place {1} of {2} offices (95% interval: {3} to {4})",
		named(ind.Name), result.Int(int64(own.Rank.Place), result.Count), all, result.Int(int64(own.Rank.Lo), result.Count), result.Int(int64(own.Rank.Hi), result.Count))
}

// officeTable is the table of places with the doubt of each.
func officeTable(ind result.Indicator) (result.Table, bool) {
	rows := officeRows(ind)
	ranked := func(r result.GroupRow) bool { return r.Rank != nil }
	if !slices.ContainsFunc(rows, ranked) {
		return result.Table{}, false
	}
	t := result.Table{
		ID: "peringkat-" + slug(ind.ID), Title: result.T("Peringkat dengan keraguannya: {0}", "Places with their doubt: {0}", named(ind.Name)),
		Columns: []result.Column{
			{Name: result.T("Kantor", "Office")}, {Name: result.T("Peringkat (selang 95%)", "Place (95% interval)")},
			{Name: result.T("Nilai", "Value"), Unit: ind.Unit}, {Name: result.T("Selang 95%", "95% interval")},
			{Name: result.T("Peluang tiga besar", "Chance of the first three"), Unit: result.Share},
		},
		Note: result.T("Peringkat diambil ulang per hari pada tiap kantor (bootstrap); kantor dengan selang peringkat yang bertumpang tindih tidak dapat dibedakan urutannya.",
			"Places come from resampling the days of each office (bootstrap); offices whose intervals of places overlap cannot be told apart in order."),
	}
	if i := slices.IndexFunc(rows, ranked); rows[i].Rank.Method == "normal" {
		t.Note = result.T("Peringkat diambil dari selang tiap nilai (kurva normal); kantor dengan selang peringkat yang bertumpang tindih tidak dapat dibedakan urutannya.",
			"Places are drawn from the interval of each value (normal curve); offices whose intervals of places overlap cannot be told apart in order.")
	}
	funnelled := rows[0].Funnel != nil
	if funnelled {
		t.Columns = append(t.Columns, result.Column{Name: result.T("Corong", "Funnel")})
		t.Note = result.T("{0} Corong: batas 95% dan 99,8% di sekitar nilai gabungan semua kantor ({1}) menurut banyaknya data; pemohon dianggap saling bebas, sehingga kantor dengan data banyak mudah tampak di luar.",
			"{0} Funnel: limits of 95% and 99.8% around the value of all offices together ({1}) by size; applicants are taken as independent, so that large offices easily seem outside.",
			result.Quantity{Unit: result.Worded, Term: &result.Text{Text: t.Note.Text}}, result.Float(rows[0].Funnel.Centre, result.Share))
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, officeCells(ind, r, funnelled, len(rows)))
	}
	t.Note = sayMerged(ind, t.Note)
	return t, true
}

func officeCells(ind result.Indicator, r result.GroupRow, funnelled bool, offices int) []result.Quantity {
	label := r.Label
	if r.Own {
		label = result.Named(r.Label.Label+" (kantor ini)", r.Label.Label+" (this office)")
	}
	none := result.Named("tidak ada", "none")
	cells := []result.Quantity{label, none, result.Num(r.Value.Value, ind.Unit), none, {Unit: result.Share}}
	if v := r.Value; v.Lo != nil && v.Hi != nil {
		between := result.T("{0} sampai {1}", "{0} to {1}", result.Float(*v.Lo, ind.Unit), result.Float(*v.Hi, ind.Unit))
		cells[3] = result.Quantity{Unit: result.Worded, Term: &between}
	}
	if k := r.Rank; k != nil {
		cells[1] = result.Str(strconv.Itoa(k.Place) + " (" + strconv.Itoa(k.Lo) + "–" + strconv.Itoa(k.Hi) + ")")
		if offices > topPlaces {
			cells[4] = result.Float(math.Round(k.Top*1000)/1000, result.Share)
		}
	}
	if funnelled {
		cells = append(cells, sayFunnel(r.Funnel.Place))
	}
	return cells
}

func sayFunnel(place int) result.Quantity {
	switch place {
	case 2:
		return result.Named("di atas batas 99,8%", "above the 99.8% limit")
	case 1:
		return result.Named("di atas batas 95%", "above the 95% limit")
	case -1:
		return result.Named("di bawah batas 95%", "below the 95% limit")
	case -2:
		return result.Named("di bawah batas 99,8%", "below the 99.8% limit")
	}
	return result.Named("di dalam batas", "within the limits")
}
