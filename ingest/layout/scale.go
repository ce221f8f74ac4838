package layout

import (
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/locale"
)

// This file knows the units that stand beside numbers: in the cell, in the
// heading, in a line above the table, in the name of a sheet, in the number
// format.

// factors are the words for a thousand, a million and a billion of rupiah.
var factors = map[string]int64{
	"ribu": 1e3, "ribuan": 1e3, "rb": 1e3, "thousand": 1e3, "thousands": 1e3, "000": 1e3,
	"juta": 1e6, "jutaan": 1e6, "jt": 1e6, "million": 1e6, "millions": 1e6, "mio": 1e6, "000000": 1e6,
	"miliar": 1e9, "milyar": 1e9, "miliaran": 1e9, "milyaran": 1e9, "mlyr": 1e9, "billion": 1e9, "billions": 1e9,
	"triliun": 1e12, "trilyun": 1e12, "triliunan": 1e12, "trillion": 1e12,
}

// moneyWord reads the words behind an amount: "juta", "ribu rupiah", "rupiah".
// M and T are miliar and triliun in Indonesian and a million in English; they
// are read only where the amount itself is Indonesian.
func moneyWord(unit, s string, st locale.NumberStyle) (scale int64, ok bool) {
	words := strings.Fields(unit)
	for _, w := range words {
		w = strings.Trim(w, ".,-()")
		f, known := factors[w]
		switch {
		case known && scale == 0:
			scale = f
		case (w == "m" || w == "t") && scale == 0 && (st == locale.StyleID || st == locale.StylePlain && strings.HasPrefix(strings.TrimSpace(s), "Rp")):
			scale = map[string]int64{"m": 1e9, "t": 1e12}[w]
		case w == "rupiah" || w == "rp" || w == "idr" || w == "":
		default:
			return 0, false
		}
	}
	return scale, len(words) > 0
}

// withoutRupiah cuts the mark of the currency off the start of an amount.
func withoutRupiah(s string) string {
	for _, mark := range []string{"Rp.", "Rp", "RP.", "RP", "rp.", "rp", "IDR"} {
		if t, ok := strings.CutPrefix(s, mark); ok {
			return strings.TrimSpace(t)
		}
	}
	return s
}

// scaleOf reads the unit of money that a heading, a title or the name of a sheet
// states: "(dalam ribuan rupiah)", "Pagu (juta Rp)", "Rp miliar", "(Rp 000)",
// "dalam rupiah". A lone word such as "juta" states it only in brackets, behind
// "dalam" or beside rupiah: "Bantuan Rp1 juta" is none.
func scaleOf(text string) (scale int64, ok bool) {
	if !speaksOfMoney(text) {
		return 0, false
	}
	low := strings.ToLower(strings.NewReplacer(".000.000", " 000000", ".000", " 000", ",000", " 000", "'000", " 000", "’000", " 000").Replace(text))
	if i := strings.LastIndexByte(low, '('); i >= 0 {
		inside, _, _ := strings.Cut(low[i+1:], ")")
		if scale, ok = statedScale(inside, true); ok {
			return scale, true
		}
	}
	return statedScale(low, false)
}

// speaksOfMoney tells texts that may state a unit from the many others, at the
// cost of a glance.
func speaksOfMoney(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		switch text[i] | 0x20 {
		case 'r', 'j', 'm', 't', 'b', '0' | 0x20:
			for _, w := range [...]string{"rp", "rupiah", "ribu", "rb", "juta", "jt", "mili", "mily", "mlyr", "mio", "trili", "trily", "thou", "billi", "000"} {
				if len(text)-i >= len(w) && strings.EqualFold(text[i:i+len(w)], w) {
					return true
				}
			}
		}
	}
	return false
}

// statedScale looks for a factor beside rupiah; inside brackets it may be alone.
func statedScale(low string, brackets bool) (scale int64, ok bool) {
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" .,:;()[]/-_=", r) })
	rupiah, within, zeros, other := false, false, false, 0
	for i, w := range words {
		f, known := factors[w]
		before := ""
		if i > 0 {
			before = strings.TrimPrefix(words[i-1], "rp")
		}
		number := before != "" && strings.Trim(before, "0123456789") == "" && (w[0] != '0' || before != "1")
		zeros = zeros || known && w[0] == '0'
		switch {
		case known && number: // "Rp 1 juta" and "Rp 300.000" are amounts, "x Rp 1.000" is a unit
			return 0, false
		case known && scale == 0:
			scale = f
		case known:
			return 0, false
		case w == "rp" || w == "rupiah" || w == "idr" || w == "rph" || w == "rp1":
			rupiah = true
		case w == "dalam" || w == "dlm" || w == "in" || w == "satuan" || w == "unit":
			within = true
		case w == "x" || w == "1" || w == "of" || w == "nilai" || w == "angka" || w == "jumlah":
		default:
			other++
		}
	}
	switch {
	case zeros && !within && (!brackets || other > 0):
		return 0, false
	case scale != 0 && (rupiah || within || brackets && other == 0):
		return scale, true
	case scale == 0 && rupiah && (within || brackets && other == 0):
		return 1, true
	}
	return 0, false
}

// spanHeading reads the unit of time that a heading states: "Waktu Tunggu
// (detik)", "Durasi_menit", "Lama Layanan (mm:ss)". "Jam" names an hour of the
// day as well; it is a unit in brackets or at the end.
func spanHeading(heading string) (unit string, ok bool) {
	low := strings.ToLower(heading)
	if i := strings.LastIndexByte(low, '('); i >= 0 {
		inside, _, _ := strings.Cut(low[i+1:], ")")
		inside = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(inside), "dalam "))
		switch strings.ReplaceAll(inside, " ", "") {
		case "mm:ss", "menit:detik", "m:s", "mnt:dtk":
			return "menit:detik", true
		case "hh:mm", "h:mm", "jam:menit", "j:m":
			return "jam:menit", true
		}
		if u, found := spanWord(inside); found {
			return u, true
		}
	}
	words := strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune(" .,:;()[]/-_>", r) })
	for i, w := range words {
		if u, found := spanWord(w); found && i > 0 && (i == len(words)-1 || u == "menit" || u == "detik") {
			unit, ok = u, true
		}
	}
	return unit, ok
}

func spanWord(w string) (string, bool) {
	switch strings.Trim(w, ". ") {
	case "detik", "dtk", "second", "seconds", "sec", "secs", "s":
		return "detik", true
	case "menit", "mnt", "minute", "minutes", "min", "mins", "m":
		return "menit", true
	case "jam", "hour", "hours", "hrs", "h":
		return "jam", true
	case "hari", "day", "days":
		return "hari", true
	}
	return "", false
}

// unitEnds are the words that may end a heading as its unit.
var unitEnds = set("rp rupiah idr ribu ribuan juta jutaan miliar milyar dalam detik dtk menit mnt jam second seconds sec minute minutes min hour hours")

// cutHeadingUnit splits a heading from the unit that it states: "Pagu (juta Rp)"
// is "pagu" in money, "waktu_tunggu_detik" is "waktu tunggu" in time, "Lama
// Overstay (hari)" is a count of days.
func cutHeadingUnit(heading string) (bare string, unit typ, ok bool) {
	if !strings.ContainsAny(heading, "( _") {
		return "", free, false
	}
	if u, states := spanHeading(heading); states {
		if unit = duration; u == "hari" {
			unit = count
		}
	} else if _, states := scaleOf(heading); states {
		unit = money
	} else {
		return "", free, false
	}
	if i := strings.LastIndexByte(heading, '('); i > 0 {
		return fold(heading[:i]), unit, true
	}
	words := strings.Fields(fold(heading))
	for len(words) > 1 && unitEnds[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " "), unit, true
}

// lookScale is the factor that a number format shows behind a number; 0 for none.
func lookScale(l grid.Look) int64 {
	switch l {
	case grid.InThousands:
		return 1e3
	case grid.InMillions:
		return 1e6
	case grid.InBillions:
		return 1e9
	}
	return 0
}

// lookUnit is the unit of time that a number format shows behind a number.
func lookUnit(l grid.Look) (locale.Unit, bool) {
	switch l {
	case grid.InSeconds:
		return locale.Seconds, true
	case grid.InMinutes:
		return locale.Minutes, true
	case grid.InHours:
		return locale.Hours, true
	case grid.InDays:
		return locale.Days, true
	}
	return 0, false
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// countWords are what offices count, as it stands behind a number.
var countWords = set(`orang org or jiwa wna wni pria wanita perempuan laki-laki pemohon pengunjung responden pengguna tamu penumpang antrean antrian
	tiket nomor kasus perkara laporan pengaduan aduan keluhan berkas dokumen permohonan paspor lembar eksemplar buku surat kali kegiatan operasi temuan
	pelanggaran pelanggar tindakan keputusan loket petugas buah unit set paket person persons people pax visitor visitors ticket tickets case cases
	applicants passports times pcs`)

var dayWords = set("hari hr hri day days")
