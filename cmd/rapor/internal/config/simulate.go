package config

import (
	"strings"

	"rapor/analysis/office"
)

// Simulate is what the office says of its waiting hall for the simulation.
type Simulate struct {
	Enabled  *bool      `yaml:"enabled"`  // false leaves the chapter out
	Standard string     `yaml:"standard"` // default: wait_standard
	Close    string     `yaml:"close"`    // default: hours.close
	Counters []Counters `yaml:"counters"` // default: read from the data
}

// Counters is the number of counters open from a time of day on.
type Counters struct {
	From string `yaml:"from"`
	Open int    `yaml:"open"`
}

func (c *converter) simulation(f *Simulate) office.Simulation {
	s := office.Simulation{Off: f.Enabled != nil && !*f.Enabled}
	c.seconds("simulate.standard", f.Standard, &s.Standard)
	c.clock("simulate.close", f.Close, &s.Close)
	for i, n := range f.Counters {
		path := at("simulate.counters", i)
		var o office.Counters
		c.clock(path+".from", n.From, &o.From)
		c.check(i == 0 || !o.From.Known() || o.From > s.Counters[i-1].From, path+".from",
			"%q tidak sesudah baris di atasnya", "%q is not after the line above", strings.TrimSpace(n.From))
		o.Open = n.Open
		c.check(n.Open > 0 || i+1 < len(f.Counters), path+".open", "loket yang terakhir harus lebih dari nol",
			"the last number of counters must be above zero")
		s.Counters = append(s.Counters, o)
	}
	return s
}
