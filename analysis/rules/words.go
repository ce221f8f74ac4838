package rules

import (
	"math/big"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest/text"
)

// Decimal writes a number of the register exactly, with a point. Every number
// of the register is a finite decimal.
func Decimal(v *big.Rat) string {
	if v == nil {
		return ""
	}
	places, _ := v.FloatPrec()
	return v.FloatString(places)
}

// unitWords are the units with the words around a value, in the order
// Indonesian, English; {0} is the value.
var unitWords = map[string]result.Text{
	"percent": result.Of(text.Same("{0}%")), "rupiah": bare, "points": bare, "factor": bare, "code": bare, "calendar": bare, "count": bare, "yes_no": bare,
	"working_days": result.T("{0} hari kerja", "{0} working days"), "working_day": result.T("hari kerja ke-{0}", "working day {0}"),
	"days": result.T("{0} hari", "{0} days"), "decimals": result.T("{0} desimal", "{0} decimals"),
	"rounding": result.T("dibulatkan ke {0} desimal", "rounded to {0} decimals"),
	"years":    result.T("{0} tahun", "{0} years"),
}

// bare is a value without a word beside it.
var bare = result.Of(text.Same("{0}"))

var months = [12]result.Text{
	result.T("Januari", "January"), result.T("Februari", "February"), result.T("Maret", "March"), result.T("April", "April"), result.T("Mei", "May"), result.T("Juni", "June"),
	result.T("Juli", "July"), result.T("Agustus", "August"), result.T("September", "September"), result.T("Oktober", "October"), result.T("November", "November"), result.T("Desember", "December"),
}

// UnitName is a unit of the register in words.
func UnitName(unit string) result.Text {
	switch unit {
	case "percent":
		return result.T("persen", "per cent")
	case "points":
		return result.T("poin", "points")
	case "working_days":
		return result.T("hari kerja", "working days")
	case "working_day":
		return result.T("hari kerja ke-", "working day")
	case "days":
		return result.T("hari", "days")
	case "month":
		return result.T("bulan", "month")
	case "decimals":
		return result.T("desimal", "decimals")
	case "rounding":
		return result.T("desimal, 0 = tidak dibulatkan", "decimals, 0 = not rounded")
	case "count":
		return result.T("banyaknya", "count")
	case "factor":
		return result.T("pengali", "factor")
	case "years":
		return result.T("tahun", "years")
	case "yes_no":
		return result.T("ya/tidak", "yes/no")
	case "code":
		return result.T("kode", "code")
	case "calendar":
		return result.T("kalender", "calendar")
	}
	return result.T(unit, unit)
}

// Say words a number or the rows of a table of the parameter, as a version or
// a reading has them: exact, with its unit, in both languages.
func (p *Parameter) Say(value *big.Rat, rows Table) result.Text {
	if value != nil {
		return p.one(value)
	}
	var id, en []string
	for i := range rows {
		t := p.sayRow(&rows[i])
		id, en = append(id, t.ID), append(en, t.EN)
	}
	return result.T(strings.Join(id, "; "), strings.Join(en, "; "))
}

// one words one number with its unit.
func (p *Parameter) one(v *big.Rat) result.Text {
	if p.Unit == "rounding" && v.Sign() == 0 {
		return result.T("tidak dibulatkan", "not rounded")
	}
	if p.Unit == "yes_no" {
		if v.Sign() == 0 {
			return result.T("tidak", "no")
		}
		return result.T("ya", "yes")
	}
	if n := v.Num().Int64(); p.Unit == "month" && v.IsInt() && n >= 1 && n <= 12 {
		return months[n-1]
	}
	w := unitWords[p.Unit]
	s := number(v, p.Unit == "rupiah")
	en := w.EN
	if s.EN == "1" {
		en = strings.TrimSuffix(en, "s")
	}
	return result.T(strings.Replace(w.ID, "{0}", s.ID, 1), strings.Replace(en, "{0}", s.EN, 1))
}

// sayRow words a row: its bound or key, its label, and its numbers.
func (p *Parameter) sayRow(r *Row) result.Text {
	head := result.T(r.Key, r.Key)
	switch {
	case r.Least != nil && r.Least.Sign() >= 0:
		b := number(r.Least, false)
		head = result.T("≥ "+b.ID, "≥ "+b.EN)
	case r.Least != nil:
		head = result.Text{}
	case r.Over != nil:
		b := number(r.Over, false)
		head = result.T("> "+b.ID, "> "+b.EN)
	}
	if r.bound() == nil && !r.Label.Empty() {
		head = r.Label
	}
	if len(r.Values) > 0 {
		var id, en []string
		for _, v := range r.Values {
			t := p.one(v)
			id, en = append(id, t.ID), append(en, t.EN)
		}
		sep := " = "
		if r.bound() != nil {
			sep = ": "
		}
		return result.T(head.ID+sep+strings.Join(id, " / "), head.EN+sep+strings.Join(en, " / "))
	}
	if len(r.Key) == 1 && r.bound() != nil { // a letter stands for its label
		return result.T(strings.TrimSpace(r.Key+" "+head.ID), strings.TrimSpace(r.Key+" "+head.EN))
	}
	if r.Label.Empty() || r.bound() == nil {
		return head
	}
	return result.T(strings.TrimSpace(r.Label.ID+" "+head.ID), strings.TrimSpace(r.Label.EN+" "+head.EN))
}

// number writes a number exactly in both languages; rupiah are grouped.
func number(v *big.Rat, rupiah bool) result.Text {
	s := Decimal(v)
	if rupiah {
		whole, rest, _ := strings.Cut(s, ".")
		s = "Rp" + text.Digits(whole, text.EN)
		if rest != "" {
			s += "." + rest
		}
	}
	return result.T(strings.NewReplacer(".", ",", ",", ".").Replace(s), s)
}
