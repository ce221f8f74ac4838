package finance

import (
	"math/big"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// part is one weighted indicator of the final value: its key in the register
// and the score that is ours.
type part struct {
	key  string
	name result.Quantity
	spec *indicator.Spec[*Slice]
}

// parts lists the seven weighted indicators in the order of the regulation.
func parts() []part {
	return []part{
		{"revisi", result.Named("Revisi DIPA", "DIPA revisions"), &revisions},
		{"deviasi", result.Named("Deviasi Halaman III DIPA", "Deviation from page III"), &deviationScore},
		{"penyerapan", result.Named("Penyerapan anggaran", "Absorption"), &absorption},
		{"kontraktual", result.Named("Belanja kontraktual", "Contracts"), &contracts},
		{"tagihan", result.Named("Penyelesaian tagihan", "Bill settlement"), &invoices},
		{"up-tup", result.Named("Pengelolaan UP dan TUP", "Cash advances"), &advances},
		{"output", result.Named("Capaian output", "Outputs"), &outputs},
	}
}

// scored is one part with its weight and value; v is nil when there are no data.
type scored struct {
	part
	weight, v *big.Rat
}

func (s *Slice) scored() []scored {
	var out []scored
	for _, p := range parts() {
		weight, ok := s.row("ikpa.bobot", p.key)
		if !ok {
			continue
		}
		out = append(out, scored{p, weight, p.spec.Compute(s).Value})
	}
	return out
}

// total is sum(weight x score) / sum(weight) over the parts that have a score.
func total(parts []scored) (v, weight *big.Rat, n int64) {
	var w weighted
	for _, p := range parts {
		w.add(p.v, p.weight)
		if p.v != nil {
			n++
		}
	}
	return w.value(), new(big.Rat).Set(&w.weight), n
}

// category is the class of a final value, compared after rounding.
func (s *Slice) category(v *big.Rat) (result.Text, bool) {
	t, ok := s.book.Rows("ikpa.kategori", s.day)
	decimals, known := s.number("ikpa.desimal")
	if !ok || !known {
		return result.Text{}, false
	}
	r, ok := t.Step(halfUp(v, int(decimals.Num().Int64())))
	return r.Label, ok
}

var needParts = result.T("perlu data sekurangnya satu dari tujuh indikator kinerja pelaksanaan anggaran", "needs data of at least one of the seven budget performance indicators")

var partial = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := scoreInfo("KEU-15", "KEU-NILAI", result.T("Nilai parsial kinerja pelaksanaan anggaran (simulasi)", "Partial budget performance score (simulation)"), result.T("Berapa nilai gabungan dari indikator yang ada datanya?", "What do the indicators that have data add up to?"),
			result.T("Σ (bobot × nilai) / Σ bobot atas indikator yang ada datanya - pengurang dispensasi", "Σ (weight × score) / Σ weight over the indicators that have data - dispensation deduction"),
			result.T("Bukan nilai IKPA. Indikator tanpa data tidak dinilai dan tidak dianggap 100. Tanpa batas atas.", "Not the IKPA score. Indicators without data are not scored and never taken as 100. No cap."), needParts,
			"revision", "ledger", "contract", "invoice", "cash_advance", "output", "dispensation")
		i.Basis = []string{"KEU-NILAI", "KEU-REVISI", "KEU-DEVIASI", "KEU-PENYERAPAN", "KEU-KONTRAK", "KEU-TAGIHAN", "KEU-UP-TUP", "KEU-OUTPUT", "KEU-DISPENSASI"}
		return i
	}(),
	Compute: func(s *Slice) result.Value { return s.final() },
}

func (s *Slice) final() result.Value {
	list := s.scored()
	v, weight, n := total(list)
	if v == nil {
		return missing(needParts)
	}
	said := []result.Text{s.coverage(n, int64(len(list)), weight)}
	if gone := absent(list); gone != nil {
		said = append(said, *gone)
	}
	d := dispensation.Compute(s)
	if d.Known() {
		v = new(big.Rat).Sub(v, d.Value)
	} else if s.last == 12 {
		said = append(said, result.T("Pengurang dispensasi belum dihitung: tidak ada daftarnya.", "The dispensation deduction is not applied: there is no list."))
	}
	var class *result.Text
	if n == int64(len(list)) && n == int64(len(parts())) {
		if label, ok := s.category(v); ok {
			class = &label
			said = append(said, result.T("Setara kategori {0} setelah dibulatkan.", "Equals the category {0} after rounding.", term(label)))
		}
	}
	if v.Cmp(hundred()) > 0 {
		said = append(said, result.T("Di atas 100: sebagian indikator mengizinkan nilai sampai 120, dan tidak ada batas atas.", "Above 100: some indicators allow scores up to 120, and there is no cap."))
	}
	out := s.points(v, n, said...)
	out.Num, out.Den, out.Category = new(big.Rat).Mul(v, weight), weight, class
	return out
}

// coverage says how much of the final value is there. The name IKPA is used
// only in years that had it.
func (s *Slice) coverage(n, of int64, weight *big.Rat) result.Text {
	w := result.Num(new(big.Rat).Quo(weight, hundred()), result.Share)
	if s.set.Named {
		return result.T("IKPA parsial: {0} dari {1} indikator, bobot {2}.", "Partial IKPA: {0} of {1} indicators, weight {2}.", result.Int(n, result.Count), result.Int(of, result.Count), w)
	}
	return result.T("Nilai parsial: {0} dari {1} indikator, bobot {2}.", "Partial score: {0} of {1} indicators, weight {2}.", result.Int(n, result.Count), result.Int(of, result.Count), w)
}

// absent names the indicators without data, up to three by name.
func absent(list []scored) *result.Text {
	var gone []result.Quantity
	for _, p := range list {
		if p.v == nil {
			gone = append(gone, p.name)
		}
	}
	var t result.Text
	switch len(gone) {
	case 0:
		return nil
	case 1:
		t = result.T("Tanpa data: {0}.", "No data: {0}.", gone...)
	case 2:
		t = result.T("Tanpa data: {0}; {1}.", "No data: {0}; {1}.", gone...)
	case 3:
		t = result.T("Tanpa data: {0}; {1}; {2}.", "No data: {0}; {1}; {2}.", gone...)
	default:
		t = result.T("Tanpa data: {0}; {1}; {2}; dan {3} lainnya.", "No data: {0}; {1}; {2}; and {3} more.", append(gone[:3:3], result.Int(int64(len(gone)-3), result.Count))...)
	}
	return &t
}

var needOfficial = result.T("perlu nilai resmi dari OM-SPAN/MyIntress: tahun, bulan, indikator, nilai", "needs the official scores from OM-SPAN/MyIntress: year, month, indicator, score")

// officialScores are the imported scores of the latest month up to the end of
// the selection; a month that is not stated is the year's end.
func (s *Slice) officialScores() map[string]*big.Rat {
	latest, out := int8(0), map[string]*big.Rat{}
	for _, o := range s.facts.Finance.Official(s.own, s.year) {
		month := o.Month
		if month == 0 {
			month = 12
		}
		if !budgetScheme(o.Scheme) || o.Line != "" && o.Line != "nilai" || int(month) > s.last || month < latest {
			continue
		}
		if month > latest {
			latest, out = month, map[string]*big.Rat{}
		}
		out[partKey(o.Part)] = big.NewRat(o.Hundredth, 100)
	}
	return out
}

var official = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-16", "KEU-RESMI", result.T("Nilai resmi kinerja pelaksanaan anggaran (diimpor)", "Official budget performance score (imported)"), result.T("Berapa nilai resmi, dan berapa selisihnya dari simulasi?", "What is the official score, and how far is the simulation from it?"),
		result.T("nilai akhir sebagaimana tertulis pada berkas", "final value as stated in the file"),
		result.T("Diambil apa adanya, tidak dihitung ulang; selisih menunjukkan data yang kurang atau aturan yang berbeda.", "Taken as it is, not recomputed; the difference shows missing data or differing rules."), needOfficial, "official_score"),
	Compute: func(s *Slice) result.Value {
		v, ok := s.officialScores()[""]
		if !ok {
			return missing(needOfficial)
		}
		out := result.Value{Value: v, N: 1, NUnit: result.Count}
		if ours := s.final(); ours.Known() {
			out.Warnings = append(out.Warnings, result.T("Simulasi {0} ({1} dari {2} indikator); selisih resmi - simulasi {3}.", "Simulation {0} ({1} of {2} indicators); official - simulation {3}.",
				result.Num(ours.Value, result.Points), result.Int(ours.N, result.Count), result.Int(int64(len(parts())), result.Count), result.Num(new(big.Rat).Sub(v, ours.Value), result.Points)))
		}
		if !s.set.Named {
			out.Warnings = append(out.Warnings, result.T("Pada tahun anggaran ini IKPA belum ada; nilai pada berkas bukan IKPA resmi.", "In this fiscal year IKPA did not exist; the score in the file is no official IKPA."))
		}
		return out
	},
}
