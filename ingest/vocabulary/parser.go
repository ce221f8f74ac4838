package vocabulary

import (
	"slices"
	"strings"
)

// parser reads one text, word by word, into clauses.
type parser struct {
	p        *Phrases
	list     []token
	clauses  []clause
	pending  []string // modifiers that wait for their phrase
	standing []string // modifiers of the clause that its later phrases share
	swallow  bool     // within a complement
	drop     bool     // the next phrases are an aim, or were before
	hangs    bool     // an aim behind a phrase: "deportasi menunggu tiket"
	unsure   bool
	unstated bool // something was stated to be unknown
}

// reversing are the modifiers that a negation before them takes back:
// "tidak dibatalkan".
var reversing = []string{"cancel", "later", "lift", "fail", "free"}

func (r *parser) run() Reading {
	r.open(none)
	for i := 0; i < len(r.list); {
		if l := r.list[i].link; l != none && i > 0 {
			r.open(l)
		}
		e, n := r.match(i)
		if n == 0 {
			r.stranger(i)
			i++
			continue
		}
		if e.class == because {
			break
		}
		r.take(e)
		i += n
	}
	r.close()
	return r.judge()
}

// match finds the longest phrase that begins at a word; n is the number of its
// words. A prefix written apart ("di layani") or to its word ("nonprioritas")
// is joined or cut off first.
func (r *parser) match(i int) (e entry, n int) {
	word := r.list[i].text
	if (word == "di" || word == "ter") && i+1 < len(r.list) && r.list[i+1].link == none {
		if e, n := r.at(word+r.list[i+1].text, i+2); n > 0 {
			return e, n + 1
		}
	}
	if e, n = r.at(word, i+1); n > 0 {
		return e, n
	}
	if rest, ok := strings.CutPrefix(word, "non"); ok && len(r.p.entries[rest]) > 0 {
		r.list[i].text = rest
		r.list = slices.Insert(r.list, i, token{"non", r.list[i].link})
		r.list[i+1].link = none
		return r.at("non", i+1)
	}
	return entry{}, 0
}

// at matches a first word, and the others from rest on. Joints lie between
// phrases, never within one.
func (r *parser) at(first string, rest int) (entry, int) {
	for _, e := range r.p.entries[first] {
		n := len(e.words) - 1
		if rest+n > len(r.list) {
			continue
		}
		fits := true
		for k := range n {
			t := r.list[rest+k]
			fits = fits && t.text == e.words[k+1] && t.link == none
		}
		if fits {
			return e, n + 1
		}
	}
	return entry{}, 0
}

// stranger meets a word that no phrase begins with.
func (r *parser) stranger(i int) {
	word := r.list[i].text
	c := &r.clauses[len(r.clauses)-1]
	switch {
	case strings.Trim(word, "0123456789x") == "": // a number, "3x"
	case len(word) == 1 && i == 0 && len(r.list) > 1 && word != "?": // "a. Deportasi"
	case r.swallow, r.p.loose, r.p.places && countries()[word], r.p.tail && len(c.said) > 0:
	default:
		r.unsure = true
	}
}

// take puts a phrase into the text.
func (r *parser) take(e entry) {
	c := &r.clauses[len(r.clauses)-1]
	switch e.class {
	case meaning:
		r.say(c, e)
	case modifier:
		r.pending = append(r.pending, e.name)
	case aim, past:
		r.drop, r.swallow = true, true
		r.hangs = e.class == aim && len(c.said) > 0
	case doubt:
		r.unsure = true
	case joiner:
		r.open(bound)
	case choice:
		r.open(bound)
		r.clauses[len(r.clauses)-1].or = true
	case contrast:
		r.open(other)
	case of:
		r.swallow = true
	case unstated:
		r.unstated = true
	}
}

func (r *parser) say(c *clause, e entry) {
	s := said{name: e.name, dropped: r.drop}
	if len(r.pending) > 0 {
		mods, ok := reduce(r.pending)
		r.unsure = r.unsure || !ok
		r.standing, r.pending = mods, nil
		c.before = c.before || len(mods) > 0
	}
	s.mods = slices.Clone(r.standing)
	c.said = append(c.said, s)
	r.drop, r.hangs = r.drop || e.aims, false
}

// reduce takes back what a negation takes back; of the rest one modifier at
// most is understood.
func reduce(run []string) (mods []string, ok bool) {
	for i := 0; i < len(run); i++ {
		switch {
		case run[i] == "not" && i+1 < len(run) && slices.Contains(reversing, run[i+1]):
			i++
		case run[i] == "not" && i+1 < len(run) && run[i+1] == "plan":
			mods = append(mods, "not") // "tidak akan", "tidak perlu"
			i++
		case len(mods) > 0 && mods[len(mods)-1] == run[i] && run[i] != "not":
		default:
			mods = append(mods, run[i])
		}
	}
	return mods, len(mods) <= 1
}

// open begins a clause, once the one before it has anything.
func (r *parser) open(l link) {
	r.close()
	if n := len(r.clauses); n > 0 && len(r.clauses[n-1].said) == 0 && len(r.clauses[n-1].bare) == 0 {
		r.clauses[n-1].link = max(l, r.clauses[n-1].link)
		return
	}
	r.clauses = append(r.clauses, clause{link: l})
}

// close ends a clause: modifiers that met no phrase belong to those before them.
func (r *parser) close() {
	if len(r.clauses) > 0 && len(r.pending) > 0 {
		c := &r.clauses[len(r.clauses)-1]
		mods, ok := reduce(r.pending)
		r.unsure = r.unsure || !ok
		for i := range c.said {
			c.said[i].mods = append(c.said[i].mods, mods...)
		}
		c.after = len(c.said) > 0 && len(mods) > 0
		if len(c.said) == 0 {
			c.bare = append(c.bare, mods...)
		}
	}
	r.unsure = r.unsure || r.hangs
	r.pending, r.standing, r.swallow, r.drop, r.hangs = nil, nil, false, false, false
}
