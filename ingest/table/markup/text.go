package markup

import "strings"

// prose gathers the text of a cell or of the page: white space is one space,
// a break is a new line.
type prose struct {
	b      strings.Builder
	space  bool // white space waits to be written
	breaks bool // a new line waits to be written
}

func (t *prose) reset() { *t = prose{} }

func (t *prose) write(s string) {
	for _, c := range s {
		switch c {
		case ' ', '\t', '\n', '\r', '\f':
			t.space = true
			continue
		}
		switch {
		case t.b.Len() == 0:
		case t.breaks:
			t.b.WriteByte('\n')
		case t.space:
			t.b.WriteByte(' ')
		}
		t.space, t.breaks = false, false
		t.b.WriteRune(c)
	}
}

// br and block begin a new line before whatever follows.
func (t *prose) br()    { t.breaks = true }
func (t *prose) block() { t.breaks = true }

// String is the text without no-break spaces at its ends, which web
// applications write into empty cells.
func (t *prose) String() string { return strings.TrimSpace(t.b.String()) }

// lines are the lines that hold something.
func (t *prose) lines() []string {
	var out []string
	for l := range strings.SplitSeq(t.String(), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
