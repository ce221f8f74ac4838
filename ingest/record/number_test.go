package record

import (
	"slices"
	"strings"
	"testing"
)

// TestNumbersWithoutDress: each line are spellings of one number, and no two
// lines are one.
func TestNumbersWithoutDress(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(`
A005|a-005|A 005|A-5|A5| A_005 |A.005|a–5|A`+"\u00a0"+`05
5|005|05|5.0|5,0
1.1|1,1
1/1|1-1|1 1|01/01|1 - 1
1.01
11|011
10|010
0|00|000
100
1.000
AM826|am-826
AS776
LK-01/II/2016|LK/01/II/2016|lk 1 / ii / 2016|LK.1.II.2016
LK-01/III/2016
LK-11/2016|LK 11 2016
12A|12-a|012A
E0012345|E 12345
E1002345
é5
2016001234
2016/1234|2016-001234`), "\n")
	for i, line := range lines {
		for _, a := range strings.Split(line, "|") {
			for k, other := range lines {
				for _, b := range strings.Split(other, "|") {
					c := CompareNumbers(a, b)
					if (c == 0) != (i == k) || (PlainNumber(a) == PlainNumber(b)) != (i == k) {
						t.Errorf("%q, %q: %d, %q, %q", a, b, c, PlainNumber(a), PlainNumber(b))
					}
					if x := strings.Compare(PlainNumber(a), PlainNumber(b)); (c < 0) != (x < 0) || CompareNumbers(b, a) < 0 != (x > 0) {
						t.Errorf("%q, %q: no order", a, b)
					}
				}
			}
		}
	}
	if n := testing.AllocsPerRun(10, func() { CompareNumbers("LK-01/II/2016", "LK/001/III/2016") }); n > 0 {
		t.Errorf("%v allocations a comparison", n)
	}
}

// FuzzCompareNumbers: the order of numbers is that of what they are without
// dress, wherever two of them begin to differ.
func FuzzCompareNumbers(f *testing.F) {
	for _, s := range []string{"A-005|A5", "1.10|1.1", "00|0", "1-|1", "5.0|5", "A--1|A1", "1.-2|1-2"} {
		a, b, _ := strings.Cut(s, "|")
		f.Add(a, b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if strings.ContainsRune(a+b, 0) {
			return
		}
		sign := func(n int) int { return slices.Index([]bool{n < 0, n == 0, n > 0}, true) }
		if sign(CompareNumbers(a, b)) != sign(strings.Compare(PlainNumber(a), PlainNumber(b))) {
			t.Errorf("%q, %q: %d, %q, %q", a, b, CompareNumbers(a, b), PlainNumber(a), PlainNumber(b))
		}
	})
}
