package analysis

import (
	"context"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
)

// exampleSetting is the office of every worked example: a quota of three
// tickets from March 2016, class C a priority lane, one holiday.
func exampleSetting() *office.Setting {
	s := office.Default()
	s.PriorityClasses = []string{"C"}
	s.Quotas = []office.Quota{{From: record.DayOf(2016, 3, 1), Start: record.ClockAt(7, 30, 0), End: record.ClockAt(10, 0, 0), Number: 3}}
	s.Holidays = []office.Holiday{{Day: record.DayOf(2016, 3, 9), Name: "Nyepi"}}
	return &s
}

// read turns the input files of an example into sealed facts, by the same way
// as any export.
func read(t *testing.T, files []txtar.File) *facts.Set {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if f.Name == "hasil" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set := &facts.Set{}
	m, err := ingest.Read(context.Background(), []string{dir}, ingest.Options{}, []record.Sink{set})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range m.Sources {
		for _, sh := range s.Sheets {
			if sh.Refused != "" || sh.Tally.Rejected > 0 {
				t.Fatalf("%s: refused %s %s, %d rejected", s.Name, sh.Refused, sh.Detail, sh.Tally.Rejected)
			}
		}
	}
	set.Seal()
	return set
}

// TestWorkedExamples computes every indicator of the catalogue on the small
// input of its worked example and compares with the hand calculation there.
func TestWorkedExamples(t *testing.T) {
	period, err := calendar.ParsePeriod("2016")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range Catalogue() {
		t.Run(e.ID, func(t *testing.T) {
			if e.Worked == "" {
				t.Fatal("no worked example")
			}
			a := txtar.Parse([]byte(e.Worked))
			if len(strings.TrimSpace(string(a.Comment))) < 40 {
				t.Error("the hand calculation is not in words")
			}
			set := read(t, a.Files)
			in := Input{Facts: set, Setting: exampleSetting(), Period: period}
			ind := *index(Report(in).Indicators)[e.ID]
			for _, f := range a.Files {
				if f.Name == "hasil" {
					check(t, ind.Value, string(f.Data))
				}
			}
		})
	}
}

// check compares a value with lines such as "nilai 690" or "pembilang 3".
func check(t *testing.T, v result.Value, want string) {
	t.Helper()
	seen := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		key, text, _ := strings.Cut(line, " ")
		seen[key] = true
		switch key {
		case "nilai":
			exact(t, key, v.Value, text)
		case "pembilang":
			exact(t, key, v.Num, text)
		case "penyebut":
			exact(t, key, v.Den, text)
		case "n":
			if strconv.FormatInt(v.N, 10) != text {
				t.Errorf("n = %d, want %s", v.N, text)
			}
		case "dikecualikan":
			n := int64(0)
			for _, e := range v.Excluded {
				n += e.N
			}
			if strconv.FormatInt(n, 10) != text {
				t.Errorf("excluded %d, want %s", n, text)
			}
		case "selang":
			if text == "tidak ada" {
				if v.Lo != nil || v.Hi != nil || len(v.Warnings) == 0 {
					t.Errorf("an interval %v to %v, or no word of why there is none", v.Lo, v.Hi)
				}
				continue
			}
			lo, hi, _ := strings.Cut(text, " ")
			bound(t, v.Lo, lo)
			bound(t, v.Hi, hi)
		default:
			t.Errorf("line %q is not understood", line)
		}
	}
	if !seen["nilai"] || !seen["n"] {
		t.Error("an example states at least nilai and n")
	}
}

func exact(t *testing.T, key string, got *big.Rat, want string) {
	t.Helper()
	w, ok := new(big.Rat).SetString(want)
	if !ok || got == nil || got.Cmp(w) != 0 {
		t.Errorf("%s = %v, want %s", key, got, want)
	}
}

func bound(t *testing.T, got *float64, want string) {
	t.Helper()
	w, err := strconv.ParseFloat(want, 64)
	if err != nil || got == nil || *got-w > 6e-4 || w-*got > 6e-4 {
		t.Errorf("bound %v, want %s", got, want)
	}
}
