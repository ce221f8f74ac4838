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

var accountField = field{name: "account", typ: free, set: func(b *bag, v value) reject.Code {
	b.ledger.Label = v.text
	b.ledger.Account = accountOf(v.text)
	return ""
}}

// accountOf is the kind of spending that a code ("532111"), a name ("Belanja
// Modal") or both state; 0 for any other.
func accountOf(s string) int16 {
	f := fold(s)
	for _, a := range []int16{51, 52, 53, 57} {
		if strings.HasPrefix(f, string(rune('0'+a/10))+string(rune('0'+a%10))) {
			return a
		}
	}
	for _, w := range accountWords {
		if strings.Contains(f, w.words[0]) {
			return int16(w.code)
		}
	}
	return 0
}

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
		amount("remainder", func(b *bag) *record.Amount { return &b.ledger.Remainder }),
		printed("percent", func(b *bag) *record.Decimal { return &b.ledger.Percent }),
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
