package store

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapor/ingest/grid"
)

// TestRowsComeBack compares what is handed on with a plain slice of rows.
func TestRowsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := New("x", NewBudget())
		var want []grid.Row
		n := uint32(0)
		for range rapid.IntRange(0, 30).Draw(t, "rows") {
			n += uint32(rapid.IntRange(1, 70000).Draw(t, "gap"))
			r := grid.Row{N: n, Hidden: rapid.Bool().Draw(t, "hidden")}
			for range rapid.IntRange(0, 6).Draw(t, "cells") {
				c := grid.Cell{Kind: grid.Kind(rapid.IntRange(0, 5).Draw(t, "kind"))}
				if c.Kind != grid.Empty {
					c.Text = strings.Repeat(rapid.String().Draw(t, "text"), rapid.IntRange(1, 20).Draw(t, "times"))
					c.Look = grid.Look(rapid.IntRange(0, 5).Draw(t, "look"))
				}
				c.Formula = rapid.Bool().Draw(t, "formula")
				r.Cells = append(r.Cells, c)
			}
			times := uint32(rapid.IntRange(1, 3).Draw(t, "repeat"))
			if err := s.Add(&r, times); err != nil {
				t.Fatal(err)
			}
			for len(r.Cells) > 0 && blank(&r.Cells[len(r.Cells)-1]) {
				r.Cells = r.Cells[:len(r.Cells)-1]
			}
			for i := range times {
				if len(r.Cells) > 0 {
					want = append(want, grid.Row{N: n + i, Cells: r.Cells, Hidden: r.Hidden})
				}
			}
			n += times - 1
		}
		for range 2 {
			i := 0
			_ = s.Rows(func(r *grid.Row) bool {
				if i >= len(want) || r.N != want[i].N || r.Hidden != want[i].Hidden || !slices.Equal(r.Cells, want[i].Cells) {
					t.Fatalf("row %d: %+v", i, r)
				}
				i++
				return true
			})
			if i != len(want) {
				t.Fatalf("%d rows, want %d", i, len(want))
			}
		}
	})
}

// TestChunks goes past the size of a chunk, and stops early.
func TestChunks(t *testing.T) {
	s := New("x", NewBudget())
	text := strings.Repeat("x", 100_000)
	for i := range uint32(40) {
		if err := s.Add(&grid.Row{N: i + 1, Cells: []grid.Cell{{Kind: grid.Text, Text: text}}}, 1); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	_ = s.Rows(func(r *grid.Row) bool {
		n++
		if r.Cells[0].Text != text {
			t.Fatal(r.N)
		}
		return n < 39
	})
	if n != 39 || len(s.done) < 3 {
		t.Errorf("%d rows, %d chunks", n, len(s.done))
	}
}

func TestLimits(t *testing.T) {
	row := func(n uint32) *grid.Row { return &grid.Row{N: n, Cells: []grid.Cell{{Kind: grid.Text, Text: "abc"}}} }
	s := New("x", &Budget{Cells: 10, Bytes: 1000})
	if err := s.Add(row(5), 3); err != nil {
		t.Fatal(err)
	}
	if err := s.Add(row(7), 1); !errors.Is(err, ErrOrder) {
		t.Errorf("a row twice: %v", err)
	}
	if err := s.Add(row(1<<32-1), 2); !errors.Is(err, ErrOrder) {
		t.Errorf("past the last number: %v", err)
	}
	if err := s.Add(row(8), 8); !errors.Is(err, ErrFull) {
		t.Errorf("eleven cells: %v", err)
	}
	s = New("x", &Budget{Cells: 10, Bytes: 5})
	if err := s.Add(row(1), 1); !errors.Is(err, ErrFull) {
		t.Errorf("too many bytes: %v", err)
	}
	if err := s.Merge(grid.Range{}); err != nil || len(s.Ranges) != 1 {
		t.Errorf("a range: %v", err)
	}
	if err := s.Hide(3, 9); !errors.Is(err, ErrFull) {
		t.Errorf("seven columns and a range of ten cells: %v", err)
	}
	if err := s.Add(&grid.Row{N: 1, Cells: make([]grid.Cell, 100)}, 1<<31); err != nil || s.Filled() {
		t.Errorf("empty rows cost: %v", err)
	}
}
