package opendocument

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/table/numberformat"
	"rapor/ingest/text"
)

// value reads the content of a cell: its typed value, or else its text.
func (d *document) value(s xml.StartElement) (grid.Cell, error) {
	var c grid.Cell
	_, c.Formula = lookup(s, nsTable, "formula")
	shown, err := d.paragraphs()
	if err != nil {
		return c, err
	}
	if failed(s, shown, c.Formula) {
		c.Kind, c.Text = grid.Error, shown
		return c, nil
	}
	switch t := valueType(s); t {
	case "float", "currency", "percentage":
		c.Kind = grid.Number
		if t == "percentage" {
			c.Look = grid.Percent
		}
		c.Text, err = number(attr(s, nsOffice, "value"))
	case "date":
		c.Kind, c.Look = grid.ISODate, grid.Date
		c.Text, err = date(attr(s, nsOffice, "date-value"))
	case "time":
		c.Kind, c.Look = grid.Number, grid.Time
		var days float64
		days, err = clock(attr(s, nsOffice, "time-value"))
		if c.Text = numberformat.Digits(days); days >= 1 {
			c.Look = grid.Span
		}
	case "boolean":
		c.Kind = grid.Bool
		c.Text = strings.ToUpper(attr(s, nsOffice, "boolean-value"))
		if c.Text != "TRUE" && c.Text != "FALSE" {
			err = text.Errorf("nilai logika %q", "boolean %q", c.Text)
		}
	case "string", "", "void":
		if v, ok := lookup(s, nsOffice, "string-value"); ok {
			shown = v
		}
		if c.Text = shown; shown != "" {
			c.Kind = grid.Text
		}
	default:
		err = text.Errorf("jenis nilai %q", "value type %q", t)
	}
	return c, err
}

// valueOf names the attribute that holds the value of a type.
var valueOf = map[string]string{"float": "value", "currency": "value", "percentage": "value", "date": "date-value", "time": "time-value", "boolean": "boolean-value"}

// valueType is the stated type of a cell; one that states a type and no value
// is what it shows.
func valueType(s xml.StartElement) string {
	t := attr(s, nsOffice, "value-type")
	if name := valueOf[t]; name != "" && attr(s, nsOffice, name) == "" {
		return "string"
	}
	return t
}

// failed reports the error values of formulas: LibreOffice types them for
// itself, older versions show them above a zero.
func failed(s xml.StartElement, shown string, formula bool) bool {
	if attr(s, nsCalcExt, "value-type") == "error" {
		return true
	}
	if !formula {
		return false
	}
	switch shown {
	case "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!":
		return true
	}
	n, is := strings.CutPrefix(shown, "Err:")
	_, err := strconv.Atoi(n)
	return is && err == nil
}

func number(s string) (string, error) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || strings.ContainsAny(s, "xXpP_") {
		return "", text.Errorf("bilangan %q", "number %q", s)
	}
	return numberformat.Digits(v), nil
}

// date checks an ISO 8601 date or date and time, and leaves out a time of day
// that is none.
func date(s string) (string, error) {
	day, time, _ := strings.Cut(strings.TrimSpace(s), "T")
	p := strings.Split(strings.TrimPrefix(day, "-"), "-")
	if len(p) != 3 || !digits(p[0]) || !digits(p[1]) || !digits(p[2]) {
		return "", text.Errorf("tanggal %q", "date %q", s)
	}
	if whole, fraction, ok := strings.Cut(time, "."); ok && strings.Trim(fraction, "0") == "" {
		time = whole
	}
	if strings.Trim(time, "0:") == "" {
		return day, nil
	}
	return day + "T" + time, nil
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

var errClock = text.Errorf("jam", "time of day")

// clock reads an ISO 8601 duration of hours, minutes and seconds in days.
func clock(s string) (float64, error) {
	rest, neg := strings.CutPrefix(strings.TrimSpace(s), "-")
	rest, ok := strings.CutPrefix(rest, "P")
	days, clocks, _ := strings.Cut(rest, "T")
	if !ok || days == "" && clocks == "" {
		return 0, text.Errorf("%w %q", "%w %q", errClock, s)
	}
	seconds := 0.0
	for _, u := range []struct {
		part *string
		unit string
		is   float64
	}{{&days, "D", 86400}, {&clocks, "H", 3600}, {&clocks, "M", 60}, {&clocks, "S", 1}} {
		n, after, found := strings.Cut(*u.part, u.unit)
		if !found {
			continue
		}
		v, err := strconv.ParseFloat(strings.Replace(n, ",", ".", 1), 64)
		if err != nil || v < 0 || v > 1e9 || strings.Trim(n, "0123456789.,") != "" {
			return 0, text.Errorf("%w %q", "%w %q", errClock, s)
		}
		seconds += v * u.is
		*u.part = after
	}
	if days != "" || clocks != "" {
		return 0, text.Errorf("%w %q", "%w %q", errClock, s)
	}
	if neg {
		seconds = -seconds
	}
	return seconds / 86400, nil
}

// paragraphs reads the text of a cell up to its end: its paragraphs as lines.
// Annotations and drawings have texts too, which are not the cell's.
func (d *document) paragraphs() (string, error) {
	var b strings.Builder
	n := 0
	err := d.each(func(s xml.StartElement) error {
		if !is(s, nsText, "p") {
			return d.skip()
		}
		if n++; n > 1 {
			b.WriteByte('\n')
		}
		space := true
		return d.inline(&b, &space, 0)
	})
	return b.String(), err
}

// inline reads the text inside a paragraph; runs of white space are one space,
// as in HTML, and none at the start.
func (d *document) inline(b *strings.Builder, space *bool, depth int) error {
	if depth > maxDepth {
		return text.Errorf("lebih dari %d elemen bersarang", "more than %d elements inside each other", maxDepth)
	}
	for {
		t, err := d.dec.Token()
		if err != nil {
			return err
		}
		switch s := t.(type) {
		case xml.EndElement:
			return nil
		case xml.CharData:
			for _, c := range string(s) {
				white := c == ' ' || c == '\t' || c == '\n' || c == '\r'
				switch {
				case white && !*space:
					b.WriteByte(' ')
				case !white:
					b.WriteRune(c)
				}
				*space = white
			}
		case xml.StartElement:
			if err := d.element(s, b, space, depth); err != nil {
				return err
			}
		}
	}
}

// element reads an element inside a paragraph.
func (d *document) element(s xml.StartElement, b *strings.Builder, space *bool, depth int) error {
	if s.Name.Space != nsText {
		return d.skip()
	}
	switch s.Name.Local {
	case "s":
		n := 1
		if v, ok := lookup(s, nsText, "c"); ok {
			k, err := strconv.Atoi(v)
			if err != nil || k < 1 || k > 32767 {
				return text.Errorf("%q spasi", "%q spaces", v)
			}
			n = k
		}
		b.WriteString(strings.Repeat(" ", n))
		*space = false
	case "tab":
		b.WriteByte('\t')
		*space = false
	case "line-break":
		b.WriteByte('\n')
		*space = true
	case "note", "ruby-text":
	default:
		return d.inline(b, space, depth+1)
	}
	return d.skip()
}
