package rules

// Set is the rule set of a fiscal year for budget performance.
type Set struct {
	ID    string
	Named bool // the indicators existed under the name IKPA
}

// FinanceSet returns the rule set of a fiscal year. IKPA rests on PMK
// 195/PMK.05/2018; nothing before may bear its name.
func FinanceSet(year int) Set {
	switch {
	case year <= 2017:
		return Set{ID: "tanpa-ikpa"}
	case year <= 2019:
		return Set{ID: "ikpa-2018", Named: true}
	case year <= 2021:
		return Set{ID: "ikpa-2020", Named: true}
	case year <= 2023:
		return Set{ID: "ikpa-2022", Named: true}
	}
	return Set{ID: "ikpa-2024", Named: true}
}

// AbsorptionTarget is the cumulative target of an account at the end of a
// quarter (1 to 4), in per cent of the ceiling, under PER-5/PB/2024.
func AbsorptionTarget(account int16, quarter int) (int64, bool) {
	var t [4]int64
	switch account {
	case 51, 57:
		t = [4]int64{20, 50, 75, 95}
		if account == 57 {
			t[0] = 25
		}
	case 52:
		t = [4]int64{15, 50, 70, 90}
	case 53:
		t = [4]int64{10, 40, 70, 90}
	default:
		return 0, false
	}
	if quarter < 1 || quarter > 4 {
		return 0, false
	}
	return t[quarter-1], true
}
