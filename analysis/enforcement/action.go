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

// basis words what one is counted by and when; every indicator of this package
// prints it, because persons, acts, cases and events are different units.
func basis(unitID, unitEN, dateID, dateEN, moreID, moreEN string) result.Text {
	return result.T("Satuan: "+unitID+". Dasar tanggal: "+dateID+". "+moreID, "Unit: "+unitEN+". Date basis: "+dateEN+". "+moreEN)
}

var (
	actsByDecision = basis("tindakan, bukan orang", "acts, not persons", "tanggal keputusan", "date of decision",
		"Satu orang dapat dikenai beberapa tindakan.", "One person may receive several.")
	actsByExecution = basis("tindakan, bukan orang", "acts, not persons", "tanggal pelaksanaan", "date of execution",
		"Deportasi diputuskan dahulu dan dilaksanakan kemudian; jumlahnya per masa karena itu berbeda dari yang diputuskan.", "Deportations are decided first and executed later; the number of a period therefore differs from that decided.")
)

func actInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN string) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Acts, NUnit: result.Acts, Better: result.Contextual, Since: "0.1.0", Interval: "poisson",
		Name: result.T(nameID, nameEN), Question: result.T(questionID, questionEN), Formula: result.T(formulaID, formulaEN),
		Basis: []string{"GAK-PASAL75"}, Kinds: []string{"action"}, Needs: needActions, Series: true, Caveat: actsByDecision,
	}
}

func kindSpec(info indicator.Info, kinds ...record.ActionKind) indicator.Spec[*Slice] {
	return indicator.Spec[*Slice]{Info: info, Compute: func(s *Slice) result.Value {
		var n int64
		for _, k := range kinds {
			n += s.byKind[k]
		}
		return s.beside(s.counted(n, result.Acts, facts.ActionRows, needActions))
	}, Events: func(s *Slice) []record.Day { return s.actDays(kinds...) }}
}

// later is a kind that came to the catalogue after the first version.
func later(i indicator.Info) indicator.Info {
	i.Since = "0.2.0"
	return i
}

var acts = indicator.Spec[*Slice]{
	Info: actInfo("GAK-01", "Tindakan administratif keimigrasian (TAK)", "Administrative actions (TAK)", "Berapa banyak tindakan administratif yang dijatuhkan?", "How many administrative actions were taken?",
		"banyaknya tindakan pasal 75 (tanpa detensi)", "number of article 75 actions (detention apart)"),
	Compute: func(s *Slice) result.Value {
		v := s.beside(s.counted(s.total(), result.Acts, facts.ActionRows, needActions))
		if !v.Known() {
			return v
		}
		v.Excluded = s.apart()
		if n := s.unknown(); n > 0 {
			v.Warnings = append(v.Warnings, result.T("{0} tindakan berjenis lain daripada salah satu dari keenam jenis pasal 75 ikut dihitung; lihat tabel pemetaan.",
				"{0} acts of a kind other than the six of article 75 are counted in; see the table of kinds.", result.Int(n, result.Count)))
		}
		if list := s.officeTotal(); s.formTotal > 0 && s.formTotal != list {
			v.Warnings = append(v.Warnings, result.T("Formulir bulanan menyebut {0} tindakan; daftar memuat {1}. Daftar yang dipakai.",
				"Monthly forms state {0} acts; the list holds {1}. The list is used.", result.Int(s.formTotal, result.Count), result.Int(list, result.Count)))
		}
		return v
	},
	Events: func(s *Slice) []record.Day {
		return s.dayActs(func(k record.ActionKind) bool {
			return k != record.ActionDetention && k != record.ActionUnknown
		})
	},
}

// apart lists the acts that are not counted as TAK, and why.
func (s *Slice) apart() []result.Exclusion {
	var out []result.Exclusion
	for _, e := range []result.Exclusion{
		{Reason: result.T("detensi (pasal 83), dihitung tersendiri", "detentions (article 83), counted apart"), N: s.byKind[record.ActionDetention]},
		{Reason: result.T("korban perdagangan atau penyelundupan orang (pasal 86-87)", "victims of trafficking or smuggling (articles 86-87)"), N: s.victims},
	} {
		if e.N > 0 {
			out = append(out, e)
		}
	}
	return out
}

var officeActs = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := later(actInfo("GAK-40", "Tindakan menurut hitungan kantor", "Acts as the office counts them", "Berapa tindakan bila detensi ikut dihitung, seperti pada formulir kantor?", "How many acts are there when detention is counted too, as office forms do?",
			"TAK pasal 75 + detensi pasal 83", "article 75 acts + article 83 detentions"))
		i.Caveat = basis("tindakan, bukan orang", "acts, not persons", "tanggal keputusan", "date of decision",
			"Angka ini untuk dicocokkan dengan laporan kantor; yang dinilai adalah TAK (GAK-01). Pemetaan kolom ada pada tabel.", "For checking against the office's reports; what is judged is TAK (GAK-01). The mapping of columns is in the table.")
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		return s.counted(s.officeTotal(), result.Acts, facts.ActionRows, needActions)
	},
	Events: func(s *Slice) []record.Day {
		return s.dayActs(func(k record.ActionKind) bool { return k != record.ActionUnknown })
	},
}

var deportations = kindSpec(actInfo("GAK-03", "Deportasi", "Deportations", "Berapa banyak deportasi diputuskan?", "How many deportations were decided?",
	"banyaknya tindakan deportasi", "number of deportation acts"), record.ActionDeportation)

var detentions = kindSpec(actInfo("GAK-05", "Detensi", "Detentions", "Berapa kali orang asing ditempatkan di ruang detensi?", "How often were foreigners placed in detention?",
	"banyaknya penempatan detensi (pasal 83)", "number of detentions (article 83)"), record.ActionDetention)

var listings = kindSpec(actInfo("GAK-06", "Pencegahan dan penangkalan", "Listings", "Berapa banyak usulan pencegahan dan penangkalan?", "How many entry or exit bans were listed?",
	"banyaknya tindakan pencegahan atau penangkalan (pasal 75 ayat 2 huruf a)", "number of listing acts (article 75(2)a)"), record.ActionListing)

var (
	permits = kindSpec(later(actInfo("GAK-16", "Pembatasan, perubahan, atau pembatalan izin tinggal", "Stay permits limited, changed or cancelled", "Berapa izin tinggal yang dibatasi, diubah, atau dibatalkan?", "How many stay permits were limited, changed or cancelled?",
		"banyaknya tindakan pasal 75 ayat 2 huruf b", "number of acts of article 75(2)b")), record.ActionPermit)
	exclusions = kindSpec(later(actInfo("GAK-17", "Larangan berada di tempat tertentu", "Bans from places", "Berapa larangan berada di tempat tertentu dijatuhkan?", "How many bans from places were imposed?",
		"banyaknya tindakan pasal 75 ayat 2 huruf c", "number of acts of article 75(2)c")), record.ActionExclusion)
	residences = kindSpec(later(actInfo("GAK-18", "Keharusan bertempat tinggal", "Duties to live at a set place", "Berapa keharusan bertempat tinggal dijatuhkan?", "How many duties to live at a set place were imposed?",
		"banyaknya tindakan pasal 75 ayat 2 huruf d", "number of acts of article 75(2)d")), record.ActionResidence)
	chargeActs = kindSpec(later(actInfo("GAK-19", "Pengenaan biaya beban", "Charges imposed", "Berapa kali biaya beban dikenakan?", "How often was a charge imposed?",
		"banyaknya tindakan pasal 75 ayat 2 huruf e", "number of acts of article 75(2)e")), record.ActionCharge)
)

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
		return proportion(s.byKind[record.ActionDeportation], n, result.Acts)
	},
}

// proportion is a share with its Wilson interval.
func proportion(k, n int64, unit result.Unit) result.Value {
	lo, hi := stat.Wilson(k, n, 0.95)
	return result.Value{Value: big.NewRat(k, n), Num: big.NewRat(k, 1), Den: big.NewRat(n, 1), N: n, NUnit: unit, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "wilson"}
}

var needExecuted = result.T("perlu kolom tanggal pelaksanaan pada daftar tindakan", "needs the date of execution in the list of acts")

var executed = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := later(actInfo("GAK-20", "Deportasi dilaksanakan", "Deportations executed", "Berapa banyak deportasi benar-benar dilaksanakan?", "How many deportations were carried out?",
			"banyaknya deportasi yang tanggal pelaksanaannya jatuh pada masa ini", "deportations whose date of execution falls in the period"))
		i.Needs, i.Caveat = needExecuted, actsByExecution
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		var n int64
		any := false
		s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) {
			if a.Kind != record.ActionDeportation || !a.Executed.Known() || a.Victim == record.Yes {
				return
			}
			any = true
			if a.Executed >= s.sel.From && a.Executed <= s.sel.To {
				n += a.Number
			}
		})
		if !any {
			return missing(needExecuted)
		}
		v := s.counted(n, result.Acts, facts.ActionRows, needExecuted)
		if !v.Known() && n > 0 { // all decided before the period, which no decision speaks of
			v = independent(n, result.Acts)
		}
		return s.beside(v)
	},
	Events: (*Slice).executedDays,
}

var needPersons = result.T("perlu kolom pengenal orang (misalnya nomor paspor) pada daftar tindakan; kolom itu disamarkan saat dibaca", "needs a person identifier (such as the passport number) in the list of acts; it is hashed on reading")

func personInfo(i indicator.Info) indicator.Info {
	i.Unit, i.NUnit, i.Needs, i.Interval, i.Series = result.Persons, result.Persons, needPersons, "none", false
	i.Caveat = basis("orang yang berbeda", "distinct persons", "tanggal keputusan", "date of decision",
		"Orang dikenali dari kode samaran pengenal; salah ketik pengenal menjadikan satu orang dua.", "Persons are told apart by a hashed identifier; a typing error makes one person two.")
	return i
}

func (s *Slice) distinct(persons map[uint64]bool, unkeyed int64) result.Value {
	if len(persons) == 0 {
		return missing(needPersons)
	}
	v := result.Value{Value: big.NewRat(int64(len(persons)), 1), N: int64(len(persons)), NUnit: result.Persons}
	if unkeyed > 0 {
		v.Excluded = []result.Exclusion{{Reason: result.T("tindakan tanpa pengenal orang", "acts without a person identifier"), N: unkeyed, NUnit: result.Acts}}
	}
	return v
}

var persons = indicator.Spec[*Slice]{
	Info:    personInfo(actInfo("GAK-02", "Orang yang dikenai TAK", "Persons with TAK", "Berapa banyak orang yang dikenai tindakan?", "How many persons received an action?", "banyaknya orang yang berbeda", "number of distinct persons")),
	Compute: func(s *Slice) result.Value { return s.distinct(s.persons, s.unkeyed) },
}

var detained = indicator.Spec[*Slice]{
	Info:    personInfo(later(actInfo("GAK-42", "Orang yang didetensi", "Persons detained", "Berapa banyak orang yang berbeda ditempatkan di ruang detensi?", "How many distinct persons were placed in detention?", "banyaknya orang yang berbeda dengan detensi pada masa ini", "distinct persons with a detention in the period"))),
	Compute: func(s *Slice) result.Value { return s.distinct(s.detained, s.undetained) },
}

var repeaters = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := personInfo(later(actInfo("GAK-37", "Orang yang dikenai tindakan berulang", "Persons acted on before", "Berapa bagian orang yang pernah dikenai tindakan pada waktu sebelumnya?", "What share of persons had an act before?",
			"orang dengan tindakan pada tanggal keputusan yang lebih awal / orang yang dikenai TAK", "persons with an act of an earlier decision date / persons with TAK")))
		i.Unit, i.Interval = result.Share, "wilson"
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		n := int64(len(s.persons))
		if n == 0 {
			return missing(needPersons)
		}
		var again int64
		first := s.firsts()
		for p, last := range s.latest {
			if first[p] < last {
				again++
			}
		}
		return proportion(again, n, result.Persons)
	},
}
