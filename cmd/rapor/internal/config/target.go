package config

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"time"

	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/text"
)

// beyond are the shares that can exceed the whole: spending and revenue above
// plan, deviations from a plan, a sample larger than asked for.
var beyond = map[string]bool{"KEU-01": true, "KEU-02": true, "KEU-04": true, "KEU-07": true, "KEU-18": true,
	"SKM-11": true}

// highest is the highest score of an indicator: an element of the survey is
// scored from 1 to 4, all others to 100.
func highest(info *indicator.Info) int64 {
	switch info.ID {
	case "SKM-02", "SKM-03", "SKM-04", "SKM-05", "SKM-06", "SKM-07", "SKM-08", "SKM-09", "SKM-10", "SKM-13":
		return 4
	}
	return 100
}

func (c *converter) targets(in []Target) []office.Target {
	var out []office.Target
	var paths []string
	for i, t := range in {
		path := at("targets", i)
		info, ok := indicatorOf(t.Indicator)
		if !ok {
			c.wrong(path+".indicator", "%q tidak dikenal%s", "%q is not known%s", t.Indicator, advice(aims(),
				t.Indicator, text.T("daftarnya: rapor indicators", "the list: rapor indicators")))
			continue
		}
		if info.Better == result.Contextual {
			c.wrong(path+".indicator",
				"%s (%s) adalah konteks: lebih banyak tidak lebih baik dan tidak lebih buruk, jadi tidak dapat bertarget",
				"%s (%s) is context: more is neither better nor worse, so it cannot have a target", info.ID,
				text.T(info.Name.ID, info.Name.EN))
			continue
		}
		v, why := valueOf(t.Value, info)
		if !why.Empty() {
			c.wrong(path+".value", "%q %s", "%q %s", t.Value, why)
			continue
		}
		o := office.Target{Indicator: info.ID, Value: v, Basis: result.T(t.Basis.ID, t.Basis.EN),
			From: c.day(path+".from", t.From), To: c.day(path+".to", t.To)}
		c.check(!o.From.Known() || !o.To.Known() || o.From <= o.To, path+".to", "%s sebelum awalnya %s",
			"%s is before its start %s", t.To, t.From)
		for k, p := range out {
			if p.Indicator == o.Indicator && together(&p, &o) {
				c.wrong(path, "%s sudah bertarget untuk waktu yang sama di %s",
					"%s has a target for the same time at %s", info.ID, c.f.At(paths[k]))
			}
		}
		out, paths = append(out, o), append(paths, path)
	}
	return out
}

// together reports whether two targets are in force on a common day.
func together(a, b *office.Target) bool {
	before := func(x, y *office.Target) bool { return x.To.Known() && y.From.Known() && x.To < y.From }
	return !before(a, b) && !before(b, a)
}

// valueOf reads a target in the unit of its indicator. Shares, rates per
// thousand, times, days and money are written with their unit: a bare number
// could be meant in several. Scores, ratios and counts have none.
func valueOf(s string, info *indicator.Info) (*big.Rat, text.Text) {
	s = strings.TrimSpace(s)
	var v *big.Rat
	var why text.Text
	switch info.Unit {
	case result.Share:
		most := int64(1)
		if beyond[info.ID] {
			most = 10
		}
		v, why = share(s, most)
	case result.PerMille:
		v, why = perMille(s)
	case result.Seconds:
		v, why = timeOf(s)
	case result.Days:
		v, why = daysOf(s)
	case result.Sen:
		v, why = rupiah(s)
	case result.ClockTime:
		t, err := time.Parse("15:04", strings.Replace(s, ".", ":", 1))
		if err != nil {
			return nil, text.T("bukan jam; tulis seperti \"10:30\"", "is no time of day; write it like \"10:30\"")
		}
		v = big.NewRat(int64(t.Hour()*3600+t.Minute()*60), 1)
	default:
		v, why = plain(s)
		if most := highest(info); why.Empty() && info.Unit == result.Points && v.Cmp(big.NewRat(most, 1)) > 0 {
			why = text.T(fmt.Sprintf("di atas %d; nilai paling tinggi %d", most, most), fmt.Sprintf("is over %d, the highest score", most))
		}
	}
	return v, why
}

// ShareOf reads "1%" into a share from 0 to 1; why says what is wrong with
// another text.
func ShareOf(s string) (v *big.Rat, why text.Text) { return share(strings.TrimSpace(s), 1) }

// share reads "90%" and bounds it to most times the whole.
func share(s string, most int64) (*big.Rat, text.Text) {
	number, percent := strings.CutSuffix(s, "%")
	v, ok := decimal(strings.TrimSpace(number))
	switch {
	case ok && !percent:
		return nil, text.T("tanpa satuan; tulis "+quoted(s+"%")+" bila memang sekian persen",
			"has no unit; write "+quoted(s+"%")+" if it is that many per cent")
	case !ok:
		return nil, text.T("bukan persen; tulis seperti \"90%\" atau \"97,5%\"",
			"is no percentage; write it like \"90%\" or \"97,5%\"")
	}
	v.Mul(v, big.NewRat(1, 100))
	if v.Cmp(big.NewRat(most, 1)) > 0 {
		top := new(big.Int).Mul(big.NewInt(most), big.NewInt(100)).String()
		return nil, text.T("di luar batas; tulis 0% sampai "+top+"%", "is out of range; write 0% to "+top+"%")
	}
	return v, text.Text{}
}

// perMille reads "5‰" or "5 per 1.000".
func perMille(s string) (*big.Rat, text.Text) {
	number, marked := s, false
	for _, mark := range []string{"‰", "per 1.000", "per 1,000", "per 1000", "permil", "per mil"} {
		if n, ok := strings.CutSuffix(strings.ToLower(s), mark); ok {
			number, marked = n, true
			break
		}
	}
	v, ok := decimal(strings.TrimSpace(number))
	switch {
	case ok && !marked:
		return nil, text.T("tanpa satuan; tulis "+quoted(s+"‰")+" atau "+quoted(s+" per 1.000"),
			"has no unit; write "+quoted(s+"‰")+" or "+quoted(s+" per 1.000"))
	case !ok:
		return nil, text.T("bukan angka per seribu; tulis seperti \"5‰\" atau \"5 per 1.000\"",
			"is no rate per thousand; write it like \"5‰\" or \"5 per 1.000\"")
	case v.Cmp(big.NewRat(1000, 1)) > 0:
		return nil, text.T("di luar batas; tulis 0‰ sampai 1000‰", "is out of range; write 0‰ to 1000‰")
	}
	return v.Mul(v, big.NewRat(1, 1000)), text.Text{}
}

func timeOf(s string) (*big.Rat, text.Text) {
	v, ok := spanOf(s)
	switch {
	case !ok && bare(s):
		return nil, text.T("tanpa satuan; tulis "+quoted(s+" menit")+" atau "+quoted(s+" detik"),
			"has no unit; write "+quoted(s+" menit")+" for minutes or "+quoted(s+" detik")+" for seconds")
	case !ok:
		return nil, text.T("bukan lama waktu; tulis seperti \"45 menit\", \"90 detik\", atau \"1 jam 30 menit\"",
			"is no length of time; write it like \"45 menit\", \"90s\" or \"1h30m\"")
	}
	return big.NewRat(v, 1), text.Text{}
}

func daysOf(s string) (*big.Rat, text.Text) {
	number, marked := s, false
	for _, word := range []string{"hari", "days", "day"} {
		if n, ok := strings.CutSuffix(strings.ToLower(s), word); ok {
			number, marked = n, true
			break
		}
	}
	v, ok := decimal(strings.TrimSpace(number))
	switch {
	case ok && !marked:
		return nil, text.T("tanpa satuan; tulis "+quoted(s+" hari"), "has no unit; write "+quoted(s+" hari"))
	case !ok:
		return nil, text.T("bukan jumlah hari; tulis seperti \"4 hari\"",
			"is no number of days; write it like \"4 hari\"")
	}
	return v, text.Text{}
}

var thousands = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3})*(,[0-9]{1,2})?$|^[0-9]+(,[0-9]{1,2})?$`)

// rupiah reads "Rp1.234.567" or "Rp 1.234.567,50" into sen.
func rupiah(s string) (*big.Rat, text.Text) {
	number, marked := s, false
	if len(s) > 2 && strings.EqualFold(s[:2], "rp") {
		number, marked = strings.TrimSpace(s[2:]), true
	}
	if !thousands.MatchString(number) || len(number) > 30 {
		return nil, text.T("bukan rupiah; tulis seperti \"Rp1.234.567\"",
			"is no sum of rupiah; write it like \"Rp1.234.567\"")
	}
	if !marked {
		return nil, text.T("tanpa satuan; tulis "+quoted("Rp"+s), "has no unit; write "+quoted("Rp"+s))
	}
	v, _ := new(big.Rat).SetString(strings.Replace(strings.ReplaceAll(number, ".", ""), ",", ".", 1))
	return v.Mul(v, big.NewRat(100, 1)), text.Text{}
}

// plain reads a number that has no unit.
func plain(s string) (*big.Rat, text.Text) {
	v, ok := decimal(s)
	if !ok {
		return nil, text.T("bukan bilangan; tulis tanpa satuan dan tanpa tanda ribuan, seperti \"81,26\" atau \"1500\"",
			"is no number; write it without a unit and without a mark of thousands, such as \"81,26\" or \"1500\"")
	}
	return v, text.Text{}
}

func quoted(s string) string { return "\"" + s + "\"" }

var (
	digits = regexp.MustCompile(`^[0-9]{1,15}([.,][0-9]{1,9})?$`)
	three  = regexp.MustCompile(`^[1-9][0-9]{0,2}[.,][0-9]{3}$`) // 1.500: one and a half, or thousands?
)

// decimal reads a number without sign, unit and marks of thousands. One that
// could be either with such a mark or with decimals is not read.
func decimal(s string) (*big.Rat, bool) {
	if !digits.MatchString(s) || three.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(strings.Replace(s, ",", ".", 1))
}

func bare(s string) bool { return digits.MatchString(strings.TrimSpace(s)) }

// spanOf reads a length of time in whole seconds, of at most 10,000 hours.
func spanOf(s string) (int64, bool) {
	if bare(s) {
		return 0, false
	}
	d, ok := office.ParseSpan(strings.ReplaceAll(s, ",", "."))
	if !ok || d < 0 || d > 10_000*time.Hour || d%time.Second != 0 {
		return 0, false
	}
	return int64(d / time.Second), true
}
