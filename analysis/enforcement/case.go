package enforcement

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

var needCases = result.T("perlu daftar perkara pro justitia dengan tanggal SPDP, P-21, dan tahap II", "needs the list of pro justitia cases with the dates of SPDP, P-21 and stage II")

// begun is the day a suspect's case began: SPDP, or the arrest without one.
func begun(c *record.Case) record.Day {
	if c.Notified.Known() {
		return c.Notified
	}
	return c.Arrested
}

var justitia = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-08", Unit: result.Persons, NUnit: result.Persons, Better: result.Contextual, Since: "0.1.0", Interval: "poisson",
		Name:     result.T("Orang dalam perkara pro justitia", "Persons in pro justitia cases"),
		Question: result.T("Berapa banyak orang yang perkaranya dimulai?", "How many persons had a case begun?"),
		Formula:  result.T("banyaknya tersangka yang SPDP-nya (atau penangkapannya) jatuh pada periode", "suspects whose SPDP (or arrest) falls in the period"),
		Basis:    []string{"GAK-PROJUS"}, Kinds: []string{"case", "case_count"}, Needs: needCases, Series: true,
		Caveat: result.T("Tiap orang dihitung sekali, pada awal perkaranya; formulir bulanan menghitung orang yang sama pada tiap tahap.",
			"Each person counts once, at the start of the case; monthly forms count the same person at every stage."),
	},
	Compute: func(s *Slice) result.Value {
		var n, stages int64
		any := false
		s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
			any = true
			if d := begun(c); d >= s.sel.From && d <= s.sel.To && d.Known() {
				n++
			}
		})
		s.facts.Enforcement.Counts(s.sel, func(c *record.CaseCount) {
			if c.Stage == record.StageInvestigation {
				stages += c.Number
			}
		})
		if any {
			return s.counted(n, result.Persons, facts.CaseRows, needCases)
		}
		v := s.counted(stages, result.Persons, facts.CaseRows, needCases)
		if v.Known() {
			v.Warnings = append(v.Warnings, result.T("Dari formulir bulanan: hanya tahap penyidikan yang dihitung, agar orang yang sama tidak terhitung ganda.",
				"From monthly forms: only the investigation stage is counted, so that nobody counts twice."))
		}
		return v
	},
}

var clearance = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-09", Unit: result.Share, NUnit: result.Persons, Better: result.Higher, Since: "0.1.0", Interval: "wilson", MinN: 5,
		Name:     result.T("Tingkat P-21", "P-21 rate"),
		Question: result.T("Berapa bagian perkara yang berkasnya dinyatakan lengkap?", "What share of cases was declared complete?"),
		Formula:  result.T("tersangka dengan P-21 / tersangka dengan SPDP pada periode (kohor)", "suspects with P-21 / suspects with SPDP in the period (cohort)"),
		Basis:    []string{"GAK-PROJUS"}, Kinds: []string{"case"}, Needs: needCases,
		Caveat: result.T("Perkara yang masih berjalan belum tentu tidak lengkap; nilai kohor terakhir masih dapat naik.", "Open cases may still be completed; the latest cohort can still rise."),
	},
	Compute: func(s *Slice) result.Value {
		var n, done, open int64
		s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
			if !c.Notified.Known() || c.Notified < s.sel.From || c.Notified > s.sel.To {
				return
			}
			n++
			switch {
			case c.Complete.Known():
				done++
			case !c.Stopped.Known():
				open++
			}
		})
		if n == 0 {
			return missing(needCases)
		}
		lo, hi := stat.Wilson(done, n, 0.95)
		return result.Value{Value: big.NewRat(done, n), Num: big.NewRat(done, 1), Den: big.NewRat(n, 1), N: n, NUnit: result.Persons, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "wilson",
			Warnings: []result.Text{result.T("{0} perkara masih berjalan.", "{0} cases are still open.", result.Int(open, result.Count))}}
	},
}
