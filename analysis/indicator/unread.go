package indicator

import "rapor/analysis/result"

// UnreadParts is the part of the records, one in so many, whose attribute may be
// unread before a value that needs it is withheld. Whatever those records say, a
// share of the others can be off by no more than the part itself; beyond a fifth
// that is as much as lies between offices that do well and offices that do badly.
const UnreadParts = 5

// LeaveUnread says of a value which n of all records it leaves out, because
// their attribute was not understood, and withholds it where they are so many
// that the others would mislead.
func LeaveUnread(v result.Value, attribute result.Text, n, all int64, unit result.Unit) result.Value {
	return LeaveOut(v, result.T(attribute.ID+" tidak terbaca", attribute.EN+" not read"),
		result.T("tulis arti kata-katanya di rapor.yaml (words)", "write what its words mean in rapor.yaml (words)"), n, all, unit)
}

// LeaveOut is LeaveUnread for records that are left out for any reason; mend says
// what the office can do about it.
func LeaveOut(v result.Value, reason, mend result.Text, n, all int64, unit result.Unit) result.Value {
	if n == 0 {
		return v
	}
	if n*UnreadParts > all {
		why := result.T("ditahan: "+reason.ID+" pada {0} dari {1}; "+mend.ID, "withheld: "+reason.EN+" for {0} of {1}; "+mend.EN,
			result.Int(n, unit), result.Int(all, unit))
		return result.Value{Missing: &why}
	}
	if v.Known() {
		v.Excluded = append(v.Excluded, result.Exclusion{Reason: reason, N: n})
	}
	return v
}
