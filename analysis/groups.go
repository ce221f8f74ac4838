package analysis

import (
	"math"
	"math/big"
	"slices"
	"sync"

	"rapor/analysis/calendar"
	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/vocabulary"
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
		list, rests := c.services(info, base)
		n := c.borne(info, dim)
		for _, s := range list {
			add(indicator.Label(dim, s, n[s]), false, func(sel *facts.Selection) { sel.Service = s })
		}
		rest(rests, facts.ByService, result.Others(int64(rests), "layanan", "services"))
	case "class":
		list, rests := c.Facts.Queue.Classes(base)
		n := c.borne(info, dim)
		for _, s := range list {
			add(indicator.Label(dim, s, n[s]), false, func(sel *facts.Selection) { sel.Class = s })
		}
		rest(rests, facts.ByClass, result.Others(int64(rests), "kelas tiket", "ticket classes"))
	case "account":
		for _, a := range c.Facts.Finance.Accounts(base) {
			add(accountLabel(a), false, func(sel *facts.Selection) { sel.Account = a })
		}
	case "office":
		for _, o := range c.offices() {
			add(c.officeLabel(o), o == "", func(sel *facts.Selection) { sel.Office = o })
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

// officeLabel names an office: the report's own as its settings do, another as
// the data do.
func (c *run) officeLabel(o string) result.Quantity {
	if o == "" {
		return result.Str(c.Setting.Identity.Name)
	}
	return indicator.Label(vocabulary.Office, o, c.Facts.RowsOf(o))
}

// ever selects the facts of all days.
var ever = facts.Selection{To: math.MaxInt32}

// borne counts, for each label of a dimension, the records of all periods that
// bear it.
func (c *run) borne(info indicator.Info, dim string) map[string]int64 {
	answers := slices.Contains(info.Kinds, "answer")
	key := dim
	if answers {
		key += " of answers"
	}
	c.labels.mu.Lock()
	defer c.labels.mu.Unlock()
	if n, ok := c.labels.of[key]; ok {
		return n
	}
	n := map[string]int64{}
	of := func(l facts.Lane) string {
		if dim == "class" {
			return l.Class
		}
		return l.Service
	}
	if answers {
		c.Facts.Survey.Answers(ever, func(a *record.Answer) { n[a.Service]++ })
	} else {
		c.Facts.Queue.Visits(ever, func(_ *facts.Visit, l facts.Lane) { n[of(l)]++ })
		c.Facts.Queue.Intervals(ever, func(i *record.QueueInterval) { n[of(facts.Lane{Service: i.Service, Class: i.Class})]++ })
	}
	if c.labels.of == nil {
		c.labels.of = map[string]map[string]int64{}
	}
	c.labels.of[key] = n
	return n
}

// tally holds what was counted once for all families, which run side by side.
type tally struct {
	mu sync.Mutex
	of map[string]map[string]int64 // dimension -> label -> records
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
