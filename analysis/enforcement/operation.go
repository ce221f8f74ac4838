package enforcement

import (
	"math/big"
	"slices"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
	"rapor/ingest/vocabulary"
)

var (
	needOperations = result.T("perlu daftar operasi dan rapat TIMPORA bertanggal", "needs a dated list of operations and TIMPORA meetings")
	needTouts      = result.T("perlu daftar kejadian calo dan data antrean untuk periode yang sama", "needs the list of tout incidents and queue data of the same period")
)

func eventInfo(id string, name, question, formula result.Text) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Events, NUnit: result.Events, Better: result.Contextual, Since: "0.1.0", Interval: "poisson", Name: name, Question: question, Formula: formula,
		Kinds: []string{"operation"}, Needs: needOperations, Series: true,
		Caveat: basis("kejadian", "events", "tanggal pelaksanaan", "date held", "Rapat bukan operasi; keduanya dihitung terpisah.", "Meetings are not operations; they are counted apart."),
	}
}

var operations = indicator.Spec[*Slice]{
	Info: eventInfo("GAK-12", result.T("Operasi pengawasan", "Surveillance operations"), result.T("Berapa kali operasi dilakukan?", "How many operations were carried out?"), result.T("banyaknya operasi", "number of operations")),
	Compute: func(s *Slice) result.Value {
		return s.counted(s.operations, result.Events, facts.OperationRows, needOperations)
	},
	Events: func(s *Slice) []record.Day { return s.operationDays(false) },
}

var meetings = indicator.Spec[*Slice]{
	Info: eventInfo("GAK-13", result.T("Rapat TIMPORA", "TIMPORA meetings"), result.T("Berapa kali tim pengawasan orang asing bersidang?", "How often did the surveillance team meet?"), result.T("banyaknya rapat", "number of meetings")),
	Compute: func(s *Slice) result.Value {
		return s.counted(s.meetings, result.Events, facts.OperationRows, needOperations)
	},
	Events: func(s *Slice) []record.Day { return s.operationDays(true) },
}

var hitRate = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-14", Unit: result.Share, NUnit: result.Persons, Better: result.Contextual, Since: "0.1.0", Interval: "wilson",
		Name:     result.T("Temuan per orang yang diperiksa", "Violations per person checked"),
		Question: result.T("Seberapa sering pemeriksaan menemukan pelanggaran?", "How often does a check find a violation?"),
		Formula:  result.T("pelanggaran ditemukan / orang diperiksa, termasuk operasi tanpa temuan", "violations found / persons checked, operations without finds included"),
		Kinds:    []string{"operation"}, Needs: result.T("perlu jumlah diperiksa dan jumlah pelanggaran pada daftar operasi", "needs the numbers checked and found in the list of operations"),
		Caveat: basis("orang yang diperiksa", "persons checked", "tanggal operasi", "date of the operation", "Operasi tanpa temuan harus ikut tercatat.", "Operations without finds must be on the list too."),
	},
	Compute: func(s *Slice) result.Value {
		if s.checked == 0 {
			return missing(result.T("perlu jumlah diperiksa dan jumlah pelanggaran pada daftar operasi", "needs the numbers checked and found in the list of operations"))
		}
		v := proportion(s.found, s.checked, result.Persons)
		if s.unchecked > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("operasi tanpa jumlah diperiksa", "operations without a number checked"), N: s.unchecked, NUnit: result.Events}}
		}
		return v
	},
}

var toutCaveat = basis("kejadian", "events", "tanggal kejadian", "date of the incident", "Pencatatan yang lebih rajin menaikkan angka ini.", "More diligent recording raises this figure.")

var touts = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-15", Unit: result.PerMille, NUnit: result.Events, Better: result.Lower, Since: "0.1.0", Interval: "poisson",
		Name:     result.T("Kejadian calo per 1.000 pemohon", "Tout incidents per 1,000 applicants"),
		Question: result.T("Seberapa sering calo ditemukan?", "How often are touts found?"),
		Formula:  result.T("kejadian calo / tiket antrean × 1.000", "tout incidents / queue tickets × 1,000"),
		Kinds:    []string{"tout", "ticket"}, Needs: needTouts, Series: true,
		Caveat: toutCaveat,
	},
	Compute: func(s *Slice) result.Value {
		covered, _ := s.facts.Enforcement.Covered(s.sel, facts.ToutRows)
		tickets := s.applicants()
		if covered == 0 || tickets == 0 {
			return missing(needTouts)
		}
		lo, hi := stat.Poisson(s.touts, 0.95)
		lo, hi = lo/float64(tickets), hi/float64(tickets)
		return result.Value{Value: big.NewRat(s.touts, tickets), Num: big.NewRat(s.touts, 1), Den: big.NewRat(tickets, 1), N: s.touts, NUnit: result.Events, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "poisson"}
	},
	Events: (*Slice).toutDays,
}

var needFinds = hitRate.Needs

func findInfo(id string, name, question, formula result.Text) indicator.Info {
	return indicator.Info{
		ID: id, NUnit: result.Events, Better: result.Contextual, Since: "0.2.0", Name: name, Question: question, Formula: formula,
		Kinds: []string{"operation"}, Needs: needFinds,
		Caveat: basis("operasi", "operations", "tanggal operasi", "date of the operation", "Operasi tanpa temuan ikut dihitung; rapat tidak.", "Operations without finds count too; meetings do not."),
	}
}

// countedOperations are the operations that say what they checked and found.
func (s *Slice) countedOperations() int64 { return s.operations - s.unchecked }

func (s *Slice) unsaid() []result.Exclusion {
	if s.unchecked == 0 {
		return nil
	}
	return []result.Exclusion{{Reason: result.T("operasi tanpa jumlah diperiksa atau temuan", "operations without the numbers checked and found"), N: s.unchecked}}
}

var findingOperations = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := findInfo("GAK-35", result.T("Operasi dengan temuan", "Operations with a find"), result.T("Berapa bagian operasi yang menemukan pelanggaran?", "What share of operations finds a violation?"),
			result.T("operasi dengan sedikitnya satu pelanggaran / operasi yang mencatat hasilnya", "operations with at least one violation / operations that record their result"))
		i.Unit, i.Interval = result.Share, "wilson"
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		n := s.countedOperations()
		if n == 0 {
			return missing(needFinds)
		}
		v := proportion(s.finding, n, result.Events)
		v.Excluded = s.unsaid()
		return v
	},
}

var findsPerOperation = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := findInfo("GAK-36", result.T("Temuan per operasi", "Finds per operation"), result.T("Berapa pelanggaran ditemukan dalam satu operasi?", "How many violations does an operation find?"),
			result.T("pelanggaran ditemukan / operasi yang mencatat hasilnya", "violations found / operations that record their result"))
		i.Unit = result.Ratio
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		n := s.countedOperations()
		if n == 0 {
			return missing(needFinds)
		}
		return result.Value{Value: big.NewRat(s.found, n), Num: big.NewRat(s.found, 1), Den: big.NewRat(n, 1), N: n, NUnit: result.Events, Excluded: s.unsaid()}
	},
}

var needJoint = result.T("perlu jenis operasi yang menyebut operasi gabungan", "needs a kind of operation that says whether it was joint")

var jointOperations = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-41", Unit: result.Share, NUnit: result.Events, Better: result.Contextual, Since: "0.2.0", Interval: "wilson",
		Name:     result.T("Porsi operasi gabungan", "Share of joint operations"),
		Question: result.T("Berapa bagian operasi yang dilakukan bersama instansi lain?", "What share of operations is carried out with other agencies?"),
		Formula:  result.T("operasi gabungan / semua operasi", "joint operations / all operations"),
		Kinds:    []string{"operation"}, Needs: needJoint,
		Caveat: basis("operasi", "operations", "tanggal operasi", "date of the operation", "Operasi yang tidak menyebut gabungan dihitung sebagai operasi sendiri; rapat tidak dihitung.", "Operations that do not say joint count as the office's own; meetings do not count."),
	},
	Compute: func(s *Slice) result.Value {
		if !s.jointSaid {
			return missing(needJoint)
		}
		if s.operations == s.jointUnread {
			return result.Value{}
		}
		return proportion(s.joint, s.operations-s.jointUnread, result.Events)
	},
}

var needOutcomes = result.T("perlu daftar kejadian calo dengan kolom penanganan dan keterlibatan petugas", "needs the list of tout incidents with their handling and whether staff were involved")

func toutInfo(id string, name, question, formula result.Text) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Share, NUnit: result.Events, Better: result.Contextual, Since: "0.2.0", Interval: "wilson", Name: name, Question: question, Formula: formula,
		Kinds: []string{"tout"}, Needs: needOutcomes, Caveat: toutCaveat,
	}
}

// toldPolice reports whether an outcome says surely that the police were told,
// and not that they were not, or will be; known is false for words that are not
// understood. Where nothing is written nothing was reported.
func toldPolice(outcome string) (told, known bool) {
	r := vocabulary.PhrasesOf(vocabulary.Outcome).Read(outcome)
	return slices.Contains(r.Meanings, "police"), r.Verdict != vocabulary.Unsure
}

var toutsReported = indicator.Spec[*Slice]{
	Info: toutInfo("GAK-38", result.T("Calo yang dilaporkan ke polisi", "Touts reported to the police"), result.T("Berapa bagian kejadian calo yang dilaporkan ke polisi?", "What share of incidents is reported to the police?"),
		result.T("kejadian yang dilaporkan ke polisi / kejadian calo", "incidents reported to the police / tout incidents")),
	Compute: func(s *Slice) result.Value {
		if s.touts == 0 {
			return missing(needOutcomes)
		}
		if s.touts == s.handlingUnread {
			return result.Value{}
		}
		return proportion(s.reported, s.touts-s.handlingUnread, result.Events)
	},
}

var toutsStaff = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := toutInfo("GAK-39", result.T("Kejadian calo yang melibatkan petugas", "Incidents that involve staff"), result.T("Berapa bagian kejadian calo yang melibatkan petugas?", "What share of incidents involves staff?"),
			result.T("kejadian yang melibatkan petugas / kejadian yang mencatatnya", "incidents with staff involved / incidents that say so"))
		i.Better = result.Lower
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		if s.staffed == 0 && s.staffUnread > 0 {
			return result.Value{} // withheld by name
		}
		if s.staffed == 0 {
			return missing(needOutcomes)
		}
		v := proportion(s.staff, s.staffed, result.Events)
		if d := s.touts - s.staffed - s.staffUnread; d > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("tidak disebut apakah melibatkan petugas", "whether staff were involved is not said"), N: d}}
		}
		return v
	},
}
