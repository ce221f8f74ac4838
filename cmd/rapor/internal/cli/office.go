package cli

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapor/analysis"
	"rapor/analysis/facts"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/draft"
	"rapor/ingest/layout"
	"rapor/ingest/officename"
	"rapor/ingest/record"
	"rapor/ingest/reject"
	"rapor/ingest/text"
)

// nameOffices decides which spellings of the data mean the report's own office
// and which mean one other, and names the facts so. It runs between merging
// and sealing, on all names of all files together, so that no order of reading
// can matter. The error says that no row belongs to the report's office.
func (j *job) nameOffices() error {
	rows := j.facts.OfficeRows()
	o := officename.Decide(j.ownNames(), j.file.Office.Class, spellings(rows))
	if j.file.Office.Name == "" {
		if only := adoptable(rows, o); only != "" {
			j.setting.Identity.Name = only
			o = officename.Decide([]string{only}, "", spellings(rows))
		}
	}
	j.facts.NameOffices(o.Of)
	j.merged = j.mergedNames(rows, o)
	j.notes = append(j.notes, elsewhere(rows, o)...)
	own := slices.ContainsFunc(rows, func(r facts.OfficeRows) bool { return o.Of(r.Office) == "" })
	if f := j.file.Office; own && f.Name+f.Code == "" && len(f.Aliases) == 0 && mixed(rows, o) {
		return usage(j.strangers(rows, o)) // some of them may be of this office, some not
	}
	if own || len(rows) == 0 {
		return nil
	}
	return usage(j.strangers(rows, o))
}

// ownNames are the names, other names and codes by which exports may call the
// report's office.
func (j *job) ownNames() []string {
	f := j.file.Office
	return append([]string{f.Name, f.Code}, f.Aliases...)
}

// spellings are the names of the data with their rows, over all kinds.
func spellings(rows []facts.OfficeRows) []officename.Seen {
	var out []officename.Seen
	for _, r := range rows { // ordered by name
		switch n := len(out); {
		case r.Office == "":
		case n > 0 && out[n-1].Name == r.Office:
			out[n-1].Rows += r.Rows
		default:
			out = append(out, officename.Seen{Name: r.Office, Rows: r.Rows})
		}
	}
	return out
}

// adoptable is the only office of the data, which is then the report's own;
// "" when there are several, when the settings know it by another name or code,
// or when one kind of record has rows with and without a name: those without
// may be the report's and those with one another office's.
func adoptable(rows []facts.OfficeRows, o officename.Offices) string {
	only, unnamed, named := "", map[string]bool{}, map[string]bool{}
	for _, r := range rows {
		switch as := o.Of(r.Office); {
		case r.Office == "":
			unnamed[r.Kind] = true
		case as == "" || only != "" && only != as:
			return ""
		default:
			only, named[r.Kind] = as, true
		}
	}
	for kind := range named {
		if unnamed[kind] {
			return ""
		}
	}
	return only
}

// mixed reports a kind of record of which some rows name an office and others none.
func mixed(rows []facts.OfficeRows, o officename.Offices) bool {
	unnamed, named := map[string]bool{}, map[string]bool{}
	for _, r := range rows {
		if as := o.Of(r.Office); r.Office == "" {
			unnamed[r.Kind] = true
		} else if as != "" {
			named[r.Kind] = true
		}
	}
	for kind := range named {
		if unnamed[kind] {
			return true
		}
	}
	return false
}

// mergedNames notes every spelling that counts under another one: of the own
// office, those that the settings do not spell so, letter case and spaces apart.
func (j *job) mergedNames(rows []facts.OfficeRows, o officename.Offices) []record.Reject {
	plain := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	stated := map[string]bool{plain(j.setting.Identity.Name): true}
	for _, s := range j.ownNames() {
		stated[plain(s)] = true
	}
	var out []record.Reject
	for _, s := range spellings(rows) {
		as := o.Of(s.Name)
		if as == s.Name || as == "" && stated[plain(s.Name)] {
			continue
		}
		if as == "" {
			as = j.setting.Identity.Name
		}
		out = append(out, record.Reject{Ref: firstOf(rows, s.Name), Column: "office", Code: reject.LabelMerged, Shown: s.Name,
			Hint: text.Same(fmt.Sprintf("→ %s (%d ×)", as, s.Rows))})
	}
	return out
}

// firstOf is the first row that bears a spelling.
func firstOf(rows []facts.OfficeRows, name string) record.Ref {
	var ref record.Ref
	for _, r := range rows {
		if r.Office == name && (ref.Row == 0 || r.First.Less(ref)) {
			ref = r.First
		}
	}
	return ref
}

// elsewhere says of every kind of record that only other offices have: its
// figures are missing for that reason and no other.
func elsewhere(rows []facts.OfficeRows, o officename.Offices) []result.Text {
	own, others := map[string]bool{}, map[string]map[string]int64{}
	any := false
	for _, r := range rows {
		as := o.Of(r.Office)
		if as == "" {
			own[r.Kind], any = true, true
			continue
		}
		if others[r.Kind] == nil {
			others[r.Kind] = map[string]int64{}
		}
		others[r.Kind][as] += r.Rows
	}
	if !any {
		return nil // the run is refused, with all names
	}
	var out []result.Text
	for _, kind := range slices.Sorted(maps.Keys(others)) {
		if own[kind] {
			continue
		}
		names := slices.Sorted(maps.Keys(others[kind]))
		n := int64(0)
		for _, rows := range others[kind] {
			n += rows
		}
		out = append(out, result.T("Semua {0} baris {1} menyebut kantor lain ({2}); bila itu kantor ini, tulis namanya pada office.aliases di rapor.yaml.",
			"All {0} rows of {1} name other offices ({2}); if that is this office, write the name under office.aliases in rapor.yaml.",
			result.Int(n, result.Count), analysis.KindName(kind), result.Str(strings.Join(names[:min(len(names), shownOffices)], ", "))))
	}
	return out
}

// shownOffices bounds the offices that a message names.
const shownOffices = 10

// allOffices is the key of an entry that leaves the column of offices out, so
// that the report is about all of them; "" where several columns hold them.
func (j *job) allOffices() string {
	heading := ""
	for i := range j.manifest.Sources {
		for _, sh := range j.manifest.Sources[i].Sheets {
			if sh.Plan == nil {
				continue
			}
			for _, c := range sh.Plan.Columns {
				switch {
				case c.Field != "office":
				case heading != "" && heading != lastOf(c.Header):
					return ""
				default:
					heading = lastOf(c.Header)
				}
			}
		}
	}
	if heading == "" {
		return ""
	}
	return "columns: {" + layout.YAML(heading) + `: "-"}`
}

// lastOf is the lowest text of a heading, by which settings name its column.
func lastOf(heading string) string {
	return strings.TrimPrefix(heading[max(0, strings.LastIndex(heading, " > ")):], " > ")
}

// strangers says which offices the data hold, with their rows, and what to
// write in rapor.yaml.
func (j *job) strangers(rows []facts.OfficeRows, o officename.Offices) error {
	count := map[string]int64{}
	for _, r := range rows {
		if r.Office != "" {
			count[o.Of(r.Office)] += r.Rows
		}
	}
	names := slices.Sorted(maps.Keys(count))
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	line := func(l text.Lang) string {
		var b strings.Builder
		for _, n := range names[:min(len(names), shownOffices)] {
			fmt.Fprintf(&b, "\n  %s (%s %s)", n, text.Group(count[n], l), text.T("baris", "rows").In(l))
		}
		if more := len(names) - shownOffices; more > 0 {
			fmt.Fprintf(&b, text.T("\n  dan %d kantor lain", "\n  and %d more offices").In(l), more)
		}
		return b.String()
	}
	for _, n := range names {
		j.strange = append(j.strange, draft.Line{Value: n, Why: text.T(text.Group(count[n], text.ID)+" baris",
			text.Group(count[n], text.EN)+" rows")})
	}
	list := text.T(line(text.ID), line(text.EN))
	write := strconv.Quote(names[0])
	if j.file.Office.Name == "" {
		var all text.Text
		if line := j.allOffices(); line != "" {
			line = "\n  sources: [{glob: \"**\", " + line + "}]"
			all = text.T("\nBila tentang semuanya bersama-sama:"+line, "\nIf it is about all of them together:"+line)
		}
		return text.Errorf("data memuat %d kantor, dan rapor.yaml tidak menyebut laporan ini tentang yang mana:%s\nTulis di rapor.yaml "+
			"pada folder data, misalnya:\n  office: {name: %s}%s",
			"the data hold %d offices, and rapor.yaml does not say which one the report is about:%s\nWrite in rapor.yaml in the data "+
				"folder, such as:\n  office: {name: %s}%s",
			len(names), list, write, all)
	}
	return text.Errorf("tidak satu baris pun milik %s (office.name di rapor.yaml); data menyebut:%s\nBila salah satunya kantor ini, tulis di rapor.yaml:\n  office: {name: %s, aliases: [%s]}",
		"no row belongs to %s (office.name in rapor.yaml); the data name:%s\nIf one of them is this office, write in rapor.yaml:\n  office: {name: %s, aliases: [%s]}",
		strconv.Quote(j.file.Office.Name), list, strconv.Quote(j.file.Office.Name), write)
}
