package facts

import "slices"

// words is a dictionary of one column from codes to texts; code 0 is the empty
// text. After sealing, codes are in the order of the texts, whatever came
// first. Codes are as wide as memory: what stands in a column is the office's
// affair, and a code that ran over would give one office's tickets to another.
type words struct {
	list []string
	code map[string]uint32
}

func (w *words) of(s string) uint32 {
	if s == "" {
		return 0
	}
	if c, ok := w.code[s]; ok {
		return c
	}
	if w.code == nil {
		w.code = map[string]uint32{}
		w.list = append(w.list, "")
	}
	c := uint32(len(w.list))
	w.list = append(w.list, s)
	w.code[s] = c
	return c
}

func (w *words) text(c uint32) string {
	if c == 0 {
		return ""
	}
	return w.list[c]
}

// lookup finds the code of a text; the empty one is always known.
func (w *words) lookup(s string) (uint32, bool) {
	if s == "" {
		return 0, true
	}
	c, ok := w.code[s]
	return c, ok
}

// size is the number of codes, that of the empty text included.
func (w *words) size() int { return max(1, len(w.list)) }

// take adds the texts of another dictionary and says which codes they have here.
func (w *words) take(o *words) []uint32 {
	re := make([]uint32, o.size())
	for i := 1; i < len(o.list); i++ {
		re[i] = w.of(o.list[i])
	}
	return re
}

// sort gives the texts codes in their order and says which code became which.
func (w *words) sort() []uint32 {
	old := w.list
	re := make([]uint32, w.size())
	if len(old) == 0 {
		return re
	}
	w.list = slices.Clone(old)
	slices.Sort(w.list)
	for i, s := range old {
		at, _ := slices.BinarySearch(w.list, s)
		re[i] = uint32(at)
		if i > 0 {
			w.code[s] = uint32(at)
		}
	}
	return re
}

// The columns of a ticket that are kept as codes, each with a dictionary of its
// own.
const (
	inOffice = iota
	inService
	inClass
	inStage
	inCounter
	inSeries // what stands before the running part of the number
	columns
)

// columnNames are the fields of the columns, as layouts name them.
var columnNames = [columns]string{"office", "service", "class", "stage", "counter", "number"}

// dictionaries are those of all columns.
type dictionaries [columns]words

// take adds the texts of others; the codes of their visits must then be given
// anew by the tables it returns.
func (d *dictionaries) take(o *dictionaries) (re [columns][]uint32) {
	for i := range d {
		re[i] = d[i].take(&o[i])
	}
	return re
}

func (d *dictionaries) sort() (re [columns][]uint32) {
	for i := range d {
		re[i] = d[i].sort()
	}
	return re
}

// recode gives a visit's texts their new codes; a column without a table keeps
// its own.
func (v *Visit) recode(re *[columns][]uint32) {
	for i, table := range re {
		if table != nil {
			v.code[i] = table[v.code[i]]
		}
	}
}
