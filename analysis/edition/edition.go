// Package edition makes the jury's edition of a result: what may leave the
// office. Names, cells, free texts and file names stay inside, and counts of
// few persons are masked together with what would give them away.
//
// It computes no indicator; it only leaves out, and says what it left out.
package edition

import (
	"rapor/analysis/result"
)

// Jury returns the edition of a result that may leave the office; the result
// itself stays as it is. In order: what is marked for the office is left out,
// labels that may be names are brought together, counts of few persons are
// masked with their complements, and sentences that would say them are dropped.
func Jury(full *result.Result) *result.Result {
	r := outside(full)
	every := map[string][]result.Point{}
	for i := range full.Indicators {
		every[full.Indicators[i].ID] = full.Indicators[i].Months
	}
	if r.Privacy.Least == 0 {
		r.Privacy.Least = Least
	}
	r.Edition = result.ForTheJury
	e := &editor{Result: r, every: every, plans: map[result.Subjects]*plan{}, hidden: map[string]bool{}, dropped: map[string]bool{},
		gone: map[string]bool{}, months: map[string]map[string]bool{}}
	e.sources()
	e.groups()
	e.values()
	e.series()
	e.differences()
	e.scores() // when all values that are withheld are known
	e.figures()
	e.tables()
	e.statements()
	e.exemptions()
	e.finish()
	return r
}

// Least is the smallest count of persons that is printed where it is crossed
// with an attribute of the person.
const Least = 5

// editor is one edition in the making.
type editor struct {
	*result.Result
	every   map[string][]result.Point  // indicator -> all months of the data
	plans   map[result.Subjects]*plan  // what is masked of some persons in any report
	dropped map[string]bool            // figures and tables left out
	gone    map[string]bool            // sentences dropped where they arose
	months  map[string]map[string]bool // indicator -> months masked in its series
	silent  map[string]bool            // names of indicators whose value is withheld
	hidden  map[string]bool            // periods of comparison left out for persons
	said    int                        // labels, values and points masked
}

// masked is what stands for a value kept inside the office.
func masked() result.Text {
	return result.T("disamarkan: menyangkut kurang dari {0} orang, atau akan membuka jumlah seperti itu",
		"masked: it concerns fewer than {0} persons, or would give such a count away")
}

func (e *editor) masked() *result.Text {
	t := masked()
	t.Args = []result.Quantity{result.Int(e.Privacy.Least, result.Count)}
	return &t
}

// hide masks a value and all that tells of it.
func (e *editor) hide(v *result.Value) {
	if v.Value == nil && v.N == 0 {
		return
	}
	e.said++
	*v = result.Value{NUnit: v.NUnit, Missing: e.masked(), Sources: v.Sources, Masked: true}
}

// sources keep their number, kind and account; their names stay inside, those
// of layouts of the office's own too, and so do the rows, the dates and the size of a list of persons: a file a month
// would tell each month.
func (e *editor) sources() {
	for i := range e.Sources {
		s := &e.Sources[i]
		s.Name = result.Anonymous(i+1, s.Name)
		for k := range s.Sheets {
			if sh := &s.Sheets[k]; sh.Own {
				sh.Layout, sh.Title = "", result.T("Tata letak kantor sendiri", "A layout of the office's own")
			}
			if sh := &s.Sheets[k]; result.SubjectsOf([]string{sh.Kind}).Persons() {
				*sh = result.Sheet{Layout: sh.Layout, Kind: sh.Kind, Title: sh.Title, Own: sh.Own, Refused: sh.Refused, Masked: true}
				s.Bytes = 0
			}
		}
	}
}
