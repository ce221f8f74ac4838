package facts

import (
	"fmt"
	"reflect"
	"testing"

	"rapor/ingest/layout"
	"rapor/ingest/record"
)

// everyKind calls f for each method of record.Sink that takes a record, with a
// function that feeds one of an office and a place to a set.
func everyKind(f func(method string, feed func(s *Set, ref record.Ref, office string, fill func(reflect.Value)))) {
	sink := reflect.TypeOf((*record.Sink)(nil)).Elem()
	for i := range sink.NumMethod() {
		m := sink.Method(i)
		if m.Type.NumIn() != 1 || m.Type.In(0).Kind() != reflect.Pointer {
			continue
		}
		f(m.Name, func(s *Set, ref record.Ref, office string, fill func(reflect.Value)) {
			x := reflect.New(m.Type.In(0).Elem())
			x.Elem().FieldByName("Ref").Set(reflect.ValueOf(ref))
			x.Elem().FieldByName("Office").SetString(office)
			if fill != nil {
				fill(x.Elem())
			}
			reflect.ValueOf(s).MethodByName(m.Name).Call([]reflect.Value{x})
		})
	}
}

// filled gives every field of a record a value, so that it has whatever key its
// kind has.
func filled(v reflect.Value) {
	day := record.DayOf(2016, 3, 14)
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		switch {
		case name == "Ref" || name == "Office":
		case name == "Year":
			f.SetInt(2016)
		case name == "Month" && f.Type() != reflect.TypeOf(day):
			f.SetInt(3)
		case f.Type() == reflect.TypeOf(day):
			f.Set(reflect.ValueOf(day))
		case name == "Grain":
		case name == "Kind" && f.Kind() == reflect.Uint8:
			f.Set(reflect.ValueOf(record.ActionDeportation))
		case f.Kind() == reflect.String:
			f.SetString("LK-7")
		case f.CanInt():
			f.SetInt(1)
		case f.CanUint():
			f.SetUint(1)
		}
	}
}

// TestEveryKind runs each kind of record through split, merge, naming, undo and
// the export that says it again. A kind that is not declared fails it.
func TestEveryKind(t *testing.T) {
	n := 0
	everyKind(func(method string, feed func(*Set, record.Ref, string, func(reflect.Value))) {
		n++
		rows := func(s *Set) (n int64) {
			for _, x := range s.OfficeRows() {
				n += x.Rows
			}
			return n
		}
		a, b := &Set{}, &Set{}
		feed(a, place(0, 0, 2), "Cabang", nil)
		undo := a.Checkpoint()
		feed(a, place(0, 0, 3), "Cabang", nil)
		undo()
		feed(b, place(1, 0, 2), "Cabang", nil)
		a.Merge(b)
		if got := rows(a); got != 2 {
			t.Errorf("%s: %d rows after merge and undo, want 2", method, got)
		}
		a.NameOffices(func(string) string { return "" })
		if list := a.OfficeRows(); len(list) != 1 || list[0].Office != "" || list[0].Kind == "" {
			t.Errorf("%s: offices %+v", method, list)
		}
		// three rows of one export, given again by a longer one
		short, long := &Set{}, &Set{}
		later := func(days int) func(reflect.Value) {
			return func(v reflect.Value) {
				filled(v)
				if f := v.FieldByName("Number"); f.IsValid() && f.Kind() == reflect.String {
					f.SetString(fmt.Sprint("LK-", days+1))
				}
				for _, name := range []string{"Day", "Decided", "Applied", "Signed", "Accepted", "Notified"} {
					if f := v.FieldByName(name); f.IsValid() {
						f.Set(reflect.ValueOf(record.DayOf(2016, 3, 14+days)))
					}
				}
				if f := v.FieldByName("Month"); f.IsValid() && f.Type() == reflect.TypeOf(record.Day(0)) {
					f.Set(reflect.ValueOf(record.DayOf(2016, 3+days, 1)))
				} else if f.IsValid() {
					f.SetInt(int64(3 + days))
				}
			}
		}
		for k := range 4 {
			if k < 3 {
				feed(short, place(0, 0, uint32(k+2)), "", later(k))
			}
			feed(long, place(1, 0, uint32(k+2)), "", later(k))
		}
		long.Merge(short)
		aside := long.Seal()
		if got := rows(long); got != 4 || len(aside) != 3 {
			t.Errorf("%s: %d of 7 rows count, %d set aside; two exports of four things", method, got, len(aside))
		}
	})
	if n != 21 || n != len((&Set{}).kinds())+1 {
		t.Errorf("%d kinds of records, %d declared beside tickets", n, len((&Set{}).kinds()))
	}
}

// TestEveryKindIsDatedByAField: what is proposed to date a table is a field of
// its kind, and a row that has it belongs to its period alone.
func TestEveryKindIsDatedByAField(t *testing.T) {
	by := map[string]string{visits.kind: visits.datesBy}
	for _, k := range (&Set{}).kinds() {
		by[k.name()] = k.datedBy()
	}
	for _, kind := range layout.Kinds() {
		if by[kind] == "" && kind != "case" { // which counts by the stages it reached
			t.Errorf("%s: nothing dates it", kind)
		}
		if _, ok := layout.FieldOf(kind, by[kind]); by[kind] != "" && !ok {
			t.Errorf("%s: no field %s", kind, by[kind])
		}
	}
	day := record.DayOf(2016, 3, 14)
	var s Set
	s.Complaint(&record.Complaint{Day: day})
	s.Ledger(&record.Ledger{Year: 2016, Month: 3, Spent: record.Sen(1)})
	s.Ledger(&record.Ledger{Year: 2016, Month: 4, Ceiling: record.Sen(1)})
	s.Ticket(&record.Ticket{Day: day})
	s.Seal()
	for _, kind := range []string{"complaint", "ledger", "ticket"} {
		if !s.Holds("", kind, record.DayOf(2016, 3, 1), record.DayOf(2016, 3, 31)) || s.Holds("", kind, record.DayOf(2016, 4, 1), record.DayOf(2016, 4, 30)) ||
			s.Holds("Lain", kind, record.DayOf(2016, 3, 1), record.DayOf(2016, 3, 31)) {
			t.Errorf("%s: not held in its month alone", kind)
		}
	}
}
