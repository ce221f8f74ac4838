package config

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"rapor/ingest/text"
)

// validate holds a value against a schema, in the few words of JSON Schema
// that ours uses; a word it does not know fails the test.
func validate(t *testing.T, s map[string]any, v any) error {
	t.Helper()
	for word, arg := range s {
		if err := obey(t, s, word, arg, v); err != nil {
			return err
		}
	}
	return nil
}

func obey(t *testing.T, s map[string]any, word string, arg, v any) error {
	switch word {
	case "$schema", "title", "description", "examples", "default":
		return nil
	case "type":
		list, many := arg.([]any)
		if !many {
			list = []any{arg}
		}
		if !slices.Contains(list, any(typeName(v))) && !(typeName(v) == "integer" && slices.Contains(list, any("number"))) {
			return fmt.Errorf("%v is no %v", v, arg)
		}
	case "enum":
		if !slices.Contains(arg.([]any), v) {
			return fmt.Errorf("%v is not among %v", v, arg)
		}
	case "pattern":
		if x, ok := v.(string); ok && !regexp.MustCompile(arg.(string)).MatchString(x) {
			return fmt.Errorf("%q does not fit %s", x, arg)
		}
	case "minimum", "maximum":
		if x, ok := number(v); ok && (word == "minimum" && x < arg.(float64) || word == "maximum" && x > arg.(float64)) {
			return fmt.Errorf("%v is out of range", v)
		}
	case "anyOf":
		for _, one := range arg.([]any) {
			if validate(t, one.(map[string]any), v) == nil {
				return nil
			}
		}
		return fmt.Errorf("%v fits nothing", v)
	case "items":
		list, _ := v.([]any)
		for _, x := range list {
			if err := validate(t, arg.(map[string]any), x); err != nil {
				return err
			}
		}
	case "required":
		for _, name := range arg.([]any) {
			if m, ok := v.(map[string]any); ok && m[name.(string)] == nil {
				return fmt.Errorf("%v is missing", name)
			}
		}
	case "properties", "additionalProperties":
		return members(t, s, word, v)
	default:
		t.Fatalf("the test does not know %q", word)
	}
	return nil
}

// members holds the members of an object against those a schema names, or the
// others against what it says of others.
func members(t *testing.T, s map[string]any, word string, v any) error {
	props, _ := s["properties"].(map[string]any)
	m, _ := v.(map[string]any)
	for name, x := range m {
		p, known := props[name].(map[string]any)
		if known != (word == "properties") {
			continue
		}
		if !known {
			if s[word] == false {
				return fmt.Errorf("%s is not known", name)
			}
			p = s[word].(map[string]any)
		}
		if err := validate(t, p, x); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func number(v any) (float64, bool) {
	switch x := v.(type) {
	case uint64:
		return float64(x), true
	case int64:
		return float64(x), true
	}
	return 0, false
}

func typeName(v any) string {
	switch v.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case uint64, int64:
		return "integer"
	case float64:
		return "number"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "null"
}

// TestSchema: an editor that holds rapor.yaml against the schema accepts what
// the program accepts, the sample's own settings among it, and names slips in
// keys, words and shapes.
func TestSchema(t *testing.T) {
	for _, lang := range []text.Lang{text.ID, text.EN} {
		b, err := Schema(lang)
		if err != nil {
			t.Fatal(err)
		}
		var s map[string]any
		if err := json.Unmarshal(b, &s); err != nil {
			t.Fatal(err)
		}
		if s["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
			t.Errorf("schema %v", s["$schema"])
		}
		check := func(src string) error {
			var v any
			if err := yaml.Unmarshal([]byte(src), &v); err != nil {
				t.Fatal(err)
			}
			return validate(t, s, v)
		}
		sample, err := os.ReadFile("../../../../sample-data/rapor.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if err := check(string(sample)); err != nil {
			t.Errorf("the sample's settings: %v", err)
		}
		for _, k := range Declaration() {
			if k.Type != Group {
				if err := check(alone(&k)); err != nil {
					t.Errorf("%s: %v", alone(&k), err)
				}
			}
		}
		for _, src := range []string{
			"kantor: {name: A}", "office: {nmae: A}", "office: Kantor", "lang: fr", "targets: [{indicator: ANT-99, value: 90%}]", "targets: [{indicator: ANT-06}]",
			"quota: {number: 5}", "jobs: 0", "strict: benar", "sources: [{glob: a.csv, unit: sekon}]", "sources: [{glob: a.csv, kind: tikcet}]", "hours: {open: '07:30'}",
			"max_reject: '1'", "as_of: kemarin", "wait_standard: sejam", "process_days: 3.5", "priority_classes: C", "rules: [a]",
		} {
			if check(src) == nil {
				t.Errorf("%s: %q passes", lang, src)
			}
		}
	}
}
