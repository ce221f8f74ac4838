package layout

import (
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

var statusCodes = map[string]int{
	"served": int(record.StatusServed), "came": int(record.StatusServed), "noshow": int(record.StatusNoShow),
	"cancelled": int(record.StatusCancelled), "waiting": int(record.StatusWaiting), "serving": int(record.StatusWaiting),
	"unread": int(record.StatusUnread),
}

// settledCodes say whether a complaint is settled.
var settledCodes = map[string]int{"closed": int(record.Yes), "open": int(record.No), "unread": int(record.Unread),
	"reopened": reopened}

// reopened is a complaint that was closed and is open again.
const reopened = 100

func setSettled(b *bag, c int) {
	if b.complaint.Reopened = c == reopened; b.complaint.Reopened {
		c = int(record.No)
	}
	b.complaint.Settled = record.Tri(c)
}

// kinds lists every record kind with its fields; the names are those of
// rapor.yaml and of the layouts.
var kinds = []kind{
	{
		name:     "ticket",
		keys:     set("office day number"),
		grouped:  set("office service class number counter status stage"),
		measures: set("taken called started ended waited served"),
		fields: []field{
			str("office", func(b *bag) *string { return &b.ticket.Office }),
			str("service", func(b *bag) *string { return &b.ticket.Service }),
			str("class", func(b *bag) *string { return &b.ticket.Class }),
			str("stage", func(b *bag) *string { return &b.ticket.Stage }),
			date("day", func(b *bag) *record.Day { return &b.ticket.Day }),
			str("number", func(b *bag) *string { return &b.ticket.Number }),
			at("taken", func(b *bag) *record.Clock { return &b.ticket.Taken }),
			at("called", func(b *bag) *record.Clock { return &b.ticket.Called }),
			at("started", func(b *bag) *record.Clock { return &b.ticket.Started }),
			at("ended", func(b *bag) *record.Clock { return &b.ticket.Ended }),
			str("counter", func(b *bag) *string { return &b.ticket.Counter }),
			words("status", vocabulary.Status, statusCodes, func(b *bag, c int) { b.ticket.Status = record.Status(c) }),
			tri("priority", vocabulary.Priority, func(b *bag) *record.Tri { return &b.ticket.Priority }),
			words("priority_kind", vocabulary.Priority, yesNoCodes, priorityKind),
			span("waited", func(b *bag) *record.Duration { return &b.ticket.Waited }),
			span("served", func(b *bag) *record.Duration { return &b.ticket.Served }),
			tri("recalled", vocabulary.Recalled, func(b *bag) *record.Tri { return &b.ticket.Recalled }),
		},
		zero:    func(b *bag) { b.ticket = record.Ticket{Ref: b.ref} },
		needs:   []need{{field: "day", known: func(b *bag) bool { return b.ticket.Day.Known() }, given: true}},
		settled: ticketSettled,
		check:   checkTicket,
		send:    func(b *bag, s record.Sink) { s.Ticket(&b.ticket) },
		date:    func(b *bag) record.Day { return b.ticket.Day },
		dates:   []string{"day"},
		awake:   true,
	},
	{
		name:     "queue_interval",
		keys:     set("office service day hours opens closes grain"),
		grouped:  set("office service class counter"),
		measures: set("count excluded mean max late bucket"),
		fields: []field{
			str("office", func(b *bag) *string { return &b.interval.Office }),
			str("service", func(b *bag) *string { return &b.interval.Service }),
			str("class", func(b *bag) *string { return &b.interval.Class }),
			date("day", func(b *bag) *record.Day { return &b.interval.Day }),
			{name: "hours", typ: clockSpan, set: func(b *bag, v value) reject.Code {
				b.interval.From, b.interval.To = record.Clock(v.sec+1), record.Clock(v.end+1)
				return ""
			}},
			at("opens", func(b *bag) *record.Clock { return &b.interval.From }),
			at("closes", func(b *bag) *record.Clock { return &b.interval.To }),
			str("counter", func(b *bag) *string { return &b.interval.Counter }),
			number("count", func(b *bag) *int64 { return &b.interval.Count }),
			number("excluded", func(b *bag) *int64 { return &b.interval.Excluded }),
			span("mean", func(b *bag) *record.Duration { return &b.interval.Mean }),
			span("max", func(b *bag) *record.Duration { return &b.interval.Max }),
			number("late", func(b *bag) *int64 { return &b.interval.Late }),
			{name: "bucket", typ: count, set: func(b *bag, v value) reject.Code {
				if v.n < 0 {
					return reject.Negative
				}
				b.interval.Buckets = append(b.interval.Buckets, record.Bucket{UpTo: v.end, Count: v.n})
				return ""
			}},
			{name: "counters", typ: count, set: func(b *bag, v value) reject.Code { b.interval.Counters = int32(v.n); return "" }},
			{name: "grain", typ: free, set: func(b *bag, v value) reject.Code {
				b.interval.Grain = record.GrainDay
				if v.text == "month" {
					b.interval.Grain = record.GrainMonth
				}
				return ""
			}},
		},
		zero: func(b *bag) {
			b.interval = record.QueueInterval{Ref: b.ref, Late: -1, Counters: -1, Buckets: b.interval.Buckets[:0]}
		},
		check: func(b *bag) (string, reject.Code) {
			i := &b.interval
			if i.From.Known() && i.To.Known() && i.To < i.From {
				return "closes", reject.EndedBeforeStart
			}
			var in int64
			for _, k := range i.Buckets {
				in += k.Count
			}
			switch {
			case len(i.Buckets) > 0 && in+i.Excluded != i.Count:
				return "count", reject.BucketMismatch
			case i.Late > i.Count:
				return "late", reject.OutOfRange
			case i.Excluded > i.Count:
				return "excluded", reject.OutOfRange
			}
			return "", ""
		},
		send:  func(b *bag, s record.Sink) { s.QueueInterval(&b.interval) },
		date:  func(b *bag) record.Day { return b.interval.Day },
		dates: []string{"day"},
		adds:  always,
	},
	{
		name:     "application",
		keys:     set("office number applied"),
		grouped:  set("office service number"),
		measures: set("ready"),
		fields: []field{
			str("office", func(b *bag) *string { return &b.application.Office }),
			str("service", func(b *bag) *string { return &b.application.Service }),
			tri("express", vocabulary.Express, func(b *bag) *record.Tri { return &b.application.Express }),
			date("applied", func(b *bag) *record.Day { return &b.application.Applied }),
			date("ready", func(b *bag) *record.Day { return &b.application.Ready }),
			str("number", func(b *bag) *string { return &b.application.Number }),
		},
		zero: func(b *bag) { b.application = record.Application{Ref: b.ref} },
		check: func(b *bag) (string, reject.Code) {
			if b.application.Ready.Known() && b.application.Ready < b.application.Applied {
				return "ready", reject.StageOrder
			}
			return "", ""
		},
		void:   set(called + " " + turnedDown),
		things: set("pemohon permohonan paspor orang berkas applicants applications passports persons"),
		named:  func(b *bag) *string { return &b.application.Number },
		send:   func(b *bag, s record.Sink) { s.Application(&b.application) },
		needs:  []need{{field: "applied", known: func(b *bag) bool { return b.application.Applied.Known() }}},
		date:   func(b *bag) record.Day { return b.application.Applied },
		dates:  []string{"applied"},
	},
	{
		name:    "answer",
		keys:    set("office respondent day year month"),
		grouped: set("office service respondent"),
		fields:  answerFields(),
		zero: func(b *bag) {
			b.answer = record.Answer{Ref: b.ref, Numbered: b.numbered}
			b.when.year, b.when.month = 0, 0
		},
		check: func(b *bag) (string, reject.Code) {
			for _, s := range b.answer.Scores {
				if s > 0 {
					return "", ""
				}
			}
			return "requirements", reject.MissingValue
		},
		things: set("responden respondents orang jawaban kuesioner answers persons"),
		send: func(b *bag, s record.Sink) {
			answerDay(b)
			s.Answer(&b.answer)
		},
		date:  answerDay,
		dates: []string{"day", "year", "month"},
	},
	{
		name:     "complaint",
		keys:     set("office day number"),
		grouped:  set("office number channel topic"),
		measures: set("closed"),
		fields: []field{
			str("office", func(b *bag) *string { return &b.complaint.Office }),
			date("day", func(b *bag) *record.Day { return &b.complaint.Day }),
			str("number", func(b *bag) *string { return &b.complaint.Number }),
			date("closed", func(b *bag) *record.Day { return &b.complaint.Closed }),
			str("channel", func(b *bag) *string { return &b.complaint.Channel }),
			str("topic", func(b *bag) *string { return &b.complaint.Topic }),
			words("status", vocabulary.Settled, settledCodes, setSettled),
		},
		zero: func(b *bag) { b.complaint = record.Complaint{Ref: b.ref} },
		check: func(b *bag) (string, reject.Code) {
			c := &b.complaint
			if c.Closed.Known() && c.Closed < c.Day {
				return "closed", reject.StageOrder
			}
			if c.Closed.Known() && c.Settled == record.No {
				c.Closed, b.denied = 0, "closed" // the day of a step on the way
			}
			return "", ""
		},
		things: set("jumlah jml banyaknya pengaduan aduan keluhan laporan complaints reports"),
		named:  func(b *bag) *string { return &b.complaint.Number },
		send:   func(b *bag, s record.Sink) { s.Complaint(&b.complaint) },
		needs:  []need{{field: "day", known: func(b *bag) bool { return b.complaint.Day.Known() }}},
		date:   func(b *bag) record.Day { return b.complaint.Day },
		dates:  []string{"day"},
	},
	answerCountKind, volumeKind,
	ledgerKind, revenueKind, officialKind, revisionKind, contractKind, invoiceKind, advanceKind, outputKind, dispensationKind,
	actionKind, caseKind, caseCountKind, operationKind, toutKind,
}

// priorityKind takes what a column says that names the priority group (lansia,
// difabel): "none" yields to a column that says whether there is one.
func priorityKind(b *bag, c int) {
	if c == int(record.Yes) || b.ticket.Priority == record.Unknown || b.ticket.Priority == record.Unread &&
		c == int(record.No) {
		b.ticket.Priority = record.Tri(c)
	}
}

// ticketSettled reports a ticket whose unclear status would have to say what
// became of it: a time of the table is missing.
func ticketSettled(b *bag, has func(field string) bool) (string, reject.Code) {
	if !b.doubted("status") {
		return "", ""
	}
	t, some := &b.ticket, false
	for _, x := range []struct {
		field string
		known bool
	}{{"called", t.Called.Known()}, {"started", t.Started.Known()}, {"ended", t.Ended.Known()}, {"waited", t.Waited.Known}, {"served", t.Served.Known}} {
		if has(x.field) && !x.known {
			return "status", reject.UnknownWord
		}
		some = some || has(x.field)
	}
	if !some {
		return "status", reject.UnknownWord
	}
	return "", ""
}

// derive makes the times an export does not give from the durations it does.
func derive(t *record.Ticket) {
	after := func(c record.Clock, d record.Duration) record.Clock { return c + record.Clock(d.Micros/1_000_000) }
	if !t.Called.Known() && !t.Started.Known() && t.Taken.Known() && t.Waited.Known {
		t.Called = after(t.Taken, t.Waited)
	}
	if start := max(t.Started, t.Called); !t.Ended.Known() && start.Known() && t.Served.Known {
		t.Ended = after(start, t.Served)
	}
}

func checkTicket(b *bag) (string, reject.Code) {
	t := &b.ticket
	derive(t)
	switch {
	case t.Called.Known() && t.Taken.Known() && t.Called < t.Taken:
		return "called", reject.CalledBeforeTaken
	case t.Started.Known() && t.Taken.Known() && t.Started < t.Taken:
		return "started", reject.CalledBeforeTaken
	case t.Ended.Known() && t.Started.Known() && t.Ended < t.Started, t.Ended.Known() && t.Called.Known() && t.Ended < t.Called:
		return "ended", reject.EndedBeforeStart
	}
	return "", ""
}

// answerDay is the day of an answer; where only the month or the year is known,
// its first.
func answerDay(b *bag) record.Day {
	if w, a := b.when, &b.answer; !a.Day.Known() && w.year != 0 {
		if a.Grain = record.GrainYear; w.month != 0 {
			a.Grain = record.GrainMonth
		}
		a.Day = record.DayOf(int(w.year), max(int(w.month), 1), 1)
	}
	return b.answer.Day
}

// answerFields are the nine elements by name; u1..u9 stand only for layouts
// that say themselves which is which.
func answerFields() []field {
	out := []field{
		str("office", func(b *bag) *string { return &b.answer.Office }),
		str("service", func(b *bag) *string { return &b.answer.Service }),
		{name: "day", typ: day, set: func(b *bag, v value) reject.Code {
			b.answer.Day, b.answer.Grain = v.day, record.GrainDay
			return ""
		}},
		yearField(func(b *bag) *int16 { return &b.when.year }),
		monthField(func(b *bag) *int8 { return &b.when.month }),
		str("respondent", func(b *bag) *string { return &b.answer.Respondent }),
	}
	for e, name := range elements {
		out = append(out, field{name: name, typ: score, set: func(b *bag, v value) reject.Code {
			if v.n < 1 || v.n > 4 {
				return reject.OutOfRange
			}
			b.answer.Scores[e] = uint8(v.n)
			return ""
		}})
	}
	return out
}

// bucketBound reads the parameter of "bucket:15m"; "bucket:open" is unbounded.
func bucketBound(name string) int32 {
	_, p, _ := strings.Cut(name, ":")
	if p == "open" || p == "" {
		return 0
	}
	for _, u := range []struct {
		suffix string
		unit   locale.Unit
	}{{"m", locale.Minutes}, {"s", locale.Seconds}, {"h", locale.Hours}} {
		if n, ok := strings.CutSuffix(p, u.suffix); ok {
			if v, err := locale.ParseDuration(n, u.unit, locale.StylePlain, locale.FieldsUnknown); err == nil {
				return int32(v / 1e6)
			}
		}
	}
	return 0
}
