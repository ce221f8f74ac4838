package facts

import (
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// checked seals ledger lines, numbers their rows and returns the findings as
// "row code".
func checked(lines ...record.Ledger) map[uint32][]reject.Code {
	s := &Set{}
	for i := range lines {
		lines[i].Ref.Row = uint32(i + 1)
		lines[i].Year = 2016
		s.Ledger(&lines[i])
	}
	s.Seal()
	out := map[uint32][]reject.Code{}
	for _, r := range s.Finance.Checks() {
		out[r.Ref.Row] = append(out[r.Ref.Row], r.Code)
	}
	return out
}

func at(month int8, ceiling, spent int64) record.Ledger {
	return record.Ledger{Month: month, Account: 52, Ceiling: record.Sen(ceiling * 100), Spent: record.Sen(spent * 100), Cumulative: record.No}
}

func with(l record.Ledger, change func(*record.Ledger)) record.Ledger {
	change(&l)
	return l
}

func total(l record.Ledger) record.Ledger {
	return with(l, func(l *record.Ledger) { l.Cumulative = record.Yes })
}

func fund(f record.Fund, l record.Ledger) record.Ledger {
	return with(l, func(l *record.Ledger) { l.Fund = f })
}

func sisa(rupiah int64, l record.Ledger) record.Ledger {
	return with(l, func(l *record.Ledger) { l.Remainder = record.Sen(rupiah * 100) })
}

func percentOf(hundredths int64, l record.Ledger) record.Ledger {
	return with(l, func(l *record.Ledger) { l.Percent = record.Decimal{N: hundredths, Known: true} })
}

func TestChecksFindWhatAnAuditorWould(t *testing.T) {
	year := func(spent int64) []record.Ledger {
		var out []record.Ledger
		for m := int8(1); m <= 12; m++ {
			out = append(out, at(m, 2000, int64(m)))
		}
		return append(out, at(0, 2000, spent))
	}
	for _, tc := range []struct {
		name  string
		lines []record.Ledger
		row   uint32
		want  reject.Code // "" = nothing is found anywhere
	}{
		{"sound", []record.Ledger{at(1, 1000, 100), at(2, 1000, 200)}, 0, ""},
		{"above the ceiling in one line", []record.Ledger{at(1, 1000, 1001)}, 1, reject.SpentOverCeiling},
		{"above the ceiling added up", []record.Ledger{at(1, 1000, 600), at(2, 1000, 400), at(3, 1000, 1)}, 3, reject.SpentOverCeiling},
		{"a running total may repeat", []record.Ledger{total(at(1, 1000, 600)), total(at(2, 1000, 600))}, 0, ""},
		{"a running total falls", []record.Ledger{total(at(1, 1000, 600)), total(at(2, 1000, 599))}, 2, reject.FallingCumulative},
		{"months may fall", []record.Ledger{at(1, 1000, 600), at(2, 1000, 100)}, 0, ""},
		{"per cent in rupiah", []record.Ledger{at(1, 29_790_000, 98)}, 1, reject.PercentInMoney},
		{"a hundred and one rupiah is money", []record.Ledger{at(1, 29_790_000, 101)}, 0, ""},
		{"nothing spent is no per cent", []record.Ledger{at(1, 29_790_000, 0)}, 0, ""},
		{"remainder of the month", []record.Ledger{sisa(900, at(1, 1000, 100))}, 0, ""},
		{"remainder of the year so far", []record.Ledger{at(1, 1000, 100), sisa(700, at(2, 1000, 200))}, 0, ""},
		{"wrong remainder", []record.Ledger{sisa(901, at(1, 1000, 100))}, 1, reject.RemainderMismatch},
		{"percentage within 0.01 points", []record.Ledger{percentOf(3334, at(1, 300, 100))}, 0, ""},
		{"percentage as a fraction", []record.Ledger{percentOf(33, at(1, 300, 100))}, 0, ""},
		{"wrong percentage", []record.Ledger{percentOf(3336, at(1, 300, 100))}, 1, reject.PercentMismatch},
		{"the same line twice", []record.Ledger{at(1, 1000, 100), at(1, 1000, 200)}, 2, reject.RepeatedLine},
		{"RM + PNBP = combined", []record.Ledger{fund(record.FundRM, at(1, 600, 60)), fund(record.FundPNBP, at(1, 400, 40)), fund(record.FundCombined, at(1, 1000, 100))}, 0, ""},
		{"RM + PNBP differ", []record.Ledger{fund(record.FundRM, at(1, 600, 60)), fund(record.FundPNBP, at(1, 400, 41)), fund(record.FundCombined, at(1, 1000, 100))}, 3, reject.TotalMismatch},
		{"months add up to the year", year(78), 0, ""},
		{"months do not add up to the year", year(79), 13, reject.TotalMismatch},
	} {
		got := checked(tc.lines...)
		if tc.want == "" {
			if len(got) > 0 {
				t.Errorf("%s: found %v", tc.name, got)
			}
			continue
		}
		if len(got) != 1 || len(got[tc.row]) != 1 || got[tc.row][0] != tc.want {
			t.Errorf("%s: found %v, want %s at row %d", tc.name, got, tc.want, tc.row)
		}
	}
}

// TestChecksHoldForAmountsOfAnySize: a national budget times ten thousand does
// not overflow.
func TestChecksHoldForAmountsOfAnySize(t *testing.T) {
	if got := checked(percentOf(5000, at(1, 70_000_000_000_000, 35_000_000_000_000))); len(got) != 0 {
		t.Errorf("found %v", got)
	}
	if got := checked(percentOf(5002, at(1, 70_000_000_000_000, 35_000_000_000_000))); len(got[1]) != 1 {
		t.Errorf("found %v", got)
	}
}

// TestEveryLineOverItsCeiling: lines of one account without months are lines of
// their own, each over its ceiling or not; a series of months is told once.
func TestEveryLineOverItsCeiling(t *testing.T) {
	n := 0
	for _, codes := range checked(at(0, 100, 150), at(0, 100, 90), at(0, 100, 170), at(0, 200, 201)) {
		for _, c := range codes {
			if c == reject.SpentOverCeiling {
				n++
			}
		}
	}
	if n != 3 {
		t.Errorf("%d lines over their ceiling, want 3", n)
	}
}
