// Package finance declares the indicators of budget execution and non-tax
// revenue. Amounts are in sen, scores exact rationals; numbers of regulations
// come from the register (package rules) by fiscal year. It knows nothing of
// files or pages.
package finance

import (
	"embed"
	"math/big"
	"slices"
	"strings"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/analysis/rules"
	"rapor/ingest/record"
)

// Specs lists the indicators in the order of the catalogue. Every value says
// which of its rules the office replaced.
func Specs() []indicator.Spec[*Slice] {
	return indicator.Saying(refusing([]indicator.Spec[*Slice]{
		gross, net, unspent, deviation, deviationScore, absorption, revenue, bunching,
		revisions, contracts, invoices, advances, outputs, dispensation, partial, official,
		bunchingExPayroll, revenueGap, impliedVolume, forecast,
	}), func(s *Slice, basis []string) []result.Text { return s.book.Said(basis) })
}

// Slice is the budget of one selection: the fiscal year in which it ends, from
// January up to its end.
type Slice struct {
	facts    *facts.Set
	sel      facts.Selection
	year     int
	first    int // months of the selection within the year, 1..12
	last     int
	budgets  []facts.Budget
	refused  result.Text // why the budget's amounts are not told; empty: they are
	set      rules.Set
	book     rules.Book
	day      record.Day // on which the parameters of the formulas are looked up
	work     *calendar.Calendar
	holidays bool // the office gave its holidays
	names    []string
}

// NewSlice gathers the budget lines of the fiscal year in which the selection
// ends.
func NewSlice(f *facts.Set, o *office.Setting, sel facts.Selection) *Slice {
	s := &Slice{facts: f, sel: sel, book: rules.With(o.Rules), holidays: len(o.Holidays) > 0}
	if sel.Office == "" {
		s.names = append([]string{o.Identity.Name}, o.Aliases...)
	}
	y, m, _ := sel.To.Date()
	fy, fm, _ := sel.From.Date()
	s.year, s.first, s.last = y, 1, m
	if fy == y {
		s.first = fm
	}
	s.set = rules.FinanceSet(y)
	s.day = s.set.Day(y)
	days := make([]record.Day, len(o.Holidays))
	for i, h := range o.Holidays {
		days[i] = h.Day
	}
	s.work = calendar.New(days)
	s.budgets, s.refused = s.told(y)
	return s
}

// own reports whether a name is that of the selection's office: as the facts
// have it, or one by which the office calls itself.
func (s *Slice) own(name string) bool {
	return name == s.sel.Office || slices.ContainsFunc(s.names, func(n string) bool { return n != "" && strings.EqualFold(n, name) })
}

// of lists the budget lines of a fiscal year that the selection allows; none
// where their amounts can be read in two ways.
func (s *Slice) of(year int) []facts.Budget {
	list, _ := s.told(year)
	return list
}

// told is of, with the reason why there are none.
func (s *Slice) told(year int) ([]facts.Budget, result.Text) {
	var out []facts.Budget
	for _, b := range s.facts.Finance.Budgets(s.sel.Office, year) {
		if s.sel.Account != 0 && b.Account != s.sel.Account {
			continue
		}
		if why := open(&b.Doubts); !why.Empty() {
			return nil, why
		}
		out = append(out, b)
	}
	if len(out) == 0 && s.facts.Undated(s.sel.Office, "ledger") > 0 {
		return nil, noYear
	}
	return out, result.Text{}
}

var (
	openFlow = result.T("realisasi bulanan cocok untuk dua bacaan, tiap bulan atau sejak Januari (D543); tulis flow: kumulatif atau flow: bulanan pada sources di rapor.yaml",
		"the months' amounts fit two readings, each month's own or since January (D543); write flow: cumulative or flow: flow under sources in rapor.yaml").Outside(
		"realisasi bulanan cocok untuk dua bacaan, tiap bulan atau sejak Januari (D543); kantor belum menetapkan mana yang benar",
		"the months' amounts fit two readings, each month's own or since January (D543); the office has not yet settled which is right")
	openState = result.T("dua tabel menyebut akun yang sama dengan jumlah yang berbeda (D544); sisihkan yang lama dengan exclude di rapor.yaml",
		"two tables state the same accounts differently (D544); leave the older one out with exclude in rapor.yaml").Outside(
		"dua tabel menyebut akun yang sama dengan jumlah yang berbeda (D544); kantor belum menetapkan angka mana yang benar",
		"two tables state the same accounts differently (D544); the office has not yet settled which figure is right")
	noYear = result.T("tabelnya tidak menyebut tahun (D542); tulis constants: {year: \"...\"} pada sources di rapor.yaml",
		"the table names no year (D542); write constants: {year: \"...\"} under sources in rapor.yaml").Outside(
		"tabelnya tidak menyebut tahun (D542); kantor belum menetapkan tahunnya",
		"the table names no year (D542); the office has not yet settled which year it is of")
)

// open is why amounts cannot be told; empty where they can.
func open(d *facts.Doubts) result.Text {
	switch {
	case d.Unclear.Row > 0:
		return openFlow
	case d.Rival.Row > 0:
		return openState
	}
	return result.Text{}
}

// refusing gives values of the budget and of revenue that are missing because
// their amounts are open that reason.
func refusing(list []indicator.Spec[*Slice]) []indicator.Spec[*Slice] {
	for i := range list {
		compute, kinds := list[i].Compute, list[i].Kinds
		list[i].Compute = func(s *Slice) result.Value {
			v := compute(s)
			if v.Missing == nil {
				return v
			}
			if slices.Contains(kinds, "ledger") && !s.refused.Empty() {
				return missing(s.refused)
			}
			if slices.Contains(kinds, "revenue") {
				if _, why := s.receiptsTold(); !why.Empty() {
					return missing(why)
				}
			}
			return v
		}
	}
	return list
}

func missing(t result.Text) result.Value { return result.Value{Missing: &t} }

// totals adds ceilings, blocked funds and spending of the accounts that have a
// ceiling and spending.
func (s *Slice) totals() (ceiling, blocked, spent int64, ok bool) {
	for i := range s.budgets {
		b := &s.budgets[i]
		if !s.counts(b) {
			continue
		}
		c := b.CeilingAt(s.last)
		x, _ := b.SpentTo(s.last)
		ceiling += int64(c.Sen)
		blocked += int64(b.BlockedAt(s.last).Sen)
		spent += int64(x.Sen)
		ok = true
	}
	return ceiling, blocked, spent, ok && ceiling > 0
}

// counts reports whether an account has both a ceiling and spending.
func (s *Slice) counts(b *facts.Budget) bool {
	x, _ := b.SpentTo(s.last)
	return x.Known && b.CeilingAt(s.last).Known
}

// counted is the number of accounts that totals adds up.
func (s *Slice) counted() int64 {
	var n int64
	for i := range s.budgets {
		if s.counts(&s.budgets[i]) {
			n++
		}
	}
	return n
}

// stated reports whether a month's spending is known, as a flow or as a total.
func stated(b *facts.Budget, month int) bool {
	m := &b.Months[month-1]
	return m.Spent.Known || m.SpentToDate.Known
}

// reported is the number of months of the year with spending stated, up to the
// end of the selection.
func (s *Slice) reported() int64 {
	var n int64
	for m := 1; m <= s.last; m++ {
		for i := range s.budgets {
			if stated(&s.budgets[i], m) {
				n++
				break
			}
		}
	}
	return n
}

// gaps warns of what the sums of the ledger do not hold: months without data,
// accounts without a ceiling, tables that disagree.
func (s *Slice) gaps() []result.Text {
	var out []result.Text
	whole := true
	disagree, inferred, bare, idle := 0, false, int64(0), int64(0)
	for i := range s.budgets {
		b := &s.budgets[i]
		x, all := b.SpentTo(s.last)
		whole = whole && all
		disagree += b.Doubts.Disagree
		inferred = inferred || b.Doubts.Inferred
		switch c := b.CeilingAt(s.last); {
		case x.Known && !c.Known:
			bare++
		case c.Known && c.Sen != 0 && !x.Known:
			idle++
		}
	}
	if n := s.reported(); n > 0 && n < int64(s.last) && !whole {
		out = append(out, result.T("Hanya {0} dari {1} bulan yang ada datanya.", "Only {0} of {1} months have data.", result.Int(n, result.Count), result.Int(int64(s.last), result.Count)))
	}
	if bare > 0 {
		out = append(out, result.T("{0} jenis belanja tanpa pagu tidak dihitung.", "{0} types of spending without a ceiling are not counted.", result.Int(bare, result.Count)))
	}
	if idle > 0 {
		out = append(out, result.T("{0} jenis belanja berpagu tanpa angka realisasi tidak dihitung.", "{0} types of spending with a ceiling but no realisation stated are not counted.", result.Int(idle, result.Count)))
	}
	if disagree > 0 {
		out = append(out, result.T("Beberapa tabel menyatakan jumlah yang sama secara berbeda; tabel yang paling rinci dipakai.", "Several tables state the same amounts differently; the most detailed one is used."))
	}
	if inferred {
		out = append(out, result.T("Angka bulanan tanpa keterangan dibaca sebagai kumulatif menurut hitungan tabelnya (pagu, sisa, atau jumlah setahun).", "Monthly figures without a heading that says so are read as running totals by the table's own arithmetic (ceiling, remainder, or the year's amount)."))
	}
	return out
}

// Short is how many months before the end of a period the ledger or the revenue
// of its year stops, for values of these record kinds; 0 where it does not stop,
// states the year as one, or is not there.
func Short(f *facts.Set, kinds []string, to record.Day) int {
	y, end, _ := to.Date()
	reached, whole := 0, true
	if slices.Contains(kinds, "ledger") {
		for _, b := range f.Finance.Budgets("", y) {
			for m := 1; m <= 12; m++ {
				if stated(&b, m) {
					reached, whole = max(reached, m), false
				}
			}
		}
	}
	if slices.Contains(kinds, "revenue") {
		for _, r := range f.Finance.Receipts("", y) {
			for i, m := range r.Months {
				if m.Simponi.Known || m.Span.Known || m.SimponiToDate.Known || m.SpanToDate.Known {
					reached, whole = max(reached, i+1), false
				}
			}
		}
	}
	if whole {
		return 0
	}
	return max(0, int(end)-reached)
}

// quarters is how many quarters of the year have ended.
func (s *Slice) quarters() int { return s.last / 3 }

// quotient is a value of two amounts.
func quotient(num, den int64, n int64, warnings []result.Text) result.Value {
	return result.Value{Value: big.NewRat(num, den), Num: big.NewRat(num, 1), Den: big.NewRat(den, 1), N: n, NUnit: result.Rows, Warnings: warnings}
}

//go:embed testdata/*.txt
var worked embed.FS

// Worked returns the worked example of an indicator, "" when it has none.
func Worked(id string) string {
	b, err := worked.ReadFile("testdata/" + strings.ToLower(id) + ".txt")
	if err != nil {
		return ""
	}
	return string(b)
}
