package edition

import (
	"slices"

	"rapor/analysis/result"
)

// exemption is a kind of total of official acts that is printed as it is.
type exemption struct {
	what, why result.Text
	of        []string // indicators, figures and tables
}

// exemptions are all totals that the office publishes about itself. The table
// is printed with the methods; with privacy: strict nothing is exempt.
var exemptions = []exemption{
	{result.T("Perkara menurut tahap: SPDP, P-21, tahap II, SP3, putusan", "Cases by stage: SPDP, P-21, stage II, SP3, verdict"),
		result.T("jumlah perbuatan jabatan kantor sepanjang masa laporan", "totals of the office's own official acts over the period"),
		[]string{"GAK-08", "GAK-09", "GAK-27", "GAK-28", "GAK-29", "GAK-30", "GAK-44", "tahap-projus"}},
	{result.T("Tindakan menurut jenis", "Acts by kind"),
		result.T("jumlah perbuatan jabatan kantor sepanjang masa laporan", "totals of the office's own official acts over the period"),
		[]string{"GAK-01", "GAK-03", "GAK-04", "GAK-05", "GAK-06", "GAK-07", "GAK-16", "GAK-17", "GAK-18", "GAK-19", "GAK-20", "GAK-31", "GAK-32",
			"GAK-40", "pemetaan-tak"}},
	{result.T("Hari dari satu tahap ke tahap berikutnya", "Days from one stage to the next"),
		result.T("lama kerja kantor, bukan ciri orang", "the office's working time, no attribute of a person"),
		[]string{"GAK-21", "GAK-22", "GAK-23", "GAK-24", "GAK-25", "GAK-26", "GAK-43"}},
	{result.T("Penanganan calo", "Handling of touts"),
		result.T("jumlah perbuatan jabatan kantor sepanjang masa laporan", "totals of the office's own official acts over the period"),
		[]string{"GAK-15", "GAK-38", "GAK-39", "calo", "calo-penanganan"}},
	{result.T("Bagian dari tiket antrean per bulan", "Parts of queue tickets by month"),
		result.T("nomor antrean tidak bernama; bulan dengan kurang dari {0} tiket tetap disamarkan", "queue numbers bear no name; months of fewer than {0} tickets are masked",
			result.Int(Least, result.Count)), nil},
}

// exempt reports whether an indicator, figure or table is a total that is
// printed as it is.
func exempt(id string) bool {
	return slices.ContainsFunc(exemptions, func(x exemption) bool { return slices.Contains(x.of, id) })
}

// exemptions adds the table of exemptions to the methods, and one notice of
// what was masked.
func (e *editor) exemptions() {
	t := result.Table{ID: "penyamaran", Title: result.T("Penyamaran pada edisi juri", "Masking in the jury's edition"),
		Columns: []result.Column{{Name: result.T("Tidak disamarkan", "Not masked")}, {Name: result.T("Alasan", "Reason")}},
		Note: result.T("Jumlah orang di bawah {0} disamarkan bila disilangkan dengan ciri orangnya (kebangsaan, jenis kelamin, umur, pasal, bulan, tempat), "+
			"bersama angka lain yang akan membukanya. Sebutan dari data dicetak bila dikenal kosakata bidangnya atau dipakai sedikitnya {0} baris.",
			"Counts of fewer than {0} persons are masked where they are crossed with an attribute of the person (nationality, sex, age, article, month, place), "+
				"with other figures that would give them away. Labels of the data are printed where the vocabulary knows them or at least {0} rows bear them.",
			result.Int(e.Privacy.Least, result.Count))}
	for _, x := range exemptions {
		if !e.Privacy.Strict || x.of == nil {
			t.Rows = append(t.Rows, []result.Quantity{term(x.what), term(x.why)})
		}
	}
	e.Tables, e.MethodTables = append(e.Tables, t), append(e.MethodTables, t.ID)
	if e.said > 0 {
		e.Notices = append(e.Notices, result.T("Edisi juri: {0} sel, sebutan, dan bulan disamarkan; edisi lengkap ada pada kantor.",
			"Jury's edition: {0} cells, labels and months are masked; the full edition stays with the office.", result.Int(int64(e.said), result.Count)))
	}
}

// strict masks totals of official acts too: each small one, those that count
// the same persons, and among the kinds of acts and the stages of cases so many
// more that their sum gives none away.
func (e *editor) strict() {
	for _, row := range [][]string{
		{"GAK-03", "GAK-06", "GAK-16", "GAK-17", "GAK-18", "GAK-19"}, // with GAK-01 as their sum
		{"GAK-27", "GAK-28", "GAK-29", "GAK-30"},                     // with GAK-08
		{"GAK-05", "GAK-01"},                                         // with GAK-40
	} {
		e.hideSome(row)
	}
	e.hideEqual()
}

func (e *editor) hideSome(ids []string) {
	var row []cell
	var of []*result.Indicator
	for _, id := range ids {
		ind := e.indicator(id)
		if ind == nil {
			continue
		}
		n, known := whole(ind.Value.Value)
		gone := !known && ind.Value.Missing != nil && ind.Value.N == 0
		row, of = append(row, cell{n, gone || e.Privacy.Small(n)}), append(of, ind)
	}
	for i, m := range complement(row, e.Privacy.Least) {
		if m && of[i].Value.Known() {
			e.withhold(of[i])
		}
	}
}

// hideEqual masks values whose observations or parts are what another masked
// value counts: the share of deportations tells their number.
func (e *editor) hideEqual() {
	gone := func(id string) bool {
		ind := e.indicator(id)
		return ind != nil && !ind.Value.Known()
	}
	for _, x := range []struct{ id, tells string }{
		{"GAK-04", "GAK-03"}, {"GAK-04", "GAK-01"}, {"GAK-07", "GAK-19"}, {"GAK-31", "GAK-19"}, {"GAK-32", "GAK-19"}, {"GAK-09", "GAK-08"},
		{"GAK-44", "GAK-08"}, {"GAK-42", "GAK-05"}, {"GAK-40", "GAK-01"}, {"GAK-02", "GAK-01"}, {"GAK-22", "GAK-03"}, {"GAK-43", "GAK-05"}, {"GAK-21", "GAK-05"},
	} {
		if ind := e.indicator(x.id); ind != nil && ind.Value.Known() && gone(x.tells) {
			e.withhold(ind)
		}
	}
}
