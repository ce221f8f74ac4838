package config

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

// Setting turns the file into the office's setting, on top of the defaults.
// Holidays are read by the caller, which opens files. Errors name the key.
func (f *File) Setting() (office.Setting, error) {
	s := office.Default()
	s.Identity = f.identity()
	s.Aliases = f.Office.Aliases
	s.PriorityClasses = f.PriorityClasses
	var c collector
	c.clock("hours.open", f.Hours.Open, &s.Opens)
	c.clock("hours.close", f.Hours.Close, &s.Closes)
	s.HoursStated = f.Hours.Open != "" && f.Hours.Close != ""
	c.seconds("wait_standard", f.WaitStandard, &s.WaitStandard)
	c.seconds("long_wait", f.LongWait, &s.LongWait)
	c.seconds("tolerance", f.Tolerance, &s.Tolerance)
	c.positive("process_days", f.ProcessDays, &s.ProcessDays)
	c.positive("removal_days", f.RemovalDays, &s.RemovalDays)
	s.Quotas = c.quotas(f.Quota)
	s.Reforms = c.reforms(f.Reforms)
	s.Targets = c.targets(f.Targets)
	s.Rules = f.Rules
	c.rules(f.Rules)
	s.Simulation = c.simulation(&f.Simulate)
	return s, c.err
}

func (f *File) identity() result.Office {
	return result.Office{
		Name: f.Office.Name, Class: f.Office.Class, Code: f.Office.Code,
		Place: f.Office.Place, Head: f.Office.Head, HeadTitle: f.Office.Title,
		NIP: f.Office.NIP, Letterhead: f.Office.Letterhead,
		Address: f.Office.Address, Synthetic: f.Office.Synthetic,
	}
}

// collector keeps the first error, so that conversions read as a list.
type collector struct{ err error }

func (c *collector) fail(key, value, want string) {
	if c.err == nil {
		c.err = fmt.Errorf("%s: %q tidak dipahami; tulis %s", key, value, want)
	}
}

func (c *collector) clock(key, s string, to *record.Clock) {
	if s == "" {
		return
	}
	t, err := time.Parse("15:04", strings.Replace(s, ".", ":", 1))
	if err != nil {
		c.fail(key, s, `jam seperti "07:30"`)
		return
	}
	*to = record.ClockAt(t.Hour(), t.Minute(), 0)
}

func (c *collector) day(key, s string) record.Day {
	if s == "" {
		return 0
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		c.fail(key, s, `tanggal seperti "2016-03-01"`)
		return 0
	}
	return record.DayOf(t.Year(), int(t.Month()), t.Day())
}

func (c *collector) seconds(key, s string, to *int32) {
	if s == "" {
		return
	}
	d, ok := office.ParseSpan(s)
	if !ok || d < 0 {
		c.fail(key, s, `lama seperti "60m", "90s" atau "3h"`)
		return
	}
	*to = int32(d / time.Second)
}

func (c *collector) positive(key string, n int, to *int) {
	if n < 0 {
		c.fail(key, fmt.Sprint(n), "bilangan positif")
	} else if n > 0 {
		*to = n
	}
}

func (c *collector) quotas(in []Quota) []office.Quota {
	var out []office.Quota
	for i, q := range in {
		key := fmt.Sprintf("quota[%d]", i)
		o := office.Quota{From: c.day(key+".from", q.From), Number: q.Number}
		c.clock(key+".start", q.Start, &o.Start)
		c.clock(key+".end", q.End, &o.End)
		if q.Number <= 0 {
			c.fail(key+".number", fmt.Sprint(q.Number), "jumlah tiket lebih dari nol")
		}
		out = append(out, o)
	}
	return out
}

// indicatorOrFamily is what a reform can touch: one indicator or its family.
var indicatorOrFamily = regexp.MustCompile(`^(ANT|PAS|SKM|OMB|GAK|KEU)(-[0-9]{2})?$`)

func (c *collector) reforms(in []Reform) []office.Reform {
	var out []office.Reform
	for i, r := range in {
		key := fmt.Sprintf("reforms[%d].date", i)
		if r.Date == "" {
			c.fail(key, "", `tanggal seperti "2016-03-01"`)
		}
		d := c.day(key, r.Date)
		for k, id := range r.Indicators {
			if !indicatorOrFamily.MatchString(id) {
				c.fail(fmt.Sprintf("reforms[%d].indicators[%d]", i, k), id, `kode seperti "ANT" atau "GAK-15"`)
			}
		}
		out = append(out, office.Reform{Day: d, Name: result.T(r.Name.ID, r.Name.EN), Indicators: r.Indicators})
	}
	return out
}

func (c *collector) targets(in []Target) []office.Target {
	var out []office.Target
	for i, t := range in {
		key := fmt.Sprintf("targets[%d]", i)
		v, ok := office.ParseValue(t.Value)
		if !ok {
			c.fail(key+".value", t.Value, `nilai seperti "90%", "60m", "4 hari" atau "81,26"`)
			continue
		}
		out = append(out, office.Target{
			Indicator: t.Indicator, Value: v,
			Basis: result.T(t.Basis.ID, t.Basis.EN),
			From:  c.day(key+".from", t.From), To: c.day(key+".to", t.To),
		})
	}
	return out
}

// rules checks every replaced parameter, so that a misspelt id is an error and
// not a silent default.
func (c *collector) rules(own map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(own)) {
		if err := rules.Check(id, own[id]); err != nil && c.err == nil {
			c.err = fmt.Errorf("rules: %w", err)
		}
	}
}

// Day reads a date given as 2017-01-26.
func Day(s string) (record.Day, error) {
	var c collector
	d := c.day("as-of", s)
	return d, c.err
}
