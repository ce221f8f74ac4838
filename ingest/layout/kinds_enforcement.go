package layout

import (
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

var actCodes = map[string]int{
	"deportation": int(record.ActionDeportation), "detention": int(record.ActionDetention), "listing": int(record.ActionListing),
	"charge": int(record.ActionCharge), "permit": int(record.ActionPermit), "exclusion": int(record.ActionExclusion),
	"residence": int(record.ActionResidence), "other": int(record.ActionOther),
}

var sexCodes = map[string]int{"male": int(record.Male), "female": int(record.Female)}

func sex(to func(*bag) *record.Sex) field {
	return words("sex", vocabulary.Sex, sexCodes, func(b *bag, c int) { *to(b) = record.Sex(c) })
}

func person(to func(*bag) *uint64) field {
	return field{name: "person", typ: hashed, set: func(b *bag, v value) reject.Code { *to(b) = v.hash; return "" }}
}

var actionKind = kind{
	name:     "action",
	keys:     set("office person decided year month grain flow"),
	grouped:  set("office person article"),
	measures: set("number executed charge victim"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.action.Office }),
		{name: "type", typ: free, phrases: vocabulary.Act, set: actType},
		date("decided", func(b *bag) *record.Day { return &b.action.Decided }),
		date("executed", func(b *bag) *record.Day { return &b.action.Executed }),
		str("nationality", func(b *bag) *string { return &b.action.Nationality }),
		str("article", func(b *bag) *string { return &b.action.Article }),
		sex(func(b *bag) *record.Sex { return &b.action.Sex }),
		person(func(b *bag) *uint64 { return &b.action.Person }),
		{name: "number", typ: count, set: func(b *bag, v value) reject.Code {
			if v.n < 0 {
				return reject.Negative
			}
			b.action.Number = v.n
			return ""
		}},
		{name: "overstay", typ: count, set: func(b *bag, v value) reject.Code {
			b.action.Overstay = int32(v.n)
			return codeIf(v.n < 0, reject.Negative)
		}},
		amount("charge", func(b *bag) *record.Amount { return &b.action.Charge }),
		tri("paid", vocabulary.Paid, func(b *bag) *record.Tri { return &b.action.Paid }),
		deciding("victim", vocabulary.Victim, yesNoCodes, func(b *bag, c int) { b.action.Victim = record.Tri(c) }),
		number("stated", func(b *bag) *int64 { return &b.action.Stated }),
		yearField(func(b *bag) *int16 { return &b.when.year }),
		monthField(func(b *bag) *int8 { return &b.when.month }),
		flowOfCounts,
		{name: "grain", typ: free, set: func(b *bag, v value) reject.Code {
			if v.text == "month" {
				b.action.Grain = record.GrainMonth
			}
			return ""
		}},
	},
	zero: func(b *bag) {
		b.action = record.Action{Ref: b.ref, Number: 1, Overstay: -1, Stated: -1}
		b.when.year, b.when.month = 0, 0
	},
	needs: []need{{field: "decided", known: func(b *bag) bool { return actDay(b).Known() }}},
	check: func(b *bag) (string, reject.Code) {
		if b.off {
			return "type", reject.NotCounted
		}
		if b.action.Executed.Known() && b.action.Executed < b.action.Decided {
			return "executed", reject.StageOrder
		}
		return "", ""
	},
	send:   sendAction,
	none:   func(b *bag) { b.action.Number, b.action.Kind = 0, record.ActionOther },
	date:   actDay,
	dates:  []string{"decided", "year", "month"},
	titled: "decided",
	void:   set(called + " " + undone),
	things: set("orang wna deteni deportan pelanggar tindakan tak person persons people foreigners deportees"),
	adds:   func(has func(string) bool) bool { return !has("decided") || has("number") }, // else one act a row
}

// actDay is the day of an act; of acts that are counted by month, its first.
func actDay(b *bag) record.Day {
	if w := b.when; !b.action.Decided.Known() && w.year != 0 && w.month != 0 {
		b.action.Decided, b.action.Grain = record.DayOf(int(w.year), int(w.month), 1), record.GrainMonth
	}
	return b.action.Decided
}

// actType reads the acts that a label names. The kind of an act that is
// not surely known stays unknown, and is listed.
func actType(b *bag, v value) reject.Code {
	b.action.Label, b.acts = v.text, b.acts[:0]
	r := b.reading(vocabulary.Act, v.text)
	for _, m := range r.Meanings {
		b.acts = append(b.acts, record.ActionKind(actCodes[m]))
	}
	b.off = r.Verdict == vocabulary.Off
	b.action.Kind = record.ActionOther
	if len(b.acts) > 0 {
		b.action.Kind = b.acts[0]
	} else if _, stage := stageOf(b); r.Verdict == vocabulary.Unsure && !stage {
		b.action.Kind = record.ActionUnknown
		b.doubt("type", v.text)
	}
	return ""
}

// sendAction hands on one row of acts. Two things hide in such rows: monthly
// forms count criminal cases by stage in the same table, and lists name several
// acts in one cell ("Deportasi dan penangkalan").
func sendAction(b *bag, s record.Sink) {
	a := b.action
	if stage, ok := stageOf(b); ok {
		b.caseCount = record.CaseCount{Ref: a.Ref, Office: a.Office, Month: a.Decided, Stage: stage, Article: a.Article, Sex: a.Sex, Number: a.Number}
		s.CaseCount(&b.caseCount)
		return
	}
	if len(b.acts) < 2 || a.Number == 0 {
		s.Action(&b.action)
		return
	}
	for _, k := range b.acts {
		b.action = a
		b.action.Kind = k
		if k != record.ActionCharge {
			b.action.Charge = record.Amount{}
		}
		if k != record.ActionDeportation && k != record.ActionDetention {
			b.action.Executed = 0
		}
		s.Action(&b.action)
	}
	b.action = a
}

var stageCodes = map[string]int{"investigation": int(record.StageInvestigation), "prosecution": int(record.StageProsecution),
	"trial": int(record.StageTrial)}

// stageOf is the stage of criminal cases that a column of a monthly form counts.
func stageOf(b *bag) (record.CaseStage, bool) {
	if b.action.Grain != record.GrainMonth {
		return 0, false
	}
	stage, ok := stageCodes[b.reading(vocabulary.Stage, b.action.Label).Meaning()]
	return record.CaseStage(stage), ok
}

var caseKind = kind{
	name:     "case",
	keys:     set("office number person"),
	grouped:  set("office number person article"),
	measures: set("arrested notified complete handed_over verdict stopped"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.kase.Office }),
		person(func(b *bag) *uint64 { return &b.kase.Person }),
		str("number", func(b *bag) *string { return &b.kase.Number }),
		str("nationality", func(b *bag) *string { return &b.kase.Nationality }),
		str("article", func(b *bag) *string { return &b.kase.Article }),
		sex(func(b *bag) *record.Sex { return &b.kase.Sex }),
		date("arrested", func(b *bag) *record.Day { return &b.kase.Arrested }),
		date("notified", func(b *bag) *record.Day { return &b.kase.Notified }),
		date("complete", func(b *bag) *record.Day { return &b.kase.Complete }),
		date("handed_over", func(b *bag) *record.Day { return &b.kase.HandedOver }),
		date("verdict", func(b *bag) *record.Day { return &b.kase.Verdict }),
		date("stopped", func(b *bag) *record.Day { return &b.kase.Stopped }),
	},
	zero: func(b *bag) { b.kase = record.Case{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		c := &b.kase
		if c.Complete.Known() && c.Notified.Known() && c.Complete < c.Notified {
			return "complete", reject.StageOrder
		}
		if c.HandedOver.Known() && c.Complete.Known() && c.HandedOver < c.Complete {
			return "handed_over", reject.StageOrder
		}
		return "", ""
	},
	things: set("jumlah jml banyaknya tersangka tsk terdakwa pelaku orang wna perkara kasus suspects persons people"),
	named:  func(b *bag) *string { return &b.kase.Number },
	send:   func(b *bag, s record.Sink) { s.Case(&b.kase) },
	// a case counts from its first stage on, and its last date tells how far
	// it was followed
	date:  func(b *bag) record.Day { first, _ := caseSpan(b); return first },
	dates: []string{"arrested", "notified", "complete", "handed_over", "verdict", "stopped"},
	span:  caseSpan,
}

func caseSpan(b *bag) (first, last record.Day) {
	c := &b.kase
	return spanOf(c.Arrested, c.Notified, c.Complete, c.HandedOver, c.Verdict, c.Stopped)
}

var caseCountKind = kind{
	name:     "case_count",
	keys:     set("office decided stage"),
	grouped:  set("office"),
	measures: set("number"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.caseCount.Office }),
		date("decided", func(b *bag) *record.Day { return &b.caseCount.Month }),
		deciding("stage", vocabulary.Stage, stageCodes, func(b *bag, c int) { b.caseCount.Stage = record.CaseStage(c) }),
		str("article", func(b *bag) *string { return &b.caseCount.Article }),
		sex(func(b *bag) *record.Sex { return &b.caseCount.Sex }),
		number("number", func(b *bag) *int64 { return &b.caseCount.Number }),
	},
	zero:   func(b *bag) { b.caseCount = record.CaseCount{Ref: b.ref} },
	needs:  []need{{field: "decided", known: func(b *bag) bool { return b.caseCount.Month.Known() }}},
	check:  fine,
	send:   func(b *bag, s record.Sink) { s.CaseCount(&b.caseCount) },
	none:   func(b *bag) { b.caseCount.Number = 0 },
	date:   func(b *bag) record.Day { return b.caseCount.Month },
	dates:  []string{"decided"},
	titled: "decided",
	adds:   always,
}

// operationType tells a meeting from an operation, and says whether other
// agencies joined it.
func operationType(b *bag, v value) reject.Code {
	_ = jointly(b, v)
	r := b.reading(vocabulary.Operation, v.text)
	switch m := r.Meaning(); {
	case m == "operation", m == "meeting":
		b.operation.Meeting = m == "meeting"
	case m == "none", r.Verdict == vocabulary.Off:
		b.off = true
	case r.Verdict != vocabulary.Blank:
		return reject.UnknownWord
	}
	return ""
}

// joint reads a column that says nothing else: words that are not surely known
// leave it unread, and are listed.
func joint(b *bag, v value) reject.Code {
	_ = jointly(b, v)
	if b.operation.Joint == record.Unknown && b.reading(vocabulary.Joint, v.text).Verdict == vocabulary.Unsure {
		b.operation.Joint = record.Unread
		b.doubt("joint", v.text)
	}
	return ""
}

func jointly(b *bag, v value) reject.Code {
	if code, ok := yesNoCodes[b.reading(vocabulary.Joint, v.text).Meaning()]; ok {
		b.operation.Joint = record.Tri(code)
	}
	return ""
}

var operationKind = kind{
	name:     "operation",
	keys:     set("office day type"),
	grouped:  set("office level"),
	measures: set("checked violations"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.operation.Office }),
		date("day", func(b *bag) *record.Day { return &b.operation.Day }),
		{name: "type", typ: free, phrases: vocabulary.Operation, set: operationType},
		{name: "joint", typ: free, phrases: vocabulary.Joint, set: joint},
		str("level", func(b *bag) *string { return &b.operation.Level }),
		number("checked", func(b *bag) *int64 { return &b.operation.Checked }),
		number("violations", func(b *bag) *int64 { return &b.operation.Violations }),
	},
	zero:  func(b *bag) { b.operation = record.Operation{Ref: b.ref, Checked: -1, Violations: -1} },
	needs: []need{{field: "day", known: func(b *bag) bool { return b.operation.Day.Known() }}},
	check: func(b *bag) (string, reject.Code) {
		if b.off {
			return "type", reject.NotCounted
		}
		if o := &b.operation; o.Checked >= 0 && o.Violations > o.Checked {
			return "violations", reject.OutOfRange
		}
		return "", ""
	},
	void:   set(called + " " + undone),
	things: set("jumlah jml banyaknya kegiatan operasi giat patroli operations patrols"),
	send:   func(b *bag, s record.Sink) { s.Operation(&b.operation) },
	date:   func(b *bag) record.Day { return b.operation.Day },
	dates:  []string{"day"},
}

var toutKind = kind{
	name:    "tout",
	keys:    set("office day"),
	grouped: set("office"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.tout.Office }),
		date("day", func(b *bag) *record.Day { return &b.tout.Day }),
		str("outcome", func(b *bag) *string { return &b.tout.Outcome }),
		tri("staff", vocabulary.Staff, func(b *bag) *record.Tri { return &b.tout.Staff }),
	},
	zero:  func(b *bag) { b.tout = record.Tout{Ref: b.ref} },
	needs: []need{{field: "day", known: func(b *bag) bool { return b.tout.Day.Known() }}},
	check: fine,
	send:  func(b *bag, s record.Sink) { s.Tout(&b.tout) },
	date:  func(b *bag) record.Day { return b.tout.Day },
	dates: []string{"day"},
}
