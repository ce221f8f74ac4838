package facts

import "rapor/ingest/record"

// The running part of a ticket number is its last digits, up to six: "A-012"
// is A- and 012. A visit keeps both parts, and by them the number itself: the
// width with the value, since 12 and 012 are two numbers.
const (
	runDigits = 6
	runBits   = 20 // hold 999,999
	noNumber  = -1 // no number at all, or a mark in its place
	noRunning = -2 // a number without digits at its end
	onlyNamed = -3 // letters only: a name of something, by which tickets are not told apart
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
func (v *Visit) numbered() bool { return v.run >= 0 || v.run == noRunning }

// running is the running part of the number as a number; ok is false where it
// has none, or one too long to run.
func (v *Visit) running(series string) (n int32, ok bool) {
	if v.run < 0 || series != "" && digit(series[len(series)-1]) {
		return 0, false
	}
	return v.run & (1<<runBits - 1), true
}
