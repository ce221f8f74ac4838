package config

import (
	"fmt"

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

func (c *collector) simulation(f *Simulate) office.Simulation {
	s := office.Simulation{Off: f.Enabled != nil && !*f.Enabled}
	c.seconds("simulate.standard", f.Standard, &s.Standard)
	c.clock("simulate.close", f.Close, &s.Close)
	for i, n := range f.Counters {
		key := fmt.Sprintf("simulate.counters[%d]", i)
		var o office.Counters
		c.clock(key+".from", n.From, &o.From)
		if !o.From.Known() || i > 0 && o.From <= s.Counters[i-1].From {
			c.fail(key+".from", n.From, `jam seperti "07:30", makin siang dari baris ke baris`)
		}
		if o.Open = n.Open; n.Open < 0 || n.Open == 0 && i+1 == len(f.Counters) {
			c.fail(key+".open", fmt.Sprint(n.Open), "jumlah loket; yang terakhir lebih dari nol")
		}
		s.Counters = append(s.Counters, o)
	}
	return s
}
