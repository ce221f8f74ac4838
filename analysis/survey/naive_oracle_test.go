package survey

import (
	"fmt"
	"math/big"
	"slices"
	"testing"
	"time"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

// answer is what an oracle says: nil where the value cannot be told.
type answer struct {
	value *big.Rat
	n     int64
}

// oracles recompute every indicator of the package from the records.
var oracles = map[string]func(*desk) answer{
	"SKM-01": func(d *desk) answer {
		sum, k := new(big.Rat), int64(0)
		for e := range record.Elements {
			if m := d.mean(e); m.value != nil {
				sum.Add(sum, m.value)
				k++
			}
		}
		if k == 0 {
			return answer{}
		}
		weight := big.NewRat(1, k)
		if d.decimals > 0 {
			weight = nearest(weight, d.decimals)
		}
		sum.Mul(sum, weight)
		return answer{sum.Mul(sum, big.NewRat(d.factor, 1)), int64(len(d.respondents()))}
	},
	"SKM-11": func(d *desk) answer {
		n, users := int64(len(d.respondents())), d.population()
		if n == 0 || users == 0 {
			return answer{}
		}
		// 3.841 N p(1-p) / (d2 (N-1) + 3.841 p(1-p)) with p = .5 and d = .05,
		// numerator and denominator times 4 million.
		need := nearest(big.NewRat(3841000*users, 10000*(users-1)+3841000), 0)
		return answer{new(big.Rat).Quo(big.NewRat(n, 1), need), n}
	},
	"SKM-12": func(d *desk) answer {
		users := d.population()
		if users == 0 || !slices.ContainsFunc(d.complaints, func(c record.Complaint) bool { return c.Office == d.sel.Office }) {
			return answer{}
		}
		var n int64
		for _, c := range d.received() {
			y, m, _ := c.Day.Date()
			of := *d // the month of the complaint, as far as it is asked for
			of.sel.From, of.sel.To = max(d.sel.From, record.DayOf(y, m, 1)), min(d.sel.To, record.DayOf(y, m+1, 1)-1)
			if of.population() > 0 {
				n++
			}
		}
		return answer{big.NewRat(n, users), n}
	},
	"SKM-13": func(d *desk) answer {
		var low answer
		k := 0
		for e := range record.Elements {
			m := d.mean(e)
			if m.value == nil {
				continue
			}
			k++
			if low.value == nil || m.value.Cmp(low.value) < 0 {
				low = m
			}
		}
		if k < 3 {
			return answer{}
		}
		return low
	},
	"SKM-14": naiveClosed,
	"OMB-01": func(d *desk) answer {
		var last *record.OfficialScore
		for i, o := range d.scores {
			from, to := record.DayOf(int(o.Year), 1, 1), record.DayOf(int(o.Year), 12, 31)
			if o.Month == 4 { // the only one that is drawn
				from, to = record.DayOf(int(o.Year), 4, 1), record.DayOf(int(o.Year), 4, 30)
			}
			if o.Scheme != "OMBUDSMAN" || o.Part != "" || o.Line == "bobot" || o.Office != d.sel.Office || o.Year == 0 || (from < d.sel.From || to > d.sel.To) {
				continue
			}
			if last == nil || o.Year > last.Year || o.Year == last.Year && o.Month > last.Month {
				last = &d.scores[i]
			}
		}
		if last == nil {
			return answer{}
		}
		return answer{big.NewRat(last.Hundredth, 100), 1}
	},
}

func init() {
	for e := range record.Elements {
		oracles[fmt.Sprintf("SKM-%02d", e+2)] = func(d *desk) answer { return d.mean(e) }
	}
}

// respondents are the answers of the selection; the second file only repeats.
func (d *desk) respondents() []record.Answer {
	var out []record.Answer
	for _, a := range d.answers {
		if a.Ref.Source == 0 && a.Office == d.sel.Office && (d.service == "" || folded(a.Service) == d.service) && d.holds(a.Day, a.Grain) {
			out = append(out, a)
		}
	}
	return out
}

// holds reports whether the selection holds a day or a whole month of 2017.
func (d *desk) holds(day record.Day, g record.Grain) bool {
	last := day
	if g == record.GrainMonth {
		last += 29 // April
		if day == record.DayOf(2017, 5, 1) {
			last++
		}
	}
	return day != 0 && day >= d.sel.From && last <= d.sel.To
}

// mean is the mean of the given scores of an element.
func (d *desk) mean(e int) answer {
	var sum, n int64
	for _, a := range d.respondents() {
		if a.Scores[e] != 0 {
			sum += int64(a.Scores[e])
			n++
		}
	}
	if n == 0 {
		return answer{}
	}
	return answer{big.NewRat(sum, n), n}
}

func (d *desk) population() (n int64) {
	for _, t := range d.tickets {
		if t.Office == d.sel.Office && d.holds(t.Day, record.GrainDay) {
			n++
		}
	}
	for _, i := range d.intervals {
		if i.Office == d.sel.Office && d.holds(i.Day, i.Grain) {
			n += i.Count
		}
	}
	return n
}

// received are the dated complaints of the selection, once each.
func (d *desk) received() []record.Complaint {
	var out []record.Complaint
	for _, c := range d.complaints {
		if c.Ref.Source == 0 && c.Office == d.sel.Office && c.Day != 0 && d.holds(c.Day, record.GrainDay) {
			out = append(out, c)
		}
	}
	return out
}

func naiveClosed(d *desk) answer {
	working := func(from, to record.Day) (n int) {
		for x := from + 1; x <= to; x++ {
			w := x.Time().Weekday()
			if w != time.Saturday && w != time.Sunday && !slices.ContainsFunc(d.set.Holidays, func(h office.Holiday) bool { return h.Day == x }) {
				n++
			}
		}
		return n
	}
	var end record.Day
	for _, c := range d.complaints {
		if c.Office == d.sel.Office {
			end = max(end, c.Day, c.Closed)
		}
	}
	var hits, n int64
	for _, c := range d.received() {
		switch {
		case c.Closed != 0 && working(c.Day, c.Closed) <= d.limit:
			hits, n = hits+1, n+1
		case c.Closed != 0 || working(c.Day, end) > d.limit:
			n++
		}
	}
	if n == 0 || !slices.ContainsFunc(d.complaints, func(c record.Complaint) bool {
		return c.Office == d.sel.Office && c.Ref.Source == 0 && c.Closed != 0
	}) {
		return answer{}
	}
	return answer{big.NewRat(hits, n), n}
}

// nearest rounds half up to some decimals, by way of whole numbers.
func nearest(v *big.Rat, decimals int) *big.Rat {
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	twice := new(big.Rat).Mul(v, big.NewRat(2*scale, 1))
	whole := new(big.Int).Quo(twice.Num(), twice.Denom()).Int64()
	return big.NewRat((whole+1)/2, scale)
}

// letter is the category of an index on the survey's last day, in hundredths.
func letter(v *big.Rat, last record.Day) string {
	bounds := []int64{8831, 7661, 6500}
	if last != 0 && last < record.DayOf(2017, 5, 1) {
		bounds = []int64{8126, 6251, 4376}
	}
	x := nearest(v, 2)
	for i, b := range bounds {
		if x.Cmp(big.NewRat(b, 100)) >= 0 {
			return "ABC"[i : i+1]
		}
	}
	return "D"
}

// TestEveryIndicatorAgreesWithItsOracle on offices drawn at random; each must
// be told and not told often enough for that to mean something.
func TestEveryIndicatorAgreesWithItsOracle(t *testing.T) {
	told, values := map[string]int{}, map[string]map[string]bool{}
	const desks = 300
	for seed := range uint64(desks) {
		d := drawDesk(seed)
		s := d.slice()
		for _, spec := range Specs() {
			if d.service != "" && slices.Contains([]string{"SKM-11", "SKM-12", "SKM-14", "OMB-01"}, spec.ID) {
				continue // complaints, scores and populations are not of one service
			}
			got, want := spec.Compute(s), oracles[spec.ID](d)
			if got.Known() != (want.value != nil) || got.Known() && (got.Value.Cmp(want.value) != 0 || got.N != want.n) || !got.Known() && got.Missing == nil {
				t.Fatalf("seed %d: %s = %v of %d, want %v of %d", seed, spec.ID, got.Value, got.N, want.value, want.n)
			}
			if !got.Known() {
				continue
			}
			told[spec.ID]++
			if values[spec.ID] == nil {
				values[spec.ID] = map[string]bool{}
			}
			values[spec.ID][got.Value.RatString()] = true
			if spec.ID == "SKM-01" {
				var last record.Day
				for _, a := range d.respondents() {
					last = max(last, a.Day)
				}
				if l := letter(want.value, last); got.Category == nil || got.Category.ID[:1] != l {
					t.Fatalf("seed %d: %v on %v is %v, want %s", seed, got.Value, last, got.Category, l)
				}
			}
		}
	}
	for id := range oracles {
		if told[id] < desks/10 || told[id] == desks || len(values[id]) < 5 {
			t.Errorf("%s: told by %d of %d offices, %d different values", id, told[id], desks, len(values[id]))
		}
	}
}

// TestEveryIndicatorHasAnOracle: a new indicator cannot come without one.
func TestEveryIndicatorHasAnOracle(t *testing.T) {
	seen := map[string]bool{}
	for _, spec := range Specs() {
		seen[spec.ID] = true
		if oracles[spec.ID] == nil {
			t.Errorf("%s has no oracle", spec.ID)
		}
	}
	for id := range oracles {
		if !seen[id] {
			t.Errorf("the oracle %s belongs to no indicator", id)
		}
	}
}
