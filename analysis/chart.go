package analysis

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

// charted is a control chart with what it was made of.
type charted struct {
	kind   string // as result.Control.Chart
	method result.Text
	xmr    stat.XmR
	obs    []stat.Obs
}

const (
	rareKind = "rare"
	// rareFloor is the least mean number of events per month that a p, u or c
	// chart needs: below it the lower limit is out of reach and the upper one
	// is crossed by chance too often.
	rareFloor = 3
	// The form after Laney is taken for months of at least manyItems, because
	// items of one day hang together, and where months differ at least
	// overSpread times as much as chance alone would make them, seen in at
	// least spreadRanges moving ranges.
	manyItems    = 1000
	overSpread   = 1.2
	spreadRanges = 6
	// rangeOfTwo is the mean range of two standard normal values.
	rangeOfTwo = 1.128
)

// varies reports whether limits follow the size of each month.
func (ch *charted) varies() bool { return ch.kind[0] == 'p' || ch.kind[0] == 'u' }

// chartOf makes the chart of the kind that fits the indicator; what cannot be
// counted is charted by single values.
func chartOf(info indicator.Info, series []result.Point, values []result.Value, starts []int) charted {
	kind := info.ChartKind()
	months, ok := countsOf(kind, series, values)
	if kind == indicator.XmR || !ok {
		return single(series, starts)
	}
	if ch, rare := tooRare(kind, months); rare {
		return ch
	}
	ch := charted{kind: string(kind), obs: make([]stat.Obs, len(months))}
	for i, m := range months {
		if m.Den > 0 {
			ch.obs[i] = stat.Obs{Value: float64(m.Num) / float64(m.Den), Known: true}
		}
	}
	draw := map[indicator.Chart]func([]stat.Share, []int, bool) stat.XmR{
		indicator.P: stat.Default.P, indicator.U: stat.Default.U, indicator.C: stat.Default.U, // a c chart is a u chart of one exposure a month
	}[kind]
	wide := draw(months, starts, true)
	spread, seen := spreadOf(wide)
	many := kind != indicator.C && middleSize(months) >= manyItems
	if many || seen && spread >= overSpread {
		ch.kind, ch.xmr = ch.kind+"'", wide
		ch.method = laneyMethod(kind, spread, many)
		return ch
	}
	ch.xmr, ch.method = draw(months, starts, false), plainMethod(kind)
	return ch
}

func single(series []result.Point, starts []int) charted {
	ch := charted{kind: string(indicator.XmR), obs: make([]stat.Obs, len(series)),
		method: result.T("Peta XmR: batas dari rentang bergerak antarbulan.", "XmR chart: limits from the moving ranges between months.")}
	for i, p := range series {
		if p.Value != nil {
			ch.obs[i] = stat.Obs{Value: ratFloat(p.Value), Known: true}
		}
	}
	ch.xmr = stat.Default.Make(ch.obs, starts)
	return ch
}

// countsOf turns months into events and items; ok is false when a month is no
// quotient of whole numbers. A count of a month that is not over yet is a gap:
// it would look low.
func countsOf(kind indicator.Chart, series []result.Point, values []result.Value) (out []stat.Share, ok bool) {
	out = make([]stat.Share, len(series))
	for i, v := range values {
		num, den := v.Num, v.Den
		if kind == indicator.C {
			num, den = v.Value, big.NewRat(1, 1)
		}
		if v.Value == nil || kind == indicator.C && series[i].Part {
			continue
		}
		if num == nil || den == nil || !num.IsInt() || !den.IsInt() || !num.Num().IsInt64() || !den.Num().IsInt64() {
			return nil, false
		}
		out[i] = stat.Share{Num: num.Num().Int64(), Den: den.Num().Int64()}
	}
	return out, true
}

// tooRare refuses a chart of events, or of the rarer side of a share, that
// happen less than rareFloor times a month.
func tooRare(kind indicator.Chart, months []stat.Share) (charted, bool) {
	var events, items, n int64
	for _, m := range months {
		if m.Den > 0 {
			n++
			events += m.Num
			items += m.Den
		}
	}
	if kind == indicator.P {
		events = min(events, items-events)
	}
	if n == 0 || events >= rareFloor*n {
		return charted{}, false
	}
	mean, least := decimals(float64(events)/float64(n), 2), result.Int(rareFloor, result.Count)
	if kind == indicator.P {
		return charted{kind: rareKind, method: result.T(
			"Tanpa peta kendali bulanan: sisi yang lebih jarang dari bagian ini rata-rata {0} per bulan, diperlukan sedikitnya {1}. Bagian seperti ini dinilai dari nilai sepanjang periode beserta selangnya.",
			"No monthly control chart: the rarer side of this share is {0} a month on average, at least {1} are needed. Shares like this are judged from the value of the whole period with its interval.", mean, least)}, true
	}
	return charted{kind: rareKind, method: result.T(
		"Tanpa peta kendali bulanan: rata-rata {0} kejadian per bulan, diperlukan sedikitnya {1}. Kejadian sejarang ini dinilai dari jumlah sepanjang periode beserta selangnya.",
		"No monthly control chart: {0} events per month on average, at least {1} are needed. Events as rare as these are judged from the count of the whole period with its interval.",
		mean, least)}, true
}

// spreadOf is the largest of the phases' spreads between months, over that of
// chance alone (Laney's sigma z), with enough ranges to tell.
func spreadOf(x stat.XmR) (most float64, seen bool) {
	for _, p := range x.Phases {
		if p.Ranges-p.Screened >= spreadRanges {
			most, seen = max(most, p.Range/rangeOfTwo), true
		}
	}
	return most, seen
}

// middleSize is the median number of items of a month.
func middleSize(months []stat.Share) int64 {
	var sizes []int64
	for _, m := range months {
		if m.Den > 0 {
			sizes = append(sizes, m.Den)
		}
	}
	slices.Sort(sizes)
	if len(sizes) == 0 {
		return 0
	}
	return sizes[len(sizes)/2]
}

func plainMethod(kind indicator.Chart) result.Text {
	switch kind {
	case indicator.P:
		return result.T("Peta p: batas 3 galat baku binomial menurut banyaknya data tiap bulan.", "p chart: limits at 3 binomial standard errors of each month's own size.")
	case indicator.U:
		return result.T("Peta u: batas 3 galat baku Poisson menurut paparan tiap bulan.", "u chart: limits at 3 Poisson standard errors of each month's own exposure.")
	}
	return result.T("Peta c: batas 3 galat baku Poisson.", "c chart: limits at 3 Poisson standard errors.")
}

// decimals is a factor as a sentence says it.
func decimals(f float64, places int) result.Quantity {
	s := strconv.FormatFloat(f, 'f', places, 64)
	return result.Named(strings.Replace(s, ".", ",", 1), s)
}

func laneyMethod(kind indicator.Chart, spread float64, many bool) result.Text {
	name := result.Named(string(kind)+"′", string(kind)+"′")
	if many {
		return result.T("Peta {0} (Laney): bulan berisi ribuan data yang tidak saling bebas, jadi batas mengikuti sebaran nyata antarbulan selain banyaknya data.",
			"{0} chart (Laney): months hold thousands of items that are not independent, so limits follow the spread really seen between months besides their size.", name)
	}
	return result.T("Peta {0} (Laney): bulan-bulan berbeda {1} kali lebih banyak daripada oleh kebetulan saja, jadi batas mengikuti sebaran nyata itu.",
		"{0} chart (Laney): months differ {1} times as much as by chance alone, so limits follow that spread.", name, decimals(spread, 1))
}
