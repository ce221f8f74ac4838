package analysis

import (
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/ingest/text"
)

// against words a contradiction: what differs, by {0}, and what to write in
// rapor.yaml when the lines are right.
type against struct{ what, write text.Text }

// linesRight is the line that says so of the table itself.
var linesRight = text.T("totals: rincian pada sources", "totals: lines in sources")

var says = map[facts.Against]against{
	facts.ByTotal: {text.T("baris jumlah tabelnya berbeda {0} dari rinciannya (D503)",
		"the total of its table differs by {0} from its lines (D503)"), linesRight},
	facts.ByRemainder: {text.T("sisa yang tercetak pada tabelnya berbeda {0} dari pagu dikurangi realisasi (D506)",
		"the remainder printed in its table differs by {0} from ceiling less spending (D506)"), linesRight},
	facts.ByPercent: {text.T("persentase yang tercetak pada tabelnya berbeda {0} dari realisasi dibagi pagu (D523)",
		"the percentage printed in its table differs by {0} from spending over ceiling (D523)"), linesRight},
	facts.ByMoney: {text.T("kolom rupiah pada tabelnya tampaknya memuat persentase; selisihnya {0} (D509)",
		"a column of rupiah in its table seems to hold percentages; the difference is {0} (D509)"), linesRight},
	facts.ByYear: {text.T("jumlah setahun berbeda {0} dari jumlah dua belas bulannya (D503)",
		"the amount of the year differs by {0} from the sum of its twelve months (D503)"),
		text.T("totals: rincian pada sources bila bulannya yang benar, atau sisihkan berkas yang salah dengan exclude",
			"totals: lines in sources where the months are right, or leave the wrong file out with exclude")},
	facts.ByFunds: {text.T("tabel gabungan RM + PNBP berbeda {0} dari bagiannya (D503)",
		"the combined table RM + PNBP differs by {0} from its parts (D503)"),
		text.T("totals: rincian pada sources bila bagiannya yang benar, atau sisihkan berkas yang salah dengan exclude",
			"totals: lines in sources where the parts are right, or leave the wrong file out with exclude")},
	facts.ByRecap: {text.T("tabel rekap berbeda {0} dari rinciannya (D503)", "a recap differs by {0} from its details (D503)"),
		text.T("totals: rincian pada sources bila rinciannya yang benar, atau sisihkan berkas yang salah dengan exclude",
			"totals: lines in sources where the details are right, or leave the wrong file out with exclude")},
	facts.BySex: {text.T("jumlah L + P pada formulirnya berbeda {0} dari kolom jumlahnya (D511)",
		"men and women of its form differ by {0} from its column of totals (D511)"), linesRight},
	facts.ByStock: {text.T("sisa akhir pada tabelnya berbeda {0} dari sisa awal ditambah yang masuk dikurangi yang keluar (D506)",
		"the closing stock of its table differs by {0} from opening stock plus what came in less what went out (D506)"), linesRight},
	facts.ByCeiling: {text.T("realisasi setahun lebih dari satu setengah kali pagunya, jadi pagu atau satuannya bukan untuk setahun (D504)",
		"the spending of the year is more than half again its ceilings, so that ceilings or units are not those of the year (D504)"),
		text.T("units pada sources bila satuannya lain, atau totals: rincian bila memang demikian; pagu per bulan diganti pagu setahun",
			"units in sources where a unit is another one, or totals: lines where it is so; put the year's ceilings for those of months")},
	facts.BySum: {text.T("satu baris tabelnya mungkin jumlah baris lain, dan memuat {0} dari isinya (D315)",
		"a row of its table may be the sum of others, and holds {0} of what it states (D315)"),
		text.T("filter untuk menyisihkan baris itu, atau totals: rincian bila baris itu rincian, pada sources",
			"a filter that leaves that row out, or totals: lines where it is a line like the others, in sources")},
	facts.ByHidden: {text.T("baris atau kolom yang disembunyikan memuat {0} dari isi tabelnya (D312)",
		"hidden rows or columns hold {0} of what its table states (D312)"),
		text.T("hidden: hitung atau hidden: sisihkan pada sources", "hidden: count or hidden: leave in sources")},
	facts.ByCopy: {text.T("sebuah tabelnya mungkin salinan tabel lain, dan memuat {0} dari isinya (D545)",
		"a table may be a copy of another one, and holds {0} of what is counted (D545)"),
		text.T("exclude: [\"awal.csv\"] dengan nama salinannya, atau totals: rincian pada sources bila isinya memang lain",
			"exclude: [\"awal.csv\"] with the name of the copy, or totals: lines in sources where they are different things")},
}

// withheld says why a value is not printed: to the office with what to write,
// to others without.
func (a against) withheld(share result.Quantity) result.Text {
	t := result.Of(text.T("ditahan: "+a.what.ID+"; perbaiki, atau tulis "+a.write.ID+" di rapor.yaml",
		"withheld: "+a.what.EN+"; mend it, or write "+a.write.EN+" of rapor.yaml"), share)
	return t.Outside("ditahan: "+a.what.ID+"; kantor belum menetapkan angka mana yang benar",
		"withheld: "+a.what.EN+"; the office has not yet settled which figure is right")
}

// warning says it beside a value.
func (a against) warning(share result.Quantity) result.Text {
	return result.Of(text.T(upper(a.what.ID)+".", upper(a.what.EN)+"."), share)
}

// upper begins a sentence: every wording here begins with a plain letter.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
