package record

// ActionKind is a kind of administrative action (TAK), after article 75(2) of
// Law 6/2011; detention (article 83) is a power of its own that offices often
// list beside them.
type ActionKind uint8

const (
	ActionUnknown     ActionKind = iota
	ActionListing                // (a) pencegahan or penangkalan
	ActionPermit                 // (b) limiting, changing, cancelling a stay permit
	ActionExclusion              // (c) ban from one or more places
	ActionResidence              // (d) duty to live at a set place
	ActionCharge                 // (e) biaya beban
	ActionDeportation            // (f) deportation
	ActionDetention              // article 83
	ActionOther                  // named, but none of these
)

// Sex as printed in forms with L and P columns.
type Sex uint8

const (
	SexUnknown Sex = iota
	Male
	Female
)

// Action is one administrative action, or Number of them when the row is
// weighted. Number 0 means the office stated that there was none (NIHIL).
type Action struct {
	Ref         Ref
	Office      string
	Kind        ActionKind
	Label       string // the kind as printed
	Decided     Day    // date basis: decision (for a monthly form: first day of the month)
	Grain       Grain
	Executed    Day
	Nationality string
	Article     string
	Sex         Sex
	Person      uint64 // salted hash of the person; 0 = not known
	Number      int64
	Overstay    int32 // days; -1 = not given
	Charge      Amount
	Paid        Tri
	Victim      Tri   // victim of trafficking or smuggling: exempt (articles 86-87)
	Stated      int64 // JUMLAH of the form's row, shared by all its records; -1 = not given
}

// Case is one suspect in a criminal (pro justitia) case with the dates of the
// stages reached; an unknown day is a stage not reached at export.
type Case struct {
	Ref         Ref
	Office      string
	Person      uint64
	Number      string // LK number
	Nationality string
	Article     string
	Sex         Sex
	Arrested    Day
	Notified    Day // SPDP
	Complete    Day // P-21
	HandedOver  Day // tahap II
	Verdict     Day
	Stopped     Day // SP3
}

// CaseStage is the stage a monthly form counts under.
type CaseStage uint8

const (
	StageUnknown       CaseStage = iota
	StageInvestigation           // sidik
	StageProsecution             // penuntutan
	StageTrial                   // sidang
)

// CaseCount is a count of suspects at a stage from a monthly form.
type CaseCount struct {
	Ref     Ref
	Office  string
	Month   Day // first day of the month
	Stage   CaseStage
	Article string
	Sex     Sex
	Number  int64
}

// Operation is one surveillance operation or one meeting of the foreigner
// surveillance team (TIMPORA). Meetings are not operations.
type Operation struct {
	Ref        Ref
	Office     string
	Day        Day
	Meeting    bool
	Joint      Tri
	Level      string // provinsi, kabupaten/kota, kecamatan
	Checked    int64  // persons checked; -1 = not given
	Violations int64  // violations found; -1 = not given
}

// Tout is one incident with a tout (calo).
type Tout struct {
	Ref     Ref
	Office  string
	Day     Day
	Outcome string // warned, expelled, reported to the police
	Staff   Tri    // staff involved
}
