package record

// Fund is the source of money of a budget line.
type Fund uint8

const (
	FundUnknown  Fund = iota
	FundRM            // rupiah murni
	FundPNBP          // non-tax revenue
	FundCombined      // RM + PNBP in one table: never added to its parts
	FundOther         // named, but none of these: grants, loans, sukuk
	Funds             // how many there are
)

// Ledger is one budget line for one month: ceiling, blocked funds, plan and
// realisation of an account. A wide row of twelve months becomes twelve.
type Ledger struct {
	Ref        Ref
	Office     string // satker
	Year       int16
	Month      int8   // 1..12; 0 = whole year or not stated
	Account    int16  // leading two digits: 51, 52, 53, 57; 0 = other or not stated
	Code       string // the full account or activity code as printed
	Label      string // uraian
	Fund       Fund
	Ceiling    Amount  // pagu
	Blocked    Amount  // blokir
	Plan       Amount  // RPD, halaman III DIPA
	Spent      Amount  // realisasi
	Cumulative Tri     // Yes: Spent and Plan are year-to-date; No: of the month
	Told       Tri     // what words around the table say of Cumulative; Unread: its arithmetic says otherwise
	Remainder  Amount  // sisa as printed: only checked, never used
	Percent    Decimal // percentage as printed, in hundredths: only checked
}

// Decimal is a number in a fixed fraction (the field says which) that may be
// missing; the zero value means "not known", which is not zero.
type Decimal struct {
	N     int64
	Known bool
}

// Revision is one DIPA revision.
type Revision struct {
	Ref           Ref
	Office        string
	Day           Day
	Code          string // revision code, e.g. 211
	Before, After Amount // total ceiling before and after
}

// Contract is one procurement contract.
type Contract struct {
	Ref      Ref
	Office   string
	Number   string
	Year     int16 // fiscal year it is paid from; 0 = that of Signed
	Account  int16 // leading two digits
	Value    Amount
	Signed   Day
	AtOnce   Tri // paid at once (sekaligus), not in terms
	Disburse Day // SP2D
}

// Invoice is one payment order (SPM) for a finished delivery (BAST/BAPP).
type Invoice struct {
	Ref      Ref
	Office   string
	Number   string
	Kind     string
	Accepted Day // BAST or BAPP
	Received Day // at the treasury (KPPN)
	Value    Amount
}

// CashAdvance is one movement of the petty-cash advance or the government
// credit card.
type CashAdvance struct {
	Ref      Ref
	Office   string
	Kind     string // AdvanceUP and the like
	Year     int16  // with Month, when no day is stated
	Month    int8
	Value    Amount
	Limit    Amount // KKP: monthly ceiling
	Day      Day    // SP2D
	Previous Day    // SP2D before it
}

// Kinds of cash-advance movements.
const (
	AdvanceUP      = "UP"          // the advance itself
	AdvanceTUP     = "TUP"         // an additional advance
	AdvanceGUP     = "GUP"         // replenishment
	AdvanceNil     = "GUP_NIHIL"   // final accounting of the advance
	AdvancePTUP    = "PTUP"        // accounting of an additional advance
	AdvanceDeposit = "SETORAN_TUP" // additional advance paid back
	AdvanceCard    = "KKP"         // government credit card
)

// Output is the achievement of one output (RO) in one month.
type Output struct {
	Ref       Ref
	Office    string
	Code      string
	Year      int16
	Month     int8
	Target    Decimal // target volume, in thousandths
	Volume    Decimal // RVRO, in thousandths
	Progress  Decimal // PCRO, in hundredths of a per cent
	Planned   Decimal // TPCRO, in hundredths of a per cent
	Reported  Day
	Confirmed Tri
}

// Dispensation is one payment order of October to December.
type Dispensation struct {
	Ref       Ref
	Office    string
	Number    string
	Day       Day
	Dispensed Tri
}

// Revenue is one line of non-tax revenue (PNBP): the same realisation as two
// systems booked it, to be reconciled, never added.
type Revenue struct {
	Ref        Ref
	Office     string
	Year       int16
	Month      int8 // 0 = whole year
	Account    string
	Label      string
	Target     Amount
	Simponi    Amount
	Span       Amount
	Cumulative Tri
	Told       Tri // as in Ledger
}

// OfficialScore is a value that another authority computed, imported to be
// shown beside ours: IKPA from OM-SPAN, an Ombudsman score.
type OfficialScore struct {
	Ref       Ref
	Office    string
	Scheme    string // "IKPA", "OMBUDSMAN"
	Part      string // indicator or dimension within the scheme; "" = total
	Line      string // which line of an official table: "" or "nilai" the score, "bobot" its weight, other lines as printed
	Year      int16
	Month     int8
	Hundredth int64 // score in hundredths of a point
	Zone      string
}
