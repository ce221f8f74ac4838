package layout

import (
	"slices"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/vocabulary"
)

// called are the words by which a state or a remark takes back what a row says,
// whatever the record is.
const called = `batal dibatalkan pembatalan cancelled canceled cancel void voided annulled dianulir`

// undone are those that say that it did not come about yet, or never.
const undone = `draft draf konsep rencana direncanakan usulan diusulkan ditunda tertunda penundaan postponed
	planned proposed`

// turnedDown are those of requests that were refused.
const turnedDown = `ditolak penolakan rejected declined refused withdrawn dicabut ditarik gugur`

// notDone are the second words after "tidak", "not" or "gagal" that say so too.
var notDone = set(`jadi terlaksana dilaksanakan terbit diterbitkan berlaku executed done valid carried implemented issued`)

// stateHeads are the headings of states and remarks, folded, without the words
// that say of what.
var (
	stateHeads = set(`status state keadaan keterangan ket catatan remark remarks note notes kondisi progres tahap`)
	stateOf    = set(`tak tindakan dokumen permohonan pelaksanaan kegiatan operasi kontrak spm tagihan pembayaran proses data record
		application contract invoice document request of the akhir terakhir sk keputusan paspor action`)
)

// voiding are the columns of states and remarks that no field is read from, in a
// kind whose records may be called off.
func (p *Plan) voiding() []int {
	if len(p.kind.void) == 0 {
		return nil
	}
	var out []int
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Field != "" || p.leftOut(c.Header) {
			continue
		}
		path := strings.Split(c.Header, " > ")
		words := strings.Fields(fold(path[len(path)-1]))
		head := slices.ContainsFunc(words, func(w string) bool { return stateHeads[w] })
		if head && !slices.ContainsFunc(words, func(w string) bool { return !stateHeads[w] && !stateOf[w] }) {
			out = append(out, c.Index)
		}
	}
	return out
}

// voided reports a row that its state or its remark takes back. Texts are few,
// and each is read once.
func (r *runner) voided(row *grid.Row) bool {
	for _, at := range r.void {
		if at >= len(row.Cells) || row.Cells[at].Text == "" {
			continue
		}
		t := row.Cells[at].Text
		is, seen := r.voids[t]
		if !seen {
			is = voids(t, r.p.kind.void)
			if len(r.voids) < mostVoids {
				if r.voids == nil {
					r.voids = map[string]bool{}
				}
				r.voids[strings.Clone(t)] = is
			}
		}
		if is {
			return true
		}
	}
	return false
}

// mostVoids bounds the texts that are remembered: remarks may all differ.
const mostVoids = 1000

// voids reports a text that begins with a word that takes a record back, or says
// that it did not come about: "Batal", "Dibatalkan berdasarkan putusan PTUN",
// "Tidak jadi". Later words are about something else.
func voids(t string, words map[string]bool) bool {
	w := vocabulary.Tokens(t)
	for len(w) > 1 && voidFillers[w[0]] {
		w = w[1:]
	}
	switch {
	case len(w) == 0:
		return false
	case w[0] == "tidak" || w[0] == "not" || w[0] == "gagal":
		return len(w) > 1 && notDone[w[1]]
	case w[0] == "pembatalan" || w[0] == "penolakan" || w[0] == "penundaan":
		return len(w) == 1 // "pembatalan izin tinggal" is an act of its own
	}
	return words[w[0]]
}

var voidFillers = set(`status telah sudah di was been has sk keputusan permohonan`)
