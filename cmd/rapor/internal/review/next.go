package review

import (
	"slices"

	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/reject"
)

// mostSteps is how many things to do are named: more are not read.
const mostSteps = 3

// next is what to do first, the most useful first.
func next(in Input, r *result.Review) []result.Step {
	var out []result.Step
	add := func(n int64, about, id, en string) {
		if n > 0 && len(out) < mostSteps {
			out = append(out, result.Step{Say: result.T(id, en, result.Int(n, result.Count)), About: about})
		}
	}
	add(unreadable(in.Manifest), "files", "Ekspor ulang atau simpan ulang {0} berkas yang tidak dapat dibuka.",
		"Export or save again {0} files that cannot be opened.")
	add(open(r), "questions", "Jawab {0} pertanyaan: salin satu jawaban tiap pertanyaan ke rapor.yaml di folder data.",
		"Answer {0} questions: copy one answer of each into rapor.yaml in the data folder.")
	rejected := int64(0) // rows; a reason may also be that of a whole sheet
	for i := range in.Manifest.Sources {
		for _, sh := range in.Manifest.Sources[i].Sheets {
			rejected += sh.Tally.Rejected
		}
	}
	if in.Report {
		add(rejected, "reasons", "Perbaiki {0} baris yang ditolak di koreksi.xlsx, lalu simpan berkas itu di folder data.",
			"Mend {0} rejected rows in koreksi.xlsx, and save that file in the data folder.")
	} else {
		add(rejected, "reasons", "Perbaiki {0} baris yang ditolak di berkas asalnya.",
			"Mend {0} rejected rows in their own files.")
	}
	add(differing(r), "totals", "Periksa {0} tabel yang jumlahnya berbeda dari rinciannya.",
		"Look at {0} tables whose totals differ from their lines.")
	add(gaps(r.Coverage), "coverage", "Lengkapi {0} bulan yang belum ada di antara bulan yang terbaca.",
		"Supply {0} months that are missing between those that were read.")
	add(int64(len(r.Words)+r.MoreWords), "words", "Lihat {0} kata yang belum dikenal.",
		"Look at {0} words that are not known.")
	if len(out) > 0 && len(out) < mostSteps {
		out = append(out, result.Step{Say: result.T("Lalu jalankan rapor sekali lagi; halaman ini ditulis ulang.",
			"Then run rapor again; this page is written anew.")})
	}
	return out
}

// open counts the questions that have to be answered.
func open(r *result.Review) int64 {
	n := int64(r.MoreAsked)
	for _, q := range r.Questions {
		if !q.Assumed {
			n++
		}
	}
	return n
}

// differing counts the tables whose totals differ from their lines.
func differing(r *result.Review) int64 {
	n := int64(0)
	for _, t := range r.Totals {
		if len(t.Off) > 0 {
			n++
		}
	}
	return n
}

// unreadable counts the files that hold data and cannot be read at all.
func unreadable(m *ingest.Manifest) int64 {
	n := int64(0)
	for i := range m.Sources {
		if s := &m.Sources[i]; s.Refused != "" && s.Expected && !s.Passed() && s.Refused != reject.DuplicateFile {
			n++
		}
	}
	return n
}

// monthly are the kinds that an office has rows of in every month.
var monthly = []string{"ticket", "application", "answer", "ledger", "revenue"}

// gaps counts the months without a file that lie between two months with rows
// of the same kind, of kinds that have rows in every month.
func gaps(list []result.Coverage) int64 {
	n := int64(0)
	for _, c := range list {
		if !slices.Contains(monthly, c.Kind) {
			continue
		}
		has := func(m result.MonthState) bool { return m.State == result.MonthRead || m.State == result.MonthPartly }
		first := slices.IndexFunc(c.Months, has)
		last := len(c.Months) - 1
		for last >= 0 && !has(c.Months[last]) {
			last--
		}
		for i := max(first, 0); i < last; i++ {
			if c.Months[i].State == result.MonthMissing {
				n++
			}
		}
	}
	return n
}
