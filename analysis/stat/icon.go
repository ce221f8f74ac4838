package stat

// Direction says which way is good: Up, Down, or Neither for figures that only
// describe.
type Direction int8

const (
	Down    Direction = -1
	Neither Direction = 0
	Up      Direction = 1
)

// Variation is the left icon of Making Data Count: what the last point says.
type Variation string

const (
	VariationCommon      Variation = "common"
	VariationImprovedHi  Variation = "improvement_high"
	VariationImprovedLo  Variation = "improvement_low"
	VariationConcernHi   Variation = "concern_high"
	VariationConcernLo   Variation = "concern_low"
	VariationNeutralHi   Variation = "neutral_high"
	VariationNeutralLo   Variation = "neutral_low"
	VariationUndecidable Variation = "none" // no known point, or no limits there
)

// Assurance is the right icon: whether the process as it stands meets a target.
type Assurance string

const (
	AssuranceNone   Assurance = "none"        // no target, no direction or no limits
	AssurancePass   Assurance = "pass"        // the target lies beyond the limits on the bad side of the data
	AssuranceFail   Assurance = "fail"        // the process will miss the target unless it changes
	AssuranceRandom Assurance = "hit_or_miss" // the target lies between the limits
)

// VariationAt is the icon of point i.
func (x XmR) VariationAt(i int, good Direction) Variation {
	switch {
	case i < 0 || i >= len(x.Flags) || !x.Lines[i].Known:
		return VariationUndecidable
	case x.Flags[i] == Common:
		return VariationCommon
	case good == Neither && x.Rising[i]:
		return VariationNeutralHi
	case good == Neither:
		return VariationNeutralLo
	case x.Rising[i] && good == Up:
		return VariationImprovedHi
	case x.Rising[i]:
		return VariationConcernHi
	case good == Down:
		return VariationImprovedLo
	}
	return VariationConcernLo
}

// Variation is the icon of the last known point.
func (x XmR) Variation(obs []Obs, good Direction) Variation {
	return x.VariationAt(lastKnown(obs), good)
}

// AssuranceAt compares the limits at point i with the target in force there.
func (x XmR) AssuranceAt(i int, target Obs, good Direction) Assurance {
	if i < 0 || i >= len(x.Lines) || !x.Lines[i].Known || !target.Known || good == Neither {
		return AssuranceNone
	}
	b, t := x.Lines[i], target.Value
	switch {
	case good == Up && t < b.Lower, good == Down && t > b.Upper:
		return AssurancePass
	case good == Up && t > b.Upper, good == Down && t < b.Lower:
		return AssuranceFail
	}
	return AssuranceRandom
}

// Assurance is the icon at the last known point, against the last target in
// force at or before it. targets runs parallel to the points, so that a target
// may change over time; an unknown entry repeats the one before.
func (x XmR) Assurance(obs, targets []Obs, good Direction) Assurance {
	i := lastKnown(obs)
	var t Obs
	for k := 0; k <= i && k < len(targets); k++ {
		if targets[k].Known {
			t = targets[k]
		}
	}
	return x.AssuranceAt(i, t, good)
}

func lastKnown(obs []Obs) int {
	i := len(obs) - 1
	for i >= 0 && !obs[i].Known {
		i--
	}
	return i
}
