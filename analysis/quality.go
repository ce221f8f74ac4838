package analysis

import (
	"rapor/analysis/result"
)

// quality makes the data-quality indicators from the accounting of the
// sources: they belong to no record family, and they must be there even when
// everything else is missing.
func (c *run) quality() []result.Indicator {
	return []result.Indicator{c.completeness(), c.usable()}
}

type account struct{ read, used, aside, rejected int64 }

func (c *run) accounting() account {
	var a account
	for _, s := range c.Sources {
		for _, sh := range s.Sheets {
			a.read += sh.Read
			a.used += sh.Used
			a.aside += sh.Aside
			a.rejected += sh.Rejected
		}
	}
	return a
}

// completeness: used rows over the rows that should have been usable. Totals,
// blanks and duplicates are set aside on purpose and are not counted against
// the data.
func (c *run) completeness() result.Indicator {
	a := c.accounting()
	ind := result.Indicator{
		ID: "MUT-01", Domain: "quality", Unit: result.Share, Better: result.Higher,
		Name:     result.T("Kelengkapan baris", "Row completeness"),
		Question: result.T("Berapa bagian baris data yang dapat dipakai?", "What share of the data rows could be used?"),
		Formula:  result.T("baris dipakai / (baris dibaca - baris disisihkan)", "rows used / (rows read - rows set aside)"),
		Caveat: result.T("Baris jumlah, baris kosong, dan duplikat disisihkan dengan sengaja dan tidak mengurangi nilai.",
			"Totals, blanks and duplicates are set aside on purpose and do not lower the value."),
		Basis: []string{"MUTU-BARIS"},
	}
	v := &ind.Value
	v.N, v.NUnit = a.read-a.aside, result.Rows
	v.Value = portion(a.used, a.read-a.aside)
	if v.Value != nil {
		v.Num, v.Den = result.Int(a.used, result.Rows).Value, result.Int(a.read-a.aside, result.Rows).Value
		v.Excluded = []result.Exclusion{{Reason: result.T("disisihkan (jumlah, kosong, duplikat)", "set aside (totals, blanks, duplicates)"), N: a.aside}}
	} else {
		m := result.T("Belum ada baris yang terbaca.", "No rows were read.")
		v.Missing = &m
	}
	return c.finish(ind)
}

// usable: sheets that were recognised over sheets that were offered.
func (c *run) usable() result.Indicator {
	ind := result.Indicator{
		ID: "MUT-02", Domain: "quality", Unit: result.Share, Better: result.Higher,
		Name:     result.T("Berkas terpakai", "Files used"),
		Question: result.T("Berapa bagian berkas yang dikenali dan dipakai?", "What share of the files was recognised and used?"),
		Formula:  result.T("berkas terpakai / (berkas diberikan - berkas kembar)", "files used / (files given - identical copies)"),
		Caveat: result.T("Berkas yang sama persis dengan berkas lain disisihkan dan tidak mengurangi nilai.",
			"A file identical to another is set aside and does not lower the value."),
		Basis: []string{"MUTU-BARIS"},
	}
	var given, used, copies int64
	for i := range c.Sources {
		if c.Sources[i].Passed() {
			continue
		}
		given++
		switch code, _, unused := c.Sources[i].Unused(); {
		case !unused:
			used++
		case code == "D111":
			copies++
		}
	}
	v := &ind.Value
	v.N, v.NUnit = given-copies, result.Count
	v.Value = portion(used, given-copies)
	if v.Value != nil {
		v.Num, v.Den = result.Int(used, result.Count).Value, result.Int(given-copies, result.Count).Value
		v.Excluded = []result.Exclusion{{Reason: result.T("salinan berkas yang sama persis", "identical copies of a file"), N: copies}}
	} else {
		m := result.T("Belum ada berkas.", "No files.")
		v.Missing = &m
	}
	return c.finish(ind)
}

// finish adds target, verdict and level to an indicator made here.
func (c *run) finish(ind result.Indicator) result.Indicator {
	info := infoOf(ind)
	if t, ok := c.Setting.Target(ind.ID, c.Period.To); ok {
		ind.Target = &result.Target{Value: t.Value, Basis: t.Basis}
	}
	ind.Verdict = judge(info, ind)
	ind.Findings = findings(info, ind, c.Period.ID)
	return ind
}
