package texttest

import (
	"encoding/json"
	"fmt"
	"strings"

	"rapor/ingest/text"
)

// Walk reads JSON and calls with every text in two languages in it, by the
// names on the way to it; places in lists are left out. It returns how many
// there are.
func Walk(b []byte, each func(path string, t text.Text)) (n int, err error) {
	var tree any
	if err := json.Unmarshal(b, &tree); err != nil {
		return 0, err
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(path, x)
			}
		case map[string]any:
			if t, ok := pair(v); ok {
				n++
				each(path, t)
			}
			for k, x := range v {
				walk(strings.TrimPrefix(path+"."+k, "."), x)
			}
		}
	}
	walk("", tree)
	return n, nil
}

// pair is the text an object holds: one with a language that is missing or no
// string is a text too, and a flawed one. An object with an id of its own (an
// indicator, a figure) is none.
func pair(v map[string]any) (text.Text, bool) {
	id, first := v["id"]
	en, second := v["en"]
	for k := range v {
		if k != "id" && k != "en" && k != "args" && !second {
			return text.Text{}, false
		}
	}
	if !first && !second {
		return text.Text{}, false
	}
	said := func(x any) string {
		if x == nil {
			return ""
		}
		return fmt.Sprint(x)
	}
	return text.T(said(id), said(en)), true
}
