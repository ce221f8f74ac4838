package delimited

import (
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/reject"
)

// irregularRows reads a text and lists the rows that are called irregular.
func irregularRows(t *testing.T, text string) (rows int, bad []uint32, code reject.Code) {
	t.Helper()
	b, err := Open(strings.NewReader(text), int64(len(text)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = b.Sheets()[0].Rows(func(r *grid.Row) bool {
		rows++
		if r.Irregular != "" {
			bad, code = append(bad, r.N), r.Irregular
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows, bad, code
}

// TestOneBadRow: a row with a delimiter too many or too few is called so, and
// no row after it.
func TestOneBadRow(t *testing.T) {
	for extra, want := range map[string]reject.Code{"1;2;3;4;5": reject.LongRow, "1;2;3": reject.ShortRow} {
		text := "a;b;c;d\n" + strings.Repeat("1;2;3;4\n", 30) + extra + "\n" + strings.Repeat("1;2;3;4\n", 30)
		if _, bad, code := irregularRows(t, text); len(bad) != 1 || bad[0] != 32 || code != want {
			t.Errorf("%s: rows %v, %s", extra, bad, code)
		}
	}
}

// TestWiderFrom: from row k on every row has a column more: none of them is
// called irregular, however far down it begins.
func TestWiderFrom(t *testing.T) {
	const all = 30_000
	for _, k := range []int{1, 2, 100, 1_500, 2_047, 25_000} {
		var b strings.Builder
		b.WriteString("a;b;c;d\n")
		for i := 1; i <= all; i++ {
			fmt.Fprintf(&b, "%d;2;3;4", i)
			if i >= k {
				b.WriteString(";5")
			}
			b.WriteByte('\n')
		}
		rows, bad, _ := irregularRows(t, b.String())
		if rows != all+1 || len(bad) > 0 && (len(bad) > 1 || bad[0] != 1) {
			t.Errorf("wider from row %d on: %d rows, irregular %v", k, rows, bad)
		}
	}
}

// TestAnotherTable: a row of words with another width, and a row like it, begin
// another table; neither is called irregular.
func TestAnotherTable(t *testing.T) {
	text := "a;b;c;d\n" + strings.Repeat("1;2;3;4\n", 60) + "e;f;g\n5;6;7\n8;9;10\n"
	if _, bad, _ := irregularRows(t, text); len(bad) > 0 {
		t.Errorf("irregular %v", bad)
	}
}
