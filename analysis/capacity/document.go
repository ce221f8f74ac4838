package capacity

import (
	"math"

	"rapor/analysis/result"
	"rapor/analysis/simulate"
)

// Document is a study as JSON: times in seconds (a clock time in seconds since
// midnight), shares from 0 to 1, floats to a thousandth.
type Document struct {
	From      string `json:"from"` // first day played
	To        string `json:"to"`   // last day played
	Days      int    `json:"days"`
	Tickets   int64  `json:"tickets"`
	LeftOut   int64  `json:"left_out"`
	Guessed   int64  `json:"guessed_ends"`
	Standard  int32  `json:"standard"`
	Long      int32  `json:"long_wait"`
	Close     int32  `json:"close"`
	Counters  int    `json:"counters"`       // open at the busiest hour of the usual day
	Given     bool   `json:"roster_given"`   // by rapor.yaml; else read from the data
	Change    int32  `json:"changeover"`     // seconds between two tickets at a counter
	Reference int    `json:"reference"`      // tickets a day
	InForce   bool   `json:"quota_in_force"` // the reference is a quota, not the median day
	Reps      int    `json:"replications"`
	Seed      uint64 `json:"seed"`

	Cause     Cause          `json:"refused,omitempty"`
	Fit       *DocumentFit   `json:"fit,omitempty"`
	Advice    []DocumentAim  `json:"advice,omitempty"`
	Outcomes  []DocumentRow  `json:"outcomes,omitempty"`
	Erlang    []DocumentLine `json:"erlang_c,omitempty"`
	Sentences []result.Text  `json:"sentences"`
}

// DocumentFit is the test of the replay.
type DocumentFit struct {
	Good         bool      `json:"good"`
	Distance     float64   `json:"distance"`
	AtP90        float64   `json:"at_p90"`
	Limit        float64   `json:"limit"`
	ObservedMean float64   `json:"observed_mean"`
	ReplayedMean float64   `json:"simulated_mean"`
	Observed     []float64 `json:"observed"` // percentiles 5, 10, ... 95
	Replayed     []float64 `json:"simulated"`
}

// DocumentAim is the advice for a number of counters.
type DocumentAim struct {
	Counters int  `json:"counters"`
	Change   int  `json:"change"`
	Found    bool `json:"found"`
	Quota    int  `json:"quota"`
	Sure     int  `json:"quota_19_of_20_days"`
	AtEdge   bool `json:"at_edge"`
}

// DocumentRow is one choice of quota and counters.
type DocumentRow struct {
	Quota    int        `json:"quota"`
	Counters int        `json:"counters"`
	Change   int        `json:"change"`
	P90      float64    `json:"p90"`
	P90Days  [3]float64 `json:"p90_by_day"` // mean, and the bounds of 90 % of days
	Over     float64    `json:"over_standard"`
	OverDays [3]float64 `json:"over_standard_by_day"`
	Long     float64    `json:"over_long"`
	LongDays [3]float64 `json:"over_long_by_day"`
	Finish   [3]float64 `json:"finish"`
	Overtime [3]float64 `json:"overtime"`
	Busy     [3]float64 `json:"busy"`
}

// DocumentLine sets Erlang C beside the simulation.
type DocumentLine struct {
	Quota         int     `json:"quota"`
	Load          float64 `json:"load"`
	Balanced      bool    `json:"steady"`
	Mean          float64 `json:"mean_wait,omitempty"`
	P90           float64 `json:"p90,omitempty"`
	SimulatedMean float64 `json:"simulated_mean"`
	SimulatedP90  float64 `json:"simulated_p90"`
}

// Document is the study for programs to read.
func (s *Study) Document() Document {
	b := &s.Basis
	d := Document{
		From: b.First.String(), To: b.Last.String(), Days: b.Days, Tickets: b.Tickets, LeftOut: b.LeftOut, Guessed: b.Guessed,
		Standard: b.Standard, Long: b.Long, Close: b.Hall.Close, Counters: b.Peak, Given: b.Given, Change: b.Hall.Changeover,
		Reference: s.Reference.Tickets, InForce: s.Reference.Quota, Reps: s.options.Reps, Seed: s.options.Seed, Sentences: s.Sentences(),
	}
	if s.Refused != nil {
		d.Cause = s.Refused.Cause
	}
	if f := s.Fit; f != nil {
		d.Fit = &DocumentFit{f.Good(), milli(f.Distance), milli(f.AtP90), simulate.MaxMisfit, milli(f.ObservedMean), milli(f.ReplayedMean), millis(f.Observed), millis(f.Replayed)}
	}
	for _, a := range s.Advice {
		d.Advice = append(d.Advice, DocumentAim{a.Open, a.Counters, a.Found, a.Quota, a.Sure, a.AtEdge})
	}
	for i := range s.Outcomes {
		if o := &s.Outcomes[i]; o.Days > 0 {
			d.Outcomes = append(d.Outcomes, DocumentRow{
				o.Quota, b.Peak + o.Counters, o.Counters, milli(o.PooledP90), three(o.P90), milli(o.PooledOver[0]), three(o.Over[0]),
				milli(o.PooledOver[1]), three(o.Over[1]), three(o.Finish), three(o.Overtime), three(o.Busy)})
		}
	}
	for _, e := range s.Steady {
		d.Erlang = append(d.Erlang, DocumentLine{e.Quota, milli(e.Load), e.Balanced, milli(e.MeanWait), milli(e.P90), milli(e.Simulated.Mean), milli(e.Simulated.P90)})
	}
	return d
}

func milli(v float64) float64 { return math.Round(v*1000) / 1000 }

func millis(list []float64) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = milli(v)
	}
	return out
}

func three(b simulate.Band) [3]float64 { return [3]float64{milli(b.Mean), milli(b.Lo), milli(b.Hi)} }
