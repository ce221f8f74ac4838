package ingest

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/table"
	"rapor/ingest/text"
)

// people keeps what a sink is told of persons.
type people struct {
	tickets
	seen    []uint64
	rejects []record.Reject
}

func (p *people) Action(a *record.Action)   { p.seen = append(p.seen, a.Person) }
func (p *people) Reject(r record.Reject)    { p.rejects = append(p.rejects, r) }
func (p *people) Checkpoint() (undo func()) { return func() {} }

const acts = "No;Nama;NIK;Tanggal Keputusan;No. Paspor;Kebangsaan;Jenis TAK;Pasal\n" +
	"1;KENARI SATU;3175012304900001;01/03/2016;Z0000001;India;Deportasi;Pasal 75\n" +
	"2;KENARI DUA;3175012304900002;02/03/2016;Z0000002;India;Deportasi;Pasal 75\n"

func persons(t *testing.T, salt string) *people {
	t.Helper()
	path := put(t, filepath.Join(t.TempDir(), "tak.csv"), acts)
	sink := &people{}
	if _, err := Read(t.Context(), []string{path}, Options{Salt: []byte(salt)}, []record.Sink{sink}); err != nil {
		t.Fatal(err)
	}
	if len(sink.seen) != 2 || sink.seen[0] == 0 || sink.seen[0] == sink.seen[1] {
		t.Fatalf("persons %v", sink.seen)
	}
	return sink
}

// TestTheSaltDecidesTheKey: a person's key is the same under one salt, so that
// lists meet, and another under another, so that keys of two offices do not.
func TestTheSaltDecidesTheKey(t *testing.T) {
	a, again, b := persons(t, "garam"), persons(t, "garam"), persons(t, "lain")
	for i := range a.seen {
		if a.seen[i] != again.seen[i] {
			t.Error("one salt gives two keys")
		}
		if a.seen[i] == b.seen[i] {
			t.Error("the salt does not enter the key")
		}
	}
}

// TestPersonalColumnsAreNotKept: neither in what is noted nor in the rows that
// go out for mending, under any of the headings.
func TestPersonalColumnsAreNotKept(t *testing.T) {
	for _, heading := range []string{"NIK", "Nama", "No. HP", "Alamat", "E-mail", "Tanggal Lahir", "No. KTP"} {
		path := put(t, filepath.Join(t.TempDir(), "antrean.csv"), "Tanggal;No Antrian;"+heading+";Jam Ambil;Jam Panggil\n"+
			strings.Repeat("14/03/2016;A001;KENARI;07.30;07.40\n", 3)+"14/03/2016;A002;KENARI;sore;07.41\n")
		sink := &people{}
		m, err := Read(t.Context(), []string{path}, Options{}, []record.Sink{sink})
		if err != nil {
			t.Fatal(err)
		}
		personal := false
		for _, c := range m.Sources[0].Sheets[0].Plan.Columns {
			personal = personal || c.Header == heading && c.Personal
		}
		rows, left, err := m.Corrections(t.Context(), sink.rejects, text.ID)
		if err != nil || len(rows) != 1 || left != 0 {
			t.Fatalf("%s: %d rows to mend, %v", heading, len(rows), err)
		}
		for _, c := range rows[0].Cells {
			if strings.Contains(c.Text, "KENARI") {
				t.Errorf("%s: the cell goes out for mending", heading)
			}
		}
		if !personal {
			t.Errorf("%s is no personal column", heading)
		}
	}
}

// failing is a sheet that can be read a number of times, and breaks off after
// 4,000 rows the time after, as one on a stick that is pulled out.
type failing struct {
	grid.Sheet
	passes *int
	good   int
}

func (f failing) Rows(yield func(*grid.Row) bool) error {
	*f.passes++
	n := 0
	err := f.Sheet.Rows(func(r *grid.Row) bool { n++; return (*f.passes <= f.good || n < 4000) && yield(r) })
	if *f.passes <= f.good || n < 4000 || err != nil {
		return err
	}
	return &grid.RefusedError{Code: reject.Unreadable, Detail: text.Same("row 4000")}
}

// TestADamagedSheetLeavesNothing: of a sheet that breaks off while its rows
// are counted, after thousands of good ones, none counts.
func TestADamagedSheetLeavesNothing(t *testing.T) {
	csv := []byte("Tanggal;No Antrian;Jam Ambil;Jam Panggil\n" + strings.Repeat("14/03/2016;A001;07.30;07.40\n", 5000))
	b, err := table.Open(bytes.NewReader(csv), int64(len(csv)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	layouts, err := layout.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	once := func(good int) (*tickets, Sheet, int) {
		sink, sh, passes := &tickets{}, Sheet{}, 0
		part := layout.Section(failing{b.Sheets()[0], &passes, good}, 0, nil)
		if _, err := sh.read("a.csv", "", 0, 0, part, nil, &work{layouts: layouts}, sink); err != nil {
			t.Fatal(err)
		}
		return sink, sh, passes
	}
	sink, _, passes := once(1 << 30)
	if sink.n != 5000 {
		t.Fatalf("%d tickets of a good sheet", sink.n)
	}
	sink, sh, _ := once(passes - 1)
	if sh.Refused != reject.Unreadable || sh.Tally.Used != 0 {
		t.Fatalf("refused %q, %d rows used", sh.Refused, sh.Tally.Used)
	}
	if sink.n != 0 {
		t.Errorf("%d tickets of the damaged sheet stay", sink.n)
	}
}
