package enforcement

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var (
	needCharges = result.T("perlu kolom biaya beban pada daftar tindakan", "needs a charge column in the list of acts")
	needDays    = result.T("perlu kolom hari overstay pada daftar tindakan biaya beban", "needs the days overstayed in the list of charges")
	needTariff  = result.T("perlu kolom biaya beban dan hari overstay, dan tarif yang diketahui pada tanggalnya", "needs the charge and the days overstayed, and a tariff known for their date")

	// inThousands holds the sum back where the tariff says that the column was
	// written in another unit.
	inThousands = result.T("ditahan: biaya bebannya seperseribu atau sepersejuta dari hari dikali tarif (D513); tulis satuannya pada "+
		"sources di rapor.yaml, misalnya units: {Biaya Beban: ribu}",
		"withheld: the charges are a thousandth or a millionth of days times tariff (D513); write their unit in sources of rapor.yaml, "+
			"such as units: {Biaya Beban: thousands}").Outside(
		"ditahan: biaya beban tidak cocok dengan hari dikali tarif; kantor belum menetapkan satuannya",
		"withheld: the charges do not fit days times tariff; the office has not yet settled their unit")
)

func chargeInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN string, unit result.Unit, needs result.Text) indicator.Info {
	i := actInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN)
	i.Unit, i.Needs, i.Interval = unit, needs, "none"
	i.Basis = []string{"GAK-BEBAN"}
	return i
}

// tariffsSeen says which tariffs applied to the charges of the slice.
func (s *Slice) tariffsSeen() []result.Text {
	var out []result.Text
	for _, t := range tariffsIn(s.book, s.sel.From, s.sel.To) {
		args := []result.Quantity{result.Num(new(big.Rat).Mul(t.daily, big.NewRat(100, 1)), result.Sen), result.On(t.from.String())}
		if t.sure {
			out = append(out, result.T("Tarif {0} per hari sejak {1}.", "Tariff {0} per day since {1}.", args...))
			continue
		}
		out = append(out, result.T("Tarif {0} per hari sejak {1} (belum terverifikasi).", "Tariff {0} per day since {1} (unverified).", args...))
	}
	return out
}

var charges = indicator.Spec[*Slice]{
	Info: chargeInfo("GAK-07", "Biaya beban", "Overstay charges", "Berapa biaya beban yang dikenakan?", "How much was charged for overstays?", "jumlah biaya beban", "sum of overstay charges", result.Sen, needCharges),
	Compute: func(s *Slice) result.Value {
		if s.charged == 0 {
			return missing(needCharges)
		}
		if 2*s.scaled > s.checkable {
			return missing(inThousands)
		}
		return result.Value{Value: big.NewRat(s.charge, 1), N: s.charged, NUnit: result.Acts, Warnings: s.tariffsSeen()}
	},
}

var chargeDays = indicator.Spec[*Slice]{
	Info: later(chargeInfo("GAK-32", "Hari overstay yang dibebankan", "Days of overstay charged", "Berapa hari overstay yang dikenai biaya beban?", "For how many days of overstay was a charge imposed?", "jumlah hari overstay pada tindakan biaya beban", "sum of the days overstayed of the charges", result.Days, needDays)),
	Compute: func(s *Slice) result.Value {
		if s.dayed == 0 {
			return missing(needDays)
		}
		v := result.Value{Value: big.NewRat(s.days, 1), N: s.dayed, NUnit: result.Acts}
		if d := s.byKind[record.ActionCharge] - s.dayed; d > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("biaya beban tanpa hari overstay", "charges without the days overstayed"), N: d}}
		}
		return v
	},
}

var chargeFit = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := later(chargeInfo("GAK-31", "Biaya beban sesuai tarif", "Charges that fit the tariff", "Apakah biaya beban sama dengan hari dikalikan tarif?", "Do the charges equal days times tariff?",
			"biaya beban = hari × tarif pada tanggal keputusan / biaya beban yang dapat dihitung ulang", "charges = days × tariff on the date of decision / charges that can be recomputed", result.Share, needTariff))
		i.Better, i.Interval, i.Series = result.Higher, "wilson", false
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		if s.checkable == 0 {
			return missing(needTariff)
		}
		v := proportion(s.fitting, s.checkable, result.Acts)
		if d := s.byKind[record.ActionCharge] - s.checkable; d > 0 {
			v.Excluded = []result.Exclusion{{Reason: result.T("tanpa jumlah, tanpa hari, atau tarif tidak diketahui", "without amount, without days, or tariff not known"), N: d}}
		}
		v.Warnings = s.tariffsSeen()
		return v
	},
}
