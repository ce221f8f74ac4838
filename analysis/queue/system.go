package queue

import (
	"math/big"

	"rapor/analysis/facts"
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
)

var needEnds = result.T("perlu jam ambil dan jam selesai pada data tiket", "needs the times taken and ended in the ticket data")

func systemInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN string) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Seconds, NUnit: result.Tickets, Better: result.Lower, Since: "0.2.0", Interval: indicator.Resampled, MinN: 20,
		Name: result.T(nameID, nameEN), Question: result.T(questionID, questionEN), Formula: result.T(formulaID, formulaEN),
		Basis: []string{"STAT-KUANTIL"}, Kinds: []string{"ticket"}, Needs: needEnds, Series: true, Control: true, By: []string{"service", "class", "office"},
		Caveat: result.T("Dari pengambilan tiket sampai selesai; bila data memuat beberapa tahap per tiket, sampai selesainya tahap terakhir.",
			"From taking the ticket to the end of service; where the data hold several stages per ticket, to the end of the last stage."),
	}
}

func (s *Slice) systemQuantile(num, den int64, least int) result.Value {
	switch n := len(s.system); {
	case n == 0:
		return without(needEnds)
	case n < least:
		return without(result.T("perlu sedikitnya {0} tiket; ada {1}", "needs at least {0} tickets; there are {1}", result.Int(int64(least), result.Count), result.Int(int64(n), result.Count)))
	}
	v := s.quantile(s.system, num, den)
	v.Excluded = some(result.Exclusion{Reason: result.T("tidak dilayani, atau jam ambil atau jam selesai tidak tercatat", "not served, or time taken or ended not recorded"), N: s.tickets - int64(len(s.system))})
	v.Warnings = nil
	if s.multi > 0 {
		v.Warnings = []result.Text{result.T("{0} tiket melewati beberapa tahap.", "{0} tickets passed several stages.", result.Int(s.multi, result.Count))}
	}
	return v
}

var systemTime = indicator.Spec[*Slice]{
	Info: systemInfo("ANT-16", "Median waktu di kantor", "Median time in the office", "Berapa lama pemohon biasa berada di kantor?", "How long does a typical applicant stay in the office?",
		"kuantil 50% dari jam selesai terakhir dikurangi jam ambil tiket", "50% quantile of the last end less the time taken"),
	Compute: func(s *Slice) result.Value { return s.systemQuantile(1, 2, 1) },
	Bound:   quantileBound(systemOf, 1, 2), Sample: quantileSample(systems, 1, 2), Without: withoutDoubted(systems, 1, 2),
}

var systemP90 = indicator.Spec[*Slice]{
	Info: systemInfo("ANT-17", "Waktu di kantor P90", "P90 time in the office", "Berapa lama paling lama 9 dari 10 pemohon berada di kantor?", "How long do 9 of 10 applicants stay at most?",
		"kuantil 90% dari jam selesai terakhir dikurangi jam ambil tiket", "90% quantile of the last end less the time taken"),
	Compute: func(s *Slice) result.Value { return s.systemQuantile(9, 10, 10) },
	Bound:   quantileBound(systemOf, 9, 10), Sample: quantileSample(systems, 9, 10), Without: withoutDoubted(systems, 9, 10),
}

var needStatus = result.T("perlu kolom status atau jam selesai pada data tiket", "needs a status column or the time ended in the ticket data")

var sameDay = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-20", Unit: result.Share, NUnit: result.Tickets, Better: result.Higher, Since: "0.2.0", Interval: indicator.Resampled,
		Name:     result.T("Selesai pada hari yang sama", "Completed on the same day"),
		Question: result.T("Berapa bagian pemegang tiket yang dilayani sampai selesai pada hari itu?", "What share of ticket holders was served to the end on that day?"),
		Formula:  result.T("tiket selesai pada harinya / tiket yang tidak batal dan pemegangnya hadir", "tickets completed on their day / tickets neither cancelled nor absent"),
		Kinds:    []string{"ticket"}, Needs: needStatus, Series: true, By: []string{"service", "office"},
		Caveat: result.T("Pelayanan di loket, bukan selesainya paspor (lihat PAS-01).", "Service at the counter, not the passport itself (see PAS-01)."),
	},
	Sample: shareSample(sameDayEnds),
	Compute: func(s *Slice) result.Value {
		n := s.served + s.unfinished
		if n == 0 || s.sameDays == 0 && !s.hasStatus() {
			return without(needStatus)
		}
		return share(s.sameDays, n, result.Tickets, some(
			result.Exclusion{Reason: result.T("tidak hadir saat dipanggil", "did not come when called"), N: s.noShows},
			result.Exclusion{Reason: result.T("batal", "cancelled"), N: s.cancelled}))
	},
}

var needMap = result.T("perlu jam ambil dan jam panggil, sedikitnya lima tiket per hari dan jam", "needs the times taken and called, at least five tickets per weekday and hour")

var worstCell = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-21", Unit: result.Seconds, NUnit: result.Tickets, Better: result.Lower, Since: "0.2.0",
		Name:     result.T("Tunggu pada hari dan jam terburuk", "Wait in the worst weekday and hour"),
		Question: result.T("Kapan pemohon menunggu paling lama?", "When do applicants wait longest?"),
		Formula:  result.T("median tunggu terbesar di antara kotak hari × jam dengan sedikitnya 5 tiket", "largest median wait among weekday × hour cells of at least 5 tickets"),
		Basis:    []string{"ANT-TUNGGU", "STAT-KUANTIL"}, Kinds: []string{"ticket"}, Needs: needMap,
		Caveat: result.T("Menurut jam pengambilan tiket; kotak kurang dari lima tiket dikosongkan. Peta lengkapnya ada pada gambar.",
			"By the hour the ticket was taken; cells under five tickets are left blank. The whole map is in the figure."),
	},
	Compute: func(s *Slice) result.Value {
		cells, blank, blanks := s.heat()
		if len(cells) == 0 {
			return without(needMap)
		}
		worst := cells[0]
		for _, c := range cells[1:] {
			if c.median.Cmp(worst.median) > 0 {
				worst = c
			}
		}
		return result.Value{Value: worst.median, N: worst.n, NUnit: result.Tickets,
			Excluded: some(result.Exclusion{Reason: result.T("tiket pada kotak kurang dari lima tiket", "tickets in cells under five"), N: blank}),
			Warnings: []result.Text{result.T("{0}, pukul {1}; {2} kotak terisi, {3} dikosongkan.", "{0}, {1}; {2} cells filled, {3} left blank.",
				worst.day, result.Int(int64(worst.hour), result.Hour), result.Int(int64(len(cells)), result.Count), result.Int(blanks, result.Count))}}
	},
}

// cell is one weekday and hour of the map.
type cell struct {
	day    result.Quantity
	hour   int
	n      int64
	median *big.Rat
}

// heat lists the cells of at least five tickets in the order of the week, and
// counts the tickets and cells left blank.
func (s *Slice) heat() (cells []cell, blank, blanks int64) {
	for _, d := range weekdays {
		for h, c := range s.cells[d.day] {
			switch n := int64(len(c)); {
			case n >= cellFloor:
				cells = append(cells, cell{result.Named(d.id, d.en), h, n, stat.Median(sorted(c))})
			case n > 0:
				blank += n
				blanks++
			}
		}
	}
	return cells, blank, blanks
}

var needLittle = result.T("perlu sedikitnya 20 tiket sehari dengan jam ambil dan jam selesai", "needs at least 20 tickets a day with the times taken and ended")

var littleDays = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "ANT-22", Unit: result.Share, NUnit: result.Days, Better: result.Lower, Since: "0.2.0", Interval: "wilson",
		Name:     result.T("Hari yang tidak memenuhi hukum Little", "Days that break Little's law"),
		Question: result.T("Apakah jam dan baris data antrean saling cocok?", "Do the clocks and rows of the queue data agree?"),
		Formula:  result.T("hari dengan selisih L dan λW lebih dari 10% / hari dengan sedikitnya 20 tiket lengkap", "days with L and λW more than 10% apart / days with at least 20 complete tickets"),
		Basis:    []string{"ANT-LITTLE"}, Kinds: []string{"ticket"}, Needs: needLittle,
		Caveat: result.T("Mutu data, bukan mutu pelayanan: selisih menandakan jam selesai yang tidak tercatat atau jam yang tidak sama.",
			"Quality of the data, not of the service: a difference means ends not recorded, or clocks that disagree."),
	},
	Compute: func(s *Slice) result.Value {
		off, n := s.little()
		if n == 0 {
			return without(needLittle)
		}
		return share(off, n, result.Days, nil)
	},
	Bound: func(s *Slice, n int64) (lo, hi *big.Rat) {
		off, days := s.little()
		return touchedBounds(off, days, n)
	},
}

// little counts the days judged by Little's law, and those that break it.
func (s *Slice) little() (off, n int64) {
	s.facts.Queue.Little(s.sel, func(d facts.LittleDay) {
		n++
		if _, _, bad := d.Off(); bad {
			off++
		}
	})
	return off, n
}

var expressDays = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "PAS-02", Unit: result.Share, NUnit: result.Applicants, Better: result.Higher, Since: "0.2.0", Interval: indicator.Resampled, MinN: 20,
		Name:     result.T("Paspor percepatan selesai tepat waktu", "Express passports ready in time"),
		Question: result.T("Apakah layanan percepatan menepati janjinya?", "Does the express service keep its promise?"),
		Formula:  result.T("permohonan percepatan selesai ≤ batas hari kerja percepatan (bawaan 1) / permohonan percepatan yang dapat dinilai", "express applications ready within the express limit (default 1 working day) / express applications that can be judged"),
		Basis:    []string{"PAS-PERCEPATAN"}, Kinds: []string{"application"}, Needs: result.T("perlu kolom percepatan (ya/tidak) pada data permohonan paspor", "needs an express column (yes/no) in the passport applications"), Series: true,
		Caveat: passportDays.Caveat,
	},
	Compute: func(s *Slice) result.Value {
		return s.ready(express(s), isExpress,
			result.T("perlu kolom percepatan (ya/tidak) pada data permohonan paspor", "needs an express column (yes/no) in the passport applications"))
	},
	Bound: readyBound(express, isExpress), Sample: readySample(express, isExpress),
}
