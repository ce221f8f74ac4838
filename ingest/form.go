package ingest

import (
	"errors"
	"strings"

	"rapor/ingest/grid"
	"rapor/ingest/layout"
	"rapor/ingest/text"
)

// entry joins the entries of rapor.yaml that speak of a table: those that name
// its file, which go first, and the one for tables of its form. A form that has
// changed since is used as long as the columns that the entry speaks of are
// there, and the change is named.
func (sh *Sheet) entry(all []layout.Override, name string, s grid.Sheet) (*layout.Override, error) {
	named := override(all, name, s.Name())
	best, drift, alike, err := nearestForm(all, name, s)
	if err != nil || best == nil {
		return named, err
	}
	if alike < 1 {
		lost := best.Lacks(drift)
		sh.Changed = append(sh.Changed, changed(best, drift, lost))
		if lost != "" {
			return named, nil
		}
	}
	sh.form = best
	if named == nil {
		return best, nil
	}
	if named.General {
		return best.Under(named), nil
	}
	both, _ := best.And(named) // columns of the latter go before
	for _, x := range []struct{ to, first *string }{
		{&both.Kind, &named.Kind}, {&both.Layout, &named.Layout}, {&both.DateOrder, &named.DateOrder},
		{&both.Numbers, &named.Numbers}, {&both.Totals, &named.Totals}, {&both.Flow, &named.Flow},
		{&both.Unit, &named.Unit},
	} {
		if *x.first != "" {
			*x.to = *x.first
		}
	}
	return &both, nil
}

// match recognises a table. An entry for a form speaks of that table alone: one
// that stands above it on the sheet and is known without the entry comes first.
func (sh *Sheet) match(s grid.Sheet, name string, layouts []layout.Layout, entry *layout.Override) (*layout.Plan, error) {
	plan, err := layout.Match(s, name, layouts, entry)
	if sh.form != nil {
		first, without := layout.Match(s, name, layouts, nil)
		if without == nil && (err != nil || last(first.HeaderRows) < plan.HeaderRows[0]) {
			sh.form = nil
			return first, nil
		}
	}
	sh.settled = settles(entry)
	return plan, err
}

func last(rows []uint32) uint32 { return rows[len(rows)-1] }

// propose notes what a refused table may be, where that is asked for.
func (sh *Sheet) propose(s grid.Sheet, name string, k *work, entry *layout.Override) (err error) {
	if k.opt.Propose {
		sh.Proposals, err = layout.Propose(s, name, k.layouts, entry)
		if _, refused := errors.AsType[*grid.RefusedError](err); refused {
			return nil
		}
	}
	return err
}

// nearestForm finds the entry whose form a table has, or nearly has.
func nearestForm(all []layout.Override, name string, s grid.Sheet) (best *layout.Override, d layout.Drift,
	alike float64, err error) {
	var forms *layout.Forms
	for i := range all {
		o := &all[i]
		if len(o.Headings) == 0 || o.Sheet != "" && o.Sheet != s.Name() || !speaksOf(o, name) {
			continue
		}
		if forms == nil {
			if forms, err = layout.FormsOf(s); err != nil {
				return nil, d, 0, err
			}
		}
		a, how := forms.Nearest(o.Headings)
		closer := a > alike || a == alike && best != nil && len(o.Glob) > len(best.Glob) // an entry for fewer files
		if closer && layout.Alike(a) {
			best, d, alike = o, how, a
		}
	}
	return best, d, alike, nil
}

// changed says how a form of export has changed since it was settled.
func changed(o *layout.Override, d layout.Drift, lost string) text.Text {
	id, en := o.At+": bentuk ekspor berubah", o.At+": the form of the export has changed"
	say := func(what, inEnglish string, list []string) {
		if len(list) > 0 {
			names := `"` + strings.Join(list, `", "`) + `"`
			id, en = id+"; "+what+" "+names, en+"; "+inEnglish+" "+names
		}
	}
	say("kolom baru", "new columns", d.New)
	say("kolom hilang", "columns gone", d.Gone)
	for _, h := range keys(d.Renamed) {
		id, en = id+`; "`+h+`" menjadi "`+d.Renamed[h]+`"`, en+`; "`+h+`" is now "`+d.Renamed[h]+`"`
	}
	if lost != "" {
		id += `; entri ini tidak dipakai karena "` + lost + `" tidak ada lagi`
		en += `; this entry is not used, since "` + lost + `" is no longer there`
	}
	return text.T(id, en)
}

// Settled reports a table of which an entry says what it is.
func (sh *Sheet) Settled() bool { return sh.settled }

// settles reports an entry that says what a table is.
func settles(o *layout.Override) bool {
	return o != nil && (o.Kind != "" || o.Layout != "" || len(o.Columns) > 0)
}

// has reports whether an entry speaks of a table.
func (sh *Sheet) has(o *layout.Override) bool { return len(o.Headings) == 0 || sh.form == o }

// has reports whether an entry speaks of a table of the source.
func (s *Source) has(o *layout.Override) bool {
	if len(o.Headings) == 0 {
		return true
	}
	for i := range s.Sheets {
		if s.Sheets[i].form == o {
			return true
		}
	}
	return false
}

// drift lists, for the closing lines, how tables differ from the forms that they
// nearly have.
func (m *Manifest) drift() (out []text.Text) {
	where := map[text.Text][]string{}
	for i := range m.Sources {
		for k := range m.Sources[i].Sheets {
			for _, t := range m.Sources[i].Sheets[k].Changed {
				if where[t] == nil {
					out = append(out, t)
				}
				where[t] = append(where[t], m.Sources[i].Name)
			}
		}
	}
	for i, t := range out {
		names := " (" + shortened(where[t]) + ")"
		out[i] = text.T(t.ID+names, t.EN+names)
	}
	return out
}
