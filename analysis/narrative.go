package analysis

import (
	"math"

	"rapor/analysis/facts"
	"rapor/analysis/result"
)

// summary is the one-page summary: at most 200 words, made only from results:
// the headlines, what the doubt is, and what was read.
func (c *run) summary(ids []string) []result.Text {
	var out []result.Text
	for _, id := range ids {
		out = append(out, headline(*c.byID[id], c.Period.ID))
	}
	if met, judged := c.targets(ids); judged > 0 {
		out = append(out, result.T("Target tercapai pada {0} dari {1} hasil utama yang bertarget.",
			"Targets were met for {0} of {1} headline results that have one.",
			result.Int(met, result.Count), result.Int(judged, result.Count)))
	}
	return append(out, c.dataSentence())
}

func (c *run) targets(ids []string) (met, judged int64) {
	for _, id := range ids {
		switch c.byID[id].Verdict.Code {
		case result.Met:
			met++
			judged++
		case result.NotMet:
			judged++
		}
	}
	return met, judged
}

func (c *run) dataSentence() result.Text {
	a := c.accounting()
	return result.T("Dasar data: {0} baris dibaca dari {1} berkas; {2} dipakai, {3} disisihkan, {4} ditolak dengan alasan.",
		"Data: {0} rows read from {1} files; {2} used, {3} set aside, {4} rejected with a reason.",
		result.Int(a.read, result.Count), result.Int(result.Inputs(c.Sources), result.Count),
		result.Int(a.used, result.Count), result.Int(a.aside, result.Count), result.Int(a.rejected, result.Count))
}

// missingOf says for each promised indicator without a value what it needs.
func (c *run) missingOf(ids []string) []result.Text {
	var out []result.Text
	for _, id := range ids {
		ind, ok := c.byID[id]
		if !ok || ind.Value.Known() {
			continue
		}
		if m := ind.Value.Missing; m != nil {
			out = append(out, result.T("{0}: {1}", "{0}: {1}", named(ind.Name), result.Quantity{Unit: result.Worded, Term: m}))
			continue
		}
		out = append(out, result.T("{0}: tidak ada data.", "{0}: no data.", named(ind.Name)))
	}
	return out
}

func (c *run) introduction() []result.Text {
	return []result.Text{
		result.T("Laporan ini memuat capaian {0} pada {1}, dihitung dari berkas ekspor kantor tanpa pengubahan isi.",
			"This report gives the results of {0} in {1}, computed from the office's own export files without changing their content.",
			result.Str(c.Setting.Identity.Name), result.Over(c.Period.ID)),
		c.dataSentence(),
		result.T("Setiap angka disertai pembilang, penyebut, jumlah data, yang dikecualikan, dan aturan yang dipakai; semuanya dapat ditelusuri di hasil.json.",
			"Every figure comes with its numerator, denominator, number of observations, exclusions and rule; all of it can be traced in hasil.json."),
	}
}

// problems lists what did not go well: missed targets, worsening results and
// unusual months. It is made from the same results as the rest.
func (c *run) problems(r *result.Result) []result.Text {
	var out []result.Text
	for i := range r.Indicators {
		ind := &r.Indicators[i]
		if ind.Verdict.Code == result.NotMet {
			out = append(out, result.T("{0}: {1}, target {2} belum tercapai.", "{0}: {1}, the target of {2} was not met.",
				named(ind.Name), result.Num(ind.Value.Value, ind.Unit), result.Num(ind.Target.Value, ind.Unit)))
		}
		if ind.Control != nil && ind.Control.Variation == "concern" {
			out = append(out, result.T("{0}: perkembangan bulan terakhir menunjukkan pola yang memburuk.",
				"{0}: the latest months show a worsening pattern.", named(ind.Name)))
		}
	}
	if len(out) == 0 {
		out = append(out, result.T("Tidak ada target yang meleset dan tidak ada pola memburuk pada data periode ini.",
			"No target was missed and no worsening pattern was found in the data of this period."))
	}
	return out
}

func (c *run) closing() []result.Text {
	return []result.Text{result.T(
		"Laporan ini dibuat dari data sampai dengan {0}. Perbaikan data setelah tanggal itu dapat mengubah angka dan akan tampak pada laporan berikutnya.",
		"This report was made from data up to {0}. Corrections after that date can change figures and will show in the next report.",
		result.On(c.AsOf.String()))}
}

// limits says what the figures cannot say; honest limits are part of a
// dossier, not an excuse.
func (c *run) limits() []result.Text {
	out := []result.Text{
		result.T("Waktu tunggu adalah waktu di ruang tunggu; menunggu giliran di rumah tidak tercatat dalam data antrean.",
			"Waiting time is time in the waiting hall; waiting at home for a turn is not recorded in queue data."),
		result.T("Perubahan setelah suatu kebijakan berkaitan dengan kebijakan itu, tetapi tidak dengan sendirinya disebabkan olehnya.",
			"A change after a measure is associated with it, but not by itself caused by it."),
		result.T("Jumlah penindakan yang lebih besar tidak dengan sendirinya lebih baik; bacalah bersama jumlah operasi dan pemohon.",
			"More enforcement is not by itself better; read it together with operations and applicants."),
	}
	if y, _, _ := c.Period.To.Date(); y <= 2017 {
		out = append(out, result.T("IKPA belum ada pada tahun anggaran ini; nilai dengan rumus yang lebih baru adalah simulasi, bukan nilai resmi.",
			"IKPA did not exist in this fiscal year; scores by later formulas are a simulation, not an official score."))
	}
	return out
}

func (c *run) notices() []result.Text {
	var out []result.Text
	if c.Setting.Identity.Synthetic {
		out = append(out, result.T("Data sintetis: kantor, orang, dan angka dalam laporan ini rekaan untuk contoh.",
			"Synthetic data: the office, people and figures in this report are made up for demonstration."))
	}
	return append(append(out, c.sayTested()...), c.sayGroups()...)
}

// sayGroups says that a column held more different labels than are looked at
// one by one.
func (c *run) sayGroups() []result.Text {
	var out []result.Text
	say := func(n, kept int, id, en string) {
		if n > 0 {
			out = append(out, result.T("Kolom "+id+" memuat {0} isi yang berbeda; {1} yang terbanyak diuraikan satu per satu, {2} lainnya bersama-sama.",
				"The column of "+en+" holds {0} different texts; the {1} commonest are broken down one by one, {2} others together.",
				result.Int(int64(n+kept), result.Count), result.Int(int64(kept), result.Count), result.Int(int64(n), result.Count)))
		}
	}
	all := facts.Selection{From: 1, To: math.MaxInt32}
	list, n := c.Facts.Queue.Services(all)
	say(n, len(list), "layanan", "services")
	list, n = c.Facts.Queue.Classes(all)
	say(n, len(list), "kelas tiket", "ticket classes")
	list, n = c.Facts.Survey.Services(all)
	say(n, len(list), "layanan pada survei", "surveyed services")
	list, others := c.Facts.PartOffices()
	say(len(others), len(list), "kantor", "offices")
	return out
}
