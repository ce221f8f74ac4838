package rules

import (
	"embed"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/pelletier/go-toml/v2"

	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

//go:embed data/*.toml
var data embed.FS

// files lists the data files in the order of the register.
var files = []string{"layanan.toml", "penegakan.toml", "keuangan.toml", "ikpa.toml"}

type register struct {
	rules      []Rule
	parameters []Parameter
	sets       []Set
}

// book is the register, loaded once. The data are part of the program: if they
// cannot be read, the program is broken, which the linter test shows.
var book = sync.OnceValue(func() *register {
	var reg register
	for _, name := range files {
		b, err := data.ReadFile("data/" + name)
		if err == nil {
			err = reg.add(b)
		}
		if err != nil {
			panic(fmt.Sprintf("rules: %s: %v", name, err))
		}
	}
	return &reg
})

// source is one text for both languages, as names of regulations are.
type source string

func (s source) text() result.Text {
	id, en, two := strings.Cut(string(s), " | ")
	if !two {
		en = id
	}
	return result.T(id, en)
}

type file struct {
	Rules []struct {
		ID     string    `toml:"id"`
		Title  text.Text `toml:"title"`
		Source source    `toml:"source"`
		Status string    `toml:"status"`
		From   string    `toml:"from"`
		To     string    `toml:"to"`
		Note   text.Text `toml:"note"`
	} `toml:"rule"`
	Sets []struct {
		ID       string    `toml:"id"`
		Title    text.Text `toml:"title"`
		First    int       `toml:"first"`
		Last     int       `toml:"last"`
		Named    bool      `toml:"named"`
		Formulas string    `toml:"formulas"`
		Status   string    `toml:"status"`
		Source   source    `toml:"source"`
		Note     text.Text `toml:"note"`
	} `toml:"set"`
	Parameters []struct {
		ID            string        `toml:"id"`
		Rule          string        `toml:"rule"`
		Title         text.Text     `toml:"title"`
		Unit          string        `toml:"unit"`
		Informational bool          `toml:"informational"`
		Versions      []versionFile `toml:"version"`
	} `toml:"parameter"`
}

// versionFile is one version as written. from and to are ISO dates or fiscal
// years ("2024" starts on 1 January, or ends on 31 December).
type versionFile struct {
	From   string        `toml:"from"`
	To     string        `toml:"to"`
	Status string        `toml:"status"`
	Source source        `toml:"source"`
	Note   text.Text     `toml:"note"`
	Value  string        `toml:"value"`
	Rows   []rowFile     `toml:"rows"`
	Others []readingFile `toml:"other"`
}

// readingFile is what another source says: a number, or the rows that differ.
type readingFile struct {
	Value  string    `toml:"value"`
	Rows   []rowFile `toml:"rows"`
	Source source    `toml:"source"`
}

type rowFile struct {
	Key    string    `toml:"key"`
	Label  text.Text `toml:"label"`
	Least  string    `toml:"least"`
	Over   string    `toml:"over"`
	Values []string  `toml:"values"`
}

// add reads one data file, strictly.
func (reg *register) add(b []byte) error {
	var f file
	dec := toml.NewDecoder(strings.NewReader(string(b)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return err
	}
	for _, r := range f.Rules {
		reg.rules = append(reg.rules, Rule{r.ID, result.Of(r.Title), r.Source.text(), r.Status, r.From, r.To, result.Of(r.Note)})
	}
	for _, s := range f.Sets {
		reg.sets = append(reg.sets, Set{s.ID, result.Of(s.Title), s.First, s.Last, s.Named, s.Formulas, s.Status, s.Source.text(), result.Of(s.Note)})
	}
	for _, p := range f.Parameters {
		out := Parameter{ID: p.ID, Rule: p.Rule, Title: result.Of(p.Title), Unit: p.Unit, Informational: p.Informational}
		for _, v := range p.Versions {
			w, err := v.version()
			if err != nil {
				return fmt.Errorf("%s: %w", p.ID, err)
			}
			out.Versions = append(out.Versions, w)
		}
		if len(out.Versions) == 0 {
			return fmt.Errorf("%s has no version", p.ID)
		}
		reg.parameters = append(reg.parameters, out)
	}
	return nil
}

func (v *versionFile) version() (out Version, err error) {
	out = Version{Status: v.Status, Source: v.Source.text(), Note: result.Of(v.Note)}
	if out.From, err = bound(v.From, 1, 1); err != nil {
		return out, err
	}
	if out.To, err = bound(v.To, 12, 31); err != nil {
		return out, err
	}
	if out.Value, err = rational(v.Value); err != nil {
		return out, err
	}
	if out.Rows, err = table(v.Rows); err != nil {
		return out, err
	}
	for _, o := range v.Others {
		r := Reading{Source: o.Source.text()}
		if r.Value, err = rational(o.Value); err != nil {
			return out, err
		}
		if r.Rows, err = table(o.Rows); err != nil {
			return out, err
		}
		out.Others = append(out.Others, r)
	}
	return out, nil
}

func table(in []rowFile) (out Table, err error) {
	for _, r := range in {
		row := Row{Key: r.Key, Label: result.Of(r.Label)}
		if row.Least, err = rational(r.Least); err != nil {
			return nil, err
		}
		if row.Over, err = rational(r.Over); err != nil {
			return nil, err
		}
		for _, s := range r.Values {
			x, err := rational(s)
			if err != nil {
				return nil, err
			}
			row.Values = append(row.Values, x)
		}
		out = append(out, row)
	}
	return out, nil
}

func rational(s string) (*big.Rat, error) {
	if s == "" {
		return nil, nil
	}
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil, fmt.Errorf("%q is not a number", s)
	}
	return v, nil
}

// bound reads an ISO date or a fiscal year; "" is open.
func bound(s string, month, day int) (record.Day, error) {
	if s == "" {
		return 0, nil
	}
	if t, err := time.Parse("2006", s); err == nil {
		return record.DayOf(t.Year(), month, day), nil
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("%q is neither a date nor a fiscal year", s)
	}
	return record.DayOf(t.Year(), int(t.Month()), t.Day()), nil
}
