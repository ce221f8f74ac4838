package vocabulary

import "slices"

// judge draws from the clauses what the whole text says.
func (r *parser) judge() Reading {
	r.bare()
	r.scope()
	var names []string
	off, or := false, false
	if !anySaid(r.clauses) {
		names, off = r.alone()
	}
	for _, c := range r.clauses {
		or = or || c.or
		for _, s := range c.said {
			switch name := r.p.turned(s); name {
			case "?":
				r.unsure = true
			case "off":
				off = true
			default:
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	names = r.p.strong(names)
	switch {
	case r.unsure, len(names) > 1 && (or || !r.p.list), r.unstated && (off || len(names) > 0):
		return Reading{Verdict: Unsure}
	case len(names) > 0:
		return Reading{Sure, names}
	case off:
		return Reading{Verdict: Off}
	case r.unstated:
		return Reading{}
	}
	return Reading{Verdict: Unsure}
}

// bare hands the modifiers of a clause without phrases to the phrases before
// it, or, where there are none, to those after it: "Deportasi (batal)",
// "Batal: deportasi". Where the field has a "no" of its own, a negation that
// begins a text says just that: "Tidak, umum".
func (r *parser) bare() {
	for i := range r.clauses {
		c := &r.clauses[i]
		if len(c.bare) == 0 {
			continue
		}
		targets := r.clauses[:i]
		if !anySaid(targets) {
			if len(c.bare) == 1 && c.bare[0] == "not" && slices.Contains(r.p.meanings, "no") {
				c.said, c.bare = append(c.said, said{name: "no"}), nil
				continue
			}
			targets = r.clauses[i+1:]
		}
		for k := range targets {
			for n := range targets[k].said {
				// "Ya/Tidak", "Selesai atau batal": one of them
				r.unsure = r.unsure || c.link == bound && len(targets[k].said[n].mods) == 0
				targets[k].said[n].mods = append(targets[k].said[n].mods, c.bare...)
			}
		}
	}
}

func anySaid(list []clause) bool {
	return slices.ContainsFunc(list, func(c clause) bool { return len(c.said) > 0 })
}

// alone is what modifiers say that stand without any phrase: "Batal".
func (r *parser) alone() (names []string, off bool) {
	for _, c := range r.clauses {
		for _, m := range c.bare {
			switch to, ok := r.p.turns[[2]string{m, "-"}]; {
			case to == "?":
				r.unsure = true
			case ok && !slices.Contains(names, to):
				names = append(names, to)
			case !ok:
				off = true
			}
		}
	}
	return names, off
}

// scope finds modifiers of which it is not sure how far they reach:
// "Pembatalan deportasi dan penangkalan" may call off one or both.
func (r *parser) scope() {
	for i := 1; i < len(r.clauses); i++ {
		a, b := &r.clauses[i-1], &r.clauses[i]
		if b.link != bound && b.link != hard || len(a.said) == 0 || len(b.said) == 0 {
			continue
		}
		first, second := a.said[0].mods, b.said[0].mods
		reach := a.before && len(second) == 0 && (b.link == bound || first[0] != "not") ||
			b.after && len(first) == 0 && (b.link == bound || second[0] != "not")
		r.unsure = r.unsure || reach
	}
}

// turned is what a phrase means under its modifiers; "off" when it is not the
// case, "?" when that is not sure.
func (p *Phrases) turned(s said) string {
	if s.dropped {
		return "off"
	}
	out := s.name
	for i, m := range s.mods {
		to, ok := p.turns[[2]string{m, s.name}]
		if !ok {
			if to, ok = p.turns[[2]string{m, "*"}]; !ok {
				to = "off"
			}
		}
		if i > 0 && to != out {
			return "?"
		}
		out = to
	}
	return out
}

// strong leaves out the meanings that yield to others: a ticket that was called
// and served was served.
func (p *Phrases) strong(names []string) []string {
	if p.first && len(names) > 1 {
		return names[:1]
	}
	if len(names) < 2 {
		return names
	}
	out := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(p.weak, n) })
	if len(out) == 0 {
		return names[:1]
	}
	return out
}
