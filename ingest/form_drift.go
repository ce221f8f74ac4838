package ingest

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// A share of empty cells has changed where it is this many points of a hundred
// away from what the entry remembers, or half as many from none and from all.
const (
	farApart = 20
	fromNone = 10
	namedNew = 5 // new words that a warning names
)

// drifted says what the rows of a form hold that they did not when it was
// settled: words that no earlier file had, and columns that are empty far more or
// less often.
func drifted(o *layout.Override, p *layout.Plan, seen []layout.Seen) (out []text.Text) {
	for i := range seen {
		s := &seen[i]
		if words := o.NewWords(p, s); len(words) > 0 {
			out = append(out, newWords(o, s.Header, words))
		}
		least, most := o.BlankShareOf(s.Header)
		now, _ := s.Shares()
		if least == nil || now == nil {
			continue
		}
		if now.Cmp(least) < 0 && apart(least, now) || now.Cmp(most) > 0 && apart(most, now) {
			out = append(out, newShare(o, s.Header, least, most, now))
		}
	}
	return out
}

func newWords(o *layout.Override, header string, words []string) text.Text {
	all := append(o.WordsSeen(header), words...)
	line := "seen: {" + strconv.Quote(header) + ": [" + quoted(all) + "]}"
	shown := quoted(words[:min(len(words), namedNew)])
	id, en := shown, shown
	if n := len(words) - namedNew; n > 0 {
		id, en = id+fmt.Sprintf(" dan %d lagi", n), en+fmt.Sprintf(" and %d more", n)
	}
	if len(all) > layout.MostSeen {
		return text.T(fmt.Sprintf("%s: bentuk ekspor berubah; kata baru pada %q: %s", o.At, header, id),
			fmt.Sprintf("%s: the form of the export has changed; new words in %q: %s", o.At, header, en))
	}
	return text.T(
		fmt.Sprintf("%s: bentuk ekspor berubah; kata baru pada %q: %s; bila memang begitu: %s", o.At, header, id, line),
		fmt.Sprintf("%s: the form of the export has changed; new words in %q: %s; if that is right: %s",
			o.At, header, en, line))
}

func newShare(o *layout.Override, header string, least, most, now *big.Rat) text.Text {
	before, is := layout.Percent(least), layout.Percent(now)
	id, en := before, before
	if m := layout.Percent(most); m != before {
		id, en = before+" s.d. "+m, before+" to "+m
	}
	if now.Cmp(least) < 0 {
		least = now
	} else {
		most = now
	}
	line := "blank_share: {" + strconv.Quote(header) + ": " + layout.PercentRange(least, most) + "}"
	return text.T(
		fmt.Sprintf("%s: bentuk ekspor berubah; sel kosong pada %q %s, sebelumnya %s; bila memang begitu: %s",
			o.At, header, is, id, line),
		fmt.Sprintf("%s: the form of the export has changed; empty cells in %q %s, %s before; if that is right: %s",
			o.At, header, is, en, line))
}

// apart reports two shares that are far from one another.
func apart(was, now *big.Rat) bool {
	least := int64(farApart)
	if was.Sign() == 0 || was.Cmp(big.NewRat(1, 1)) == 0 {
		least = fromNone
	}
	d := new(big.Rat).Sub(was, now)
	return d.Abs(d).Cmp(big.NewRat(least, 100)) >= 0
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strconv.Quote(s)
	}
	return strings.Join(out, ", ")
}
