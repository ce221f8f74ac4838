package analysis

import (
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/rules"
)

// methods lists exactly the rules that indicators with a value rest on, in the
// order of the register.
func (c *run) methods(inds []result.Indicator) []result.Method {
	used := map[string]bool{}
	for i := range inds {
		if !inds[i].Value.Known() {
			continue
		}
		for _, b := range inds[i].Basis {
			used[b] = true
		}
		if inds[i].Control != nil {
			used["STAT-XMR"] = true
		}
	}
	var out []result.Method
	for _, r := range rules.All() {
		if used[r.ID] {
			out = append(out, result.Method{ID: r.ID, Title: r.Title, Value: c.set(r.ID), Source: r.Source, Status: r.Status, From: r.From, To: r.To, Note: r.Note})
		}
	}
	return out
}

// set gives the values the office chose for a rule, or the defaults.
func (c *run) set(id string) []result.Quantity {
	s := c.Setting
	switch id {
	case "ANT-TUNGGU":
		return []result.Quantity{result.Int(int64(s.WaitStandard), result.Seconds), result.Int(int64(s.LongWait), result.Seconds)}
	case "ANT-URUTAN":
		return []result.Quantity{result.Int(int64(s.Tolerance), result.Seconds)}
	case "PAS-HARI":
		return []result.Quantity{result.Int(int64(s.ProcessDays), result.Days)}
	case "ANT-KUOTA":
		var out []result.Quantity
		for _, q := range s.Quotas {
			out = append(out, result.Int(q.Number, result.Tickets))
		}
		return out
	}
	return nil
}

// infoOf is the declaration of an indicator that was made without a domain.
func infoOf(ind result.Indicator) indicator.Info {
	return indicator.Info{ID: ind.ID, Name: ind.Name, Unit: ind.Unit, NUnit: ind.Value.NUnit, Better: ind.Better, Basis: ind.Basis}
}
