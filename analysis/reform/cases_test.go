package reform

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/office"
	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/templates/format"
)

func TestNothingToEvaluate(t *testing.T) {
	if c := Study(sealed(plain()), setting(), year); len(c.Intro)+len(c.Figures)+len(c.Tables) != 0 {
		t.Errorf("without a reform: %+v", c)
	}
	few := slices.DeleteFunc(plain(), func(x record.Ticket) bool { return x.Day < began-10 })
	undated := plain()
	for i := range undated {
		undated[i].Day = 0
	}
	for _, c := range []struct {
		name    string
		tickets []record.Ticket
		day     record.Day
		say     string
	}{
		{"too few before", few, began, "ada 6 hari dengan waktu tunggu sebelum dan 15 hari sesudah"},
		{"one side only", plain(), record.DayOf(2015, 6, 1), "ada 0 hari dengan waktu tunggu sebelum dan 30 hari sesudah"},
		{"after the period", plain(), record.DayOf(2017, 2, 1), "baru berlaku pada 1 Februari 2017, sesudah masa laporan ini berakhir"},
		{"before the data", plain(), record.DayOf(2014, 2, 1), "sudah berlaku sejak 1 Februari 2014, sebelum data laporan ini mulai"},
		{"no tickets", nil, began, "diperlukan data antrean dengan satu baris bertanggal per tiket"},
		{"no dates", undated, began, "diperlukan data antrean dengan satu baris bertanggal per tiket"},
	} {
		got := Study(sealed(c.tickets), setting(c.day), year)
		if len(got.Intro) != 1 || len(got.Figures)+len(got.Tables) != 0 {
			t.Errorf("%s: %d sentences, %d figures, %d tables", c.name, len(got.Intro), len(got.Figures), len(got.Tables))
		}
		if s := spoken(got, format.ID); !strings.Contains(s, c.say) {
			t.Errorf("%s: %s", c.name, s)
		}
	}
}

// TestControls: an office with enough days on both sides is a control. Its
// median falls by ten minutes, ours by 85, so the difference of the changes is
// -75 minutes.
func TestControls(t *testing.T) {
	tickets := plain()
	for i, d := range append(weekdays(began-21, 15), weekdays(began, 15)...) {
		w := int32(2400)
		if i >= 15 {
			w = 1800
		}
		tickets = append(tickets, queued("Lain", d, w, w, w)...)
		tickets = append(tickets, queued("Sana", d, w+60, w+60)...)
	}
	tickets = append(tickets, queued("Sedikit", began-3, 60)...)
	tickets = append(tickets, queued("Sedikit", began+1, 660)...)
	e := evaluated(t, tickets, setting(began))
	c := e.control
	if !c.refused.Empty() || c.used != 2 || c.others != 3 || c.effect.Value != -5100+600 || c.did.Effect != -4500 {
		t.Fatalf("control %+v", c)
	}
	if s := format.Text(e.finding(), format.ID); !strings.Contains(s, "Dibandingkan dengan 2 kantor pembanding") || !strings.Contains(s, "turun 75 menit lebih banyak") {
		t.Error(s)
	}
	e = evaluated(t, append(plain(), queued("Sedikit", began-3, 60)...), setting(began))
	if s := format.Text(e.control.refused, format.ID); e.control.seen != 0 || !strings.Contains(s, "tidak satu pun dari 1 kantor lain") {
		t.Errorf("%s", s)
	}
}

// TestRivals: what else changed at the same time is named, and only what could
// explain the waits.
func TestRivals(t *testing.T) {
	var tickets []record.Ticket
	for _, d := range weekdays(began-21, 15) { // three at one counter
		for i := range 3 {
			x := queued("", d, 6000+int32(d%5)*60)[0]
			x.Started += record.Clock(700 * i)
			x.Ended = x.Started + 600
			tickets = append(tickets, x)
		}
	}
	for _, d := range weekdays(began, 15) { // two at two counters, faster
		for range 2 {
			x := queued("", d, 1200+int32(d%5)*60)[0]
			x.Ended = x.Started + 300
			tickets = append(tickets, x)
		}
	}
	e := evaluated(t, tickets, setting(began))
	s := format.Text(e.doubts(), format.ID)
	for _, want := range []string{"tiket per hari juga berubah, dari 3 menjadi 2;", "loket yang melayani bersamaan juga berubah, dari 1 menjadi 2;", "waktu layanan di loket juga berubah, dari 10 menit menjadi 5 menit;"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q lacks %q", s, want)
		}
	}
	unaided := evaluated(t, plain(), setting(began))
	if s := format.Text(unaided.doubts(), format.ID); strings.Contains(s, "juga berubah") {
		t.Errorf("more tickets do not explain shorter waits: %s", s)
	}
}

// TestQuota: days on which the quota ran out are counted, no more is known.
func TestQuota(t *testing.T) {
	set := setting(began)
	set.Quotas = []office.Quota{{From: began + 7, Start: record.ClockAt(7, 30, 0), End: record.ClockAt(10, 0, 0), Number: 4}}
	e := evaluated(t, plain(), set)
	if s := format.Text(e.turnedAway(), format.ID); !strings.Contains(s, "Kuota habis pada 10 dari 10 hari.") || !strings.Contains(s, "tidak tercatat") {
		t.Error(s)
	}
}

// TestGaps: months without a ticket and working days without one are named.
func TestGaps(t *testing.T) {
	tickets := plain()
	for _, d := range weekdays(began-21-70, 5) { // ten weeks before the rest
		tickets = append(tickets, queued("", d, 7000, 7100)...)
	}
	e := evaluated(t, tickets, setting(began))
	// Between 11 December 2015 and 15 February 2016 lie 45 working days.
	if s := format.Text(e.basis(), format.ID); !strings.Contains(s, "Bulan tanpa satu tiket pun: Januari 2016.") || !strings.Contains(s, "45 hari kerja") {
		t.Error(s)
	}
}

// TestNeighbours: another reform bounds the window; those of one day are one.
func TestNeighbours(t *testing.T) {
	c := Study(sealed(oracleTickets()), setting(began, began-28), year)
	s := spoken(c, format.ID)
	if len(c.Figures) != 2 || len(c.Tables) != 6 || !strings.Contains(s, "dibatasi oleh perubahan layanan lain") {
		t.Fatalf("%d figures, %d tables: %s", len(c.Figures), len(c.Tables), s)
	}
	if !strings.Contains(s, "sesudah, 20 hari layanan") {
		t.Errorf("four weeks lie between the reforms: %s", s)
	}
	two := setting(began, began)
	two.Reforms[1].Name = result.T("Loket baru", "New counters")
	c = Study(sealed(oracleTickets()), two, year)
	if s := spoken(c, format.EN); len(c.Figures) != 1 || !strings.Contains(s, "“Daily quota and New counters”") {
		t.Errorf("two of one day: %s", s)
	}
}

var placeholder = regexp.MustCompile(`\{\d+\}`)

// TestTexts: both languages say the same values, every value is said, and no
// sentence claims a cause.
func TestTexts(t *testing.T) {
	constant := plain()
	for i := range constant {
		constant[i] = queued("", constant[i].Day, 600)[0]
	}
	noisy := plain()
	for i := range noisy {
		noisy[i] = queued("", noisy[i].Day, int32(i*7919%3000))[0]
	}
	worse := setting(began)
	shifted := plain()
	for i := range shifted {
		shifted[i].Day = 2*began - shifted[i].Day - 3 // before and after change places
	}
	for name, c := range map[string]Chapter{
		"plain": Study(sealed(plain()), setting(began), year), "weekly": Study(sealed(oracleTickets()), setting(began), year),
		"constant": Study(sealed(constant), setting(began), year), "noise": Study(sealed(noisy), setting(began), year),
		"worse": Study(sealed(shifted), worse, year), "bounded": Study(sealed(oracleTickets()), setting(began, began-28), year),
	} {
		if _, err := json.Marshal(c); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		each(c, func(x result.Text) {
			id, en := placeholder.FindAllString(x.ID, -1), placeholder.FindAllString(x.EN, -1)
			slices.Sort(id)
			slices.Sort(en)
			id, en = slices.Compact(id), slices.Compact(en)
			if !slices.Equal(id, en) || x.ID == "" || x.EN == "" {
				t.Errorf("%s: %q and %q", name, x.ID, x.EN)
			}
		})
		for _, l := range []format.Lang{format.ID, format.EN} {
			s := spoken(c, l)
			if bad := regexp.MustCompile(`NaN|Inf|<nil>|\{\d|%!|  |disebabkan|caused by|signifikan|significant|no data|tidak ada data\b[^a]`).FindString(s); bad != "" {
				i := strings.Index(s, bad)
				t.Errorf("%s says %q: …%s", name, bad, s[max(0, i-80):min(len(s), i+40)])
			}
		}
	}
}
