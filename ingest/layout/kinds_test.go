package layout

import (
	"fmt"
	"slices"
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/vocabulary"
)

// sent keeps every record as text, by its type.
type sent struct{ got []string }

func (s *sent) add(v any) { s.got = append(s.got, fmt.Sprintf("%T %+v", v, v)) }

func (s *sent) Ticket(r *record.Ticket)               { s.add(*r) }
func (s *sent) QueueInterval(r *record.QueueInterval) { s.add(*r) }
func (s *sent) Ledger(r *record.Ledger)               { s.add(*r) }
func (s *sent) Revision(r *record.Revision)           { s.add(*r) }
func (s *sent) Contract(r *record.Contract)           { s.add(*r) }
func (s *sent) Invoice(r *record.Invoice)             { s.add(*r) }
func (s *sent) CashAdvance(r *record.CashAdvance)     { s.add(*r) }
func (s *sent) Output(r *record.Output)               { s.add(*r) }
func (s *sent) Dispensation(r *record.Dispensation)   { s.add(*r) }
func (s *sent) Revenue(r *record.Revenue)             { s.add(*r) }
func (s *sent) OfficialScore(r *record.OfficialScore) { s.add(*r) }
func (s *sent) Action(r *record.Action)               { s.add(*r) }
func (s *sent) Case(r *record.Case)                   { s.add(*r) }
func (s *sent) Volume(r *record.Volume)               { s.add(*r) }
func (s *sent) AnswerCount(r *record.AnswerCount)     { s.add(*r) }
func (s *sent) CaseCount(r *record.CaseCount)         { s.add(*r) }
func (s *sent) Operation(r *record.Operation)         { s.add(*r) }
func (s *sent) Tout(r *record.Tout)                   { s.add(*r) }
func (s *sent) Answer(r *record.Answer)               { s.add(*r) }
func (s *sent) Complaint(r *record.Complaint)         { s.add(*r) }
func (s *sent) Application(r *record.Application)     { s.add(*r) }
func (s *sent) Reject(record.Reject)                  {}
func (s *sent) Checkpoint() func()                    { return func() {} }

// samples are values that a field can take.
func samples(f *field) []value {
	if f.phrases != "" {
		var out []value
		p := vocabulary.PhrasesOf(f.phrases)
		for _, m := range p.Meanings() {
			for _, s := range p.Spellings(m) {
				out = append(out, value{text: s})
			}
		}
		return out
	}
	if f.typ == free {
		return []value{{text: "teks"}, {text: "50%"}, {text: "53"}, {text: "month"}, {text: "Persyaratan"}, {text: "3,2"}, {text: "ya"}}
	}
	return []value{{n: 3, day: record.DayOf(2016, 3, 14), sec: 30_000, end: 33_600, hash: 7}}
}

// together reports a field that reaches the record with one more alone: a month
// with its year.
func together(k *kind, f *field, v value, record func(func(*bag)) (string, *bag)) bool {
	for _, pair := range [][2]string{{"month", "year"}, {"year", "month"}} {
		other, ok := k.field(pair[1])
		if !ok || f.name != pair[0] {
			continue
		}
		without, _ := record(func(b *bag) { other.set(b, value{n: 5}); k.date(b) })
		with, _ := record(func(b *bag) { other.set(b, value{n: 5}); f.set(b, v); k.date(b) })
		return with != without
	}
	return false
}

// TestEveryKindIsWhole goes through all kinds: what each declares must be
// there, and all that it reads must reach its record.
func TestEveryKindIsWhole(t *testing.T) {
	types := map[string]string{}
	for i := range kinds {
		k := &kinds[i]
		if k.zero == nil || k.check == nil || k.send == nil || k.date == nil || len(k.dates) == 0 {
			t.Fatalf("%s: half a kind", k.name)
		}
		record := func(set func(b *bag)) (string, *bag) {
			var b bag
			k.reset(&b)
			set(&b)
			s := &sent{}
			k.send(&b, s)
			if len(s.got) != 1 {
				t.Errorf("%s: sent %d times", k.name, len(s.got))
			}
			return s.got[0], &b
		}
		empty, b := record(func(*bag) {})
		var typ string
		fmt.Sscan(empty, &typ)
		if other, taken := types[typ]; taken {
			t.Errorf("%s and %s send the same record", k.name, other)
		}
		types[typ] = k.name
		if k.date(b).Known() {
			t.Errorf("%s: a date of nothing", k.name)
		}
		for j := range k.fields {
			f := &k.fields[j]
			if f.name == "flow" && k.told == nil {
				continue // numbers are taken apart before they are sent (TestCountsThatRunUp)
			}
			if !slices.ContainsFunc(samples(f), func(v value) bool {
				got, _ := record(func(b *bag) { f.set(b, v) })
				return got != empty || together(k, f, v, record)
			}) {
				t.Errorf("%s: %s does not reach the record", k.name, f.name)
			}
		}
		if k.none != nil {
			record(func(b *bag) { k.none(b) })
		}
		declared(t, k)
		datedKind(t, k)
	}
}

// declared checks the fields that a kind names, and what it asks for.
func declared(t *testing.T, k *kind) {
	t.Helper()
	has := func(name string) bool { _, ok := k.field(name); return ok }
	for _, n := range k.needs {
		var b bag
		k.reset(&b)
		if !has(n.field) || n.known(&b) {
			t.Errorf("%s: needs %s, and has it from the start", k.name, n.field)
		}
	}
	if k.titled != "" && !has(k.titled) {
		t.Errorf("%s: no field %s", k.name, k.titled)
	}
}

// datedKind checks that a record's date comes from the fields it is said to come
// from, and that every day of a kind with a span widens it.
func datedKind(t *testing.T, k *kind) {
	t.Helper()
	var b bag
	k.reset(&b)
	for _, name := range k.dates {
		f, ok := k.field(name)
		if !ok {
			t.Errorf("%s: no field %s", k.name, name)
			continue
		}
		v := samples(f)[0]
		if f.typ == year {
			v.n = 2016
		}
		f.set(&b, v)
	}
	if d := k.date(&b); !d.Known() {
		t.Errorf("%s: no date from %v", k.name, k.dates)
	} else if y, m, _ := d.Date(); y != 2016 || m != 3 {
		t.Errorf("%s: %s", k.name, d)
	}
	if k.span == nil {
		return
	}
	for i := range k.fields {
		if f := &k.fields[i]; f.typ == day {
			k.reset(&b)
			f.set(&b, value{day: record.DayOf(2016, 5, 1)})
			if first, last := k.span(&b); first != record.DayOf(2016, 5, 1) || last != first {
				t.Errorf("%s: %s lies outside its span", k.name, f.name)
			}
		}
	}
}

// TestMeaningsHaveCodes holds the meanings of the vocabulary against the codes
// of the fields that read it: a meaning that no field knows would be lost.
func TestMeaningsHaveCodes(t *testing.T) {
	for field, codes := range map[string]map[string]int{vocabulary.Status: statusCodes, vocabulary.Act: actCodes, vocabulary.Sex: sexCodes,
		vocabulary.Stage: stageCodes, vocabulary.Express: yesNoCodes, vocabulary.Victim: yesNoCodes, vocabulary.Staff: yesNoCodes,
		vocabulary.Priority: yesNoCodes, vocabulary.Recalled: yesNoCodes, vocabulary.Dispensed: yesNoCodes, vocabulary.Confirmed: yesNoCodes,
		vocabulary.AtOnce: yesNoCodes, vocabulary.Joint: yesNoCodes, vocabulary.Flow: yesNoCodes} {
		for _, m := range vocabulary.PhrasesOf(field).Meanings() {
			if _, ok := codes[m]; !ok {
				t.Errorf("%s: %s has no code", field, m)
			}
		}
	}
	for _, m := range vocabulary.PhrasesOf(vocabulary.Advance).Meanings() {
		if advances[m] == "" {
			t.Errorf("advance: %s has no kind", m)
		}
	}
}
