package locale

import "testing"

// Dates of two digits each begin with the year where the first number stands
// still, or is the year that is known from elsewhere.
func TestYearFirstOfTwoDigits(t *testing.T) {
	for name, c := range map[string]struct {
		cells []string
		known int
		want  bool
	}{
		"four days of a month":            {[]string{"16-03-14", "16-03-15", "16-03-16", "16-03-17"}, 0, true},
		"with slashes":                    {[]string{"16/03/14", "16/03/31", "16/04/02"}, 0, true},
		"one day, the year known":         {[]string{"16-03-14"}, 2016, true},
		"one day, nothing known":          {[]string{"16-03-14"}, 0, false},
		"one day of the other year":       {[]string{"16-03-14"}, 2014, false},
		"days first":                      {[]string{"14-03-16", "15-03-16", "16-03-16"}, 2016, false},
		"the same day and year":           {[]string{"16-03-16"}, 2016, false},
		"days that are none":              {[]string{"16-03-14", "16-13-15", "16-03-16"}, 0, false},
		"another form beside":             {[]string{"16-03-14", "2016-03-15", "16-03-16", "16-03-17"}, 0, false},
		"the same day of different years": {[]string{"16-03-14", "16-03-15"}, 0, false},
	} {
		var v DateSurvey
		for _, s := range c.cells {
			v.Add(s)
		}
		if got := v.YearFirst(c.known); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if d, err := ParseDate("16-03-14", YYMD); err != nil || d.Year != 2016 || d.Month != 3 || d.Day != 14 {
		t.Errorf("%+v %v", d, err)
	}
	if _, err := ParseDate("14/3/2016", YYMD); err == nil {
		t.Error("a date of another form is taken")
	}
}
