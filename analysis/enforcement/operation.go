package enforcement

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var (
	needOperations = result.T("perlu daftar operasi dan rapat TIMPORA bertanggal", "needs a dated list of operations and TIMPORA meetings")
	needTouts      = result.T("perlu daftar kejadian calo dan data antrean untuk periode yang sama", "needs the list of tout incidents and queue data of the same period")
)

func eventInfo(id string, name, question, formula result.Text) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Events, NUnit: result.Events, Better: result.Contextual, Since: "0.1.0", Interval: "poisson", Name: name, Question: question, Formula: formula,
		Kinds: []string{"operation"}, Needs: needOperations, Series: true,
		Caveat: result.T("Rapat bukan operasi; keduanya dihitung terpisah.", "Meetings are not operations; they are counted apart."),
	}
}

var operations = indicator.Spec[*Slice]{
	Info: eventInfo("GAK-12", result.T("Operasi pengawasan", "Surveillance operations"), result.T("Berapa kali operasi dilakukan?", "How many operations were carried out?"), result.T("banyaknya operasi", "number of operations")),
	Compute: func(s *Slice) result.Value {
		return s.counted(s.operations, result.Events, facts.OperationRows, needOperations)
	},
}

var meetings = indicator.Spec[*Slice]{
	Info: eventInfo("GAK-13", result.T("Rapat TIMPORA", "TIMPORA meetings"), result.T("Berapa kali tim pengawasan orang asing bersidang?", "How often did the surveillance team meet?"), result.T("banyaknya rapat", "number of meetings")),
	Compute: func(s *Slice) result.Value {
		return s.counted(s.meetings, result.Events, facts.OperationRows, needOperations)
	},
}

var hitRate = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-14", Unit: result.Share, NUnit: result.Persons, Better: result.Contextual, Since: "0.1.0",
		Name:     result.T("Temuan per orang yang diperiksa", "Violations per person checked"),
		Question: result.T("Seberapa sering pemeriksaan menemukan pelanggaran?", "How often does a check find a violation?"),
		Formula:  result.T("pelanggaran ditemukan / orang diperiksa, termasuk operasi tanpa temuan", "violations found / persons checked, operations without finds included"),
		Kinds:    []string{"operation"}, Needs: result.T("perlu jumlah diperiksa dan jumlah pelanggaran pada daftar operasi", "needs the numbers checked and found in the list of operations"),
		Caveat: result.T("Operasi tanpa temuan harus ikut tercatat.", "Operations without finds must be on the list too."),
	},
	Compute: func(s *Slice) result.Value {
		if s.checked == 0 {
			return missing(result.T("perlu jumlah diperiksa dan jumlah pelanggaran pada daftar operasi", "needs the numbers checked and found in the list of operations"))
		}
		v := result.Value{Value: big.NewRat(s.found, s.checked), Num: big.NewRat(s.found, 1), Den: big.NewRat(s.checked, 1), N: s.checked, NUnit: result.Persons}
		if s.unchecked > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("operasi tanpa jumlah diperiksa", "operations without a number checked"), N: s.unchecked}}
		}
		return v
	},
}

var touts = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-15", Unit: result.PerMille, NUnit: result.Events, Better: result.Lower, Since: "0.1.0",
		Name:     result.T("Kejadian calo per 1.000 pemohon", "Tout incidents per 1,000 applicants"),
		Question: result.T("Seberapa sering calo ditemukan?", "How often are touts found?"),
		Formula:  result.T("kejadian calo / tiket antrean × 1.000", "tout incidents / queue tickets × 1,000"),
		Kinds:    []string{"tout", "ticket"}, Needs: needTouts,
		Caveat: result.T("Pencatatan yang lebih rajin menaikkan angka ini.", "More diligent recording raises this figure."),
	},
	Compute: func(s *Slice) result.Value {
		covered, _ := s.facts.Enforcement.Covered(s.sel, facts.ToutRows)
		var tickets int64
		s.facts.Queue.Visits(facts.Selection{Office: s.sel.Office, From: s.sel.From, To: s.sel.To}, func(*facts.Visit, facts.Lane) { tickets++ })
		s.facts.Queue.Intervals(s.sel, func(i *record.QueueInterval) { tickets += i.Count })
		if covered == 0 || tickets == 0 {
			return missing(needTouts)
		}
		return result.Value{Value: big.NewRat(s.touts, tickets), Num: big.NewRat(s.touts, 1), Den: big.NewRat(tickets, 1), N: s.touts, NUnit: result.Events}
	},
}
