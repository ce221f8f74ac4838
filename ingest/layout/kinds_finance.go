package layout

import (
	"slices"

	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/vocabulary"
)

// fundSource reads a source of funds. Any but RM and PNBP is another one, and
// so is a word that is not surely known: without a fund a line would stand for
// all of them.
func fundSource(b *bag, v value) reject.Code {
	r := b.reading(vocabulary.Fund, v.text)
	rm, pnbp := slices.Contains(r.Meanings, "rm"), slices.Contains(r.Meanings, "pnbp")
	switch {
	case r.Verdict == vocabulary.Blank:
	case len(r.Meanings) == 2 && rm && pnbp, r.Meaning() == "combined":
		b.ledger.Fund = record.FundCombined
	case r.Meaning() == "rm":
		b.ledger.Fund = record.FundRM
	case r.Meaning() == "pnbp":
		b.ledger.Fund = record.FundPNBP
	default:
		b.ledger.Fund = record.FundOther
		if r.Meaning() != "other" {
			b.doubt("fund", v.text)
		}
	}
	return ""
}

var accountField = field{name: "account", typ: free, set: func(b *bag, v value) reject.Code {
	b.ledger.Label = v.text
	b.ledger.Account = accountOf(v.text)
	return ""
}}

var ledgerKind = kind{
	name:     "ledger",
	keys:     set("office year month account code node flow"),
	grouped:  set("office account code"),
	measures: set("ceiling blocked plan spent"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.ledger.Office }),
		yearField(func(b *bag) *int16 { return &b.ledger.Year }),
		monthField(func(b *bag) *int8 { return &b.ledger.Month }),
		accountField,
		str("code", func(b *bag) *string { return &b.ledger.Code }),
		str("node", func(b *bag) *string { return &b.ledger.Code }),
		str("label", func(b *bag) *string { return &b.ledger.Label }),
		{name: "fund", typ: free, phrases: vocabulary.Fund, set: fundSource},
		amount("ceiling", func(b *bag) *record.Amount { return &b.ledger.Ceiling }),
		amount("blocked", func(b *bag) *record.Amount { return &b.ledger.Blocked }),
		amount("plan", func(b *bag) *record.Amount { return &b.ledger.Plan }),
		amount("spent", func(b *bag) *record.Amount { return &b.ledger.Spent }),
		amount("remainder", func(b *bag) *record.Amount { return &b.ledger.Remainder }),
		printed("percent", func(b *bag) *record.Decimal { return &b.ledger.Percent }),
		deciding("flow", vocabulary.Flow, yesNoCodes, func(b *bag, c int) { b.ledger.Cumulative = record.Tri(c) }),
	},
	zero: func(b *bag) { b.ledger = record.Ledger{Ref: b.ref} },
	check: func(b *bag) (string, reject.Code) {
		l := &b.ledger
		if !l.Ceiling.Known && !l.Spent.Known && !l.Plan.Known {
			return "ceiling", reject.MissingValue
		}
		return "", ""
	},
	send:   func(b *bag, s record.Sink) { s.Ledger(&b.ledger) },
	date:   func(b *bag) record.Day { return monthEnd(int(b.ledger.Year), int(b.ledger.Month)) },
	dates:  []string{"year", "month"},
	yearly: func(b *bag) bool { return b.ledger.Month == 0 },
	flows: func(b *bag) (int16, bool) {
		return b.ledger.Year, b.ledger.Spent.Sen != 0 || b.ledger.Plan.Sen != 0
	},
	adds: always,
	fund: func(b *bag) *record.Fund { return &b.ledger.Fund },
	told: func(b *bag) *record.Tri { return &b.ledger.Told },
}

var revenueKind = kind{
	name:     "revenue",
	keys:     set("office year month account flow"),
	grouped:  set("office account label"),
	measures: set("target simponi span"),
	fields: []field{
		str("office", func(b *bag) *string { return &b.revenue.Office }),
		yearField(func(b *bag) *int16 { return &b.revenue.Year }),
		monthField(func(b *bag) *int8 { return &b.revenue.Month }),
		str("account", func(b *bag) *string { return &b.revenue.Account }),
		str("label", func(b *bag) *string { return &b.revenue.Label }),
		amount("target", func(b *bag) *record.Amount { return &b.revenue.Target }),
		amount("simponi", func(b *bag) *record.Amount { return &b.revenue.Simponi }),
		amount("span", func(b *bag) *record.Amount { return &b.revenue.Span }),
		deciding("flow", vocabulary.Flow, yesNoCodes, func(b *bag, c int) { b.revenue.Cumulative = record.Tri(c) }),
	},
	zero:   func(b *bag) { b.revenue = record.Revenue{Ref: b.ref} },
	check:  fine,
	send:   func(b *bag, s record.Sink) { s.Revenue(&b.revenue) },
	date:   func(b *bag) record.Day { return monthEnd(int(b.revenue.Year), int(b.revenue.Month)) },
	dates:  []string{"year", "month"},
	yearly: func(b *bag) bool { return b.revenue.Month == 0 },
	flows: func(b *bag) (int16, bool) {
		return b.revenue.Year, b.revenue.Simponi.Sen != 0 || b.revenue.Span.Sen != 0
	},
	told: func(b *bag) *record.Tri { return &b.revenue.Told },
	adds: always,
}
