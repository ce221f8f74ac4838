// Package enforcement declares the indicators of immigration law enforcement.
// Persons, acts, cases and events are different units and are never mixed; no
// count is better for being larger. It knows nothing of files or pages.
package enforcement

import (
	"embed"
	"math/big"
	"strings"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Specs lists the indicators in the order of the catalogue.
func Specs() []indicator.Spec[*Slice] {
	return []indicator.Spec[*Slice]{
		acts, persons, deportations, deportShare, detentions, listings, charges, justitia, clearance, nations, articles,
		operations, meetings, hitRate, touts,
	}
}

// Slice is the enforcement facts of one selection.
type Slice struct {
	set   *office.Setting
	facts *facts.Set
	sel   facts.Selection

	byKind     [record.ActionOther + 1]int64
	rows       int64
	persons    map[uint64]bool
	unkeyed    int64 // acts without a person key
	charge     int64 // sen
	charged    int64 // acts with an amount
	nations    map[string]int64
	articles   map[string]int64
	formTotal  int64 // acts of monthly forms, whether or not a list was preferred
	operations int64
	meetings   int64
	checked    int64
	found      int64
	unchecked  int64 // operations without a number of persons checked
	touts      int64
	outcomes   map[string]int64
}

// NewSlice gathers the facts of a selection.
func NewSlice(f *facts.Set, set *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{set: set, facts: f, sel: sel, persons: map[uint64]bool{}, nations: map[string]int64{}, articles: map[string]int64{}, outcomes: map[string]int64{}}
	f.Enforcement.Actions(sel, s.action)
	f.Enforcement.FormActions(sel, func(a *record.Action) { s.formTotal += a.Number })
	f.Enforcement.Operations(sel, s.operation)
	f.Enforcement.Touts(sel, func(t *record.Tout) { s.touts++; s.outcomes[t.Outcome]++ })
	return s
}

func (s *Slice) action(a *record.Action) {
	s.rows++
	s.byKind[a.Kind] += a.Number
	if a.Number == 0 {
		return // a stated NIHIL
	}
	if a.Kind == record.ActionCharge && a.Charge.Known {
		s.charge += int64(a.Charge.Sen)
		s.charged++
	}
	if a.Person != 0 {
		s.persons[a.Person] = true
	} else {
		s.unkeyed += a.Number
	}
	if a.Nationality != "" {
		s.nations[country(a.Nationality)] += a.Number
	}
	if a.Article != "" {
		s.articles[a.Article] += a.Number
	}
}

func (s *Slice) operation(o *record.Operation) {
	if o.Meeting {
		s.meetings++
		return
	}
	s.operations++
	if o.Checked >= 0 && o.Violations >= 0 {
		s.checked += o.Checked
		s.found += o.Violations
	} else {
		s.unchecked++
	}
}

// total is the number of acts of the six kinds of article 75; detention, a
// power of its own, is counted apart.
func (s *Slice) total() int64 {
	var n int64
	for k, c := range s.byKind {
		if record.ActionKind(k) != record.ActionDetention {
			n += c
		}
	}
	return n
}

// country merges the spellings of one country.
func country(s string) string {
	switch strings.ToUpper(strings.TrimSpace(s)) {
	case "TIONGKOK", "RRT", "RRC", "CHINA", "CINA", "PRC", "REPUBLIK RAKYAT TIONGKOK":
		return "Tiongkok"
	case "KOREA", "KOREA SELATAN", "SOUTH KOREA", "REPUBLIC OF KOREA":
		return "Korea Selatan"
	case "AS", "USA", "AMERIKA", "AMERIKA SERIKAT", "UNITED STATES":
		return "Amerika Serikat"
	case "INGGRIS", "UK", "BRITANIA RAYA", "UNITED KINGDOM":
		return "Inggris"
	case "BELANDA", "NETHERLANDS":
		return "Belanda"
	}
	return strings.TrimSpace(s)
}

func missing(t result.Text) result.Value { return result.Value{Missing: &t} }

// counted is a count of independent events with its exact Poisson interval.
// Months that no file speaks of are said; with none covered it is missing.
func (s *Slice) counted(n int64, unit result.Unit, fam facts.Family, needs result.Text) result.Value {
	covered, months := s.facts.Enforcement.Covered(s.sel, fam)
	if covered == 0 {
		return missing(needs)
	}
	lo, hi := stat.Poisson(n, 0.95)
	v := result.Value{Value: big.NewRat(n, 1), N: n, NUnit: unit, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "poisson"}
	if covered < months {
		v.Warnings = append(v.Warnings, result.T("Berkas hanya mencakup {0} dari {1} bulan; bulan lainnya tidak ada datanya, bukan nol.",
			"Files cover only {0} of {1} months; the others are missing, not zero.", result.Int(int64(covered), result.Count), result.Int(int64(months), result.Count)))
	}
	return v
}

//go:embed testdata/*.txt
var worked embed.FS

// Worked returns the worked example of an indicator, "" when it has none.
func Worked(id string) string {
	b, err := worked.ReadFile("testdata/" + strings.ToLower(id) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
