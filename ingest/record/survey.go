package record

// Element is one of the nine elements of the public satisfaction survey
// (PermenPANRB 14/2017), mapped by name, never by position.
type Element uint8

const (
	Requirements Element = iota // persyaratan
	Procedure                   // sistem, mekanisme, prosedur
	Time                        // waktu penyelesaian
	Cost                        // biaya/tarif
	Product                     // produk spesifikasi
	Competence                  // kompetensi pelaksana
	Conduct                     // perilaku pelaksana
	Complaints                  // penanganan pengaduan, saran, masukan
	Facilities                  // sarana dan prasarana
	Elements     = 9
)

// Answer is one respondent's answers, 1 to 4 per element; 0 = not answered.
type Answer struct {
	Ref        Ref
	Office     string
	Service    string
	Day        Day
	Grain      Grain
	Respondent string // running number within the export
	Scores     [Elements]uint8
	// Numbered says that the questionnaire bears numbers in place of names (U1 to
	// U9): which score is of which element is not sure then, but that there are
	// nine of them.
	Numbered bool
}

// AnswerCount is what a table says of one element of the survey without saying
// who answered: how many gave each answer, or their mean alone.
type AnswerCount struct {
	Ref     Ref
	Office  string
	Service string
	Day     Day
	Grain   Grain
	Element Element
	Counts  [4]int64 // of the answers 1 to 4; in hundredths of a percent where Shares says so
	Shares  bool
	Mean    Decimal // in thousandths, 1000 to 4000; known only where Counts are not
	Number  int64   // how many answered; -1 where the table does not say
	// Numbered says that the element bears a number alone ("U8"), whose order
	// differs between questionnaires.
	Numbered bool
}

// Answers is the sum of the counts: persons, or hundredths of a percent.
func (a *AnswerCount) Answers() (n int64) {
	for _, c := range a.Counts {
		n += c
	}
	return n
}

// Complaint is one complaint and when it was closed.
type Complaint struct {
	Ref      Ref
	Office   string
	Day      Day
	Number   string // of the register; a number that only runs through a table is none
	Closed   Day
	Settled  Tri  // by its status
	Reopened bool // it was closed before, and is not settled
	Channel  string
	Topic    string
	Response Duration
}

// Application is one passport application.
type Application struct {
	Ref     Ref
	Office  string
	Service string
	Express Tri
	Applied Day
	Ready   Day // unknown = not ready at export
	Number  string
}
