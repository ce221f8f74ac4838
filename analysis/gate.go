package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// Causes of a result.GateReason.
const (
	GateNothing  = "nothing"  // no row at all could be used
	GateUnread   = "unread"   // a data file, or a sheet of one, was not read or not recognised
	GateRejected = "rejected" // more rows of a kind were rejected than allowed
	GateDecides  = "decides"  // rejected rows are all there is of a headline's month
)

// defaultReject is the share of a kind's rows that may be rejected when the
// office states none.
var defaultReject = big.NewRat(1, 100)

// Gate lists why the data are not good enough for a run to end as if nothing
// had happened: what a monthly job must not overlook. The report is made all
// the same. PDFs, pictures and other entries that are no data do not count.
// Without a period, months are not looked at.
func Gate(in Input) []result.GateReason {
	c := &run{Input: in, domains: domains(in.Facts, in.Setting)}
	return slices.Concat(c.nothing(), c.unread(), c.overRejected(), c.deciding())
}

func (c *run) nothing() []result.GateReason {
	a := c.accounting()
	if a.used > 0 {
		return nil
	}
	return []result.GateReason{{Cause: GateNothing, Rows: a.rejected, Of: a.read - a.aside,
		Say: result.T("tidak satu baris pun dapat dipakai; {0} ditolak", "not a single row could be used; {0} were rejected", result.Int(a.rejected, result.Count))}}
}

// unread lists the data files of which nothing was recognised, and the sheets
// that were lost to damage or doubt.
func (c *run) unread() []result.GateReason {
	var out []result.GateReason
	for i := range c.Sources {
		s := &c.Sources[i]
		if !s.Expected || s.Passed() {
			continue
		}
		code, sheet := lost(s)
		if code == "" {
			continue
		}
		r := result.GateReason{Cause: GateUnread, File: s.Name, Sheet: sheet, Code: code}
		if sheet == "" {
			r.Say = result.T("{0} tidak terbaca atau tidak dikenali ({1})", "{0} was not read or not recognised ({1})", result.Str(s.Name), result.Str(code))
		} else {
			r.Say = result.T("lembar {0} pada {1} tidak terbaca ({2})", "sheet {0} of {1} was not read ({2})", result.Str(sheet), result.Str(s.Name), result.Str(code))
		}
		out = append(out, r)
	}
	return out
}

// lost is the problem for which a file, or a sheet of it, is missing from the
// data; "" when nothing is. A sheet that no layout fits may stand beside one
// that is data: a cover, notes.
func lost(s *result.Source) (code, sheet string) {
	switch s.Refused {
	case "":
	case "D105", "D111": // a PDF; a copy of another file
		return "", ""
	default:
		return s.Refused, ""
	}
	recognised := false
	for i := range s.Sheets {
		switch sh := &s.Sheets[i]; sh.Refused {
		case "":
			recognised = true
		case "D120": // left out by rapor.yaml
		case "D110", "D201", "D206": // no table, no layout, hidden
			if code == "" {
				code = sh.Refused
			}
		default:
			return sh.Refused, sh.Name
		}
	}
	if recognised {
		return "", ""
	}
	return code, ""
}

// overRejected lists the kinds of records of which more rows were rejected
// than allowed.
func (c *run) overRejected() []result.GateReason {
	limit := c.MaxReject
	if limit == nil {
		limit = defaultReject
	}
	rejected, candidates := map[string]int64{}, map[string]int64{}
	for i := range c.Sources {
		for _, sh := range c.Sources[i].Sheets {
			rejected[sh.Kind] += sh.Rejected
			candidates[sh.Kind] += sh.Read - sh.Aside
		}
	}
	var out []result.GateReason
	for _, k := range kindNames {
		n, of := rejected[k.kind], candidates[k.kind]
		if n == 0 || big.NewRat(n, of).Cmp(limit) <= 0 {
			continue
		}
		out = append(out, result.GateReason{Cause: GateRejected, Kind: k.kind, Rows: n, Of: of, Limit: limit,
			Say: result.T("{0} dari {1} baris {2} ditolak, melebihi batas {3}", "{0} of {1} rows of {2} were rejected, above the limit of {3}",
				result.Int(n, result.Count), result.Int(of, result.Count), KindName(k.kind), result.Num(limit, result.Share))})
	}
	return out
}

// deciding lists the months of the period in which a headline has nothing but
// rejected rows: whether it has a value there hangs on them alone. A rejected
// row without a readable date may belong to any empty month between the first
// and the last day of its kind.
func (c *run) deciding() []result.GateReason {
	if !c.Period.From.Known() {
		return nil
	}
	var out []result.GateReason
	told := map[string]bool{}
	for _, info := range c.headlineInfos() {
		by, undated := c.rejectedMonths(info.Kinds)
		first, last := c.spanOf(info.Kinds)
		for _, m := range c.Period.Months() {
			n := by[m.ID()]
			if inner := m.First().String() > first && m.Last().String() < last; inner {
				n += undated
			}
			key := info.Kinds[0] + m.ID()
			if n == 0 || told[key] || c.holds(info.Kinds, m) {
				continue
			}
			told[key] = true
			out = append(out, result.GateReason{Cause: GateDecides, Kind: info.Kinds[0], Month: m.ID(), Rows: n,
				Say: result.T("{0} tanpa {1} yang dapat dipakai, padahal {2} baris ditolak dapat berasal dari bulan itu", "{0} has no usable {1}, but {2} rejected rows may be of that month",
					result.In(m.ID()), KindName(info.Kinds[0]), result.Int(n, result.Count))})
		}
	}
	return out
}

func (c *run) headlineInfos() []indicator.Info {
	var out []indicator.Info
	for _, id := range headlines {
		for _, d := range c.domains {
			for _, info := range d.infos() {
				if info.ID == id {
					out = append(out, info)
				}
			}
		}
	}
	return out
}

// rejectedMonths counts the rejected rows of some kinds by month, and those
// whose month cannot be read.
func (c *run) rejectedMonths(kinds []string) (by map[string]int64, undated int64) {
	by = map[string]int64{}
	for i := range c.Sources {
		for _, sh := range c.Sources[i].Sheets {
			if !slices.Contains(kinds, sh.Kind) {
				continue
			}
			dated := int64(0)
			for _, m := range sh.RejectedIn {
				by[m.Month] += m.Rows
				dated += m.Rows
			}
			undated += max(0, sh.Rejected-dated)
		}
	}
	return by, undated
}

// spanOf is the first and last date of the used rows of some kinds, "" without any.
func (c *run) spanOf(kinds []string) (first, last string) {
	for i := range c.Sources {
		for _, sh := range c.Sources[i].Sheets {
			if !slices.Contains(kinds, sh.Kind) || sh.First == "" {
				continue
			}
			if first == "" || sh.First < first {
				first = sh.First
			}
			last = max(last, sh.Last)
		}
	}
	return first, last
}

// holds reports whether the report's own office has a row of some kinds in a
// month.
func (c *run) holds(kinds []string, m calendar.Month) bool {
	return slices.ContainsFunc(kinds, func(kind string) bool { return c.Facts.Holds("", kind, m.First(), m.Last()) })
}
