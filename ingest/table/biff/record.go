package biff

import (
	"encoding/binary"

	"rapor/ingest/text"
)

// Identifiers of the records that are read ([MS-XLS] 2.3; the older ones in
// "OpenOffice.org's Documentation of the Microsoft Excel File Format").
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDate1904   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recColInfo    = 0x007D
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recMulBlank   = 0x00BE
	recRString    = 0x00D6
	recXF         = 0x00E0
	recMergeCells = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recBlank      = 0x0201
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recArray      = 0x0221
	recRowHeight  = 0x0225 // DefaultRowHeight
	recTable      = 0x0236
	recRK         = 0x027E
	recFormat     = 0x041E
	recSharedFmla = 0x04BC
	recBOF        = 0x0809
	recLast       = 0x10FF // no record has a higher identifier
)

// record is one record; at is where it starts in the stream.
type record struct {
	id   uint16
	data []byte
	at   int
}

func (r *record) u16(at int) int { return int(binary.LittleEndian.Uint16(r.data[at:])) }
func (r *record) u32(at int) uint32 {
	return binary.LittleEndian.Uint32(r.data[at:])
}

// need makes sure that a record holds at least n bytes.
func (r *record) need(n int) error {
	if len(r.data) < n {
		return r.wrong("%d bita, bukan %d", "%d bytes instead of %d", len(r.data), n)
	}
	return nil
}

// exactly makes sure that a record of fixed size has that size: a damaged
// length must not pass for a value.
func (r *record) exactly(n int) error {
	if len(r.data) != n {
		return r.wrong("%d bita, bukan %d", "%d bytes instead of %d", len(r.data), n)
	}
	return nil
}

func (r *record) wrong(id, en string, args ...any) error {
	return text.Errorf("rekaman %#04x pada %d: %w", "record %#04x at %d: %w", r.id, r.at, text.Errorf(id, en, args...))
}

// stream is the workbook stream, and the place of the next record.
type stream struct {
	all []byte
	pos int
}

// next reads a record. Running past the end is an error: every substream ends
// with its own EOF record.
func (s *stream) next() (record, error) {
	s.pad()
	if len(s.all)-s.pos < 4 {
		return record{}, text.Errorf("aliran berakhir pada %d tanpa rekaman EOF", "the stream ends at %d without an EOF record", s.pos)
	}
	r := record{id: binary.LittleEndian.Uint16(s.all[s.pos:]), at: s.pos}
	n := int(binary.LittleEndian.Uint16(s.all[s.pos+2:]))
	if r.id == 0 || r.id > recLast {
		return r, text.Errorf("%#04x pada %d bukan rekaman", "%#04x at %d is no record", r.id, s.pos)
	}
	if n > len(s.all)-s.pos-4 {
		return r, text.Errorf("rekaman %#04x pada %d terpotong", "record %#04x at %d is cut short", r.id, s.pos)
	}
	r.data = s.all[s.pos+4 : s.pos+4+n]
	s.pos += 4 + n
	return r, nil
}

// lostSector is the smallest piece of a disk that is lost at once and comes back
// as zeros.
const lostSector = 512

// pad passes over zeros between records, which some writers fill up with: any
// number of them before an EOF record, and before other records whole words
// that are too few to stand for a lost piece of the file.
func (s *stream) pad() {
	n := 0
	for s.pos+n < len(s.all) && s.all[s.pos+n] == 0 {
		n++
	}
	eof := s.all[min(s.pos+n, len(s.all)):]
	if words := n / 4 * 4; len(eof) >= 4 && binary.LittleEndian.Uint32(eof) == recEOF && n > 0 {
		s.pos += n
	} else if n < lostSector {
		s.pos += words
	}
}

// continued gathers a record and the CONTINUE records after it.
func (s *stream) continued(r record) (*cursor, error) {
	c := &cursor{segments: [][]byte{r.data}, rec: r}
	for len(s.all)-s.pos >= 4 && binary.LittleEndian.Uint16(s.all[s.pos:]) == recContinue {
		more, err := s.next()
		if err != nil {
			return nil, err
		}
		c.segments = append(c.segments, more.data)
	}
	return c, nil
}

// cursor reads on through a record and its continuations.
type cursor struct {
	segments [][]byte // the first is the one being read
	rec      record
}

// settle goes to the segment that holds the next byte; false at the end.
func (c *cursor) settle() bool {
	for len(c.segments) > 0 && len(c.segments[0]) == 0 {
		c.segments = c.segments[1:]
	}
	return len(c.segments) > 0
}

func (c *cursor) short() error { return c.rec.wrong("sebuah teks terpotong", "a text is cut short") }

func (c *cursor) u8() (int, error) {
	if !c.settle() {
		return 0, c.short()
	}
	v := c.segments[0][0]
	c.segments[0] = c.segments[0][1:]
	return int(v), nil
}

func (c *cursor) u16() (int, error) {
	lo, err := c.u8()
	if err != nil {
		return 0, err
	}
	hi, err := c.u8()
	return lo | hi<<8, err
}

func (c *cursor) u32() (int64, error) {
	lo, err := c.u16()
	if err != nil {
		return 0, err
	}
	hi, err := c.u16()
	return int64(lo) | int64(hi)<<16, err
}

func (c *cursor) skip(n int64) error {
	for n > 0 {
		if !c.settle() {
			return c.short()
		}
		k := min(n, int64(len(c.segments[0])))
		c.segments[0] = c.segments[0][k:]
		n -= k
	}
	return nil
}
