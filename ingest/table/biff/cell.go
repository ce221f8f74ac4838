package biff

import (
	"encoding/binary"
	"math"

	"rapor/ingest/grid"
	"rapor/ingest/table/numberformat"
)

// errorTexts are the error values of a cell ([MS-XLS] 2.5.10, BErr).
var errorTexts = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}

// take decodes one record of a sheet; what holds no value is passed over.
func (d *decoder) take(s *stream, r record) error {
	switch r.id {
	case recString:
		return d.formulaText(s, r)
	case recSharedFmla, recArray, recTable, recContinue:
		return nil // may stand between a formula and its text
	}
	if err := d.settle(); err != nil {
		return err
	}
	switch r.id {
	case recNumber, recRK, recLabelSST, recBoolErr:
		return d.fixed(r)
	case recMulRK:
		return d.mulRK(r)
	case recLabel, recRString:
		return d.label(s, r)
	case recFormula:
		return d.formula(r)
	case 0x0002, 0x0003, 0x0004, 0x0005, 0x0206, 0x0406:
		return r.wrong("sel dari versi yang lebih tua", "a cell of an older version")
	}
	return nil
}

// settle hands on a formula whose text never came.
func (d *decoder) settle() error {
	if d.pending == nil {
		return nil
	}
	p := *d.pending
	d.pending = nil
	return d.put(p)
}

// at reads the row, column and format that every cell record starts with.
func (d *decoder) at(r record) (placed, error) {
	if err := r.need(6); err != nil {
		return placed{}, err
	}
	p := placed{row: r.u16(0), col: r.u16(2)}
	look, err := d.look(r, r.u16(4))
	p.cell.Look = look
	return p, err
}

// look is the look of an XF. A book without any XF is one of the small
// scripts'.
func (d *decoder) look(r record, xf int) (grid.Look, error) {
	looks := d.book.looks
	switch {
	case len(looks) == 0:
		return grid.General, nil
	case xf >= len(looks):
		return 0, r.wrong("format %d dari %d", "format %d of %d", xf, len(looks))
	}
	return looks[xf], nil
}

// fixed decodes the cell records of fixed size.
func (d *decoder) fixed(r record) error {
	size := map[uint16]int{recNumber: 14, recRK: 10, recLabelSST: 10, recBoolErr: 8}[r.id]
	if r.id == recBoolErr && len(r.data) == 9 {
		size = 9 // LibreOffice writes a byte more than the format has
	}
	if err := r.exactly(size); err != nil {
		return err
	}
	p, err := d.at(r)
	if err != nil {
		return err
	}
	c := &p.cell
	switch r.id {
	case recNumber:
		c.Kind, c.Text, err = number(r, math.Float64frombits(binary.LittleEndian.Uint64(r.data[6:])))
	case recRK:
		c.Kind, c.Text, err = number(r, rk(r.u32(6)))
	case recLabelSST:
		i := r.u32(6)
		if i >= uint32(len(d.book.strings)) {
			return r.wrong("teks bersama %d dari %d", "shared string %d of %d", i, len(d.book.strings))
		}
		c.Kind, c.Text = textual(d.book.strings[i])
	case recBoolErr:
		c.Kind, c.Text, err = boolErr(r, r.data[6], r.data[7])
	}
	if err != nil {
		return err
	}
	return d.put(p)
}

func textual(s string) (grid.Kind, string) {
	if s == "" {
		return grid.Empty, ""
	}
	return grid.Text, s
}

func number(r record, v float64) (grid.Kind, string, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, "", r.wrong("angka yang bukan angka", "a number that is none")
	}
	return grid.Number, numberformat.Digits(v), nil
}

func boolErr(r record, value, isError byte) (grid.Kind, string, error) {
	switch {
	case isError == 0 && value == 0:
		return grid.Bool, "FALSE", nil
	case isError == 0 && value == 1:
		return grid.Bool, "TRUE", nil
	case isError == 1 && errorTexts[value] != "":
		return grid.Error, errorTexts[value], nil
	}
	return 0, "", r.wrong("nilai %#02x, galat %#02x", "value %#02x, error %#02x", value, isError)
}

// rk decodes the short form of a number ([MS-XLS] 2.5.218): 30 bits of an
// integer or the upper 30 bits of a float, divided by 100 when bit 0 is set.
func rk(v uint32) float64 {
	f := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}

// mulRK decodes a run of short numbers in one row.
func (d *decoder) mulRK(r record) error {
	if err := r.need(12); err != nil {
		return err
	}
	n := (len(r.data) - 6) / 6
	first, last := r.u16(2), r.u16(len(r.data)-2)
	if (len(r.data)-6)%6 != 0 || last != first+n-1 {
		return r.wrong("kolom %d sampai %d dalam %d bita", "columns %d to %d in %d bytes", first, last, len(r.data))
	}
	for i := range n {
		p := placed{row: r.u16(0), col: first + i}
		var err error
		if p.cell.Look, err = d.look(r, r.u16(4+6*i)); err != nil {
			return err
		}
		if p.cell.Kind, p.cell.Text, err = number(r, rk(r.u32(6+6*i))); err != nil {
			return err
		}
		if err := d.put(p); err != nil {
			return err
		}
	}
	return nil
}

// label decodes a text that stands in the cell itself.
func (d *decoder) label(s *stream, r record) error {
	p, err := d.at(r)
	if err != nil {
		return err
	}
	c, err := s.continued(r)
	if err != nil {
		return err
	}
	if err := c.skip(6); err != nil {
		return err
	}
	t, err := d.book.label(c, false)
	if err != nil {
		return err
	}
	p.cell.Kind, p.cell.Text = textual(t)
	return d.put(p)
}

// formula decodes the cached result of a formula ([MS-XLS] 2.5.133). Without
// one the cell is empty and says that it is a formula.
func (d *decoder) formula(r record) error {
	if err := r.need(20); err != nil {
		return err
	}
	p, err := d.at(r)
	if err != nil {
		return err
	}
	c := &p.cell
	c.Formula = true
	v := r.data[6:14]
	if v[6] != 0xFF || v[7] != 0xFF {
		f := math.Float64frombits(binary.LittleEndian.Uint64(v))
		// Writers that cannot compute store zero and ask Excel to compute on
		// opening (bit 1, PEAR's Spreadsheet_Excel_Writer and its kin).
		if f == 0 && r.u16(14)&2 != 0 {
			return d.put(p)
		}
		if c.Kind, c.Text, err = number(r, f); err != nil {
			return err
		}
		return d.put(p)
	}
	switch v[0] {
	case 0, 3: // a text that follows, or an empty one
		d.pending = &p
		return nil
	case 1:
		c.Kind, c.Text, err = boolErr(r, v[2], 0)
	case 2:
		c.Kind, c.Text, err = boolErr(r, v[2], 1)
	default:
		return r.wrong("hasil %#02x", "result %#02x", v[0])
	}
	if err != nil {
		return err
	}
	return d.put(p)
}

// formulaText takes the text of the formula before it.
func (d *decoder) formulaText(s *stream, r record) error {
	c, err := s.continued(r)
	if err != nil {
		return err
	}
	t, err := d.book.label(c, false)
	if err != nil {
		return err
	}
	if d.pending == nil {
		return r.wrong("teks tanpa rumusnya", "a text without its formula")
	}
	d.pending.cell.Kind, d.pending.cell.Text = textual(t)
	return d.settle()
}
