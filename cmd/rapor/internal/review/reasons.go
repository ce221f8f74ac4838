package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// cellKey is a cell that is wrong in one way.
type cellKey struct {
	code          reject.Code
	column, shown string
}

// reasons are the causes for which rows were rejected, those of most rows first,
// each with its commonest cells.
func reasons(in Input) []result.Reason {
	rows, first := map[cellKey]int64{}, map[cellKey]record.Reject{}
	for _, r := range in.Rejects {
		if p, _ := reject.Lookup(r.Code); p.Severity != reject.Rejected {
			continue
		}
		k := cellKey{r.Code, in.Manifest.Heading(r), r.Shown}
		if r.More > 0 {
			k.column, k.shown = "", "" // rows that are only counted
		}
		if _, met := first[k]; !met {
			first[k] = r // rejects come in order of place
		}
		rows[k] += max(1, r.More)
	}
	by := map[reject.Code]*result.Reason{}
	for k, n := range rows {
		p, _ := reject.Lookup(k.code)
		r := by[k.code]
		if r == nil {
			r = &result.Reason{Code: string(k.code), Title: result.Of(p.Title), Do: result.Of(p.Remedy)}
			by[k.code] = r
		}
		r.Rows += n
		if k.column == "" && k.shown == "" && first[k].More > 0 {
			r.More += n
			continue
		}
		at := first[k]
		source, sheet := int(at.Ref.Source), sheetOf(in.Manifest, at.Ref)
		r.Cells = append(r.Cells, result.BadCell{Column: k.column, Shown: k.shown, Rows: n, Source: source, Sheet: sheet,
			Row: at.Ref.Row})
	}
	var out []result.Reason
	for _, r := range by {
		slices.SortFunc(r.Cells, func(a, b result.BadCell) int {
			return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Row, b.Row),
				strings.Compare(a.Column, b.Column), strings.Compare(a.Shown, b.Shown))
		})
		for _, c := range r.Cells[min(len(r.Cells), mostCells):] {
			r.More += c.Rows
		}
		r.Cells, _ = cut(r.Cells, mostCells)
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b result.Reason) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Code, b.Code))
	})
	return out
}

// sheetOf is the name of the sheet that a row stands on.
func sheetOf(m *ingest.Manifest, ref record.Ref) string {
	if int(ref.Source) >= len(m.Sources) || int(ref.Sheet) >= len(m.Sources[ref.Source].Sheets) {
		return ""
	}
	return m.Sources[ref.Source].Sheets[ref.Sheet].Name
}

// words are the words that are not known, over all files, those of most rows
// first.
func words(in Input) ([]result.WordCount, int) {
	count, lines := map[result.WordCount]int64{}, map[result.WordCount]string{}
	for _, r := range in.Rejects {
		if r.Code != reject.UnknownWord && r.Code != reject.UnclearWord || r.Shown == "" {
			continue
		}
		n := int64(1)
		if r.Code == reject.UnclearWord {
			n = counted(r)
		}
		w := result.WordCount{Column: in.Manifest.Heading(r), Word: r.Shown, Rejected: r.Code == reject.UnknownWord}
		count[w] += n
		if l := wordLine(r.Hint.ID); lines[w] == "" {
			lines[w] = l
		}
	}
	var out []result.WordCount
	for w, n := range count {
		line := lines[w]
		w.Rows, w.Line = n, line
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b result.WordCount) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Column, b.Column), strings.Compare(a.Word, b.Word),
			compareBool(a.Rejected, b.Rejected))
	})
	return cut(out, mostWords)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// wordLine is the line of rapor.yaml that says what a word means, where a note
// names it.
func wordLine(said string) string {
	for _, l := range keysIn(said) {
		if l.key == "words" {
			return l.key + ": " + l.value
		}
	}
	return ""
}

// counted is how many rows a note on a word stands for. The note says it in its
// words alone, and first: "1.234 baris".
func counted(r record.Reject) int64 {
	first, _, _ := strings.Cut(r.Hint.ID, " ")
	n, err := strconv.ParseInt(strings.ReplaceAll(first, ".", ""), 10, 64)
	if err != nil {
		return max(1, r.More)
	}
	return n
}

// totals are the tables with total rows of their own, those that differ from
// their lines first.
func totals(in Input) ([]result.TotalCheck, int) {
	type place struct{ source, sheet int }
	off := map[place][]record.Reject{}
	for _, r := range in.Rejects {
		if r.Code == reject.TotalMismatch {
			at := place{int(r.Ref.Source), int(r.Ref.Sheet)}
			off[at] = append(off[at], r)
		}
	}
	var out []result.TotalCheck
	for i := range in.Manifest.Sources {
		s := &in.Manifest.Sources[i]
		for k, sh := range s.Sheets {
			t := result.TotalCheck{Source: i, Sheet: sh.Name}
			for _, a := range sh.Tally.AsideBy {
				if a.Code == reject.TotalRow {
					t.Totals = a.N
				}
			}
			list := off[place{i, k}]
			if sh.Plan == nil || t.Totals == 0 && len(list) == 0 {
				continue
			}
			for _, r := range list[:min(len(list), mostOff)] {
				t.Off = append(t.Off, result.TotalOff{Row: r.Ref.Row, Column: in.Manifest.Heading(r), Shown: r.Shown,
					Hint: result.Detail{Text: r.Hint}})
			}
			if t.More = len(list) - len(t.Off); len(list) > 0 {
				t.Lines = entries(in.Manifest, []target{{i, k}}, "totals: rincian")
			}
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b result.TotalCheck) int { return compareBool(len(a.Off) > 0, len(b.Off) > 0) })
	return cut(out, mostTotals)
}
