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
		g.Rows = append(g.Rows, result.GroupRow{Label: m.label, Value: v, Own: m.own})
	}
	return g
}

// member is one value of a dimension with the facts it selects.
type member struct {
	label result.Quantity
	sel   facts.Selection
	own   bool
}

// membersIn lists the members of a dimension in the facts that an indicator is
// computed from: surveys name services in their own way, and may stand alone.
func (c *run) membersIn(p calendar.Period, info indicator.Info, dim string) []member {
	base := facts.Selection{From: p.From, To: p.To}
	var out []member
	add := func(label result.Quantity, own bool, set func(*facts.Selection)) {
		sel := base
		set(&sel)
		out = append(out, member{label, sel, own})
	}
	switch dim {
	case "service":
		for _, s := range c.services(info, base) {
			add(result.Str(s), false, func(sel *facts.Selection) { sel.Service = s })
		}
	case "class":
		for _, s := range c.Facts.Queue.Classes(base) {
			add(result.Str(s), false, func(sel *facts.Selection) { sel.Class = s })
		}
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

func (c *run) services(info indicator.Info, sel facts.Selection) []string {
	if slices.Contains(info.Kinds, "answer") {
		return c.Facts.Survey.Services(sel)
	}
	return c.Facts.Queue.Services(sel)
}

// offices lists the offices in the facts; "" is the office of the report.
func (c *run) offices() []string {
	out := c.Facts.Offices()
	if !slices.Contains(out, "") {
		out = append([]string{""}, out...)
	}
	return out
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
