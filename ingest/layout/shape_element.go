package layout

import (
	"slices"

	"rapor/ingest/vocabulary"
)

// elementWords are the words by which the nine elements of the survey are told
// apart, whatever else the name or the question says.
var elementWords = map[string]string{
	"persyaratan": "requirements", "syarat": "requirements", "requirement": "requirements", "requirements": "requirements",
	"prosedur": "procedure", "mekanisme": "procedure", "alur": "procedure", "procedure": "procedure", "procedures": "procedure",
	"waktu": "time", "kecepatan": "time", "time": "time", "timeliness": "time", "speed": "time",
	"biaya": "cost", "tarif": "cost", "cost": "cost", "costs": "cost", "fee": "cost", "fees": "cost",
	"produk": "product", "spesifikasi": "product", "product": "product", "products": "product",
	"kompetensi": "competence", "kemampuan": "competence", "competence": "competence", "competency": "competence",
	"perilaku": "conduct", "kesopanan": "conduct", "keramahan": "conduct", "conduct": "conduct", "behaviour": "conduct",
	"behavior": "conduct", "courtesy": "conduct",
	"pengaduan": "complaints", "keluhan": "complaints", "complaint": "complaints", "complaints": "complaints",
	"sarana": "facilities", "prasarana": "facilities", "fasilitas": "facilities", "facilities": "facilities", "facility": "facilities",
}

// elementNames are the elements as layouts head them.
var elementNames = map[string]string{"requirements": "Persyaratan", "procedure": "Prosedur", "time": "Waktu Penyelesaian",
	"cost": "Biaya/Tarif", "product": "Produk Layanan", "competence": "Kompetensi Pelaksana", "conduct": "Perilaku Pelaksana",
	"complaints": "Penanganan Pengaduan", "facilities": "Sarana dan Prasarana"}

// elementOf is the one element that a name or a question speaks of, "" for none
// or several. "U3 Waktu penyelesaian" and "Bagaimana pendapat Saudara tentang
// kecepatan waktu dalam memberikan pelayanan?" are of time.
func elementOf(s string) string {
	found := ""
	for _, w := range vocabulary.Tokens(s) {
		e, ok := elementWords[w]
		if ok && found != "" && found != e {
			return ""
		}
		if ok {
			found = e
		}
	}
	return found
}

// elementLabel is the element that a label names, or the bare number of one
// ("U1"), which tells elements apart without saying which they are.
func elementLabel(s string) string {
	if e := elementOf(s); e != "" {
		return e
	}
	if f := fold(s); len(f) == 2 && (f[0] == 'u' || f[0] == 'p' || f[0] == 'q') && f[1] >= '1' && f[1] <= '9' {
		return f
	}
	return ""
}

// elementHeading is a label as a layout heads the column of its element.
func (ix *index) elementHeading(label string) string {
	if slices.ContainsFunc(ix.alias[fold(label)], func(s slot) bool { return ix.layouts[s.layout].Kind == "answer" }) {
		return label
	}
	if name, ok := elementNames[elementOf(label)]; ok {
		return name
	}
	return label
}
