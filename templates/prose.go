package templates

import (
	"math/big"
	"strconv"
	"strings"

	"rapor/analysis/result"
)

// quantity abbreviates the exact number of the result.
type quantity = *big.Rat

// linker finds the indicator whose value or baseline a number in a sentence
// is: same unit, same exact value. A number that two indicators share is
// left unlinked, because a wrong link is worse than none.
func (v *viewer) linker() func(result.Quantity) string {
	type place struct {
		href  string
		clash bool
	}
	found := map[string]*place{}
	add := func(id string, x quantity, unit result.Unit) {
		if x == nil {
			return
		}
		key, href := string(unit)+" "+x.RatString(), "#"+v.details[id]
		if p := found[key]; p == nil {
			found[key] = &place{href: href}
		} else if p.href != href {
			p.clash = true
		}
	}
	for _, id := range v.wanted() {
		ind := v.indicators[id]
		add(id, ind.Value.Value, ind.Unit)
		for _, c := range ind.Baseline {
			add(id, c.Value.Value, ind.Unit)
			if c.Diff != nil {
				add(id, new(big.Rat).Abs(c.Diff), ind.Unit)
			}
		}
	}
	return func(q result.Quantity) string {
		if q.Value == nil {
			return ""
		}
		if p := found[string(q.Unit)+" "+q.Value.RatString()]; p != nil && !p.clash {
			return p.href
		}
		return ""
	}
}

// sentence formats a text in pieces, each number linked to its indicator
// where that is certain.
func (v *viewer) sentence(t result.Text, find func(result.Quantity) string) sentence {
	pattern := t.ID
	if v.Code() == "en" {
		pattern = t.EN
	}
	var out sentence
	for pattern != "" {
		before, after, i := cut(pattern, len(t.Args))
		if before != "" {
			out = append(out, link{Text: before})
		}
		if i >= 0 {
			out = append(out, link{v.quantity(t.Args[i]), find(t.Args[i])})
		}
		pattern = after
	}
	return out
}

// cut splits a pattern at its first placeholder that has a value; i is -1
// when there is none.
func cut(pattern string, values int) (before, after string, i int) {
	for from := 0; ; {
		open := strings.IndexByte(pattern[from:], '{')
		if open < 0 {
			return pattern, "", -1
		}
		open += from
		shut := strings.IndexByte(pattern[open:], '}')
		if shut < 0 {
			return pattern, "", -1
		}
		n, err := strconv.Atoi(pattern[open+1 : open+shut])
		if err == nil && n >= 0 && n < values {
			return pattern[:open], pattern[open+shut+1:], n
		}
		from = open + 1
	}
}
