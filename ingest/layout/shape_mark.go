package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/vocabulary"
)

// mark is what the words of a heading say of a column that stands for one of
// several: of which month, of which kind of spending, of what measure.
type mark struct {
	month, year int
	months      int    // different months that are named: a span of them is no month
	class       string // a kind of spending, as an account is written
	act         string // a kind of administrative act
	measure     string // field of an amount, "" where none is said
	running     bool   // added up since the beginning of the year
	total       bool   // the sum of others
	part        bool   // of a quarter or a half year
	rest        int    // words that say something else
}

// measures are the words of amounts; where a heading has several, the first of
// this order is what it speaks of: "Sisa Pagu", "% Realisasi", "Pagu Blokir".
var measures = []struct {
	field string
	words map[string]bool
}{
	{"percent", set("% persen persentase prosentase percent percentage capaian")},
	{"remainder", set("sisa saldo remaining remainder balance selisih")},
	{"blocked", set("blokir diblokir blocked")},
	{"plan", set("rencana rpd target planned plan proyeksi")},
	{"spent", set("realisasi real penyerapan serapan realization realisation spending spent actual expenditure terserap")},
	{"ceiling", set("pagu anggaran dipa alokasi budget ceiling allocation")},
}

// classes are the words of kinds of spending, with the account that they are.
var classes = map[string]string{
	"pegawai": "51 Belanja Pegawai", "personnel": "51 Belanja Pegawai", "employee": "51 Belanja Pegawai",
	"employees": "51 Belanja Pegawai",
	"51":        "51 Belanja Pegawai", "barang": "52 Belanja Barang", "goods": "52 Belanja Barang", "52": "52 " +
		"Belanja Barang",
	"modal": "53 Belanja Modal", "capital": "53 Belanja Modal", "53": "53 Belanja Modal",
	"bansos": "57 Belanja Bantuan Sosial", "sosial": "57 Belanja Bantuan Sosial", "social": "57 Belanja Bantuan Sosial",
	"57": "57 Belanja Bantuan Sosial",
}

// fillers say nothing that tells columns apart.
var fillers = set(`belanja dan jasa bulan bln tahun ta rp rupiah idr dalam juta ribu miliar jutaan ribuan milyar
	and services month year of the di pada
	bantuan assistance untuk per ini no orang wna wni org kasus perkara tindakan administratif keimigrasian
		anggaran dana penarikan person persons people case cases`)

var (
	totals  = set("jumlah total jml jlh sum subtotal grand semua keseluruhan seluruh all")
	quarter = set("triwulan tw semester smt caturwulan kuartal quarter half q1 q2 q3 q4 tw1 tw2 tw3 tw4 s1 s2 i ii iii iv")
	sinces  = []string{"s d", "sd", "sampai dengan", "sampai", "hingga", "sejak", "up to", "year to date", "ytd",
		"kumulatif", "akumulasi",
		"cumulative", "to date"}
)

// markOf reads the texts of a heading, top to bottom.
func markOf(path []string) mark {
	var m mark
	seen := map[int]bool{}
	for _, text := range path {
		m.read(text, seen)
	}
	m.months = len(seen)
	return m
}

func (m *mark) read(text string, seen map[int]bool) {
	f := " " + strings.Join(strings.Fields(strings.NewReplacer("%", " % ", "+", " ").Replace(fold(text))), " ") + " "
	for _, s := range sinces {
		if i := strings.Index(f, " "+s+" "); i >= 0 {
			m.running = true
			f = f[:i] + " " + f[i+len(s)+1:]
		}
	}
	if y, mo, ok := locale.ParsePeriodMonth(strings.TrimSpace(text)); ok && y >= 1990 && y <= 2100 &&
		len(strings.Fields(f)) == 2 {
		m.month, m.year, seen[mo] = mo, y, true
		return
	}
	var over []string
	for _, w := range strings.Fields(f) {
		switch n, err := strconv.Atoi(w); {
		case err == nil && len(w) == 4 && n >= 1990 && n <= 2100:
			m.year = n
		case m.named(w, seen), fillers[w] && !m.measured(w), m.measured(w):
		case totals[w]:
			m.total = true
		case quarter[w]:
			m.part = true
		case err == nil && m.part && len(w) == 1:
		default:
			over = append(over, w)
		}
	}
	if len(over) == 0 {
		return
	}
	if act := actIn(strings.Join(over, " ")); act != "" && m.act == "" {
		m.act = act
		return
	}
	m.rest += len(over)
}

// named reads a word that is a month or a kind of spending.
func (m *mark) named(w string, seen map[int]bool) bool {
	if name, ok := monthName(w); ok && len(w) >= 3 {
		m.month, _ = strconv.Atoi(name)
		seen[m.month] = true
		return true
	}
	if c, ok := classes[w]; ok && (m.class == "" || m.class == c) {
		m.class = c
		return true
	}
	return false
}

// measured reads a word of an amount.
func (m *mark) measured(w string) bool {
	at := func(field string) int {
		for i := range measures {
			if measures[i].field == field {
				return i
			}
		}
		return len(measures)
	}
	for i := range measures {
		if measures[i].words[w] {
			if i < at(m.measure) {
				m.measure = measures[i].field
			}
			return true
		}
	}
	return false
}

// plain reports a heading of which every word was understood.
func (m *mark) plain() bool { return m.rest == 0 && m.months <= 1 && !m.part }

// actIn is the one kind of act that words name; "" for none or several, and
// where the words call it off.
func actIn(s string) string {
	phrases := vocabulary.PhrasesOf(vocabulary.Act)
	if one, plural := strings.CutSuffix(s, "s"); plural && phrases.Read(s).Verdict != vocabulary.Sure {
		s = one // "deportations"
	}
	if r := phrases.Read(s); len(r.Meanings) == 1 && r.Verdict == vocabulary.Sure && actCodes[r.Meanings[0]] != 0 {
		return actWords[r.Meanings[0]]
	}
	return ""
}

// actWords are the acts as they are written where only their meaning is known.
var actWords = map[string]string{"deportation": "Deportasi", "detention": "Pendetensian",
	"listing": "Penangkalan", "charge": "Biaya beban",
	"permit": "Pembatalan izin tinggal", "exclusion": "Larangan berada di wilayah tertentu",
	"residence": "Keharusan bertempat tinggal"}

// actSaid is the one act that a title or a name speaks of, read word by word and
// in pairs of words.
func actSaid(s string) (act string, several bool) {
	words := vocabulary.Tokens(s)
	if slices.ContainsFunc(words, func(w string) bool { return offWords[w] }) {
		return "", true
	}
	found := ""
	for i := range words {
		for _, n := range []int{2, 1} {
			if i+n > len(words) {
				continue
			}
			a := actIn(strings.Join(words[i:i+n], " "))
			if a != "" && found != "" && a != found {
				return "", true
			}
			if a != "" {
				found = a
				break
			}
		}
	}
	return found, false
}

// offWords take back what a title names, or say that it has not come about.
var offWords = set(`pembatalan dibatalkan batal penundaan ditunda tunda pencabutan dicabut cabut rencana usulan
	permohonan permintaan penolakan ditolak
	cancelled cancellation postponed lifted planned proposed rejected`)
