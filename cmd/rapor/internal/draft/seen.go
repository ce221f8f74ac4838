package draft

import "rapor/ingest/layout"

// mostShares bounds the columns whose share of empty cells is remembered.
const mostShares = 20

// seen writes what the columns of a form hold: words of categories, and how
// often a cell is empty.
func (w *writer) seen(indent int, all []layout.Seen) {
	var words, shares []string
	for i := range all {
		s := &all[i]
		if n := len(s.Words); n > 0 && n <= layout.MostSeen {
			words = append(words, Quote(s.Header)+": "+list(s.Words))
		}
		if least, most := s.Shares(); least != nil && len(shares) < mostShares {
			shares = append(shares, Quote(s.Header)+": "+layout.PercentRange(least, most))
		}
	}
	if len(words) > 0 {
		w.flow(indent, "seen: {", words, "}")
	}
	if len(shares) > 0 {
		w.flow(indent, "blank_share: {", shares, "}")
	}
}

// MergeSeen adds what another table of the same form holds.
func (e *Entry) MergeSeen(more []layout.Seen) {
	for i := range e.Seen {
		for k := range more {
			if e.Seen[i].Header == more[k].Header {
				e.Seen[i].Beside(&more[k])
			}
		}
	}
}

func quotes(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = Quote(s)
	}
	return out
}
