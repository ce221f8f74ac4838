package analysis

import (
	"math/big"

	"rapor/analysis/enforcement"
	"rapor/analysis/facts"
	"rapor/analysis/finance"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/queue"
	"rapor/analysis/result"
	"rapor/analysis/survey"
	"rapor/analysis/volume"
	"rapor/ingest/record"
)

// domain is one family of indicators with its own slice type hidden.
type domain interface {
	name() string
	infos() []indicator.Info
	value(i int, sel facts.Selection) result.Value
	bound(i int, sel facts.Selection, n int64) (lo, hi *big.Rat, ok bool)
	sample(i int, sel facts.Selection) *indicator.Sample
	without(i int, sel facts.Selection) (value *big.Rat, left int64)
	events(i int, sel facts.Selection) []record.Day
	worked(id string) string
}

// adapter binds a list of specs to the slices they are computed from. Slices
// are made once per selection and shared by all specs of the domain.
type adapter[S any] struct {
	domain string
	specs  []indicator.Spec[S]
	slice  func(facts.Selection) S
	proof  func(string) string
	made   map[facts.Selection]S
}

func (a *adapter[S]) name() string { return a.domain }

func (a *adapter[S]) infos() []indicator.Info {
	out := make([]indicator.Info, len(a.specs))
	for i := range a.specs {
		out[i] = a.specs[i].Info
	}
	return out
}

func (a *adapter[S]) value(i int, sel facts.Selection) result.Value {
	return a.specs[i].Compute(a.of(sel))
}

func (a *adapter[S]) of(sel facts.Selection) S {
	s, ok := a.made[sel]
	if !ok {
		s = a.slice(sel)
		a.made[sel] = s
	}
	return s
}

func (a *adapter[S]) bound(i int, sel facts.Selection, n int64) (lo, hi *big.Rat, ok bool) {
	if a.specs[i].Bound == nil {
		return nil, nil, false
	}
	lo, hi = a.specs[i].Bound(a.of(sel), n)
	return lo, hi, true
}

func (a *adapter[S]) sample(i int, sel facts.Selection) *indicator.Sample {
	if a.specs[i].Sample == nil {
		return nil
	}
	return a.specs[i].Sample(a.of(sel))
}

func (a *adapter[S]) without(i int, sel facts.Selection) (value *big.Rat, left int64) {
	if a.specs[i].Without == nil {
		return nil, 0
	}
	return a.specs[i].Without(a.of(sel))
}

func (a *adapter[S]) events(i int, sel facts.Selection) []record.Day {
	if a.specs[i].Events == nil {
		return nil
	}
	return a.specs[i].Events(a.of(sel))
}

func (a *adapter[S]) worked(id string) string { return a.proof(id) }

// domains lists the families in the order of the catalogue.
func domains(f *facts.Set, set *office.Setting) []domain {
	return []domain{
		adapt("queue", queue.SpecsFor(set), f, set, queue.NewSlice, queue.Worked),
		adapt("survey", survey.Specs(), f, set, survey.NewSlice, survey.Worked),
		adapt("enforcement", enforcement.Specs(), f, set, enforcement.NewSlice, enforcement.Worked),
		adapt("volume", volume.Specs(), f, set, volume.NewSlice, volume.Worked),
		adapt("finance", finance.Specs(), f, set, finance.NewSlice, finance.Worked),
	}
}

func adapt[S any](name string, specs []indicator.Spec[S], f *facts.Set, set *office.Setting,
	slice func(*facts.Set, *office.Setting, facts.Selection) S, proof func(string) string) domain {
	return &adapter[S]{
		domain: name, specs: specs, proof: proof,
		slice: func(sel facts.Selection) S { return slice(f, set, sel) },
		made:  map[facts.Selection]S{},
	}
}

// Entry is one indicator of the catalogue with its worked example.
type Entry struct {
	Domain string
	indicator.Info
	Worked string
}

// Catalogue lists every indicator in order.
func Catalogue() []Entry {
	set := office.Default()
	var out []Entry
	for _, d := range domains(&facts.Set{}, &set) {
		for _, info := range d.infos() {
			out = append(out, Entry{Domain: d.name(), Info: info, Worked: d.worked(info.ID)})
		}
	}
	return out
}
