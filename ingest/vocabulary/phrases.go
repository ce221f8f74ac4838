package vocabulary

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Phrases is the vocabulary of one field whose texts are read as phrases: what
// its words mean, which words may stand beside them, and what becomes of a
// meaning that is negated, called off, put off, planned, lifted or failed.
type Phrases struct {
	entries  map[string][]entry // by first word, the longest first
	whole    map[string]string  // texts written together -> meaning, for texts that are nothing else
	turns    map[[2]string]string
	weak     []string
	meanings []string
	counts   bool // a number above zero is a yes, zero a no
	loose    bool // words that are not known are passed over
	tail     bool // and those behind a phrase
	first    bool // the first phrase alone counts
	list     bool // a text may name several things
	places   bool // names of countries may stand beside phrases
	dash     bool // a dash is a no
	spoken   map[string]bool
	plainest map[string]string // meaning -> the phrase that its file names first
	sources  []Source          // of the words that mean something
	source   Source            // of what is read now
}

// class is what a phrase does in a text.
type class uint8

const (
	meaning  class = iota
	modifier       // negation, cancellation, ...: name says which
	aim            // what follows is an aim, not done: "menunggu deportasi"
	past           // what follows was before: "eks deportasi"
	doubt          // nothing is sure any more: "diduga"
	joiner         // "dan": binds two phrases
	choice         // "atau"
	contrast       // "tetapi"
	of             // opens a complement, whose words need not be known: "ke", "oleh"
	because        // what follows is a reason
	filler         // says nothing
	unstated       // says that nothing is known
)

var classes = map[string]class{
	"aim": aim, "past": past, "doubt": doubt, "join": joiner, "or": choice, "contrast": contrast, "of": of, "because": because,
	"fill": filler, "unstated": unstated,
}

type entry struct {
	words []string
	class class
	name  string // of a meaning or a modifier
	aims  bool   // a meaning whose followers are its aim: "menunggu dilayani"
}

//go:embed data/phrases/*.txt
var phraseFiles embed.FS

// Names of the fields with phrases of their own.
const (
	Status       = "status"
	Act          = "act"
	Outcome      = "outcome"
	Operation    = "operation"
	Joint        = "joint"
	Stage        = "stage"
	Sex          = "sex"
	Paid         = "paid"
	Priority     = "priority"
	Express      = "express"
	Recalled     = "recalled"
	Victim       = "victim"
	Staff        = "staff"
	Confirmed    = "confirmed"
	Dispensed    = "dispensed"
	AtOnce       = "at_once"
	Contractual  = "contractual"
	Fund         = "fund"
	Advance      = "advance"
	Flow         = "flow"
	Settled      = "settled"
	commonField  = "common"
	yesNoField   = "yesno"
	phraseFolder = "data/phrases/"
)

// PhraseFields lists the fields with phrases of their own.
func PhraseFields() []string {
	return []string{Status, Act, Outcome, Operation, Joint, Stage, Sex, Paid, Priority, Express, Recalled, Victim, Staff, Confirmed, Dispensed,
		AtOnce, Contractual, Fund, Advance, Flow, Settled}
}

var loaded sync.Map // field -> *Phrases

// PhrasesOf gives the phrases of a field by its name. It panics when there is
// no such field: the names are constants of this package.
func PhrasesOf(field string) *Phrases {
	if p, ok := loaded.Load(field); ok {
		return p.(*Phrases)
	}
	p := &Phrases{entries: map[string][]entry{}, whole: map[string]string{}, turns: map[[2]string]string{}, plainest: map[string]string{}}
	p.load(field)
	p.load(commonField)
	for _, list := range p.entries {
		slices.SortStableFunc(list, func(a, b entry) int { return len(b.words) - len(a.words) })
	}
	p.spoken = p.words()
	loaded.Store(field, p)
	return p
}

// words are the words of the field's phrases. Those of one or two letters, which may be
// initials or names of persons, are none.
func (p *Phrases) words() map[string]bool {
	out := map[string]bool{}
	for _, list := range p.entries {
		for _, e := range list {
			for _, w := range e.words {
				if len(w) > 2 {
					out[w] = true
				}
			}
		}
	}
	return out
}

// Meanings lists what the field's phrases can mean.
func (p *Phrases) Meanings() []string { return p.meanings }

// Word is the plainest phrase of a meaning, the one that its file names first.
func (p *Phrases) Word(meaning string) string { return p.plainest[meaning] }

// load reads one file of phrases. What is read first goes before what follows.
func (p *Phrases) load(name string) {
	b, err := phraseFiles.ReadFile(phraseFolder + name + ".txt")
	if err != nil {
		panic(err)
	}
	key, body := "", ""
	flush := func() {
		if key != "" {
			p.line(name, key, body)
		}
		key, body = "", ""
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
		case strings.HasPrefix(line, sourceKey):
			flush()
			p.source, _ = sourceOf(line)
		case strings.HasPrefix(line, " "):
			body += " " + strings.TrimSpace(line)
		default:
			flush()
			key, body, _ = strings.Cut(line, ":")
		}
	}
	flush()
}

// line takes one line of a file: "key: phrase | phrase".
func (p *Phrases) line(file, key, body string) {
	switch key {
	case "with":
		p.load(strings.TrimSpace(body))
		return
	case "option":
		for o := range strings.FieldsSeq(body) {
			p.option(file, o)
		}
		return
	case "weak":
		p.weak = append(p.weak, strings.Fields(body)...)
		return
	case "turn":
		for t := range strings.SplitSeq(body, "|") {
			p.turn(file, t)
		}
		return
	}
	e := entry{}
	only := false
	switch fields := strings.Fields(key); {
	case fields[0] == "mod" && len(fields) == 2:
		e.class, e.name = modifier, fields[1]
	case fields[0] == "mean" && len(fields) >= 2:
		e.class, e.name = meaning, fields[1]
		only, e.aims = slices.Contains(fields[2:], "only"), slices.Contains(fields[2:], "aims")
		if !slices.Contains(p.sources, p.source) {
			p.sources = append(p.sources, p.source)
		}
		if !slices.Contains(p.meanings, e.name) {
			p.meanings = append(p.meanings, e.name)
		}
	default:
		c, ok := classes[key]
		if !ok {
			panic(fmt.Sprintf("%s: %q", file, key))
		}
		e.class = c
	}
	for phrase := range strings.SplitSeq(body, "|") {
		for _, text := range expand(phrase) {
			p.add(e, text, only)
		}
	}
}

func (p *Phrases) option(file, o string) {
	switch o {
	case "counts":
		p.counts = true
	case "loose":
		p.loose = true
	case "tail":
		p.tail = true
	case "first":
		p.first = true
	case "places":
		p.places = true
	case "dash":
		p.dash = true
	case "list":
		p.list = true
	default:
		panic(fmt.Sprintf("%s: option %q", file, o))
	}
}

// turn takes "modifier meaning > meaning"; before the ">", "*" is any meaning
// and "-" none at all, a modifier that stands alone; behind it, "?" is none that
// is sure.
func (p *Phrases) turn(file, t string) {
	f := strings.Fields(t)
	if len(f) != 4 || f[2] != ">" {
		panic(fmt.Sprintf("%s: turn %q", file, t))
	}
	at := [2]string{f[0], f[1]}
	if _, ok := p.turns[at]; !ok {
		p.turns[at] = f[3]
	}
}

func (p *Phrases) add(e entry, text string, only bool) {
	for _, t := range tokens(text) {
		e.words = append(e.words, t.text)
	}
	if len(e.words) == 0 {
		panic(fmt.Sprintf("empty phrase of %q", e.name))
	}
	if _, ok := p.plainest[e.name]; !ok && e.class == meaning {
		p.plainest[e.name] = strings.Join(e.words, " ")
	}
	if together := strings.Join(e.words, ""); e.class == meaning || e.class == unstated {
		if _, ok := p.whole[together]; !ok {
			p.whole[together] = e.name // "" of what is stated to be unknown
		}
	}
	if !only {
		p.entries[e.words[0]] = append(p.entries[e.words[0]], e)
	}
}

// expand writes out the alternatives in braces: "{di,ter}layani".
func expand(s string) []string {
	open := strings.IndexByte(s, '{')
	if open < 0 {
		return []string{s}
	}
	end := open + strings.IndexByte(s[open:], '}')
	var out []string
	for alt := range strings.SplitSeq(s[open+1:end], ",") {
		for _, rest := range expand(s[end+1:]) {
			out = append(out, s[:open]+alt+rest)
		}
	}
	return out
}
