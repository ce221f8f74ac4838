package analysis

import (
	"strings"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/rules"
)

// methods lists exactly the rules that indicators with a value rest on, in the
// order of the register, with the parameters in force.
func (c *run) methods(inds []result.Indicator) []result.Method {
	used := rulesUsed(inds)
	var out []result.Method
	for _, r := range rules.All() {
		if used[r.ID] {
			out = append(out, result.Method{ID: r.ID, Title: r.Title, Value: c.set(r.ID), Source: r.Source, Status: r.Status, From: r.From, To: r.To,
				Note: c.noteOf(&r), Parameters: c.parameters(r.ID)})
		}
	}
	return out
}

// noteOf is a rule's note, and that the rule came into force after the period:
// what it gives for it is a simulation.
func (c *run) noteOf(r *rules.Rule) result.Text {
	if r.From <= c.Period.To.String() {
		return r.Note
	}
	later := result.T("Belum berlaku pada masa ini: dipakai sebagai simulasi.", "Not yet in force in this period: used as a simulation.")
	return result.T(strings.TrimSpace(later.ID+" "+r.Note.ID), strings.TrimSpace(later.EN+" "+r.Note.EN))
}

// rulesUsed tells the rules that indicators with a value rest on. A composite
// (the final value of budget performance) names the rules of all its parts;
// a rule that some indicator names first is used only when one of those has a
// value, so that parts without data do not count.
func rulesUsed(inds []result.Indicator) map[string]bool {
	used, first := map[string]bool{}, map[string]bool{}
	for i := range inds {
		for k, b := range inds[i].Basis {
			if k == 0 {
				first[b] = first[b] || inds[i].Value.Known()
			}
			used[b] = used[b] || inds[i].Value.Known()
		}
		if ctl := inds[i].Control; ctl != nil && ctl.Chart == string(indicator.XmR) && inds[i].Value.Known() {
			used["STAT-XMR"] = true
		}
	}
	for b, known := range first {
		used[b] = known
	}
	return used
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
	case "GAK-KELUAR":
		return []result.Quantity{result.Int(int64(s.RemovalDays), result.Days)}
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
