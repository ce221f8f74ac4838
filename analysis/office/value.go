package office

import (
	"math/big"
	"strings"
	"time"
)

// ParseValue reads a target or a bound in the words of an office into the base
// unit of its indicator: per cent ("90%") and per mille ("5‰") into a share,
// durations ("45 menit", "1 jam 30 menit", "90s") into seconds, rupiah
// ("Rp1.234.567") into sen, "4 hari" and plain scores ("76,61") as they are.
// ok is false for anything else.
func ParseValue(s string) (v *big.Rat, ok bool) {
	s = strings.TrimSpace(s)
	if d, ok := ParseSpan(s); ok && strings.TrimRight(s, "0123456789.,") != "" {
		return big.NewRat(int64(d/time.Second), 1), true
	}
	scale := big.NewRat(1, 1)
	switch {
	case strings.HasSuffix(s, "%"):
		s, scale = strings.TrimSuffix(s, "%"), big.NewRat(1, 100)
	case strings.HasSuffix(s, "‰"):
		s, scale = strings.TrimSuffix(s, "‰"), big.NewRat(1, 1000)
	case strings.HasPrefix(s, "Rp"):
		s, scale = strings.ReplaceAll(strings.TrimPrefix(s, "Rp"), ".", ""), big.NewRat(100, 1)
	case strings.HasSuffix(s, "hari"):
		s = strings.TrimSuffix(s, "hari")
	}
	v, ok = new(big.Rat).SetString(strings.Replace(strings.TrimSpace(s), ",", ".", 1))
	if !ok {
		return nil, false
	}
	return v.Mul(v, scale), true
}

// ParseSpan reads a length of time: "60m", "90s", "3h", "45 menit",
// "1 jam 30 menit".
func ParseSpan(s string) (time.Duration, bool) {
	s = strings.ReplaceAll(strings.ToLower(s), " ", "")
	for _, r := range []struct{ word, unit string }{{"menit", "m"}, {"jam", "h"}, {"detik", "s"}} {
		s = strings.ReplaceAll(s, r.word, r.unit)
	}
	d, err := time.ParseDuration(s)
	return d, err == nil
}
