package enforcement

import (
	"math/big"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var kinds = []struct {
	kind   record.ActionKind
	id, en string
}{
	{record.ActionDeportation, "Deportasi", "Deportation"}, {record.ActionListing, "Cegah/tangkal", "Listing"}, {record.ActionCharge, "Biaya beban", "Charge"},
	{record.ActionPermit, "Izin tinggal", "Stay permit"}, {record.ActionExclusion, "Larangan tempat", "Exclusion"}, {record.ActionResidence, "Wajib tinggal", "Residence"},
	{record.ActionDetention, "Detensi", "Detention"}, {record.ActionOther, "Lainnya", "Other"},
}

// Figures shows acts by month and kind, the mixes, and the tout outcomes.
func Figures(f *facts.Set, set *office.Setting, p calendar.Period, _ []calendar.Period) []result.Figure {
	s := NewSlice(f, set, facts.Selection{From: p.From, To: p.To})
	var out []result.Figure
	if fig, ok := byMonth(f, set, p, s); ok {
		out = append(out, fig)
	}
	for _, m := range []mix{
		{"kebangsaan", "GAK-10", "nationality", s.nations, result.T("Tindakan menurut kebangsaan, sepuluh terbesar dan lainnya; satuan: tindakan; dasar tanggal: keputusan.", "Acts by nationality, ten largest and others; unit: acts; date basis: decision."), result.Acts},
		{"pasal", "GAK-11", "article", s.articles, result.T("Tindakan menurut pasal, sepuluh terbesar dan lainnya; satuan: tindakan; dasar tanggal: keputusan.", "Acts by article, ten largest and others; unit: acts; date basis: decision."), result.Acts},
		{"calo", "GAK-15", "outcome", s.outcomes, result.T("Kejadian calo menurut penanganan; satuan: kejadian; dasar tanggal: kejadian.", "Tout incidents by outcome; unit: events; date basis: incident."), result.Events},
	} {
		if fig, ok := m.figure(); ok {
			out = append(out, fig)
		}
	}
	return out
}

func byMonth(f *facts.Set, set *office.Setting, p calendar.Period, year *Slice) (result.Figure, bool) {
	months := p.Months()
	if year.total() == 0 || len(months) < 2 {
		return result.Figure{}, false
	}
	fig := result.Figure{
		ID: "tak-bulanan", Kind: result.Stacked, Indicator: "GAK-01", Unit: result.Acts, N: year.total() + year.byKind[record.ActionDetention], NUnit: result.Acts,
		Caption: result.T("Tindakan per bulan menurut jenis; satuan: tindakan; dasar tanggal: keputusan. Detensi ditunjukkan terpisah dari TAK.",
			"Acts by month and kind; unit: acts; date basis: decision. Detention is shown apart from TAK."),
	}
	slices := make([]*Slice, len(months))
	for i, m := range months {
		fig.X.Labels = append(fig.X.Labels, result.In(m.ID()))
		slices[i] = NewSlice(f, set, facts.Selection{From: m.First(), To: m.Last()})
	}
	best, top := int64(-1), ""
	for _, k := range kinds {
		if year.byKind[k.kind] == 0 {
			continue
		}
		series := result.Series{Name: result.Named(k.id, k.en), Role: result.RoleValue}
		for _, s := range slices {
			d := result.Datum{}
			if s.rows > 0 {
				d.Value = big.NewRat(s.byKind[k.kind], 1)
			}
			series.Points = append(series.Points, d)
		}
		fig.Series = append(fig.Series, series)
	}
	for i, s := range slices {
		if n := s.total(); n > best {
			best, top = n, months[i].ID()
		}
	}
	args := []result.Quantity{result.Int(year.total(), result.Acts), result.In(top), result.Int(best, result.Acts)}
	fig.Title = result.T("TAK: {0}; terbanyak pada {1} ({2})", "TAK: {0}; most in {1} ({2})", args...)
	fig.Summary = result.T("Jumlah {0}; bulan terbanyak {1} dengan {2}.", "Total {0}; the highest month is {1} with {2}.", args...)
	return fig, true
}

// mix is a breakdown drawn as bars: the ten largest classes and the rest.
type mix struct {
	id, indicator string
	field         string // the classes are labels of it
	counts        map[string]int64
	caption       result.Text
	unit          result.Unit
}

func (m mix) figure() (result.Figure, bool) {
	keys := ranked(m.counts)
	if len(keys) < 2 {
		return result.Figure{}, false
	}
	fig := result.Figure{ID: m.id, Kind: result.Bars, Indicator: m.indicator, Unit: m.unit, NUnit: m.unit, Caption: m.caption}
	s := result.Series{Name: result.Named("Banyaknya", "Number"), Role: result.RoleValue}
	var rest int64
	for i, k := range keys {
		n := m.counts[k]
		fig.N += n
		if i >= 10 {
			rest += n
			continue
		}
		label := indicator.Label(m.field, k, n)
		if k == "" {
			label = result.Named("Tidak disebut", "Not stated")
		}
		fig.X.Labels = append(fig.X.Labels, label)
		s.Points = append(s.Points, result.Datum{Value: big.NewRat(n, 1)})
	}
	if rest > 0 {
		fig.X.Labels = append(fig.X.Labels, result.Named("Lainnya", "Others"))
		s.Points = append(s.Points, result.Datum{Value: big.NewRat(rest, 1), Flag: "other"})
	}
	fig.Series = []result.Series{s}
	args := []result.Quantity{fig.X.Labels[0], result.Num(s.Points[0].Value, m.unit), result.Int(fig.N, m.unit)}
	fig.Title = result.T("Terbanyak: {0}, {1} dari {2}", "Most: {0}, {1} of {2}", args...)
	fig.Summary = fig.Title
	return fig, true
}
