package facts

import (
	"reflect"
	"testing"

	"rapor/ingest/record"
)

// TestRejectsAreKeptUpToALimit: beyond it they are counted, by sheet and code,
// whichever worker read which source; a sheet that is taken back counts for
// nothing.
func TestRejectsAreKeptUpToALimit(t *testing.T) {
	feed := func(s *Set, source uint16, n int) {
		for i := range n {
			r := record.Reject{Ref: record.Ref{Source: source, Sheet: uint16(i * 2 / n), Row: uint32(i + 1)}, Code: "D402"}
			if i%2 == 1 {
				r.Code = "D403"
			}
			s.Reject(r)
		}
	}
	const many = MaxRejects + 40
	one, other, all := &Set{}, &Set{}, &Set{}
	feed(one, 0, many)
	undo := one.Checkpoint()
	feed(one, 1, many)
	undo()
	feed(one, 1, 3)
	feed(other, 2, many)
	for source, n := range []int{many, 3, many} {
		feed(all, uint16(source), n)
	}
	other.Merge(one)
	for _, s := range []*Set{other, all} {
		s.Seal()
		rows, more := map[uint16]int64{}, 0
		for _, r := range s.Rejects.All() {
			rows[r.Ref.Source] += max(1, r.More)
			if r.More > 0 {
				more++
			}
		}
		if want := map[uint16]int64{0: many, 1: 3, 2: many}; !reflect.DeepEqual(rows, want) || more != 4 || len(s.Rejects.All()) != 2*MaxRejects+3+4 {
			t.Errorf("%v, %d of them counted only, %d kept", rows, more, len(s.Rejects.All()))
		}
	}
	if !reflect.DeepEqual(other.Rejects.All(), all.Rejects.All()) {
		t.Error("which rejects are kept depends on the workers")
	}
}

// TestManyDuplicatesAreCounted: those beyond the limit still leave the account.
func TestManyDuplicatesAreCounted(t *testing.T) {
	s := &Set{}
	const n = MaxFindings + 10
	for i := range n + 1 {
		s.Ticket(&record.Ticket{Ref: record.Ref{Row: uint32(i + 1)}, Day: record.DayOf(2016, 1, 5), Number: "A001", Taken: record.ClockAt(8, 0, 0)})
	}
	dups := s.Seal()
	var sum int64
	for _, d := range dups {
		sum += max(1, d.More)
	}
	last := dups[len(dups)-1]
	if sum != n || len(dups) != MaxFindings+1 || last.More != 10 || last.Ref.Row != MaxFindings+2 {
		t.Errorf("%d of %d, in %d entries, last %+v", sum, n, len(dups), last)
	}
}
