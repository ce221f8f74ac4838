package layout

import (
	"strings"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

var fundWords = []wordOf{
	{int(record.FundCombined), false, []string{"rm + pnp", "rm + pnbp", "rm pnbp", "rm pnp", "rm dan pnbp", "gabungan"}},
	{int(record.FundPNBP), true, []string{"pnbp", "pnp"}},
	{int(record.FundRM), true, []string{"rupiah murni", "rm"}},
}

// account reads the kind of spending from a code or its name.
var accountWords = []wordOf{
	{51, true, []string{"pegawai"}}, {52, true, []string{"barang"}}, {53, true, []string{"modal"}}, {57, true, []string{"bantuan sosial", "bansos"}},
}

var accountField = field{name: "account", typ: text, set: func(b *bag, v value) reject.Code {
	f := fold(v.text)
	b.ledger.Label = v.text
	for _, a := range []int16{51, 52, 53, 57} {
		if strings.HasPrefix(f, string(rune('0'+a/10))+string(rune('0'+a%10))) {
			b.ledger.Account = a
			return ""
		}
	}
	for _, w := range accountWords {
		if strings.Contains(f, w.words[0]) {
			b.ledger.Account = int16(w.code)
			return ""
		}
	}
	b.ledger.Account = 0
	return ""
}}

var ledgerKind = kind{
	name: "ledger",
	fields: []field{
		str("office", func(b *bag) *string { return &b.ledger.Office }),
		yearField(func(b *bag) *int16 { return &b.ledger.Year }),
		monthField(func(b *bag) *int8 { return &b.ledger.Month }),
		accountField,
		str("code", func(b *bag) *string { return &b.ledger.Code }),
		str("node", func(b *bag) *string { return &b.ledger.Code }),
		str("label", func(b *bag) *string { return &b.ledger.Label }),
		words("fund", fundWords, func(b *bag, c int) { b.ledger.Fund = record.Fund(c) }),
		amount("ceiling", func(b *bag) *record.Amount { return &b.ledger.Ceiling }),
		amount("blocked", func(b *bag) *record.Amount { return &b.ledger.Blocked }),
		amount("plan", func(b *bag) *record.Amount { return &b.ledger.Plan }),
		amount("spent", func(b *bag) *record.Amount { return &b.ledger.Spent }),
		words("flow", flowWords, func(b *bag, c int) { b.ledger.Cumulative = record.Tri(c) }),
	},
	reset: func(b *bag) { b.ledger = record.Ledger{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		l := &b.ledger
		if !l.Ceiling.Known && !l.Spent.Known && !l.Plan.Known {
			return "ceiling", reject.MissingValue
		}
		return "", ""
	},
	send: func(b *bag, s record.Sink) { s.Ledger(&b.ledger) },
}

var flowWords = []wordOf{{int(record.Yes), false, []string{"cumulative", "kumulatif"}}, {int(record.No), false, []string{"flow", "bulanan"}}}

var revenueKind = kind{
	name: "revenue",
	fields: []field{
		str("office", func(b *bag) *string { return &b.revenue.Office }),
		yearField(func(b *bag) *int16 { return &b.revenue.Year }),
		monthField(func(b *bag) *int8 { return &b.revenue.Month }),
		str("account", func(b *bag) *string { return &b.revenue.Account }),
		str("label", func(b *bag) *string { return &b.revenue.Label }),
		amount("target", func(b *bag) *record.Amount { return &b.revenue.Target }),
		amount("simponi", func(b *bag) *record.Amount { return &b.revenue.Simponi }),
		amount("span", func(b *bag) *record.Amount { return &b.revenue.Span }),
		words("flow", flowWords, func(b *bag, c int) { b.revenue.Cumulative = record.Tri(c) }),
	},
	reset: func(b *bag) { b.revenue = record.Revenue{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.Revenue(&b.revenue) },
}

var officialKind = kind{
	name: "official_score",
	fields: []field{
		str("office", func(b *bag) *string { return &b.official.Office }),
		str("scheme", func(b *bag) *string { return &b.official.Scheme }),
		str("part", func(b *bag) *string { return &b.official.Part }),
		yearField(func(b *bag) *int16 { return &b.official.Year }),
		monthField(func(b *bag) *int8 { return &b.official.Month }),
		{name: "score", typ: decimal2, set: func(b *bag, v value) reject.Code { b.official.Hundredth = v.n; return "" }},
		str("zone", func(b *bag) *string { return &b.official.Zone }),
	},
	reset: func(b *bag) { b.official = record.OfficialScore{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
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
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.Revision(&b.revision) },
}

var contractKind = kind{
	name: "contract",
	fields: []field{
		str("office", func(b *bag) *string { return &b.contract.Office }),
		str("number", func(b *bag) *string { return &b.contract.Number }),
		{name: "account", typ: count, set: func(b *bag, v value) reject.Code {
			for v.n > 99 {
				v.n /= 10
			}
			b.contract.Account = int16(v.n)
			return ""
		}},
		amount("value", func(b *bag) *record.Amount { return &b.contract.Value }),
		date("signed", func(b *bag) *record.Day { return &b.contract.Signed }),
		words("at_once", []wordOf{{1, true, []string{"sekaligus"}}, {-1, true, []string{"termin", "bulanan"}}}, func(b *bag, c int) { b.contract.AtOnce = record.Tri(c) }),
		date("disbursed", func(b *bag) *record.Day { return &b.contract.Disburse }),
	},
	reset: func(b *bag) { b.contract = record.Contract{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.Contract(&b.contract) },
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
		if b.invoice.Received.Known() && b.invoice.Received < b.invoice.Accepted {
			return "received", reject.StageOrder
		}
		return "", ""
	},
	send: func(b *bag, s record.Sink) { s.Invoice(&b.invoice) },
}

var advanceKind = kind{
	name: "cash_advance",
	fields: []field{
		str("office", func(b *bag) *string { return &b.advance.Office }),
		str("type", func(b *bag) *string { return &b.advance.Kind }),
		amount("value", func(b *bag) *record.Amount { return &b.advance.Value }),
		amount("limit", func(b *bag) *record.Amount { return &b.advance.Limit }),
		date("day", func(b *bag) *record.Day { return &b.advance.Day }),
		date("previous", func(b *bag) *record.Day { return &b.advance.Previous }),
	},
	reset: func(b *bag) { b.advance = record.CashAdvance{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.CashAdvance(&b.advance) },
}

var outputKind = kind{
	name: "output",
	fields: []field{
		str("office", func(b *bag) *string { return &b.output.Office }),
		str("code", func(b *bag) *string { return &b.output.Code }),
		yearField(func(b *bag) *int16 { return &b.output.Year }),
		monthField(func(b *bag) *int8 { return &b.output.Month }),
		{name: "target", typ: decimal3, set: func(b *bag, v value) reject.Code { b.output.Target = v.n; return "" }},
		{name: "volume", typ: decimal3, set: func(b *bag, v value) reject.Code { b.output.Volume = v.n; return "" }},
		{name: "progress", typ: decimal2, set: func(b *bag, v value) reject.Code { b.output.Progress = v.n; return "" }},
		{name: "planned", typ: decimal2, set: func(b *bag, v value) reject.Code { b.output.Planned = v.n; return "" }},
		date("reported", func(b *bag) *record.Day { return &b.output.Reported }),
		tri("confirmed", func(b *bag) *record.Tri { return &b.output.Confirmed }),
	},
	reset: func(b *bag) { b.output = record.Output{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.Output(&b.output) },
}

var dispensationKind = kind{
	name: "dispensation",
	fields: []field{
		str("office", func(b *bag) *string { return &b.dispense.Office }),
		str("number", func(b *bag) *string { return &b.dispense.Number }),
		date("day", func(b *bag) *record.Day { return &b.dispense.Day }),
		tri("dispensed", func(b *bag) *record.Tri { return &b.dispense.Dispensed }),
	},
	reset: func(b *bag) { b.dispense = record.Dispensation{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) { return "", "" },
	send:  func(b *bag, s record.Sink) { s.Dispensation(&b.dispense) },
}
