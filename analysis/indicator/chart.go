package indicator

import "rapor/analysis/result"

// Chart is the kind of control chart that fits the nature of an indicator.
type Chart string

const (
	P   Chart = "p"   // a share of counted things: limits follow the size of each month
	U   Chart = "u"   // events over an exposure, such as incidents per 1,000 applicants
	C   Chart = "c"   // events over equal exposures
	XmR Chart = "xmr" // single values and moving ranges: everything else
)

// ChartKind is the declared kind, or the one that follows from the unit and
// the interval: what has a binomial error is charted as a share, what has a
// Poisson error as a count or a rate.
func (i Info) ChartKind() Chart {
	switch {
	case i.Chart != "":
		return i.Chart
	case i.Unit == result.Share && (i.Interval == "wilson" || i.Interval == "bootstrap-days"):
		return P
	case i.Unit == result.PerMille && i.Interval == "poisson":
		return U
	case i.Interval == "poisson":
		return C
	}
	return XmR
}

// Charted reports whether the monthly series gets a control chart.
func (i Info) Charted() bool { return i.Series && (i.Control || i.ChartKind() != XmR) }
