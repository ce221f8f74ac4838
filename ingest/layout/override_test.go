package layout

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table/delimited"
)

// byEntry reads a table by an entry; the tickets and ledgers it gave.
func byEntry(t *testing.T, text string, o *Override) (*Plan, *kept, error) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	b, err := delimited.Open(strings.NewReader(text), int64(len(text)), delimited.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, sink := b.Sheets()[0], &kept{}
	p, err := Match(s, "", layouts, o)
	if err != nil {
		return nil, sink, err
	}
	if err := p.Decide(s, nil); err != nil {
		t.Fatal(err)
	}
	_, _, err = p.Run(s, 0, 0, sink)
	return p, sink, err
}

type kept struct {
	record.Sink // of kinds that these tables do not give
	tickets     []record.Ticket
	ledgers     []record.Ledger
	actions     []record.Action
	rejects     []record.Reject
}

func (k *kept) Ticket(t *record.Ticket)   { k.tickets = append(k.tickets, *t) }
func (k *kept) Ledger(l *record.Ledger)   { k.ledgers = append(k.ledgers, *l) }
func (k *kept) Action(a *record.Action)   { k.actions = append(k.actions, *a) }
func (k *kept) Reject(r record.Reject)    { k.rejects = append(k.rejects, r) }
func (k *kept) Checkpoint() (undo func()) { return func() {} }

// TestHeadingsAreAdded: what the office says of its columns goes before the
// layout's own headings and leaves the others to it.
func TestHeadingsAreAdded(t *testing.T) {
	at := func(h, m int) record.Clock { return record.ClockAt(h, m, 0) }
	const plain = "Tanggal;No Antrian;Datang;Jam Ambil;Dilayani\n14/03/2016;A1;08.00;08.05;08.20\n"
	for name, tc := range map[string]struct {
		text          string
		o             Override
		taken, called record.Clock
		layout        string
	}{
		"none":             {plain, Override{}, at(8, 5), 0, "antrean-tiket"},
		"one, with kind":   {plain, Override{Kind: "ticket", Columns: map[string]string{"Dilayani": "called"}}, at(8, 5), at(8, 20), "antrean-tiket"},
		"one, alone":       {plain, Override{Columns: map[string]string{"dilayani": "called"}}, at(8, 5), at(8, 20), "antrean-tiket"},
		"instead of known": {plain, Override{Columns: map[string]string{"Datang": "taken"}}, at(8, 0), 0, "antrean-tiket"},
		"after the known":  {"Tanggal;No Antrian;Jam Ambil;Datang\n14/03/2016;A1;08.05;08.00\n", Override{Columns: map[string]string{"Datang": "taken"}}, at(8, 0), 0, "antrean-tiket"},
		"with a layout":    {plain, Override{Layout: "antrean-tiket", Columns: map[string]string{"Datang": "taken", "Dilayani": "called"}}, at(8, 0), at(8, 20), "antrean-tiket"},
		"left out": {plain, Override{Kind: "ticket", Columns: map[string]string{"Tanggal": "day", "No Antrian": "number", "Jam Ambil": Ignored, "Datang": "taken"}}, at(8, 0), 0,
			"rapor.yaml"},
		"constant for a required column": {"No Antrian;Jam Ambil;Jam Panggil\nA1;08.00;08.20\n", Override{Constants: map[string]string{"day": "2016-03-14"}}, at(8, 0), at(8, 20), "antrean-tiket"},
		"none of the layout's":           {"a;b;c;d\n14/03/2016;A1;08.00;08.20\n", Override{Kind: "ticket", Columns: map[string]string{"a": "day", "b": "number", "c": "taken", "d": "called"}}, at(8, 0), at(8, 20), "rapor.yaml"},
	} {
		p, got, err := byEntry(t, tc.text, &tc.o)
		if err != nil || len(got.tickets) != 1 {
			t.Errorf("%s: %v %+v", name, err, got.rejects)
			continue
		}
		if k := got.tickets[0]; k.Taken != tc.taken || k.Called != tc.called || p.Layout != tc.layout || k.Day != record.DayOf(2016, 3, 14) {
			t.Errorf("%s: %s %+v", name, p.Layout, k)
		}
	}
}

// TestMissedHeadings: a heading that is not there is named with what was read
// instead, one in other spelling with both; one that another of the entry's
// headings stands in for is not.
func TestMissedHeadings(t *testing.T) {
	p, _, err := byEntry(t, "Tanggal;No Antrian;Jam Ambil;Jam Dipanggil\n14/03/2016;A1;08.00;08.20\n", &Override{Kind: "ticket", Columns: map[string]string{
		"Jam Panngil": "called", "Nomer Antrean": "number", "Jam Datang": "taken", "Jam Ambil": "taken", "Pagu": "ceiling", "Mulai Layanan": "started"}})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, m := range p.Missed() {
		if m.ID == m.EN {
			t.Errorf("%+v is not in both languages", m)
		}
		said = append(said, m.EN)
	}
	want := []string{
		`heading "Jam Panngil" is not in this table; "Jam Dipanggil" was read for called`,
		`heading "Mulai Layanan" is not in this table`,
		`heading "Nomer Antrean" was taken for "No Antrian"`,
	}
	if !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
}

// TestUnits: every word of unit does what it says, on columns of its own type
// alone.
func TestUnits(t *testing.T) {
	const spans = "Tanggal;No Antrian;Jam Ambil;Lama Tunggu\n14/03/2016;A1;08.00;%\n"
	for unit, tc := range map[string]struct {
		cell string
		sec  int64
	}{"detik": {"90", 90}, "menit": {"90", 5400}, "jam": {"2", 7200}, "menit:detik": {"07:30", 450}, "jam:menit": {"07:30", 27000}, "seconds": {"90", 90}, "juta": {"90", 5400}} {
		_, got, err := byEntry(t, strings.Replace(spans, "%", tc.cell, 1), &Override{Unit: unit})
		if err != nil || len(got.tickets) != 1 || got.tickets[0].Waited.Micros != tc.sec*1_000_000 {
			t.Errorf("%s: %v %+v %+v", unit, err, got.tickets, got.rejects)
		}
	}
	const money = "Tahun;Bulan;Jenis Belanja;Pagu;Realisasi\n2026;Januari;52 Barang;7,5;2\n"
	for unit, scale := range map[string]int64{"rupiah": 1, "ribuan": 1_000, "juta": 1_000_000, "milyar": 1_000_000_000, "detik": 1} {
		p, got, err := byEntry(t, money, &Override{Unit: unit})
		if err != nil || len(got.ledgers) != 1 || int64(got.ledgers[0].Ceiling.Sen) != 750*scale {
			t.Errorf("%s: %v %+v %+v", unit, err, got.ledgers, got.rejects)
			continue
		}
		if slices.Contains(p.Met(), "unit") != (unit != "detik") {
			t.Errorf("%s: met %v", unit, p.Met())
		}
	}
	for _, u := range unitTerms {
		if u.Title.ID == u.Title.EN || u.Title.EN == "" {
			t.Errorf("%s is not explained in both languages", u.Name)
		}
	}
}

// TestFilterNeedsItsColumn: unfiltered rows would count wrongly.
func TestFilterNeedsItsColumn(t *testing.T) {
	_, _, err := byEntry(t, "Tanggal;No Antrian;Jam Ambil\n14/03/2016;A1;08.00\n", &Override{Filter: []string{"Kota=Bekasi"}})
	var r *grid.RefusedError
	if !errors.As(err, &r) || r.Code != reject.MissingColumn || !strings.Contains(r.Detail.ID, "Kota") {
		t.Errorf("%v", err)
	}
}

// TestEntriesAreJoined: entries that do not contradict each other make one,
// whichever comes first; filters are never joined.
func TestEntriesAreJoined(t *testing.T) {
	a := Override{Kind: "ticket", Columns: map[string]string{"X": "day"}, DateOrder: "dmy", Constants: map[string]string{"service": "Paspor"}}
	b := Override{Columns: map[string]string{"Y": "number"}, Numbers: "id", Header: []uint32{2}, DateOrder: "dmy"}
	want := Override{Kind: "ticket", Columns: map[string]string{"X": "day", "Y": "number"}, DateOrder: "dmy", Numbers: "id", Header: []uint32{2}, Constants: map[string]string{"service": "Paspor"}}
	ab, key := a.And(&b)
	ba, yek := b.And(&a)
	if key+yek != "" || !reflect.DeepEqual(ab, want) || !reflect.DeepEqual(ba, want) || len(a.Columns) != 1 {
		t.Errorf("%+v %q\n%+v %q", ab, key, ba, yek)
	}
	for want, pair := range map[string][2]Override{
		"kind": {{Kind: "ticket"}, {Kind: "ledger"}}, "layout": {{Layout: "a"}, {Layout: "b"}}, "flow": {{Flow: "flow"}, {Flow: "cumulative"}},
		"unit": {{Unit: "menit"}, {Unit: "detik"}}, "numbers": {{Numbers: "id"}, {Numbers: "en"}}, "date_order": {{DateOrder: "dmy"}, {DateOrder: "mdy"}},
		"header": {{Header: []uint32{1}}, {Header: []uint32{2}}}, "filter": {{Filter: []string{"A=1"}}, {Filter: []string{"A=2"}}},
		"columns.X":     {{Columns: map[string]string{"X": "day"}}, {Columns: map[string]string{"X": "number"}}},
		"constants.day": {{Constants: map[string]string{"day": "2016-01-01"}}, {Constants: map[string]string{"day": "2016-01-02"}}},
	} {
		if _, key := pair[0].And(&pair[1]); key != want {
			t.Errorf("%s: contradiction in %q", want, key)
		}
		if _, key := pair[0].And(&pair[0]); key != "" {
			t.Errorf("%s: an entry contradicts itself in %q", want, key)
		}
	}
}

// TestEveryFieldHasWords in both languages, and no two terms one name.
func TestEveryFieldHasWords(t *testing.T) {
	used := map[string]bool{}
	for _, k := range kinds {
		if i := slices.IndexFunc(kindTerms, func(t Term) bool { return t.Name == k.name }); i < 0 || kindTerms[i].Title.EN == "" {
			t.Errorf("kind %s has no words", k.name)
		}
		for _, f := range k.fields {
			term := termOf(k.name, f.name)
			if term.Title.ID == "" || term.Title.EN == "" {
				t.Errorf("%s.%s has no words", k.name, f.name)
			}
			used[f.name], used[k.name+"."+f.name] = true, true
			if got, ok := FieldOf(k.name, strings.ToUpper(term.Title.ID)); f.name != "bucket" && (!ok || got != f.name) {
				t.Errorf("%s: %q gives %q, want %q", k.name, term.Title.ID, got, f.name)
			}
		}
	}
	for _, term := range fieldTerms {
		if !used[term.Name] {
			t.Errorf("%s is no field", term.Name)
		}
	}
	for word, want := range map[string]string{"bucket:15m": "bucket:15m", "kelompok:open": "bucket:open", "bucket": "", "bucket:x": "", "count:3": ""} {
		if got, ok := FieldOf("queue_interval", word); ok != (want != "") || ok && got != want {
			t.Errorf("%s: %q %v", word, got, ok)
		}
	}
}
