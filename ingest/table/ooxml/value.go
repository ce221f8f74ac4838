package ooxml

import (
	"bytes"
	"strconv"

	"rapor/ingest/grid"
	"rapor/ingest/table/numberformat"
)

// cellType is the stated type of a cell (ISO/IEC 29500-1, 18.18.11).
type cellType uint8

const (
	typeNumber cellType = iota
	typeShared
	typeString // the cached text of a formula
	typeInline
	typeBool
	typeError
	typeDate // ISO 8601
)

func typeOf(b []byte) (cellType, bool) {
	switch string(b) {
	case "s":
		return typeShared, true
	case "n", "":
		return typeNumber, true
	case "str":
		return typeString, true
	case "inlineStr":
		return typeInline, true
	case "b":
		return typeBool, true
	case "e":
		return typeError, true
	case "d":
		return typeDate, true
	}
	return 0, false
}

// typed turns the stored value, which ends the texts of the row, into the
// cell's kind and text.
func (r *reading) typed(c *stored) error {
	if int(c.style) < len(r.s.book.looks) {
		c.cell.Look = r.s.book.looks[c.style]
	}
	if c.typ == typeString || c.typ == typeInline {
		r.text = excelEscapes(r.text, c.from)
		c.cell.Kind = grid.Text
		if len(r.text) == c.from && !c.cell.Formula {
			c.cell.Kind = grid.Empty
		}
		return nil
	}
	value := bytes.TrimSpace(r.text[c.from:])
	if len(value) == 0 {
		r.text = r.text[:c.from]
		return nil
	}
	r.text = append(r.text[:c.from], value...)
	value = r.text[c.from:]
	switch c.typ {
	case typeShared:
		return r.shared(c, value)
	case typeBool:
		return r.boolean(c, value)
	case typeError:
		c.cell.Kind = grid.Error
	case typeDate:
		c.cell.Kind = grid.ISODate
	default:
		r.number(c, value)
	}
	return nil
}

// shared looks a text up; an index that leads nowhere is a refusal.
func (r *reading) shared(c *stored, value []byte) error {
	i, ok := natural(value)
	if !ok || int(i) >= r.s.book.strings.len() {
		return r.bad("t=\"s\" %q", value)
	}
	r.text = r.text[:c.from]
	if c.cell.Text = r.s.book.strings.at(int(i)); c.cell.Text != "" || c.cell.Formula {
		c.cell.Kind = grid.Text
	}
	return nil
}

func (r *reading) boolean(c *stored, value []byte) error {
	switch string(value) {
	case "1", "true", "TRUE":
		c.cell.Text = "TRUE"
	case "0", "false", "FALSE":
		c.cell.Text = "FALSE"
	default:
		return r.bad("t=\"b\" %q", value)
	}
	c.cell.Kind = grid.Bool
	r.text = r.text[:c.from]
	return nil
}

// number keeps the digits of a number as they stand, except for the noise of
// binary fractions. What is no number is a text.
func (r *reading) number(c *stored, value []byte) {
	digits, whole, ok := decimal(value)
	if !ok {
		c.cell.Kind = grid.Text
		return
	}
	c.cell.Kind = grid.Number
	if digits > 15 && !whole {
		r.text = append(r.text[:c.from], rounded(string(value))...)
	}
}

// decimal reads a number as XML Schema writes it: sign, digits, point, exponent.
// digits are the significant ones; whole is a number of digits alone.
func decimal(b []byte) (digits int, whole, ok bool) {
	whole = true
	any, i := false, 0
	if b[0] == '-' || b[0] == '+' {
		i++
	}
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			any = true
			if digits > 0 || c != '0' {
				digits++
			}
		case c == '.' && whole:
			whole = false
		case (c == 'e' || c == 'E') && any:
			e := b[i+1:]
			if len(e) > 0 && (e[0] == '-' || e[0] == '+') {
				e = e[1:]
			}
			_, ok := natural(e)
			return digits, false, ok && len(e) <= 3
		default:
			return 0, false, false
		}
	}
	return digits, whole, any
}

// rounded gives the 15 significant digits that a spreadsheet shows of the 16 or
// 17 it stores: 9.6731999999999996 is 9.6732.
func rounded(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil { // past what a spreadsheet can hold
		return s
	}
	return numberformat.Digits(f)
}
