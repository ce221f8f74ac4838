package table_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf16"
)

// clean is a table as it was meant: its first row is the header, unless the
// kind of damage took it away.
type clean [][]string

// quoting is how a file is written.
type quoting struct {
	sep    string
	quote  string
	escape string // before a quote inside a cell: the quote itself, `\`, or "" for none
	end    string
	all    bool // every cell in quotes
}

func (q quoting) cell(s string) string {
	need := q.all || strings.Contains(s, strings.TrimSpace(q.sep)) || q.sep == " " && strings.Contains(s, " ") || strings.ContainsAny(s, "\n\r") || strings.HasPrefix(s, q.quote) || strings.Contains(s, q.quote)
	if !need {
		return s
	}
	return q.quote + strings.ReplaceAll(s, q.quote, q.escape+q.quote) + q.quote
}

func (q quoting) row(cells []string) string {
	out := make([]string, len(cells))
	for i, s := range cells {
		out[i] = q.cell(s)
	}
	return strings.Join(out, q.sep)
}

func (q quoting) lines(t clean) []string {
	var out []string
	for _, r := range t {
		out = append(out, q.row(r))
	}
	return out
}

func (q quoting) file(lines []string) string { return strings.Join(lines, q.end) + q.end }

var plainQuoting = quoting{sep: ",", quote: `"`, escape: `"`, end: "\r\n"}

// column makes the header and the cells of one column.
type column struct {
	name string
	cell func(r *rand.Rand, row int) string
}

func pick(list ...string) func(*rand.Rand, int) string {
	return func(r *rand.Rand, _ int) string { return list[r.IntN(len(list))] }
}

// columns are what offices export: queues, money, notes.
var columns = []column{
	{"No", func(_ *rand.Rand, row int) string { return fmt.Sprint(row) }},
	{"Tanggal", func(r *rand.Rand, row int) string { return fmt.Sprintf("%02d/%02d/2016", row%28+1, r.IntN(12)+1) }},
	{"Jam Ambil", func(r *rand.Rand, _ int) string { return fmt.Sprintf("%02d.%02d", 7+r.IntN(9), r.IntN(60)) }},
	{"Nomor Antrean", func(r *rand.Rand, _ int) string { return fmt.Sprintf("%c-%03d", 'A'+rune(r.IntN(4)), r.IntN(300)) }},
	{"Nama Pemohon", pick("Budi Santoso", "Siti Añorga", "I Made Wirawan", "Nur'aini", "René Élan", "Jaka")},
	{"Nilai (Rp)", func(r *rand.Rand, _ int) string {
		return fmt.Sprintf("%d.%03d,%02d", r.IntN(900)+1, r.IntN(1000), r.IntN(100))
	}},
	{"Jumlah", func(r *rand.Rand, _ int) string { return fmt.Sprintf("%d,%03d", r.IntN(90)+1, r.IntN(1000)) }},
	{"Layanan", pick("Paspor Baru", "Paspor Hilang, Rusak", "ITAS", "Perpanjangan 5 tahun")},
	{"Alamat", pick("Jl. Merdeka No. 4, Lantai 2", "Jl. Sudirman 10\nRT 3, RW 4", "Desa Suka", "Komplek \"Melati\" Blok A, No. 3", "")},
	{"Keterangan", pick("", "", "selesai", "berkas kurang; diminta kembali", "menurut petugas \"sudah ambil\", 2 kali")},
	{"Surel", func(r *rand.Rand, row int) string { return fmt.Sprintf("a%d@contoh.example", row*7+r.IntN(5)) }},
}

// makeTable makes a clean table with a key, a number and some other columns.
func makeTable(r *rand.Rand) clean {
	cols := []column{columns[0], columns[1+r.IntN(2)], columns[5+r.IntN(2)]}
	for _, k := range r.Perm(len(columns) - 3)[:1+r.IntN(4)] {
		cols = append(cols, columns[3+k])
	}
	seen := map[string]bool{}
	var head []string
	var use []column
	for _, c := range cols {
		if !seen[c.name] {
			seen[c.name] = true
			head, use = append(head, c.name), append(use, c)
		}
	}
	t := clean{head}
	for row := range 6 + r.IntN(50) {
		var cells []string
		for _, c := range use {
			cells = append(cells, c.cell(r, row+1))
		}
		t = append(t, cells)
	}
	return t
}

// polluted is one file and what reading it must give: the table, or a doubt
// that names one of the rows (0 = any row).
type polluted struct {
	data []byte
	want clean
	row  uint32

	record int // the damaged record
}

// lineOf is the physical line on which record i of a table starts.
func lineOf(lines []string, i int) uint32 {
	n := 1
	for _, l := range lines[:i] {
		n += 1 + strings.Count(l, "\n")
	}
	return uint32(n)
}

// pollution damages a table in one way.
type pollution struct {
	kind  string
	make  func(r *rand.Rand, t clean) polluted
	local bool // one record is damaged: the others must be read right
}

func whole(q quoting) func(*rand.Rand, clean) polluted {
	return func(_ *rand.Rand, t clean) polluted {
		return polluted{data: []byte(q.file(q.lines(t))), want: t}
	}
}

// onRow damages the written form of one record.
func onRow(damage func(r *rand.Rand, line string, cells []string) string) func(*rand.Rand, clean) polluted {
	return func(r *rand.Rand, t clean) polluted {
		lines := plainQuoting.lines(t)
		i := r.IntN(len(lines))
		row := lineOf(lines, i)
		lines[i] = damage(r, lines[i], t[i])
		return polluted{data: []byte(plainQuoting.file(lines)), want: t, row: row, record: i}
	}
}

// around puts lines before and after a table.
func around(before, after []string) func(*rand.Rand, clean) polluted {
	return func(_ *rand.Rand, t clean) polluted {
		lines := append(append(append([]string{}, before...), plainQuoting.lines(t)...), after...)
		return polluted{data: []byte(plainQuoting.file(lines)), want: t}
	}
}

func encoded(encode func(string) []byte) func(*rand.Rand, clean) polluted {
	return func(_ *rand.Rand, t clean) polluted {
		return polluted{data: encode(plainQuoting.file(plainQuoting.lines(t))), want: t}
	}
}

func utf16bytes(big bool, mark bool) func(string) []byte {
	return func(s string) []byte {
		if mark {
			s = "\ufeff" + s
		}
		var out []byte
		for _, u := range utf16.Encode([]rune(s)) {
			if big {
				out = append(out, byte(u>>8), byte(u))
			} else {
				out = append(out, byte(u), byte(u>>8))
			}
		}
		return out
	}
}

func latin1(s string) []byte {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r))
	}
	return out
}

// splitOutside cuts a written record at its delimiters.
func splitOutside(line string) []int {
	var at []int
	in := false
	for i := 0; i < len(line); i++ {
		if line[i] == '"' {
			in = !in
		}
		if line[i] == ',' && !in {
			at = append(at, i)
		}
	}
	return at
}

// pollutions are the ways files are damaged.
var pollutions = []pollution{
	{"clean", whole(plainQuoting), false},
	{"semicolon", whole(quoting{";", `"`, `"`, "\n", false}), false},
	{"tab", whole(quoting{"\t", `"`, `"`, "\n", false}), false},
	{"pipe", whole(quoting{"|", `"`, `"`, "\n", false}), false},
	{"double pipe", whole(quoting{"||", `"`, `"`, "\n", false}), false},
	{"comma and space", whole(quoting{", ", `"`, `"`, "\n", false}), false},
	{"space", whole(quoting{" ", `"`, `"`, "\n", true}), false},
	{"all quoted", whole(quoting{",", `"`, `"`, "\r\n", true}), false},
	{"single quotes", whole(quoting{",", `'`, `'`, "\n", true}), false},
	{"backslash", whole(quoting{",", `"`, `\`, "\n", true}), false},
	{"no escape", whole(quoting{",", `"`, ``, "\n", true}), false},
	{"lf", whole(quoting{",", `"`, `"`, "\n", false}), false},
	{"cr", func(_ *rand.Rand, t clean) polluted {
		for _, r := range t {
			for i := range r {
				r[i] = strings.ReplaceAll(r[i], "\n", " ")
			}
		}
		q := plainQuoting
		q.end = "\r"
		return polluted{data: []byte(q.file(q.lines(t))), want: t}
	}, false},
	{"utf-8 with mark", encoded(func(s string) []byte { return []byte("\ufeff" + s) }), false},
	{"utf-16le", encoded(utf16bytes(false, true)), false},
	{"utf-16be", encoded(utf16bytes(true, true)), false},
	{"utf-16le without mark", encoded(utf16bytes(false, false)), false},
	{"windows-1252", encoded(latin1), false},
	{"no last line end", func(_ *rand.Rand, t clean) polluted {
		return polluted{data: []byte(strings.TrimSuffix(plainQuoting.file(plainQuoting.lines(t)), "\r\n")), want: t}
	}, false},
	{"blank end", around(nil, []string{"", ""}), false},
	{"sep line", around([]string{"sep=,"}, nil), false},
	{"title", around([]string{"LAPORAN ANTREAN", ""}, nil), false},
	{"title without gap", around([]string{"LAPORAN ANTREAN"}, nil), false},
	{"comment", around([]string{"# dibuat oleh sistem"}, nil), false},
	{"footer", around(nil, []string{"", "Mengetahui", "Kepala Kantor"}), false},
	{"footer without gap", around(nil, []string{"Catatan: angka sementara"}), false},
	{"padded title", func(_ *rand.Rand, t clean) polluted {
		pad := strings.Repeat(",", len(t[0])-1)
		return around([]string{"PERIODE 2016" + pad, pad}, nil)(nil, t)
	}, false},
	{"stacked header", func(_ *rand.Rand, t clean) polluted {
		lines := plainQuoting.lines(t)
		lines = append([]string{lines[0]}, lines...)
		want := append(clean{}, t...)
		want[0] = nil
		for _, s := range t[0] {
			want[0] = append(want[0], s+" "+s)
		}
		return polluted{data: []byte(plainQuoting.file(lines)), want: want}
	}, false},
	{"no header", func(_ *rand.Rand, t clean) polluted {
		return polluted{data: []byte(plainQuoting.file(plainQuoting.lines(t[1:]))), want: t[1:], row: 1}
	}, false},
	{"header only", func(_ *rand.Rand, t clean) polluted {
		return polluted{data: []byte(plainQuoting.file(plainQuoting.lines(t[:1]))), want: t[:1]}
	}, false},
	{"one row", func(_ *rand.Rand, t clean) polluted {
		return polluted{data: []byte(plainQuoting.file(plainQuoting.lines(t[:2]))), want: t[:2]}
	}, false},
	{"one column", func(_ *rand.Rand, t clean) polluted {
		var want clean
		for _, r := range t {
			want = append(want, r[:1])
		}
		return polluted{data: []byte(plainQuoting.file(plainQuoting.lines(want))), want: want}
	}, false},
	{"second table", func(_ *rand.Rand, t clean) polluted {
		lines := plainQuoting.lines(t)
		return polluted{data: []byte(plainQuoting.file(append(lines, lines...))), want: t}
	}, false},
	{"second table after a gap", func(_ *rand.Rand, t clean) polluted {
		return around(nil, []string{"", "Seksi,Pagu", "Lalintalkim,100", "Inteldakim,200"})(nil, t)
	}, false},
	{"blank row", func(r *rand.Rand, t clean) polluted {
		lines := plainQuoting.lines(t)
		i := 2 + r.IntN(len(lines)-2)
		row := lineOf(lines, i)
		lines = append(lines[:i:i], append([]string{""}, lines[i:]...)...)
		return polluted{data: []byte(plainQuoting.file(lines)), want: t, row: row}
	}, false},
	{"trailing delimiter", func(_ *rand.Rand, t clean) polluted {
		lines := plainQuoting.lines(t)
		want := clean{}
		for i := range lines {
			lines[i] += ","
			want = append(want, append(append([]string{}, t[i]...), ""))
		}
		return polluted{data: []byte(plainQuoting.file(lines)), want: want}
	}, false},
	{"more delimiters", onRow(func(r *rand.Rand, line string, _ []string) string {
		at := append([]int{0}, splitOutside(line)...)
		i := at[r.IntN(len(at))]
		return line[:i] + "," + line[i:]
	}), true},
	{"fewer delimiters", onRow(func(r *rand.Rand, line string, _ []string) string {
		at := splitOutside(line)
		i := at[r.IntN(len(at))]
		return line[:i] + line[i+1:]
	}), true},
	{"extra quote", onRow(func(r *rand.Rand, line string, _ []string) string {
		at := append([]int{-1}, splitOutside(line)...)
		i := at[r.IntN(len(at))] + 1
		return line[:i] + `"` + line[i:]
	}), true},
	{"lost quote", onRow(func(_ *rand.Rand, line string, _ []string) string {
		if i := strings.LastIndexByte(line, '"'); i >= 0 {
			return line[:i] + line[i+1:]
		}
		return line + `"`
	}), true},
	{"other delimiter", onRow(func(r *rand.Rand, _ string, cells []string) string {
		return quoting{sep: []string{";", "\t", "|", " "}[r.IntN(4)], quote: `"`, escape: `"`}.row(cells)
	}), true},
	{"cut row", onRow(func(r *rand.Rand, line string, _ []string) string {
		at := splitOutside(line)
		return line[:at[r.IntN(len(at))]]
	}), true},
	{"bad byte", func(r *rand.Rand, t clean) polluted {
		lines := plainQuoting.lines(t)
		i := r.IntN(len(lines))
		want := append(clean{}, t...)
		want[i] = append([]string{}, t[i]...)
		want[i][len(want[i])-1] += "\xf1"
		row := lineOf(lines, i)
		lines[i] = plainQuoting.row(want[i])
		want[i][len(want[i])-1] = strings.TrimSuffix(want[i][len(want[i])-1], "\xf1") + "ñ"
		return polluted{data: []byte("\ufeff" + plainQuoting.file(lines)), want: want, row: row}
	}, false},
}
