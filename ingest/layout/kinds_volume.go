package layout

import (
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

// volumeKind is how much of a matter there was in a day, a month or a year.
var volumeKind = kind{
	name:     "volume",
	keys:     set("office day year month matter unit stock flow"),
	grouped:  set("office"),
	measures: set("number"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.volume.Office }),
		{name: "day", typ: day, set: func(b *bag, v value) reject.Code {
			b.volume.Day, b.volume.Grain = v.day, record.GrainDay
			return ""
		}},
		yearField(func(b *bag) *int16 { return &b.when.year }),
		monthField(func(b *bag) *int8 { return &b.when.month }),
		{name: "matter", typ: free, set: func(b *bag, v value) reject.Code {
			b.volume.Matter = v.text
			if _, known := vocabulary.MatterOf(v.text); !known {
				b.doubt("matter", v.text)
			}
			return ""
		}},
		str("unit", func(b *bag) *string { return &b.volume.Unit }),
		number("number", func(b *bag) *int64 { return &b.volume.Number }),
		flowOfCounts,
		{name: "stock", typ: free, set: func(b *bag, v value) reject.Code {
			switch fold(v.text) {
			case "ya", "yes", "y":
				b.volume.Stock = record.Yes
			case "tidak", "no", "t", "n":
				b.volume.Stock = record.No
			default:
				return reject.UnknownWord
			}
			return ""
		}},
	},
	zero: func(b *bag) {
		b.volume = record.Volume{Ref: b.ref, Number: -1}
		b.when.year, b.when.month = 0, 0
	},
	needs: []need{{field: "matter", known: func(b *bag) bool { return b.volume.Matter != "" }},
		{field: "number", known: func(b *bag) bool { return b.volume.Number >= 0 }}},
	check: fine,
	adds:  always,
	send:  func(b *bag, s record.Sink) { volumeDay(b); s.Volume(&b.volume) },
	date:  volumeDay,
	dates: []string{"day", "year", "month"},
}

// volumeDay is the day a number counts by; of a month or a year, its first.
func volumeDay(b *bag) record.Day {
	if w, v := b.when, &b.volume; !v.Day.Known() && w.year != 0 {
		if v.Grain = record.GrainYear; w.month != 0 {
			v.Grain = record.GrainMonth
		}
		v.Day = record.DayOf(int(w.year), max(int(w.month), 1), 1)
	}
	return b.volume.Day
}
