package finance

import (
	"math/big"
	"strconv"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needContracts = result.T("perlu daftar kontrak: nomor, akun, nilai, tanggal kontrak, cara pembayaran, tanggal SP2D, dan tahun anggaran (pada kolom atau judul) untuk kontrak yang ditandatangani tahun sebelumnya",
	"needs the list of contracts: number, account, value, date, manner of payment, date of payment, and the fiscal year (column or title) for contracts signed the year before")

// capital is the account whose contracts count for acceleration.
const capital = 53

// signed is the contracts of a fiscal year that are assessed.
type signed struct {
	list  []record.Contract
	small int64 // below the least value
}

// signed lists the contracts signed up to the end of the selection with at
// least the least value.
func (s *Slice) signed() (out signed, ok bool) {
	least, known := s.number("ikpa.kontraktual.minimum")
	inclusive, also := s.number("ikpa.kontraktual.minimum_ikut")
	if !known || !also {
		return out, false
	}
	for _, c := range s.facts.Finance.Contracts(s.sel.Office, s.year) {
		if c.Signed > s.sel.To {
			continue
		}
		if n := big.NewRat(int64(c.Value.Sen), 100).Cmp(least); n < 0 || n == 0 && inclusive.Sign() == 0 {
			out.small++
			continue
		}
		out.list = append(out.list, c)
	}
	return out, true
}

// distribution is DAK: the share of contracts, by count, signed up to the end
// of June, read on its scale.
func (s *Slice) distribution(list []record.Contract) *big.Rat {
	if len(list) == 0 {
		return nil
	}
	end := s.lastDay(s.monthOf("ikpa.kontraktual.distribusi_bulan"))
	var n int64
	for i := range list {
		if list[i].Signed <= end {
			n++
		}
	}
	v, _ := s.step("ikpa.kontraktual.distribusi_nilai", big.NewRat(100*n, int64(len(list))))
	return v
}

// early is KD: the mean over contracts signed up to the end of March, those
// signed before the year scoring more. Later contracts are not in it.
func (s *Slice) early(list []record.Contract) *big.Rat {
	before, _ := s.row("ikpa.kontraktual.dini_nilai", "sebelum-tahun")
	within, _ := s.row("ikpa.kontraktual.dini_nilai", "dalam-tahun")
	end := s.lastDay(s.monthOf("ikpa.kontraktual.dini_bulan"))
	var m mean
	for i := range list {
		switch d := list[i].Signed; {
		case d > end:
		case d < record.DayOf(s.year, 1, 1):
			m.add(before)
		default:
			m.add(within)
		}
	}
	return m.value()
}

// acceleration is AK53: contracts of account 53 up to the largest value, paid
// at once, by the quarter of payment. unclear counts those whose manner of
// payment is not stated.
func (s *Slice) acceleration(list []record.Contract) (v *big.Rat, unclear int64) {
	most, _ := s.number("ikpa.kontraktual.akselerasi_maksimum")
	var m mean
	for i := range list {
		c := &list[i]
		if c.Account != capital || big.NewRat(int64(c.Value.Sen), 100).Cmp(most) > 0 || c.AtOnce == record.No {
			continue
		}
		if c.AtOnce == record.Unknown {
			unclear++
			continue
		}
		if c.Disburse < record.DayOf(s.year, 1, 1) || c.Disburse > s.sel.To { // not yet paid, or not from this year's budget
			continue
		}
		_, month, _ := c.Disburse.Date()
		if points, ok := s.row("ikpa.kontraktual.akselerasi_nilai", strconv.Itoa((month+2)/3)); ok {
			m.add(points)
		}
	}
	return m.value(), unclear
}

// component is one part of a score with its weight in the register.
type component struct {
	id, en string
	key    string
	v      *big.Rat
}

// combine is the weighted mean of the components that could be assessed. For
// those that could not, it says what the value would be if they scored nothing.
func (s *Slice) combine(table string, parts []component) (v *big.Rat, said []result.Text) {
	var w weighted
	var all big.Rat
	var gone []component
	for _, p := range parts {
		weight, ok := s.row(table, p.key)
		if !ok {
			continue
		}
		all.Add(&all, weight)
		w.add(p.v, weight)
		if p.v == nil {
			gone = append(gone, p)
		}
	}
	v = w.value()
	if v == nil || len(gone) == 0 {
		return v, nil
	}
	floor := new(big.Rat).Quo(&w.sum, &all)
	for _, p := range gone {
		said = append(said, result.T("Komponen {0} tidak ada yang dapat dinilai; bobotnya dibagi ke yang lain. Bila komponen yang kosong dinilai nol: {1}.",
			"Component {0} has nothing to assess; its weight is shared by the others. Were empty components scored zero: {1}.",
			result.Named(p.id, p.en), result.Num(floor, result.Points)))
	}
	return v, said
}

var contracts = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-10", "KEU-KONTRAK", result.T("Nilai belanja kontraktual", "Contract score"), result.T("Seberapa dini kontrak ditandatangani dan belanja modal dibayar?", "How early are contracts signed and capital goods paid?"),
		result.T("20% distribusi sampai Juni + 40% kontrak dini sampai Maret + 40% akselerasi akun 53", "20% distribution up to June + 40% early contracts up to March + 40% acceleration of account 53"),
		result.T("Banyaknya kontrak, bukan rupiah. Kontrak dini diandaikan sah setelah DIPA disahkan. Sebelum akhir tahun penyebut distribusi masih bertambah. Nilai dapat melebihi 100.",
			"Number of contracts, not rupiah. Early contracts are taken to follow the approval of the budget. Before year end the denominator of the distribution still grows. The score may exceed 100."), needContracts, "contract"),
	Compute: func(s *Slice) result.Value {
		c, ok := s.signed()
		if !ok {
			return s.unknownRule()
		}
		if len(c.list) == 0 {
			return missing(needContracts)
		}
		ak53, unclear := s.acceleration(c.list)
		v, said := s.combine("ikpa.kontraktual.bobot", []component{
			{"distribusi", "distribution", "distribusi", s.distribution(c.list)},
			{"kontrak dini", "early contracts", "dini", s.early(c.list)},
			{"akselerasi akun 53", "acceleration of account 53", "akselerasi", ak53},
		})
		if unclear > 0 {
			said = append(said, result.T("{0} kontrak akun 53 tanpa cara pembayaran tidak dinilai pada akselerasi.", "{0} contracts of account 53 without a manner of payment are not assessed for acceleration.", result.Int(unclear, result.Count)))
		}
		if s.last < 12 {
			said = append(said, result.T("Tahun belum berakhir: distribusi dihitung atas kontrak sampai akhir masa.", "The year has not ended: the distribution counts contracts up to the end of the period."))
		}
		out := s.points(v, int64(len(c.list)), said...)
		out.Excluded = excluded(nil, c.small, "di bawah nilai kontrak yang dinilai", "below the least contract value assessed")
		return out
	},
}
