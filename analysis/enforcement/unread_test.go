package enforcement_test

import (
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// leftOut is the number of what a value leaves out.
func leftOut(v result.Value) (n int64) {
	for _, x := range v.Excluded {
		n += x.N
	}
	return n
}

func holds(t *testing.T, id string, v result.Value, want string, left int64) {
	t.Helper()
	switch {
	case want == "" && (v.Value != nil || v.Missing == nil):
		t.Errorf("%s: %v is not withheld", id, v.Value)
	case want != "" && (v.Value == nil || v.Value.RatString() != want || leftOut(v) != left):
		t.Errorf("%s: %v, left out %d; want %s, %d", id, v.Value, leftOut(v), want, left)
	}
}

// TestAnActOfUnknownKindIsNoTAK: it could as well be a detention; up to a fifth
// of such acts are left out by name, beyond that nothing is said.
func TestAnActOfUnknownKindIsNoTAK(t *testing.T) {
	d := record.DayOf(2016, 3, 14)
	named := func(unread int64) *facts.Set {
		charge := act(record.ActionCharge, d, 1)
		charge.Charge, charge.Overstay = record.Amount{Sen: 100, Known: true}, 1
		return sealed([]record.Action{act(record.ActionDeportation, d, 5), charge,
			act(record.ActionDetention, d, 2), act(record.ActionUnknown, d, unread)})
	}
	for id, want := range map[string]string{"GAK-01": "6", "GAK-03": "5", "GAK-04": "5/6", "GAK-06": "0", "GAK-19": "1",
		"GAK-07": "100", "GAK-32": "1"} {
		v := value(t, id, named(2), sel2016)
		left := int64(2)
		if id == "GAK-01" {
			left += 2 // detentions
		}
		holds(t, id, v, want, left)
		holds(t, id, value(t, id, named(3), sel2016), "", 0)
	}
	holds(t, "GAK-05", value(t, "GAK-05", named(2), sel2016), "2", 2)
	holds(t, "GAK-40", value(t, "GAK-40", named(2), sel2016), "8", 2)
}

// TestPersonsOfUnknownActsAreNoTAK: nor is who was met by them.
func TestPersonsOfUnknownActsAreNoTAK(t *testing.T) {
	var acts []record.Action
	for i := range 6 {
		a := act(record.ActionDeportation, record.DayOf(2016, 3, 1+i), 1)
		if a.Person = uint64(i + 1); i == 5 {
			a.Kind = record.ActionUnknown
		}
		acts = append(acts, a)
	}
	holds(t, "GAK-02", value(t, "GAK-02", sealed(acts), sel2016), "5", 1)
	holds(t, "GAK-37", value(t, "GAK-37", sealed(acts), sel2016), "0", 1)
}

// TestEventsOfUnknownAttributes: what is not understood is neither yes nor no.
func TestEventsOfUnknownAttributes(t *testing.T) {
	events := func(unread int) *facts.Set {
		return sealed(nil, func(f *facts.Set) {
			for i := range 8 + unread {
				d := record.DayOf(2016, 3, 1+i)
				o := record.Operation{Ref: record.Ref{Row: uint32(i + 2)}, Day: d, Joint: record.Yes, Checked: -1, Violations: -1}
				c := record.Tout{Ref: o.Ref, Day: d, Outcome: "dilaporkan ke polisi", Staff: record.Yes}
				if i >= 8 {
					o.Joint, c.Staff, c.Outcome = record.Unread, record.Unread, "qwerty"
				}
				if i >= 6 && i < 8 {
					o.Joint, c.Staff, c.Outcome = record.No, record.No, "diusir"
				}
				f.Operation(&o)
				f.Tout(&c)
			}
		})
	}
	for _, id := range []string{"GAK-41", "GAK-38", "GAK-39"} {
		holds(t, id, value(t, id, events(2), sel2016), "3/4", 2)
		holds(t, id, value(t, id, events(3), sel2016), "", 0)
	}
}
