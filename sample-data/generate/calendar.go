package main

import "time"

// holidays of 2015 and 2016 as the files of the folder list them.
var holidays = map[string]string{
	"2015-01-01": "Tahun Baru", "2015-02-19": "Imlek", "2015-04-03": "Wafat Isa Almasih", "2015-05-01": "Hari Buruh", "2015-05-14": "Kenaikan Isa Almasih",
	"2015-06-02": "Waisak", "2015-07-16": "Cuti bersama Idul Fitri", "2015-07-17": "Idul Fitri", "2015-07-20": "Cuti bersama Idul Fitri", "2015-07-21": "Cuti bersama Idul Fitri",
	"2015-08-17": "Kemerdekaan", "2015-09-24": "Idul Adha", "2015-10-14": "Tahun Baru Islam", "2015-12-24": "Maulid Nabi", "2015-12-25": "Natal",
	"2016-01-01": "Tahun Baru", "2016-02-08": "Imlek", "2016-03-09": "Nyepi", "2016-03-25": "Wafat Isa Almasih", "2016-05-05": "Kenaikan Isa Almasih", "2016-05-06": "Isra Mikraj",
	"2016-07-04": "Cuti bersama Idul Fitri", "2016-07-05": "Cuti bersama Idul Fitri", "2016-07-06": "Idul Fitri", "2016-07-07": "Idul Fitri", "2016-07-08": "Cuti bersama Idul Fitri",
	"2016-08-17": "Kemerdekaan", "2016-09-12": "Idul Adha", "2016-12-12": "Maulid Nabi", "2016-12-26": "Cuti bersama Natal",
}

// workdays lists the service days of a year.
func workdays(year int) []time.Time {
	var out []time.Time
	for d := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() == year; d = d.AddDate(0, 0, 1) {
		if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday || holidays[d.Format("2006-01-02")] != "" {
			continue
		}
		out = append(out, d)
	}
	return out
}

// after is the n-th service day after a day.
func after(d time.Time, n int) time.Time {
	for n > 0 {
		d = d.AddDate(0, 0, 1)
		if wd := d.Weekday(); wd != time.Saturday && wd != time.Sunday && holidays[d.Format("2006-01-02")] == "" {
			n--
		}
	}
	return d
}

var monthNames = []string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}
