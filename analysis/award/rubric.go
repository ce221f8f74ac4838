// Package award holds award rubrics as data and scores results against them.
// A rubric is one TOML file: its criteria, the indicators that measure or
// support them, weights, scales, and the evidence a jury asks for. None of the
// anniversary awards has published criteria, so theirs are assumed and say so.
//
// It computes no indicator and knows nothing of facts, files or pages.
package award

import (
	"embed"
	"fmt"
	"math/big"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/text"
)

// Rubric is an award's criteria and the dossier that answers them.
type Rubric struct {
	ID        string // also names the dossier: penghargaan-ID
	Title     result.Text
	Official  bool        // weights are the organiser's; else they are assumed
	Source    result.Text // where the criteria come from
	Headlines []string    // indicators of the first screen, most important first
	Chapters  []Chapter
	Criteria  []Criterion
	Checklist []Check // what a submission must hold beside figures
}

// Check is one thing a submission must hold; rapor.yaml names it by its key
// when the office has it.
type Check struct {
	Key string
	Say result.Text
}

// Chapter is a chapter of the dossier: all of one family of indicators
// ("queue", "survey", "enforcement", "finance"), the comparison of "offices",
// the evaluation of a "reform", or the "capacity" of the hall.
type Chapter struct {
	ID     string
	Title  result.Text
	Source string
}

// Criterion is one line of a rubric. Without measures it is judged by the
// jury alone, and the indicators in Support only speak to it.
type Criterion struct {
	ID       string
	Name     result.Text
	Weight   *big.Rat // above zero
	Measures []Measure
	Support  []string
	Evidence []result.Text // documents the jury asks for
}

// Measure turns an indicator into a share of the criterion's points: none at
// None, all at All, linear between, never outside.
type Measure struct {
	Indicator string
	Share     *big.Rat // of the criterion's weight; shares add up to 1
	None, All *big.Rat // in the indicator's base unit
	MinN      int64    // with fewer observations it is not scored
}

//go:embed rubrics/*.toml
var builtin embed.FS

// Default lists the rubrics used when rapor.yaml names none.
var Default = []string{"keuangan", "penegakan-hukum", "pelayanan"}

// Builtin returns a rubric of the program by its id.
func Builtin(id string) (Rubric, bool, error) {
	b, err := builtin.ReadFile("rubrics/" + id + ".toml")
	if err != nil {
		return Rubric{}, false, nil
	}
	r, err := Parse(b)
	return r, true, err
}

// IDs lists the rubrics of the program, in the order of names.
func IDs() []string {
	entries, err := builtin.ReadDir("rubrics")
	if err != nil {
		return nil // the folder is part of the program
	}
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".toml"))
	}
	return out
}

// written is a rubric as its file says it.
type written struct {
	ID        string    `toml:"id"`
	Status    string    `toml:"status"`
	Title     text.Text `toml:"title"`
	Source    text.Text `toml:"source"`
	Headlines []string  `toml:"headlines"`
	Checklist []struct {
		Key string `toml:"key"`
		ID  string `toml:"id"`
		EN  string `toml:"en"`
	} `toml:"checklist"`
	Chapters []struct {
		ID     string    `toml:"id"`
		Title  text.Text `toml:"title"`
		Source string    `toml:"source"`
	} `toml:"chapter"`
	Criteria []struct {
		ID       string      `toml:"id"`
		Name     text.Text   `toml:"name"`
		Weight   string      `toml:"weight"`
		Support  []string    `toml:"support"`
		Evidence []text.Text `toml:"evidence"`
		Measures []struct {
			Indicator string `toml:"indicator"`
			Share     string `toml:"share"`
			None      string `toml:"none"`
			All       string `toml:"all"`
			MinN      int64  `toml:"min_n"`
		} `toml:"measure"`
	} `toml:"criterion"`
}

func texts(in []text.Text) []result.Text {
	var out []result.Text
	for _, w := range in {
		out = append(out, result.Of(w))
	}
	return out
}

// Parse reads a rubric strictly: unknown keys, values that cannot be read and
// weights that are not positive are errors that name the criterion.
func Parse(b []byte) (Rubric, error) {
	var w written
	dec := toml.NewDecoder(strings.NewReader(string(b)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&w); err != nil {
		return Rubric{}, err
	}
	r := Rubric{ID: w.ID, Title: result.Of(w.Title), Official: w.Status == "official", Source: result.Of(w.Source), Headlines: w.Headlines}
	for _, c := range w.Checklist {
		r.Checklist = append(r.Checklist, Check{c.Key, result.T(c.ID, c.EN)})
	}
	for _, c := range w.Chapters {
		r.Chapters = append(r.Chapters, Chapter{c.ID, result.Of(c.Title), c.Source})
	}
	if w.Status != "official" && w.Status != "assumed" {
		return r, text.Errorf("%s: status %q; tulis official atau assumed", "%s: status %q; write official or assumed", w.ID, w.Status)
	}
	for _, c := range w.Criteria {
		weight, ok := office.ParseValue(c.Weight)
		if !ok {
			return r, text.Errorf("%s: %s: weight %q bukan bilangan", "%s: %s: weight %q is not a number", w.ID, c.ID, c.Weight)
		}
		k := Criterion{ID: c.ID, Name: result.Of(c.Name), Weight: weight, Support: c.Support, Evidence: texts(c.Evidence)}
		for _, m := range c.Measures {
			one, err := measure(m.Indicator, m.Share, m.None, m.All, m.MinN)
			if err != nil {
				return r, fmt.Errorf("%s: %s: %w", w.ID, c.ID, err)
			}
			k.Measures = append(k.Measures, one)
		}
		r.Criteria = append(r.Criteria, k)
	}
	return r, r.lint()
}

func measure(id, share, none, all string, minN int64) (Measure, error) {
	m := Measure{Indicator: id, Share: big.NewRat(1, 1), MinN: minN}
	var ok bool
	if m.None, ok = office.ParseValue(none); !ok {
		return m, text.Errorf("%s: none %q tidak terbaca", "%s: none %q cannot be read", id, none)
	}
	if m.All, ok = office.ParseValue(all); !ok {
		return m, text.Errorf("%s: all %q tidak terbaca", "%s: all %q cannot be read", id, all)
	}
	if share != "" {
		if m.Share, ok = office.ParseValue(share); !ok {
			return m, text.Errorf("%s: share %q tidak terbaca", "%s: share %q cannot be read", id, share)
		}
	}
	return m, nil
}

// sources are the families a chapter may show.
var sources = map[string]bool{"queue": true, "survey": true, "enforcement": true, "volume": true, "finance": true, "offices": true, "reform": true, "capacity": true}

func (r *Rubric) lint() error {
	bad := func(id, en string, args ...any) error {
		return fmt.Errorf("%s: %w", r.ID, text.Errorf(id, en, args...))
	}
	if r.ID == "" || !both(r.Title) || len(r.Criteria) == 0 {
		return bad("id, title (id dan en) dan criterion wajib ada", "id, title (id and en) and criterion are needed")
	}
	if strings.Trim(r.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return bad("id hanya huruf kecil, angka, dan tanda hubung", "id takes lower-case letters, digits and hyphens only")
	}
	for _, c := range r.Chapters {
		if !sources[c.Source] || !both(c.Title) {
			return bad("chapter %s: source %q tidak dikenal atau judul kurang", "chapter %s: source %q is not known, or a title is missing", c.ID, c.Source)
		}
	}
	seen := map[string]bool{}
	for _, c := range r.Checklist {
		if c.Key == "" || seen["check "+c.Key] || !both(c.Say) {
			return bad("checklist %q: key ganda atau kosong, atau teks kurang", "checklist %q: key is repeated or empty, or a text is missing", c.Key)
		}
		seen["check "+c.Key] = true
	}
	for _, c := range r.Criteria {
		if c.ID == "" || seen[c.ID] || !both(c.Name) {
			return bad("criterion %q: id ganda atau kosong, atau nama kurang", "criterion %q: id is repeated or empty, or a name is missing", c.ID)
		}
		seen[c.ID] = true
		if c.Weight.Sign() <= 0 {
			return bad("%s: bobot harus lebih dari nol", "%s: the weight must be above zero", c.ID)
		}
		sum := new(big.Rat)
		for _, m := range c.Measures {
			sum.Add(sum, m.Share)
			if m.None.Cmp(m.All) == 0 || m.Share.Sign() <= 0 {
				return bad("%s: %s: none dan all harus berbeda, share lebih dari nol", "%s: %s: none and all must differ, and share be above zero", c.ID, m.Indicator)
			}
		}
		if len(c.Measures) > 0 && sum.Cmp(big.NewRat(1, 1)) != 0 {
			return bad("%s: jumlah share %s, harus 1", "%s: the shares add up to %s, not 1", c.ID, sum.RatString())
		}
	}
	return nil
}

// both reports a text that is there in both languages.
func both(t result.Text) bool { return t.ID != "" && t.EN != "" }

// Indicators lists every indicator the rubric names, each once, in order.
func (r *Rubric) Indicators() []string {
	var out []string
	seen := map[string]bool{}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, id := range r.Headlines {
		add(id)
	}
	for _, c := range r.Criteria {
		for _, m := range c.Measures {
			add(m.Indicator)
		}
		for _, id := range c.Support {
			add(id)
		}
	}
	return out
}
