package layout

import (
	"strings"

	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// bears is what the heading of a column that no field is read from promises.
type bears uint8

const (
	bearsUnknown bears = iota
	bearsNothing       // surely nothing that could count: a running number, a remark
	bearsYear
	bearsDate
	bearsTime
	bearsAmount
	bearsCount
	bearsScore
)

// bearing are the words of headings by what they promise, folded.
var bearing = []struct {
	is    bears
	say   text.Text
	types []typ
	words string
}{
	{bearsAmount, text.T("uang", "an amount of money"), []typ{money}, `pagu anggaran realisasi nilai biaya harga tarif rupiah rp dana saldo blokir
		rpd pnbp setoran belanja penerimaan pendapatan denda bayar pembayaran nominal amount budget spent spending ceiling price cost fee charge
		money sisa kontrak tagihan spm sp2d simponi span target`},
	{bearsScore, text.T("nilai atau persentase", "a score or percentage"), []typ{score, decimal2, decimal3}, `skor score rating ikm nrr unsur indeks
		index persen persentase percent percentage % bobot weight kepuasan capaian progres progress`},
	{bearsCount, text.T("jumlah", "a count"), []typ{count}, `jumlah jml total banyak banyaknya volume frekuensi kuantitas orang pemohon tiket antrean
		antrian kasus perkara laki perempuan l p wni wna count number qty quantity persons people visitors hari loket`},
	{bearsTime, text.T("waktu", "a time"), []typ{clock, clockSpan, duration}, `jam pukul waktu lama durasi menit detik time hour minutes duration wait
		mulai selesai panggil ambil`},
	{bearsDate, text.T("tanggal", "a date"), []typ{day}, `tanggal tgl date day tmt diterima dibuat lapor ditutup closed opened created`},
	{bearsYear, text.T("tahun atau bulan", "a year or month"), []typ{year, month}, `tahun thn ta year bulan bln month periode period triwulan
		semester`},
}

// harmless are headings of what counts nowhere, folded: running numbers are
// there too.
var harmless = map[string]bool{}

func init() {
	for _, b := range bearing {
		for _, w := range strings.Fields(b.words) {
			bearingWords[w] = b.is
		}
	}
	for w := range strings.SplitSeq(`keterangan|ket|catatan|remark|remarks|note|notes|comment|comments|paraf|tanda tangan|ttd|signature|
		keterangan lain|keterangan lainnya|dokumentasi|foto|lampiran|url|link|tautan|warna|checklist|cek|petugas paraf`, "|") {
		harmless[fold(w)] = true
	}
	for _, w := range runningHeaders {
		harmless[w] = true
	}
}

// bearingOf tells what a heading promises, its last line first: in Indonesian
// the first word that promises something says it ("Tahun Anggaran", "Pagu Tahun
// 2016"), a sum of what follows it ("Jumlah Biaya"); in English the last word.
func bearingOf(header string) bears {
	path := strings.Split(header, " > ")
	for i := len(path) - 1; i >= 0; i-- {
		f := fold(path[i])
		if harmless[f] {
			return bearsNothing
		}
		if len(f) == 4 && (strings.HasPrefix(f, "19") || strings.HasPrefix(f, "20")) && strings.Trim(f, "0123456789") == "" {
			return bearsAmount // a column of a year holds what that year had
		}
		words := strings.Fields(f)
		if len(words) > 0 && english[words[len(words)-1]] {
			words = words[len(words)-1:]
		}
		if strings.Contains(path[i], "%") {
			words = append(words, "%")
		}
		said := bearsUnknown
		for k, w := range words {
			b := bearingWords[w]
			if b != bearsUnknown && (said == bearsUnknown || k > 0 && summingWords[words[k-1]]) {
				said = b
			}
		}
		if said != bearsUnknown {
			return said
		}
	}
	return bearsUnknown
}

// english are words that come last in a heading and say what it holds; summingWords are
// those that say it of what follows.
var (
	english      = set("date year month amount count number time duration score percentage")
	summingWords = set("jumlah jml total banyaknya")
	bearingWords = map[string]bears{}
)

// Unused says of a column that no field is read from whether anything is to be
// done about it: nothing only where its heading is surely that of what counts
// nowhere, or rapor.yaml leaves it out. Else it is to be looked at, with the line
// that would read it and the reason.
func (p *Plan) Unused(c *PlanColumn) (reject.Code, text.Text) {
	if p.perRow != nil && p.perRow.column == c.Index || p.three.has(p, c.Index) {
		return "", text.Text{}
	}
	if p.leftOut(c.Header) {
		return reject.UnusedColumn, text.Text{}
	}
	is := bearingOf(c.Header)
	if is == bearsNothing || p.asides.all[c.Index] {
		return reject.UnusedColumn, text.Text{}
	}
	path := strings.Split(c.Header, " > ")
	heading := strings.ReplaceAll(path[len(path)-1], `"`, `\"`)
	why := text.T("judulnya tidak dikenal", "its heading is not known")
	var types []typ
	for _, b := range bearing {
		if b.is == is {
			why, types = text.T("judulnya seperti "+b.say.ID, "its heading is like that of "+b.say.EN), b.types
		}
	}
	line := func(field string) string { return `columns: {"` + heading + `": ` + field + `}` }
	fields := p.free(types)
	if len(fields) == 0 {
		return reject.UnreadColumn, text.T(why.ID+"; bila bukan data: "+line(`"-"`), why.EN+"; if it is no data: "+line(`"-"`))
	}
	read := line(strings.Join(fields, " | "))
	return reject.UnreadColumn, text.T(why.ID+"; bila data: "+read+"; bila bukan: "+line(`"-"`),
		why.EN+"; if it is data: "+read+"; if not: "+line(`"-"`))
}

// leftOut reports a column that rapor.yaml leaves out.
func (p *Plan) leftOut(header string) bool {
	if p.ov == nil {
		return false
	}
	path := strings.Split(header, " > ")
	for heading, field := range p.ov.Columns {
		if f := fold(heading); field == Ignored && (f == fold(header) || f == fold(path[len(path)-1])) {
			return true
		}
	}
	return false
}

// free lists the fields of these types that no column gives, three at most.
func (p *Plan) free(types []typ) []string {
	var out []string
	for i := range p.kind.fields {
		f := &p.kind.fields[i]
		for _, t := range types {
			if f.typ == t && !p.hasField(f.name) && len(out) < 3 {
				out = append(out, f.name)
			}
		}
	}
	return out
}
