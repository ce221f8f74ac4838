package analysis

import (
	"slices"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
)

// TestSourcesAreThoseOfThePeriod: a value names the files whose days lie in its
// period; files of families that count across periods, and undated ones, are
// named all the same, and a figure over all months names all.
func TestSourcesAreThoseOfThePeriod(t *testing.T) {
	sheet := func(kind, first, last string) result.Source {
		return result.Source{Sheets: []result.Sheet{{Kind: kind, Used: 9, First: first, Last: last}}}
	}
	c := runOf(office.Default(), 24)
	c.Sources = []result.Source{
		sheet("ticket", "2015-12-01", "2015-12-31"), sheet("ticket", "2015-12-31", "2016-01-01"), sheet("ticket", "2016-12-31", "2017-01-02"),
		sheet("ticket", "2017-01-01", "2017-01-31"), sheet("ticket", "", ""), sheet("case", "2014-01-01", "2014-12-31"), sheet("answer", "2016-02-01", "2016-02-02"),
		{Sheets: []result.Sheet{{Kind: "ticket", First: "2016-01-01", Last: "2016-12-31"}}},
	}
	kinds := []string{"ticket", "case"}
	sel := facts.Selection{From: day(2016, 1, 1), To: day(2016, 12, 31)}
	if got, want := c.sourcesOf(kinds, sel), []int{1, 2, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("of the period: %v, want %v", got, want)
	}
	if got, want := c.sourcesOf(kinds, facts.Selection{}), []int{0, 1, 2, 3, 4, 5}; !slices.Equal(got, want) {
		t.Errorf("of all: %v, want %v", got, want)
	}
}
