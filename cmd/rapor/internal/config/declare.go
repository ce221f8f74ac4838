package config

import (
	"strings"
	"sync"

	"rapor/ingest/text"
)

// Type is what a key takes, or each item of it where it takes several.
type Type string

// The types.
const (
	Group    Type = "group"    // keys below it
	Line     Type = "line"     // a text
	Both     Type = "both"     // a text, or {id: ..., en: ...}
	Word     Type = "word"     // one of Words
	Switch   Type = "switch"   // true or false
	Count    Type = "count"    // a whole number from Least to Most
	Date     Type = "date"     // 2016-03-01
	Clock    Type = "clock"    // "07:30"
	Span     Type = "span"     // a length of time: 60m
	Share    Type = "share"    // 1%
	Value    Type = "value"    // in the unit of the indicator beside it
	Period   Type = "period"   // 2016, 2016-12, 2016-T4, 2016-S1, 2016-01..2016-06
	Baseline Type = "baseline" // a period, prev or yoy
	Path     Type = "path"     // a file or folder, beside the settings
	Glob     Type = "glob"     // a pattern of file names
	Filter   Type = "filter"   // kolom=nilai
	Rule     Type = "rule"     // numbers of a regulatory parameter
)

// Shape is how often a key takes its type.
type Shape string

// The shapes.
const (
	One   Shape = "one"
	Many  Shape = "many"  // a list
	Named Shape = "named" // a map from names to values
	Lists Shape = "lists" // a map from names to lists
	Maps  Shape = "maps"  // a map from names to maps from names to values
)

// Choice is an allowed word; Also are words that mean the same.
type Choice struct {
	Word    string
	Meaning text.Text
	Also    []string
}

// Key declares one key of rapor.yaml: all that is checked, printed and written
// about it follows from here.
type Key struct {
	Path  string // "office.name", "targets[].value"; [] stands for an item of a list
	Type  Type
	Shape Shape
	Words []Choice
	Open  bool // further words are possible, which only the reading knows
	// Refused tells of a further word that is known, and that the settings
	// refuse with the reason.
	Refused  func(string) bool
	Least    int64 // of a Count
	Most     int64
	Required bool   // wherever the group it stands in is written
	Apart    bool   // contradicts a neighbour: not written together with it
	With     string // a neighbour without which it says nothing
	Default  text.Text
	Meaning  text.Text
	Example  string // as it is written in YAML, on one line
	// Printed says that its content is meant for the pages that leave the
	// office; that of every other key must never stand there.
	Printed bool
}

// Name is the last part of the path, as it is written in the file.
func (k *Key) Name() string {
	return strings.TrimSuffix(k.Path[strings.LastIndex(k.Path, ".")+1:], "[]")
}

// Parent is the path of the group that holds the key, "" for a key at the top:
// "targets[]" for "targets[].value".
func (k *Key) Parent() string {
	if i := strings.LastIndex(k.Path, "."); i >= 0 {
		return k.Path[:i]
	}
	return ""
}

// Declaration lists every key of rapor.yaml, each group before its keys, in
// the order in which they are explained.
func Declaration() []Key {
	var out []Key
	for _, part := range [][]Key{officeKeys(), runKeys(), standardKeys(), planKeys(), sourceKeys(), awardKeys(), simulateKeys()} {
		out = append(out, part...)
	}
	return out
}

// declared finds a key by its path, with every index left out.
func declared(path string) (*Key, bool) {
	list := declaration()
	for i := range list {
		if list[i].Path == path {
			return &list[i], true
		}
	}
	return nil, false
}

// declaration is made once, when the first file is read.
var declaration = sync.OnceValue(Declaration)

// below lists the keys of a group: "" for those at the top, "targets[]".
func below(parent string) []*Key {
	var out []*Key
	list := declaration()
	for i := range list {
		if list[i].Parent() == parent {
			out = append(out, &list[i])
		}
	}
	return out
}

// An option adds something to a declared key.
type option func(*Key)

func key(path string, t Type, id, en, example string, more ...option) Key {
	k := Key{Path: path, Type: t, Shape: One, Meaning: text.T(id, en), Example: example}
	for _, add := range more {
		add(&k)
	}
	return k
}

func printed(k *Key)  { k.Printed = true }
func required(k *Key) { k.Required = true }
func apart(k *Key)    { k.Apart = true }
func open(k *Key)     { k.Open = true }
func many(k *Key)     { k.Shape = Many }
func perName(k *Key)  { k.Shape = Named }
func listsOf(k *Key)  { k.Shape = Lists }
func mapsOf(k *Key)   { k.Shape = Maps }

// byCode is a default that is written in the file as it stands.
func byCode(s string) option { return func(k *Key) { k.Default = text.Same(s) } }

func with(name string) option            { return func(k *Key) { k.With = name } }
func from(least, most int64) option      { return func(k *Key) { k.Least, k.Most = least, most } }
func byDefault(id, en string) option     { return func(k *Key) { k.Default = text.T(id, en) } }
func refused(f func(string) bool) option { return func(k *Key) { k.Refused = f } }

func words(list []Choice) option { return func(k *Key) { k.Words = list } }

// choice is a word whose meanings stand beside it.
func choice(word, id, en string, also ...string) Choice { return Choice{word, text.T(id, en), also} }
