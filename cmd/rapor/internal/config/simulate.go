package config

import (
	"strings"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

// Simulate is what the office says of its waiting hall for the simulation.
type Simulate struct {
	Enabled  *bool      `yaml:"enabled"`  // false leaves the chapter out
	Standard string     `yaml:"standard"` // default: wait_standard
	Close    string     `yaml:"close"`    // default: hours.close
	Counters []Counters `yaml:"counters"` // default: read from the data
}

// Assumes reports that something is said of the hall.
func (s *Simulate) Assumes() bool { return s.Standard != "" || s.Close != "" || len(s.Counters) > 0 }

// Counters is the number of counters open from a time of day on.
type Counters struct {
	From string `yaml:"from"`
	Open int    `yaml:"open"`
}

// simulation reads what is assumed of the hall; opens is the opening time.
func (c *converter) simulation(f *Simulate, opens record.Clock) office.Simulation {
	s := office.Simulation{Off: f.Enabled != nil && !*f.Enabled}
	c.seconds("simulate.standard", f.Standard, &s.Standard)
	c.check(f.Standard == "" || s.Standard > 0, "simulate.standard", "harus lebih dari nol", "must be more than zero")
	c.clock("simulate.close", f.Close, &s.Close)
	c.check(!s.Close.Known() || s.Close > opens, "simulate.close", "%q tidak sesudah jam buka", "%q is not after the opening time", f.Close)
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
