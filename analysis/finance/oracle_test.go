package finance

import (
	"math/big"
	"strconv"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

// This file holds the oracles of the domain reference, T-A1 to T-A11, each a
// test that names it.

func day(y, m, d int) record.Day { return record.DayOf(y, m, d) }

// slice seals facts and selects a fiscal year up to a month.
func slice(f *facts.Set, year, month int) *Slice {
	o := office.Default()
	return sliceOf(f, &o, year, month)
}

func sliceOf(f *facts.Set, o *office.Setting, year, month int) *Slice {
	return NewSlice(f, o, facts.Selection{From: day(year, 1, 1), To: day(year, month+1, 1) - 1})
}

var nextRow uint32

func ref() record.Ref {
	nextRow++
	return record.Ref{Row: nextRow}
}

// line is one ledger row in rupiah.
func line(f *facts.Set, year, month int, account int16, ceiling, plan, spent float64) {
	f.Ledger(&record.Ledger{Ref: ref(), Year: int16(year), Month: int8(month), Account: account,
		Ceiling: record.Sen(int64(ceiling * 100)), Plan: record.Sen(int64(plan * 100)), Spent: record.Sen(int64(spent * 100)), Cumulative: record.No})
}

func is(t *testing.T, what string, v *big.Rat, want string) {
	t.Helper()
	if v == nil {
		t.Errorf("%s: no value, want %s", what, want)
		return
	}
	if got := halfUp(v, 2).FloatString(2); got != want {
		t.Errorf("%s = %s, want %s", what, got, want)
	}
}

func value(t *testing.T, v result.Value) *big.Rat {
	t.Helper()
	if !v.Known() {
		t.Fatalf("no value: %+v", v.Missing)
	}
	return v.Value
}

func TestTA1Deviation(t *testing.T) {
	f := &facts.Set{}
	for m, d := range [][3]float64{{0, 10, 0}, {10, 20, 0}, {20, 20, 0}} { // months of 4, 13 and 18
		for i, ceiling := range []float64{50, 40, 10} {
			line(f, 2024, m+1, int16(51+i), ceiling, 1000, 1000+10*d[i])
		}
	}
	f.Seal()
	for m, want := range []string{"100.00", "91.50", "88.33"} {
		is(t, "score to month "+strconv.Itoa(m+1), value(t, deviationScore.Compute(slice(f, 2024, m+1))), want)
	}
	month, _ := slice(f, 2024, 3).monthDeviation(1)
	is(t, "January", month, "4.00")
	five := rat(5)
	is(t, "mean 6", deviationPoints(rat(6), five), "94.00")
	is(t, "mean 5", deviationPoints(rat(5), five), "100.00")
	is(t, "mean 8.21", deviationPoints(big.NewRat(821, 100), five), "91.79")

	g := &facts.Set{} // shares 45.45/45.45/9.09 from May on
	for i, ceiling := range []float64{50, 50, 10} {
		line(g, 2024, 5, int16(51+i), ceiling, 1000, 1000+[]float64{220, 0, 110}[i])
	}
	g.Seal()
	may, _ := slice(g, 2024, 5).monthDeviation(5)
	is(t, "May", may, "11.00") // 22 x 50/110 + 11 x 10/110
}

// absorbed has the pagu of T-A2 up to March and that of T-A3 from April.
func absorbed() *facts.Set {
	f := &facts.Set{}
	ceilings := func(m int) []float64 {
		if m <= 3 {
			return []float64{250, 200, 50}
		}
		return []float64{250, 250, 50}
	}
	cumulative := map[int][]float64{1: {20, 8, 2}, 2: {40, 16, 4}, 3: {60, 24.5, 7}, 4: {100, 40, 12}, 5: {130, 50, 17}, 6: {164, 63.5, 22}}
	before := []float64{0, 0, 0}
	for m := 1; m <= 6; m++ {
		for i, c := range ceilings(m) {
			line(f, 2024, m, int16(51+i), c, 1, cumulative[m][i]-before[i])
		}
		before = cumulative[m]
	}
	f.Seal()
	return f
}

func TestTA2AbsorptionOfQuarterI(t *testing.T) {
	v, _ := slice(absorbed(), 2024, 3).quarterAbsorption(1)
	if v == nil || v.FloatString(4) != "92.6667" {
		t.Errorf("NK I = %v", v)
	}
	targets, _ := rules.Rows("ikpa.penyerapan.target", day(2024, 1, 1))
	for i, want := range []string{"100.00", "81.67", "100.00"} {
		target, _ := targets.Get(strconv.Itoa(51 + i))
		spent, base := []int64{6000, 2450, 700}[i], []int64{25000, 20000, 5000}[i]
		is(t, "PA", accountAbsorption(spent, base, target[0], hundred()), want)
	}
}

func TestTA3AbsorptionOfQuarterII(t *testing.T) {
	s := slice(absorbed(), 2024, 6)
	v, _ := s.quarterAbsorption(2)
	off := new(big.Rat).Sub(v, big.NewRat(7763, 100)) // the source adds rounded parts: 77.63
	if v.FloatString(5) != "77.63636" || off.Abs(off).Cmp(big.NewRat(1, 100)) > 0 {
		t.Errorf("NK II = %s", v.FloatString(5))
	}
	is(t, "indicator", value(t, absorption.Compute(s)), "85.15")
}

// signedOn is one contract in rupiah of fiscal year 2024.
func signedOn(f *facts.Set, number string, account int16, amount int64, signed, paid record.Day) {
	f.Contract(&record.Contract{Ref: ref(), Number: number, Year: 2024, Account: account, Value: record.Sen(amount * 100), Signed: signed, AtOnce: record.Yes, Disburse: paid})
}

func TestTA4Contracts(t *testing.T) {
	f := &facts.Set{}
	for i, c := range []struct {
		account      int16
		amount       int64
		signed, paid record.Day
	}{
		{52, 1_458_000_000, day(2023, 12, 29), day(2024, 8, 28)}, {52, 344_000_000, day(2024, 1, 12), day(2024, 2, 15)},
		{53, 440_000_000, day(2024, 2, 28), day(2024, 4, 19)}, {53, 187_500_000, day(2024, 3, 1), day(2024, 3, 28)},
		{52, 400_000_000, day(2024, 4, 4), day(2024, 5, 6)}, {53, 125_000_000, day(2024, 5, 30), day(2024, 7, 5)},
		{52, 90_360_000, day(2024, 6, 27), day(2024, 7, 11)}, {52, 732_000_000, day(2024, 8, 23), day(2024, 12, 19)},
		{52, 288_500_000, day(2024, 9, 16), day(2024, 10, 18)}, {52, 175_600_000, day(2024, 11, 11), day(2024, 11, 29)},
	} {
		signedOn(f, strconv.Itoa(i), c.account, c.amount, c.signed, c.paid)
	}
	f.Seal()
	s := slice(f, 2024, 12)
	c, _ := s.signed()
	ak53, _ := s.acceleration(c.list)
	is(t, "KD", s.early(c.list), "112.50")
	is(t, "AK53", ak53, "90.00")
	is(t, "DAK", s.distribution(c.list), "80.00")
	v := value(t, contracts.Compute(s))
	is(t, "total", v, "97.00")
	weight, _ := s.row("ikpa.bobot", "kontraktual")
	is(t, "contribution", new(big.Rat).Quo(new(big.Rat).Mul(v, weight), hundred()), "9.70")
}

func TestTA5Outputs(t *testing.T) {
	f := &facts.Set{}
	of := func(n int64) record.Decimal { return record.Decimal{N: n, Known: true} }
	for i, o := range [][4]int64{{100, 100, 10000, 10000}, {50, 50, 10000, 10000}, {60, 20, 3400, 4200}} {
		f.Output(&record.Output{Ref: ref(), Code: strconv.Itoa(i), Year: 2024, Month: 6, Target: of(o[0] * 1000), Volume: of(o[1] * 1000),
			Progress: of(o[2]), Planned: of(o[3]), Reported: day(2024, 7, 5), Confirmed: record.Yes})
	}
	f.Seal()
	s := slice(f, 2024, 6)
	a := s.achieved()
	done, _, _ := a.achievement(hundred())
	is(t, "achievement", done, "93.65")
	v := value(t, outputs.Compute(s))
	is(t, "total", v, "95.56")
	is(t, "contribution", new(big.Rat).Quo(v, rat(4)), "23.89")
}

func TestTA6Dispensation(t *testing.T) {
	f := &facts.Set{}
	for i := range 5214 {
		d := record.No
		if i < 24 {
			d = record.Yes
		}
		f.Dispensation(&record.Dispensation{Ref: ref(), Number: strconv.Itoa(i), Day: day(2024, 12, 5), Dispensed: d})
	}
	f.Seal()
	v := value(t, dispensation.Compute(slice(f, 2024, 12)))
	is(t, "deduction", v, "0.75")
	is(t, "97.25 less the deduction", new(big.Rat).Sub(big.NewRat(9725, 100), v), "96.50")
	if r := big.NewRat(24*1000, 5214).FloatString(6); r != "4.602992" {
		t.Errorf("ratio %s", r)
	}
}

func TestTA7MonthlyEquivalent(t *testing.T) {
	f := &facts.Set{}
	f.CashAdvance(&record.CashAdvance{Ref: ref(), Kind: record.AdvanceUP, Value: record.Sen(18_000_000_00), Day: day(2024, 1, 13)})
	f.CashAdvance(&record.CashAdvance{Ref: ref(), Kind: record.AdvanceGUP, Value: record.Sen(11_000_000_00), Day: day(2024, 5, 25), Previous: day(2024, 5, 5)})
	f.Seal()
	c := slice(f, 2024, 12).cash()
	is(t, "GUP", c.monthlyEquivalent(hundred()), "94.72")
}

func TestTA8ContractBounds(t *testing.T) {
	s := slice(&facts.Set{}, 2024, 12)
	for _, tc := range []struct {
		percent *big.Rat
		want    string
	}{{rat(0), "0.00"}, {big.NewRat(1, 100), "50.00"}, {rat(25), "50.00"}, {big.NewRat(2501, 100), "60.00"}, {rat(50), "60.00"}, {rat(75), "80.00"}, {big.NewRat(7501, 100), "100.00"}, {rat(100), "100.00"}} {
		v, _ := s.step("ikpa.kontraktual.distribusi_nilai", tc.percent)
		is(t, "DAK "+tc.percent.FloatString(2), v, tc.want)
	}
	f := &facts.Set{}
	signedOn(f, "a", 53, 49_999_999, day(2024, 3, 1), day(2024, 3, 28))
	signedOn(f, "b", 53, 50_000_000, day(2024, 3, 1), day(2024, 3, 28))
	signedOn(f, "c", 53, 200_000_000, day(2024, 4, 1), day(2024, 5, 28))
	signedOn(f, "d", 53, 200_000_001, day(2023, 12, 31), day(2024, 12, 28))
	signedOn(f, "e", 52, 60_000_000, day(2024, 1, 1), day(2024, 1, 28))
	signedOn(f, "f", 52, 60_000_000, day(2024, 3, 31), day(2024, 4, 28))
	f.Seal()
	s = slice(f, 2024, 12)
	c, _ := s.signed()
	if len(c.list) != 5 || c.small != 1 {
		t.Errorf("%d contracts count, %d are too small", len(c.list), c.small)
	}
	ak53, _ := s.acceleration(c.list)
	is(t, "AK53 holds Rp50m and Rp200m, not Rp200m + 1", ak53, "95.00") // 100 and 90
	is(t, "KD counts 31 Dec, 1 Jan, 1 and 31 March, not 1 April", s.early(c.list), "112.50")
}

func TestTA8DispensationBounds(t *testing.T) {
	s := slice(&facts.Set{}, 2024, 12)
	for _, tc := range []struct {
		hundredths int64
		want       string
	}{{0, "0.00"}, {1, "0.25"}, {9, "0.25"}, {10, "0.50"}, {99, "0.50"}, {100, "0.75"}, {499, "0.75"}, {500, "1.00"}, {9000, "1.00"}} {
		v, _ := s.deduction(tc.hundredths, 100_000) // hundredths of a per mille
		is(t, big.NewRat(tc.hundredths, 100).FloatString(2), v, tc.want)
	}
	v, _ := s.deduction(95, 1_000_000) // 0.095 per mille is rounded to 0.10 first
	is(t, "0.095", v, "0.50")
}

func scoresOf(hundredths ...int64) []scored {
	s := slice(&facts.Set{}, 2024, 12)
	var out []scored
	for i, p := range parts() {
		weight, _ := s.row("ikpa.bobot", p.key)
		x := scored{part: p, weight: weight}
		if hundredths[i] >= 0 {
			x.v = big.NewRat(hundredths[i], 100)
		}
		out = append(out, x)
	}
	return out
}

func TestTA9Reweighting(t *testing.T) {
	v, weight, n := total(scoresOf(10500, 8833, 8515, 9700, 9800, 10000, 9556))
	if v.FloatString(4) != "94.1695" || weight.Cmp(hundred()) != 0 || n != 7 {
		t.Errorf("total %s of weight %s, %d parts", v.FloatString(4), weight, n)
	}
	is(t, "total", v, "94.17")
	is(t, "less 0.75", new(big.Rat).Sub(v, big.NewRat(3, 4)), "93.42")
	if c, _ := slice(&facts.Set{}, 2024, 12).category(v); c.ID != "Baik" {
		t.Errorf("category %q", c.ID)
	}
	part, weight, n := total(scoresOf(-1, 8833, 8515, -1, -1, -1, -1)) // (15 x 88.33 + 20 x 85.15) / 35
	if n != 2 || weight.Cmp(rat(35)) != 0 {
		t.Errorf("weight %s, %d parts", weight, n)
	}
	is(t, "partial", part, "86.51")
}

func TestTA10Categories(t *testing.T) {
	s := slice(&facts.Set{}, 2024, 12)
	for _, tc := range []struct {
		thousandths int64
		want        string
	}{{95000, "Sangat Baik"}, {94995, "Sangat Baik"}, {94994, "Baik"}, {94990, "Baik"}, {89000, "Baik"}, {88990, "Cukup"}, {70000, "Cukup"}, {69990, "Kurang"}, {0, "Kurang"}} {
		if c, ok := s.category(big.NewRat(tc.thousandths, 1000)); !ok || c.ID != tc.want {
			t.Errorf("%d thousandths: %q, want %q", tc.thousandths, c.ID, tc.want)
		}
	}
}

func TestTA11WeightsAddUp(t *testing.T) {
	for year, n := range map[int]int{2020: 13, 2021: 13, 2022: 8, 2023: 8, 2024: 7, 2026: 7} {
		rows, ok := rules.Rows("ikpa.bobot", day(year, 7, 1))
		sum := new(big.Rat)
		for _, r := range rows {
			sum.Add(sum, r.Values[0])
		}
		if !ok || len(rows) != n || sum.Cmp(hundred()) != 0 {
			t.Errorf("%d: %d weights, sum %s", year, len(rows), sum)
		}
	}
}
