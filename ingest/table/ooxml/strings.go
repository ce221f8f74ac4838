package ooxml

import (
	"math"
	"strings"
	"unicode/utf8"

	"rapor/ingest/reject"
)

// texts are the shared strings, one after the other.
type texts struct {
	all  string
	ends []uint32
}

func (t *texts) len() int { return len(t.ends) }

func (t *texts) at(i int) string {
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.all[from:t.ends[i]]
}

// readStrings reads the shared strings: the texts of each item, phonetic
// readings left out.
func (b *book) readStrings(name string) error {
	p, err := b.part(name)
	if err != nil {
		return err
	}
	var all strings.Builder
	var item []byte
	most := min(b.lim.Strings, math.MaxUint32)
	return scan(p, nil, func(sc *scanner) error {
		if err := sc.root("sst"); err != nil {
			return err
		}
		err := sc.children(func() error {
			if string(sc.name) != "si" {
				return sc.skip()
			}
			var err error
			if item, err = sc.rich(item[:0]); err != nil {
				return err
			}
			item = excelEscapes(item, 0)
			if !utf8.Valid(item) {
				return errMalformed
			}
			if int64(all.Len()+len(item)) > most {
				return refuse(reject.OverLimit, "%s", name)
			}
			all.Write(item)
			b.strings.ends = append(b.strings.ends, uint32(all.Len()))
			return nil
		})
		b.strings.all = all.String()
		return err
	})
}

// rich appends the text of an item: plain, or the runs of a rich text joined.
func (s *scanner) rich(dst []byte) ([]byte, error) {
	for {
		ok, err := s.child()
		if err != nil || !ok {
			return dst, err
		}
		switch string(s.name) {
		case "t":
			dst, err = s.content(dst)
		case "r":
			dst, err = s.rich(dst)
		default:
			err = s.skip()
		}
		if err != nil {
			return dst, err
		}
	}
}
