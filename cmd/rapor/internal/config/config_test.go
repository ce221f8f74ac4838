package config

import (
	"math/big"
	"reflect"
	"testing"

	"rapor/analysis/office"
	"rapor/ingest/record"
)

const example = `
office:
  name: Kantor Contoh
  nip: "198001012005011001"
period: "2016"
wait_standard: 45m
hours: {open: "08.00", close: "15:30"}
quota:
  - {from: 2016-03-01, start: "07:30", end: "10:00", number: 200}
reforms:
  - {date: 2016-03-01, name: {id: Kuota harian, en: Daily quota}}
  - {date: 2016-06-01, name: Loket baru}
targets:
  - {indicator: ANT-06, value: "90%", basis: SK Kepala Kantor}
  - {indicator: ANT-03, value: "30 menit"}
`

func TestSetting(t *testing.T) {
	f, err := Parse(Name, []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Setting()
	if err != nil {
		t.Fatal(err)
	}
	if s.WaitStandard != 45*60 || s.LongWait != 3*3600 {
		t.Errorf("standards %d, %d; want 2700 and the default 10800", s.WaitStandard, s.LongWait)
	}
	if s.Opens != record.ClockAt(8, 0, 0) || s.Closes != record.ClockAt(15, 30, 0) {
		t.Errorf("hours %v-%v", s.Opens, s.Closes)
	}
	if q, ok := s.Quota(record.DayOf(2016, 3, 1)); !ok || q.Number != 200 || q.End != record.ClockAt(10, 0, 0) {
		t.Errorf("quota %+v %v", q, ok)
	}
	if _, ok := s.Quota(record.DayOf(2016, 2, 29)); ok {
		t.Error("a quota holds before its first day")
	}
	if s.Reforms[1].Name.EN != "Loket baru" || s.Reforms[0].Name.EN != "Daily quota" {
		t.Errorf("reform names %+v", s.Reforms)
	}
	if v := s.Targets[0].Value; v.Cmp(big.NewRat(9, 10)) != 0 {
		t.Errorf("target 90%% = %v", v)
	}
	if v := s.Targets[1].Value; v.Cmp(big.NewRat(1800, 1)) != 0 {
		t.Errorf("target 30 menit = %v s", v)
	}
}

func TestSimulate(t *testing.T) {
	f, err := Parse(Name, []byte("simulate: {enabled: false, standard: 45m, close: \"15:00\", counters: [{from: \"07:30\", open: 4}, {from: \"12.00\", open: 2}]}"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Setting()
	want := office.Simulation{Off: true, Standard: 2700, Close: record.ClockAt(15, 0, 0),
		Counters: []office.Counters{{From: record.ClockAt(7, 30, 0), Open: 4}, {From: record.ClockAt(12, 0, 0), Open: 2}}}
	if err != nil || !reflect.DeepEqual(s.Simulation, want) {
		t.Errorf("%+v %v", s.Simulation, err)
	}
	if f, _ := Parse(Name, nil); f.Simulate.Enabled != nil {
		t.Error("an empty file switches the simulation")
	}
}

func TestEmptyFileIsDefaults(t *testing.T) {
	f, err := Parse(Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := f.Setting(); err != nil || s.WaitStandard != 3600 {
		t.Fatalf("%+v %v", s, err)
	}
}

// TestRulesAreReadAsWritten: a bare number and a quoted text are both values.
func TestRulesAreReadAsWritten(t *testing.T) {
	f, err := Parse(Name, []byte("rules:\n  ikpa.tagihan.hari: 20\n  ikpa.uptup.tanpa_kkp: 0.9\n  ikpa.penyerapan.target.51: \"25/50/75/95\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Setting()
	if err != nil || s.Rules["ikpa.tagihan.hari"] != "20" || s.Rules["ikpa.uptup.tanpa_kkp"] != "0.9" {
		t.Errorf("%v %v", s.Rules, err)
	}
}
