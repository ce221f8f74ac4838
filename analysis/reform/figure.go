package reform

import (
	"math"

	"rapor/analysis/result"
)

// figure draws the medians, the fitted lines, and the old pattern continued.
func (e *evaluation) figure() (result.Figure, bool) {
	s := &e.series
	if !s.ok() {
		return result.Figure{}, false
	}
	f := result.Figure{
		ID: "evaluasi-" + e.day.String(), Kind: result.Trend, Indicator: "ANT-03", Unit: result.Seconds, NUnit: result.Tickets,
		Title: e.figureTitle(), Summary: e.figureSummary(),
		Marks: []result.Mark{{At: s.start, Text: *e.title().Term}},
		Note: result.T("Garis putus-putus hanyalah perkiraan: garis lurus masa sebelum yang diteruskan, tanpa musim dan tanpa perubahan lain.",
			"The dashed line is only an estimate: the straight line of the time before, continued, without seasons and without any other change."),
	}
	f.Caption = result.T("Median tunggu per minggu (tujuh hari dihitung dari {0}), garis lurus sebelum dan sesudahnya, dan kelanjutan garis sebelumnya.",
		"Median wait by week (seven days counted from {0}), the straight lines before and after, and the line before continued.", on(e.day))
	if !s.weekly {
		f.Caption = result.T("Median tunggu per hari kerja, garis lurus sebelum dan sesudah {0}, dan kelanjutan garis sebelumnya.",
			"Median wait by working day, the straight lines before and after {0}, and the line before continued.", on(e.day))
	}
	value := result.Series{Name: result.Named("Median tunggu", "Median wait"), Role: result.RoleValue}
	// Two lines, because one would draw the jump as a slope.
	before := result.Series{Name: result.Named("Garis sebelum", "Line before"), Role: result.RoleFitted}
	after := result.Series{Name: result.Named("Garis sesudah", "Line after"), Role: result.RoleFitted}
	without := result.Series{Name: result.Named("Kelanjutan pola lama", "Old pattern continued"), Role: result.RoleCounterfactual}
	for i, d := range s.first {
		f.X.Labels = append(f.X.Labels, on(d))
		value.Points = append(value.Points, result.Datum{Value: s.medians[i], N: s.tickets[i]})
		old, now := modelled(s.its.Fitted[i]), result.Datum{}
		if i >= s.start {
			old, now = now, old
		}
		before.Points, after.Points = append(before.Points, old), append(after.Points, now)
		without.Points = append(without.Points, modelled(s.its.Counterfactual[i]))
		f.N += s.tickets[i]
	}
	f.Series = []result.Series{value, before, after, without}
	return f, true
}

// modelled is a point of a model; a gap where it has none.
func modelled(v float64) result.Datum {
	if math.IsNaN(v) {
		return result.Datum{}
	}
	return result.Datum{Value: approx(v, result.Seconds).Value}
}

func (e *evaluation) figureTitle() result.Text {
	end := e.series.its.EffectEnd
	size := amount(end.Value, result.Seconds)
	switch {
	case !end.Excludes(0):
		return result.T("Pada akhir data, median tunggu tidak jelas berbeda dari kelanjutan pola lama", "At the end of the data the median wait is not clearly different from the old pattern continued")
	case end.Value < 0:
		return result.T("Pada akhir data, median tunggu {0} lebih singkat daripada kelanjutan pola lama", "At the end of the data the median wait is {0} shorter than the old pattern continued", size)
	}
	return result.T("Pada akhir data, median tunggu {0} lebih lama daripada kelanjutan pola lama", "At the end of the data the median wait is {0} longer than the old pattern continued", size)
}

func (e *evaluation) figureSummary() result.Text {
	r := &e.series.its
	last := len(r.Fitted) - 1
	return result.T("Garis sesudah berakhir pada {0}; kelanjutan pola lama pada {1}; beda {2} (selang 95%: {3}).",
		"The line after ends at {0}; the old pattern continued at {1}; difference {2} (95% interval: {3}).",
		approx(r.Fitted[last], result.Seconds), approx(r.Counterfactual[last], result.Seconds), signed(r.EffectEnd.Value, result.Seconds), span(r.EffectEnd.Interval, result.Seconds))
}
