package officename

import (
	"cmp"
	"slices"
	"strings"
)

// Seen is one spelling in the data and the rows that bear it.
type Seen struct {
	Name string
	Rows int64
}

// Offices says which spellings stand for which office. The zero value knows
// none: every name is its own.
type Offices struct {
	as  map[string]string // every spelling seen -> the spelling that stands for it
	own map[string]bool   // spellings of the report's own office
}

// Decide groups the spellings of the data by office. own are the names, other
// names and codes by which the report's office calls itself; class is its
// class where they do not say it ("Kelas II"), or "".
//
// A name without a class belongs to the office of its place, unless the data
// or the settings know offices of several classes there: then it stands for
// itself, for nobody can tell. The outcome depends on the set of names and
// their rows alone. Of several spellings of another office the commonest
// stands for all (ties: the first in order).
func Decide(own []string, class string, seen []Seen) Offices {
	d := decision{classes: map[name]map[string]bool{}, own: map[name]bool{}}
	var mine []name
	for _, s := range own {
		n := parse(s)
		if n.place == "" {
			continue
		}
		if c, used := classAt(append(fold(class), "")); used > 0 && n.kind != "" && n.class == "" {
			n.class = c
		}
		mine = append(mine, n)
		d.meet(n)
	}
	for _, s := range seen {
		d.meet(parse(s.Name))
	}
	for _, n := range mine {
		d.own[d.settle(n)] = true
	}
	return d.offices(seen)
}

// Same reports whether two names mean one office when nothing else is known.
func Same(a, b string) bool {
	return Decide([]string{a}, "", []Seen{{Name: b}}).Own(b)
}

// Own reports whether a spelling means the report's own office.
func (o Offices) Own(s string) bool { return o.own[s] }

// Of is the spelling that stands for an office, "" for the report's own.
func (o Offices) Of(s string) string {
	if o.own[s] {
		return ""
	}
	if as, ok := o.as[s]; ok {
		return as
	}
	return s
}

// decision is what is known of all names together.
type decision struct {
	classes map[name]map[string]bool // by place: the classes that are named there
	own     map[name]bool
}

// site is a name without its class.
func (n name) site() name { return name{kind: n.kind, place: n.place} }

func (d *decision) meet(n name) {
	if n.class == "" {
		return
	}
	if d.classes[n.site()] == nil {
		d.classes[n.site()] = map[string]bool{}
	}
	d.classes[n.site()][n.class] = true
}

// settle gives a name without a class the only class of its place.
func (d *decision) settle(n name) name {
	if n.class == "" && len(d.classes[n.site()]) == 1 {
		for c := range d.classes[n.site()] {
			n.class = c
		}
	}
	return n
}

// mine reports whether a name is the report's own: settled so, or without a
// class at a place whose every office is the report's own.
func (d *decision) mine(s string) bool {
	n := parse(s)
	if n.place == "" {
		return false
	}
	if d.own[d.settle(n)] {
		return true
	}
	if n.class != "" || len(d.classes[n.site()]) == 0 {
		return false
	}
	for c := range d.classes[n.site()] {
		if n.class = c; !d.own[n] {
			return false
		}
	}
	return true
}

func (d *decision) offices(seen []Seen) Offices {
	o := Offices{as: map[string]string{}, own: map[string]bool{}}
	groups := map[name][]Seen{}
	for _, s := range seen {
		if d.mine(s.Name) {
			o.own[s.Name] = true
			continue
		}
		n := d.settle(parse(s.Name))
		groups[n] = append(groups[n], s)
	}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b Seen) int {
			return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Name, b.Name))
		})
		for _, s := range g {
			o.as[s.Name] = g[0].Name
		}
	}
	return o
}
