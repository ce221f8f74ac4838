package config

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapor/analysis/calendar"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

// Setting turns the file into the office's setting, on top of the defaults.
// Holidays are read by the caller, which opens files. Errors name place and
// key; all are told at once.
func (f *File) Setting() (office.Setting, error) {
	s := office.Default()
	s.Identity = f.identity()
	s.Aliases = f.Office.Aliases
	s.PriorityClasses = f.PriorityClasses
	c := converter{f: f}
	c.check(len(f.Office.Letterhead) <= 4, "office.letterhead", "paling banyak empat baris", "at most four lines")
	c.nip(f.Office.NIP)
	c.run()
	c.hours(&s)
	c.seconds("wait_standard", f.WaitStandard, &s.WaitStandard)
	c.seconds("long_wait", f.LongWait, &s.LongWait)
	c.check(s.WaitStandard > 0, "wait_standard", "harus lebih dari nol", "must be more than zero")
	c.check(s.LongWait > 0, "long_wait", "harus lebih dari nol", "must be more than zero")
	c.check(s.LongWait <= 0 || s.LongWait >= s.WaitStandard, "long_wait", "kurang dari wait_standard; tunggu yang lama tidak lebih singkat dari standarnya",
		"is less than wait_standard; a long wait is not shorter than the standard")
	c.seconds("tolerance", f.Tolerance, &s.Tolerance)
	c.days(f.ProcessDays, &s.ProcessDays)
	c.days(f.RemovalDays, &s.RemovalDays)
	s.Quotas = c.quotas(f.Quota)
	s.Reforms = c.reforms(f.Reforms)
	s.Targets = c.targets(f.Targets)
	c.evidence(f.Evidence)
	s.Rules = f.Rules
	c.rules(f.Rules)
	s.Simulation = c.simulation(&f.Simulate, s.Opens)
	return s, c.err()
}

func (f *File) identity() result.Office {
	return result.Office{
		Name: f.Office.Name, Class: f.Office.Class, Code: f.Office.Code,
		Place: f.Office.Place, Head: f.Office.Head, HeadTitle: f.Office.Title,
		NIP: f.Office.NIP, Letterhead: f.Office.Letterhead,
		Address: f.Office.Address, Synthetic: f.Office.Synthetic,
	}
}

// nip refuses what is no civil service number: 18 digits, or the 9 of before
// 2008; spaces and dots are left in place.
func (c *converter) nip(s string) {
	plain := strings.NewReplacer(" ", "", ".", "").Replace(s)
	digits := strings.Trim(plain, "0123456789") == ""
	c.check(s == "" || digits && (len(plain) == 18 || len(plain) == 9), "office.nip", "%q bukan NIP; tulis 18 angka",
		"%q is no civil service number (NIP); write 18 digits", s)
}

// converter turns texts into values and collects what is wrong with them.
type converter struct {
	f *File
	complaints
}

// wrong notes an error about a key.
func (c *converter) wrong(path, id, en string, args ...any) {
	c.add(c.f.Wrong(path, id, en, args...))
}

func (c *converter) check(ok bool, path, id, en string, args ...any) {
	if !ok {
		c.wrong(path, id, en, args...)
	}
}

// run checks what says how a run is done.
func (c *converter) run() {
	f := c.f
	for _, p := range []struct{ path, value string }{{"period", f.Period}, {"compare", f.Compare}} {
		if p.value == "" || p.path == "compare" && (p.value == "prev" || p.value == "yoy") {
			continue
		}
		if _, err := calendar.ParsePeriod(p.value); err != nil {
			c.wrong(p.path, "%q bukan masa; tulis 2016, 2016-12, 2016-T4, 2016-S1, atau 2016-01..2016-06",
				"%q is no period; write 2016, 2016-12, 2016-T4, 2016-S1 or 2016-01..2016-06", p.value)
		}
	}
	c.day("as_of", f.AsOf)
	if f.MaxReject != "" {
		if _, why := ShareOf(f.MaxReject); !why.Empty() {
			c.wrong("max_reject", "%q %s", "%q %s", f.MaxReject, why)
		}
	}
	for i, g := range f.Exclude {
		c.glob(at("exclude", i), g)
	}
}

// hours reads the opening and closing time, which are stated together.
func (c *converter) hours(s *office.Setting) {
	h := c.f.Hours
	c.clock("hours.open", h.Open, &s.Opens)
	c.clock("hours.close", h.Close, &s.Closes)
	s.HoursStated = h.Open != "" && h.Close != ""
	c.check(s.Opens < s.Closes, "hours.close", "%q tidak sesudah jam buka %q", "%q is not after the opening %q",
		h.Close, h.Open)
}

// clock reads a time of day into to; an empty text leaves it.
func (c *converter) clock(path, s string, to *record.Clock) {
	if s == "" {
		return
	}
	t, err := time.Parse("15:04", strings.Replace(strings.TrimSpace(s), ".", ":", 1))
	if err != nil {
		c.wrong(path, "%q bukan jam; tulis seperti \"07:30\"", "%q is no time of day; write it like \"07:30\"", s)
		return
	}
	*to = record.ClockAt(t.Hour(), t.Minute(), 0)
}

// day reads a date; an empty text is no date.
func (c *converter) day(path, s string) record.Day {
	if s == "" {
		return 0
	}
	d, ok := dayOf(s)
	c.check(ok, path, "%q bukan tanggal yang ada; tulis tahun-bulan-hari seperti 2016-03-01",
		"%q is no date that exists; write year-month-day, such as 2016-03-01", s)
	return d
}

func dayOf(s string) (record.Day, bool) {
	t, err := time.Parse("2006-01-02", strings.TrimSpace(s))
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return 0, false
	}
	return record.DayOf(t.Year(), int(t.Month()), t.Day()), true
}

// seconds reads a length of time of at most a day into to.
func (c *converter) seconds(path, s string, to *int32) {
	if s == "" {
		return
	}
	v, ok := spanOf(s)
	switch {
	case !ok && bare(s):
		c.wrong(path, "%q tanpa satuan; tulis \"%sm\" untuk menit atau \"%ss\" untuk detik",
			"%q has no unit; write \"%sm\" for minutes or \"%ss\" for seconds", s, s, s)
	case !ok || v > 24*3600:
		c.wrong(path, "%q bukan lama waktu sampai 24 jam; tulis seperti \"60m\", \"90s\", \"3h\", atau \"45 menit\"",
			"%q is no length of time up to 24 hours; write it like \"60m\", \"90s\", \"3h\" or \"45 menit\"", s)
	default:
		*to = int32(v)
	}
}

func (c *converter) days(n int, to *int) {
	if n > 0 {
		*to = n
	}
}

// at is the path of an item.
func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func (c *converter) quotas(in []Quota) []office.Quota {
	var out []office.Quota
	for i, q := range in {
		path := at("quota", i)
		o := office.Quota{From: c.day(path+".from", q.From), Number: q.Number}
		c.clock(path+".start", q.Start, &o.Start)
		c.clock(path+".end", q.End, &o.End)
		c.check(!o.Start.Known() || !o.End.Known() || o.Start < o.End, path+".end", "%q tidak sesudah awalnya %q",
			"%q is not after its start %q", q.End, q.Start)
		if k := slices.IndexFunc(out, func(p office.Quota) bool { return p.From == o.From }); k >= 0 {
			c.wrong(path, "mulai pada tanggal yang sama dengan kuota di %s",
				"begins on the same day as the quota at %s", c.f.At(at("quota", k)))
		}
		out = append(out, o)
	}
	return out
}

func (c *converter) reforms(in []Reform) []office.Reform {
	var out []office.Reform
	for i, r := range in {
		out = append(out, office.Reform{Day: c.day(at("reforms", i)+".date", r.Date), Name: result.T(r.Name.ID,
			r.Name.EN), Indicators: r.Indicators})
	}
	return out
}

// evidence checks what every document says of itself; whether an award asks
// for it, the caller knows.
func (c *converter) evidence(in []Evidence) {
	for i, e := range in {
		path := at("evidence", i)
		c.check((e.Criterion == "") != (e.Check == ""), path, "isi salah satu dari criterion atau check",
			"give one of criterion and check")
		c.day(path+".date", e.Date)
	}
}

// rules checks every replaced parameter, so that a misspelt id is an error and
// not a silent default.
func (c *converter) rules(own map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(own)) {
		path := "rules." + id
		if err := rules.Check(id, own[id]); err != nil {
			_, known := rules.FindParameter(id)
			if w, row := find(ruleWords(), id); !known && (!row || w != id) {
				c.wrong(path, "parameter tidak dikenal%s", "unknown parameter%s", advice(ruleWords(), id,
					text.T("daftarnya: rapor rules", "the list: rapor rules")))
				continue
			}
			c.wrong(path, "%q tidak dapat dipakai: %w", "%q cannot be used: %w", own[id], err)
		}
	}
}

// Day reads a date given as 2017-01-26.
func Day(s string) (record.Day, error) {
	if d, ok := dayOf(s); ok {
		return d, nil
	}
	return 0, text.Errorf("as-of: %q bukan tanggal yang ada; tulis seperti \"2017-01-26\"",
		"as-of: %q is no date that exists; write it like \"2017-01-26\"", s)
}
