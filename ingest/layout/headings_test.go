package layout

import (
	_ "embed"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
)

//go:embed testdata/headings.txt
var headingTable string

// aHeading is a heading as an office writes it, and the field it belongs to.
type aHeading struct {
	kind, field, text string
	held              bool // out of what was tuned on
}

func headingList(t testing.TB) []aHeading {
	t.Helper()
	var out []aHeading
	n := map[string]int{}
	for line := range strings.Lines(headingTable) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		name, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		kind, field, _ := strings.Cut(name, " ")
		for h := range strings.SplitSeq(list, " | ") {
			n[kind]++
			out = append(out, aHeading{kind, field, h, n[kind]%2 == 0})
		}
	}
	return out
}

// cellsFor are cells that stand under a heading: those of its field, or, where
// it has none, of what its words look like.
func cellsFor(h aHeading) []string {
	k, _ := kindOf(h.kind)
	f, ok := k.field(h.field)
	if !ok {
		low := strings.ToLower(h.text)
		switch {
		case strings.Contains(low, "waktu survei"), strings.Contains(low, "tgl"), strings.Contains(low, "tanggal"), strings.Contains(low, "date"), strings.Contains(low, "batas"):
			return []string{"14/03/2016", "15/03/2016", "16/03/2016"}
		case strings.Contains(low, "jam"), strings.Contains(low, "waktu"), strings.Contains(low, "time"), strings.HasSuffix(low, " at"):
			return []string{"08:05", "08:15", "09:20"}
		case strings.Contains(low, "pagu"), strings.Contains(low, "realisasi"):
			return []string{"1.000.000", "2.500.000", "700.000"}
		case strings.Contains(low, "jumlah"), strings.Contains(low, "rata"), strings.Contains(low, "total"):
			return []string{"12", "7", "31"}
		}
		return []string{"Rekaan A", "Rekaan B", "Rekaan A"}
	}
	switch f.typ {
	case day:
		return []string{"14/03/2016", "15/03/2016", "16/03/2016"}
	case clock:
		return []string{"08:05", "08:15", "09:20"}
	case clockSpan:
		return []string{"08.00-09.00", "09.00-10.00", "10.00-11.00"}
	case duration:
		return []string{"12", "7", "31"}
	case money:
		return []string{"1.000.000", "2.500.000", "700.000"}
	case count:
		return []string{"12", "7", "31"}
	case month:
		return []string{"Januari", "Februari", "Maret"}
	case year:
		return []string{"2016", "2016", "2016"}
	case score:
		return []string{"3", "4", "3"}
	case hashed:
		return []string{"X123456", "B999912", "C818181"}
	}
	switch f.name {
	case "number":
		return []string{"A001", "A002", "B001"}
	case "account":
		return []string{"Belanja Pegawai", "Belanja Barang", "Belanja Modal"}
	}
	return []string{"Paspor", "Izin Tinggal", "Paspor"}
}

// fieldsOf are the fields that a heading means in the layouts of its kind.
func fieldsOf(t testing.TB, layouts []Layout, h aHeading) []string {
	t.Helper()
	head := grid.Row{N: 1, Cells: []grid.Cell{{Text: h.text, Kind: grid.Text}}}
	rows := []grid.Row{head}
	for i, c := range cellsFor(h) {
		rows = append(rows, grid.Row{N: uint32(i + 2), Cells: []grid.Cell{{Text: c, Kind: grid.Text}}})
	}
	ix := newIndex(layouts)
	ix.rows = rows
	w := ix.window(rows[:1], nil)
	var out []string
	for _, k := range w.found {
		if p, _ := w.try(k); p != nil && layouts[k].Kind == h.kind && !slices.Contains(out, p.Columns[0].Field) {
			out = append(out, p.Columns[0].Field)
		}
	}
	return out
}

// TestHeadings measures how many headings are known, and how many of those are
// what they are said to be; those that were tuned on and those held out.
func TestHeadings(t *testing.T) {
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	type tally struct{ all, known, right, none, wrong int }
	var by [2]tally
	for _, h := range headingList(t) {
		got := fieldsOf(t, layouts, h)
		s := &by[0]
		if h.held {
			s = &by[1]
		}
		say := func(what string) {
			if os.Getenv("RAPOR_HEADINGS") == "all" || !h.held && os.Getenv("RAPOR_HEADINGS") != "" {
				fmt.Printf("%s %s: %q is %v, not %s\n", what, h.kind, h.text, got, h.field)
			}
		}
		switch {
		case h.field == "-":
			if s.none++; len(got) > 0 {
				s.wrong++
				say("DECOY")
			}
		case len(got) == 0:
			s.all++
			say("unknown")
		case slices.Contains(got, h.field) && len(got) == 1:
			s.all, s.known, s.right = s.all+1, s.known+1, s.right+1
		default:
			s.all, s.known = s.all+1, s.known+1
			say("OTHER")
		}
	}
	for i, name := range []string{"tuned on", "held out"} {
		s := by[i]
		if 100*s.known < 95*s.all || 100*s.right < 99*s.known || s.wrong > 0 {
			t.Errorf("%s: %+v", name, s)
		}
		t.Logf("%s: %d headings of fields, %d known (%d %%), %d right; of %d of none %d are taken for one", name, s.all, s.known,
			100*s.known/s.all, s.right, s.none, s.wrong)
	}
}

// TestColumnsAddToWhatIsKnown: an entry that names a kind and some columns
// leaves the others to their headings, also where no layout would be satisfied.
func TestColumnsAddToWhatIsKnown(t *testing.T) {
	_, got, err := byEntry(t, "A;B;Jam Panggilan;Nomor Loket\n14/03/2016;A1;08.20;7\n",
		&Override{Kind: "ticket", Columns: map[string]string{"A": "day", "B": "number"}})
	if err != nil || len(got.tickets) != 1 || !got.tickets[0].Called.Known() || got.tickets[0].Counter != "7" {
		t.Errorf("%v %+v %+v", err, got.tickets, got.rejects)
	}
}
