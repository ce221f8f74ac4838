package finance

import (
	"math/big"
	"strings"
	"testing"

	"rapor/analysis/facts"
	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/reject"
)

// said joins what a value warns of, in both languages.
func said(v result.Value) string {
	var out []string
	for _, w := range v.Warnings {
		out = append(out, w.ID, w.EN)
		for _, a := range w.Args {
			out = append(out, a.Label)
			if a.Term != nil {
				out = append(out, a.Term.ID)
			}
		}
	}
	if v.Missing != nil {
		out = append(out, v.Missing.ID)
	}
	return strings.Join(out, " | ")
}

// plain is one account's whole year without slip.
func plain(year int) *facts.Set {
	f := &facts.Set{}
	for m := 1; m <= 12; m++ {
		line(f, year, m, 52, 1200, 100, 100)
	}
	f.Seal()
	return f
}

// TestNothingIsCalledIKPABefore2018: neither names nor warnings of a value
// bear the name in a year that had none; from 2018 on the value says partial.
func TestNothingIsCalledIKPABefore2018(t *testing.T) {
	for _, spec := range Specs() {
		if strings.Contains(spec.Name.ID, "IKPA") || strings.Contains(spec.Name.EN, "IKPA") {
			t.Errorf("%s is named %q whatever the year", spec.ID, spec.Name.ID)
		}
	}
	for year, named := range map[int]bool{2016: false, 2017: false, 2018: true, 2021: true, 2022: true, 2024: true} {
		text := said(partial.Compute(slice(plain(year), year, 12)))
		if strings.Contains(text, "IKPA parsial") != named {
			t.Errorf("%d: %s", year, text)
		}
		if !strings.Contains(text, "bukan nilai resmi OM-SPAN") {
			t.Errorf("%d: not said to be no official value: %s", year, text)
		}
	}
}

// TestMissingDataAreNeverScored: empty lists give no value, and the partial
// value holds only what has data.
func TestMissingDataAreNeverScored(t *testing.T) {
	s := slice(&facts.Set{}, 2024, 12)
	for _, spec := range Specs() {
		if v := spec.Compute(s); v.Known() || v.Missing == nil {
			t.Errorf("%s has a value without data", spec.ID)
		}
	}
	f := plain(2024)
	v := partial.Compute(slice(f, 2024, 12))
	if v.N != 2 || v.Den.Cmp(rat(35)) != 0 { // deviation 15 and absorption 20
		t.Errorf("%d parts of weight %s", v.N, v.Den)
	}
	g := &facts.Set{} // only January to May: no quarter but the first is assessed
	for m := 1; m <= 5; m++ {
		line(g, 2024, m, 52, 1200, 100, 100)
	}
	g.Seal()
	if v := absorption.Compute(slice(g, 2024, 12)); v.N != 1 {
		t.Errorf("%d quarters are assessed, want the first only", v.N)
	}
	if v := deviationScore.Compute(slice(g, 2024, 12)); v.N != 5 || !strings.Contains(said(v), "bulan dinilai") {
		t.Errorf("%d months are assessed: %s", v.N, said(v))
	}
}

// TestRulesOf2022AreRefusedWhereUnknown: what the sources do not settle has a
// reason instead of a value.
func TestRulesOf2022AreRefusedWhereUnknown(t *testing.T) {
	f := &facts.Set{}
	for m := 1; m <= 12; m++ {
		line(f, 2022, m, 51, 1200, 100, 120)
		line(f, 2022, m, 52, 3600, 100, 100)
	}
	for _, m := range []int{2, 5, 6, 8, 11} {
		f.Revision(&record.Revision{Ref: ref(), Day: day(2022, m, 9), Code: "211"})
	}
	f.Contract(&record.Contract{Ref: ref(), Number: "1", Account: 53, Value: record.Sen(9_000_000_000), Signed: day(2022, 2, 1), AtOnce: record.Yes, Disburse: day(2022, 3, 1)})
	f.Seal()
	s := slice(f, 2022, 12)
	is(t, "plain mean of 20 and 0", value(t, deviationScore.Compute(s)), "90.00")
	is(t, "ratios 100, 50, 100, 100", value(t, revisions.Compute(s)), "87.50")
	for id, v := range map[string]result.Value{"absorption": absorption.Compute(s), "contracts": contracts.Compute(s)} {
		if v.Known() || !strings.Contains(said(v), "tidak ada dalam register") {
			t.Errorf("%s: %v %s", id, v.Value, said(v))
		}
	}
	if v := partial.Compute(s); v.N != 2 || v.Den.Cmp(rat(20)) != 0 {
		t.Errorf("%d parts of weight %s", v.N, v.Den)
	}
	g := &facts.Set{}
	line(g, 2022, 1, 51, 1200, 100, 104)
	g.Revision(&record.Revision{Ref: ref(), Day: day(2022, 8, 9), Code: "211"})
	g.Seal()
	s = slice(g, 2022, 12)
	if v := deviationScore.Compute(s); v.Known() || !strings.Contains(said(v), "tidak pasti") {
		t.Errorf("the allowance of 2022: %v %s", v.Value, said(v))
	}
	if v := revisions.Compute(s); v.Known() || !strings.Contains(said(v), "100 atau 110") {
		t.Errorf("a quarter of 2022 without revisions: %v %s", v.Value, said(v))
	}
}

// TestOverridesChangeAndSay: a replaced parameter changes the value and is
// said on the same line.
func TestOverridesChangeAndSay(t *testing.T) {
	f := &facts.Set{}
	f.Invoice(&record.Invoice{Ref: ref(), Number: "1", Kind: "LS Kontraktual", Accepted: day(2024, 7, 1), Received: day(2024, 7, 25)}) // 18 working days
	f.Seal()
	o := office.Default()
	before := value(t, invoices.Compute(sliceOf(f, &o, 2024, 12)))
	o.Rules = map[string]string{"ikpa.tagihan.hari": "18"}
	var spec func(*Slice) result.Value
	for _, x := range Specs() {
		if x.ID == "KEU-11" {
			spec = x.Compute
		}
	}
	v := spec(sliceOf(f, &o, 2024, 12))
	is(t, "17 days", before, "0.00")
	is(t, "18 days", value(t, v), "100.00")
	if !strings.Contains(said(v), "ikpa.tagihan.hari") {
		t.Errorf("the replaced rule is not said: %s", said(v))
	}
}

// TestDayZero: counting the day of delivery makes day 17 of the default day 18.
func TestDayZero(t *testing.T) {
	s := slice(&facts.Set{}, 2024, 12)
	from, to := day(2024, 7, 1), day(2024, 7, 24) // Monday, 17 working days later
	if n := s.workingDays(from, to, 0); n != 17 {
		t.Errorf("day 0: %d", n)
	}
	if n := s.workingDays(from, to, 1); n != 18 {
		t.Errorf("day 1: %d", n)
	}
	if n := s.workingDays(day(2024, 6, 30), to, 1); n != 18 { // delivered on a Sunday
		t.Errorf("from a Sunday: %d", n)
	}
}

// TestContractRowsOfLaterExports: a later export of the same contract adds its
// payment; the contract is one.
func TestContractRowsOfLaterExports(t *testing.T) {
	f := &facts.Set{}
	c := record.Contract{Ref: record.Ref{Source: 1, Row: 2}, Number: "1", Account: 53, Value: record.Sen(9_000_000_000), Signed: day(2024, 2, 1), AtOnce: record.Yes}
	f.Contract(&c)
	c.Ref.Source, c.Disburse = 0, day(2024, 5, 1)
	f.Contract(&c)
	if aside := f.Seal(); len(aside) != 1 || aside[0].Code != reject.FullerTicket || aside[0].Ref.Source != 1 {
		t.Errorf("set aside %+v", aside)
	}
	v := contracts.Compute(slice(f, 2024, 12))
	if v.N != 1 {
		t.Errorf("%d contracts", v.N)
	}
	want := big.NewRat(20*100+40*110+40*90, 100)
	if v.Value.Cmp(want) != 0 {
		t.Errorf("%s, want %s", v.Value, want)
	}
}

// TestEmptyComponentsAreShared: what would happen at zero stands beside it.
func TestEmptyComponentsAreShared(t *testing.T) {
	f := &facts.Set{}
	signedOn(f, "1", 52, 60_000_000, day(2024, 8, 1), day(2024, 9, 1))
	f.Seal()
	v := contracts.Compute(slice(f, 2024, 12))
	is(t, "distribution alone", value(t, v), "0.00")
	if strings.Count(said(v), "Komponen {0}") != 2 {
		t.Errorf("said %s", said(v))
	}
}

// TestOfficialBesideOurs: the imported value is shown with its difference and
// never mixed into ours.
func TestOfficialBesideOurs(t *testing.T) {
	f := &facts.Set{}
	for m := 1; m <= 12; m++ {
		line(f, 2024, m, 52, 1200, 100, 100)
	}
	for _, o := range []record.OfficialScore{
		{Scheme: "IKPA", Month: 6, Hundredth: 9100}, {Scheme: "IKPA", Month: 12, Hundredth: 9955, Line: "nilai"},
		{Scheme: "IKPA", Month: 12, Hundredth: 10000, Line: "bobot"}, {Scheme: "OMBUDSMAN", Month: 12, Hundredth: 5000},
		{Scheme: "IKPA", Part: "Penyerapan Anggaran", Month: 12, Hundredth: 9000},
	} {
		o.Ref, o.Year = ref(), 2024
		f.OfficialScore(&o)
	}
	f.Seal()
	v := official.Compute(slice(f, 2024, 12))
	is(t, "official", value(t, v), "99.55")
	if !strings.Contains(said(v), "selisih resmi - simulasi") {
		t.Errorf("said %s", said(v))
	}
	is(t, "to August the June value", value(t, official.Compute(slice(f, 2024, 8))), "91.00")
	table := slice(f, 2024, 12).scores()
	if got := table.Rows[2][4].Value; got == nil || got.Cmp(rat(90)) != 0 {
		t.Errorf("official absorption %v", got)
	}
}

// TestOfficialTableNamesTheOffice: in a table of many offices the report's own
// is found by its name or an alias.
func TestOfficialTableNamesTheOffice(t *testing.T) {
	f := &facts.Set{}
	for i, name := range []string{"KANTOR LAIN", "Kantor Imigrasi Contoh"} {
		f.OfficialScore(&record.OfficialScore{Ref: ref(), Scheme: "IKPA", Office: name, Year: 2024, Month: 12, Hundredth: int64(9000 + i*500)})
	}
	f.Seal()
	o := office.Default()
	if v := official.Compute(sliceOf(f, &o, 2024, 12)); v.Known() {
		t.Errorf("another office's score was taken: %s", v.Value)
	}
	o.Aliases = []string{"KANTOR IMIGRASI CONTOH"}
	is(t, "by alias", value(t, official.Compute(sliceOf(f, &o, 2024, 12))), "95.00")
}
