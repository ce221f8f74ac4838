package analysis

import (
	"math/big"
	"slices"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
)

// groups breaks the value of the period down by each dimension the indicator
// allows. A dimension with fewer than two members says nothing and is left out.
func (c *run) groups(info indicator.Info, value func(facts.Selection) result.Value) []result.Group {
	var out []result.Group
	for _, dim := range info.By {
		g := c.group(info, dim, value)
		if len(g.Rows) > 1 {
			out = append(out, g)
		}
	}
	return out
}

func (c *run) group(info indicator.Info, dim string, value func(facts.Selection) result.Value) result.Group {
	g := result.Group{Dimension: dim, Title: dimensionTitle(dim)}
	for _, m := range c.membersIn(c.Period, info, dim) {
		v := value(m.sel)
		if !v.Known() {
			continue
		}
		g.Rows = append(g.Rows, result.GroupRow{Label: m.label, Value: v, Own: m.own, Merged: m.merged})
	}
	return g
}

// member is one value of a dimension with the facts it selects.
type member struct {
	label  result.Quantity
	sel    facts.Selection
	own    bool
	merged int64 // labels that it stands for together; 0 = one
}

// membersIn lists the members of a dimension in the facts that an indicator is
// computed from: surveys name services in their own way, and may stand alone.
func (c *run) membersIn(p calendar.Period, info indicator.Info, dim string) []member {
	base := facts.Selection{From: p.From, To: p.To}
	var out []member
	add := func(label result.Quantity, own bool, set func(*facts.Selection)) {
		sel := base
		set(&sel)
		out = append(out, member{label: label, sel: sel, own: own})
	}
	rest := func(n int, of facts.Dimension, label result.Quantity) {
		if n > 0 {
			sel := base
			sel.Rest = of
			out = append(out, member{label: label, sel: sel, merged: int64(n)})
		}
	}
	switch dim {
	case "service":
		list, n := c.services(info, base)
		for _, s := range list {
			add(result.Str(s), false, func(sel *facts.Selection) { sel.Service = s })
		}
		rest(n, facts.ByService, result.Others(int64(n), "layanan", "services"))
	case "class":
		list, n := c.Facts.Queue.Classes(base)
		for _, s := range list {
			add(result.Str(s), false, func(sel *facts.Selection) { sel.Class = s })
		}
		rest(n, facts.ByClass, result.Others(int64(n), "kelas tiket", "ticket classes"))
	case "account":
		for _, a := range c.Facts.Finance.Accounts(base) {
			add(accountLabel(a), false, func(sel *facts.Selection) { sel.Account = a })
		}
	case "office":
		for _, o := range c.offices() {
			add(result.Str(c.officeLabel(o)), o == "", func(sel *facts.Selection) { sel.Office = o })
		}
	}
	return out
}

func (c *run) services(info indicator.Info, sel facts.Selection) (list []string, rest int) {
	if slices.Contains(info.Kinds, "answer") {
		return c.Facts.Survey.Services(sel)
	}
	return c.Facts.Queue.Services(sel)
}

// offices lists the offices that are compared; "" is the office of the report.
func (c *run) offices() []string {
	list, _ := c.Facts.PartOffices()
	if !slices.Contains(list, "") {
		list = append([]string{""}, list...)
	}
	return list
}

func (c *run) officeLabel(o string) string {
	if o == "" {
		return c.Setting.Identity.Name
	}
	return o
}

func dimensionTitle(dim string) result.Text {
	switch dim {
	case "service":
		return result.T("Menurut layanan", "By service")
	case "class":
		return result.T("Menurut kelas tiket", "By ticket class")
	case "account":
		return result.T("Menurut jenis belanja", "By type of spending")
	case "office":
		return result.T("Menurut kantor", "By office")
	}
	return result.T(dim, dim)
}

func accountLabel(a int16) result.Quantity {
	switch a {
	case 51:
		return result.Named("51 Belanja pegawai", "51 Personnel")
	case 52:
		return result.Named("52 Belanja barang", "52 Goods and services")
	case 53:
		return result.Named("53 Belanja modal", "53 Capital")
	case 57:
		return result.Named("57 Bantuan sosial", "57 Social assistance")
	}
	return result.Named("Akun lain", "Other accounts")
}

// share of a whole as a rational; nil when the whole is zero.
func portion(part, all int64) *big.Rat {
	if all == 0 {
		return nil
	}
	return big.NewRat(part, all)
}
