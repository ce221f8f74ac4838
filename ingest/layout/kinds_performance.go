package layout

import (
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

// This file holds the kinds that budget performance is scored from: revisions,
// contracts, payment orders, cash advances, outputs, official scores.

// hundredths reads a percentage as printed: "12,34%", "12.34", "34".
func hundredths(s string) (n int64, signed, ok bool) {
	t, signed := strings.CutSuffix(strings.TrimSpace(s), "%")
	st := locale.StylePlain
	if strings.Contains(t, ",") {
		st = locale.StyleID
	}
	d, err := locale.ParseNumber(t, st)
	return d.Rounded(2), signed, err == nil
}

// printed reads a percentage that is only compared; what cannot be read is
// left unknown.
func printed(name string, to func(*bag) *record.Decimal) field {
	return field{name: name, typ: free, set: func(b *bag, v value) reject.Code {
		if n, _, ok := hundredths(v.text); ok {
			*to(b) = record.Decimal{N: n, Known: true}
		}
		return ""
	}}
}

// highest is 10,000 %, in hundredths: beyond it a cell holds no percentage.
const highest = 1_000_000

// percentage reads a percentage that is used. A value above 0 and up to 1
// without a sign may be a fraction (34 % stored as 0.34) and is refused: it
// would be a hundredth of what is meant.
func percentage(name string, to func(*bag) *record.Decimal) field {
	return field{name: name, typ: free, set: func(b *bag, v value) reject.Code {
		n, signed, ok := hundredths(v.text)
		switch {
		case locale.IsDash(v.text):
			n = 0
		case !ok:
			return reject.BadNumber
		case n < 0:
			return reject.Negative
		case !signed && n > 0 && n <= 100, n > highest:
			return reject.OutOfRange
		}
		*to(b) = record.Decimal{N: n, Known: true}
		return ""
	}}
}

func volume(name string, to func(*bag) *record.Decimal) field {
	return field{name: name, typ: decimal3, set: func(b *bag, v value) reject.Code {
		if v.n < 0 {
			return reject.Negative
		}
		*to(b) = record.Decimal{N: v.n, Known: true}
		return ""
	}}
}

var officialKind = kind{
	name:     "official_score",
	keys:     set("office scheme part line year month"),
	grouped:  set("office part line"),
	measures: set("score"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.official.Office }),
		str("scheme", func(b *bag) *string { return &b.official.Scheme }),
		{name: "part", typ: free, set: func(b *bag, v value) reject.Code {
			b.official.Part = v.text
			if f := fold(v.text); f == "total" || strings.HasPrefix(f, "nilai akhir") {
				b.official.Part = ""
			}
			return ""
		}},
		{name: "line", typ: free, set: func(b *bag, v value) reject.Code { b.official.Line = fold(v.text); return "" }},
		yearField(func(b *bag) *int16 { return &b.official.Year }),
		monthField(func(b *bag) *int8 { return &b.official.Month }),
		{name: "score", typ: decimal2, set: func(b *bag, v value) reject.Code { b.official.Hundredth = v.n; return "" }},
		str("zone", func(b *bag) *string { return &b.official.Zone }),
	},
	zero:  func(b *bag) { b.official = record.OfficialScore{Ref: b.ref} },
	needs: []need{{field: "year", known: func(b *bag) bool { return b.official.Year != 0 }}},
	check: fine,
	send:  func(b *bag, s record.Sink) { s.OfficialScore(&b.official) },
	date: func(b *bag) record.Day {
		if b.official.Month == 0 {
			return 0 // a score of a year, given by others: it says nothing of how far the data reach
		}
		return monthEnd(int(b.official.Year), int(b.official.Month))
	},
	dates: []string{"year", "month"},
}

var revisionKind = kind{
	name:     "revision",
	keys:     set("office day code"),
	grouped:  set("office code"),
	measures: set("before after"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.revision.Office }),
		date("day", func(b *bag) *record.Day { return &b.revision.Day }),
		str("code", func(b *bag) *string { return &b.revision.Code }),
		amount("before", func(b *bag) *record.Amount { return &b.revision.Before }),
		amount("after", func(b *bag) *record.Amount { return &b.revision.After }),
	},
	zero: func(b *bag) { b.revision = record.Revision{Ref: b.ref} },
	needs: []need{{field: "day", known: func(b *bag) bool { return b.revision.Day.Known() }},
		{field: "code", known: func(b *bag) bool { return b.revision.Code != "" }}},
	check: fine,
	send:  func(b *bag, s record.Sink) { s.Revision(&b.revision) },
	date:  func(b *bag) record.Day { return b.revision.Day },
	dates: []string{"day"},
}

var contractKind = kind{
	name:     "contract",
	keys:     set("office number year account"),
	grouped:  set("office number account"),
	measures: set("value signed disbursed"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.contract.Office }),
		str("number", func(b *bag) *string { return &b.contract.Number }),
		yearField(func(b *bag) *int16 { return &b.contract.Year }),
		{name: "account", typ: free, set: func(b *bag, v value) reject.Code { b.contract.Account = accountOf(v.text); return "" }},
		amount("value", func(b *bag) *record.Amount { return &b.contract.Value }),
		date("signed", func(b *bag) *record.Day { return &b.contract.Signed }),
		tri("at_once", vocabulary.AtOnce, func(b *bag) *record.Tri { return &b.contract.AtOnce }),
		date("disbursed", func(b *bag) *record.Day { return &b.contract.Disburse }),
	},
	zero: func(b *bag) { b.contract = record.Contract{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		c := &b.contract
		if c.Disburse.Known() && c.Disburse < c.Signed {
			return "disbursed", reject.StageOrder
		}
		return "", ""
	},
	needs: []need{{field: "signed", known: func(b *bag) bool { return b.contract.Signed.Known() }},
		{field: "value", known: func(b *bag) bool { return b.contract.Value.Known }}},
	void:  set(called + " " + undone + " " + turnedDown),
	send:  func(b *bag, s record.Sink) { s.Contract(&b.contract) },
	date:  func(b *bag) record.Day { return b.contract.Signed },
	dates: []string{"signed"},
	span:  func(b *bag) (first, last record.Day) { return spanOf(b.contract.Signed, b.contract.Disburse) },
}

var invoiceKind = kind{
	name:     "invoice",
	keys:     set("office number"),
	grouped:  set("office number"),
	measures: set("accepted received value"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.invoice.Office }),
		str("number", func(b *bag) *string { return &b.invoice.Number }),
		str("type", func(b *bag) *string { return &b.invoice.Kind }),
		date("accepted", func(b *bag) *record.Day { return &b.invoice.Accepted }),
		date("received", func(b *bag) *record.Day { return &b.invoice.Received }),
		amount("value", func(b *bag) *record.Amount { return &b.invoice.Value }),
	},
	zero: func(b *bag) { b.invoice = record.Invoice{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		i := &b.invoice
		if i.Received.Known() && i.Accepted.Known() && i.Received < i.Accepted {
			return "received", reject.StageOrder
		}
		return "", ""
	},
	needs: []need{{field: "received", known: func(b *bag) bool { return b.invoice.Received.Known() || b.invoice.Accepted.Known() }}},
	void:  set(called + " " + undone + " " + turnedDown),
	send:  func(b *bag, s record.Sink) { s.Invoice(&b.invoice) },
	date:  func(b *bag) record.Day { first, _ := spanOf(b.invoice.Accepted, b.invoice.Received); return first },
	dates: []string{"accepted", "received"},
	span:  func(b *bag) (first, last record.Day) { return spanOf(b.invoice.Accepted, b.invoice.Received) },
}

// advances are the kinds of cash-advance movements by their meaning.
var advances = map[string]string{
	"card": record.AdvanceCard, "deposit": record.AdvanceDeposit, "ptup": record.AdvancePTUP, "nil": record.AdvanceNil,
	"gup": record.AdvanceGUP, "tup": record.AdvanceTUP, "up": record.AdvanceUP,
}

var advanceKind = kind{
	name:     "cash_advance",
	keys:     set("office type year month"),
	grouped:  set("office"),
	measures: set("value limit day previous"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.advance.Office }),
		{name: "type", typ: free, phrases: vocabulary.Advance, set: func(b *bag, v value) reject.Code {
			b.advance.Kind = advances[b.reading(vocabulary.Advance, v.text).Meaning()]
			if b.advance.Kind == "" {
				return reject.UnknownWord
			}
			return ""
		}},
		yearField(func(b *bag) *int16 { return &b.advance.Year }),
		monthField(func(b *bag) *int8 { return &b.advance.Month }),
		amount("value", func(b *bag) *record.Amount { return &b.advance.Value }),
		amount("limit", func(b *bag) *record.Amount { return &b.advance.Limit }),
		date("day", func(b *bag) *record.Day { return &b.advance.Day }),
		date("previous", func(b *bag) *record.Day { return &b.advance.Previous }),
	},
	zero: func(b *bag) { b.advance = record.CashAdvance{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		a := &b.advance
		if a.Day.Known() && a.Previous > a.Day {
			return "previous", reject.StageOrder
		}
		return "", ""
	},
	needs: []need{{field: "type", known: func(b *bag) bool { return b.advance.Kind != "" }},
		{field: "day", known: func(b *bag) bool {
			a := &b.advance
			return a.Day.Known() || a.Kind == record.AdvanceCard && a.Year != 0 && a.Month != 0
		}},
		{field: "value", known: func(b *bag) bool { return b.advance.Value.Known }}},
	send: func(b *bag, s record.Sink) { s.CashAdvance(&b.advance) },
	date: func(b *bag) record.Day {
		if b.advance.Day.Known() || b.advance.Month == 0 {
			return b.advance.Day
		}
		return monthEnd(int(b.advance.Year), int(b.advance.Month))
	},
	dates: []string{"day", "year", "month"},
}

var outputKind = kind{
	name:     "output",
	keys:     set("office code year month"),
	grouped:  set("office code"),
	measures: set("target volume progress planned reported confirmed"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.output.Office }),
		str("code", func(b *bag) *string { return &b.output.Code }),
		yearField(func(b *bag) *int16 { return &b.output.Year }),
		monthField(func(b *bag) *int8 { return &b.output.Month }),
		volume("target", func(b *bag) *record.Decimal { return &b.output.Target }),
		volume("volume", func(b *bag) *record.Decimal { return &b.output.Volume }),
		percentage("progress", func(b *bag) *record.Decimal { return &b.output.Progress }),
		percentage("planned", func(b *bag) *record.Decimal { return &b.output.Planned }),
		date("reported", func(b *bag) *record.Day { return &b.output.Reported }),
		deciding("confirmed", vocabulary.Confirmed, yesNoCodes, func(b *bag, c int) { b.output.Confirmed = record.Tri(c) }),
	},
	zero: func(b *bag) { b.output = record.Output{Ref: b.ref} },
	needs: []need{{field: "code", known: func(b *bag) bool { return b.output.Code != "" }},
		{field: "year", known: func(b *bag) bool { return b.output.Year != 0 }},
		{field: "month", known: func(b *bag) bool { return b.output.Month != 0 }}},
	check: fine,
	send:  func(b *bag, s record.Sink) { s.Output(&b.output) },
	date:  func(b *bag) record.Day { return monthEnd(int(b.output.Year), int(b.output.Month)) },
	dates: []string{"year", "month"},
}

var dispensationKind = kind{
	name:     "dispensation",
	keys:     set("office number day"),
	grouped:  set("office number"),
	measures: set("dispensed"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.dispense.Office }),
		str("number", func(b *bag) *string { return &b.dispense.Number }),
		date("day", func(b *bag) *record.Day { return &b.dispense.Day }),
		deciding("dispensed", vocabulary.Dispensed, yesNoCodes, func(b *bag, c int) { b.dispense.Dispensed = record.Tri(c) }),
	},
	zero:  func(b *bag) { b.dispense = record.Dispensation{Ref: b.ref} },
	needs: []need{{field: "day", known: func(b *bag) bool { return b.dispense.Day.Known() }}},
	check: fine,
	send:  func(b *bag, s record.Sink) { s.Dispensation(&b.dispense) },
	date:  func(b *bag) record.Day { return b.dispense.Day },
	dates: []string{"day"},
}
