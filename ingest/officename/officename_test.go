package officename

import (
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestOneOffice: the usual forms of one name are one office.
func TestOneOffice(t *testing.T) {
	forms := []string{
		"Kantor Imigrasi Kelas II Seruni", "KANTOR IMIGRASI KELAS II SERUNI", "Kanim Kelas II Seruni", "KANIM KLS. II SERUNI",
		"Kanim Kls II Seruni", "kanim kls.ii seruni", "Imigrasi Kelas II Seruni", "Kantor Imigrasi Kelas 2 Seruni",
		"Kantor Imigrasi Kelas II TPI Seruni", "Kantor Imigrasi Kelas II Non TPI Seruni", "Kantor Imigrasi Kelas II Non-TPI Seruni",
		"KANIM SERUNI", "Kantor Imigrasi Seruni", "Imigrasi Seruni", "Kanim  Seruni.", "Kanim Seruni Kelas II", "Kantor Imigrasi Seruni (TPI)",
		"KANTOR IMIGRASI KELASII SERUNI",
	}
	for _, a := range forms {
		for _, b := range forms {
			if !Same(a, b) {
				t.Errorf("%q and %q are not one office", a, b)
			}
		}
	}
	for _, pair := range [][2]string{
		{"Kantor Imigrasi Kelas I Khusus TPI Soekarno-Hatta", "KANIM KELAS I KHUSUS SOEKARNO HATTA"},
		{"Kantor Imigrasi Kelas I Tanjung Perak", "Kanim Tanjungperak"},
		{"Rumah Detensi Imigrasi Seruni", "RUMAH DETENSI IMIGRASI SERUNI"},
		{"012345", "012345"}, {"Seruni", "SERUNI"},
	} {
		if !Same(pair[0], pair[1]) {
			t.Errorf("%q and %q are not one office", pair[0], pair[1])
		}
	}
}

// TestTwoOffices: other places, other classes and other kinds of offices.
func TestTwoOffices(t *testing.T) {
	for _, pair := range [][2]string{
		{"Kanim Seruni", "Kanim Melati"},
		{"Kantor Imigrasi Kelas I Seruni", "Kantor Imigrasi Kelas II Seruni"},
		{"Kantor Imigrasi Kelas I Seruni", "Kantor Imigrasi Kelas I Khusus Seruni"},
		{"Kantor Imigrasi Seruni", "Kantor Wilayah Seruni"},
		{"Kanim Seruni", "Rumah Detensi Imigrasi Seruni"},
		{"Kanim Seruni", "Rudenim Seruni"},
		{"Kanim Seruni", "Unit Layanan Paspor Seruni"},
		{"Kanim Seruni", "ULP Seruni"}, {"Kanim Seruni", "UKK Seruni"},
		{"Kanim Seruni", "Unit Layanan Paspor Kantor Imigrasi Seruni"},
		{"Kanim Seruni", "Imigrasi - ULP Seruni"},
		{"Kanim Seruni", "Kanim Seruni Utara"},
		{"Kanim Seruni", "Seruni"},
		{"Kantor Imigrasi", "Kanim Seruni"},
	} {
		if Same(pair[0], pair[1]) || Same(pair[1], pair[0]) {
			t.Errorf("%q and %q are taken for one office", pair[0], pair[1])
		}
	}
}

// TestNameWithoutClass: it belongs to the only office of its place, and to
// nobody where several classes compete, whether the data or the settings name
// them.
func TestNameWithoutClass(t *testing.T) {
	short, two := "KANIM SERUNI", "Kantor Imigrasi Kelas II Seruni"
	if o := Decide([]string{two}, "", []Seen{{short, 2}, {two, 6}}); !o.Own(short) {
		t.Error("the short name of the only office of its place is not it")
	}
	o := Decide([]string{two}, "", []Seen{{short, 2}, {two, 6}, {"Kanim Kelas I Seruni", 1}})
	if o.Own(short) || o.Own("Kanim Kelas I Seruni") || !o.Own(two) || o.Of(short) != short {
		t.Errorf("a name that may mean two offices was taken for one: %+v", o)
	}
	if o := Decide([]string{"Kanim Seruni"}, "Kelas II", []Seen{{short, 2}, {"Kanim Kelas I Seruni", 1}}); o.Own("Kanim Kelas I Seruni") {
		t.Error("the class of the settings was not used")
	}
	if o := Decide([]string{two, "Kanim Kelas I Seruni"}, "", []Seen{{short, 2}, {"Kanim Kelas I Seruni", 1}}); !o.Own(short) || !o.Own("Kanim Kelas I Seruni") {
		t.Error("both classes are the office's own, and the name without one is not")
	}
}

// TestOthers: spellings of another office are one, under the commonest.
func TestOthers(t *testing.T) {
	o := Decide([]string{"Kanim Seruni"}, "", []Seen{{"KANIM MELATI", 3}, {"Kantor Imigrasi Melati", 5}, {"Kanim Dahlia", 1}})
	if o.Of("KANIM MELATI") != "Kantor Imigrasi Melati" || o.Of("Kanim Dahlia") != "Kanim Dahlia" || o.Of("Kanim Entah") != "Kanim Entah" {
		t.Errorf("%+v", o)
	}
	o = Decide(nil, "", []Seen{{"Kanim", 3}, {"Kantor Imigrasi", 5}})
	if o.Of("Kanim") != "Kanim" {
		t.Error("names without a place were taken for one office")
	}
}

// names draws names of offices that are near one another.
func names() *rapid.Generator[string] {
	pick := func(s []string) *rapid.Generator[string] { return rapid.SampledFrom(s) }
	return rapid.Custom(func(t *rapid.T) string {
		return strings.TrimSpace(pick([]string{"Kantor Imigrasi", "KANIM", "imigrasi", "Rudenim", "ULP", "Kantor Wilayah", ""}).Draw(t, "kind") + " " +
			pick([]string{"", "Kelas I", "Kelas II", "Kls. 2", "KELAS I KHUSUS", "kls iii"}).Draw(t, "class") + " " +
			pick([]string{"", "TPI", "Non TPI"}).Draw(t, "port") + " " + pick([]string{"Seruni", "SERUNI", "Melati", ""}).Draw(t, "place"))
	})
}

// TestProperties: the relation is reflexive and symmetric, and grouping does
// not depend on the order in which names were met; a name that stands for
// others stands for itself.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := names().Draw(t, "a"), names().Draw(t, "b")
		if len(fold(a)) > 0 && !Same(a, a) {
			t.Fatalf("%q is not itself", a)
		}
		if Same(a, b) != Same(b, a) {
			t.Fatalf("%q and %q: not symmetric", a, b)
		}
		var seen []Seen
		for _, s := range rapid.SliceOfDistinct(names(), func(s string) string { return s }).Draw(t, "seen") {
			seen = append(seen, Seen{s, rapid.Int64Range(1, 3).Draw(t, "rows")})
		}
		own := []string{a, b}
		one := Decide(own, "", seen)
		rand.Shuffle(len(seen), func(i, j int) { seen[i], seen[j] = seen[j], seen[i] })
		own[0], own[1] = own[1], own[0]
		two := Decide(own, "", seen)
		for _, s := range seen {
			if one.Of(s.Name) != two.Of(s.Name) {
				t.Fatalf("%q depends on the order", s.Name)
			}
			if as := one.Of(s.Name); as != "" && one.Of(as) != as {
				t.Fatalf("%q stands for %q and not for itself", as, s.Name)
			}
		}
	})
}
