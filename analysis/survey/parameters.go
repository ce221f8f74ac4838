package survey

import (
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// complaintDays is the number of working days within which a complaint that
// needs no supervision is to be closed. Source: PermenPANRB 62/2018 (SP4N),
// from general knowledge; status: unverified.
const complaintDays = 14

// zone is one band of the Ombudsman's scale.
type zone struct {
	least  int64  // hundredths of a point
	letter string // "" where the scheme has none
	name   result.Text
}

// zoneScheme is the Ombudsman's scale of some years. Sources: PO 17/2015 and
// PO 22/2016 (bounds from general knowledge: unverified); the letters of 2022
// to 2024 are unverified too, but agree with 58.99 and 58.03 = C, yellow,
// medium (sultra.tribunnews.com, 27 January 2023). From 2025 the Opini
// Ombudsman replaces the score: no bounds are known and the printed zone
// stands.
type zoneScheme struct {
	from, to int16
	name     result.Text
	whole    bool // bounds are whole points with gaps between: round first
	zones    []zone
}

var zoneSchemes = []zoneScheme{
	{2015, 2021, result.T("penelitian kepatuhan (PO 17/2015, PO 22/2016)", "compliance research (PO 17/2015, PO 22/2016)"), true, []zone{
		{8100, "", result.T("hijau, kepatuhan tinggi", "green, high compliance")}, {5100, "", result.T("kuning, kepatuhan sedang", "yellow, medium compliance")},
		{0, "", result.T("merah, kepatuhan rendah", "red, low compliance")}}},
	{2022, 2024, result.T("empat dimensi, huruf A-E", "four dimensions, letters A-E"), false, []zone{
		{8800, "A", result.T("hijau, kualitas tertinggi", "green, highest quality")}, {7800, "B", result.T("hijau, kualitas tinggi", "green, high quality")},
		{5400, "C", result.T("kuning, kualitas sedang", "yellow, medium quality")}, {3200, "D", result.T("merah, kualitas rendah", "red, low quality")},
		{0, "E", result.T("merah, kualitas terendah", "red, lowest quality")}}},
}

// zoneOf gives the zone of a score by the scheme of its year; ok is false for
// years whose bounds are not known.
func zoneOf(o *record.OfficialScore) (z zone, s zoneScheme, ok bool) {
	for _, s := range zoneSchemes {
		if o.Year < s.from || o.Year > s.to {
			continue
		}
		h := o.Hundredth
		if s.whole {
			h = (h + 50) / 100 * 100
		}
		for _, z := range s.zones {
			if h >= z.least {
				return z, s, true
			}
		}
	}
	return zone{}, zoneScheme{}, false
}
