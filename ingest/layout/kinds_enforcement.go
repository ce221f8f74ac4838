package layout

import (
	"slices"
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

var actionWords = []wordOf{
	{int(record.ActionDeportation), true, []string{"deportasi", "deportation", "pemindahan"}},
	{int(record.ActionDetention), true, []string{"detensi", "pendetensian", "detention"}},
	{int(record.ActionListing), true, []string{"cekal", "cegah", "tangkal", "penangkalan", "pencegahan"}},
	{int(record.ActionCharge), true, []string{"biaya beban", "denda", "charge"}},
	{int(record.ActionPermit), true, []string{"izin tinggal", "dokim", "pembatalan"}},
	{int(record.ActionExclusion), true, []string{"larangan"}},
	{int(record.ActionResidence), true, []string{"keharusan bertempat", "wajib tinggal", "bertempat tinggal"}},
}

var sexWords = []wordOf{
	{int(record.Female), false, []string{"p", "perempuan", "wanita", "female", "f"}},
	{int(record.Male), false, []string{"l", "laki laki", "pria", "male", "m"}},
}

var paidWords = []wordOf{
	{int(record.No), true, []string{"belum", "tidak"}},
	{int(record.Yes), true, []string{"lunas", "bayar", "sudah"}},
	{int(record.Yes), false, []string{"ya", "y", "yes", "true", "1", "v"}},
	{int(record.No), false, []string{"t", "n", "no", "false", "0", ""}},
}

func sex(to func(*bag) *record.Sex) field {
	return words("sex", sexWords, func(b *bag, c int) { *to(b) = record.Sex(c) })
}

func person(to func(*bag) *uint64) field {
	return field{name: "person", typ: hashed, set: func(b *bag, v value) reject.Code { *to(b) = v.hash; return "" }}
}

var actionKind = kind{
	name: "action",
	fields: []field{
		str("office", func(b *bag) *string { return &b.action.Office }),
		{name: "type", typ: free, set: func(b *bag, v value) reject.Code {
			b.action.Label = v.text
			b.action.Kind = record.ActionOther
			_ = words("", actionWords, func(b *bag, c int) { b.action.Kind = record.ActionKind(c) }).set(b, v)
			return ""
		}},
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
		words("paid", paidWords, func(b *bag, c int) { b.action.Paid = record.Tri(c) }),
		tri("victim", func(b *bag) *record.Tri { return &b.action.Victim }),
		number("stated", func(b *bag) *int64 { return &b.action.Stated }),
		{name: "grain", typ: free, set: func(b *bag, v value) reject.Code {
			if v.text == "month" {
				b.action.Grain = record.GrainMonth
			}
			return ""
		}},
	},
	reset: func(b *bag) { b.action = record.Action{Ref: b.ref, Number: 1, Overstay: -1, Stated: -1} },
	check: func(b *bag) (string, reject.Code) {
		if b.action.Executed.Known() && b.action.Executed < b.action.Decided {
			return "executed", reject.StageOrder
		}
		return "", ""
	},
	send: sendAction,
}

// sendAction hands on one row of acts. Two things hide in such rows: monthly
// forms count criminal cases by stage in the same table, and lists name two
// acts in one cell ("Deportasi dan penangkalan").
func sendAction(b *bag, s record.Sink) {
	a := b.action
	if stage, ok := stageOf(a.Label); ok && a.Grain == record.GrainMonth {
		b.caseCount = record.CaseCount{Ref: a.Ref, Office: a.Office, Month: a.Decided, Stage: stage, Article: a.Article, Sex: a.Sex, Number: a.Number}
		s.CaseCount(&b.caseCount)
		return
	}
	kinds := jointKinds(a.Label)
	if len(kinds) < 2 || a.Number == 0 {
		s.Action(&b.action)
		return
	}
	for _, k := range kinds {
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

func stageOf(label string) (stage record.CaseStage, ok bool) {
	f := fold(label)
	for _, w := range stageWords {
		for _, x := range w.words {
			if strings.Contains(f, x) {
				return record.CaseStage(w.code), true
			}
		}
	}
	return 0, false
}

// jointKinds reads a label that joins acts by "dan", "serta", "+", "&" or ";".
// Every part must name a kind, and no two the same; else the label is one act.
func jointKinds(label string) []record.ActionKind {
	text := strings.NewReplacer("+", ";", "&", ";", " dan ", ";", " serta ", ";").Replace(strings.ToLower(label))
	if !strings.Contains(text, ";") {
		return nil
	}
	var out []record.ActionKind
	var b bag
	for _, part := range strings.Split(text, ";") {
		b.action.Kind = record.ActionUnknown
		_ = words("", actionWords, func(b *bag, c int) { b.action.Kind = record.ActionKind(c) }).set(&b, value{text: part})
		if b.action.Kind == record.ActionUnknown || slices.Contains(out, b.action.Kind) {
			return nil
		}
		out = append(out, b.action.Kind)
	}
	return out
}

var caseKind = kind{
	name: "case",
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
	reset: func(b *bag) { b.kase = record.Case{Ref: b.ref} },
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
	send: func(b *bag, s record.Sink) { s.Case(&b.kase) },
}

var stageWords = []wordOf{
	{int(record.StageInvestigation), true, []string{"sidik", "penyidikan"}},
	{int(record.StageProsecution), true, []string{"penuntutan", "tuntut"}},
	{int(record.StageTrial), true, []string{"sidang"}},
}

var caseCountKind = kind{
	name: "case_count",
	fields: []field{
		str("office", func(b *bag) *string { return &b.caseCount.Office }),
		date("decided", func(b *bag) *record.Day { return &b.caseCount.Month }),
		words("stage", stageWords, func(b *bag, c int) { b.caseCount.Stage = record.CaseStage(c) }),
		str("article", func(b *bag) *string { return &b.caseCount.Article }),
		sex(func(b *bag) *record.Sex { return &b.caseCount.Sex }),
		number("number", func(b *bag) *int64 { return &b.caseCount.Number }),
	},
	reset: func(b *bag) { b.caseCount = record.CaseCount{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.CaseCount(&b.caseCount) },
}

// operationType tells a meeting from an operation, and says whether other
// agencies joined it.
func operationType(b *bag, v value) reject.Code {
	jointly(b, v.text)
	return words("type", []wordOf{{1, true, []string{"rapat", "koordinasi", "meeting"}}, {0, true, []string{"operasi", "pengawasan", "operation", "patroli"}}},
		func(b *bag, c int) { b.operation.Meeting = c == 1 }).set(b, v)
}

func jointly(b *bag, label string) {
	switch f := fold(label); {
	case strings.Contains(f, "gabungan"), strings.Contains(f, "bersama"), strings.Contains(f, "joint"):
		b.operation.Joint = record.Yes
	case strings.Contains(f, "mandiri"):
		b.operation.Joint = record.No
	}
}

var operationKind = kind{
	name: "operation",
	fields: []field{
		str("office", func(b *bag) *string { return &b.operation.Office }),
		date("day", func(b *bag) *record.Day { return &b.operation.Day }),
		{name: "type", typ: free, set: operationType},
		{name: "joint", typ: free, set: func(b *bag, v value) reject.Code { jointly(b, v.text); return "" }},
		str("level", func(b *bag) *string { return &b.operation.Level }),
		number("checked", func(b *bag) *int64 { return &b.operation.Checked }),
		number("violations", func(b *bag) *int64 { return &b.operation.Violations }),
	},
	reset: func(b *bag) { b.operation = record.Operation{Ref: b.ref, Checked: -1, Violations: -1} },
	check: func(b *bag) (string, reject.Code) {
		if o := &b.operation; o.Checked >= 0 && o.Violations > o.Checked {
			return "violations", reject.OutOfRange
		}
		return "", ""
	},
	send: func(b *bag, s record.Sink) { s.Operation(&b.operation) },
}

var toutKind = kind{
	name: "tout",
	fields: []field{
		str("office", func(b *bag) *string { return &b.tout.Office }),
		date("day", func(b *bag) *record.Day { return &b.tout.Day }),
		str("outcome", func(b *bag) *string { return &b.tout.Outcome }),
		tri("staff", func(b *bag) *record.Tri { return &b.tout.Staff }),
	},
	reset: func(b *bag) { b.tout = record.Tout{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.Tout(&b.tout) },
}
