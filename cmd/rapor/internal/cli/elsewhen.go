package cli

import (
	"fmt"

	"rapor/ingest/text"
)

// elsewhen names what the settings say of days that the data, or the period of
// the report, do not reach, and what they switch off themselves.
func (j *job) elsewhen() (out []text.Text) {
	first, last := j.manifest.Span()
	say := func(path, id, en string) {
		at := j.file.Spot(path) + ": " + path + ": "
		out = append(out, text.T(at+id, at+en))
	}
	item := func(key string, i int) string { return fmt.Sprintf("%s[%d]", key, i) }
	for i, r := range j.setting.Reforms {
		switch {
		case last.Known() && r.Day > last:
			say(item("reforms", i), "mulai sesudah data terakhir "+last.String(), "begins after the last data of "+last.String())
		case first.Known() && r.Day <= first:
			say(item("reforms", i), "mulai sebelum data pertama "+first.String()+", jadi tidak ada pembandingnya", "begins before the first data of "+first.String()+", so that there is nothing to compare it with")
		}
	}
	for i, q := range j.setting.Quotas {
		if last.Known() && q.From.Known() && q.From > last {
			say(item("quota", i), "berlaku sesudah data terakhir "+last.String(), "is in force after the last data of "+last.String())
		}
	}
	for i, t := range j.setting.Targets {
		if end := j.reported.To; end.Known() && (t.From.Known() && t.From > end || t.To.Known() && t.To < end) {
			say(item("targets", i), "tidak berlaku pada akhir masa laporan "+end.String(), "is not in force at the end of the period, "+end.String())
		}
	}
	if j.setting.Simulation.Off && j.file.Simulate.Assumes() {
		say("simulate", "enabled: false meniadakan babnya, sehingga kunci lainnya tidak dipakai", "enabled: false leaves the chapter out, so that the other keys are not used")
	}
	return out
}
