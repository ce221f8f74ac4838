package enforcement

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needCases = result.T("perlu daftar perkara pro justitia dengan tanggal SPDP, P-21, dan tahap II", "needs the list of pro justitia cases with the dates of SPDP, P-21 and stage II")

var personsBySPDP = [...]string{"orang (tersangka), bukan perkara", "persons (suspects), not cases", "SPDP, atau penangkapan bila SPDP belum ada", "SPDP, or the arrest where there is none"}

func caseCaveat(id, en string) result.Text {
	b := personsBySPDP
	return basis(b[0], b[1], b[2], b[3], id, en)
}

// begun is the day a suspect's case began: SPDP, or the arrest without one.
func begun(c *record.Case) record.Day {
	if c.Notified.Known() {
		return c.Notified
	}
	return c.Arrested
}

var caseKinds = []string{"case", "case_count", "action"}

var justitia = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-08", Unit: result.Persons, NUnit: result.Persons, Better: result.Contextual, Since: "0.1.0", Interval: "poisson",
		Name:     result.T("Orang dalam perkara pro justitia", "Persons in pro justitia cases"),
		Question: result.T("Berapa banyak orang yang perkaranya dimulai?", "How many persons had a case begun?"),
		Formula:  result.T("banyaknya tersangka yang SPDP-nya (atau penangkapannya) jatuh pada periode", "suspects whose SPDP (or arrest) falls in the period"),
		Basis:    []string{"GAK-PROJUS"}, Kinds: caseKinds, Needs: needCases, Series: true,
		Caveat: caseCaveat("Tiap orang dihitung sekali, pada awal perkaranya; formulir bulanan menghitung orang yang sama pada tiap tahap.",
			"Each person counts once, at the start of the case; monthly forms count the same person at every stage."),
	},
	Compute: func(s *Slice) result.Value {
		stages, forms := s.stageCounts()
		n, listed := s.stagesReached()
		if listed {
			return s.beside(s.counted(n.all(), result.Persons, facts.CaseRows, needCases))
		}
		v := s.beside(s.counted(stages[record.StageInvestigation], result.Persons, facts.CaseRows, needCases))
		if v.Known() && forms {
			v.Warnings = append(v.Warnings, result.T("Dari formulir bulanan: hanya tahap penyidikan yang dihitung, agar orang yang sama tidak terhitung ganda.",
				"From monthly forms: only the investigation stage is counted, so that nobody counts twice."))
		}
		return v
	},
	Events: (*Slice).caseDays,
}

var clearance = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-09", Unit: result.Share, NUnit: result.Persons, Better: result.Higher, Since: "0.1.0", Interval: "wilson", MinN: 5,
		Name:     result.T("Tingkat P-21", "P-21 rate"),
		Question: result.T("Berapa bagian perkara yang berkasnya dinyatakan lengkap?", "What share of cases was declared complete?"),
		Formula:  result.T("tersangka dengan P-21 / tersangka dengan SPDP pada periode (kohor)", "suspects with P-21 / suspects with SPDP in the period (cohort)"),
		Basis:    []string{"GAK-PROJUS"}, Kinds: []string{"case"}, Needs: needCases,
		Caveat: basis("orang (tersangka), bukan perkara", "persons (suspects), not cases", "SPDP (kohor)", "SPDP (cohort)",
			"Perkara yang masih berjalan belum tentu tidak lengkap: nilai ini adalah batas bawah dan masih dapat naik. Perkiraan dengan perkara terbuka disensor: GAK-44.",
			"Open cases may still be completed: the value is a lower bound and can still rise. Estimate with open cases censored: GAK-44."),
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
		v := proportion(done, n, result.Persons)
		v.Warnings = []result.Text{result.T("{0} perkara masih berjalan; bila semuanya menjadi lengkap, nilainya {1}.", "{0} cases are still open; if all of them were completed, the value would be {1}.",
			result.Int(open, result.Count), result.Num(big.NewRat(done+open, n), result.Share))}
		return v
	},
}

// reached counts persons by the last stage they had reached at the end of the
// selection: everybody once.
type reached struct{ investigation, prosecution, verdict, stopped int64 }

func (r reached) all() int64 { return r.investigation + r.prosecution + r.verdict + r.stopped }

// stagesReached follows the persons whose case began in the selection; listed
// says that there is a list of cases at all.
func (s *Slice) stagesReached() (r reached, listed bool) {
	by := func(d record.Day) bool { return d.Known() && d <= s.sel.To }
	s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
		listed = true
		if d := begun(c); !d.Known() || d < s.sel.From || d > s.sel.To {
			return
		}
		switch {
		case by(c.Verdict):
			r.verdict++
		case by(c.Stopped):
			r.stopped++
		case by(c.Complete), by(c.HandedOver):
			r.prosecution++
		default:
			r.investigation++
		}
	})
	return r, listed
}

// stageCounts adds the counts of monthly forms by stage; they are never added
// over stages.
func (s *Slice) stageCounts() (by [record.StageTrial + 1]int64, forms bool) {
	s.facts.Enforcement.Counts(s.sel, func(c *record.CaseCount) {
		forms = true
		by[c.Stage] += c.Number
	})
	return by, forms
}

func stageSpec(id string, stage record.CaseStage, of func(reached) int64, name, formula result.Text) indicator.Spec[*Slice] {
	return indicator.Spec[*Slice]{
		Info: indicator.Info{
			ID: id, Unit: result.Persons, NUnit: result.Persons, Better: result.Contextual, Since: "0.2.0", Interval: "none", Name: name,
			Question: result.T("Sampai tahap mana perkara yang dimulai pada masa ini berjalan?", "How far did the cases begun in the period get?"), Formula: formula,
			Basis: []string{"GAK-PROJUS"}, Kinds: caseKinds, Needs: needCases,
			Caveat: caseCaveat("Tiap orang dihitung sekali, pada tahap terakhir yang dicapai sampai akhir masa; GAK-27 sampai GAK-30 berjumlah GAK-08.",
				"Each person counts once, at the last stage reached by the end of the period; GAK-27 to GAK-30 add up to GAK-08."),
		},
		Compute: func(s *Slice) result.Value {
			r, listed := s.stagesReached()
			if listed {
				if covered, _ := s.facts.Enforcement.Covered(s.sel, facts.CaseRows); covered == 0 {
					return missing(needCases)
				}
				return result.Value{Value: big.NewRat(of(r), 1), N: r.all(), NUnit: result.Persons}
			}
			by, forms := s.stageCounts()
			if !forms || stage == record.StageUnknown {
				return missing(needCases)
			}
			return result.Value{Value: big.NewRat(by[stage], 1), N: by[stage], NUnit: result.Persons, Warnings: []result.Text{
				result.T("Dari formulir bulanan: orang yang sama dapat tercatat pada beberapa tahap dan bulan; jangan dijumlahkan.", "From monthly forms: the same person may stand in several stages and months; do not add them.")}}
		},
	}
}

var (
	investigated = stageSpec("GAK-27", record.StageInvestigation, func(r reached) int64 { return r.investigation },
		result.T("Perkara masih pada penyidikan", "Cases still under investigation"), result.T("orang yang perkaranya dimulai pada masa ini dan belum P-21", "persons whose case began in the period and has no P-21 yet"))
	prosecuted = stageSpec("GAK-28", record.StageProsecution, func(r reached) int64 { return r.prosecution },
		result.T("Perkara pada penuntutan", "Cases under prosecution"), result.T("orang dengan P-21 atau tahap II dan belum diputus", "persons with P-21 or stage II and no verdict yet"))
	decided = stageSpec("GAK-29", record.StageTrial, func(r reached) int64 { return r.verdict },
		result.T("Perkara yang sudah diputus", "Cases with a verdict"), result.T("orang dengan putusan sampai akhir masa", "persons with a verdict by the end of the period"))
	stopped = stageSpec("GAK-30", record.StageUnknown, func(r reached) int64 { return r.stopped },
		result.T("Perkara yang dihentikan (SP3)", "Cases stopped (SP3)"), result.T("orang yang penyidikannya dihentikan sampai akhir masa", "persons whose investigation was stopped by the end of the period"))
)
