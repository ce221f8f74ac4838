package layout

import (
	"fmt"

	"rapor/ingest/locale"
	"rapor/ingest/text"
)

// unitTerm is a word for the key unit of rapor.yaml: what bare numbers, or two
// fields such as 07:30, mean in the columns of one type.
type unitTerm struct {
	Term
	typ   typ // of the columns that it speaks of
	apply func(*reader)
}

func spanUnit(name, id, en string, apply func(*reader), also ...string) unitTerm {
	return unitTerm{Term{name, text.T(id, en), also}, duration, apply}
}

func otherUnit(t typ, name, id, en string, apply func(*reader), also ...string) unitTerm {
	return unitTerm{Term{name, text.T(id, en), also}, t, apply}
}

// zoneUnit is a zone of Indonesia, hours ahead of UTC.
func zoneUnit(name string, hours int32) unitTerm {
	return otherUnit(clock, name, fmt.Sprintf("jam UTC dijadikan %s (UTC+%d)", name, hours), fmt.Sprintf("times of UTC are made %s (UTC+%d)", name, hours),
		func(r *reader) { r.ahead, r.zone = hours*3600, bySetting })
}

func moneyUnit(name, id, en string, scale int64, also ...string) unitTerm {
	return unitTerm{Term{name, text.T(id, en), also}, money, func(r *reader) { r.scale = scale }}
}

var unitTerms = []unitTerm{
	spanUnit("detik", "lama waktu dalam detik", "durations in seconds", func(r *reader) { r.unit = locale.Seconds },
		"second", "seconds"),
	spanUnit("menit", "lama waktu dalam menit", "durations in minutes", func(r *reader) { r.unit = locale.Minutes },
		"minute", "minutes"),
	spanUnit("jam", "lama waktu dalam jam", "durations in hours", func(r *reader) { r.unit = locale.Hours }, "hour",
		"hours"),
	spanUnit("menit:detik", "07:30 berarti 7 menit 30 detik", "07:30 is 7 minutes 30 seconds",
		func(r *reader) { r.fields = locale.MinutesSeconds }, "mm:ss"),
	spanUnit("jam:menit", "07:30 berarti 7 jam 30 menit", "07:30 is 7 hours 30 minutes",
		func(r *reader) { r.fields = locale.HoursMinutes }, "hh:mm"),
	spanUnit("hari", "lama waktu dalam hari", "durations in days", func(r *reader) { r.unit = locale.Days }, "day", "days"),
	otherUnit(clock, "jam.menit", "8.1 berarti pukul 08.10", "8.1 is 08:10", func(r *reader) { r.form.Points, r.form.Tens = true, true }),
	otherUnit(clock, "24 jam", "jam 1 sampai 5 berarti dini hari", "1 to 5 o'clock are early morning", func(r *reader) { r.daylong = true }, "24 hours"),
	otherUnit(clock, "jammenit", "730 berarti pukul 07.30", "730 is 07:30", func(r *reader) { r.form.Digits = true }, "hhmm"),
	zoneUnit("WIB", 7), zoneUnit("WITA", 8), zoneUnit("WIT", 9),
	otherUnit(day, "tertukar", "tanggal sampai tanggal 12 tertukar hari dan bulannya", "days up to the 12th have day and month exchanged",
		func(r *reader) { r.exchanged, r.swapTold = true, true }, "exchanged"),
	otherUnit(day, "utuh", "tanggal tidak tertukar hari dan bulannya", "dates have day and month in their places",
		func(r *reader) { r.swapTold = true }, "unchanged"),
	otherUnit(score, "1-4", "jawaban survei berskala 1 sampai 4", "survey answers of 1 to 4", func(*reader) {}),
	moneyUnit("rupiah", "uang dalam rupiah", "money in rupiah", 1),
	moneyUnit("ribu", "uang dalam ribuan rupiah", "money in thousands of rupiah", 1_000, "ribuan", "thousands"),
	moneyUnit("juta", "uang dalam jutaan rupiah", "money in millions of rupiah", 1_000_000, "jutaan", "millions"),
	moneyUnit("miliar", "uang dalam miliaran rupiah", "money in billions of rupiah", 1_000_000_000, "miliaran",
		"milyar", "billions"),
}

// UnitTerms lists the words of the key unit.
func UnitTerms() []Term {
	var out []Term
	for _, u := range unitTerms {
		out = append(out, u.Term)
	}
	return out
}

// unitOf finds a unit by one of its words.
func unitOf(word string) (*unitTerm, bool) {
	for i := range unitTerms {
		if word != "" && unitTerms[i].is(word) {
			return &unitTerms[i], true
		}
	}
	return nil, false
}

// UnitFits reports whether a kind has a field that a unit says something of.
func UnitFits(kind, unit string) bool {
	k, ok := kindOf(kind)
	u, known := unitOf(unit)
	if !ok || !known {
		return false
	}
	for i := range k.fields {
		if k.fields[i].typ == u.typ {
			return true
		}
	}
	return false
}
