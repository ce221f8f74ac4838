package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapor/ingest/grid"
	"rapor/ingest/record"
	"rapor/ingest/table"
)

// shapeSink writes down what is read, one line a record.
type shapeSink struct {
	record.Sink
	lines   []string
	ledger  []record.Ledger
	rejects []record.Reject
}

func (s *shapeSink) add(format string, args ...any) {
	s.lines = append(s.lines, fmt.Sprintf(format, args...))
}
func (s *shapeSink) Reject(r record.Reject) { s.rejects = append(s.rejects, r) }
func (s *shapeSink) Ledger(l *record.Ledger) {
	if l.Percent.Known {
		s.add("a share of the whole year")
	}
	s.ledger = append(s.ledger, *l)
	s.add("%d-%02d %d %s/%s %s", l.Year, l.Month, l.Account, plainOrNone(l.Ceiling), plainOrNone(l.Spent),
		map[record.Tri]string{record.Yes: "running", record.No: "own"}[l.Cumulative])
}
func (s *shapeSink) Action(a *record.Action) {
	s.add("%s %s %s %d", a.Decided, a.Label, a.Nationality, a.Number)
}

func plainOrNone(a record.Amount) string {
	if !a.Known {
		return "-"
	}
	return a.Sen.Plain()
}

// sheetNamed is a sheet with a name of its own.
type sheetNamed struct {
	grid.Sheet
	name string
}

func (s sheetNamed) Name() string { return s.name }

// readShape reads a table by the built-in layouts and the shapes.
func readShape(t *testing.T, in, sheet, file string, ov *Override) (*Plan, Tally, *shapeSink, error) {
	t.Helper()
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	book, err := table.Open(strings.NewReader(in), int64(len(in)), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := sheetNamed{book.Sheets()[0], sheet}
	sink := &shapeSink{}
	p, err := Match(s, file, layouts, ov)
	if err == nil {
		err = p.Decide(s, nil)
	}
	if err != nil {
		return nil, Tally{}, sink, err
	}
	tally, _, err := p.Run(s, 0, 0, sink)
	if err != nil {
		t.Fatal(err)
	}
	if tally.Read != tally.Used+tally.Aside+tally.Rejected {
		t.Errorf("rows are lost: %+v", tally)
	}
	return p, tally, sink, nil
}

type dress struct {
	name, in, sheet, file string
	want                  []string // records, sorted
	codes                 []string // of rejects that are no mere notes of a column
}

func dressed(t *testing.T, list []dress) {
	t.Helper()
	for _, d := range list {
		t.Run(d.name, func(t *testing.T) {
			_, _, got, err := readShape(t, d.in, d.sheet, d.file, nil)
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(got.lines)
			slices.Sort(d.want)
			if !slices.Equal(got.lines, d.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got.lines, "\n"), strings.Join(d.want, "\n"))
			}
			var codes []string
			for _, r := range got.rejects {
				if r.Code != "D211" && r.Code != "D205" {
					codes = append(codes, string(r.Code))
				}
			}
			if !slices.Equal(codes, d.codes) {
				t.Errorf("%v %+v, want %v", codes, got.rejects, d.codes)
			}
		})
	}
}

var twoMonths = []string{"2016-01 51 100/10 own", "2016-02 51 100/20 own", "2016-01 52 200/30 own", "2016-02 52 " +
	"200/10 own"}

// A budget with the months across, in several dresses, reads as one with a row a
// month does; totals are never added to their parts.
func TestBudgetWithMonthsAcross(t *testing.T) {
	dressed(t, []dress{
		{name: "the measure in every heading", file: "realisasi 2016.csv",
			in: "Kode;Uraian;Pagu;Realisasi Januari;Realisasi Februari;Total Realisasi;Sisa;%\n" +
				"51;Belanja Pegawai;100;10;20;30;70;30\n52;Belanja Barang;200;30;10;40;160;20\n",

			want: twoMonths},
		{name: "short months, other order", file: "x.csv",
			in: "Laporan Realisasi Anggaran Tahun 2016\n\nNo;Jenis Belanja;Jan;Feb;Jumlah;Pagu Anggaran\n1;Belanja " +
				"Pegawai;10;20;30;100\n2;Belanja Barang;30;10;40;200\n;JUMLAH;40;30;70;300\n",
			want: twoMonths},
		{name: "months with their year", file: "x.csv",
			in:   "Akun;Pagu;Jan-16;Feb-16;Total\n51 Pegawai;100;10;20;30\n52 Barang;200;30;10;40\n",
			want: twoMonths},
		{name: "two rows, months above", file: "x.csv",
			in: "Uraian;Pagu;Januari 2016;;Februari 2016;\n;;Rencana;Realisasi;Rencana;Realisasi\n" +
				"Belanja Pegawai;100;11;10;21;20\nBelanja Barang;200;31;30;11;10\n",
			want: []string{"2016-01 51 100/10 ", "2016-02 51 100/20 ", "2016-01 52 200/30 ", "2016-02 52 200/10 "}},
		{name: "two rows, the measure above", file: "TA 2016.csv",
			in: "Jenis Belanja;Pagu;Realisasi;;;Sisa\n;;Jan;Feb;Jumlah;\nBelanja Pegawai;100;10;20;30;70\nBelanja " +
				"Barang;200;30;10;40;160\n",
			want: twoMonths},
		{name: "English", file: "x.csv", in: "Budget realisation 2016\n\nAccount;Budget;Actual January;Actual " +
			"February;Total actual\n51 Personnel;100;10;20;30\n52 Goods;200;30;10;40\n",
			want: twoMonths},
		{name: "months run up", file: "2016.csv",
			in: "Uraian;Pagu;Realisasi s.d. Januari;Realisasi s.d. Februari\nBelanja Pegawai;100;10;30\nBelanja Barang;" +
				"200;30;40\n",
			want: []string{"2016-01 51 100/10 running", "2016-02 51 100/30 running", "2016-01 52 200/30 running",
				"2016-02 52 200/40 running"}},
		{name: "a total that is the last month", file: "2016.csv",
			in: "Uraian;Pagu;Realisasi Jan;Realisasi Feb;Total Realisasi\nBelanja Pegawai;100;10;30;30\nBelanja Barang;" +
				"200;30;40;40\n",
			want: []string{"2016-01 51 100/10 running", "2016-02 51 100/30 running", "2016-01 52 200/30 running",
				"2016-02 52 200/40 running"}},
		{name: "quarters between", file: "2016.csv",
			in: "Uraian;Pagu;Realisasi Jan;Realisasi Feb;Realisasi Triwulan I;Total Realisasi\nBelanja Pegawai;100;10;" +
				"20;30;30\nBelanja Barang;200;30;10;40;40\n",
			want: twoMonths},
		{name: "a row whose total differs", file: "2016.csv",
			in: "Uraian;Pagu;Realisasi Jan;Realisasi Feb;Total Realisasi\nBelanja Pegawai;100;10;20;31\nBelanja Barang;" +
				"200;30;10;40\n",
			want: twoMonths, codes: []string{"D503"}},
	})
}

// Kinds of spending across, one row an office.
func TestKindsOfSpendingAcross(t *testing.T) {
	want := []string{"2016-00 51 100/10 ", "2016-00 52 200/30 ", "2016-00 53 50/5 "}
	dressed(t, []dress{
		{name: "two rows", in: "LAPORAN REALISASI PER SATKER TAHUN 2016\n\nNo;Kode Satker;Nama Satker;Pegawai;;Barang;" +
			";Modal;;Total;\n;;;Pagu;Realisasi;Pagu;Realisasi;Pagu;Realisasi;Pagu;Realisasi\n" +
			"1;012345;Kanim Contoh;100;10;200;30;50;5;350;45\n", want: want},
		{name: "one row", in: "Realisasi TA 2016\n\nSatker;Pagu Belanja Pegawai;Realisasi Belanja Pegawai;Pagu " +
			"Belanja Barang;Realisasi Belanja Barang;Pagu Belanja Modal;Realisasi Belanja Modal;Jumlah Pagu;Jumlah Realisasi\n" +
			"Kanim Contoh;100;10;200;30;50;5;350;45\n", want: want},
		{name: "with remainders and shares", in: "Tahun 2016\n\nNama Satker;Belanja Pegawai;;;Belanja Barang;;;" +
			"Belanja Modal;;\n;Pagu;Realisasi;%;Pagu;Realisasi;%;Pagu;Realisasi;%\n" +
			"Kanim Contoh;100;10;10;200;30;15;50;5;10\n", want: want},
		{name: "the measure above", in: "Tahun Anggaran 2016\n\nSatuan Kerja;Pagu;;;;Realisasi;;;\n;Pegawai;Barang;" +
			"Modal;Jumlah;Pegawai;Barang;Modal;Jumlah\n" +
			"Kanim Contoh;100;200;50;350;10;30;5;45\n", want: want},
		{name: "codes", in: "Tahun Anggaran 2016\n\nSatker;51 Pagu;51 Realisasi;52 Pagu;52 Realisasi;53 Pagu;53 " +
			"Realisasi\nKanim Contoh;100;10;200;30;50;5\n", want: want},
		{name: "English", in: "Fiscal year 2016\n\nOffice;Personnel Budget;Personnel Spending;Goods and Services " +
			"Budget;Goods and Services Spending;Capital Budget;Capital Spending;Total Budget;Total Spending\n" +
			"Kanim Contoh;100;10;200;30;50;5;350;45\n", want: want},
		{name: "a row a month", file: "2016.csv", in: "Bulan;Pagu Pegawai;Realisasi Pegawai;Pagu Barang;Realisasi " +
			"Barang\nJanuari;100;10;200;30\nFebruari;100;20;200;10\n",
			want: []string{"2016-01 51 100/10 ", "2016-02 51 100/20 ", "2016-01 52 200/30 ", "2016-02 52 200/10 "}},
		{name: "a total that differs", in: "Tahun 2016\n\nSatker;Pagu Pegawai;Realisasi Pegawai;Pagu Barang;Realisasi " +
			"Barang;Total Pagu;Total Realisasi\nKanim Contoh;100;10;200;30;300;41\n",
			want: []string{"2016-00 51 100/10 ", "2016-00 52 200/30 "}, codes: []string{"D503"}},
	})
}

// Nationalities down, months across; the act stands around the table.
func TestNationalityByMonth(t *testing.T) {
	want := func(act string) []string {
		return []string{"2016-01-01 " + act + " Tiongkok 1", "2016-02-01 " + act + " Tiongkok 2", "2016-01-01 " +
			act + " Nigeria 3", "2016-02-01 " + act + " Nigeria 0"}
	}
	rows := "1;Tiongkok;1;2;3\n2;Nigeria;3;0;3\n;Jumlah;4;2;6\n"
	dressed(t, []dress{
		{name: "the title", in: "REKAP DEPORTASI MENURUT KEBANGSAAN TAHUN 2016\n\nNo;Kebangsaan;Jan;Feb;Jumlah\n" +
			rows, want: want("Deportasi")},
		{name: "the sheet", sheet: "Pendetensian 2016", in: "No;Kewarganegaraan;Januari;Februari;Total\n" + rows,
			want: want("Pendetensian")},
		{name: "the file", file: "2016/penangkalan.xlsx", in: "No.;Negara;JAN;PEB;JML\n" + rows, want: want("Penangkalan")},
		{name: "English", in: "Deportations by nationality, 2016\n\nNo;Nationality;January;February;Total\n1;Tiongkok;" +
			"1;2;3\n2;Nigeria;3;0;3\n;Total;4;2;6\n",
			want: want("Deportasi")},
		{name: "months under their year", in: "Rekapitulasi Deportasi\n\nNo;Negara Asal;Tahun 2016;;\n;;Jan;Feb;" +
			"Jumlah\n" + rows, want: want("Deportasi")},
		{name: "an unusual heading", in: "Data deportasi tahun 2016\n\nNo;Subjek;Jan;Feb;Jumlah\n1;Tiongkok;1;2;3\n2;" +
			"Nigeria;3;0;3\n",
			want: want("Deportasi")},
		{name: "a total that differs", in: "Deportasi tahun 2016\n\nKebangsaan;Jan;Feb;Jumlah\nTiongkok;1;2;4\n" +
			"Nigeria;3;0;3\n", want: want("Deportasi"),
			codes: []string{"D503"}},
		{name: "acts across", in: "Rekap TAK Tahun 2016\n\nBulan;Deportasi;Pendetensian;Penangkalan;Jumlah\nJanuari;1;" +
			"2;0;3\nFebruari;3;0;1;4\nJumlah;4;2;1;7\n",
			want: []string{"2016-01-01 Deportasi  1", "2016-01-01 Pendetensian  2", "2016-01-01 Penangkalan  0",
				"2016-02-01 Deportasi  3",
				"2016-02-01 Pendetensian  0", "2016-02-01 Penangkalan  1"}},
	})
}

// What the table does not say is asked for, with the line that says it; with the
// line it is read.
func TestShapesAskForWhatTheyLack(t *testing.T) {
	for name, c := range map[string]struct {
		in, ask string
		give    map[string]string
	}{
		"the act": {"Kebangsaan tahun 2016\n\nKebangsaan;Jan;Feb\nTiongkok;1;2\nNigeria;3;1\n", `constants: {type: "Deportasi"}`, map[string]string{"type": "Deportasi"}},
		"two acts": {"Deportasi dan penangkalan 2016\n\nKebangsaan;Jan;Feb\nTiongkok;1;2\nNigeria;3;1\n",
			`constants: {type: "Deportasi"}`, map[string]string{"type": "Deportasi"}},
		"called off": {"Pembatalan deportasi tahun 2016\n\nKebangsaan;Jan;Feb\nTiongkok;1;2\nNigeria;3;1\n",
			`constants: {type: "Deportasi"}`, map[string]string{"type": "Deportasi"}}, "the year": {"Deportasi\n\nKebangsaan;Jan;Feb\nTiongkok;1;2\nNigeria;3;1\n", `constants: {year: "2016"}`,
			map[string]string{"year": "2016"}},
		"both":      {"Kebangsaan;Jan;Feb\nTiongkok;1;2\nNigeria;3;1\n", `constants: {year: "2016", type: "Deportasi"}`, map[string]string{"year": "2016", "type": "Deportasi"}},
		"the month": {"Rekap 2016\n\nKebangsaan;Deportasi;Pendetensian\nTiongkok;1;2\nNigeria;3;1\n", `constants: {month: "1"}`, map[string]string{"month": "1"}},
	} {
		_, _, _, err := readShape(t, c.in, "", "", nil)
		if err == nil || !strings.Contains(err.Error(), c.ask) {
			t.Errorf("%s: %v; want %s", name, err, c.ask)
		}
		_, _, got, err := readShape(t, c.in, "", "", &Override{Constants: c.give})
		if err != nil || len(got.lines) != 4 || !strings.HasPrefix(got.lines[0], "2016-01-01 Deportasi Tiongkok 1") {
			t.Errorf("%s: with the line %v %v", name, err, got.lines)
		}
	}
}

// Tables that look like these and are not.
func TestShapesLeaveOthersAlone(t *testing.T) {
	for name, in := range map[string]string{
		"another dimension": "Deportasi 2016\n\nKebangsaan;Januari L;Januari P;Februari L;Februari P\nTiongkok;1;" +
			"2;3;4\nNigeria;1;2;3;4\n",
		"spans of months":       "Deportasi 2016\n\nKebangsaan;Jan-Mar;Apr-Jun\nTiongkok;1;2\nNigeria;1;2\n",
		"one month twice":       "Deportasi 2016\n\nKebangsaan;Jan;Jan;Feb\nTiongkok;1;2;3\nNigeria;1;2;3\n",
		"no countries, no acts": "Cuaca 2016\n\nKota;Jan;Feb\nBogor;1;2\nDepok;3;4\n",
		"staff by kind":         "Pegawai;Barang;Modal\n1;2;3\n",
	} {
		if p, _, got, err := readShape(t, in, "", "", nil); err == nil {
			t.Errorf("%s: read by %s as %v", name, p.Layout, got.lines)
		}
	}
}

// TestYearsThatTitlesEndIn: the year at the end of a title is the table's, that
// of a regulation is not.
func TestYearsThatTitlesEndIn(t *testing.T) {
	for title, want := range map[string]bool{"Rekap Deportasi 2016": true, "Deportations, 2016": true, "Sesuai UU " +
		"No. 6 2011": false,
		"Deportasi 2016 Kanim": false, "2016": false, "Pasal 2011 ayat 75": false} {
		if endsInYear(title) != want {
			t.Errorf("%s: %v", title, !want)
		}
	}
}

// rowsSheet is a sheet of given rows.
type rowsSheet struct{ list []grid.Row }

func (rowsSheet) Name() string                  { return "" }
func (rowsSheet) Hidden() bool                  { return false }
func (rowsSheet) Date1904() bool                { return false }
func (rowsSheet) Merged() ([]grid.Range, error) { return nil, nil }
func (rowsSheet) HiddenColumns() []int          { return nil }
func (rowsSheet) Doubts() []grid.Doubt          { return nil }
func (s rowsSheet) Rows(yield func(*grid.Row) bool) error {
	for i := range s.list {
		if !yield(&s.list[i]) {
			break
		}
	}
	return nil
}

// TestMonthsAsDates: a workbook keeps "Jan-16" in a heading as a date.
func TestMonthsAsDates(t *testing.T) {
	words := func(n uint32, list ...string) grid.Row {
		r := grid.Row{N: n}
		for _, w := range list {
			c := grid.Cell{Text: w, Kind: grid.Text}
			if w == "42370" || w == "42401" {
				c = grid.Cell{Text: w, Kind: grid.Number, Look: grid.Date}
			}
			r.Cells = append(r.Cells, c)
		}
		return r
	}
	layouts, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	s := rowsSheet{[]grid.Row{words(1, "Akun", "Pagu", "42370", "42401"), words(2, "51 Pegawai", "100", "10", "20")}}
	p, err := Match(s, "", layouts, nil)
	if err != nil {
		t.Fatal(err)
	}
	sink := &shapeSink{}
	if err := p.Decide(s, nil); err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Run(s, 0, 0, sink); err != nil || !slices.Equal(sink.lines,
		[]string{"2016-01 51 100/10 ", "2016-02 51 100/20 "}) {
		t.Errorf("%v %v", sink.lines, err)
	}
}
