// Package volume declares indicators of how much an office did: permits issued,
// reports received, staff. What is counted is a matter of the vocabulary; it
// knows nothing of files or pages.
package volume

import (
	"embed"
	"math/big"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/vocabulary"
)

// Specs lists the indicators in the order of the catalogue.
func Specs() []indicator.Spec[*Slice] {
	return []indicator.Spec[*Slice]{
		visitPermits, limitedPermits, permanentPermits, validPermits, arrivals, departures, crossings, reports, visits, passports,
		refusals, entryRefusals, civilServants, contractStaff,
	}
}

// Slice is the volumes of one selection, by matter.
type Slice struct {
	matters map[string]*amount
}

// amount is what a selection holds of a matter.
type amount struct {
	rows  []record.Volume
	stock bool
	mixed bool // some tables say that it adds up, others that it does not
}

// NewSlice gathers the facts of a selection. A number of a month or a year is
// left out where the same table of contents gives it by shorter times.
func NewSlice(f *facts.Set, _ *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{matters: map[string]*amount{}}
	if sel.Service != "" || sel.Class != "" || sel.Rest != facts.NoRest {
		return s
	}
	f.Volumes.Each(sel, func(v *record.Volume) {
		m, known := vocabulary.MatterOf(v.Matter)
		if !known {
			return
		}
		stock := v.Stock == record.Yes || v.Stock == record.Unknown && m.Stock
		a, ok := s.matters[m.Key]
		if !ok {
			a = &amount{stock: stock}
			s.matters[m.Key] = a
		}
		a.mixed = a.mixed || a.stock != stock
		a.rows = append(a.rows, *v)
	})
	return s
}

// total is the sum of a flow, or the last level of a stock; n counts the rows it
// rests on.
func (a *amount) total() (sum, n int64) {
	var last record.Day
	for i := range a.rows {
		if v := &a.rows[i]; !a.finer(v) {
			last = max(last, v.Grain.Last(v.Day))
		}
	}
	for i := range a.rows {
		v := &a.rows[i]
		if a.stock && v.Grain.Last(v.Day) != last || a.finer(v) {
			continue
		}
		sum, n = sum+v.Number, n+1
	}
	return sum, n
}

// finer reports shorter times within that of a row.
func (a *amount) finer(v *record.Volume) bool {
	for i := range a.rows {
		o := &a.rows[i]
		if o.Grain < v.Grain && o.Day >= v.Day && o.Grain.Last(o.Day) <= v.Grain.Last(v.Day) {
			return true
		}
	}
	return false
}

var needVolumes = result.T("perlu data volume per bulan: bulan, urusan (misalnya ITAS, laporan APOA, ASN), dan jumlahnya",
	"needs volumes by month: the month, the matter (such as ITAS, APOA reports, ASN) and how many")

var mixedStock = result.T("Sebagian tabel menyebut angkanya keadaan, sebagian jumlah per masa; keduanya tidak dapat digabung. "+
	"Tulis constants: {stock: ya} atau {stock: tidak} pada sources di rapor.yaml.",
	"Some tables give levels, others numbers of a time; the two cannot be joined. Write constants: {stock: yes} or {stock: no} "+
		"under sources in rapor.yaml.")

// counts declares the indicator of a matter.
func counts(id, key string, unit result.Unit, name, question result.Text) indicator.Spec[*Slice] {
	formula := result.T("jumlah pada masa laporan", "sum over the period")
	caveat := result.T("Angka diambil apa adanya dari rekap; baris jumlah tidak ditambahkan lagi.",
		"Numbers are taken as the summaries give them; total rows are not added again.")
	for _, m := range vocabulary.Matters() {
		if m.Key == key && m.Stock {
			formula = result.T("angka terakhir pada masa laporan; tidak dijumlahkan antarbulan",
				"the last number of the period; months are not added up")
		}
	}
	return indicator.Spec[*Slice]{
		Info: indicator.Info{
			ID: id, Name: name, Question: question, Formula: formula, Unit: unit, NUnit: result.Rows, Better: result.Contextual,
			Caveat: caveat, Needs: needVolumes, Kinds: []string{"volume"}, Since: "0.5.0", Series: true, By: []string{"office"},
			Interval: "none",
		},
		Compute: func(s *Slice) result.Value {
			a, ok := s.matters[key]
			switch {
			case !ok:
				return result.Value{Missing: &needVolumes}
			case a.mixed:
				return result.Value{Missing: &mixedStock}
			}
			sum, n := a.total()
			return result.Value{Value: big.NewRat(sum, 1), N: n, NUnit: result.Rows}
		},
		Bound: func(*Slice, int64) (lo, hi *big.Rat) { return nil, nil },
	}
}

//go:embed testdata/*.txt
var worked embed.FS

// Worked returns the worked example of an indicator, "" when it has none.
func Worked(id string) string {
	b, err := worked.ReadFile("testdata/" + strings.ToLower(id) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
