package record

// Volume is how much of a matter there was in a day, a month or a year: permits
// issued, reports received, staff. Which matters add up over time and which are
// levels is for those who sum.
type Volume struct {
	Ref    Ref
	Office string
	Day    Day // the day, or the first of the month or year
	Grain  Grain
	Matter string // as the table writes it
	Unit   string // as the table writes it, "" where it does not say
	Number int64
	Stock  Tri // whether it is a level, which does not add up; Unknown: as the matter is
}
