package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// typed is a sheet of a workbook, written in lines: "n=8.05" is a number, "d=" a
// number shown as a date, "t=" as a time, "i=" an ISO date, "jt=" a number shown
// in millions; anything else is a text.
type typed struct {
	lined
	name string
}

func (s typed) Name() string { return s.name }

func (s typed) Rows(yield func(*grid.Row) bool) error {
	return s.lined.Rows(func(r *grid.Row) bool {
		for i := range r.Cells {
			c := &r.Cells[i]
			mark, text, marked := strings.Cut(c.Text, "=")
			if !marked {
				if c.Text == "" {
					c.Kind = grid.Empty
				}
				continue
			}
			c.Text, c.Kind = text, grid.Number
			switch mark {
			case "d":
				c.Look = grid.Date
			case "t":
				c.Look = grid.Time
			case "jt":
				c.Look = grid.InMillions
			case "i":
				c.Kind = grid.ISODate
			}
		}
		return yield(r)
	})
}

// all keeps what comes out of a table.
type all struct {
	kept
	actions []record.Action
	answers []record.Answer
	slots   []record.QueueInterval
	open    []record.Complaint
}

func (k *all) Action(a *record.Action)               { k.actions = append(k.actions, *a) }
func (k *all) Answer(a *record.Answer)               { k.answers = append(k.answers, *a) }
func (k *all) QueueInterval(i *record.QueueInterval) { k.slots = append(k.slots, *i) }
func (k *all) Complaint(c *record.Complaint)         { k.open = append(k.open, *c) }

// cells reads lines as a workbook; the plan's doubts are told with the rejects.
func cells(t *testing.T, o *Override, lines ...string) (*Plan, *all, error) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	s, sink := typed{lined: lined{lines: lines}}, &all{}
	p, err := Match(s, "", layouts, o)
	if err == nil {
		err = p.Decide(s, nil)
	}
	if err != nil {
		return nil, sink, err
	}
	for _, d := range p.Doubts {
		sink.rejects = append(sink.rejects, record.Reject{Code: d.Code, Hint: d.Detail})
	}
	_, _, err = p.Run(s, 0, 0, sink)
	return p, sink, err
}

func (k *all) codes() string {
	var out []string
	for _, r := range k.rejects {
		out = append(out, string(r.Code))
	}
	return strings.Join(out, " ")
}

// waits are the waits of the tickets in seconds, "?" for one that is not known.
func (k *all) waits() string {
	var out []string
	for i := range k.tickets {
		if v := &k.tickets[i]; v.Taken.Known() && v.Called.Known() {
			out = append(out, fmt.Sprint(int(v.Called)-int(v.Taken)))
		} else {
			out = append(out, "?")
		}
	}
	return strings.Join(out, " ")
}

// TestClockCells: hours in every form of a column give the same waits.
func TestClockCells(t *testing.T) {
	for name, tc := range map[string]struct{ cells, waits, codes string }{
		"words":            {"Pukul 07.30 WIB|Pukul 07.40 WIB", "600", ""},
		"digits":           {"0730|0740", "600", ""},
		"digits, no zero":  {"n=730|n=740", "600", ""},
		"typed hours":      {"n=8.05|n=8.1", "300", ""},
		"hours and texts":  {"n=8|8.30", "1800", ""},
		"fractions":        {"t=0.3125|t=0.319444444", "600", ""},
		"bare fractions":   {"n=0.3125|n=0.319444444", "600", ""},
		"serials":          {"d=42383.3125|d=42383.319444444", "600", ""},
		"day zero":         {"i=1899-12-30T07:30:00.000Z|i=1899-12-30T07:40:00.000Z", "600", ""},
		"UTC":              {"2016-01-14T00:30:00Z|2016-01-14T00:40:00Z", "600", "D262"},
		"own time with Z":  {"2016-01-14T09:30:00Z|2016-01-14T15:30:00Z", "21600", ""},
		"epoch":            {"1452731400|1452732000", "600", "D262"},
		"milliseconds":     {"1452731400000|1452732000000", "600", "D262"},
		"stamp, fractions": {"2016-01-14 07:30:00.250|2016-01-14 07:40:00.750", "600", ""},
		"lone digit":       {"8.1|8.3", "", "D261"},
		"no call":          {"07.30|-", "?", ""},
		"no call, zero":    {"07.30|00.00.00", "?", ""},
		"no call, NULL":    {`07.30|\N`, "?", ""},
		"no call, word":    {"07.30|Belum dipanggil", "?", ""},
		"no call, day":     {"2016-01-14 07:30:00|0000-00-00 00:00:00", "?", ""},
		"nonsense":         {"07.30|kemarin", "", "D404"},
	} {
		taken, called, _ := strings.Cut(tc.cells, "|")
		_, k, err := cells(t, nil, "Tanggal;No Antrian;Jam Ambil;Jam Panggil", "14/01/2016;A1;"+taken+";"+called)
		if err != nil || k.waits() != tc.waits || k.codes() != tc.codes {
			t.Errorf("%s: waits %q, %s, %v; want %q, %s", name, k.waits(), k.codes(), err, tc.waits, tc.codes)
		}
		if name == "UTC" && k.tickets[0].Taken != record.ClockAt(7, 30, 0) {
			t.Errorf("00:30 UTC is %v in western Indonesia", k.tickets[0].Taken)
		}
	}
}

// TestMidnightIsATimeWhereOthersAreNear: only where no midnight can be is
// 00:00:00 a mark of nothing.
func TestMidnightIsATimeWhereOthersAreNear(t *testing.T) {
	_, k, err := cells(t, nil, "Tanggal;No Antrian;Jam Ambil;Jam Panggil", "14/01/2016;A1;00:00:00;00:10:00", "14/01/2016;A2;23:30:00;23:40:00")
	if err != nil || k.waits() != "600 600" {
		t.Errorf("%s %v", k.waits(), err)
	}
}

// TestSettledTimes: the lines that the problems propose settle what they refuse.
func TestSettledTimes(t *testing.T) {
	head := "Tanggal;No Antrian;Jam Ambil;Jam Panggil"
	for name, tc := range map[string]struct {
		o     Override
		row   string
		waits string
		taken record.Clock
	}{
		"8.1 is 08.10":  {Override{Unit: "jam.menit"}, "14/01/2016;A1;8.1;8.3", "1200", record.ClockAt(8, 10, 0)},
		"730 is 07.30":  {Override{Unit: "jammenit"}, "14/01/2016;A1;730;790", "", 0}, // 790 stays impossible
		"UTC is WITA":   {Override{Unit: "WITA"}, "14/01/2016;A1;2016-01-14T00:30:00Z;2016-01-14T00:40:00Z", "600", record.ClockAt(8, 30, 0)},
		"month first":   {Override{DateOrder: "mdy"}, "01/02/2016;A1;07.30;07.40", "600", record.ClockAt(7, 30, 0)},
		"column's unit": {Override{Units: map[string]string{"Jam Panggil": "jam.menit"}}, "14/01/2016;A1;08.05;8.1", "300", record.ClockAt(8, 5, 0)},
	} {
		_, k, err := cells(t, &tc.o, head, tc.row)
		if err != nil || k.waits() != tc.waits || tc.waits != "" && k.tickets[0].Taken != tc.taken {
			t.Errorf("%s: %s, %s, %v", name, k.waits(), k.codes(), err)
		}
	}
}

// TestHalfConvertedDates: day and month are put back where texts prove it, and
// such dates are refused where nothing does, until rapor.yaml tells.
func TestHalfConvertedDates(t *testing.T) {
	days := func(k *all) (out []string) {
		for i := range k.tickets {
			out = append(out, k.tickets[i].Day.String())
		}
		return out
	}
	rows := func(cells ...string) []string {
		out := []string{"Tanggal;No Antrian;Jam Ambil;Jam Panggil"}
		for i, c := range cells {
			out = append(out, fmt.Sprintf("%s;A%d;07.30;07.40", c, i))
		}
		return out
	}
	_, k, err := cells(t, nil, rows("d=42401", "d=42491", "13/01/2016", "20/01/2016")...) // 1 February, 1 May
	if got := strings.Join(days(k), " "); err != nil || got != "2016-01-02 2016-01-05 2016-01-13 2016-01-20" || k.codes() != "D263" {
		t.Errorf("%s %s %v", got, k.codes(), err)
	}
	doubtful := rows("d=42371", "d=42401", "13/01/2016", "20/02/2016") // 2 January, 1 February
	_, k, err = cells(t, nil, doubtful...)
	if got := strings.Join(days(k), " "); err != nil || got != "2016-01-13 2016-02-20" || !strings.Contains(k.codes(), "D252") {
		t.Errorf("%s %s %v", got, k.codes(), err)
	}
	for unit, want := range map[string]string{"tertukar": "2016-02-01 2016-01-02 2016-01-13 2016-02-20", "utuh": "2016-01-02 2016-02-01 2016-01-13 2016-02-20"} {
		_, k, err = cells(t, &Override{Unit: unit}, doubtful...)
		if got := strings.Join(days(k), " "); err != nil || got != want {
			t.Errorf("%s: %s %s %v", unit, got, k.codes(), err)
		}
	}
}

// TestALonelyYearIsItsRowsSlip: also where only the file's own date tells.
func TestALonelyYearIsItsRowsSlip(t *testing.T) {
	lines := []string{"Tanggal;Kanal;Pokok Pengaduan;Tanggal Selesai", "14/01/2016;LAPOR;x;", "14/01/2061;LAPOR;x;"}
	_, k, err := cells(t, nil, lines...)
	if err != nil || len(k.open) != 2 {
		t.Errorf("one against one proves nothing: %d, %v", len(k.open), err)
	}
	_, k, err = cells(t, nil, append(lines, "15/01/2016;LAPOR;x;")...)
	if err != nil || len(k.open) != 2 || k.codes() != "D421" {
		t.Errorf("%d, %s, %v", len(k.open), k.codes(), err)
	}
	layouts, _ := Builtin()
	for _, day := range []string{"14/01/2061", "14/01/2025"} {
		lines[2] = day + ";LAPOR;x;"
		s, sink := typed{lined: lined{lines: lines}}, &all{}
		p, err := Match(s, "", layouts, nil)
		if err != nil {
			t.Fatal(err)
		}
		p.Latest = 2017
		if err = p.Decide(s, nil); err != nil {
			t.Fatal(err)
		}
		if _, _, err = p.Run(s, 0, 0, sink); err != nil || len(sink.open) != 1 || sink.codes() != "D421" {
			t.Errorf("%s in a file of 2016: %d, %s, %v", day, len(sink.open), sink.codes(), err)
		}
	}
}

// TestYearsGrowWithTheRows: where not every row was surveyed, the next year is
// one of the table's and a far one is still a slip.
func TestYearsGrowWithTheRows(t *testing.T) {
	lines := []string{"Tanggal;No Antrian;Jam Ambil;Jam Panggil"}
	for i := range surveyRows {
		lines = append(lines, fmt.Sprintf("%d/01/2016;A%d;07.30;07.40", 13+i%10, i))
	}
	_, k, err := cells(t, nil, append(lines, "14/01/2018;B1;07.30;07.40", "14/01/2061;B2;07.30;07.40")...)
	if err != nil || len(k.tickets) != surveyRows+1 || k.codes() != "D421" {
		t.Errorf("%d, %s, %v", len(k.tickets), k.codes(), err)
	}
}

// TestDaysOfADecision: a range of days of one month is of that month; over two
// months it is none.
func TestDaysOfADecision(t *testing.T) {
	_, k, err := cells(t, nil, "No;Jenis TAK;Tanggal Keputusan;Kebangsaan;Pasal;Tanggal Deportasi", "1;Deportasi;12 s.d. 14 Januari 2016;India;75;20/01/2016 (GA-832)",
		"2;Deportasi;30 Januari s.d. 2 Februari 2016;India;75;", "3;Deportasi;15 Januari 2016;India;75;Menunggu tiket", "4;Deportasi;16 Januari 2016;India;75;20/01/2016 (batal)")
	if err != nil || len(k.actions) != 2 || k.codes() != "D403 D403" {
		t.Fatalf("%+v, %s, %v", k.actions, k.codes(), err)
	}
	if a := k.actions[0]; a.Decided != record.DayOf(2016, 1, 12) || a.Executed != record.DayOf(2016, 1, 20) || k.actions[1].Executed.Known() {
		t.Errorf("%+v", k.actions)
	}
}

// TestMonthColumns: months in every form, with the year that they state.
func TestMonthColumns(t *testing.T) {
	for cells2, want := range map[string]string{
		"I|II|XII": "0-1 0-2 0-12", "201601|201612": "2016-1 2016-12", "d=42705": "2016-12", "2016-01": "2016-1", "01/01/2016|01/02/2016": "2016-1 2016-2", "Jan-16|Des-16": "2016-1 2016-12",
		"1/1/2016|2/1/2016|3/1/2016": "2016-1 2016-2 2016-3", // the day is always the first
	} {
		lines := []string{"Bulan;Jenis Belanja;Pagu;Realisasi"}
		for _, c := range strings.Split(cells2, "|") {
			lines = append(lines, c+";Belanja Barang;100;50")
		}
		_, k, err := cells(t, nil, lines...)
		var got []string
		for _, l := range k.ledgers {
			got = append(got, fmt.Sprintf("%d-%d", l.Year, l.Month))
		}
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %v, %s, %v", cells2, got, k.codes(), err)
		}
	}
}

// TestSlotsOfOneTime: a slot of which only the start is written ends with the
// next, after an hour at the latest.
func TestSlotsOfOneTime(t *testing.T) {
	for starts, want := range map[string]string{"08.00|09.00": "08:00-09:00", "08.00|08.30": "08:00-08:30", "08.00|11.00": "08:00-09:00", "n=8|n=9": "08:00-09:00", "08-09|09-10": "08:00-09:00"} {
		lines := []string{"Tanggal;Jam;Jumlah Antrian;Rata-rata Tunggu"}
		for _, s := range strings.Split(starts, "|") {
			lines = append(lines, "14/01/2016;"+s+";10;15")
		}
		_, k, err := cells(t, nil, lines...)
		if err != nil || len(k.slots) != 2 {
			t.Errorf("%s: %+v, %s, %v", starts, k.slots, k.codes(), err)
			continue
		}
		if got := k.slots[0].From.String()[:5] + "-" + k.slots[0].To.String()[:5]; got != want {
			t.Errorf("%s: %s, want %s", starts, got, want)
		}
	}
}

// TestNobodyHasNoNumber: marks of nothing are no person, no sex, no label.
func TestNobodyHasNoNumber(t *testing.T) {
	_, k, err := cells(t, nil, "No. Paspor;Jenis Tindakan;Tanggal Keputusan;Kebangsaan;Pasal;JK", "-;Deportasi;13/01/2016;NULL;75;-", "Tidak ada;Deportasi;14/01/2016;India;75;P", "A1;Deportasi;15/01/2016;India;75;L")
	if err != nil || len(k.actions) != 3 || k.actions[0].Person != 0 || k.actions[1].Person != 0 || k.actions[2].Person == 0 || k.actions[0].Nationality != "" {
		t.Errorf("%+v, %s, %v", k.actions, k.codes(), err)
	}
}

// TestSpareCells: what a row can do without does not reject it, and is told.
func TestSpareCells(t *testing.T) {
	_, k, err := cells(t, nil, "No;Jenis TAK;Tanggal Keputusan;Kebangsaan;Pasal;Lama Overstay", "1;Deportasi;13/01/2016;India;75;> 60", "2;Deportasi;14/01/2016;India;75;12 hari", "3;Deportasi;15/01/2016;India;75;1 bulan",
		"4;Deportasi;16/01/2016;India;75;2 orang")
	if err != nil || len(k.actions) != 4 || k.actions[0].Overstay != -1 || k.actions[1].Overstay != 12 || k.actions[2].Overstay != -1 || k.actions[3].Overstay != -1 || k.codes() != "D422 D422 D422" {
		t.Errorf("%+v, %s, %v", k.actions, k.codes(), err)
	}
	for _, r := range k.rejects {
		if p, _ := reject.Lookup(r.Code); p.Severity != reject.Note || r.Shown == "" {
			t.Errorf("%+v", r)
		}
	}
}
