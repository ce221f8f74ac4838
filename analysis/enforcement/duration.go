package enforcement

import (
	"slices"

	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/analysis/stat"
	"rapor/ingest/record"
)

// last is the last day any enforcement fact of the office speaks of: open
// cases were followed until then.
func (s *Slice) last() record.Day {
	var d record.Day
	s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) { d = max(d, a.Decided, a.Executed) })
	s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
		d = max(d, c.Arrested, c.Notified, c.Complete, c.HandedOver, c.Verdict, c.Stopped)
	})
	return d
}

// followed is how long each suspect was followed from a first day in the
// selection to P-21; stopped cases are followed to their stop. A case that had
// ended before that day, such as one whose suspect was caught after P-21, was
// never open: over counts those.
func (s *Slice) followed(from func(*record.Case) record.Day) (out []stat.Span, over int64) {
	last := s.last()
	s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
		d := from(c)
		if !d.Known() || d < s.sel.From || d > s.sel.To {
			return
		}
		end := last
		switch {
		case c.Complete.Known():
			end = c.Complete
		case c.Stopped.Known():
			end = c.Stopped
		}
		if end < d {
			over++
			return
		}
		out = append(out, stat.Span{Time: int32(end - d), Event: c.Complete.Known()})
	})
	return out, over
}

func endedBefore(over int64) []result.Exclusion {
	if over == 0 {
		return nil
	}
	return []result.Exclusion{{Reason: result.T("P-21 atau penghentian mendahului tanggal awalnya", "P-21 or the stop comes before the first date"), N: over}}
}

// median of spells or another quantile, with what is still open said.
func durationValue(spells []stat.Span, num, den int64, unit result.Unit, needs result.Text) result.Value {
	if len(spells) == 0 {
		return missing(needs)
	}
	var open int64
	for _, s := range spells {
		if !s.Event {
			open++
		}
	}
	n := int64(len(spells))
	curve, err := stat.KaplanMeier(spells, 0.95)
	if err != nil {
		return notReached(open, n)
	}
	days, ok := dayOf(curve, num, den)
	if !ok {
		return notReached(open, n)
	}
	q, err := curve.Quantile(float64(num) / float64(den))
	if err != nil {
		return notReached(open, n)
	}
	v := result.Value{Value: days, N: n, NUnit: unit}
	if v.Lo, v.Hi = finite(q.Lo), finite(q.Hi); v.Lo != nil || v.Hi != nil {
		v.Level, v.Interval = 0.95, "greenwood"
	}
	if open > 0 {
		v.Warnings = []result.Text{result.T("{0} dari {1} masih terbuka (tersensor) dan ikut diperhitungkan.", "{0} of {1} are still open (censored) and are taken into account.",
			result.Int(open, result.Count), result.Int(n, result.Count))}
	}
	return v
}

func notReached(open, n int64) result.Value {
	return missing(result.T("{0} dari {1} masih terbuka: bagian yang diminta belum tercapai", "{0} of {1} are still open: the share asked for is not reached yet",
		result.Int(open, result.Count), result.Int(n, result.Count)))
}

func durationInfo(id, nameID, nameEN, questionID, questionEN, formulaID, formulaEN string, unit result.Unit, kind string, needs, caveat result.Text) indicator.Info {
	return indicator.Info{
		ID: id, Unit: result.Days, NUnit: unit, Better: result.Lower, Since: "0.2.0", Interval: "greenwood", MinN: 5,
		Name: result.T(nameID, nameEN), Question: result.T(questionID, questionEN), Formula: result.T(formulaID, formulaEN),
		Basis: []string{"STAT-KAPLAN-MEIER"}, Kinds: []string{kind}, Needs: needs, Caveat: caveat,
	}
}

var needArrests = result.T("perlu tanggal penangkapan dan tanggal P-21 pada daftar perkara", "needs the dates of arrest and P-21 in the list of cases")

func caseDays(id, nameID, nameEN, formulaID, formulaEN, dateID, dateEN string, from func(*record.Case) record.Day, num, den int64, needs result.Text) indicator.Spec[*Slice] {
	return indicator.Spec[*Slice]{
		Info: durationInfo(id, nameID, nameEN, "Berapa lama sampai berkas dinyatakan lengkap?", "How long until the file is declared complete?", formulaID, formulaEN, result.Persons, "case", needs,
			basis("orang (tersangka), bukan perkara", "persons (suspects), not cases", dateID, dateEN,
				"Hari kalender. Perkara yang belum P-21 ikut sebagai tersensor, bukan dibuang; tanpa itu hanya perkara cepat yang terhitung.",
				"Calendar days. Cases without P-21 enter as censored instead of being dropped; otherwise only quick cases would count.")),
		Compute: func(s *Slice) result.Value {
			spells, over := s.followed(from)
			v := durationValue(spells, num, den, result.Persons, needs)
			if v.Known() {
				v.Excluded = endedBefore(over)
			}
			return v
		},
	}
}

func arrest(c *record.Case) record.Day { return c.Arrested }
func spdp(c *record.Case) record.Day   { return c.Notified }

var (
	arrestMedian = caseDays("GAK-23", "Median hari tangkap sampai P-21", "Median days from arrest to P-21", "kuantil 50% Kaplan-Meier dari penangkapan sampai P-21", "Kaplan-Meier 50% quantile from arrest to P-21",
		"penangkapan", "arrest", arrest, 1, 2, needArrests)
	arrestP90 = caseDays("GAK-24", "Hari tangkap sampai P-21, P90", "Days from arrest to P-21, P90", "kuantil 90% Kaplan-Meier dari penangkapan sampai P-21", "Kaplan-Meier 90% quantile from arrest to P-21",
		"penangkapan", "arrest", arrest, 9, 10, needArrests)
	notifiedMedian = caseDays("GAK-25", "Median hari SPDP sampai P-21", "Median days from SPDP to P-21", "kuantil 50% Kaplan-Meier dari SPDP sampai P-21", "Kaplan-Meier 50% quantile from SPDP to P-21",
		"SPDP", "SPDP", spdp, 1, 2, needCases)
	notifiedP90 = caseDays("GAK-26", "Hari SPDP sampai P-21, P90", "Days from SPDP to P-21, P90", "kuantil 90% Kaplan-Meier dari SPDP sampai P-21", "Kaplan-Meier 90% quantile from SPDP to P-21",
		"SPDP", "SPDP", spdp, 9, 10, needCases)
)

var completionShare = indicator.Spec[*Slice]{
	Info: func() indicator.Info {
		i := durationInfo("GAK-44", "Perkiraan P-21 dalam batas hari", "Estimated P-21 within a number of days", "Berapa bagian perkara yang berkasnya lengkap dalam batas hari sejak SPDP?", "What share of files is complete within the limit of days from SPDP?",
			"1 - kurva Kaplan-Meier pada batas hari sejak SPDP (bawaan 90)", "1 - Kaplan-Meier curve at the limit of days after SPDP (default 90)", result.Persons, "case", needCases,
			basis("orang (tersangka), bukan perkara", "persons (suspects), not cases", "SPDP (kohor)", "SPDP (cohort)", "Perkara yang masih terbuka disensor.", "Open cases are censored."))
		i.Unit, i.Better, i.Interval = result.Share, result.Higher, "none"
		i.Basis = append(slices.Clone(i.Basis), "GAK-P21-HARI")
		return i
	}(),
	Compute: func(s *Slice) result.Value {
		spells, over := s.followed(spdp)
		if len(spells) == 0 {
			return missing(needCases)
		}
		curve, _ := stat.KaplanMeier(spells, 0.95) // without any event the curve has no step: a share of zero
		v := result.Value{Value: by(curve, s.horizon()), N: int64(len(spells)), NUnit: result.Persons, Excluded: endedBefore(over)}
		v.Warnings = []result.Text{result.T("Batas: {0} sejak SPDP.", "Limit: {0} from SPDP.", result.Int(int64(s.horizon()), result.Days))}
		return v
	},
}

var executionDays = indicator.Spec[*Slice]{
	Info: durationInfo("GAK-22", "Median hari keputusan sampai deportasi", "Median days from decision to deportation", "Berapa lama sampai deportasi yang diputuskan dilaksanakan?", "How long until a decided deportation is carried out?",
		"kuantil 50% Kaplan-Meier dari keputusan sampai pelaksanaan deportasi", "Kaplan-Meier 50% quantile from decision to execution", result.Acts, "action", needExecuted,
		basis("tindakan, bukan orang", "acts, not persons", "tanggal keputusan", "date of decision", "Hari kalender; deportasi yang belum dilaksanakan ikut sebagai tersensor.", "Calendar days; deportations not yet carried out enter as censored.")),
	Compute: func(s *Slice) result.Value {
		return durationValue(s.actSpells(record.ActionDeportation), 1, 2, result.Acts, needExecuted)
	},
}

var needExits = result.T("perlu daftar detensi dengan tanggal masuk dan tanggal keluar", "needs a list of detentions with the dates of entry and exit")

var detentionDays = indicator.Spec[*Slice]{
	Info: durationInfo("GAK-43", "Median hari di ruang detensi", "Median days in detention", "Berapa lama orang asing berada di ruang detensi?", "How long do foreigners stay in detention?",
		"kuantil 50% Kaplan-Meier dari masuk sampai keluar", "Kaplan-Meier 50% quantile from entry to exit", result.Acts, "action", needExits,
		basis("penempatan, bukan orang", "placements, not persons", "tanggal masuk", "date of entry", "Hari kalender; yang belum keluar ikut sebagai tersensor. Masuk kembali dihitung lagi.", "Calendar days; those still detained enter as censored. A second entry counts again.")),
	Compute: func(s *Slice) result.Value {
		return durationValue(s.actSpells(record.ActionDetention), 1, 2, result.Acts, needExits)
	},
}

// actSpells follows acts of a kind from decision to execution. Without a
// single execution in all facts the column is not there: nothing is followed.
func (s *Slice) actSpells(kind record.ActionKind) []stat.Span {
	var out []stat.Span
	last, any := s.last(), false
	s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) {
		if a.Kind != kind || a.Victim == record.Yes {
			return
		}
		any = any || a.Executed.Known()
		if a.Decided < s.sel.From || a.Decided > s.sel.To {
			return
		}
		sp := stat.Span{Time: int32(last - a.Decided)}
		if a.Executed.Known() {
			sp = stat.Span{Time: int32(a.Executed - a.Decided), Event: true}
		}
		for range a.Number {
			out = append(out, sp)
		}
	})
	if !any {
		return nil
	}
	return out
}

var needRemovals = result.T("perlu daftar detensi dan deportasi dengan pengenal orang dan tanggal pelaksanaan", "needs detentions and deportations with a person identifier and the date of execution")

var removedInTime = indicator.Spec[*Slice]{
	Info: indicator.Info{
		ID: "GAK-21", Unit: result.Share, NUnit: result.Acts, Better: result.Contextual, Since: "0.2.0", Interval: "wilson", MinN: 5,
		Name:     result.T("Dideportasi dalam batas hari sejak didetensi", "Removed within the limit of days of detention"),
		Question: result.T("Berapa bagian orang yang didetensi dan dideportasi dalam batas hari?", "What share of the detained is removed within the limit of days?"),
		Formula:  result.T("detensi yang diikuti deportasi terlaksana ≤ batas hari / detensi yang dapat dinilai", "detentions followed by an executed deportation within the limit / detentions that can be judged"),
		Basis:    []string{"GAK-PASAL75", "GAK-KELUAR"}, Kinds: []string{"action", "case"}, Needs: needRemovals,
		Caveat: basis("penempatan detensi, bukan orang", "placements in detention, not persons", "tanggal masuk detensi; keberangkatan menurut tanggal pelaksanaan deportasi", "date of entry; departure by the date the deportation was executed",
			"Dikecualikan: yang ditahan untuk perkara pidana, dan yang batas harinya belum lewat saat data berakhir.", "Left out: those held for criminal cases, and those whose limit had not passed when the data end."),
	},
	Compute: func(s *Slice) result.Value { return s.removals() },
}

func (s *Slice) removals() result.Value {
	limit, last := record.Day(s.set.RemovalDays), s.last()
	gone, any := s.departures()
	held := s.held()
	var n, hits, open, criminal, unkeyed int64
	s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) {
		if a.Kind != record.ActionDetention || a.Decided < s.sel.From || a.Decided > s.sel.To || a.Victim == record.Yes {
			return
		}
		switch left := gone(a.Person, a.Decided); {
		case a.Person == 0:
			unkeyed += a.Number
		case held(a.Person, a.Decided, a.Decided+limit):
			criminal += a.Number
		case left.Known() && left-a.Decided <= limit:
			n += a.Number
			hits += a.Number
		case left.Known() || last-a.Decided > limit:
			n += a.Number
		default:
			open += a.Number
		}
	})
	if n == 0 || !any {
		return missing(needRemovals)
	}
	v := proportion(hits, n, result.Acts)
	for _, e := range []result.Exclusion{
		{Reason: result.T("ditahan untuk perkara pidana", "held for a criminal case"), N: criminal},
		{Reason: result.T("batas hari belum lewat saat data berakhir", "the limit had not passed when the data end"), N: open},
		{Reason: result.T("tanpa pengenal orang", "without a person identifier"), N: unkeyed},
	} {
		if e.N > 0 {
			v.Excluded = append(v.Excluded, e)
		}
	}
	v.Warnings = []result.Text{result.T("Batas: {0}.", "Limit: {0}.", result.Int(int64(limit), result.Days))}
	return v
}

// departures finds the first executed deportation of a person from a day on;
// any says that there is one at all.
func (s *Slice) departures() (first func(p uint64, from record.Day) record.Day, any bool) {
	left := map[uint64][]record.Day{}
	s.facts.Enforcement.Every(s.sel.Office, func(a *record.Action) {
		if a.Kind == record.ActionDeportation && a.Person != 0 && a.Number > 0 && a.Executed.Known() {
			left[a.Person] = append(left[a.Person], a.Executed)
		}
	})
	return func(p uint64, from record.Day) record.Day {
		gone := record.Day(0)
		for _, d := range left[p] {
			if d >= from && (!gone.Known() || d < gone) {
				gone = d
			}
		}
		return gone
	}, len(left) > 0
}

// held tells persons under a criminal case at some time between two days.
func (s *Slice) held() func(p uint64, from, to record.Day) bool {
	type term struct{ from, to record.Day }
	terms := map[uint64][]term{}
	s.facts.Enforcement.Cases(s.sel.Office, func(c *record.Case) {
		if c.Person == 0 {
			return
		}
		end := max(c.Verdict, c.Stopped)
		if !end.Known() {
			end = 1<<31 - 1
		}
		terms[c.Person] = append(terms[c.Person], term{begun(c), end})
	})
	return func(p uint64, from, to record.Day) bool {
		for _, t := range terms[p] {
			if t.from <= to && t.to >= from {
				return true
			}
		}
		return false
	}
}
