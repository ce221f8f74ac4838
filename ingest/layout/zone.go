package layout

import (
	"fmt"
	"strings"

	"rapor/ingest/text"
)

// zoneTerm is a word for the key zone of rapor.yaml: in which zone the times of
// a file are told, and in which the office keeps its hours.
type zoneTerm struct {
	Term
	ahead int32 // seconds that the office is ahead of UTC
	naive bool  // times without a zone are of UTC too
}

// zoneTerms are the zones of Indonesia (Keputusan Presiden 41/1987).
var zoneTerms = makeZones()

func makeZones() []zoneTerm {
	var out []zoneTerm
	for i, name := range []string{"WIB", "WITA", "WIT"} {
		h := 7 + i
		out = append(out, zoneTerm{Term{name, text.T(fmt.Sprintf("jam bertanda UTC dijadikan %s (UTC+%d)", name, h),
			fmt.Sprintf("times marked as UTC are made %s (UTC+%d)", name, h)), offsets("", h)}, int32(h * 3600), false})
	}
	for i, name := range []string{"WIB", "WITA", "WIT"} {
		h := 7 + i
		out = append(out, zoneTerm{Term{"UTC ke " + name,
			text.T(fmt.Sprintf("jam tanpa tanda zona juga UTC, dijadikan %s (UTC+%d)", name, h),
				fmt.Sprintf("times without a zone are UTC too, made %s (UTC+%d)", name, h)),
			append([]string{"UTC to " + name, "UTC > " + name}, offsets("UTC ke ", h)...)}, int32(h * 3600), true})
	}
	return append(out, zoneTerm{Term{"setempat", text.T("jam adalah jam kantor, tanda UTC diabaikan",
		"times are the office's own, marks of UTC are ignored"),
		[]string{"local", "lokal"}}, 0, false})
}

func offsets(before string, h int) []string {
	var out []string
	for _, form := range []string{"+%d", "+0%d", "+%d:00", "+0%d:00", "UTC+%d", "UTC+0%d", "GMT+%d", "UTC+0%d:00",
		"GMT+0%d:00"} {
		out = append(out, before+fmt.Sprintf(form, h))
	}
	return out
}

// ZoneTerms lists the words of the key zone.
func ZoneTerms() []Term {
	var out []Term
	for _, z := range zoneTerms {
		out = append(out, z.Term)
	}
	return out
}

func zoneOf(word string) (*zoneTerm, bool) {
	for i := range zoneTerms {
		if word = strings.TrimSpace(word); word != "" && zoneTerms[i].is(word) {
			return &zoneTerms[i], true
		}
	}
	return nil, false
}

// ZoneFits reports whether a kind has times that a zone says something of.
func ZoneFits(kind string) bool {
	k, ok := kindOf(kind)
	if !ok {
		return false
	}
	for i := range k.fields {
		if t := k.fields[i].typ; t == clock || t == day {
			return true
		}
	}
	return false
}

// zone sets what rapor.yaml says of the zone of a column.
func (p *Plan) zone(rd *reader) {
	if p.ov == nil || !(rd.typ == clock || rd.typ == clockSpan || rd.typ == day) {
		return
	}
	if z, ok := zoneOf(p.ov.Zone); ok {
		rd.ahead, rd.naive, rd.zone = z.ahead, z.naive, bySetting
	}
}
