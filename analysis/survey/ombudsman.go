package survey

import (
	"math/big"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

const ombudsmanScheme = "OMBUDSMAN"

var needOmbudsman = result.T("perlu nilai kepatuhan Ombudsman: kolom tahun, nilai, dan zona", "needs the Ombudsman's compliance score: columns year, score and zone")

var ombudsman = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "OMB-01", Unit: result.Points, NUnit: result.Count, Better: result.Higher, Since: "0.2.0",
		Name:     result.T("Nilai kepatuhan Ombudsman", "Ombudsman compliance score"),
		Question: result.T("Bagaimana Ombudsman menilai pelayanan kantor?", "How does the Ombudsman judge the office's service?"),
		Formula:  result.T("nilai yang diterbitkan Ombudsman, tidak dihitung di sini", "the score as published by the Ombudsman, not computed here"),
		Basis:    []string{"OMB-ZONA"}, Kinds: []string{"official_score"}, Needs: needOmbudsman,
		Caveat: result.T("Skema dan batas zona berganti (sampai 2021, 2022-2024, sejak 2025): nilai antarskema tidak dapat dibandingkan.",
			"The scheme and its bounds changed (to 2021, 2022-2024, from 2025): scores of different schemes cannot be compared."),
	},
	Compute: func(s *Slice) result.Value {
		var last *record.OfficialScore
		s.facts.Official(ombudsmanScheme, s.sel, func(o *record.OfficialScore) {
			if o.Part == "" && isScore(o) && (last == nil || o.Year > last.Year || o.Year == last.Year && o.Month >= last.Month) {
				last = o
			}
		})
		if last == nil {
			return missing(needOmbudsman)
		}
		v := result.Value{Value: big.NewRat(last.Hundredth, 100), N: 1, NUnit: result.Count, Warnings: sayZone(s.book, last)}
		if z, ok := zoneOf(s.book, last); ok {
			v.Category = &z.name
		}
		return v
	},
}

// isScore reports whether a row is the score itself: an official table may
// also hold lines of its weight and others.
func isScore(o *record.OfficialScore) bool { return o.Line == "" || o.Line == "nilai" }

// sayZone words the zone of a score, and a printed zone that contradicts it.
func sayZone(b rules.Book, o *record.OfficialScore) []result.Text {
	z, ok := zoneOf(b, o)
	year := result.Over(big.NewInt(int64(o.Year)).String())
	if !ok {
		return []result.Text{result.T("Zona {0} seperti tercetak; batas zona tahun {1} belum diketahui.", "Zone {0} as printed; the bounds of {1} are not known.", indicator.Label("zone", o.Zone, 1), year)}
	}
	letter := result.Str(z.letter)
	out := []result.Text{result.T("Zona {0} menurut skema {1}: {2}.", "Zone {0} under the scheme of {1}: {2}.", named(z.name), year, named(z.scheme))}
	if z.letter != "" {
		out = []result.Text{result.T("Huruf {3}, zona {0} menurut skema {1}: {2}.", "Letter {3}, zone {0} under the scheme of {1}: {2}.", named(z.name), year, named(z.scheme), letter)}
	}
	if o.Zone != "" && !agrees(o.Zone, z) {
		out = append(out, result.T("Zona yang tercetak ({0}) berbeda dari batas skema.", "The printed zone ({0}) differs from the scheme's bounds.", indicator.Label("zone", o.Zone, 1)))
	}
	return out
}

// dimensions lists the parts of the latest published score.
func (s *Slice) dimensions() result.Table {
	t := result.Table{
		ID: "ombudsman-dimensi", Title: result.T("Nilai Ombudsman menurut dimensi", "Ombudsman score by dimension"),
		Columns: []result.Column{{Name: result.T("Tahun", "Year")}, {Name: result.T("Dimensi", "Dimension")}, {Name: result.T("Nilai", "Score"), Unit: result.Points}},
		Note:    result.T("Diimpor dari dokumen Ombudsman.", "Imported from the Ombudsman's documents."),
	}
	var more int64
	s.facts.Official(ombudsmanScheme, s.sel, func(o *record.OfficialScore) {
		switch {
		case o.Part == "" || !isScore(o):
		case len(t.Rows) >= facts.MaxGroups:
			more++
		default:
			t.Rows = append(t.Rows, []result.Quantity{result.Over(big.NewInt(int64(o.Year)).String()), indicator.Label("dimension", o.Part, 1), result.Num(big.NewRat(o.Hundredth, 100), result.Points)})
		}
	})
	if more > 0 {
		t.Rows = append(t.Rows, []result.Quantity{result.Str(""), result.Others(more, "dimensi", "dimensions"), {Unit: result.Points}})
	}
	return t
}

// zones counts all imported bodies by the zone of their year: what a region
// or a ministry reports.
func zones(f *facts.Set, b rules.Book, sel facts.Selection) result.Table {
	t := result.Table{
		ID: "ombudsman-zona", Title: result.T("Zona Ombudsman semua kantor", "Ombudsman zones of all offices"),
		Columns: []result.Column{{Name: result.T("Zona", "Zone")}, {Name: result.T("Kantor", "Offices"), Unit: result.Count}, {Name: result.T("Bagian", "Share"), Unit: result.Share}},
		Note:    result.T("Zona menurut skema tahun nilainya.", "Zones by the scheme of the score's year."),
	}
	var n int64
	count := map[string]int64{}
	f.OfficialOffices(ombudsmanScheme, sel, func(o *record.OfficialScore) {
		if z, ok := zoneOf(b, o); ok && isScore(o) {
			count[z.name.ID]++
			n++
		}
	})
	if n < 2 {
		return t
	}
	for _, z := range allZones() {
		if k := count[z.name.ID]; k > 0 {
			t.Rows = append(t.Rows, []result.Quantity{named(z.name), result.Int(k, result.Count), result.Num(big.NewRat(k, n), result.Share)})
		}
	}
	return t
}

// agrees reports whether a printed zone names the colour or the letter of the
// zone that the bounds give.
func agrees(printed string, z zone) bool {
	p := strings.ToLower(printed)
	if z.letter != "" && strings.EqualFold(strings.TrimSpace(printed), z.letter) {
		return true
	}
	colour, _, _ := strings.Cut(z.name.ID, ",")
	english, _, _ := strings.Cut(z.name.EN, ",")
	return strings.Contains(p, colour) || strings.Contains(p, english)
}
