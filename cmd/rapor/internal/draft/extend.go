package draft

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"rapor/ingest/text"
)

// Extend adds entries to the list of sources of a rapor.yaml that is there and
// leaves every other byte of it as it is. ok is false where the list is written
// in a way that nothing can be added to: the entries have to be pasted by hand.
func Extend(old string, add []Entry, lang text.Lang) (out string, ok bool) {
	end := "\n"
	if strings.Contains(old, "\r\n") {
		end = "\r\n"
	}
	indent, at, place := room(old)
	if place == none {
		return old, false
	}
	w := writer{lang: lang}
	if place == begin {
		w.line(0, "")
		w.sources(add)
	} else {
		for i := range add {
			w.entry(&add[i], indent)
		}
	}
	lines := strings.SplitAfter(old, "\n")
	if n := len(lines); n > 0 && lines[n-1] == "" {
		lines = lines[:n-1]
	}
	before := strings.Join(lines[:at], "")
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += end
	}
	return before + strings.ReplaceAll(w.b.String(), "\n", end) + strings.Join(lines[at:], ""), true
}

// how entries can be added to a file.
const (
	none  = iota // not at all
	begin        // with a list of their own at its end
	after        // after the last of its list
)

// room finds the line after the last entry of sources and how deep entries
// stand there.
func room(old string) (indent, at, place int) {
	tree, err := parser.ParseBytes([]byte(old), 0)
	if err != nil || len(tree.Docs) > 1 {
		return 0, 0, none
	}
	lines := strings.Count(old, "\n")
	if old != "" && !strings.HasSuffix(old, "\n") {
		lines++
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return 0, lines, begin
	}
	var keys []*ast.MappingValueNode
	switch m := tree.Docs[0].Body.(type) {
	case *ast.MappingNode:
		keys = m.Values
	case *ast.MappingValueNode:
		keys = []*ast.MappingValueNode{m}
	case *ast.NullNode, *ast.CommentGroupNode:
		return 0, lines, begin
	default:
		return 0, 0, none
	}
	next := lines + 1 // the line of the key after sources
	for i, k := range keys {
		if k.Key.GetToken().Value != "sources" {
			continue
		}
		list, is := k.Value.(*ast.SequenceNode)
		if !is || list.IsFlowStyle || len(list.Values) == 0 {
			return 0, 0, none
		}
		if i+1 < len(keys) {
			next = keys[i+1].Key.GetToken().Position.Line
		}
		dash := list.Start.Position
		all := strings.SplitAfter(old, "\n")
		for at = next - 1; at > dash.Line && unwritten(all[at-1]); at-- {
		}
		return dash.Column - 1, at, after
	}
	return 0, lines, begin
}

// unwritten reports a line of nothing but blanks and a comment at its very
// beginning, which belongs to what comes below.
func unwritten(line string) bool {
	return strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#")
}
