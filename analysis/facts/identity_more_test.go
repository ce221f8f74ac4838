package facts

import (
	"testing"

	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// TestTheLongerExportIsTheLater: of two rows of one application that say as much
// and disagree, that of the export which goes on longer stands.
func TestTheLongerExportIsTheLater(t *testing.T) {
	for _, late := range []uint16{0, 1} {
		app := func(source uint16, row uint32, number string, applied, ready int) func(*Set) {
			return func(s *Set) {
				s.Application(&record.Application{Ref: place(source, 0, row), Number: number, Applied: record.DayOf(2016, 1, applied), Ready: record.DayOf(2016, 1, ready)})
			}
		}
		s, aside := sealed(t, app(1-late, 2, "P1", 5, 12), app(late, 2, "P1", 5, 9), app(late, 3, "P2", 20, 22))
		if a := s.Survey.applications[0]; len(s.Survey.applications) != 2 || a.Ref.Source != late {
			t.Errorf("%+v stands", a)
		}
		isAside(t, aside, map[reject.Code]int{reject.FullerTicket: 1})
	}
}

// TestSmallTablesInLargeOnes: a table of few rows that are common is held whole
// by chance; tables that are, row for row, another one are not.
func TestSmallTablesInLargeOnes(t *testing.T) {
	answer := func(source uint16, row uint32, day int) func(*Set) {
		return func(s *Set) {
			s.Answer(&record.Answer{Ref: place(source, 0, row), Day: record.DayOf(2016, 1, day), Scores: [record.Elements]uint8{3, 3, 3, 3, 3, 3, 3, 3, 3}})
		}
	}
	large := func(days ...int) (out []func(*Set)) {
		for i, d := range days {
			out = append(out, answer(9, uint32(i+2), d))
		}
		return out
	}
	s, _ := sealed(t, append(large(1, 2, 3, 4), answer(0, 2, 1), answer(0, 3, 2), answer(1, 2, 3))...)
	if n := len(s.Survey.answers); n != 7 {
		t.Errorf("%d answers, want 7: the fourth day is in no small table", n)
	}
	s, _ = sealed(t, append(large(1, 2, 3, 4), answer(0, 2, 1), answer(0, 3, 2), answer(1, 2, 3), answer(1, 3, 4))...)
	if n := len(s.Survey.answers); n != 4 {
		t.Errorf("%d answers, want 4: two sheets are, row for row, the third", n)
	}
}

// TestCellsNotReadTellTablesApart: two registers whose few complaints agree in
// all that is read, and not in the rest, are two.
func TestCellsNotReadTellTablesApart(t *testing.T) {
	at := func(source uint16, row, rest uint32) record.Ref {
		ref := place(source, 0, row)
		ref.Rest = rest
		return ref
	}
	s, _ := sealed(t, complaint(at(0, 2, 5), 5, 0, "Antrean"), complaint(at(1, 2, 6), 5, 0, "Antrean"), complaint(at(1, 3, 7), 6, 0, "Biaya"))
	if n := len(s.Survey.complaints); n != 3 {
		t.Errorf("%d complaints, want 3", n)
	}
	s, _ = sealed(t, complaint(at(0, 2, 5), 5, 0, "Antrean"), complaint(at(1, 2, 5), 5, 0, "Antrean"), complaint(at(1, 3, 7), 6, 0, "Biaya"))
	if n := len(s.Survey.complaints); n != 2 {
		t.Errorf("%d complaints, want 2: the rows agree in every cell", n)
	}
}

// TestOneCorrectionAmongRunningTotals: twelve totals of which one falls exceed
// the ceiling when added; neither reading is certain.
func TestOneCorrectionAmongRunningTotals(t *testing.T) {
	var s Set
	lineOf(&s, 0, 51, 1200, nil, []int64{90, 180, 270, 260, 350, 450, 540, 630, 720, 810, 900, 1000})
	s.Seal()
	if b := s.Finance.Budgets("", 2016)[0]; b.Doubts.Unclear.Row == 0 {
		t.Error("totals with a correction are taken for flows")
	}
}

// TestWhatBecameOfTheTicket is what the most final row says, though a row of a
// later call says less.
func TestWhatBecameOfTheTicket(t *testing.T) {
	s, _ := sealed(t, called(place(0, 0, 2), "A1", "", 10, 20, servedT), called(place(0, 0, 3), "A1", "", 10, 40, record.StatusWaiting))
	if v := s.Queue.visits[0]; v.Status != servedT {
		t.Errorf("%+v", v)
	}
}

// TestARowIsSetAsideOnce, however many records it gave.
func TestARowIsSetAsideOnce(t *testing.T) {
	month := func(source uint16, m int8) func(*Set) {
		return func(s *Set) {
			s.Ledger(&record.Ledger{Ref: place(source, 0, 2), Year: 2016, Month: m, Account: 51, Ceiling: record.Sen(1200), Spent: record.Sen(9)})
		}
	}
	_, aside := sealed(t, month(0, 1), month(0, 2), month(0, 3), month(1, 1), month(1, 2), month(1, 3))
	if len(aside) != 1 {
		t.Errorf("%+v", aside)
	}
}

// TestALaterLineCoversTheEarlier: one that does not state the plan does not
// replace a line that does.
func TestALaterLineCoversTheEarlier(t *testing.T) {
	var s Set
	lineOf(&s, 0, 51, 1200, []int64{100, 100}, []int64{90, 80})
	lineOf(&s, 1, 51, 1200, nil, []int64{90, 80, 85})
	if aside := s.Seal(); len(aside) != 0 {
		t.Errorf("%+v", aside)
	}
	if b := s.Finance.Budgets("", 2016)[0]; !b.Months[1].Plan.Known {
		t.Error("the plan is lost")
	}
}

// TestARejectedRowIsNoMissingNumber: the row of number 2 is there and could not
// be used; number 4 is not there.
func TestARejectedRowIsNoMissingNumber(t *testing.T) {
	audit := func(numbers ...int) map[reject.Code]int {
		var s Set
		for i, n := range []string{"1", "", "3", "", "5"} {
			if n != "" {
				s.Ticket(&record.Ticket{Ref: place(0, 0, uint32(i+2)), Day: checkDay, Number: n, Taken: hm(8, i)})
			}
		}
		for _, row := range numbers {
			s.Reject(record.Reject{Ref: place(0, 0, uint32(row)), Code: reject.CalledBeforeTaken})
		}
		s.Seal()
		return codesOf(s.Checks(rules))
	}
	if got := audit(3, 5); got[reject.MissingTicket] != 0 {
		t.Errorf("both rows are there: %v", got)
	}
	if got := audit(3); got[reject.MissingTicket] != 1 {
		t.Errorf("number 4 is missing: %v", got)
	}
}

// TestAPartOfALedgerGivesWay: of a ledger and its first rows, in whatever order
// they are read, every row of the part gives way, so that no account is left with
// two statements.
func TestAPartOfALedgerGivesWay(t *testing.T) {
	line := func(source uint16, row uint32, account string, spent record.Rupiah) func(*Set) {
		return func(s *Set) {
			s.Ledger(&record.Ledger{Ref: place(source, 0, row), Year: 2016, Label: account, Code: account,
				Spent: record.Amount{Sen: spent, Known: true}})
		}
	}
	for _, part := range []uint16{0, 1} {
		s, aside := sealed(t, line(part, 2, "511111", 700), line(part, 3, "521111", 400), line(1-part, 2, "511111",
			700), line(1-part, 3, "521111", 400),
			line(1-part, 4, "511111", 900), line(1-part, 5, "521111", 100))
		isAside(t, aside, map[reject.Code]int{reject.DuplicateRow: 2})
		for _, l := range s.Finance.ledger {
			if l.Ref.Source == part {
				t.Errorf("source %d: %+v stands", part, l)
			}
		}
		for _, b := range s.Finance.Budgets("", 2016) {
			if b.Doubts.Rival.Row != 0 {
				t.Errorf("source %d: %+v", part, b.Doubts)
			}
		}
	}
}
