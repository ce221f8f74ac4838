package analysis

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/templates/format"
)

// manyOffices are 230 offices with so many tickets of 70 services; the report's
// own has fewest.
func manyOffices() *facts.Set {
	f := &facts.Set{}
	row := uint32(1)
	for k := range 230 {
		for i := range 40 + (230-k)/10 {
			row++
			t := record.Ticket{Ref: record.Ref{Row: row}, Day: record.DayOf(2016, 3, 1) + record.Day(i%20), Number: fmt.Sprint(row), Service: fmt.Sprintf("Layanan %02d", i%70),
				Taken: record.ClockAt(8, i, 0), Called: record.ClockAt(8+i%2, i+(k+i)%50, 0), Status: record.StatusServed}
			if k < 229 {
				t.Office = fmt.Sprintf("Kantor %03d", k)
			}
			f.Ticket(&t)
		}
	}
	for i := range 140 {
		f.Ticket(&record.Ticket{Ref: record.Ref{Source: 1, Row: uint32(i + 1)}, Day: record.DayOf(2016, 4, 1) + record.Day(i%20), Number: fmt.Sprint("x", i), Service: fmt.Sprintf("Layanan %02d", i%70),
			Taken: record.ClockAt(8, i%60, 0), Called: record.ClockAt(9, i%60, 0), Status: record.StatusServed})
	}
	f.Seal()
	return f
}

func groupOf(t *testing.T, ind *result.Indicator, dim string) result.Group {
	t.Helper()
	for _, g := range ind.Groups {
		if g.Dimension == dim {
			return g
		}
	}
	t.Fatalf("%s by %s is missing", ind.ID, dim)
	return result.Group{}
}

// TestManyGroupsAreMerged: the first stand on their own, the others in one row
// with their number; the row is said, counts all that is left, and has no place
// among offices, while the centre of the funnel is still that of all.
func TestManyGroupsAreMerged(t *testing.T) {
	r := comparing(manyOffices())
	all := index(r.Indicators)
	volume := all["ANT-01"]
	var n int64
	services := groupOf(t, volume, "service")
	for _, row := range services.Rows {
		n += row.Value.N
	}
	last := services.Rows[len(services.Rows)-1]
	if n != volume.Value.N || len(services.Single()) != facts.MaxGroups || last.Merged != 20 || format.Quantity(last.Label, format.ID) != "Lainnya (20 layanan)" {
		t.Errorf("services: %d of %d tickets, %d rows, %s", n, volume.Value.N, len(services.Rows), format.Quantity(last.Label, format.ID))
	}
	share := groupOf(t, all["ANT-06"], "office")
	num, den := new(big.Rat), new(big.Rat)
	for _, row := range share.Rows {
		num.Add(num, row.Value.Num)
		den.Add(den, row.Value.Den)
		if row.Merged > 0 && (row.Rank != nil || row.Funnel != nil || row.Own || row.Merged != 229-facts.MaxOffices) {
			t.Errorf("the row of the others: %+v", row)
		}
		if row.Merged == 0 {
			near(t, "centre", row.Funnel.Centre, share.Rows[0].Funnel.Centre)
		}
	}
	near(t, "centre", share.Rows[0].Funnel.Centre, ratFloat(num)/ratFloat(den))
	if len(share.Single()) != facts.MaxOffices+1 || !share.Rows[0].Own || ratFloat(den) < 230*40 {
		t.Errorf("%d offices, %v tickets", len(share.Rows), den)
	}
	for _, row := range groupOf(t, all["ANT-03"], "office").Rows {
		if row.Merged > 0 && (row.Value.Known() || row.Value.Missing == nil || row.Value.N == 0) {
			t.Errorf("a median of offices together: %+v", row.Value)
		}
	}
	var said []string
	for _, notice := range r.Notices {
		said = append(said, format.Text(notice, format.ID))
	}
	for _, want := range []string{"Kolom layanan memuat 70 isi", "Kolom kantor memuat 229 isi", "29 lainnya bersama-sama"} {
		if !strings.Contains(strings.Join(said, "\n"), want) {
			t.Errorf("no notice %q in %q", want, said)
		}
	}
	for _, tab := range r.Tables {
		if strings.HasPrefix(tab.ID, "peringkat-") && (len(tab.Rows) != facts.MaxOffices+1 || !strings.Contains(format.Text(tab.Note, format.EN), "29 others are not")) {
			t.Errorf("%s: %d rows, %s", tab.ID, len(tab.Rows), format.Text(tab.Note, format.EN))
		}
	}
}
