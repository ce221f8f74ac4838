package layout

import (
	"strings"

	"rapor/ingest/text"
)

// Term is a word of rapor.yaml that this package gives its meaning: a record
// kind, a field of one, a unit. Name is the word; Also are other words that
// mean the same.
type Term struct {
	Name  string
	Title text.Text
	Also  []string
}

// is reports whether a word, in any letter case, names the term.
func (t *Term) is(word string) bool {
	if strings.EqualFold(word, t.Name) {
		return true
	}
	for _, a := range t.Also {
		if strings.EqualFold(word, a) {
			return true
		}
	}
	return false
}

// named is a term whose Indonesian title is also a word for it.
func named(name, id, en string, also ...string) Term {
	return Term{name, text.T(id, en), append([]string{id}, also...)}
}

// kindTerms are the record kinds in words.
var kindTerms = []Term{
	named("ticket", "tiket", "queue ticket"),
	named("queue_interval", "selang antrean", "queue counts per interval"),
	named("application", "permohonan", "passport application", "permohonan paspor"),
	named("answer", "jawaban", "survey answer", "jawaban survei"),
	named("answer_count", "rekap jawaban", "survey summary", "rekap survei"),
	named("volume", "volume layanan", "volume of services", "jumlah layanan"),
	named("complaint", "pengaduan", "complaint", "aduan"),
	named("ledger", "anggaran", "budget and spending", "realisasi"),
	named("revenue", "pnbp", "non-tax revenue"),
	named("official_score", "nilai resmi", "official score"),
	named("revision", "revisi", "budget revision", "revisi dipa"),
	named("contract", "kontrak", "contract"),
	named("invoice", "tagihan", "bill"),
	named("cash_advance", "uang persediaan", "cash advance", "up tup"),
	named("output", "capaian output", "output achieved"),
	named("dispensation", "dispensasi", "dispensation"),
	named("action", "tindakan", "administrative action"),
	named("case", "perkara", "criminal case"),
	named("case_count", "jumlah perkara", "counts of cases"),
	named("operation", "operasi", "surveillance operation"),
	named("tout", "calo", "tout incident"),
}

// fieldTerms are the fields in words, by name; a name with its kind before it
// ("action.number") goes before the plain one.
var fieldTerms = []Term{
	named("office", "kantor", "office"),
	named("service", "layanan", "service"),
	named("class", "kelas", "ticket class"),
	named("stage", "tahap", "stage"),
	named("day", "tanggal", "date", "hari"),
	named("number", "nomor", "number"),
	named("action.number", "jumlah", "how many"),
	named("case_count.number", "jumlah", "how many"),
	named("taken", "jam ambil", "time the ticket was taken", "ambil"),
	named("called", "jam panggil", "time called", "panggil"),
	named("started", "jam mulai", "time service started", "mulai"),
	named("ended", "jam selesai", "time service ended", "selesai"),
	named("counter", "loket", "counter"),
	named("status", "status", "status"),
	named("priority", "prioritas", "priority, yes or no"),
	named("priority_kind", "jenis prioritas", "priority group"),
	named("waited", "lama tunggu", "wait as the export states it"),
	named("served", "lama layanan", "service time as the export states it"),
	named("recalled", "panggil ulang", "called again, yes or no"),
	named("hours", "selang jam", "hours of the interval"),
	named("opens", "jam awal", "start of the interval"),
	named("closes", "jam akhir", "end of the interval"),
	named("count", "jumlah", "how many"),
	named("excluded", "dikecualikan", "not counted"),
	named("mean", "rata-rata", "mean wait"),
	named("max", "terlama", "longest wait"),
	named("late", "terlambat", "over the standard"),
	named("bucket", "kelompok", "waits up to a bound: bucket:15m, bucket:open"),
	named("counters", "jumlah loket", "counters open"),
	named("grain", "butir", "what one row stands for: day or month"),
	named("express", "percepatan", "express service, yes or no"),
	named("applied", "tanggal permohonan", "date of application"),
	named("ready", "tanggal selesai", "date ready"),
	named("respondent", "responden", "respondent"),
	named("element", "unsur survei", "element of the survey"),
	named("answers_1", "jawaban 1", "how many answered 1"),
	named("answers_2", "jawaban 2", "how many answered 2"),
	named("answers_3", "jawaban 3", "how many answered 3"),
	named("answers_4", "jawaban 4", "how many answered 4"),
	named("answer_count.mean", "nilai rata-rata", "mean of the answers"),
	named("answer_count.number", "jumlah responden", "how many answered"),
	named("unit", "satuan", "what is counted"),
	named("matter", "urusan", "matter counted"),
	named("volume.number", "jumlah", "how many"),
	named("stock", "keadaan", "a level that months do not add up, yes or no"),
	named("requirements", "persyaratan", "requirements, 1 to 4"),
	named("procedure", "prosedur", "procedure, 1 to 4"),
	named("time", "waktu", "completion time, 1 to 4"),
	named("cost", "biaya", "cost, 1 to 4"),
	named("product", "produk", "product, 1 to 4"),
	named("competence", "kompetensi", "competence, 1 to 4"),
	named("conduct", "perilaku", "conduct, 1 to 4"),
	named("complaints", "penanganan pengaduan", "handling of complaints, 1 to 4"),
	named("facilities", "sarana", "facilities, 1 to 4"),
	named("closed", "tanggal selesai", "date closed"),
	named("channel", "saluran", "channel"),
	named("topic", "pokok", "topic"),
	named("year", "tahun", "year"),
	named("month", "bulan", "month"),
	named("account", "akun", "account"),
	named("code", "kode", "code"),
	named("node", "simpul", "code in a tree of codes"),
	named("label", "uraian", "description"),
	named("fund", "sumber dana", "source of funds"),
	named("ceiling", "pagu", "budget ceiling"),
	named("blocked", "blokir", "blocked funds"),
	named("plan", "rencana", "planned withdrawal", "rpd"),
	named("spent", "realisasi", "spent"),
	named("remainder", "sisa", "remainder"),
	named("percent", "persen", "per cent"),
	named("flow", "arus", "monthly or cumulative"),
	named("target", "target", "target"),
	named("simponi", "simponi", "revenue by SIMPONI"),
	named("span", "span", "revenue by SPAN"),
	named("scheme", "skema", "scheme"),
	named("part", "unsur", "part of the score"),
	named("line", "baris", "line of the score"),
	named("score", "nilai", "score"),
	named("zone", "zona", "zone"),
	named("before", "semula", "before the revision"),
	named("after", "menjadi", "after the revision"),
	named("value", "nilai", "value"),
	named("signed", "tanggal kontrak", "date signed"),
	named("at_once", "sekaligus", "paid at once, yes or no"),
	named("disbursed", "tanggal cair", "date disbursed"),
	named("type", "jenis", "type"),
	named("accepted", "tanggal bast", "date of acceptance"),
	named("received", "tanggal terima", "date received"),
	named("limit", "batas", "limit"),
	named("previous", "tanggal sebelumnya", "date of the one before"),
	named("volume", "volume", "volume achieved"),
	named("progress", "progres", "progress"),
	named("planned", "rencana", "planned progress"),
	named("reported", "tanggal lapor", "date reported"),
	named("confirmed", "terkonfirmasi", "confirmed, yes or no"),
	named("dispensed", "dispensasi", "with dispensation, yes or no"),
	named("decided", "tanggal keputusan", "date decided"),
	named("executed", "tanggal pelaksanaan", "date executed"),
	named("nationality", "kebangsaan", "nationality"),
	named("article", "pasal", "article"),
	named("sex", "jenis kelamin", "sex"),
	named("person", "orang", "person; only a hash is kept"),
	named("overstay", "hari overstay", "days of overstay"),
	named("charge", "biaya beban", "charge"),
	named("paid", "lunas", "paid, yes or no"),
	named("victim", "korban", "victim, yes or no"),
	named("stated", "jumlah tercatat", "how many as the export states"),
	named("arrested", "tanggal tangkap", "date arrested"),
	named("notified", "tanggal spdp", "date of the SPDP"),
	named("complete", "tanggal p-21", "date of P-21"),
	named("handed_over", "tanggal tahap ii", "date handed over"),
	named("verdict", "tanggal putusan", "date of the verdict"),
	named("stopped", "tanggal sp3", "date of the SP3"),
	named("joint", "gabungan", "joint operation"),
	named("level", "tingkat", "level"),
	named("checked", "diperiksa", "persons checked"),
	named("violations", "pelanggaran", "violations found"),
	named("outcome", "hasil", "outcome"),
	named("staff", "petugas", "staff involved, yes or no"),
}

// termOf finds the words of a field of a kind.
func termOf(kind, field string) Term {
	for _, name := range []string{kind + "." + field, field} {
		for _, t := range fieldTerms {
			if t.Name == name {
				t.Name = field
				return t
			}
		}
	}
	return Term{Name: field}
}

// KindTerms lists the record kinds with their words.
func KindTerms() []Term { return kindTerms }

// FieldTerms lists the fields of a kind with their words; nil for no such
// kind.
func FieldTerms(name string) []Term {
	k, ok := kindOf(name)
	if !ok {
		return nil
	}
	var out []Term
	for i := range k.fields {
		out = append(out, termOf(name, k.fields[i].name))
	}
	return out
}

// FieldOf gives the field of a kind that a word names, in any letter case and
// in either language, with its parameter ("bucket:15m"); false when the kind
// has none, or the parameter cannot be read.
func FieldOf(kind, word string) (string, bool) {
	base, param, has := strings.Cut(strings.TrimSpace(word), ":")
	for _, t := range FieldTerms(kind) {
		if !t.is(base) {
			continue
		}
		if t.Name != "bucket" {
			return t.Name, !has
		}
		field := t.Name + ":" + strings.TrimSpace(param)
		return field, strings.TrimSpace(param) == "open" || bucketBound(field) > 0
	}
	return "", false
}
