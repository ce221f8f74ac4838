package config

import (
	"slices"
	"strings"
	"sync"

	"rapor/analysis"
	"rapor/analysis/award"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// catalogue is every indicator, also those on the data themselves, which are
// computed outside the domains.
var catalogue = sync.OnceValue(func() []indicator.Info {
	var out []indicator.Info
	for _, e := range analysis.Catalogue() {
		out = append(out, e.Info)
	}
	return append(out,
		indicator.Info{ID: "MUT-01", Name: result.T("Kelengkapan baris", "Row completeness"), Unit: result.Share,
			Better: result.Higher},
		indicator.Info{ID: "MUT-02", Name: result.T("Berkas terpakai", "Files used"), Unit: result.Share,
			Better: result.Higher})
})

// indicatorOf finds an indicator by its id.
func indicatorOf(id string) (*indicator.Info, bool) {
	list := catalogue()
	for i := range list {
		if strings.EqualFold(list[i].ID, id) {
			return &list[i], true
		}
	}
	return nil, false
}

func indicatorWords() []Choice {
	var out []Choice
	for _, i := range catalogue() {
		out = append(out, choice(i.ID, i.Name.ID, i.Name.EN))
	}
	return out
}

// aims are the indicators that can have a target: those of which more or less
// is better.
func aims() []Choice {
	var out []Choice
	for _, i := range catalogue() {
		if i.Better != result.Contextual {
			out = append(out, choice(i.ID, i.Name.ID, i.Name.EN))
		}
	}
	return out
}

// isIndicator reports an indicator, also one that cannot have a target.
func isIndicator(id string) bool { _, ok := indicatorOf(strings.TrimSpace(id)); return ok }

// touched are the words a reform can name: families and their indicators. No
// reform touches the figures on the data themselves.
func touched() []Choice {
	out := []Choice{
		choice("ANT", "antrean", "queue"), choice("PAS", "paspor", "passports"), choice("SKM", "survei", "survey"),
		choice("OMB", "Ombudsman", "Ombudsman"), choice("GAK", "penegakan hukum", "enforcement"), choice("KEU",
			"keuangan", "finance"), choice("VOL", "volume", "volumes"),
	}
	for _, w := range indicatorWords() {
		if !strings.HasPrefix(w.Word, "MUT") {
			out = append(out, w)
		}
	}
	return out
}

func awardWords() []Choice {
	var out []Choice
	for _, id := range award.IDs() {
		r, _, err := award.Builtin(id)
		if err == nil {
			out = append(out, choice(id, r.Title.ID, r.Title.EN))
		}
	}
	return out
}

func layoutWords() []Choice {
	list, err := layout.Builtin()
	if err != nil {
		return nil // built-in layouts are part of the program; their own test reads them
	}
	var out []Choice
	for _, l := range list {
		out = append(out, choice(l.ID, l.Title.ID, l.Title.EN))
	}
	return out
}

func termWords(list []layout.Term) []Choice {
	var out []Choice
	for _, t := range list {
		out = append(out, Choice{t.Name, t.Title, t.Also})
	}
	return out
}

// fieldWords are the fields of all kinds, each once with the kinds that have
// it, and the word that leaves a column out.
func fieldWords() []Choice {
	out := []Choice{ignored}
	kinds := map[string][]string{}
	for _, k := range layout.KindTerms() {
		for _, w := range termWords(layout.FieldTerms(k.Name)) {
			kinds[w.Word] = append(kinds[w.Word], k.Name)
			at := slices.IndexFunc(out, func(c Choice) bool { return c.Word == w.Word })
			if at < 0 {
				w.Also = slices.Clone(w.Also)
				out = append(out, w)
				continue
			}
			for _, a := range w.Also {
				if !slices.Contains(out[at].Also, a) {
					out[at].Also = append(out[at].Also, a)
				}
			}
		}
	}
	for i := range out[1:] {
		w := &out[i+1]
		of := " [" + strings.Join(kinds[w.Word], ", ") + "]"
		w.Meaning = text.T(w.Meaning.ID+of, w.Meaning.EN+of)
	}
	return out
}

var ignored = choice(layout.Ignored, "kolom tidak dipakai", "the column is not used", "abaikan", "ignore")

// ruleWords are the parameters of the register that can be replaced, tables by
// their rows.
func ruleWords() []Choice {
	var out []Choice
	for _, p := range rules.Parameters() {
		if p.Informational || len(p.Versions) == 0 {
			continue
		}
		if p.Versions[0].Value != nil {
			out = append(out, choice(p.ID, p.Title.ID, p.Title.EN))
			continue
		}
		for _, r := range p.Versions[0].Rows {
			out = append(out, choice(p.ID+"."+r.Key, p.Title.ID, p.Title.EN))
		}
	}
	return out
}

// find gives the canonical word for what was written, in any letter case.
func find(list []Choice, written string) (string, bool) {
	s := strings.TrimSpace(written)
	for _, c := range list {
		if strings.EqualFold(c.Word, s) || slices.ContainsFunc(c.Also, func(a string) bool {
			return strings.EqualFold(a,
				s)
		}) {
			return c.Word, true
		}
	}
	return "", false
}

// UnknownAward says that there is no rubric with an id.
func UnknownAward(id string) error {
	return text.Errorf("%q tidak dikenal%s, atau sebuah berkas .toml", "%q is not known%s, or a .toml file", id,
		advice(awardWords(), id, text.Text{}))
}
