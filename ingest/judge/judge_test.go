package judge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// row is a row with every column stated.
func row(values ...int64) Row {
	r := Row{Values: values}
	for i := range values {
		r.Known.Add(i)
	}
	return r
}

func named(r Row, total bool) Row {
	r.Total = total
	return r
}

func bare(r Row) Row {
	r.Bare = true
	return r
}

// said lists the totals as "row: parts", with a question mark for questions.
func said(ts []Total) string {
	var out []string
	for _, t := range ts {
		s := fmt.Sprint(t.Row, t.Parts)
		if !t.Sure {
			s += "?"
		}
		out = append(out, s)
	}
	return fmt.Sprint(out)
}

func TestTotals(t *testing.T) {
	code := []string{"5", "51", "52"}
	prefix := func(total, part int) bool {
		return len(code[part]) > len(code[total]) && code[part][:len(code[total])] == code[total]
	}
	for name, tc := range map[string]struct {
		rows []Row
		opt  Options
		want string
	}{
		"below its parts":        {[]Row{row(1237, 811), row(3301, 207), row(4538, 1018)}, Options{}, "[2 [0 1]]"},
		"above its parts":        {[]Row{row(4538, 1018), row(1237, 811), row(3301, 207)}, Options{}, "[0 [1 2]]"},
		"no total":               {[]Row{row(1237, 811), row(3301, 207), row(4539, 1018)}, Options{}, "[]"},
		"small numbers":          {[]Row{row(1, 2), row(2, 1), row(3, 3)}, Options{}, "[]"},
		"small and called so":    {[]Row{row(1, 2), row(2, 1), named(row(3, 3), true)}, Options{}, "[2 [0 1]]"},
		"small without words":    {[]Row{row(13, 2), row(20, 11), bare(row(33, 13))}, Options{}, "[2 [0 1]]"},
		"round budgets":          {[]Row{row(1_000_000, 500_000), row(1_000_000, 500_000), row(2_000_000, 1_000_000)}, Options{}, "[]"},
		"called so, is none":     {[]Row{row(1237, 811), row(3301, 207), named(row(99, 12), true)}, Options{}, "[]"},
		"one column, many parts": {[]Row{row(18_237), row(29_811), row(50_331), row(77_207), row(175_586)}, Options{}, "[4 [0 1 2 3]]"},
		"subtotals and total": {[]Row{row(1237, 811), row(3301, 207), row(4538, 1018), row(7703, 90), row(15, 4421), row(7718, 4511), row(12256, 5529)},
			Options{}, "[2 [0 1] 5 [3 4] 6 [2 5]]"},
		"a code holds its only part": {[]Row{row(70, 30), row(70, 30), row(0, 0)}, Options{Holds: prefix, One: true}, "[0 [1]]"},
		"twice":                      {[]Row{named(row(4538, 1018), true), row(1237, 811), row(3301, 207), bare(row(4538, 1018))}, Options{}, "[0 [3] 3 [1 2]]"},
		"rounded":                    {[]Row{row(1237, 8110), row(3301, 2070), row(5400, 9213), row(9939, 19392)}, Options{Slack: 0.5}, "[3 [0 1 2]]"},
		"bare, of one column":        {[]Row{row(31), row(7), row(12), row(65), bare(row(115))}, Options{}, "[4 [0 1 2 3]]"},
		"bare, small, of many":       {[]Row{row(3), row(7), row(9), row(8), bare(row(27))}, Options{}, "[4 [0 1 2 3]]"},
		"bare, small, of two":        {[]Row{row(3), row(7), bare(row(10))}, Options{}, "[2 [0 1]?]"},
		"bare, of its day alone": {[]Row{row(31), row(77), row(12), row(26), bare(row(115))},
			Options{Apart: func(a, b int) bool { return (a == 0) != (b == 0) }}, "[4 [1 2 3]]"},
		"bare, and not of all":        {[]Row{row(31), row(77), row(12), row(26), bare(row(38))}, Options{}, "[]"},
		"bare, repeats the only row":  {[]Row{row(30, 23, 54), bare(row(30, 23, 54))}, Options{One: true}, "[1 [0]]"},
		"bare, repeats small numbers": {[]Row{row(1, 1), bare(row(1, 1))}, Options{One: true}, "[]"},
		"repeats the only row":        {[]Row{row(30, 23, 54), row(30, 23, 54)}, Options{One: true}, "[]"},
		"apart": {[]Row{row(1237, 811), row(3301, 207), row(4538, 1018)}, Options{Apart: func(a,
			b int) bool {
			return (a == 0) != (b == 0)
		}}, "[]"},
	} {
		if got := said(Totals(tc.rows, tc.opt)); got != tc.want {
			t.Errorf("%s: %s, want %s", name, got, tc.want)
		}
	}
}

// TestNoTotalsByChance: tables of random amounts have no totals, and one that is
// put in is found with its parts.
func TestNoTotalsByChance(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 500 {
		n, cols := 3+r.IntN(30), 2+r.IntN(3)
		rows := make([]Row, n)
		for i := range rows {
			v := make([]int64, cols)
			for c := range v {
				v[c] = r.Int64N(9_000_000) + 1_000_000
			}
			rows[i] = row(v...)
		}
		if got := Totals(rows, Options{}); len(got) > 0 {
			t.Fatalf("by chance: %s of %v", said(got), rows)
		}
		from := r.IntN(n - 1)
		to := from + 2 + r.IntN(n-from-1)
		sum := make([]int64, cols)
		for _, x := range rows[from:to] {
			for c := range sum {
				sum[c] += x.Values[c]
			}
		}
		at := to
		if r.IntN(2) == 0 {
			at = from
		}
		got := Totals(slices.Insert(rows, at, row(sum...)), Options{})
		if len(got) != 1 || got[0].Row != at || len(got[0].Parts) != to-from || !got[0].Sure {
			t.Fatalf("a sum of rows %d to %d at %d: %s", from, to, at, said(got))
		}
	}
}

// TestNothing: no rows, rows without numbers and rows of other lengths are no
// trouble.
func TestNothing(t *testing.T) {
	for _, rows := range [][]Row{nil, {{}}, {{}, row(1), row(1, 2, 3)}, {row(0, 0), row(0, 0), named(row(0, 0), true)}} {
		if got := Totals(rows, Options{}); len(got) > 0 {
			t.Errorf("%v: %s", rows, said(got))
		}
	}
}
