package finance

import (
	"cmp"
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var accountNames = map[int16]result.Quantity{
	51: result.Named("51 Belanja pegawai", "51 Personnel"), 52: result.Named("52 Belanja barang", "52 Goods and services"),
	53: result.Named("53 Belanja modal", "53 Capital"), 57: result.Named("57 Bantuan sosial", "57 Social assistance"),
}

// Tables lists realisation by account, the parts of the performance score, and
// revenue as both systems booked it.
func Tables(f *facts.Set, set *office.Setting, p calendar.Period) []result.Table {
	s := NewSlice(f, set, facts.Selection{From: p.From, To: p.To})
	var out []result.Table
	for _, t := range []result.Table{s.byAccount(), s.scores(), s.revenueTable()} {
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func column(id, en string, u result.Unit) result.Column {
	return result.Column{Name: result.T(id, en), Unit: u}
}

func (s *Slice) byAccount() result.Table {
	t := result.Table{
		ID: "realisasi-akun", Title: result.T("Realisasi menurut jenis belanja", "Realisation by type of spending"),
		Columns: []result.Column{column("Jenis belanja", "Type", ""), column("Pagu", "Ceiling", result.Sen), column("Blokir", "Blocked", result.Sen),
			column("Realisasi", "Realisation", result.Sen), column("Sisa", "Unspent", result.Sen), column("%", "%", result.Share)},
	}
	row := func(name result.Quantity, c, b, x int64) []result.Quantity {
		q := result.Quantity{Unit: result.Share}
		if c > 0 {
			q.Value = big.NewRat(x, c)
		}
		return []result.Quantity{name, result.Int(c, result.Sen), result.Int(b, result.Sen), result.Int(x, result.Sen), result.Int(c-x, result.Sen), q}
	}
	for i := range s.budgets {
		b := &s.budgets[i]
		x, _ := b.SpentTo(s.last)
		c := b.CeilingAt(s.last)
		if !x.Known || !c.Known {
			continue
		}
		name, ok := accountNames[b.Account]
		if !ok {
			name = result.Named("Akun lain", "Other accounts")
		}
		t.Rows = append(t.Rows, row(name, int64(c.Sen), int64(b.BlockedAt(s.last).Sen), int64(x.Sen)))
	}
	if c, b, x, ok := s.totals(); ok {
		t.Total = row(result.Named("Jumlah", "Total"), c, b, x)
	}
	return t
}

// scores lists the weighted indicators with weight, score and contribution,
// beside the official scores where they were imported. A part without data
// stays blank.
func (s *Slice) scores() result.Table {
	t := result.Table{
		ID: "nilai-komponen", Title: result.T("Komponen nilai kinerja pelaksanaan anggaran (simulasi)", "Parts of the budget performance score (simulation)"),
		Columns: []result.Column{column("Indikator", "Indicator", ""), column("Bobot", "Weight", result.Points), column("Nilai", "Score", result.Points),
			column("Sumbangan", "Contribution", result.Points), column("Nilai resmi", "Official", result.Points), column("Resmi - simulasi", "Official - simulation", result.Points)},
		Note: s.simulation(),
	}
	theirs := s.officialScores()
	row := func(name result.Quantity, key string, weight, v, share *big.Rat) []result.Quantity {
		o := theirs[key]
		var diff *big.Rat
		if o != nil && v != nil {
			diff = new(big.Rat).Sub(o, v)
		}
		return []result.Quantity{name, result.Num(weight, result.Points), result.Num(v, result.Points), result.Num(share, result.Points), result.Num(o, result.Points), result.Num(diff, result.Points)}
	}
	any := false
	list := s.scored()
	for _, p := range list {
		var share *big.Rat
		if p.v != nil {
			share, any = new(big.Rat).Quo(new(big.Rat).Mul(p.weight, p.v), hundred()), true
		}
		t.Rows = append(t.Rows, row(p.name, p.key, p.weight, p.v, share))
	}
	if !any {
		t.Rows = nil
		return t
	}
	if d := dispensation.Compute(s); d.Known() {
		t.Rows = append(t.Rows, row(result.Named("Pengurang dispensasi SPM", "Dispensation deduction"), "dispensasi", nil, d.Value, new(big.Rat).Neg(d.Value)))
	}
	_, weight, _ := total(list)
	v := s.final().Value
	t.Total = row(result.Named("Nilai parsial", "Partial score"), "", weight, v, v)
	return t
}

func (s *Slice) revenueTable() result.Table {
	t := result.Table{
		ID: "pnbp", Title: result.T("PNBP menurut akun", "Revenue by account"),
		Columns: []result.Column{column("Akun", "Account", ""), column("Jenis pendapatan", "Kind of revenue", ""), column("Target", "Target", result.Sen),
			column("SIMPONI", "SIMPONI", result.Sen), column("SPAN", "SPAN", result.Sen), column("Selisih", "Gap", result.Sen), column("% target", "% of target", result.Share)},
		Note: result.T("SIMPONI dan SPAN membukukan penerimaan yang sama. Kumulatif dari Januari.", "SIMPONI and SPAN book the same revenue. Cumulative from January."),
	}
	money := func(known bool, sen int64) result.Quantity {
		if !known {
			return result.Quantity{Unit: result.Sen}
		}
		return result.Int(sen, result.Sen)
	}
	for _, r := range s.revenueRows() {
		share := result.Quantity{Unit: result.Share}
		if r.target.Known && r.target.Sen > 0 {
			share.Value = big.NewRat(int64(r.got.Sen), int64(r.target.Sen))
		}
		both := r.simponi.Known && r.span.Known
		t.Rows = append(t.Rows, []result.Quantity{r.account, r.label, money(r.target.Known, int64(r.target.Sen)), money(r.simponi.Known, int64(r.simponi.Sen)),
			money(r.span.Known, int64(r.span.Sen)), money(both, int64(r.simponi.Sen-r.span.Sen)), share})
	}
	return t
}

// revenueRow is one account of the revenue table, or several together.
type revenueRow struct {
	account, label             result.Quantity
	target, simponi, span, got record.Amount
}

// revenueRows are the accounts with revenue; where there are more than can be
// shown, the largest of them and the others together.
func (s *Slice) revenueRows() []revenueRow {
	var all []revenueRow
	for _, r := range s.receipts() {
		row := revenueRow{account: indicator.Label("account", r.Account, r.Lines), label: indicator.Label("revenue", r.Label, r.Lines), target: r.TargetAt(s.last)}
		row.simponi, _ = r.SimponiTo(s.last)
		row.span, _ = r.SpanTo(s.last)
		if row.got, _ = s.received(&r); row.got.Known {
			all = append(all, row)
		}
	}
	if len(all) <= facts.MaxGroups {
		return all
	}
	slices.SortStableFunc(all, func(a, b revenueRow) int { return cmp.Compare(b.got.Sen, a.got.Sen) })
	rest := all[facts.MaxGroups]
	for _, r := range all[facts.MaxGroups+1:] {
		rest.target, rest.simponi = added(rest.target, r.target), added(rest.simponi, r.simponi)
		rest.span, rest.got = added(rest.span, r.span), added(rest.got, r.got)
	}
	rest.account, rest.label = result.Str(""), result.Others(int64(len(all)-facts.MaxGroups), "akun", "accounts")
	return append(all[:facts.MaxGroups:facts.MaxGroups], rest)
}

// added is a sum that is known where both parts are.
func added(a, b record.Amount) record.Amount {
	return record.Amount{Sen: a.Sen + b.Sen, Known: a.Known && b.Known}
}
