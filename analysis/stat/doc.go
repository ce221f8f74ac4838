// Package stat holds the statistics: exact quantiles, intervals, tests, control
// charts, order measures. Numbers in, numbers out: it knows nothing of facts,
// indicators or words. Distributions come from gonum.
//
// What is here, and where to begin:
//   - one number and how sure: Wilson, ClopperPearson, Poisson, Rates,
//     QuantileInterval; for waits, which share their day, Boot over a Cluster;
//   - before and after: Boot.Difference, MannWhitney, HodgesLehmann,
//     Pairs.CliffDelta, Segmented (interrupted time series) with Placebos and
//     DropFirst, DiffInDiff and Boot.DiD where control offices exist;
//   - over time: Chart (Make for XmR; P, U, C; G and T for rare events),
//     XmR.Variation and XmR.Assurance, YearEnd;
//   - many at once: FDR, FunnelShare and FunnelRate, Boot.Ranks, WeightFlips,
//     Adjust, Gini, HHI;
//   - cases still open: KaplanMeier;
//   - the hall: Fairness, ErlangC, CheckLittle; analysis/simulate plays it.
//
// What cannot be said is refused with a *Refusal that names the reason and what
// would be needed. Where a method departs from a well-known tool, Deviations
// says so and gives the way back.
package stat
