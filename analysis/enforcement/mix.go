package enforcement

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// ranked lists the classes of a mix, largest first, ties by name.
func ranked(m map[string]int64) []string {
	keys := slices.Collect(maps.Keys(m))
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b)) })
	return keys
}

// concentration is the share of the largest class, with the index of
// concentration as a warning line.
func concentration(field string, m map[string]int64, needs result.Text) result.Value {
	keys := ranked(m)
	if len(keys) == 0 {
		return missing(needs)
	}
	var n int64
	var counts []int64
	for _, k := range keys {
		n += m[k]
		counts = append(counts, m[k])
	}
	v := result.Value{Value: big.NewRat(m[keys[0]], n), Num: big.NewRat(m[keys[0]], 1), Den: big.NewRat(n, 1), N: n, NUnit: result.Acts}
	v.Warnings = []result.Text{result.T("Terbesar: {0}; {1} kelompok; indeks konsentrasi (HHI) {2}.", "Largest: {0}; {1} classes; concentration index (HHI) {2}.",
		indicator.Label(field, keys[0], m[keys[0]]), result.Int(int64(len(keys)), result.Count), result.Num(stat.HHI(counts), result.Ratio))}
	return v
}

func mixInfo(id string, name, question, formula, needs result.Text) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Share, NUnit: result.Acts, Better: result.Contextual, Since: "0.1.0", Name: name, Question: question, Formula: formula, Needs: needs,
		Kinds: []string{"action"}, Crossed: true, Basis: []string{"GAK-PASAL75"},
		Caveat: basis("tindakan, bukan orang", "acts, not persons", "tanggal keputusan", "date of decision",
			"Porsi dari tindakan, bukan dari orang asing yang tinggal di wilayah kerja. Ejaan satu negara dan ayat satu pasal disatukan.",
			"A share of acts, not of foreigners living in the area. Spellings of one country and paragraphs of one article are brought together."),
	}
}

var (
	needNations  = result.T("perlu kolom kebangsaan pada daftar tindakan", "needs a nationality column in the list of acts")
	needArticles = result.T("perlu kolom pasal pada daftar tindakan", "needs an article column in the list of acts")
)

var nations = indicator.Spec[*Slice]{
	Info: mixInfo("GAK-10", result.T("Porsi kebangsaan terbesar", "Largest nationality share"), result.T("Seberapa terpusat tindakan pada satu kebangsaan?", "How concentrated are the acts on one nationality?"),
		result.T("tindakan kebangsaan terbanyak / tindakan berkebangsaan", "acts of the largest nationality / acts with a nationality"), needNations),
	Compute: func(s *Slice) result.Value { return concentration("nationality", s.nations, needNations) },
}

var articles = indicator.Spec[*Slice]{
	Info: mixInfo("GAK-11", result.T("Porsi pasal terbesar", "Largest article share"), result.T("Pasal apa yang paling sering dilanggar?", "Which article is violated most often?"),
		result.T("tindakan pasal terbanyak / tindakan berpasal", "acts of the largest article / acts with an article"), needArticles),
	Compute: func(s *Slice) result.Value { return concentration("article", s.articles, needArticles) },
}

// index is the concentration of a mix, from 1/k (even) to 1 (one class).
func index(m map[string]int64, needs result.Text) result.Value {
	var n int64
	var counts []int64
	for _, k := range ranked(m) {
		n += m[k]
		counts = append(counts, m[k])
	}
	h := stat.HHI(counts)
	if h == nil {
		return missing(needs)
	}
	return result.Value{Value: h, N: n, NUnit: result.Acts, Warnings: []result.Text{
		result.T("{0} kelompok; 1 berarti semua pada satu kelompok.", "{0} classes; 1 means that all are in one.", result.Int(int64(len(counts)), result.Count))}}
}

func indexInfo(id string, name, question, formula, needs result.Text) indicator.Info {
	i := mixInfo(id, name, question, formula, needs)
	i.Unit, i.Since = result.Ratio, "0.2.0"
	return i
}

var nationHHI = indicator.Spec[*Slice]{
	Info: indexInfo("GAK-33", result.T("Konsentrasi kebangsaan (HHI)", "Concentration of nationalities (HHI)"), result.T("Seberapa terpusat tindakan pada sedikit kebangsaan?", "How concentrated are the acts on few nationalities?"),
		result.T("jumlah kuadrat porsi tiap kebangsaan", "sum of the squared shares of nationalities"), needNations),
	Compute: func(s *Slice) result.Value { return index(s.nations, needNations) },
}

var articleHHI = indicator.Spec[*Slice]{
	Info: indexInfo("GAK-34", result.T("Konsentrasi pasal (HHI)", "Concentration of articles (HHI)"), result.T("Seberapa terpusat tindakan pada sedikit pasal?", "How concentrated are the acts on few articles?"),
		result.T("jumlah kuadrat porsi tiap pasal", "sum of the squared shares of articles"), needArticles),
	Compute: func(s *Slice) result.Value { return index(s.articles, needArticles) },
}
