// Package insertion changes tables of the sample data, and of the fixtures where
// they are present, without changing what they say, and holds the figures that
// come of them.
package insertion

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestInsertedRowsChangeNoFigure: whatever is inserted into a table that leaves
// what it says unchanged, leaves its figures unchanged too, or they are refused
// by name; never another figure. Of each kind four in five keep theirs.
func TestInsertedRowsChangeNoFigure(t *testing.T) {
	cases := 2_000
	if testing.Short() {
		cases = 200
	}
	all := append(bases(t), fixtures(t)...)
	plain := make([]trial, len(all))
	for i := range all {
		plain[i] = all[i].read(t, one(all[i].rows), all[i].opt)
		for id, v := range plain[i].values {
			if v == "" || plain[i].err != nil {
				t.Fatalf("%s: no %s: %s", all[i].name, id, &plain[i])
			}
		}
	}
	kinds := append(rowInsertions(), columnInsertions()...)
	kept, tried, settled := make([]int, len(kinds)), make([]int, len(kinds)), make([]int, len(kinds))
	done := 0
	for seed := uint64(1); done < cases; seed++ {
		r := rand.New(rand.NewPCG(seed, 2016))
		k, i := int(seed)%len(kinds), r.IntN(len(all))
		b := &all[i]
		files := kinds[k].make(b, copyRows(b.rows), r)
		if files == nil {
			continue
		}
		done++
		got := b.read(t, files, b.opt)
		tried[k]++
		switch {
		case got.same(&plain[i]):
			kept[k]++
		case !got.refuses(&plain[i]):
			t.Errorf("seed %d: %s in %s: %s, want %s", seed, kinds[k].name, b.name, &got, &plain[i])
		case b.settles(t, files, got.codes, &plain[i]):
			settled[k]++
		default:
			t.Errorf("seed %d: %s in %s: no line settles %s, want %s", seed, kinds[k].name, b.name, &got, &plain[i])
		}
		if wrong := kept[k]+settled[k] < tried[k]; wrong && done > 400 && t.Failed() {
			break
		}
	}
	for k := range kinds {
		refused := tried[k] - kept[k]
		line := fmt.Sprintf("%-34s %4d of %4d keep their figure, %d refused, %d of them settled", kinds[k].name,
			kept[k], tried[k], refused, settled[k])
		t.Log(line)
		if tried[k] == 0 || 5*kept[k] < 4*tried[k] {
			t.Error(line)
		}
	}
}
