package layout

import (
	"strings"

	"rapor/ingest/locale"
	"rapor/ingest/record"
	"rapor/ingest/reject"
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

// need reports the first field that is not known.
func need(known bool, name string) (string, reject.Code) {
	if !known {
		return name, reject.MissingValue
	}
	return "", ""
}

// firstOf returns the first complaint of a list.
func firstOf(checks ...func() (string, reject.Code)) (string, reject.Code) {
	for _, c := range checks {
		if name, code := c(); code != "" {
			return name, code
		}
	}
	return "", ""
}

var officialKind = kind{
	name: "official_score",
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
	reset: func(b *bag) { b.official = record.OfficialScore{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return need(b.official.Year != 0, "year") },
	send:  func(b *bag, s record.Sink) { s.OfficialScore(&b.official) },
}

var revisionKind = kind{
	name: "revision",
	fields: []field{
		str("office", func(b *bag) *string { return &b.revision.Office }),
		date("day", func(b *bag) *record.Day { return &b.revision.Day }),
		str("code", func(b *bag) *string { return &b.revision.Code }),
		amount("before", func(b *bag) *record.Amount { return &b.revision.Before }),
		amount("after", func(b *bag) *record.Amount { return &b.revision.After }),
	},
	reset: func(b *bag) { b.revision = record.Revision{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		r := &b.revision
		return firstOf(func() (string, reject.Code) { return need(r.Day.Known(), "day") },
			func() (string, reject.Code) { return need(r.Code != "", "code") })
	},
	send: func(b *bag, s record.Sink) { s.Revision(&b.revision) },
}

var atOnceWords = []wordOf{
	{int(record.Yes), true, []string{"sekaligus"}},
	{int(record.No), true, []string{"termin", "bulanan", "bertahap", "angsuran"}},
}

var contractKind = kind{
	name: "contract",
	fields: []field{
		str("office", func(b *bag) *string { return &b.contract.Office }),
		str("number", func(b *bag) *string { return &b.contract.Number }),
		yearField(func(b *bag) *int16 { return &b.contract.Year }),
		{name: "account", typ: free, set: func(b *bag, v value) reject.Code { b.contract.Account = accountOf(v.text); return "" }},
		amount("value", func(b *bag) *record.Amount { return &b.contract.Value }),
		date("signed", func(b *bag) *record.Day { return &b.contract.Signed }),
		words("at_once", atOnceWords, func(b *bag, c int) { b.contract.AtOnce = record.Tri(c) }),
		date("disbursed", func(b *bag) *record.Day { return &b.contract.Disburse }),
	},
	reset: func(b *bag) { b.contract = record.Contract{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		c := &b.contract
		if c.Disburse.Known() && c.Disburse < c.Signed {
			return "disbursed", reject.StageOrder
		}
		return firstOf(func() (string, reject.Code) { return need(c.Signed.Known(), "signed") },
			func() (string, reject.Code) { return need(c.Value.Known, "value") })
	},
	send: func(b *bag, s record.Sink) { s.Contract(&b.contract) },
}

var invoiceKind = kind{
	name: "invoice",
	fields: []field{
		str("office", func(b *bag) *string { return &b.invoice.Office }),
		str("number", func(b *bag) *string { return &b.invoice.Number }),
		str("type", func(b *bag) *string { return &b.invoice.Kind }),
		date("accepted", func(b *bag) *record.Day { return &b.invoice.Accepted }),
		date("received", func(b *bag) *record.Day { return &b.invoice.Received }),
		amount("value", func(b *bag) *record.Amount { return &b.invoice.Value }),
	},
	reset: func(b *bag) { b.invoice = record.Invoice{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		i := &b.invoice
		if i.Received.Known() && i.Accepted.Known() && i.Received < i.Accepted {
			return "received", reject.StageOrder
		}
		return need(i.Received.Known() || i.Accepted.Known(), "received")
	},
	send: func(b *bag, s record.Sink) { s.Invoice(&b.invoice) },
}

// advanceOf is the kind of a cash-advance movement, "" when the words name none.
// Longer names are looked for first: "PTUP" holds "TUP", which holds "UP".
func advanceOf(s string) string {
	f := " " + fold(strings.ReplaceAll(s, "+", " ")) + " "
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(f, " "+w+" ") {
				return true
			}
		}
		return false
	}
	switch {
	case has("kkp", "kartu kredit pemerintah"):
		return record.AdvanceCard
	case has("setoran", "setor", "pengembalian") && has("tup"):
		return record.AdvanceDeposit
	case has("ptup", "gtup", "pertanggungjawaban tup") || has("tup") && has("nihil"):
		return record.AdvancePTUP
	case has("nihil") && has("gup", "gu", "up"):
		return record.AdvanceNil
	case has("gup", "gu", "penggantian"):
		return record.AdvanceGUP
	case has("tup", "tambahan uang persediaan"):
		return record.AdvanceTUP
	case has("up", "uang persediaan"):
		return record.AdvanceUP
	}
	return ""
}

var advanceKind = kind{
	name: "cash_advance",
	fields: []field{
		str("office", func(b *bag) *string { return &b.advance.Office }),
		{name: "type", typ: free, set: func(b *bag, v value) reject.Code {
			b.advance.Kind = advanceOf(v.text)
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
	reset: func(b *bag) { b.advance = record.CashAdvance{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		a := &b.advance
		if a.Day.Known() && a.Previous > a.Day {
			return "previous", reject.StageOrder
		}
		dated := a.Day.Known() || a.Kind == record.AdvanceCard && a.Year != 0 && a.Month != 0
		return firstOf(func() (string, reject.Code) { return need(a.Kind != "", "type") },
			func() (string, reject.Code) { return need(dated, "day") },
			func() (string, reject.Code) { return need(a.Value.Known, "value") })
	},
	send: func(b *bag, s record.Sink) { s.CashAdvance(&b.advance) },
}

var confirmedWords = []wordOf{
	{int(record.No), true, []string{"belum", "tidak", "ditolak", "menunggu"}},
	{int(record.Yes), true, []string{"konfirmasi", "sudah", "ya", "disetujui"}},
}

var outputKind = kind{
	name: "output",
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
		words("confirmed", confirmedWords, func(b *bag, c int) { b.output.Confirmed = record.Tri(c) }),
	},
	reset: func(b *bag) { b.output = record.Output{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		o := &b.output
		return firstOf(func() (string, reject.Code) { return need(o.Code != "", "code") },
			func() (string, reject.Code) { return need(o.Year != 0, "year") },
			func() (string, reject.Code) { return need(o.Month != 0, "month") })
	},
	send: func(b *bag, s record.Sink) { s.Output(&b.output) },
}

var dispensedWords = []wordOf{
	{int(record.No), true, []string{"tidak", "bukan", "tanpa", "reguler"}},
	{int(record.Yes), true, []string{"ya", "dispensasi", "ada"}},
	{int(record.No), false, []string{"n", "t", "0", ""}},
	{int(record.Yes), false, []string{"y", "1", "v", "x"}},
}

var dispensationKind = kind{
	name: "dispensation",
	fields: []field{
		str("office", func(b *bag) *string { return &b.dispense.Office }),
		str("number", func(b *bag) *string { return &b.dispense.Number }),
		date("day", func(b *bag) *record.Day { return &b.dispense.Day }),
		words("dispensed", dispensedWords, func(b *bag, c int) { b.dispense.Dispensed = record.Tri(c) }),
	},
	reset: func(b *bag) { b.dispense = record.Dispensation{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return need(b.dispense.Day.Known(), "day") },
	send:  func(b *bag, s record.Sink) { s.Dispensation(&b.dispense) },
}
