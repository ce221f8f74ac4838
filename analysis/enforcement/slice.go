// Package enforcement declares the indicators of immigration law enforcement.
// Persons, acts, cases and events are different units and are never mixed; no
// count is better for being larger. It knows nothing of files or pages.
package enforcement

import (
	"embed"
	"math/big"
	"strings"

	"rapor/analysis/country"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Specs lists the indicators in the order of the catalogue. Every value says
// which of its rules the office replaced.
func Specs() []indicator.Spec[*Slice] {
	return indicator.Saying(leavingUnread([]indicator.Spec[*Slice]{
		acts, persons, deportations, deportShare, detentions, listings, charges, justitia, clearance, nations, articles,
		operations, meetings, hitRate, touts,
		permits, exclusions, residences, chargeActs, executed, removedInTime, executionDays, arrestMedian, arrestP90,
		notifiedMedian, notifiedP90, investigated, prosecuted, decided, stopped, chargeFit, chargeDays, nationHHI, articleHHI,
		findingOperations, findsPerOperation, jointOperations, repeaters, toutsReported, toutsStaff, officeActs, detained, detentionDays, completionShare,
	}), (*Slice).replaced)
}

// Slice is the enforcement facts of one selection.
type Slice struct {
	set   *office.Setting
	facts *facts.Set
	sel   facts.Selection
	book  rules.Book

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
	finding    int64 // operations with at least one violation
	joint      int64
	jointSaid  bool // some operation says whether it was joint
	touts      int64
	reported   int64 // touts reported to the police
	staffed    int64 // incidents that say whether staff were involved
	staff      int64 // and in which they were
	outcomes   map[string]int64

	unkinded       int64 // acts whose kind is empty or not understood: counted under no kind
	jointUnread    int64 // operations of which it is not understood whether they were joint
	staffUnread    int64 // incidents of which it is not understood whether staff were involved
	handlingUnread int64 // incidents whose handling is not understood

	victims    int64 // acts against victims of trafficking: not counted
	labels     map[label]int64
	latest     map[uint64]record.Day // last decision in the selection, by person
	detained   map[uint64]bool
	undetained int64 // detentions without a person key
	days       int64 // overstayed, of charges
	dayed      int64 // charges with days
	checkable  int64 // charges that can be recomputed
	fitting    int64
	scaled     int64 // those that fit but for a factor of a thousand or a million
	visitors   int64 // applicants of the selection; -1 = not counted yet
}

// label is a kind as the office prints it and as the law knows it.
type label struct {
	printed string
	kind    record.ActionKind
}

// NewSlice gathers the facts of a selection.
func NewSlice(f *facts.Set, set *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{set: set, facts: f, sel: sel, book: rules.With(set.Rules), persons: map[uint64]bool{}, nations: map[string]int64{}, articles: map[string]int64{}, outcomes: map[string]int64{},
		labels: map[label]int64{}, latest: map[uint64]record.Day{}, detained: map[uint64]bool{}, visitors: -1}
	f.Enforcement.Actions(sel, s.action)
	f.Enforcement.FormActions(sel, func(a *record.Action) { s.formTotal += a.Number })
	f.Enforcement.Operations(sel, s.operation)
	f.Enforcement.Touts(sel, s.tout)
	return s
}

func (s *Slice) action(a *record.Action) {
	s.rows++
	if a.Victim == record.Yes {
		s.victims += a.Number
		return
	}
	if !unread(a) {
		s.byKind[a.Kind] += a.Number
	}
	if a.Number == 0 {
		return // a stated NIHIL
	}
	s.labels[label{a.Label, a.Kind}] += a.Number
	if a.Kind == record.ActionCharge {
		s.fine(a)
	}
	if unread(a) {
		s.unkinded += a.Number
	} else {
		s.person(a)
	}
	if a.Nationality != "" {
		s.nations[country.Name(a.Nationality)] += a.Number
	}
	if a.Article != "" {
		s.articles[Article(a.Article)] += a.Number
	}
}

// fine follows an overstay charge and recomputes it.
func (s *Slice) fine(a *record.Action) {
	if a.Charge.Known {
		s.charge += int64(a.Charge.Sen)
		s.charged += a.Number
	}
	if a.Overstay < 0 || a.Number != 1 {
		return
	}
	s.days += int64(a.Overstay)
	s.dayed++
	if daily, ok := tariffOn(s.book, a.Decided); ok && a.Charge.Known {
		s.checkable++
		switch due := daily * record.Rupiah(a.Overstay); {
		case a.Charge.Sen == due:
			s.fitting++
		case due > 0 && (1000*a.Charge.Sen == due || 1_000_000*a.Charge.Sen == due):
			s.scaled++
		}
	}
}

// person follows whom an act concerns. Detention is no TAK: persons who were
// only detained are counted apart.
func (s *Slice) person(a *record.Action) {
	if a.Kind == record.ActionDetention {
		if a.Person == 0 {
			s.undetained += a.Number
		} else {
			s.detained[a.Person] = true
		}
		return
	}
	if a.Person == 0 {
		s.unkeyed += a.Number
		return
	}
	s.persons[a.Person] = true
	s.latest[a.Person] = max(s.latest[a.Person], a.Decided)
}

// firsts is the first decision about each person in all facts of the office.
func (s *Slice) firsts() map[uint64]record.Day {
	out := map[uint64]record.Day{}
	s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) {
		if a.Person == 0 || a.Number == 0 || a.Kind == record.ActionDetention || unread(a) || a.Victim == record.Yes {
			return
		}
		if d, ok := out[a.Person]; !ok || a.Decided < d {
			out[a.Person] = a.Decided
		}
	})
	return out
}

func (s *Slice) tout(t *record.Tout) {
	s.touts++
	s.outcomes[t.Outcome]++
	switch told, known := toldPolice(t.Outcome); {
	case !known:
		s.handlingUnread++
	case told:
		s.reported++
	}
	switch t.Staff {
	case record.Unread:
		s.staffUnread++
	case record.Yes:
		s.staff++
		s.staffed++
	case record.No:
		s.staffed++
	}
}

func (s *Slice) operation(o *record.Operation) {
	if o.Meeting {
		s.meetings++
		return
	}
	s.operations++
	s.jointSaid = s.jointSaid || o.Joint != record.Unknown
	switch o.Joint {
	case record.Unread:
		s.jointUnread++
	case record.Yes:
		s.joint++
	}
	if o.Checked >= 0 && o.Violations > 0 {
		s.finding++
	}
	if o.Checked >= 0 && o.Violations >= 0 {
		s.checked += o.Checked
		s.found += o.Violations
	} else {
		s.unchecked++
	}
}

// total is the number of acts of article 75. Detention, a power of its own, is
// counted apart. An act that is named, and is none of the six, stays in; one whose
// kind is empty or not understood is left out by name (unread.go).
func (s *Slice) total() int64 { return s.officeTotal() - s.byKind[record.ActionDetention] }

// unknown is the number of acts that are named, and none of the six.
func (s *Slice) unknown() int64 { return s.byKind[record.ActionOther] }

// officeTotal is what an office that counts everything on its form counts.
func (s *Slice) officeTotal() int64 {
	var n int64
	for _, c := range s.byKind {
		n += c
	}
	return n
}

// applicants is the number of queue tickets of the same office and period.
func (s *Slice) applicants() int64 {
	if s.visitors < 0 {
		s.visitors = 0
		sel := facts.Selection{Office: s.sel.Office, From: s.sel.From, To: s.sel.To}
		s.facts.Queue.Visits(sel, func(*facts.Visit, facts.Lane) { s.visitors++ })
		s.facts.Queue.Intervals(sel, func(i *record.QueueInterval) { s.visitors += i.Count })
	}
	return s.visitors
}

// beside puts the effort of the same period next to a count: more acts can
// come of more operations.
func (s *Slice) beside(v result.Value) result.Value {
	if !v.Known() {
		return v
	}
	covered, _ := s.facts.Enforcement.Covered(s.sel, facts.OperationRows)
	switch n := s.applicants(); {
	case covered > 0 && n > 0:
		v.Warnings = append(v.Warnings, result.T("Pada masa yang sama: {0} operasi pengawasan, {1} pemohon.", "In the same period: {0} surveillance operations, {1} applicants.",
			result.Int(s.operations, result.Count), result.Int(n, result.Count)))
	case covered > 0:
		v.Warnings = append(v.Warnings, result.T("Pada masa yang sama: {0} operasi pengawasan.", "In the same period: {0} surveillance operations.", result.Int(s.operations, result.Count)))
	}
	return v
}

func missing(t result.Text) result.Value { return result.Value{Missing: &t} }

// counted is a count of independent events with its exact Poisson interval.
// Months that no file speaks of are said; with none covered it is missing.
func (s *Slice) counted(n int64, unit result.Unit, fam facts.Family, needs result.Text) result.Value {
	covered, months := s.facts.Enforcement.Covered(s.sel, fam)
	if covered == 0 {
		return missing(needs)
	}
	v := independent(n, unit)
	if covered < months {
		v.Warnings = append(v.Warnings, result.T("Berkas hanya mencakup {0} dari {1} bulan; bulan lainnya tidak ada datanya, bukan nol.",
			"Files cover only {0} of {1} months; the others are missing, not zero.", result.Int(int64(covered), result.Count), result.Int(int64(months), result.Count)))
	}
	return v
}

// independent is a count of independent events, whatever the months covered.
func independent(n int64, unit result.Unit) result.Value {
	lo, hi := stat.Poisson(n, 0.95)
	return result.Value{Value: big.NewRat(n, 1), N: n, NUnit: unit, Lo: &lo, Hi: &hi, Level: 0.95, Interval: "poisson"}
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
