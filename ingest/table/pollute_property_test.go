package table_test

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
	"rapor/ingest/table"
)

// readFirst reads the first table of a file as CSV and parses it back, with
// all doubts; other tables are one more doubt each.
func readFirst(t testing.TB, data []byte) (clean, []grid.Doubt) {
	t.Helper()
	book, err := table.Open(bytes.NewReader(data), int64(len(data)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets()[0]
	frames, err := table.Frames(s)
	if err != nil {
		t.Fatal(err)
	}
	if len(frames) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	if err := table.WriteCSV(&b, s, frames[0]); err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(&b)
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	doubts := append(slices.Clone(frames[0].Doubts), s.Doubts()...)
	for _, f := range frames[1:] {
		first, _ := f.Span()
		doubts = append(doubts, grid.Doubt{Row: first, Code: reject.SeveralTables})
	}
	return rows, doubts
}

func same(a, b clean) bool {
	return slices.EqualFunc(a, b, func(x, y []string) bool { return slices.Equal(x, y) })
}

// named reports a doubt on the damaged row; damage anywhere may be named on
// any row.
func (p *polluted) named(doubts []grid.Doubt) bool {
	for _, d := range doubts {
		if p.row == 0 || d.Row == p.row || d.Row == 0 {
			return true
		}
	}
	return false
}

// TestPollution: a damaged file is read as it was meant, or a doubt names the
// row. Wrong without a word is the one thing that must not happen; and not
// everything may hide behind doubts.
func TestPollution(t *testing.T) {
	r := rand.New(rand.NewPCG(2016, 3))
	right, silentRight, cases := 0, 0, 0
	split := map[string][3]int{} // kind -> right without doubt, right, doubted
	for round := range 55 {
		for _, p := range pollutions {
			want := makeTable(r)
			c := p.make(r, want)
			got, doubts := readFirst(t, c.data)
			cases++
			n := split[p.kind]
			if same(got, normal(c.want)) {
				right++
				n[1]++
				if len(doubts) == 0 {
					silentRight++
					n[0]++
				}
				split[p.kind] = n
				continue
			}
			if p.local && c.lost(got) > 0 {
				t.Errorf("%s, round %d: damage on row %d spread\n%s\nread\n%s", p.kind, round, c.row, head(string(c.data)), show(got))
			}
			n[2]++
			split[p.kind] = n
			if !c.named(doubts) {
				t.Errorf("%s, round %d: wrong without a doubt on row %d: %v\n%s\nread\n%s\nwant\n%s", p.kind, round, c.row, doubts, head(string(c.data)), show(got), show(c.want))
				if round > 2 {
					return
				}
			}
		}
	}
	for _, p := range pollutions {
		n := split[p.kind]
		t.Logf("%-26s right %3d (without a doubt %3d), doubted %3d", p.kind, n[1], n[0], n[2])
	}
	t.Logf("%d cases: %d right (%d of them without any doubt), %d doubted, 0 silent", cases, right, silentRight, cases-right)
	if cases < 2000 || right*100 < cases*86 || silentRight*100 < cases*72 {
		t.Errorf("%d cases, %d right, %d without doubt", cases, right, silentRight)
	}
}

// lost counts the records of a clean table, but for the damaged one, that are
// not read as they were meant. Empty cells at the end do not count.
func (p *polluted) lost(got clean) int {
	have := map[string]int{}
	key := func(row []string) string {
		return strings.TrimRight(strings.Join(row, "\x00"), "\x00")
	}
	for _, row := range got {
		have[key(row)]++
	}
	n := 0
	for i, row := range normal(p.want) {
		if k := key(row); i != p.record {
			if have[k]--; have[k] < 0 {
				n++
			}
		}
	}
	return n
}

// normal is a table as a CSV reader gives it back: with LF in cells.
func normal(t clean) clean {
	var out clean
	for _, row := range t {
		var cells []string
		for _, s := range row {
			cells = append(cells, strings.ReplaceAll(s, "\r\n", "\n"))
		}
		out = append(out, cells)
	}
	return out
}

func head(s string) string { return s[:min(len(s), 600)] }

func show(t clean) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.WriteAll(t[:min(len(t), 8)])
	return b.String()
}
