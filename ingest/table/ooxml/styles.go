package ooxml

import (
	"strconv"

	"rapor/ingest/table/numberformat"
)

// readStyles reads the little of the styles that tells a date from a number:
// the number format of each cell style.
func (b *book) readStyles(name string) error {
	p, err := b.part(name)
	if err != nil {
		return err
	}
	custom := map[int]string{}
	var cells []int
	err = furniture(p, func(sc *scanner) error {
		if err := sc.root("styleSheet"); err != nil {
			return err
		}
		return sc.children(func() error {
			switch string(sc.name) {
			case "numFmts":
				return sc.children(func() error {
					id, code, err := sc.format()
					custom[id] = code
					return err
				})
			case "cellXfs":
				return sc.children(func() error {
					id, _, err := sc.format()
					cells = append(cells, id)
					return err
				})
			}
			return sc.skip()
		})
	})
	for _, id := range cells {
		b.looks = append(b.looks, numberformat.Look(id, custom[id]))
	}
	b.styled = len(cells) > 0
	return err
}

// format reads the number format of an element and skips what is inside.
func (s *scanner) format() (id int, code string, err error) {
	var num string
	if err := s.attributes(map[string]*string{"numFmtId": &num, "formatCode": &code}); err != nil {
		return 0, "", err
	}
	if num != "" {
		if id, err = strconv.Atoi(num); err != nil {
			return 0, "", errMalformed
		}
	}
	return id, code, s.skip()
}
