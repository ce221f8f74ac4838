package outline

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/table"
)

// exam is one annotated table of AggreCol.
type exam struct {
	Name         string      `json:"name"`
	Table        [][]string  `json:"table"`
	Roles        [][]*string `json:"roles"`
	Aggregations []struct {
		Aggregator [2]int   `json:"aggregator_index"`
		Parts      [][2]int `json:"aggregatee_indices"`
		Operator   string   `json:"operator"`
	} `json:"aggregations"`
}

func exams(t *testing.T) []exam {
	t.Helper()
	dir := os.Getenv("RAPOR_FIXTURES")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "fixtures")
	}
	f, err := os.Open(filepath.Join(dir, "a01-aggrecol", "tables.jl.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []exam
	in := bufio.NewReader(z)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var e exam
			if err := json.Unmarshal(line, &e); err != nil {
				t.Fatal(err)
			}
			out = append(out, e)
		}
		if err != nil {
			return out
		}
	}
}

// want are the header rows of a table and the rows that are the sum or mean of
// other rows, from 0.
func (e *exam) want() (headers, totals map[int]bool) {
	headers, totals = map[int]bool{}, map[int]bool{}
	for i, r := range e.Roles {
		for _, c := range r {
			if c != nil && *c == "header" {
				headers[i] = true
			}
		}
	}
	for _, a := range e.Aggregations {
		if a.Operator != "Sum" && a.Operator != "Average" {
			continue
		}
		if slices.ContainsFunc(a.Parts, func(p [2]int) bool { return p[1] != a.Aggregator[1] }) {
			continue // of its row
		}
		totals[a.Aggregator[0]] = true
	}
	return headers, totals
}

// read writes the table as CSV and reads it back as any file.
func (e *exam) read(t *testing.T) []Table {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(e.Table); err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(b.String()), int64(b.Len()), table.Options{})
	if err != nil {
		t.Fatal(e.Name, err)
	}
	out, err := Of(book.Sheets()[0])
	if err != nil {
		t.Fatal(e.Name, err)
	}
	return out
}

// TestAggreCol: the exam of annotated statistical tables.
func TestAggreCol(t *testing.T) {
	var left, leftRight, found, all, labelled, exact, hit int
	verbose := os.Getenv("RAPOR_EXAM") != ""
	for _, e := range exams(t) {
		lines := e.lines()
		headers, totals := e.want()
		gotHead, gotTotal, gotAny := map[int]bool{}, map[int]bool{}, map[int]bool{}
		for _, x := range e.read(t) {
			for _, h := range x.Header {
				gotHead[lines[h]] = true
			}
			for _, r := range x.Totals {
				gotAny[lines[r.At]] = true
				if !r.Doubt {
					gotTotal[lines[r.At]] = true
				}
			}
		}
		for r := range gotTotal {
			left++
			if totals[r] {
				leftRight++
			} else if verbose {
				t.Logf("%s: row %d is no total: %.100q", e.Name, r, e.Table[r])
			}
		}
		for r := range totals {
			all++
			if gotAny[r] {
				found++
			} else if verbose {
				t.Logf("%s: row %d is a total: %.100q", e.Name, r, e.Table[r])
			}
		}
		if len(headers) == 0 {
			continue
		}
		labelled++
		some := false
		for h := range headers {
			some = some || gotHead[h]
		}
		if some {
			hit++
		}
		if equal(headers, gotHead) {
			exact++
		} else if verbose {
			t.Logf("%s: header %v, want %v", e.Name, keys(gotHead), keys(headers))
		}
	}
	precision, recall := float64(leftRight)/float64(left), float64(found)/float64(all)
	t.Logf("left out %d, right %d: precision %.3f; of %d totals found %d: recall %.3f", left, leftRight, precision, all, found, recall)
	t.Logf("header: exact %.3f, hit %.3f of %d", float64(exact)/float64(labelled), float64(hit)/float64(labelled), labelled)
	if precision < 0.98 || recall < 0.85 {
		t.Errorf("totals: precision %.3f, recall %.3f", precision, recall)
	}
	if h := float64(exact) / float64(labelled); h < 0.85 {
		t.Errorf("header rows exact in %.3f", h)
	}
}

// lines gives for each line of the CSV the row of the table.
func (e *exam) lines() map[uint32]int {
	out := map[uint32]int{}
	n := uint32(1)
	for i, r := range e.Table {
		out[n] = i
		n++
		for _, c := range r {
			n += uint32(strings.Count(c, "\n"))
		}
	}
	return out
}

func equal(a, b map[int]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return true
}

func keys(m map[int]bool) []int {
	var out []int
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
