package facts

import "rapor/ingest/record"

// Counts of the acts of one month may stand in several tables, each by another
// attribute: by article, by nationality, by none. They are the same acts, seen
// from several sides, and only one side counts.

// side is by what a table counts acts, the side that counts first last.
type side uint8

const (
	plainSide   side = iota // by none
	nationSide              // by nationality
	articleSide             // by article, as the monthly form does
)

func sideOf(a *record.Action) side {
	switch {
	case a.Article != "":
		return articleSide
	case a.Nationality != "":
		return nationSide
	}
	return plainSide
}

// countedActs are the acts of one kind in one month.
type countedActs struct {
	month int
	kind  record.ActionKind
}

// sides finds for every table and every month and kind of act the side that
// counts: that of most standing among all tables.
type sides struct {
	best  map[countedActs]side
	table map[spot]map[countedActs]side
}

func sidesOf(list []record.Action, office string) sides {
	v := sides{map[countedActs]side{}, map[spot]map[countedActs]side{}}
	for i := range list {
		a := &list[i]
		if a.Grain != record.GrainMonth || a.Office != office || a.Number == 0 {
			continue
		}
		at, of, is := spotOf(a.Ref), countedActs{monthIndex(a.Decided), a.Kind}, sideOf(a)
		if v.table[at] == nil {
			v.table[at] = map[countedActs]side{}
		}
		v.table[at][of], v.best[of] = max(v.table[at][of], is), max(v.best[of], is)
	}
	return v
}

// again reports a count of acts that a table of more standing counts too.
func (v *sides) again(a *record.Action) bool {
	of := countedActs{monthIndex(a.Decided), a.Kind}
	return a.Number > 0 && v.table[spotOf(a.Ref)][of] < v.best[of]
}
