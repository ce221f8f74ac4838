package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapor/analysis/result"
)

// TestScorecardsOfTheSample: the points of every criterion, to two decimals.
// What changes them (a rubric, an indicator, the sample) shows here.
func TestScorecardsOfTheSample(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(sampleReport(t), "2016", "internal", "hasil.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r result.Result
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, d := range r.Documents {
		if d.Scorecard == nil {
			continue
		}
		fmt.Fprintf(&got, "%s %s dari %s\n", d.Scorecard.Award, d.Scorecard.Total.FloatString(2), d.Scorecard.Max.FloatString(2))
		for _, l := range d.Scorecard.Lines {
			points := "-"
			if l.Points != nil {
				points = l.Points.FloatString(2)
			}
			fmt.Fprintf(&got, "  %s %s\n", l.ID, points)
		}
	}
	want, err := os.ReadFile(filepath.Join("testdata", "kartu-nilai.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}
