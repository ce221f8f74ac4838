package facts

import "rapor/ingest/record"

// The running part of a ticket number is its last digits, up to six: "A-012"
// is A- and 012. A visit keeps both parts, and by them the number itself: the
// width with the value, since 12 and 012 are two numbers of one table, and which
// of several ways to write the series it is.
const (
	runDigits = 6
	runBits   = 20 // hold 999,999
	runValue  = 1<<runBits - 1
	wayBits   = 8 // which way the series is written, above the width
	wayShift  = 23
	noNumber  = -1 // no number at all, or a mark in its place
	onlyNamed = -2 // letters only: a name of something, by which tickets are not told apart
	noRunning = -3 // a number without digits at its end, and below: written another way
)

// splitNumber parts a ticket number into its series and its running part.
func splitNumber(number string) (series string, run int32) {
	if record.Nameless(number) {
		return "", noNumber
	}
	at := len(number)
	for at > 0 && len(number)-at < runDigits && digit(number[at-1]) {
		at--
	}
	if at == len(number) {
		for i := range len(number) {
			if digit(number[i]) {
				return number, noRunning
			}
		}
		return number, onlyNamed
	}
	var n int32
	for _, c := range number[at:] {
		n = n*10 + c - '0'
	}
	return number[:at], int32(len(number)-at)<<runBits | n
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// numbered reports a number by which a ticket is known within its day.
func (v *Visit) numbered() bool { return v.run >= 0 || v.run <= noRunning }

// value is the running part without its width and the way of writing.
func (v *Visit) value() int32 {
	if v.run < 0 {
		return max(v.run, noRunning)
	}
	return v.run & runValue
}

// plainSeries gives numbers that are one but for their dress one series: "A-",
// "a" and "A ". Which of them it was is kept beside the running part. The
// dictionary must be sorted.
func (q *Queue) plainSeries() {
	w := &q.words[inSeries]
	type form struct {
		text    string
		running bool
	}
	first, last := map[form]uint32{}, map[form]int32{}
	as := make([][2]struct {
		code uint32
		way  int32
	}, w.size())
	several := false
	for code, series := range w.list {
		plain := record.PlainNumber(series + "1")
		for i, f := range []form{{plain[:len(plain)-1], true}, {record.PlainNumber(series), false}} {
			if _, met := first[f]; met {
				last[f], several = min(last[f]+1, 1<<wayBits-1), true
			} else {
				first[f] = uint32(code)
			}
			as[code][i].code, as[code][i].way = first[f], last[f]
		}
	}
	for i := range q.visits {
		v := &q.visits[i]
		if !several || !v.numbered() {
			continue
		}
		to := as[v.code[inSeries]][boolInt(v.run < 0)]
		if v.code[inSeries] = to.code; v.run < 0 {
			v.run -= to.way
		} else {
			v.run |= to.way << wayShift
		}
	}
}

// running is the running part of the number as a number; ok is false where it
// has none, or one too long to run.
func (v *Visit) running(series string) (n int32, ok bool) {
	if v.run < 0 || series != "" && digit(series[len(series)-1]) {
		return 0, false
	}
	return v.run & runValue, true
}
