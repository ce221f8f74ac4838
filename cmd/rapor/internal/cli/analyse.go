package cli

import (
	"fmt"
	"regexp"
	"strconv"

	"rapor/analysis"
	"rapor/analysis/calendar"
	"rapor/analysis/edition"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// analyse computes the result for a period; an empty period means the year of
// the last data date.
func (j *job) analyse(a *app, period, compare, asOf string) (*result.Result, error) {
	in, err := j.input(period)
	if err != nil {
		return nil, err
	}
	if in.Compare, err = baseline(compare, in.Period); err != nil {
		return nil, usage(err)
	}
	if in.Compare != nil && *in.Compare == in.Period {
		in.Compare = nil
		in.Notes = append(in.Notes, result.T("Pembanding tambahan {0} adalah masa laporan ini sendiri dan tidak dipakai.", "The further period to compare with, {0}, is that of this report itself and is not used.", result.Named(compare, compare)))
	}
	if asOf != "" {
		if in.AsOf, err = config.Day(asOf); err != nil {
			return nil, usage(err)
		}
	}
	res, err := await(a.ctx, func() (*result.Result, error) { return analysis.ReportContext(a.ctx, in) })
	if err != nil {
		return nil, err
	}
	j.settings(res)
	res.Review = j.review(in.Period, true)
	return res, nil
}

// input gathers what the analysis starts from.
func (j *job) input(period string) (analysis.Input, error) {
	in := j.account()
	var err error
	if in.Period, err = j.period(period, in.Last); err != nil {
		return in, usage(err)
	}
	j.reported = in.Period
	in.MaxReject, err = j.maxReject()
	return in, err
}

// account is all of the input that needs no period.
func (j *job) account() analysis.Input {
	first, _ := j.manifest.Span()
	last := j.last()
	cells, _ := mended(j.manifest, j.rejects)
	return analysis.Input{
		Facts: j.facts, Setting: &j.setting, AsOf: last, First: first, Last: last, Version: Version,
		Awards: j.awards, Evidence: j.documents,
		Privacy: result.Privacy{Least: edition.Least, Strict: j.file.Privacy == "strict"},
		Sources: sources(j.manifest, j.layouts), Problems: problems(j.rejects, j.manifest), Mended: cells,
		Notes: j.notes, Contradictions: contradictions(j.manifest, j.facts),
	}
}

func (j *job) period(s string, last record.Day) (calendar.Period, error) {
	if s == "" {
		if !last.Known() {
			return calendar.Period{}, text.Errorf("data tidak bertanggal; sebutkan --period", "the data have no dates; give --period")
		}
		y, _, _ := last.Date()
		s = fmt.Sprintf("%04d", y)
	}
	return calendar.ParsePeriod(s)
}

// last is the last data date. Where every dated row was rejected, it is the end
// of the last month that rejected rows speak of, or of the year that most of
// their cells name; where even these say nothing, of the year in which the
// newest file was made: then the report holds no figure, and tells why.
func (j *job) last() record.Day {
	_, last := j.manifest.Span()
	if last.Known() || j.used() {
		return last
	}
	for _, s := range j.manifest.Sources {
		for _, sh := range s.Sheets {
			for _, m := range sh.Tally.RejectedIn {
				last = max(last, calendar.MonthOf(m.Month).Last())
			}
		}
	}
	if last.Known() {
		return last
	}
	if y := j.likelyYear(); y != 0 {
		return record.DayOf(y, 12, 31)
	}
	return j.manifest.Newest()
}

// used reports a row that counts.
func (j *job) used() bool {
	for _, s := range j.manifest.Sources {
		for _, sh := range s.Sheets {
			if sh.Tally.Used > 0 {
				return true
			}
		}
	}
	return false
}

// year finds a year of our time within a cell.
var year = regexp.MustCompile(`\b(?:19|20)[0-9][0-9]\b`)

// likelyYear is the year that the cells of most rejected rows name (ties: the
// later), 0 when none does.
func (j *job) likelyYear() int {
	count, best := map[int]int{}, 0
	for _, r := range j.rejects {
		if p, _ := reject.Lookup(r.Code); p.Severity != reject.Rejected {
			continue
		}
		y, err := strconv.Atoi(year.FindString(r.Shown))
		if err != nil {
			continue
		}
		count[y]++
		if n := count[y]; best == 0 || n > count[best] || n == count[best] && y > best {
			best = y
		}
	}
	return best
}
