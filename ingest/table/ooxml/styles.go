package ooxml

import (
	"strconv"
	"strings"

	"rapor/ingest/grid"
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
	err = p.furniture(func(sc *scanner) error {
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
		b.looks = append(b.looks, look(id, custom[id]))
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

// look classifies a number format by its code or its built-in id (ISO/IEC
// 29500-1, 18.8.30, with the East Asian date formats 27 to 36 and 50 to 58).
func look(id int, code string) grid.Look {
	switch {
	case code != "":
		return codeLook(code)
	case id == 9 || id == 10:
		return grid.Percent
	case id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58:
		return grid.Date
	case id >= 18 && id <= 21:
		return grid.Time
	case id >= 45 && id <= 47:
		return grid.Span
	case id == 49:
		return grid.AsText
	}
	return grid.General
}

// codeLook classifies a format code by its first section.
func codeLook(code string) grid.Look {
	plain, span := bare(code)
	p := strings.ToLower(plain)
	switch {
	case span:
		return grid.Span
	case p == "general" || p == "standard" || p == "":
		return grid.General
	case strings.ContainsAny(p, "yd") || strings.Trim(p, "m -/.,") == "" && strings.Contains(p, "m") || strings.Contains(p, "mmm") && !strings.Contains(p, "h"):
		return grid.Date
	case strings.ContainsAny(p, "hs"):
		return grid.Time
	case strings.Contains(p, "%"):
		return grid.Percent
	case strings.TrimSpace(p) == "@":
		return grid.AsText
	}
	return grid.General
}

// bare strips a format code's first section of quoted and escaped characters,
// colours and locales; span reports elapsed time such as [h] or [mm].
func bare(code string) (plain string, span bool) {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return out.String(), span
		case '"':
			if k := strings.IndexByte(code[i+1:], '"'); k >= 0 {
				i += k + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			k := strings.IndexByte(code[i:], ']')
			if k < 0 {
				continue
			}
			in := strings.ToLower(code[i+1 : i+k])
			span = span || in != "" && (strings.Trim(in, "h") == "" || strings.Trim(in, "m") == "" || strings.Trim(in, "s") == "")
			i += k
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), span
}
