package facts

import (
	"cmp"
	"slices"
	"strings"

	"rapor/ingest/record"
)

// answers have no key: a respondent's number runs anew in every export.
var answers = life[record.Answer]{
	single:  always[record.Answer],
	kind:    "answer",
	datesBy: "year",
	ref:     func(a *record.Answer) record.Ref { return a.Ref },
	office:  func(a *record.Answer) *string { return &a.Office },
	dated:   func(a *record.Answer) record.Day { return grainEnd(a.Day, a.Grain) },
	tells:   func(a *record.Answer) bool { return a.Grain != record.GrainYear },
	key: func(a, b *record.Answer) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Grain, b.Grain),
			strings.Compare(a.Service, b.Service), slices.Compare(a.Scores[:], b.Scores[:]))
	},
	rest: alike[record.Answer], keyed: never[record.Answer], rows: eachRow[record.Answer], said: nothing[record.Answer],
	unlike: func(a, b *record.Answer) bool { return a.Scores != b.Scores },
	common: true,
}

// complaints are known by their number where the register gives one.
var complaints = life[record.Complaint]{
	single:  always[record.Complaint],
	kind:    "complaint",
	datesBy: "day",
	ref:     func(c *record.Complaint) record.Ref { return c.Ref },
	office:  func(c *record.Complaint) *string { return &c.Office },
	dated:   func(c *record.Complaint) record.Day { return c.Day },
	key: func(a, b *record.Complaint) int {
		if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day)); c != 0 {
			return c
		}
		if c := record.CompareNumbers(a.Number, b.Number); c != 0 || named(a.Number) {
			return c
		}
		return cmp.Or(strings.Compare(a.Channel, b.Channel), strings.Compare(a.Topic, b.Topic))
	},
	rest: func(a, b *record.Complaint) int {
		return cmp.Or(cmp.Compare(boolInt(a.Reopened), boolInt(b.Reopened)), cmp.Compare(a.Closed, b.Closed),
			cmp.Compare(a.Settled, b.Settled), compareDurations(a.Response, b.Response),
			strings.Compare(a.Channel, b.Channel), strings.Compare(a.Topic, b.Topic))
	},
	written: func(a, b *record.Complaint) int { return strings.Compare(a.Number, b.Number) },
	keyed:   func(c *record.Complaint) bool { return named(c.Number) && c.Day.Known() },
	rows:    func(*record.Complaint) multiplicity { return onlyOnce },
	// One that is open again says as much of its course as one that is closed:
	// the export that goes on longer is right, of two that go equally far that of
	// the reopening.
	said: func(c *record.Complaint) int {
		return count(c.Closed.Known() || c.Reopened, c.Settled == record.Yes || c.Reopened)
	},
	apart: func(a, b *record.Complaint) bool {
		return numberedBySheet(a.Ref, b.Ref, a.Number) && (a.Ref.Rest != b.Ref.Rest ||
			a.Channel != b.Channel || a.Topic != b.Topic ||
			a.Closed.Known() && b.Closed.Known() && a.Closed != b.Closed)
	},
	grows: func(a, b *record.Complaint) bool {
		return (!a.Closed.Known() || a.Closed == b.Closed || b.Reopened) && (!a.Response.Known || a.Response == b.Response)
	},
	join: func(into, from *record.Complaint) {
		if !into.Response.Known {
			into.Response = from.Response
		}
		if into.Settled == record.Unknown {
			into.Settled = from.Settled
		}
		into.Channel, into.Topic = cmp.Or(into.Channel, from.Channel), cmp.Or(into.Topic, from.Topic)
	},
}

// applications are known by their number and the day they were made.
var applications = life[record.Application]{
	single:  always[record.Application],
	kind:    "application",
	datesBy: "applied",
	ref:     func(a *record.Application) record.Ref { return a.Ref },
	office:  func(a *record.Application) *string { return &a.Office },
	dated:   func(a *record.Application) record.Day { return a.Applied },
	key: func(a, b *record.Application) int {
		if c := cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Applied, b.Applied)); c != 0 {
			return c
		}
		if c := record.CompareNumbers(a.Number, b.Number); c != 0 || named(a.Number) {
			return c
		}
		return cmp.Or(strings.Compare(a.Service, b.Service), cmp.Compare(a.Express, b.Express))
	},
	rest: func(a, b *record.Application) int {
		return cmp.Or(cmp.Compare(a.Ready, b.Ready), strings.Compare(a.Service, b.Service), cmp.Compare(a.Express, b.Express))
	},
	written: func(a, b *record.Application) int { return strings.Compare(a.Number, b.Number) },
	keyed:   func(a *record.Application) bool { return named(a.Number) && a.Applied.Known() },
	rows:    func(*record.Application) multiplicity { return onlyOnce },
	said:    func(a *record.Application) int { return count(a.Ready.Known()) },
	apart: func(a, b *record.Application) bool {
		return numberedBySheet(a.Ref, b.Ref, a.Number) && (a.Ref.Rest != b.Ref.Rest || a.Service != b.Service ||
			a.Ready.Known() && b.Ready.Known() && a.Ready != b.Ready)
	},
	grows: func(a, b *record.Application) bool { return !a.Ready.Known() || a.Ready == b.Ready },
	join: func(into, from *record.Application) {
		into.Service = cmp.Or(into.Service, from.Service)
		if into.Express == record.Unknown {
			into.Express = from.Express
		}
	},
	common: true,
}

// answerCounts are known by the element and the time that they sum up.
var answerCounts = life[record.AnswerCount]{
	kind:    "answer_count",
	datesBy: "year",
	ref:     func(a *record.AnswerCount) record.Ref { return a.Ref },
	office:  func(a *record.AnswerCount) *string { return &a.Office },
	dated:   func(a *record.AnswerCount) record.Day { return grainEnd(a.Day, a.Grain) },
	tells:   func(a *record.AnswerCount) bool { return a.Grain != record.GrainYear },
	key: func(a, b *record.AnswerCount) int {
		return cmp.Or(strings.Compare(a.Office, b.Office), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Grain, b.Grain),
			strings.Compare(a.Service, b.Service), cmp.Compare(a.Element, b.Element), slices.Compare(a.Counts[:], b.Counts[:]),
			cmp.Compare(boolInt(a.Shares), boolInt(b.Shares)), cmp.Compare(a.Mean.N, b.Mean.N), cmp.Compare(a.Number, b.Number))
	},
	rest: alike[record.AnswerCount], keyed: always[record.AnswerCount],
	rows: func(*record.AnswerCount) multiplicity { return equalOnce }, said: nothing[record.AnswerCount],
	common: true,
}
