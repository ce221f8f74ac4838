package config

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// mapping gives the entries of a mapping node.
func (r *reader) mapping(n ast.Node, path string) ([]*ast.MappingValueNode, bool) {
	switch m := n.(type) {
	case *ast.MappingNode:
		return m.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}, true
	}
	if r.reference(n, path) {
		return nil, false
	}
	if path == "" {
		r.refuse(n, path, "bukan pengaturan; tulis kunci: nilai, satu tiap baris",
			"these are no settings; write key: value, one a line")
		return nil, false
	}
	example := "kunci: nilai"
	if keys := below(general(path)); len(keys) > 0 {
		example = keys[0].Name() + ": " + keys[0].Example
	} else if k, ok := declared(general(path)); ok {
		example = k.Example
	}
	r.refuse(n, path, "harus kunci dengan nilainya, misalnya %s", "must be keys with their values, such as %s", example)
	return nil, false
}

// reference refuses what stands for another part of the file.
func (r *reader) reference(n ast.Node, path string) bool {
	switch n.(type) {
	case *ast.AliasNode, *ast.AnchorNode, *ast.TagNode:
		r.refuse(n, path, "tanda &, *, dan ! dari YAML tidak dipakai di sini; tulis isinya langsung",
			"the marks &, * and ! of YAML are not used here; write the content itself")
		return true
	}
	return false
}

// scalar gives the text of a node as it is written, without its quotes.
func (r *reader) scalar(n ast.Node, path string, k *Key) (string, bool) {
	switch s := n.(type) {
	case *ast.StringNode:
		return s.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(s.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	case *ast.NullNode:
		return "", true
	case *ast.AliasNode:
		r.refuse(n, path, "yang diawali * harus dalam tanda kutip, misalnya \"*.csv\"",
			"what begins with * must be in quotes, such as \"*.csv\"")
	case *ast.AnchorNode, *ast.TagNode:
		r.refuse(n, path, "yang diawali & atau ! harus dalam tanda kutip", "what begins with & or ! must be in quotes")
	default:
		r.refuse(n, path, "harus satu nilai, misalnya %s", "must be a single value, such as %s", one(k))
	}
	return "", false
}

// one is the example of a key, or of one item of it.
func one(k *Key) string {
	s := strings.Trim(k.Example, "[]{}")
	if k.Shape == One || s == "" {
		return k.Example
	}
	s, _, _ = strings.Cut(s, ",")
	if _, value, ok := strings.Cut(s, ": "); ok && k.Shape == Named {
		return value
	}
	return s
}

// keyName is the text of a key; false for what is no plain key.
func keyName(k ast.MapKeyNode) (string, bool) {
	switch s := k.(type) {
	case *ast.StringNode:
		return s.Value, strings.TrimSpace(s.Value) != ""
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
		return k.GetToken().Value, true
	case *ast.MergeKeyNode:
		return "<<", true // an unknown key like any other; reader.entry says so
	}
	return "", false
}

// join is the path of a key in a group.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// general is a path without its indexes: "targets[]" for "targets[2]".
func general(path string) string {
	var out strings.Builder
	for path != "" {
		before, rest, found := strings.Cut(path, "[")
		out.WriteString(before)
		if !found {
			break
		}
		index, after, closed := strings.Cut(rest, "]")
		if _, err := strconv.Atoi(index); closed && err == nil {
			index = ""
		}
		out.WriteString("[" + index + "]")
		path = after
	}
	return out.String()
}

// fieldOf finds the field of a struct with a yaml name.
func fieldOf(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("yaml") == name {
			return v.Field(i)
		}
	}
	return reflect.Value{} // a test holds File against the declaration
}

// names are the keys of a group as words to choose from.
func names(keys []*Key) []Choice {
	var out []Choice
	for _, k := range keys {
		out = append(out, Choice{Word: k.Name(), Meaning: k.Meaning, Also: inOtherWords[k.Name()]})
	}
	return out
}
