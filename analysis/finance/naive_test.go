package finance

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// This file compares every indicator that has logic with a plain version of it
// over plain slices, written from the regulation's words, on random data.

func rng(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(2024, seed)) }

func close(t *testing.T, what string, v result.Value, want float64, known bool) {
	t.Helper()
	if v.Known() != known {
		t.Fatalf("%s: known %v, want %v (%v)", what, v.Known(), known, want)
	}
	if !known {
		return
	}
	got, _ := v.Value.Float64()
	if math.Abs(got-want) > 1e-9*(1+math.Abs(want)) {
		t.Fatalf("%s = %v, the plain version gives %v", what, got, want)
	}
}

// random is a year of a ledger: [account][month] in whole rupiah.
type random struct{ ceiling, blocked, plan, spent [3][12]float64 }

func randomYear(r *rand.Rand) random {
	var x random
	for a := range 3 {
		ceiling := float64(1000 + r.IntN(100_000))
		for m := range 12 {
			if r.IntN(5) == 0 {
				ceiling += float64(r.IntN(5000))
			}
			x.ceiling[a][m] = ceiling
			x.blocked[a][m] = math.Floor(ceiling * float64(r.IntN(2)) / 7)
			x.plan[a][m] = float64(r.IntN(3) * r.IntN(9000))
			x.spent[a][m] = float64(r.IntN(4) * r.IntN(8000) / 2)
		}
	}
	return x
}

func (x *random) facts() *facts.Set {
	f := &facts.Set{}
	for a := range 3 {
		for m := range 12 {
			f.Ledger(&record.Ledger{Ref: ref(), Year: 2024, Month: int8(m + 1), Account: int16(51 + a), Cumulative: record.No,
				Ceiling: record.Sen(int64(x.ceiling[a][m]) * 100), Blocked: record.Sen(int64(x.blocked[a][m]) * 100),
				Plan: record.Sen(int64(x.plan[a][m]) * 100), Spent: record.Sen(int64(x.spent[a][m]) * 100)})
		}
	}
	f.Seal()
	return f
}

func (x *random) deviation(last int) float64 {
	sum := 0.0
	for m := 0; m < last; m++ {
		part, all := 0.0, 0.0
		for a := range 3 {
			d := 0.0
			switch {
			case x.plan[a][m] != 0:
				d = math.Min(100, math.Abs(x.spent[a][m]-x.plan[a][m])/x.plan[a][m]*100)
			case x.spent[a][m] != 0:
				d = 100
			}
			part, all = part+d*x.ceiling[a][m], all+x.ceiling[a][m]
		}
		sum += part / all
	}
	return sum / float64(last)
}

func (x *random) absorption(quarters int) float64 {
	targets := [3][4]float64{{20, 50, 75, 95}, {15, 50, 70, 90}, {10, 40, 70, 90}}
	sum := 0.0
	for q := range quarters {
		cut := []int{1, 3, 6, 11}[q]
		part, all := 0.0, 0.0
		for a := range 3 {
			spent := 0.0
			for m := 0; m <= 3*q+2; m++ {
				spent += x.spent[a][m]
			}
			base := x.ceiling[a][cut] - x.blocked[a][cut]
			part, all = part+base*math.Min(100, spent/(base*targets[a][q]/100)*100), all+base
		}
		sum += part / all
	}
	return sum / float64(quarters)
}

func TestLedgerScoresAgainstPlainVersions(t *testing.T) {
	for seed := range uint64(60) {
		r := rng(seed)
		x := randomYear(r)
		f := x.facts()
		last := 3 + r.IntN(10)
		s := slice(f, 2024, last)
		d := x.deviation(min(last, 11))
		close(t, "KEU-04", deviation.Compute(s), d/100, true)
		score := 100 - d
		if d <= 5 {
			score = 100
		}
		close(t, "KEU-05", deviationScore.Compute(s), score, true)
		close(t, "KEU-06", absorption.Compute(s), x.absorption(last/3), true)
		late, all, lateEx, allEx := 0.0, 0.0, 0.0, 0.0
		for a := range 3 {
			for m := range 12 {
				v, w := x.spent[a][m], 0.0
				if m > 8 {
					w = v
				}
				late, all = late+w, all+v
				if a > 0 {
					lateEx, allEx = lateEx+w, allEx+v
				}
			}
		}
		year := slice(f, 2024, 12)
		close(t, "KEU-08", bunching.Compute(year), late/all, true)
		close(t, "KEU-17", bunchingExPayroll.Compute(year), lateEx/allEx, true)
	}
}

func TestRevisionsAgainstPlainVersion(t *testing.T) {
	for seed := range uint64(80) {
		r := rng(seed)
		f := &facts.Set{}
		var n [2]int
		rows := 1 + r.IntN(9)
		for range rows {
			m := 1 + r.IntN(12)
			code, after := []string{"211", "222 - Pergeseran", "999"}[r.IntN(3)], int64(900+r.IntN(2))
			f.Revision(&record.Revision{Ref: ref(), Day: day(2024, m, 1+r.IntN(28)), Code: code, Before: record.Sen(900), After: record.Sen(after)})
			if code != "999" && after == 900 {
				n[(m-1)/6]++
			}
		}
		f.Seal()
		points := func(n int) float64 {
			if n >= 3 {
				return 50
			}
			return []float64{110, 110, 100}[n]
		}
		close(t, "KEU-09", revisions.Compute(slice(f, 2024, 12)), (points(n[0])+points(n[1]))/2, true)
		close(t, "KEU-09 half-year", revisions.Compute(slice(f, 2024, 8)), points(n[0]), true)
	}
}

func TestContractsAgainstPlainVersion(t *testing.T) {
	for seed := range uint64(80) {
		r := rng(seed)
		f := &facts.Set{}
		n, june, kd, kds, ak, aks := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
		for i := range 1 + r.IntN(12) {
			amount := []int64{49_999_999, 50_000_000, 120_000_000, 200_000_000, 200_000_001}[r.IntN(5)]
			account := int16(52 + r.IntN(2))
			at := time.Date(2023, 12, 1+r.IntN(390), 0, 0, 0, 0, time.UTC)
			if at.Year() > 2024 {
				at = time.Date(2024, 12, 31, 0, 0, 0, 0, time.UTC)
			}
			paid := at.AddDate(0, 0, 20)
			signedOn(f, strconv.Itoa(i), account, amount, day(at.Year(), int(at.Month()), at.Day()), day(paid.Year(), int(paid.Month()), paid.Day()))
			if amount < 50_000_000 {
				continue
			}
			n++
			if at.Year() < 2024 || at.Month() <= 6 {
				june++
			}
			switch {
			case at.Year() < 2024:
				kd, kds = kd+120, kds+1
			case at.Month() <= 3:
				kd, kds = kd+110, kds+1
			}
			if account == 53 && amount <= 200_000_000 && paid.Year() == 2024 {
				ak, aks = ak+[]float64{100, 90, 80, 70}[(paid.Month()-1)/3], aks+1
			}
		}
		f.Seal()
		dak, ratio := 100.0, 0.0
		if n > 0 {
			ratio = june / n * 100
		}
		switch {
		case ratio == 0:
			dak = 0
		case ratio <= 25:
			dak = 50
		case ratio <= 50:
			dak = 60
		case ratio <= 75:
			dak = 80
		}
		sum, weight := 20*dak, 20.0
		if kds > 0 {
			sum, weight = sum+40*kd/kds, weight+40
		}
		if aks > 0 {
			sum, weight = sum+40*ak/aks, weight+40
		}
		close(t, "KEU-10", contracts.Compute(slice(f, 2024, 12)), sum/weight, n > 0)
	}
}

func TestInvoicesAgainstPlainVersion(t *testing.T) {
	off := map[string]bool{"2024-03-11": true, "2024-03-29": true, "2024-05-01": true}
	o := office.Default()
	for d := range off {
		x, _ := time.Parse("2006-01-02", d)
		o.Holidays = append(o.Holidays, office.Holiday{Day: day(x.Year(), int(x.Month()), x.Day())})
	}
	for seed := range uint64(60) {
		r := rng(seed)
		f := &facts.Set{}
		good, n := 0.0, 0.0
		for i := range 1 + r.IntN(20) {
			from := time.Date(2024, 1, 1+r.IntN(150), 0, 0, 0, 0, time.UTC)
			days := 15 + r.IntN(20)
			kind := []string{"LS Kontraktual", "LS Non Kontraktual", "GUP"}[r.IntN(3)]
			to := from.AddDate(0, 0, days)
			f.Invoice(&record.Invoice{Ref: ref(), Number: strconv.Itoa(i), Kind: kind, Accepted: day(from.Year(), int(from.Month()), from.Day()), Received: day(to.Year(), int(to.Month()), to.Day())})
			if kind != "LS Kontraktual" {
				continue
			}
			worked := 0
			for d := 1; d <= days; d++ {
				x := from.AddDate(0, 0, d)
				if x.Weekday() != time.Saturday && x.Weekday() != time.Sunday && !off[x.Format("2006-01-02")] {
					worked++
				}
			}
			n++
			if worked <= 17 {
				good++
			}
		}
		f.Seal()
		close(t, "KEU-11", invoices.Compute(sliceOf(f, &o, 2024, 12)), good/n*100, n > 0)
	}
}

func TestAdvancesAgainstPlainVersion(t *testing.T) {
	for seed := range uint64(60) {
		r := rng(seed)
		f := &facts.Set{}
		up := int64(1000 + r.IntN(50_000))
		put := func(kind string, v int64, d, before record.Day) {
			f.CashAdvance(&record.CashAdvance{Ref: ref(), Kind: kind, Value: record.Sen(v), Day: d, Previous: before, Limit: record.Amount{}})
		}
		put(record.AdvanceUP, up, day(2024, 1, 2), 0)
		timely, n, eq, gups := 0.0, 0.0, 0.0, 0.0
		at := time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)
		for at.Month() < 11 {
			before := at
			at = at.AddDate(0, 0, 5+r.IntN(45))
			v := int64(1 + r.IntN(int(up)))
			put(record.AdvanceGUP, v, day(at.Year(), int(at.Month()), at.Day()), day(before.Year(), int(before.Month()), before.Day()))
			limit := time.Date(before.Year(), before.Month()+1, before.Day(), 0, 0, 0, 0, time.UTC)
			if end := time.Date(before.Year(), before.Month()+2, 0, 0, 0, 0, 0, time.UTC); limit.After(end) {
				limit = end
			}
			n++
			if !at.After(limit) {
				timely += 100
			}
			inMonth := float64(time.Date(before.Year(), before.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day())
			eq, gups = eq+math.Min(100, float64(v)/float64(up)*100*inMonth/at.Sub(before).Hours()*24), gups+1
		}
		tup, back := int64(1000+r.IntN(1000)), int64(r.IntN(1000))
		put(record.AdvanceTUP, tup, day(2024, 6, 3), 0)
		put(record.AdvanceDeposit, back, day(2024, 6, 28), 0)
		cash := timely/n*.5 + eq/gups*.25 + (100-float64(back)/float64(tup)*100)*.25
		want := cash
		if r.IntN(2) == 0 {
			used, card, quarters := 0.0, 0.0, 0.0
			limit := float64(1000 + r.IntN(1000))
			for m := 1; m <= 12; m++ {
				v := float64(r.IntN(3) * r.IntN(200))
				used += v
				f.CashAdvance(&record.CashAdvance{Ref: ref(), Kind: record.AdvanceCard, Year: 2024, Month: int8(m), Value: record.Sen(int64(v)), Limit: record.Sen(int64(limit))})
				if m%3 == 0 && used > 0 {
					quarters++
					card += 100
					if used*100 >= []float64{1, 5, 9, 12.5}[m/3-1]*limit*12 {
						card += 10
					}
				}
			}
			if quarters > 0 {
				want = .9*cash + .1*card/quarters
			}
		}
		f.Seal()
		close(t, "KEU-12", advances.Compute(slice(f, 2024, 12)), want, true)
	}
}

func TestOutputsAgainstPlainVersion(t *testing.T) {
	for seed := range uint64(60) {
		r := rng(seed)
		f := &facts.Set{}
		last := 1 + r.IntN(12)
		timely, reports, done, ros := 0.0, 0.0, 0.0, float64(1+r.IntN(5))
		for ro := range int(ros) {
			for m := 1; m <= last; m++ {
				progress, planned, target, volume := int64(r.IntN(4)*r.IntN(40))*100, int64(1+r.IntN(100))*100, int64(1+r.IntN(90)), int64(r.IntN(120))
				confirmed := []record.Tri{record.Yes, record.Yes, record.No}[r.IntN(3)]
				late := r.IntN(3) == 0
				at := time.Date(2024, time.Month(m)+1, 1, 0, 0, 0, 0, time.UTC)
				for n := 0; ; at = at.AddDate(0, 0, 1) { // the 5th working day
					if at.Weekday() != time.Saturday && at.Weekday() != time.Sunday {
						if n++; n == 5 {
							break
						}
					}
				}
				if late {
					at = at.AddDate(0, 0, 1)
				} else {
					timely += 100
				}
				reports++
				of := func(n int64) record.Decimal { return record.Decimal{N: n, Known: true} }
				f.Output(&record.Output{Ref: ref(), Code: strconv.Itoa(ro), Year: 2024, Month: int8(m), Target: of(target), Volume: of(volume), Progress: of(progress), Planned: of(planned),
					Reported: day(at.Year(), int(at.Month()), at.Day()), Confirmed: confirmed})
				if m < last {
					continue
				}
				switch {
				case confirmed == record.No || progress == 0:
				case m == 12 || progress >= 10000:
					done += math.Min(100, float64(volume)/float64(target)*100)
				default:
					done += math.Min(100, float64(progress)/float64(planned)*100)
				}
			}
		}
		f.Seal()
		close(t, "KEU-13", outputs.Compute(slice(f, 2024, last)), .3*timely/reports+.7*done/ros, true)
	}
}

func TestDispensationsAgainstPlainVersion(t *testing.T) {
	for seed := range uint64(60) {
		r := rng(seed)
		f := &facts.Set{}
		n, with := 100+r.IntN(900), r.IntN(6)*r.IntN(3)
		for i := range n {
			d := record.No
			if i < with {
				d = record.Yes
			}
			f.Dispensation(&record.Dispensation{Ref: ref(), Number: strconv.Itoa(i), Day: day(2024, 10+i%3, 1+i%28), Dispensed: d})
		}
		f.Seal()
		ratio := math.Floor(float64(with)/float64(n)*100_000+.5) / 100
		want := 1.0
		for _, c := range []struct{ below, points float64 }{{5, .75}, {1, .5}, {.1, .25}, {.01, 0}} {
			if ratio < c.below-1e-9 {
				want = c.points
			}
		}
		close(t, "KEU-14", dispensation.Compute(slice(f, 2024, 12)), want, true)
	}
}

func TestRevenueAgainstPlainVersions(t *testing.T) {
	for seed := range uint64(60) {
		r := rng(seed)
		f := &facts.Set{}
		target, got, bySimponi, bySpan, gap := 0.0, 0.0, 0.0, 0.0, 0.0
		issued, paid := 0.0, 0.0
		last := 1 + r.IntN(12)
		for a := range 3 {
			goal, simponi, span := int64(1+r.IntN(9_000_000)), 0.0, 0.0
			for m := 1; m <= 12; m++ {
				x, y := int64(r.IntN(90))*355_000, int64(r.IntN(90))*355_000
				label := []string{"Pendapatan Paspor", "Visa", "Biaya Beban"}[a]
				f.Revenue(&record.Revenue{Ref: ref(), Year: 2016, Month: int8(m), Account: "42321" + strconv.Itoa(a), Label: label, Cumulative: record.No,
					Target: record.Sen(goal * 100), Simponi: record.Sen(x * 100), Span: record.Sen(y * 100)})
				if m <= last {
					simponi, span = simponi+float64(x), span+float64(y)
					if a == 0 {
						n := 1 + r.IntN(40)
						for i := range n {
							f.Application(&record.Application{Ref: ref(), Number: strconv.Itoa(100*m + i), Applied: day(2016, m, 5), Ready: day(2016, m, 9)})
						}
						issued, paid = issued+float64(n), paid+float64(x)/355_000
					}
				}
			}
			target, got = target+float64(goal), got+simponi
			bySimponi, bySpan, gap = bySimponi+simponi, bySpan+span, gap+math.Abs(simponi-span)
		}
		f.Seal()
		s := slice(f, 2016, last)
		close(t, "KEU-07", revenue.Compute(s), got/target, true)
		close(t, "KEU-18", revenueGap.Compute(s), gap/math.Max(bySimponi, bySpan), math.Max(bySimponi, bySpan) > 0)
		close(t, "KEU-19", impliedVolume.Compute(s), (paid-issued)/issued, true)
	}
}

func TestForecastAgainstPlainVersion(t *testing.T) {
	for seed := range uint64(60) {
		r := rng(seed)
		f := &facts.Set{}
		last := 1 + r.IntN(11)
		years := 1 + r.IntN(4)
		now, shares, lo, hi := 0.0, 0.0, math.Inf(1), 0.0
		for m := 1; m <= last; m++ {
			x := float64(1 + r.IntN(900))
			line(f, 2024, m, 52, 1_000_000, 0, x)
			now += x
		}
		for y := 2024 - years; y < 2024; y++ {
			so, all := 0.0, 0.0
			for m := 1; m <= 12; m++ {
				x := float64(1 + r.IntN(900))
				line(f, y, m, 52, 1_000_000, 0, x)
				if all += x; m <= last {
					so += x
				}
			}
			shares += so / all
			lo, hi = math.Min(lo, now*all/so), math.Max(hi, now*all/so)
		}
		f.Seal()
		v := forecast.Compute(slice(f, 2024, last))
		close(t, "KEU-20", v, now/(shares/float64(years))/1_000_000, true)
		if (v.Lo != nil) != (years > 1) {
			t.Fatalf("%d years: range %v", years, v.Lo)
		}
		if years > 1 && (math.Abs(*v.Lo-lo/1e6) > 1e-9 || math.Abs(*v.Hi-hi/1e6) > 1e-9 || v.Level != float64(years-1)/float64(years+1)) {
			t.Fatalf("range %v to %v (%v), want %v to %v", *v.Lo, *v.Hi, v.Level, lo/1e6, hi/1e6)
		}
	}
}

func TestTotalAgainstPlainVersion(t *testing.T) {
	weights := []float64{10, 15, 20, 10, 10, 10, 25}
	for seed := range uint64(60) {
		r := rng(seed)
		var in [7]int64
		sum, weight := 0.0, 0.0
		for i := range in {
			in[i] = int64(r.IntN(12_000)) - 1_000
			if in[i] >= 0 {
				sum, weight = sum+weights[i]*float64(in[i])/100, weight+weights[i]
			}
		}
		v, _, _ := total(scoresOf(in[:]...))
		if weight == 0 {
			if v != nil {
				t.Fatal("a total of nothing")
			}
			continue
		}
		if got, _ := v.Float64(); math.Abs(got-sum/weight) > 1e-9 {
			t.Fatalf("%v, want %v", got, sum/weight)
		}
	}
}

func TestHalfUpRounds(t *testing.T) {
	for in, want := range map[string]string{"94.995": "95.00", "94.9949": "94.99", "-0.005": "0.00", "-0.006": "-0.01", "2": "2.00"} {
		v, _ := new(big.Rat).SetString(in)
		if got := halfUp(v, 2).FloatString(2); got != want {
			t.Errorf("%s -> %s, want %s", in, got, want)
		}
	}
}
