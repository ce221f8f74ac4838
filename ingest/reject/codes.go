package reject

// Codes by stage: D1xx file, D2xx header and column, D3xx row, D4xx cell,
// D5xx between cells, rows, sheets or files.
const (
	EmptyFile       Code = "D101"
	OldExcel        Code = "D102" // BIFF2 to BIFF4, before Excel 5
	Encrypted       Code = "D103"
	HTMLTable       Code = "D104" // an HTML page without a table
	PDF             Code = "D105"
	UnknownFormat   Code = "D106"
	DamagedArchive  Code = "D107" // fails its checksum, is cut short, or is malformed
	OverLimit       Code = "D108" // larger than the limits, or a compression bomb
	Unreadable      Code = "D109" // permission, vanished, input/output error
	NoTable         Code = "D110" // nothing that looks like a table
	DuplicateFile   Code = "D111" // same bytes as another input
	EncodingDoubt   Code = "D112"
	DamagedSheet    Code = "D113" // sheet malformed, cut short or not closed
	ChangedInput    Code = "D114" // changed while being read
	UnsupportedBook Code = "D115" // a kind of workbook or document that is not read (e.g. xlsb)
	LinkedFolder    Code = "D116" // a link to a folder: not followed
	StaleCorrection Code = "D117" // a mended row whose file has changed
	OwnOutput       Code = "D118" // written by rapor itself
	NotData         Code = "D119" // an entry of a folder that is not read: neither its name nor its content is that of data
	PassedOver      Code = "D120" // hidden, a lock file, settings, or kept out by rapor.yaml

	NoLayout         Code = "D201" // no known layout fits the header
	SeveralLayouts   Code = "D202" // two layouts fit equally well
	MissingColumn    Code = "D203"
	DuplicateColumn  Code = "D204"
	HeaderDoubt      Code = "D205"
	HiddenSheet      Code = "D206"
	HiddenColumn     Code = "D207"
	SeveralTables    Code = "D208"
	UnusedColumn     Code = "D209" // a column no field is taken from
	PersonalColumn   Code = "D210" // personal data: dropped or hashed on reading
	TotalColumn      Code = "D211" // adds up other columns of its table
	Unheaded         Code = "D212" // a column of data without a heading
	DataAbove        Code = "D213" // records of a table above its header
	UnreadColumn     Code = "D214" // a column no field is taken from, though it may hold data
	AmbiguousNumber  Code = "D251" // 1.234 fits both readings in the whole column
	AmbiguousDate    Code = "D252" // 03/04/2016 fits both orders in the whole column
	MixedColumn      Code = "D253" // two contradicting ways of writing in one column
	DateByConvention Code = "D254" // only the header's language decides the date order
	AmbiguousSpan    Code = "D255" // 07.30 fits several lengths of time
	AmbiguousTime    Code = "D261" // 8.1 or 730 fits several hours
	ZoneByConvention Code = "D262" // times of UTC, made those of western Indonesia
	DatesExchanged   Code = "D263" // day and month of typed dates put back
	AmbiguousScale   Code = "D264" // two units of money for one column
	OtherScale       Code = "D265" // survey answers of another scale than 1 to 4
	PeriodConflict   Code = "D266" // two places that say of which period a table is disagree

	ShortRow       Code = "D301" // fewer cells than the header
	LongRow        Code = "D302" // more cells than the header
	StrayQuote     Code = "D303"
	BlankRow       Code = "D304"
	TotalRow       Code = "D305"
	DuplicateRow   Code = "D306"
	FooterRow      Code = "D307" // signatures, notes after the table
	CombinedFund   Code = "D308" // RM + PNBP beside its parts
	TreeNode       Code = "D309" // a node whose leaves are counted
	RepeatHeader   Code = "D310" // header repeated inside the table, column numbers
	Filtered       Code = "D311" // left out by a filter of the configuration
	HiddenRow      Code = "D312"
	NihilRow       Code = "D313" // stated to be none: counted as zero
	OtherDelimiter Code = "D314" // a row with another delimiter than the rest
	PossibleTotal  Code = "D315" // a row that may be the sum of others, and counts

	NotCounted Code = "D331" // by its words called off, put off, only planned, or none of what is counted

	MissingValue   Code = "D401"
	BadNumber      Code = "D402"
	BadDate        Code = "D403"
	BadTime        Code = "D404"
	BadDuration    Code = "D405"
	OutOfRange     Code = "D406"
	UnknownWord    Code = "D407"
	ErrorCell      Code = "D408" // #N/A and the like
	NoCachedValue  Code = "D409" // formula without a stored value
	LostPrecision  Code = "D410" // a long identifier stored as a number
	Negative       Code = "D411"
	LonelyYear     Code = "D421" // a year far outside those of the table
	UnclearValue   Code = "D422" // a value that nothing certain says: left out of its row
	DateConflict   Code = "D412" // two dates of one row that contradict each other
	StatusConflict Code = "D432" // a closing day whose row is still open by its status
	UnclearWord    Code = "D431" // a word that is not surely known: its field is unknown, its row counts

	CalledBeforeTaken Code = "D501"
	EndedBeforeStart  Code = "D502"
	TotalMismatch     Code = "D503"
	SpentOverCeiling  Code = "D504"
	FallingCumulative Code = "D505"
	RemainderMismatch Code = "D506"
	LongService       Code = "D507"
	BatchClosing      Code = "D508"
	PercentInMoney    Code = "D509"
	BucketMismatch    Code = "D510" // buckets + excluded differ from the total
	SexMismatch       Code = "D511" // L + P differs from JUMLAH
	StageOrder        Code = "D512" // P-21 before SPDP, executed before decided
	ChargeMismatch    Code = "D513" // days x tariff differs from the charge
	RepeatedTicket    Code = "D514" // a ticket number twice on one day
	MissingTicket     Code = "D515" // a gap in the day's ticket numbers
	SameCallTime      Code = "D516" // many tickets called in the same second
	LittleMismatch    Code = "D517" // arrivals x time in the office differ from the people in it
	PersonsOverActs   Code = "D518" // more persons than acts
	OverstayAction    Code = "D519" // the action does not fit the days of overstay
	LabelMerged       Code = "D520" // spellings of one label, counted together
	ClockRollover     Code = "D521" // a time after midnight, or a clock that jumped
	FullerTicket      Code = "D522" // one ticket in two exports: the fuller entry was kept
	PercentMismatch   Code = "D523" // printed percentage differs from its amounts
	RepeatedLine      Code = "D524" // same code and period twice in one table
	OutsideHours      Code = "D525" // a ticket taken long before opening or after closing
	OneThing          Code = "D541" // several rows of one table that are one ticket, application or case
	NoPeriod          Code = "D542" // rows that name no date, month or year, nor does anything around them
	FlowUnclear       Code = "D543" // amounts that can be a month's own or running totals
	TwoStates         Code = "D544" // two tables state the same lines differently, and neither is known to be later
	PossibleCopy      Code = "D545" // a table of few rows that another holds whole, counted in both
)
