package format

import (
	"strconv"
	"strings"

	"rapor/analysis/result"
)

// Quantity writes a quantity: a value, a text of the data, a date or a term.
func Quantity(q result.Quantity, l Lang) string {
	switch q.Unit {
	case result.Label:
		return q.Label
	case result.Worded:
		if q.Term == nil {
			return ""
		}
		return Text(*q.Term, l)
	case result.Date:
		return Date(q.Label, l)
	case result.Month:
		return Month(q.Label, l)
	case result.Span:
		return Span(q.Label, l)
	}
	return Value(q.Value, q.Unit, l)
}

// Text writes a sentence with its values put in. It is plain text: the caller
// escapes it. Values are put in once and never read as placeholders.
func Text(t result.Text, l Lang) string {
	s := t.In(l)
	if len(t.Args) == 0 {
		return s
	}
	pairs := make([]string, 0, 2*len(t.Args))
	for i, a := range t.Args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", Quantity(a, l))
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

var monthNames = [...][2]string{
	{"Januari", "January"}, {"Februari", "February"}, {"Maret", "March"}, {"April", "April"}, {"Mei", "May"}, {"Juni", "June"},
	{"Juli", "July"}, {"Agustus", "August"}, {"September", "September"}, {"Oktober", "October"}, {"November", "November"}, {"Desember", "December"},
}

var shortMonths = [...][2]string{
	{"Jan", "Jan"}, {"Feb", "Feb"}, {"Mar", "Mar"}, {"Apr", "Apr"}, {"Mei", "May"}, {"Jun", "Jun"}, {"Jul", "Jul"}, {"Agu", "Aug"}, {"Sep", "Sep"}, {"Okt", "Oct"}, {"Nov", "Nov"}, {"Des", "Dec"},
}

func monthName(n string, l Lang) (string, bool) {
	m, err := strconv.Atoi(n)
	if err != nil || m < 1 || m > 12 {
		return "", false
	}
	return say(l, monthNames[m-1][0], monthNames[m-1][1]), true
}

// Date writes an ISO date as "26 Januari 2017"; another text as it is.
func Date(iso string, l Lang) string {
	f := strings.Split(iso, "-")
	if len(f) != 3 {
		return iso
	}
	name, ok := monthName(f[1], l)
	if !ok {
		return iso
	}
	return strings.TrimPrefix(f[2], "0") + " " + name + " " + f[0]
}

// Month writes "2016-07" as "Juli 2016".
func Month(id string, l Lang) string {
	y, m, ok := strings.Cut(id, "-")
	name, known := monthName(m, l)
	if !ok || !known {
		return id
	}
	return name + " " + y
}

// ShortMonth writes "2016-07" as "Jul 16", for axes.
func ShortMonth(id string, l Lang) string {
	y, m, ok := strings.Cut(id, "-")
	n, err := strconv.Atoi(m)
	if !ok || err != nil || n < 1 || n > 12 || len(y) != 4 {
		return id
	}
	return say(l, shortMonths[n-1][0], shortMonths[n-1][1]) + " " + y[2:]
}

// ShortDate writes an ISO day for an axis: "4 Mar 16".
func ShortDate(iso string, l Lang) string {
	if len(iso) != len("2016-03-04") {
		return iso
	}
	month := ShortMonth(iso[:7], l)
	if month == iso[:7] {
		return iso
	}
	return strings.TrimPrefix(iso[8:], "0") + " " + month
}

// Span writes a period id: "Tahun 2016", "Triwulan IV 2016".
func Span(id string, l Lang) string {
	if a, b, ok := strings.Cut(id, ".."); ok {
		from, to := Span(a, l), Span(b, l)
		if ya, yb := strings.TrimSuffix(from, " "+last(from)), last(to); last(from) == yb {
			return ya + "–" + to
		}
		return from + "–" + to
	}
	y, part, ok := strings.Cut(id, "-")
	switch {
	case !ok:
		return say(l, "Tahun ", "Year ") + y
	case strings.HasPrefix(part, "T") && len(part) == 2 && part[1] >= '1' && part[1] <= '4':
		return say(l, "Triwulan ", "Quarter ") + [...]string{"I", "II", "III", "IV"}[part[1]-'1'] + " " + y
	case strings.HasPrefix(part, "S") && len(part) == 2 && part[1] >= '1' && part[1] <= '2':
		return say(l, "Semester ", "Half-year ") + [...]string{"I", "II"}[part[1]-'1'] + " " + y
	}
	return Month(id, l)
}

func last(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
