package finance

import (
	"math/big"
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

var needOutputs = result.T("perlu capaian output per bulan: kode RO, PCRO, TPCRO, target dan realisasi volume, tanggal lapor, status konfirmasi", "needs output achievement by month: output code, PCRO, TPCRO, target and realised volume, date reported, confirmation")

// achieved is the reports of a year up to the end of the selection.
type achieved struct {
	all, last           []record.Output // every report; each output's last one
	dated, confirmed    bool            // some report states a date; a confirmation
	late, blank, behind int64           // no date reported; no confirmation stated; outputs whose last report is old
}

func (s *Slice) achieved() achieved {
	var a achieved
	at := map[string]int{}
	var newest int8
	for _, o := range s.facts.Finance.Outputs(s.sel.Office, s.year) {
		if int(o.Month) > s.last {
			continue
		}
		a.all = append(a.all, o)
		a.dated = a.dated || o.Reported.Known()
		a.confirmed = a.confirmed || o.Confirmed != record.Unknown
		newest = max(newest, o.Month)
		if i, seen := at[o.Code]; !seen {
			at[o.Code] = len(a.last)
			a.last = append(a.last, o)
		} else if o.Month > a.last[i].Month {
			a.last[i] = o
		}
	}
	for _, o := range a.last {
		if o.Month < newest {
			a.behind++
		}
	}
	return a
}

// timely scores 100 for each report by the working day of the next month that
// the register names, else 0; a report without a date is not in time.
func (s *Slice) timely(a *achieved, days int) *big.Rat {
	var m mean
	for _, o := range a.all {
		deadline := s.work.Add(s.lastDay(int(o.Month)), days)
		switch {
		case !o.Reported.Known():
			a.late++
			m.add(new(big.Rat))
		case o.Reported <= deadline:
			m.add(hundred())
		default:
			m.add(new(big.Rat))
		}
	}
	return m.value()
}

// achievement scores the last report of each output: unconfirmed 0; PCRO 0, 0;
// in December or at PCRO 100 the volume against its target, otherwise PCRO
// against TPCRO, at most top. unclear counts outputs that lack a number.
func (a *achieved) achievement(top *big.Rat) (v *big.Rat, n, unclear int64) {
	var m mean
	for _, o := range a.last {
		if o.Confirmed == record.Unknown {
			a.blank++
		}
		p, ok := outputPoints(&o, top)
		if !ok {
			unclear++
			continue
		}
		m.add(p)
	}
	return m.value(), m.n, unclear
}

func outputPoints(o *record.Output, top *big.Rat) (*big.Rat, bool) {
	const full = 100_00 // hundredths of a per cent
	switch {
	case o.Confirmed != record.Yes:
		return new(big.Rat), true
	case !o.Progress.Known:
		return nil, false
	case o.Progress.N == 0:
		return new(big.Rat), true
	case o.Month == 12 || o.Progress.N >= full:
		if !o.Volume.Known || !o.Target.Known || o.Target.N <= 0 {
			return nil, false
		}
		return atMost(new(big.Rat).Mul(big.NewRat(o.Volume.N, o.Target.N), hundred()), top), true
	case !o.Planned.Known || o.Planned.N <= 0:
		return nil, false
	}
	return atMost(new(big.Rat).Mul(big.NewRat(o.Progress.N, o.Planned.N), hundred()), top), true
}

var outputs = indicator.Spec[*Slice]{
	Info: scoreInfo("KEU-13", "KEU-OUTPUT", result.T("Nilai capaian output", "Output score"), result.T("Apakah keluaran tercapai dan dilaporkan tepat waktu?", "Are outputs achieved and reported in time?"),
		result.T("30% ketepatan lapor (hari kerja ke-5 bulan berikutnya) + 70% rata-rata capaian RO", "30% timely reports (5th working day of the next month) + 70% mean achievement"),
		result.T("Laporan yang belum terkonfirmasi bernilai 0. Ketepatan dihitung atas semua laporan, capaian atas laporan terakhir tiap RO.", "Unconfirmed reports score 0. Timeliness counts all reports, achievement each output's last one."), needOutputs, "output"),
	Compute: func(s *Slice) result.Value {
		days, ok := s.number("ikpa.output.hari")
		top, capped := s.number("ikpa.output.batas")
		if !ok || !capped {
			return s.unknownRule()
		}
		a := s.achieved()
		if len(a.all) == 0 || !a.dated || !a.confirmed {
			return missing(needOutputs)
		}
		timely := s.timely(&a, int(days.Num().Int64()))
		done, n, unclear := a.achievement(top)
		if done == nil {
			return missing(needOutputs)
		}
		v, said := s.combine("ikpa.output.bobot", []component{{"ketepatan lapor", "timely reports", "tepat-waktu", timely}, {"capaian RO", "achievement", "capaian", done}})
		out := s.points(v, n, slices.Concat(said, a.said())...)
		out.Excluded = excluded(nil, unclear, "RO tanpa angka yang diperlukan", "outputs without the numbers needed")
		return out
	},
}

func (a *achieved) said() []result.Text {
	var out []result.Text
	add := func(n int64, id, en string) {
		if n > 0 {
			out = append(out, result.T(id, en, result.Int(n, result.Count)))
		}
	}
	add(a.late, "{0} laporan tanpa tanggal lapor dinilai tidak tepat waktu.", "{0} reports without a date are scored as not in time.")
	add(a.blank, "{0} RO tanpa status konfirmasi dinilai belum terkonfirmasi.", "{0} outputs without a confirmation are scored as unconfirmed.")
	add(a.behind, "{0} RO tidak dilaporkan pada bulan terakhir; laporan sebelumnya dipakai.", "{0} outputs were not reported in the last month; their report before is used.")
	return out
}
