package table_test

import (
	"bytes"
	"testing"

	"rapor/ingest/table"
)

// TestFrames: one example for each rule of how tables are found.
func TestFrames(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		want  clean
		codes string
	}{
		"title rows":             {"Laporan\n\nno;nama\n1;a\n2;b\n", clean{{"no", "nama"}, {"1", "a"}, {"2", "b"}}, ""},
		"note above the header":  {"Periode;2016\nno;nama;kota;nilai\n1;a;x;5\n2;b;y;6\n", clean{{"no", "nama", "kota", "nilai"}, {"1", "a", "x", "5"}, {"2", "b", "y", "6"}}, "D205 1"},
		"comment":                {"# dibuat otomatis\nno;nama\n1;a\n", clean{{"no", "nama"}, {"1", "a"}}, ""},
		"comment as header":      {"# no;nama\n1;a\n2;b\n", clean{{"# no", "nama"}, {"1", "a"}, {"2", "b"}}, ""},
		"comment among rows":     {"no;nama\n1;a\n# tutup\n2;b\n", clean{{"no", "nama"}, {"1", "a"}, {"2", "b"}}, "D307 3"},
		"grouped header":         {"no;nilai;;kota\n;a;b;\n1;2;3;x\n2;5;6;y\n", clean{{"no", "nilai a", "nilai b", "kota"}, {"1", "2", "3", "x"}, {"2", "5", "6", "y"}}, ""},
		"years above amounts":    {"uraian;2015;2016\na;10,5;11,5\nb;12,5;13,5\n", clean{{"uraian", "2015", "2016"}, {"a", "10,5", "11,5"}, {"b", "12,5", "13,5"}}, ""},
		"no header":              {"1;a;10\n2;b;20\n", clean{{"1", "a", "10"}, {"2", "b", "20"}}, ""},
		"words only":             {"nama;kota\nBudi;Malang\n", clean{{"nama", "kota"}, {"Budi", "Malang"}}, "D205 1"},
		"missing in first row":   {"no;nilai\n1;belum\n2;10\n3;12\n4;11\n", clean{{"no", "nilai"}, {"1", "belum"}, {"2", "10"}, {"3", "12"}, {"4", "11"}}, ""},
		"blank row inside":       {"no;nama\n1;a\n\n2;b\n", clean{{"no", "nama"}, {"1", "a"}, {"2", "b"}}, "D304 3"},
		"blank row, then others": {"no;nama\n1;a\n\nseksi;pagu\nx;9\n", clean{{"no", "nama"}, {"1", "a"}}, "D208 4"},
		"header again":           {"no;nama\n1;a\nno;nama\n2;b\n", clean{{"no", "nama"}, {"1", "a"}}, "D208 3"},
		"total row":              {"seksi;n\na;1\nb;2\nJumlah;3\n", clean{{"seksi", "n"}, {"a", "1"}, {"b", "2"}, {"Jumlah", "3"}}, "D305 4"},
		"signature":              {"no;nama\n1;a\n2;b\nMengetahui;\n", clean{{"no", "nama"}, {"1", "a"}, {"2", "b"}}, "D307 4"},
		"last row half filled":   {"no;nama\n1;a\n2;\n", clean{{"no", "nama"}, {"1", "a"}, {"2", ""}}, ""},
		"one column":             {"nilai\n1\n2\n", clean{{"nilai"}, {"1"}, {"2"}}, ""},
		"decimal commas":         {"nilai\n1,5\n2,5\n", clean{{"nilai"}, {"1,5"}, {"2,5"}}, ""},
		"what is left":           {"no\n1;a;3\n2;b;4\n", clean{{"1", "a", "3"}, {"2", "b", "4"}}, "D205 1"},
		"spaces in a header":     {" no ;nama\n1;a\n", clean{{" no ", "nama"}, {"1", "a"}}, ""},
	} {
		got, doubts := readFirst(t, []byte(c.text))
		if !same(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if codes := codesOf(doubts); codes != c.codes {
			t.Errorf("%s: doubts %q, want %q", name, codes, c.codes)
		}
	}
}

// FuzzFrames: whatever the bytes, tables do not overlap, stay within the rows
// of the sheet, and print the same twice.
func FuzzFrames(f *testing.F) {
	for _, s := range []string{
		"a;b\n1;2\n", "judul\n\na,b\n1,2\n\nc,d\n3,4\n", "# x\na|b\n1|2\n# y\n3|4\n",
		"a,b\na,b\n1,2\na,b\n3,4\n", "x;2015;2016\na;1,5;2\nJumlah;3;4\nMengetahui\n", "\"a\"\"b\",c\n\"x\n,y\",2\n", ",,\n,a,\n1,2,3\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := table.Open(bytes.NewReader(b), int64(len(b)), table.Options{})
		if err != nil {
			return
		}
		for _, s := range book.Sheets() {
			frames, err := table.Frames(s)
			if err != nil {
				return
			}
			last := uint32(0)
			for i := range frames {
				from, to := frames[i].Span()
				if from <= last || to < from {
					t.Fatalf("table %d: rows %d to %d after row %d", i+1, from, to, last)
				}
				last = to
				var one, two bytes.Buffer
				if err := table.WriteCSV(&one, s, frames[i]); err != nil {
					t.Fatal(err)
				}
				if err := table.WriteCSV(&two, s, frames[i]); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
					t.Fatal("two readings differ")
				}
			}
		}
	})
}
