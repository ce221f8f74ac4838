package config

import (
	"bytes"
	"encoding/json"

	"rapor/ingest/text"
)

// node is one schema of JSON Schema, in the order in which it is written.
type node struct {
	Schema      string          `json:"$schema,omitempty"`
	Title       string          `json:"title,omitempty"`
	Description string          `json:"description,omitempty"`
	Type        any             `json:"type,omitempty"`
	Enum        []string        `json:"enum,omitempty"`
	Pattern     string          `json:"pattern,omitempty"`
	Minimum     *int64          `json:"minimum,omitempty"`
	Maximum     *int64          `json:"maximum,omitempty"`
	Properties  map[string]node `json:"properties,omitempty"` // written in the order of their names
	Required    []string        `json:"required,omitempty"`
	Items       *node           `json:"items,omitempty"`
	AnyOf       []node          `json:"anyOf,omitempty"`
	// Additional is false, or the schema of every further property.
	Additional any      `json:"additionalProperties,omitempty"`
	Examples   []string `json:"examples,omitempty"`
	Default    string   `json:"default,omitempty"`
}

// Schema is the JSON Schema (draft 2020-12) of rapor.yaml, for editors. It is
// as strict about keys, words and shapes as the program; that dates exist and
// entries agree, the program alone checks.
func Schema(lang text.Lang) ([]byte, error) {
	root := object("", lang)
	root.Schema, root.Title = "https://json-schema.org/draft/2020-12/schema", Name
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(root)
	return b.Bytes(), err
}

// object is the schema of a group.
func object(path string, lang text.Lang) node {
	n := node{Type: "object", Properties: map[string]node{}, Additional: false}
	for _, k := range below(path) {
		n.Properties[k.Name()] = shaped(k, lang)
		if k.Required {
			n.Required = append(n.Required, k.Name())
		}
	}
	return n
}

// shaped is the schema of a key: of its type, of a list or of a map of it.
func shaped(k *Key, lang text.Lang) node {
	inner := typed(k, lang)
	n := inner
	switch k.Shape {
	case Many:
		n = node{Type: "array", Items: &inner}
	case Named:
		n = node{Type: "object", Additional: inner}
	case Lists:
		n = node{Type: "object", Additional: node{Type: "array", Items: &inner}}
	case Maps:
		n = node{Type: "object", Additional: node{Type: "object", Additional: inner}}
	}
	n.Description = k.Meaning.In(lang)
	if k.Example != "" {
		n.Examples = []string{k.Example}
	}
	return n
}

// patterns of the types that are texts of a form.
var patterns = map[Type]string{
	Date:   `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`,
	Clock:  `^[0-9]{1,2}[:.][0-9]{2}$`,
	Span:   `[0-9] *(h|m|s|jam|menit|detik)`,
	Share:  `^[0-9]+([.,][0-9]+)? *%$`,
	Filter: `^[^=]*[^=! ][^=]*=`,
}

// A text is often written without quotes, and an editor then takes it for a
// number or a switch; the program reads it as it is written.
var textual = []string{"string", "number", "boolean"}

func typed(k *Key, lang text.Lang) node {
	switch k.Type {
	case Group:
		if k.Shape == Many {
			return object(k.Path+"[]", lang)
		}
		return object(k.Path, lang)
	case Both:
		languages := map[string]node{"id": {Type: textual}, "en": {Type: textual}}
		return node{AnyOf: []node{{Type: textual}, {Type: "object", Properties: languages, Additional: false}}}
	case Switch:
		return node{AnyOf: []node{{Type: "boolean"}, {Enum: []string{"ya", "tidak", "yes", "no"}}}}
	case Count:
		return node{Type: "integer", Minimum: &k.Least, Maximum: &k.Most}
	case Word:
		var list []string
		for _, w := range k.Words {
			list = append(append(list, w.Word), w.Also...)
		}
		if k.Open { // an editor suggests the words and lets others pass
			return node{AnyOf: []node{{Enum: list}, {Type: textual}}}
		}
		return node{Enum: list}
	}
	if p := patterns[k.Type]; p != "" {
		return node{Type: "string", Pattern: p}
	}
	return node{Type: textual}
}
