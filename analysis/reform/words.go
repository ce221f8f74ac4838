package reform

import (
	"errors"
	"math"
	"math/big"
	"strconv"

	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// Small pieces that sentences, figure and tables are made of.

func on(d record.Day) result.Quantity { return result.On(d.String()) }
func count(n int) result.Quantity     { return result.Int(int64(n), result.Count) }
func seconds(n int32) result.Quantity { return result.Int(int64(n), result.Seconds) }
func worded(t result.Text) result.Quantity {
	return result.Quantity{Unit: result.Worded, Term: &t}
}

// model numbers keep nine significant digits: more would be noise of the
// machine, and would differ between machines.
func approx(f float64, u result.Unit) result.Quantity {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return result.Quantity{Unit: u}
	}
	v, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', 9, 64))
	return result.Num(v, u)
}

// amount is the size of a number without its sign.
func amount(f float64, u result.Unit) result.Quantity { return approx(math.Abs(f), u) }

// signed is a difference with its sign; shares differ by percentage points.
func signed(f float64, u result.Unit) result.Quantity {
	q := approx(f, u)
	if u == result.Share {
		q = approx(100*f, result.Count)
	}
	id, en := "{0}", "{0}"
	if f > 0 {
		id, en = "+{0}", "+{0}"
	}
	if u == result.Share {
		id, en = id+" poin persen", en+" percentage points"
	}
	return worded(result.T(id, en, q))
}

// span is an interval in words.
func span(i stat.Interval, u result.Unit) result.Quantity {
	if math.IsInf(i.Lo, 0) || math.IsInf(i.Hi, 0) || math.IsNaN(i.Lo) || math.IsNaN(i.Hi) {
		return worded(none)
	}
	return worded(result.T("{0} sampai {1}", "{0} to {1}", signed(i.Lo, u), signed(i.Hi, u)))
}

// sizes is an interval of one sign as sizes, the smaller first, for sentences
// that say "fell by".
func sizes(i stat.Interval, u result.Unit) (lo, hi result.Quantity) {
	a, b := math.Abs(i.Lo), math.Abs(i.Hi)
	return approx(min(a, b), u), approx(max(a, b), u)
}

var none = result.T("tidak dapat dihitung", "cannot be computed")

// pValue is a p-value in words; below a thousandth the digits say nothing.
func pValue(p float64) result.Quantity {
	switch {
	case math.IsNaN(p):
		return worded(none)
	case p < 0.001:
		return worded(result.T("p\u00a0<\u00a00,001", "p\u00a0<\u00a00.001"))
	}
	return worded(result.T("p\u00a0=\u00a0{0}", "p\u00a0=\u00a0{0}", approx(p, result.Ratio)))
}

// join puts sentences one after the other, leaving out empty ones.
func join(parts ...result.Text) result.Text {
	var form string
	var args []result.Quantity
	for _, p := range parts {
		if p.Empty() {
			continue
		}
		if len(args) > 0 {
			form += " "
		}
		form += "{" + strconv.Itoa(len(args)) + "}"
		args = append(args, worded(p))
	}
	return result.T(form, form, args...)
}

// title is the reform's name; several of one day are named together.
func (c *change) title() result.Quantity {
	t := c.names[0]
	for _, n := range c.names[1:] {
		t = result.T("{0} dan {1}", "{0} and {1}", worded(t), worded(n))
	}
	return worded(t)
}

// name is the title in quotation marks, for use within a sentence.
func (c *change) name() result.Quantity {
	return worded(result.T("“{0}”", "“{0}”", c.title()))
}

var clippedSay = result.T("Masa yang dibandingkan dibatasi oleh perubahan layanan lain.",
	"The time compared is bounded by another reform.")

// reason words a refusal of package stat.
func reason(err error) result.Text {
	var r *stat.Refusal
	if !errors.As(err, &r) {
		return none
	}
	switch r.Reason {
	case stat.TooFew:
		return result.T("data terlalu sedikit: ada {0}, diperlukan {1}", "too few data: there are {0}, {1} needed", count(r.Have), count(r.Need))
	case stat.Empty:
		return result.T("tidak ada hari yang memenuhi", "no day qualifies")
	case stat.NoVariation:
		return result.T("semua nilai sama", "all values are equal")
	case stat.Gapped:
		return result.T("ada titik yang kosong", "a point is missing")
	}
	return none
}
