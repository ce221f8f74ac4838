package record

// Status is what became of a queue ticket.
type Status uint8

const (
	StatusUnknown   Status = iota // the export has no such column
	StatusServed                  // selesai, dilayani
	StatusNoShow                  // tidak hadir, lewat, skip
	StatusWaiting                 // menunggu, dipanggil: not finished at export
	StatusCancelled               // batal
	StatusUnread                  // something was said, and it is not understood
)

// Ticket is one queue ticket, or one stage of it. Times belong to Day; a
// time that is not in the export is unknown, never zero.
type Ticket struct {
	Ref      Ref
	Office   string // "" = the office of the configuration
	Service  string // jenis layanan
	Class    string // lane or channel: ticket class A..E, walk-in, online
	Stage    string // "" when one row is one whole ticket
	Day      Day    // unknown only if the export has no date and none was given
	Number   string // ticket number as printed; identifies the ticket within office and day
	Taken    Clock  // t0: ticket printed
	Called   Clock  // t1: first call
	Started  Clock  // t2: service began
	Ended    Clock  // t3: service ended
	Counter  string
	Status   Status
	Priority Tri
	Recalled Tri // called again after a first call without answer
	// Waited and Served are the wait and the service time as the export states
	// them; times that are not in the export are made from them.
	Waited, Served Duration
}

// Bucket counts the people of an interval whose wait was at most UpTo.
type Bucket struct {
	UpTo  int32 // seconds, inclusive; 0 = open upper end
	Count int64
}

// Grain is the length of what a date names: a day, or the whole month or year
// that begins with it.
type Grain uint8

const (
	GrainDay Grain = iota
	GrainMonth
	GrainYear
)

// Last is the last day of what a date of this grain names. The date must be
// known.
func (g Grain) Last(d Day) Day {
	switch y, m, _ := d.Date(); g {
	case GrainMonth:
		return DayOf(y, m+1, 1) - 1
	case GrainYear:
		return DayOf(y, 12, 31)
	}
	return d
}

// QueueInterval is an already aggregated queue row: so many people in an
// interval, with their mean and maximum wait or counts per wait bucket.
// Intervals are pooled by count; their means are never averaged.
type QueueInterval struct {
	Ref      Ref
	Office   string
	Service  string
	Class    string
	Day      Day // the day, or the first day of the month when Grain is GrainMonth
	Grain    Grain
	From, To Clock    // the interval within the day; unknown for whole days and months
	Count    int64    // people, excluded ones included when Excluded is given
	Excluded int64    // people counted in Count but in no bucket and not in the mean
	Mean     Duration // mean wait of the people not excluded
	Max      Duration
	Late     int64 // people over the export's own standard; -1 when not given
	Buckets  []Bucket
	Counters int32  // counters open; -1 when not given
	Counter  string // roster of one counter: its name
}
