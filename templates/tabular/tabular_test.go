package tabular

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"strings"
	"testing"

	"github.com/gocarina/gocsv"
	"pgregory.net/rapid"

	"rapor/analysis/result"
	"rapor/templates/format"
	"rapor/templates/internal/example"
)

func write(t *testing.T, r *result.Result) string {
	t.Helper()
	data, err := Write(r, format.ID)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// read parses the table with gocsv alone.
func read(t *testing.T, data string) []Row {
	t.Helper()
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(data, mark)))
	in.Comma = ';'
	var out []Row
	if err := gocsv.UnmarshalCSV(in, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOpensInExcel(t *testing.T) {
	data := write(t, example.Result())
	if !strings.HasPrefix(data, "\xef\xbb\xbfid;nama;jenis;periode;") {
		t.Errorf("head = %q", data[:40])
	}
	if bare := strings.ReplaceAll(data, "\r\n", ""); strings.ContainsAny(bare, "\n\r") {
		t.Error("a line does not end in CRLF")
	}
	for _, never := range []string{"NaN", "<nil>", "Inf"} {
		if strings.Contains(data, never) {
			t.Errorf("contains %q", never)
		}
	}
}

func TestNumbers(t *testing.T) {
	find := func(id, kind, group string) Row {
		for _, row := range read(t, write(t, example.Result())) {
			if string(row.ID) == id && string(row.Kind) == kind && string(row.Group) == group {
				return row
			}
		}
		t.Fatalf("no row %s %s %s", id, kind, group)
		return Row{}
	}
	same := func(what string, n Number, want string) {
		t.Helper()
		got, _ := n.MarshalCSV()
		if got != want {
			t.Errorf("%s = %q, want %q", what, got, want)
		}
	}
	median := find("ANT-02", KindValue, "")
	same("median in minutes", median.Value, "31")
	same("target", median.Target, "60")
	same("n", median.N, "41287")
	if median.Unit != "menit" {
		t.Errorf("unit = %q", median.Unit)
	}
	same("share in per cent", find("ANT-05", KindValue, "").Value, "92,329304623731441")
	money := find("KEU-01", KindValue, "")
	same("numerator in rupiah", money.Num, "11845678901")
	same("fraction of rupiah", find("KEU-03", KindValue, "").Value, "564321099")
	same("missing", find("ANT-14", KindValue, "").Value, "")
	if gone := find("ANT-14", KindValue, ""); gone.Remark == "" {
		t.Error("a missing value has no reason")
	}
	same("group", find("ANT-02", KindGroup, "Izin tinggal").Value, "21")
	same("baseline", find("ANT-02", KindBaseline, "").Value, "142")
}

func TestEveryValueHasARow(t *testing.T) {
	r := example.Result()
	want := 0
	for _, ind := range r.Indicators {
		want += 1 + len(ind.Baseline) + len(ind.Series)
		for _, g := range ind.Groups {
			want += len(g.Rows)
		}
	}
	if got := len(read(t, write(t, r))); got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
}

func TestEmptyResultHasAHead(t *testing.T) {
	if data := write(t, &result.Result{}); !strings.HasPrefix(data, mark+"id;nama") {
		t.Errorf("got %q", data)
	}
}

func TestFormulaGuard(t *testing.T) {
	for _, bad := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "|x", "%x"} {
		if got, _ := Text(bad).MarshalCSV(); !strings.HasPrefix(got, "'") {
			t.Errorf("%q is written as %q", bad, got)
		}
	}
	for _, good := range []string{"", "Paspor baru", "ANT-02", "a=b", "31 Desember"} {
		if got, _ := Text(good).MarshalCSV(); got != good {
			t.Errorf("%q is written as %q", good, got)
		}
	}
	// Numbers are never guarded: a spreadsheet must see them as numbers.
	if got, _ := (Number{big.NewRat(-3, 2)}).MarshalCSV(); got != "-1,5" {
		t.Errorf("got %q", got)
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := Text(rapid.StringMatching("['=+@ \"';a-z\n-]{0,12}").Draw(t, "text"))
		value := Number{big.NewRat(rapid.Int64().Draw(t, "num"), 1000)}
		data, err := encode([]Row{{ID: "X", Name: text, Value: value}})
		if err != nil {
			t.Fatal(err)
		}
		in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(mark))))
		in.Comma = ';'
		var out []Row
		if err := gocsv.UnmarshalCSV(in, &out); err != nil || len(out) != 1 {
			t.Fatalf("%v, %d rows", err, len(out))
		}
		if out[0].Name != text || out[0].Value.Value.Cmp(value.Value) != 0 {
			t.Fatalf("%q %v came back as %q %v", text, value.Value, out[0].Name, out[0].Value.Value)
		}
	})
}

func TestSameBytes(t *testing.T) {
	first := write(t, example.Result())
	if again := write(t, example.Result()); first != again {
		t.Error("two writes differ")
	}
}
