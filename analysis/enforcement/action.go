package enforcement

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

var needActions = result.T("perlu data tindakan administratif: satu baris per tindakan, atau formulir bulanan", "needs administrative actions: one row per act, or the monthly form")

func actInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN string) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Acts, NUnit: result.Acts, Better: result.Contextual, Since: "0.1.0", Interval: "poisson",
		Name: result.T(nameID, nameEN), Question: result.T(questionID, questionEN), Formula: result.T(formulaID, formulaEN),
		Basis: []string{"GAK-PASAL75"}, Kinds: []string{"action"}, Needs: needActions, Series: true,
		Caveat: result.T("Satuan: tindakan, bukan orang; satu orang dapat dikenai beberapa tindakan. Dasar tanggal: tanggal keputusan.",
			"Unit: acts, not persons; one person may receive several. Date basis: date of decision."),
	}
}

func kindSpec(info indicator.Info, kinds ...record.ActionKind) indicator.Spec[*Slice] {
	return indicator.Spec[*Slice]{Info: info, Compute: func(s *Slice) result.Value {
		var n int64
		for _, k := range kinds {
			n += s.byKind[k]
		}
		return s.counted(n, result.Acts, facts.ActionRows, needActions)
	}}
}

var acts = indicator.Spec[*Slice]{
	Info: actInfo("GAK-01", "Tindakan administratif keimigrasian (TAK)", "Administrative actions (TAK)", "Berapa banyak tindakan administratif yang dijatuhkan?", "How many administrative actions were taken?",
		"banyaknya tindakan pasal 75 (tanpa detensi)", "number of article 75 actions (detention apart)"),
	Compute: func(s *Slice) result.Value {
		v := s.counted(s.total(), result.Acts, facts.ActionRows, needActions)
		if !v.Known() {
			return v
		}
		if d := s.byKind[record.ActionDetention]; d > 0 {
			v.Excluded = append(v.Excluded, result.Exclusion{Reason: result.T("detensi (pasal 83), dihitung tersendiri", "detentions (article 83), counted apart"), N: d})
		}
		if list := s.total() + s.byKind[record.ActionDetention]; s.formTotal > 0 && s.formTotal != list {
			v.Warnings = append(v.Warnings, result.T("Formulir bulanan menyebut {0} tindakan; daftar memuat {1}. Daftar yang dipakai.",
				"Monthly forms state {0} acts; the list holds {1}. The list is used.", result.Int(s.formTotal, result.Count), result.Int(list, result.Count)))
		}
		return v
	},
}

var deportations = kindSpec(actInfo("GAK-03", "Deportasi", "Deportations", "Berapa banyak deportasi diputuskan?", "How many deportations were decided?",
	"banyaknya tindakan deportasi", "number of deportation acts"), record.ActionDeportation)

var detentions = kindSpec(actInfo("GAK-05", "Detensi", "Detentions", "Berapa kali orang asing ditempatkan di ruang detensi?", "How often were foreigners placed in detention?",
	"banyaknya penempatan detensi (pasal 83)", "number of detentions (article 83)"), record.ActionDetention)

var listings = kindSpec(actInfo("GAK-06", "Pencegahan dan penangkalan", "Listings", "Berapa banyak usulan pencegahan dan penangkalan?", "How many entry or exit bans were listed?",
	"banyaknya tindakan pencegahan atau penangkalan", "number of listing acts"), record.ActionListing)

var deportShare = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := actInfo("GAK-04", "Porsi deportasi", "Deportation share", "Berapa bagian tindakan yang berupa deportasi?", "What share of actions is deportation?", "deportasi / TAK", "deportations / TAK")
		i.Unit, i.Interval, i.Series = result.Share, "wilson", false
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		n := s.total()
		if n == 0 {
			return missing(needActions)
		}
		k := s.byKind[record.ActionDeportation]
		lo, hi := stat.Wilson(k, n, 0.95)
		return result.Value{Value: big.NewRat(k, n), Num: big.NewRat(k, 1), Den: big.NewRat(n, 1), N: n, NUnit: result.Acts, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "wilson"}
	},
}

var needPersons = result.T("perlu kolom pengenal orang (misalnya nomor paspor) pada daftar tindakan; kolom itu disamarkan saat dibaca", "needs a person identifier (such as the passport number) in the list of acts; it is hashed on reading")

var persons = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := actInfo("GAK-02", "Orang yang dikenai TAK", "Persons with TAK", "Berapa banyak orang yang dikenai tindakan?", "How many persons received an action?", "banyaknya orang yang berbeda", "number of distinct persons")
		i.Unit, i.NUnit, i.Needs, i.Interval, i.Series = result.Persons, result.Persons, needPersons, "none", false
		i.Caveat = result.T("Orang dikenali dari kode samaran pengenal; salah ketik pengenal menjadikan satu orang dua.", "Persons are told apart by a hashed identifier; a typing error makes one person two.")
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		if len(s.persons) == 0 {
			return missing(needPersons)
		}
		v := result.Value{Value: big.NewRat(int64(len(s.persons)), 1), N: int64(len(s.persons)), NUnit: result.Persons}
		if s.unkeyed > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("tindakan tanpa pengenal orang", "acts without a person identifier"), N: s.unkeyed}}
		}
		return v
	},
}

var needCharges = result.T("perlu kolom biaya beban pada daftar tindakan", "needs a charge column in the list of acts")

var charges = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := actInfo("GAK-07", "Biaya beban", "Overstay charges", "Berapa biaya beban yang dikenakan?", "How much was charged for overstays?", "jumlah biaya beban", "sum of overstay charges")
		i.Unit, i.Needs, i.Interval = result.Sen, needCharges, "none"
		i.Basis = []string{"GAK-BEBAN"}
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		if s.charged == 0 {
			return missing(needCharges)
		}
		return result.Value{Value: big.NewRat(s.charge, 1), N: s.charged, NUnit: result.Acts}
	},
}
