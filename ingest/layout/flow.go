package layout

import (
	"strings"

	"rapor/ingest/record"
)

// What amounts of months are, as words around a table say it.

// runningWords say that months are added up since January; ownWords that each
// stands for itself. Where a text has both, as "Realisasi kumulatif per bulan"
// has, the months are added up. "Laporan bulanan" says nothing of its amounts,
// and "s.d. Maret 2016" nothing of those of the months before.
var (
	runningWords = []string{"kumulatif", "komulatif", "akumulatif", "akumulasi", "terakumulasi", "diakumulasikan",
		"cumulative", "cumulated", "accumulated", "ytd", "year to date", "running total", "running totals",
		"s d bulan ini", "sd bulan ini", "sampai dengan bulan ini", "sampai bulan ini", "hingga bulan ini",
		"s d bulan", "sd bulan", "sampai dengan bulan", "s d bulan berjalan", "since january", "sejak januari"}
	ownWords = []string{"per bulan", "tiap bulan", "setiap bulan", "tiap bulannya", "setiap bulannya",
		"masing masing bulan", "bulan per bulan", "per month", "each month", "month by month", "tidak kumulatif",
		"non kumulatif", "nonkumulatif", "bukan kumulatif", "tanpa akumulasi", "not cumulative", "non cumulative",
		"realisasi bulanan", "belanja bulanan", "penyerapan bulanan", "pengeluaran bulanan", "penerimaan bulanan",
		"pendapatan bulanan", "jumlah bulanan", "angka bulanan", "nilai bulanan", "monthly spending",
		"monthly expenditure", "monthly revenue", "monthly figures", "monthly amounts"}
	notRunning = []string{"tidak", "non", "bukan", "tanpa", "not"}
)

// flowSaid is what a text says of amounts of months: Yes of running totals, No
// of each month's own.
func flowSaid(text string) record.Tri {
	low := strings.ToLower(text)
	if !strings.Contains(low, "umula") && !strings.Contains(low, "omula") && !strings.Contains(low, "bulan") &&
		!strings.Contains(low, "month") && !strings.Contains(low, "ytd") && !strings.Contains(low, "to date") &&
		!strings.Contains(low, "running") && !strings.Contains(low, "januar") {
		return record.Unknown
	}
	f := " " + strings.Join(strings.FieldsFunc(low, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), " ") + " "
	for _, w := range runningWords {
		i := strings.Index(f, " "+w+" ")
		if i >= 0 && !negated(f[:i]) && !ofOneMonth(w, f[i+len(w)+2:]) {
			return record.Yes
		}
	}
	for _, w := range ownWords {
		if strings.Contains(f, " "+w+" ") {
			return record.No
		}
	}
	return record.Unknown
}

// negated reports words that end in one that takes back what follows.
func negated(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	for _, n := range notRunning {
		if words[len(words)-1] == n {
			return true
		}
	}
	return false
}

// ofOneMonth reports "s.d. bulan" before the name of a month: that is how far
// the table goes.
func ofOneMonth(words, after string) bool {
	if !strings.HasSuffix(words, " bulan") {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	_, is := monthName(next)
	return is || next != "" && next[0] >= '0' && next[0] <= '9'
}

// flows takes what a title or a name says of amounts of months; the nearest
// text that says something counts.
func (c *context) flows(t string) {
	if c.flow != record.Unknown {
		return
	}
	if said := flowSaid(t); said != record.Unknown {
		c.flow, c.flowSaid = said, strings.TrimSpace(t)
	}
}
