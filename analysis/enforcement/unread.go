package enforcement

import (
	"rapor/analysis/indicator"
	"rapor/analysis/result"
	"rapor/ingest/record"
)

// This file leaves out of an indicator the rows whose attribute it needs and
// nobody can read: an act whose kind is empty or of unknown words is neither an
// act of article 75 nor a detention.

// leavingUnread wraps the indicators that need an attribute.
func leavingUnread(specs []indicator.Spec[*Slice]) []indicator.Spec[*Slice] {
	kind := func(s *Slice, v result.Value) result.Value {
		return indicator.LeaveOut(v, result.T("jenis tindakan kosong atau tidak terbaca", "kind of act empty or not read"),
			result.T("isi jenisnya, atau tulis arti kata-katanya di rapor.yaml (words)",
				"fill in the kind, or write what its words mean in rapor.yaml (words)"),
			s.unkinded, s.officeTotal()+s.unkinded, result.Acts)
	}
	needs := map[string]func(*Slice, result.Value) result.Value{
		"GAK-41": func(s *Slice, v result.Value) result.Value {
			return indicator.LeaveUnread(v, result.T("gabungan atau bukan", "joint or not"),
				s.jointUnread, s.operations, result.Events)
		},
		"GAK-39": func(s *Slice, v result.Value) result.Value {
			return indicator.LeaveUnread(v, result.T("keterlibatan petugas", "whether staff were involved"),
				s.staffUnread, s.touts, result.Events)
		},
		"GAK-38": func(s *Slice, v result.Value) result.Value {
			return indicator.LeaveUnread(v, result.T("penanganan", "handling"), s.handlingUnread, s.touts, result.Events)
		},
	}
	for _, id := range []string{"GAK-01", "GAK-02", "GAK-03", "GAK-04", "GAK-05", "GAK-06", "GAK-07",
		"GAK-16", "GAK-17", "GAK-18", "GAK-19", "GAK-20", "GAK-21", "GAK-22", "GAK-31", "GAK-32", "GAK-37", "GAK-40", "GAK-42", "GAK-43"} {
		needs[id] = kind
	}
	for i := range specs {
		if leave, ok := needs[specs[i].ID]; ok {
			compute := specs[i].Compute
			specs[i].Compute = func(s *Slice) result.Value { return leave(s, compute(s)) }
		}
	}
	return specs
}

// unread reports an act of which it is not known what it is.
func unread(a *record.Action) bool { return a.Kind == record.ActionUnknown }
